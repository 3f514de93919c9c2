//! Files that come after the first picture.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Fetches a file of the site once the first picture stands, and hands over its bytes; `None`, and a
/// word on the console, where it does not come.
pub fn after_first_picture(file: &'static str, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    request_animation_frame(move || request_animation_frame(move || now(file, then)));
}

/// The same at once.
pub fn now(file: &'static str, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    spawn_local(async move {
        let bytes = bytes(file).await;
        if bytes.is_none() {
            leptos::logging::warn!("{file} could not be fetched");
        }
        then(bytes);
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
