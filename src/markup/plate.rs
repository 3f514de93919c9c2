//! The map's panel and its plate, as HTML and SVG text.

use super::layers::edges;
use super::map::still;
use super::{Attribute, Markup, millionths, px, view_box};
use crate::atlas::Atlas;
use crate::dataset::shapes::Layer;
use crate::geo::measure::scale_bar;
use crate::geo::{
    Albers, Bounds, Camera, EARTH_RADIUS_KM, MapPoint, Orthographic, Projection, Rect, ScreenPoint,
    Size,
};
use crate::scene::map::{Badge, Dispute, Draft, HILLSHADE_KM, Plate, PlatePath, landmarks, moored};
use crate::view::Sheet;
use crate::view::room::{self, GLOBE};
use crate::words::{Area, Map, Said, Words};

/// The panel: the plate, room for the marks, the controls, room for the legend.
pub fn panel(markup: &mut Markup, atlas: &Atlas) {
    let words = atlas.words();
    let whole = [("width", "100%"), ("height", "100%")];
    let map = ("aria-label", words.say(Map::Map));
    markup.element("section", &[("class", "map-panel"), map], |m| {
        let name = words.say(Map::Keys);
        let attributes =
            [("class", "map"), ("role", "group"), ("aria-label", name), ("tabindex", "0")];
        m.element("div", &attributes, |m| {
            let ground = [("class", "plate"), ("aria-hidden", "true"), whole[0], whole[1]];
            // What a hand moves, as one sheet; what stays where it is lies above.
            m.element("div", &[("class", "moved")], |m| {
                m.element("svg", &ground, |m| {
                    m.element("defs", &[], |m| patterns(m, "map"));
                    m.element("g", &[("class", "world")], |m| {
                        m.leaf("g", &[("class", "far")], "");
                        m.leaf("g", &[("class", "ground")], "");
                        m.leaf("g", &[("class", "valley-ground")], "");
                        m.leaf("g", &[("class", "shades")], "");
                        relief(m);
                        m.leaf("g", &[("class", "lines")], "");
                        m.leaf("g", &[("class", "aral-shore")], "");
                        m.leaf("g", &[("class", "valley-lines")], "");
                        m.leaf("g", &[("class", "ways")], "");
                    });
                });
                m.element("svg", &[("class", "overlay"), whole[0], whole[1]], |m| {
                    m.leaf("g", &[("class", "marks")], "");
                });
            });
            m.element("svg", &[("class", "overlay"), whole[0], whole[1]], |m| {
                m.leaf("g", &[("class", "badges")], "");
                m.leaf("g", &[("class", "band")], "");
            });
            m.leaf("div", &[("class", "scale-bar"), ("aria-hidden", "true")], "");
            tooltip(m, words);
            m.element("div", &[("class", "map-buttons")], |m| {
                let mut does = |does, name, sign| button(m, does, words.say(name), sign);
                does("in", Map::ZoomIn, "M8 2v12M2 8h12");
                does("out", Map::ZoomOut, "M2 8h12");
                does("all", Map::ShowAll, "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4");
                does("fit", Map::ShowSelected, "M8 1v4M8 11v4M1 8h4M11 8h4M8 6v4M6 8h4");
                does("table", Map::AsTable, "M2 3h12v10H2zM2 6h12M2 9.5h12M6 3v10");
            });
            m.element("details", &[("class", "layers")], |m| {
                m.leaf("summary", &[], words.say(Map::Layers));
                m.leaf("div", &[("class", "switches")], "");
            });
            sheets(m, words);
            insets(m, words);
            about(m, words);
        });
        m.leaf("div", &[("class", "keys")], "");
        let legend = ("aria-label", words.say(Map::Legend));
        m.leaf("div", &[("class", "legend"), ("role", "group"), legend], "");
        m.leaf("div", &[("class", "map-table"), ("hidden", ""), ("tabindex", "-1")], "");
    });
}

/// What is said of the mark that the pointer or the focus rests on.
fn tooltip(markup: &mut Markup, words: &Words) {
    markup.element("div", &[("class", "tip"), ("hidden", "")], |m| {
        m.leaf("p", &[("role", "tooltip"), ("id", "map-tip")], "");
        let title = ("title", words.say(Map::PinKey));
        let attributes = [("type", "button"), ("data-do", "pin"), ("aria-pressed", "false"), title];
        m.leaf("button", &attributes, words.say(Map::Pin));
    });
}

/// Patterns of areas, in px: the map's are kept at that size whatever its scale, the key's stand
/// as they are. What is told of members and what a measure tells can lie on one state, so each has its own.
pub fn patterns(markup: &mut Markup, of: &str) {
    for (name, d) in [
        ("member", "M-2 2L2-2M0 8L8 0M6 10L10 6"),
        ("last", "M1 7l6-6"),
        ("partly", "M1 3l2-2M5 7l2-2"),
        ("not-in", "M2 0v8M6 0v8"),
        ("uncoded", "M1.5 2h1M5.5 6h1"),
        ("stated-no", "M0 2h8M0 6h8"),
        ("out-of-scope", "M0 0L8 8M8 0L0 8"),
    ] {
        let id = format!("{of}-{name}");
        let size = [("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse")];
        let named = [("id", id.as_str()), ("class", name)];
        markup.element("pattern", &[named.as_slice(), &size].concat(), |m| {
            m.shape("path", &[("d", d)]);
        });
    }
}

fn button(markup: &mut Markup, does: &str, name: &str, sign: &str) {
    let attributes = [("type", "button"), ("data-do", does), ("aria-label", name)];
    markup.element("button", &attributes, |m| {
        m.element("svg", &[("viewBox", "0 0 16 16"), ("aria-hidden", "true")], |m| {
            m.shape("path", &[("d", sign)]);
        });
    });
}

/// The sheets of the map, to choose from. The panel keeps each link's address whole.
fn sheets(markup: &mut Markup, words: &Words) {
    markup.element("nav", &[("class", "sheets"), ("aria-label", words.say(Map::Plates))], |m| {
        for sheet in Sheet::ALL {
            let href = format!("?plate={}", sheet.slug());
            m.leaf("a", &[("data-sheet", sheet.slug()), ("href", &href)], words.say(*sheet));
        }
    });
}

/// The close-up and the globe, each a link to the sheet that it stands for; a narrow panel shows
/// them when it is asked to.
fn insets(markup: &mut Markup, words: &Words) {
    let toggle = [("type", "button"), ("data-do", "insets"), ("aria-expanded", "false")];
    markup.leaf("button", &toggle, words.say(Map::Insets));
    let inset = |m: &mut Markup, class, sheet: Sheet, name, size: Size, title| {
        let href = format!("?plate={}", sheet.slug());
        let link = [("data-sheet", sheet.slug()), ("href", &href)];
        let room = view_box(size);
        // The link lies over the picture and not round it: the picture's names are none of its own.
        m.element("div", &[("class", class)], |m| {
            let picture = [("class", "still"), ("viewBox", room.as_str()), ("aria-hidden", "true")];
            m.leaf("svg", &picture, "");
            m.leaf("span", &[("aria-hidden", "true")], title);
            m.leaf("a", &[link[0], link[1], ("aria-label", name)], "");
        });
    };
    let (valley, globe) = (words.say(Map::ValleyInset), words.say(Map::Globe));
    let whole = room::inset(f64::INFINITY);
    inset(markup, "inset", Sheet::Fergana, valley, whole, words.say(Map::Valley));
    inset(markup, "globe", Sheet::Eurasia, globe, Size::new(GLOBE, GLOBE), "");
}

/// From a wall of the valley to the other.
const VALLEY: Bounds =
    Bounds { min: MapPoint::new(206.0, 379.0), max: MapPoint::new(534.0, 603.0) };

/// The close-up of the Fergana Valley in a room of px, with the names of towns and of all enclaves.
pub fn valley(markup: &mut Markup, atlas: &Atlas, plate: &Plate, size: Size) {
    let camera = Camera::fit(VALLEY, size, 0.0);
    let transform = world_transform(camera, size);
    markup.element("g", &[("class", "world"), ("transform", &transform)], |m| {
        ground(m, atlas, plate);
        lines(m, atlas, plate);
    });
    let scene = landmarks(atlas);
    // Its title stands in the corner.
    let title = Rect::new(0.0, 0.0, 88.0, 18.0);
    let moored = moored(&scene, camera, size);
    let layout = Draft::new(&scene, &moored, camera, size, CLOSE, &[title], &[]).finish(atlas);
    markup.element("g", &[("class", "overlay")], |m| still(m, &scene, &layout, camera, size));
}

/// Doublings at which a map names everything that it has room for.
const CLOSE: f64 = 4.0;

/// The globe, with the powers' capitals and the outline of what the map shows.
pub fn globe(markup: &mut Markup, atlas: &Atlas, plate: &Plate, badges: &[Badge], visible: Bounds) {
    let globe = Orthographic::locator();
    let radius = GLOBE / 2.0 - 1.0;
    let scale = radius / EARTH_RADIUS_KM;
    let on_disc = |place| {
        let at = globe.forward_or_rim(place)?;
        Some((GLOBE / 2.0 + at.x * scale, GLOBE / 2.0 + at.y * scale))
    };
    let middle = px(GLOBE / 2.0);
    let disc = |m: &mut Markup, class| {
        m.shape(
            "circle",
            &[("class", class), ("cx", &middle), ("cy", &middle), ("r", &px(radius))],
        );
    };
    disc(markup, "sea");
    let transform = format!("translate({middle} {middle}) scale({})", millionths(scale));
    markup.element("g", &[("class", "world"), ("transform", &transform)], |m| {
        ground(m, atlas, plate);
        lines(m, atlas, plate);
    });
    disc(markup, "rim");
    let outline: Vec<String> = edge(visible)
        .filter_map(|at| on_disc(Albers::central_asia().inverse(at)?))
        .map(|(x, y)| format!("{} {}", px(x), px(y)))
        .collect();
    markup.shape("path", &[("class", "window"), ("d", &format!("M{}Z", outline.join("L")))]);
    for badge in badges {
        if let Some((x, y)) = on_disc(badge.lonlat) {
            let seat = [("class", "seat"), ("cx", &px(x)), ("cy", &px(y)), ("r", "2.5")];
            markup.shape("circle", &seat.map(|(name, value)| (name, value as &str)));
        }
    }
}

/// Points round a box of the plane, close enough together for the bent edges of its image.
fn edge(bounds: Bounds) -> impl Iterator<Item = MapPoint> {
    const PIECES: i32 = 8;
    let Bounds { min, max } = bounds;
    let corners = [(min.x, min.y), (max.x, min.y), (max.x, max.y), (min.x, max.y), (min.x, min.y)];
    (0..4 * PIECES).filter_map(move |step| {
        let side = usize::try_from(step / PIECES).ok()?;
        let (from, to) = (corners.get(side)?, corners.get(side + 1)?);
        let share = f64::from(step % PIECES) / f64::from(PIECES);
        Some(MapPoint::new(from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share))
    })
}

/// The caption, and what lies behind it: how borders are drawn, why some are dashed, what the map
/// was made from.
fn about(markup: &mut Markup, words: &Words) {
    markup.element("details", &[("class", "about")], |m| {
        m.element("summary", &[], |m| {
            m.leaf("span", &[("class", "caption")], words.say(Map::Caption));
            m.leaf("span", &[("class", "caption credit")], "");
            m.leaf("span", &[("class", "more")], words.say(Map::AboutBorders));
        });
        m.element("div", &[("class", "about-text")], |m| {
            m.leaf("h2", &[], words.say(Map::Borders));
            m.leaf("p", &[], words.say(Map::Policy));
            m.leaf("ul", &[("class", "disputes")], "");
            m.leaf("p", &[("class", "quiet")], words.say(Map::Credits));
        });
    });
}

/// What the data of a sheet ask to be said beside it.
pub fn credit(words: &Words, sheet: Sheet) -> &'static str {
    words.say(match sheet {
        Sheet::Region => Map::CreditRegion,
        Sheet::Fergana => Map::CreditValley,
        Sheet::Eurasia => Map::CreditEurasia,
    })
}

/// The disputed lines, each a button that shows it.
pub fn disputes<'p>(markup: &mut Markup, words: &Words, plates: impl Iterator<Item = &'p Plate>) {
    let mut told: Vec<&str> = Vec::new();
    for dispute in plates.flat_map(Plate::disputes) {
        if told.contains(&dispute.key.as_str()) {
            continue;
        }
        told.push(&dispute.key);
        markup.element("li", &[], |m| {
            let corners = edges(dispute.bounds);
            let attributes = [
                ("type", "button"),
                ("data-border", dispute.key.as_str()),
                ("data-bounds", &corners),
            ];
            m.element("button", &attributes, |m| {
                let [title, reason] = said_of(words, dispute);
                m.leaf("b", &[], title);
                m.text(" ");
                m.text(reason);
            });
        });
    }
}

/// The names of a disputed line's sides, and why it is dashed.
fn said_of<'p>(words: &Words, dispute: &'p Dispute) -> [&'p str; 2] {
    [&dispute.title, &dispute.reason].map(|text| words.named(Area::Borders, text))
}

/// The transform that shows km of the plane as the camera has it.
pub fn world_transform(camera: Camera, size: Size) -> String {
    let [scale, x, y] = camera.transform(size);
    format!("translate({} {}) scale({})", px(x), px(y), millionths(scale))
}

/// The transform that shows what was drawn for one camera as another has it; none where they are the same.
pub fn moved_transform(drawn: Camera, camera: Camera, size: Size) -> String {
    if drawn == camera {
        return "none".to_owned();
    }
    let corner = drawn.map_from_screen(ScreenPoint::new(0.0, 0.0), size);
    let corner = camera.screen_from_map(corner, size);
    let (x, y) = (px(corner.x), px(corner.y));
    format!("translate({x}px, {y}px) scale({})", millionths(camera.scale / drawn.scale))
}

/// The transform that keeps a plate's patterns at their size in px.
pub fn pattern_transform(plate: &Plate, camera: Camera) -> String {
    format!("scale({})", millionths(1.0 / (plate.quantum_km * camera.scale)))
}

/// A bar of a round number of km at a scale in px per km.
pub fn scale(markup: &mut Markup, words: &Words, scale: f64) {
    if let Some(bar) = scale_bar(scale, 130.0) {
        let bracket = format!("M.5 0v4.5h{}V0", px(bar.px - 1.0));
        let width = px(bar.px);
        markup.element("svg", &[("width", &width), ("height", "5")], |m| {
            m.shape("path", &[("d", &bracket)])
        });
        markup.leaf("p", &[], &words.tell(Said::Km, &[&px(bar.km)]));
    }
}

/// Land, beneath the relief.
pub fn ground(markup: &mut Markup, atlas: &Atlas, plate: &Plate) {
    grid(markup, plate, |m| paths(m, atlas, plate, true));
}

/// Graticule, water and lines, above the relief.
pub fn lines(markup: &mut Markup, atlas: &Atlas, plate: &Plate) {
    grid(markup, plate, |m| {
        let graticules =
            [("graticule", &plate.graticule), ("graticule fine", &plate.fine_graticule)];
        for (class, d) in graticules.into_iter().filter(|(_, d)| !d.is_empty()) {
            m.shape("path", &[("class", class), ("d", d)]);
        }
        paths(m, atlas, plate, false);
    });
}

/// The land beyond the base map, on a sea that goes on for ever.
pub fn far(markup: &mut Markup, atlas: &Atlas, plate: &Plate) {
    grid(markup, plate, |m| {
        m.shape("path", &[("class", "sea"), ("d", "M-3000-3000h6000v6000h-6000z")]);
        paths(m, atlas, plate, true);
        paths(m, atlas, plate, false);
    });
}

/// A group in grid units, shown as km.
pub fn grid(markup: &mut Markup, plate: &Plate, inside: impl FnOnce(&mut Markup)) {
    let scale = format!("scale({})", millionths(plate.quantum_km));
    markup.element("g", &[("transform", &scale)], inside);
}

fn paths(markup: &mut Markup, atlas: &Atlas, plate: &Plate, land: bool) {
    let is_land =
        |path: &&PlatePath| matches!(path.layer, Layer::Countries | Layer::Valley) == land;
    for path in plate.paths.iter().filter(is_land) {
        let shape = [("class", path.class.as_str()), ("d", &path.d)];
        match &path.dispute {
            None if path.layer == Layer::Occupied => hatched(markup, plate.quantum_km, &shape),
            None => markup.shape("path", &shape),
            // A line is too thin to be pointed at: a broad one that is not seen lies over it.
            Some(dispute) => {
                let line = [("class", "dispute"), ("data-border", dispute.key.as_str())];
                markup.element("g", &line, |m| {
                    m.leaf("title", &[], &said_of(atlas.words(), dispute).join(": "));
                    m.shape("path", &shape);
                    m.shape("path", &[("class", "near"), shape[1]]);
                });
            }
        }
    }
}

/// An area under a pattern of bars, some five px from one to the next on the whole frame.
fn hatched(markup: &mut Markup, quantum_km: f64, shape: &[Attribute<'_>]) {
    let (pitch, bar) = (px(24.0 / quantum_km), px(8.0 / quantum_km));
    let id = format!("hatch-{pitch}");
    let pattern = [
        ("id", id.as_str()),
        ("width", &pitch),
        ("height", &pitch),
        ("patternUnits", "userSpaceOnUse"),
        ("patternTransform", "rotate(45)"),
    ];
    markup.element("pattern", &pattern, |m| {
        m.shape("rect", &[("class", "hatch"), ("width", &pitch), ("height", &bar)]);
    });
    let fill = format!("url(#{id})");
    markup.element("g", &[("fill", &fill)], |m| m.shape("path", shape));
}

/// The relief, in km; its file is named once the first picture stands.
fn relief(markup: &mut Markup) {
    let [west, north, east, south] = HILLSHADE_KM;
    let attributes = [
        ("class", "hillshade"),
        ("x", &px(west)),
        ("y", &px(north)),
        ("width", &px(east - west)),
        ("height", &px(south - north)),
        ("preserveAspectRatio", "none"),
    ];
    markup.shape("image", &attributes.map(|(name, value)| (name, value as &str)));
}
