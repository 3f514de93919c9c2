//! One document against another: which of the two tells what a mark, a row or a stance rests on.
//!
//! The rule. A document tells each claim that it makes, and each claim that one of its own claims supports or is
//! supported by ([`carriers`]). What rests on several claims is told by every document that tells at least one of them.
//! Two documents differ where a claim of one is recorded as contradicting a claim of the other. A view that shows one
//! code for several claims adds a second case: the two documents differ there if their codes do.

use super::carried::carriers;
use super::{Facet, FacetValue, Filter};
use crate::atlas::term::LinkKind;
use crate::atlas::{Atlas, ClaimId, ClaimSet, Link, SourceId};

/// How two accounts stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Neither says anything.
    Silent,
    /// The first alone speaks.
    FirstOnly,
    /// The second alone speaks.
    SecondOnly,
    /// Both speak, and no difference is coded or recorded.
    Both,
    /// Their codes differ, or a claim of one is recorded as contradicting one of the other.
    Differ,
}

impl Relation {
    /// All in which somebody speaks, in the order that the page shows.
    pub const TOLD: [Self; 4] = [Self::FirstOnly, Self::SecondOnly, Self::Both, Self::Differ];

    /// Of accounts of which some speak, and which differ or do not.
    pub fn of(first: bool, second: bool, differ: bool) -> Self {
        match (first, second) {
            _ if differ => Self::Differ,
            (true, true) => Self::Both,
            (true, false) => Self::FirstOnly,
            (false, true) => Self::SecondOnly,
            (false, false) => Self::Silent,
        }
    }

    /// As links and style sheets write it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::FirstOnly => "first-only",
            Self::SecondOnly => "second-only",
            Self::Both => "both",
            Self::Differ => "differ",
        }
    }

    /// Of several things together.
    pub fn join(all: impl IntoIterator<Item = Self>) -> Self {
        let (mut first, mut second, mut differ) = (false, false, false);
        for one in all {
            first |= matches!(one, Self::FirstOnly | Self::Both);
            second |= matches!(one, Self::SecondOnly | Self::Both);
            differ |= one == Self::Differ;
        }
        Self::of(first, second, differ)
    }
}

/// Two documents to set against each other, and what of it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The one.
    pub first: SourceId,
    /// The other.
    pub second: SourceId,
    /// Only what is told so; all where none.
    pub only: Option<Relation>,
}

impl Lens {
    /// Reads two documents' ids and what is shown, as `a~b` or `a~b~both`. `None` where these are not two documents of the
    /// atlas; behind them whatever names no relation is passed over.
    pub fn read(atlas: &Atlas, text: &str) -> Option<Self> {
        let mut parts = text.split('~');
        let mut source = || match Facet::Source.read(atlas, parts.next()?)? {
            FacetValue::Source(id) => Some(id),
            _ => None,
        };
        let (first, second) = (source()?, source()?);
        let slug = parts.next();
        let only = Relation::TOLD.into_iter().find(|own| Some(own.slug()) == slug);
        (first != second).then_some(Self { first, second, only })
    }

    /// As links write it.
    pub fn text(self, atlas: &Atlas) -> String {
        let [first, second] = [self.first, self.second].map(|id| atlas.source(id).slug);
        let only = self.only.map(|only| format!("~{}", only.slug()));
        format!("{first}~{second}{}", only.unwrap_or_default())
    }

    /// The same of everything that the two tell.
    pub fn of_all(self) -> Self {
        Self { only: None, ..self }
    }

    /// The same with the one in the other's place.
    pub fn turned(self) -> Self {
        Self { first: self.second, second: self.first, ..self }
    }

    /// A filter that keeps of the two documents' claims what another keeps.
    pub fn narrow(self, atlas: &Atlas, filter: &Filter) -> Filter {
        let mut both = atlas.index().source(self.first).clone();
        both.unite(atlas.index().source(self.second));
        filter.within(both)
    }

    /// Filters that keep each of the two alone.
    pub fn each(self, atlas: &Atlas, filter: &Filter) -> [Filter; 2] {
        [self.first, self.second].map(|source| filter.within(atlas.index().source(source).clone()))
    }
}

/// What each of two documents tells, claim by claim.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Which two.
    pub lens: Lens,
    first: ClaimSet,
    second: ClaimSet,
    /// Claims of one that a claim of the other contradicts.
    differ: ClaimSet,
}

impl Compared {
    /// What the two documents of a lens tell.
    pub fn of(atlas: &Atlas, lens: Lens) -> Self {
        let none = || ClaimSet::none(atlas.claims().len());
        let mut compared = Self { lens, first: none(), second: none(), differ: none() };
        for ((id, _), carriers) in atlas.claims().zip(carriers(atlas)) {
            for (source, told) in
                [(lens.first, &mut compared.first), (lens.second, &mut compared.second)]
            {
                if carriers.contains(&source) {
                    told.insert(id);
                }
            }
        }
        for (_, link) in atlas.links().filter(|(_, link)| link.kind == LinkKind::Contradicts) {
            if compared.is_across(atlas, link) {
                compared.differ.insert(link.from);
                compared.differ.insert(link.to);
            }
        }
        compared
    }

    /// Whether a tie is of a claim of the one and a claim of the other.
    pub fn is_across(&self, atlas: &Atlas, link: &Link) -> bool {
        let of = |claim: ClaimId, source| atlas.claim(claim).sources.contains(&source);
        let across = |one, other| of(link.from, one) && of(link.to, other);
        let Lens { first, second, .. } = self.lens;
        across(first, second) || across(second, first)
    }

    /// How the two stand to each other in what rests on the given claims.
    pub fn relation(&self, claims: impl IntoIterator<Item = ClaimId>) -> Relation {
        let one = |id: ClaimId| {
            let [first, second, differ] =
                [&self.first, &self.second, &self.differ].map(|set| set.contains(id));
            Relation::of(first, second, differ)
        };
        Relation::join(claims.into_iter().map(one))
    }

    /// The claims of the two documents that a filter keeps; of what is asked for only.
    pub fn kept(&self, atlas: &Atlas, filter: &Filter) -> ClaimSet {
        let kept = self.lens.narrow(atlas, filter).run(atlas).kept;
        let Some(only) = self.lens.only else { return kept };
        let mut own = ClaimSet::none(atlas.claims().len());
        kept.iter().filter(|&id| self.relation([id]) == only).for_each(|id| own.insert(id));
        own
    }

    /// How many claims of a set are told how, in the order of [`Relation::TOLD`].
    pub fn counts(&self, claims: &ClaimSet) -> [usize; 4] {
        counts(claims.iter().map(|id| self.relation([id])))
    }
}

/// How many are told how, in the order of [`Relation::TOLD`].
pub fn counts(all: impl IntoIterator<Item = Relation>) -> [usize; 4] {
    let mut counts = [0; 4];
    for one in all {
        let own = Relation::TOLD.iter().zip(&mut counts).find(|(told, _)| **told == one);
        own.into_iter().for_each(|(_, count)| *count += 1);
    }
    counts
}
