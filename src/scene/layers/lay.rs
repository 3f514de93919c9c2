//! Where the marks and texts of the layers stand for one camera, and in which order the keyboard
//! comes to them.

use super::{Cluster, Overlay, RouteLine, Told, anchor, clusters, gather};
use crate::atlas::{ActorId, Atlas, PlaceId};
use crate::geo::{Camera, MapPoint, Rect, ScreenPoint, Size};
use crate::math;
use crate::order::by_key;
use crate::scene::label::{Weight, text_width};
use crate::scene::map::{Draft, INSIDE, Layout, in_view, moored, turn};

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

/// Where what is told of a state is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// The state.
    pub state: ActorId,
    /// The upper middle.
    pub at: MapPoint,
    /// Where it does not stand on the state: a line from its edge to the state, measured from the upper middle in px.
    pub leader: Option<[(f64, f64); 2]>,
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
    let mut blocks = Vec::new();
    for &state in atlas.states() {
        let (Some(room), Some(at)) = (block(atlas, &overlay.told, state), anchor(atlas, state))
        else {
            continue;
        };
        let home = screen(at);
        // Round its anchor by shares of its own size, the nearest first; what stands beside its state has a line to it.
        let (across, down) = (
            [0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75],
            [0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5, -2.0, 2.0, -2.5, 2.5],
        );
        let mut places: Vec<ScreenPoint> = down
            .iter()
            .flat_map(|y| {
                let y = home.y + y * room.height;
                across.map(|x| ScreenPoint::new(home.x + x * room.width, y))
            })
            .collect();
        places.sort_by(|a, b| a.distance(home).total_cmp(&b.distance(home)));
        let own = INSIDE.iter().find(|(slug, _)| *slug == atlas.actor(state).slug);
        let circles = own.map_or([].as_slice(), |(_, circles)| circles);
        let seat = draft.seat(&places, &[room], true).or_else(|| {
            let half = Size::new(room.width / 2.0, room.height / 2.0);
            let seen = in_view(circles, camera, size, half, half.height).into_iter();
            let seen = seen.map(|at| ScreenPoint::new(at.x, at.y - half.height));
            draft.seat(&seen.collect::<Vec<_>>(), &[room], true)
        });
        // A state that is off the panel is not told of.
        if let Some(at) = seat {
            let middle = ScreenPoint::new(at.x, at.y + room.height / 2.0);
            let on_state =
                circles.iter().map(|circle| circle.map(f64::from)).any(|[x, y, radius]| {
                    middle.distance(screen(MapPoint::new(x, y))) < radius * camera.scale
                });
            let to = (home.x - at.x, home.y - at.y);
            let from = (0.0, if to.1 < 0.0 { 0.0 } else { room.height });
            blocks.push(Block { state, at: plane(at), leader: (!on_state).then_some([from, to]) });
        }
    }
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

/// A row of what is told of a state, px high; a row of pills; from a pill to the next, px.
pub const ROW: f64 = 15.0;
const PILLS: f64 = 22.0;
/// See [`ROW`].
pub const PILL: f64 = 44.0;

/// The box of what is told of a state, from its upper middle; `None` where nothing is.
fn block(atlas: &Atlas, told: &Told, state: ActorId) -> Option<Rect> {
    let values = told.areas.iter().filter(|area| area.state == state && !area.label.is_empty());
    let values: Vec<f64> = values.map(|area| text_width(&area.label, 11.0, Weight::Bold)).collect();
    let members = told.members.iter().filter(|member| member.state == state && member.is_known());
    let members =
        members.map(|member| text_width(atlas.say(member.membership), 11.0, Weight::Bold));
    let flows = told.flows.iter().filter(|flow| flow.dyad.state == state).count() as f64;
    // Beside the words there is a sign, and the state where they do not stand on it.
    let rows: Vec<f64> = values.into_iter().chain(members).map(|words| words + 34.0).collect();
    let height = rows.len() as f64 * ROW + if flows > 0.0 { PILLS } else { 0.0 };
    let width = rows.into_iter().fold(flows * PILL, f64::max);
    (height > 0.0).then(|| Rect::new(-width / 2.0, 0.0, width, height))
}

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
