//! Labels of the graticule, where its lines come to the panel's edge.

use crate::geo::graticule::FINE_FROM;
use crate::geo::{Albers, Camera, MapPoint, Projection, ScreenPoint, Size};
use crate::words::{Side, Words};

/// A label of a meridian at the upper edge or of a parallel at the left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Degree {
    /// As `60° E`.
    pub text: String,
    /// Its middle on the plane.
    pub at: MapPoint,
}

/// From the panel's edges to the middle of a label, px.
const INSET: (f64, f64) = (20.0, 9.0);

/// The lines that come to the upper and to the left edge, from the west and from the north.
pub(super) fn degrees(words: &Words, camera: Camera, size: Size, zoom: f64) -> Vec<Degree> {
    let albers = Albers::central_asia();
    let step = if zoom >= FINE_FROM { 1.0 } else { 10.0 };
    let place =
        |x: f64, y: f64| albers.inverse(camera.map_from_screen(ScreenPoint::new(x, y), size));
    let top = crossings(size.width, step, |x| Some(place(x, INSET.1)?.lon));
    let left = crossings(size.height, step, |y| Some(place(INSET.0, y)?.lat));
    let meridians =
        top.into_iter().map(|(degrees, x)| (degrees, [Side::West, Side::East], x, INSET.1));
    let parallels =
        left.into_iter().map(|(degrees, y)| (degrees, [Side::South, Side::North], INSET.0, y));
    let label = |(degrees, [below, above], x, y): (i32, [Side; 2], f64, f64)| Degree {
        text: format!("{}° {}", degrees.abs(), words.say(if degrees < 0 { below } else { above })),
        at: camera.map_from_screen(ScreenPoint::new(x, y), size),
    };
    meridians.chain(parallels).map(label).collect()
}

/// Where a coordinate passes the multiples of a step along an edge of so many px.
fn crossings(length: f64, step: f64, coordinate: impl Fn(f64) -> Option<f64>) -> Vec<(i32, f64)> {
    const PIECES: u32 = 24;
    let at = |piece: u32| length * f64::from(piece) / f64::from(PIECES);
    let mut found = Vec::new();
    for piece in 0..PIECES {
        let ends = [at(piece), at(piece + 1)];
        let [Some(a), Some(b)] = ends.map(&coordinate) else { continue };
        // Across the seam of longitudes nothing is passed.
        if (b - a).abs() > 90.0 || a == b {
            continue;
        }
        let (first, last) = ((a.min(b) / step).ceil() as i32, (a.max(b) / step).floor() as i32);
        for multiple in first..=last {
            let degrees = f64::from(multiple) * step;
            // So short a piece is as good as even.
            let share = (degrees - a) / (b - a);
            found.push((degrees as i32, ends[0] + (ends[1] - ends[0]) * share));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;

    const SIZE: Size = Size::new(800.0, 600.0);

    #[test]
    fn every_ten_degrees_are_named_where_their_lines_meet_the_edges() {
        let camera = Camera { center: MapPoint::new(0.0, 0.0), scale: 0.2 };
        let found = degrees(&Words::default(), camera, SIZE, 0.0);
        let texts: Vec<&str> = found.iter().map(|degree| degree.text.as_str()).collect();
        assert_eq!(
            texts,
            ["40° E", "50° E", "60° E", "70° E", "80° E", "90° E", "50° N", "40° N", "30° N"]
        );
        for degree in &found {
            let place = Albers::central_asia().inverse(degree.at).expect("inside the panel");
            let value = if degree.text.ends_with('E') { place.lon } else { place.lat };
            let told: f64 = degree.text[..2].parse().expect("two figures");
            // A pixel is five km here, less than a tenth of a degree.
            assert!((value - told).abs() < 0.1, "{degree:?} {place:?}");
        }
    }

    #[test]
    fn close_by_every_degree_is_named() {
        let at = Albers::central_asia().forward(LonLat::new(71.5, 40.5)).expect("it has an image");
        let found = degrees(&Words::default(), Camera { center: at, scale: 2.0 }, SIZE, 3.2);
        let texts: Vec<&str> = found.iter().map(|degree| degree.text.as_str()).collect();
        assert_eq!(texts, ["70° E", "71° E", "72° E", "73° E", "74° E", "41° N", "40° N"]);
    }
}
