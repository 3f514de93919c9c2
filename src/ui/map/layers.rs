//! The layers of the map: kept drawn, switched on and off, opened, listed as a table.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use crate::atlas::PlaceId;
use crate::geo::{Camera, Size};
use crate::markup::{layers as drawing, plate, px, written};
use crate::query::layer::organisations;
use crate::query::{Layer, Layers, Measure};
use crate::scene::map::Part;
use crate::shell::stage;
use crate::ui::study_panel::change;
use crate::ui::{Memo, Reach, Root, State, attribute, effect, wiring, write};
use crate::view::{Action, Choices, Selection, Sheet, ViewState, link};

/// What passes and is no part of the view: one signal, since each type of signal has its price.
#[derive(Clone, Copy, Default)]
pub(super) struct Passing {
    /// The place whose crowded marks stand apart.
    pub(super) apart: Option<PlaceId>,
    /// Whether the table stands in front of the map.
    table: bool,
}

/// What is drawn beside the plate, and beside the sites that the page draws itself: parts of the study program.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// What the layers are computed from, and nothing that moves.
    view: Memo<ViewState>,
    /// What passes.
    pub(super) passing: State<Passing>,
}

impl Shown {
    pub(super) fn new(view: Memo<ViewState>) -> Self {
        Self { view, passing: State::new(Passing::default()) }
    }

    /// Whether there is more to draw than sites.
    fn is_on(self) -> bool {
        self.view.with(|view| {
            let ViewState { layers, measure, choices, .. } = view;
            measure.is_some() || *layers != Layers::default() || *choices != Choices::default()
        })
    }

    /// A part of what the layers add; empty while there is nothing to add.
    fn part(self, reach: Reach, name: &str) -> String {
        let part = || self.view.with(|view| reach.part(name, view));
        self.is_on().then(part).flatten().unwrap_or_default()
    }

    /// The marks with those of the layers; `None` while there are none but sites, or until the study program has
    /// come.
    pub(super) fn marks(self, reach: Reach, size: Size, sheet: Sheet) -> Option<String> {
        if !self.is_on() {
            return None;
        }
        // Whoever asks follows the camera that it makes.
        let spot = reach.view.with_untracked(|view| view.spot);
        let view = self.view.with(|view| ViewState { sheet, spot, ..view.clone() });
        let apart = self.passing.with(|passing| passing.apart);
        let apart = apart.map_or("", |place| reach.atlas.place(place).slug);
        let room = [px(size.width), px(size.height)].join(" ");
        reach.part(&["marks", &room, apart].join(" "), &view)
    }

    /// Keeps lines, areas, switches, key and table drawn.
    pub(super) fn show(self, reach: Reach, root: Root, resting: Memo<Camera>) {
        let Self { view, passing } = self;
        write(root, ".ways", Memo::new(move || self.part(reach, "ways")));
        write(root, ".keys", Memo::new(move || self.part(reach, "keys")));
        let areas = self.shade(reach, root, resting);
        let switches =
            Memo::new(move || view.with(|view| reach.part("switches", view)).unwrap_or_default());
        // How much each layer would hold is told at rest.
        let rested = wiring::filter(reach.rested, reach.told);
        let on = Memo::new(move || self.is_on());
        let settings = Memo::new(move || {
            let rested = || ViewState { filter: rested.get(), ..view.get_untracked() };
            let settings = if on.get() { view.get() } else { rested() };
            reach.part("settings", &settings).unwrap_or_default()
        });
        let mut held: [Option<String>; 2] = [None, None];
        effect(move || {
            let Some(root) = root.get() else { return };
            let (written, settings) = ([areas.get(), switches.get()], settings.get());
            // In one step: what is set stands on what is written.
            for ((part, html), held) in
                [".shades", ".switches"].into_iter().zip(written).zip(&mut held)
            {
                stage::write_over(&root, part, held.as_deref(), &html);
                *held = Some(html);
            }
            for setting in settings.lines() {
                let mut words = setting.split('\t');
                let mut next = || words.next().unwrap_or_default();
                let (selector, name, value) = (next(), next(), next());
                for part in stage::all(&root, selector) {
                    match name.strip_prefix('.') {
                        Some(property) => stage::set_state(&part, property, value),
                        None => {
                            stage::set_or_clear(&part, name, Some(value).filter(|v| !v.is_empty()))
                        }
                    }
                }
            }
        });
        let mut held: Option<String> = None;
        effect(move || {
            let Some(root) = root.get() else { return };
            let open = passing.with(|passing| passing.table);
            let table = open.then(|| view.with(|view| reach.part("table", view)));
            let html = table.flatten().unwrap_or_default();
            stage::write_over(&root, ".map-table", held.as_deref(), &html);
            for panel in stage::all(&root, ".map-table") {
                stage::set_or_clear(&panel, "hidden", (!open).then_some(""));
            }
            // The focus goes with the table, in the same turn: a frame later it could take it from what was pressed.
            let was = held.as_deref().is_some_and(|held| !held.is_empty());
            if was == html.is_empty() {
                stage::focus(&root, if was { "[data-do=table]" } else { ".map-table h2" });
            }
            held = Some(html);
        });
    }

    /// Areas are written once for each plate; a year only changes their classes.
    fn shade(self, reach: Reach, root: Root, resting: Memo<Camera>) -> Memo<String> {
        let base = move || reach.plate(Part::Base);
        let some = move || {
            self.view.with(|view| view.measure.is_some() || view.layers.organisation.is_some())
        };
        let areas = Memo::new(move || match base().filter(|_| some()) {
            Some(plate) => written(|m| drawing::grounds(m, reach.atlas, plate)),
            None => String::new(),
        });
        attribute(
            root,
            ".plate defs pattern",
            "patternTransform",
            Memo::new(move || {
                let scaled = |plate| plate::pattern_transform(plate, resting.get());
                base().map(scaled).unwrap_or_default()
            }),
        );
        areas
    }

    /// A switch was turned or something chosen.
    pub(super) fn choose(self, reach: Reach, root: Root, event: &web_sys::Event) {
        if change(reach, event, true) {
            return;
        }
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

    /// Opens the table, or closes it.
    pub(super) fn turn_table(self) {
        self.passing.update(|passing| passing.table = !passing.table);
    }

    /// Whether the table is open.
    pub(super) fn is_table(self) -> bool {
        self.passing.with_untracked(|passing| passing.table)
    }
}

fn selects(root: &web_sys::Element, name: &str) -> Option<HtmlSelectElement> {
    stage::all(root, &format!("select[name={name}]")).into_iter().next()?.dyn_into().ok()
}

fn chosen(root: &web_sys::Element, name: &str) -> String {
    selects(root, name).map(|select| select.value()).unwrap_or_default()
}

/// What a pressed mark, area or line opens.
pub(super) fn opened(reach: Reach, event: &web_sys::Event) -> Option<Selection> {
    link::selecting(&stage::pressed(event, "data-open")?, reach.atlas)
}
