//! Capitals of powers: where they lie in the view, or which way and how far they lie outside it.

use crate::atlas::{ActorId, Atlas, LonLat, PlaceId};
use crate::geo::measure::{distance_km, initial_bearing};
use crate::geo::{Albers, Camera, Projection, Rect, ScreenPoint, Size};
use crate::math;

/// A power's capital.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// Whose capital.
    pub power: ActorId,
    /// Which.
    pub place: PlaceId,
    /// Its name.
    pub name: &'static str,
    /// Great-circle distance from Astana in whole km; `None` without Astana.
    pub distance_km: Option<u32>,
    /// Where it lies.
    pub lonlat: LonLat,
}

/// Where a badge stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BadgeSpot {
    /// Of a capital in view its place, else the middle of the arrow.
    pub at: ScreenPoint,
    /// Which way a capital outside the view lies, degrees clockwise from the top; `None` in view.
    pub bearing: Option<f64>,
}

/// The capitals of the powers.
pub fn capitals(atlas: &Atlas) -> Vec<Badge> {
    let astana = atlas.place_named("astana").map(|id| atlas.position(id));
    atlas
        .powers()
        .iter()
        .filter_map(|&power| {
            let place = atlas.actor(power).seat?;
            let lonlat = atlas.position(place);
            let km = astana.map(|astana| distance_km(astana, lonlat));
            let distance_km = km.map(|km| km.round() as u32);
            Some(Badge { power, place, name: atlas.place(place).name, distance_km, lonlat })
        })
        .collect()
}

/// Where badges stand: of capitals outside the view on the way from the panel's middle to the
/// capital, `inset` px from the panel's edge or from what stands before it. `None` where the
/// camera is off the Earth.
pub fn badge_spots(
    badges: &[Badge],
    camera: Camera,
    size: Size,
    inset: f64,
    taken: &[Rect],
) -> Vec<Option<BadgeSpot>> {
    let albers = Albers::central_asia();
    let middle = albers.inverse(camera.center);
    let mut taken = taken.to_vec();
    let mut spots: Vec<Option<BadgeSpot>> = Vec::new();
    for badge in badges {
        let spot = |taken: &[Rect]| badge_spot(badge.lonlat, middle?, camera, size, inset, taken);
        // Two on the same way stand one before the other.
        let alone = spot(&taken);
        let before: Vec<Rect> = badge_boxes(&spots, size.width).collect();
        let meets = badge_boxes(&[alone], size.width).any(|own| {
            before.iter().any(|other| own.shared(*other) > own.width * own.height / 4.0)
        });
        let kept = taken.len();
        taken.extend(before);
        spots.push(if meets { spot(&taken) } else { alone });
        taken.truncate(kept);
    }
    spots
}

/// The boxes that badges take with their names, in a panel of a width.
pub fn badge_boxes(spots: &[Option<BadgeSpot>], width: f64) -> impl Iterator<Item = Rect> {
    spots.iter().flatten().map(move |spot| {
        let left = if spot.at.x > width / 2.0 { spot.at.x - 130.0 } else { spot.at.x - 10.0 };
        Rect::new(left, spot.at.y - 16.0, 140.0, 36.0)
    })
}

fn badge_spot(
    capital: LonLat,
    middle: LonLat,
    camera: Camera,
    size: Size,
    inset: f64,
    taken: &[Rect],
) -> Option<BadgeSpot> {
    let shown = Albers::central_asia().forward(capital);
    let shown = shown.map(|at| camera.screen_from_map(at, size));
    // On the far side of the globe the plane's image misleads; the great circle does not.
    let shown = shown.filter(|_| (capital.lon - middle.lon).abs() < 60.0);
    let panel = Rect::new(0.0, 0.0, size.width, size.height);
    let in_view =
        |at: &ScreenPoint| panel.contains(*at) && !taken.iter().any(|rect| rect.contains(*at));
    if let Some(at) = shown.filter(in_view) {
        return Some(BadgeSpot { at, bearing: None });
    }
    let center = size.center();
    let bearing = match shown {
        Some(at) => math::degrees(math::atan2(at.x - center.x, center.y - at.y)),
        None => initial_bearing(middle, capital)?,
    };
    let turn = math::radians(bearing);
    let way = [math::sin(turn), -math::cos(turn)];
    let reach = |half: f64, along: f64| {
        if along.abs() < 1e-9 { f64::INFINITY } else { (half - inset) / along.abs() }
    };
    let edge = reach(size.width / 2.0, way[0]).min(reach(size.height / 2.0, way[1]));
    let free = taken.iter().map(|rect| before(rect.grown(inset), center, way));
    let far = free.fold(edge, f64::min).max(0.0);
    let at = ScreenPoint::new(center.x + way[0] * far, center.y + way[1] * far);
    Some(BadgeSpot { at, bearing: Some(bearing) })
}

/// How far the way leads until it comes to a box; without end where it misses the box.
fn before(rect: Rect, from: ScreenPoint, way: [f64; 2]) -> f64 {
    let along = |start: f64, step: f64, least: f64, greatest: f64| {
        let (a, b) = ((least - start) / step, (greatest - start) / step);
        // A way along the edges is inside for ever, or never.
        if step.abs() > 1e-9 {
            [a.min(b), a.max(b)]
        } else if (least..=greatest).contains(&start) {
            [f64::NEG_INFINITY, f64::INFINITY]
        } else {
            [f64::INFINITY, f64::NEG_INFINITY]
        }
    };
    let x = along(from.x, way[0], rect.x, rect.right());
    let y = along(from.y, way[1], rect.y, rect.bottom());
    let (enters, leaves) = (x[0].max(y[0]), x[1].min(y[1]));
    if enters > 0.0 && enters < leaves { enters } else { f64::INFINITY }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::MapPoint;

    const SIZE: Size = Size::new(800.0, 600.0);
    const CAMERA: Camera = Camera { center: MapPoint::new(0.0, 0.0), scale: 0.2 };

    fn spot(lon: f64, lat: f64, taken: &[Rect]) -> BadgeSpot {
        let middle = LonLat::new(67.0, 45.0);
        badge_spot(LonLat::new(lon, lat), middle, CAMERA, SIZE, 18.0, taken)
            .expect("the camera is on the Earth")
    }

    #[test]
    fn a_capital_in_view_stands_at_its_place_and_others_at_the_edge() {
        let astana = spot(71.45, 51.18, &[]);
        assert_eq!(astana.bearing, None);
        let beijing = spot(116.4, 39.9, &[]);
        assert!(beijing.bearing.is_some_and(|bearing| (60.0..120.0).contains(&bearing)));
        assert!((beijing.at.x - 782.0).abs() < 1e-9, "{beijing:?}");
        // Beyond the pole: the plane's image would point the wrong way.
        let washington = spot(-77.04, 38.9, &[]);
        assert!((washington.at.y - 18.0).abs() < 1e-9, "{washington:?}");
    }

    #[test]
    fn what_stands_at_the_edge_is_kept_clear_of() {
        let box_ = Rect::new(600.0, 0.0, 200.0, 500.0);
        let beijing = spot(116.4, 39.9, &[box_]);
        assert!(beijing.at.x <= 600.0 - 18.0 + 1e-9, "{beijing:?}");
        let elsewhere = Rect::new(0.0, 0.0, 100.0, 100.0);
        assert_eq!(spot(116.4, 39.9, &[elsewhere]), spot(116.4, 39.9, &[]));
    }
}
