//! A filter: a predicate over claims, as data.

use super::facet::{Facet, FacetValue};
use super::time::{self, AsOf, Certainty};
use crate::atlas::{Atlas, ClaimSet, Day};

/// What the reader keeps: within a facet any of the values, across facets all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The chosen values, sorted, each once.
    values: Vec<FacetValue>,
    /// The date to look from, or the end of a period; the newest claim where none.
    pub at: Option<AsOf>,
    /// Where a period begins; with none the atlas is seen as of one date.
    pub from: Option<AsOf>,
    /// Keeps only what the documents date well enough to answer "certainly".
    pub certain: bool,
    /// The only claims that may be kept; any where `None`. Set while two documents are compared, to what is shown of them.
    /// It follows from the comparison, so links do not carry it.
    pub within: Option<ClaimSet>,
}

impl Filter {
    /// The same among some claims alone.
    pub fn within(&self, claims: ClaimSet) -> Self {
        Self { within: Some(claims), ..self.clone() }
    }

    /// Whether a value is chosen.
    pub fn has(&self, value: FacetValue) -> bool {
        self.values.binary_search(&value).is_ok()
    }

    /// Whether a value is chosen, or nothing of its facet is: what stands under another value is left out.
    pub fn admits(&self, value: FacetValue) -> bool {
        self.has(value) || self.of(value.facet()).next().is_none()
    }

    /// Chooses a value, or unchooses it.
    pub fn toggle(&mut self, value: FacetValue) {
        match self.values.binary_search(&value) {
            Ok(at) => drop(self.values.remove(at)),
            Err(at) => self.values.insert(at, value),
        }
    }

    /// Chooses a value that may be chosen already.
    pub fn choose(&mut self, value: FacetValue) {
        if !self.has(value) {
            self.toggle(value);
        }
    }

    /// Unchooses every value of a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.values.retain(|value| value.facet() != facet);
    }

    /// The chosen values of a facet, in order.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = FacetValue> {
        self.values.iter().copied().filter(move |value| value.facet() == facet)
    }

    /// Every chosen value.
    pub fn values(&self) -> &[FacetValue] {
        &self.values
    }

    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.is_timeless() && !self.certain && self.within.is_none()
    }

    /// Whether it asks for no date.
    pub fn is_timeless(&self) -> bool {
        self.at.is_none() && self.from.is_none()
    }

    /// The same for all dates.
    pub fn at_any_time(&self) -> Self {
        Self { at: None, from: None, ..self.clone() }
    }

    /// The same whichever powers and states are chosen.
    pub fn of_anyone(&self) -> Self {
        let mut wide = self.clone();
        wide.clear(Facet::Power);
        wide.clear(Facet::State);
        wide
    }

    /// The last day that is looked from; none for the newest.
    pub fn last_day(&self) -> Option<Day> {
        self.at.map(AsOf::last_day)
    }

    /// The claims that states of things are computed from: what began before a period may still
    /// stand in it.
    pub fn begun(&self, atlas: &Atlas) -> ClaimSet {
        Self { from: None, ..self.clone() }.run(atlas).kept
    }

    /// The claims that the filter keeps.
    pub fn run(&self, atlas: &Atlas) -> Answer {
        let (mut kept, mut possible) = self.in_time(atlas);
        self.restrict(atlas, &mut kept, None);
        possible.intersect(&kept);
        Answer { kept, possible }
    }

    /// The claims that the filter would keep without one facet.
    pub(super) fn without(&self, atlas: &Atlas, facet: Facet) -> ClaimSet {
        let (mut kept, _) = self.in_time(atlas);
        self.restrict(atlas, &mut kept, Some(facet));
        kept
    }

    /// Takes away what a facet leaves out, but for one where it is named, and what is not within the limit.
    fn restrict(&self, atlas: &Atlas, kept: &mut ClaimSet, but: Option<Facet>) {
        for &facet in Facet::ALL.iter().filter(|&&facet| Some(facet) != but) {
            if let Some(set) = self.chosen(atlas, facet) {
                kept.intersect(&set);
            }
        }
        self.within.iter().for_each(|within| kept.intersect(within));
    }

    /// The union of a facet's chosen values; `None` where none is chosen, which filters nothing.
    fn chosen(&self, atlas: &Atlas, facet: Facet) -> Option<ClaimSet> {
        self.of(facet).fold(None, |set, value| {
            let mut set = set.unwrap_or_else(|| ClaimSet::none(atlas.claims().len()));
            set.unite(value.claims(atlas));
            Some(set)
        })
    }

    /// What had begun by the date, or was so in the period, certainly or possibly, and which of it
    /// only possibly.
    fn in_time(&self, atlas: &Atlas) -> (ClaimSet, ClaimSet) {
        let count = atlas.claims().len();
        let mut possible = ClaimSet::none(count);
        if self.is_timeless() {
            return (atlas.index().all().clone(), possible);
        }
        let mut kept = ClaimSet::none(count);
        let (first, last) = (self.from.map(|from| from.first_day()), self.last_day());
        for (id, claim) in atlas.claims() {
            let begun = last.map_or(Certainty::Certainly, |day| time::begun(claim, day));
            let reaches = first.map_or(Certainty::Certainly, |day| time::reaches(claim, day));
            match begun.min(reaches) {
                Certainty::No => continue,
                Certainty::Possibly if self.certain => continue,
                Certainty::Possibly => possible.insert(id),
                Certainty::Certainly => {}
            }
            kept.insert(id);
        }
        (kept, possible)
    }
}

/// What a filter keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The claims.
    pub kept: ClaimSet,
    /// Those of them that answer the date only with "possibly".
    pub possible: ClaimSet,
}
