//! Where marks and labels stand for one camera and panel: symbols spread, names placed.

use super::degrees::{Degree, degrees};
use super::names::{AREA_NAMES, AreaName, AreaStyle, Letter, in_view};
use super::plate::INSIDE;
use super::{MapScene, Site, Town};
use crate::atlas::Atlas;
use crate::atlas::term::PlaceKind;
use crate::geo::{Albers, Camera, MapPoint, Projection, Rect, ScreenPoint, Size};
use crate::math;
use crate::query::standing::SiteStatus;
use crate::scene::label::{Anchor, Mark, Placement, Seat, Side, Weight, place, spread, text_width};

/// Half of a mark's symbol, px.
pub const SYMBOL: f64 = 6.5;

/// Half of a capital's and of a town's ring, px.
const TOWN_RADII: (f64, f64) = (4.5, 2.5);

/// Marks nearer than this are spread, px.
const LEAST_DISTANCE: f64 = 15.0;

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// One a site of the scene, in its order.
    pub sites: Vec<SiteSpot>,
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
    /// As it is written.
    pub text: String,
    /// Its middle on the plane.
    pub at: MapPoint,
    /// Height of its letters, px.
    pub size: f64,
    /// Where they stand.
    pub letters: Vec<Letter>,
}

/// Lays out a scene for a camera. `zoom` is the camera's, in doublings from the whole frame;
/// `obstacles` are boxes of the panel that buttons and badges take.
pub fn layout(
    atlas: &Atlas,
    scene: &MapScene,
    camera: Camera,
    size: Size,
    zoom: f64,
    obstacles: &[Rect],
) -> Layout {
    let moored = moored(scene, camera, size);
    Draft::new(scene, &moored, camera, size, zoom, obstacles, &[]).named().finish(atlas)
}

/// Where the symbols of a scene's berths stand, in their order, and after them the capitals: none over another, and the
/// same at any date.
pub fn moored(scene: &MapScene, camera: Camera, size: Size) -> Vec<ScreenPoint> {
    let mark = |at, stays| Mark { at: camera.screen_from_map(at, size), stays };
    let berths = scene.berths.iter().map(|berth| mark(berth.at, false));
    let capitals = scene.towns.iter().filter(|town| town.kind == PlaceKind::Capital);
    let marks: Vec<Mark> = berths.chain(capitals.map(|town| mark(town.at, true))).collect();
    spread(&marks, LEAST_DISTANCE)
}

/// A layout in the making: symbols and the names of the five states stand, all other texts come after.
/// Who has more to write than sites, towns and areas seats it in between.
pub struct Draft<'s> {
    scene: &'s MapScene,
    camera: Camera,
    size: Size,
    zoom: f64,
    /// Sites, then the other marks, where they are drawn.
    symbols: Vec<ScreenPoint>,
    /// Towns of this zoom, by their position in the scene.
    towns: Vec<(usize, &'s Town)>,
    /// What no text may cover: berths and capitals, which have labels of their own to come.
    labelled: Vec<Rect>,
    /// The same: everything else.
    taken: Vec<Rect>,
    names: Vec<NameSpot>,
}

impl<'s> Draft<'s> {
    /// Begins as [`layout`] does, with no name of an area yet; `moored` is what [`moored`] says of the scene, `others`
    /// are the places of marks beside its sites.
    pub fn new(
        scene: &'s MapScene,
        moored: &[ScreenPoint],
        camera: Camera,
        size: Size,
        zoom: f64,
        obstacles: &[Rect],
        others: &[MapPoint],
    ) -> Self {
        let screen = |at: MapPoint| camera.screen_from_map(at, size);
        let towns: Vec<(usize, &Town)> =
            scene.towns.iter().enumerate().filter(|(_, town)| shows(town, zoom)).collect();
        let mut berths = scene.berths.iter().zip(moored);
        let sites = scene.sites.iter().map(|site| {
            // Both are in one order, and each site has its berth.
            let own =
                berths.find(|(own, _)| (own.place, own.operator) == (site.place, site.operator));
            own.map_or_else(|| screen(site.at), |(_, at)| *at)
        });
        let mut symbols: Vec<ScreenPoint> = sites.collect();
        let box_of = |at: &ScreenPoint| Rect::around(*at, SYMBOL);
        let mut taken = Vec::new();
        if !others.is_empty() {
            // They give way to the sites, which stand the same whatever is beside them.
            let sites = moored.iter().map(|&at| Mark { at, stays: true });
            let giving_way = others.iter().map(|&at| Mark { at: screen(at), stays: false });
            let marks: Vec<Mark> = giving_way.chain(sites).collect();
            symbols.extend(spread(&marks, LEAST_DISTANCE).into_iter().take(others.len()));
            taken.extend(symbols.iter().skip(scene.sites.len()).map(box_of));
        }
        taken.extend(obstacles);
        Self {
            scene,
            camera,
            size,
            zoom,
            towns,
            labelled: moored.iter().map(box_of).collect(),
            taken,
            symbols,
            names: Vec::new(),
        }
    }

    /// With the names of the five states.
    #[must_use]
    pub fn named(mut self) -> Self {
        self.name_areas(true);
        self
    }

    /// Where the mark of a number is drawn, measured from its true place in px: sites first, then the others.
    pub fn symbol(&self, index: usize, at: MapPoint) -> (f64, f64) {
        let home = self.camera.screen_from_map(at, self.size);
        self.symbols.get(index).map_or((0.0, 0.0), |symbol| (symbol.x - home.x, symbol.y - home.y))
    }

    /// Seats a text of these boxes, measured from its place, at the first of the places where it covers
    /// nothing; where there is none and it `must` stand, where it covers least. `None` without room, or
    /// where no place holds all of it.
    pub fn seat(
        &mut self,
        places: &[ScreenPoint],
        boxes: &[Rect],
        must: bool,
    ) -> Option<ScreenPoint> {
        let panel = Rect::new(0.0, 0.0, self.size.width, self.size.height);
        let mut best: Option<(f64, ScreenPoint, Vec<Rect>)> = None;
        for &at in places {
            let own: Vec<Rect> =
                boxes.iter().map(|own| Rect { x: own.x + at.x, y: own.y + at.y, ..*own }).collect();
            if !own.iter().all(|own| panel.holds(*own)) {
                continue;
            }
            let Some(all) = own.iter().copied().reduce(Rect::union) else { continue };
            let taken = self.taken.iter().chain(&self.labelled).filter(|rect| rect.overlaps(all));
            let covered: f64 =
                taken.map(|rect| own.iter().map(|own| own.shared(*rect)).sum::<f64>()).sum();
            if best.as_ref().is_none_or(|(least, ..)| covered < *least) {
                best = Some((covered, at, own));
            }
            if covered <= 0.0 {
                break;
            }
        }
        let (_, at, own) = best.filter(|(covered, ..)| must || *covered <= 0.0)?;
        self.taken.extend(own);
        Some(at)
    }

    /// The names of the five states, or of all other areas.
    fn name_areas(&mut self, own: bool) {
        let albers = Albers::central_asia();
        let growth = math::exp2(self.zoom.clamp(-1.5, 2.0) * 0.5);
        let all = AREA_NAMES.iter().zip(&self.scene.names).enumerate();
        for (index, (name, text)) in
            all.filter(|(_, (name, _))| (name.style == AreaStyle::State) == own)
        {
            let size = (name.size * growth).min(name.most());
            let Some(at) = albers.forward(name.at).filter(|_| size >= LEAST_LETTERS) else {
                continue;
            };
            let (letters, boxes) = name.letters(text, size, self.camera.scale);
            let home = self.camera.screen_from_map(at, self.size);
            let steps = [0.0, -0.7, 0.7, -1.4, 1.4, -2.1, 2.1];
            let places = steps.map(|step| ScreenPoint::new(home.x, home.y + step * size));
            let seat = self.seat(&places, &boxes, own).map(|at| (at, letters));
            // A state that is partly off the panel is named on what is seen of it.
            let circles = INSIDE.get(index).filter(|_| own).map(|(_, circles)| *circles);
            let seat = seat.or_else(|| self.name_in_view(name, text, size, circles?));
            if let Some((at, letters)) = seat {
                let at = self.camera.map_from_screen(at, self.size);
                self.names.push(NameSpot { name, text: text.clone(), at, size, letters });
            }
        }
    }

    /// A place for a state's name on what the panel shows of the state: level, and within the state where that has
    /// room, else with its letters near one another.
    fn name_in_view(
        &mut self,
        name: &AreaName,
        text: &str,
        size: f64,
        circles: &[[i16; 3]],
    ) -> Option<(ScreenPoint, Vec<Letter>)> {
        for (gap, within) in [(0.5, true), (0.1, false)] {
            let px =
                text_width(text, size, Weight::Regular) + gap * size * text.chars().count() as f64;
            let level = AreaName { span: px / self.camera.scale, turn: 0.0, bend: 0.0, ..*name };
            let (letters, boxes) = level.letters(text, size, self.camera.scale);
            let half = Size::new(px / 2.0 + size, size);
            let least = if within { half.width } else { half.height };
            let places = in_view(circles, self.camera, self.size, half, least);
            if let Some(at) = self.seat(&places, &boxes, false) {
                return Some((at, letters));
            }
        }
        None
    }

    /// Labels sites, towns, degrees and the other areas.
    pub fn finish(&mut self, atlas: &Atlas) -> Layout {
        let (scene, camera, size) = (self.scene, self.camera, self.size);
        let screen = |at: MapPoint| camera.screen_from_map(at, size);
        let site_anchors = scene.sites.iter().zip(&self.symbols);
        let site_anchors = site_anchors.map(|(site, &at)| site_anchor(atlas, site, at));
        let town_anchors = self.towns.iter().map(|(_, town)| town_anchor(town, screen(town.at)));
        let degrees = degrees(atlas.words(), camera, size, self.zoom);
        let degree_anchors = degrees.iter().map(|degree| degree_anchor(screen(degree.at)));
        let anchors: Vec<Anchor> = site_anchors.chain(town_anchors).chain(degree_anchors).collect();
        let panel = Rect::new(0.0, 0.0, size.width, size.height);
        let placements = place(&anchors, &self.taken, panel);
        self.taken.extend(placements.iter().filter_map(|placement| match placement {
            Placement::Placed(placed) => Some(placed.rect),
            Placement::Hidden => None,
        }));
        let mut placed = placements.into_iter();

        let sites = scene.sites.iter().enumerate().map(|(index, site)| {
            let symbol = self.symbol(index, site.at);
            SiteSpot {
                symbol,
                moved: math::hypot(symbol.0, symbol.1) > 1.0,
                label: placed.next().and_then(|placement| label(placement, screen(site.at))),
            }
        });
        let sites: Vec<SiteSpot> = sites.collect();
        let towns = self
            .towns
            .iter()
            .filter_map(|&(index, town)| {
                let label = placed.next().and_then(|placement| label(placement, screen(town.at)));
                // A town without a name helps nobody; a capital or an enclave is a landmark all the same.
                let landmark = matches!(town.kind, PlaceKind::Capital | PlaceKind::Enclave);
                (label.is_some() || landmark).then_some(TownSpot { index, label })
            })
            .collect();
        let mut has_room = |_: &Degree| matches!(placed.next(), Some(Placement::Placed(_)));
        let degrees = degrees.into_iter().filter(|degree| has_room(degree)).collect();
        self.name_areas(false);
        Layout { sites, towns, names: std::mem::take(&mut self.names), degrees }
    }
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

fn site_anchor(atlas: &Atlas, site: &Site, at: ScreenPoint) -> Anchor {
    let tag = atlas.actor(site.operator).slug;
    let width =
        text_width(site.name, 11.0, Weight::Regular) + 5.0 + text_width(tag, 9.0, Weight::Bold);
    Anchor {
        at,
        radius: SYMBOL,
        priority: if site.status <= SiteStatus::Possible { 2 } else { 3 },
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
