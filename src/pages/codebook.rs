//! The codebook and glossary: categories, kinds, codes, roles, and what actors are called.

mod glossary;
mod lists;

use super::{Desk, sheet};
use crate::atlas::ClaimSet;
use crate::atlas::term::Group;
use crate::markup::said::{own_leaf, own_text};
use crate::markup::{Markup, list};
use crate::query::{Facet, FacetValue};
use crate::view::{Choice, Tab};
use crate::words::{CodebookPage, Count};

/// The parts of the page: where each begins, and its heading.
const PARTS: [(&str, CodebookPage); 5] = [
    ("categories", CodebookPage::Categories),
    ("kinds", CodebookPage::Kinds),
    ("codes", CodebookPage::Codes),
    ("roles", CodebookPage::Roles),
    ("glossary", CodebookPage::Names),
];

/// What the page is for.
pub(super) fn lead(desk: Desk<'_>) -> &'static str {
    desk.atlas.say(CodebookPage::Lead)
}

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let say = |word| desk.atlas.say(word);
    let title = say(CodebookPage::Title);
    sheet(markup, desk, "codebook", title, lead(desk), |m| {
        let kept = desk.kept();
        for (part, heading) in PARTS {
            m.element("details", &[("open", ""), ("id", part)], |m| {
                m.element("summary", &[], |m| m.leaf("h3", &[], say(heading)));
                match part {
                    "categories" => categories(m, desk),
                    "kinds" => lists::kinds(m, desk),
                    "codes" => lists::codes(m, desk, &kept),
                    "roles" => lists::roles(m, desk, &kept),
                    _ => glossary::names(m, desk, &kept),
                }
            });
        }
    });
}

/// Whether a value names an entry that opens in place.
pub(super) fn has(value: &str) -> bool {
    match value.split_once('.') {
        Some(("code", id)) => lists::is_family(id),
        Some(("role", id)) => lists::is_role(id),
        _ => false,
    }
}

/// Every category with what belongs, what does not, and claims that show it.
fn categories(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let tallies = Facet::Category.tallies(atlas, &desk.view.filter);
    for &group in Group::ALL {
        markup.leaf("h4", &[], atlas.say(group));
        markup.element("dl", &[], |m| {
            for tally in &tallies {
                let FacetValue::Category(id) = tally.value else { continue };
                if atlas.category(id).group != group {
                    continue;
                }
                let href = facet_href(desk, tally.value);
                term(m, desk, atlas.category(id).name, tally.claims, &href);
                let Some(text) = desk.texts.category(id) else { continue };
                let [definition, include, exclude] = atlas.rules(id);
                m.element("dd", &[], |m| {
                    own_leaf(m, atlas, "p", &[], (definition, text.definition));
                    for (word, rule) in [
                        (CodebookPage::In, (include, text.include)),
                        (CodebookPage::Out, (exclude, text.exclude)),
                    ] {
                        m.element("p", &[("class", "rule")], |m| {
                            m.leaf("b", &[], atlas.say(word));
                            m.text(" ");
                            own_text(m, atlas, rule);
                        });
                    }
                    m.element("ul", &[("class", "says")], |m| {
                        for &example in &text.examples {
                            m.element("li", &[], |m| {
                                list::opener(m, atlas, desk.texts, example);
                            });
                        }
                    });
                });
            }
        });
    }
}

/// The claims page, with one value of a facet in place of those chosen.
fn facet_href(desk: Desk<'_>, value: FacetValue) -> String {
    desk.on(Tab::Claims, |view| {
        view.filter.clear(value.facet());
        view.filter.choose(value);
    })
}

/// A term and how many claims have it; the number opens them.
fn term(markup: &mut Markup, desk: Desk<'_>, name: &str, claims: usize, href: &str) {
    markup.element("dt", &[], |m| {
        m.leaf("span", &[], name);
        m.leaf("a", &[("href", href)], &desk.atlas.count(claims, Count::Claims));
    });
}

/// A term that no facet filters by: its number opens the claims in place.
fn entry(
    markup: &mut Markup,
    desk: Desk<'_>,
    id: &str,
    name: &str,
    about: &str,
    claims: &ClaimSet,
) {
    let open = desk.choice(Choice::Focus) == id;
    let href = desk.choosing(Choice::Focus, if open { "" } else { id });
    term(markup, desk, name, claims.len(), &href);
    markup.element("dd", &[], |m| {
        m.leaf("p", &[], about);
        if open {
            list::short(m, desk.atlas, desk.texts, claims);
        }
    });
}
