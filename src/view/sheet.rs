//! What each sheet of the map shows.

use super::state::Sheet;
use crate::geo::{Bounds, MapPoint};

/// A box of the plane: west, north, east, south in km from the projection's origin.
const fn bounds([west, north, east, south]: [f64; 4]) -> Bounds {
    Bounds { min: MapPoint::new(west, north), max: MapPoint::new(east, south) }
}

impl Sheet {
    /// The part of the plane that it opens on, in a panel of this width in px.
    ///
    /// The region's holds Moscow, 130 km above what the five states and their surroundings need. A
    /// narrow panel cannot spare that room: it opens on the five states alone, and Moscow stands
    /// at the edge as Beijing and Washington do.
    pub fn frame(self, width: f64) -> Bounds {
        match self {
            Self::Region if width < 600.0 => bounds([-1500.0, -1190.0, 1520.0, 1140.0]),
            Self::Region => bounds([-1890.0, -1590.0, 1640.0, 1160.0]),
            // 69.2 to 73.6 degrees east, 39.4 to 41.8 north.
            Self::Fergana => bounds([186.0, 339.0, 560.0, 624.0]),
            // From Ankara to Beijing and from Moscow to Delhi.
            Self::Eurasia => bounds([-3000.0, -2000.0, 4250.0, 1950.0]),
        }
    }

    /// The close-up's window, clear of its slanted sides.
    pub(super) const WINDOW: Bounds = bounds([188.5, 357.5, 542.0, 604.5]);

    /// Whether a part of the plane lies within the close-up's window.
    pub(super) fn is_within_valley(part: Bounds) -> bool {
        Self::WINDOW.contains(part.min) && Self::WINDOW.contains(part.max)
    }

    /// How far the reader can drag the middle of the map.
    pub fn reach(self) -> Bounds {
        match self {
            Self::Region => bounds([-2600.0, -1950.0, 2600.0, 1750.0]),
            Self::Fergana => self.frame(f64::INFINITY),
            Self::Eurasia => bounds([-3800.0, -2800.0, 5000.0, 2600.0]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Albers, LonLat, Projection};

    fn holds(sheet: Sheet, width: f64, (lon, lat): (f64, f64)) -> bool {
        let at = Albers::central_asia().forward(LonLat::new(lon, lat));
        at.is_some_and(|at| sheet.frame(width).contains(at))
    }

    #[test]
    fn each_sheet_holds_what_it_is_for() {
        let (moscow, beijing, ankara, delhi) =
            ((37.62, 55.75), (116.4, 39.9), (32.86, 39.93), (77.2, 28.61));
        let kushka = (62.3, 35.13);
        for (sheet, width, place, expected) in [
            (Sheet::Region, 900.0, moscow, true),
            (Sheet::Region, 360.0, moscow, false),
            (Sheet::Region, 900.0, beijing, false),
            (Sheet::Region, 360.0, kushka, true),
            (Sheet::Eurasia, 900.0, moscow, true),
            (Sheet::Eurasia, 360.0, beijing, true),
            (Sheet::Eurasia, 900.0, ankara, true),
            (Sheet::Eurasia, 900.0, delhi, true),
            (Sheet::Fergana, 900.0, (71.13, 39.95), true),
            (Sheet::Fergana, 900.0, (69.28, 41.31), true),
            (Sheet::Fergana, 900.0, (68.78, 38.54), false),
        ] {
            assert_eq!(holds(sheet, width, place), expected, "{sheet:?} {width} {place:?}");
        }
    }

    #[test]
    fn the_valley_is_drawn_finely_only_inside_its_window() {
        let albers = Albers::central_asia();
        for (part, expected) in [
            ([188.5, 357.5, 542.0, 604.5], true),
            ([300.0, 400.0, 400.0, 450.0], true),
            ([180.0, 400.0, 400.0, 450.0], false),
            ([300.0, 400.0, 400.0, 650.0], false),
        ] {
            let part = bounds(part);
            assert_eq!(Sheet::is_within_valley(part), expected, "{part:?}");
            let corner = |x, y| albers.inverse(MapPoint::new(x, y));
            let corners = [(part.min.x, part.min.y), (part.max.x, part.max.y)]
                .into_iter()
                .chain([(part.min.x, part.max.y), (part.max.x, part.min.y)]);
            for (x, y) in corners.filter(|_| expected) {
                let at = corner(x, y).expect("a place on the plane");
                assert!(
                    (69.2..=73.6).contains(&at.lon) && (39.4..=41.8).contains(&at.lat),
                    "{at:?}"
                );
            }
        }
    }

    #[test]
    fn every_frame_lies_within_reach() {
        for &sheet in Sheet::ALL {
            for width in [360.0, 1200.0] {
                let (frame, reach) = (sheet.frame(width), sheet.reach());
                for corner in [frame.min, frame.max] {
                    assert!(reach.contains(corner), "{sheet:?} {width} {corner:?}");
                }
            }
        }
    }
}
