//! The layers of the map: kept drawn, switched on and off, opened, listed as a table.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use crate::atlas::PlaceId;
use crate::geo::Camera;
use crate::markup::{layers as drawing, plate, switches, written};
use crate::query::layer::organisations;
use crate::query::{Filter, Layer, Layers, Measure};
use crate::scene::map::{MapScene, Part};
use crate::shell::stage;
use crate::ui::{Memo, Reach, Root, State, attribute, effect, write};
use crate::view::{Action, Selection, ViewState, link};

/// What passes and is no part of the view: one signal, since each type of signal has its price.
#[derive(Clone, Copy, Default)]
pub(super) struct Passing {
    /// The place whose crowded marks stand apart.
    pub(super) apart: Option<PlaceId>,
    /// Whether the table stands in front of the map.
    table: bool,
}

/// What is drawn beside the plate.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// The marks, and what is told.
    scene: Memo<MapScene>,
    /// What passes.
    pub(super) passing: State<Passing>,
}

impl Shown {
    pub(super) fn new(scene: Memo<MapScene>) -> Self {
        Self { scene, passing: State::new(Passing::default()) }
    }

    /// Keeps lines, areas, switches, key and table drawn.
    pub(super) fn show(
        self,
        reach: Reach,
        root: Root,
        filter: Memo<Filter>,
        resting: Memo<Camera>,
    ) {
        let Self { scene, passing } = self;
        // What the marks are computed from, and nothing that moves.
        let view = Memo::new(move || ViewState {
            filter: filter.get(),
            layers: scene.with(|scene| scene.layers),
            measure: scene.with(|scene| scene.measure),
            ..ViewState::default()
        });
        let told = move || !scene.with(|scene| scene.told.is_empty());
        let switched = move || scene.with(|scene| scene.layers != Layers::default()) || told();
        let part = move |on: bool, name| {
            let written = on.then(|| view.with(|view| reach.part(name, view)));
            written.flatten().unwrap_or_default()
        };
        write(root, ".ways", Memo::new(move || part(told(), "ways")));
        write(root, ".keys", Memo::new(move || part(switched(), "keys")));
        self.shade(reach, root, resting);
        let switches =
            Memo::new(move || reach.part("switches", &ViewState::default()).unwrap_or_default());
        write(root, ".switches", switches);
        self.set_switches(reach, root, switches);
        effect(move || {
            let Some(root) = root.get() else { return };
            let open = passing.with(|passing| passing.table);
            let table = open.then(|| view.with(|view| reach.part("table", view)));
            let html = table.flatten().unwrap_or_default();
            for panel in stage::all(&root, ".map-table") {
                panel.set_inner_html(&html);
                stage::set_or_clear(&panel, "hidden", (!open).then_some(""));
            }
        });
    }

    /// Areas are written once for each plate; a year only changes their classes.
    fn shade(self, reach: Reach, root: Root, resting: Memo<Camera>) {
        let atlas = reach.atlas;
        let scene = self.scene;
        let base = move || reach.plate(Part::Base);
        let some = move || {
            scene.with(|scene| scene.measure.is_some() || scene.layers.organisation.is_some())
        };
        let areas = Memo::new(move || match base().filter(|_| some()) {
            Some(plate) => written(|m| drawing::grounds(m, atlas, plate)),
            None => String::new(),
        });
        write(root, ".shades", areas);
        attribute(
            root,
            ".plate pattern",
            "patternTransform",
            Memo::new(move || {
                let scaled = |plate| plate::pattern_transform(plate, resting.get());
                base().map(scaled).unwrap_or_default()
            }),
        );
        effect(move || {
            areas.track();
            let Some(root) = root.get() else { return };
            scene.with(|scene| {
                for ground in stage::all(&root, "[data-area]") {
                    let slug = ground.get_attribute("data-area").unwrap_or_default();
                    let (class, opens) = drawing::ground_of(atlas, scene, &slug);
                    stage::set(&ground, "class", &class);
                    stage::set_or_clear(&ground, "data-open", opens.as_deref());
                }
            });
        });
    }

    /// What is on, and how much each layer holds.
    fn set_switches(self, reach: Reach, root: Root, written: Memo<String>) {
        let (atlas, scene) = (reach.atlas, self.scene);
        effect(move || {
            written.track();
            let Some(root) = root.get() else { return };
            scene.with(|scene| {
                for (layer, &counts) in Layer::ALL.iter().zip(&scene.counts) {
                    for input in stage::all(&root, &format!("input[value={}]", layer.id())) {
                        if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
                            input.set_checked(scene.layers.has(*layer));
                        }
                    }
                    for tally in stage::all(&root, &format!("[data-tally={}]", layer.id())) {
                        tally.set_text_content(Some(&switches::tally(counts)));
                    }
                }
                let organisation = scene.layers.organisation.map_or("", |id| atlas.actor(id).slug);
                choose(&root, "organisation", organisation);
                let own = scene.measure.map(|measure| measure.text(atlas)).unwrap_or_default();
                let (category, power) = own.split_once('~').unwrap_or_default();
                choose(&root, "measure", category);
                if !power.is_empty() {
                    choose(&root, "power", power);
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
        let open = !self.is_table();
        self.passing.update(|passing| passing.table = open);
        // After it was written.
        request_animation_frame(move || {
            if let Some(root) = root.get_untracked() {
                stage::focus(&root, if open { ".map-table h2" } else { "[data-do=table]" });
            }
        });
    }

    /// Whether the table is open.
    pub(super) fn is_table(self) -> bool {
        self.passing.with_untracked(|passing| passing.table)
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
