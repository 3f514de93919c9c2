//! The table of claims: what the filter keeps and a text finds, sorted, in columns of the reader's choice,
//! a page at a time.

use std::cmp::Reverse;

use super::{Desk, sheet};
use crate::atlas::{ClaimId, SourceId};
use crate::markup::{Markup, counted, list};
use crate::query::carried::carriers;
use crate::scene::words;
use crate::view::Choice;

/// Rows of a page: what a browser lays out well within a frame or two.
const ROWS: usize = 100;

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
    Signs,
}

impl Column {
    const ALL: [Self; 10] = [
        Self::Date,
        Self::Claim,
        Self::Category,
        Self::Kind,
        Self::Parties,
        Self::Places,
        Self::Voice,
        Self::Source,
        Self::Carried,
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
            Self::Signs => "signs",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::Claim => "Claim",
            Self::Category => "Category",
            Self::Kind => "Kind",
            Self::Parties => "Parties",
            Self::Places => "Places",
            Self::Voice => "Voice",
            Self::Source => "Source",
            Self::Carried => "Carried by",
            Self::Signs => "Signs",
        }
    }

    fn read(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.slug() == slug)
    }
}

/// What is shown unless the reader says otherwise; on a phone the first two.
const USUAL: [Column; 6] =
    [Column::Date, Column::Claim, Column::Category, Column::Source, Column::Carried, Column::Signs];

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let table = Table::of(desk);
    sheet(markup, desk, "claims-sheet", "Claims", &table.lead(desk), |m| {
        m.element("div", &[("class", "controls")], |m| {
            m.element("label", &[("class", "field")], |m| {
                m.text("Text in the claim");
                let attributes = [
                    ("type", "search"),
                    ("id", "claims-text"),
                    ("data-key", Choice::Query.key()),
                    ("value", table.text),
                ];
                m.shape("input", &attributes);
            });
            columns(m, desk, &table);
        });
        if table.rows.is_empty() {
            return;
        }
        table.write(m, desk);
        pager(m, desk, &table);
    });
}

/// What the link asks for.
struct Table<'a> {
    text: &'a str,
    /// The text was not found as it was typed.
    near: bool,
    columns: Vec<Column>,
    sort: Option<Column>,
    downwards: bool,
    rows: Vec<ClaimId>,
    /// From 0.
    page: usize,
    carriers: Vec<Vec<SourceId>>,
}

impl<'a> Table<'a> {
    fn of(desk: Desk<'a>) -> Self {
        let choices = &desk.view.choices;
        let text = choices.get(Choice::Query).unwrap_or_default();
        let chosen: Vec<Column> = choices
            .get(Choice::Fields)
            .map(|list| list.split('~').filter_map(Column::read).collect())
            .unwrap_or_default();
        let usual = if desk.is_narrow() { &USUAL[..2] } else { &USUAL[..] };
        let columns = if chosen.is_empty() { usual.to_vec() } else { chosen };
        let sort = choices.get(Choice::Sort).unwrap_or_default();
        let (sort, downwards) = match sort.strip_suffix("-down") {
            Some(column) => (Column::read(column), true),
            None => (Column::read(sort), false),
        };
        let mut table = Self {
            text,
            near: false,
            columns,
            sort,
            downwards,
            rows: Vec::new(),
            page: 0,
            carriers: carriers(desk.atlas),
        };
        table.rows = table.found(desk);
        let last = table.rows.len().saturating_sub(1) / ROWS;
        let page: usize = choices.get(Choice::Page).and_then(|page| page.parse().ok()).unwrap_or(1);
        table.page = page.saturating_sub(1).min(last);
        table
    }

    /// The claims in their order: as chosen, else the best match first, else by date.
    fn found(&mut self, desk: Desk<'a>) -> Vec<ClaimId> {
        let atlas = desk.atlas;
        let kept = desk.kept();
        let mut rows: Vec<ClaimId> = if self.text.trim().is_empty() {
            list::in_order(atlas, &kept)
        } else {
            let found = desk.search().find(self.text);
            self.near = found.near;
            let claims = found.claims().filter(|&id| kept.contains(id)).collect();
            match self.sort {
                None => return claims,
                Some(_) => claims,
            }
        };
        let text = |id: &ClaimId, column: Column| self.cell(desk, *id, column).to_lowercase();
        match self.sort {
            None => {}
            Some(Column::Date) => {
                // Undated claims stay last either way.
                let start = |id: &ClaimId| atlas.claim(*id).when.map(|when| when.start.0);
                if self.downwards {
                    rows.sort_by_cached_key(|id| Reverse(start(id)));
                } else {
                    rows.sort_by_cached_key(|id| (start(id).is_none(), start(id)));
                }
                return rows;
            }
            // The most first, which is what one looks for.
            Some(Column::Carried) => rows.sort_by_cached_key(|id| Reverse(self.carried(*id))),
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

    fn carried(&self, id: ClaimId) -> usize {
        self.carriers.get(id.index()).map_or(0, Vec::len)
    }

    fn lead(&self, desk: Desk<'_>) -> String {
        let count = counted(self.rows.len(), "claim");
        let order = match (self.sort, self.text.trim().is_empty()) {
            (Some(column), _) => format!("by {}", column.name().to_lowercase()),
            (None, true) => "by date".to_owned(),
            (None, false) => "the best match first".to_owned(),
        };
        match (self.text.trim(), self.near, self.rows.is_empty()) {
            ("", _, true) => "The filters leave no claim.".to_owned(),
            ("", _, false) => format!("{count} under the filters, {order}."),
            (text, _, true) if desk.view.filter.is_empty() => {
                format!("No claim holds “{text}”, and none comes near. Try fewer words.")
            }
            (text, _, true) => {
                format!(
                    "No claim under the filters holds “{text}”. Try fewer words or fewer filters."
                )
            }
            (text, true, false) => format!("No claim holds “{text}”; {count} come near it."),
            (text, false, false) => format!("{count} with “{text}”, {order}."),
        }
    }

    fn write(&self, markup: &mut Markup, desk: Desk<'_>) {
        let first = self.page * ROWS;
        let of = self.rows.len().to_string();
        let attributes =
            [("class", "claims"), ("aria-labelledby", "page-title"), ("aria-rowcount", &*of)];
        markup.element("table", &attributes, |m| {
            m.element("thead", &[], |m| {
                m.element("tr", &[], |m| {
                    self.columns.iter().for_each(|&column| self.heading(m, desk, column))
                });
            });
            m.element("tbody", &[("data-rove", "")], |m| {
                for (at, &id) in self.rows.iter().enumerate().skip(first).take(ROWS) {
                    let number = (at + 1).to_string();
                    m.element("tr", &[("aria-rowindex", &number)], |m| {
                        self.columns.iter().for_each(|&column| self.row_cell(m, desk, id, column))
                    });
                }
            });
        });
    }

    fn heading(&self, markup: &mut Markup, desk: Desk<'_>, column: Column) {
        let own = self.sort == Some(column);
        let token = match (own, self.downwards) {
            (true, false) => format!("{}-down", column.slug()),
            (true, true) => String::new(),
            (false, _) => column.slug().to_owned(),
        };
        let href = desk.choosing_all(&[(Choice::Sort, &token), (Choice::Page, "")]);
        let mut attributes = vec![("scope", "col"), ("class", column.slug())];
        if own {
            attributes.push(("aria-sort", if self.downwards { "descending" } else { "ascending" }));
        }
        let id = format!("sort-{}", column.slug());
        markup.element("th", &attributes, |m| {
            m.leaf("a", &[("href", &href), ("id", &id)], column.name());
        });
    }

    fn row_cell(&self, markup: &mut Markup, desk: Desk<'_>, id: ClaimId, column: Column) {
        let (atlas, claim) = (desk.atlas, desk.atlas.claim(id));
        markup.element("td", &[("class", column.slug())], |m| match column {
            Column::Claim => list::opener(m, atlas, desk.texts, id),
            Column::Date => {
                m.text(claim.date.unwrap_or("undated"));
                if claim.when.is_some() {
                    m.leaf("span", &[("class", "quiet")], &words::precision(claim));
                }
            }
            Column::Signs => {
                for (set, facet, word) in [
                    (atlas.index().disputed(), "disputed", "disputed"),
                    (atlas.index().noted(), "noted", "note"),
                ] {
                    if set.contains(id) {
                        m.leaf("span", &[("class", &format!("sign {facet}"))], word);
                    }
                }
            }
            _ => m.text(&self.cell(desk, id, column)),
        });
    }

    /// A cell as text, which is also what it is sorted by.
    fn cell(&self, desk: Desk<'_>, id: ClaimId, column: Column) -> String {
        let (atlas, claim) = (desk.atlas, desk.atlas.claim(id));
        match column {
            Column::Date | Column::Signs => String::new(),
            Column::Claim => words::summary(atlas, Some(desk.texts), id),
            Column::Category => atlas.category(claim.category).name.to_owned(),
            Column::Kind => claim.kind.words().to_owned(),
            Column::Parties => {
                let names: Vec<&str> =
                    claim.parties.iter().map(|&(actor, _)| atlas.actor(actor).name).collect();
                names.join(", ")
            }
            Column::Places => {
                let names: Vec<&str> =
                    claim.places.iter().map(|&place| atlas.place(place).name).collect();
                names.join(", ")
            }
            Column::Voice => {
                claim.voice.map_or("authors", |voice| atlas.actor(voice).name).to_owned()
            }
            Column::Source => {
                let slugs: Vec<&str> =
                    claim.sources.iter().map(|&source| atlas.source(source).slug).collect();
                slugs.join(", ")
            }
            Column::Carried => counted(self.carried(id), "document"),
        }
    }
}

/// Which columns are shown: a press shows or hides one.
fn columns(markup: &mut Markup, desk: Desk<'_>, table: &Table<'_>) {
    markup.element("details", &[("class", "columns"), ("id", "columns")], |m| {
        m.leaf("summary", &[], "Columns");
        m.element("div", &[], |m| {
            // The sentence is what a row is.
            for column in Column::ALL.into_iter().filter(|&column| column != Column::Claim) {
                let shown = table.columns.contains(&column);
                let wanted = |other: &Column| (*other == column) != table.columns.contains(other);
                let list: Vec<&str> =
                    Column::ALL.iter().filter(|other| wanted(other)).map(|c| c.slug()).collect();
                let href = desk.choosing(Choice::Fields, &list.join("~"));
                let id = format!("column-{}", column.slug());
                let label = format!("{} {}", if shown { "Hide" } else { "Show" }, column.name());
                let attributes = [
                    ("href", href.as_str()),
                    ("id", &id),
                    ("class", "button"),
                    ("aria-current", if shown { "true" } else { "false" }),
                    ("aria-label", &label),
                ];
                m.leaf("a", &attributes, column.name());
            }
        });
    });
}

fn pager(markup: &mut Markup, desk: Desk<'_>, table: &Table<'_>) {
    let pages = table.rows.len().div_ceil(ROWS);
    if pages < 2 {
        return;
    }
    let (first, last) = (table.page * ROWS + 1, table.rows.len().min((table.page + 1) * ROWS));
    markup.element("nav", &[("class", "pager"), ("aria-label", "Pages of the table")], |m| {
        let link = |m: &mut Markup, id: &str, to: usize, name: &str| {
            let token = if to == 0 { String::new() } else { (to + 1).to_string() };
            let href = desk.choosing(Choice::Page, &token);
            if to == table.page {
                m.leaf("span", &[("class", "button off")], name);
            } else {
                m.leaf("a", &[("href", &href), ("id", id), ("class", "button")], name);
            }
        };
        link(m, "page-first", 0, "First");
        link(m, "page-previous", table.page.saturating_sub(1), "Previous");
        m.leaf("span", &[], &format!("{first}–{last} of {}", table.rows.len()));
        link(m, "page-next", (table.page + 1).min(pages - 1), "Next");
        link(m, "page-last", pages - 1, "Last");
    });
}
