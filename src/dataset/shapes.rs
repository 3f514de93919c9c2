//! The base map as the program embeds it: countries, waters and lines on an integer grid, every
//! shared arc stored once.
//!
//! Its `build` module makes it from a TopoJSON at build time; the page only reads it.

use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
pub mod build;
#[cfg(not(target_arch = "wasm32"))]
mod join;
#[cfg(not(target_arch = "wasm32"))]
mod outline;
#[cfg(not(target_arch = "wasm32"))]
mod select;
#[cfg(not(target_arch = "wasm32"))]
mod simplify;
#[cfg(not(target_arch = "wasm32"))]
pub(super) mod topojson;

/// Shapes that share their arcs, on a plane measured in quanta from the projection's origin: x to
/// the east, y to the south.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackedShapes {
    /// Length of the grid's unit in km.
    pub quantum_km: f32,
    /// Lines between junctions. Pairs x, y: the first leads from the start of the arc before (of
    /// the first arc, from the origin) to the start of this one, each further one to the next point.
    pub arcs: Vec<Vec<i32>>,
    /// Meridians and parallels as SVG path text in grid units; empty where the map has none.
    pub graticule: String,
    /// The same at every degree, for the reader who is close.
    pub fine_graticule: String,
    /// What is drawn, in the order of [`Layer::ALL`], within a layer as in the file.
    pub features: Vec<PackedFeature>,
}

/// One country, lake, river or line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackedFeature {
    /// What it is part of.
    pub layer: Layer,
    /// Key within the layer: a state's ISO 3166 code, the two of a border (`KG-KZ`); empty when it
    /// has none.
    pub id: String,
    /// What the map writes on it, or what a line's reason stands under; empty when it has none.
    pub name: String,
    /// A finer division of the layer, as `disputed` among borders; empty when it has none.
    pub class: String,
    /// Importance among its like, 0 first; `None` when it has none.
    pub rank: Option<u8>,
    /// Why it is drawn as it is, as for a disputed border; empty when nothing needs saying.
    pub reason: String,
    /// Area or line.
    pub kind: ShapeKind,
    /// The arcs along each ring (outer rings and holes alike) or line: `i` or, backwards, `!i`.
    pub parts: Vec<Vec<i32>>,
}

/// Area or line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShapeKind {
    /// Every part is a ring. Filled by the even-odd rule.
    Polygon,
    /// Every part is a line.
    Line,
}

/// A sort of thing on the base map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Layer {
    /// Areas of the states.
    Countries,
    /// Areas of the states in the close-up of the Fergana Valley, from a source of their own.
    Valley,
    /// Enclaves of the close-up.
    Enclaves,
    /// Provinces of the five states: areas or the lines between them.
    Regions,
    /// Areas under occupation, hatched.
    Occupied,
    /// The open sea.
    Sea,
    /// The Caspian, which is neither sea nor lake.
    Caspian,
    /// Lakes and reservoirs.
    Lakes,
    /// The Aral Sea of about 1960, an outline.
    Aral,
    /// Rivers.
    Rivers,
    /// Where land meets the sea or the Caspian.
    Coast,
    /// Lines between states, disputed ones classed so.
    Borders,
    /// The leased ground of Baikonur, an outline.
    Lease,
}

impl Layer {
    /// All of them, from the lowest on the map to the highest.
    pub const ALL: [Self; 13] = [
        Self::Countries,
        Self::Valley,
        Self::Enclaves,
        Self::Regions,
        Self::Occupied,
        Self::Sea,
        Self::Caspian,
        Self::Lakes,
        Self::Aral,
        Self::Rivers,
        Self::Coast,
        Self::Borders,
        Self::Lease,
    ];

    /// The name of its object in the TopoJSON and of its class in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Countries => "countries",
            Self::Valley => "valley",
            Self::Enclaves => "enclaves",
            Self::Regions => "regions",
            Self::Occupied => "occupied",
            Self::Sea => "sea",
            Self::Caspian => "caspian",
            Self::Lakes => "lakes",
            Self::Aral => "aral",
            Self::Rivers => "rivers",
            Self::Coast => "coast",
            Self::Borders => "borders",
            Self::Lease => "lease",
        }
    }
}

/// The number of an arc, whichever way a part runs along it.
#[cfg(not(target_arch = "wasm32"))]
fn arc_index(reference: i32) -> usize {
    let index = if reference < 0 { !reference } else { reference };
    // Never negative after the line above.
    usize::try_from(index).unwrap_or(usize::MAX)
}
