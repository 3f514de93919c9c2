//! The three spaces and their boxes.

/// A place on the Earth, in degrees, longitude first. East and north are positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

impl LonLat {
    /// The place at this longitude and latitude, in degrees.
    pub const fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }

    /// True when both are finite and the latitude lies between the poles. Longitudes may go round more than once.
    pub fn is_on_earth(self) -> bool {
        self.lon.is_finite() && (-90.0..=90.0).contains(&self.lat)
    }
}

/// A point of the projected plane in km from the projection's origin: x to the east, y to the **south**.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// km east of the origin.
    pub x: f64,
    /// km south of the origin.
    pub y: f64,
}

impl MapPoint {
    /// The point this far east and south of the origin, in km.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A point of the panel that shows the map, in CSS px from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScreenPoint {
    /// px to the right.
    pub x: f64,
    /// px down.
    pub y: f64,
}

impl ScreenPoint {
    /// The point this far right of and below the top left corner, in px.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance to another point in px.
    pub fn distance(self, other: Self) -> f64 {
        crate::math::hypot(other.x - self.x, other.y - self.y)
    }
}

/// Width and height of a panel in CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// px.
    pub width: f64,
    /// px.
    pub height: f64,
}

impl Size {
    /// A panel this wide and high, in px.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }

    /// The point in the middle.
    pub fn center(self) -> ScreenPoint {
        ScreenPoint::new(self.width / 2.0, self.height / 2.0)
    }
}

/// A box of the projected plane, in km; `min` is the north-west corner, `max` the south-east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Least x and least y.
    pub min: MapPoint,
    /// Greatest x and greatest y.
    pub max: MapPoint,
}

impl Bounds {
    /// The smallest box round these points; `None` when there are none. Points that are not finite are passed over.
    pub fn around(points: impl IntoIterator<Item = MapPoint>) -> Option<Self> {
        points
            .into_iter()
            .filter(|p| p.x.is_finite() && p.y.is_finite())
            .map(|p| Self { min: p, max: p })
            .reduce(Self::union)
    }

    /// The smallest box round both.
    pub fn union(self, other: Self) -> Self {
        Self {
            min: MapPoint::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: MapPoint::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// West to east, km.
    pub fn width(self) -> f64 {
        self.max.x - self.min.x
    }

    /// North to south, km.
    pub fn height(self) -> f64 {
        self.max.y - self.min.y
    }

    /// The point in the middle.
    pub fn center(self) -> MapPoint {
        MapPoint::new((self.min.x + self.max.x) / 2.0, (self.min.y + self.max.y) / 2.0)
    }

    /// True for points inside and on the edge.
    pub fn contains(self, point: MapPoint) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    /// The box with a margin of this many km added on every side.
    pub fn grown(self, km: f64) -> Self {
        Self {
            min: MapPoint::new(self.min.x - km, self.min.y - km),
            max: MapPoint::new(self.max.x + km, self.max.y + km),
        }
    }
}

/// A box of the panel, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// px.
    pub width: f64,
    /// px.
    pub height: f64,
}

impl Rect {
    /// The box with this upper left corner, width and height.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The square round a point, `radius` to every side.
    pub fn around(center: ScreenPoint, radius: f64) -> Self {
        Self::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius)
    }

    /// The point in the middle.
    pub fn center(self) -> ScreenPoint {
        ScreenPoint::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The area that it shares with another, px².
    pub fn shared(self, other: Self) -> f64 {
        let across = self.right().min(other.right()) - self.x.max(other.x);
        let down = self.bottom().min(other.bottom()) - self.y.max(other.y);
        across.max(0.0) * down.max(0.0)
    }

    /// The smallest box round both.
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self::new(x, y, right - x, bottom - y)
    }

    /// True when the insides have a point in common; boxes that only share an edge do not overlap.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// True when the other lies wholly inside, edges included.
    pub fn holds(self, other: Self) -> bool {
        self.x <= other.x
            && other.right() <= self.right()
            && self.y <= other.y
            && other.bottom() <= self.bottom()
    }

    /// True for points inside and on the edge.
    pub fn contains(self, point: ScreenPoint) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// The box with a margin of this many px added on every side; taken away when negative.
    pub fn grown(self, px: f64) -> Self {
        Self::new(self.x - px, self.y - px, self.width + 2.0 * px, self.height + 2.0 * px)
    }

    /// The point of the box (edge or inside) nearest to a point.
    pub fn nearest(self, point: ScreenPoint) -> ScreenPoint {
        ScreenPoint::new(
            point.x.max(self.x).min(self.right()),
            point.y.max(self.y).min(self.bottom()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_every_point_they_were_made_from() {
        let points =
            [MapPoint::new(3.0, -2.0), MapPoint::new(f64::NAN, 0.0), MapPoint::new(-1.0, 5.0)];
        let bounds = Bounds::around(points).expect("two of the points are finite");
        assert_eq!((bounds.min, bounds.max), (MapPoint::new(-1.0, -2.0), MapPoint::new(3.0, 5.0)));
        assert_eq!((bounds.width(), bounds.height()), (4.0, 7.0));
        assert_eq!(bounds.center(), MapPoint::new(1.0, 1.5));
        assert!(bounds.contains(points[0]) && !bounds.contains(MapPoint::new(4.0, 0.0)));
        assert!(bounds.grown(1.0).contains(MapPoint::new(4.0, 0.0)));
    }

    #[test]
    fn no_points_have_no_bounds() {
        assert_eq!(Bounds::around([]), None);
    }

    #[test]
    fn boxes_that_share_an_edge_do_not_overlap() {
        let left = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!left.overlaps(Rect::new(10.0, 0.0, 5.0, 5.0)));
        assert!(left.overlaps(Rect::new(9.9, 0.0, 5.0, 5.0)));
        assert!(
            left.holds(Rect::new(0.0, 0.0, 10.0, 3.0))
                && !left.holds(Rect::new(1.0, 0.0, 10.0, 3.0))
        );
    }

    #[test]
    fn the_nearest_point_of_a_box_is_on_its_edge_or_the_point_itself() {
        let rect = Rect::new(0.0, 0.0, 10.0, 4.0);
        assert_eq!(rect.nearest(ScreenPoint::new(-3.0, 9.0)), ScreenPoint::new(0.0, 4.0));
        assert_eq!(rect.nearest(ScreenPoint::new(5.0, 2.0)), ScreenPoint::new(5.0, 2.0));
    }

    #[test]
    fn latitudes_beyond_the_poles_are_not_on_earth() {
        for (place, expected) in [
            (LonLat::new(427.0, 41.0), true),
            (LonLat::new(0.0, 90.0), true),
            (LonLat::new(0.0, 90.1), false),
            (LonLat::new(f64::INFINITY, 0.0), false),
            (LonLat::new(0.0, f64::NAN), false),
        ] {
            assert_eq!(place.is_on_earth(), expected, "{place:?}");
        }
    }
}
