//! The matrix as an ARIA grid.

use super::Markup;
use crate::atlas::{ActorId, Atlas, Dyad};
use crate::scene::crosstab::Ramp;
use crate::scene::matrix::{Cell, Content, Matrix, STEPS, shade};
use crate::scene::words;
use crate::words::{Matrix as Own, Said, Words};

/// A table that readers of the field ask for: its name, what its rows and its columns are.
pub type Arrangement = (Own, &'static str, &'static str);

/// The tables that both matrices offer behind the mapping itself; the first is the mapping as a table that can be
/// sorted, hidden in and turned.
pub const ARRANGEMENTS: [Arrangement; 8] = [
    (Own::Arrange, "category", "dyad"),
    (Own::Organisations, "organisation", "party"),
    (Own::Visas, "traveller", "destination"),
    (Own::Posts, "sender", "host"),
    (Own::Bases, "operator", "host"),
    (Own::Sources, "category", "source"),
    (Own::Periods, "category", "period"),
    (Own::Issues, "issue", "party"),
];

/// The panel: its heading, room for the table, the key.
pub fn panel(markup: &mut Markup, words: &Words) {
    let attributes = [("class", "matrix-panel"), ("aria-labelledby", "matrix-title")];
    markup.element("section", &attributes, |m| {
        m.element("div", &[("class", "pane-head")], |m| {
            m.leaf("h2", &[("id", "matrix-title")], words.say(Own::Title));
            m.leaf("p", &[("class", "quiet")], words.say(Own::Lines));
            m.leaf("p", &[("class", "quiet by-hand")], words.say(Own::ByHand));
            let name = ("aria-label", words.say(Own::Arrangements));
            m.element("nav", &[("class", "presets"), name], |m| {
                let here = [("href", "?tab=matrix"), ("data-onto", ""), ("aria-current", "true")];
                m.leaf("a", &here, words.say(Own::Mapping));
                for (name, rows, columns) in ARRANGEMENTS {
                    let href = ["?tab=matrix&rows=", rows, "&cols=", columns].concat();
                    m.leaf("a", &[("href", &href), ("data-onto", "")], words.say(name));
                }
            });
        });
        m.leaf("div", &[("class", "matrix-scroll")], "");
        // Takes an order made by hand into the link.
        let by_hand = [("type", "hidden"), ("id", "order-by-hand"), ("data-key", "order")];
        m.shape("input", &by_hand);
        key(m, words);
    });
}

/// The whole table; the first cell takes the focus.
pub fn table(markup: &mut Markup, atlas: &Atlas, matrix: &Matrix) {
    let attributes = [("role", "grid"), ("class", "matrix"), ("aria-labelledby", "matrix-title")];
    markup.element("table", &attributes, |m| {
        m.element("thead", &[], |m| head(m, atlas, &matrix.columns));
        m.element("tbody", &[], |m| body(m, atlas, matrix));
    });
}

/// The powers, and under each its states: the columns of the mapping, whatever its cells show.
pub fn head(markup: &mut Markup, atlas: &Atlas, columns: &[(ActorId, Vec<Dyad>)]) {
    let row = [("role", "row")];
    markup.element("tr", &row, |m| {
        m.leaf("td", &[], "");
        for (power, dyads) in columns {
            let actor = atlas.actor(*power);
            let class = format!("power power-{}", actor.slug.to_ascii_lowercase());
            let span = dyads.len().to_string();
            let attributes = [
                ("scope", "colgroup"),
                ("role", "columnheader"),
                ("colspan", &span),
                ("class", class.as_str()),
            ];
            m.element("th", &attributes, |m| {
                m.text(actor.name);
                m.text(" ");
                m.leaf("span", &[("class", "tag")], actor.slug);
            });
        }
    });
    markup.element("tr", &row, |m| {
        m.leaf("td", &[], "");
        for (at, dyad) in columns.iter().flat_map(|(_, dyads)| dyads.iter().enumerate()) {
            let state = atlas.actor(dyad.state);
            let slug = dyad.slug(atlas);
            let class = if at == 0 { "state first" } else { "state" };
            let line = format!("c.{slug}");
            let attributes = [
                ("scope", "col"),
                ("role", "columnheader"),
                ("class", class),
                ("data-pair", slug.as_str()),
                ("data-line", &line),
            ];
            m.element("th", &attributes, |m| {
                m.leaf("abbr", &[("title", state.name)], state.slug);
                m.leaf("span", &[("class", "full")], state.name);
            });
        }
    });
}

fn body(markup: &mut Markup, atlas: &Atlas, matrix: &Matrix) {
    let mut group = None;
    let mut at = 0;
    for row in &matrix.rows {
        if group != Some(row.group) {
            group = Some(row.group);
            markup.element("tr", &[("class", "group"), ("role", "row")], |m| {
                m.leaf("th", &[("scope", "rowgroup"), ("role", "rowheader")], atlas.say(row.group));
            });
        }
        let category = atlas.category(row.category);
        markup.element("tr", &[("role", "row")], |m| {
            let line = format!("r.{}", category.slug);
            let attributes =
                [("scope", "row"), ("role", "rowheader"), ("data-line", line.as_str())];
            m.leaf("th", &attributes, category.name);
            for own in &row.cells {
                cell(m, atlas, matrix, at, own);
                at += 1;
            }
        });
    }
}

/// The cell of a number, counted row by row. The keyboard enters the grid at the first.
pub fn cell(markup: &mut Markup, atlas: &Atlas, matrix: &Matrix, at: usize, cell: &Cell) {
    let mut class = class(cell);
    // A row is made of groups of one size; so is the whole table.
    let states = matrix.columns.first().map_or(0, |(_, dyads)| dyads.len());
    if at.checked_rem(states) == Some(0) {
        class.push_str(" first");
    }
    let (short, long) = words::cell(atlas.words(), cell);
    let spoken = super::named_as_shown(words::spoken(atlas, cell), &[&short, &long]);
    let name = [atlas.category(cell.category).slug, ":", &cell.dyad.slug(atlas)].concat();
    let attributes = [
        ("role", "gridcell"),
        ("class", class.as_str()),
        ("data-cell", &name),
        ("aria-label", &spoken),
        ("tabindex", if at == 0 { "0" } else { "-1" }),
    ];
    markup.element("td", &attributes, |m| {
        if short == long {
            m.text(&short);
        } else {
            m.leaf("span", &[("class", "short")], &short);
            m.leaf("span", &[("class", "long")], &long);
        }
    });
}

/// The look of a cell: what it is, how dark, whether the documents disagree.
fn class(cell: &Cell) -> String {
    let kind = match &cell.content {
        Content::Count => format!("count shade-{}", shade(cell.claims)),
        Content::Uncoded => "count shade-0".to_owned(),
        Content::Tie(_)
        | Content::Sites(_)
        | Content::Visa { .. }
        | Content::Posts(_)
        | Content::Members(_) => format!("code shade-{}", cell.content.step()),
        Content::StatedNo => "stated-no".to_owned(),
        Content::NoClaim => "no-claim".to_owned(),
        Content::OutOfScope => "out-of-scope".to_owned(),
    };
    let last_known = cell.last_known.is_some_and(|known| known.some == known.of);
    let inward = matches!(cell.content, Content::Visa { inward: true, .. });
    let signs = [(cell.disputed, " disputed"), (last_known, " last-known"), (inward, " inward")];
    let signs = signs.map(|(is, sign)| if is { sign } else { "" });
    ["cell ", &kind, signs[0], signs[1], signs[2]].concat()
}

/// The key.
fn key(markup: &mut Markup, words: &Words) {
    let attributes = [("class", "matrix-key"), ("aria-label", words.say(Own::Key))];
    markup.element("ul", &attributes, |m| {
        m.element("li", &[("class", "ramp")], |m| {
            m.text(words.say(Own::Claims));
            for (step, from) in Ramp(STEPS).labels() {
                m.leaf("span", &[("class", &format!("cell count shade-{step}"))], &from);
            }
        });
        for (class, sign, said) in [
            ("cell stated-no", words.say(Said::StatedNo), Own::StatedNo),
            ("cell no-claim", "", Own::NoClaim),
            ("cell out-of-scope", "", Own::OutOfScope),
            ("cell code shade-1 inward", "←", Own::Inward),
            ("cell count shade-0", "(2)", Own::Uncoded),
            ("cell count shade-1 disputed", "", Own::Disputed),
            ("cell code shade-1 last-known", "4", Own::LastKnown),
            ("of-codes", "", Own::Codes),
            ("of-sites", "", Own::Signs),
            ("of-members", "", Own::Members),
        ] {
            m.element("li", &[], |m| {
                m.leaf("span", &[("class", class)], sign);
                m.text(words.say(said));
            });
        }
        m.leaf("li", &[("class", "of-history")], words.say(Own::History));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::written;

    #[test]
    fn the_key_names_the_number_that_each_shade_begins_with() {
        let key = written(|m| key(m, &Words::default()));
        for (step, from) in (1..).zip(STEPS) {
            assert_eq!((shade(from - 1), shade(from)), (step - 1, step));
            let last = if step == 5 { "+" } else { "" };
            let entry = format!("<span class=\"cell count shade-{step}\">{from}{last}</span>");
            assert!(key.contains(&entry), "{key}");
        }
    }
}
