//! The documents: who speaks, from where, of what and what not; which works they rest on; where they
//! disagree.

pub(super) mod ties;

use super::{Desk, against, presets, sheet};
use crate::atlas::{Atlas, CategoryId, ClaimSet, Source, SourceId};
use crate::markup::Markup;
use crate::markup::said::{english, english_leaf, mixed, own_leaf};
use crate::query::{Compared, Facet, FacetValue};
use crate::scene::crosstab::Ramp;
use crate::scene::names::{cited, year};
use crate::scene::words;
use crate::view::{Choice, Tab};
use crate::words::{Count, Matrix, SourcesPage, Words};

/// The parts of the page, as links write them. Without one it tells of the documents.
const PARTS: [(&str, SourcesPage); 4] = [
    ("", SourcesPage::Documents),
    ("coverage", SourcesPage::Coverage),
    ("references", SourcesPage::CitedWorks),
    ("ties", SourcesPage::Disagree),
];

/// What its part shows; nothing for the documents themselves, which the sentence of all claims counts.
pub(super) fn said(desk: Desk<'_>) -> String {
    match lead(desk) {
        SourcesPage::Lead => String::new(),
        part => desk.atlas.say(part).to_owned(),
    }
}

fn lead(desk: Desk<'_>) -> SourcesPage {
    match desk.choice(Choice::Focus) {
        "coverage" => SourcesPage::CoverageLead,
        "references" => SourcesPage::WorksLead,
        "ties" => SourcesPage::TiesLead,
        _ => SourcesPage::Lead,
    }
}

/// Whether a value names a part of the page or a document.
pub(super) fn has(atlas: &Atlas, value: &str) -> bool {
    PARTS.iter().any(|(slug, _)| *slug == value) || atlas.source_named(value).is_some()
}

/// Whether the documents are tied so.
pub(super) fn has_ties(value: &str) -> bool {
    ties::is_kind(value)
}

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let focus = desk.choice(Choice::Focus);
    let one = desk.atlas.source_named(focus);
    let part = PARTS.iter().find(|(slug, _)| *slug == focus).map_or("", |(slug, _)| *slug);
    let say = |word| desk.atlas.say(word);
    sheet(markup, desk, "sources", desk.atlas.say(Tab::Sources), say(lead(desk)), |m| {
        let parts = PARTS.map(|(slug, name)| {
            let here = slug == part && one.is_none();
            (format!("part-{slug}"), say(name), here, desk.choosing(Choice::Focus, slug))
        });
        presets(m, say(SourcesPage::Parts), parts);
        let compared = desk.compared();
        let compared = compared.as_ref();
        m.element("div", &[("class", "controls")], |m| against::chooser(m, desk));
        if let Some(compared) = compared {
            let all = against::all(desk.atlas, &desk.view.filter, compared);
            against::key_of_claims(m, desk.atlas, compared.lens, compared.counts(&all));
        }
        let kept = against::kept(desk.atlas, &desk.view.filter, compared);
        match (part, one) {
            (_, Some(id)) => {
                m.element("div", &[("class", "cards")], |m| card(m, desk, id, &kept, compared));
                references_of(m, desk, id, &resting(desk, &kept));
            }
            ("coverage", _) => coverage(m, desk, compared),
            ("references", _) => {
                let resting = resting(desk, &kept);
                shown(desk).iter().for_each(|(id, _)| references_of(m, desk, *id, &resting));
            }
            ("ties", _) => ties::page(m, desk, &kept, compared),
            _ => documents(m, desk, &kept, compared),
        }
    });
}

/// The documents that the page tells of: all, or the two that are compared, in the order of the link.
fn shown(desk: Desk<'_>) -> Vec<(SourceId, &Source<'static>)> {
    match desk.lens() {
        Some(lens) => [lens.first, lens.second].map(|id| (id, desk.atlas.source(id))).to_vec(),
        None => desk.atlas.sources().collect(),
    }
}

/// One card a document, and where the whole dataset lies.
fn documents(markup: &mut Markup, desk: Desk<'_>, kept: &ClaimSet, compared: Option<&Compared>) {
    markup.element("div", &[("class", "cards")], |m| {
        shown(desk).iter().for_each(|(id, _)| card(m, desk, *id, kept, compared));
    });
    markup.element("p", &[("class", "quiet")], |m| {
        m.text(desk.atlas.say(SourcesPage::Whole));
        for (at, (href, name)) in DOWNLOADS.iter().enumerate() {
            m.text(if at == 0 { "" } else { ", " });
            m.leaf("a", &[("href", href)], desk.atlas.say(*name));
        }
        m.text(desk.atlas.say(SourcesPage::Credits));
    });
}

fn card(
    markup: &mut Markup,
    desk: Desk<'_>,
    id: SourceId,
    kept: &ClaimSet,
    compared: Option<&Compared>,
) {
    let (atlas, source) = (desk.atlas, desk.atlas.source(id));
    let Some(text) = desk.texts.source(id) else { return };
    let own = desk.choosing(Choice::Focus, source.slug);
    markup.element("article", &[("class", "source-card")], |m| {
        m.element("h3", &[], |m| english_leaf(m, atlas, "a", &[("href", &own)], source.title));
        let publisher = text.publisher.map(|name| format!(", {name}")).unwrap_or_default();
        let by = format!("{}, {}{publisher}", source.authors, year(atlas, source));
        m.element("p", &[], |m| mixed(m, atlas, &by));
        let horizon = words::date(atlas.words(), source.horizon_text);
        let parts = [&*span(atlas, text.years), &horizon];
        let period = atlas.tell(SourcesPage::PeriodOf, &parts);
        let scope = scope(atlas, id);
        let [year_note, licence, vantage, silences] = atlas.account(id);
        let rows = [
            (SourcesPage::Year, year_note, text.year_note),
            (SourcesPage::Vantage, vantage, Some(text.vantage)),
            (SourcesPage::Period, Some(&*period), None),
            (SourcesPage::Scope, Some(&*scope), None),
            (SourcesPage::Silences, silences, Some(text.silences)),
            (SourcesPage::Licence, licence, text.licence),
        ];
        m.element("dl", &[], |m| {
            for (name, own, english) in rows {
                if own.or(english).is_some() {
                    m.leaf("dt", &[], atlas.say(name));
                    own_leaf(m, atlas, "dd", &[], (own, english.unwrap_or_default()));
                }
            }
            if let Some(url) = text.url {
                m.leaf("dt", &[], atlas.say(SourcesPage::FoundAt));
                let link = [("href", url), ("rel", "noreferrer")];
                m.element("dd", &[], |m| english_leaf(m, atlas, "a", &link, url));
            }
        });
        let own = kept.and(atlas.index().source(id));
        let href = claims_of(desk, id, None);
        m.element("p", &[], |m| {
            m.leaf("a", &[("href", &href)], &atlas.count(own.len(), Count::Claims));
            m.text(" ");
            against::tally(m, atlas, compared, &own);
        });
    });
}

/// An EDTF interval as a reader sees it.
fn span(atlas: &Atlas, edtf: &str) -> String {
    let end = |text: &str, open| match text {
        ".." | "" => atlas.say(open).to_owned(),
        date => words::about(atlas.words(), date, Words::of_date),
    };
    match edtf.split_once('/') {
        Some((from, to)) => {
            let parts = [end(from, SourcesPage::AnyTime), end(to, SourcesPage::ItsDay)];
            atlas.tell(SourcesPage::Span, &parts.each_ref().map(String::as_str))
        }
        None => words::date(atlas.words(), edtf),
    }
}

fn scope(atlas: &Atlas, id: SourceId) -> String {
    let source = atlas.source(id);
    let actors: Vec<&str> = source.scope_actors.iter().map(|&id| atlas.actor(id).name).collect();
    let of = source.scope_categories.len().to_string();
    let all = atlas.categories().len().to_string();
    atlas.tell(SourcesPage::ScopeOf, &[&actors.join(", "), &of, &all])
}

/// The link to the table of a document's claims, in one category or all.
fn claims_of(desk: Desk<'_>, source: SourceId, category: Option<CategoryId>) -> String {
    desk.on(Tab::Claims, |view| {
        view.filter.clear(Facet::Source);
        view.filter.choose(FacetValue::Source(source));
        if let Some(category) = category {
            view.filter.clear(Facet::Category);
            view.filter.choose(FacetValue::Category(category));
        }
    })
}

/// Categories down, documents across: claims, in scope but none, outside its scope; of two that are compared, how many
/// each of them tells.
fn coverage(markup: &mut Markup, desk: Desk<'_>, compared: Option<&Compared>) {
    let atlas = desk.atlas;
    let mut filter = desk.view.filter.clone();
    filter.clear(Facet::Source);
    let kept = against::kept(atlas, &filter, compared);
    let documents = shown(desk);
    markup.leaf("p", &[("class", "quiet")], atlas.say(SourcesPage::CoverageKey));
    let most = atlas.categories().flat_map(|(category, _)| {
        let claims = kept.and(atlas.index().category(category));
        documents
            .iter()
            .map(|&(id, _)| claims.len_with(atlas.index().source(id)))
            .collect::<Vec<_>>()
    });
    let ramp = Ramp::up_to(most.max().unwrap_or_default());
    markup.element("ul", &[("class", "matrix-key"), ("aria-label", atlas.say(Matrix::Key))], |m| {
        super::matrix::ramp(m, atlas, ramp)
    });
    markup.element(
        "div",
        &[
            ("class", "wide"),
            ("id", "coverage"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", atlas.say(SourcesPage::Coverage)),
        ],
        |m| {
            m.element("table", &[("class", "coverage")], |m| {
                m.element("thead", &[], |m| {
                    m.element("tr", &[], |m| {
                        m.leaf("th", &[("scope", "col")], atlas.say(SourcesPage::Category));
                        for &(id, source) in &documents {
                            let attributes = [("scope", "col"), ("title", source.title)];
                            english_leaf(m, atlas, "th", &attributes, &cited(atlas, id));
                        }
                        if compared.is_some() {
                            m.leaf("th", &[("scope", "col")], atlas.say(SourcesPage::Told));
                        }
                    });
                });
                m.element("tbody", &[], |m| {
                    for (category, record) in atlas.categories() {
                        let of_category = kept.and(atlas.index().category(category));
                        m.element("tr", &[], |m| {
                            m.leaf("th", &[("scope", "row")], record.name);
                            for &(id, source) in &documents {
                                let claims = of_category.len_with(atlas.index().source(id));
                                let in_scope = source.scope_categories.contains(&category);
                                coverage_cell(m, desk, ramp, (category, id), claims, in_scope);
                            }
                            if compared.is_some() {
                                m.element("td", &[("class", "tallies")], |m| {
                                    against::tally(m, atlas, compared, &of_category);
                                });
                            }
                        });
                    }
                });
            });
        },
    );
}

fn coverage_cell(
    markup: &mut Markup,
    desk: Desk<'_>,
    ramp: Ramp,
    (category, source): (CategoryId, SourceId),
    claims: usize,
    in_scope: bool,
) {
    let shade = format!("shade-{}", ramp.step(claims));
    match (claims, in_scope) {
        (0, true) => markup.leaf("td", &[("class", "none")], "0"),
        (0, false) => markup.element("td", &[("class", "outside")], |m| {
            m.leaf("span", &[("class", "spoken")], desk.atlas.say(SourcesPage::OutsideScope));
        }),
        (_, _) => markup.element("td", &[("class", &shade)], |m| {
            let href = claims_of(desk, source, Some(category));
            let name = desk.atlas.category(category).name;
            let counted = desk.atlas.count(claims, Count::Claims);
            let label = format!("{counted}, {name}, {}", desk.atlas.source(source).slug);
            m.leaf("a", &[("href", &href), ("aria-label", &label)], &desk.atlas.number(claims));
        }),
    }
}

/// How many of the claims kept rest on each cited work.
fn resting(desk: Desk<'_>, kept: &ClaimSet) -> Vec<usize> {
    let mut counts = vec![0; desk.atlas.references().len()];
    for id in kept.iter() {
        let cites = desk.texts.claim(id).map(|text| text.cites.as_slice()).unwrap_or_default();
        let mut works: Vec<_> = cites.iter().flat_map(|cite| &cite.references).collect();
        works.sort_unstable();
        works.dedup();
        for work in works {
            if let Some(count) = counts.get_mut(work.index()) {
                *count += 1;
            }
        }
    }
    counts
}

/// A document's cited works, in the order of its notes.
fn references_of(markup: &mut Markup, desk: Desk<'_>, source: SourceId, resting: &[usize]) {
    let own = |id| desk.texts.reference(id).filter(|reference| reference.source == source);
    let works: Vec<_> =
        desk.atlas.references().filter_map(|(id, slug)| Some((id, slug, own(id)?))).collect();
    if works.is_empty() {
        return;
    }
    let atlas = desk.atlas;
    markup.element("h3", &[], |m| {
        english(m, atlas, atlas.source(source).title);
        m.text(&format!(": {}", atlas.count(works.len(), Count::CitedWorks)));
    });
    markup.element("ol", &[("class", "works")], |m| {
        for (id, slug, reference) in works {
            m.element("li", &[], |m| {
                let note = reference.note.map_or_else(|| "–".to_owned(), |note| note.to_string());
                m.leaf("span", &[("class", "quiet")], &note);
                let href = format!("?ref={slug}");
                let opener = [("href", href.as_str()), ("class", "opener")];
                english_leaf(m, atlas, "a", &opener, reference.text);
                let claims = resting.get(id.index()).copied().unwrap_or_default();
                m.leaf("span", &[("class", "quiet")], &atlas.count(claims, Count::Claims));
            });
        }
    });
}

/// The dataset's files, relative to the page.
const DOWNLOADS: [(&str, SourcesPage); 5] = [
    ("data/claims.csv", SourcesPage::ClaimsCsv),
    ("data/claims.json", SourcesPage::ClaimsJson),
    ("data/actors.csv", SourcesPage::Actors),
    ("data/places.geojson", SourcesPage::Places),
    ("data/codebook.json", SourcesPage::Codebook),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_written_as_dates_are_everywhere() {
        let atlas = Atlas::embedded();
        for (edtf, said) in [
            ("2007/2017", "2007 to 2017"),
            ("1990~/2019", "about 1990 to 2019"),
            ("2014?/..", "2014? to its day"),
            ("2014~", "about 2014"),
        ] {
            assert_eq!(span(&atlas, edtf), said);
        }
    }
}
