//! The table itself: an ARIA grid whose headings sort, move and hide.

use super::{Desk, rehanded};
use crate::atlas::Atlas;
use crate::markup::said::mixed;
use crate::markup::{Markup, named_as_shown, px};
use crate::scene::crosstab::{Cell, Crosstab, Line, Plan, Shown, Sort, history};
use crate::scene::matrix::shade;
use crate::view::Choice;
use crate::words::{Count, MatrixPage, Words};

/// More columns than this and each has its short name.
const MANY: usize = 10;

/// Writes the table.
pub(super) fn grid(markup: &mut Markup, desk: Desk<'_>, plan: &Plan, table: &Crosstab) {
    let attributes = [
        ("role", "grid"),
        ("class", "matrix crosstab-grid"),
        ("aria-labelledby", "page-title"),
        ("data-rove", ""),
    ];
    markup.element("table", &attributes, |m| {
        m.element("thead", &[], |m| {
            m.element("tr", &[("role", "row")], |m| {
                m.leaf("td", &[("class", "corner")], "");
                let mut group = None;
                for line in &table.columns {
                    // A heading of its own would be a second row to stick; the name says it instead.
                    let start = line.group != group;
                    group.clone_from(&line.group);
                    heading(m, desk, plan, table, line, true, start);
                }
            });
        });
        m.element("tbody", &[], |m| {
            let mut group = None;
            for (at, (line, cells)) in table.rows.iter().zip(&table.cells).enumerate() {
                if plan.sort == Sort::Own && line.group != group {
                    group.clone_from(&line.group);
                    m.element("tr", &[("class", "group"), ("role", "row")], |m| {
                        m.leaf(
                            "th",
                            &[("scope", "rowgroup"), ("role", "rowheader")],
                            group.as_deref().unwrap_or_default(),
                        );
                    });
                }
                m.element("tr", &[("role", "row")], |m| {
                    heading(m, desk, plan, table, line, false, false);
                    for (column, own) in table.columns.iter().zip(cells) {
                        let enters = at == 0 && table.columns.first() == Some(column);
                        cell(m, desk, line, column, own, enters);
                    }
                });
            }
        });
    });
}

/// A row's or a column's head: its name sorts the other axis by it; its menu moves or hides it.
fn heading(
    markup: &mut Markup,
    desk: Desk<'_>,
    plan: &Plan,
    table: &Crosstab,
    line: &Line,
    column: bool,
    starts_group: bool,
) {
    let (side, key, lines, hand) = if column {
        ('c', "col", &table.columns, &plan.column_hand)
    } else {
        ('r', "row", &table.rows, &plan.row_hand)
    };
    let sorted = match &plan.sort {
        Sort::ByColumn(slug) => column && *slug == line.slug,
        Sort::ByRow(slug) => !column && *slug == line.slug,
        Sort::Own | Sort::Like => false,
    };
    let token = format!("{key}.{}", line.slug);
    let sort = desk.choosing(Choice::Sort, if sorted { "" } else { &token });
    let (scope, role) = if column { ("col", "columnheader") } else { ("row", "rowheader") };
    let class = if starts_group { "line-head starts" } else { "line-head" };
    let own = format!("{side}.{}", line.slug);
    let mut attributes =
        vec![("scope", scope), ("role", role), ("class", class), ("data-line", own.as_str())];
    if sorted {
        attributes.push(("aria-sort", "descending"));
    }
    markup.element("th", &attributes, |m| {
        if let Some(group) = line.group.as_deref().filter(|_| column) {
            m.leaf("span", &[("class", "over")], group);
        }
        let id = format!("sort-{key}-{}", line.slug);
        let sort_by = if column { MatrixPage::SortRows } else { MatrixPage::SortColumns };
        let title = desk.atlas.tell(sort_by, &[&line.name]);
        // Beside many others a column has no room for more than a code.
        let tight = lines.len() > MANY || desk.is_narrow();
        let short = line.short.filter(|_| column && tight);
        let shown = short.unwrap_or(&line.name);
        let spoken = named_as_shown(title.clone(), &[shown]);
        let attributes =
            [("href", sort.as_str()), ("id", &id), ("title", &title), ("aria-label", &spoken)];
        m.element("a", &attributes, |m| mixed(m, desk.atlas, shown));
        let id = format!("menu-{key}-{}", line.slug);
        m.element("details", &[("class", "line-menu")], |m| {
            let name = desk.atlas.tell(MatrixPage::MoveOrHide, &[&line.name]);
            m.leaf("summary", &[("id", &id), ("aria-label", &name)], "");
            m.element("div", &[], |m| {
                let slugs: Vec<&str> = lines.iter().map(|line| line.slug.as_str()).collect();
                let (before, after) = match column {
                    true => (MatrixPage::Left, MatrixPage::Right),
                    false => (MatrixPage::Up, MatrixPage::Down),
                };
                for (word, hand) in [
                    (before, hand.moved(&slugs, &line.slug, false)),
                    (after, hand.moved(&slugs, &line.slug, true)),
                    (MatrixPage::Hide, hand.without(&line.slug)),
                ] {
                    let href = rehanded(desk, plan, side, &hand);
                    m.leaf("a", &[("href", &href)], desk.atlas.say(word));
                }
            });
        });
    });
}

/// A cell's name in links.
pub(super) fn token(row: &Line, column: &Line) -> String {
    format!("{}~{}", row.slug, column.slug)
}

fn cell(markup: &mut Markup, desk: Desk<'_>, row: &Line, column: &Line, cell: &Cell, enters: bool) {
    let own = token(row, column);
    let open = desk.view.choices.get(Choice::Focus) == Some(own.as_str());
    let kind = kind(cell);
    let relation = cell
        .told
        .as_ref()
        .map(|told| format!(" told {}", told.relation.slug()))
        .unwrap_or_default();
    let disputed = if cell.disputed { " disputed" } else { "" };
    let selected = if open { " selected" } else { "" };
    let class = format!("cell {kind}{relation}{disputed}{selected}");
    let title = spoken(desk.atlas, row, column, cell);
    let spoken = named_as_shown(title.clone(), &[&written(desk.atlas.words(), cell)]);
    let id = format!("cell-{own}");
    let tab = if enters { "0" } else { "-1" };
    let attributes = [("role", "gridcell"), ("class", class.as_str())];
    let href = desk.choosing(Choice::Focus, if open { "" } else { &own });
    markup.element("td", &attributes, |m| {
        let mut attributes = vec![
            ("data-spot", ""),
            ("id", id.as_str()),
            ("tabindex", tab),
            ("aria-label", spoken.as_str()),
            ("title", title.as_str()),
        ];
        if cell.claims.is_empty() {
            m.leaf("span", &attributes, "");
            return;
        }
        attributes.push(("href", href.as_str()));
        m.element("a", &attributes, |m| match &cell.told {
            Some(told) => {
                for side in [&told.first, &told.second] {
                    let text = side.text(desk.atlas.words());
                    let text = if text.is_empty() { "–" } else { &text };
                    m.element("span", &[("class", "side")], |m| mixed(m, desk.atlas, text));
                    m.text(" ");
                }
            }
            None => {
                // The value, and below it since when, for how long or how surely.
                let text = cell.shown.text(desk.atlas.words());
                let (value, rest) = text.split_once(", ").unwrap_or((&text, ""));
                m.element("span", &[("class", "value")], |m| {
                    mixed(m, desk.atlas, value);
                    if !rest.is_empty() {
                        m.text(" ");
                        m.element("small", &[], |m| mixed(m, desk.atlas, rest));
                    }
                });
                spark(m, &history(desk.atlas, &cell.claims));
            }
        });
    });
}

/// The class of what a cell shows.
pub(super) fn kind(cell: &Cell) -> String {
    match &cell.shown {
        Shown::Coded(_) => format!("code shade-{}", shade(cell.claims.len())),
        Shown::Count(count) => format!("count shade-{}", shade(*count)),
        Shown::StatedNo => "stated-no".to_owned(),
        Shown::NoClaim => "no-claim".to_owned(),
        Shown::OutOfScope => "out-of-scope".to_owned(),
        Shown::LeftOut => "left-out".to_owned(),
    }
}

/// What a cell shows, in a row.
fn written(own: &Words, cell: &Cell) -> String {
    let Some(told) = &cell.told else { return cell.shown.text(own) };
    let sides = [told.first.text(own), told.second.text(own)];
    sides.iter().filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A cell as it is spoken.
pub(super) fn spoken(atlas: &Atlas, row: &Line, column: &Line, cell: &Cell) -> String {
    let column = match &column.group {
        Some(group) => format!("{}–{group}", column.name),
        None => column.name.clone(),
    };
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
    format!("{}, {column}: {said}{claims}{disputed}", row.name)
}

/// A cell's history: a line of how many claims began when. Nothing for fewer than two dated claims.
fn spark(markup: &mut Markup, history: &[usize]) {
    let most = history.iter().copied().max().unwrap_or_default();
    if history.iter().sum::<usize>() < 2 {
        return;
    }
    const HEIGHT: f64 = 6.0;
    let mut path = String::new();
    for (at, &count) in history.iter().enumerate() {
        let y = HEIGHT - HEIGHT * count as f64 / most.max(1) as f64;
        let step = if at == 0 { 'M' } else { 'L' };
        path.push_str(&format!("{step}{at} {}", px(y)));
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
