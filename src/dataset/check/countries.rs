//! How far a place lies from the country that it is said to lie in, on the base map's coarse world.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::dataset::shapes::topojson::{self, Topology};
use crate::math;

/// How far the coarse world's borders and shores may be off: at 1:110 million a bay or an enclave
/// is gone.
pub(super) const COARSE_KM: f64 = 60.0;

/// Kilometres in a degree of a great circle.
const KM_PER_DEGREE: f64 = 111.195;

/// Corners of a ring, longitude and latitude in degrees; the first comes once more at the end.
type Ring = Vec<[f64; 2]>;

/// Every country's rings, by ISO 3166 code.
static WORLD: LazyLock<BTreeMap<String, Vec<Ring>>> = LazyLock::new(|| {
    let text = include_str!("../../../data/geo/world.topojson");
    let mut world = topojson::read(text, "geo/world.topojson", &mut Vec::new());
    let countries = world.objects.remove("countries").unwrap_or_default();
    let rings = |parts: &[Vec<i32>]| parts.iter().map(|part| ring(&world, part)).collect();
    countries.iter().map(|country| (country.id.clone(), rings(&country.parts))).collect()
});

/// A ring's arcs end to end; a negative number is an arc run backwards.
fn ring(world: &Topology, part: &[i32]) -> Ring {
    let arc = |&number: &i32| {
        let index = usize::try_from(number.max(!number)).unwrap_or_default();
        let mut points = world.arcs.get(index).cloned().unwrap_or_default();
        if number < 0 {
            points.reverse();
        }
        points
    };
    part.iter().flat_map(arc).collect()
}

/// Kilometres from a point to a country, 0 inside it; nothing where the world map is too coarse to
/// have the country. Right to a per cent for places near it, which is where it matters.
pub(super) fn km_outside(country: &str, lon: f64, lat: f64) -> Option<f64> {
    let rings = WORLD.get(country)?;
    let shrink = math::cos(math::radians(lat));
    // The plane that touches the Earth at the place, in km from it.
    let flat = |&[x, y]: &[f64; 2]| [(x - lon) * shrink * KM_PER_DEGREE, (y - lat) * KM_PER_DEGREE];
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for ring in rings {
        for (from, to) in ring.iter().map(flat).zip(ring.iter().skip(1).map(flat)) {
            nearest = nearest.min(km_to_segment(from, to));
            inside ^= crosses_ray(from, to);
        }
    }
    Some(if inside { 0.0 } else { nearest })
}

/// Distance of the origin from a segment.
fn km_to_segment([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    math::hypot(ax + along * dx, ay + along * dy)
}

/// Whether a segment crosses the half line from the origin to the east.
fn crosses_ray([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> bool {
    (ay > 0.0) != (by > 0.0) && ax - ay * (bx - ax) / (by - ay) > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_in_its_country_and_not_in_another() {
        for (country, lon, lat, least, most) in [
            ("KZ", 71.4, 51.2, 0.0, 0.0),
            ("KG", 74.6, 42.9, 0.0, 0.0),
            // Kant with two digits of its longitude exchanged lies at the Caspian Sea.
            ("KG", 47.8, 42.9, 1500.0, 2200.0),
            // Almaty is some thirty km from Kyrgyzstan.
            ("KG", 76.9, 43.25, 5.0, 60.0),
            ("RU", -175.0, 66.5, 0.0, 30.0),
        ] {
            let km = km_outside(country, lon, lat).expect("the world has the country");
            assert!((least..=most).contains(&km), "{country} {lon} {lat}: {km} km");
        }
        assert_eq!(km_outside("XX", 0.0, 0.0), None);
    }

    #[test]
    fn a_country_within_another_is_no_part_of_it() {
        // In Lesotho, which South Africa encloses.
        let km = km_outside("ZA", 28.5, -29.5).expect("the world has South Africa");
        assert!(km > 20.0, "{km}");
    }
}
