//! Names of states, regions and waters, spaced along the land that they name.

use crate::geo::LonLat;

/// A name that belongs to an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaName {
    /// The name.
    pub text: &'static str,
    /// Its middle.
    pub at: LonLat,
    /// How it is written.
    pub style: AreaStyle,
    /// Height of the letters in px on the whole frame; it grows a little with the zoom.
    pub size: f64,
    /// Space between letters in em.
    pub tracking: f64,
    /// Degrees clockwise, along the land.
    pub turn: f64,
}

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaStyle {
    /// One of the five.
    State,
    /// Another state or a region.
    Neighbour,
    /// A sea or a lake, in italics.
    Water,
}

const fn name(
    style: AreaStyle,
    text: &'static str,
    (lon, lat): (f64, f64),
    (size, tracking, turn): (f64, f64, f64),
) -> AreaName {
    AreaName { text, at: LonLat::new(lon, lat), style, size, tracking, turn }
}

impl AreaName {
    /// The greatest height of its letters in px: beyond it a name would be in the way of what it
    /// names.
    pub fn most(&self) -> f64 {
        if self.style == AreaStyle::State { self.size.max(12.0) * 1.6 } else { 16.0 }
    }
}

use AreaStyle::{Neighbour, State, Water};

/// Every name, the most important first.
pub const AREA_NAMES: &[AreaName] = &[
    name(State, "Kazakhstan", (66.6, 48.4), (17.0, 0.4, 0.0)),
    name(State, "Uzbekistan", (63.0, 42.15), (10.5, 0.22, 24.0)),
    name(State, "Turkmenistan", (58.7, 39.25), (10.5, 0.22, 14.0)),
    name(State, "Kyrgyzstan", (75.4, 41.45), (8.5, 0.12, -8.0)),
    name(State, "Tajikistan", (72.4, 38.3), (8.5, 0.12, 4.0)),
    name(Water, "Caspian Sea", (50.6, 41.6), (11.0, 0.02, 62.0)),
    name(Neighbour, "Russia", (60.5, 55.6), (12.0, 0.4, -5.0)),
    name(Neighbour, "China", (86.5, 41.6), (12.0, 0.4, 14.0)),
    name(Neighbour, "Iran", (56.0, 34.2), (11.0, 0.4, -8.0)),
    name(Neighbour, "Afghanistan", (66.4, 34.4), (10.0, 0.25, 0.0)),
    name(Neighbour, "Mongolia", (97.5, 46.6), (11.0, 0.3, 20.0)),
    name(Neighbour, "India", (77.6, 26.8), (11.0, 0.4, 6.0)),
    name(Neighbour, "Turkey", (35.4, 38.9), (11.0, 0.3, -20.0)),
    name(Neighbour, "Ukraine", (31.5, 49.3), (11.0, 0.3, -24.0)),
    name(Neighbour, "Pakistan", (66.6, 29.4), (10.5, 0.25, 0.0)),
    name(Neighbour, "Iraq", (43.4, 33.0), (10.5, 0.25, -16.0)),
    name(Neighbour, "Saudi Arabia", (45.2, 24.6), (11.0, 0.2, -14.0)),
    name(Neighbour, "Azerbaijan", (47.9, 40.5), (8.5, 0.1, -14.0)),
    name(Neighbour, "Georgia", (43.4, 42.15), (8.5, 0.1, -16.0)),
    name(Neighbour, "Armenia", (44.9, 40.25), (8.0, 0.05, -16.0)),
    name(Neighbour, "Belarus", (28.2, 53.4), (10.5, 0.2, -26.0)),
    name(Neighbour, "Nepal", (83.6, 28.6), (9.5, 0.2, 20.0)),
    name(Neighbour, "Myanmar", (96.0, 22.0), (10.0, 0.2, 20.0)),
    name(Neighbour, "South Korea", (128.0, 36.3), (10.0, 0.1, 36.0)),
    name(Neighbour, "North Korea", (127.0, 40.2), (10.0, 0.1, 36.0)),
    name(Neighbour, "Japan", (137.0, 36.0), (10.5, 0.2, 40.0)),
    name(Water, "Black Sea", (34.6, 43.2), (11.0, 0.02, -18.0)),
    name(Water, "Aral Sea", (59.9, 44.55), (9.5, 0.02, 0.0)),
    name(Water, "Balkhash", (74.3, 46.35), (9.5, 0.02, -8.0)),
    name(Water, "Issyk-Kul", (77.3, 42.42), (9.0, 0.0, 0.0)),
    name(Water, "Persian Gulf", (51.2, 27.4), (9.5, 0.02, 26.0)),
    name(Water, "Arabian Sea", (63.5, 22.5), (10.5, 0.02, 0.0)),
];

/// The enclaves of the Fergana Valley, which the map names whatever is claimed of them. Barak was
/// handed over in 2024.
pub const ENCLAVES: [(&str, LonLat); 7] = [
    ("Sokh", LonLat::new(71.13, 39.98)),
    ("Shakhimardan", LonLat::new(71.8, 39.98)),
    ("Vorukh", LonLat::new(70.6, 39.85)),
    ("Sarvan", LonLat::new(70.61, 40.96)),
    ("Chong-Qara", LonLat::new(71.036, 40.244)),
    ("Jangail", LonLat::new(71.664, 40.203)),
    ("Barak", LonLat::new(72.767, 40.67)),
];
