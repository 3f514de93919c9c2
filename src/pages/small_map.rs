//! A small map of the five states: shaded by a number, or with marks at places.

use std::sync::OnceLock;

use super::Spots;
use super::drawn::spot;
use crate::atlas::{ActorId, Atlas, PlaceId};
use crate::dataset::shapes::Layer;
use crate::geo::{Albers, Projection};
use crate::markup::plate::grid;
use crate::markup::{Markup, px};
use crate::scene::map::{Plate, of_state};
use crate::view::Sheet;

/// A state on the small map.
pub(super) struct Area {
    /// Which.
    pub(super) state: ActorId,
    /// 0 to 5, as the matrix's cells; `None` for the state's own tint.
    pub(super) shade: Option<usize>,
    /// Written on it.
    pub(super) label: String,
    /// As it is spoken.
    pub(super) name: String,
    /// The link to what it stands for.
    pub(super) href: String,
}

/// A mark at a place.
pub(super) struct Dot {
    /// Where.
    pub(super) place: PlaceId,
    /// Its look: `power-ru open`.
    pub(super) class: String,
    /// As it is spoken.
    pub(super) name: String,
    /// The link to what it stands for.
    pub(super) href: String,
}

/// Height of letters and radius of marks, km.
const LETTERS: f64 = 96.0;
const RADIUS: f64 = 38.0;

/// The coarse base map, read once.
static PLATE: OnceLock<Plate> = OnceLock::new();

/// Writes the map; areas that are not given are drawn without a link.
pub(super) fn write(markup: &mut Markup, atlas: &Atlas, name: &str, areas: &[Area], dots: &[Dot]) {
    let plate = PLATE.get_or_init(Plate::embedded);
    // What a narrow panel opens on: the five states alone.
    let frame = Sheet::Region.frame(0.0);
    let view = format!(
        "{} {} {} {}",
        px(frame.min.x),
        px(frame.min.y),
        px(frame.width()),
        px(frame.height())
    );
    let attributes = [
        ("class", "small-map world"),
        ("viewBox", view.as_str()),
        ("role", "group"),
        ("aria-label", name),
        ("data-rove", ""),
    ];
    let mut spots = Spots::default();
    markup.element("svg", &attributes, |m| {
        grid(m, plate, |m| {
            for path in &plate.paths {
                let of = |area: &&Area| {
                    let slug = atlas.actor(area.state).slug.to_ascii_lowercase();
                    path.class.split(' ').any(|class| class == slug)
                };
                match (path.layer, areas.iter().find(of)) {
                    (Layer::Countries, Some(area)) => shaded(m, area, &path.d, &mut spots),
                    (Layer::Countries | Layer::Borders, _) => {
                        m.shape("path", &[("class", &path.class), ("d", &path.d)]);
                    }
                    _ => {}
                }
            }
        });
        let albers = Albers::central_asia();
        for area in areas {
            let at = of_state(atlas.actor(area.state).slug);
            let Some(at) = at.and_then(|one| albers.forward(one.at)) else { continue };
            let (x, y) = (px(at.x), px(at.y));
            let attributes = [
                ("class", "area-label"),
                ("x", x.as_str()),
                ("y", &y),
                ("text-anchor", "middle"),
                ("font-size", &px(LETTERS)),
                ("aria-hidden", "true"),
            ];
            m.leaf("text", &attributes, &area.label);
        }
        for dot in dots {
            let Some(at) = albers.forward(atlas.position(dot.place)) else { continue };
            let (x, y) = (px(at.x), px(at.y));
            spot(m, &[], (&dot.href, &dot.name), &mut spots, |m| {
                let (r, hit) = (px(RADIUS), px(RADIUS * 2.6));
                let at = [("cx", x.as_str()), ("cy", &y)];
                m.shape("circle", &[("class", "hit"), at[0], at[1], ("r", &hit)]);
                let class = format!("dot {}", dot.class);
                m.shape("circle", &[("class", &class), at[0], at[1], ("r", &r)]);
            });
        }
    });
}

fn shaded(markup: &mut Markup, area: &Area, d: &str, spots: &mut Spots) {
    let class = match area.shade {
        Some(shade) => format!("area shade-{}", shade.min(5)),
        None => "area chosen".to_owned(),
    };
    spot(markup, &[], (&area.href, &area.name), spots, |m| {
        m.shape("path", &[("class", &class), ("d", d)]);
    });
}
