//! The plate: land, water and lines, the same whatever is filtered.

use crate::dataset::shapes::{Layer, PackedShapes, ShapeKind};
use crate::geo::path::{Ends, PathText};
use crate::geo::shapes::Arcs;

include!(concat!(env!("OUT_DIR"), "/shapes.rs"));

/// The base map as path texts in grid units.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// Length of the grid's unit in km.
    pub quantum_km: f64,
    /// What is drawn, from the lowest up.
    pub paths: Vec<PlatePath>,
    /// Meridians and parallels, as one path.
    pub graticule: String,
}

/// One path of the plate, or several of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct PlatePath {
    /// The layer.
    pub layer: Layer,
    /// The classes that give it its look.
    pub class: String,
    /// Path text.
    pub d: String,
    /// Why it is drawn as it is; empty where nothing needs saying.
    pub reason: String,
}

impl Plate {
    /// The coarse base map that the build embedded.
    ///
    /// # Panics
    ///
    /// Never: our own build wrote the bytes.
    pub fn embedded() -> Self {
        static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shapes.pack"));
        Self::read(BYTES).expect("the build wrote these bytes")
    }

    /// Reads the bytes of [`SHAPES_FILE`]; `None` where they are damaged.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes::<PackedShapes>(bytes).ok().map(|shapes| Self::of(&shapes))
    }

    /// Paths of packed shapes. Features of one look become one path, so that the page holds tens
    /// of elements and not hundreds; the five states and disputed lines keep their own.
    pub fn of(shapes: &PackedShapes) -> Self {
        let arcs = Arcs::unpack(&shapes.arcs);
        let mut drawn: Vec<(PlatePath, PathText)> = Vec::new();
        for feature in &shapes.features {
            let ends = if feature.kind == ShapeKind::Polygon { Ends::Closed } else { Ends::Open };
            let class = class(feature.layer, &feature.id, &feature.class, feature.rank);
            let alike = |(path, _): &(PlatePath, PathText)| {
                path.class == class && path.reason == feature.reason
            };
            let at = drawn.iter().position(alike).unwrap_or(drawn.len());
            if at == drawn.len() {
                let reason = feature.reason.clone();
                let path = PlatePath { layer: feature.layer, class, d: String::new(), reason };
                drawn.push((path, PathText::default()));
            }
            if let Some((_, text)) = drawn.get_mut(at) {
                for part in &feature.parts {
                    text.add(&arcs.points(part), ends);
                }
            }
        }
        let finish = |(path, text): (PlatePath, PathText)| PlatePath { d: text.finish(), ..path };
        let paths = drawn.into_iter().map(finish).collect();
        let quantum_km = f64::from(shapes.quantum_km);
        Self { quantum_km, paths, graticule: shapes.graticule.clone() }
    }
}

/// States that have a tint of their own.
const TINTED: [&str; 5] = ["KZ", "KG", "TJ", "TM", "UZ"];

fn class(layer: Layer, id: &str, class: &str, rank: Option<u8>) -> String {
    match layer {
        Layer::Countries if TINTED.contains(&id) => {
            format!("land state {}", id.to_ascii_lowercase())
        }
        Layer::Countries => "land".to_owned(),
        Layer::Borders => format!("border {class}"),
        Layer::Rivers => format!("river rank-{}", rank.unwrap_or_default()),
        other => other.name().to_owned(),
    }
}
