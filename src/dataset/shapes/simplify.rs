//! Which points of the arcs stay.
//!
//! The method is that of Visvalingam and Whyatt (The Cartographic Journal 30, 1993), which takes away, again and again, the point that spans the smallest triangle with
//! its neighbours.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, BinaryHeap};

use super::build::{LayerRecipe, Recipe};
use super::topojson::Feature;
use super::{ShapeKind, arc_index};

/// A point of the plane in km.
pub(super) type PlanePoint = [f64; 2];

/// The points of each arc that stay; none of arcs that no feature runs along.
pub(super) fn simplify(
    arcs: &[Vec<PlanePoint>],
    kept: &[(LayerRecipe, Vec<Feature>)],
    recipe: &Recipe,
) -> Vec<Vec<PlanePoint>> {
    let ends = line_ends(arcs, kept);
    let weight = |point: PlanePoint| match recipe.focus {
        // A river's mouth stays on the shore that it met.
        _ if ends.contains(&point.map(f64::to_bits)) => f64::INFINITY,
        Some(focus) if !focus.holds(point) => focus.outside_share,
        _ => 1.0,
    };
    let mut tolerances = vec![f64::NEG_INFINITY; arcs.len()];
    for (detail, features) in kept {
        for &reference in features.iter().flat_map(|feature| &feature.parts).flatten() {
            if let Some(tolerance) = tolerances.get_mut(arc_index(reference)) {
                let coarser = if tolerance.is_finite() { *tolerance } else { f64::INFINITY };
                *tolerance = coarser.min(detail.tolerance_km2);
            }
        }
    }
    let ranked: Vec<Vec<f64>> = arcs.iter().map(|arc| importance(arc, weight)).collect();
    let mut stays: Vec<Vec<bool>> = ranked
        .iter()
        .zip(&tolerances)
        .map(|(ranks, &tolerance)| {
            ranks.iter().map(|&rank| tolerance.is_finite() && rank >= tolerance).collect()
        })
        .collect();

    let rings = kept.iter().flat_map(|(_, features)| features);
    for ring in rings
        .filter(|feature| feature.kind == ShapeKind::Polygon)
        .flat_map(|feature| &feature.parts)
    {
        keep_enough(ring, recipe.ring_points, &ranked, &mut stays);
    }
    let chosen = arcs.iter().zip(&stays);
    chosen
        .map(|(arc, stays)| {
            arc.iter().zip(stays).filter(|(_, stays)| **stays).map(|(point, _)| *point).collect()
        })
        .collect()
}

/// Where lines begin and end, to the bit: shared points were projected from the same numbers.
fn line_ends(arcs: &[Vec<PlanePoint>], kept: &[(LayerRecipe, Vec<Feature>)]) -> BTreeSet<[u64; 2]> {
    let lines = kept.iter().flat_map(|(_, features)| features);
    let lines =
        lines.filter(|feature| feature.kind == ShapeKind::Line).flat_map(|line| &line.parts);
    let ends = lines.flat_map(|part| {
        let first = part.first().and_then(|&reference| directed(arcs, reference).first().copied());
        let last = part.last().and_then(|&reference| directed(arcs, reference).last().copied());
        first.into_iter().chain(last)
    });
    ends.map(|point| point.map(f64::to_bits)).collect()
}

/// Brings the most important points of a ring back until it has as many as it should.
fn keep_enough(ring: &[i32], least: usize, ranked: &[Vec<f64>], stays: &mut [Vec<bool>]) {
    let indices = || ring.iter().map(|&reference| arc_index(reference));
    // Every arc shares its last point with the next one's first.
    let inner = |stays: &[bool]| stays.iter().filter(|stays| **stays).count().saturating_sub(1);
    let have: usize =
        indices().filter_map(|index| stays.get(index)).map(|stays| inner(stays)).sum();
    let mut gone: Vec<(f64, usize, usize)> = Vec::new();
    for index in indices() {
        let (Some(ranks), Some(stays)) = (ranked.get(index), stays.get(index)) else { continue };
        let points = ranks.iter().zip(stays).enumerate();
        gone.extend(
            points
                .filter(|(_, (_, stays))| !**stays)
                .map(|(point, (rank, _))| (*rank, index, point)),
        );
    }
    gone.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, index, point) in gone.into_iter().take(least.saturating_sub(have)) {
        stays[index][point] = true;
    }
}

/// For each point the area in km² up to which the line can do without it. Infinite for both ends,
/// which are junctions; never less for a point than for one that goes before it, so that every
/// tolerance cuts the same sequence.
///
/// `weight` multiplies the triangle of a point: below 1 the place matters less, an infinite one
/// stays.
fn importance(line: &[PlanePoint], weight: impl Fn(PlanePoint) -> f64) -> Vec<f64> {
    let count = line.len();
    let mut importance = vec![f64::INFINITY; count];
    if count < 3 {
        return importance;
    }
    let mut before: Vec<usize> = (0..count).map(|i| i.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=count).collect();
    let area = |a: usize, b: usize, c: usize| match weight(line[b]) {
        // Not a product: nothing times infinity is not a number.
        f64::INFINITY => f64::INFINITY,
        weight => triangle_area(line[a], line[b], line[c]) * weight,
    };
    let mut current: Vec<f64> = vec![f64::INFINITY; count];
    let mut queue = BinaryHeap::with_capacity(count);
    for (index, current) in current.iter_mut().enumerate().take(count - 1).skip(1) {
        *current = area(index - 1, index, index + 1);
        queue.push(Reverse(Candidate { area: *current, index }));
    }
    let mut least = 0.0_f64;
    while let Some(Reverse(Candidate { area: queued, index })) = queue.pop() {
        if queued.is_infinite() {
            break;
        }
        // Gone already, or queued again since with another triangle.
        if importance[index].is_finite() || queued.total_cmp(&current[index]).is_ne() {
            continue;
        }
        least = least.max(queued);
        importance[index] = least;
        let (left, right) = (before[index], after[index]);
        after[left] = right;
        before[right] = left;
        for neighbour in [left, right] {
            if neighbour > 0 && neighbour < count - 1 {
                current[neighbour] = area(before[neighbour], neighbour, after[neighbour]);
                queue.push(Reverse(Candidate { area: current[neighbour], index: neighbour }));
            }
        }
    }
    importance
}

/// The point with the smallest triangle comes first; of equals the earlier one.
struct Candidate {
    area: f64,
    index: usize,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.area.total_cmp(&other.area).then(self.index.cmp(&other.index))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Candidate {}

fn triangle_area(a: PlanePoint, b: PlanePoint, c: PlanePoint) -> f64 {
    ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
}

/// The points of an arc in the direction of the reference.
pub(super) fn directed(arcs: &[Vec<PlanePoint>], reference: i32) -> Vec<PlanePoint> {
    let mut points = arcs.get(arc_index(reference)).cloned().unwrap_or_default();
    if reference < 0 {
        points.reverse();
    }
    points
}

/// Area of a ring in km², whichever way it runs; its start may be repeated at the end.
pub(super) fn ring_area(ring: &[PlanePoint]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let doubled: f64 = ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum();
    doubled.abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_flattest_point_matters_least_and_the_ends_always() {
        let line = [[0.0, 0.0], [1.0, 0.1], [2.0, 0.0], [3.0, 4.0], [4.0, 0.0]];
        let found = importance(&line, |_| 1.0);
        assert_eq!((found[0], found[4]), (f64::INFINITY, f64::INFINITY));
        assert!((found[1] - 0.1).abs() < 1e-12, "{found:?}");
        assert!(found[1] < found[2] && found[2] < found[3], "{found:?}");
    }

    #[test]
    fn short_lines_are_all_ends() {
        for count in 0..3 {
            let line = vec![[0.0, 0.0]; count];
            assert_eq!(importance(&line, |_| 1.0), vec![f64::INFINITY; count]);
        }
    }

    #[test]
    fn a_place_of_little_weight_goes_first() {
        let line = [[0.0, 0.0], [1.0, 1.0], [2.0, 0.0], [3.0, 1.0], [4.0, 0.0]];
        let found = importance(&line, |point| if point[0] > 2.5 { 0.1 } else { 1.0 });
        assert!(found[3] < found[1], "{found:?}");
    }

    #[test]
    fn a_place_of_infinite_weight_stays() {
        let line = [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 1.0], [4.0, 0.0]];
        let found = importance(&line, |point| if point[0] == 1.0 { f64::INFINITY } else { 1.0 });
        assert_eq!(found[1], f64::INFINITY);
        assert_eq!(found[2], 0.5);
    }

    #[test]
    fn a_ring_has_its_area_in_either_direction() {
        let ring = [[0.0, 0.0], [2.0, 0.0], [2.0, 3.0], [0.0, 3.0], [0.0, 0.0]];
        let reversed: Vec<_> = ring.iter().rev().copied().collect();
        assert_eq!(
            (ring_area(&ring), ring_area(&reversed), ring_area(&ring[..4])),
            (6.0, 6.0, 6.0)
        );
        assert_eq!(ring_area(&[]), 0.0);
    }

    proptest! {
        #[test]
        fn every_inner_point_has_an_importance(line in prop::collection::vec([-100.0..100.0_f64, -100.0..100.0_f64], 3..60)) {
            let found = importance(&line, |_| 1.0);
            prop_assert!(found[1..line.len() - 1].iter().all(|area| area.is_finite() && *area >= 0.0));
            let backwards: Vec<_> = line.iter().rev().copied().collect();
            let mut mirrored = importance(&backwards, |_| 1.0);
            mirrored.reverse();
            for (a, b) in found.iter().zip(&mirrored) {
                prop_assert!(a == b || (a - b).abs() < 1e-6 * a.abs().max(1.0), "{} {}", a, b);
            }
        }
    }
}
