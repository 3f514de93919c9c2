//! A pair of a state and a power.

use super::{ActorId, Atlas};

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
        format!("{}-{}", atlas.actor(self.state).slug, atlas.actor(self.power).slug)
    }

    /// The pair as a reader sees it: `Kazakhstan–Russia`.
    pub fn name(self, atlas: &Atlas) -> String {
        format!("{}–{}", atlas.actor(self.state).name, atlas.actor(self.power).name)
    }

    /// Reads `KZ-RU`; `None` where it is not one of the five states with one of the powers.
    pub fn read(atlas: &Atlas, slug: &str) -> Option<Self> {
        atlas.dyads().find(|dyad| dyad.slug(atlas) == slug)
    }
}
