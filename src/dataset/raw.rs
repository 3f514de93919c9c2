//! One struct per JSON record, field for field as the contract (`data/README.md`) has it.
//!
//! Unknown fields are refused. The JSON Schemas that editors use are generated from these types.

mod folder;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

pub use folder::{Dataset, Filed};

use super::code::Code;
use super::term::{
    ActorKind, Group, IssueGroup, Kind, LinkKind, PlaceKind, Qualifier, ReferenceKind, Role,
    RouteKind,
};

/// A code that names actors, places and issues by their ids in the files.
pub type NamedCode = Code<String, String, String, String>;

/// Whether a browser may be led to an address.
pub fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$field_doc])* pub $field: $ty,)* }
    )*};
}

records! {
    /// One statement that a document makes.
    Claim {
        /// Kebab-case, unique, begins with the source's first word; never reused.
        id: String,
        /// An id of `categories.json`.
        category: String,
        /// Other categories that it also belongs to.
        #[serde(default)]
        tags: Vec<String>,
        /// What sort of statement it is.
        kind: Kind,
        /// Own words, one sentence, 280 characters at most.
        summary: String,
        /// One paragraph more, own words.
        detail: Option<String>,
        /// Who it is about, and in what part.
        actors: Vec<Party>,
        /// EDTF level 1; left out where the document gives none.
        date: Option<String>,
        /// Ids of `places.json`, in the order of importance.
        #[serde(default)]
        places: Vec<String>,
        /// The machine-readable part.
        code: Option<NamedCode>,
        /// Figures that the claim gives.
        #[serde(default)]
        quantities: Vec<Quantity>,
        /// `author`, or the actor whose view is reported.
        voice: String,
        /// Where the document says it.
        cites: Vec<Cite>,
        /// The id in `issues.json` that a position speaks to.
        issue: Option<String>,
        /// 3 expected by any reader, 2 solid detail, 1 minor.
        weight: u8,
        /// The curator's caution.
        note: Option<String>,
        /// True where the document states that something is not so or has not happened.
        #[serde(default)]
        absence: bool,
    }
    /// An actor's part in a claim.
    Party {
        /// An id of `actors.json`.
        id: String,
        /// The part.
        role: Role,
    }
    /// A figure.
    Quantity {
        /// What is counted.
        what: String,
        /// The figure, or the lower of two.
        value: f64,
        /// The higher of two, with the qualifier `between`.
        max: Option<f64>,
        /// How exactly it is given.
        qualifier: Qualifier,
        /// people, USD, km, percent, count ...
        unit: String,
        /// Per what: `year`.
        per: Option<String>,
        /// When it held, EDTF.
        at: Option<String>,
    }
    /// A place in a document.
    Cite {
        /// An id of `sources.json`.
        source: String,
        /// Every line number meant.
        lines: Vec<u32>,
        /// The document's note numbers.
        #[serde(default)]
        footnotes: Vec<u16>,
        /// Names and figures that must stand in those lines.
        terms: Vec<String>,
    }
    /// One of the documents.
    Source {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Who wrote it.
        authors: Vec<Author>,
        /// The year, or `undated`.
        year: String,
        /// Why the year is inferred or missing.
        year_note: Option<String>,
        /// The same in Russian.
        year_note_ru: Option<String>,
        /// Who published it.
        publisher: Option<String>,
        /// Where it is found.
        #[serde(default)]
        urls: Vec<String>,
        /// Its DOI.
        doi: Option<String>,
        /// Its URN.
        urn: Option<String>,
        /// Its licence, as the document states it.
        licence: Option<String>,
        /// The same in Russian.
        licence_ru: Option<String>,
        /// Who speaks, from where, paid by whom.
        vantage: String,
        /// The same in Russian.
        vantage_ru: Option<String>,
        /// What it leaves out.
        silences: String,
        /// The same in Russian.
        silences_ru: Option<String>,
        /// The last date that it can speak of, EDTF.
        horizon: String,
        /// What it set out to cover.
        scope: Scope,
    }
    /// An author of a document.
    Author {
        /// The name.
        name: String,
        /// The affiliation that the document gives.
        affiliation: Option<String>,
    }
    /// What a document set out to cover.
    Scope {
        /// Ids of `actors.json`.
        actors: Vec<String>,
        /// Ids of `categories.json`.
        categories: Vec<String>,
        /// EDTF interval.
        years: String,
    }
    /// A work that a document's notes or bibliography cite.
    Reference {
        /// Its id.
        id: String,
        /// The document that cites it.
        source: String,
        /// The note's number.
        note: Option<u16>,
        /// The lines where it stands.
        lines: Vec<u32>,
        /// Who wrote it.
        #[serde(default)]
        authors: Vec<String>,
        /// Its title.
        title: Option<String>,
        /// Where it appeared.
        outlet: Option<String>,
        /// When, EDTF.
        date: Option<String>,
        /// When the document's authors looked it up, EDTF.
        accessed: Option<String>,
        /// Where it is found.
        url: Option<String>,
        /// BCP 47.
        language: Option<String>,
        /// What sort of work it is.
        kind: ReferenceKind,
        /// The curator's caution.
        caution: Option<String>,
    }
    /// A state, an organisation, a group, a firm.
    Actor {
        /// ISO 3166 for states, else kebab-case or the usual acronym.
        id: String,
        /// What sort of actor it is.
        kind: ActorKind,
        /// Its name.
        name: String,
        /// Its name in Russian.
        name_ru: Option<String>,
        /// Other names.
        #[serde(default)]
        aliases: Vec<String>,
        /// Short forms.
        #[serde(default)]
        acronyms: Vec<String>,
        /// Where its government or office sits.
        seat: Option<String>,
    }
    /// A named place.
    Place {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// Its name in Russian.
        name_ru: Option<String>,
        /// Other spellings and former names.
        #[serde(default)]
        aliases: Vec<String>,
        /// Degrees east.
        lon: f64,
        /// Degrees north.
        lat: f64,
        /// How far the true place may be from the point.
        precision_km: f64,
        /// What sort of place it is.
        kind: PlaceKind,
        /// ISO 3166 code of the state that it lies in; left out for waters and lands of several.
        country: Option<String>,
        /// Where the coordinates come from.
        data: String,
    }
    /// A schematic line through places.
    Route {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// Its name in Russian.
        name_ru: Option<String>,
        /// What it carries.
        kind: RouteKind,
        /// Ids of `places.json`, in order.
        via: Vec<String>,
        /// The claims that it is drawn from.
        claims: Vec<String>,
        /// EDTF.
        date: Option<String>,
        /// Which of the places the documents name, and what the others stand for.
        note: Option<String>,
    }
    /// An entry of the codebook.
    Category {
        /// Its id.
        id: String,
        /// The group that it belongs to.
        group: Group,
        /// Its place in the codebook.
        order: u8,
        /// Its name.
        name: String,
        /// Its name in Russian.
        name_ru: Option<String>,
        /// What it is.
        definition: String,
        /// The same in Russian.
        definition_ru: Option<String>,
        /// What belongs.
        include: String,
        /// The same in Russian.
        include_ru: Option<String>,
        /// What does not.
        exclude: String,
        /// The same in Russian.
        exclude_ru: Option<String>,
        /// Two claims that show it.
        #[serde(default)]
        examples: Vec<String>,
    }
    /// An issue on which parties hold positions.
    Issue {
        /// Its id.
        id: String,
        /// Friction, shared concern or niche.
        group: IssueGroup,
        /// Its name.
        name: String,
        /// Its name in Russian.
        name_ru: Option<String>,
        /// What one may support or oppose.
        proposition: String,
        /// The same in Russian.
        proposition_ru: Option<String>,
    }
    /// A tie between two claims.
    Link {
        /// A claim.
        from: String,
        /// Another.
        to: String,
        /// How the first bears on the second.
        kind: LinkKind,
        /// One neutral sentence.
        note: Option<String>,
        /// Where a document says so; `causes` must have one.
        #[serde(default)]
        cites: Vec<Cite>,
    }
    /// A guided story.
    Tour {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Its title in Russian.
        title_ru: Option<String>,
        /// Its steps.
        steps: Vec<Step>,
        /// The claims that it leans on.
        claims: Vec<String>,
    }
    /// A step of a story.
    Step {
        /// The view, as a query string.
        link: String,
        /// What it shows.
        text: String,
        /// The same in Russian.
        text_ru: Option<String>,
    }
    /// The lines of one document.
    Lines {
        /// Lines that make up paragraphs.
        paragraphs: Vec<Paragraph>,
        /// Lines that gave no claim.
        #[serde(default)]
        excused: Vec<Excuse>,
    }
    /// A paragraph of a document.
    Paragraph {
        /// The section's number, or `notes`.
        section: String,
        /// The section's heading.
        heading: String,
        /// Its number within the section.
        paragraph: u16,
        /// Every line of it.
        lines: Vec<u32>,
    }
    /// Lines that gave no claim, and why.
    Excuse {
        /// Every line.
        lines: Vec<u32>,
        /// Why.
        reason: String,
    }
}

/// `locators.json`: the lines of every document.
pub type Locators = BTreeMap<String, Lines>;
