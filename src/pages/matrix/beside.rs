//! The mapping beside the map, as two documents tell it: a sign for each crossing.

use super::{Desk, plan};
use crate::atlas::{ActorId, Dyad};
use crate::markup::Markup;
use crate::markup::against::{sign, told};
use crate::markup::matrix::head;
use crate::markup::said::mixed;
use crate::pages::Spots;
use crate::query::{Lens, Relation};
use crate::scene::against::sentence_of;
use crate::scene::crosstab::{Cell, Crosstab, Line, Of, Ramp, crosstab};
use crate::view::Selection;
use crate::words::{Count, Matrix};

/// Writes it; nothing where all documents speak together, which the page outside draws itself.
pub(crate) fn beside(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let plan = plan(atlas, desk.view);
    let Some(lens) = plan.lens else { return };
    let table = crosstab(atlas, &desk.view.filter, &plan);
    let attributes = [("class", "matrix-panel"), ("aria-labelledby", "page-title")];
    markup.element("section", &attributes, |m| {
        m.element("div", &[("class", "pane-head")], |m| {
            m.leaf("h2", &[("id", "page-title")], atlas.say(Matrix::Title));
            m.leaf("p", &[("class", "quiet")], atlas.say(Matrix::Lines));
        });
        let said = sentence_of(atlas, lens, Count::Cells, table.told);
        m.element("p", &[("class", "lead")], |m| mixed(m, atlas, &said));
        m.element("div", &[("class", "matrix-scroll"), ("id", "beside-scroll")], |m| {
            let attributes = [
                ("role", "grid"),
                ("class", "matrix of-two"),
                ("aria-labelledby", "page-title"),
                ("data-rove", ""),
            ];
            m.element("table", &attributes, |m| {
                m.element("thead", &[], |m| head(m, atlas, &columns(desk, &table)));
                m.element("tbody", &[], |m| body(m, desk, &table));
            });
        });
        key(m, desk, lens);
    });
}

/// What the signs mean, and the two kinds of no sign.
fn key(markup: &mut Markup, desk: Desk<'_>, lens: Lens) {
    let atlas = desk.atlas;
    let attributes = [("class", "matrix-key"), ("aria-label", atlas.say(Matrix::Key))];
    markup.element("ul", &attributes, |m| {
        for relation in Relation::TOLD {
            m.element("li", &[], |m| told(m, atlas, lens, relation));
        }
        for (class, word) in
            [("cell no-claim", Matrix::NoClaim), ("cell out-of-scope", Matrix::OutOfScope)]
        {
            m.element("li", &[], |m| {
                m.leaf("span", &[("class", class)], "");
                m.text(atlas.say(word));
            });
        }
    });
}

/// Its columns, by power.
fn columns(desk: Desk<'_>, table: &Crosstab) -> Vec<(ActorId, Vec<Dyad>)> {
    let dyads = || table.columns.iter().filter_map(dyad);
    let of = |&power: &ActorId| (power, dyads().filter(|dyad| dyad.power == power).collect());
    let all = desk.atlas.powers().iter().map(of);
    all.filter(|(_, dyads): &(_, Vec<Dyad>)| !dyads.is_empty()).collect()
}

fn body(markup: &mut Markup, desk: Desk<'_>, table: &Crosstab) {
    let (mut group, mut spots) = (None, Spots::default());
    for (row, cells) in table.rows.iter().zip(&table.cells) {
        if row.group != group {
            group.clone_from(&row.group);
            let name = group.as_deref().unwrap_or_default();
            markup.element("tr", &[("class", "group"), ("role", "row")], |m| {
                m.leaf("th", &[("scope", "rowgroup"), ("role", "rowheader")], name);
            });
        }
        markup.element("tr", &[("role", "row")], |m| {
            m.leaf("th", &[("scope", "row"), ("role", "rowheader")], &row.name);
            for (column, own) in table.columns.iter().zip(cells) {
                cell(m, desk, (row, column), own, is_first(table, column), spots.next());
            }
        });
    }
}

/// Its sign, the way to its claims.
fn cell(
    markup: &mut Markup,
    desk: Desk<'_>,
    (row, column): (&Line, &Line),
    cell: &Cell,
    first: bool,
    tabindex: &str,
) {
    let relation = cell.told.as_ref().map_or(Relation::Silent, |told| told.relation);
    let Of::Category(category) = row.of else { return };
    let Some(dyad) = dyad(column) else { return };
    let open = desk.view.selection == Some(Selection::Dyad(dyad, Some(category)));
    let more = [(first, " first"), (open, " selected")];
    let more: String = more.into_iter().filter(|(is, _)| *is).map(|(_, class)| class).collect();
    let class = match relation {
        Relation::Silent => format!("cell {}{more}", super::cell::kind(cell, Ramp::up_to(0))),
        _ => format!("cell told {}{more}", relation.slug()),
    };
    let spoken = super::cell::spoken(desk.atlas, row, column, cell);
    let id = format!("beside-{}-{}", row.slug, column.slug);
    let href = format!("?dyad={}~{}", column.slug, row.slug);
    let mut attributes = vec![
        ("data-spot", ""),
        ("id", id.as_str()),
        ("tabindex", tabindex),
        ("aria-label", spoken.as_str()),
        ("title", spoken.as_str()),
    ];
    markup.element("td", &[("role", "gridcell"), ("class", &class)], |m| {
        if relation == Relation::Silent {
            return m.leaf("span", &attributes, "");
        }
        attributes.push(("href", href.as_str()));
        m.element("a", &attributes, |m| sign(m, relation));
    });
}

fn dyad(line: &Line) -> Option<Dyad> {
    match line.of {
        Of::Dyad(dyad) => Some(dyad),
        _ => None,
    }
}

/// Whether a column is the first of its power.
fn is_first(table: &Crosstab, column: &Line) -> bool {
    let of = dyad(column).map(|dyad| dyad.power);
    let same = |other: &&Line| dyad(other).map(|dyad| dyad.power) == of;
    table.columns.iter().find(same).is_some_and(|first| first.slug == column.slug)
}
