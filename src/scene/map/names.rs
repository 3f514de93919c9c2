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

use AreaStyle::{Neighbour, State, Water};

/// Every name, the most important first.
pub const AREA_NAMES: &[AreaName] = &[
    name(State, "Kazakhstan", (66.6, 48.4), (17.0, 0.4, 0.0)),
    name(State, "Uzbekistan", (63.0, 42.15), (10.5, 0.22, 24.0)),
    name(State, "Turkmenistan", (58.7, 39.25), (10.5, 0.22, 14.0)),
    name(State, "Kyrgyzstan", (75.0, 41.55), (8.5, 0.12, -8.0)),
    name(State, "Tajikistan", (72.2, 38.55), (8.5, 0.12, 6.0)),
    name(Water, "Caspian Sea", (50.6, 41.6), (11.0, 0.02, 0.0)),
    name(Neighbour, "Russia", (60.5, 55.6), (11.0, 0.4, -5.0)),
    name(Neighbour, "China", (84.0, 42.2), (11.0, 0.4, 12.0)),
    name(Neighbour, "Iran", (56.0, 35.2), (11.0, 0.4, -8.0)),
    name(Neighbour, "Afghanistan", (66.4, 35.0), (10.0, 0.25, 0.0)),
    name(Neighbour, "Mongolia", (91.5, 47.2), (10.0, 0.3, 16.0)),
    name(Water, "Aral Sea", (59.9, 45.0), (9.0, 0.02, 0.0)),
    name(Water, "Balkhash", (74.3, 46.35), (9.0, 0.02, -8.0)),
    name(Water, "Issyk-Kul", (77.3, 42.42), (8.5, 0.0, 0.0)),
    name(Neighbour, "Pakistan", (71.5, 33.4), (10.0, 0.25, 0.0)),
];
