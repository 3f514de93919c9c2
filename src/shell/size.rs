//! How large an element is, followed while it lives.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

use crate::geo::Size;

/// Calls back with the element's size now and whenever it changes, until the owner goes.
pub fn observe(element: &Element, then: impl Fn(Size) + 'static) {
    let changed = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let last =
            entries.iter().last().and_then(|entry| entry.dyn_into::<ResizeObserverEntry>().ok());
        if let Some(entry) = last {
            let rect = entry.content_rect();
            then(Size::new(rect.width(), rect.height()));
        }
    });
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let kept = send_wrapper::SendWrapper::new((observer, changed));
    on_cleanup(move || kept.0.disconnect());
}
