//! The address bar: read at start and on back and forward, written after every step.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::view::action::Step;

/// The query string as it stands, with its `?`.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The address without its query and fragment. Not put together from its parts: a page opened from
/// a disk has no origin.
pub fn base() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

thread_local! {
    /// The last step that was written or stood on.
    static LAST: Cell<f64> = const { Cell::new(0.0) };
}

/// Which step of the reader's the page stands on: each history entry of ours keeps its number.
fn position() -> f64 {
    let state = window().history().and_then(|history| history.state());
    state.ok().and_then(|state| state.as_f64()).unwrap_or_default()
}

/// Whether there is a step to go back over, and one to go forward over again.
pub fn steps() -> (bool, bool) {
    let at = position();
    (at > 0.0, at < LAST.get())
}

/// Goes back or forward over one step, if there is one of ours.
pub fn travel(forward: bool) {
    let (back, on) = steps();
    let Ok(history) = window().history() else { return };
    // A browser that refuses stays where it is.
    let _ = match (forward, back, on) {
        (false, true, _) => history.back(),
        (true, _, true) => history.forward(),
        _ => Ok(()),
    };
}

/// Writes a query string: a new history entry for a choice, in place for motion. A browser that
/// refuses (a page opened from disk, too many calls) leaves the address as it is.
pub fn write(query: &str, step: Step) {
    let target = if query.is_empty() { base() } else { format!("?{query}") };
    let Ok(history) = window().history() else { return };
    let next = position() + f64::from(u8::from(step == Step::Choice));
    let state = JsValue::from_f64(next);
    let written = match step {
        Step::Choice => history.push_state_with_url(&state, "", Some(&target)),
        Step::Motion => history.replace_state_with_url(&state, "", Some(&target)),
    };
    match written {
        Ok(()) if step == Step::Choice => LAST.set(next),
        Ok(()) => {}
        Err(_) => leptos::logging::warn!("the address could not be written"),
    }
}

/// Calls back when the page is left.
pub fn on_leave(then: impl Fn() + 'static) {
    super::stage::listen(&window(), "pagehide", Box::new(move |_| then()));
}

/// Calls back whenever the reader goes back or forward.
pub fn on_travel(then: impl Fn() + 'static) {
    LAST.set(position());
    super::stage::listen(&window(), "popstate", Box::new(move |_| then()));
}
