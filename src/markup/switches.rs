//! What turns the map's layers on and off, and the key to what is on.

use super::Markup;
use super::against::{self, pairs};
use super::layers::{DISC, layer_path};
use super::legend::swatch;
use super::plate::patterns;
use crate::atlas::Atlas;
use crate::atlas::term::RouteKind;
use crate::query::layer::{measured, organisations};
use crate::query::{Layer, Lens};
use crate::scene::against::sentence_of;
use crate::scene::layers::{self, Counts, Overlay, Point, coding};
use crate::scene::matrix::Coding;
use crate::scene::membership::Membership;
use crate::view::Choice;
use crate::words::{Against, Map, MapKey, MatrixPage, Overlays, Summary, Words};

/// The switches: one a layer, the organisations, the measure and its power, two documents to compare, as a link has
/// them. Which are on, and the counts, are set on their elements.
pub fn switches(markup: &mut Markup, atlas: &Atlas, lens: Option<Lens>) {
    markup.element("fieldset", &[], |m| {
        m.leaf("legend", &[], atlas.say(Map::Layers));
        for layer in Layer::ALL {
            m.element("label", &[("class", "choice")], |m| {
                m.shape(
                    "input",
                    &[("type", "checkbox"), ("name", "layers"), ("value", layer.id())],
                );
                sign(m, layer);
                m.leaf("span", &[], atlas.say(layer));
                m.leaf("span", &[("class", "quiet tally"), ("data-tally", layer.id())], "");
            });
        }
    });
    markup.element("label", &[("class", "picked")], |m| {
        m.leaf("span", &[], atlas.say(Overlays::MembersOf));
        let options = organisations(atlas).map(|id| (atlas.actor(id).slug, atlas.actor(id).name));
        let none = atlas.say(Overlays::NoOrganisation);
        select_and(m, "organisation", none, options, |m| memberless(m, atlas));
    });
    markup.element("label", &[("class", "picked")], |m| {
        m.leaf("span", &[], atlas.say(Overlays::ShadeBy));
        let all = std::iter::once(("claims", atlas.say(Overlays::AllClaims)));
        let own = measured(atlas).map(|id| (atlas.category(id).slug, atlas.category(id).name));
        select(m, "measure", atlas.say(Overlays::Nothing), all.chain(own));
    });
    markup.element("label", &[("class", "picked")], |m| {
        m.leaf("span", &[], atlas.say(Overlays::Power));
        let options = atlas.powers().iter().map(|&id| (atlas.actor(id).slug, atlas.actor(id).name));
        select(m, "power", "", options);
    });
    markup.element("label", &[("class", "picked against")], |m| {
        m.leaf("span", &[], atlas.say(MatrixPage::Documents));
        m.element("select", &[("data-key", Choice::Lens.key()), ("id", "choose-lens")], |m| {
            m.leaf("option", &[("value", "")], atlas.say(MatrixPage::Together));
            for (lens, words) in pairs(atlas, lens) {
                m.leaf("option", &[("value", &lens.text(atlas))], &words);
            }
        });
    });
}

/// Organisations that a reader looks for among those with members.
const LOOKED_FOR: [&str; 2] = ["CIS", "CICA"];

/// Of which of them no document names a member, said where they would stand.
fn memberless(markup: &mut Markup, atlas: &Atlas) {
    let looked_for = atlas.actors().filter(|(_, actor)| LOOKED_FOR.contains(&actor.slug));
    for (id, actor) in looked_for {
        if !organisations(atlas).any(|own| own == id) {
            let words = atlas.tell(Overlays::NamesNoMember, &[actor.name]);
            markup.leaf("option", &[("value", actor.slug), ("disabled", "")], &words);
        }
    }
}

fn select<'a>(
    markup: &mut Markup,
    name: &str,
    none: &str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
) {
    select_and(markup, name, none, options, |_| {});
}

/// The same with what comes behind the options.
fn select_and<'a>(
    markup: &mut Markup,
    name: &str,
    none: &str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
    rest: impl FnOnce(&mut Markup),
) {
    markup.element("select", &[("name", name)], |m| {
        if !none.is_empty() {
            m.leaf("option", &[("value", "")], none);
        }
        for (value, words) in options {
            m.leaf("option", &[("value", value)], words);
        }
        rest(m);
    });
}

/// The sign of a layer, in its switch and in the key.
fn sign(markup: &mut Markup, layer: Layer) {
    let (class, path) = match layer {
        Layer::Routes => ("route transit", "M-8 5L0-3L8 2"),
        Layer::Flows => ("flow sure", "M-8 5Q0-5 8 0"),
        _ => ("symbol", layer_path(layer, false)),
    };
    symbol(markup, layer.id(), (class, path), |_| {});
}

/// A layer's count: what is shown, and what no document places.
pub fn tally(words: &Words, counts: Counts) -> String {
    match counts.unplaced {
        0 => words.number(counts.placed),
        unplaced => words
            .tell(Overlays::NotPlaced, &[&words.number(counts.placed), &words.number(unplaced)]),
    }
}

/// The key of what the switches turned on.
pub fn key(markup: &mut Markup, atlas: &Atlas, overlay: &Overlay) {
    let Overlay { layers, measure, ref told, compared, .. } = *overlay;
    if let Some((lens, counts)) = compared {
        let said = sentence_of(atlas, lens, Against::Marks, counts);
        against::key(markup, atlas, lens, &said, counts);
    }
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
            for (step, words) in layers::key(atlas, measure) {
                area(m, step.class(), &words);
            }
            if coding(atlas, measure) == Some(Coding::Visa) {
                m.leaf("li", &[], atlas.say(Overlays::VisaWhose));
            }
        });
    }
    if let Some(organisation) = layers.organisation {
        markup.element("ul", &[("class", "ramp")], |m| {
            m.leaf("li", &[("class", "ramp-name")], atlas.actor(organisation).name);
            for membership in Membership::ALL {
                area(m, &format!("is-{}", membership.class()), atlas.say(membership));
            }
            if told.members.iter().any(|member| member.last_known.is_some()) {
                area(m, "is-member last-known", atlas.say(Summary::AsLastKnown));
            }
            if told.members.iter().any(|member| member.is_known() && !member.sure) {
                m.leaf("li", &[], atlas.say(Overlays::Unsure));
            }
        });
    }
    if layers.has(Layer::Flows) {
        markup.element("ul", &[("class", "ramp")], |m| {
            let category = measure.and_then(|measure| measure.category);
            let name = category.map_or(atlas.say(Layer::Flows), |id| atlas.category(id).name);
            m.leaf("li", &[("class", "ramp-name")], name);
            let wider = category.and_then(|id| Coding::of(atlas, id)).map(|coding| match coding {
                Coding::Tie => Overlays::WiderTie,
                Coding::Visa => Overlays::WiderVisa,
                Coding::Sites => Overlays::WiderSites,
                Coding::Posts => Overlays::WiderPosts,
                Coding::Members => Overlays::WiderMembers,
            });
            match wider {
                Some(wider) => {
                    m.leaf("li", &[], atlas.say(wider));
                    m.leaf("li", &[], atlas.say(Overlays::Thin));
                }
                None => m.leaf("li", &[], atlas.say(Overlays::Wider)),
            }
            m.leaf("li", &[], atlas.say(Overlays::Pale));
        });
    }
    if layers.has(Layer::Routes) {
        markup.element("ul", &[("class", "ramp")], |m| {
            m.leaf("li", &[("class", "ramp-name")], atlas.say(Layer::Routes));
            let shown = |kind: &&RouteKind| told.routes.iter().any(|route| route.kind == **kind);
            for kind in RouteKind::ALL.iter().filter(shown) {
                m.element("li", &[], |m| {
                    let class = format!("route {}", kind.id());
                    let sign =
                        [("class", "key way"), ("viewBox", "0 0 30 8"), ("aria-hidden", "true")];
                    m.element("svg", &sign, |m| {
                        m.shape("path", &[("class", &class), ("d", "M0 4H30")]);
                    });
                    m.text(atlas.say(*kind));
                });
            }
            entry(
                m,
                |m| {
                    let sign =
                        [("class", "key"), ("viewBox", "-8 -8 16 16"), ("aria-hidden", "true")];
                    m.element("svg", &sign, |m| {
                        m.shape("circle", &[("class", "knot"), ("r", "3")])
                    });
                },
                atlas.say(MapKey::Knot),
            );
            m.leaf("li", &[], atlas.say(Overlays::Schematic));
        });
    }
    points(markup, atlas, overlay);
}

/// The symbols of posts, events, visits and disputes, and what is told by how a symbol is drawn, as far as
/// some mark is drawn so.
fn points(markup: &mut Markup, atlas: &Atlas, overlay: &Overlay) {
    let on = [Layer::Posts, Layer::Events, Layer::Visits, Layer::Disputes];
    let on: Vec<Layer> = on.into_iter().filter(|&layer| overlay.layers.has(layer)).collect();
    let Some(&first) = on.first() else { return };
    let any = |holds: fn(&Point) -> bool| overlay.points.iter().any(holds);
    markup.element("ul", &[("class", "ramp")], |m| {
        for &layer in &on {
            entry(m, |m| sign(m, layer), atlas.say(layer));
            if layer == Layer::Visits {
                m.leaf("li", &[], atlas.say(Overlays::AtCapital));
            }
        }
        if any(|point| point.enclave) {
            let path = layer_path(Layer::Disputes, true);
            entry(
                m,
                |m| symbol(m, "disputes", ("symbol", path), |_| {}),
                atlas.say(MapKey::Enclave),
            );
        }
        let shape = layer_path(first, false);
        let mut told = |class: &str, word, inside: fn(&mut Markup)| {
            entry(m, |m| symbol(m, class, ("symbol", shape), inside), atlas.say(word));
        };
        if any(|point| point.actor.is_some()) {
            told("power-ru", MapKey::OfPower, |_| {});
        }
        if any(|point| !point.sure) {
            told("unsure", MapKey::Unsure, |_| {});
        }
        if any(|point| point.fresh) {
            told("fresh", MapKey::Fresh, |m| m.shape("circle", &[("class", "halo"), ("r", "9")]));
        }
        if any(|point| point.claims.len() > 1) {
            told("", MapKey::Number, |m| {
                m.leaf("text", &[("class", "count"), ("x", "5"), ("y", "-3")], "2");
            });
        }
        if any(|point| point.disputed) {
            told("", MapKey::Disputed, |m| {
                m.shape("path", &[("class", "wedge"), ("d", "M3-9h6v6z")]);
            });
        }
        if overlay.points.len() > 1 {
            entry(
                m,
                |m| symbol(m, "several", ("symbol", DISC), |_| {}),
                atlas.say(MapKey::Several),
            );
        }
    });
}

/// A symbol with what lies about it.
fn symbol(
    markup: &mut Markup,
    class: &str,
    (own, path): (&str, &str),
    inside: impl FnOnce(&mut Markup),
) {
    let class = format!("key point {class}");
    let attributes =
        [("class", class.as_str()), ("viewBox", "-8 -8 16 16"), ("aria-hidden", "true")];
    markup.element("svg", &attributes, |m| {
        m.shape("path", &[("class", own), ("d", path)]);
        inside(m);
    });
}

fn entry(markup: &mut Markup, sign: impl FnOnce(&mut Markup), words: &str) {
    markup.element("li", &[], |m| {
        sign(m);
        m.text(words);
    });
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
