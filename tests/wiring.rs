//! Which of the page's computations run when the reader does one thing: the very memos of the page, counted.

#![allow(unused_imports, reason = "what the page's wiring names as its own crate's")]

use c5_atlas::{atlas, markup, query, scene, view, words};

#[path = "../src/ui/signal.rs"]
#[allow(dead_code, reason = "panels use more of it than memos do")]
mod plain;
#[path = "../src/ui/wiring.rs"]
mod wiring;

/// The page's memos, each counting its runs.
mod signal {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};

    pub(crate) use crate::plain::State;

    /// How often each memo ran, in the order in which they were made.
    pub(crate) static RUNS: Mutex<Vec<Arc<AtomicUsize>>> = Mutex::new(Vec::new());

    pub(crate) struct Memo<T>(crate::plain::Memo<T>);

    impl<T> Clone for Memo<T> {
        fn clone(&self) -> Self {
            *self
        }
    }

    impl<T> Copy for Memo<T> {}

    impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
        pub(crate) fn new(of: impl Fn() -> T + Send + Sync + 'static) -> Self {
            let runs = Arc::new(AtomicUsize::new(0));
            RUNS.lock().expect("no test of it panics").push(runs.clone());
            Self(crate::plain::Memo::new(move || {
                runs.fetch_add(1, Ordering::Relaxed);
                of()
            }))
        }

        pub(crate) fn get(self) -> T {
            self.0.get()
        }

        pub(crate) fn with<U>(self, say: impl FnOnce(&T) -> U) -> U {
            self.0.with(say)
        }
    }
}

use std::sync::atomic::Ordering;

use atlas::Atlas;
use query::{AsOf, Facet, FacetValue, Layer};
use reactive_graph::owner::Owner;
use signal::{RUNS, State};
use view::{Action, Choice, Selection, Tab, Theme, ViewState};

/// What only picks a part of the view is run by each action; it is as cheap as a comparison.
const PICKS: [&str; 7] = ["tab", "lens", "told", "filter", "selection", "summed", "layered"];

#[test]
fn an_action_runs_what_it_changes_and_nothing_else() {
    let owner = Owner::new();
    owner.set();
    let atlas: &'static Atlas = Box::leak(Box::new(Atlas::embedded()));
    let view = State::new(ViewState::default());
    let mut names = Vec::new();
    // A name for the memo that was just made.
    let mut named = |name: &'static str| names.push(name);

    let tab = wiring::tab(view);
    named("tab");
    let lens = wiring::lens(view);
    named("lens");
    let told = signal::Memo::new(move || match lens.get().as_str() {
        "" => String::new(),
        _ => "One against another\t, told by both\t101".to_owned(),
    });
    named("told");
    let filter = wiring::filter(view, told);
    named("filter");
    let selection = wiring::selection(view);
    named("selection");
    let any_time = wiring::any_time(filter);
    named("any time");
    let counts = wiring::counts(atlas, any_time);
    named("counts");
    let bars = wiring::counted(atlas, counts, wiring::bars);
    named("bars");
    let chips = wiring::chips(atlas, filter, told);
    named("chips");
    let more = wiring::more(atlas, filter);
    named("more");
    let kept = wiring::kept(atlas, filter, told);
    named("kept");
    let summed = wiring::summed(view);
    named("summed");
    let layered = wiring::layered(view, filter);
    named("layered");
    let scene = wiring::scene(atlas, filter);
    named("scene");
    let table = wiring::table(atlas, filter);
    named("table");

    // What the panels do: each reads what it shows.
    let show = move || {
        selection.with(|_| ());
        tab.with(|_| ());
        summed.with(|_| ());
        [bars, chips, more, kept].iter().for_each(|text| text.with(|_| ()));
        table.with(|_| ());
        scene.with(|_| ());
        layered.with(|_| ());
    };
    let ran = |names: &[&'static str]| {
        let runs = RUNS.lock().expect("no test of it panics");
        let ran =
            names.iter().zip(runs.iter()).filter(|(_, runs)| runs.swap(0, Ordering::Relaxed) > 0);
        ran.map(|(name, _)| *name).filter(|name| !PICKS.contains(name)).collect::<Vec<_>>()
    };
    show();
    assert_eq!(RUNS.lock().expect("no test of it panics").len(), names.len());
    assert_eq!(ran(&names).len(), names.len() - PICKS.len(), "at first everything runs");

    let russia = Facet::Power.read(atlas, "RU").expect("there is Russia");
    let (claim, _) = atlas.claims().next().expect("there are claims");
    let filtered = ["any time", "chips", "more", "kept", "scene", "table"].as_slice();
    let surer = ["any time", "counts", "chips", "more", "kept", "scene", "table"].as_slice();
    let all = ["any time", "counts", "bars", "chips", "more", "kept", "scene", "table"].as_slice();
    let mut compared = ViewState { tab: Tab::Matrix, ..ViewState::default() };
    compared.choices.set(Choice::Lens, "seneca-2018~gussarova");
    for (action, expected) in [
        (Action::MoveMap("67~45~2".parse().ok()), [].as_slice()),
        (Action::UseTheme(Theme::Dark), &[]),
        (Action::Select(Selection::Claim(claim)), &[]),
        (Action::Deselect, &[]),
        // From map to matrix the answers are the same.
        (Action::ShowTab(Tab::Matrix), &[]),
        // What a layer adds is the study program's.
        (Action::Switch(Layer::Posts), &[]),
        (Action::Toggle(russia), all),
        // A date changes what is kept, and no bar of the strip.
        (Action::LookFrom(Some(AsOf::year(2012))), filtered),
        // The same once more changes nothing.
        (Action::LookFrom(Some(AsOf::year(2012))), &[]),
        (Action::LookSince(Some(AsOf::year(2001))), filtered),
        // Of these claims the sure ones stand in the same years: no bar is written for it.
        (Action::BeCertain(true), surer),
        (Action::ResetFilter, all),
        // Two documents against each other are a filter of what both tell, and their name is a chip.
        (Action::Open(Box::new(compared)), all),
        (Action::ReadTogether, all),
    ] {
        view.update(|view| view.apply(action.clone()));
        show();
        assert_eq!(ran(&names), expected, "{action:?}");
    }
}
