//! The dataset as the program sees it: immutable, indexed, ids that cannot be mixed up.

pub mod dyad;
pub mod index;
pub mod set;
pub mod spoken;
pub mod texts;

pub use crate::dataset::code::Code;
pub use crate::dataset::id::{
    ActorId, CategoryId, ClaimId, IssueId, PlaceId, ReferenceId, RouteId, SourceId,
};
pub use crate::dataset::pack::{
    Actor, ActorText, Category, CategoryText, Cite, Claim, ClaimText, Day, FAR_FUTURE, FAR_PAST,
    Issue, Link, PackedCode, Paragraph, Place, PlaceText, Precision, Quantity, Reference, Release,
    Route, Source, SourceText, Tour, When, Withdrawal, YEARS, day_from_civil, year_of,
};
pub use crate::dataset::term;
pub use dyad::Dyad;
pub use index::Index;
pub use set::ClaimSet;
pub use texts::{TEXTS_FILE, Texts};

use crate::dataset::known::{POWERS, STATES};
use crate::dataset::pack::{Pack, claim_key};
pub use crate::geo::LonLat;
use crate::words::Words;

/// The dataset and its indexes. Built once, never changed.
pub struct Atlas {
    pack: Pack<'static>,
    index: Index,
    states: Vec<ActorId>,
    powers: Vec<ActorId>,
    words: Words,
    /// The English names of actors and of places, where the atlas speaks another language.
    english: (Vec<&'static str>, Vec<&'static str>),
}

macro_rules! lists {
    ($($(#[$doc:meta])* $one:ident, $many:ident: $record:ident by $id:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Panics
        ///
        /// Never for an id that this atlas gave: ids are made here only.
        pub fn $one(&self, id: $id) -> &$record<'static> {
            &self.pack.$many[id.index()]
        }

        /// All of them, each with its id.
        pub fn $many(&self) -> impl ExactSizeIterator<Item = ($id, &$record<'static>)> {
            self.pack.$many.iter().enumerate().map(|(at, record)| ($id::at(at), record))
        }
    )*};
}

macro_rules! named {
    ($($(#[$doc:meta])* $named:ident in $many:ident: $id:ident;)*) => {$(
        $(#[$doc])*
        pub fn $named(&self, slug: &str) -> Option<$id> {
            self.pack.$many.iter().position(|record| record.slug == slug).map($id::at)
        }
    )*};
}

impl Atlas {
    /// The dataset that the build embedded.
    ///
    /// # Panics
    ///
    /// Never: our own build wrote the bytes.
    pub fn embedded() -> Self {
        let atlas = Self::read(Self::packed()).expect("the build wrote these bytes");
        #[cfg(not(target_arch = "wasm32"))]
        let atlas = atlas.knowing(&Texts::embedded());
        atlas
    }

    /// The bytes that the build embedded.
    pub fn packed() -> &'static [u8] {
        include_bytes!(concat!(env!("OUT_DIR"), "/atlas.pack"))
    }

    /// Reads packed bytes; `None` where they are damaged.
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok().map(Self::new)
    }

    /// The claim of an id.
    pub fn claim_named(&self, slug: &str) -> Option<ClaimId> {
        let key = claim_key(slug, self.pack.key_bits);
        let found = self.pack.keys.iter().position(|own| *own == key)?;
        // Where the ids have not come yet, the key is all there is to go by.
        let own = self.pack.claims.get(found)?.slug();
        (own.is_empty() || own == slug).then(|| ClaimId::at(found))
    }

    /// Takes the ids of claims as they come after the first picture, in the claims' order; those that are known
    /// stay.
    pub fn name_claims(&self, names: impl Iterator<Item = &'static str>) {
        for (claim, name) in self.pack.claims.iter().zip(names) {
            // Known already: nothing to do.
            let _ = claim.name.set(name);
        }
    }

    /// The atlas with what the first view does without. Its names are English: another language is given afterwards.
    pub fn knowing(mut self, texts: &Texts) -> Self {
        self.pack.take_in(&texts.pack);
        self.index.tie(&self.pack.links, self.pack.claims.len());
        self
    }

    /// An atlas of a packed dataset.
    pub fn new(pack: Pack<'static>) -> Self {
        let find = |slugs: &[&str]| -> Vec<ActorId> {
            let position = |slug: &&str| pack.actors.iter().position(|actor| actor.slug == *slug);
            slugs.iter().filter_map(position).map(ActorId::at).collect()
        };
        let (states, powers) = (find(&STATES), find(&POWERS));
        let index = Index::of(&pack);
        Self { pack, index, states, powers, words: Words::default(), english: Default::default() }
    }

    /// The release.
    pub fn version(&self) -> &'static str {
        self.pack.version
    }

    /// The five states.
    pub fn states(&self) -> &[ActorId] {
        &self.states
    }

    /// Central Asia as a whole, which is named where all five are meant; `None` where the dataset has no such actor.
    pub fn region(&self) -> Option<ActorId> {
        self.actor_named("CA")
    }

    /// The powers.
    pub fn powers(&self) -> &[ActorId] {
        &self.powers
    }

    /// Every pair of a power and a state, powers first in order.
    pub fn dyads(&self) -> impl Iterator<Item = Dyad> {
        self.powers
            .iter()
            .flat_map(|&power| self.states.iter().map(move |&state| Dyad { state, power }))
    }

    /// Which claims speak of what.
    pub fn index(&self) -> &Index {
        &self.index
    }

    lists! {
        /// A claim.
        claim, claims: Claim by ClaimId;
        /// An actor.
        actor, actors: Actor by ActorId;
        /// A place.
        place, places: Place by PlaceId;
        /// A category.
        category, categories: Category by CategoryId;
        /// A route.
        route, routes: Route by RouteId;
        /// A document.
        source, sources: Source by SourceId;
        /// An issue on which parties hold positions.
        issue, issues: Issue by IssueId;
    }

    named! {
        /// The actor of an id as files and links write it.
        actor_named in actors: ActorId;
        /// The place of an id.
        place_named in places: PlaceId;
        /// The category of an id.
        category_named in categories: CategoryId;
        /// The route of an id.
        route_named in routes: RouteId;
        /// The document of an id.
        source_named in sources: SourceId;
        /// The issue of an id.
        issue_named in issues: IssueId;
    }

    /// The cited work of an id.
    pub fn reference_named(&self, slug: &str) -> Option<ReferenceId> {
        self.pack.references.iter().position(|own| *own == slug).map(ReferenceId::at)
    }

    /// The ids of cited works as links write them, each with its number.
    pub fn references(&self) -> impl ExactSizeIterator<Item = (ReferenceId, &'static str)> {
        self.pack.references.iter().enumerate().map(|(at, slug)| (ReferenceId::at(at), *slug))
    }

    /// The id of a cited work as links write it.
    pub fn reference(&self, id: ReferenceId) -> &'static str {
        self.pack.references[id.index()]
    }

    /// Every tie between claims, each with its position.
    pub fn links(&self) -> impl ExactSizeIterator<Item = (usize, &Link)> {
        self.pack.links.iter().enumerate()
    }

    /// Ties that a claim has with others: the tie's position, the tie, the claim at the other end.
    pub fn links_of(&self, claim: ClaimId) -> impl Iterator<Item = (usize, &Link, ClaimId)> {
        self.index.ties(claim).filter_map(move |at| {
            let link = self.pack.links.get(at)?;
            Some((at, link, if link.from == claim { link.to } else { link.from }))
        })
    }

    /// Where a place lies.
    pub fn position(&self, place: PlaceId) -> LonLat {
        let place = self.place(place);
        LonLat::new(f64::from(place.lon_e5) / 1e5, f64::from(place.lat_e5) / 1e5)
    }
}
