//! Marks and names of a map whose panel nobody has measured: what stands alike in all usual panels, placed by shares
//! of the frame, so that the program finds it where it draws it.

use std::collections::BTreeMap;

use c5_atlas::atlas::Atlas;
use c5_atlas::atlas::term::PlaceKind;
use c5_atlas::geo::{Bounds, Camera, MapPoint, Size};
use c5_atlas::markup::map::{site_sign, town};
use c5_atlas::markup::{Markup, px, written};
use c5_atlas::scene::map::{
    AreaStyle, Label, Layout, MapScene, NameSpot, Site, SiteSpot, Town, TownSpot, badge_boxes,
    badge_spots, layout,
};
use c5_atlas::view::{Sheet, room};

/// Sorts of panels, each with its class and the map's size, px, in the windows that there are most of. Between them lie
/// the bounds that style/first.css has.
const PANELS: [(&str, &[[f64; 2]]); 3] = [
    ("low", &[[741.0, 477.0], [791.0, 445.0]]),
    ("high", &[[741.0, 577.0], [834.0, 587.0], [890.0, 551.0], [973.0, 755.0], [1113.0, 785.0]]),
    ("narrow", &[[360.0, 484.0], [375.0, 414.0], [390.0, 520.0], [412.0, 520.0], [430.0, 520.0]]),
];

/// What stands no farther apart than this stands alike, px.
const ALIKE: f64 = 1.5;

/// A panel with everything in its place.
struct Laid {
    camera: Camera,
    layout: Layout,
}

/// All marks: those that stand alike in every panel, and those of some sorts of panels in groups that name them.
pub(super) fn written_for_all(atlas: &Atlas, scene: &MapScene) -> String {
    let mut marks: Vec<(String, Vec<&str>)> = Vec::new();
    for (sort, panels) in PANELS {
        let laid: Vec<Laid> =
            panels.iter().map(|&[w, h]| lay(atlas, scene, Size::new(w, h))).collect();
        for mark in alike(atlas, scene, &laid) {
            match marks.iter_mut().find(|(own, _)| *own == mark) {
                Some((_, sorts)) => sorts.push(sort),
                None => marks.push((mark, vec![sort])),
            }
        }
    }
    let mut groups: BTreeMap<String, String> = BTreeMap::new();
    for (mark, sorts) in marks {
        let class = if sorts.len() == PANELS.len() { String::new() } else { sorts.join(" ") };
        groups.entry(class).or_default().push_str(&mark);
    }
    let write = |(class, marks): (String, String)| match class.as_str() {
        "" => marks,
        class => format!("<g class=\"{class}\">{marks}</g>"),
    };
    groups.into_iter().map(write).collect()
}

/// Where the page has everything in a panel of this size.
fn lay(atlas: &Atlas, scene: &MapScene, size: Size) -> Laid {
    let camera = room::frame(Sheet::Region, size);
    let mut taken = room::corners(size, Sheet::Region, camera);
    let badges = badge_spots(&scene.badges, camera, size, room::BADGE_INSET, &taken);
    taken.extend(badge_boxes(&badges, size.width));
    let layout = layout(atlas, scene, camera, size, room::closeness(camera, size), &taken);
    Laid { camera, layout }
}

/// Every mark that stands alike in these panels, each as an element of its own.
fn alike(atlas: &Atlas, scene: &MapScene, laid: &[Laid]) -> Vec<String> {
    [names(laid), capitals(scene, laid), sites(atlas, scene, laid)].concat()
}

/// The names of the five states.
fn names(laid: &[Laid]) -> Vec<String> {
    let first = laid.iter().take(1).flat_map(|own| &own.layout.names);
    let of_states = first.filter(|spot| spot.name.style == AreaStyle::State);
    let written = of_states.filter_map(|name| {
        let same = |own: &Laid| own.layout.names.iter().find(|own| own.name == name.name).cloned();
        let spots: Option<Vec<NameSpot>> = laid.iter().map(same).collect();
        area_name(laid, &spots?)
    });
    written.collect()
}

/// The capitals, with their names where these stand alike.
fn capitals(scene: &MapScene, laid: &[Laid]) -> Vec<String> {
    let is_capital = |(_, town): &(usize, &Town)| town.kind == PlaceKind::Capital;
    let written = scene.towns.iter().enumerate().filter(is_capital).filter_map(|(index, mark)| {
        let spot = |own: &Laid| own.layout.towns.iter().find(|spot| spot.index == index).cloned();
        let spots: Option<Vec<TownSpot>> = laid.iter().map(spot).collect();
        let label = common(spots?.iter().map(|spot| spot.label.as_ref()));
        let spot = TownSpot { index, label };
        Some(written(|m| placed(m, mark.at, |m| town(m, mark, &spot))))
    });
    written.collect()
}

/// The sites: symbols that stay at their places, with names where these stand alike. Of those that give way to
/// others, in each panel in another way, only the places.
fn sites(atlas: &Atlas, scene: &MapScene, laid: &[Laid]) -> Vec<String> {
    let mark = |(at, site): (usize, &Site)| {
        let spots = || laid.iter().filter_map(|own| own.layout.sites.get(at));
        let stays = spots().all(|spot| near(spot.symbol, (0.0, 0.0)));
        let label = common(spots().map(|spot| spot.label.as_ref()));
        let spot = SiteSpot { symbol: (0.0, 0.0), moved: false, label };
        let operator = atlas.actor(site.operator).slug;
        let class = format!("site {} power-{}", site.status.class(), operator.to_ascii_lowercase());
        let sign = |m: &mut Markup| match stays {
            true => site_sign(m, site, operator, &spot),
            false => m.shape("circle", &[("class", "foot"), ("r", "1.5")]),
        };
        written(|m| placed(m, site.at, |m| m.element("g", &[("class", &class)], sign)))
    };
    scene.sites.iter().enumerate().map(mark).collect()
}

/// The label that all have at the same place, right at their marks.
fn common<'l>(mut labels: impl Iterator<Item = Option<&'l Label>>) -> Option<Label> {
    let first = labels.next()??;
    let same = |other: Option<&Label>| {
        other.is_some_and(|other| {
            other.anchor == first.anchor && near(other.at, first.at) && other.leader.is_none()
        })
    };
    (first.leader.is_none() && labels.all(same)).then(|| first.clone())
}

fn near(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() <= ALIKE && (a.1 - b.1).abs() <= ALIKE
}

/// The frame that shares are of.
fn frame() -> Bounds {
    Sheet::Region.frame(f64::INFINITY)
}

/// A part of the whole in percent, to a tenth.
fn percent(part: f64, whole: f64) -> String {
    format!("{}%", px(100.0 * part / whole))
}

/// What is drawn in px round a place of the plane.
fn placed(markup: &mut Markup, at: MapPoint, inside: impl FnOnce(&mut Markup)) {
    let frame = frame();
    let (x, y) =
        (percent(at.x - frame.min.x, frame.width()), percent(at.y - frame.min.y, frame.height()));
    markup.element("svg", &[("x", &x), ("y", &y)], inside);
}

/// A name whose letters spread as the map grows: each stands at a share of the frame and so many px from there; `None`
/// where that is not true of all panels.
fn area_name(laid: &[Laid], spots: &[NameSpot]) -> Option<String> {
    let frame = frame();
    let (first, last) = (laid.first()?, laid.last()?);
    let from_corner = |own: &Laid, spot: &NameSpot, at: usize| {
        let letter = spot.letters.get(at)?;
        let scale = own.camera.scale;
        let x = (spot.at.x - frame.min.x) * scale + letter.at.0;
        Some((x, (spot.at.y - frame.min.y) * scale + letter.at.1))
    };
    // x, y, dx, dy and turn of each.
    let mut lists: [Vec<String>; 5] = Default::default();
    for (at, letter) in spots.first()?.letters.iter().enumerate() {
        let places: Option<Vec<(f64, f64)>> =
            laid.iter().zip(spots).map(|(own, spot)| from_corner(own, spot, at)).collect();
        let places = places?;
        let (start, end) = (places.first()?, places.last()?);
        let growth = last.camera.scale - first.camera.scale;
        let km = ((end.0 - start.0) / growth, (end.1 - start.1) / growth);
        let rest = (start.0 - km.0 * first.camera.scale, start.1 - km.1 * first.camera.scale);
        let holds = |(own, place): (&Laid, &(f64, f64))| {
            let scale = own.camera.scale;
            near(*place, (km.0 * scale + rest.0, km.1 * scale + rest.1))
        };
        if !laid.iter().zip(&places).all(holds) {
            return None;
        }
        let [x, y, dx, dy, rotate] = &mut lists;
        x.push(percent(km.0, frame.width()));
        y.push(percent(km.1, frame.height()));
        dx.push(px(rest.0.round()));
        dy.push(px(rest.1.round()));
        rotate.push(px(letter.turn.round()));
    }
    let [x, y, dx, dy, rotate] = lists.map(|list| list.join(" "));
    let spot = spots.first()?;
    let attributes = [
        ("class", "area-name own"),
        ("x", x.as_str()),
        ("y", &y),
        ("dx", &dx),
        ("dy", &dy),
        ("rotate", &rotate),
    ];
    // On a group of its own: the style sheet's size of a text is stronger than an attribute.
    let size = [("font-size", &px(spot.name.size) as &str)];
    Some(written(|m| m.element("g", &size, |m| m.leaf("text", &attributes, &spot.text))))
}
