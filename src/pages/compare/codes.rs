//! The coded ties in rows, a column a side; rows in which the sides differ are marked.

use crate::atlas::{ActorId, Atlas, Dyad};
use crate::markup::{Markup, list};
use crate::pages::Desk;
use crate::query::profile::{Aspect, Tie};
use crate::query::{Party, Subject};
use crate::scene::words;
use crate::view::Selection;

/// Writes the table; nothing where no tie is coded.
pub(super) fn write(markup: &mut Markup, desk: Desk<'_>, sides: &[(Party, Vec<Tie>)]) {
    let atlas = desk.atlas;
    let mut rows: Vec<(Aspect, Option<ActorId>)> =
        sides.iter().flat_map(|(_, ties)| ties.iter().map(|tie| (tie.aspect, tie.with))).collect();
    rows.sort();
    rows.dedup();
    if rows.is_empty() {
        return;
    }
    markup.leaf("h3", &[("class", "part")], "Coded ties");
    markup.element("table", &[("class", "codes")], |m| {
        m.element("thead", &[], |m| {
            m.element("tr", &[], |m| {
                m.leaf("td", &[], "");
                for (party, _) in sides {
                    m.leaf("th", &[("scope", "col")], &party.name(atlas));
                }
            });
        });
        m.element("tbody", &[], |m| {
            let mut aspect = None;
            for (own, with) in rows {
                if aspect != Some(own) {
                    aspect = Some(own);
                    let span = (sides.len() + 1).to_string();
                    m.element("tr", &[("class", "aspect")], |m| {
                        m.leaf("th", &[("colspan", &span), ("scope", "rowgroup")], own.words());
                    });
                }
                row(m, desk, sides, own, with);
            }
        });
    });
}

fn row(
    markup: &mut Markup,
    desk: Desk<'_>,
    sides: &[(Party, Vec<Tie>)],
    aspect: Aspect,
    with: Option<ActorId>,
) {
    let atlas = desk.atlas;
    let mut cells: Vec<(Party, Vec<(String, &Tie)>)> = Vec::new();
    for (party, ties) in sides {
        let own = ties.iter().filter(|tie| (tie.aspect, tie.with) == (aspect, with));
        cells.push((*party, own.map(|tie| (line(atlas, tie), tie)).collect()));
    }
    let said = |at: usize| {
        let lines = cells.get(at).map(|(_, lines)| lines.iter().map(|(text, tie)| told(text, tie)));
        lines.map(|lines| lines.collect::<Vec<_>>())
    };
    let differs = cells.len() == 2 && said(0) != said(1);
    markup.element("tr", &[("class", if differs { "differs" } else { "" })], |m| {
        m.element("th", &[("scope", "row")], |m| {
            m.text(with.map_or("between the two", |actor| atlas.actor(actor).name));
            if differs {
                m.leaf("span", &[("class", "differs-mark"), ("title", "differs")], "≠");
            }
        });
        for (party, lines) in &cells {
            m.element("td", &[], |m| {
                if lines.is_empty() {
                    m.leaf("span", &[("class", "quiet")], "no claim");
                }
                m.element("ul", &[], |m| {
                    for (text, tie) in lines {
                        m.element("li", &[], |m| open(m, desk, *party, tie, text));
                    }
                });
            });
        }
    });
}

/// What two sides are compared by: places are each side's own, their kind and state are not.
fn told(text: &str, tie: &Tie) -> String {
    match tie.standing.subject {
        Subject::Facility { .. } | Subject::Post { .. } => {
            text.split_once(": ").map_or(text, |(_, state)| state).to_owned()
        }
        _ => text.to_owned(),
    }
}

/// What stands, with the place or the limits that it is of.
fn line(atlas: &Atlas, tie: &Tie) -> String {
    let state = words::standing(atlas, &tie.standing);
    match tie.standing.subject {
        Subject::Facility { .. } | Subject::Post { .. } => {
            format!("{}: {state}", list::subject(atlas, tie.standing.subject))
        }
        _ => state,
    }
}

/// The line as a link: to its claim, or where several stand to the pair's claims of the category.
fn open(markup: &mut Markup, desk: Desk<'_>, party: Party, tie: &Tie, text: &str) {
    let Some(&(first, _)) = tie.standing.claims.first() else { return };
    let category = desk.atlas.claim(first).category;
    let pair = match (party, tie.with) {
        (Party::Dyad(dyad), _) => Some(dyad),
        (Party::Actor(own), Some(with)) => {
            let of = |dyad: &Dyad| [(own, with), (with, own)].contains(&(dyad.state, dyad.power));
            desk.atlas.dyads().find(of)
        }
        _ => None,
    };
    let href = desk.href(|view| {
        let several = tie.standing.claims.len() > 1;
        view.selection = match pair.filter(|_| several) {
            Some(pair) => Some(Selection::Dyad(pair, Some(category))),
            None => Some(Selection::Claim(first)),
        };
    });
    markup.leaf("a", &[("href", &href)], text);
}
