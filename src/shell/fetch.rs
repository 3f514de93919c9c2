//! Files that come after the first picture.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Runs once the first picture stands; where the browser draws none, in a tab behind others, after half a second.
pub fn after_first_picture(then: impl FnOnce() + 'static) {
    let then: Cell<Option<Box<dyn FnOnce()>>> = Cell::new(Some(Box::new(then)));
    let then = Rc::new(move || then.take().into_iter().for_each(|then| then()));
    let late = then.clone();
    request_animation_frame(move || request_animation_frame(move || then()));
    set_timeout(move || late(), Duration::from_millis(500));
}

/// Fetches a file of the site, and hands over its bytes; nothing, and a word on the console, where it
/// does not come.
pub fn now(file: &'static str, then: impl FnOnce(Vec<u8>) + 'static) {
    let then: Box<dyn FnOnce(Vec<u8>)> = Box::new(then);
    spawn_local(async move {
        match bytes(file).await {
            Some(bytes) => then(bytes),
            None => leptos::logging::warn!("{file} could not be fetched"),
        }
    });
}

/// Fetches what the page says in another language than English: the page's own script knows where it lies. Hands over
/// nothing where it does not come.
pub fn words(then: impl FnOnce(Option<String>) + 'static) {
    // Leptos's own is not there before the page is put together.
    wasm_bindgen_futures::spawn_local(async move {
        let bytes = match asked("atlasWords") {
            Some(response) => whole(response).await,
            None => None,
        };
        then(bytes.and_then(|bytes| String::from_utf8(bytes).ok()));
    });
}

/// What a function of the page's own script promises: it knows the files that are named by their content.
pub fn asked(function: &str) -> Option<js_sys::Promise> {
    let function = js_sys::Reflect::get(&window(), &function.into()).ok()?;
    let function: js_sys::Function = function.dyn_into().ok()?;
    function.call0(&JsValue::NULL).ok()?.dyn_into().ok()
}

/// The bytes of a file of the site.
pub async fn bytes(file: &str) -> Option<Vec<u8>> {
    whole(window().fetch_with_str(file)).await
}

async fn whole(response: js_sys::Promise) -> Option<Vec<u8>> {
    let response = JsFuture::from(response).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    let buffer =
        JsFuture::from(response.ok().then(|| response.array_buffer().ok())??).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
