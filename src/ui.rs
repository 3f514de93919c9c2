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
mod signal;
mod study_panel;
mod time_strip;
mod tour_bar;
mod wiring;

use std::borrow::Cow;
use std::cell::RefCell;

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget};

use app::App;
use signal::{Memo, State};

use crate::atlas::{ActorId, Atlas, Dyad, TEXTS_FILE};
use crate::geo::Camera;
use crate::query::FacetValue;
use crate::scene::map::{Part, Plate};
use crate::shell::study::Study;
use crate::shell::{address, fetch, page, stage};
use crate::view::action::Step;
use crate::view::{Action, Selection, ViewState, link};
use crate::words::{Frame, Language, Words};

/// Puts the page together, in the language that the link asks for.
pub fn start() {
    crate::shell::failure::install();
    match link::language(&address::query()) {
        Language::English => open(None),
        // Where its words do not come, the page speaks English and says so.
        Language::Russian => fetch::words(open),
    }
}

/// Reads what the build embedded, with the file of another language than English.
fn open(words: Option<String>) {
    // It lives as long as the page.
    let mut atlas = Atlas::embedded();
    if let Some(file) = words {
        page::keep_in_links(link::lang(Language::Russian));
        atlas = atlas.speaking(Words::read(Language::Russian, file.leak()));
    }
    let atlas: &'static Atlas = Box::leak(Box::new(atlas));
    page::set_root_attribute("lang", Some(atlas.language().code()));
    let start = page::remove_start();
    leptos::mount::mount_to_body(move || view! { <App atlas start /> });
    page::mark("interactive");
}

/// What every panel may use: the atlas, which never changes, and the way to act.
#[derive(Clone, Copy)]
struct Reach {
    /// The dataset.
    atlas: &'static Atlas,
    /// The view.
    view: State<ViewState>,
    /// The view as it was when the reader last rested: what links say and the address need not follow each
    /// year that a slider passes.
    rested: State<ViewState>,
    /// How far the last actions go, until they are written to the address.
    step: State<Step>,
    /// Whether there is a step to go back over, and one to go forward over again.
    steps: State<(bool, bool)>,
    /// The maps, in the order of [`Part::ALL`], as they come.
    plates: &'static [State<Option<&'static Plate>>],
    /// The first picture's base map, land and lines, which stands in until the program has its own.
    base: &'static [String; 2],
    /// The program of all that the first picture does without; `None` until it has come.
    study: State<Option<Study>>,
    /// Whether that program is under way; false too once it has come or was lost.
    awaited: State<bool>,
    /// The map's camera while it is moved, until it comes to rest in the view. Not the map's own: who goes back leaves
    /// the motion that is under way.
    moment: State<Option<Camera>>,
    /// The state that the pointer or the focus rests on, with the power where it rests on a pair; passing, so not part of
    /// the view.
    hint: State<Option<(ActorId, Option<ActorId>)>>,
    /// What the study program says of the two documents that are set against each other; empty where all speak
    /// together, or until it has come.
    told: Memo<String>,
}

/// What is done with the study program once it has come, or is lost.
type Waiting = Box<dyn FnOnce(Option<&Study>)>;

thread_local! {
    /// Who waits for the study program while it is under way.
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

impl Reach {
    /// The only way to change the view.
    fn act(self, action: Action) {
        let (there, step) = self.view.with_untracked(|view| view.after(action));
        // A motion that follows at once does not undo that a choice was made: it is written as one.
        if step == Step::Choice {
            // The way back from a choice leads to where motion had come.
            self.settle();
            self.step.set(Step::Choice);
        }
        self.view.set(there);
    }

    /// Writes the address that motion, which has not rested yet, has come to.
    fn settle(self) {
        let former = address::query();
        let query = |view: &ViewState| link::write_after(view, self.atlas, &former);
        let now = self.view.with_untracked(query);
        if now != self.rested.with_untracked(query) {
            address::write(&now, Step::Motion);
        }
    }

    /// Goes back or forward over one step. The way to where the reader leaves from leads to where motion had come.
    fn travel(self, forward: bool) {
        self.settle();
        address::travel(forward);
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
        if stage::wants_new_tab(event) || stage::pressed(event, "hreflang").is_some() {
            return;
        }
        event.prevent_default();
        if let Some(selection) = link::selecting(&href, self.atlas) {
            return self.act(Action::Select(selection));
        }
        let mut there = link::read(&href, self.atlas).0;
        if stage::pressed(event, "data-onto").is_some() {
            // Page and arrangement are the link's; what is kept and selected stays.
            let mut view = self.view.get_untracked();
            view.apply(Action::ShowTab(there.tab));
            there.choices.iter().for_each(|(choice, value)| {
                view.choices.set(choice, value);
            });
            there = view;
        }
        self.act(Action::Open(Box::new(there)));
    }

    /// A part of the window that the study program writes, for a view; `None` until that program has come.
    fn part(self, name: &str, view: &ViewState) -> Option<String> {
        self.asked(name, &link::write(view, self.atlas))
    }

    /// The same, for a link as it came.
    fn asked(self, name: &str, query: &str) -> Option<String> {
        self.study.with(|study| study.as_ref()?.part(name, query))
    }

    /// Opens the share sheet where the press asks for it: true then.
    fn share(self, event: &web_sys::MouseEvent) -> bool {
        let Some(part) = stage::pressed(event, "data-share") else { return false };
        self.with_study(move |study| match study {
            Some(study) => {
                let query = self.view.with_untracked(|view| link::write(view, self.atlas));
                study.share(&query, &part);
            }
            None => stage::say(self.atlas.say(Frame::ShareLost)),
        });
        true
    }

    /// Hands over the study program, fetched if it is not there yet; `None` where it does not come.
    fn with_study(self, then: impl FnOnce(Option<&Study>) + 'static) {
        if let Some(study) = self.study.get_untracked() {
            return then(Some(&study));
        }
        self.awaited.set(true);
        let waiting = WAITING.with_borrow_mut(|all| {
            all.push(Box::new(then));
            all.len()
        });
        // Who started it twice would have listeners of one memory that run in another.
        if waiting > 1 {
            return;
        }
        let words = self.atlas.words().file();
        Study::fetch(Atlas::packed(), TEXTS_FILE, words, move |study| {
            if let Some(names) = study.as_ref().and_then(|study| study.part("names", "")) {
                // Held for the life of the page.
                self.atlas.name_claims(names.leak().split(' '));
            }
            for then in WAITING.take() {
                then(study.as_ref());
            }
            if study.is_some() {
                page::mark("study-ready");
            }
            self.study.set(study);
            self.awaited.set(false);
        });
    }

    /// What stands for the pair or the state that is hinted at, as a selector; empty for none.
    fn hinted(self) -> String {
        let selector = |(state, power)| standing_for(self.atlas, state, power);
        self.hint.get().map(selector).unwrap_or_default()
    }

    /// Hints at a pair, or at none.
    fn hint(self, pair: Option<Dyad>) {
        self.hint.set(pair.map(|pair| (pair.state, Some(pair.power))));
    }

    /// Hints at the pair of the claim, mark or line that the pointer or the focus is on, or at the state whose land it
    /// is on; at none where it is on none.
    fn hint_at(self, event: Option<&web_sys::Event>) {
        let Some(event) = event else { return self.hint(None) };
        let claim = || self.atlas.claim_named(&stage::pressed(event, "data-claim")?);
        let pair = match stage::pressed(event, "data-pair") {
            Some(pair) => Dyad::read(self.atlas, &pair),
            None => claim().and_then(|id| Dyad::of_claim(self.atlas, self.atlas.claim(id)).next()),
        };
        if pair.is_some() {
            return self.hint(pair);
        }
        let class = stage::pressed(event, "class").unwrap_or_default();
        let has = |name: &str| class.split(' ').any(|own| own.eq_ignore_ascii_case(name));
        let is_its = |state: &ActorId| has("land") && has(self.atlas.actor(*state).slug);
        let state = self.atlas.states().iter().copied().find(is_its);
        self.hint.set(state.map(|state| (state, None)));
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

/// What stands for a state, or for its pair with a power, as a selector.
fn standing_for(atlas: &Atlas, state: ActorId, power: Option<ActorId>) -> String {
    let state = atlas.actor(state).slug;
    let land = [".land.", &state.to_ascii_lowercase()].concat();
    let own = match power.map(|power| atlas.actor(power).slug) {
        Some(power) => ["[data-pair=", state, "-", power, "],[data-entity=", power, "],"],
        None => ["[data-pair^=", state, "-],", "", "", "", ""],
    };
    [own.concat(), land].concat()
}

/// The element that a panel stands in, while the panel is shown. What keeps a panel written asks for it first: so a
/// hidden panel rests, whatever changes, and catches up in what differs when it is shown again.
#[derive(Clone, Copy)]
struct Root {
    element: NodeRef<leptos::html::Div>,
    shown: State<bool>,
}

impl Root {
    fn new() -> Self {
        Self { element: NodeRef::new(), shown: State::new(true) }
    }

    /// The element; whoever asks is told when it comes, is hidden and is shown again.
    fn get(self) -> Option<web_sys::Element> {
        let element = || self.element.get().map(Into::into);
        self.shown.get().then(element).flatten()
    }

    /// The element as it stands.
    fn get_untracked(self) -> Option<web_sys::Element> {
        let element = || self.element.get_untracked().map(Into::into);
        self.shown.get_untracked().then(element).flatten()
    }

    /// Hides the panel while it is not wanted. Whoever follows it is told after that, so that what is measured then
    /// has its place.
    fn show_while(self, wanted: Memo<bool>) {
        effect(move || {
            let wanted = wanted.get();
            let Some(element) = self.element.get() else { return };
            stage::set_or_clear(&element, "hidden", (!wanted).then_some(""));
            if self.shown.get_untracked() != wanted {
                self.shown.set(wanted);
            }
        });
    }
}

// The functions below take any closure and keep it as one type: each closure, effect, memo or
// listener of a type of its own would bring kilobytes of glue into the program.

/// Runs now, and again whenever what it read changes.
fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// What is listened for, and what is done then.
type Listener = (Cow<'static, str>, Box<dyn FnMut(Event)>);

/// A listener.
fn on<E>(event: E, mut listen: impl FnMut(&E::EventType) + 'static) -> Listener
where
    E: EventDescriptor,
    E::EventType: JsCast,
{
    (event.name(), Box::new(move |event| listen(event.unchecked_ref())))
}

/// Listens until the panel that asks for it is gone.
fn listen(target: EventTarget, (kind, heard): Listener) {
    stage::listen_here(target, kind, heard);
}

/// A panel: one element, its markup written once, and what it listens for.
fn host<const N: usize>(
    root: Root,
    class: &'static str,
    html: String,
    listeners: [Listener; N],
) -> AnyView {
    let mut listeners = Vec::from(listeners);
    effect(move || {
        if let Some(root) = root.element.get() {
            listeners.drain(..).for_each(|listener| listen(root.clone().into(), listener));
        }
    });
    view! { <div class=class node_ref=root.element inner_html=html></div> }.into_any()
}

/// Keeps a part of a panel written as a text says; what did not change in it stands as it was. What comes back is how
/// often it was written, told after each writing.
fn write(root: Root, selector: &'static str, of: Memo<String>) -> State<u32> {
    let (mut held, written): (Option<String>, _) = (None, State::new(0));
    effect(move || {
        if let Some(root) = root.get() {
            let html = of.get();
            stage::write_over(&root, selector, held.as_deref(), &html);
            held = Some(html);
            written.update(|times| *times += 1);
        }
    });
    written
}

/// Sets on what was written into a panel what the writing leaves out, such as a class for what is selected: after each
/// writing, and whenever what the setting reads changes. It does not watch the text itself: then nothing would say
/// which of the two comes first.
fn dress(root: Root, written: State<u32>, mut set: impl FnMut(&web_sys::Element) + 'static) {
    effect(move || {
        written.track();
        root.get().iter().for_each(&mut set);
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
