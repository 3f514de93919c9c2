//! Where the marks and texts of the layers stand for one camera, and in which order the keyboard
//! comes to them.

use super::block::{Block, Seats};
use super::{Cluster, Overlay, RouteLine, clusters, gather};
use crate::atlas::{ActorId, Atlas, PlaceId};
use crate::geo::{Camera, MapPoint, Rect, ScreenPoint, Size};
use crate::math;
use crate::order::by_key;
use crate::scene::label::{Weight, text_width};
use crate::scene::map::{Draft, Layout, moored, turn};

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    /// Sites, towns, names of areas.
    pub base: Layout,
    /// Marks of points.
    pub points: Vec<PointSpot>,
    /// What is told of states as wholes.
    pub blocks: Vec<Block>,
    /// One a route, in its order.
    pub routes: Vec<RouteSpot>,
    /// All that can be pressed, in the order of the keyboard: state by state, first what is told of the
    /// state, then place by place; then what lies elsewhere, then the routes.
    pub turns: Vec<Turn>,
}

/// One mark for points that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct PointSpot {
    /// Which.
    pub cluster: Cluster,
    /// Where the symbol stands, measured from its true place in px.
    pub symbol: (f64, f64),
    /// The symbol had to move.
    pub moved: bool,
}

/// Where a route can be pressed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RouteSpot {
    /// A point of its line.
    pub at: MapPoint,
    /// Its name has room there; else a knot stands for it.
    pub named: bool,
}

/// What the keyboard comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// What is told of a state, by its position among the blocks.
    State(usize),
    /// A site, by its position in the scene.
    Site(usize),
    /// A mark, by its position among the points of the layout.
    Point(usize),
    /// A route, by its position in the scene.
    Route(usize),
}

/// Lays out the map with its layers; as [`crate::scene::map::layout`]. The place `apart` has its marks
/// apart however many they are.
pub fn lay(
    atlas: &Atlas,
    overlay: &Overlay,
    camera: Camera,
    size: Size,
    zoom: f64,
    obstacles: &[Rect],
    apart: Option<PlaceId>,
) -> Laid {
    let screen = |at: MapPoint| camera.screen_from_map(at, size);
    let fixed: Vec<ScreenPoint> = overlay.base.sites.iter().map(|site| screen(site.at)).collect();
    let clusters = clusters(&overlay.points, camera, size, apart);
    let clusters = gather(&overlay.points, clusters, (camera, size, zoom), &fixed, apart);
    let others: Vec<MapPoint> = clusters.iter().map(|cluster| cluster.at).collect();
    let moored = moored(&overlay.base, camera, size);
    let draft = Draft::new(&overlay.base, &moored, camera, size, zoom, obstacles, &others);
    let mut draft = draft.named();
    let sites = overlay.base.sites.len();
    let spot = |(index, cluster): (usize, Cluster)| {
        let symbol = draft.symbol(sites + index, cluster.at);
        PointSpot { cluster, symbol, moved: math::hypot(symbol.0, symbol.1) > 1.0 }
    };
    let points: Vec<PointSpot> = clusters.into_iter().enumerate().map(spot).collect();
    let plane = |at: ScreenPoint| camera.map_from_screen(at, size);
    let seats = Seats { camera, size };
    let told = |&state: &ActorId| seats.seat(atlas, &overlay.told, state, &mut draft);
    let blocks: Vec<Block> = atlas.states().iter().filter_map(told).collect();
    let base = draft.finish(atlas);
    let routes = overlay.told.routes.iter().map(|route| {
        let points: Vec<ScreenPoint> = route.points.iter().map(|&at| screen(at)).collect();
        let places = along(&points);
        let width = text_width(atlas.route(route.route).name, 10.0, Weight::Regular);
        let name = Rect::new(-width / 2.0, -6.0, width, 12.0);
        if let Some(at) = draft.seat(&places, &[name], false) {
            return RouteSpot { at: plane(at), named: true };
        }
        let knot = draft.seat(&places, &[Rect::around(ScreenPoint::new(0.0, 0.0), KNOT)], true);
        RouteSpot { at: knot.map_or(route.middle, plane), named: false }
    });
    let routes: Vec<RouteSpot> = routes.collect();
    let turns = turns(atlas, overlay, &points, &blocks);
    Laid { base, points, blocks, routes, turns }
}

/// Half of a route's knot, px.
const KNOT: f64 = 4.0;

/// Places along a line, those on its longest legs first.
fn along(points: &[ScreenPoint]) -> Vec<ScreenPoint> {
    let mut legs: Vec<_> = points.iter().zip(points.iter().skip(1)).collect();
    legs.sort_by(|a, b| b.0.distance(*b.1).total_cmp(&a.0.distance(*a.1)));
    let at = |(a, b): &(&ScreenPoint, &ScreenPoint), share: f64| {
        ScreenPoint::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
    };
    let shares = [0.5, 0.35, 0.65, 0.2, 0.8];
    shares.iter().flat_map(|&share| legs.iter().map(move |leg| at(leg, share))).collect()
}

fn turns(atlas: &Atlas, overlay: &Overlay, points: &[PointSpot], blocks: &[Block]) -> Vec<Turn> {
    let rank = |state: ActorId| atlas.states().iter().position(|&own| own == state);
    let mut turns: Vec<(u64, Turn)> = Vec::new();
    for (at, &Block { state, .. }) in blocks.iter().enumerate() {
        turns.push(((rank(state).unwrap_or_default() as u64) << 32, Turn::State(at)));
    }
    for (at, site) in overlay.base.sites.iter().enumerate() {
        turns.push((turn(atlas, site.place), Turn::Site(at)));
    }
    for (at, spot) in points.iter().enumerate() {
        let first = spot.cluster.members.first().and_then(|&first| overlay.points.get(first));
        turns.extend(first.map(|first| (turn(atlas, first.place), Turn::Point(at))));
    }
    let routes = overlay.told.routes.iter().enumerate();
    turns.extend(routes.map(|(at, _): (usize, &RouteLine)| (u64::MAX, Turn::Route(at))));
    let order = by_key(turns.iter().map(|(key, _)| *key));
    order.into_iter().filter_map(|at| turns.get(at).map(|(_, turn)| *turn)).collect()
}
