//! The works that an extract stands on: the atlas itself, the documents that its claims cite, and the works in
//! the documents' notes. Each once, in the order of the dataset.

use std::collections::BTreeSet;

use super::{Extract, shown};
use crate::atlas::term::ReferenceKind;
use crate::atlas::{ReferenceId, SourceId};
use crate::scene::names::Name;
use crate::scene::words;
use crate::view::Selection;
use crate::words::{Count, Words};

/// The year of the release, for whoever cites it; `CITATION.cff` has the day.
pub const YEAR: &str = "2026";

/// Who made the atlas, as its citations name them.
pub const MAKERS: &str = "C5 Atlas contributors";

/// What sort of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The atlas.
    Atlas,
    /// One of the documents.
    Document,
    /// A work in a document's notes.
    Cited(ReferenceKind),
}

/// A work, as citations need it. Texts are empty where the work does not have them.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The key that it is cited by.
    pub key: String,
    /// What sort.
    pub sort: Sort,
    /// Who wrote it.
    pub authors: Vec<Name>,
    /// Its title.
    pub title: String,
    /// When it appeared, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where undated.
    pub date: String,
    /// Where it appeared, or who published it.
    pub outlet: String,
    /// Where it is found.
    pub url: String,
    /// Its DOI.
    pub doi: String,
    /// BCP 47.
    pub language: String,
    /// The day on which it was looked up.
    pub accessed: String,
    /// What of it is meant: a view with its filters, or the place in a document.
    pub part: String,
}

/// The works behind an extract, the atlas first.
pub fn works(extract: &Extract<'_>) -> Vec<Work> {
    let mut sources: BTreeSet<SourceId> = BTreeSet::new();
    let mut references: BTreeSet<ReferenceId> = BTreeSet::new();
    for id in extract.claims.iter() {
        sources.extend(&extract.atlas.claim(id).sources);
        let cites = extract.texts.claim(id).map(|text| text.cites.as_slice()).unwrap_or_default();
        references.extend(cites.iter().flat_map(|cite| &cite.references));
    }
    let documents = sources.into_iter().map(|id| source_of(extract, id));
    let cited = references.into_iter().filter_map(|id| cited(extract, id));
    std::iter::once(atlas(extract)).chain(documents).chain(cited).collect()
}

/// The atlas, as the extract shows it.
fn atlas(extract: &Extract<'_>) -> Work {
    let Extract { atlas, view, claims, .. } = extract;
    let part = match view.selection {
        Some(Selection::Claim(id)) => {
            let summary = words::summary(atlas, Some(extract.texts), id);
            format!("claim {}: {}", atlas.claim(id).slug(), summary.trim_end_matches('.'))
        }
        _ => format!(
            "{}; {}; {}",
            extract.name(),
            shown::filter_line(atlas, view),
            Words::default().count(claims.len(), Count::Claims)
        ),
    };
    Work {
        key: "c5atlas".to_owned(),
        sort: Sort::Atlas,
        authors: vec![Name::Body(MAKERS.to_owned())],
        title: "C5 Atlas".to_owned(),
        date: YEAR.to_owned(),
        outlet: format!("release {}", atlas.version()),
        url: extract.link(),
        doi: String::new(),
        language: "en".to_owned(),
        accessed: extract.day.to_owned(),
        part,
    }
}

fn source_of(extract: &Extract<'_>, id: SourceId) -> Work {
    let source = extract.atlas.source(id);
    let text = extract.texts.source(id);
    let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Work {
        key: source.slug.to_owned(),
        sort: Sort::Document,
        authors: text.map(|text| names(&text.authors)).unwrap_or_default(),
        title: source.title.to_owned(),
        date: day_of(source.year),
        outlet: owned(text.and_then(|text| text.publisher)),
        url: owned(text.and_then(|text| text.url)),
        doi: owned(text.and_then(|text| text.doi)),
        language: "en".to_owned(),
        accessed: String::new(),
        part: locators(extract, id),
    }
}

/// Where a document says the one claim that an extract is of; empty for more claims.
fn locators(extract: &Extract<'_>, source: SourceId) -> String {
    let Some(Selection::Claim(claim)) = extract.view.selection else { return String::new() };
    let Some(text) = extract.texts.claim(claim) else { return String::new() };
    let own = text.cites.iter().filter(|cite| cite.source == source);
    own.map(|cite| words::locator(extract.texts, cite)).collect::<Vec<_>>().join("; ")
}

fn cited(extract: &Extract<'_>, id: ReferenceId) -> Option<Work> {
    let reference = extract.texts.reference(id)?;
    let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let slug = extract.atlas.reference(id);
    let document = extract.atlas.source(reference.source).slug;
    let note = reference.note.map(|note| format!(", note {note}")).unwrap_or_default();
    Some(Work {
        key: slug.to_owned(),
        sort: Sort::Cited(reference.kind),
        authors: names(&reference.authors),
        title: owned(reference.title.or(reference.url)),
        date: reference.date.map(day_of).unwrap_or_default(),
        outlet: owned(reference.outlet),
        url: owned(reference.url),
        doi: String::new(),
        language: owned(reference.language),
        accessed: reference.accessed.map(day_of).unwrap_or_default(),
        part: format!("cited in {document}{note}"),
    })
}

fn names(authors: &[&str]) -> Vec<Name> {
    authors.iter().map(|name| Name::read(name)).collect()
}

/// The calendar part of an EDTF date: `2015~` and `2015/2016` are of 2015, `undated` of no year.
fn day_of(date: &str) -> String {
    let end = date.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(date.len());
    let plain = date.get(..end).unwrap_or_default();
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = plain.split('-');
    let Some(year) = parts.next().filter(|year| digits(year, 4)) else { return String::new() };
    let mut day = year.to_owned();
    // Months end at 12: above that EDTF has seasons, which citations do not know.
    for (part, last) in parts.zip(["12", "31"]) {
        if !digits(part, 2) || part > last {
            break;
        }
        day.push('-');
        day.push_str(part);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_cited_as_far_as_it_is_known() {
        for (edtf, day) in [
            ("2018", "2018"),
            ("2017-09-22", "2017-09-22"),
            ("2014?", "2014"),
            ("2015~", "2015"),
            ("2001/2003", "2001"),
            ("2010-21", "2010"),
            ("201X", ""),
            ("undated", ""),
        ] {
            assert_eq!(day_of(edtf), day, "{edtf}");
        }
    }
}
