//! Albers equal-area conic projection (J. P. Snyder, "Map Projections: A Working Manual", 1987, section 14, sphere).
//!
//! Equal areas keep the counts painted on the states honest; with parallels 37° and 53° N the scale of Central Asia is
//! true to 1.1 % and no angle is off by more than 1.25°.

use std::f64::consts::FRAC_PI_2;

use super::{Projection, wrap_lon};
use crate::geo::EARTH_RADIUS_KM;
use crate::geo::space::{LonLat, MapPoint};
use crate::math;

/// Albers equal-area conic, in km.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Albers {
    lon0: f64,
    n: f64,
    c: f64,
    rho0: f64,
}

impl Albers {
    /// The map of this atlas: parallels 37° and 53° N, origin 67° E 45° N.
    pub fn central_asia() -> Self {
        Self::new([37.0, 53.0], LonLat::new(67.0, 45.0))
    }

    /// With these standard parallels (degrees, not symmetric to the equator) and this origin.
    pub fn new(parallels: [f64; 2], origin: LonLat) -> Self {
        let [s1, s2] = parallels.map(|lat| math::sin(math::radians(lat)));
        let n = (s1 + s2) / 2.0;
        let c = 1.0 + s1 * s2;
        let rho0 = math::sqrt(c - 2.0 * n * math::sin(math::radians(origin.lat))) / n;
        Self { lon0: origin.lon, n, c, rho0 }
    }
}

impl Projection for Albers {
    fn forward(&self, place: LonLat) -> Option<MapPoint> {
        if !place.is_on_earth() {
            return None;
        }
        let under_root = self.c - 2.0 * self.n * math::sin(math::radians(place.lat));
        if under_root < 0.0 {
            return None;
        }
        let rho = math::sqrt(under_root) / self.n;
        let theta = self.n * math::radians(wrap_lon(place.lon - self.lon0));
        let x = EARTH_RADIUS_KM * rho * math::sin(theta);
        let north = EARTH_RADIUS_KM * (self.rho0 - rho * math::cos(theta));
        Some(MapPoint::new(x, -north))
    }

    fn inverse(&self, point: MapPoint) -> Option<LonLat> {
        let x = point.x / EARTH_RADIUS_KM;
        let to_apex = self.rho0 + point.y / EARTH_RADIUS_KM;
        let side = self.n.signum();
        let theta = math::atan2(side * x, side * to_apex);
        let lon_offset = math::degrees(theta / self.n);
        let rho = math::hypot(x, to_apex) * self.n;
        let mut sine = (self.c - rho * rho) / (2.0 * self.n);
        // The poles come back from `forward` a rounding error beyond ±1.
        if sine.abs() > 1.0 && sine.abs() < 1.0 + 1e-9 {
            sine = sine.signum();
        }
        // Written so that NaN fails too.
        if !(sine.abs() <= 1.0 && lon_offset.abs() <= 180.0 + 1e-9) {
            return None;
        }
        let lat = if sine.abs() == 1.0 { sine * FRAC_PI_2 } else { math::asin(sine) };
        Some(LonLat::new(wrap_lon(self.lon0 + lon_offset), math::degrees(lat)))
    }

    fn seam(&self) -> Option<f64> {
        Some(wrap_lon(self.lon0 + 180.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Computed with pyproj on the same sphere; y is south here.
    #[test]
    fn reference_places_fall_where_other_software_puts_them() {
        let albers = Albers::central_asia();
        for (name, lon, lat, x, y) in [
            ("origin", 67.0, 45.0, 0.0, 0.0),
            ("Tashkent", 69.2797, 41.3111, 189.01, 411.17),
            ("Moscow", 37.6156, 55.7522, -1817.19, -1530.13),
            ("Beijing", 116.3972, 39.9075, 3941.00, -656.21),
        ] {
            let point =
                albers.forward(LonLat::new(lon, lat)).expect("every place on Earth has an image");
            assert!((point.x - x).abs() < 0.3 && (point.y - y).abs() < 0.3, "{name}: {point:?}");
        }
    }

    #[test]
    fn constants_are_those_of_the_published_formula() {
        let Albers { n, c, rho0, .. } = Albers::central_asia();
        for (value, expected) in
            [(n, 0.700_225_266_6), (c, 1.480_630_848_0), (rho0, 1.000_048_289_4)]
        {
            assert!((value - expected).abs() < 1e-9, "{value}");
        }
    }

    #[test]
    fn places_and_points_off_the_earth_have_no_image() {
        let albers = Albers::central_asia();
        for place in
            [LonLat::new(67.0, 91.0), LonLat::new(f64::NAN, 45.0), LonLat::new(67.0, f64::NAN)]
        {
            assert_eq!(albers.forward(place), None, "{place:?}");
        }
        for point in
            [(0.0, 1e6), (0.0, -1e5), (f64::NAN, 0.0), (0.0, f64::INFINITY), (0.0, -6400.0)]
        {
            assert_eq!(albers.inverse(MapPoint::new(point.0, point.1)), None, "{point:?}");
        }
    }

    #[test]
    fn the_poles_go_there_and_back() {
        let albers = Albers::central_asia();
        for lat in [90.0, -90.0] {
            let point = albers.forward(LonLat::new(67.0, lat)).expect("poles are arcs on this map");
            let back = albers.inverse(point).expect("on the edge of the image");
            assert!((back.lat - lat).abs() < 1e-4, "{back:?}");
        }
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_place(lon in -180.0..180.0_f64, lat in -89.9..89.9_f64) {
            let albers = Albers::central_asia();
            let point = albers.forward(LonLat::new(lon, lat)).expect("every place on Earth has an image");
            let back = albers.inverse(point).expect("the point is an image");
            prop_assert!((back.lat - lat).abs() < 1e-7, "{:?}", back);
            prop_assert!(wrap_lon(back.lon - lon).abs() < 1e-7, "{:?}", back);
        }

        #[test]
        fn areas_are_kept(lon in 46.0..88.0_f64, lat in 34.0..56.0_f64) {
            let albers = Albers::central_asia();
            let step = 0.01;
            let corner = |dx: f64, dy: f64| {
                albers.forward(LonLat::new(lon + dx, lat + dy)).expect("every place on Earth has an image")
            };
            let (a, b, c, d) = (corner(0.0, 0.0), corner(step, 0.0), corner(step, step), corner(0.0, step));
            let area = ((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)).abs() / 2.0;
            let on_earth = EARTH_RADIUS_KM * EARTH_RADIUS_KM * math::radians(step)
                * (math::sin(math::radians(lat + step)) - math::sin(math::radians(lat)));
            prop_assert!((area / on_earth - 1.0).abs() < 1e-5, "{}", area / on_earth);
        }
    }
}
