//! From a TopoJSON to the packed base map: project, simplify, quantise, number anew.

use std::collections::BTreeMap;

use super::join::join;
use super::outline::outlines;
pub use super::select::Focus;
use super::select::select;
use super::simplify::{PlanePoint, simplify};
use super::topojson::{self, Feature, Place, Topology};
use super::{Layer, PackedFeature, PackedShapes, arc_index};
use crate::dataset::problem::{Problem, Report};

/// Longitude and latitude in degrees to km east and south of the map's origin; `None` when the
/// place has no image.
pub type Project<'p> = &'p dyn Fn(f64, f64) -> Option<PlanePoint>;

/// A TopoJSON file that was read.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// Its name, for reports.
    pub file: &'s str,
    /// What it holds.
    pub text: &'s str,
}

/// How much detail the packed map keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// The grid's unit, km.
    pub quantum_km: f32,
    /// Points that a ring keeps at least, or all that it has.
    pub ring_points: usize,
    /// Where detail counts; `None` for everywhere alike.
    pub focus: Option<Focus>,
    /// The layers of this map; objects of the file that are in none are faults.
    pub layers: Vec<LayerRecipe>,
    /// Coast and borders are drawn along the areas of this layer, for files that have no lines.
    pub outlined: Option<Layer>,
    /// The map shows a part of what the file holds: areas and lines that leave the projection are
    /// left out, not faults.
    pub partial: bool,
}

/// The detail of one layer. An arc that several layers share has the finest detail of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerRecipe {
    /// Which.
    pub layer: Layer,
    /// Triangle below which a point goes, km².
    pub tolerance_km2: f64,
    /// Rings smaller than this go, km², unless protected: the largest of a feature, and rings that
    /// border on another of the layer, as an enclave does on the hole round it.
    pub least_ring_km2: f64,
    /// Features of a higher rank number are left out; those without rank are not.
    pub last_rank: u8,
}

/// Reads TopoJSON files and packs their layers into one map. Everything that is wrong is in the
/// list; what is wrong is left out.
pub fn build(
    sources: &[Source<'_>],
    project: Project<'_>,
    recipe: &Recipe,
) -> (PackedShapes, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut topology = Topology::default();
    for &Source { file, text } in sources {
        let read = topojson::read(text, file, &mut problems);
        for object in read.objects.keys() {
            if !recipe.layers.iter().any(|detail| detail.layer.name() == object) {
                let known: Vec<_> =
                    recipe.layers.iter().map(|detail| detail.layer.name()).collect();
                let remedy = format!("one of {}", known.join(", "));
                Report::on(&mut problems, file, object).add(
                    "",
                    "is not a layer of the map",
                    remedy,
                );
            }
        }
        if !recipe.partial {
            check_projection(&read.arcs, file, project, &mut problems);
        }
        topology.append(read);
    }
    let Topology { arcs, mut objects } = topology;
    let arcs: Vec<Vec<PlanePoint>> = arcs.iter().map(|arc| project_arc(arc, project)).collect();

    let mut kept: Vec<(LayerRecipe, Vec<Feature>)> = Vec::new();
    for layer in Layer::ALL {
        let Some(&detail) = recipe.layers.iter().find(|detail| detail.layer == layer) else {
            continue;
        };
        match objects.remove(layer.name()) {
            Some(features) => kept.push((detail, select(features, detail, recipe.focus, &arcs))),
            None => {
                let files: Vec<_> = sources.iter().map(|source| source.file).collect();
                let mut report = Report::on(&mut problems, &files.join(", "), layer.name());
                report.add("", "is not there", "an object of that name");
            }
        }
    }

    let outlined = kept.iter().find(|(detail, _)| Some(detail.layer) == recipe.outlined);
    if let Some((detail, areas)) = outlined {
        let lines = outlines(areas).map(|(layer, lines)| (LayerRecipe { layer, ..*detail }, lines));
        kept.extend(lines);
    }

    let mut features: Vec<&mut Feature> = kept.iter_mut().flat_map(|(_, kept)| kept).collect();
    let arcs = join(&arcs, &mut features);
    let points = simplify(&arcs, &kept, recipe);
    (pack(&points, kept, recipe.quantum_km), problems)
}

/// Longest step in degrees along an arc before it is projected: edges along a parallel are curves
/// on the map.
const STEP_DEGREES: f64 = 1.0;

fn check_projection(
    arcs: &[Vec<Place>],
    file: &str,
    project: Project<'_>,
    problems: &mut Vec<Problem>,
) {
    for (index, arc) in arcs.iter().enumerate() {
        if project_arc(arc, project).is_empty() && !arc.is_empty() {
            let mut report = Report::on(problems, file, &format!("arc {index}"));
            report.add("", "leaves the map's projection", "places that the projection shows");
        }
    }
}

/// The arc on the plane; empty when part of it has no image.
fn project_arc(arc: &[Place], project: Project<'_>) -> Vec<PlanePoint> {
    let images = resample(arc).into_iter().map(|[lon, lat]| project(lon, lat));
    images.collect::<Option<_>>().unwrap_or_default()
}

fn resample(arc: &[Place]) -> Vec<Place> {
    let mut places: Vec<Place> = arc.first().copied().into_iter().collect();
    for pair in arc.windows(2) {
        let ([ax, ay], [bx, by]) = (pair[0], pair[1]);
        let steps =
            ((bx - ax).abs().max((by - ay).abs()) / STEP_DEGREES).ceil().clamp(1.0, 360.0) as u32;
        for step in 1..steps {
            let share = f64::from(step) / f64::from(steps);
            places.push([ax + (bx - ax) * share, ay + (by - ay) * share]);
        }
        places.push(pair[1]);
    }
    places
}

/// Puts the points on the grid and numbers the arcs in the order of their first use.
fn pack(
    points: &[Vec<PlanePoint>],
    kept: Vec<(LayerRecipe, Vec<Feature>)>,
    quantum_km: f32,
) -> PackedShapes {
    let mut packed = PackedShapes { quantum_km, ..PackedShapes::default() };
    let mut pen = [0, 0];
    let mut numbers: BTreeMap<usize, i32> = BTreeMap::new();
    for (detail, features) in kept {
        for feature in features {
            let Feature { id, name, class, rank, reason, kind, mut parts } = feature;
            for reference in parts.iter_mut().flatten() {
                let index = arc_index(*reference);
                let number = *numbers.entry(index).or_insert_with(|| {
                    let arc = points.get(index).map(Vec::as_slice).unwrap_or_default();
                    packed.arcs.push(on_grid(arc, f64::from(quantum_km), &mut pen));
                    i32::try_from(packed.arcs.len() - 1).unwrap_or(i32::MAX)
                });
                *reference = if *reference < 0 { !number } else { number };
            }
            packed.features.push(PackedFeature {
                layer: detail.layer,
                id,
                name,
                class,
                rank,
                reason,
                kind,
                parts,
            });
        }
    }
    packed
}

/// The step from the pen to the first point and on from there, in grid units; steps of nothing
/// left out. The pen is then at the first point.
fn on_grid(arc: &[PlanePoint], quantum_km: f64, pen: &mut [i32; 2]) -> Vec<i32> {
    // The map is some thousand km wide: far within i32.
    let on_grid = |point: &PlanePoint| point.map(|km| (km / quantum_km).round() as i32);
    let mut points: Vec<[i32; 2]> = arc.iter().map(on_grid).collect();
    points.dedup();
    let mut from = *pen;
    *pen = points.first().copied().unwrap_or(*pen);
    let steps = points.into_iter().flat_map(|point| {
        let step = [point[0] - from[0], point[1] - from[1]];
        from = point;
        step
    });
    steps.collect()
}

#[cfg(test)]
mod tests {
    use super::super::ShapeKind;
    use super::*;

    /// Degrees taken for 100 km, south down.
    fn plate(lon: f64, lat: f64) -> Option<PlanePoint> {
        (lat < 80.0).then_some([lon * 100.0, -lat * 100.0])
    }

    fn recipe(layers: &[(Layer, f64, f64)]) -> Recipe {
        let layers = layers.iter().map(|&(layer, tolerance_km2, least_ring_km2)| LayerRecipe {
            layer,
            tolerance_km2,
            least_ring_km2,
            last_rank: 2,
        });
        Recipe {
            quantum_km: 0.5,
            ring_points: 4,
            focus: None,
            layers: layers.collect(),
            outlined: None,
            partial: false,
        }
    }

    /// A country of 400 x 400 km with an enclave of another (arc 1), and an islet (arc 2). The
    /// enclave has eight points, of which four are corners.
    const COUNTRIES: &str = r#"{"type":"Topology","arcs":[
        [[0,0],[4,0],[4,4],[0,4],[0,0]],
        [[1,1],[1.05,1.001],[1.1,1],[1.101,1.05],[1.1,1.1],[1.05,1.101],[1,1.1],[1.001,1.05],[1,1]],
        [[6,6],[6.1,6],[6.1,6.1],[6,6]]],
      "objects":{"countries":{"type":"GeometryCollection","geometries":[
        {"type":"MultiPolygon","arcs":[[[0],[-2]],[[2]]],"properties":{"id":"AA","name":"A"}},
        {"type":"Polygon","arcs":[[1]],"properties":{"id":"BB"}}]}}}"#;

    fn built(text: &str, recipe: &Recipe) -> PackedShapes {
        let (packed, problems) = build(&[Source { file: "base.topojson", text }], &plate, recipe);
        assert_eq!(problems, []);
        packed
    }

    #[test]
    fn shared_arcs_are_stored_once_and_islets_go() {
        let packed = built(COUNTRIES, &recipe(&[(Layer::Countries, 10.0, 60.0)]));
        let [a, b] = packed.features.as_slice() else { panic!("two countries") };
        assert_eq!((a.parts.clone(), b.parts.clone()), (vec![vec![0], vec![!1]], vec![vec![1]]));
        assert_eq!((a.id.as_str(), a.name.as_str(), b.kind), ("AA", "A", ShapeKind::Polygon));
        assert_eq!(packed.arcs.len(), 2);
    }

    #[test]
    fn steps_lead_from_point_to_point_in_grid_units() {
        let packed = built(COUNTRIES, &recipe(&[(Layer::Countries, 10.0, 60.0)]));
        assert_eq!(packed.arcs[0], [0, 0, 800, 0, 0, -800, -800, 0, 0, 800]);
        assert_eq!(packed.arcs[1], [200, -200, 20, 0, 0, -20, -20, 0, 0, 20]);
    }

    #[test]
    fn an_enclave_survives_any_tolerance() {
        let packed = built(COUNTRIES, &recipe(&[(Layer::Countries, 1e9, 1e9)]));
        assert_eq!(packed.arcs.len(), 2);
        assert!(packed.arcs[1].len() >= 2 * 5, "{:?}", packed.arcs[1]);
    }

    #[test]
    fn a_fine_tolerance_keeps_every_point() {
        let packed = built(COUNTRIES, &recipe(&[(Layer::Countries, 0.0, 0.0)]));
        // Steps of one degree were put in along the long edges.
        assert_eq!(packed.arcs.iter().map(|arc| arc.len() / 2).collect::<Vec<_>>(), [17, 9, 4]);
    }

    #[test]
    fn an_arc_of_two_layers_has_the_finer_detail() {
        let text = r#"{"type":"Topology","arcs":[[[0,0],[0.5,0.1],[1,0]]],"objects":{
            "rivers":{"type":"LineString","arcs":[0]},"borders":{"type":"LineString","arcs":[-1],"properties":{"class":"disputed"}}}}"#;
        for (rivers, borders, points) in [(1e4, 1e4, 2), (1e4, 1.0, 3), (1.0, 1e4, 3)] {
            let packed = built(
                text,
                &recipe(&[(Layer::Borders, borders, 0.0), (Layer::Rivers, rivers, 0.0)]),
            );
            assert_eq!(packed.arcs.len(), 1);
            assert_eq!(packed.arcs[0].len(), 2 * points, "{rivers} {borders}");
            let layers: Vec<_> = packed.features.iter().map(|feature| feature.layer).collect();
            assert_eq!(layers, [Layer::Rivers, Layer::Borders]);
            assert_eq!(packed.features[1].parts, [[!0]]);
        }
    }

    #[test]
    fn detail_outside_the_focus_goes_first() {
        let text = r#"{"type":"Topology","arcs":[[[0,0],[0.5,0.1],[1,0]],[[10,0],[10.5,0.1],[11,0]]],"objects":{
            "rivers":{"type":"MultiLineString","arcs":[[0],[1]]}}}"#;
        let focus = Focus {
            min: [-100.0, -100.0],
            max: [200.0, 100.0],
            outside_share: 0.01,
            margin_km: 2000.0,
        };
        let recipe = Recipe { focus: Some(focus), ..recipe(&[(Layer::Rivers, 100.0, 0.0)]) };
        let packed = built(text, &recipe);
        assert_eq!(packed.arcs.iter().map(Vec::len).collect::<Vec<_>>(), [6, 4]);
    }

    #[test]
    fn parts_far_outside_the_focus_are_left_out() {
        let text = r#"{"type":"Topology","arcs":[[[0,0],[1,0]],[[10,0],[11,0]]],"objects":{"rivers":
            {"type":"GeometryCollection","geometries":[{"type":"MultiLineString","arcs":[[0],[1]]},{"type":"LineString","arcs":[1]}]}}}"#;
        let focus =
            Focus { min: [-100.0; 2], max: [200.0; 2], outside_share: 1.0, margin_km: 500.0 };
        let packed =
            built(text, &Recipe { focus: Some(focus), ..recipe(&[(Layer::Rivers, 1.0, 0.0)]) });
        assert_eq!((packed.features.len(), packed.arcs.len()), (1, 1));
        assert_eq!(packed.features[0].parts, [[0]]);
    }

    #[test]
    fn a_river_mouth_stays_on_the_shore() {
        let text = r#"{"type":"Topology","arcs":[[[0,0],[1,0.001],[2,0]],[[2,0],[2,2],[0,2],[0,0]],[[1,-3],[1,0.001]]],
            "objects":{"lakes":{"type":"Polygon","arcs":[[0,1]]},"rivers":{"type":"LineString","arcs":[2]}}}"#;
        let packed = built(text, &recipe(&[(Layer::Lakes, 1e3, 0.0), (Layer::Rivers, 1e3, 0.0)]));
        let points: Vec<usize> = packed.arcs.iter().map(|arc| arc.len() / 2).collect();
        assert_eq!(points, [6, 2], "{packed:?}");
    }

    #[test]
    fn a_map_of_a_part_leaves_out_what_its_projection_does_not_show() {
        let text = r#"{"type":"Topology","arcs":[[[0,0],[0,85]],[[0,0],[0,1]]],"objects":{
            "rivers":{"type":"MultiLineString","arcs":[[0],[1]]}}}"#;
        let focus =
            Focus { min: [-100.0; 2], max: [200.0; 2], outside_share: 1.0, margin_km: 500.0 };
        let recipe =
            Recipe { partial: true, focus: Some(focus), ..recipe(&[(Layer::Rivers, 1.0, 0.0)]) };
        assert_eq!(built(text, &recipe).features[0].parts, [[0]]);
    }

    #[test]
    fn missing_and_unknown_layers_and_places_off_the_map_are_all_reported() {
        let text = r#"{"type":"Topology","arcs":[[[0,0],[0,85]]],"objects":{
            "roads":{"type":"LineString","arcs":[0]}}}"#;
        let (packed, problems) = build(
            &[Source { file: "base.topojson", text }],
            &plate,
            &recipe(&[(Layer::Rivers, 1.0, 0.0)]),
        );
        let found: Vec<_> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(
            found,
            [
                "base.topojson · roads: is not a layer of the map; one of rivers",
                "base.topojson · arc 0: leaves the map's projection; places that the projection shows",
                "base.topojson · rivers: is not there; an object of that name",
            ]
        );
        assert_eq!(packed.features, []);
    }

    #[test]
    fn files_are_joined_into_one_map() {
        let river = |lon: u32, rank: u32| {
            format!(
                r#"{{"type":"Topology","arcs":[[[{lon},0],[{lon},1]]],"objects":{{"rivers":
            {{"type":"MultiLineString","arcs":[[0],[-1]],"properties":{{"name":"{lon}","rank":{rank}}}}}}}}}"#
            )
        };
        let texts = [river(0, 1), river(5, 2), river(7, 3)];
        let sources = [0, 1, 2].map(|i| Source { file: "rivers.topojson", text: &texts[i] });
        let (packed, problems) = build(&sources, &plate, &recipe(&[(Layer::Rivers, 1.0, 0.0)]));
        assert_eq!(problems, []);
        let found: Vec<_> =
            packed.features.iter().map(|f| (f.name.as_str(), f.parts.clone())).collect();
        // The third ranks too low.
        assert_eq!(found, [("0", vec![vec![0], vec![!0]]), ("5", vec![vec![1], vec![!1]])]);
        assert_eq!(packed.arcs, [[0, 0, 0, -200], [1000, 0, 0, -200]]);
    }

    #[test]
    fn packed_bytes_read_back_as_the_same_shapes() {
        let packed = built(COUNTRIES, &recipe(&[(Layer::Countries, 10.0, 60.0)]));
        let bytes = postcard::to_allocvec(&packed).expect("plain data always serialises");
        assert_eq!(postcard::from_bytes::<PackedShapes>(&bytes), Ok(packed));
    }
}
