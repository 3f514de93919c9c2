//! The table itself: an ARIA grid whose headings sort, move and hide.

use super::cell::{kind, spoken, token, value, written};
use super::fit::{Fit, groups};
use super::{Desk, rehanded};
use crate::markup::said::mixed;
use crate::markup::{Attribute, Markup, named_as_shown};
use crate::scene::crosstab::{Cell, Crosstab, Line, Of, Plan, Ramp, Sort};
use crate::view::Choice;
use crate::words::MatrixPage;

/// A table about to be written.
#[derive(Clone)]
pub(super) struct Grid<'a> {
    desk: Desk<'a>,
    plan: &'a Plan,
    table: &'a Crosstab,
    fit: Fit,
    ramp: Ramp,
    /// The headings of columns, none where each has to say its own.
    over: Vec<(&'a Line, usize)>,
    /// The same of rows.
    beside: Vec<(&'a Line, usize)>,
}

/// Which side of the table a line stands on.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Row,
    Column,
}

impl<'a> Grid<'a> {
    /// The layout of a table for a desk.
    pub(super) fn new(desk: Desk<'a>, plan: &'a Plan, table: &'a Crosstab) -> Self {
        let fit = Fit::of(desk, table);
        let (over, beside) = (groups(&table.columns), groups(&table.rows));
        Self { desk, plan, table, fit, ramp: table.ramp(), over, beside }
    }

    /// Writes the table.
    pub(super) fn write(&self, markup: &mut Markup) {
        let few = if self.fit.few { " few" } else { "" };
        let tight = if self.fit.tight { " tight" } else { "" };
        let class = &*["matrix crosstab-grid", few, tight].concat();
        let attributes = [
            ("role", "grid"),
            ("class", class),
            ("aria-labelledby", "page-title"),
            ("data-rove", ""),
        ];
        markup.element("table", &attributes, |m| {
            m.element("colgroup", &[], |m| {
                m.shape("col", &[("class", &format!("w{}", self.fit.names))]);
                let span = self.table.columns.len().to_string();
                m.shape("col", &[("class", &format!("w{}", self.fit.cells)), ("span", &span)]);
            });
            m.element("thead", &[], |m| self.head(m));
            m.element("tbody", &[], |m| self.body(m));
        });
    }

    fn head(&self, markup: &mut Markup) {
        let row = [("role", "row")];
        if !self.over.is_empty() {
            markup.element("tr", &row, |m| {
                m.leaf("td", &[("class", "corner")], "");
                for (line, count) in &self.over {
                    let span = count.to_string();
                    self.group(m, line, &[("scope", "colgroup"), ("colspan", &span)], Side::Column);
                }
            });
        }
        markup.element("tr", &row, |m| {
            m.leaf("td", &[("class", "corner")], "");
            self.table.columns.iter().for_each(|line| self.heading(m, line, Side::Column));
        });
    }

    fn body(&self, markup: &mut Markup) {
        let starts = |line: &Line| self.beside.iter().any(|(first, _)| first.slug == line.slug);
        for (at, (line, cells)) in self.table.rows.iter().zip(&self.table.cells).enumerate() {
            if starts(line) {
                markup.element("tr", &[("class", "group"), ("role", "row")], |m| {
                    self.group(m, line, &[("scope", "rowgroup")], Side::Row);
                });
            }
            markup.element("tr", &[("role", "row")], |m| {
                self.heading(m, line, Side::Row);
                for (column, own) in self.table.columns.iter().zip(cells) {
                    let enters = at == 0 && self.table.columns.first() == Some(column);
                    self.cell(m, line, column, own, enters);
                }
            });
        }
    }

    /// What several lines stand under; a power with its hue and its code.
    fn group(&self, markup: &mut Markup, line: &Line, attributes: &[Attribute<'_>], side: Side) {
        let code = self.power(line);
        let role = if side == Side::Column { "columnheader" } else { "rowheader" };
        let class = format!("span-head{}", hue(code));
        let own = [("role", role), ("class", class.as_str())];
        markup.element("th", &[attributes, &own].concat(), |m| {
            m.text(line.group.as_deref().unwrap_or_default());
            if let Some(code) = code {
                m.text(" ");
                m.leaf("span", &[("class", "tag")], code);
            }
        });
    }

    /// The code of the power that a pair has a part in.
    fn power(&self, line: &Line) -> Option<&'static str> {
        match line.of {
            Of::Dyad(dyad) => Some(self.desk.atlas.actor(dyad.power).slug),
            _ => None,
        }
    }

    /// Whether a column is the first under a heading.
    fn starts(&self, column: &Line) -> bool {
        self.over.iter().skip(1).any(|(first, _)| first.slug == column.slug)
    }

    /// A row's or a column's head: its name sorts the other axis by it; its menu moves or hides it.
    fn heading(&self, markup: &mut Markup, line: &Line, side: Side) {
        let Self { desk, plan, .. } = *self;
        let column = side == Side::Column;
        let key = if column { "col" } else { "row" };
        let sorted = match &plan.sort {
            Sort::ByColumn(slug) => column && *slug == line.slug,
            Sort::ByRow(slug) => !column && *slug == line.slug,
            Sort::Own | Sort::Like => false,
        };
        let token = format!("{key}.{}", line.slug);
        let sort = desk.choosing(Choice::Sort, if sorted { "" } else { &token });
        let (scope, role) = if column { ("col", "columnheader") } else { ("row", "rowheader") };
        // Without a heading over it a pair names its power itself, as does any column.
        let headed = if column { !self.over.is_empty() } else { !self.beside.is_empty() };
        let power = self.power(line);
        let group = line.group.as_deref().filter(|_| !headed && (column || power.is_some()));
        let hue = if group.is_some() { hue(power) } else { String::new() };
        let starts = if column && self.starts(line) { " starts" } else { "" };
        let class = format!("line-head{starts}{hue}");
        let own = format!("{}.{}", if column { 'c' } else { 'r' }, line.slug);
        let mut attributes =
            vec![("scope", scope), ("role", role), ("class", &class), ("data-line", own.as_str())];
        if sorted {
            attributes.push(("aria-sort", "descending"));
        }
        markup.element("th", &attributes, |m| {
            let id = format!("sort-{key}-{}", line.slug);
            let sort_by = if column { MatrixPage::SortRows } else { MatrixPage::SortColumns };
            let title = desk.atlas.tell(sort_by, &[&line.full_name()]);
            let short = line.short.filter(|_| column && self.fit.short);
            let shown = short.unwrap_or(&line.name);
            let spoken = named_as_shown(title.clone(), &[group.unwrap_or_default(), shown]);
            let attributes =
                [("href", sort.as_str()), ("id", &id), ("title", &title), ("aria-label", &spoken)];
            m.element("a", &attributes, |m| {
                if let Some(group) = group {
                    m.leaf("span", &[("class", "over")], group);
                    m.text(" ");
                }
                mixed(m, desk.atlas, shown);
            });
            self.menu(m, line, side);
        });
    }

    fn menu(&self, markup: &mut Markup, line: &Line, side: Side) {
        let Self { desk, plan, table, .. } = *self;
        let (own, key, lines, hand, before, after) = match side {
            Side::Column => {
                let (before, after) = (MatrixPage::Left, MatrixPage::Right);
                ('c', "col", &table.columns, &plan.column_hand, before, after)
            }
            Side::Row => {
                let (before, after) = (MatrixPage::Up, MatrixPage::Down);
                ('r', "row", &table.rows, &plan.row_hand, before, after)
            }
        };
        let id = format!("menu-{key}-{}", line.slug);
        markup.element("details", &[("class", "line-menu")], |m| {
            let name = desk.atlas.tell(MatrixPage::MoveOrHide, &[&line.full_name()]);
            m.leaf("summary", &[("id", &id), ("aria-label", &name)], "");
            m.element("div", &[], |m| {
                let slugs: Vec<&str> = lines.iter().map(|line| line.slug.as_str()).collect();
                for (word, hand) in [
                    (before, hand.moved(&slugs, &line.slug, false)),
                    (after, hand.moved(&slugs, &line.slug, true)),
                    (MatrixPage::Hide, hand.without(&line.slug)),
                ] {
                    let href = rehanded(desk, plan, own, &hand);
                    m.leaf("a", &[("href", &href)], desk.atlas.say(word));
                }
            });
        });
    }

    fn cell(&self, markup: &mut Markup, row: &Line, column: &Line, cell: &Cell, enters: bool) {
        let desk = self.desk;
        let own = token(row, column);
        let open = desk.choice(Choice::Focus) == own;
        let sides = cell.told.as_ref().map(|told| {
            let relation = told.relation.slug();
            (relation, [&told.first, &told.second].map(|side| side.text(desk.atlas.words())))
        });
        let mut class = format!("cell {}", kind(cell, self.ramp));
        if let Some((relation, [first, second])) = &sides {
            class.push_str(&format!(" told {relation}"));
            // Words that have no room beside one another stand one above the other.
            if !self.fit.side_by_side([first, second]) {
                class.push_str(" stacked");
            }
        }
        for (is, sign) in
            [(self.starts(column), " starts"), (cell.disputed, " disputed"), (open, " selected")]
        {
            class.push_str(if is { sign } else { "" });
        }
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
            m.element("a", &attributes, |m| match &sides {
                Some((_, sides)) => {
                    for text in sides {
                        let text = if text.is_empty() { "–" } else { text };
                        m.element("span", &[("class", "side")], |m| mixed(m, desk.atlas, text));
                        m.text(" ");
                    }
                }
                None => value(m, desk.atlas, cell),
            });
        });
    }
}

/// The class that brings a power's hue; none for what is no power's.
fn hue(code: Option<&str>) -> String {
    code.map(|code| format!(" power-{}", code.to_ascii_lowercase())).unwrap_or_default()
}
