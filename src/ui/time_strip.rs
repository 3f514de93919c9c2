//! Claims per year, the date or the period that the atlas is seen from, and the years played through.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, PointerEvent};

use super::{Memo, Reach, Root, State, effect, host, on, wiring, write};
use crate::atlas::Atlas;
use crate::markup::{px, strip, written};
use crate::query::{AsOf, Filter};
use crate::scene::timeline::{axis, handles, next_year, year_at};
use crate::scene::words;
use crate::shell::{page, stage};
use crate::view::{Action, ViewState};
use crate::words::Strip as Own;

/// How long a year stands while the years are played through: long enough to read what changed.
const PACE: Duration = Duration::from_millis(1000);

/// The time strip.
#[component]
pub(super) fn TimeStrip(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
) -> impl IntoView {
    let root = Root::new();
    let span = axis(reach.atlas)?;
    let strip = Strip {
        reach,
        root,
        span,
        filter,
        held: [false; 2].map(State::new),
        playing: State::new(false),
        next: State::new(None),
    };
    let counts = wiring::counts(reach.atlas, wiring::any_time(filter));
    write(root, ".bars", wiring::counted(reach.atlas, counts, wiring::bars));
    write(root, ".outside", wiring::counted(reach.atlas, counts, strip::outside));
    write(root, ".most", wiring::counted(reach.atlas, counts, strip::most));
    // Whatever the view, the landmarks are the same.
    let marks = move || reach.part("landmarks", &ViewState::default()).unwrap_or_default();
    write(root, ".marks", Memo::new(marks));
    let is_period = move || filter.with_untracked(|filter| filter.from.is_some());
    effect(move || {
        if let Some(root) = root.get() {
            filter.with(|filter| show(reach.atlas, &root, span, filter));
        }
    });
    page::on_disturbance("[data-do=play]", move || {
        if strip.playing.get_untracked() {
            strip.mark_playing(false);
        }
    });
    let set = on(ev::input, move |event| {
        let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if let Ok(year) = input.value().parse() {
            strip.set(if input.class_name() == "from" { Handle::From } else { Handle::To }, year);
        }
    });
    let press = on(ev::click, move |event| match stage::pressed(event, "data-do").as_deref() {
        Some("play") => strip.play(),
        Some("period") if is_period() => reach.act(Action::LookSince(None)),
        Some("period") => reach.act(Action::LookSince(Some(AsOf::year(span.0)))),
        Some("certain") => {
            reach.act(Action::BeCertain(!filter.with_untracked(|filter| filter.certain)));
        }
        _ => reach.follow(event),
    });
    Some(host(
        root,
        "host",
        written(|m| strip::strip(m, reach.atlas.words(), span)),
        [
            set,
            press,
            on(ev::pointerdown, move |event| strip.grasp(event)),
            on(ev::pointermove, move |event| strip.pull(event)),
            on(ev::pointerup, move |_| strip.let_go()),
            on(ev::pointercancel, move |_| strip.let_go()),
        ],
    ))
}

/// Shows what a filter looks at.
fn show(atlas: &Atlas, root: &Element, span: (i32, i32), filter: &Filter) {
    let put = |selector: &str, name: &str, value: &str| {
        stage::all(root, selector).iter().for_each(|part| stage::set(part, name, value));
    };
    let period = filter.from.is_some();
    let looked =
        words::time(atlas.words(), filter).unwrap_or_else(|| atlas.say(Own::AllYears).to_owned());
    stage::write(root, ".flag", &looked);
    put("input", "aria-valuetext", &looked);
    put(".to", "aria-label", atlas.say(if period { Own::ToYear } else { Own::AsOfYear }));
    put(".axis", "class", if period { "axis period" } else { "axis" });
    for (selector, on) in [("[data-do=period]", period), ("[data-do=certain]", filter.certain)] {
        put(selector, "aria-pressed", if on { "true" } else { "false" });
    }
    let (from, to) = handles(span, filter);
    let share =
        |year: i32| px(f64::from(year - span.0) / f64::from(span.1 - span.0 + 1) * 100.0) + "%";
    for axis in stage::all(root, ".axis") {
        stage::set_property(&axis, "--since", &share(if period { from } else { span.0 }));
        stage::set_property(&axis, "--share", &share(to + 1));
    }
    for (selector, year) in [(".from", from), (".to", to)] {
        for input in stage::all(root, selector) {
            if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
                input.set_value(&year.to_string());
            }
        }
    }
}

/// One end of what is looked at.
#[derive(Clone, Copy, PartialEq)]
enum Handle {
    From,
    To,
}

/// What moves the handles.
#[derive(Clone, Copy)]
struct Strip {
    reach: Reach,
    root: Root,
    span: (i32, i32),
    filter: Memo<Filter>,
    /// Whether the pointer has the first handle, the second.
    held: [State<bool>; 2],
    playing: State<bool>,
    /// The year that comes next, while it is waited for.
    next: State<Option<TimeoutHandle>>,
}

impl Strip {
    fn set(self, handle: Handle, year: i32) {
        let (first, last) = self.span;
        self.reach.act(match handle {
            // At the axis's end the second handle takes in all that lies beyond it; the first stays on the axis.
            Handle::To => Action::LookFrom(Some(year).filter(|&year| year < last).map(AsOf::year)),
            Handle::From => Action::LookSince(Some(AsOf::year(year.max(first)))),
        });
    }

    /// The year under the pointer; beyond the axis's ends that of the end, on an axis without width the first. `None` for
    /// an event of what is no part of the axis.
    fn year(self, event: &PointerEvent) -> Option<i32> {
        let axis = stage::around(event, ".axis")?.get_bounding_client_rect();
        Some(year_at(self.span, (f64::from(event.client_x()) - axis.left()) / axis.width()))
    }

    /// A press on the axis takes the nearer handle there.
    fn grasp(self, event: &PointerEvent) {
        // A landmark is a link.
        let free = event.button() == 0 && stage::pressed(event, "href").is_none();
        let Some(year) = self.year(event).filter(|_| free) else { return };
        let handle = self.filter.with_untracked(|filter| {
            let (from, to) = handles(self.span, filter);
            let nearer = filter.from.is_some() && (year - from).abs() < (year - to).abs();
            if nearer { Handle::From } else { Handle::To }
        });
        if let Some(axis) = stage::around(event, ".axis") {
            // Without capture the handle stops at the axis's edge: no more is lost.
            let _ = axis.set_pointer_capture(event.pointer_id());
            let selector = if handle == Handle::From { ".from" } else { ".to" };
            stage::all(&axis, selector).iter().for_each(page::focus_element);
        }
        event.prevent_default();
        self.let_go();
        self.held[handle as usize].set(true);
        self.set(handle, year);
    }

    fn pull(self, event: &PointerEvent) {
        let held = [Handle::From, Handle::To]
            .into_iter()
            .find(|&own| self.held[own as usize].get_untracked());
        if let (Some(handle), Some(year)) = (held, self.year(event)) {
            self.set(handle, year);
        }
    }

    fn let_go(self) {
        self.held.iter().for_each(|held| held.set(false));
    }

    fn mark_playing(self, playing: bool) {
        self.playing.set(playing);
        // Who stops and plays again has one year after the other, not two.
        if let Some(next) = self.next.get_untracked() {
            next.clear();
        }
        if let Some(root) = self.root.get_untracked() {
            for button in stage::all(&root, "[data-do=play]") {
                stage::set(&button, "aria-pressed", if playing { "true" } else { "false" });
            }
        }
    }

    /// Starts to play, or stops.
    fn play(self) {
        let playing = !self.playing.get_untracked();
        self.mark_playing(playing);
        if playing {
            self.step();
        }
    }

    fn step(self) {
        if !self.playing.get_untracked() {
            return;
        }
        let next = self.filter.with_untracked(|filter| next_year(self.span, filter));
        self.reach.act(Action::LookFrom(next.map(AsOf::year)));
        match next {
            Some(_) => self.next.set(set_timeout_with_handle(move || self.step(), PACE).ok()),
            None => self.mark_playing(false),
        }
    }
}
