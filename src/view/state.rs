//! Everything that a link reproduces, and nothing else.

use super::choice::Choices;
use crate::atlas::{ActorId, CategoryId, ClaimId, Dyad, IssueId, PlaceId, ReferenceId, RouteId};
use crate::geo::camera::Spot;
use crate::query::{Filter, Layers, Measure};
use crate::words::{Area, Word};

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
    ($($(#[$doc:meta])* $name:ident { $($(#[$default:ident])? $variant:ident = $slug:literal / $words:literal / $russian:literal,)* })*) => {$(
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

            /// Reads what links write.
            pub fn read(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.slug() == slug)
            }
        }

        impl Word for $name {
            const AREA: Area = Area::$name;
            const JOINED: &'static str = concat!($($words, "\u{1F}",)*);
            #[cfg(not(target_arch = "wasm32"))]
            const ENGLISH: &'static [&'static str] = &[$($words,)*];
            #[cfg(not(target_arch = "wasm32"))]
            const RUSSIAN: &'static [&'static str] = &[$($russian,)*];

            fn index(self) -> usize {
                self as usize
            }
        }
    )*};
}

words! {
    /// The pages.
    Tab {
        #[default] Overview = "overview" / "Overview" / "Обзор",
        Map = "map" / "Map" / "Карта",
        Matrix = "matrix" / "Matrix" / "Матрица",
        Timeline = "timeline" / "Timeline" / "Хронология",
        Positions = "positions" / "Positions" / "Позиции",
        Scenarios = "scenarios" / "Scenarios" / "Сценарии",
        Claims = "claims" / "Claims" / "Утверждения",
        Sources = "sources" / "Sources" / "Источники",
        Contents = "contents" / "Contents" / "Содержание",
        Organisations = "organisations" / "Organisations" / "Организации",
        Figures = "figures" / "Figures" / "Цифры",
        Tours = "tours" / "Tours" / "Сюжеты",
        Changes = "changes" / "Then and now" / "Тогда и сейчас",
        Compare = "compare" / "Compare" / "Сравнение",
        Codebook = "codebook" / "Codebook" / "Кодификатор",
        Collection = "collection" / "Collection" / "Подборка",
    }
    /// The sheets of the map: the same plane, in three frames.
    Sheet {
        #[default] Region = "region" / "Central Asia" / "Центральная Азия",
        Fergana = "fergana" / "Fergana Valley" / "Ферганская долина",
        Eurasia = "eurasia" / "Eurasia" / "Евразия",
    }
    /// Light or dark.
    Theme {
        #[default] System = "system" / "System default" / "Как в системе",
        Light = "light" / "Light" / "Светлая",
        Dark = "dark" / "Dark" / "Тёмная",
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
