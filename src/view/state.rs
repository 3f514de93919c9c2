//! Everything that a link reproduces, and nothing else.

use super::choice::Choices;
use crate::atlas::{ActorId, CategoryId, ClaimId, Dyad, IssueId, PlaceId, ReferenceId, RouteId};
use crate::geo::camera::Spot;
use crate::query::{Filter, Layers, Measure};

/// One view of the atlas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// Which page.
    pub tab: Tab,
    /// What is kept.
    pub filter: Filter,
    /// Which sheet the map has on the table.
    pub sheet: Sheet,
    /// Where the map looks; the sheet's whole frame where none.
    pub spot: Option<Spot>,
    /// What the map shows beside the plate.
    pub layers: Layers,
    /// What the states are shaded by.
    pub measure: Option<Measure>,
    /// What the detail panel tells of.
    pub selection: Option<Selection>,
    /// What is chosen on single pages.
    pub choices: Choices,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$default:ident])? $variant:ident = $slug:literal / $words:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $($(#[$default])? #[doc = $words] $variant,)*
        }

        impl $name {
            /// All of them, in the order that the page shows.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// As links write it.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)* }
            }

            /// As a reader sees it.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }

            /// Reads what links write.
            pub fn read(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.slug() == slug)
            }
        }
    )*};
}

words! {
    /// The pages.
    Tab {
        #[default] Overview = "overview" / "Overview",
        Map = "map" / "Map",
        Matrix = "matrix" / "Matrix",
        Timeline = "timeline" / "Timeline",
        Positions = "positions" / "Positions",
        Scenarios = "scenarios" / "Scenarios",
        Claims = "claims" / "Claims",
        Sources = "sources" / "Sources",
        Contents = "contents" / "Contents",
        Organisations = "organisations" / "Organisations",
        Figures = "figures" / "Figures",
        Tours = "tours" / "Tours",
        Changes = "changes" / "Then and now",
        Compare = "compare" / "Compare",
        Codebook = "codebook" / "Codebook",
        Collection = "collection" / "Collection",
    }
    /// The sheets of the map: the same plane, in three frames.
    Sheet {
        #[default] Region = "region" / "Central Asia",
        Fergana = "fergana" / "Fergana Valley",
        Eurasia = "eurasia" / "Eurasia",
    }
    /// Light or dark.
    Theme {
        #[default] System = "system" / "As the system has it",
        Light = "light" / "Light",
        Dark = "dark" / "Dark",
    }
}

impl Tab {
    /// Whether the page stands under "More" in the head of the page.
    pub fn is_secondary(self) -> bool {
        self as usize > Self::Sources as usize
    }
}

/// What the detail panel tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// A claim.
    Claim(ClaimId),
    /// A place and its claims.
    Place(PlaceId),
    /// An actor and its claims.
    Entity(ActorId),
    /// A route and the claims that it is drawn from.
    Route(RouteId),
    /// A state and a power, in one category or all.
    Dyad(Dyad, Option<CategoryId>),
    /// An issue and where the parties stand on it.
    Issue(IssueId),
    /// A cited work and the claims that rest on it.
    Reference(ReferenceId),
}
