//! What documents, the codebook, guided stories and the ledger of releases say of themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::super::id::SourceId;
use super::super::pack::{CategoryText, Release, SourceText, Tour, Withdrawal};
use super::super::raw::{self, Dataset};
use super::super::release as ledger;
use super::{Lines, Numbers};

pub(super) fn source_texts<'a>(data: &'a Dataset, lines: &'a Lines) -> Vec<SourceText<'a>> {
    let text = |(source, url): (&'a raw::Source, &'a Option<String>)| SourceText {
        authors: source.authors.iter().map(|author| author.name.as_str()).collect(),
        publisher: source.publisher.as_deref(),
        doi: source.doi.as_deref(),
        url: url.as_deref(),
        licence: source.licence.as_deref(),
        year_note: source.year_note.as_deref(),
        vantage: &source.vantage,
        silences: &source.silences,
        years: &source.scope.years,
    };
    data.sources.iter().zip(&lines.urls).map(text).collect()
}

/// The documents of citations, each once, sorted.
pub(super) fn cited(cites: &[raw::Cite], names: &Numbers<'_>) -> Vec<SourceId> {
    let sources: BTreeSet<SourceId> = cites.iter().map(|cite| names.source(&cite.source)).collect();
    sources.into_iter().collect()
}

pub(super) fn category_texts<'a>(data: &'a Dataset, names: &Numbers<'a>) -> Vec<CategoryText<'a>> {
    let text = |category: &'a raw::Category| CategoryText {
        definition: &category.definition,
        include: &category.include,
        exclude: &category.exclude,
        examples: category.examples.iter().map(|id| names.claim(id)).collect(),
    };
    data.categories.iter().map(text).collect()
}

pub(super) fn tours<'a>(data: &'a Dataset, names: &Numbers<'a>) -> Vec<Tour<'a>> {
    let tour = |filed: &'a raw::Filed<raw::Tour>| {
        let raw::Tour { id, title, steps, claims, .. } = &filed.record;
        Tour {
            slug: id,
            title,
            steps: steps.iter().map(|step| (step.link.as_str(), step.text.as_str())).collect(),
            claims: claims.iter().map(|id| names.claim(id)).collect(),
        }
    };
    data.tours.iter().map(tour).collect()
}

/// The release that brought each claim there ever was, as its position in the ledger.
pub(super) fn brought(data: &Dataset) -> BTreeMap<&str, u8> {
    let ids = (0..).zip(&data.releases);
    ids.flat_map(|(at, release)| release.added.iter().map(move |id| (id.as_str(), at))).collect()
}

pub(super) fn releases<'a>(
    data: &'a Dataset,
    names: &Numbers<'a>,
    brought: &BTreeMap<&str, u8>,
) -> Vec<Release<'a>> {
    // What was mended may have been withdrawn later.
    let still = |id: &str| names.claims.get(id).copied();
    let release = |release: &'a ledger::Release| Release {
        version: &release.version,
        corrected: release
            .corrected
            .iter()
            .filter_map(|correction| Some((still(&correction.id)?, correction.what.as_str())))
            .collect(),
        withdrawn: release
            .withdrawn
            .iter()
            .map(|gone| Withdrawal {
                slug: &gone.id,
                reason: &gone.reason,
                instead: gone.instead.as_deref().and_then(still),
                release: brought.get(gone.id.as_str()).copied().unwrap_or_default(),
            })
            .collect(),
    };
    data.releases.iter().map(release).collect()
}
