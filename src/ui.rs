//! Leptos components: props in, actions out. Panels write markup that a plain function made and
//! hand presses on it to one place; only what holds a reader's input is built element by element.

mod app;
mod detail_panel;
mod filter_bar;
mod header;
mod keys;
mod map;
mod matrix_panel;
mod search;
mod study_panel;
mod time_strip;
mod tour_bar;

use leptos::prelude::*;

use app::App;

use crate::atlas::{Atlas, Dyad, TEXTS_FILE};
use crate::query::FacetValue;
use crate::scene::map::{Part, Plate};
use crate::shell::study::Study;
use crate::shell::{page, stage};
use crate::view::{Action, Selection, ViewState, link};

/// Reads what the build embedded and puts the page together.
pub fn start() {
    crate::shell::failure::install();
    // Both live as long as the page.
    let atlas: &'static Atlas = Box::leak(Box::new(Atlas::embedded()));
    let plate: &'static Plate = Box::leak(Box::new(Plate::embedded()));
    page::remove_start();
    leptos::mount::mount_to_body(move || view! { <App atlas plate /> });
    page::mark("interactive");
}

/// What every panel may use: the atlas, which never changes, and the way to act.
#[derive(Clone, Copy)]
struct Reach {
    /// The dataset.
    atlas: &'static Atlas,
    /// The view.
    view: RwSignal<ViewState>,
    /// The only way to change it.
    act: Callback<Action>,
    /// The maps, in the order of [`Part::ALL`], as they come; the base map, at first coarse, is there
    /// from the start.
    plates: &'static [RwSignal<Option<&'static Plate>>],
    /// The program of all that the first picture does without; `None` until it has come.
    study: RwSignal<Option<Study>, LocalStorage>,
    /// Whether that program is under way; false too once it has come or was lost.
    awaited: RwSignal<bool>,
    /// The pair that the pointer or the focus rests on; passing, so not part of the view.
    hint: RwSignal<Option<Dyad>>,
}

impl Reach {
    fn act(self, action: Action) {
        self.act.run(action);
    }

    /// A part of the map; `None` until it has come.
    fn plate(self, part: Part) -> Option<&'static Plate> {
        let signal = Part::ALL.iter().zip(self.plates).find(|(own, _)| **own == part);
        signal.and_then(|(_, signal)| signal.get())
    }

    /// Follows a link inside a written part: it changes what it names and leaves the rest.
    fn follow(self, event: &web_sys::MouseEvent) {
        let Some(href) = stage::pressed(event, "href").filter(|href| href.starts_with('?')) else {
            return;
        };
        if stage::wants_new_tab(event) {
            return;
        }
        event.prevent_default();
        if let Some(set) = stage::pressed(event, "data-set") {
            // Choices on top of the present view.
            let query = self.view.with_untracked(|view| link::write(view, self.atlas));
            return self
                .act(Action::Open(Box::new(link::read(&format!("{query}&{set}"), self.atlas).0)));
        }
        match link::selecting(&href, self.atlas) {
            Some(selection) => self.act(Action::Select(selection)),
            None => self.act(Action::Open(Box::new(link::read(&href, self.atlas).0))),
        }
    }

    /// A part of the window that the study program writes, for a view; `None` until that program has come.
    fn part(self, name: &str, view: &ViewState) -> Option<String> {
        let query = link::write(view, self.atlas);
        self.study.with(|study| study.as_ref()?.part(name, &query))
    }

    /// Opens the share sheet where the press asks for it: true then.
    fn share(self, event: &web_sys::MouseEvent) -> bool {
        let Some(part) = stage::pressed(event, "data-share") else { return false };
        let query = self.view.with_untracked(|view| link::write(view, self.atlas));
        self.with_study(move |study| match study {
            Some(study) => study.share(&query, &part),
            None => {
                stage::say("The sheet could not be fetched: copy the link from the address bar.")
            }
        });
        true
    }

    /// Hands over the study program, fetched if it is not there yet; `None` where it does not come.
    fn with_study(self, then: impl FnOnce(Option<&Study>) + 'static) {
        if let Some(study) = self.study.get_untracked() {
            return then(Some(&study));
        }
        self.awaited.set(true);
        Study::fetch(Atlas::packed(), TEXTS_FILE, move |study| {
            then(study.as_ref());
            self.study.set(study);
            self.awaited.set(false);
        });
    }

    /// The power of a slug.
    fn power(self, slug: &str) -> Option<FacetValue> {
        crate::query::Facet::Power.read(self.atlas, slug)
    }

    /// The selection that a link's key and value name.
    fn selection(self, key: &str, slug: &str) -> Option<Selection> {
        link::read(&format!("{key}={slug}"), self.atlas).0.selection
    }
}

/// The element that a panel stands in.
type Root = NodeRef<leptos::html::Div>;

// The functions below take any closure and keep it as one type: each closure, effect, memo or
// listener of a type of its own would bring kilobytes of glue into the program.

/// Runs now, and again whenever what it read changes.
fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// A listener.
fn on<E>(listen: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(listen)
}

/// A computed text, told on only when it changes.
fn text(of: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    let of: Box<dyn Fn() -> String + Send + Sync> = Box::new(of);
    Memo::new(move |_| of())
}

/// Keeps a part of a panel written as a text says.
fn write(root: Root, selector: &'static str, of: Memo<String>) {
    effect(move || {
        if let Some(root) = root.get() {
            of.with(|html| stage::write(&root, selector, html));
        }
    });
}

/// Keeps an attribute of a part of a panel set as a text says.
fn attribute(root: Root, selector: &'static str, name: &'static str, of: Memo<String>) {
    effect(move || {
        if let Some(root) = root.get() {
            of.with(|value| {
                stage::all(&root, selector).iter().for_each(|part| stage::set(part, name, value))
            });
        }
    });
}
