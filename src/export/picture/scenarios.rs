//! A chain of causes in a picture: the page's own drawing, as large as the room lets it be.

use super::{Room, line};
use crate::atlas::{Atlas, ClaimSet};
use crate::export::Extract;
use crate::geo::Rect;
use crate::markup::{Markup, px};
use crate::pages::scenarios::drawing::{KINDS, LINE, badge, parts};
use crate::pages::scenarios::{chosen, shown as shown_on_page, telling, title as title_of};
use crate::pages::{Desk, Library, Spots};
use crate::scene::causes::{Chain, Measures, Telling, Tie, picture};
use crate::scene::label::{Weight, text_width};
use crate::scene::words;
use crate::words::{Count, Pictures};

/// Widths of boxes that are tried, px.
const BOXES: [f64; 5] = [260.0, 220.0, 190.0, 165.0, 150.0];
/// A chain is not drawn larger than this.
const LARGEST: f64 = 1.3;
/// So many ties are told in words.
const TOLD: usize = 12;

/// Hands over the chain that the page would show large; `None` where there is none.
fn shown<T>(
    extract: &Extract<'_>,
    then: impl FnOnce(Desk<'_>, (&Chain, Option<&Telling<'_>>), Option<&Tie>) -> T,
) -> Option<T> {
    let library = Library::new(extract.atlas, extract.texts);
    let desk = library.desk(&extract.view, 0.0);
    let telling = telling(desk);
    let all = shown_on_page(desk, telling.as_ref());
    chosen(desk, &all).map(|(chain, tie)| then(desk, (chain, telling.as_ref()), tie))
}

pub(super) fn title(extract: &Extract<'_>) -> String {
    let atlas = extract.atlas;
    let named = |desk: Desk<'_>, (chain, _): (&Chain, Option<&Telling<'_>>), _: Option<&Tie>| {
        atlas.tell(Pictures::LeadsTo, &[&title_of(desk, chain)])
    };
    shown(extract, named).unwrap_or_else(|| atlas.say(Pictures::WhatLeads).to_owned())
}

/// Boxes and arrows.
pub(super) fn body(markup: &mut Markup, extract: &Extract<'_>, room: Room) {
    let drawn = shown(extract, |desk, (chain, telling), tie| {
        let label = |id| words::summary(desk.atlas, Some(desk.texts), id);
        let laid = BOXES.map(|width| {
            let measures = Measures { width, gap: 56.0, space: 14.0, line: LINE, pad: 8.0 };
            let laid = picture(chain, measures, &label);
            let scale = (room.width / (laid.width + 4.0)).min(room.height / (laid.height + 4.0));
            (scale.min(LARGEST), laid)
        });
        let best = laid.iter().max_by(|(a, _), (b, _)| a.total_cmp(b));
        let Some((scale, laid)) = best else { return };
        let own = Rect::new(0.0, 0.0, laid.width * scale, laid.height * scale);
        let (x, y) =
            (room.x + (room.width - own.width) / 2.0, room.y + (room.height - own.height) / 2.0);
        let place = format!("translate({} {}) scale({scale:.3})", px(x), px(y));
        markup.element("g", &[("class", "scenarios"), ("transform", &place)], |m| {
            let mut spots = Spots::default();
            parts(m, desk, (laid, telling), tie.map(|tie| tie.0), &mut spots, &label);
            // The page has it beside the arrow's number, which a picture does without.
            for way in &laid.ways {
                badge(m, telling.map(|telling| telling.tie(way.tie)), way.middle());
            }
        });
    });
    if drawn.is_none() {
        let said = extract.atlas.say(Pictures::NoCauses);
        line(markup, "line", (room.x, room.y + 24.0), said);
    }
}

/// The claims that the picture is drawn from.
pub(super) fn claims(extract: &Extract<'_>) -> ClaimSet {
    let mut claims = ClaimSet::none(extract.atlas.claims().len());
    shown(extract, |_, (chain, _), _| chain.claims.iter().for_each(|&id| claims.insert(id)));
    claims
}

/// What the boxes are.
pub(super) fn key(markup: &mut Markup, atlas: &Atlas, at: (f64, f64)) {
    let mut x = at.0;
    for (kind, word) in KINDS {
        let said = atlas.say(word);
        markup.element("g", &[("class", "scenarios")], |m| {
            let (x, y) = (px(x), px(at.1 - 11.0));
            let class = format!("box {kind}");
            let place = [("class", class.as_str()), ("x", &x), ("y", &y)];
            m.shape("rect", &[place[0], place[1], place[2], ("width", "22"), ("height", "13")]);
        });
        line(markup, "small-line", (x + 28.0, at.1), said);
        x += 28.0 + text_width(said, 10.5, Weight::Regular) + 18.0;
    }
}

/// The arrows, one by one.
pub(super) fn alt(extract: &Extract<'_>) -> String {
    let atlas = extract.atlas;
    let said = shown(extract, |desk, (chain, _), _| {
        let name = |id| words::summary(desk.atlas, Some(desk.texts), id);
        let ties = chain.ties.iter().take(TOLD);
        let tie = |from, to| atlas.tell(Pictures::TieAlt, &[&name(from), &name(to)]);
        let told: Vec<String> = ties.map(|&(_, from, to)| tie(from, to)).collect();
        let more = match chain.ties.len().saturating_sub(TOLD) {
            0 => String::new(),
            more => atlas.count(more, Pictures::MoreArrows),
        };
        let claims = atlas.count(chain.claims.len(), Count::Claims);
        let arrows = atlas.count(chain.ties.len(), Count::Arrows);
        atlas.tell(Pictures::ScenariosAlt, &[&claims, &arrows, &told.join(" "), &more])
    });
    said.unwrap_or_else(|| atlas.say(Pictures::NoCausesAlt).to_owned())
}
