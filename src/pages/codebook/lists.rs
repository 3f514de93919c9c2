//! The closed lists: kinds, code families with their terms, roles.

use super::{entry, facet_href, term};
use crate::atlas::term::{
    AgreementAction, AgreementKind, ArmsStatus, DisputeKind, DisputeStatus, FacilityKind,
    FacilityStatus, Kind, MembershipStatus, PartnershipLevel, PostKind, Role, StanceValue,
    VisaRule, VisitLevel,
};
use crate::atlas::{Atlas, ClaimSet, Code, PackedCode};
use crate::markup::Markup;
use crate::pages::Desk;
use crate::query::{Facet, FacetValue};
use crate::words::CodebookPage;

/// What sort of statement a claim may be.
pub(super) fn kinds(markup: &mut Markup, desk: Desk<'_>) {
    markup.element("dl", &[], |m| {
        for tally in Facet::Kind.tallies(desk.atlas, &desk.view.filter) {
            let FacetValue::Kind(kind) = tally.value else { continue };
            let href = facet_href(desk, tally.value);
            term(m, desk, desk.atlas.say(kind), tally.claims, &href);
            m.leaf("dd", &[], desk.atlas.say(about_kind(kind)));
        }
    });
}

fn about_kind(kind: Kind) -> CodebookPage {
    match kind {
        Kind::Event => CodebookPage::Event,
        Kind::Status => CodebookPage::Status,
        Kind::Quantity => CodebookPage::Quantity,
        Kind::Assessment => CodebookPage::Assessment,
        Kind::Position => CodebookPage::Position,
        Kind::Scenario => CodebookPage::Scenario,
        Kind::Proposal => CodebookPage::Proposal,
        Kind::Concept => CodebookPage::Concept,
    }
}

/// A family of codes: its id, its name, what it says.
const FAMILIES: [(&str, CodebookPage, CodebookPage); 13] = [
    ("partnership", CodebookPage::Partnership, CodebookPage::PartnershipAbout),
    ("membership", CodebookPage::Membership, CodebookPage::MembershipAbout),
    ("visa", CodebookPage::Visa, CodebookPage::VisaAbout),
    ("post", CodebookPage::Post, CodebookPage::PostAbout),
    ("facility", CodebookPage::Facility, CodebookPage::FacilityAbout),
    ("agreement", CodebookPage::Agreement, CodebookPage::AgreementAbout),
    ("arms", CodebookPage::Arms, CodebookPage::ArmsAbout),
    ("aid", CodebookPage::Aid, CodebookPage::AidAbout),
    ("exercise", CodebookPage::Exercise, CodebookPage::ExerciseAbout),
    ("visit", CodebookPage::Visit, CodebookPage::VisitAbout),
    ("stance", CodebookPage::Stance, CodebookPage::StanceAbout),
    ("threat", CodebookPage::Threat, CodebookPage::ThreatAbout),
    ("dispute", CodebookPage::Dispute, CodebookPage::DisputeAbout),
];

/// Whether there is such a family of codes.
pub(super) fn is_family(id: &str) -> bool {
    FAMILIES.iter().any(|(own, ..)| *own == id)
}

/// Whether there is such a part of an actor in a claim.
pub(super) fn is_role(id: &str) -> bool {
    Role::ALL.iter().any(|role| role.id() == id)
}

fn family<A, P, I, T>(code: &Code<A, P, I, T>) -> &'static str {
    match code {
        Code::Partnership(_) => "partnership",
        Code::Membership(_) => "membership",
        Code::Visa(_) => "visa",
        Code::Post(_) => "post",
        Code::Facility(_) => "facility",
        Code::Agreement(_) => "agreement",
        Code::Arms(_) => "arms",
        Code::Aid(_) => "aid",
        Code::Exercise(_) => "exercise",
        Code::Visit(_) => "visit",
        Code::Stance(_) => "stance",
        Code::Threat(_) => "threat",
        Code::Dispute(_) => "dispute",
    }
}

/// The closed lists of a family, as readers see their terms.
fn terms(atlas: &Atlas, family: &str) -> Vec<&'static str> {
    macro_rules! words {
        ($($list:ident),*) => {{
            let mut words: Vec<&'static str> = Vec::new();
            $(words.extend($list::ALL.iter().map(|&term| atlas.say(term)));)*
            words
        }};
    }
    match family {
        "partnership" => words!(PartnershipLevel),
        "membership" => words!(MembershipStatus),
        "visa" => words!(VisaRule),
        "post" => words!(PostKind),
        "facility" => words!(FacilityKind, FacilityStatus),
        "agreement" => words!(AgreementKind, AgreementAction),
        "arms" => words!(ArmsStatus),
        "visit" => words!(VisitLevel),
        "stance" => words!(StanceValue),
        "dispute" => words!(DisputeKind, DisputeStatus),
        _ => Vec::new(),
    }
}

/// Every family with its terms and its claims.
pub(super) fn codes(markup: &mut Markup, desk: Desk<'_>, kept: &ClaimSet) {
    markup.element("dl", &[], |m| {
        for (id, name, about) in FAMILIES {
            let coded = |code: &PackedCode<'_>| family(code) == id;
            let claims = those(desk.atlas, kept, |claim| claim.code.as_ref().is_some_and(coded));
            let terms = terms(desk.atlas, id);
            let about = desk.atlas.say(about);
            let about = match terms.is_empty() {
                true => about.to_owned(),
                false => desk.atlas.tell(CodebookPage::Terms, &[about, &terms.join(", ")]),
            };
            let name = desk.atlas.say(name);
            entry(m, desk, &format!("code.{id}"), name, &about, &claims);
        }
    });
}

/// Every part that an actor may have in a claim.
pub(super) fn roles(markup: &mut Markup, desk: Desk<'_>, kept: &ClaimSet) {
    markup.element("dl", &[("class", "short")], |m| {
        for &role in Role::ALL {
            let has =
                |claim: &crate::atlas::Claim<'_>| claim.parties.iter().any(|own| own.1 == role);
            let claims = those(desk.atlas, kept, has);
            let id = format!("role.{}", role.id());
            let (name, about) = (desk.atlas.say(role), desk.atlas.say(about_role(role)));
            entry(m, desk, &id, name, about, &claims);
        }
    });
}

fn about_role(role: Role) -> CodebookPage {
    match role {
        Role::Party => CodebookPage::Party,
        Role::Sender => CodebookPage::Sender,
        Role::Target => CodebookPage::Target,
        Role::Host => CodebookPage::Host,
        Role::Operator => CodebookPage::Operator,
        Role::Visitor => CodebookPage::Visitor,
        Role::Supplier => CodebookPage::Supplier,
        Role::Recipient => CodebookPage::Recipient,
        Role::Donor => CodebookPage::Donor,
        Role::Member => CodebookPage::Member,
        Role::Organiser => CodebookPage::Organiser,
        Role::Participant => CodebookPage::Participant,
        Role::Holder => CodebookPage::Holder,
        Role::Subject => CodebookPage::Subject,
        Role::Origin => CodebookPage::Origin,
        Role::Transit => CodebookPage::Transit,
        Role::Destination => CodebookPage::Destination,
    }
}

fn those(
    atlas: &Atlas,
    kept: &ClaimSet,
    has: impl Fn(&crate::atlas::Claim<'static>) -> bool,
) -> ClaimSet {
    let mut found = ClaimSet::none(atlas.claims().len());
    kept.iter().filter(|&id| has(atlas.claim(id))).for_each(|id| found.insert(id));
    found
}
