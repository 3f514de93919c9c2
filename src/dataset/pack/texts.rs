//! What comes after the first picture.

use serde::{Deserialize, Serialize};

use super::{
    ActorText, CategoryText, ClaimText, Link, Paragraph, PlaceText, Reference, Release, Route,
    SourceId, SourceText, Tour,
};

/// What lists, cards and a document's own page say in words; it comes after the first picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Texts<'a> {
    /// The ids of claims, in the order of [`super::Pack::claims`].
    #[serde(borrow)]
    pub names: Vec<&'a str>,
    /// One a document, in the order of [`super::Pack::sources`].
    #[serde(borrow)]
    pub sources: Vec<SourceText<'a>>,
    /// Cited works.
    #[serde(borrow)]
    pub references: Vec<Reference<'a>>,
    /// Paragraphs of all documents.
    #[serde(borrow)]
    pub paragraphs: Vec<Paragraph<'a>>,
    /// One a category, in the order of [`super::Pack::categories`].
    #[serde(borrow)]
    pub categories: Vec<CategoryText<'a>>,
    /// What one may support or oppose, in the order of [`super::Pack::issues`].
    #[serde(borrow)]
    pub propositions: Vec<&'a str>,
    /// One an actor, in the order of [`super::Pack::actors`].
    #[serde(borrow)]
    pub actors: Vec<ActorText<'a>>,
    /// One a place, in the order of [`super::Pack::places`].
    #[serde(borrow)]
    pub places: Vec<PlaceText<'a>>,
    /// One a claim, in the order of [`super::Pack::claims`].
    #[serde(borrow)]
    pub claims: Vec<ClaimText<'a>>,
    /// Every tie between claims.
    pub ties: Vec<Link>,
    /// Routes.
    #[serde(borrow)]
    pub routes: Vec<Route<'a>>,
    /// What each tie says, in their order.
    #[serde(borrow)]
    pub links: Vec<Option<&'a str>>,
    /// The documents that each tie cites for itself, in the order of ties, sorted.
    pub stated: Vec<Vec<SourceId>>,
    /// Guided stories.
    #[serde(borrow)]
    pub tours: Vec<Tour<'a>>,
    /// The ledger of releases, the oldest first.
    #[serde(borrow)]
    pub releases: Vec<Release<'a>>,
}
