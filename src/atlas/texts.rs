//! What comes after the first picture: notes, citations, references, what documents say of
//! themselves.

use super::{
    ActorId, ActorText, CategoryId, CategoryText, ClaimId, ClaimText, IssueId, Paragraph, PlaceId,
    PlaceText, Reference, ReferenceId, Release, SourceId, SourceText, Tour,
};
use crate::dataset::pack;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The texts of the dataset. Immutable, like the atlas that they belong to.
pub struct Texts {
    pub(super) pack: pack::Texts<'static>,
}

impl Texts {
    /// The texts that the build made.
    ///
    /// # Panics
    ///
    /// Never: our own build wrote the bytes.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Self {
        Self::read(Self::packed()).expect("the build wrote these bytes")
    }

    /// The bytes that the build made.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn packed() -> &'static [u8] {
        include_bytes!(concat!(env!("OUT_DIR"), "/texts.pack"))
    }

    /// The ids of claims, in their order.
    pub fn names(&self) -> &[&'static str] {
        &self.pack.names
    }

    /// Reads the bytes of [`TEXTS_FILE`]; `None` where they are damaged.
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok().map(Self::new)
    }

    /// The texts of a packed dataset.
    pub fn new(pack: pack::Texts<'static>) -> Self {
        Self { pack }
    }

    /// A claim's detail, figures, citations and note.
    pub fn claim(&self, id: ClaimId) -> Option<&ClaimText<'static>> {
        self.pack.claims.get(id.index())
    }

    /// What a document says of itself.
    pub fn source(&self, id: SourceId) -> Option<&SourceText<'static>> {
        self.pack.sources.get(id.index())
    }

    /// What the codebook says of a category.
    pub fn category(&self, id: CategoryId) -> Option<&CategoryText<'static>> {
        self.pack.categories.get(id.index())
    }

    /// Guided stories.
    pub fn tours(&self) -> &[Tour<'static>] {
        &self.pack.tours
    }

    /// The ledger of releases, the oldest first.
    pub fn releases(&self) -> &[Release<'static>] {
        &self.pack.releases
    }

    /// What else an actor is called.
    pub fn actor(&self, id: ActorId) -> Option<&ActorText<'static>> {
        self.pack.actors.get(id.index())
    }

    /// What else a place is called.
    pub fn place(&self, id: PlaceId) -> Option<&PlaceText<'static>> {
        self.pack.places.get(id.index())
    }

    /// What one may support or oppose in an issue.
    pub fn proposition(&self, id: IssueId) -> Option<&'static str> {
        self.pack.propositions.get(id.index()).copied()
    }

    /// A cited work.
    pub fn reference(&self, id: ReferenceId) -> Option<&Reference<'static>> {
        self.pack.references.get(id.index())
    }

    /// The claims that cite the work, in their order.
    pub fn resting_on(&self, id: ReferenceId) -> impl Iterator<Item = ClaimId> {
        let rests = move |(at, claim): (usize, &ClaimText<'_>)| {
            let cited = claim.cites.iter().any(|cite| cite.references.contains(&id));
            cited.then(|| ClaimId::at(at))
        };
        self.pack.claims.iter().enumerate().filter_map(rests)
    }

    /// A paragraph, by its position in the list that citations count into.
    pub fn paragraph(&self, at: u16) -> Option<&Paragraph<'static>> {
        self.pack.paragraphs.get(usize::from(at))
    }

    /// What a tie says, by its position.
    pub fn link(&self, at: usize) -> Option<&'static str> {
        self.pack.links.get(at).copied().flatten()
    }

    /// The documents that a tie cites for itself, by its position: those that state it.
    pub fn stated(&self, at: usize) -> &[SourceId] {
        self.pack.stated.get(at).map(Vec::as_slice).unwrap_or_default()
    }
}
