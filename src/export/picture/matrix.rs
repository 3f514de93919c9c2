//! The matrix in a picture, as the reader arranged it.

use super::{Room, fitted, line};
use crate::export::Extract;
use crate::markup::against::glyph;
use crate::markup::{Markup, px};
use crate::pages::matrix::{plan, title as title_of};
use crate::scene::crosstab::{Cell, Crosstab, Line, Plan, Ramp, Relation, Shown, crosstab};
use crate::scene::label::{Weight, text_width};
use crate::words::{Count, Pictures, Words};

/// Room for the names of rows, px.
const NAMES: f64 = 150.0;
/// Room for the names of columns and of their groups, px.
const HEADS: f64 = 34.0;
/// The tallest row, px.
const TALLEST: f64 = 30.0;
/// Room for the sign of which of two documents tells it, px.
const SIGN: f64 = 13.0;
/// The lowest row that a text of 9 px has room in.
const LOWEST: f64 = 11.0;

fn table(extract: &Extract<'_>) -> (Plan, Crosstab) {
    let plan = plan(extract.atlas, &extract.view);
    let table = crosstab(extract.atlas, &extract.view.filter, &plan);
    (plan, table)
}

pub(super) fn title(extract: &Extract<'_>) -> String {
    title_of(extract.atlas, &plan(extract.atlas, &extract.view))
}

/// The table.
pub(super) fn body(markup: &mut Markup, extract: &Extract<'_>, room: Room) {
    let (_, table) = table(extract);
    if table.rows.is_empty() || table.columns.is_empty() {
        line(markup, "line", (room.x, room.y + 24.0), extract.atlas.say(Pictures::NoneLeft));
        return;
    }
    let width = (room.width - NAMES) / table.columns.len() as f64;
    let wanted = ((room.height - HEADS) / table.rows.len() as f64).min(TALLEST);
    let height = wanted.max(LOWEST);
    // Rows that have no room are counted, not squeezed.
    let fit = (((room.height - HEADS) / height) as usize).min(table.rows.len());
    let fit = if fit < table.rows.len() { fit.saturating_sub(1) } else { fit };
    let ramp = table.ramp();
    heads(markup, &table, room, width);
    for (at, (row, cells)) in table.rows.iter().zip(&table.cells).take(fit).enumerate() {
        let y = room.y + HEADS + at as f64 * height;
        let name = fitted(&row.name, 11.0, Weight::Regular, NAMES - 8.0);
        line(markup, "row-name", (room.x, y + height / 2.0 + 4.0), &name);
        for (column, own) in cells.iter().enumerate() {
            let own_room = Room { x: room.x + NAMES + column as f64 * width, y, width, height };
            cell(markup, extract.atlas.words(), ramp, own, own_room);
        }
    }
    if fit < table.rows.len() {
        let rows = extract.atlas.count(table.rows.len() - fit, Count::Rows);
        let text = extract.atlas.tell(Pictures::MoreOf, &[&rows]);
        line(markup, "small-line", (room.x, room.y + room.height - 2.0), &text);
    }
}

fn heads(markup: &mut Markup, table: &Crosstab, room: Room, width: f64) {
    let mut group: Option<&str> = None;
    // All names are short where one has no room: a row of both reads as if they meant different things.
    let is_long = |column: &Line| text_width(&column.name, 10.0, Weight::Bold) > width - 2.0;
    let is_tight = table.columns.iter().any(is_long);
    for (at, column) in table.columns.iter().enumerate() {
        let x = room.x + NAMES + at as f64 * width;
        if column.group.as_deref() != group {
            group = column.group.as_deref();
            line(markup, "head", (x + 1.0, room.y + 10.0), group.unwrap_or_default());
        }
        let name = fitted(
            if is_tight { short(column) } else { &column.name },
            10.0,
            Weight::Bold,
            width - 2.0,
        );
        line(markup, "group-name", (x + 1.0, room.y + 26.0), &name);
    }
}

fn short(column: &Line) -> &str {
    column.short.unwrap_or(&column.name)
}

fn cell(markup: &mut Markup, words: &Words, ramp: Ramp, cell: &Cell, room: Room) {
    let step = match &cell.shown {
        Shown::Coded(_) => cell.step,
        Shown::Count(count) => ramp.step(*count),
        Shown::StatedNo | Shown::NoClaim | Shown::OutOfScope | Shown::LeftOut => 0,
    };
    // The sign stands on the paper beside the cell: on a shade it would not be seen, on the text it would hide it.
    let sign = cell.told.as_ref().map_or(0.0, |_| SIGN);
    let [x, y, width, height] =
        [room.x + 1.0 + sign, room.y + 1.0, room.width - 2.0 - sign, room.height - 2.0];
    let class = format!("cell shade-{step}");
    let (w, h) = (px(width), px(height));
    markup.shape(
        "rect",
        &[("class", &class), ("x", &px(x)), ("y", &px(y)), ("width", &w), ("height", &h)],
    );
    let middle = (x + width / 2.0, y + height / 2.0);
    let said = cell.shown.text(words);
    let (value, _) = said.split_once(", ").unwrap_or((&said, ""));
    let class = if step == 0 { "value".to_owned() } else { format!("value on-{step}") };
    let attributes = [
        ("class", class.as_str()),
        ("x", &px(middle.0)),
        ("y", &px(middle.1 + 3.5)),
        ("text-anchor", "middle"),
    ];
    match &cell.shown {
        Shown::NoClaim => markup.shape(
            "circle",
            &[("class", "none"), ("cx", &px(middle.0)), ("cy", &px(middle.1)), ("r", "1.5")],
        ),
        Shown::OutOfScope => markup.leaf("text", &attributes, "/"),
        _ => markup.leaf("text", &attributes, &fitted(value, 10.0, Weight::Regular, width)),
    }
    if let Some(told) = &cell.told
        && told.relation != Relation::Silent
    {
        glyph(markup, told.relation, (x - 6.0, middle.1));
    }
    if cell.disputed {
        let d = format!("M{} {}h6v6z", px(x + width - 6.0), px(y));
        markup.shape("path", &[("class", "ink"), ("d", &d)]);
    }
}

/// The key: shades, and the three sorts of nothing.
pub(super) fn key(markup: &mut Markup, extract: &Extract<'_>, at: (f64, f64)) {
    let atlas = extract.atlas;
    let mut x = at.0;
    line(markup, "small-line", (x, at.1), atlas.say(Pictures::Claims));
    x += 48.0;
    for (step, from) in table(extract).1.ramp().labels() {
        let class = format!("cell shade-{step}");
        let (left, top) = (px(x), px(at.1 - 11.0));
        markup.shape(
            "rect",
            &[("class", &class), ("x", &left), ("y", &top), ("width", "26"), ("height", "15")],
        );
        let class = format!("value on-{step}");
        let attributes = [
            ("class", class.as_str()),
            ("x", &px(x + 13.0)),
            ("y", &px(at.1)),
            ("text-anchor", "middle"),
        ];
        markup.leaf("text", &attributes, &from);
        x += 26.0;
    }
    x += 18.0;
    for word in [Pictures::KeyNo, Pictures::KeyNone, Pictures::KeyOutside, Pictures::KeyDisputed] {
        let words = atlas.say(word);
        line(markup, "small-line", (x, at.1), words);
        x += 24.0 + text_width(words, 10.5, Weight::Regular);
    }
}

/// How large the table is and how much of it is filled.
pub(super) fn alt(extract: &Extract<'_>) -> String {
    let (_, table) = table(extract);
    let filled = table.cells.iter().flatten().filter(|cell| !cell.claims.is_empty()).count();
    let rows = extract.atlas.count(table.rows.len(), Count::Rows);
    let columns = extract.atlas.count(table.columns.len(), Count::Columns);
    let filled = extract.atlas.count(filled, Count::Cells);
    extract.atlas.tell(Pictures::MatrixAlt, &[&rows, &columns, &filled])
}
