//! The map in a picture.

use super::look::Look;
use super::{Room, line};
use crate::atlas::term::FacilityKind;
use crate::export::Extract;
use crate::geo::camera::Zoom;
use crate::geo::{Albers, Camera, Rect, Size};
use crate::markup::{Markup, map as drawing, px, written};
use crate::query::standing::SiteStatus;
use crate::scene::label::{Weight, text_width};
use crate::scene::map::{FRAME, MapScene, Plate, badge_spots, layout, map};
use crate::scene::words;

/// How far from the edge a badge's arrow stands, px.
const BADGE_INSET: f64 = 18.0;

/// Ground, lines, marks, badges and scale, already with their looks.
pub(super) fn body(extract: &Extract<'_>, plate: &Plate, room: Room, dark: bool) -> String {
    let atlas = extract.atlas;
    let size = Size::new(room.width, room.height);
    let frame = Camera::fit(FRAME, size, 4.0);
    let spot = extract.view.spot.and_then(|spot| spot.camera(frame.scale, &Albers::central_asia()));
    let camera = spot.unwrap_or(frame);
    let scene = map(atlas, &extract.view.filter);
    let zoom = Zoom::of_scale(camera.scale, frame.scale).map_or(0.0, Zoom::doublings);
    let mut obstacles = vec![Rect::new(0.0, size.height - 34.0, 190.0, 34.0)];
    let badges = badge_spots(&scene.badges, camera, size, BADGE_INSET);
    obstacles.extend(badges.into_iter().flatten().map(|spot| {
        let left = if spot.at.x > size.width / 2.0 { spot.at.x - 130.0 } else { spot.at.x - 10.0 };
        Rect::new(left, spot.at.y - 16.0, 140.0, 34.0)
    }));
    let laid = layout(atlas, &scene, camera, size, zoom, &obstacles);
    let ground = written(|m| {
        drawing::ground(m, plate);
        drawing::lines(m, plate);
    });
    let marks = written(|m| {
        drawing::marks(m, atlas, &scene, &laid);
        drawing::badges(m, atlas, &scene.badges, camera, size, BADGE_INSET);
        scale(m, camera.scale, size);
    });
    let look = Look::new(dark, Some((camera, size)));
    // Lines of the plate have their width in px on the page, whatever the scale: here in the grid's unit.
    let ground = scaled(&look.apply(&ground), 1.0 / (camera.scale * plate.quantum_km));
    let (world, grid) = (drawing::world_transform(camera, size), drawing::grid_transform(plate));
    let (w, h) = (px(room.width), px(room.height));
    let sides = format!("width=\"{w}\" height=\"{h}\"");
    let sea = look.apply(&format!("<rect class=\"land\" {sides}/>"));
    let frame = look.apply(&format!("<rect class=\"frame\" {sides}/>"));
    format!(
        "<clipPath id=\"room\"><rect {sides}/></clipPath><g transform=\"translate({} {})\"><g clip-path=\"url(#room)\">{sea}\
         <g transform=\"{world}\"><g transform=\"{grid}\">{ground}</g></g>{}</g>{frame}</g>",
        px(room.x),
        px(room.y),
        look.apply(&marks),
    )
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

fn scale(markup: &mut Markup, scale: f64, size: Size) {
    let Some(bar) = crate::geo::measure::scale_bar(scale, 130.0) else { return };
    let (y, end) = (size.height - 10.0, 12.0 + bar.px);
    let d = format!("M12 {}V{}H{}V{}", px(y - 4.0), px(y), px(end), px(y - 4.0));
    markup.shape("path", &[("class", "scale-line"), ("d", &d)]);
    let text = format!("{} km", px(bar.km));
    let attributes = [("class", "label"), ("x", &*px(end + 6.0)), ("y", &*px(y))];
    markup.leaf("text", &attributes, &text);
}

/// One row: operators, kinds, states.
pub(super) fn key(markup: &mut Markup, extract: &Extract<'_>, at: (f64, f64), room: f64) {
    let atlas = extract.atlas;
    let scene = map(atlas, &extract.view.filter);
    let mut x = at.0;
    let mut entry = |markup: &mut Markup, class: &str, kind: FacilityKind, words: &str| {
        let width = 14.0 + text_width(words, 10.5, Weight::Regular) + 14.0;
        if x + width > at.0 + room {
            return;
        }
        let place = format!("translate({} {})", px(x + 6.0), px(at.1 - 4.0));
        markup
            .element("g", &[("class", class), ("transform", &place)], |m| drawing::symbol(m, kind));
        line(markup, "small-line", (x + 17.0, at.1), words);
        x += width + 4.0;
    };
    for &power in atlas.powers() {
        let actor = atlas.actor(power);
        let class = format!("site open power-{}", actor.slug.to_ascii_lowercase());
        entry(markup, &class, FacilityKind::GroundBase, actor.name);
    }
    for &kind in kinds(&scene).iter() {
        entry(markup, "site open", kind, kind.words());
    }
    for status in [SiteStatus::Closed, SiteStatus::Planned] {
        entry(
            markup,
            &format!("site {}", status.words()),
            FacilityKind::GroundBase,
            status.words(),
        );
    }
}

fn kinds(scene: &MapScene) -> Vec<FacilityKind> {
    let shown = |kind: &FacilityKind| scene.sites.iter().any(|site| site.kind == *kind);
    FacilityKind::ALL.iter().copied().filter(shown).collect()
}

/// What is on the map, site by site.
pub(super) fn alt(extract: &Extract<'_>) -> String {
    let scene = map(extract.atlas, &extract.view.filter);
    let sites: Vec<&str> = scene.sites.iter().map(|site| site.spoken.as_str()).collect();
    if sites.is_empty() {
        return "A map of Central Asia without a facility.".to_owned();
    }
    format!(
        "A map of Central Asia with {}: {}.",
        words::counted(sites.len(), "facility mark"),
        sites.join("; ")
    )
}
