//! The share sheet: everything that can be taken from a view. Its buttons carry what they take (`data-take`)
//! and how (`data-as`); whoever shows the sheet does it.

use super::picture::{SHAPES, Subject};
use super::{Extract, cite, embed, qr, report, shown, table};
use crate::markup::{Markup, counted, written};
use crate::pages::collection;
use crate::scene::words::grouped;
use crate::view::{Choice, Selection, Tab, Theme, link as links};

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

/// The most claims that are collected at one press: a link has room for some sixty.
const AT_ONCE: usize = 40;

/// The sheet's markup; `collected` is the reader's collection so far, ids joined by `~`.
pub fn sheet(extract: &Extract<'_>, collected: &str) -> String {
    written(|m| {
        head(m, extract);
        m.element("div", &[("class", "share-parts")], |m| {
            link(m, extract);
            citation(m, extract);
            pictures(m, extract);
            data(m, extract);
            collection(m, extract, collected);
            embedding(m, extract);
            errors(m, extract);
            print(m);
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
        m.leaf(
            "p",
            &[("class", "quiet")],
            "It opens on this view. On a later release it says what has changed.",
        );
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

/// A list to choose one of: keys and names, the chosen key.
fn select<'a>(
    markup: &mut Markup,
    class: &'static str,
    name: &str,
    chosen: &str,
    all: impl Iterator<Item = (&'a str, &'a str)>,
) {
    markup.element("select", &[("class", class), ("aria-label", name)], |m| {
        for (key, name) in all {
            let mut attributes = vec![("value", key)];
            if key == chosen {
                attributes.push(("selected", ""));
            }
            m.leaf("option", &attributes, name);
        }
    });
}

fn pictures(markup: &mut Markup, extract: &Extract<'_>) {
    part(markup, "picture", "Picture", |m| {
        m.element("div", &[("class", "row")], |m| {
            let subjects = Subject::ALL.iter().map(|subject| (subject.key(), subject.words()));
            let own = Subject::of(extract.view.tab).key();
            select(m, "subject", "What is drawn", own, subjects);
            select(m, "shape", "Shape", "wide", SHAPES.iter().map(|&(key, name, ..)| (key, name)));
            select(
                m,
                "shade",
                "Light or dark",
                "light",
                [("light", "Light"), ("dark", "Dark")].into_iter(),
            );
        });
        m.shape("img", &[("class", "preview"), ("alt", "")]);
        m.element("div", &[("class", "row")], |m| {
            for (key, name) in [("svg", "SVG"), ("1", "PNG"), ("2", "PNG 2×"), ("4", "PNG 4×")] {
                m.leaf("button", &[("type", "button"), ("data-picture", key)], name);
            }
            m.leaf(
                "button",
                &[("type", "button"), ("data-picture", "alt")],
                "Copy the text for alt",
            );
        });
    });
}

fn collection(markup: &mut Markup, extract: &Extract<'_>, collected: &str) {
    part(markup, "collect", "Collect", |m| {
        let own = collection::collected(extract.atlas, collected);
        let new = extract.claims.iter().filter(|&id| !own.contains(id)).count();
        m.element("div", &[("class", "row")], |m| {
            let add = match (extract.view.selection, new) {
                (_, 0) => None,
                (Some(Selection::Claim(_)), _) => Some("Collect this claim".to_owned()),
                (_, count) if count <= AT_ONCE => {
                    Some(format!("Collect these {}", counted(count, "claim")))
                }
                _ => None,
            };
            if let Some(words) = add {
                m.leaf("button", &[("type", "button"), ("data-collect", "add")], &words);
            }
            if own.is_empty() {
                m.leaf("span", &[("class", "quiet")], "Your collection is empty.");
            } else {
                let mut view = extract.view.clone();
                view.tab = Tab::Collection;
                view.selection = None;
                // What was collected was read from ids.
                let _ = view.choices.set(Choice::Basket, collected);
                let href = format!("?{}", links::write(&view, extract.atlas));
                m.leaf(
                    "a",
                    &[("class", "collected"), ("href", &href)],
                    &format!("Your collection: {}", counted(own.len(), "claim")),
                );
                m.leaf(
                    "button",
                    &[("type", "button"), ("class", "link"), ("data-collect", "empty")],
                    "Empty it",
                );
            }
        });
        m.element("p", &[("class", "row")], |m| {
            m.leaf("span", &[], "What is shown as a memo with numbered citations:");
            button(m, "memo-md", "save", "Markdown");
            button(m, "memo-html", "save", "HTML");
        });
    });
}

fn embedding(markup: &mut Markup, extract: &Extract<'_>) {
    part(markup, "embed", "Embed", |m| {
        m.element("div", &[("class", "row")], |m| {
            for (key, name) in embed::PARTS
                .into_iter()
                .chain([("still", "Still"), ("pinned", "Tell of a newer release")])
            {
                m.element("label", &[], |m| {
                    let mut attributes =
                        vec![("type", "checkbox"), ("class", "embed-part"), ("value", key)];
                    if key == "pinned" {
                        attributes.push(("checked", ""));
                    }
                    m.shape("input", &attributes);
                    m.text(" ");
                    m.text(name);
                });
            }
        });
        m.element("div", &[("class", "row")], |m| {
            let tabs = Tab::ALL.iter().map(|tab| (tab.slug(), tab.words()));
            select(m, "embed-tab", "Page", extract.view.tab.slug(), tabs);
            let themes = Theme::ALL.iter().map(|theme| (theme.slug(), theme.words()));
            select(m, "embed-theme", "Light or dark", Theme::default().slug(), themes);
            let heights =
                embed::HEIGHTS.map(|height| (height.to_string(), format!("{height} px high")));
            let [_, middle, _] = &heights;
            select(
                m,
                "embed-height",
                "Height",
                &middle.0,
                heights.iter().map(|(key, name)| (key.as_str(), name.as_str())),
            );
            m.leaf("button", &[("type", "button"), ("data-copy", ".embed-code")], "Copy the code");
        });
        let options = embed::Options { pinned: true, height: 560, ..Default::default() };
        let field = [
            ("class", "embed-code"),
            ("readonly", ""),
            ("rows", "3"),
            ("aria-label", "Code to embed this view"),
        ];
        m.leaf("textarea", &field, &embed::code(extract, &options));
    });
}

fn errors(markup: &mut Markup, extract: &Extract<'_>) {
    let Some(message) = report::message(extract) else { return };
    part(markup, "report", "Report an error in this claim", |m| {
        m.leaf(
            "pre",
            &[("class", "cited"), ("tabindex", "0"), ("aria-label", "Message")],
            &message,
        );
        m.element("div", &[("class", "row")], |m| {
            button(m, "report", "copy", "Copy the message");
            if let Some(address) = report::address(extract) {
                m.leaf("a", &[("href", &address), ("rel", "noreferrer")], "Write it");
            }
        });
    });
}

fn print(markup: &mut Markup) {
    part(markup, "print", "Print", |m| {
        m.element("div", &[("class", "row")], |m| {
            m.leaf("button", &[("type", "button"), ("data-do", "print")], "Print this view");
            m.leaf(
                "span",
                &[("class", "quiet")],
                "With its key, sources, link and QR code, on A4 or Letter.",
            );
        });
    });
}

/// What is added to a view on paper: its name, filters, documents, link and code.
pub fn print_note(extract: &Extract<'_>) -> String {
    written(|m| {
        qr::svg(m, &extract.link(), "");
        m.leaf("h2", &[], &extract.title());
        let filters = shown::filter_line(extract.atlas, &extract.view.filter);
        m.leaf("p", &[], &format!("{filters}; {}", counted(extract.claims.len(), "claim")));
        m.leaf(
            "p",
            &[],
            &format!(
                "{}. Disputed borders dashed; no endorsement.",
                super::picture::sources(extract.atlas, &extract.claims)
            ),
        );
        let release = extract.atlas.version();
        m.leaf(
            "p",
            &[],
            &format!(
                "C5 Atlas, release {release}, CC BY 4.0. Printed {}.",
                cite::long_date(extract.day)
            ),
        );
        m.leaf("p", &[], &extract.link());
    })
}
