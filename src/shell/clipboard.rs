//! Copying text.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; false where the browser refuses.
pub async fn copy(text: String) -> bool {
    let clipboard = window().navigator().clipboard();
    // Outside a secure context there is no clipboard, whatever the type says.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(&text)).await.is_ok()
}
