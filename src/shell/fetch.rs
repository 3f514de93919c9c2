//! Files that come after the first picture.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Runs once the first picture stands.
pub fn after_first_picture(then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(then);
    request_animation_frame(move || request_animation_frame(then));
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

/// The bytes of a file of the site.
pub async fn bytes(file: &str) -> Option<Vec<u8>> {
    let response = JsFuture::from(window().fetch_with_str(file)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    let buffer =
        JsFuture::from(response.ok().then(|| response.array_buffer().ok())??).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
