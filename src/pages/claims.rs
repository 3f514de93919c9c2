//! The table of claims: what the filter keeps and a text finds, sorted, in columns of the reader's choice. Only
//! the rows about the one that the link names are written, the others are room of their height: whoever shows
//! the table writes them as they are scrolled to.

mod rows;

pub use rows::Rows;

use std::cmp::Reverse;

use super::{Desk, against, sheet};
use crate::atlas::{Atlas, ClaimId, ClaimSet, Texts};
use crate::markup::{Markup, list};
use crate::view::{Choice, Tab};
use crate::words::{ClaimsPage, Count};

/// Rows that are written before the one at the top, and from it on.
const AROUND: (usize, usize) = (12, 48);

/// The height of a row that is not written, px: about that of one with two lines; on a phone, of five.
const TALL: (usize, usize) = (46, 112);

/// A column: as links write it, its heading, and whether it is shown unless the reader says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Date,
    Claim,
    Category,
    Kind,
    Parties,
    Places,
    Voice,
    Source,
    Carried,
    Told,
    Signs,
}

impl Column {
    const ALL: [Self; 11] = [
        Self::Date,
        Self::Claim,
        Self::Category,
        Self::Kind,
        Self::Parties,
        Self::Places,
        Self::Voice,
        Self::Source,
        Self::Carried,
        Self::Told,
        Self::Signs,
    ];

    fn slug(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Claim => "claim",
            Self::Category => "category",
            Self::Kind => "kind",
            Self::Parties => "parties",
            Self::Places => "places",
            Self::Voice => "voice",
            Self::Source => "source",
            Self::Carried => "carried",
            Self::Told => "told",
            Self::Signs => "signs",
        }
    }

    fn name(self, atlas: &Atlas) -> &'static str {
        atlas.say(match self {
            Self::Date => ClaimsPage::Date,
            Self::Claim => ClaimsPage::Claim,
            Self::Category => ClaimsPage::Category,
            Self::Kind => ClaimsPage::Kind,
            Self::Parties => ClaimsPage::Parties,
            Self::Places => ClaimsPage::Places,
            Self::Voice => ClaimsPage::Voice,
            Self::Source => ClaimsPage::Source,
            Self::Carried => ClaimsPage::Carried,
            Self::Told => ClaimsPage::Told,
            Self::Signs => ClaimsPage::Signs,
        })
    }

    fn read(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.slug() == slug)
    }

    /// Whether it is sorted the most first, which is what one looks for in it.
    fn most_first(self) -> bool {
        matches!(self, Self::Carried | Self::Signs)
    }
}

/// What is shown unless the reader says otherwise; on a phone the first two.
const USUAL: [Column; 6] =
    [Column::Date, Column::Claim, Column::Category, Column::Source, Column::Carried, Column::Signs];

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let table = Table::of(desk, true);
    let title = desk.atlas.say(Tab::Claims);
    sheet(markup, desk, "claims-sheet", title, &table.lead(desk), |m| {
        m.element("div", &[("class", "controls")], |m| {
            m.element("label", &[("class", "field")], |m| {
                m.text(desk.atlas.say(ClaimsPage::TextIn));
                let longest = Choice::Query.longest().to_string();
                let attributes = [
                    ("type", "search"),
                    ("id", "claims-text"),
                    ("data-key", Choice::Query.key()),
                    ("maxlength", &longest),
                    ("value", table.text),
                ];
                m.shape("input", &attributes);
            });
            against::chooser(m, desk);
            columns(m, desk, &table.rows);
        });
        if let Some(compared) = &table.rows.compared {
            let mut all = against::all(desk.atlas, &desk.view.filter, compared);
            if let Some(found) = &table.matching {
                all.intersect(found);
            }
            against::key_of_claims(m, desk.atlas, compared.lens, compared.counts(&all));
        }
        if table.rows.len() > 0 {
            table.write(m, desk);
        }
    });
}

/// Whether a column can be chosen: who tells a claim is shown by itself where two documents are compared.
pub(super) fn has_column(slug: &str) -> bool {
    Column::read(slug).is_some_and(|column| column != Column::Told)
}

/// Whether the table can be sorted so.
pub(super) fn has_order(sort: &str) -> bool {
    Column::read(sort.strip_suffix("-down").unwrap_or(sort)).is_some()
}

/// How many rows the table has, and in what order.
pub(super) fn said(desk: Desk<'_>) -> String {
    Table::of(desk, false).lead(desk)
}

/// The rows of the table that a link asks for, and the one at the top; `None` on another page.
pub(super) fn rows<'a>(
    atlas: &'a Atlas,
    texts: &'a Texts,
    desk: Desk<'_>,
) -> Option<(Rows<'a>, usize)> {
    let Table { rows, top, .. } = (desk.view.tab == Tab::Claims).then(|| Table::of(desk, true))?;
    let Rows { columns, claims, carriers, documents, compared, .. } = rows;
    Some((Rows { atlas, texts, columns, claims, carriers, documents, compared }, top))
}

/// What the link asks for.
struct Table<'a> {
    text: &'a str,
    /// The text was not found as it was typed.
    near: bool,
    /// How many claims the filter keeps, with the text or without it: the number that stands in the bar.
    kept: usize,
    /// What holds the text, whatever the filter; none where no text is asked for.
    matching: Option<ClaimSet>,
    sort: Option<Column>,
    downwards: bool,
    rows: Rows<'a>,
    /// The row at the top, from 0.
    top: usize,
}

impl<'a> Table<'a> {
    /// Without its order it is the same rows as they come.
    fn of(desk: Desk<'a>, ordered: bool) -> Self {
        let choices = &desk.view.choices;
        let text = choices.get(Choice::Query).unwrap_or_default();
        let chosen: Vec<Column> = choices
            .get(Choice::Fields)
            .map(|list| list.split('~').filter_map(Column::read).collect())
            .unwrap_or_default();
        let usual = if desk.is_narrow() { &USUAL[..2] } else { &USUAL[..] };
        let mut columns = if chosen.is_empty() { usual.to_vec() } else { chosen };
        // Who tells it is shown where two documents are compared, and only there.
        let compared = desk.compared();
        columns.retain(|&column| column != Column::Told);
        if compared.is_some() {
            let at = columns.iter().position(|&column| column == Column::Claim);
            columns.insert(at.map_or(0, |at| at + 1), Column::Told);
        }
        let sort = choices.get(Choice::Sort).unwrap_or_default();
        let (sort, downwards) = match sort.strip_suffix("-down") {
            Some(column) => (Column::read(column), true),
            None => (Column::read(sort), false),
        };
        let rows = Rows::new(desk.atlas, desk.texts, columns, compared);
        let mut table =
            Self { text, near: false, kept: 0, matching: None, sort, downwards, rows, top: 0 };
        let claims = table.found(desk, ordered);
        table.top = choices.get(Choice::Row).and_then(|row| row.parse().ok()).unwrap_or(1usize);
        table.top = table.top.saturating_sub(1).min(claims.len().saturating_sub(1));
        table.rows.claims = claims;
        table
    }

    /// The claims in their order: as chosen, else the best match first, else by date.
    fn found(&mut self, desk: Desk<'a>, ordered: bool) -> Vec<ClaimId> {
        let atlas = desk.atlas;
        let kept = against::kept(atlas, &desk.view.filter, self.rows.compared.as_ref());
        self.kept = kept.len();
        let mut rows: Vec<ClaimId> = if self.text.trim().is_empty() {
            if ordered { list::in_order(atlas, &kept) } else { kept.iter().collect() }
        } else {
            let found = desk.search().find(self.text);
            self.near = found.near;
            self.matching = Some(found.set(atlas));
            let claims = found.claims().filter(|&id| kept.contains(id)).collect();
            match self.sort {
                None => return claims,
                Some(_) => claims,
            }
        };
        let text = |id: &ClaimId, column: Column| self.rows.cell(*id, column).to_lowercase();
        match self.sort {
            _ if !ordered => return rows,
            None => {}
            Some(Column::Date) => {
                // Undated claims stay last either way.
                let start = |id: &ClaimId| list::day(atlas.claim(*id));
                if self.downwards {
                    rows.sort_by_cached_key(|id| Reverse(start(id)));
                } else {
                    rows.sort_by_cached_key(|id| (start(id).is_none(), start(id)));
                }
                return rows;
            }
            Some(Column::Carried) => rows.sort_by_cached_key(|id| Reverse(self.rows.carried(*id))),
            Some(Column::Signs) => rows.sort_by_cached_key(|id| {
                let index = atlas.index();
                Reverse((index.disputed().contains(*id), index.noted().contains(*id)))
            }),
            Some(column) => rows.sort_by_cached_key(|id| text(id, column)),
        }
        if self.downwards {
            rows.reverse();
        }
        rows
    }

    fn lead(&self, desk: Desk<'_>) -> String {
        let atlas = desk.atlas;
        // `10 of 344 claims`: of what the bar counts, those that hold the text.
        let of_kept = || {
            let kept = atlas.count(self.kept, ClaimsPage::OfKept);
            atlas.tell(ClaimsPage::Of, &[&atlas.number(self.rows.len()), &kept])
        };
        let order = match (self.sort, self.text.trim().is_empty()) {
            (Some(column), _) => {
                atlas.tell(ClaimsPage::ByColumn, &[&column.name(atlas).to_lowercase()])
            }
            (None, true) => atlas.say(ClaimsPage::ByDate).to_owned(),
            (None, false) => atlas.say(ClaimsPage::BestFirst).to_owned(),
        };
        match (self.text.trim(), self.near, self.rows.len() == 0) {
            ("", _, true) => atlas.say(ClaimsPage::FiltersLeaveNone).to_owned(),
            ("", _, false) => {
                let count = atlas.count(self.rows.len(), Count::Claims);
                atlas.tell(ClaimsPage::UnderFilters, &[&count, &order])
            }
            (text, _, true) if desk.view.filter.is_empty() => {
                atlas.tell(ClaimsPage::NoneHolds, &[text])
            }
            (text, _, true) => atlas.tell(ClaimsPage::NoneHoldsUnder, &[text]),
            (text, true, false) => atlas.tell(ClaimsPage::ComeNear, &[text, &of_kept()]),
            (text, false, false) => atlas.tell(ClaimsPage::With, &[&of_kept(), text, &order]),
        }
    }

    fn write(&self, markup: &mut Markup, desk: Desk<'_>) {
        // The heads are a row too.
        let of = (self.rows.len() + 1).to_string();
        let attributes =
            [("class", "claims"), ("aria-labelledby", "page-title"), ("aria-rowcount", &*of)];
        markup.element("table", &attributes, |m| {
            m.element("thead", &[], |m| {
                m.element("tr", &[("aria-rowindex", "1")], |m| {
                    self.rows.columns.iter().for_each(|&column| self.heading(m, desk, column))
                });
            });
            m.element("tbody", &[("data-rove", "")], |m| {
                let from = self.top.saturating_sub(AROUND.0);
                let to = (self.top + AROUND.1).min(self.rows.len());
                let tall = if desk.is_narrow() { TALL.1 } else { TALL.0 };
                self.rows.room(m, from * tall);
                self.rows.write(m, from..to, Some(self.top));
                self.rows.room(m, (self.rows.len() - to) * tall);
            });
        });
        // Takes the row that was scrolled to into the link.
        let row = if self.top == 0 { String::new() } else { (self.top + 1).to_string() };
        let place = [("type", "text"), ("hidden", ""), ("data-key", Choice::Row.key())];
        markup.shape("input", &[&place[..], &[("id", "claims-row"), ("value", &row)]].concat());
    }

    fn heading(&self, markup: &mut Markup, desk: Desk<'_>, column: Column) {
        let own = self.sort == Some(column);
        let token = match (own, self.downwards) {
            (true, false) => format!("{}-down", column.slug()),
            (true, true) => String::new(),
            (false, _) => column.slug().to_owned(),
        };
        let href = desk.choosing_all(&[(Choice::Sort, &token), (Choice::Row, "")]);
        let mut attributes = vec![("scope", "col"), ("class", column.slug())];
        if own {
            let falls = self.downwards != column.most_first();
            attributes.push(("aria-sort", if falls { "descending" } else { "ascending" }));
        }
        let id = format!("sort-{}", column.slug());
        markup.element("th", &attributes, |m| {
            m.leaf("a", &[("href", &href), ("id", &id)], column.name(desk.atlas));
        });
    }
}

/// Which columns are shown: a press shows or hides one.
fn columns(markup: &mut Markup, desk: Desk<'_>, rows: &Rows<'_>) {
    let columns = &rows.columns;
    markup.element("details", &[("class", "columns"), ("id", "columns")], |m| {
        m.leaf("summary", &[], desk.atlas.say(ClaimsPage::Columns));
        m.element("div", &[], |m| {
            // The sentence is what a row is; who tells it is the comparison's.
            let own = |column: &Column| !matches!(column, Column::Claim | Column::Told);
            for column in Column::ALL.into_iter().filter(own) {
                let shown = columns.contains(&column);
                let wanted = |other: &Column| (*other == column) != columns.contains(other);
                let list: Vec<&str> = Column::ALL
                    .iter()
                    .filter(|&&other| other != Column::Told && wanted(&other))
                    .map(|own| own.slug())
                    .collect();
                let href = desk.choosing(Choice::Fields, &list.join("~"));
                let id = format!("column-{}", column.slug());
                let name = column.name(desk.atlas);
                let verb = if shown { ClaimsPage::Hide } else { ClaimsPage::Show };
                let label = desk.atlas.tell(verb, &[name]);
                let attributes = [
                    ("href", href.as_str()),
                    ("id", &id),
                    ("class", "button"),
                    ("aria-current", if shown { "true" } else { "false" }),
                    ("aria-label", &label),
                ];
                m.leaf("a", &attributes, name);
            }
        });
    });
}
