//! What became of the dataset since one of its releases, by the ledger.

use crate::atlas::{Atlas, ClaimId, ClaimSet, Texts, Withdrawal};

/// What a reader of an older release has not seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Since<'a> {
    /// Claims that came later.
    pub added: ClaimSet,
    /// Claims of that time that were mended, with what was wrong; one mended twice stands twice.
    pub corrected: Vec<(ClaimId, &'a str)>,
    /// Claims of that time that are no more.
    pub withdrawn: Vec<&'a Withdrawal<'static>>,
}

impl<'a> Since<'a> {
    /// All changes after a release; `None` for one that the ledger does not have.
    pub fn of(atlas: &Atlas, texts: &'a Texts, version: &str) -> Option<Self> {
        let releases = texts.releases();
        let then = releases.iter().position(|release| release.version == version)?;
        let is_later = |release: u8| usize::from(release) > then;
        let came_with = |id: ClaimId| texts.claim(id).map_or(0, |claim| claim.release);
        let mut added = ClaimSet::none(atlas.claims().len());
        let ids = atlas.claims().map(|(id, _)| id);
        ids.filter(|&id| is_later(came_with(id))).for_each(|id| added.insert(id));
        let later = || releases.iter().skip(then + 1);
        let corrected = later().flat_map(|release| release.corrected.iter().copied());
        let withdrawn = later().flat_map(|release| &release.withdrawn);
        Some(Self {
            // What came later and was mended after that was never seen as it was.
            corrected: corrected.filter(|&(id, _)| !added.contains(id)).collect(),
            withdrawn: withdrawn.filter(|gone| !is_later(gone.release)).collect(),
            added,
        })
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.corrected.is_empty() && self.withdrawn.is_empty()
    }
}
