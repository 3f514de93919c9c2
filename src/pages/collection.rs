//! The reader's collection: claims picked one by one, all of them in the link.

use std::collections::BTreeSet;

use super::{Desk, sheet};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::{Markup, list};
use crate::scene::words;
use crate::view::choice::LONGEST_BASKET;
use crate::view::{Choice, Tab};
use crate::words::{CollectionPage, Count};

/// How many claims are collected.
pub(super) fn lead(desk: Desk<'_>) -> String {
    let atlas = desk.atlas;
    match collected(atlas, desk.choice(Choice::Basket)).len() {
        0 => atlas.say(CollectionPage::Empty).to_owned(),
        count => atlas.tell(CollectionPage::Lead, &[&atlas.count(count, Count::Claims)]),
    }
}

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let slugs = desk.choice(Choice::Basket);
    let claims = collected(atlas, slugs);
    sheet(markup, desk, "collection", atlas.say(Tab::Collection), &lead(desk), |m| {
        m.element("ol", &[("class", "claim-list")], |m| {
            for id in list::in_order(atlas, &claims) {
                let claim = atlas.claim(id);
                m.element("li", &[], |m| {
                    let date = words::dated(atlas.words(), claim);
                    m.leaf("span", &[("class", "quiet date")], &date);
                    list::opener(m, atlas, desk.texts, id);
                    let rest: Vec<&str> =
                        slugs.split('~').filter(|slug| *slug != claim.slug()).collect();
                    let href = desk.choosing(Choice::Basket, &rest.join("~"));
                    let name = atlas.tell(CollectionPage::LeaveOut, &[claim.slug()]);
                    m.leaf(
                        "a",
                        &[("class", "leave-out"), ("href", &href), ("aria-label", &name)],
                        "×",
                    );
                });
            }
        });
    });
}

/// A reader's collection as a link holds it, ids joined by `~`: with claims added at its end, as many as fit into a link.
/// Beside it how many did not.
pub fn with_added(atlas: &Atlas, list: &str, claims: &ClaimSet) -> (String, usize) {
    let (mut list, mut left_out) = (list.to_owned(), 0);
    for slug in claims.iter().map(|id| atlas.claim(id).slug()) {
        if list.split('~').any(|own| own == slug) {
            continue;
        }
        if list.len() + 1 + slug.len() > LONGEST_BASKET {
            left_out += 1;
            continue;
        }
        if !list.is_empty() {
            list.push('~');
        }
        list.push_str(slug);
    }
    (list, left_out)
}

/// A reader's collection after the link's own has changed from `before` to `now`: what was taken out of the one is taken
/// out of the other, and what came is added.
pub fn followed(list: &str, before: &str, now: &str) -> String {
    let has = |list: &str, id: &str| list.split('~').any(|own| own == id);
    let kept = list.split('~').filter(|id| !has(before, id) || has(now, id));
    let came = now.split('~').filter(|id| !has(list, id));
    let all: Vec<&str> = kept.chain(came).filter(|id| !id.is_empty()).collect();
    all.join("~")
}

/// What the browser shall keep of a reader's collection, which is `stored` by now, after it has changed on a page from
/// `before` to `now`: all that the page shows, and what was stored beside it. A page may show what a link holds, or what
/// was stored before another tab added to it, and neither takes the place of what the reader has collected elsewhere. As
/// long as fits into a link; what came last is left out first.
pub fn stored_after(stored: &str, before: &str, now: &str) -> String {
    let mut list = followed(stored, before, now);
    while list.len() > LONGEST_BASKET {
        list.truncate(list.rfind('~').unwrap_or_default());
    }
    list
}

/// The claims of a list of ids joined by `~`; ids that the release does not have are left out.
pub(crate) fn collected(atlas: &Atlas, list: &str) -> ClaimSet {
    let mut claims = ClaimSet::none(atlas.claims().len());
    let wanted: BTreeSet<&str> = list.split('~').collect();
    for (id, _) in atlas.claims().filter(|(_, claim)| wanted.contains(claim.slug())) {
        claims.insert(id);
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collection_takes_what_fits_into_a_link_and_counts_the_rest() {
        let atlas = Atlas::embedded();
        let mut all = ClaimSet::none(atlas.claims().len());
        atlas.claims().for_each(|(id, _)| all.insert(id));
        let (list, left_out) = with_added(&atlas, "", &all);
        let taken = collected(&atlas, &list).len();
        assert!(list.len() <= LONGEST_BASKET && taken > 50, "{taken} claims");
        assert_eq!(taken + left_out, all.len());
        assert_eq!(with_added(&atlas, &list, &collected(&atlas, &list)), (list, 0));
    }

    #[test]
    fn a_collection_follows_what_its_page_leaves_out() {
        assert_eq!(followed("a~b~c", "a~b", "b"), "b~c");
        assert_eq!(followed("a", "a", ""), "");
        assert_eq!(followed("a~b", "", ""), "a~b");
        assert_eq!(followed("a", "", "a~d"), "a~d");
        assert_eq!(followed("", "", "d"), "d");
    }

    #[test]
    fn what_is_stored_takes_in_a_pages_changes_and_loses_nothing_of_its_own() {
        // A link's collection was open, and one claim was added to it: the reader keeps what the page showed then.
        assert_eq!(stored_after("x~y", "a~b", "a~b~c"), "x~y~a~b~c");
        // Another tab has added y meanwhile.
        assert_eq!(stored_after("x~y", "x", "x~z"), "x~y~z");
        assert_eq!(stored_after("x~y~z", "x~z", ""), "y");
        assert_eq!(stored_after("", "", "a"), "a");
        let long = vec!["a-claim"; LONGEST_BASKET / 8].join("~");
        let kept = stored_after(&long, "", "another-claim");
        assert!(kept.len() <= LONGEST_BASKET && kept.starts_with("a-claim~"), "{kept}");
        assert_eq!(stored_after(&"a".repeat(LONGEST_BASKET + 1), "", ""), "");
    }
}
