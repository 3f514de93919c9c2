//! The map in a picture.

use std::fmt::Write as _;

use super::look::Look;
use super::{Plates, Room, line};
use crate::atlas::Atlas;
use crate::atlas::term::FacilityKind;
use crate::export::Extract;
use crate::geo::{Camera, Rect, Size};
use crate::markup::{Markup, layers, map as drawing, plate, px, written};
use crate::pages::against::compared;
use crate::pages::over::drawn;
use crate::query::Layer;
use crate::query::standing::SiteStatus;
use crate::scene::label::{Weight, text_width};
use crate::scene::layers::{Overlay, key as measure_key, lay};
use crate::scene::map::{MapScene, badge_boxes, badge_spots};
use crate::scene::membership::Membership;
use crate::view::{Sheet, ViewState, room};
use crate::words::{Pictures, Said, Summary, fill, plural};

/// What the map is of: what shades its states, whose members it marks, and the facilities, unless their layer is off.
pub(super) fn title(extract: &Extract<'_>) -> String {
    let Extract { atlas, ref view, .. } = *extract;
    let sites = view.layers.has(Layer::Sites);
    let own = atlas.say(if sites { Pictures::Facilities } else { Pictures::States });
    let shaded = view.measure.map(|measure| measure.words(atlas));
    let members = view.layers.organisation.map(|id| atlas.actor(id).slug.to_owned());
    let all = shaded.into_iter().chain(members).chain([own.to_owned()]);
    all.collect::<Vec<_>>().join(" · ")
}

fn scene(extract: &Extract<'_>) -> Overlay {
    let Extract { atlas, ref view, .. } = *extract;
    drawn(atlas, view, compared(atlas, view).as_ref())
}

/// Ground, lines, marks, badges and scale, already with their looks.
pub(super) fn body(extract: &Extract<'_>, plates: &Plates<'_>, room: Room, dark: bool) -> String {
    let Extract { atlas, ref view, .. } = *extract;
    let size = Size::new(room.width, room.height);
    let camera = room::camera(view, size);
    let scene = scene(extract);
    // What the marks stand on.
    let on = if view.measure.is_some() { "shaded" } else { "plain" };
    let marks =
        written(|m| m.element("g", &[("class", on)], |m| marks(m, extract, &scene, camera, size)));
    let look = Look::new(dark, Some((camera, size)));
    let ways = written(|m| layers::lines(m, atlas, &scene.told));
    // Lines have their width in px on the page, whatever the scale: here in km.
    let ways = scaled(&look.apply(&ways), 1.0 / camera.scale);
    let world = plate::world_transform(camera, size);
    let (w, h) = (px(room.width), px(room.height));
    let sides = format!("width=\"{w}\" height=\"{h}\"");
    let land = look.apply(&format!("<rect class=\"land\" {sides}/>"));
    let edge = look.apply(&format!("<rect class=\"frame\" {sides}/>"));
    format!(
        "<clipPath id=\"room\"><rect {sides}/></clipPath><g transform=\"translate({} {})\"><g clip-path=\"url(#room)\">{land}\
         <g transform=\"{world}\">{}{ways}</g>{}</g>{edge}</g>",
        px(room.x),
        px(room.y),
        ground(extract, plates, &scene, (camera, size), &look),
        look.apply(&marks),
    )
}

/// The sheet whose plate is drawn in a room.
pub(super) fn sheet(view: &ViewState, size: Size) -> Sheet {
    room::plate(view.sheet, room::camera(view, size), size)
}

/// The plates of the sheet, and the states' shades upon them.
fn ground(
    extract: &Extract<'_>,
    plates: &Plates<'_>,
    scene: &Overlay,
    (camera, size): (Camera, Size),
    look: &Look,
) -> String {
    let base = plates.base;
    let valley = plates.valley.filter(|_| sheet(&extract.view, size) == Sheet::Fergana);
    let unit = |quantum_km: f64| 1.0 / (camera.scale * quantum_km);
    let drawn = |build: &dyn Fn(&mut Markup), quantum_km| {
        scaled(&look.apply(&written(|m| build(m))), unit(quantum_km))
    };
    let mut out = String::new();
    if let Some(far) = plates.far.filter(|_| valley.is_none()) {
        out.push_str(&drawn(&|m| plate::far(m, extract.atlas, far), far.quantum_km));
    }
    let land = drawn(&|m| plate::ground(m, extract.atlas, base), base.quantum_km);
    match valley {
        // As on the page: round the close-up the base map is muted and has no borders.
        Some(valley) => {
            let _ = write!(out, "<g opacity=\"0.5\">{land}</g>");
            out.push_str(&drawn(&|m| plate::ground(m, extract.atlas, valley), valley.quantum_km));
        }
        None => out.push_str(&land),
    }
    // Each state's classes, as the page sets them.
    let mut shades = written(|m| layers::grounds(m, extract.atlas, base));
    for &state in extract.atlas.states() {
        let slug = extract.atlas.actor(state).slug;
        let (class, _) = layers::ground_of(extract.atlas, scene, slug);
        shades = shades.replace(&format!("data-area=\"{slug}\""), &format!("class=\"{class}\""));
    }
    let patterns = written(|m| plate::patterns(m, "map"));
    let turn =
        format!("patternTransform=\"{}\" patternUnits", plate::pattern_transform(base, camera));
    out.push_str(&look.apply(&patterns.replace("patternUnits", &turn)));
    out.push_str(&look.apply(&shades));
    let lines = base.seen(room::level(room::closeness(camera, size)), valley.is_none());
    out.push_str(&drawn(&|m| plate::lines(m, extract.atlas, &lines), base.quantum_km));
    if let Some(valley) = valley {
        out.push_str(&drawn(&|m| plate::lines(m, extract.atlas, valley), valley.quantum_km));
    }
    out
}

fn marks(markup: &mut Markup, extract: &Extract<'_>, scene: &Overlay, camera: Camera, size: Size) {
    let atlas = extract.atlas;
    let zoom = room::closeness(camera, size);
    let mut taken = vec![Rect::new(0.0, size.height - 34.0, 190.0, 34.0)];
    let badges = &scene.base.badges;
    let spots = badge_spots(badges, camera, size, room::BADGE_INSET, &taken);
    taken.extend(badge_boxes(&spots, size.width));
    let laid = lay(atlas, scene, camera, size, zoom, &taken, None);
    layers::marks(markup, atlas, scene, &laid);
    drawing::badges(markup, atlas, badges, &spots, size.width);
    scale(markup, extract, camera.scale, size);
}

/// Drawn lines with their widths and dashes in another unit.
fn scaled(drawn: &str, unit: f64) -> String {
    ["stroke-width=\"", "stroke-dasharray=\""].into_iter().fold(drawn.to_owned(), |drawn, name| {
        let mut parts = drawn.split(name);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| {
            let (value, after) = part.split_once('"').unwrap_or((part, ""));
            let numbers = value.split(' ').filter_map(|number| number.parse::<f64>().ok());
            let grown: Vec<String> =
                numbers.map(|number| format!("{:.2}", number * unit)).collect();
            format!("{out}{name}{}\"{after}", grown.join(" "))
        })
    })
}

fn scale(markup: &mut Markup, extract: &Extract<'_>, scale: f64, size: Size) {
    let Some(bar) = crate::geo::measure::scale_bar(scale, 130.0) else { return };
    let (y, end) = (size.height - 10.0, 12.0 + bar.px);
    let d = format!("M12 {}V{}H{}V{}", px(y - 4.0), px(y), px(end), px(y - 4.0));
    markup.shape("path", &[("class", "scale-line"), ("d", &d)]);
    let text = extract.atlas.tell(Said::Km, &[&px(bar.km)]);
    let attributes = [("class", "label"), ("x", &*px(end + 6.0)), ("y", &*px(y))];
    markup.leaf("text", &attributes, &text);
}

/// Two rows. The first: operators, then of sites their kinds and states, then the symbols of other layers that are on. Gives
/// back where the second ends.
pub(super) fn key(markup: &mut Markup, extract: &Extract<'_>, at: (f64, f64), room: f64) -> f64 {
    let atlas = extract.atlas;
    let scene = scene(extract);
    let mut x = at.0;
    let mut entry = |class: &str, words: &str, symbol: &dyn Fn(&mut Markup)| {
        let width = 14.0 + text_width(words, 10.5, Weight::Regular) + 14.0;
        if x + width > at.0 + room {
            return;
        }
        let place = format!("translate({} {})", px(x + 6.0), px(at.1 - 4.0));
        markup.element("g", &[("class", class), ("transform", &place)], symbol);
        line(markup, "small-line", (x + 17.0, at.1), words);
        x += width + 4.0;
    };
    let base = |m: &mut Markup| drawing::symbol(m, FacilityKind::GroundBase);
    for &power in atlas.powers() {
        let actor = atlas.actor(power);
        let class = format!("site open power-{}", actor.slug.to_ascii_lowercase());
        entry(&class, actor.name, &base);
    }
    for &kind in kinds(&scene.base).iter() {
        entry("site open", atlas.say(kind), &|m| drawing::symbol(m, kind));
    }
    if scene.layers.has(Layer::Sites) {
        for status in [SiteStatus::Possible, SiteStatus::Closed, SiteStatus::Planned] {
            entry(&format!("site {}", status.class()), atlas.say(status), &base);
        }
    }
    for layer in [Layer::Posts, Layer::Events, Layer::Visits, Layer::Disputes] {
        if scene.layers.has(layer) {
            entry("point", atlas.say(layer), &|m| {
                m.shape("path", &[("class", "symbol"), ("d", layers::layer_path(layer, false))]);
            });
        }
    }
    areas(markup, atlas, &scene, (at.0, at.1 + 14.0))
}

/// What areas and patterns on the map mean, of the classes that it has. Gives back where the row ends.
fn areas(markup: &mut Markup, atlas: &Atlas, scene: &Overlay, at: (f64, f64)) -> f64 {
    let mut x = at.0;
    let mut area = |markup: &mut Markup, class: &str, words: &str| {
        let place = format!("translate({} {})", px(x), px(at.1 - 9.0));
        markup.element("g", &[("class", class), ("transform", &place)], |m| {
            for class in ["fill", "pattern"] {
                m.shape("path", &[("class", class), ("d", "M0 0H14V10H0Z")]);
            }
        });
        line(markup, "small-line", (x + 18.0, at.1), words);
        x += 18.0 + text_width(words, 10.5, Weight::Regular) + 12.0;
    };
    if scene.measure.is_some() || scene.layers.organisation.is_some() {
        markup.element("defs", &[], |m| plate::patterns(m, "key"));
    }
    if let Some(measure) = scene.measure {
        let power = atlas.actor(measure.power).slug.to_ascii_lowercase();
        let has = |step| scene.told.areas.iter().any(|area| area.step == step);
        for (step, words) in measure_key(atlas, measure).into_iter().filter(|(step, _)| has(*step))
        {
            area(markup, &format!("key power-{power} {}", step.class()), &words);
        }
    }
    if scene.layers.organisation.is_some() {
        for membership in Membership::ALL {
            let class = membership.class();
            if scene.told.members.iter().any(|member| member.membership.class() == class) {
                area(markup, &format!("key is-{class}"), atlas.say(membership));
            }
        }
        if scene.told.members.iter().any(|member| member.last_known.is_some()) {
            area(markup, "key is-member last-known", atlas.say(Summary::AsLastKnown));
        }
    }
    x
}

fn kinds(scene: &MapScene) -> Vec<FacilityKind> {
    let shown = |kind: &FacilityKind| scene.sites.iter().any(|site| site.kind == *kind);
    FacilityKind::ALL.iter().copied().filter(shown).collect()
}

/// What is on the map, site by site.
pub(super) fn alt(extract: &Extract<'_>) -> String {
    let scene = scene(extract);
    let sites: Vec<&str> = scene.base.sites.iter().map(|site| site.spoken.as_str()).collect();
    if sites.is_empty() {
        return extract.atlas.say(Pictures::NoFacility).to_owned();
    }
    let form = plural(sites.len(), extract.atlas.say(Pictures::FacilityMarks));
    fill(form, &[&extract.atlas.number(sites.len()), &sites.join("; ")])
}
