//! The map's plate and marks as SVG text. Marks stand in groups that carry their place on the
//! plane in tenths of a km (`data-x`, `data-y`); whoever shows them sets each group's transform.

use super::{Markup, px};
use crate::atlas::Atlas;
use crate::atlas::Dyad;
use crate::atlas::term::{FacilityKind, PlaceKind};
use crate::dataset::shapes::Layer;
use crate::geo::measure::scale_bar;
use crate::geo::{Camera, MapPoint, Size};
use crate::scene::map::{
    AreaStyle, Badge, HILLSHADE_KM, Label, Layout, MapScene, NameSpot, Plate, Site, SiteSpot, Town,
    TownSpot, badge_spots, symbol_path,
};

/// The panel: the plate, room for the marks, the controls, room for the legend.
pub fn panel(markup: &mut Markup) {
    let whole = [("width", "100%"), ("height", "100%")];
    markup.element("section", &[("class", "map-panel"), ("aria-label", "Map")], |m| {
        let name = "Map of Central Asia. Arrow keys move, plus and minus zoom, 0 shows all.";
        let attributes =
            [("class", "map"), ("role", "group"), ("aria-label", name), ("tabindex", "0")];
        m.element("div", &attributes, |m| {
            let ground = [("class", "plate"), ("aria-hidden", "true"), whole[0], whole[1]];
            m.element("svg", &ground, |m| {
                m.element("g", &[("class", "world")], |m| {
                    m.leaf("g", &[("class", "ground")], "");
                    relief(m);
                    m.leaf("g", &[("class", "lines")], "");
                });
            });
            m.element("svg", &[("class", "overlay"), whole[0], whole[1]], |m| {
                m.leaf("g", &[("class", "marks")], "");
                m.leaf("g", &[("class", "badges")], "");
            });
            m.leaf("div", &[("class", "scale-bar"), ("aria-hidden", "true")], "");
            m.element("div", &[("class", "map-buttons")], |m| {
                button(m, "in", "Zoom in", "M8 2v12M2 8h12");
                button(m, "out", "Zoom out", "M2 8h12");
                button(m, "all", "Show all", "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4");
            });
            m.leaf("p", &[("class", "caption")], "Disputed borders dashed; no endorsement");
        });
        m.leaf("div", &[("class", "legend"), ("role", "group"), ("aria-label", "Legend")], "");
    });
}

fn button(markup: &mut Markup, does: &str, name: &str, sign: &str) {
    let attributes = [("type", "button"), ("data-do", does), ("aria-label", name)];
    markup.element("button", &attributes, |m| {
        m.element("svg", &[("viewBox", "0 0 16 16"), ("aria-hidden", "true")], |m| {
            m.shape("path", &[("d", sign)]);
        });
    });
}

/// The transform that shows km of the plane as the camera has it.
pub fn world_transform(camera: Camera, size: Size) -> String {
    let [scale, x, y] = camera.transform(size);
    format!("translate({} {}) scale({})", px(x), px(y), millionths(scale))
}

/// The transform that shows a plate's grid units as km.
pub fn grid_transform(plate: &Plate) -> String {
    format!("scale({})", millionths(plate.quantum_km))
}

/// A number above zero to six decimals.
fn millionths(value: f64) -> String {
    let millionths = (value * 1e6).round().max(0.0) as u64;
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

/// A bar of a round number of km at a scale in px per km.
pub fn scale(markup: &mut Markup, scale: f64) {
    if let Some(bar) = scale_bar(scale, 130.0) {
        let bracket = format!("M.5 0v4.5h{}V0", px(bar.px - 1.0));
        let width = px(bar.px);
        markup.element("svg", &[("width", &width), ("height", "5")], |m| {
            m.shape("path", &[("d", &bracket)])
        });
        markup.leaf("p", &[], &format!("{} km", px(bar.km)));
    }
}

/// Land and graticule, beneath the relief, in grid units.
pub fn ground(markup: &mut Markup, plate: &Plate) {
    paths(markup, plate, true);
    markup.shape("path", &[("class", "graticule"), ("d", &plate.graticule)]);
}

/// Water and lines, above the relief, in grid units.
pub fn lines(markup: &mut Markup, plate: &Plate) {
    paths(markup, plate, false);
}

fn paths(markup: &mut Markup, plate: &Plate, land: bool) {
    for path in plate.paths.iter().filter(|path| (path.layer == Layer::Countries) == land) {
        markup.shape("path", &[("class", &path.class), ("d", &path.d)]);
    }
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

/// Names, towns and sites, from the lowest up.
pub fn marks(markup: &mut Markup, atlas: &Atlas, scene: &MapScene, layout: &Layout) {
    let hidden = [("aria-hidden", "true")];
    markup.element("g", &hidden, |m| {
        for spot in &layout.names {
            placed(m, spot.at, |m| area_name(m, spot));
        }
        for spot in &layout.towns {
            if let Some(mark) = scene.towns.get(spot.index) {
                placed(m, mark.at, |m| town(m, mark, spot));
            }
        }
    });
    for (mark, spot) in scene.sites.iter().zip(&layout.sites) {
        placed(markup, mark.at, |m| site(m, atlas, mark, spot));
    }
}

/// A group at a place of the plane.
fn placed(markup: &mut Markup, at: MapPoint, inside: impl FnOnce(&mut Markup)) {
    let tenths = |km: f64| ((km * 10.0).round() as i32).to_string();
    markup.element("g", &[("data-x", &tenths(at.x)), ("data-y", &tenths(at.y))], inside);
}

fn area_name(markup: &mut Markup, spot: &NameSpot) {
    let name = spot.name;
    let (class, text) = match name.style {
        AreaStyle::State => ("area-name own", name.text.to_ascii_uppercase()),
        AreaStyle::Neighbour => ("area-name", name.text.to_ascii_uppercase()),
        AreaStyle::Water => ("area-name water", name.text.to_owned()),
    };
    let attributes = [
        ("class", class),
        ("text-anchor", "middle"),
        ("dy", "0.35em"),
        ("font-size", &px(spot.size)),
        ("letter-spacing", &px(name.tracking * spot.size)),
        ("transform", &format!("rotate({})", px(name.turn))),
    ];
    markup.leaf("text", &attributes, &text);
}

fn town(markup: &mut Markup, mark: &Town, spot: &TownSpot) {
    let capital = mark.kind == PlaceKind::Capital;
    markup.element("g", &[("class", if capital { "town capital" } else { "town" })], |m| {
        m.shape("circle", &[("class", "ring"), ("r", if capital { "4" } else { "2" })]);
        if capital {
            m.shape("circle", &[("class", "dot"), ("r", "1.4")]);
        }
        if let Some(spot) = &spot.label {
            label(m, spot, |m| m.text(mark.name));
        }
    });
}

/// A label with its halo and, where it stands off, its leader.
fn label(markup: &mut Markup, label: &Label, inside: impl FnOnce(&mut Markup)) {
    if let Some([from, to]) = label.leader {
        leader(markup, from, to);
    }
    let (x, y) = (px(label.at.0), px(label.at.1));
    let attributes = [("class", "label"), ("x", &x), ("y", &y), ("text-anchor", label.anchor)];
    markup.element("text", &attributes, inside);
}

fn leader(markup: &mut Markup, from: (f64, f64), to: (f64, f64)) {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(px);
    let attributes = [("class", "leader"), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)];
    markup.shape("line", &attributes.map(|(name, value)| (name, value as &str)));
}

/// A facility: a button of the map with its spoken name.
fn site(markup: &mut Markup, atlas: &Atlas, site: &Site, spot: &SiteSpot) {
    let operator = atlas.actor(site.operator).slug;
    let class = format!("site {} power-{}", site.status.words(), operator.to_ascii_lowercase());
    let state = atlas.place(site.place).country;
    let pair =
        state.map(|state| Dyad { state, power: site.operator }.slug(atlas)).unwrap_or_default();
    let attributes = [
        ("class", class.as_str()),
        ("role", "button"),
        ("tabindex", "0"),
        ("aria-label", &site.spoken),
        ("data-mark", atlas.place(site.place).slug),
        ("data-pair", &pair),
    ];
    markup.element("g", &attributes, |m| {
        m.leaf("title", &[], &site.spoken);
        if spot.moved {
            leader(m, (0.0, 0.0), spot.symbol);
            m.shape("circle", &[("class", "foot"), ("r", "1.5")]);
        }
        let (x, y) = (px(spot.symbol.0), px(spot.symbol.1));
        let place = format!("translate({x} {y})");
        m.element("g", &[("transform", &place)], |m| {
            m.shape("circle", &[("class", "hit"), ("r", "12")]);
            m.shape("circle", &[("class", "halo"), ("r", "11")]);
            symbol(m, site.kind);
            if site.disputed {
                m.shape("path", &[("class", "wedge"), ("d", "M3-8h6v6z")]);
            }
        });
        if let Some(spot) = &spot.label {
            label(m, spot, |m| {
                m.leaf("tspan", &[], site.name);
                m.leaf("tspan", &[("class", "tag"), ("dx", "4")], operator);
            });
        }
    });
}

/// The shape of a kind of facility. A trace has no inside to fill.
pub fn symbol(markup: &mut Markup, kind: FacilityKind) {
    let class = if kind == FacilityKind::Seismic { "symbol stroked" } else { "symbol" };
    markup.shape("path", &[("class", class), ("d", symbol_path(kind))]);
}

/// Capitals of powers outside the view, `inset` px from the panel's edge.
pub fn badges(
    markup: &mut Markup,
    atlas: &Atlas,
    badges: &[Badge],
    camera: Camera,
    size: Size,
    inset: f64,
) {
    for (own, spot) in badges.iter().zip(badge_spots(badges, camera, size, inset)) {
        if let Some(spot) = spot {
            badge(markup, atlas, own, (spot.at.x, spot.at.y), spot.bearing, size.width);
        }
    }
}

/// One badge: an arrow, a name, the distance. Text runs away from the edge.
fn badge(
    markup: &mut Markup,
    atlas: &Atlas,
    badge: &Badge,
    at: (f64, f64),
    bearing: f64,
    width: f64,
) {
    let power = atlas.actor(badge.power);
    let on_right = at.0 > width / 2.0;
    let (x, anchor) = if on_right { ("-16", "end") } else { ("14", "start") };
    let class = format!("badge power-{}", power.slug.to_ascii_lowercase());
    let spoken = format!("{}, capital of {}, outside the view", badge.name, power.name);
    let place = format!("translate({} {})", px(at.0), px(at.1));
    let attributes = [
        ("class", class.as_str()),
        ("role", "button"),
        ("tabindex", "0"),
        ("aria-label", &spoken),
        ("data-entity", power.slug),
        ("transform", &place),
    ];
    markup.element("g", &attributes, |m| {
        let turn = format!("rotate({})", px(bearing.round()));
        m.shape(
            "path",
            &[("class", "arrow"), ("d", "M0-8L4.5 1H1.4V8H-1.4V1H-4.5Z"), ("transform", &turn)],
        );
        m.leaf(
            "text",
            &[("class", "label"), ("x", x), ("y", "2"), ("text-anchor", anchor)],
            badge.name,
        );
        if let Some(km) = badge.distance_km {
            let text = format!("{} km from Astana", crate::scene::words::grouped(u64::from(km)));
            m.leaf(
                "text",
                &[("class", "label small"), ("x", x), ("y", "14"), ("text-anchor", anchor)],
                &text,
            );
        }
    });
}
