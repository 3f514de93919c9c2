//! Meridians and parallels as lines of the plane.

use super::projection::{Projection, wrap_lon};
use super::space::{LonLat, MapPoint};

/// From so many doublings of the map's whole frame on, every degree has its line.
pub const FINE_FROM: f64 = 2.5;

/// Which way a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// From south to north, at one longitude.
    Meridian,
    /// From west to east, at one latitude.
    Parallel,
}

/// One meridian or parallel.
#[derive(Clone, Debug, PartialEq)]
pub struct GraticuleLine {
    /// Meridian or parallel.
    pub run: Run,
    /// Its longitude or latitude in degrees.
    pub degrees: f64,
    /// The line, in pieces where the projection hides or cuts it.
    pub pieces: Vec<Vec<MapPoint>>,
}

/// A box of longitudes and latitudes, in degrees; `west` below `east`, which may pass 180.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Least longitude.
    pub west: f64,
    /// Least latitude.
    pub south: f64,
    /// Greatest longitude.
    pub east: f64,
    /// Greatest latitude.
    pub north: f64,
}

impl Extent {
    /// The whole Earth.
    pub const WORLD: Self = Self { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };
}

/// Every meridian and parallel of the extent that is a multiple of `step` degrees, with a point at
/// least every `resolution` degrees; meridians first, each from the least up.
///
/// At 1° the chord stays within 0.2 km of the parallel on the map of Central Asia.
/// Steps below a tenth of a degree are taken as a tenth.
pub fn graticule(
    projection: &impl Projection,
    extent: Extent,
    step: f64,
    resolution: f64,
) -> Vec<GraticuleLine> {
    let Extent { west, south, east, north } = extent;
    let line = |run, degrees, from, to| {
        let place = |along| match run {
            Run::Meridian => LonLat::new(degrees, along),
            Run::Parallel => LonLat::new(along, degrees),
        };
        let pieces = project_pieces(projection, stops(from, to, resolution).into_iter().map(place));
        GraticuleLine { run, degrees, pieces }
    };
    let meridians =
        multiples(west, east, step).into_iter().map(|lon| line(Run::Meridian, lon, south, north));
    let parallels =
        multiples(south, north, step).into_iter().map(|lat| line(Run::Parallel, lat, west, east));
    meridians.chain(parallels).filter(|line| !line.pieces.is_empty()).collect()
}

/// The multiples of a step between two bounds, both included.
fn multiples(from: f64, to: f64, step: f64) -> Vec<f64> {
    let step = step.max(0.1);
    let (first, last) = ((from / step).ceil(), (to / step).floor());
    if !(last - first).is_finite() || last < first {
        return Vec::new();
    }
    // At most 3,600 lines, whatever the extent.
    (0..=(last - first).min(3600.0) as u32).map(|i| (first + f64::from(i)) * step + 0.0).collect()
}

/// Evenly spread values from one bound to the other, both included, at most a step apart.
fn stops(from: f64, to: f64, step: f64) -> Vec<f64> {
    let count = ((to - from) / step.max(0.01)).ceil().clamp(1.0, 36_000.0) as u32;
    (0..=count).map(|i| from + (to - from) * f64::from(i) / f64::from(count)).collect()
}

/// Projects a line, broken where points have no image and where it crosses the projection's seam.
fn project_pieces(
    projection: &impl Projection,
    line: impl Iterator<Item = LonLat>,
) -> Vec<Vec<MapPoint>> {
    let mut pieces = vec![Vec::new()];
    let mut before: Option<f64> = None;
    for place in line {
        let past_seam = projection.seam().map(|seam| wrap_lon(place.lon - seam));
        // Near the seam a change of sign is a crossing; on the far side of the globe it is not.
        let crossed = matches!((before, past_seam), (Some(a), Some(b)) if (a < 0.0) != (b < 0.0) && (a - b).abs() < 180.0);
        before = past_seam;
        let image = projection.forward(place);
        if crossed || image.is_none() {
            pieces.push(Vec::new());
        }
        if let (Some(point), Some(piece)) = (image, pieces.last_mut()) {
            piece.push(point);
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::projection::{Albers, Orthographic};
    use crate::math;

    const FRAME: Extent = Extent { west: 46.0, south: 34.0, east: 88.0, north: 56.0 };

    #[test]
    fn lines_are_the_multiples_of_the_step_within_the_extent() {
        let lines = graticule(&Albers::central_asia(), FRAME, 10.0, 1.0);
        let found: Vec<_> = lines.iter().map(|line| (line.run, line.degrees)).collect();
        let expected = [50.0, 60.0, 70.0, 80.0]
            .map(|lon| (Run::Meridian, lon))
            .into_iter()
            .chain([40.0, 50.0].map(|lat| (Run::Parallel, lat)));
        assert_eq!(found, expected.collect::<Vec<_>>());
        assert!(lines.iter().all(|line| line.pieces.len() == 1));
    }

    #[test]
    fn chords_follow_the_curved_parallel_closely() {
        let albers = Albers::central_asia();
        for line in graticule(&albers, FRAME, 10.0, 1.0) {
            let Run::Parallel = line.run else { continue };
            for pair in line.pieces[0].windows(2) {
                let middle =
                    MapPoint::new((pair[0].x + pair[1].x) / 2.0, (pair[0].y + pair[1].y) / 2.0);
                let lat = albers.inverse(middle).expect("inside the frame").lat;
                assert!((lat - line.degrees).abs() * 111.2 < 0.2, "{lat}");
            }
        }
    }

    #[test]
    fn no_piece_jumps_across_the_seam_or_the_rim() {
        let jumps = |lines: Vec<GraticuleLine>| {
            let all = lines.iter().flat_map(|line| &line.pieces).flat_map(|piece| piece.windows(2));
            all.map(|pair| math::hypot(pair[1].x - pair[0].x, pair[1].y - pair[0].y))
                .fold(0.0, f64::max)
        };
        // Two degrees of the southernmost parallels are long on a northern cone, yet no jump across it.
        assert!(jumps(graticule(&Albers::central_asia(), Extent::WORLD, 30.0, 2.0)) < 600.0);
        let globe = Orthographic::new(LonLat::new(35.0, 62.0));
        assert!(jumps(graticule(&globe, Extent::WORLD, 30.0, 2.0)) < 230.0);
    }

    #[test]
    fn an_extent_that_is_no_extent_has_no_lines() {
        let upside_down = Extent { west: 10.0, south: 10.0, east: -10.0, north: -10.0 };
        assert_eq!(graticule(&Albers::central_asia(), upside_down, 5.0, 1.0), []);
        let endless =
            Extent { west: f64::NEG_INFINITY, south: f64::NAN, east: f64::INFINITY, north: 0.0 };
        assert_eq!(graticule(&Albers::central_asia(), endless, 5.0, 1.0), []);
    }
}
