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

/// What sort of statement a claim may be.
pub(super) fn kinds(markup: &mut Markup, desk: Desk<'_>) {
    markup.element("dl", &[], |m| {
        for tally in Facet::Kind.tallies(desk.atlas, &desk.view.filter) {
            let FacetValue::Kind(kind) = tally.value else { continue };
            term(m, kind.words(), tally.claims, &facet_href(desk, tally.value));
            m.leaf("dd", &[], about_kind(kind));
        }
    });
}

fn about_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Event => "Happened at a time.",
        Kind::Status => "Holds over a span of time.",
        Kind::Quantity => "A figure.",
        Kind::Assessment => "The author judges.",
        Kind::Position => "A party’s view, as reported; it carries a stance.",
        Kind::Scenario => "Might happen, or is announced.",
        Kind::Proposal => "Should be done.",
        Kind::Concept => "A model or a term.",
    }
}

/// A family of codes: its id, its name, what it says.
const FAMILIES: [(&str, &str, &str); 13] = [
    (
        "partnership",
        "Partnership",
        "The level of the tie between two parties, with the treaty’s own name.",
    ),
    ("membership", "Membership", "What a member is to an organisation."),
    ("visa", "Visa", "What a traveller needs to enter."),
    ("post", "Diplomatic post", "Who has a post where, and of what kind."),
    (
        "facility",
        "Facility",
        "A base or site: where, whose, of what kind, whether it works, on what terms.",
    ),
    ("agreement", "Agreement", "A step in the life of a treaty or another text."),
    ("arms", "Arms", "Who supplies what to whom, how many, for how much."),
    ("aid", "Aid", "Who gives how much to whom, under which programme."),
    ("exercise", "Exercise", "A military exercise or a series of them, and in what frame."),
    ("visit", "Visit", "Who visits whom, and of what rank."),
    ("stance", "Stance", "Where a party stands on an issue’s proposition."),
    ("threat", "Threat", "What threatens, and whom."),
    ("dispute", "Dispute", "What a dispute is about, and how it stands."),
];

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
fn terms(family: &str) -> Vec<&'static str> {
    macro_rules! words {
        ($($list:ident),*) => {{
            let mut words: Vec<&'static str> = Vec::new();
            $(words.extend($list::ALL.iter().map(|term| term.words()));)*
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
            let terms = terms(id);
            let about = match terms.is_empty() {
                true => about.to_owned(),
                false => format!("{about} Terms: {}.", terms.join(", ")),
            };
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
            entry(m, desk, &format!("role.{}", role.id()), role.words(), about_role(role), &claims);
        }
    });
}

fn about_role(role: Role) -> &'static str {
    match role {
        Role::Party => "Takes part on a level with others.",
        Role::Sender => "Sends a post, a signal or a measure.",
        Role::Target => "Is meant by it.",
        Role::Host => "Has it on its soil.",
        Role::Operator => "Runs a facility.",
        Role::Visitor => "Travels.",
        Role::Supplier => "Delivers.",
        Role::Recipient => "Receives.",
        Role::Donor => "Gives aid.",
        Role::Member => "Belongs to an organisation.",
        Role::Organiser => "Calls others together.",
        Role::Participant => "Is there.",
        Role::Holder => "Holds a view.",
        Role::Subject => "Is spoken of.",
        Role::Origin => "Where a way begins.",
        Role::Transit => "What it passes through.",
        Role::Destination => "Where it ends.",
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
