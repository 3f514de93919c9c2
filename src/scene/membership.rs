//! Who is in what: organisations by states and powers, and which organisations the same ones share.

use crate::atlas::term::{ActorKind, Kind, MembershipStatus};
use crate::atlas::{ActorId, Atlas, ClaimId, ClaimSet, Code, Day};
use crate::order::most_first;
use crate::query::standing::{is_member, membership, standings};
use crate::query::{Hold, Standing, Subject};
use crate::scene::words;
use crate::words::speaks;

/// What an actor is to an organisation, as far as a sign tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// A member.
    Member,
    /// Observer, partner, guest, candidate.
    Partly,
    /// Stated not to be one, or no longer.
    Not,
    /// No claim.
    Unknown,
}

impl Membership {
    /// By what a claim says.
    pub fn of(status: MembershipStatus) -> Self {
        match status {
            MembershipStatus::Member => Self::Member,
            MembershipStatus::Observer
            | MembershipStatus::Partner
            | MembershipStatus::Guest
            | MembershipStatus::Candidate => Self::Partly,
            MembershipStatus::Withdrew | MembershipStatus::Never => Self::Not,
        }
    }

    /// All, as the map's key lists them.
    pub const ALL: [Self; 4] = [Self::Member, Self::Partly, Self::Not, Self::Unknown];

    /// Its sign; nothing stands for nothing known.
    pub fn sign(self) -> char {
        match self {
            Self::Member => '●',
            Self::Partly => '○',
            Self::Not => '–',
            Self::Unknown => ' ',
        }
    }

    /// The class that gives it its look.
    pub fn class(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Partly => "partly",
            Self::Not => "stated-no",
            Self::Unknown => "no-claim",
        }
    }
}

speaks! {
    Membership as Membership {
        Member: "member", "член";
        Partly: "partly", "частично";
        Not: "not a member", "не член";
        Unknown: "no claim", "утверждений нет";
    }
}

/// What an actor is to an organisation at a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Who.
    pub member: ActorId,
    /// Member, observer and so on, by the surest claim.
    pub status: MembershipStatus,
    /// How surely it holds.
    pub hold: Hold,
    /// How it holds in words, by the document that reaches farthest; empty for what simply holds.
    pub held: String,
    /// When it began, EDTF, where a claim tells the event.
    pub since: Option<&'static str>,
    /// The claims give different states.
    pub disputed: bool,
    /// The claims, the surest first.
    pub claims: Vec<ClaimId>,
}

impl Place {
    /// Whether it is a member, as far as is known.
    pub fn belongs(&self) -> bool {
        is_member(self.status, self.hold)
    }
}

/// An organisation and everybody whose place in it a claim gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The organisation.
    pub organisation: ActorId,
    /// One a member, in the atlas's order of actors.
    pub places: Vec<Place>,
}

/// The organisations in which somebody's place stands at a date, those with most members first.
pub fn rows(atlas: &Atlas, kept: &ClaimSet, day: Option<Day>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for standing in standings(atlas, kept, day) {
        let Subject::Membership { member, organisation } = standing.subject else { continue };
        let Some(place) = place(atlas, member, &standing) else { continue };
        match rows.iter_mut().find(|row| row.organisation == organisation) {
            Some(row) => row.places.push(place),
            None => rows.push(Row { organisation, places: vec![place] }),
        }
    }
    let members = |row: &Row| row.places.iter().filter(|place| place.belongs()).count() as u64;
    let order = most_first(rows.iter().map(members));
    order.into_iter().filter_map(|at| rows.get(at).cloned()).collect()
}

fn place(atlas: &Atlas, member: ActorId, standing: &Standing) -> Option<Place> {
    let (status, hold) = membership(atlas, standing)?;
    let same = |id: ClaimId| {
        let claim = atlas.claim(id);
        let event = claim.kind == Kind::Event;
        event && matches!(&claim.code, Some(Code::Membership(own)) if own.status == status)
    };
    let claims: Vec<ClaimId> = standing.ids().collect();
    let joined = claims.iter().copied().find(|&id| same(id));
    Some(Place {
        member,
        status,
        hold,
        held: words::held(atlas, standing),
        since: joined.and_then(|id| atlas.claim(id).date()),
        disputed: standing.disputed,
        claims,
    })
}

/// Organisations that the very same of the compared actors belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// Who, in the order compared.
    pub members: Vec<ActorId>,
    /// In what.
    pub organisations: Vec<ActorId>,
}

/// Groups organisations by which of `compared` belong to them; those with most members first.
pub fn overlaps(rows: &[Row], compared: &[ActorId]) -> Vec<Overlap> {
    let mut overlaps: Vec<Overlap> = Vec::new();
    for row in rows {
        let belongs =
            |actor: &ActorId| row.places.iter().any(|own| own.member == *actor && own.belongs());
        let members: Vec<ActorId> = compared.iter().copied().filter(belongs).collect();
        if members.is_empty() {
            continue;
        }
        match overlaps.iter_mut().find(|overlap| overlap.members == members) {
            Some(overlap) => overlap.organisations.push(row.organisation),
            None => overlaps.push(Overlap { members, organisations: vec![row.organisation] }),
        }
    }
    let order = most_first(overlaps.iter().map(|own| own.members.len() as u64));
    order.into_iter().filter_map(|at| overlaps.get(at).cloned()).collect()
}

/// The organisations that the given claims name, with how many name each, most first.
pub fn spoken_of(atlas: &Atlas, kept: &ClaimSet) -> Vec<(ActorId, usize)> {
    let organisations: Vec<(ActorId, usize)> = atlas
        .actors()
        .filter(|(_, actor)| actor.kind == ActorKind::Organisation)
        .map(|(id, _)| (id, atlas.index().actor(id).len_with(kept)))
        .filter(|&(_, claims)| claims > 0)
        .collect();
    let order = most_first(organisations.iter().map(|&(_, claims)| claims as u64));
    order.into_iter().filter_map(|at| organisations.get(at).copied()).collect()
}
