//! Where marks and labels stand for one camera and panel: symbols spread, names placed.

use super::degrees::{Degree, degrees};
use super::names::{AREA_NAMES, AreaName, AreaStyle};
use super::{MapScene, Site, Town};
use crate::atlas::term::PlaceKind;
use crate::atlas::{Atlas, PlaceId};
use crate::geo::{Albers, Camera, MapPoint, Projection, Rect, ScreenPoint, Size};
use crate::math;
use crate::query::standing::SiteStatus;
use crate::scene::label::{Anchor, Mark, Placement, Seat, Side, Weight, place, spread, text_width};
use crate::scene::layers::{Cluster, clusters};

/// Half of a site's symbol, px.
const SITE_RADIUS: f64 = 6.5;

/// Half of a capital's and of a town's ring, px.
const TOWN_RADII: (f64, f64) = (4.5, 2.5);

/// Marks nearer than this are spread, px.
const LEAST_DISTANCE: f64 = 15.0;

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// One a site of the scene, in its order.
    pub sites: Vec<SiteSpot>,
    /// Marks of the other layers.
    pub points: Vec<PointSpot>,
    /// Towns that have room, by their position in the scene.
    pub towns: Vec<TownSpot>,
    /// Areas whose name has room.
    pub names: Vec<NameSpot>,
    /// Degrees at the panel's edge that have room.
    pub degrees: Vec<Degree>,
}

/// A site's symbol and label, measured from its true place in px.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteSpot {
    /// Where the symbol stands.
    pub symbol: (f64, f64),
    /// The line from the symbol back to the true place, where the symbol had to move.
    pub moved: bool,
    /// Its name; `None` where there is no room.
    pub label: Option<Label>,
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

/// A label, measured from the true place of its mark in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where the text begins, ends or has its middle, on its base line.
    pub at: (f64, f64),
    /// `start`, `end` or `middle`.
    pub anchor: &'static str,
    /// The line from the symbol to the label, where that stands off.
    pub leader: Option<[(f64, f64); 2]>,
}

/// A town that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct TownSpot {
    /// Its position in the scene.
    pub index: usize,
    /// Its name.
    pub label: Option<Label>,
}

/// An area's name that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct NameSpot {
    /// The name.
    pub name: &'static AreaName,
    /// Its middle on the plane.
    pub at: MapPoint,
    /// Height of its letters, px.
    pub size: f64,
}

/// Lays out a scene for a camera. `zoom` is the camera's, in doublings from the whole frame;
/// `obstacles` are boxes of the panel that buttons and badges take; the place `spread_at` has its
/// marks apart however many they are.
pub fn layout(
    atlas: &Atlas,
    scene: &MapScene,
    camera: Camera,
    size: Size,
    zoom: f64,
    obstacles: &[Rect],
    spread_at: Option<PlaceId>,
) -> Layout {
    let screen = |at: MapPoint| camera.screen_from_map(at, size);
    let names = area_names(zoom);
    let towns: Vec<(usize, &Town)> =
        scene.towns.iter().enumerate().filter(|(_, town)| shows(town, zoom)).collect();

    let capitals = towns.iter().filter(|(_, town)| town.kind == PlaceKind::Capital);
    let fixed = capitals.map(|(_, town)| Mark { at: screen(town.at), stays: true });
    let movable = scene.sites.iter().map(|site| Mark { at: screen(site.at), stays: false });
    let clusters = clusters(&scene.points, camera, size, spread_at);
    let grouped = clusters.iter().map(|cluster| Mark { at: screen(cluster.at), stays: false });
    let marks: Vec<Mark> = movable.chain(grouped).chain(fixed).collect();
    let symbols = spread(&marks, LEAST_DISTANCE);
    let grouped = symbols.iter().skip(scene.sites.len());
    let points: Vec<PointSpot> = clusters
        .into_iter()
        .zip(grouped)
        .map(|(cluster, &at)| point_spot(cluster, at, camera, size))
        .collect();
    // Names keep clear of symbols that have none.
    let symbol_box = |spot: &PointSpot| {
        let home = screen(spot.cluster.at);
        Rect::around(ScreenPoint::new(home.x + spot.symbol.0, home.y + spot.symbol.1), SITE_RADIUS)
    };
    let values = scene.told.written().map(|(at, taken)| {
        let home = screen(at);
        Rect { x: home.x + taken.x, y: home.y + taken.y, ..taken }
    });
    let obstacles: Vec<Rect> =
        obstacles.iter().copied().chain(points.iter().map(symbol_box)).chain(values).collect();

    let site_anchors =
        scene.sites.iter().zip(&symbols).map(|(site, &at)| site_anchor(atlas, site, at));
    let town_anchors = towns.iter().map(|(_, town)| town_anchor(town, screen(town.at)));
    let name_anchors = names.iter().map(|spot| name_anchor(spot, screen(spot.at)));
    let degrees = degrees(camera, size, zoom);
    let degree_anchors = degrees.iter().map(|degree| degree_anchor(screen(degree.at)));
    let anchors: Vec<Anchor> =
        site_anchors.chain(town_anchors).chain(name_anchors).chain(degree_anchors).collect();
    let panel = Rect::new(0.0, 0.0, size.width, size.height);
    let mut placed = place(&anchors, &obstacles, panel).into_iter();

    let sites = scene.sites.iter().zip(&symbols).map(|(site, &symbol)| {
        let home = screen(site.at);
        SiteSpot {
            symbol: (symbol.x - home.x, symbol.y - home.y),
            moved: symbol.distance(home) > 1.0,
            label: placed.next().and_then(|placement| label(placement, home)),
        }
    });
    let sites: Vec<SiteSpot> = sites.collect();
    let towns = towns
        .iter()
        .filter_map(|&(index, town)| {
            let label = placed.next().and_then(|placement| label(placement, screen(town.at)));
            // A town without a name helps nobody; a capital or an enclave is a landmark all the same.
            let landmark = matches!(town.kind, PlaceKind::Capital | PlaceKind::Enclave);
            (label.is_some() || landmark).then_some(TownSpot { index, label })
        })
        .collect();
    // A name may have moved a little to find room.
    let names = names
        .into_iter()
        .filter_map(|spot| match placed.next()? {
            Placement::Placed(placed) => {
                Some(NameSpot { at: camera.map_from_screen(placed.rect.center(), size), ..spot })
            }
            Placement::Hidden => None,
        })
        .collect();
    let mut has_room = |_: &Degree| matches!(placed.next(), Some(Placement::Placed(_)));
    let degrees = degrees.into_iter().filter(|degree| has_room(degree)).collect();
    Layout { sites, points, towns, names, degrees }
}

fn point_spot(cluster: Cluster, at: ScreenPoint, camera: Camera, size: Size) -> PointSpot {
    let home = camera.screen_from_map(cluster.at, size);
    let symbol = (at.x - home.x, at.y - home.y);
    PointSpot { cluster, symbol, moved: at.distance(home) > 1.0 }
}

/// Labels of the graticule, last of all: where anything else wants to stand they give way.
fn degree_anchor(at: ScreenPoint) -> Anchor {
    Anchor { at, radius: 0.0, priority: 200, size: Size::new(30.0, 10.0), seat: Seat::Fixed }
}

/// Enclaves are named from so many doublings on; farther off the inset names them.
const ENCLAVES_FROM: f64 = 2.2;

/// Farther off than this the map is of more than Central Asia, doublings.
const FAR: f64 = -0.4;

/// More towns the closer the reader looks.
fn shows(town: &Town, zoom: f64) -> bool {
    let ranks = 9.0 + zoom.max(0.0) * 16.0;
    match town.kind {
        PlaceKind::Capital => true,
        PlaceKind::Enclave => zoom >= ENCLAVES_FROM,
        // Far off, the seats of governments round about say more than the towns of the region.
        _ if zoom < FAR => town.abroad,
        _ => f64::from(town.rank) < ranks,
    }
}

/// Letters of an area's name are never smaller than this, px: the name is left out instead.
const LEAST_LETTERS: f64 = 7.5;

fn area_names(zoom: f64) -> Vec<NameSpot> {
    let albers = Albers::central_asia();
    let growth = math::exp2(zoom.clamp(-1.5, 2.0) * 0.5);
    let spot = |name: &'static AreaName| {
        let size = (name.size * growth).min(name.most());
        Some(NameSpot { name, at: albers.forward(name.at)?, size })
    };
    AREA_NAMES.iter().filter_map(spot).filter(|spot| spot.size >= LEAST_LETTERS).collect()
}

fn site_anchor(atlas: &Atlas, site: &Site, at: ScreenPoint) -> Anchor {
    let tag = atlas.actor(site.operator).slug;
    let width =
        text_width(site.name, 11.0, Weight::Regular) + 5.0 + text_width(tag, 9.0, Weight::Bold);
    Anchor {
        at,
        radius: SITE_RADIUS,
        priority: if site.status == SiteStatus::Open { 2 } else { 3 },
        size: Size::new(width, 13.0),
        seat: Seat::BesideOrLeader,
    }
}

fn town_anchor(town: &Town, at: ScreenPoint) -> Anchor {
    let (font, weight, radius, priority, seat) = match town.kind {
        PlaceKind::Capital => (12.0, Weight::Bold, TOWN_RADII.0, 0, Seat::BesideOrLeader),
        PlaceKind::Enclave => (10.5, Weight::Bold, TOWN_RADII.0, 4, Seat::BesideOrLeader),
        _ => (10.5, Weight::Regular, TOWN_RADII.1, 5 + u32::from(town.rank), Seat::Beside),
    };
    let size = Size::new(text_width(town.name, font, weight), font + 2.0);
    Anchor { at, radius, priority, size, seat }
}

fn name_anchor(spot: &NameSpot, at: ScreenPoint) -> Anchor {
    let NameSpot { name, size, .. } = spot;
    let letters = name.text.chars().count() as f64;
    let text = match name.style {
        AreaStyle::Water => name.text.to_owned(),
        AreaStyle::State | AreaStyle::Neighbour => name.text.to_ascii_uppercase(),
    };
    let length = text_width(&text, *size, Weight::Regular) + letters * name.tracking * size;
    // The box of a turned text.
    let turn = math::radians(name.turn);
    let (along, across) = (math::cos(turn).abs(), math::sin(turn).abs());
    Anchor {
        at,
        radius: 0.0,
        priority: if name.style == AreaStyle::State { 1 } else { 80 },
        size: Size::new(length * along + size * across, size * along + length * across * 0.8),
        seat: if name.style == AreaStyle::State { Seat::Standing } else { Seat::Over },
    }
}

/// How far the base line lies above the foot of a label's box, px.
const DESCENT: f64 = 3.0;

fn label(placement: Placement, home: ScreenPoint) -> Option<Label> {
    let Placement::Placed(placed) = placement else { return None };
    let rect = placed.rect;
    let (x, anchor) = match placed.side {
        Side::Right => (rect.x, "start"),
        Side::Left => (rect.right(), "end"),
        Side::Middle => (rect.center().x, "middle"),
    };
    let from_home = |point: ScreenPoint| (point.x - home.x, point.y - home.y);
    Some(Label {
        at: from_home(ScreenPoint::new(x, rect.bottom() - DESCENT)),
        anchor,
        leader: placed.leader.map(|(from, to)| [from_home(from), from_home(to)]),
    })
}
