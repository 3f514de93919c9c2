//! A cell of a table of two axes: its name, its look, what it prints and how it is spoken.

use crate::atlas::Atlas;
use crate::markup::said::mixed;
use crate::markup::{Markup, px};
use crate::pages::Desk;
use crate::scene::crosstab::{Cell, Line, Ramp, Shown, histories, history};
use crate::words::{Count, MatrixPage, Words};

/// The value, and below it since when, for how long or how surely.
pub(super) fn value(markup: &mut Markup, atlas: &Atlas, cell: &Cell) {
    let text = cell.shown.text(atlas.words());
    let (value, rest) = text.split_once(", ").unwrap_or((&text, ""));
    markup.element("span", &[("class", "value")], |m| {
        mixed(m, atlas, value);
        if !rest.is_empty() {
            m.text(" ");
            m.element("small", &[], |m| mixed(m, atlas, rest));
        }
    });
    spark(markup, &history(atlas, &cell.claims));
}

/// A cell's name in links.
pub(super) fn token(row: &Line, column: &Line) -> String {
    format!("{}~{}", row.slug, column.slug)
}

/// The class of what a cell shows.
pub(super) fn kind(cell: &Cell, ramp: Ramp) -> String {
    match &cell.shown {
        Shown::Coded(_) if cell.step == 0 => "code stated-no".to_owned(),
        Shown::Coded(_) => format!("code shade-{}", cell.step),
        Shown::Count(count) => format!("count shade-{}", ramp.step(*count)),
        Shown::StatedNo => "stated-no".to_owned(),
        Shown::NoClaim => "no-claim".to_owned(),
        Shown::OutOfScope => "out-of-scope".to_owned(),
        Shown::LeftOut => "left-out".to_owned(),
    }
}

/// What a cell shows, in a row.
pub(super) fn written(own: &Words, cell: &Cell) -> String {
    let Some(told) = &cell.told else { return cell.shown.text(own) };
    let sides = [told.first.text(own), told.second.text(own)];
    sides.iter().filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A cell as it is spoken.
pub(super) fn spoken(atlas: &Atlas, row: &Line, column: &Line, cell: &Cell) -> String {
    let said = match &cell.told {
        Some(told) => atlas.tell(
            MatrixPage::Told,
            &[&told.first.spoken(atlas.words()), &told.second.spoken(atlas.words())],
        ),
        None => cell.shown.spoken(atlas.words()),
    };
    let claims = match cell.shown {
        Shown::Coded(_) | Shown::StatedNo => {
            format!("; {}", atlas.count(cell.claims.len(), Count::Claims))
        }
        _ => String::new(),
    };
    let disputed = if cell.disputed { atlas.say(MatrixPage::AndDisputed) } else { "" };
    let (row, column) = (row.full_name(), column.full_name());
    format!("{row}, {column}: {said}{claims}{disputed}")
}

/// The history of each cell of the mapping, a line each: the cell's name and, behind a tab, the shape under its history
/// as CSS has it. The page, which draws that table itself, clips a strip of each cell to it. No shape for a cell
/// without a history.
pub(in crate::pages) fn outlines(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    for (category, dyad, history) in histories(atlas, &desk.view.filter) {
        markup.text(&format!("{}:{}\t", atlas.category(category).slug, dyad.slug(atlas)));
        if let Some(heights) = heights(&history) {
            let last = heights.len().saturating_sub(1).max(1);
            let points = heights.iter().enumerate().map(|(at, height)| {
                format!(",{}% {}%", 100 * at / last, px(100.0 * (1.0 - height)))
            });
            markup.text(&format!("polygon(0 100%{},100% 100%)", points.collect::<String>()));
        }
        markup.text("\n");
    }
}

/// A history as heights, the greatest 1. Nothing for fewer than two dated claims.
fn heights(history: &[usize]) -> Option<Vec<f64>> {
    let most = history.iter().copied().max().filter(|most| *most > 0)?;
    let is_one = history.iter().sum::<usize>() < 2;
    (!is_one).then(|| history.iter().map(|&count| count as f64 / most as f64).collect())
}

/// A cell's history: a line of how many claims began when.
fn spark(markup: &mut Markup, history: &[usize]) {
    let Some(heights) = heights(history) else { return };
    const HEIGHT: f64 = 6.0;
    let mut path = String::new();
    for (at, height) in heights.iter().enumerate() {
        let step = if at == 0 { 'M' } else { 'L' };
        path.push_str(&format!("{step}{at} {}", px(HEIGHT - HEIGHT * height)));
    }
    let view = format!("0 0 {} 6", history.len().saturating_sub(1));
    let attributes = [
        ("class", "spark"),
        ("viewBox", view.as_str()),
        ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
    ];
    markup.element("svg", &attributes, |m| m.shape("path", &[("d", &path)]));
}
