//! The share sheet: everything that can be taken from a view. Its buttons carry what they take (`data-take`)
//! and how (`data-as`); whoever shows the sheet does it.

use super::picture::{SHAPES, Subject};
use super::{Extract, cite, embed, qr, report, shown, table};
use crate::atlas::Atlas;
use crate::markup::said::{english_leaf, mixed};
use crate::markup::{Markup, written};
use crate::pages::collection;
use crate::scene::words;
use crate::view::{Action, Choice, Selection, Tab, Theme, link as links};
use crate::words::{Count, Language, Sharing};

/// Forms of citation: key and name.
const CITATIONS: [(&str, Name); 5] = [
    ("chicago", Name::Said(Sharing::Chicago)),
    ("apa", Name::Said(Sharing::Apa)),
    ("bibtex", Name::Own("BibTeX")),
    ("ris", Name::Own("RIS")),
    ("csl", Name::Own("CSL-JSON")),
];

/// A form's name: a word of the page, or the same in every language.
#[derive(Clone, Copy)]
enum Name {
    Said(Sharing),
    Own(&'static str),
}

impl Name {
    fn of(self, atlas: &Atlas) -> &'static str {
        match self {
            Self::Said(word) => atlas.say(word),
            Self::Own(name) => name,
        }
    }
}

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
            print(m, extract.atlas);
        });
    })
}

fn head(markup: &mut Markup, extract: &Extract<'_>) {
    let atlas = extract.atlas;
    markup.element("div", &[("class", "share-head")], |m| {
        m.element("div", &[], |m| {
            m.leaf("h2", &[("id", "share-title")], atlas.say(Sharing::Title));
            let parts = [
                &*extract.name(),
                &shown::filter_line(atlas, &extract.view),
                &atlas.count(extract.claims.len(), Count::Claims),
                atlas.version(),
            ];
            let shown = atlas.tell(Sharing::Shown, &parts);
            m.element("p", &[("class", "quiet")], |m| mixed(m, atlas, &shown));
        });
        m.leaf("p", &[("class", "said"), ("role", "status")], "");
        let close = [
            ("type", "button"),
            ("class", "close"),
            ("data-do", "close"),
            ("aria-label", atlas.say(Sharing::Close)),
        ];
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
    let say = |word| extract.atlas.say(word);
    part(markup, "link", say(Sharing::Link), |m| {
        let address = extract.link();
        let field = [
            ("type", "text"),
            ("readonly", ""),
            ("class", "address"),
            ("aria-label", say(Sharing::LinkTo)),
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
                say(Sharing::CopyLink),
            );
            m.shape("input", &field);
        });
        qr::svg(m, &address, say(Sharing::AsCode));
        m.leaf("p", &[("class", "quiet")], say(Sharing::LinkAbout));
    });
}

fn citation(markup: &mut Markup, extract: &Extract<'_>) {
    let atlas = extract.atlas;
    let say = |word| atlas.say(word);
    let name = match extract.view.selection {
        Some(Selection::Claim(_)) => Sharing::CiteClaim,
        _ => Sharing::CiteView,
    };
    part(markup, "cite", say(name), |m| {
        m.element("div", &[("class", "row")], |m| {
            m.element("select", &[("class", "form"), ("aria-label", say(Sharing::Form))], |m| {
                for (key, name) in CITATIONS {
                    m.leaf("option", &[("value", key)], name.of(atlas));
                }
            });
            button(m, "", "copy", say(Sharing::Copy));
            button(m, "", "save", say(Sharing::Download));
        });
        let text = cite::footnotes(&extract.in_english(), cite::Style::Chicago);
        let attributes =
            [("class", "cited"), ("tabindex", "0"), ("aria-label", say(Sharing::Citation))];
        english_leaf(m, atlas, "pre", &attributes, &text);
        m.leaf("p", &[("class", "quiet")], say(Sharing::CiteAbout));
    });
}

fn data(markup: &mut Markup, extract: &Extract<'_>) {
    let say = |word| extract.atlas.say(word);
    part(markup, "data", say(Sharing::Data), |m| {
        let rows = |claims: usize, places: usize| {
            let [claims, places] = [claims, places].map(|count| extract.atlas.number(count));
            extract.atlas.tell(Sharing::RowsOf, &[&claims, &places])
        };
        m.element("dl", &[], |m| {
            m.leaf("dt", &[], say(Sharing::WhatIsShown));
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
                        ("zip", say(Sharing::ZipOfAll)),
                    ] {
                        button(m, key, "save", name);
                    }
                });
            });
            m.leaf("dt", &[], say(Sharing::Everything));
            m.element("dd", &[], |m| {
                let all = rows(extract.atlas.claims().len(), extract.atlas.places().len());
                let index = extract.atlas.index();
                let bare = extract.atlas.places().filter(|(id, _)| index.place(*id).is_empty());
                let bare = extract.atlas.number(bare.count());
                let all = extract.atlas.tell(Sharing::WithBare, &[&all, &bare]);
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
    let atlas = extract.atlas;
    let say = |word| atlas.say(word);
    part(markup, "picture", say(Sharing::Picture), |m| {
        m.element("div", &[("class", "row")], |m| {
            let subjects = Subject::ALL.iter().map(|subject| (subject.key(), subject.words(atlas)));
            let own = Subject::of(extract.view.tab).key();
            select(m, "subject", say(Sharing::WhatIsDrawn), own, subjects);
            let shapes = SHAPES.iter().map(|&(key, name, ..)| (key, say(name)));
            select(m, "shape", say(Sharing::Shape), "wide", shapes);
            let shades = [("light", say(Sharing::Light)), ("dark", say(Sharing::Dark))];
            select(m, "shade", say(Sharing::LightOrDark), "light", shades.into_iter());
        });
        m.shape("img", &[("class", "preview"), ("alt", "")]);
        m.element("div", &[("class", "row")], |m| {
            for (key, name) in [("svg", "SVG"), ("1", "PNG"), ("2", "PNG 2×"), ("4", "PNG 4×")] {
                m.leaf("button", &[("type", "button"), ("data-picture", key)], name);
            }
            m.leaf("button", &[("type", "button"), ("data-picture", "alt")], say(Sharing::CopyAlt));
        });
    });
}

fn collection(markup: &mut Markup, extract: &Extract<'_>, collected: &str) {
    let atlas = extract.atlas;
    let say = |word| atlas.say(word);
    part(markup, "collect", say(Sharing::Collect), |m| {
        let own = collection::collected(extract.atlas, collected);
        let new = extract.claims.iter().filter(|&id| !own.contains(id)).count();
        m.element("div", &[("class", "row")], |m| {
            let add = match (extract.view.selection, new) {
                (_, 0) => None,
                (Some(Selection::Claim(_)), _) => Some(say(Sharing::CollectClaim).to_owned()),
                (_, count) if count <= AT_ONCE => {
                    let claims = atlas.count(count, Count::Claims);
                    Some(atlas.tell(Sharing::CollectThese, &[&claims]))
                }
                _ => None,
            };
            if let Some(words) = add {
                m.leaf("button", &[("type", "button"), ("data-collect", "add")], &words);
            }
            if own.is_empty() {
                m.leaf("span", &[("class", "quiet")], say(Sharing::Empty));
            } else {
                let mut view = extract.view.clone();
                view.apply(Action::ShowTab(Tab::Collection));
                view.selection = None;
                // A collection is kept short enough for this where it is made.
                view.choices.set(Choice::Basket, collected);
                let href = format!("?{}", links::write(&view, extract.atlas));
                m.leaf(
                    "a",
                    &[("class", "collected"), ("href", &href)],
                    &atlas.tell(Sharing::Yours, &[&atlas.count(own.len(), Count::Claims)]),
                );
                m.leaf(
                    "button",
                    &[("type", "button"), ("class", "link"), ("data-collect", "empty")],
                    say(Sharing::EmptyIt),
                );
            }
        });
        m.element("p", &[("class", "row")], |m| {
            m.leaf("span", &[], say(Sharing::AsMemo));
            button(m, "memo-md", "save", "Markdown");
            button(m, "memo-html", "save", "HTML");
        });
    });
}

fn embedding(markup: &mut Markup, extract: &Extract<'_>) {
    let atlas = extract.atlas;
    let say = |word| atlas.say(word);
    part(markup, "embed", say(Sharing::Embed), |m| {
        m.element("div", &[("class", "row")], |m| {
            for (key, name) in embed::PARTS
                .into_iter()
                .chain([("still", Sharing::Still), ("pinned", Sharing::Pinned)])
            {
                m.element("label", &[], |m| {
                    let mut attributes =
                        vec![("type", "checkbox"), ("class", "embed-part"), ("value", key)];
                    if key == "pinned" {
                        attributes.push(("checked", ""));
                    }
                    m.shape("input", &attributes);
                    m.text(" ");
                    m.text(say(name));
                });
            }
        });
        m.element("div", &[("class", "row")], |m| {
            let tabs = Tab::ALL.iter().map(|tab| (tab.slug(), atlas.say(*tab)));
            select(m, "embed-tab", say(Sharing::Page), extract.view.tab.slug(), tabs);
            let themes = Theme::ALL.iter().map(|theme| (theme.slug(), atlas.say(*theme)));
            select(m, "embed-theme", say(Sharing::LightOrDark), Theme::default().slug(), themes);
            let languages = Language::ALL.map(|language| (language.code(), language.name()));
            let own = atlas.language();
            select(m, "embed-lang", say(Sharing::Language), own.code(), languages.into_iter());
            let heights = embed::HEIGHTS.map(|height| {
                let height = height.to_string();
                let name = atlas.tell(Sharing::High, &[&height]);
                (height, name)
            });
            let [_, middle, _] = &heights;
            select(
                m,
                "embed-height",
                say(Sharing::Height),
                &middle.0,
                heights.iter().map(|(key, name)| (key.as_str(), name.as_str())),
            );
            m.leaf(
                "button",
                &[("type", "button"), ("data-copy", ".embed-code")],
                say(Sharing::CopyCode),
            );
        });
        let options = embed::Options {
            pinned: true,
            height: 560,
            language: atlas.language(),
            ..Default::default()
        };
        let field = [
            ("class", "embed-code"),
            ("readonly", ""),
            ("rows", "3"),
            ("aria-label", say(Sharing::Code)),
        ];
        english_leaf(m, atlas, "textarea", &field, &embed::code(extract, &options));
    });
}

fn errors(markup: &mut Markup, extract: &Extract<'_>) {
    let english = extract.in_english();
    let Some(message) = report::message(&english) else { return };
    let say = |word| extract.atlas.say(word);
    part(markup, "report", say(Sharing::Report), |m| {
        let attributes =
            [("class", "cited"), ("tabindex", "0"), ("aria-label", say(Sharing::Message))];
        english_leaf(m, extract.atlas, "pre", &attributes, &message);
        m.element("div", &[("class", "row")], |m| {
            button(m, "report", "copy", say(Sharing::CopyMessage));
            if let Some(address) = report::address(&english) {
                m.leaf("a", &[("href", &address), ("rel", "noreferrer")], say(Sharing::Write));
            }
        });
    });
}

fn print(markup: &mut Markup, atlas: &Atlas) {
    let say = |word| atlas.say(word);
    part(markup, "print", say(Sharing::Print), |m| {
        m.element("div", &[("class", "row")], |m| {
            m.leaf("button", &[("type", "button"), ("data-do", "print")], say(Sharing::PrintView));
            m.leaf("span", &[("class", "quiet")], say(Sharing::PrintAbout));
        });
    });
}

/// What is added to a view on paper: its name, filters, documents, link and code.
pub fn print_note(extract: &Extract<'_>) -> String {
    written(|m| {
        qr::svg(m, &extract.link(), "");
        m.element("h2", &[], |m| mixed(m, extract.atlas, &extract.name()));
        let atlas = extract.atlas;
        let filters = shown::filter_line(atlas, &extract.view);
        let claims = atlas.count(extract.claims.len(), Count::Claims);
        let note = atlas.tell(Sharing::PrintNote, &[&filters, &claims]);
        m.element("p", &[], |m| mixed(m, atlas, &note));
        let sources = super::picture::sources(atlas, &extract.claims);
        let sources = atlas.tell(Sharing::PrintBorders, &[&sources]);
        m.element("p", &[], |m| mixed(m, atlas, &sources));
        let parts = [atlas.version(), &words::date(atlas.words(), extract.day)];
        m.leaf("p", &[], &atlas.tell(Sharing::Printed, &parts));
        m.leaf("p", &[], &extract.link());
    })
}
