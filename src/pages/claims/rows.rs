//! The rows of the table of claims.

use std::ops::Range;

use super::Column;
use crate::atlas::{Atlas, ClaimId, SourceId, Texts};
use crate::markup::said::english;
use crate::markup::{Markup, against, list, written};
use crate::query::Compared;
use crate::query::carried::carriers;
use crate::scene::against::name;
use crate::scene::names::cited;
use crate::scene::words;
use crate::words::{ClaimsPage, Count, Said};

/// The rows of a table, in its order: any of them can be written.
pub struct Rows<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) texts: &'a Texts,
    pub(super) columns: Vec<Column>,
    pub(super) claims: Vec<ClaimId>,
    pub(super) carriers: Vec<Vec<SourceId>>,
    /// What the documents are called, in the atlas's order.
    pub(super) documents: Vec<String>,
    /// Two documents that are set against each other.
    pub(super) compared: Option<Compared>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(
        atlas: &'a Atlas,
        texts: &'a Texts,
        columns: Vec<Column>,
        compared: Option<Compared>,
    ) -> Self {
        let documents = atlas.sources().map(|(id, _)| cited(atlas, id)).collect();
        let (claims, carriers) = (Vec::new(), carriers(atlas));
        Self { atlas, texts, columns, claims, carriers, documents, compared }
    }

    /// How many there are.
    #[allow(clippy::len_without_is_empty, reason = "a table without rows is not written")]
    pub fn len(&self) -> usize {
        self.claims.len()
    }

    /// Whether they are of the same claims in the same order.
    pub fn same(&self, other: &Rows<'_>) -> bool {
        self.claims == other.claims
    }

    /// Whether they have the same columns, of the same two documents where two are compared.
    pub fn has_columns_of(&self, other: &Rows<'_>) -> bool {
        let lens = |rows: &Rows<'_>| rows.compared.as_ref().map(|compared| compared.lens);
        self.columns == other.columns && lens(self) == lens(other)
    }

    /// Some of them, counted from 0, as markup.
    pub fn text(&self, of: Range<usize>) -> String {
        written(|m| self.write(m, of, None))
    }

    /// Room for rows that are not written, as markup.
    pub fn room_text(&self, px: usize) -> String {
        written(|m| self.room(m, px))
    }

    /// Writes some of them; the keyboard enters at one.
    pub(super) fn write(&self, markup: &mut Markup, of: Range<usize>, entry: Option<usize>) {
        for (at, &id) in self.claims.iter().enumerate().take(of.end).skip(of.start) {
            // The heads are the first row.
            let index = (at + 2).to_string();
            let tabindex = if entry == Some(at) { "0" } else { "-1" };
            markup.element("tr", &[("aria-rowindex", &index)], |m| {
                self.columns.iter().for_each(|&column| self.one(m, id, column, tabindex))
            });
        }
    }

    pub(super) fn room(&self, markup: &mut Markup, px: usize) {
        if px > 0 {
            let (px, span) = (px.to_string(), self.columns.len().to_string());
            markup.element("tr", &[("class", "room"), ("aria-hidden", "true")], |m| {
                m.leaf("td", &[("colspan", &span), ("height", &px)], "");
            });
        }
    }

    pub(super) fn carried(&self, id: ClaimId) -> usize {
        self.carriers.get(id.index()).map_or(0, Vec::len)
    }

    fn one(&self, markup: &mut Markup, id: ClaimId, column: Column, tabindex: &str) {
        let (atlas, claim) = (self.atlas, self.atlas.claim(id));
        markup.element("td", &[("class", column.slug())], |m| match column {
            Column::Claim => {
                let own = format!("row-{}", claim.slug());
                let spot = [("id", own.as_str()), ("data-spot", ""), ("tabindex", tabindex)];
                list::opener_of(m, atlas, self.texts, id, &spot);
            }
            Column::Date => {
                m.text(&words::dated(atlas.words(), claim));
                if claim.when.is_some_and(|when| when.doubtful) {
                    m.leaf("span", &[("class", "quiet")], atlas.say(ClaimsPage::Uncertain));
                }
            }
            Column::Signs => {
                for (set, facet, word) in [
                    (atlas.index().disputed(), "disputed", atlas.say(Said::Disputed)),
                    (atlas.index().noted(), "noted", atlas.say(ClaimsPage::Note)),
                ] {
                    if set.contains(id) {
                        m.leaf("span", &[("class", &format!("sign {facet}"))], word);
                    }
                }
            }
            Column::Told => {
                if let Some(compared) = &self.compared {
                    against::told(m, atlas, compared.lens, compared.relation([id]));
                }
            }
            Column::Source => english(m, atlas, &self.cell(id, column)),
            _ => m.text(&self.cell(id, column)),
        });
    }

    /// A cell as text, which is also what it is sorted by.
    pub(super) fn cell(&self, id: ClaimId, column: Column) -> String {
        let (atlas, claim) = (self.atlas, self.atlas.claim(id));
        match column {
            Column::Date | Column::Signs => String::new(),
            Column::Claim => words::summary(atlas, Some(self.texts), id),
            Column::Category => atlas.category(claim.category).name.to_owned(),
            Column::Kind => atlas.say(claim.kind).to_owned(),
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
                let authors = || atlas.say(ClaimsPage::Authors);
                claim.voice.map_or_else(authors, |voice| atlas.actor(voice).name).to_owned()
            }
            Column::Source => {
                let name = |source: &SourceId| self.documents.get(source.index());
                let names: Vec<&str> =
                    claim.sources.iter().filter_map(name).map(String::as_str).collect();
                names.join(", ")
            }
            Column::Told => {
                let name = |own: &Compared| name(atlas, own.lens, own.relation([id]));
                self.compared.as_ref().map(name).unwrap_or_default()
            }
            Column::Carried => atlas.count(self.carried(id), Count::Documents),
        }
    }
}
