//! Diplomatic posts as a series: what the codes of claims say, counted by who sends and who receives.

use std::collections::BTreeMap;

use crate::atlas::term::PostKind;
use crate::atlas::{ActorId, Atlas, ClaimSet};
use crate::order::most_first;
use crate::query::standing::{Hold, standing_under};
use crate::query::{Filter, Subject};

/// The posts of one sender with one host, as they stand at the filter's date.
#[derive(Clone, Debug, PartialEq)]
pub struct Posts {
    /// Whose they are.
    pub sender: ActorId,
    /// On whose soil.
    pub host: ActorId,
    /// How many of each kind, in the codebook's order; kinds without a post are left out.
    pub kinds: Vec<(PostKind, usize)>,
    /// How many stand, or stood when last known.
    pub sure: usize,
    /// How many stand only possibly at the date.
    pub possible: usize,
    /// The claims that name them.
    pub claims: ClaimSet,
}

impl Posts {
    /// How many they may be.
    pub fn all(&self) -> usize {
        self.sure + self.possible
    }
}

/// The posts that claims under a filter name, by sender and host, the most first. A kind of post at a place is one
/// post however many claims tell it, so that each count is of different posts; a post that was closed is none.
pub fn posts(atlas: &Atlas, filter: &Filter) -> Vec<Posts> {
    let mut pairs: BTreeMap<(ActorId, ActorId), Posts> = BTreeMap::new();
    for standing in standing_under(atlas, filter) {
        let Subject::Post { sender, host, kind, .. } = standing.subject else { continue };
        let hold = match standing.claims.first() {
            None | Some((_, Hold::Ended)) => continue,
            Some((_, hold)) => *hold,
        };
        let none = || Posts {
            sender,
            host,
            kinds: PostKind::ALL.iter().map(|&kind| (kind, 0)).collect(),
            sure: 0,
            possible: 0,
            claims: ClaimSet::none(atlas.claims().len()),
        };
        let own = pairs.entry((sender, host)).or_insert_with(none);
        match hold {
            Hold::Possible => own.possible += 1,
            _ => own.sure += 1,
        }
        let counts = own.kinds.iter_mut().filter(|(other, _)| *other == kind);
        counts.for_each(|(_, count)| *count += 1);
        standing.claims.iter().for_each(|&(id, _)| own.claims.insert(id));
    }
    let mut all: Vec<Posts> = pairs.into_values().collect();
    all.iter_mut().for_each(|own| own.kinds.retain(|&(_, count)| count > 0));
    let order = most_first(all.iter().map(|own| own.all() as u64));
    order.into_iter().filter_map(|at| all.get(at).cloned()).collect()
}
