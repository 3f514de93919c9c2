//! The reader's collection: claims picked one by one, all of them in the link.

use std::collections::BTreeSet;

use super::{Desk, sheet};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::{Markup, list};
use crate::scene::words;
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

/// The claims of a list of ids joined by `~`; ids that the release does not have are left out.
pub(crate) fn collected(atlas: &Atlas, list: &str) -> ClaimSet {
    let mut claims = ClaimSet::none(atlas.claims().len());
    let wanted: BTreeSet<&str> = list.split('~').collect();
    for (id, _) in atlas.claims().filter(|(_, claim)| wanted.contains(claim.slug())) {
        claims.insert(id);
    }
    claims
}
