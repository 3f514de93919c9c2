//! What one state, power or pair is by its coded ties, so that two can stand side by side.

mod against;

pub use against::told;

use super::standing::{Hold, Standing, Subject, standing_under, state};
use super::{Facet, FacetValue, Filter, Relation};
use crate::atlas::{ActorId, Atlas, ClaimSet, Code, Dyad};
use crate::words::speaks;

/// Who or what is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// One of the five states, a power, or any other actor.
    Actor(ActorId),
    /// A state and a power.
    Dyad(Dyad),
}

/// Parties that can stand side by side are of one sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The five states.
    State,
    /// The powers.
    Power,
    /// Pairs of a state and a power.
    Dyad,
    /// Anybody else.
    Other,
}

impl Party {
    /// Reads `KZ` or `KZ-RU`; `None` where the atlas has no such actor or pair.
    pub fn read(atlas: &Atlas, slug: &str) -> Option<Self> {
        let dyad = Dyad::read(atlas, slug).map(Self::Dyad);
        dyad.or_else(|| atlas.actor_named(slug).map(Self::Actor))
    }

    /// As links write it.
    pub fn slug(self, atlas: &Atlas) -> String {
        match self {
            Self::Actor(id) => atlas.actor(id).slug.to_owned(),
            Self::Dyad(dyad) => dyad.slug(atlas),
        }
    }

    /// As a reader sees it.
    pub fn name(self, atlas: &Atlas) -> String {
        match self {
            Self::Actor(id) => atlas.actor(id).name.to_owned(),
            Self::Dyad(dyad) => dyad.name(atlas),
        }
    }

    /// Of what sort it is.
    pub fn sort(self, atlas: &Atlas) -> Sort {
        match self {
            Self::Dyad(_) => Sort::Dyad,
            Self::Actor(id) if atlas.states().contains(&id) => Sort::State,
            Self::Actor(id) if atlas.powers().contains(&id) => Sort::Power,
            Self::Actor(_) => Sort::Other,
        }
    }

    /// Its claims.
    pub fn claims(self, atlas: &Atlas) -> ClaimSet {
        match self {
            Self::Actor(id) => atlas.index().actor(id).clone(),
            Self::Dyad(dyad) => dyad.claims(atlas),
        }
    }

    /// Makes a filter keep its claims; false, and nothing is changed, where no facet has it.
    pub fn narrow(self, atlas: &Atlas, filter: &mut Filter) -> bool {
        let mut set = |facet, value| {
            filter.clear(facet);
            filter.choose(value);
        };
        match (self, self.sort(atlas)) {
            (Self::Dyad(Dyad { state, power }), _) => {
                set(Facet::State, FacetValue::State(state));
                set(Facet::Power, FacetValue::Power(power));
            }
            (Self::Actor(id), Sort::State) => set(Facet::State, FacetValue::State(id)),
            (Self::Actor(id), Sort::Power) => set(Facet::Power, FacetValue::Power(id)),
            (Self::Actor(_), _) => return false,
        }
        true
    }

    /// The pairs that its ties are of, each with the actor at the other end; a pair has one of its own.
    pub fn pairs(self, atlas: &Atlas) -> Vec<(Dyad, Option<ActorId>)> {
        match (self, self.sort(atlas)) {
            (Self::Dyad(dyad), _) => vec![(dyad, None)],
            (Self::Actor(state), Sort::State) => {
                let pair = |&power: &ActorId| (Dyad { state, power }, Some(power));
                atlas.powers().iter().map(pair).collect()
            }
            (Self::Actor(power), Sort::Power) => {
                let pair = |&state: &ActorId| (Dyad { state, power }, Some(state));
                atlas.states().iter().map(pair).collect()
            }
            (Self::Actor(_), _) => Vec::new(),
        }
    }
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The level of the tie, by the treaty's own name.
    Partnership,
    /// What the state's citizens need in the power.
    VisaThere,
    /// What the power's citizens need in the state.
    VisaHere,
    /// The power's sites in the state.
    Sites,
    /// Diplomatic posts of either.
    Posts,
    /// What it is in an organisation.
    Membership,
}

speaks! {
    Aspect as Aspect {
        Partnership: "Partnership", "Партнёрство";
        VisaThere: "Visas for the state’s citizens", "Визы для граждан государства";
        VisaHere: "Visas for the power’s citizens", "Визы для граждан державы";
        Sites: "Bases and facilities", "Базы и объекты";
        Posts: "Diplomatic posts", "Загранучреждения";
        Membership: "Organisations", "Организации";
    }
}

/// A coded tie of a party.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// What it is about.
    pub aspect: Aspect,
    /// The actor at its other end: a power, a state, an organisation; `None` within a pair.
    pub with: Option<ActorId>,
    /// What stands.
    pub standing: Standing,
    /// Which of two documents tells it; `None` where all speak together.
    pub told: Option<Relation>,
}

impl Tie {
    /// What two parties' ties are compared by.
    pub fn gist(&self, atlas: &Atlas) -> Gist {
        let Some((claim, hold)) = self.standing.first(atlas) else { return Gist::default() };
        let (kind, limit) = match &claim.code {
            Some(Code::Partnership(code)) => (0, code.name),
            Some(Code::Visa(code)) => (code.document.map_or(0, |one| one as u8 + 1), code.holders),
            Some(Code::Facility(code)) => (code.kind as u8, None),
            Some(Code::Post(code)) => {
                let sent = atlas.states().contains(&code.sender);
                (code.kind as u8 * 2 + u8::from(sent), None)
            }
            _ => (0, None),
        };
        Gist { state: state(claim), kind, limit, ended: hold == Hold::Ended }
    }
}

/// What is coded of a tie, without whom and where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gist {
    /// The number of its state, and how many days that is for.
    state: (u8, u16),
    /// Which travel document, what sort of site or of post; 0 for ties that have none of these.
    kind: u8,
    /// The treaty's name, or to whom the rule is limited.
    limit: Option<&'static str>,
    /// It is over.
    ended: bool,
}

/// The coded ties of a party that stand at the filter's date, in the order of aspects.
pub fn ties(atlas: &Atlas, filter: &Filter, party: Party) -> Vec<Tie> {
    // Whom the ties are of is the party's to say, whatever the filter bar has chosen.
    let standings = standing_under(atlas, &filter.of_anyone());
    let pairs = party.pairs(atlas);
    let tie = |standing: Standing| {
        if let Subject::Membership { member, organisation } = standing.subject {
            let own = party == Party::Actor(member);
            return own.then_some(Tie {
                aspect: Aspect::Membership,
                with: Some(organisation),
                standing,
                told: None,
            });
        }
        let dyad = super::change::dyad(atlas, standing.subject)?;
        let (_, with) = *pairs.iter().find(|(own, _)| *own == dyad)?;
        let aspect = match standing.subject {
            Subject::Partnership(..) => Aspect::Partnership,
            Subject::Visa { traveller, .. } if traveller == dyad.state => Aspect::VisaThere,
            Subject::Visa { .. } => Aspect::VisaHere,
            Subject::Facility { .. } => Aspect::Sites,
            Subject::Post { .. } => Aspect::Posts,
            Subject::Membership { .. } => return None,
        };
        Some(Tie { aspect, with, standing, told: None })
    };
    let mut ties: Vec<Tie> = standings.into_iter().filter_map(tie).collect();
    ties.sort_by_key(|tie| (tie.aspect, tie.with));
    ties
}
