//! Chains of causes as two documents tell them.
//!
//! The rule. A box is told as its claim is. An arrow is a statement of its own: it is told by the documents that it cites
//! for itself, so that one that tells both ends need not tell the arrow.

use super::Chain;
use crate::atlas::{ClaimId, Texts};
use crate::query::lens::counts;
use crate::query::{Compared, Relation};

/// Which of two documents tells each box and each arrow.
pub struct Telling<'a> {
    /// The two, claim by claim.
    pub compared: Compared,
    texts: &'a Texts,
}

impl<'a> Telling<'a> {
    /// What two documents tell, by the texts that hold what each arrow cites.
    pub fn of(texts: &'a Texts, compared: Compared) -> Self {
        Self { compared, texts }
    }

    /// How the box of a claim is told; silent, too, where it is told otherwise than is asked for.
    pub fn claim(&self, id: ClaimId) -> Relation {
        self.asked(self.of_claim(id))
    }

    /// The same of the arrow at a position among the atlas's ties.
    pub fn tie(&self, at: usize) -> Relation {
        self.asked(self.of_tie(at))
    }

    /// How many boxes and arrows of chains are told how, whatever is asked for.
    pub fn counts<'b>(&self, chains: impl IntoIterator<Item = &'b Chain>) -> [usize; 4] {
        let told = |chain: &'b Chain| {
            let boxes = chain.claims.iter().map(|&id| self.of_claim(id));
            boxes.chain(chain.ties.iter().map(|&(at, ..)| self.of_tie(at)))
        };
        counts(chains.into_iter().flat_map(told))
    }

    /// Whether anything of a chain is told as is asked for.
    pub fn shows(&self, chain: &Chain) -> bool {
        chain.claims.iter().any(|&id| self.claim(id) != Relation::Silent)
            || chain.ties.iter().any(|&(at, ..)| self.tie(at) != Relation::Silent)
    }

    fn of_claim(&self, id: ClaimId) -> Relation {
        self.compared.relation([id])
    }

    fn of_tie(&self, at: usize) -> Relation {
        let lens = self.compared.lens;
        let states = |source| self.texts.stated(at).contains(&source);
        Relation::of(states(lens.first), states(lens.second), false)
    }

    fn asked(&self, told: Relation) -> Relation {
        let other = self.compared.lens.only.is_some_and(|only| only != told);
        if other { Relation::Silent } else { told }
    }
}
