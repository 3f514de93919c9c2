//! The address bar: read at start and on back and forward, written after every step.

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

/// Writes a query string: a new history entry for a choice, in place for motion. A browser that
/// refuses (a page opened from disk, too many calls) leaves the address as it is.
pub fn write(query: &str, step: Step) {
    let target = if query.is_empty() { base() } else { format!("?{query}") };
    let Ok(history) = window().history() else { return };
    let written = match step {
        Step::Choice => history.push_state_with_url(&JsValue::NULL, "", Some(&target)),
        Step::Motion => history.replace_state_with_url(&JsValue::NULL, "", Some(&target)),
    };
    if written.is_err() {
        leptos::logging::warn!("the address could not be written");
    }
}

/// Calls back whenever the reader goes back or forward.
pub fn on_travel(then: impl Fn() + 'static) {
    // The listener lives as long as the page: its handle is dropped without removing it.
    let _ = window_event_listener(leptos::ev::popstate, move |_| then());
}
