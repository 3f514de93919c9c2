//! Points too many to stand apart become one mark, which spreads on demand.

use super::Point;
use crate::atlas::PlaceId;
use crate::geo::{Camera, MapPoint, Rect, Size};

/// Points of one layer and sender nearer than this are one mark, px.
const NEAR: f64 = 17.0;

/// So many marks can stand round one place; more become one until the reader spreads them.
const ROUND: usize = 4;

/// One mark for one point or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Where the first of them lies on the plane.
    pub at: MapPoint,
    /// Their positions among the points; one at least.
    pub members: Vec<usize>,
    /// All lie at this one place, and are of several layers or senders.
    pub shared: Option<PlaceId>,
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
            None => marks.push(Cluster { at: point.at, members: vec![index], shared: None }),
        }
    }
    share(points, marks, spread)
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
