//! A pair of a state and a power.

use super::{ActorId, Atlas, Claim, ClaimSet};
use crate::words::Said;

/// One of the five states and one of the powers; the pair has no direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dyad {
    /// The state.
    pub state: ActorId,
    /// The power.
    pub power: ActorId,
}

impl Dyad {
    /// The pair as links write it: `KZ-RU`.
    pub fn slug(self, atlas: &Atlas) -> String {
        [atlas.actor(self.state).slug, "-", atlas.actor(self.power).slug].concat()
    }

    /// The pair as a reader sees it: `Kazakhstan–Russia`.
    pub fn name(self, atlas: &Atlas) -> String {
        [atlas.actor(self.state).name, atlas.say(Said::Pair), atlas.actor(self.power).name].concat()
    }

    /// Reads `KZ-RU`; `None` where it is not one of the five states with one of the powers.
    pub fn read(atlas: &Atlas, slug: &str) -> Option<Self> {
        atlas.dyads().find(|dyad| dyad.slug(atlas) == slug)
    }

    /// The pair of two actors, whichever of them is the state; `None` where they are none.
    pub fn between(atlas: &Atlas, a: ActorId, b: ActorId) -> Option<Self> {
        atlas.dyads().find(|dyad| [(a, b), (b, a)].contains(&(dyad.state, dyad.power)))
    }

    /// The pairs that a claim speaks of, in the atlas's order.
    pub fn of_claim(atlas: &Atlas, claim: &Claim<'_>) -> impl Iterator<Item = Self> {
        let speaks_of = |actor| claim.parties.iter().any(|(party, _)| *party == actor);
        atlas.dyads().filter(move |dyad| speaks_of(dyad.state) && speaks_of(dyad.power))
    }

    /// The claims that speak of both.
    pub fn claims(self, atlas: &Atlas) -> ClaimSet {
        atlas.index().actor(self.state).and(atlas.index().actor(self.power))
    }
}
