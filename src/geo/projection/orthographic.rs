//! Orthographic projection: the globe from far away (J. P. Snyder, "Map Projections: A Working Manual", 1987, section 20).

use super::{Projection, wrap_lon};
use crate::geo::EARTH_RADIUS_KM;
use crate::geo::space::{LonLat, MapPoint};
use crate::math;

/// The half of the globe that faces the viewer, in km from the point in front.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Orthographic {
    center: LonLat,
    sin_lat: f64,
    cos_lat: f64,
}

impl Orthographic {
    /// The locator globe: from above here Washington, Moscow and Beijing are all on the side that
    /// is seen.
    pub fn locator() -> Self {
        Self::new(LonLat::new(35.0, 62.0))
    }

    /// With this place in the middle of the disc.
    pub fn new(center: LonLat) -> Self {
        let lat = math::radians(center.lat);
        Self { center, sin_lat: math::sin(lat), cos_lat: math::cos(lat) }
    }

    /// The place's image or, for a place up to 30 degrees beyond the rim, the point of the rim that
    /// it lies behind: areas that the rim cuts so end along it. `None` farther off.
    pub fn forward_or_rim(&self, place: LonLat) -> Option<MapPoint> {
        if !place.is_on_earth() {
            return None;
        }
        let [x, north, toward] = self.seen(place);
        let reach = math::hypot(x, north);
        let shrink = match toward {
            _ if toward >= 0.0 => 1.0,
            _ if toward > -0.5 && reach > 0.0 => 1.0 / reach,
            _ => return None,
        };
        let radius = EARTH_RADIUS_KM * shrink;
        Some(MapPoint::new(radius * x, -radius * north))
    }

    /// The place on a globe of radius 1 as the viewer has it: to the right, up, towards the viewer.
    fn seen(&self, place: LonLat) -> [f64; 3] {
        let lat = math::radians(place.lat);
        let turn = math::radians(wrap_lon(place.lon - self.center.lon));
        let (sin_lat, cos_lat, cos_turn) = (math::sin(lat), math::cos(lat), math::cos(turn));
        [
            cos_lat * math::sin(turn),
            self.cos_lat * sin_lat - self.sin_lat * cos_lat * cos_turn,
            self.sin_lat * sin_lat + self.cos_lat * cos_lat * cos_turn,
        ]
    }
}

impl Projection for Orthographic {
    fn forward(&self, place: LonLat) -> Option<MapPoint> {
        if !place.is_on_earth() {
            return None;
        }
        let [x, north, toward] = self.seen(place);
        if toward < 0.0 {
            return None;
        }
        Some(MapPoint::new(EARTH_RADIUS_KM * x, -EARTH_RADIUS_KM * north))
    }

    fn inverse(&self, point: MapPoint) -> Option<LonLat> {
        let x = point.x / EARTH_RADIUS_KM;
        let north = -point.y / EARTH_RADIUS_KM;
        let squared = x * x + north * north;
        // The rim comes back from `forward` a rounding error outside.
        if squared.is_nan() || squared > 1.0 + 1e-12 {
            return None;
        }
        let toward = math::sqrt((1.0 - squared).max(0.0));
        let sine = (toward * self.sin_lat + north * self.cos_lat).clamp(-1.0, 1.0);
        let turn = math::atan2(x, toward * self.cos_lat - north * self.sin_lat);
        Some(LonLat::new(
            wrap_lon(self.center.lon + math::degrees(turn)),
            math::degrees(math::asin(sine)),
        ))
    }

    fn seam(&self) -> Option<f64> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::measure;
    use proptest::prelude::*;

    fn globe() -> Orthographic {
        Orthographic::locator()
    }

    #[test]
    fn the_middle_is_the_origin_and_the_far_side_has_no_image() {
        let middle = globe().forward(LonLat::new(35.0, 62.0)).expect("the middle faces the viewer");
        assert!(middle.x.abs() < 1e-9 && middle.y.abs() < 1e-9);
        for place in [LonLat::new(-145.0, -62.0), LonLat::new(35.0, -40.0), LonLat::new(35.0, 99.0)]
        {
            assert_eq!(globe().forward(place), None, "{place:?}");
        }
    }

    #[test]
    fn washington_moscow_and_beijing_share_the_visible_side() {
        for (lon, lat) in
            [(-77.0365, 38.8951), (37.6156, 55.7522), (116.3972, 39.9075), (71.4491, 51.1694)]
        {
            assert!(globe().forward(LonLat::new(lon, lat)).is_some(), "{lon} {lat}");
        }
    }

    #[test]
    fn places_just_beyond_the_rim_are_put_on_it() {
        let off = |lon, lat| {
            let at = globe().forward_or_rim(LonLat::new(lon, lat))?;
            Some(math::hypot(at.x, at.y) / EARTH_RADIUS_KM)
        };
        let rim = off(35.0, -40.0).expect("12 degrees beyond the rim");
        assert!((rim - 1.0).abs() < 1e-9);
        assert!(off(35.0, 20.0).is_some_and(|share| share < 0.7));
        assert_eq!(off(-145.0, -62.0), None);
    }

    #[test]
    fn points_outside_the_disc_have_no_place() {
        for point in [MapPoint::new(EARTH_RADIUS_KM * 1.01, 0.0), MapPoint::new(f64::NAN, 0.0)] {
            assert_eq!(globe().inverse(point), None, "{point:?}");
        }
    }

    #[test]
    fn the_north_pole_is_above_the_middle() {
        let pole = globe().forward(LonLat::new(0.0, 90.0)).expect("28 degrees from the middle");
        assert!(pole.x.abs() < 1e-9 && pole.y < 0.0);
        let back = globe().inverse(pole).expect("inside the disc");
        assert!((back.lat - 90.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_place(lon in -180.0..180.0_f64, lat in -90.0..90.0_f64) {
            let place = LonLat::new(lon, lat);
            if let Some(point) = globe().forward(place) {
                let back = globe().inverse(point).expect("the point is an image");
                // At the rim a km of the plane is many km of ground, so compare on the plane.
                let again = globe().forward(back);
                let off_km = again.map_or(0.0, |p| math::hypot(p.x - point.x, p.y - point.y));
                prop_assert!(off_km < 1e-3, "{:?} {:?}", place, back);
                prop_assert!(measure::distance_km(place, back) < 1.0, "{:?} {:?}", place, back);
            }
        }
    }
}
