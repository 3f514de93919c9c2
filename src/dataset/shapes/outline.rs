//! Coast and borders of a file that holds areas only.

use std::collections::BTreeMap;

use super::super::known::STATES;
use super::topojson::Feature;
use super::{Layer, ShapeKind, arc_index};

/// Arcs of one area only are coast, arcs of two a border, named by its sides as `CN-KZ`; by one
/// code where a line runs within a country.
pub(super) fn outlines(areas: &[Feature]) -> [(Layer, Vec<Feature>); 2] {
    let mut sides: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for area in areas {
        for &reference in area.parts.iter().flatten() {
            sides.entry(arc_index(reference)).or_default().push(&area.id);
        }
    }
    let mut coast = line(String::new(), "");
    let mut borders: BTreeMap<String, Feature> = BTreeMap::new();
    for (arc, mut sides) in sides {
        // Far fewer than 2³¹ arcs fit into memory.
        let arc = i32::try_from(arc).unwrap_or(i32::MAX);
        sides.sort_unstable();
        match sides.as_slice() {
            [a, b] => {
                let class =
                    if STATES.contains(a) || STATES.contains(b) { "state" } else { "other" };
                let id = if a == b { (*a).to_owned() } else { format!("{a}-{b}") };
                let border = borders.entry(id.clone()).or_insert_with(|| line(id, class));
                border.parts.push(vec![arc]);
            }
            _ => coast.parts.push(vec![arc]),
        }
    }
    [(Layer::Coast, vec![coast]), (Layer::Borders, borders.into_values().collect())]
}

fn line(id: String, class: &str) -> Feature {
    Feature {
        id,
        name: String::new(),
        class: class.to_owned(),
        rank: None,
        reason: String::new(),
        kind: ShapeKind::Line,
        parts: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(id: &str, ring: Vec<i32>) -> Feature {
        Feature { kind: ShapeKind::Polygon, parts: vec![ring], ..line(id.to_owned(), "") }
    }

    #[test]
    fn arcs_of_one_area_are_coast_and_arcs_of_two_a_border() {
        let areas = [
            area("KZ", vec![0, 1]),
            area("CN", vec![!0, 2, 3]),
            area("UA", vec![!3, 4]),
            area("UA", vec![!4, 5]),
        ];
        let [(_, coast), (_, borders)] = outlines(&areas);
        assert_eq!(coast[0].parts, [[1], [2], [5]]);
        let found: Vec<_> = borders
            .iter()
            .map(|border| (border.id.as_str(), border.class.as_str(), border.parts.concat()))
            .collect();
        assert_eq!(
            found,
            [
                ("CN-KZ", "state", vec![0]),
                ("CN-UA", "other", vec![3]),
                // A line within a country.
                ("UA", "other", vec![4]),
            ]
        );
    }
}
