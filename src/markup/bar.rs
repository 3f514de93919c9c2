//! The head of the page and the filter bar. Written once; what changes in them (which page, which
//! values, how many claims) is set on their elements.

use super::Markup;
use super::legend::swatch;
use super::said::english_leaf;
use crate::atlas::Atlas;
use crate::query::{Facet, FacetValue, Filter, Limit};
use crate::scene::words::time;
use crate::view::{Choice, Notice, Tab, ViewState, link};
use crate::words::{Count, Frame, Language, Notices, Words};

const SUN_AND_MOON: &str =
    "M8 1.8a6.2 6.2 0 0 0 0 12.4a6.2 6.2 0 0 0 0-12.4zM8 3.2v9.6a4.8 4.8 0 0 1 0-9.6z";

/// Name, purpose, tabs, theme, link.
pub fn header(markup: &mut Markup, atlas: &Atlas) {
    markup.element("header", &[("class", "header")], |m| head(m, atlas));
}

/// The language that the head of the page leads to.
pub fn other(language: Language) -> Language {
    match language {
        Language::English => Language::Russian,
        Language::Russian => Language::English,
    }
}

fn head(markup: &mut Markup, atlas: &Atlas) {
    let front = link::write(&ViewState::default(), atlas);
    let front = format!("?{front}");
    markup.element("h1", &[("class", "name")], |m| m.leaf("a", &[("href", &front)], "C5 Atlas"));
    markup.leaf("p", &[("class", "purpose")], atlas.say(Frame::Purpose));
    let whole = [("class", "whole"), ("target", "_blank"), ("rel", "noopener")];
    markup.leaf("a", &whole, atlas.say(Frame::OpenWhole));
    markup.element("nav", &[("class", "tabs"), ("aria-label", atlas.say(Frame::Pages))], |m| {
        let tab = |m: &mut Markup, tab: Tab| {
            let href = format!("?tab={}", tab.slug());
            m.leaf("a", &[("href", &href), ("data-tab", tab.slug())], atlas.say(tab));
        };
        let (more, first): (Vec<Tab>, Vec<Tab>) =
            Tab::ALL.iter().partition(|tab| tab.is_secondary());
        first.into_iter().for_each(|one| tab(m, one));
        m.element("details", &[("class", "more-tabs")], |m| {
            m.leaf("summary", &[], atlas.say(Frame::More));
            m.element("div", &[], |m| more.into_iter().for_each(|one| tab(m, one)));
        });
    });
    markup.element("div", &[("class", "search"), ("role", "search")], |m| search(m, atlas));
    markup.element("div", &[("class", "tools")], |m| {
        let other = other(atlas.language());
        let code = other.code();
        // A page speaks one language: the way to another is to load it.
        let attributes = [
            ("class", "tool language"),
            ("href", "?"),
            ("hreflang", code),
            ("lang", code),
            ("title", other.name()),
        ];
        m.leaf("a", &attributes, &code.to_ascii_uppercase());
        let theme = [
            ("type", "button"),
            ("class", "tool"),
            ("data-do", "theme"),
            ("aria-label", atlas.say(Frame::DarkTheme)),
            ("title", atlas.say(Frame::LightOrDark)),
        ];
        m.element("button", &theme, |m| {
            let attributes = [
                ("viewBox", "0 0 16 16"),
                ("width", "16"),
                ("height", "16"),
                ("aria-hidden", "true"),
            ];
            m.element("svg", &attributes, |m| {
                m.shape("path", &[("fill-rule", "evenodd"), ("d", SUN_AND_MOON)])
            });
        });
        let share = [("type", "button"), ("class", "primary"), ("data-share", "")];
        m.leaf("button", &share, atlas.say(Frame::Share));
        m.leaf("span", &[("class", "outcome"), ("aria-live", "polite")], "");
    });
    let sheet = [("id", "share"), ("aria-labelledby", "share-title")];
    markup.leaf("dialog", &sheet, "");
}

/// The search field and room for what is found; on a phone a button that opens it.
fn search(markup: &mut Markup, atlas: &Atlas) {
    let attributes = [
        ("type", "button"),
        ("class", "tool"),
        ("data-do", "search"),
        ("aria-label", atlas.say(Frame::Search)),
        ("aria-expanded", "false"),
    ];
    markup.element("button", &attributes, |m| {
        let attributes = [("viewBox", "0 0 16 16"), ("width", "16"), ("aria-hidden", "true")];
        m.element("svg", &attributes, |m| {
            m.shape(
                "path",
                &[
                    ("class", "line"),
                    ("d", "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l4 4"),
                ],
            );
        });
    });
    let longest = Choice::Query.longest().to_string();
    let attributes = [
        ("type", "search"),
        ("id", "search"),
        ("maxlength", &longest),
        ("role", "combobox"),
        ("aria-label", atlas.say(Frame::SearchAll)),
        ("aria-autocomplete", "list"),
        ("aria-expanded", "false"),
        ("aria-controls", "found"),
        ("aria-keyshortcuts", "/"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("placeholder", atlas.say(Frame::SearchHint)),
    ];
    markup.shape("input", &attributes);
    let found = atlas.say(Frame::Found);
    let attributes = [("id", "found"), ("role", "listbox"), ("aria-label", found), ("hidden", "")];
    markup.leaf("div", &attributes, "");
    markup.leaf("span", &[("class", "spoken"), ("aria-live", "polite")], "");
}

/// The filter bar: menus, and room for the chips and the count.
pub fn filters(markup: &mut Markup, atlas: &Atlas) {
    markup.element(
        "section",
        &[("class", "filters"), ("aria-label", atlas.say(Frame::Filters))],
        |m| {
            // On a narrow page the menus stand behind one button.
            let all = [
                ("type", "button"),
                ("class", "all-facets"),
                ("data-do", "facets"),
                ("aria-expanded", "false"),
            ];
            m.element("button", &all, |m| {
                m.text(atlas.say(Frame::Filters));
                chevron(m);
            });
            m.element("div", &[("class", "facets")], |m| facets(m, atlas));
            m.leaf("div", &[("class", "chips")], "");
            m.leaf("p", &[("class", "summary quiet"), ("aria-live", "polite")], "");
            m.element("div", &[("class", "count")], |m| {
                m.leaf("span", &[("role", "status")], "");
                m.leaf("span", &[("class", "more")], "");
                for (does, name, key, sign) in
                    [("undo", Frame::Undo, "Z", "↶"), ("redo", Frame::Redo, "Shift+Z", "↷")]
                {
                    let name = atlas.say(name);
                    let attributes = [
                        ("type", "button"),
                        ("class", "step"),
                        ("data-do", does),
                        ("aria-label", name),
                        ("aria-keyshortcuts", &format!("Control+{key}")),
                        ("title", &format!("{name} (Ctrl+{key})")),
                    ];
                    m.leaf("button", &attributes, sign);
                }
            });
        },
    );
}

/// How many claims are left, as text.
pub fn kept(words: &Words, kept: usize, of: usize) -> String {
    words.tell(Frame::ShownOf, &[&words.number(kept), &words.count(of, Frame::OfClaims)])
}

/// How many of the claims that are left answer the date with "possibly".
pub fn possibly(markup: &mut Markup, words: &Words, possible: usize) {
    if possible > 0 {
        let title = words.say(Frame::PossiblyTitle);
        markup.leaf(
            "span",
            &[("class", "quiet"), ("title", title)],
            &words.tell(Frame::Possibly, &[&words.number(possible)]),
        );
    }
}

/// One menu for each of the first facets, and one for the rest.
fn facets(markup: &mut Markup, atlas: &Atlas) {
    for &facet in Facet::ALL.iter().filter(|facet| !facet.is_secondary()) {
        let values = facet.values(atlas);
        let count = values.len().to_string();
        menu(markup, facet.key(), atlas.say(facet), &count, |m| {
            m.element("fieldset", &[("data-choices", facet.key())], |m| {
                m.leaf("legend", &[], atlas.say(facet));
                values.into_iter().for_each(|value| choice(m, atlas, value));
            });
        });
    }
    // Its values are many and few readers want them: they are written when the menu opens.
    menu(markup, MORE, atlas.say(Frame::MoreFilters), "", |_| ());
}

/// The menu of the facets that stand under "More filters".
pub const MORE: &str = "more";

/// What is in the menu of the facets that stand under "More filters": those with something chosen, and the
/// shortest, are open.
pub fn more(markup: &mut Markup, atlas: &Atlas, filter: &Filter) {
    for &facet in Facet::ALL.iter().filter(|facet| facet.is_secondary()) {
        let values = facet.values(atlas);
        let mut attributes = vec![("data-choices", facet.key()), ("name", MORE)];
        if filter.of(facet).next().is_some() || facet == Facet::Only {
            attributes.push(("open", ""));
        }
        markup.element("details", &attributes, |m| {
            m.element("summary", &[], |m| {
                m.text(atlas.say(facet));
                m.leaf("span", &[("class", "quiet")], &format!(" {}", values.len()));
            });
            m.element("div", &[("role", "group"), ("aria-label", atlas.say(facet))], |m| {
                values.into_iter().for_each(|value| choice(m, atlas, value));
            });
        });
    }
}

fn menu(markup: &mut Markup, key: &str, name: &str, count: &str, inside: impl FnOnce(&mut Markup)) {
    let menu = format!("menu-{key}");
    markup.element("div", &[("class", "facet"), ("data-facet", key)], |m| {
        let attributes =
            [("type", "button"), ("aria-expanded", "false"), ("aria-controls", menu.as_str())];
        m.element("button", &attributes, |m| {
            m.text(name);
            m.leaf("span", &[("class", "quiet")], count);
            chevron(m);
        });
        m.element("div", &[("class", "menu"), ("id", &menu), ("hidden", "")], inside);
    });
}

fn chevron(markup: &mut Markup) {
    let attributes = [("class", "chevron"), ("viewBox", "0 0 10 6"), ("aria-hidden", "true")];
    markup.element("svg", &attributes, |m| m.shape("path", &[("d", "M1 1l4 4 4-4")]));
}

fn choice(markup: &mut Markup, atlas: &Atlas, value: FacetValue) {
    markup.element("label", &[("class", "choice")], |m| {
        let name =
            [("type", "checkbox"), ("name", value.facet().key()), ("value", value.slug(atlas))];
        m.shape("input", &name);
        power_swatch(m, atlas, value);
        match value {
            FacetValue::Source(_) => english_leaf(m, atlas, "span", &[], value.name(atlas)),
            _ => m.leaf("span", &[], value.name(atlas)),
        }
        m.leaf("span", &[("class", "quiet")], "");
    });
}

fn power_swatch(markup: &mut Markup, atlas: &Atlas, value: FacetValue) {
    if let FacetValue::Power(_) = value {
        swatch(markup, value.slug(atlas));
    }
}

/// What is chosen, each removed by one press; a lens by its name.
pub fn chips(markup: &mut Markup, atlas: &Atlas, filter: &Filter, lens: Option<&str>) {
    let certain = filter.certain.then(|| atlas.say(Frame::CertainOnly).to_owned());
    for (does, name) in [
        ("together", lens.map(str::to_owned)),
        ("now", time(atlas.words(), filter)),
        ("unsure", certain),
    ] {
        name.into_iter().for_each(|name| chip(markup, atlas, &[("data-do", does)], &name, None));
    }
    for &value in filter.values() {
        let attributes = [("data-key", value.facet().key()), ("data-value", value.slug(atlas))];
        chip(markup, atlas, &attributes, value.name(atlas), Some(value));
    }
    if !filter.is_empty() {
        markup.leaf(
            "button",
            &[("type", "button"), ("class", "link"), ("data-do", "reset")],
            atlas.say(Frame::Reset),
        );
    }
}

fn chip(
    markup: &mut Markup,
    atlas: &Atlas,
    names: &[super::Attribute<'_>],
    text: &str,
    value: Option<FacetValue>,
) {
    let spoken = atlas.tell(Frame::Remove, &[text]);
    let mut attributes =
        vec![("type", "button"), ("class", "chip"), ("aria-label", spoken.as_str())];
    attributes.extend_from_slice(names);
    markup.element("button", &attributes, |m| {
        value.into_iter().for_each(|value| power_swatch(m, atlas, value));
        m.text(text);
        m.leaf("span", &[("class", "cross"), ("aria-hidden", "true")], "×");
    });
}

/// A limit that a reader may take off, and how many claims that would leave, in words.
pub fn loosened(words: &Words, limit: Limit, claims: usize) -> String {
    let claims = words.count(claims, Count::Claims);
    match limit {
        Limit::Facet(Facet::Only) => words.tell(Frame::NotOnly, &[&claims]),
        Limit::Facet(facet) => {
            words.tell(Frame::Any, &[&words.say(facet).to_ascii_lowercase(), &claims])
        }
        Limit::Time => words.tell(Frame::AnyTime, &[&claims]),
        Limit::Certainty => words.tell(Frame::LooseToo, &[&claims]),
        Limit::All => words.tell(Frame::NoLimit, &[&claims]),
    }
}

/// The limit to take off where nothing is left.
pub fn loosen(markup: &mut Markup, words: &Words, limit: Limit, claims: usize) {
    let does = match limit {
        Limit::Facet(facet) => ("data-clear", facet.key()),
        Limit::Time => ("data-do", "now"),
        Limit::Certainty => ("data-do", "unsure"),
        Limit::All => ("data-do", "reset"),
    };
    let text = loosened(words, limit, claims);
    markup.text(" ");
    markup.leaf("button", &[("type", "button"), ("class", "link"), does], &text);
}

/// What a link asked for and did not get, until it is put away; and the sentences that did not come.
pub fn notices(markup: &mut Markup, words: &Words, notices: &[Notice], lost: bool) {
    if lost {
        markup.element("div", &[("class", "notice")], |m| {
            m.leaf("p", &[], words.say(Notices::Lost));
            let retry = [("type", "button"), ("data-do", "retry")];
            m.leaf("button", &retry, words.say(Notices::Again));
        });
    }
    if notices.is_empty() {
        return;
    }
    markup.element("div", &[("class", "notice")], |m| {
        m.element("ul", &[], |m| {
            for notice in notices {
                m.leaf("li", &[], &notice.words(words));
            }
        });
        let dismiss = [("type", "button"), ("data-do", "dismiss")];
        m.leaf("button", &dismiss, words.say(Notices::Dismiss));
    });
}
