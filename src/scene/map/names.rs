//! Names of states, regions and waters, spread along the land that they name.

use crate::geo::{Camera, LonLat, MapPoint, Rect, ScreenPoint, Size};
use crate::math;
use crate::order::by_key;
use crate::scene::label::{Weight, text_width};

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

    /// The name as it is written.
    pub fn written(&self) -> String {
        match self.style {
            AreaStyle::Water => self.text.to_owned(),
            AreaStyle::State | AreaStyle::Neighbour => self.text.to_ascii_uppercase(),
        }
    }

    /// Its letters along a parabola at a scale in px per km, and the boxes that they take.
    pub fn letters(&self, size: f64, scale: f64) -> (Vec<Letter>, Vec<Rect>) {
        let text = self.written();
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
    let order = by_key(places.iter().map(|(room, _)| u64::MAX - *room as u64));
    order.into_iter().filter_map(|index| places.get(index)).map(|(_, at)| *at).collect()
}

use AreaStyle::{Neighbour, State, Water};

/// Every name, the most important first: the five states in the order of [`INSIDE`](super::plate::INSIDE).
pub const AREA_NAMES: &[AreaName] = &[
    name(State, "Kazakhstan", (66.9, 48.3), (17.0, 1050.0, -2.0, 0.03)),
    name(State, "Uzbekistan", (63.2, 41.9), (10.5, 600.0, 27.0, 0.05)),
    name(State, "Turkmenistan", (58.9, 39.35), (10.5, 640.0, 17.0, 0.05)),
    name(State, "Kyrgyzstan", (75.0, 41.45), (8.5, 430.0, -9.0, 0.04)),
    name(State, "Tajikistan", (72.0, 38.35), (8.5, 330.0, 6.0, 0.04)),
    name(Water, "Caspian Sea", (50.9, 41.7), (11.0, 560.0, 78.0, -0.04)),
    name(Neighbour, "Russia", (60.5, 55.6), (12.0, 640.0, -5.0, 0.05)),
    name(Neighbour, "China", (86.5, 41.6), (12.0, 560.0, 14.0, 0.05)),
    name(Neighbour, "Iran", (56.0, 34.2), (11.0, 380.0, -8.0, 0.04)),
    name(Neighbour, "Afghanistan", (66.4, 34.4), (10.0, 560.0, -4.0, 0.03)),
    name(Neighbour, "Mongolia", (97.5, 46.6), (11.0, 620.0, 20.0, 0.05)),
    name(Neighbour, "India", (77.6, 26.8), (11.0, 420.0, 6.0, 0.04)),
    name(Neighbour, "Turkey", (35.4, 38.9), (11.0, 480.0, -20.0, 0.03)),
    name(Neighbour, "Ukraine", (31.5, 49.3), (11.0, 480.0, -24.0, 0.03)),
    name(Neighbour, "Pakistan", (66.6, 29.4), (10.5, 360.0, 0.0, 0.0)),
    name(Neighbour, "Iraq", (43.4, 33.0), (10.5, 180.0, -16.0, 0.0)),
    name(Neighbour, "Saudi Arabia", (45.2, 24.6), (11.0, 550.0, -14.0, 0.0)),
    name(Neighbour, "Azerbaijan", (47.9, 40.5), (8.5, 320.0, -14.0, 0.0)),
    name(Neighbour, "Georgia", (43.4, 42.15), (8.5, 220.0, -16.0, 0.0)),
    name(Neighbour, "Armenia", (44.9, 40.25), (8.0, 200.0, -16.0, 0.0)),
    name(Neighbour, "Belarus", (28.2, 53.4), (10.5, 300.0, -26.0, 0.0)),
    name(Neighbour, "Nepal", (83.6, 28.6), (9.5, 190.0, 20.0, 0.0)),
    name(Neighbour, "Myanmar", (96.0, 22.0), (10.0, 290.0, 20.0, 0.0)),
    name(Neighbour, "South Korea", (128.0, 36.3), (10.0, 410.0, 36.0, 0.0)),
    name(Neighbour, "North Korea", (127.0, 40.2), (10.0, 410.0, 36.0, 0.0)),
    name(Neighbour, "Japan", (137.0, 36.0), (10.5, 210.0, 40.0, 0.0)),
    name(Water, "Black Sea", (34.6, 43.2), (11.0, 420.0, -18.0, 0.04)),
    name(Water, "Aral Sea", (59.9, 44.55), (9.5, 210.0, 0.0, 0.0)),
    name(Water, "Balkhash", (74.3, 46.35), (9.5, 210.0, -8.0, 0.0)),
    name(Water, "Issyk-Kul", (77.3, 42.42), (9.0, 210.0, 0.0, 0.0)),
    name(Water, "Persian Gulf", (51.2, 27.4), (9.5, 310.0, 26.0, 0.0)),
    name(Water, "Arabian Sea", (63.5, 22.5), (10.5, 310.0, 0.0, 0.0)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Albers, Projection};
    use crate::scene::map::INSIDE;

    const SIZE: Size = Size::new(800.0, 600.0);

    #[test]
    fn the_circles_of_each_state_stand_in_the_order_of_the_names() {
        let own = AREA_NAMES.iter().filter(|name| name.style == AreaStyle::State);
        for ((code, circles), name) in INSIDE.iter().zip(own) {
            let at = Albers::central_asia().forward(name.at).expect("on the plane");
            let holds = |&[x, y, radius]: &[i16; 3]| {
                math::hypot(at.x - f64::from(x), at.y - f64::from(y)) < f64::from(radius) + 30.0
            };
            assert!(circles.iter().any(holds), "{code} and {}", name.text);
        }
    }

    #[test]
    fn a_state_is_named_where_the_panel_shows_it() {
        let circles = [[0, 0, 200]];
        let at = |x: f64, y: f64| Camera { center: MapPoint::new(x, y), scale: 1.0 };
        let half = Size::new(60.0, 10.0);
        let places = |camera| in_view(&circles, camera, SIZE, half, half.height);
        assert_eq!(places(at(0.0, 0.0)).first(), Some(&ScreenPoint::new(400.0, 300.0)));
        // The state is half off the left edge: its name stands at the edge, not beyond it.
        let first = places(at(420.0, 0.0)).first().copied().expect("there is room");
        assert!(first.x >= half.width && first.x < 180.0, "{first:?}");
        assert_eq!(places(at(900.0, 0.0)), []);
    }
}
