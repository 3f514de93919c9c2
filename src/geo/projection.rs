//! From the Earth to the plane and back. One file for each projection.

mod albers;
mod orthographic;

pub use albers::Albers;
pub use orthographic::Orthographic;

use super::space::{LonLat, MapPoint};

/// A map projection on the sphere of [`EARTH_RADIUS_KM`](super::EARTH_RADIUS_KM).
pub trait Projection {
    /// The image of a place; `None` when it has none (not on Earth, or on the far side).
    fn forward(&self, place: LonLat) -> Option<MapPoint>;

    /// The place whose image this is, with its longitude in -180..180; `None` outside the image of the Earth.
    fn inverse(&self, point: MapPoint) -> Option<LonLat>;

    /// The meridian along which the Earth is cut open, in -180..180: lines break there. `None` when there is no cut.
    fn seam(&self) -> Option<f64>;
}

/// The same longitude in -180..180 (180 itself becomes -180).
pub fn wrap_lon(lon: f64) -> f64 {
    if (-180.0..180.0).contains(&lon) { lon } else { crate::math::turn(lon + 180.0) - 180.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longitudes_wrap_into_one_turn() {
        for (lon, expected) in [
            (0.0, 0.0),
            (180.0, -180.0),
            (-180.0, -180.0),
            (190.0, -170.0),
            (-541.0, 179.0),
            (427.0, 67.0),
        ] {
            assert_eq!(wrap_lon(lon), expected, "{lon}");
        }
    }
}
