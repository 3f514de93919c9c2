//! Facets: the dimensions that a filter has, and what each value would keep.

use super::filter::Filter;
use crate::atlas::{ActorId, Atlas, CategoryId, ClaimSet, IssueId, SourceId};
use crate::dataset::term::{AUTHOR, Kind};
use crate::order::most_first;
use crate::words::{Frame, speaks};

macro_rules! facets {
    ($($(#[$doc:meta])* $variant:ident = $key:literal,)*) => {
        /// One dimension of the filter.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Facet { $($(#[$doc])* $variant,)* }

        impl Facet {
            /// Every facet, in the order of the filter bar.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The facet's key in links.
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
        }
    };
}

facets! {
    /// Russia, China, the United States.
    Power = "power",
    /// The five states.
    State = "state",
    /// The codebook's categories.
    Category = "category",
    /// What sort of statement.
    Kind = "kind",
    /// Which document.
    Source = "source",
    /// Parties other than the powers and the five states.
    Actor = "actor",
    /// Whose view it is: the authors' own, or one that they report.
    Voice = "voice",
    /// What a position speaks to.
    Issue = "issue",
    /// What a careful reader looks for: disagreements, the curator's notes.
    Only = "only",
}

/// What a claim may be kept for alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Only {
    /// Another claim contradicts it, or it another.
    Disputed,
    /// The curator has something to say of it.
    Noted,
    /// Two documents or more carry its fact.
    Carried,
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
    Actor(ActorId),
    /// The authors' own voice where none.
    Voice(Option<ActorId>),
    Issue(IssueId),
    Only(Only),
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
    /// Whether it stands under "More filters" in the filter bar.
    pub fn is_secondary(self) -> bool {
        matches!(self, Self::Actor | Self::Voice | Self::Issue | Self::Only)
    }

    /// Every value that some claim has, in the atlas's order; of the long lists those of most claims first.
    pub fn values(self, atlas: &Atlas) -> Vec<FacetValue> {
        let values: Vec<FacetValue> = match self {
            Self::Power => atlas.powers().iter().copied().map(FacetValue::Power).collect(),
            Self::State => atlas.states().iter().copied().map(FacetValue::State).collect(),
            Self::Category => atlas.categories().map(|(id, _)| FacetValue::Category(id)).collect(),
            Self::Kind => Kind::ALL.iter().copied().map(FacetValue::Kind).collect(),
            Self::Source => atlas.sources().map(|(id, _)| FacetValue::Source(id)).collect(),
            Self::Actor => {
                let own =
                    |id: &ActorId| !atlas.states().contains(id) && !atlas.powers().contains(id);
                atlas.actors().map(|(id, _)| id).filter(own).map(FacetValue::Actor).collect()
            }
            Self::Voice => {
                let reported = atlas.actors().map(|(id, _)| FacetValue::Voice(Some(id)));
                std::iter::once(FacetValue::Voice(None)).chain(reported).collect()
            }
            Self::Issue => atlas.issues().map(|(id, _)| FacetValue::Issue(id)).collect(),
            Self::Only => {
                [Only::Disputed, Only::Noted, Only::Carried].map(FacetValue::Only).to_vec()
            }
        };
        let mut values: Vec<FacetValue> =
            values.into_iter().filter(|value| !value.claims(atlas).is_empty()).collect();
        if matches!(self, Self::Actor | Self::Voice | Self::Issue) {
            let claims = |value: &FacetValue| value.claims(atlas).len() as u64;
            let order = most_first(values.iter().map(claims));
            values = order.into_iter().filter_map(|at| values.get(at).copied()).collect();
        }
        values
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

speaks! {
    Facet as Facet {
        Power: "Power", "Держава";
        State: "State", "Государство";
        Category: "Category", "Категория";
        Kind: "Kind", "Вид";
        Source: "Source", "Источник";
        Actor: "Other actor", "Другой участник";
        Voice: "Whose view", "Чьи слова";
        Issue: "Issue", "Вопрос";
        Only: "Only", "Только";
    }
}

speaks! {
    Only as Only {
        Disputed: "Disputed", "С расхождениями";
        Noted: "With a curator’s note", "С примечанием составителя";
        Carried: "In two or more documents", "В двух источниках или больше";
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
            Self::Actor(_) => Facet::Actor,
            Self::Voice(_) => Facet::Voice,
            Self::Issue(_) => Facet::Issue,
            Self::Only(_) => Facet::Only,
        }
    }

    /// The value as links write it.
    pub fn slug(self, atlas: &Atlas) -> &'static str {
        match self {
            Self::Power(id) | Self::State(id) | Self::Actor(id) | Self::Voice(Some(id)) => {
                atlas.actor(id).slug
            }
            Self::Voice(None) => AUTHOR,
            Self::Issue(id) => atlas.issue(id).slug,
            Self::Only(Only::Disputed) => "disputed",
            Self::Only(Only::Noted) => "noted",
            Self::Only(Only::Carried) => "carried",
            Self::Category(id) => atlas.category(id).slug,
            Self::Kind(kind) => kind.id(),
            Self::Source(id) => atlas.source(id).slug,
        }
    }

    /// The value as a reader sees it.
    pub fn name(self, atlas: &Atlas) -> &'static str {
        match self {
            Self::Power(id) | Self::State(id) | Self::Actor(id) | Self::Voice(Some(id)) => {
                atlas.actor(id).name
            }
            Self::Voice(None) => atlas.say(Frame::Authors),
            Self::Issue(id) => atlas.issue(id).name,
            Self::Only(only) => atlas.say(only),
            Self::Category(id) => atlas.category(id).name,
            Self::Kind(kind) => atlas.say(kind),
            Self::Source(id) => atlas.source(id).title,
        }
    }

    /// The claims that have it.
    pub fn claims(self, atlas: &Atlas) -> &ClaimSet {
        match self {
            Self::Power(id) | Self::State(id) | Self::Actor(id) => atlas.index().actor(id),
            Self::Voice(voice) => atlas.index().voice(voice),
            Self::Issue(id) => atlas.index().issue(id),
            Self::Only(Only::Disputed) => atlas.index().disputed(),
            Self::Only(Only::Noted) => atlas.index().noted(),
            Self::Only(Only::Carried) => atlas.index().carried(),
            Self::Category(id) => atlas.index().category(id),
            Self::Kind(kind) => atlas.index().kind(kind),
            Self::Source(id) => atlas.index().source(id),
        }
    }
}
