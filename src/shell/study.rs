//! The study program, fetched when one of its pages is first turned to.

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The study program, started and holding the dataset.
#[derive(Clone)]
pub struct Study {
    exports: SendWrapper<JsValue>,
}

impl Study {
    /// Fetches and starts it; `None` where a file does not come or is of another build.
    pub fn fetch(
        atlas: &'static [u8],
        texts: &'static str,
        words: &'static str,
        then: impl FnOnce(Option<Study>) + 'static,
    ) {
        spawn_local(async move { then(start(atlas, texts, words).await) });
    }

    /// The markup of the page that a link names, for a room of a width in px.
    pub fn page(&self, query: &str, width: f64) -> Option<String> {
        self.call("page", &Array::of2(&query.into(), &width.into()))?.as_string()
    }

    /// The markup of a part of the window beside the pages, for what a link shows.
    pub fn part(&self, name: &str, query: &str) -> Option<String> {
        self.call("part", &Array::of2(&name.into(), &query.into()))?.as_string()
    }

    /// Opens the share sheet for what a link shows, at a part of it.
    pub fn share(&self, query: &str, part: &str) {
        if let Some(sheet) = document().get_element_by_id("share") {
            self.call("share", &Array::of3(&sheet, &query.into(), &part.into()));
        }
    }

    /// What a text finds, as the options of a list, seen from a link.
    pub fn options(&self, text: &str, query: &str) -> Option<String> {
        self.call("options", &Array::of2(&text.into(), &query.into()))?.as_string()
    }

    fn call(&self, name: &str, arguments: &Array) -> Option<JsValue> {
        function(&self.exports, name)?.apply(&JsValue::NULL, arguments).ok()
    }
}

async fn start(atlas: &'static [u8], texts: &'static str, words: &'static str) -> Option<Study> {
    let exports = JsFuture::from(super::fetch::asked("atlasStudy")?).await.ok()?;
    let texts = super::fetch::bytes(texts).await?;
    let study = Study { exports: SendWrapper::new(exports) };
    let texts = Uint8Array::from(texts.as_slice());
    let packs = Array::of3(&Uint8Array::from(atlas), &texts, &words.into());
    study.call("open", &packs)?.is_truthy().then_some(study)
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}
