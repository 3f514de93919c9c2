//! The reader's collection: claims picked one by one, all of them in the link.

use std::collections::BTreeSet;

use super::{Desk, sheet};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::{Markup, counted, list};
use crate::scene::words;
use crate::view::Choice;

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let slugs = desk.choice(Choice::Basket);
    let claims = collected(desk.atlas, slugs);
    let lead = match claims.len() {
        0 => "Nothing is collected yet. A claim’s own card has the button that collects it."
            .to_owned(),
        count => format!(
            "{}. The address holds them all: send it on, or take them along as a memo with numbered citations by “Share”.",
            counted(count, "claim")
        ),
    };
    sheet(markup, desk, "collection", "Collection", &lead, |m| {
        m.element("ol", &[("class", "claim-list")], |m| {
            for id in list::in_order(desk.atlas, &claims) {
                let claim = desk.atlas.claim(id);
                m.element("li", &[], |m| {
                    m.leaf(
                        "span",
                        &[("class", "quiet date")],
                        &words::dated(desk.atlas.words(), claim),
                    );
                    list::opener(m, desk.atlas, desk.texts, id);
                    let rest: Vec<&str> =
                        slugs.split('~').filter(|slug| *slug != claim.slug()).collect();
                    let href = desk.choosing(Choice::Basket, &rest.join("~"));
                    let name = format!("Leave out: {}", claim.slug());
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
