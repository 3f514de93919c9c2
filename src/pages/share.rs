//! The share sheet: everything that can be taken from a view. Its buttons carry what they take (`data-take`)
//! and how (`data-as`); whoever shows the sheet does it.

use crate::export::{Extract, cite, qr, shown, table};
use crate::markup::{Markup, counted, written};
use crate::scene::words::grouped;
use crate::view::Selection;

/// Forms of citation: key and name.
const CITATIONS: [(&str, &str); 5] = [
    ("chicago", "Footnote, Chicago"),
    ("apa", "Footnote, APA"),
    ("bibtex", "BibTeX"),
    ("ris", "RIS"),
    ("csl", "CSL-JSON"),
];

/// Files of the whole dataset, relative to the page.
const EVERYTHING: [(&str, &str); 3] =
    [("data/claims.csv", "CSV"), ("data/claims.json", "JSON"), ("data/places.geojson", "GeoJSON")];

/// The sheet's markup.
pub fn sheet(extract: &Extract<'_>) -> String {
    written(|m| {
        head(m, extract);
        m.element("div", &[("class", "share-parts")], |m| {
            link(m, extract);
            citation(m, extract);
            data(m, extract);
        });
    })
}

fn head(markup: &mut Markup, extract: &Extract<'_>) {
    markup.element("div", &[("class", "share-head")], |m| {
        m.element("div", &[], |m| {
            m.leaf("h2", &[("id", "share-title")], "Share this view");
            let shown = format!(
                "{}; {}; {}; release {}",
                extract.title(),
                shown::filter_line(extract.atlas, &extract.view.filter),
                counted(extract.claims.len(), "claim"),
                extract.atlas.version()
            );
            m.leaf("p", &[("class", "quiet")], &shown);
        });
        m.leaf("p", &[("class", "said"), ("role", "status")], "");
        let close =
            [("type", "button"), ("class", "close"), ("data-do", "close"), ("aria-label", "Close")];
        m.leaf("button", &close, "×");
    });
}

/// One part of the sheet; `id` is where a press from elsewhere leads.
fn part(markup: &mut Markup, id: &'static str, name: &str, inside: impl FnOnce(&mut Markup)) {
    let title = format!("share-{id}-title");
    let own = format!("share-{id}");
    let attributes = [("id", own.as_str()), ("class", own.as_str()), ("aria-labelledby", &title)];
    markup.element("section", &attributes, |m| {
        m.leaf("h3", &[("id", &title), ("tabindex", "-1")], name);
        inside(m);
    });
}

fn button(markup: &mut Markup, take: &str, does: &str, words: &str) {
    markup.leaf("button", &[("type", "button"), ("data-take", take), ("data-as", does)], words);
}

fn link(markup: &mut Markup, extract: &Extract<'_>) {
    part(markup, "link", "Link", |m| {
        let address = extract.link();
        let field = [
            ("type", "text"),
            ("readonly", ""),
            ("class", "address"),
            ("aria-label", "Link to this view"),
            ("value", &address),
        ];
        m.element("div", &[("class", "row")], |m| {
            m.leaf(
                "button",
                &[
                    ("type", "button"),
                    ("class", "primary"),
                    ("data-copy", ".address"),
                    ("autofocus", ""),
                ],
                "Copy link",
            );
            m.shape("input", &field);
        });
        qr::svg(m, &address, "The link as a QR code");
        m.leaf("p", &[("class", "quiet")], "It opens on this view. On a later release it says so.");
    });
}

fn citation(markup: &mut Markup, extract: &Extract<'_>) {
    let name = match extract.view.selection {
        Some(Selection::Claim(_)) => "Cite this claim",
        _ => "Cite this view",
    };
    part(markup, "cite", name, |m| {
        m.element("div", &[("class", "row")], |m| {
            m.element(
                "select",
                &[("class", "form"), ("aria-label", "Form of the citation")],
                |m| {
                    for (key, name) in CITATIONS {
                        m.leaf("option", &[("value", key)], name);
                    }
                },
            );
            button(m, "", "copy", "Copy");
            button(m, "", "save", "Download");
        });
        let text = cite::footnotes(extract, cite::Style::Chicago);
        m.leaf("pre", &[("class", "cited"), ("tabindex", "0"), ("aria-label", "Citation")], &text);
        m.leaf(
            "p",
            &[("class", "quiet")],
            "The atlas first, then each document and work behind what is shown.",
        );
    });
}

fn data(markup: &mut Markup, extract: &Extract<'_>) {
    part(markup, "data", "Data", |m| {
        let rows = |claims: usize, places: usize| {
            let number = |count: usize| grouped(count as u64);
            format!("{} claims, {} places", number(claims), number(places))
        };
        m.element("dl", &[], |m| {
            m.leaf("dt", &[], "What is shown");
            m.element("dd", &[], |m| {
                m.leaf(
                    "p",
                    &[("class", "quiet")],
                    &rows(extract.claims.len(), table::places(extract).len()),
                );
                m.element("p", &[("class", "row")], |m| {
                    for (key, name) in [
                        ("csv", "CSV"),
                        ("json", "JSON"),
                        ("geojson", "GeoJSON"),
                        ("zip", "Zip of all"),
                    ] {
                        button(m, key, "save", name);
                    }
                });
            });
            m.leaf("dt", &[], "Everything");
            m.element("dd", &[], |m| {
                let all = rows(extract.atlas.claims().len(), extract.atlas.places().len());
                m.leaf("p", &[("class", "quiet")], &all);
                m.element("p", &[("class", "row")], |m| {
                    for (href, name) in EVERYTHING {
                        m.leaf("a", &[("href", href), ("download", "")], name);
                    }
                });
            });
        });
    });
}
