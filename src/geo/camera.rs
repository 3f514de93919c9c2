//! Where the reader looks: the point in the middle of the panel and the scale.

mod spot;
mod zoom;

pub use spot::Spot;
pub use zoom::Zoom;

use super::space::{Bounds, MapPoint, ScreenPoint, Size};

/// The map point in the middle of the panel, and px for each km.
///
/// The camera does not know the panel's size: a resized panel keeps its middle and its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// What is in the middle of the panel.
    pub center: MapPoint,
    /// px per km; above zero.
    pub scale: f64,
}

impl Camera {
    /// The closest camera that shows all of `bounds` with `padding` px free on every side.
    ///
    /// A box or a panel without extent gets the scale of 1 px per km in that direction.
    pub fn fit(bounds: Bounds, size: Size, padding: f64) -> Self {
        let along = |px: f64, km: f64| {
            let free = (px - 2.0 * padding).max(1.0);
            if km > 0.0 { free / km } else { f64::INFINITY }
        };
        let scale = along(size.width, bounds.width()).min(along(size.height, bounds.height()));
        let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
        Self { center: bounds.center(), scale }
    }

    /// Where a map point appears in a panel of this size.
    pub fn screen_from_map(self, point: MapPoint, size: Size) -> ScreenPoint {
        let middle = size.center();
        ScreenPoint::new(
            middle.x + (point.x - self.center.x) * self.scale,
            middle.y + (point.y - self.center.y) * self.scale,
        )
    }

    /// The map point that appears at this place of the panel.
    pub fn map_from_screen(self, point: ScreenPoint, size: Size) -> MapPoint {
        let middle = size.center();
        MapPoint::new(
            self.center.x + (point.x - middle.x) / self.scale,
            self.center.y + (point.y - middle.y) / self.scale,
        )
    }

    /// After the map was dragged by this many px to the right and down.
    pub fn pan_by(self, right: f64, down: f64) -> Self {
        let center =
            MapPoint::new(self.center.x - right / self.scale, self.center.y - down / self.scale);
        Self { center, ..self }
    }

    /// Enlarged `factor` times, as far as `limits` (least and greatest px per km) allow; what is
    /// under `point` stays there.
    pub fn zoom_about(self, point: ScreenPoint, factor: f64, limits: [f64; 2], size: Size) -> Self {
        let wanted = self.scale * factor;
        if !wanted.is_finite() {
            return self;
        }
        let scale = wanted.max(limits[0]).min(limits[1]);
        let fixed = self.map_from_screen(point, size);
        let middle = size.center();
        let center = MapPoint::new(
            fixed.x - (point.x - middle.x) / scale,
            fixed.y - (point.y - middle.y) / scale,
        );
        Self { center, scale }
    }

    /// The part of the plane that a panel of this size shows.
    pub fn visible(self, size: Size) -> Bounds {
        Bounds {
            min: self.map_from_screen(ScreenPoint::new(0.0, 0.0), size),
            max: self.map_from_screen(ScreenPoint::new(size.width, size.height), size),
        }
    }

    /// The place on the way to another camera at `share` 0 to 1. The scale grows evenly in
    /// proportion, so that a flight does not seem to brake.
    pub fn toward(self, other: Self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        let scale = self.scale * crate::math::powf(other.scale / self.scale, share);
        // The middle moves as fast on the screen as the scale lets it: linear in 1 / scale.
        let (from, to) = (1.0 / self.scale, 1.0 / other.scale);
        let moved = if (from - to).abs() > 1e-9 * from {
            (from - 1.0 / scale) / (from - to)
        } else {
            share
        };
        let center = MapPoint::new(
            self.center.x + (other.center.x - self.center.x) * moved,
            self.center.y + (other.center.y - self.center.y) * moved,
        );
        Self { center, scale }
    }

    /// Scale and shift of the SVG group that holds the map in km: `matrix(k 0 0 k x y)`.
    pub fn transform(self, size: Size) -> [f64; 3] {
        let origin = self.screen_from_map(MapPoint::new(0.0, 0.0), size);
        [self.scale, origin.x, origin.y]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIZE: Size = Size::new(800.0, 600.0);

    fn frame() -> Bounds {
        Bounds { min: MapPoint::new(-2000.0, -1400.0), max: MapPoint::new(2000.0, 1230.0) }
    }

    fn cameras() -> impl Strategy<Value = Camera> {
        (-3000.0..3000.0_f64, -3000.0..3000.0_f64, -5.0..5.0_f64).prop_map(|(x, y, zoom)| Camera {
            center: MapPoint::new(x, y),
            scale: crate::math::exp2(zoom),
        })
    }

    #[test]
    fn the_middle_of_the_panel_shows_the_center() {
        let camera = Camera { center: MapPoint::new(100.0, -50.0), scale: 0.5 };
        assert_eq!(camera.screen_from_map(camera.center, SIZE), ScreenPoint::new(400.0, 300.0));
        assert_eq!(
            camera.screen_from_map(MapPoint::new(102.0, -52.0), SIZE),
            ScreenPoint::new(401.0, 299.0)
        );
    }

    #[test]
    fn dragging_to_the_right_shows_what_lies_west() {
        let camera = Camera { center: MapPoint::new(0.0, 0.0), scale: 2.0 }.pan_by(10.0, -4.0);
        assert_eq!(camera.center, MapPoint::new(-5.0, 2.0));
    }

    #[test]
    fn a_fit_fills_the_box_in_one_direction() {
        for size in [SIZE, Size::new(300.0, 900.0), Size::new(2000.0, 200.0)] {
            let camera = Camera::fit(frame(), size, 10.0);
            let a = camera.screen_from_map(frame().min, size);
            let b = camera.screen_from_map(frame().max, size);
            let free = a.x.min(a.y).min(size.width - b.x).min(size.height - b.y);
            assert!((free - 10.0).abs() < 1e-9, "{size:?}: {free}");
        }
    }

    #[test]
    fn a_fit_to_nothing_is_still_a_camera() {
        let point = Bounds { min: MapPoint::new(5.0, 5.0), max: MapPoint::new(5.0, 5.0) };
        assert_eq!(Camera::fit(point, SIZE, 0.0), Camera { center: point.min, scale: 1.0 });
        assert!(Camera::fit(frame(), Size::new(0.0, 0.0), 20.0).scale > 0.0);
    }

    #[test]
    fn a_nonsense_factor_changes_nothing() {
        let camera = Camera { center: MapPoint::new(0.0, 0.0), scale: 1.0 };
        for factor in [f64::NAN, f64::INFINITY] {
            assert_eq!(camera.zoom_about(SIZE.center(), factor, [0.1, 10.0], SIZE), camera);
        }
    }

    #[test]
    fn a_flight_begins_and_ends_at_its_cameras() {
        let a = Camera { center: MapPoint::new(0.0, 0.0), scale: 0.25 };
        let b = Camera { center: MapPoint::new(100.0, 50.0), scale: 4.0 };
        assert_eq!(a.toward(b, 0.0), a);
        let end = a.toward(b, 1.0);
        assert!((end.scale - 4.0).abs() < 1e-12 && (end.center.x - 100.0).abs() < 1e-9);
        assert!((a.toward(b, 0.5).scale - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn map_to_screen_and_back_is_the_same_point(camera in cameras(), x in -3e3..3e3_f64, y in -3e3..3e3_f64) {
            let back = camera.map_from_screen(camera.screen_from_map(MapPoint::new(x, y), SIZE), SIZE);
            prop_assert!((back.x - x).abs() < 1e-6 && (back.y - y).abs() < 1e-6);
        }

        #[test]
        fn zooming_keeps_the_pointed_place_still(
            camera in cameras(), x in 0.0..800.0_f64, y in 0.0..600.0_f64, factor in 0.01..100.0_f64,
        ) {
            let at = ScreenPoint::new(x, y);
            let limits = [0.05, 20.0];
            let zoomed = camera.zoom_about(at, factor, limits, SIZE);
            prop_assert!((limits[0]..=limits[1]).contains(&zoomed.scale));
            let now = zoomed.screen_from_map(camera.map_from_screen(at, SIZE), SIZE);
            prop_assert!(now.distance(at) < 1e-6, "{:?}", now);
        }

        #[test]
        fn the_group_transform_agrees_with_the_camera(camera in cameras(), x in -3e3..3e3_f64, y in -3e3..3e3_f64) {
            let [k, dx, dy] = camera.transform(SIZE);
            let expected = camera.screen_from_map(MapPoint::new(x, y), SIZE);
            let got = ScreenPoint::new(x * k + dx, y * k + dy);
            prop_assert!(got.distance(expected) < 1e-6);
        }
    }
}
