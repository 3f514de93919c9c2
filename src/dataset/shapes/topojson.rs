//! Reading TopoJSON (the TopoJSON Format Specification 1.0) strictly, with every fault reported.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::ShapeKind;
use crate::dataset::problem::{Problem, Report};

/// A place as longitude and latitude in degrees.
pub(in crate::dataset) type Place = [f64; 2];

/// Arcs in degrees and the features that run along them, by object.
#[derive(Debug, Default, PartialEq)]
pub(in crate::dataset) struct Topology {
    pub(in crate::dataset) arcs: Vec<Vec<Place>>,
    pub(in crate::dataset) objects: BTreeMap<String, Vec<Feature>>,
}

/// One geometry of an object.
#[derive(Debug, PartialEq)]
pub(in crate::dataset) struct Feature {
    pub(in crate::dataset) id: String,
    pub(in crate::dataset) name: String,
    pub(in crate::dataset) class: String,
    pub(in crate::dataset) rank: Option<u8>,
    pub(in crate::dataset) reason: String,
    pub(in crate::dataset) kind: ShapeKind,
    pub(in crate::dataset) parts: Vec<Vec<i32>>,
}

impl Topology {
    /// Adds another file's arcs and objects to these.
    pub(in crate::dataset) fn append(&mut self, other: Self) {
        // Far fewer than 2³¹ arcs fit into a text that fits into memory.
        let offset = i32::try_from(self.arcs.len()).unwrap_or(i32::MAX);
        let moved =
            |reference: i32| if reference < 0 { reference - offset } else { reference + offset };
        for (object, mut features) in other.objects {
            for reference in features.iter_mut().flat_map(|feature| &mut feature.parts).flatten() {
                *reference = moved(*reference);
            }
            self.objects.entry(object).or_default().extend(features);
        }
        self.arcs.extend(other.arcs);
    }
}

/// Reads a text; what is faulty is reported and left out.
pub(in crate::dataset) fn read(text: &str, file: &str, problems: &mut Vec<Problem>) -> Topology {
    let raw: RawTopology = match serde_json::from_str(text) {
        Ok(raw) => raw,
        Err(fault) => {
            let remedy = "a TopoJSON topology: type, transform, arcs and objects";
            Report::on(problems, file, "").add("", fault.to_string(), remedy);
            return Topology::default();
        }
    };
    if raw.kind != "Topology" {
        Report::on(problems, file, "").add("type", format!("is \"{}\"", raw.kind), "\"Topology\"");
    }
    let arcs = places(&raw);
    for (index, arc) in arcs.iter().enumerate() {
        let mut report = Report::on(problems, file, &format!("arc {index}"));
        if arc.len() < 2 {
            report.add("", format!("has {} points", arc.len()), "two or more");
        }
        if let Some([lon, lat]) =
            // The steps of a grid add up to a rounding error beyond its end.
            arc
                .iter()
                .find(|[lon, lat]| !(lon.abs() < 180.000_001 && lat.abs() < 90.000_001))
        {
            report.add(
                "",
                format!("passes {lon}, {lat}"),
                "longitudes -180 to 180, latitudes -90 to 90",
            );
        }
    }
    let mut objects = BTreeMap::new();
    for (object, geometry) in raw.objects {
        let mut features = Vec::new();
        let mut open = vec![geometry];
        // Collections may hold collections; the first member is taken first.
        while let Some(geometry) = open.pop() {
            if geometry.kind.as_deref() == Some("GeometryCollection") {
                open.extend(geometry.geometries.into_iter().rev());
                continue;
            }
            let record = format!("{object} {}", label(&geometry, features.len()));
            let mut report = Report::on(problems, file, &record);
            features.extend(feature(geometry, &arcs, &mut report));
        }
        objects.insert(object, features);
    }
    Topology { arcs, objects }
}

#[derive(Deserialize)]
struct RawTopology {
    #[serde(rename = "type")]
    kind: String,
    transform: Option<Transform>,
    arcs: Vec<Vec<Vec<f64>>>,
    objects: BTreeMap<String, RawGeometry>,
}

#[derive(Deserialize)]
struct Transform {
    scale: Place,
    translate: Place,
}

#[derive(Deserialize)]
struct RawGeometry {
    #[serde(rename = "type")]
    kind: Option<String>,
    id: Option<Value>,
    #[serde(default)]
    properties: Map<String, Value>,
    #[serde(default)]
    geometries: Vec<RawGeometry>,
    arcs: Option<Value>,
}

/// Undoes quantisation: with a transform, positions are steps on a grid.
fn places(raw: &RawTopology) -> Vec<Vec<Place>> {
    let place = |position: &Vec<f64>| match position.as_slice() {
        [x, y, ..] => [*x, *y],
        // Reported as off the Earth.
        _ => [f64::NAN; 2],
    };
    let Some(Transform { scale, translate }) = &raw.transform else {
        return raw.arcs.iter().map(|arc| arc.iter().map(place).collect()).collect();
    };
    let absolute = |arc: &Vec<Vec<f64>>| {
        let mut pen = [0.0; 2];
        let moved = arc.iter().map(place).map(|[dx, dy]| {
            pen = [pen[0] + dx, pen[1] + dy];
            [pen[0] * scale[0] + translate[0], pen[1] * scale[1] + translate[1]]
        });
        moved.collect()
    };
    raw.arcs.iter().map(absolute).collect()
}

/// How a report names a geometry: by its id or name, or by its position.
fn label(geometry: &RawGeometry, position: usize) -> String {
    let text =
        |key| geometry.properties.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    text("id")
        .or_else(|| text("name"))
        .map_or_else(|| format!("number {}", position + 1), str::to_owned)
}

/// `None` when nothing of it can be drawn; reported then.
fn feature(geometry: RawGeometry, arcs: &[Vec<Place>], report: &mut Report<'_>) -> Option<Feature> {
    let RawGeometry { kind, id, properties, arcs: references, .. } = geometry;
    // Nesting of the arc numbers: a line is a list of them, a polygon a list of lists ...
    let (kind, depth) = match kind.as_deref() {
        Some("LineString") => (ShapeKind::Line, 0),
        Some("MultiLineString") => (ShapeKind::Line, 1),
        Some("Polygon") => (ShapeKind::Polygon, 1),
        Some("MultiPolygon") => (ShapeKind::Polygon, 2),
        other => {
            let remedy = "LineString, MultiLineString, Polygon or MultiPolygon";
            report.add("type", format!("is {}", other.unwrap_or("null")), remedy);
            return None;
        }
    };
    let mut parts = Vec::new();
    if !flatten(references.as_ref().unwrap_or(&Value::Null), depth, &mut parts) {
        report.add("arcs", "are not nested as the type asks", "lists of arc numbers");
        return None;
    }
    parts.retain(|part| joins(part, kind, arcs, report));
    if parts.is_empty() {
        report.add("arcs", "draw nothing", "at least one ring or line");
        return None;
    }
    let mut texts = [const { String::new() }; 4];
    let mut rank = None;
    if let Some(Value::String(id)) = id {
        texts[0] = id;
    }
    for (key, value) in properties {
        // A border's key are the states on its sides.
        let field = if key == "between" { "id" } else { key.as_str() };
        let slot = ["id", "name", "class", "reason"].iter().position(|known| *known == field);
        match (slot, key.as_str(), value) {
            (_, _, Value::Null) | (_, "licence" | "period" | "within", _) => {}
            (Some(slot), _, Value::String(text)) => texts[slot] = text,
            (None, "rank", value) => {
                rank = value.as_u64().and_then(|rank| u8::try_from(rank).ok());
                if rank.is_none() {
                    report.add("rank", format!("is {value}"), "a whole number from 0 to 255");
                }
            }
            (Some(_), key, value) => report.add(key, format!("is {value}"), "a text"),
            (None, key, _) => report.add(
                key,
                "is not a known property",
                "id, between, name, class, rank, reason, within, period or licence",
            ),
        }
    }
    let [id, name, class, reason] = texts;
    Some(Feature { id, name, class, rank, reason, kind, parts })
}

/// Gathers the innermost lists; false when the value is not nested so.
fn flatten(value: &Value, depth: usize, parts: &mut Vec<Vec<i32>>) -> bool {
    let Value::Array(items) = value else { return false };
    if depth > 0 {
        return items.iter().all(|item| flatten(item, depth - 1, parts));
    }
    let number = |item: &Value| item.as_i64().and_then(|number| i32::try_from(number).ok());
    let part: Option<Vec<i32>> = items.iter().map(number).collect();
    part.map(|part| parts.push(part)).is_some()
}

/// True when the arcs of a part exist, meet end to end and, for a ring, return to the start.
fn joins(part: &[i32], kind: ShapeKind, arcs: &[Vec<Place>], report: &mut Report<'_>) -> bool {
    let mut pen: Option<Place> = None;
    let mut start: Option<Place> = None;
    for &reference in part {
        let Some((first, last)) = ends(reference, arcs) else {
            report.add(
                "arcs",
                format!("name {reference}"),
                format!("0 to {}, or ! of one", arcs.len().saturating_sub(1)),
            );
            return false;
        };
        if pen.is_some_and(|pen| pen != first) {
            report.add(
                "arcs",
                format!("{part:?} do not meet at {reference}"),
                "arcs that meet end to end",
            );
            return false;
        }
        start = start.or(Some(first));
        pen = Some(last);
    }
    if kind == ShapeKind::Polygon && start != pen {
        report.add("arcs", format!("{part:?} do not return to their start"), "closed rings");
        return false;
    }
    !part.is_empty()
}

/// First and last point of an arc in the direction of the reference; `None` when there is none.
fn ends(reference: i32, arcs: &[Vec<Place>]) -> Option<(Place, Place)> {
    let index = if reference < 0 { !reference } else { reference };
    let arc = arcs.get(usize::try_from(index).ok()?)?;
    let (first, last) = (*arc.first()?, *arc.last()?);
    Some(if reference < 0 { (last, first) } else { (first, last) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) -> Topology {
        let mut problems = Vec::new();
        let topology = read(text, "base.topojson", &mut problems);
        let found: Vec<_> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(found, expected);
        topology
    }

    fn with(arcs: &str, geometry: &str) -> String {
        format!(
            r#"{{"type":"Topology","transform":{{"scale":[0.1,0.1],"translate":[60,40]}},"arcs":{arcs},
            "objects":{{"lakes":{{"type":"GeometryCollection","geometries":[{geometry}]}}}}}}"#
        )
    }

    const RING: &str = "[[[0,0],[10,0],[0,10],[-10,-10]]]";

    #[test]
    fn a_quantised_topology_is_read_into_degrees() {
        let geometry = r#"{"type":"MultiPolygon","arcs":[[[0]],[[-1]]],
            "properties":{"id":"x","name":"X","class":null,"rank":2}}"#;
        let topology = check(&with(RING, geometry), &[]);
        assert_eq!(topology.arcs, [[[60.0, 40.0], [61.0, 40.0], [61.0, 41.0], [60.0, 40.0]]]);
        let lake = &topology.objects["lakes"][0];
        assert_eq!(
            (lake.id.as_str(), lake.name.as_str(), lake.class.as_str(), lake.rank),
            ("x", "X", "", Some(2))
        );
        assert_eq!((lake.kind, &lake.parts), (ShapeKind::Polygon, &vec![vec![0], vec![-1]]));
    }

    #[test]
    fn each_fault_is_reported_where_it_is() {
        let nothing = "arcs: draw nothing; at least one ring or line";
        for (arcs, geometry, expected) in [
            (RING, r#"{"type":"Point","properties":{"id":"p"}}"#,
                vec!["base.topojson · lakes p · type: is Point; LineString, MultiLineString, Polygon or MultiPolygon".to_owned()]),
            (RING, r#"{"type":null}"#,
                vec!["base.topojson · lakes number 1 · type: is null; LineString, MultiLineString, Polygon or MultiPolygon".to_owned()]),
            (RING, r#"{"type":"Polygon","arcs":[0]}"#,
                vec!["base.topojson · lakes number 1 · arcs: are not nested as the type asks; lists of arc numbers".to_owned()]),
            (RING, r#"{"type":"LineString","arcs":[7]}"#, vec![
                "base.topojson · lakes number 1 · arcs: name 7; 0 to 0, or ! of one".to_owned(),
                format!("base.topojson · lakes number 1 · {nothing}"),
            ]),
            ("[[[0,0],[1,0]],[[5,5],[1,1]]]", r#"{"type":"LineString","arcs":[0,1]}"#, vec![
                "base.topojson · lakes number 1 · arcs: [0, 1] do not meet at 1; arcs that meet end to end".to_owned(),
                format!("base.topojson · lakes number 1 · {nothing}"),
            ]),
            ("[[[0,0],[1,0],[1,1]]]", r#"{"type":"Polygon","arcs":[[0]]}"#, vec![
                "base.topojson · lakes number 1 · arcs: [0] do not return to their start; closed rings".to_owned(),
                format!("base.topojson · lakes number 1 · {nothing}"),
            ]),
            (RING, r#"{"type":"LineString","arcs":[0],"properties":{"rank":-1,"colour":"red","name":3}}"#, vec![
                "base.topojson · lakes number 1 · colour: is not a known property; id, between, name, class, rank, reason, within, period or licence".to_owned(),
                "base.topojson · lakes number 1 · name: is 3; a text".to_owned(),
                "base.topojson · lakes number 1 · rank: is -1; a whole number from 0 to 255".to_owned(),
            ]),
            ("[[[0,0]],[[0,0],[9999,0]],[[1],[0,0]]]", r#"{"type":"LineString","arcs":[1]}"#, vec![
                "base.topojson · arc 0: has 1 points; two or more".to_owned(),
                "base.topojson · arc 1: passes 1059.9, 40; longitudes -180 to 180, latitudes -90 to 90".to_owned(),
                "base.topojson · arc 2: passes NaN, NaN; longitudes -180 to 180, latitudes -90 to 90".to_owned(),
            ]),
        ] {
            let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
            check(&with(arcs, geometry), &expected);
        }
    }

    #[test]
    fn a_text_that_is_no_topology_is_one_problem() {
        let mut problems = Vec::new();
        assert_eq!(read("{}", "base.topojson", &mut problems), Topology::default());
        assert_eq!(problems.len(), 1);
    }
}
