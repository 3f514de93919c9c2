//! Facets: the dimensions that a filter has, and what each value would keep.

use super::filter::Filter;
use crate::atlas::{ActorId, Atlas, CategoryId, ClaimSet, SourceId};
use crate::dataset::term::Kind;

/// One dimension of the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Russia, China, the United States.
    Power,
    /// The five states.
    State,
    /// The codebook's categories.
    Category,
    /// What sort of statement.
    Kind,
    /// Which document.
    Source,
}

/// One value of one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is a value of the facet of its own name")]
pub enum FacetValue {
    Power(ActorId),
    State(ActorId),
    Category(CategoryId),
    Kind(Kind),
    Source(SourceId),
}

/// A value and how many claims it would keep under the other facets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The value.
    pub value: FacetValue,
    /// How many claims.
    pub claims: usize,
}

impl Facet {
    /// Every facet, in the order of the filter bar.
    pub const ALL: &'static [Self] =
        &[Self::Power, Self::State, Self::Category, Self::Kind, Self::Source];

    /// The facet's key in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Power => "power",
            Self::State => "state",
            Self::Category => "category",
            Self::Kind => "kind",
            Self::Source => "source",
        }
    }

    /// The facet's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Power => "Power",
            Self::State => "State",
            Self::Category => "Category",
            Self::Kind => "Kind",
            Self::Source => "Source",
        }
    }

    /// Every value that some claim has, in the atlas's order.
    pub fn values(self, atlas: &Atlas) -> Vec<FacetValue> {
        let values: Vec<FacetValue> = match self {
            Self::Power => atlas.powers().iter().copied().map(FacetValue::Power).collect(),
            Self::State => atlas.states().iter().copied().map(FacetValue::State).collect(),
            Self::Category => atlas.categories().map(|(id, _)| FacetValue::Category(id)).collect(),
            Self::Kind => Kind::ALL.iter().copied().map(FacetValue::Kind).collect(),
            Self::Source => atlas.sources().map(|(id, _)| FacetValue::Source(id)).collect(),
        };
        values.into_iter().filter(|value| !value.claims(atlas).is_empty()).collect()
    }

    /// Reads a value as links write it.
    pub fn read(self, atlas: &Atlas, slug: &str) -> Option<FacetValue> {
        self.values(atlas).into_iter().find(|value| value.slug(atlas) == slug)
    }

    /// What each value would keep, were it alone chosen in this facet.
    pub fn tallies(self, atlas: &Atlas, filter: &Filter) -> Vec<Tally> {
        let others = filter.without(atlas, self);
        let tally =
            |value: FacetValue| Tally { value, claims: value.claims(atlas).len_with(&others) };
        self.values(atlas).into_iter().map(tally).collect()
    }
}

impl FacetValue {
    /// The facet that it is a value of.
    pub fn facet(self) -> Facet {
        match self {
            Self::Power(_) => Facet::Power,
            Self::State(_) => Facet::State,
            Self::Category(_) => Facet::Category,
            Self::Kind(_) => Facet::Kind,
            Self::Source(_) => Facet::Source,
        }
    }

    /// The value as links write it.
    pub fn slug(self, atlas: &Atlas) -> &'static str {
        match self {
            Self::Power(id) | Self::State(id) => atlas.actor(id).slug,
            Self::Category(id) => atlas.category(id).slug,
            Self::Kind(kind) => kind.id(),
            Self::Source(id) => atlas.source(id).slug,
        }
    }

    /// The value as a reader sees it.
    pub fn name(self, atlas: &Atlas) -> &'static str {
        match self {
            Self::Power(id) | Self::State(id) => atlas.actor(id).name,
            Self::Category(id) => atlas.category(id).name,
            Self::Kind(kind) => kind.words(),
            Self::Source(id) => atlas.source(id).title,
        }
    }

    /// The claims that have it.
    pub fn claims(self, atlas: &Atlas) -> &ClaimSet {
        match self {
            Self::Power(id) | Self::State(id) => atlas.index().actor(id),
            Self::Category(id) => atlas.index().category(id),
            Self::Kind(kind) => atlas.index().kind(kind),
            Self::Source(id) => atlas.index().source(id),
        }
    }
}
