//! The layers of the map: kept drawn, switched on and off, opened, listed as a table.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use crate::geo::Camera;
use crate::markup::{layers as drawing, plate, switches, table, written};
use crate::query::layer::organisations;
use crate::query::{Filter, Layer, Layers, Measure};
use crate::scene::layers::{Told, told};
use crate::scene::map::{MapScene, Part};
use crate::scene::words;
use crate::shell::stage;
use crate::ui::{Reach, Root, attribute, effect, text, write};
use crate::view::{Action, Selection, link};

/// What is drawn beside the plate.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// Which layers are on.
    pub(super) layers: Memo<Layers>,
    /// What states are shaded by.
    measure: Memo<Option<Measure>>,
    /// What is told of states and between places.
    pub(super) told: Memo<Told>,
    /// Whether the table stands in front of the map.
    table: RwSignal<bool>,
}

impl Shown {
    pub(super) fn new(reach: Reach, filter: Memo<Filter>) -> Self {
        let layers = Memo::new(move |_| reach.view.with(|view| view.layers));
        let measure = Memo::new(move |_| reach.view.with(|view| view.measure));
        let told = Memo::new(move |_| {
            filter.with(|filter| told(reach.atlas, filter, layers.get(), measure.get()))
        });
        Self { layers, measure, told, table: RwSignal::new(false) }
    }

    /// Keeps lines, areas, switches, key and table drawn.
    pub(super) fn show(
        self,
        reach: Reach,
        root: Root,
        filter: Memo<Filter>,
        scene: Memo<MapScene>,
        resting: Memo<Camera>,
    ) {
        let atlas = reach.atlas;
        let Self { layers, measure, told, table } = self;
        write(
            root,
            ".ways",
            text(move || told.with(|told| written(|m| drawing::lines(m, atlas, told)))),
        );
        self.shade(reach, root, resting);
        write(root, ".switches", text(move || written(|m| switches::switches(m, atlas))));
        self.set_switches(reach, root, scene);
        write(
            root,
            ".keys",
            text(move || written(|m| switches::key(m, atlas, layers.get(), measure.get()))),
        );
        write(
            root,
            ".map-table",
            text(move || {
                let when = filter.with(words::time).unwrap_or_else(|| "as last known".to_owned());
                let marked = (layers.get(), measure.get());
                let draw = |scene: &MapScene, told: &Told| {
                    written(|m| table::table(m, atlas, scene, told, marked, &when))
                };
                let drawn = || scene.with(|scene| told.with(|told| draw(scene, told)));
                if table.get() { drawn() } else { String::new() }
            }),
        );
        effect(move || {
            let Some(root) = root.get() else { return };
            for panel in stage::all(&root, ".map-table") {
                stage::set_or_clear(&panel, "hidden", (!table.get()).then_some(""));
            }
        });
    }

    /// Areas are written once for each plate; a year only changes their classes.
    fn shade(self, reach: Reach, root: Root, resting: Memo<Camera>) {
        let atlas = reach.atlas;
        let Self { layers, measure, told, .. } = self;
        let some = Memo::new(move |_| {
            measure.with(Option::is_some) || layers.with(|layers| layers.organisation.is_some())
        });
        let base = move || reach.plate(Part::Base);
        let areas = text(move || match base().filter(|_| some.get()) {
            Some(plate) => written(|m| drawing::grounds(m, atlas, plate)),
            None => String::new(),
        });
        write(root, ".shades", areas);
        attribute(
            root,
            ".plate pattern",
            "patternTransform",
            text(move || {
                let scaled = |plate| plate::pattern_transform(plate, resting.get());
                base().map(scaled).unwrap_or_default()
            }),
        );
        effect(move || {
            areas.track();
            let Some(root) = root.get() else { return };
            told.with(|told| {
                for ground in stage::all(&root, "[data-area]") {
                    let slug = ground.get_attribute("data-area").unwrap_or_default();
                    let (class, opens) = drawing::ground_of(atlas, told, measure.get(), &slug);
                    stage::set(&ground, "class", &class);
                    stage::set_or_clear(&ground, "data-open", opens.as_deref());
                }
            });
        });
    }

    /// What is on, and how much each layer holds.
    fn set_switches(self, reach: Reach, root: Root, scene: Memo<MapScene>) {
        let atlas = reach.atlas;
        effect(move || {
            let Some(root) = root.get() else { return };
            let (layers, measure) = (self.layers.get(), self.measure.get());
            for layer in Layer::ALL {
                for input in stage::all(&root, &format!("input[value={}]", layer.id())) {
                    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
                        input.set_checked(layers.has(layer));
                    }
                }
            }
            let slug = |id| atlas.actor(id).slug.to_owned();
            choose(&root, "organisation", &layers.organisation.map(slug).unwrap_or_default());
            let own = measure.map(|measure| measure.text(atlas)).unwrap_or_default();
            let (category, power) = own.split_once('~').unwrap_or_default();
            choose(&root, "measure", category);
            if !power.is_empty() {
                choose(&root, "power", power);
            }
        });
        effect(move || {
            let Some(root) = root.get() else { return };
            scene.with(|scene| {
                for (layer, &counts) in Layer::ALL.iter().zip(&scene.counts) {
                    for tally in stage::all(&root, &format!("[data-tally={}]", layer.id())) {
                        tally.set_text_content(Some(&switches::tally(counts)));
                    }
                }
            });
        });
    }

    /// A switch was turned or something chosen.
    pub(super) fn choose(self, reach: Reach, root: Root, event: &web_sys::Event) {
        let atlas = reach.atlas;
        let Some(target) = event.target() else { return };
        if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            let layer = Layer::ALL.into_iter().find(|layer| layer.id() == input.value());
            layer.into_iter().for_each(|layer| reach.act(Action::Switch(layer)));
        } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            let Some(root) = root.get_untracked() else { return };
            if select.name() == "organisation" {
                let named = |id: &_| atlas.actor(*id).slug == select.value();
                reach.act(Action::ShowMembers(organisations(atlas).find(named)));
            } else {
                let own = format!("{}~{}", chosen(&root, "measure"), chosen(&root, "power"));
                reach.act(Action::ShadeBy(Measure::read(atlas, &own)));
            }
        }
    }

    /// Opens the table, or closes it; the focus goes with it.
    pub(super) fn turn_table(self, root: Root) {
        let open = !self.table.get_untracked();
        self.table.set(open);
        // After it was written.
        request_animation_frame(move || {
            if let Some(root) = root.get_untracked() {
                stage::focus(&root, if open { ".map-table h2" } else { "[data-do=table]" });
            }
        });
    }

    /// Whether the table is open.
    pub(super) fn is_table(self) -> bool {
        self.table.get_untracked()
    }
}

fn selects(root: &web_sys::Element, name: &str) -> Option<HtmlSelectElement> {
    stage::all(root, &format!("select[name={name}]")).into_iter().next()?.dyn_into().ok()
}

fn choose(root: &web_sys::Element, name: &str, value: &str) {
    selects(root, name).into_iter().for_each(|select| select.set_value(value));
}

fn chosen(root: &web_sys::Element, name: &str) -> String {
    selects(root, name).map(|select| select.value()).unwrap_or_default()
}

/// What a pressed mark, area or line opens.
pub(super) fn opened(reach: Reach, event: &web_sys::Event) -> Option<Selection> {
    link::selecting(&stage::pressed(event, "data-open")?, reach.atlas)
}
