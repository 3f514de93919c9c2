//! The map's sheets as pictures: land, water, lines, names and capitals of powers, of the published
//! dataset. Open the golden files in a browser to look at them.

use std::sync::LazyLock;

use c5_atlas::atlas::Atlas;
use c5_atlas::geo::camera::Spot;
use c5_atlas::geo::{Albers, Bounds, Camera, MapPoint, Rect, ScreenPoint, Size};
use c5_atlas::markup::{Markup, map as drawing, px, written};
use c5_atlas::scene::map::{Part, Plate, badge_spots, capitals, landmarks, layout};
use c5_atlas::view::{Sheet, room};

use crate::geo::{part, rings};
use crate::golden::check_of;

static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

const PANEL: Size = Size::new(640.0, 480.0);

/// A picture is looked at, so it may be larger than a table that is read.
const LARGEST: usize = 112 * 1024;

/// Colours enough to see what is land, water and line.
const LOOK: &str = "svg{background:#d9e6ea}path{fill:none;stroke:#999;stroke-width:.6}.land{fill:#f1eee6;stroke:none}\
    .kz{fill:#f4ebcf}.kg{fill:#f2ddd3}.tj{fill:#e3deea}.tm{fill:#f7e2c8}.uz{fill:#dfe8d6}.sea,.caspian,.lakes{fill:#d9e6ea}\
    .river{stroke:#8fb0bc}.border{stroke:#5c564c}.disputed,.aral,.lease,.regions{stroke-dasharray:4 2.5}.occupied{fill:#c9c2b3}\
    .badge path{fill:#128a7d}.hit{fill:none}.ring{fill:#fff;stroke:#000}.label{font:11px sans-serif}";

/// The paths of a plate as the camera has them, to whole px, without what is off the panel.
fn paths(markup: &mut Markup, plate: &Plate, camera: Camera) {
    let panel = Rect::new(0.0, 0.0, PANEL.width, PANEL.height).grown(4.0);
    for path in &plate.paths {
        let mut d = String::new();
        for ring in rings(&path.d) {
            let on = ring.iter().map(|[x, y]| {
                let km = MapPoint::new(x * plate.quantum_km, y * plate.quantum_km);
                camera.screen_from_map(km, PANEL)
            });
            // Far outside, a corner of the panel's surroundings is as good as any other place.
            let near = |at: ScreenPoint| panel.grown(200.0).nearest(at);
            let mut points: Vec<[i32; 2]> =
                on.map(near).map(|at| [at.x.round() as i32, at.y.round() as i32]).collect();
            points.dedup();
            let xs = || points.iter().map(|p| f64::from(p[0]));
            let ys = || points.iter().map(|p| f64::from(p[1]));
            let least = |of: &mut dyn Iterator<Item = f64>| of.fold(f64::INFINITY, f64::min);
            let most = |of: &mut dyn Iterator<Item = f64>| of.fold(f64::NEG_INFINITY, f64::max);
            let (x, y) = (least(&mut xs()), least(&mut ys()));
            let box_ = Rect::new(x, y, most(&mut xs()) - x, most(&mut ys()) - y);
            if points.len() > 1 && panel.overlaps(box_.grown(0.5)) {
                let text: Vec<String> = points.iter().map(|[x, y]| format!("{x} {y}")).collect();
                d.push_str(&format!("M{}", text.join("L")));
                d.push_str(if path.d.contains('z') { "Z" } else { "" });
            }
        }
        if !d.is_empty() {
            markup.shape("path", &[("class", &path.class), ("d", &d)]);
        }
    }
}

/// A sheet as far as it is the same whatever is filtered.
fn picture(parts: &[Plate], camera: Camera, zoom: f64) -> String {
    let atlas = &*ATLAS;
    written(|m| {
        let room = [("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 640 480")];
        m.element("svg", &room, |m| {
            m.leaf("style", &[], LOOK);
            parts.iter().for_each(|plate| paths(m, plate, camera));
            let scene = landmarks(atlas);
            let layout = layout(atlas, &scene, camera, PANEL, zoom, &[]);
            for name in &layout.names {
                let at = camera.screen_from_map(name.at, PANEL);
                let place = format!("translate({} {})", px(at.x), px(at.y));
                m.element("g", &[("transform", &place)], |m| drawing::area_name(m, name));
            }
            drawing::still(m, &scene, &layout, camera, PANEL);
            let badges = capitals(atlas);
            let spots = badge_spots(&badges, camera, PANEL, 18.0, &[]);
            drawing::badges(m, atlas, &badges, &spots, PANEL.width);
        });
    })
}

fn whole(sheet: Sheet) -> Camera {
    Camera::fit(sheet.frame(PANEL.width), PANEL, 4.0)
}

#[test]
fn central_asia_with_moscow() {
    let parts = [part(Part::Far), Plate::embedded(), part(Part::Aral)];
    check_of("plate-region.svg", &picture(&parts, whole(Sheet::Region), 0.0), LARGEST);
}

#[test]
fn the_surroundings_of_bishkek() {
    let spot: Spot = "74.6~42.9~3".parse().expect("a place and a zoom");
    let frame = whole(Sheet::Region);
    let camera = spot.camera(frame.scale, &Albers::central_asia()).expect("the place has an image");
    check_of("plate-close.svg", &picture(&[part(Part::Base)], camera, 3.0), LARGEST);
}

#[test]
fn the_fergana_valley_with_its_seven_enclaves() {
    let drawn = picture(&[part(Part::Valley)], whole(Sheet::Fergana), 3.2);
    for (name, _) in c5_atlas::scene::map::ENCLAVES {
        assert!(drawn.contains(&format!(">{name}</text>")), "{name} is not named");
    }
    check_of("plate-fergana.svg", &drawn, LARGEST);
}

#[test]
fn eurasia_with_moscow_and_beijing() {
    let drawn = picture(&[part(Part::Far), Plate::embedded()], whole(Sheet::Eurasia), -1.0);
    assert!(drawn.contains("Beijing, capital of China\""), "Beijing is not in view");
    let washington =
        drawn.split("aria-label=\"").find(|part| part.starts_with("Washington, D.C.,"));
    assert!(washington.is_some_and(|part| part.contains(" km from Astana, capital of")));
    check_of("plate-eurasia.svg", &drawn, LARGEST);
}

#[test]
fn the_inset_shows_all_seven_enclaves_and_has_room_for_their_names_on_a_desk() {
    for (width, names) in [(740.0, 5), (1440.0, 7)] {
        let (plate, size) = (part(Part::Valley), room::inset(width));
        let drawn = written(|m| c5_atlas::markup::plate::valley(m, &ATLAS, &plate, size));
        assert_eq!(drawn.matches("class=\"town enclave\"").count(), 7);
        let named = |(name, _): &&(&str, _)| drawn.contains(&format!(">{name}</text>"));
        assert_eq!(c5_atlas::scene::map::ENCLAVES.iter().filter(named).count(), names);
    }
}

#[test]
fn the_globe_outlines_what_the_map_shows() {
    let visible =
        Bounds { min: MapPoint::new(-2000.0, -1600.0), max: MapPoint::new(1800.0, 1200.0) };
    let drawn = written(|m| {
        c5_atlas::markup::plate::globe(m, &ATLAS, &part(Part::Globe), &capitals(&ATLAS), visible);
    });
    // Moscow, Beijing and Washington are all on the side that is seen.
    assert_eq!(drawn.matches("class=\"seat\"").count(), 3);
    assert_eq!(drawn.matches("class=\"window\"").count(), 1);
    assert!(!drawn.contains("NaN"));
}
