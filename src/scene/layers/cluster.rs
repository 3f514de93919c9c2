//! Points too many to stand apart become one mark, which spreads on demand.

use super::Point;
use crate::atlas::PlaceId;
use crate::geo::{Camera, MapPoint, Rect, ScreenPoint, Size};

/// Points of one layer and sender nearer than this are one mark, px.
const NEAR: f64 = 17.0;

/// So many marks can stand round one place; more become one until the reader spreads them.
const ROUND: usize = 4;

/// Marks that have more than [`CROWDED`] marks and `fixed` ones nearer than this, px, become one on a map that shows
/// wide country.
const CROWD: f64 = 30.0;
const CROWDED: usize = 4;

/// Doublings from which on nothing is gathered: what is then crowded stands at one place, and spreads.
const NEARER: f64 = 3.0;

/// One mark for one point or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Where the first of them lies on the plane.
    pub at: MapPoint,
    /// Their positions among the points; one at least.
    pub members: Vec<usize>,
    /// All lie at this one place, and are of several layers or senders.
    pub shared: Option<PlaceId>,
    /// They are of several layers or senders and lie at several places.
    pub mixed: bool,
}

/// The marks of a camera: what lies a panel's width beyond the edge is left out, so that the work
/// follows what can be seen. The place `spread` keeps its marks apart.
pub fn clusters(
    points: &[Point],
    camera: Camera,
    size: Size,
    spread: Option<PlaceId>,
) -> Vec<Cluster> {
    let reach = Rect::new(0.0, 0.0, size.width, size.height).grown(size.width.max(size.height));
    let screen = |at: MapPoint| camera.screen_from_map(at, size);
    let mut marks: Vec<Cluster> = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let at = screen(point.at);
        if !reach.contains(at) {
            continue;
        }
        let joins = |mark: &&mut Cluster| {
            let first = mark.members.first().and_then(|&first| points.get(first));
            first.is_some_and(|first| {
                (first.layer, first.actor) == (point.layer, point.actor)
                    && screen(first.at).distance(at) < NEAR
            })
        };
        match marks.iter_mut().find(joins) {
            Some(mark) => mark.members.push(index),
            None => {
                let members = vec![index];
                marks.push(Cluster { at: point.at, members, shared: None, mixed: false });
            }
        }
    }
    share(points, marks, spread)
}

/// What is crowded on a map of wide country becomes one mark, to be gone nearer to: `zoom` is the camera's, `fixed`
/// are other marks of the map, px. The marks of the place `spread` stay apart.
pub fn gather(
    points: &[Point],
    marks: Vec<Cluster>,
    (camera, size, zoom): (Camera, Size, f64),
    fixed: &[ScreenPoint],
    spread: Option<PlaceId>,
) -> Vec<Cluster> {
    if zoom >= NEARER {
        return marks;
    }
    let place = |mark: &Cluster| {
        let first = mark.members.first().and_then(|&first| points.get(first));
        first.map(|first| first.place)
    };
    let (mut apart, mut marks): (Vec<Cluster>, Vec<Cluster>) =
        marks.into_iter().partition(|mark| spread.is_some() && place(mark) == spread);
    loop {
        let at: Vec<ScreenPoint> =
            marks.iter().map(|mark| camera.screen_from_map(mark.at, size)).collect();
        let near = |of: ScreenPoint, all: &[ScreenPoint]| {
            all.iter().filter(|own| own.distance(of) < CROWD).count()
        };
        let crowd = |&of: &ScreenPoint| match near(of, &at) {
            0 | 1 => 0,
            own => own + near(of, fixed),
        };
        let crowds: Vec<usize> = at.iter().map(crowd).collect();
        let most = crowds.iter().copied().max().unwrap_or_default();
        let worst = crowds.iter().position(|&own| own == most && own > CROWDED);
        let Some((worst, &middle)) = worst.and_then(|worst| Some((worst, at.get(worst)?))) else {
            apart.append(&mut marks);
            return apart;
        };
        let mut one: Option<Cluster> = marks.get(worst).cloned();
        let mut left = Vec::new();
        for (index, (mark, at)) in marks.into_iter().zip(&at).enumerate() {
            match &mut one {
                Some(one) if index != worst && at.distance(middle) < CROWD => {
                    one.members.extend(mark.members);
                }
                _ if index == worst => {}
                _ => left.push(mark),
            }
        }
        if let Some(mut one) = one {
            one.members.sort_unstable();
            let mut places = one.members.iter().filter_map(|&own| Some(points.get(own)?.place));
            let first = places.next();
            one.shared = first.filter(|first| places.all(|own| own == *first));
            one.mixed = one.shared.is_none();
            left.push(one);
        }
        marks = left;
    }
}

/// Marks that crowd one place become one.
fn share(points: &[Point], marks: Vec<Cluster>, spread: Option<PlaceId>) -> Vec<Cluster> {
    let place = |mark: &Cluster| match mark.members.as_slice() {
        [one] => points.get(*one).map(|point| point.place),
        _ => None,
    };
    let places: Vec<Option<PlaceId>> = marks.iter().map(place).collect();
    let crowded = |place: PlaceId| {
        Some(place) != spread && places.iter().filter(|own| **own == Some(place)).count() > ROUND
    };
    let mut shared: Vec<Cluster> = Vec::new();
    for (mark, place) in marks.into_iter().zip(&places) {
        let Some(place) = place.filter(|&place| crowded(place)) else {
            shared.push(mark);
            continue;
        };
        match shared.iter_mut().find(|own| own.shared == Some(place)) {
            Some(own) => own.members.extend(mark.members),
            None => shared.push(Cluster { shared: Some(place), ..mark }),
        }
    }
    shared
}
