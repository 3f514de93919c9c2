//! The matrix as the reader arranges it: any two axes, sorted, reordered, transposed, or two documents
//! against each other.

mod beside;
mod cell;
mod fit;
mod grid;
mod key;

pub(super) use beside::beside;
pub(super) use cell::outlines;
pub(super) use key::ramp;

use super::{Desk, against, field, presets, sheet};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::matrix::ARRANGEMENTS;
use crate::markup::said::{english_leaf, mixed};
use crate::markup::{Markup, list};
use crate::pages::sources::ties::contradicting;
use crate::scene::crosstab::{Axis, Crosstab, Hand, Line, Plan, Sort, crosstab};
use crate::scene::words;
use crate::view::{Choice, Tab, ViewState};
use crate::words::{Count, Matrix, MatrixPage, Said, Study};

/// How large the table is, and how much of it is filled.
pub(super) fn said(desk: Desk<'_>) -> String {
    let table = crosstab(desk.atlas, &desk.view.filter, &plan(desk.atlas, desk.view));
    lead(desk, &table)
}

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let plan = plan(desk.atlas, desk.view);
    let table = crosstab(desk.atlas, &desk.view.filter, &plan);
    let lead = lead(desk, &table);
    let title = title(desk.atlas, &plan);
    sheet(markup, desk, "crosstab", &title, &lead, |m| {
        arrangements(m, desk, &plan);
        controls(m, desk, &plan);
        if let Some(lens) = plan.lens {
            against::key(m, desk.atlas, lens, Count::Cells, table.told);
        }
        if table.rows.is_empty() || table.columns.is_empty() {
            m.leaf("p", &[], desk.atlas.say(MatrixPage::NoneLeft));
            return;
        }
        hidden(m, desk, &plan);
        m.element("div", &[("class", "crosstab-and-claims")], |m| {
            m.element("div", &[("class", "crosstab-scroll"), ("id", "crosstab-scroll")], |m| {
                grid::Grid::new(desk, &plan, &table).write(m);
                // Takes an order made by dragging into the link.
                let by_hand = [("type", "hidden"), ("id", "order-by-hand"), ("data-key", "order")];
                m.shape("input", &by_hand);
            });
            claims(m, desk, &table);
        });
        key(m, desk, &plan, &table);
    });
}

/// The reader's order once a line of the table, as `r.bases` or `c.KZ-RU`, was put before another or behind all
/// of its side: as the link has it. `None` where there is no such table.
pub(super) fn reordered(desk: Desk<'_>, line: &str, before: Option<&str>) -> Option<String> {
    let plan = plan(desk.atlas, desk.view);
    let table = crosstab(desk.atlas, &desk.view.filter, &plan);
    let (side, slug) = line.split_once('.')?;
    let before = before.and_then(|before| before.split_once('.')).map(|(_, slug)| slug);
    let slugs = |lines: &[Line]| lines.iter().map(|line| line.slug.clone()).collect::<Vec<_>>();
    let put = |lines: Vec<String>, hand: &Hand| {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        hand.put(&lines, slug, before)
    };
    Some(match side {
        "r" => order(&put(slugs(&table.rows), &plan.row_hand), &plan.column_hand),
        "c" => order(&plan.row_hand, &put(slugs(&table.columns), &plan.column_hand)),
        _ => return None,
    })
}

/// Both axes' orders as the link has them.
fn order(rows: &Hand, columns: &Hand) -> String {
    [rows.text('r'), columns.text('c')].join("~").trim_matches('~').to_owned()
}

/// What the link asks for; what it names wrongly is as if it were not named.
pub(crate) fn plan(atlas: &Atlas, view: &ViewState) -> Plan {
    let choices = &view.choices;
    let axis = |choice, default| choices.get(choice).and_then(Axis::read).unwrap_or(default);
    let order = choices.get(Choice::Order).unwrap_or_default();
    let lens = against::lens(atlas, view);
    Plan {
        rows: axis(Choice::Rows, Axis::Category),
        columns: axis(Choice::Columns, Axis::Dyad),
        counts: choices.get(Choice::Cell) == Some("count"),
        sort: choices.get(Choice::Sort).and_then(Sort::read).unwrap_or_default(),
        row_hand: Hand::read(order, 'r'),
        column_hand: Hand::read(order, 'c'),
        lens,
    }
}

/// What the cells can show, as links write it: codes where there are any, else counts; or counts.
pub(super) const CELLS: [&str; 2] = ["code", "count"];

/// The ids of all lines that a table can have, rows and columns.
pub(super) struct Lines {
    rows: Vec<String>,
    columns: Vec<String>,
}

impl Lines {
    /// Those of the table that a link asks for.
    pub(super) fn of(atlas: &Atlas, view: &ViewState) -> Self {
        let plan = plan(atlas, view);
        let ids = |axis: Axis| axis.lines(atlas).into_iter().map(|line| line.slug).collect();
        Self { rows: ids(plan.rows), columns: ids(plan.columns) }
    }

    /// Whether there is a cell by that name.
    pub(super) fn have_cell(&self, value: &str) -> bool {
        value.split_once('~').is_some_and(|(row, column)| {
            self.rows.iter().any(|own| own == row) && self.columns.iter().any(|own| own == column)
        })
    }

    /// Whether a part of the reader's own order, as `r.bases` or `c_KZ-RU`, moves or hides a line.
    pub(super) fn have_hand(&self, token: &str) -> bool {
        let moves = |side, lines: &[String]| {
            let Hand { first, hidden } = Hand::read(token, side);
            first.iter().chain(&hidden).any(|slug| lines.contains(slug))
        };
        moves('r', &self.rows) || moves('c', &self.columns)
    }
}

/// Whether the table that a link asks for can be sorted so.
pub(super) fn has_sort(atlas: &Atlas, view: &ViewState, value: &str) -> bool {
    let lines = || Lines::of(atlas, view);
    match Sort::read(value) {
        None | Some(Sort::Own) => false,
        Some(Sort::Like) => true,
        Some(Sort::ByColumn(slug)) => lines().columns.contains(&slug),
        Some(Sort::ByRow(slug)) => lines().rows.contains(&slug),
    }
}

/// What stands in rows and in columns.
pub(crate) fn title(atlas: &Atlas, plan: &Plan) -> String {
    let (rows, columns) = (words::capitalised(atlas.say(plan.rows)), atlas.say(plan.columns));
    atlas.tell(MatrixPage::By, &[&rows, columns])
}

fn lead(desk: Desk<'_>, table: &Crosstab) -> String {
    let atlas = desk.atlas;
    let cells = || table.cells.iter().flatten();
    let (rows, columns) = (
        atlas.count(table.rows.len(), Count::Rows),
        atlas.count(table.columns.len(), Count::Columns),
    );
    let size = atlas.tell(MatrixPage::Size, &[&rows, &columns]);
    let filled = cells().filter(|cell| !cell.claims.is_empty()).count();
    let disputed = cells().filter(|cell| cell.disputed).count();
    let filled = atlas.count(filled, Count::Cells);
    atlas.tell(MatrixPage::Lead, &[&size, &filled, &atlas.number(disputed)])
}

/// The tables that readers of the field ask for: as the plain matrix offers them, which is the first of them.
fn arrangements(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let say = |word| desk.atlas.say(word);
    let arranged = desk.view.choices.get(Choice::Rows).or(desk.view.choices.get(Choice::Columns));
    let own = [plan.rows.slug(), plan.columns.slug()];
    let mapping = std::iter::once((Matrix::Mapping, "", ""));
    let links = mapping.chain(ARRANGEMENTS).map(|(name, rows, columns)| {
        let href = desk.choosing_all(&[
            (Choice::Rows, rows),
            (Choice::Columns, columns),
            (Choice::Cell, if rows.is_empty() { "" } else { desk.choice(Choice::Cell) }),
            (Choice::Sort, ""),
            (Choice::Order, ""),
            (Choice::Focus, ""),
        ]);
        let id = if rows.is_empty() { "mapping" } else { &*format!("{rows}-by-{columns}") };
        let here = match arranged {
            Some(_) => own == [rows, columns],
            // Without rows and columns of its own it is the mapping, for whatever else it is arranged.
            None => rows.is_empty(),
        };
        (id.to_owned(), say(name), here, href)
    });
    presets(markup, say(Matrix::Arrangements), links);
}

fn controls(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let say = |word| desk.atlas.say(word);
    markup.element("div", &[("class", "controls")], |m| {
        let axes = |at: Axis| {
            Axis::ALL.iter().map(move |axis| (axis.slug(), desk.atlas.say(*axis), *axis == at))
        };
        field(m, "choose-rows", say(MatrixPage::Rows), Choice::Rows, axes(plan.rows));
        let name = say(MatrixPage::Columns);
        field(m, "choose-cols", name, Choice::Columns, axes(plan.columns));
        let cells = [
            ("code", say(MatrixPage::Codes), !plan.counts),
            ("count", say(MatrixPage::Counts), plan.counts),
        ];
        field(m, "choose-cell", say(MatrixPage::Cells), Choice::Cell, cells);
        against::chooser(m, desk);
        let order = [plan.row_hand.text('c'), plan.column_hand.text('r')].join("~");
        let transposed = desk.choosing_all(&[
            (Choice::Rows, plan.columns.slug()),
            (Choice::Columns, plan.rows.slug()),
            (Choice::Order, order.trim_matches('~')),
            (Choice::Sort, ""),
            (Choice::Focus, ""),
        ]);
        m.leaf(
            "a",
            &[("class", "button"), ("id", "transpose"), ("href", &transposed)],
            say(MatrixPage::Transpose),
        );
        let like = plan.sort == Sort::Like;
        let alike = desk.choosing(Choice::Sort, if like { "" } else { "like" });
        let mut attributes = vec![("class", "button"), ("id", "alike"), ("href", alike.as_str())];
        attributes.push(("aria-current", if like { "true" } else { "false" }));
        m.leaf("a", &attributes, say(MatrixPage::Alike));
        if plan.sort != Sort::Own
            || plan.row_hand != Hand::default()
            || plan.column_hand != Hand::default()
        {
            let own = desk.choosing_all(&[(Choice::Sort, ""), (Choice::Order, "")]);
            m.leaf(
                "a",
                &[("class", "button"), ("id", "own-order"), ("href", &own)],
                say(MatrixPage::OwnOrder),
            );
        }
    });
}

/// What the reader hid, each brought back by a press.
fn hidden(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let hands = [(plan.rows, 'r', &plan.row_hand), (plan.columns, 'c', &plan.column_hand)];
    if hands.iter().all(|(_, _, hand)| hand.hidden.is_empty()) {
        return;
    }
    markup.element("p", &[("class", "hidden-lines")], |m| {
        m.text(desk.atlas.say(MatrixPage::Hidden));
        for (axis, side, hand) in hands {
            let lines = axis.lines(desk.atlas);
            for slug in &hand.hidden {
                let mut shown = hand.clone();
                shown.hidden.retain(|own| own != slug);
                let href = rehanded(desk, plan, side, &shown);
                let name = lines
                    .iter()
                    .find(|line| line.slug == *slug)
                    .map_or(slug.as_str().into(), Line::full_name);
                m.leaf("a", &[("class", "chip"), ("href", &href)], &format!("{name} +"));
            }
        }
    });
}

/// The link to the same table with one axis's hand changed.
fn rehanded(desk: Desk<'_>, plan: &Plan, side: char, hand: &Hand) -> String {
    let (rows, columns) =
        if side == 'r' { (hand, &plan.column_hand) } else { (&plan.row_hand, hand) };
    desk.choosing(Choice::Order, &order(rows, columns))
}

/// The claims of the cell that is open.
fn claims(markup: &mut Markup, desk: Desk<'_>, table: &Crosstab) {
    let Some(open) = desk.view.choices.get(Choice::Focus) else { return };
    let found = table.rows.iter().zip(&table.cells).find_map(|(row, cells)| {
        let mut crossings = table.columns.iter().zip(cells);
        crossings
            .find(|(column, _)| cell::token(row, column) == open)
            .map(|(column, cell)| (row, column, cell))
    });
    let Some((row, column, cell)) = found else { return };
    markup.element(
        "section",
        &[("class", "cell-claims"), ("aria-labelledby", "cell-title")],
        |m| {
            let title = format!("{}, {}", row.full_name(), column.full_name());
            let heading = [("id", "cell-title"), ("tabindex", "-1")];
            m.element("h3", &heading, |m| mixed(m, desk.atlas, &title));
            let close = desk.choosing(Choice::Focus, "");
            m.leaf(
                "a",
                &[("class", "button"), ("id", "cell-close"), ("href", &close)],
                desk.atlas.say(Study::Close),
            );
            let spoken = cell::spoken(desk.atlas, row, column, cell);
            m.element("p", &[("class", "quiet")], |m| mixed(m, desk.atlas, &spoken));
            differences(m, desk, &cell.claims);
            list::short(m, desk.atlas, desk.texts, &cell.claims);
        },
    );
}

/// Each recorded disagreement that touches the claims, in the curator's words.
fn differences(markup: &mut Markup, desk: Desk<'_>, claims: &ClaimSet) {
    let told = contradicting(desk, claims);
    if told.is_empty() {
        return;
    }
    markup.element("ul", &[("class", "differences")], |m| {
        for note in told.into_iter().filter_map(|(at, _)| desk.texts.link(at)) {
            english_leaf(m, desk.atlas, "li", &[], note);
        }
    });
}

fn key(markup: &mut Markup, desk: Desk<'_>, plan: &Plan, table: &Crosstab) {
    let say = |word| desk.atlas.say(word);
    let attributes = [("class", "matrix-key"), ("aria-label", say(MatrixPage::Key))];
    markup.element("ul", &attributes, |m| {
        let signs = match plan.lens {
            Some(_) => [
                ("cell told both", "", say(MatrixPage::BothSpeak)),
                ("cell told differ", "", say(MatrixPage::TheyDiffer)),
                ("cell told first-only", "", say(MatrixPage::FirstAlone)),
                ("cell told second-only", "", say(MatrixPage::SecondAlone)),
            ],
            None => [
                ("cell stated-no", say(MatrixPage::No), say(MatrixPage::StatedNo)),
                ("cell no-claim", "", desk.atlas.say(Said::NoClaim)),
                ("cell out-of-scope", "", say(MatrixPage::OutOfScope)),
                ("cell count shade-1 disputed", "", desk.atlas.say(Said::Disputed)),
            ],
        };
        if plan.lens.is_none() {
            key::steps(m, desk.atlas, plan, table);
        }
        for (class, sign, words) in signs {
            if plan.lens.is_none() && !key::is_used(class, table) {
                continue;
            }
            m.element("li", &[], |m| {
                m.leaf("span", &[("class", class)], sign);
                m.text(words);
            });
        }
        m.element("li", &[], |m| {
            m.text(say(MatrixPage::Spark));
            let href = desk.on(Tab::Codebook, |_| {});
            m.leaf("a", &[("href", &href)], say(MatrixPage::WhatTheyMean));
        });
    });
}
