//! What turns the map's layers on and off, and the key to what is on.

use super::Markup;
use super::layers::layer_path;
use super::legend::swatch;
use super::plate::patterns;
use crate::atlas::Atlas;
use crate::atlas::term::RouteKind;
use crate::query::Layer;
use crate::query::layer::{measured, organisations};
use crate::scene::layers::{Counts, Overlay, Step, coding, steps};
use crate::scene::membership::Membership;

/// The switches: one a layer, the organisations, the measure and its power. Which are on, and the
/// counts, are set on their elements.
pub fn switches(markup: &mut Markup, atlas: &Atlas) {
    markup.element("fieldset", &[], |m| {
        m.leaf("legend", &[], "Layers");
        for layer in Layer::ALL {
            m.element("label", &[("class", "choice")], |m| {
                m.shape(
                    "input",
                    &[("type", "checkbox"), ("name", "layers"), ("value", layer.id())],
                );
                sign(m, layer);
                m.leaf("span", &[], layer.words());
                m.leaf("span", &[("class", "quiet tally"), ("data-tally", layer.id())], "");
            });
        }
    });
    markup.element("label", &[("class", "picked")], |m| {
        m.leaf("span", &[], "Members of");
        let options = organisations(atlas).map(|id| (atlas.actor(id).slug, atlas.actor(id).name));
        select(m, "organisation", "no organisation", options);
    });
    markup.element("label", &[("class", "picked")], |m| {
        m.leaf("span", &[], "Shade by");
        let all = std::iter::once(("claims", "All claims"));
        let own = measured(atlas).map(|id| (atlas.category(id).slug, atlas.category(id).name));
        select(m, "measure", "nothing", all.chain(own));
    });
    markup.element("label", &[("class", "picked")], |m| {
        m.leaf("span", &[], "Power");
        let options = atlas.powers().iter().map(|&id| (atlas.actor(id).slug, atlas.actor(id).name));
        select(m, "power", "", options);
    });
}

fn select<'a>(
    markup: &mut Markup,
    name: &str,
    none: &str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
) {
    markup.element("select", &[("name", name)], |m| {
        if !none.is_empty() {
            m.leaf("option", &[("value", "")], none);
        }
        for (value, words) in options {
            m.leaf("option", &[("value", value)], words);
        }
    });
}

/// The sign of a layer, as in the key.
fn sign(markup: &mut Markup, layer: Layer) {
    let class = format!("key point {}", layer.id());
    let attributes =
        [("class", class.as_str()), ("viewBox", "-8 -8 16 16"), ("aria-hidden", "true")];
    markup.element("svg", &attributes, |m| match layer {
        Layer::Routes => m.shape("path", &[("class", "route transit"), ("d", "M-8 5L0-3L8 2")]),
        Layer::Flows => m.shape("path", &[("class", "flow sure"), ("d", "M-8 5Q0-5 8 0")]),
        _ => m.shape("path", &[("class", "symbol"), ("d", layer_path(layer, false))]),
    });
}

/// A layer's count: what is shown, and what no document places.
pub fn tally(counts: Counts) -> String {
    match counts.unplaced {
        0 => counts.placed.to_string(),
        unplaced => format!("{}, {unplaced} not placed", counts.placed),
    }
}

/// The key of what the switches turned on.
pub fn key(markup: &mut Markup, atlas: &Atlas, overlay: &Overlay) {
    let Overlay { layers, measure, ref told, .. } = *overlay;
    if measure.is_some() || layers.organisation.is_some() {
        let nothing = [("width", "0"), ("height", "0"), ("aria-hidden", "true")];
        markup.element("svg", &nothing, |m| m.element("defs", &[], |m| patterns(m, "key")));
    }
    if let Some(measure) = measure {
        let power = atlas.actor(measure.power).slug.to_ascii_lowercase();
        let class = format!("ramp power-{power}");
        markup.element("ul", &[("class", &class)], |m| {
            m.element("li", &[("class", "ramp-name")], |m| {
                swatch(m, atlas.actor(measure.power).slug);
                m.text(&measure.words(atlas));
            });
            for (step, words) in (1..).zip(steps(atlas, measure)) {
                area(m, Step::Shade(step).class(), &words);
            }
            if coding(atlas, measure).is_some() {
                area(m, Step::Uncoded.class(), "claims without a code: their number");
            }
            area(m, Step::StatedNo.class(), "stated: none");
            area(m, Step::NoClaim.class(), "no claim");
            area(m, Step::OutOfScope.class(), "outside the documents’ scope");
        });
    }
    if let Some(organisation) = layers.organisation {
        markup.element("ul", &[("class", "ramp")], |m| {
            m.leaf("li", &[("class", "ramp-name")], atlas.actor(organisation).name);
            for membership in
                [Membership::Member, Membership::Partly, Membership::Not, Membership::Unknown]
            {
                area(m, membership.class(), membership.words());
            }
        });
    }
    if layers.has(Layer::Flows) {
        markup.element("ul", &[("class", "ramp")], |m| {
            m.leaf("li", &[("class", "ramp-name")], Layer::Flows.words());
            m.leaf("li", &[], "wider: more claims, on one scale for all years");
            m.leaf("li", &[], "pale: possible at the date only");
        });
    }
    if layers.has(Layer::Routes) {
        markup.element("ul", &[("class", "ramp")], |m| {
            m.leaf("li", &[("class", "ramp-name")], "Routes");
            let shown = |kind: &&RouteKind| told.routes.iter().any(|route| route.kind == **kind);
            for kind in RouteKind::ALL.iter().filter(shown) {
                m.element("li", &[], |m| {
                    let class = format!("route {}", kind.id());
                    let sign =
                        [("class", "key way"), ("viewBox", "0 0 30 8"), ("aria-hidden", "true")];
                    m.element("svg", &sign, |m| {
                        m.shape("path", &[("class", &class), ("d", "M0 4H30")]);
                    });
                    m.text(kind.words());
                });
            }
            m.leaf("li", &[], "schematic, from place to place");
        });
    }
    if layers.has(Layer::Visits) {
        markup.element("ul", &[("class", "ramp")], |m| {
            m.leaf("li", &[("class", "ramp-name")], "Visits");
            m.leaf("li", &[], "at the host’s capital where no place is named");
        });
    }
}

fn area(markup: &mut Markup, class: &str, words: &str) {
    markup.element("li", &[], |m| {
        let class = format!("key area {class}");
        let attributes =
            [("class", class.as_str()), ("viewBox", "0 0 16 12"), ("aria-hidden", "true")];
        m.element("svg", &attributes, |m| {
            m.shape("path", &[("class", "fill"), ("d", "M0 0H16V12H0Z")]);
            m.shape("path", &[("class", "pattern"), ("d", "M0 0H16V12H0Z")]);
        });
        m.text(words);
    });
}
