//! Sets of claims, one bit a claim: filters are a few word operations, whatever the dataset's size.

use super::ClaimId;

/// A set of claims of one atlas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimSet {
    words: Vec<u64>,
}

const BITS: usize = u64::BITS as usize;

impl ClaimSet {
    /// No claim of an atlas that has `claims` of them.
    pub fn none(claims: usize) -> Self {
        Self { words: vec![0; claims.div_ceil(BITS)] }
    }

    /// Every claim of an atlas that has `claims` of them.
    pub fn all(claims: usize) -> Self {
        let mut set = Self::none(claims);
        for word in &mut set.words {
            *word = u64::MAX;
        }
        let spare = set.words.len() * BITS - claims;
        if let Some(last) = set.words.last_mut() {
            *last >>= spare;
        }
        set
    }

    /// Reads one letter a claim, `1` for what is in the set.
    pub fn read(text: &str) -> Self {
        let mut set = Self::none(text.len());
        let ones = text.bytes().enumerate().filter(|(_, letter)| *letter == b'1');
        ones.for_each(|(at, _)| set.insert(ClaimId::at(at)));
        set
    }

    /// Adds a claim. A claim beyond the atlas is left out.
    pub fn insert(&mut self, claim: ClaimId) {
        if let Some(word) = self.words.get_mut(claim.index() / BITS) {
            *word |= 1 << (claim.index() % BITS);
        }
    }

    /// Whether the claim is in the set.
    pub fn contains(&self, claim: ClaimId) -> bool {
        let word = self.words.get(claim.index() / BITS).copied().unwrap_or_default();
        word >> (claim.index() % BITS) & 1 == 1
    }

    /// How many claims there are.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// How many claims are in both.
    pub fn len_with(&self, other: &Self) -> usize {
        let words = self.words.iter().zip(&other.words);
        words.map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Keeps what is also in the other.
    pub fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what is in the other.
    pub fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// What is in both.
    pub fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.intersect(other);
        both
    }

    /// The claims, in order.
    pub fn iter(&self) -> impl Iterator<Item = ClaimId> {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let rest =
                std::iter::successors(Some(word), |rest| Some(rest & (rest.wrapping_sub(1))));
            rest.take_while(|&rest| rest != 0)
                .map(move |rest| ClaimId::at(at * BITS + rest.trailing_zeros() as usize))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_means_the_atlas_and_no_more() {
        for claims in [0, 1, 63, 64, 65, 200] {
            assert_eq!(ClaimSet::all(claims).len(), claims);
        }
    }

    proptest! {
        #[test]
        fn a_set_gives_back_what_was_put_in(claims in proptest::collection::btree_set(0usize..300, 0..40)) {
            let mut set = ClaimSet::none(300);
            for &claim in &claims {
                set.insert(ClaimId::at(claim));
            }
            prop_assert_eq!(set.iter().map(ClaimId::index).collect::<Vec<_>>(), claims.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(set.len(), claims.len());
            prop_assert!(claims.iter().all(|&claim| set.contains(ClaimId::at(claim))));
        }
    }
}
