//! The map's marks as SVG text. They stand in groups that carry their place on the
//! plane in tenths of a km (`data-x`, `data-y`); whoever shows them sets each group's transform.

use super::{Markup, px};
use crate::atlas::Atlas;
use crate::atlas::Dyad;
use crate::atlas::term::{FacilityKind, PlaceKind};
use crate::geo::{Camera, MapPoint, Size};
use crate::scene::map::{
    AreaStyle, Badge, BadgeSpot, Label, Layout, Letter, MapScene, NameSpot, Site, SiteSpot, Town,
    TownSpot, symbol_path,
};
use crate::words::Said;

/// Names, towns and sites, from the lowest up.
pub fn marks(markup: &mut Markup, atlas: &Atlas, scene: &MapScene, layout: &Layout) {
    names(markup, scene, layout);
    for (mark, spot) in scene.sites.iter().zip(&layout.sites) {
        site(markup, atlas, mark, spot);
    }
}

/// Degrees, names of areas, towns: what cannot be pressed.
pub(super) fn names(markup: &mut Markup, scene: &MapScene, layout: &Layout) {
    let hidden = [("aria-hidden", "true")];
    markup.element("g", &hidden, |m| {
        for degree in &layout.degrees {
            placed(m, degree.at, |m| {
                let attributes = [("class", "label degree"), ("y", "4"), ("text-anchor", "middle")];
                m.leaf("text", &attributes, &degree.text);
            });
        }
        for spot in &layout.names {
            placed(m, spot.at, |m| area_name(m, spot));
        }
        for spot in &layout.towns {
            if let Some(mark) = scene.towns.get(spot.index) {
                placed(m, mark.at, |m| town(m, mark, spot));
            }
        }
    });
}

/// Towns and enclaves where a camera has them: for a picture that does not move.
pub fn still(markup: &mut Markup, scene: &MapScene, layout: &Layout, camera: Camera, size: Size) {
    for spot in &layout.towns {
        if let Some(mark) = scene.towns.get(spot.index) {
            let at = camera.screen_from_map(mark.at, size);
            let place = format!("translate({} {})", px(at.x), px(at.y));
            markup.element("g", &[("transform", &place)], |m| town(m, mark, spot));
        }
    }
}

/// A group at a place of the plane.
pub(super) fn placed(markup: &mut Markup, at: MapPoint, inside: impl FnOnce(&mut Markup)) {
    let tenths = |km: f64| ((km * 10.0).round() as i32).to_string();
    markup.element("g", &[("data-x", &tenths(at.x)), ("data-y", &tenths(at.y))], inside);
}

/// The name of an area, letter by letter.
pub fn area_name(markup: &mut Markup, spot: &NameSpot) {
    let class = match spot.name.style {
        AreaStyle::State => "area-name own",
        AreaStyle::Neighbour => "area-name",
        AreaStyle::Water => "area-name water",
    };
    let each = |of: fn(&Letter) -> f64| {
        spot.letters.iter().map(|letter| px(of(letter))).collect::<Vec<String>>().join(" ")
    };
    let attributes = [
        ("class", class),
        ("x", &each(|letter| letter.at.0)),
        ("y", &each(|letter| letter.at.1)),
        ("rotate", &each(|letter| letter.turn)),
    ];
    // On a group of its own: the style sheet's size of a text is stronger than an attribute.
    markup.element("g", &[("font-size", &px(spot.size))], |m| {
        m.leaf("text", &attributes, &spot.text);
    });
}

/// A town's ring and name, at its place.
pub fn town(markup: &mut Markup, mark: &Town, spot: &TownSpot) {
    let class = match mark.kind {
        PlaceKind::Capital => "town capital",
        PlaceKind::Enclave => "town enclave",
        _ => "town",
    };
    markup.element("g", &[("class", class)], |m| {
        match mark.kind {
            PlaceKind::Capital => {
                m.shape("circle", &[("class", "ring"), ("r", "4")]);
                m.shape("circle", &[("class", "dot"), ("r", "1.4")]);
            }
            // Ground too small to be seen as an area is a diamond.
            PlaceKind::Enclave => {
                m.shape("path", &[("class", "ring"), ("d", "M0-4L4 0L0 4L-4 0Z")])
            }
            _ => m.shape("circle", &[("class", "ring"), ("r", "2")]),
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

pub(super) fn leader(markup: &mut Markup, from: (f64, f64), to: (f64, f64)) {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(px);
    let attributes = [("class", "leader"), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)];
    markup.shape("line", &attributes.map(|(name, value)| (name, value as &str)));
}

/// A facility at its place: a button of the map with its spoken name.
pub(super) fn site(markup: &mut Markup, atlas: &Atlas, site: &Site, spot: &SiteSpot) {
    let operator = atlas.actor(site.operator).slug;
    let class = format!("site {} power-{}", site.status.class(), operator.to_ascii_lowercase());
    let state = atlas.place(site.place).country;
    let spoken =
        super::named_as_shown(site.spoken.clone(), &[&format!("{} {operator}", site.name)]);
    let pair =
        state.map(|state| Dyad { state, power: site.operator }.slug(atlas)).unwrap_or_default();
    let attributes = [
        ("class", class.as_str()),
        ("role", "button"),
        ("tabindex", "0"),
        ("aria-label", &spoken),
        ("data-mark", atlas.place(site.place).slug),
        ("data-pair", &pair),
    ];
    placed(markup, site.at, |m| {
        m.element("g", &attributes, |m| site_sign(m, site, operator, spot));
    });
}

/// A facility's symbol and name, at its place.
pub fn site_sign(m: &mut Markup, site: &Site, operator: &str, spot: &SiteSpot) {
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
            m.text(" ");
            m.leaf("tspan", &[("class", "tag")], operator);
        });
    }
}

/// The shape of a kind of facility. A trace has no inside to fill.
pub fn symbol(markup: &mut Markup, kind: FacilityKind) {
    let class = if kind == FacilityKind::Seismic { "symbol stroked" } else { "symbol" };
    markup.shape("path", &[("class", class), ("d", symbol_path(kind))]);
}

/// Capitals of the powers: a diamond in view, an arrow at the panel's edge outside it.
pub fn badges(
    markup: &mut Markup,
    atlas: &Atlas,
    badges: &[Badge],
    spots: &[Option<BadgeSpot>],
    width: f64,
) {
    for (own, spot) in badges.iter().zip(spots) {
        if let Some(spot) = spot {
            badge(markup, atlas, own, *spot, width);
        }
    }
}

/// One badge: an arrow or a diamond, a name, the distance. Text runs away from the edge.
fn badge(markup: &mut Markup, atlas: &Atlas, badge: &Badge, spot: BadgeSpot, width: f64) {
    let power = atlas.actor(badge.power);
    let on_right = spot.at.x > width / 2.0;
    let (x, anchor) = if on_right { ("-16", "end") } else { ("14", "start") };
    let class = format!("badge power-{}", power.slug.to_ascii_lowercase());
    let km = badge.distance_km.map(|km| atlas.number(km as usize));
    let outside = spot.bearing.and(km.as_ref());
    // What is written stands in the name as it is written (WCAG 2.5.3).
    let far = outside.map(|km| atlas.tell(Said::FromAstana, &[km])).unwrap_or_default();
    let spoken = atlas.tell(Said::CapitalOf, &[badge.name, &far, power.name]);
    let place = format!("translate({} {})", px(spot.at.x), px(spot.at.y));
    let attributes = [
        ("class", class.as_str()),
        ("role", "button"),
        ("tabindex", "0"),
        ("aria-label", &spoken),
        ("data-entity", power.slug),
        ("transform", &place),
    ];
    markup.element("g", &attributes, |m| {
        let turn = format!("rotate({})", px(spot.bearing.unwrap_or_default().round()));
        let sign = match spot.bearing {
            Some(_) => "M0-8L4.5 1H1.4V8H-1.4V1H-4.5Z",
            None => "M0-6L6 0L0 6L-6 0Z",
        };
        m.shape("circle", &[("class", "hit"), ("r", "12")]);
        m.shape("path", &[("class", "arrow"), ("d", sign), ("transform", &turn)]);
        let label = |m: &mut Markup, class, y, inside: &dyn Fn(&mut Markup)| {
            let attributes = [("class", class), ("x", x), ("y", y), ("text-anchor", anchor)];
            m.element("text", &attributes, inside);
        };
        label(m, "label", if outside.is_some() { "2" } else { "4" }, &|m| m.text(badge.name));
        if let Some(km) = outside {
            m.text(" ");
            label(m, "label small", "14", &|m| {
                m.text(&atlas.tell(Said::Km, &[km]));
                m.leaf("tspan", &[("class", "from")], atlas.say(Said::FromAstanaSeen));
            });
        }
    });
}
