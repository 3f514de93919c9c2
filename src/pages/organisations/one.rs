//! One organisation: its members, and what the claims say that it did, did not do, is thought to be.

use super::{Row, standing};
use crate::atlas::term::{Kind, MembershipStatus};
use crate::atlas::{ActorId, Atlas, ClaimSet, Code};
use crate::markup::{Markup, list};
use crate::pages::{Desk, against, sheet};
use crate::query::Compared;
use crate::view::Choice;
use crate::words::{Count, OrganisationsPage};

/// The three parts that an organisation's claims fall into.
const PARTS: [OrganisationsPage; 3] =
    [OrganisationsPage::Did, OrganisationsPage::DidNot, OrganisationsPage::Said];

/// How many claims speak of it.
pub(super) fn lead(atlas: &Atlas, claims: usize) -> String {
    atlas.tell(OrganisationsPage::UnderFilter, &[&atlas.count(claims, Count::Claims)])
}

/// Writes the page.
pub(super) fn page(
    markup: &mut Markup,
    desk: Desk<'_>,
    id: ActorId,
    rows: &[Row],
    compared: Option<&Compared>,
) {
    let atlas = desk.atlas;
    let own = atlas.index().actor(id).and(&against::kept(atlas, &desk.view.filter, compared));
    let lead = lead(atlas, own.len());
    sheet(markup, desk, "organisations one", atlas.actor(id).name, &lead, |m| {
        m.element("p", &[("class", "picks")], |m| {
            let href = desk.choosing(Choice::Focus, "");
            let attributes = [("href", href.as_str()), ("id", "all-organisations")];
            m.leaf("a", &attributes, atlas.say(OrganisationsPage::All));
        });
        if let Some(row) = rows.iter().find(|row| row.organisation == id) {
            m.element("div", &[("class", "members")], |m| {
                row.places.iter().for_each(|place| standing(m, desk, (row, place), compared, true));
            });
        }
        m.element("div", &[("class", "sides")], |m| {
            for (title, part) in PARTS.into_iter().zip(split(atlas, &own)) {
                if !part.is_empty() {
                    m.element("section", &[("class", "side")], |m| {
                        m.leaf("h3", &[], &format!("{}: {}", atlas.say(title), part.len()));
                        list::told(m, atlas, desk.texts, &part, compared);
                    });
                }
            }
        });
    });
}

/// What happened or holds; what is stated to be missing; what is judged, proposed or feared.
fn split(atlas: &Atlas, claims: &ClaimSet) -> [ClaimSet; 3] {
    let mut parts = [(); 3].map(|()| ClaimSet::none(atlas.claims().len()));
    let [did, absent, said] = &mut parts;
    for id in claims.iter() {
        let claim = atlas.claim(id);
        let never = matches!(
            &claim.code,
            Some(Code::Membership(code)) if code.status == MembershipStatus::Never
        );
        match claim.kind {
            _ if claim.absence || never => absent.insert(id),
            Kind::Event | Kind::Status | Kind::Quantity => did.insert(id),
            _ => said.insert(id),
        }
    }
    parts
}
