//! A camera in words that mean the same on every screen: a place and a zoom.

use std::fmt;
use std::str::FromStr;

use super::{Camera, Zoom};
use crate::geo::decimal;
use crate::geo::projection::Projection;
use crate::geo::space::LonLat;

/// The place in the middle and how close. Its text is `lon~lat~zoom`, as `69.28~41.31~2.5`.
///
/// The place is kept to a hundredth of a degree (about 1 km), to a thousandth when closer than
/// [`Spot::CLOSE`]: less than two px either way. So reading and writing again gives the same text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    place: LonLat,
    zoom: Zoom,
}

impl Spot {
    /// From this many doublings on, places are kept to a thousandth of a degree.
    pub const CLOSE: f64 = 3.0;

    /// The place rounded as its zoom asks; `None` when it is not on Earth.
    pub fn new(place: LonLat, zoom: Zoom) -> Option<Self> {
        let steps = if zoom.doublings() < Self::CLOSE { 100.0 } else { 1000.0 };
        // The sum makes a negative zero positive, which is written without a sign.
        let rounded = |degrees: f64| (degrees * steps).round() / steps + 0.0;
        let within = place.is_on_earth() && place.lon.abs() <= 180.0;
        let place = LonLat::new(rounded(place.lon), rounded(place.lat));
        within.then_some(Self { place, zoom })
    }

    /// What a camera shows, where `frame_scale` is the scale in px per km that fits the frame.
    /// `None` when its middle is off the Earth.
    pub fn of_camera(
        camera: Camera,
        frame_scale: f64,
        projection: &impl Projection,
    ) -> Option<Self> {
        Self::new(projection.inverse(camera.center)?, Zoom::of_scale(camera.scale, frame_scale)?)
    }

    /// The camera that shows it; `None` when the projection has no image of the place.
    pub fn camera(self, frame_scale: f64, projection: &impl Projection) -> Option<Camera> {
        let center = projection.forward(self.place)?;
        Some(Camera { center, scale: self.zoom.scale(frame_scale) })
    }

    /// The place in the middle.
    pub fn place(self) -> LonLat {
        self.place
    }

    /// How close.
    pub fn zoom(self) -> Zoom {
        self.zoom
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let degrees = |degrees: f64| decimal::write_thousandths((degrees * 1000.0).round() as i32);
        write!(f, "{}~{}~{}", degrees(self.place.lon), degrees(self.place.lat), self.zoom)
    }
}

impl FromStr for Spot {
    type Err = NotASpot;

    fn from_str(text: &str) -> Result<Self, NotASpot> {
        let mut parts = text.split('~');
        let mut next = || parts.next().ok_or(NotASpot);
        let (lon, lat, zoom) = (next()?, next()?, next()?);
        if parts.next().is_some() {
            return Err(NotASpot);
        }
        let degrees = |text: &str| {
            decimal::read_thousandths(text).map(|t| f64::from(t) / 1000.0).ok_or(NotASpot)
        };
        let place = LonLat::new(degrees(lon)?, degrees(lat)?);
        let zoom = zoom.parse().map_err(|_| NotASpot)?;
        Self::new(place, zoom).ok_or(NotASpot)
    }
}

/// The text is not `lon~lat~zoom` with a place on Earth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASpot;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::projection::Albers;
    use crate::geo::space::MapPoint;
    use proptest::prelude::*;

    #[test]
    fn a_spot_reads_and_writes_as_three_short_numbers() {
        for (text, written) in [
            ("69.28~41.31~2.5", Some("69.28~41.31~2.5")),
            ("69.2797~41.3111~2.504", Some("69.28~41.31~2.5")),
            ("69.2797~41.3111~4", Some("69.28~41.311~4")),
            ("-0.001~0~0", Some("0~0~0")),
            ("67~45~40", Some("67~45~6")),
            ("67~45", None),
            ("67~45~1~1", None),
            ("67~95~1", None),
            ("1e9~45~1", None),
            ("67~NaN~1", None),
            ("", None),
            ("~~", None),
        ] {
            let spot = text.parse::<Spot>().ok().map(|spot| spot.to_string());
            assert_eq!(spot.as_deref(), written, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_spot_survives_the_link_and_the_camera(lon in 46.0..88.0_f64, lat in 34.0..56.0_f64, zoom in -1.0..6.0_f64) {
            let zoom = Zoom::new(zoom).expect("the number is finite");
            let spot = Spot::new(LonLat::new(lon, lat), zoom).expect("the place is on Earth");
            prop_assert_eq!(spot.to_string().parse(), Ok(spot));
            let albers = Albers::central_asia();
            let camera = spot.camera(0.3, &albers).expect("the place has an image");
            prop_assert_eq!(Spot::of_camera(camera, 0.3, &albers), Some(spot));
        }

        #[test]
        fn no_text_makes_it_panic(text in "[-0-9.~eNa]{0,24}") {
            let _ = text.parse::<Spot>();
        }
    }

    #[test]
    fn a_camera_off_the_earth_has_no_spot() {
        let camera = Camera { center: MapPoint::new(0.0, -9000.0), scale: 1.0 };
        assert_eq!(Spot::of_camera(camera, 1.0, &Albers::central_asia()), None);
    }
}
