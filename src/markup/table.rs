//! What the map shows, as a table: the same marks, layer by layer, each with its claims.

use super::said::mixed;
use super::{Markup, against};
use crate::atlas::{ActorId, Atlas, PlaceId};
use crate::query::{Layer, Lens, Relation};
use crate::scene::layers::Overlay;
use crate::words::{Against, Overlays};

/// The table and the button that closes it.
pub fn table(markup: &mut Markup, atlas: &Atlas, overlay: &Overlay, when: &str) {
    let Overlay { base, points, told, layers, measure, compared, .. } = overlay;
    let lens = compared.map(|(lens, _)| lens);
    markup.element("div", &[("class", "pane-head")], |m| {
        m.leaf("h2", &[("tabindex", "-1")], &atlas.tell(Overlays::Shows, &[when]));
        let close = [("type", "button"), ("data-do", "table")];
        m.leaf("button", &close, atlas.say(Overlays::CloseTable));
    });
    markup.element("table", &[("class", "claims")], |m| {
        m.element("thead", &[], |m| {
            m.element("tr", &[], |m| {
                for head in [Overlays::Layer, Overlays::LiesIn, Overlays::Mark] {
                    m.leaf("th", &[("scope", "col")], atlas.say(head));
                }
                if lens.is_some() {
                    m.leaf("th", &[("scope", "col")], atlas.say(Against::Key));
                }
            });
        });
        m.element("tbody", &[], |m| {
            let mut row = |layer: &str, state: &str, spoken: &str, opens: &str, told| {
                row(m, atlas, (layer, state, spoken, opens), lens.map(|lens| (lens, told)));
            };
            let lies_in = |place: PlaceId| {
                atlas.place(place).country.map_or("", |country| atlas.actor(country).name)
            };
            let name = |actor: ActorId| atlas.actor(actor).name;
            let shaded = measure.map(|measure| measure.words(atlas)).unwrap_or_default();
            for area in &told.areas {
                row(&shaded, name(area.state), &area.spoken, &area.opens, area.told);
            }
            let members = layers.organisation.map_or("", name);
            for member in &told.members {
                row(members, name(member.state), &member.spoken, &member.opens, member.told);
            }
            for site in &base.sites {
                let opens = format!("place={}", atlas.place(site.place).slug);
                let layer = atlas.say(Layer::Sites);
                row(layer, lies_in(site.place), &site.spoken, &opens, site.told);
            }
            for point in points {
                let layer = atlas.say(point.layer);
                row(layer, lies_in(point.place), &point.spoken, &point.opens, point.told);
            }
            for flow in &told.flows {
                let layer = atlas.say(Layer::Flows);
                row(layer, name(flow.dyad.state), &flow.spoken, &flow.opens, flow.told);
            }
            for route in &told.routes {
                row(atlas.say(Layer::Routes), "", &route.spoken, &route.opens, route.told);
            }
        });
    });
}

/// One mark: its layer, where it lies, as it is spoken, what it opens; and where two documents are compared, which of
/// them tells it.
fn row(
    markup: &mut Markup,
    atlas: &Atlas,
    (layer, state, spoken, opens): (&str, &str, &str, &str),
    told: Option<(Lens, Option<Relation>)>,
) {
    markup.element("tr", &[], |m| {
        m.leaf("td", &[], layer);
        m.leaf("td", &[], state);
        m.element("td", &[], |m| {
            let href = format!("?{opens}");
            let opener = [("class", "opener"), ("href", href.as_str()), ("data-open", opens)];
            m.element("a", &opener, |m| mixed(m, atlas, spoken));
        });
        if let Some((lens, told)) = told {
            let told = told.unwrap_or(Relation::Silent);
            m.element("td", &[], |m| against::told(m, atlas, lens, told));
        }
    });
}
