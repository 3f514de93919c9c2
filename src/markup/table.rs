//! What the map shows, as a table: the same marks, layer by layer, each with its claims.

use super::Markup;
use super::said::mixed;
use crate::atlas::{Atlas, PlaceId};
use crate::query::Layer;
use crate::scene::layers::Overlay;
use crate::words::Overlays;

/// The table and the button that closes it.
pub fn table(markup: &mut Markup, atlas: &Atlas, overlay: &Overlay, when: &str) {
    let Overlay { base, points, told, layers, measure, .. } = overlay;
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
            });
        });
        m.element("tbody", &[], |m| {
            let lies_in = |place: PlaceId| {
                atlas.place(place).country.map_or("", |country| atlas.actor(country).name)
            };
            let shaded = measure.map(|measure| measure.words(atlas)).unwrap_or_default();
            for area in &told.areas {
                row(m, atlas, &shaded, atlas.actor(area.state).name, &area.spoken, &area.opens);
            }
            let members = layers.organisation.map_or("", |id| atlas.actor(id).name);
            for member in &told.members {
                row(
                    m,
                    atlas,
                    members,
                    atlas.actor(member.state).name,
                    &member.spoken,
                    &member.opens,
                );
            }
            for site in &base.sites {
                let opens = format!("place={}", atlas.place(site.place).slug);
                row(m, atlas, atlas.say(Layer::Sites), lies_in(site.place), &site.spoken, &opens);
            }
            for point in points {
                row(
                    m,
                    atlas,
                    atlas.say(point.layer),
                    lies_in(point.place),
                    &point.spoken,
                    &point.opens,
                );
            }
            for flow in &told.flows {
                let state = atlas.actor(flow.dyad.state).name;
                row(m, atlas, atlas.say(Layer::Flows), state, &flow.spoken, &flow.opens);
            }
            for route in &told.routes {
                row(m, atlas, atlas.say(Layer::Routes), "", &route.spoken, &route.opens);
            }
        });
    });
}

fn row(markup: &mut Markup, atlas: &Atlas, layer: &str, state: &str, spoken: &str, opens: &str) {
    markup.element("tr", &[], |m| {
        m.leaf("td", &[], layer);
        m.leaf("td", &[], state);
        m.element("td", &[], |m| {
            let href = format!("?{opens}");
            let opener = [("class", "opener"), ("href", href.as_str()), ("data-open", opens)];
            m.element("a", &opener, |m| mixed(m, atlas, spoken));
        });
    });
}
