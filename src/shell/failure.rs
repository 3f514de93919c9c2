//! What the reader sees when the program stops: a message, never a blank page.

use leptos::prelude::*;

/// Shows every panic in the element that `index.html` keeps for it, with the text to report.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        let text = panic.to_string();
        leptos::logging::error!("{text}");
        show(&text);
    }));
}

/// Hands a text to the page's own script, which outlives the program.
fn show(text: &str) {
    let failed = js_sys::Reflect::get(&window(), &"atlasFailed".into());
    if let Some(failed) =
        failed.ok().and_then(|f| wasm_bindgen::JsCast::dyn_into::<js_sys::Function>(f).ok())
    {
        // Where even this fails there is nothing left to say it with.
        let _ = failed.call1(&wasm_bindgen::JsValue::NULL, &text.into());
    }
}
