//! What documents, the codebook and guided stories say of themselves.

use super::super::pack::{CategoryText, SourceText, Tour};
use super::super::raw::{self, Dataset};
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
        let raw::Tour { id, title, steps, claims } = &filed.record;
        Tour {
            slug: id,
            title,
            steps: steps.iter().map(|step| (step.link.as_str(), step.text.as_str())).collect(),
            claims: claims.iter().map(|id| names.claim(id)).collect(),
        }
    };
    data.tours.iter().map(tour).collect()
}
