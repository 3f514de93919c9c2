//! One document against another: the control that chooses two, the signs of who tells what, their key.
//!
//! A sign is a disc of which the left half is the first document's and the right half the second's; where they differ
//! it holds an unequal sign.

use super::said::mixed;
use super::{Markup, px};
use crate::atlas::{Atlas, SourceId};
use crate::query::{Lens, Relation};
use crate::scene::against;
use crate::scene::names::cited;
use crate::view::Choice;
use crate::words::Against;

/// Each pair of documents once, and in words; the one that is chosen as its link has it, which may be the other way
/// round.
pub fn pairs(atlas: &Atlas, chosen: Option<Lens>) -> Vec<(Lens, String)> {
    let sources: Vec<_> = atlas.sources().map(|(id, _)| (id, cited(atlas, id))).collect();
    let turned = chosen.map(|lens| lens.of_all().turned());
    let each = sources.iter().enumerate().flat_map(|(at, one)| {
        let after = sources.get(at + 1..).unwrap_or_default();
        after.iter().map(move |other| (one, other))
    });
    let pair = |(one, other): (&(SourceId, String), &(SourceId, String))| {
        let lens = Lens { first: one.0, second: other.0, only: None };
        let is_turned = Some(lens) == turned;
        let [first, second] = if is_turned { [other, one] } else { [one, other] };
        let words = atlas.tell(Against::Pair, &[&first.1, &second.1]);
        (if is_turned { lens.turned() } else { lens }, words)
    };
    each.map(pair).collect()
}

/// The sign in a drawing, 10 px across, about a place in px.
pub fn glyph(markup: &mut Markup, relation: Relation, (x, y): (f64, f64)) {
    let class = format!("told-glyph {}", relation.slug());
    let place = format!("translate({} {})", px(x), px(y));
    let attributes =
        [("class", class.as_str()), ("transform", place.as_str()), ("aria-hidden", "true")];
    markup.element("g", &attributes, |m| drawn(m, relation));
}

fn drawn(markup: &mut Markup, relation: Relation) {
    markup.shape("circle", &[("class", "disc"), ("r", "4.2")]);
    let (class, d) = match relation {
        Relation::Silent => return,
        Relation::FirstOnly => ("half", "M0-4.2A4.2 4.2 0 0 0 0 4.2Z"),
        Relation::SecondOnly => ("half", "M0-4.2A4.2 4.2 0 0 1 0 4.2Z"),
        Relation::Both => ("half", "M-4.2 0A4.2 4.2 0 1 0 4.2 0A4.2 4.2 0 1 0-4.2 0Z"),
        Relation::Differ => ("unequal", "M-2.4-1.1H2.4M-2.4 1.1H2.4M1.3-2.9L-1.3 2.9"),
    };
    markup.shape("path", &[("class", class), ("d", d)]);
}

/// The sign beside words that say the same.
pub fn sign(markup: &mut Markup, relation: Relation) {
    let class = format!("told-sign {}", relation.slug());
    let attributes =
        [("class", class.as_str()), ("viewBox", "-5 -5 10 10"), ("aria-hidden", "true")];
    markup.element("svg", &attributes, |m| {
        m.element("g", &[("class", "told-glyph")], |m| drawn(m, relation));
    });
}

/// The sign behind a text of a drawing.
pub fn behind(markup: &mut Markup, told: Option<Relation>) {
    let sign = match told {
        None | Some(Relation::Silent) => return,
        Some(Relation::FirstOnly) => " ◐",
        Some(Relation::SecondOnly) => " ◑",
        Some(Relation::Both) => " ●",
        Some(Relation::Differ) => " ≠",
    };
    markup.leaf("tspan", &[("class", "told-text")], sign);
}

/// Who tells it, as a sign and in words.
pub fn told(markup: &mut Markup, atlas: &Atlas, lens: Lens, relation: Relation) {
    if relation != Relation::Silent {
        markup.element("span", &[("class", "told-by")], |m| {
            sign(m, relation);
            m.element("span", &[], |m| mixed(m, atlas, &against::name(atlas, lens, relation)));
        });
    }
}

/// How many are told how, as signs with numbers: for what stands for many.
pub fn tally(markup: &mut Markup, atlas: &Atlas, lens: Lens, told: [usize; 4]) {
    for (relation, count) in Relation::TOLD.into_iter().zip(told).filter(|(_, count)| *count > 0) {
        let number = atlas.number(count);
        let name = against::name(atlas, lens, relation);
        let words = atlas.tell(Against::Counted, &[&name, &number]);
        markup.element("span", &[("class", "told-by tallied"), ("title", &words)], |m| {
            sign(m, relation);
            m.leaf("span", &[("aria-hidden", "true")], &number);
            m.element("span", &[("class", "spoken")], |m| mixed(m, atlas, &words));
        });
    }
}

/// What is spoken of the two, and the signs, each with how many are told so: chosen, it is all that is shown.
pub fn key(markup: &mut Markup, atlas: &Atlas, lens: Lens, sentence: &str, told: [usize; 4]) {
    markup.element("fieldset", &[("class", "against")], |m| {
        m.leaf("legend", &[], atlas.say(Against::Key));
        m.element("p", &[], |m| mixed(m, atlas, sentence));
        let mut choice = |only: Option<Relation>, inside: &dyn Fn(&mut Markup)| {
            let value = Lens { only, ..lens }.text(atlas);
            let id = format!("told-{}", only.map_or("all", Relation::slug));
            let mut attributes = vec![("type", "radio"), ("name", "told"), ("id", id.as_str())];
            attributes.extend([("data-key", Choice::Lens.key()), ("value", value.as_str())]);
            attributes.extend((only == lens.only).then_some(("checked", "")));
            m.element("label", &[("class", "told-choice")], |m| {
                m.shape("input", &attributes);
                inside(m);
            });
        };
        choice(None, &|m| m.text(atlas.say(Against::All)));
        for (relation, count) in Relation::TOLD.into_iter().zip(told) {
            let name = against::name(atlas, lens, relation);
            let words = atlas.tell(Against::Counted, &[&name, &atlas.number(count)]);
            choice(Some(relation), &|m| {
                sign(m, relation);
                m.element("span", &[], |m| mixed(m, atlas, &words));
            });
        }
    });
}
