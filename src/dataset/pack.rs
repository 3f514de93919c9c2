//! The packed form: what bake writes, what the page embeds. Read in place, without copying text.

mod key;
mod late;
mod texts;
mod when;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

pub use key::{claim_key, fnv1a};
pub use texts::Texts;
pub use when::{Day, FAR_FUTURE, FAR_PAST, Precision, When, YEARS, day_from_civil, year_of};

use super::code::Code;
use super::id::{ActorId, CategoryId, ClaimId, IssueId, PlaceId, ReferenceId, SourceId};
use super::term::{
    ActorKind, Group, IssueGroup, Kind, LinkKind, PlaceKind, Qualifier, ReferenceKind, Role,
    RouteKind,
};

/// A code that names actors, places and issues by number.
pub type PackedCode<'a> = Code<ActorId, PlaceId, IssueId, &'a str>;

macro_rules! packed {
    ($($(#[$doc:meta])* $name:ident$(<$life:lifetime>)? {
        $($(#[$field_doc:meta])* $field:ident: $ty:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct $name$(<$life>)? { $($(#[$field_doc])* pub $field: $ty,)* }
    )*};
}

packed! {
    /// An actor.
    Actor<'a> {
        /// The id that files and links use.
        slug: &'a str,
        /// What sort of actor.
        kind: ActorKind,
        /// Its name.
        name: &'a str,
        /// The seat of its government or office.
        seat: Option<PlaceId>,
    }
    /// A place.
    Place<'a> {
        /// The id that files and links use.
        slug: &'a str,
        /// Its name.
        name: &'a str,
        /// Degrees east, in hundred-thousandths.
        lon_e5: i32,
        /// Degrees north, in hundred-thousandths.
        lat_e5: i32,
        /// How far off the point may be, in tenths of a kilometre.
        precision_hm: u16,
        /// What sort of place.
        kind: PlaceKind,
        /// The state it lies in, where that state is an actor.
        country: Option<ActorId>,
    }
    /// An entry of the codebook.
    Category<'a> {
        /// The id that files and links use.
        slug: &'a str,
        /// The group it belongs to.
        group: Group,
        /// Its name.
        name: &'a str,
    }
    /// An issue.
    Issue<'a> {
        /// The id that files and links use.
        slug: &'a str,
        /// How it is grouped.
        group: IssueGroup,
        /// Its name.
        name: &'a str,
    }
    /// What else an actor is called.
    ActorText<'a> {
        /// Its name in Russian.
        name_ru: Option<&'a str>,
        /// Other spellings and former names.
        #[serde(borrow)]
        aliases: Vec<&'a str>,
        /// Short forms, in any script.
        #[serde(borrow)]
        acronyms: Vec<&'a str>,
    }
    /// What else a place is called.
    PlaceText<'a> {
        /// Its name in Russian.
        name_ru: Option<&'a str>,
        /// Other spellings and former names.
        #[serde(borrow)]
        aliases: Vec<&'a str>,
    }
    /// A document.
    Source<'a> {
        /// The id that files and links use.
        slug: &'a str,
        /// Its title.
        title: &'a str,
        /// Its authors, as one text.
        authors: &'a str,
        /// Its year, or `undated`.
        year: &'a str,
        /// The last day that it can speak of.
        horizon: Day,
        /// The horizon as the record writes it.
        horizon_text: &'a str,
        /// The actors that it set out to cover.
        scope_actors: Vec<ActorId>,
        /// The categories that it set out to cover.
        scope_categories: Vec<CategoryId>,
    }
    /// What a document's own page tells beyond its record.
    SourceText<'a> {
        /// Who wrote it, each apart.
        #[serde(borrow)]
        authors: Vec<&'a str>,
        /// Its publisher.
        publisher: Option<&'a str>,
        /// Its DOI.
        doi: Option<&'a str>,
        /// Where it is found: a DOI's address, or the first given that a browser can open.
        url: Option<&'a str>,
        /// Its licence.
        licence: Option<&'a str>,
        /// Why its year is inferred or missing.
        year_note: Option<&'a str>,
        /// Who speaks.
        vantage: &'a str,
        /// What it leaves out.
        silences: &'a str,
        /// The years that it set out to cover, EDTF.
        years: &'a str,
    }
    /// A cited work.
    Reference<'a> {
        /// The document that cites it.
        source: SourceId,
        /// The note's number.
        note: Option<u16>,
        /// Author, title, outlet and date as one line.
        text: &'a str,
        /// Who wrote it, each apart.
        #[serde(borrow)]
        authors: Vec<&'a str>,
        /// Its title.
        title: Option<&'a str>,
        /// Where it appeared.
        outlet: Option<&'a str>,
        /// When, EDTF.
        date: Option<&'a str>,
        /// When the document's authors looked it up, EDTF.
        accessed: Option<&'a str>,
        /// Where it is found.
        url: Option<&'a str>,
        /// BCP 47.
        language: Option<&'a str>,
        /// What sort of work.
        kind: ReferenceKind,
    }
    /// A paragraph of a document, as readers cite it.
    Paragraph<'a> {
        /// The section's number, or `notes`.
        section: &'a str,
        /// The section's heading.
        heading: &'a str,
        /// Its number within the section.
        number: u16,
    }
    /// A citation.
    Cite<'a> {
        /// The document.
        source: SourceId,
        /// The paragraphs that the lines belong to, as positions in [`Texts::paragraphs`].
        paragraphs: Vec<u16>,
        /// Every line.
        lines: Vec<u32>,
        /// The document's note numbers.
        footnotes: Vec<u16>,
        /// The works in those notes.
        references: Vec<ReferenceId>,
        /// Names and figures in those lines.
        #[serde(borrow)]
        terms: Vec<&'a str>,
    }
    /// A figure.
    Quantity<'a> {
        /// What is counted.
        what: &'a str,
        /// The figure, or the lower of two.
        value: f64,
        /// The higher of two.
        max: Option<f64>,
        /// How exactly.
        qualifier: Qualifier,
        /// In what.
        unit: &'a str,
        /// Per what.
        per: Option<&'a str>,
        /// When, EDTF.
        at: Option<&'a str>,
    }
    /// A claim.
    Claim<'a> {
        /// Its id, once that is known; until [`Texts::names`] have come, [`Pack::keys`] stand for it.
        #[serde(skip)]
        name: OnceLock<&'a str>,
        /// Its category.
        category: CategoryId,
        /// Other categories.
        tags: Vec<CategoryId>,
        /// What sort of statement.
        kind: Kind,
        /// Who, in what part.
        parties: Vec<(ActorId, Role)>,
        /// Its date, once that is known, as the id is.
        #[serde(skip)]
        date: OnceLock<&'a str>,
        /// The date as bounds.
        when: Option<When>,
        /// Where.
        places: Vec<PlaceId>,
        /// The code.
        #[serde(borrow)]
        code: Option<PackedCode<'a>>,
        /// Whose view is reported; the author's where none.
        voice: Option<ActorId>,
        /// Which documents say it.
        sources: Vec<SourceId>,
        /// What a position speaks to.
        issue: Option<IssueId>,
        /// 3 to 1.
        weight: u8,
        /// The document states that something is not so.
        absence: bool,
        /// The curator has something to say of it.
        noted: bool,
    }
    /// A claim in words: what lists and its own card tell.
    ClaimText<'a> {
        /// One sentence.
        summary: &'a str,
        /// The date as the file writes it, EDTF.
        date: Option<&'a str>,
        /// One paragraph more.
        detail: Option<&'a str>,
        /// Figures.
        #[serde(borrow)]
        quantities: Vec<Quantity<'a>>,
        /// Where the documents say it.
        #[serde(borrow)]
        cites: Vec<Cite<'a>>,
        /// The curator's caution.
        note: Option<&'a str>,
        /// The release that brought it, as a position in [`Texts::releases`]; 0 where nobody keeps a ledger.
        release: u8,
    }
    /// A release of the dataset, as the ledger has it.
    Release<'a> {
        /// Three numbers.
        version: &'a str,
        /// The claims of earlier releases that it mended, and what was wrong with each.
        #[serde(borrow)]
        corrected: Vec<(ClaimId, &'a str)>,
        /// The claims that it took away.
        #[serde(borrow)]
        withdrawn: Vec<Withdrawal<'a>>,
    }
    /// A claim that is no more.
    Withdrawal<'a> {
        /// The id that it had.
        slug: &'a str,
        /// Why it went.
        reason: &'a str,
        /// The claim that says it better.
        instead: Option<ClaimId>,
        /// The release that had brought it, as a position in [`Texts::releases`].
        release: u8,
    }
    /// A schematic line through places.
    Route<'a> {
        /// The id that files and links use.
        slug: &'a str,
        /// Its name.
        name: &'a str,
        /// What it carries.
        kind: RouteKind,
        /// Where it leads, in order.
        via: Vec<PlaceId>,
        /// The claims that it is drawn from.
        claims: Vec<ClaimId>,
        /// Since when, or when, as bounds.
        when: Option<When>,
    }
    /// What the codebook says of a category.
    CategoryText<'a> {
        /// What it is.
        definition: &'a str,
        /// What belongs.
        include: &'a str,
        /// What does not.
        exclude: &'a str,
        /// Claims that show it.
        examples: Vec<ClaimId>,
    }
    /// A guided story.
    Tour<'a> {
        /// The id that files and links use.
        slug: &'a str,
        /// Its title.
        title: &'a str,
        /// Its steps: a view as a query string, and what is to be seen there.
        #[serde(borrow)]
        steps: Vec<(&'a str, &'a str)>,
        /// The claims that it leans on.
        claims: Vec<ClaimId>,
    }
    /// A tie between two claims.
    Link {
        /// A claim.
        from: ClaimId,
        /// Another.
        to: ClaimId,
        /// How the first bears on the second.
        kind: LinkKind,
    }
}

/// What the first view needs: every claim, and all that it is filtered, counted and placed by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pack<'a> {
    /// The release.
    pub version: &'a str,
    /// Documents.
    #[serde(borrow)]
    pub sources: Vec<Source<'a>>,
    /// Actors.
    #[serde(borrow)]
    pub actors: Vec<Actor<'a>>,
    /// Places that claims or seats name, and towns to find the way by.
    #[serde(borrow)]
    pub places: Vec<Place<'a>>,
    /// The codebook, by group.
    #[serde(borrow)]
    pub categories: Vec<Category<'a>>,
    /// Issues.
    #[serde(borrow)]
    pub issues: Vec<Issue<'a>>,
    /// The ids of cited works, in the order of [`Texts::references`].
    #[serde(borrow)]
    pub references: Vec<&'a str>,
    /// How many bits of its hash a claim's key has, and how many lower ones are left out: as few as tell all
    /// claims apart.
    pub key_bits: (u8, u8),
    /// The [`claim_key`] of each claim.
    pub keys: Vec<u64>,
    /// Claims.
    #[serde(borrow)]
    pub claims: Vec<Claim<'a>>,
    /// Ties between claims: written are only those that say whether documents agree, until [`Texts::ties`] have
    /// come.
    #[serde(serialize_with = "late::agreement")]
    pub links: Vec<Link>,
    /// Routes, once [`Texts::routes`] have come.
    #[serde(skip)]
    pub routes: Vec<Route<'a>>,
}

impl Claim<'_> {
    /// Whether it states as a fact that what its category is about is not so or has not happened. What an author
    /// judges not to matter, or a party does not want, is no such fact.
    pub fn denies(&self) -> bool {
        self.absence && matches!(self.kind, Kind::Event | Kind::Status)
    }
}
