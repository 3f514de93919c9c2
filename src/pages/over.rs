//! What the map's layers add to it, as parts that the page puts in their places.

use std::sync::{Arc, Mutex};

use super::Desk;
use crate::atlas::Atlas;
use crate::geo::Size;
use crate::markup::{Markup, layers, switches, table};
use crate::query::{Compared, Filter, Layer, Layers, Lens, Measure, Relation};
use crate::scene::layers::{Overlay, lay, overlay};
use crate::scene::map::{badge_boxes, badge_spots};
use crate::scene::words;
use crate::view::{ViewState, extent, room};

/// The overlay that was asked for last: the parts of one view stand on the same.
#[derive(Default)]
pub(super) struct Last(Mutex<Option<(Key, Arc<Overlay>)>>);

type Key = (Filter, Layers, Option<Measure>, Option<Lens>);

impl Last {
    /// The overlay of what a desk shows.
    pub(super) fn of(&self, desk: Desk<'_>) -> Arc<Overlay> {
        let ViewState { filter, layers, measure, .. } = desk.view;
        let compared = desk.compared();
        let lens = compared.as_ref().map(|compared| compared.lens);
        let key = (filter.clone(), *layers, *measure, lens);
        // A poisoned lock holds a whole value all the same: it is set in one step.
        let mut last = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some((_, kept)) = last.as_ref().filter(|(own, _)| *own == key) {
            return Arc::clone(kept);
        }
        let made = Arc::new(drawn(desk.atlas, desk.view, compared.as_ref()));
        *last = Some((key, Arc::clone(&made)));
        made
    }
}

/// The map with its layers as a view has it, or as the two documents tell it that it compares.
pub(crate) fn drawn(atlas: &Atlas, view: &ViewState, compared: Option<&Compared>) -> Overlay {
    let ViewState { filter, layers, measure, .. } = view;
    let Some(compared) = compared else { return overlay(atlas, filter, *layers, *measure) };
    let own = compared.lens.narrow(atlas, filter);
    let mut made = overlay(atlas, &own, *layers, *measure);
    made.compare(atlas, &own, compared);
    made
}

/// A part by its name: `extent` (of what is selected), `ways`, `keys`, `settings`, `switches`, `table`; `marks` with the panel's width and
/// height in px and, where its marks stand apart, a place. False for any other name.
pub(super) fn part(markup: &mut Markup, desk: Desk<'_>, last: &Last, name: &str) -> bool {
    let atlas = desk.atlas;
    let mut words = name.split(' ');
    match words.next().unwrap_or_default() {
        "marks" => {
            let mut px = || words.next()?.parse::<f64>().ok();
            if let Some(size) = px().zip(px()).map(|(width, height)| Size::new(width, height)) {
                marks(markup, desk, &last.of(desk), size, words.next());
            }
        }
        "extent" => {
            let bounds = extent(atlas, desk.view);
            bounds.into_iter().for_each(|bounds| markup.text(&layers::edges(bounds)));
        }
        "ways" => layers::lines(markup, atlas, &last.of(desk).told),
        "keys" => switches::key(markup, atlas, &last.of(desk)),
        "settings" => settings(markup, desk, &last.of(desk)),
        "switches" => switches::switches(markup, atlas, desk.lens()),
        "table" => {
            let when = words::when(atlas.words(), &desk.view.filter);
            table::table(markup, atlas, &last.of(desk), &when);
        }
        _ => return false,
    }
    true
}

/// Names, towns and every mark, laid out for the panel.
fn marks(markup: &mut Markup, desk: Desk<'_>, overlay: &Overlay, size: Size, apart: Option<&str>) {
    let Desk { atlas, view, .. } = desk;
    let camera = room::camera(view, size);
    let plate = room::plate(view.sheet, camera, size);
    let mut taken = room::corners(size, plate, camera);
    let spots = badge_spots(&overlay.base.badges, camera, size, room::BADGE_INSET, &taken);
    taken.extend(badge_boxes(&spots, size.width));
    taken.extend(room::muted(plate, camera, size));
    let apart = apart.and_then(|slug| atlas.place_named(slug));
    let closeness = room::closeness(camera, size);
    let laid = lay(atlas, overlay, camera, size, closeness, &taken, apart);
    layers::marks(markup, atlas, overlay, &laid);
}

/// What the page sets on elements that stand already, a line each: a selector, an attribute or `.` and a property, and
/// the value, between tabs. An empty value takes the attribute away.
fn settings(markup: &mut Markup, desk: Desk<'_>, overlay: &Overlay) {
    let atlas = desk.atlas;
    let mut set = |selector: String, name: &str, value: &str| {
        markup.text(&format!("{selector}\t{name}\t{value}\n"));
    };
    for (layer, &counts) in Layer::ALL.iter().zip(&overlay.counts) {
        let tally = switches::tally(atlas.words(), counts);
        set(format!("[data-tally={}]", layer.id()), ".textContent", &tally);
        let on = if desk.view.layers.has(*layer) { "on" } else { "" };
        set(format!("[name=layers][value={}]", layer.id()), ".checked", on);
    }
    let organisation = desk.view.layers.organisation.map_or("", |id| atlas.actor(id).slug);
    set("[name=organisation]".to_owned(), ".value", organisation);
    let measure = desk.view.measure.map(|measure| measure.text(atlas)).unwrap_or_default();
    let (category, power) = measure.split_once('~').unwrap_or_default();
    set("[name=measure]".to_owned(), ".value", category);
    if !power.is_empty() {
        set("[name=power]".to_owned(), ".value", power);
    }
    let lens = desk.lens().map(|lens| lens.of_all().text(atlas)).unwrap_or_default();
    set("#choose-lens".to_owned(), ".value", &lens);
    if let Some(lens) = desk.lens() {
        let shown = lens.only.map_or("all", Relation::slug);
        set(format!("#told-{shown}"), ".checked", "on");
    }
    // The key under the map is of sites. Where none are drawn only what else the plate has is left of it.
    let bare = if desk.view.layers.has(Layer::Sites) { "" } else { "on" };
    set(".legend".to_owned(), "data-bare", bare);
    set(".inset".to_owned(), "class", &layers::close_up(atlas, overlay));
    // Asked of what the shades hold (`:has`), every mark would be styled anew whenever one of them changes.
    let shaded = if desk.view.measure.is_some() { "on" } else { "" };
    set(".overlay".to_owned(), "data-shaded", shaded);
    for &state in atlas.states() {
        let slug = atlas.actor(state).slug;
        let (class, opens) = layers::ground_of(atlas, overlay, slug);
        set(format!("[data-area={slug}]"), "class", &class);
        set(format!("[data-area={slug}]"), "data-open", &opens.unwrap_or_default());
    }
}
