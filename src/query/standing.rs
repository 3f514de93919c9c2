//! What stands at a date: the coded state of each site, tie, membership, visa rule and post.
//!
//! The rule, from `data/README.md`: an event begins a state; a status holds over its span, and
//! with an open end or none it holds until its source's horizon and is "last known" after that.
//! Of states that began one after the other the latest stands. Two that stand at once and differ
//! are both shown, and the subject is disputed.

use std::collections::BTreeMap;

use super::Filter;
use super::time::{self, Certainty};
use crate::atlas::{ActorId, Atlas, Claim, ClaimId, ClaimSet, Code, Day, FAR_FUTURE, PlaceId};
use crate::dataset::term::{FacilityStatus, Kind, LinkKind, MembershipStatus, PostKind, Role};
use crate::order::{by_key, key};
use crate::words::speaks;

/// What a code is the state of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A facility of an operator at a place.
    Facility {
        /// Where.
        place: PlaceId,
        /// Whose.
        operator: ActorId,
    },
    /// The tie of two actors, the lower id first.
    Partnership(ActorId, ActorId),
    /// An actor in an organisation.
    Membership {
        /// Who.
        member: ActorId,
        /// In what.
        organisation: ActorId,
    },
    /// What a traveller needs; `limited` where the rule is for some holders only.
    Visa {
        /// Whose citizens.
        traveller: ActorId,
        /// Where to.
        destination: ActorId,
        /// For whom, where not for all.
        limited: Option<&'static str>,
    },
    /// A diplomatic post.
    Post {
        /// Who sends.
        sender: ActorId,
        /// Who receives.
        host: ActorId,
        /// Where.
        place: PlaceId,
        /// Of what kind.
        kind: PostKind,
    },
}

/// How a claim's state holds at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// It is over.
    Ended,
    /// It may hold: undated, imprecise or doubtful.
    Possible,
    /// It held when its source stopped, and nothing later is known.
    LastKnown,
    /// It holds.
    Current,
}

/// The state of one subject at a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Of what.
    pub subject: Subject,
    /// The claims that stand, the surest first, with how each holds.
    pub claims: Vec<(ClaimId, Hold)>,
    /// They give different states.
    pub disputed: bool,
}

impl Standing {
    /// The claim that stands most surely.
    pub fn first<'a>(&self, atlas: &'a Atlas) -> Option<(&'a Claim<'static>, Hold)> {
        self.claims.first().map(|&(id, hold)| (atlas.claim(id), hold))
    }

    /// The claims that stand, the surest first.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = ClaimId> {
        self.claims.iter().map(|(id, _)| *id)
    }

    /// Whether what stands is an end, or has come to one.
    pub(super) fn is_over(&self, atlas: &Atlas) -> bool {
        self.first(atlas).is_some_and(|(claim, hold)| hold == Hold::Ended || ends(claim))
    }

    /// Of the claims that say what the first says, and as surely, the one whose document reaches farthest: an older one
    /// is no sign that nothing was known later.
    pub fn farthest(&self, atlas: &Atlas) -> Option<ClaimId> {
        let &(first, how) = self.claims.first()?;
        let said = state(atlas.claim(first));
        let alike =
            self.claims.iter().filter(|&&(id, hold)| hold == how && state(atlas.claim(id)) == said);
        // Of equals the first of all, which began last.
        let reach = |&&(id, _): &&(ClaimId, Hold)| time::horizon(atlas, atlas.claim(id));
        alike.rev().max_by_key(reach).map(|&(id, _)| id)
    }
}

/// The states of every subject that the given claims speak of, at a date; of the newest state
/// known where no date is given. Subjects whose every claim begins later are left out.
pub fn standings(atlas: &Atlas, kept: &ClaimSet, day: Option<Day>) -> Vec<Standing> {
    let mut subjects: BTreeMap<Subject, Vec<ClaimId>> = BTreeMap::new();
    for id in kept.iter() {
        if let Some(subject) = subject_of(atlas.claim(id)) {
            subjects.entry(subject).or_default().push(id);
        }
    }
    let settle = |(subject, claims)| settle(atlas, subject, claims, day);
    subjects.into_iter().filter_map(settle).collect()
}

/// The states that stand at a filter's date, of every subject that its claims speak of; what began before
/// a period may still stand in it.
pub fn standing_under(atlas: &Atlas, filter: &Filter) -> Vec<Standing> {
    standings(atlas, &filter.begun(atlas), filter.last_day())
}

/// Whether another claim contradicts one of those that speak of a site, the one that gave way included.
pub fn is_contested(atlas: &Atlas, place: PlaceId, operator: ActorId) -> bool {
    let (index, subject) = (atlas.index(), Subject::Facility { place, operator });
    let contested = index.place(place).and(index.disputed());
    contested.iter().any(|id| subject_of(atlas.claim(id)) == Some(subject))
}

/// What a claim's code is the state of; none for codes that are no state.
pub(super) fn subject_of(claim: &Claim<'static>) -> Option<Subject> {
    match claim.code.as_ref()? {
        Code::Facility(code) => {
            Some(Subject::Facility { place: code.place, operator: code.operator })
        }
        Code::Partnership(_) => {
            let mut parties = claim.parties.iter().filter(|(_, role)| *role == Role::Party);
            let (a, b) = (parties.next()?.0, parties.next()?.0);
            Some(Subject::Partnership(a.min(b), a.max(b)))
        }
        Code::Membership(code) => {
            let organisation = code.organisation;
            let of_role = |role| claim.parties.iter().find(move |(_, own)| *own == role);
            let own = of_role(Role::Member).or_else(|| of_role(Role::Subject));
            let any = || claim.parties.iter().find(|(actor, _)| *actor != organisation);
            let (member, _) = own.or_else(any)?;
            Some(Subject::Membership { member: *member, organisation })
        }
        Code::Visa(code) => Some(Subject::Visa {
            traveller: code.traveller,
            destination: code.destination,
            limited: code.holders,
        }),
        Code::Post(code) => Some(Subject::Post {
            sender: code.sender,
            host: code.host,
            place: code.place,
            kind: code.kind,
        }),
        _ => None,
    }
}

fn settle(
    atlas: &Atlas,
    subject: Subject,
    claims: Vec<ClaimId>,
    day: Option<Day>,
) -> Option<Standing> {
    let day = day.unwrap_or(Day::MAX);
    let mut standing: Vec<(ClaimId, Hold)> = claims
        .into_iter()
        .filter_map(|id| Some((id, hold(atlas, atlas.claim(id), day)?)))
        .collect();
    let alive: Vec<(ClaimId, Hold)> =
        standing.iter().filter(|(_, hold)| *hold != Hold::Ended).copied().collect();
    standing.retain(|(id, hold)| {
        let claim = atlas.claim(*id);
        // What may say the same of a later time is no reason to doubt what is sure.
        let repeats = |later: &Claim<'static>, how| {
            how == Hold::Possible && how < *hold && state(later) == state(claim)
        };
        let superseded = alive.iter().any(|&(other, how)| {
            let later = atlas.claim(other);
            arrived(later, day)
                && supersedes(later, claim)
                && !repeats(later, how)
                && !contradict(atlas, other, *id)
        });
        !superseded && (*hold != Hold::Ended || alive.is_empty())
    });
    // The surest first, of equally sure ones the one that began last. Of undated ones that contradict each other none
    // is the surer for its document's having stopped: else the years would take turns with what no document says.
    let undated = |id: ClaimId| atlas.claim(id).when.is_none();
    let mut told = standing.iter().filter(|(id, _)| undated(*id));
    let first = told.next().map(|&(id, _)| state(atlas.claim(id)));
    let differ = told.any(|&(id, _)| Some(state(atlas.claim(id))) != first);
    let surest = |&(id, hold): &(ClaimId, Hold)| {
        let hold = if differ && undated(id) { hold.max(Hold::LastKnown) } else { hold };
        let certainty = (Hold::Current as u64) - (hold as u64);
        certainty << 32 | (u64::from(u32::MAX) - key(start(atlas.claim(id))))
    };
    let order = by_key(standing.iter().map(surest));
    let mut standing: Vec<_> =
        order.into_iter().filter_map(|at| standing.get(at).copied()).collect();
    // Of several spans that are all over, the last one tells how things stood.
    if alive.is_empty() {
        standing.truncate(1);
    }
    standing.first()?;
    let mut states = standing
        .iter()
        .map(|&(id, _)| atlas.claim(id))
        .filter(|claim| arrived(claim, day))
        .map(state);
    let one = states.next();
    let disputed = states.any(|state| Some(state) != one);
    Some(Standing { subject, claims: standing, disputed })
}

/// How a claim holds at the end of a day; `None` where it has not begun.
fn hold(atlas: &Atlas, claim: &Claim<'static>, day: Day) -> Option<Hold> {
    let begun = time::begun(claim, day);
    let past_horizon = day > time::horizon(atlas, claim);
    match (begun, time::over(claim, day)) {
        (Certainty::No, _) => None,
        (_, Certainty::Certainly) => Some(Hold::Ended),
        (Certainty::Certainly, Certainty::No) if past_horizon => Some(Hold::LastKnown),
        (Certainty::Certainly, Certainty::No) => Some(Hold::Current),
        // An undated status was so at the latest when its source stopped.
        (Certainty::Possibly, _) if claim.when.is_none() && past_horizon => Some(Hold::LastKnown),
        _ => Some(Hold::Possible),
    }
}

/// Whether a claim's state takes the place of another's: it surely began later, and the other has
/// no end of its own. A dated state takes the place of an undated one.
fn supersedes(later: &Claim<'_>, earlier: &Claim<'_>) -> bool {
    match (later.when, earlier.when) {
        (Some(later), Some(when)) => {
            // A span that ended before, however doubtful its end, has given way too.
            let lasting = earlier.kind != Kind::Status || when.end.1 == FAR_FUTURE;
            later.start.0 > when.end.1 || lasting && later.start.0 > when.start.1
        }
        (Some(_), None) => state(later) != state(earlier) && later.kind == Kind::Event,
        (None, _) => false,
    }
}

/// Whether the dataset sets two claims against each other: then the later one is another account, and no newer state.
fn contradict(atlas: &Atlas, one: ClaimId, other: ClaimId) -> bool {
    atlas.index().disputed().contains(one)
        && atlas
            .links_of(one)
            .any(|(_, link, linked)| linked == other && link.kind == LinkKind::Contradicts)
}

/// Whether a claim's latest first day has come. While it has not, what stood before may still
/// stand: both are shown, and that is no disagreement.
fn arrived(claim: &Claim<'_>, day: Day) -> bool {
    claim.when.is_none_or(|when| when.start.1 <= day)
}

fn start(claim: &Claim<'_>) -> Day {
    claim.when.map_or(Day::MIN, |when| when.start.1)
}

/// A state as a number: equal numbers are equal states of one subject.
pub(super) fn state(claim: &Claim<'_>) -> (u8, u16) {
    match &claim.code {
        Some(Code::Facility(code)) => (code.status as u8, 0),
        Some(Code::Partnership(code)) => (code.level as u8, 0),
        Some(Code::Membership(code)) => (code.status as u8, 0),
        Some(Code::Visa(code)) => (code.rule as u8, code.days.unwrap_or_default()),
        _ => (0, 0),
    }
}

/// Whether a claim's code is the end of a tie.
pub(super) fn ends(claim: &Claim<'_>) -> bool {
    match &claim.code {
        Some(Code::Facility(code)) => code.status == FacilityStatus::Closed,
        Some(Code::Membership(code)) => code.status == MembershipStatus::Withdrew,
        _ => false,
    }
}

/// Whether two documents' accounts of one subject are not the same: it is over by one of them only, or stands with another
/// code.
pub(super) fn apart(atlas: &Atlas, one: &Standing, other: &Standing) -> bool {
    match [one, other].map(|own| own.is_over(atlas)) {
        [true, true] => false,
        [false, false] => {
            let said = |own: &Standing| own.first(atlas).map(|(claim, _)| state(claim));
            said(one) != said(other)
        }
        _ => true,
    }
}

/// What a member is to an organisation, and how surely; `None` for a standing of anything else.
pub fn membership(atlas: &Atlas, standing: &Standing) -> Option<(MembershipStatus, Hold)> {
    let (claim, hold) = standing.first(atlas)?;
    let Some(Code::Membership(code)) = &claim.code else { return None };
    Some((code.status, hold))
}

/// Whether what is held so is full membership, as far as is known.
pub fn is_member(status: MembershipStatus, hold: Hold) -> bool {
    status == MembershipStatus::Member && hold != Hold::Ended
}

/// How a site is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SiteStatus {
    /// Works, as far as is known.
    Open,
    /// May work: by its document's date or its doubt that is not certain.
    Possible,
    /// No longer works.
    Closed,
    /// Planned or reported.
    Planned,
}

impl SiteStatus {
    /// All, as the map's key lists them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Possible, Self::Closed, Self::Planned];

    /// The class that gives it its look.
    pub fn class(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Possible => "possible",
            Self::Closed => "closed",
            Self::Planned => "planned",
        }
    }
}

speaks! {
    SiteStatus as SiteStatus {
        Open: "open", "действует";
        Possible: "possibly open", "возможно, действует";
        Closed: "closed", "закрыто";
        Planned: "planned", "планируется";
    }
}

/// A facility's state in one word; `None` for a standing of anything else.
pub fn site_status(atlas: &Atlas, standing: &Standing) -> Option<SiteStatus> {
    let (claim, hold) = standing.first(atlas)?;
    let Some(Code::Facility(code)) = &claim.code else { return None };
    Some(match (hold, code.status) {
        (Hold::Ended, _) | (_, FacilityStatus::Closed) => SiteStatus::Closed,
        (_, FacilityStatus::Planned) => SiteStatus::Planned,
        (Hold::Possible, FacilityStatus::Open) => SiteStatus::Possible,
        (_, FacilityStatus::Open) => SiteStatus::Open,
    })
}
