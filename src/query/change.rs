//! Then and now: what became of each coded tie between two dates.
//!
//! The rule. A subject stands at a date as [`standings`] says. It *began* where only the later date has
//! it, *ended* where only the earlier has it, *came and went* where it began and ended between them;
//! where both have it, it is *changed* or *unchanged* by its code. A document that states how things are
//! does not say since when: where the later state rests on such a claim alone and the earlier date has
//! none, or where the earlier one is only possible and no beginning is dated between, the answer is *unknown*. An end of what nobody is
//! said to have begun is possible only. An answer is sure where both states are: one that is last known,
//! possible or disputed makes it possible.

mod against;

pub use against::told;

use super::Relation;
use super::standing::{Hold, Standing, Subject, ends, standings, state, subject_of};
use crate::atlas::{
    ActorId, Atlas, CategoryId, Claim, ClaimId, ClaimSet, Code, Day, Dyad, Precision, SourceId,
};
use crate::dataset::term::{FacilityStatus, Kind, MembershipStatus};
use crate::words::speaks;

/// What became of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Stands now and did not then.
    Began,
    /// Stood then and does not now.
    Ended,
    /// Began and ended between.
    Passed,
    /// Stands at both dates, with another code.
    Changed,
    /// Stands at both dates alike.
    Unchanged,
    /// The documents do not say.
    Unknown,
}

speaks! {
    Sign as Sign {
        Began: "begun", "начато";
        Ended: "ended", "прекращено";
        Passed: "begun and ended", "начато и прекращено";
        Changed: "changed", "изменилось";
        Unchanged: "unchanged", "без изменений";
        Unknown: "unknown", "неизвестно";
    }
}

impl Sign {
    /// All of them, in the order that the page shows.
    pub const ALL: [Self; 6] =
        [Self::Began, Self::Ended, Self::Passed, Self::Changed, Self::Unchanged, Self::Unknown];

    /// As links and style sheets write it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Began => "begun",
            Self::Ended => "ended",
            Self::Passed => "passed",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Unknown => "unknown",
        }
    }

    /// One character for it.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Began => "+",
            Self::Ended => "−",
            Self::Passed => "±",
            Self::Changed => "≠",
            Self::Unchanged => "=",
            Self::Unknown => "?",
        }
    }

    /// Whether something is otherwise than it was.
    pub fn is_change(self) -> bool {
        matches!(self, Self::Began | Self::Ended | Self::Passed | Self::Changed)
    }
}

/// A subject at two dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Of what.
    pub subject: Subject,
    /// What became of it.
    pub sign: Sign,
    /// Both ends are sure; else the sign is possible.
    pub sure: bool,
    /// How it stood at the earlier date; `None` where nothing had begun.
    pub before: Option<Standing>,
    /// How it stands at the later date.
    pub after: Standing,
    /// The category of its claims.
    pub category: CategoryId,
    /// Which of two documents tells it; `None` where all speak together.
    pub told: Option<Relation>,
    /// What each of the two makes of it alone, where that is not the same.
    pub accounts: Vec<(SourceId, Change)>,
}

impl Change {
    /// The claims that it rests on, of both dates.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        let both = self.before.iter().chain([&self.after]);
        both.flat_map(Standing::ids)
    }

    /// Whether claims disagree about it at either date, or another claim contradicts one that it rests on.
    pub fn disputed(&self, atlas: &Atlas) -> bool {
        let contradicted = |own: &Standing| {
            own.disputed || own.claims.iter().any(|(id, _)| atlas.index().disputed().contains(*id))
        };
        contradicted(&self.after) || self.before.as_ref().is_some_and(contradicted)
    }
}

/// What became of every subject of the given claims from the end of one day to the end of another.
pub fn changes(atlas: &Atlas, kept: &ClaimSet, then: Day, now: Day) -> Vec<Change> {
    let earlier = standings(atlas, kept, Some(then));
    let later = standings(atlas, kept, Some(now));
    let begins = |claim: &&Claim<'_>| {
        let is_later = claim.when.is_some_and(|when| when.start.0 > then);
        is_later && !ends(claim) && !denies(claim) && tells_beginning(claim)
    };
    let mut began = vec![false; later.len()];
    for subject in kept.iter().map(|id| atlas.claim(id)).filter(begins).filter_map(subject_of) {
        let at = position(&later, &subject);
        at.and_then(|at| began.get_mut(at)).into_iter().for_each(|began| *began = true);
    }
    let change = |(after, began): (Standing, bool)| {
        let before = position(&earlier, &after.subject).and_then(|at| earlier.get(at)).cloned();
        let (sign, sure) = sign(atlas, before.as_ref(), &after, began)?;
        let category = after.first(atlas)?.0.category;
        let (subject, told, accounts) = (after.subject, None, Vec::new());
        Some(Change { subject, sign, sure, before, after, category, told, accounts })
    };
    later.into_iter().zip(began).filter_map(change).collect()
}

/// Where a subject stands among standings, which come in the order of their subjects.
fn position(standings: &[Standing], subject: &Subject) -> Option<usize> {
    standings.binary_search_by(|own| own.subject.cmp(subject)).ok()
}

/// How a subject stands at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Presence {
    /// It does not.
    Absent,
    /// It may.
    Possible,
    /// It does, or did when last known.
    Present,
}

fn presence(atlas: &Atlas, standing: Option<&Standing>) -> Presence {
    let Some((claim, hold)) = standing.and_then(|standing| standing.first(atlas)) else {
        return Presence::Absent;
    };
    match hold {
        Hold::Ended => Presence::Absent,
        _ if ends(claim) || denies(claim) => Presence::Absent,
        Hold::Possible => Presence::Possible,
        Hold::LastKnown | Hold::Current => Presence::Present,
    }
}

/// Whether a claim's code says that there is no tie, or none yet.
fn denies(claim: &Claim<'_>) -> bool {
    match &claim.code {
        Some(Code::Facility(code)) => code.status == FacilityStatus::Planned,
        Some(Code::Membership(code)) => code.status == MembershipStatus::Never,
        _ => false,
    }
}

/// Whether a claim says when its state began, and not only that it was so.
fn tells_beginning(claim: &Claim<'_>) -> bool {
    let spans = claim.when.is_some_and(|when| when.precision == Precision::Interval);
    claim.kind == Kind::Event && claim.when.is_some() || spans
}

/// The sign and whether it is sure; `None` for what stood at neither date and did not begin between.
fn sign(
    atlas: &Atlas,
    before: Option<&Standing>,
    after: &Standing,
    began_between: bool,
) -> Option<(Sign, bool)> {
    use Presence::{Absent, Possible, Present};
    let (claim, hold) = after.first(atlas)?;
    let disputed = after.disputed || before.is_some_and(|before| before.disputed);
    let firm = |hold: Hold| matches!(hold, Hold::Current | Hold::Ended);
    let first = before.and_then(|before| before.first(atlas));
    let sure = !disputed && firm(hold) && first.is_none_or(|(_, hold)| firm(hold));
    match (presence(atlas, before), presence(atlas, Some(after))) {
        (Absent, Absent) if began_between => Some((Sign::Passed, sure)),
        (Absent, Absent) if before.is_none() && ends(claim) => Some((Sign::Ended, false)),
        (Absent, Absent) => None,
        (Absent, Present | Possible) if began_between => Some((Sign::Began, sure)),
        // What else speaks of it has no date, and may be of after the beginning.
        (Possible, Present | Possible) if began_between => Some((Sign::Began, false)),
        (Absent | Possible, Present | Possible) => Some((Sign::Unknown, false)),
        (Present, Absent) => Some((Sign::Ended, sure)),
        (Possible, Absent) => Some((Sign::Ended, false)),
        (Present, Present | Possible) => {
            let same = first.is_some_and(|(first, _)| state(first) == state(claim));
            Some((if same { Sign::Unchanged } else { Sign::Changed }, sure))
        }
    }
}

/// The pair that a subject is a tie of; `None` where it is not one of a state and a power.
pub fn dyad(atlas: &Atlas, subject: Subject) -> Option<Dyad> {
    let pair = |a: ActorId, b: ActorId| Dyad::between(atlas, a, b);
    match subject {
        Subject::Facility { place, operator } => pair(atlas.place(place).country?, operator),
        Subject::Partnership(a, b) => pair(a, b),
        Subject::Visa { traveller, destination, .. } => pair(traveller, destination),
        Subject::Post { sender, host, .. } => pair(sender, host),
        Subject::Membership { .. } => None,
    }
}

/// The five states that a subject touches.
pub fn states(atlas: &Atlas, subject: Subject) -> Vec<ActorId> {
    let actors = match subject {
        Subject::Facility { place, .. } => [atlas.place(place).country, None],
        Subject::Partnership(a, b) => [Some(a), Some(b)],
        Subject::Visa { traveller, destination, .. } => [Some(traveller), Some(destination)],
        Subject::Post { sender, host, .. } => [Some(sender), Some(host)],
        Subject::Membership { member, .. } => [Some(member), None],
    };
    atlas.states().iter().copied().filter(|&state| actors.contains(&Some(state))).collect()
}
