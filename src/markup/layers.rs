//! The map's layers as markup: symbols, lines, what is written at the states.
//!
//! A mark that opens something says what in `data-open`, as a link's one pair.

use super::against::{behind, glyph};
use super::block::{block, contested};
use super::map::{names, placed, site};
use super::plate::grid;
use super::{Markup, px};
use crate::atlas::{Atlas, PlaceId};
use crate::geo::{Bounds, MapPoint};
use crate::query::{Layer, Relation};
use crate::scene::against;
use crate::scene::layers::{Laid, Overlay, Point, PointSpot, RouteLine, RouteSpot, Told, Turn};
use crate::scene::map::Plate;
use crate::words::{Count, Overlays};

/// The shape of a layer's points, in a box of 13 px.
pub fn layer_path(layer: Layer, enclave: bool) -> &'static str {
    match layer {
        _ if enclave => "M0-6L6 0L0 6L-6 0ZM0-3L-3 0L0 3L3 0Z",
        Layer::Posts => "M-4.5 7V-7H6.5L3.5-3.5L6.5 0H-2.5V7Z",
        Layer::Visits => "M0 7L-4.6-.2A5.3 5.3 0 1 1 4.6-.2Z",
        Layer::Events => "M0-7L1.9-1.9L7 0L1.9 1.9L0 7L-1.9 1.9L-7 0L-1.9-1.9Z",
        Layer::Disputes => "M-6.5-5.5L0-1L6.5-5.5V5.5L0 1L-6.5 5.5Z",
        Layer::Sites | Layer::Routes | Layer::Flows => "M-5-5H5V5H-5Z",
    }
}

/// The shape of several marks as one.
pub(super) const DISC: &str = "M-8.5 0A8.5 8.5 0 1 0 8.5 0A8.5 8.5 0 1 0-8.5 0Z";

/// Names and towns, then all that can be pressed, in the order of the keyboard.
pub fn marks(markup: &mut Markup, atlas: &Atlas, overlay: &Overlay, laid: &Laid) {
    let Overlay { base, told, .. } = overlay;
    names(markup, base, &laid.base);
    for turn in &laid.turns {
        match *turn {
            Turn::State(at) => {
                if let Some(own) = laid.blocks.get(at) {
                    placed(markup, own.at, |m| block(m, atlas, told, own));
                }
            }
            Turn::Site(at) => {
                if let Some((own, spot)) = base.sites.get(at).zip(laid.base.sites.get(at)) {
                    site(markup, atlas, own, spot);
                    if let Some(told) = own.told {
                        placed(markup, own.at, |m| told_at(m, told, spot.symbol));
                    }
                }
            }
            Turn::Point(at) => {
                if let Some(spot) = laid.points.get(at) {
                    points(markup, atlas, overlay, spot);
                }
            }
            Turn::Route(at) => {
                if let Some((route, spot)) = told.routes.get(at).zip(laid.routes.get(at)) {
                    placed(markup, spot.at, |m| route_name(m, atlas, route, *spot));
                }
            }
        }
    }
}

/// A point or a cluster of points.
fn points(markup: &mut Markup, atlas: &Atlas, overlay: &Overlay, spot: &PointSpot) {
    let members = spot.cluster.members.iter();
    let members: Vec<&Point> = members.filter_map(|&member| overlay.points.get(member)).collect();
    placed(markup, spot.cluster.at, |m| match members.as_slice() {
        [one] => point(m, atlas, one, spot),
        several => cluster(m, atlas, overlay, several, spot),
    });
}

/// A mark of the map that a reader can press: a button with a spoken name.
pub(super) fn mark(
    markup: &mut Markup,
    class: &str,
    spoken: &str,
    extra: &[super::Attribute<'_>],
    inside: impl FnOnce(&mut Markup),
) {
    let mut attributes =
        vec![("class", class), ("role", "button"), ("tabindex", "0"), ("aria-label", spoken)];
    attributes.extend_from_slice(extra);
    markup.element("g", &attributes, inside);
}

fn point(markup: &mut Markup, atlas: &Atlas, point: &Point, spot: &PointSpot) {
    let hue = point.actor.map(|actor| atlas.actor(actor).slug.to_ascii_lowercase());
    let hue = hue.map(|hue| format!(" power-{hue}")).unwrap_or_default();
    let sure = if point.sure { "" } else { " unsure" };
    let fresh = if point.fresh { " fresh" } else { "" };
    let class = format!("point {}{hue}{sure}{fresh}", point.layer.id());
    let extra = [
        ("data-open", point.opens.as_str()),
        ("data-mark", atlas.place(point.place).slug),
        ("data-pair", &point.pair),
    ];
    mark(markup, &class, &point.spoken, &extra, |m| {
        let count = (point.claims.len() > 1).then_some(("6", "-4", point.claims.len()));
        symbol(m, layer_path(point.layer, point.enclave), spot, count, point.disputed);
        point.told.into_iter().for_each(|told| told_at(m, told, spot.symbol));
    });
}

/// Several points as one: pressed, it shows them apart.
fn cluster(
    markup: &mut Markup,
    atlas: &Atlas,
    overlay: &Overlay,
    points: &[&Point],
    spot: &PointSpot,
) {
    let claims = points.iter().map(|point| point.claims.len()).sum();
    let Some(first) = points.first() else { return };
    let name = atlas.place(first.place).name;
    let said = atlas.count(claims, Count::Claims);
    let mut places: Vec<PlaceId> = points.iter().map(|point| point.place).collect();
    places.dedup();
    let others = atlas.count(places.len() - 1, Overlays::OtherPlaces);
    let number = points.len().to_string();
    // At one place they spread; of several places the map goes nearer.
    let (does, place, spoken) = match spot.cluster.shared {
        Some(place) => (
            "data-spread",
            atlas.place(place).slug.to_owned(),
            atlas.tell(Overlays::Marks, &[name, &number, &said]),
        ),
        None if spot.cluster.mixed => (
            "data-fit",
            fit(points),
            atlas.tell(Overlays::MarksAndOthers, &[name, &others, &number, &said]),
        ),
        None => ("data-fit", fit(points), atlas.tell(Overlays::AndOthers, &[name, &others, &said])),
    };
    let disputed = points.iter().any(|point| point.disputed);
    let spoken = if disputed { spoken + atlas.say(Overlays::AreDisputed) } else { spoken };
    let told = Relation::join(points.iter().filter_map(|point| point.told));
    let lens = overlay.compared.map(|(lens, _)| lens);
    let spoken = spoken + &lens.map(|lens| against::spoken(atlas, lens, told)).unwrap_or_default();
    let several = spot.cluster.mixed || spot.cluster.shared.is_some();
    let kind = if several { "several" } else { first.layer.id() };
    let sure = if points.iter().any(|point| point.sure) { "" } else { " unsure" };
    let class = format!("point cluster {kind}{sure}");
    mark(markup, &class, &spoken, &[(does, &place)], |m| {
        if several {
            symbol(m, DISC, spot, Some(("0", "3.5", points.len())), disputed);
        } else {
            let path = layer_path(first.layer, false);
            symbol(m, path, spot, Some(("6", "-4", claims)), disputed);
        }
        if lens.is_some() {
            told_at(m, told, spot.symbol);
        }
    });
}

/// The sign of who tells it, at the lower right of a symbol that stands so far from its place, px.
fn told_at(markup: &mut Markup, told: Relation, (x, y): (f64, f64)) {
    glyph(markup, told, (x + 7.0, y + 7.0));
}

/// The box of points, as [`edges`] writes it.
fn fit(points: &[&Point]) -> String {
    Bounds::around(points.iter().map(|point| point.at)).map(edges).unwrap_or_default()
}

/// A box, as west, north, east and south in km.
pub fn edges(Bounds { min, max }: Bounds) -> String {
    [min.x, min.y, max.x, max.y].map(|km| (km.round() as i32).to_string()).join(" ")
}

/// A symbol with, where it stands for several, how many and where that is written.
fn symbol(
    markup: &mut Markup,
    path: &str,
    spot: &PointSpot,
    count: Option<(&str, &str, usize)>,
    disputed: bool,
) {
    let (x, y) = (px(spot.symbol.0), px(spot.symbol.1));
    if spot.moved {
        let line = [("class", "leader"), ("x1", "0"), ("y1", "0"), ("x2", &x), ("y2", &y)];
        markup.shape("line", &line);
        markup.shape("circle", &[("class", "foot"), ("r", "1.5")]);
    }
    markup.element("g", &[("transform", &format!("translate({x} {y})"))], |m| {
        m.shape("circle", &[("class", "hit"), ("r", "12")]);
        m.shape("circle", &[("class", "halo"), ("r", "11")]);
        m.shape("path", &[("class", "symbol"), ("d", path)]);
        if let Some((x, y, count)) = count {
            m.leaf("text", &[("class", "label count"), ("x", x), ("y", y)], &count.to_string());
        }
        if disputed {
            // A number stands on the right.
            let d = if count.is_some() { "M-3-9h-6v6z" } else { "M3-9h6v6z" };
            m.shape("path", &[("class", "wedge"), ("d", d)]);
        }
    });
}

/// Routes and flows, in km.
pub fn lines(markup: &mut Markup, atlas: &Atlas, told: &Told) {
    let Told { routes, flows, .. } = told;
    for route in routes {
        let d: Vec<String> =
            route.points.iter().map(|at| format!("{} {}", px(at.x), px(at.y))).collect();
        let d = format!("M{}", d.join("L"));
        let sure = if route.sure { "" } else { " unsure" };
        let ended = if route.ended { " ended" } else { "" };
        let class = format!("route {}{sure}{ended}", route.kind.id());
        markup.shape("path", &[("class", "route casing"), ("d", &d)]);
        markup.shape("path", &[("class", &class), ("d", &d), ("data-open", &route.opens)]);
    }
    for flow in flows {
        let d = curve(flow.from, flow.to);
        let slug = atlas.actor(flow.dyad.power).slug.to_ascii_lowercase();
        let opens = ("data-open", flow.opens.as_str());
        for (kind, width) in [("all", flow.width), ("sure", flow.sure_width)] {
            let class = format!("flow {kind} power-{slug}");
            if width > 0.0 {
                let wide = px(width);
                markup
                    .shape("path", &[("class", &class), ("d", &d), ("stroke-width", &wide), opens]);
            }
        }
    }
}

/// A line that bows a little to its left, so that flows of two powers do not lie on one another.
fn curve(from: MapPoint, to: MapPoint) -> String {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let bow = (from.x + dx * 0.6 + dy * 0.12, from.y + dy * 0.6 - dx * 0.12);
    let [x0, y0, x1, y1, x2, y2] = [from.x, from.y, bow.0, bow.1, to.x, to.y].map(px);
    format!("M{x0} {y0}Q{x1} {y1} {x2} {y2}")
}

/// A route's name upon its line, or a knot where the name has no room.
fn route_name(markup: &mut Markup, atlas: &Atlas, route: &RouteLine, spot: RouteSpot) {
    let extra = [("data-open", route.opens.as_str())];
    mark(markup, "value route-name", &route.spoken, &extra, |m| {
        if spot.named {
            let attributes = [("class", "label"), ("y", "3"), ("text-anchor", "middle")];
            m.element("text", &attributes, |m| {
                m.text(atlas.route(route.route).name);
                contested(m, route.disputed);
                behind(m, route.told);
            });
        } else {
            m.shape("circle", &[("class", "hit"), ("r", "12")]);
            m.shape("circle", &[("class", "halo"), ("r", "8")]);
            m.shape("circle", &[("class", "knot"), ("r", "3")]);
            if route.disputed {
                m.shape("path", &[("class", "wedge"), ("d", "M2-7h5v5z")]);
            }
            route.told.into_iter().for_each(|told| told_at(m, told, (0.0, 0.0)));
        }
    });
}

/// The areas of the five states, to be shaded: a fill and two patterns each, one of the measure and
/// one of the organisation. Their classes are set from outside.
pub fn grounds(markup: &mut Markup, atlas: &Atlas, plate: &Plate) {
    grid(markup, plate, |m| {
        for &state in atlas.states() {
            let slug = atlas.actor(state).slug;
            let Some(d) = plate.area(slug) else { continue };
            m.element("g", &[("data-area", slug)], |m| {
                for class in ["fill", "pattern", "pattern of-members"] {
                    m.shape("path", &[("class", class), ("d", d)]);
                }
            });
        }
    });
}

/// The classes of the close-up, whose parts are shaded as the states are.
pub fn close_up(atlas: &Atlas, overlay: &Overlay) -> String {
    let slug = |actor| atlas.actor(actor).slug.to_ascii_lowercase();
    let power = overlay.measure.map(|measure| format!(" power-{}", slug(measure.power)));
    let areas = overlay.told.areas.iter();
    let shades = areas.map(|area| format!(" {}-{}", slug(area.state), area.step.class()));
    format!("inset{}{}", power.unwrap_or_default(), shades.collect::<String>())
}

/// The classes of a state's area under what is told of it, and the link that it opens.
pub fn ground_of(atlas: &Atlas, overlay: &Overlay, state: &str) -> (String, Option<String>) {
    let Overlay { ref told, measure, .. } = *overlay;
    let of = |id| atlas.actor(id).slug == state;
    let (mut class, mut opens) = (String::new(), None);
    if let Some((area, measure)) = told.areas.iter().find(|area| of(area.state)).zip(measure) {
        let power = atlas.actor(measure.power).slug.to_ascii_lowercase();
        class = format!("{} power-{power}", area.step.class());
        opens = Some(area.opens.clone());
    }
    if let Some(member) = told.members.iter().find(|member| of(member.state)) {
        let sure = if member.sure { "" } else { " unsure" };
        let last = if member.last_known.is_some() { " last-known" } else { "" };
        class = format!("{class} is-{}{sure}{last}", member.membership.class());
        opens = opens.or_else(|| Some(member.opens.clone()));
    }
    (class, opens)
}
