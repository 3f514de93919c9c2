//! Distances and directions on the sphere, and the scale bar.

use super::EARTH_RADIUS_KM;
use super::projection::wrap_lon;
use super::space::LonLat;
use crate::math;

/// Length of the shortest way between two places, in km along the great circle.
///
/// Formula: the arctangent form that is exact both for neighbours and for antipodes (T. Vincenty,
/// Survey Review 176, 1975, on a sphere).
pub fn distance_km(from: LonLat, to: LonLat) -> f64 {
    let Triangle { east, north, along } = triangle(from, to);
    EARTH_RADIUS_KM * math::atan2(math::hypot(east, north), along)
}

/// The direction in which the shortest way sets out, in degrees clockwise from north, 0 up to 360.
/// `None` between a place and itself or its antipode, where every direction will do.
pub fn initial_bearing(from: LonLat, to: LonLat) -> Option<f64> {
    let Triangle { east, north, .. } = triangle(from, to);
    let known = math::hypot(east, north) > 1e-12;
    // A tiny negative angle plus 360 rounds to 360 itself.
    known.then(|| math::turn(math::degrees(math::atan2(east, north))))
}

/// The unit vector to `to`, seen from `from`.
struct Triangle {
    east: f64,
    north: f64,
    along: f64,
}

fn triangle(from: LonLat, to: LonLat) -> Triangle {
    let (a, b) = (math::radians(from.lat), math::radians(to.lat));
    let turn = math::radians(wrap_lon(to.lon - from.lon));
    let (sin_a, cos_a, sin_b, cos_b) = (math::sin(a), math::cos(a), math::sin(b), math::cos(b));
    Triangle {
        east: cos_b * math::sin(turn),
        north: cos_a * sin_b - sin_a * cos_b * math::cos(turn),
        along: sin_a * sin_b + cos_a * cos_b * math::cos(turn),
    }
}

/// A length that reads well and how long it is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// 1, 2 or 5 times a power of ten.
    pub km: f64,
    /// Its length on the screen.
    pub px: f64,
}

/// The longest bar of a round number of km that is at most `most_px` long at this scale (px per
/// km). `None` when either is not above zero and finite.
pub fn scale_bar(scale: f64, most_px: f64) -> Option<ScaleBar> {
    let most_km = most_px / scale;
    if !(scale > 0.0 && most_px > 0.0 && most_km.is_finite() && most_km > 0.0) {
        return None;
    }
    let exponent = math::log10(most_km).floor();
    // Also one decade up and down, because the logarithm of a power of ten may fall on either side.
    let decades = [exponent - 1.0, exponent, exponent + 1.0].map(power_of_ten);
    let nice = decades.into_iter().flat_map(|ten| [1.0, 2.0, 5.0].map(|leading| leading * ten));
    let km = nice.filter(|&km| km <= most_km * (1.0 + 1e-12)).reduce(f64::max)?;
    Some(ScaleBar { km, px: km * scale })
}

/// 10 to a whole power, by multiplication: exact for the powers that a map meets.
fn power_of_ten(exponent: f64) -> f64 {
    let power = (0..exponent.abs().min(300.0) as u32).fold(1.0, |power, _| power * 10.0);
    if exponent < 0.0 { 1.0 / power } else { power }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ASTANA: LonLat = LonLat::new(71.4491, 51.1694);
    const BISHKEK: LonLat = LonLat::new(74.5901, 42.8700);
    const BEIJING: LonLat = LonLat::new(116.3972, 39.9075);
    const WASHINGTON: LonLat = LonLat::new(-77.0365, 38.8951);
    const MOSCOW: LonLat = LonLat::new(37.6156, 55.7522);

    /// Geodesics on the WGS84 ellipsoid; the sphere is within 0.3 % of them here.
    #[test]
    fn distances_between_capitals_are_the_known_ones() {
        for (name, from, to, km) in [
            ("Astana to Beijing", ASTANA, BEIJING, 3652.0),
            ("Bishkek to Beijing", BISHKEK, BEIJING, 3476.0),
            ("Astana to Washington", ASTANA, WASHINGTON, 9540.0),
            ("Astana to Moscow", ASTANA, MOSCOW, 2272.0),
        ] {
            let found = distance_km(from, to);
            assert!((found / km - 1.0).abs() < 0.003, "{name}: {found}");
        }
        let half_way_round = distance_km(LonLat::new(0.0, 0.0), LonLat::new(180.0, 0.0));
        assert!((half_way_round - std::f64::consts::PI * EARTH_RADIUS_KM).abs() < 1e-6);
    }

    #[test]
    fn bearings_are_clockwise_from_north() {
        let origin = LonLat::new(67.0, 0.0);
        for (lon, lat, expected) in
            [(67.0, 1.0, 0.0), (68.0, 0.0, 90.0), (67.0, -1.0, 180.0), (66.0, 0.0, 270.0)]
        {
            let bearing =
                initial_bearing(origin, LonLat::new(lon, lat)).expect("the places differ");
            assert!((bearing - expected).abs() < 1e-9, "{lon} {lat}: {bearing}");
        }
        let beijing = initial_bearing(LonLat::new(67.0, 45.0), BEIJING).expect("the places differ");
        assert!((75.0..90.0).contains(&beijing), "{beijing}");
        let washington =
            initial_bearing(LonLat::new(67.0, 45.0), WASHINGTON).expect("the places differ");
        assert!((325.0..345.0).contains(&washington), "{washington}");
        assert_eq!(initial_bearing(origin, origin), None);
    }

    #[test]
    fn the_scale_bar_is_a_round_length_that_fits() {
        for (scale, most_px, km) in [
            (0.2, 120.0, 500.0),
            (0.3, 120.0, 200.0),
            (1.0, 100.0, 100.0),
            (0.1, 100.0, 1000.0),
            (19.0, 120.0, 5.0),
            (1000.0, 99.0, 0.05),
        ] {
            let bar = scale_bar(scale, most_px).expect("both are above zero");
            assert!(
                (bar.km - km).abs() < 1e-12 && (bar.px - km * scale).abs() < 1e-9,
                "{scale}: {bar:?}"
            );
        }
        for (scale, most_px) in
            [(0.0, 100.0), (-1.0, 100.0), (1.0, 0.0), (f64::NAN, 100.0), (1.0, f64::INFINITY)]
        {
            assert_eq!(scale_bar(scale, most_px), None, "{scale} {most_px}");
        }
    }

    proptest! {
        #[test]
        fn the_way_back_is_as_long(a in -180.0..180.0_f64, b in -90.0..90.0_f64, c in -180.0..180.0_f64, d in -90.0..90.0_f64) {
            let (from, to) = (LonLat::new(a, b), LonLat::new(c, d));
            prop_assert!((distance_km(from, to) - distance_km(to, from)).abs() < 1e-6);
            let bearing = initial_bearing(from, to);
            prop_assert!(bearing.is_none_or(|degrees| (0.0..360.0).contains(&degrees)));
        }

        #[test]
        fn the_scale_bar_uses_at_least_two_fifths_of_its_room(scale in 0.001..1000.0_f64, most_px in 10.0..500.0_f64) {
            let bar = scale_bar(scale, most_px).expect("both are above zero");
            prop_assert!(bar.px <= most_px * (1.0 + 1e-9) && bar.px >= most_px * 0.399);
        }
    }
}
