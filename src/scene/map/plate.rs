//! The plate: land, water and lines, the same whatever is filtered.

use crate::dataset::known::{POWERS, STATES};
use crate::dataset::shapes::{Layer, PackedFeature, PackedShapes, ShapeKind};
use crate::geo::path::{Ends, PathText};
use crate::geo::shapes::Arcs;
use crate::geo::{Bounds, MapPoint};

include!(concat!(env!("OUT_DIR"), "/maps.rs"));

/// A part of the map with a file of its own, which comes after the first picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The base map; until it comes the first picture's stands in.
    Base,
    /// The land beyond it, which it lies over.
    Far,
    /// The Aral Sea's shore of the 1950s.
    Aral,
    /// The close-up of the Fergana Valley.
    Valley,
    /// The locator globe: no part of the plane, but drawn from the same kind of file.
    Globe,
}

impl Part {
    /// All of them, what a reader misses first in front.
    pub const ALL: [Self; 5] = [Self::Base, Self::Far, Self::Aral, Self::Valley, Self::Globe];

    /// Its file on the site.
    pub fn file(self) -> &'static str {
        match self {
            Self::Base => CLOSE_FILE,
            Self::Far => FAR_FILE,
            Self::Aral => ARAL_FILE,
            Self::Valley => VALLEY_FILE,
            Self::Globe => GLOBE_FILE,
        }
    }
}

/// A map as path texts in grid units.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// Length of the grid's unit in km.
    pub quantum_km: f64,
    /// What is drawn, from the lowest up.
    pub paths: Vec<PlatePath>,
    /// Meridians and parallels every ten degrees, as one path; empty where the map has none.
    pub graticule: String,
    /// The same at every degree.
    pub fine_graticule: String,
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
    /// Of a disputed line, why it is drawn as it is.
    pub dispute: Option<Dispute>,
}

/// What is said of a disputed line.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    /// The codes of its sides, as `CN-IN`.
    pub key: String,
    /// The names of its sides.
    pub title: String,
    /// Why it is dashed.
    pub reason: String,
    /// The box round it, in km of the plane.
    pub bounds: Bounds,
}

impl Plate {
    /// The coarse base map that the build embedded, for small maps.
    ///
    /// # Panics
    ///
    /// Never: our own build wrote the bytes.
    pub fn embedded() -> Self {
        static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shapes.pack"));
        Self::read(BYTES).expect("the build wrote these bytes")
    }

    /// Reads the bytes of a [`Part`]'s file; `None` where they are damaged.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes::<PackedShapes>(bytes).ok().map(|shapes| Self::of(&shapes))
    }

    /// What of its lines a map shows, as style/study/sheets.css has it: no borders where a closer plate lies over them,
    /// no regions from afar, every degree only close by.
    #[must_use]
    pub fn seen(&self, level: &str, borders: bool) -> Self {
        let mut plate = self.clone();
        plate.paths.retain(|path| match path.layer {
            Layer::Borders => borders,
            Layer::Regions => borders && level != "far",
            _ => true,
        });
        if level != "close" {
            plate.fine_graticule.clear();
        }
        plate
    }

    /// The disputed lines, in the order of their keys.
    pub fn disputes(&self) -> impl Iterator<Item = &Dispute> {
        self.paths.iter().filter_map(|path| path.dispute.as_ref())
    }

    /// The area of one of the five states, by its code.
    pub fn area(&self, code: &str) -> Option<&str> {
        let class = class(Layer::Countries, code, "", None);
        let own = |path: &&PlatePath| path.layer == Layer::Countries && path.class == class;
        self.paths.iter().find(own).map(|path| path.d.as_str())
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
                path.class == class && path.dispute.is_none() && feature.reason.is_empty()
            };
            let at = drawn.iter().position(alike).unwrap_or(drawn.len());
            if at == drawn.len() {
                let dispute = Dispute::of(feature, &arcs, f64::from(shapes.quantum_km));
                let path = PlatePath { layer: feature.layer, class, d: String::new(), dispute };
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
        let [graticule, fine_graticule] =
            [&shapes.graticule, &shapes.fine_graticule].map(String::clone);
        Self { quantum_km, paths, graticule, fine_graticule }
    }
}

impl Dispute {
    fn of(feature: &PackedFeature, arcs: &Arcs, quantum_km: f64) -> Option<Self> {
        let grid = arcs.bounds(&feature.parts).filter(|_| !feature.reason.is_empty())?;
        let km =
            |[x, y]: [i32; 2]| MapPoint::new(f64::from(x) * quantum_km, f64::from(y) * quantum_km);
        Some(Self {
            key: feature.id.clone(),
            title: feature.name.clone(),
            reason: feature.reason.clone(),
            bounds: Bounds { min: km(grid.min), max: km(grid.max) },
        })
    }
}

fn class(layer: Layer, id: &str, class: &str, rank: Option<u8>) -> String {
    let slug = id.to_ascii_lowercase();
    match layer {
        // On the globe powers have a tint of their own, too.
        Layer::Countries | Layer::Valley if STATES.contains(&id) || POWERS.contains(&id) => {
            format!("land {slug}")
        }
        Layer::Countries | Layer::Valley => "land".to_owned(),
        Layer::Enclaves => format!("enclave {slug}"),
        Layer::Borders => format!("border {class}"),
        Layer::Rivers => format!("river rank-{}", rank.unwrap_or_default()),
        other => other.name().to_owned(),
    }
}
