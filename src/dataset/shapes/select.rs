//! Which features, rings and lines of a layer the map has.

use std::collections::BTreeMap;

use super::build::LayerRecipe;
use super::simplify::{PlanePoint, directed, ring_area};
use super::topojson::Feature;
use super::{ShapeKind, arc_index};

/// The part of the plane that the reader can come close to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Focus {
    /// North-west corner, km.
    pub min: PlanePoint,
    /// South-east corner, km.
    pub max: PlanePoint,
    /// A point outside matters this share of what it would inside.
    pub outside_share: f64,
    /// Rings and lines that stay farther outside than this are left out, km.
    pub margin_km: f64,
}

/// Without the features that rank too low, the parts that are too far outside, and the rings that
/// are too small to see and not protected.
pub(super) fn select(
    mut features: Vec<Feature>,
    detail: LayerRecipe,
    focus: Option<Focus>,
    arcs: &[Vec<PlanePoint>],
) -> Vec<Feature> {
    let points = |part: &[i32]| -> Vec<PlanePoint> {
        part.iter().flat_map(|&reference| directed(arcs, reference)).collect()
    };
    features.retain(|feature| feature.rank.is_none_or(|rank| rank <= detail.last_rank));
    for feature in &mut features {
        feature.parts.retain(|part| focus.is_none_or(|focus| focus.reaches(&points(part))));
    }
    let mut uses: BTreeMap<usize, u32> = BTreeMap::new();
    for &reference in features.iter().flat_map(|feature| &feature.parts).flatten() {
        *uses.entry(arc_index(reference)).or_default() += 1;
    }
    let is_shared = |arc: &i32| uses.get(&arc_index(*arc)).is_some_and(|&count| count > 1);
    for feature in features.iter_mut().filter(|feature| feature.kind == ShapeKind::Polygon) {
        let area = |part: &Vec<i32>| ring_area(&points(part));
        let largest = feature.parts.iter().map(area).fold(0.0, f64::max);
        feature.parts.retain(|part| {
            let area = area(part);
            area >= detail.least_ring_km2 || area == largest || part.iter().any(is_shared)
        });
    }
    features.retain(|feature| !feature.parts.is_empty());
    features
}

impl Focus {
    /// True for points inside and on the edge.
    pub(super) fn holds(&self, [x, y]: PlanePoint) -> bool {
        let Self { min, max, .. } = self;
        (min[0]..=max[0]).contains(&x) && (min[1]..=max[1]).contains(&y)
    }

    /// True when the box round the points comes within the margin.
    fn reaches(&self, points: &[PlanePoint]) -> bool {
        let Self { min, max, margin_km, .. } = self;
        (0..2).all(|axis| {
            let least = points.iter().map(|point| point[axis]).fold(f64::INFINITY, f64::min);
            let greatest = points.iter().map(|point| point[axis]).fold(f64::NEG_INFINITY, f64::max);
            least <= max[axis] + margin_km && greatest >= min[axis] - margin_km
        })
    }
}
