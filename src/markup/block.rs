//! What is written at a state on the map: its measure, what it is to an organisation, the flows that end there.

use super::against::{behind, glyph};
use super::layers::mark;
use super::map::leader;
use super::{Markup, px};
use crate::atlas::Atlas;
use crate::scene::layers::{Block, CODE, Flow, PILL, ROW, Told};

/// What is written at a state: its measure, what it is to the organisation, its flows.
pub(super) fn block(markup: &mut Markup, atlas: &Atlas, told: &Told, own: &Block) {
    let Block { state, leader: line, code, .. } = *own;
    if let Some([from, to]) = line {
        leader(markup, from, to);
        let (x, y) = (px(to.0), px(to.1));
        markup.shape("circle", &[("class", "foot"), ("cx", &x), ("cy", &y), ("r", "2")]);
    }
    let mut row = 0.0;
    let areas = told.areas.iter().filter(|area| area.state == state && !area.label.is_empty());
    for area in areas {
        let class = format!("value {}", area.step.class());
        value(markup, (code + CODE, row), &class, &area.spoken, &area.opens, |m| {
            m.text(&area.label);
            contested(m, area.disputed);
            behind(m, area.told);
        });
        row += ROW;
    }
    let members = told.members.iter().filter(|member| member.state == state && member.is_known());
    for member in members {
        let class = format!("value {}", member.membership.class());
        value(markup, (code + CODE, row), &class, &member.spoken, &member.opens, |m| {
            m.text(&member.written(atlas));
            contested(m, member.disputed);
            behind(m, member.told);
        });
        row += ROW;
    }
    let flows: Vec<&Flow> = told.flows.iter().filter(|flow| flow.dyad.state == state).collect();
    for (at, flow) in flows.iter().enumerate() {
        let x = (at as f64 - (flows.len() as f64 - 1.0) / 2.0) * PILL;
        pill(markup, atlas, flow, (x, row + 11.0));
    }
    let (x, y) = (px(code), if row > 0.0 { "11" } else { "15" });
    let place = [("class", "label count"), ("x", &x), ("y", y), ("text-anchor", "end")];
    let attributes = [place.as_slice(), &[("aria-hidden", "true")]].concat();
    markup.leaf("text", &attributes, atlas.actor(state).slug);
}

/// The sign behind a text that another claim contradicts.
pub(super) fn contested(markup: &mut Markup, disputed: bool) {
    if disputed {
        markup.leaf("tspan", &[("class", "wedge")], " ◥");
    }
}

/// A row of text that opens its claims.
fn value(
    markup: &mut Markup,
    (x, y): (f64, f64),
    class: &str,
    spoken: &str,
    opens: &str,
    inside: impl FnOnce(&mut Markup),
) {
    mark(markup, class, spoken, &[("data-open", opens)], |m| {
        let [x, y] = [x, y + 11.0].map(px);
        let attributes = [("class", "label"), ("x", x.as_str()), ("y", y.as_str())];
        m.element("text", &attributes, inside);
    });
}

/// The end of a flow: the power and how many claims.
fn pill(markup: &mut Markup, atlas: &Atlas, flow: &Flow, (x, y): (f64, f64)) {
    let power = atlas.actor(flow.dyad.power).slug;
    let class = format!("pill power-{}", power.to_ascii_lowercase());
    let pair = flow.dyad.slug(atlas);
    let extra = [("data-open", flow.opens.as_str()), ("data-pair", &pair)];
    mark(markup, &class, &flow.spoken, &extra, |m| {
        let place = format!("translate({} {})", px(x), px(y));
        m.element("g", &[("transform", &place)], |m| {
            let sizes = [("x", "-21"), ("y", "-9"), ("width", "42"), ("height", "18")];
            let shape = [sizes.as_slice(), &[("class", "ground"), ("rx", "9")]].concat();
            m.shape("rect", &shape);
            m.element("text", &[("y", "4"), ("text-anchor", "middle")], |m| {
                m.leaf("tspan", &[("class", "tag")], power);
                m.text(" ");
                m.leaf("tspan", &[], &flow.claims.to_string());
            });
            if flow.disputed {
                m.shape("path", &[("class", "wedge"), ("d", "M13-10h8v8z")]);
            }
            flow.told.into_iter().for_each(|told| glyph(m, told, (21.0, 8.0)));
        });
    });
}
