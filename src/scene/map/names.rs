//! Names of states, regions and waters, spread along the land that they name.

use crate::atlas::Atlas;
use crate::dataset::known::NAMED;
use crate::geo::{Camera, LonLat, MapPoint, Rect, ScreenPoint, Size};
use crate::math;
use crate::order::most_first;
use crate::scene::label::{Weight, text_width};
use crate::words::Area;

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
    /// How much of the land it spans, km: its letters stand apart as far as that takes.
    pub span: f64,
    /// Degrees clockwise, along the land.
    pub turn: f64,
    /// How far its middle is above its ends, as a share of its length; below zero it sags.
    pub bend: f64,
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

/// A letter of a name, measured from the name's middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letter {
    /// Where it begins on its base line, px.
    pub at: (f64, f64),
    /// Degrees clockwise.
    pub turn: f64,
}

const fn name(
    style: AreaStyle,
    text: &'static str,
    (lon, lat): (f64, f64),
    (size, span, turn, bend): (f64, f64, f64, f64),
) -> AreaName {
    AreaName { text, at: LonLat::new(lon, lat), style, size, span, turn, bend }
}

/// Between letters, in heights of a letter: never so near that they read as another word, nor so far
/// that they read as none.
const LEAST_GAP: f64 = 0.04;
const MOST_GAP: f64 = 1.5;

impl AreaName {
    /// The greatest height of its letters in px: beyond it a name would be in the way of what it
    /// names.
    pub fn most(&self) -> f64 {
        if self.style == AreaStyle::State { self.size.max(12.0) * 1.6 } else { 16.0 }
    }

    /// The letters of a text along a parabola at a scale in px per km, and the boxes that they take.
    pub fn letters(&self, text: &str, size: f64, scale: f64) -> (Vec<Letter>, Vec<Rect>) {
        let widths: Vec<f64> = text
            .chars()
            .map(|letter| text_width(letter.encode_utf8(&mut [0; 4]), size, Weight::Regular))
            .collect();
        let (sum, gaps) = (widths.iter().sum::<f64>(), (widths.len() as f64 - 1.0).max(1.0));
        let gap = (self.span * scale - sum) / gaps;
        let gap = gap.max(LEAST_GAP * size).min(MOST_GAP * size);
        let length = sum + gap * gaps;
        let turn = math::radians(self.turn);
        let mut passed = -length / 2.0;
        let letter = |width: f64| {
            let x = passed + width / 2.0;
            passed += width + gap;
            // From -1 at the first letter to 1 at the last; the curve's mean lies at the middle.
            let along = 2.0 * x / length;
            let y = self.bend * length * (along * along - 1.0 / 3.0);
            let own = turn + math::atan2(4.0 * self.bend * along, 1.0);
            let (cos, sin) = (math::cos(turn), math::sin(turn));
            let middle = ScreenPoint::new(x * cos - y * sin, x * sin + y * cos);
            // Letters turn about where they begin, a third of their height below their middle.
            let (cos, sin, drop) = (math::cos(own), math::sin(own), 0.35 * size);
            let at = (
                middle.x - cos * width / 2.0 - sin * drop,
                middle.y - sin * width / 2.0 + cos * drop,
            );
            (Letter { at, turn: math::degrees(own) }, Rect::around(middle, size * 0.5))
        };
        widths.into_iter().map(letter).unzip()
    }
}

/// Where a text with `half` of its size on every side of its middle can stand in what a panel shows of a state, the
/// roomiest place first: from its middle to the edge of one of the state's `circles` it has `least` px.
pub(crate) fn in_view(
    circles: &[[i16; 3]],
    camera: Camera,
    size: Size,
    half: Size,
    least: f64,
) -> Vec<ScreenPoint> {
    let along = |at: f64, half: f64, whole: f64| at.max(half).min(whole - half);
    if 2.0 * half.width > size.width || 2.0 * half.height > size.height {
        return Vec::new();
    }
    let mut places: Vec<(f64, ScreenPoint)> = Vec::new();
    for [x, y, radius] in circles.iter().map(|circle| circle.map(f64::from)) {
        let middle = camera.screen_from_map(MapPoint::new(x, y), size);
        for (x, y) in [(0.0, 0.0), (0.0, 0.5), (0.0, -0.5), (0.5, 0.0), (-0.5, 0.0)] {
            let radius = radius * camera.scale;
            let at = ScreenPoint::new(
                along(middle.x + x * radius, half.width, size.width),
                along(middle.y + y * radius, half.height, size.height),
            );
            let room = radius - at.distance(middle);
            if room >= least {
                places.push((room, at));
            }
        }
    }
    let order = most_first(places.iter().map(|(room, _)| *room as u64));
    order.into_iter().filter_map(|index| places.get(index)).map(|(_, at)| *at).collect()
}

use AreaStyle::{Neighbour, State, Water};

macro_rules! names {
    (areas { $($style:ident $text:literal / $russian:literal $at:expr, $shape:expr;)* }
     enclaves { $($enclave:literal / $own:literal $place:expr;)* }) => {
        /// Every name, the most important first.
        pub const AREA_NAMES: &[AreaName] = &[$(name($style, $text, $at, $shape),)*];

        /// The enclaves of the Fergana Valley, which the map names whatever is claimed of them. Barak was
        /// handed over in 2024.
        pub const ENCLAVES: [(&str, LonLat); 7] = [$(($enclave, $place),)*];

        /// All these names, then the enclaves', in English and in Russian as they are written.
        #[cfg(not(target_arch = "wasm32"))]
        pub const WRITTEN: (&[&str], &[&str]) =
            (&[$($text,)* $($enclave,)*], &[$($russian,)* $($own,)*]);
    };
}

names! {
    areas {
    State "Kazakhstan" / "КАЗАХСТАН" (66.9, 48.3), (17.0, 1050.0, -2.0, 0.03);
    State "Uzbekistan" / "УЗБЕКИСТАН" (63.2, 41.9), (10.5, 600.0, 27.0, 0.05);
    State "Turkmenistan" / "ТУРКМЕНИСТАН" (58.9, 39.35), (10.5, 640.0, 17.0, 0.05);
    State "Kyrgyzstan" / "КИРГИЗИЯ" (75.0, 41.45), (8.5, 430.0, -9.0, 0.04);
    State "Tajikistan" / "ТАДЖИКИСТАН" (72.0, 38.35), (8.5, 330.0, 6.0, 0.04);
    Water "Caspian Sea" / "Каспийское море" (50.9, 41.7), (11.0, 560.0, 78.0, -0.04);
    Neighbour "Russia" / "РОССИЯ" (60.5, 55.6), (12.0, 640.0, -5.0, 0.05);
    Neighbour "China" / "КИТАЙ" (86.5, 41.6), (12.0, 560.0, 14.0, 0.05);
    Neighbour "Iran" / "ИРАН" (56.0, 34.2), (11.0, 380.0, -8.0, 0.04);
    Neighbour "Afghanistan" / "АФГАНИСТАН" (66.4, 34.4), (10.0, 560.0, -4.0, 0.03);
    Neighbour "Mongolia" / "МОНГОЛИЯ" (97.5, 46.6), (11.0, 620.0, 20.0, 0.05);
    Neighbour "India" / "ИНДИЯ" (77.6, 26.8), (11.0, 420.0, 6.0, 0.04);
    Neighbour "Turkey" / "ТУРЦИЯ" (35.4, 38.9), (11.0, 480.0, -20.0, 0.03);
    Neighbour "Ukraine" / "УКРАИНА" (31.5, 49.3), (11.0, 480.0, -24.0, 0.03);
    Neighbour "Pakistan" / "ПАКИСТАН" (66.6, 29.4), (10.5, 360.0, 0.0, 0.0);
    Neighbour "Iraq" / "ИРАК" (43.4, 33.0), (10.5, 180.0, -16.0, 0.0);
    Neighbour "Saudi Arabia" / "САУДОВСКАЯ АРАВИЯ" (45.2, 24.6), (11.0, 550.0, -14.0, 0.0);
    Neighbour "Azerbaijan" / "АЗЕРБАЙДЖАН" (47.9, 40.5), (8.5, 320.0, -14.0, 0.0);
    Neighbour "Georgia" / "ГРУЗИЯ" (43.4, 42.15), (8.5, 220.0, -16.0, 0.0);
    Neighbour "Armenia" / "АРМЕНИЯ" (44.9, 40.25), (8.0, 200.0, -16.0, 0.0);
    Neighbour "Belarus" / "БЕЛОРУССИЯ" (28.2, 53.4), (10.5, 300.0, -26.0, 0.0);
    Neighbour "Nepal" / "НЕПАЛ" (83.6, 28.6), (9.5, 190.0, 20.0, 0.0);
    Neighbour "Myanmar" / "МЬЯНМА" (96.0, 22.0), (10.0, 290.0, 20.0, 0.0);
    Neighbour "South Korea" / "ЮЖНАЯ КОРЕЯ" (128.0, 36.3), (10.0, 410.0, 36.0, 0.0);
    Neighbour "North Korea" / "СЕВЕРНАЯ КОРЕЯ" (127.0, 40.2), (10.0, 410.0, 36.0, 0.0);
    Neighbour "Japan" / "ЯПОНИЯ" (137.0, 36.0), (10.5, 210.0, 40.0, 0.0);
    Water "Black Sea" / "Чёрное море" (34.6, 43.2), (11.0, 420.0, -18.0, 0.04);
    Water "Aral Sea" / "Аральское море" (59.9, 44.55), (9.5, 210.0, 0.0, 0.0);
    Water "Balkhash" / "Балхаш" (74.3, 46.35), (9.5, 210.0, -8.0, 0.0);
    Water "Issyk-Kul" / "Иссык-Куль" (77.3, 42.42), (9.0, 210.0, 0.0, 0.0);
    Water "Persian Gulf" / "Персидский залив" (51.2, 27.4), (9.5, 310.0, 26.0, 0.0);
    Water "Arabian Sea" / "Аравийское море" (63.5, 22.5), (10.5, 310.0, 0.0, 0.0);
    }
    enclaves {
    "Sokh" / "Сох" LonLat::new(71.13, 39.98);
    "Shakhimardan" / "Шахимардан" LonLat::new(71.8, 39.98);
    "Vorukh" / "Ворух" LonLat::new(70.6, 39.85);
    "Sarvan" / "Сарвак" LonLat::new(70.61, 40.96);
    "Chong-Qara" / "Чон-Кара" LonLat::new(71.036, 40.244);
    "Jangail" / "Джангайл" LonLat::new(71.664, 40.203);
    "Barak" / "Барак" LonLat::new(72.767, 40.67);
    }
}

/// The names of areas as they are written in the atlas's language, in the order of [`AREA_NAMES`].
pub(super) fn written(atlas: &Atlas) -> Vec<String> {
    let say = |at: usize, text| atlas.words().translated(Area::AreaName, at, text);
    let written = |(at, name): (usize, &AreaName)| match name.style {
        AreaStyle::Water => say(at, name.text).to_owned(),
        // The file of a language has the others in capitals.
        State | Neighbour => say(at, name.text).to_ascii_uppercase(),
    };
    AREA_NAMES.iter().enumerate().map(written).collect()
}

/// The name that stands on one of the five states.
pub fn of_state(slug: &str) -> Option<&'static AreaName> {
    NAMED.iter().zip(AREA_NAMES).find(|(own, _)| **own == slug).map(|(_, name)| name)
}
