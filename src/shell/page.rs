//! The document: title, theme, focus, what stands in the page before the program, marks of time.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};

/// Sets the page's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets an attribute of the root element, or takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    let done = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
    if done.is_err() {
        leptos::logging::warn!("{name} could not be set");
    }
}

/// Makes the view one to look at only, or one to work with.
pub fn set_still(still: bool) {
    if let Some(main) = document().get_element_by_id("main") {
        super::stage::set_or_clear(&main, "inert", still.then_some(""));
    }
}

/// Every element of the page that a selector finds.
pub fn all(selector: &str) -> Vec<Element> {
    document().document_element().map(|root| super::stage::all(&root, selector)).unwrap_or_default()
}

/// Moves the focus to the element of an id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_element(&element);
    }
}

/// Moves the focus to an element.
pub fn focus_element(element: &Element) {
    // A browser that cannot focus leaves the focus where it is.
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<SvgElement>() {
        let _ = element.focus();
    }
}

/// What the program takes over from the first picture.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The sentence that the picture said of itself, where it was seen.
    pub said: String,
    /// The picture's base map as markup: the land, and the lines above the relief.
    pub base: [String; 2],
}

/// Takes away what stood in the page before the program did, and a message that came too early. The reader stays where
/// the page was scrolled to.
pub fn remove_start() -> Start {
    let scrolled = window().scroll_y().unwrap_or_default();
    if scrolled > 0.0 {
        // While the page is put together it is short for a moment.
        let back: Box<dyn FnOnce()> =
            Box::new(move || window().scroll_to_with_x_and_y(0.0, scrolled));
        request_animation_frame(back);
    }
    let mut taken = Start::default();
    if let Some(start) = document().get_element_by_id("start") {
        let part = |selector| start.query_selector(selector).ok().flatten();
        let inside = |selector| part(selector).map(|own| own.inner_html()).unwrap_or_default();
        if super::address::query().is_empty() {
            taken.said = part(".summary").and_then(|own| own.text_content()).unwrap_or_default();
        }
        taken.base = [".world .ground", ".world .lines"].map(inside);
        start.remove();
    }
    if let Some(failure) = document().get_element_by_id("failure") {
        super::stage::set(&failure, "hidden", "");
    }
    // What such a message lays out in another way.
    if let Some(root) = document().document_element() {
        // A class that cannot be taken away is only a page that scrolls.
        let _ = root.class_list().remove_2("failed", "unstarted");
    }
    taken
}

/// Sets a mark on the browser's timeline: how anyone measures the atlas.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        // A mark that is refused is only a measurement less.
        let _ = performance.mark(name);
    }
}

/// Time since the page was opened, ms; without end where the browser has no clock.
pub fn now() -> f64 {
    window().performance().map_or(f64::INFINITY, |performance| performance.now())
}

/// Tells of every press and key anywhere but on what a selector names.
pub fn on_disturbance(except: &'static str, tell: impl Fn() + Copy + 'static) {
    for kind in ["keydown", "pointerdown"] {
        let heard = move |event: web_sys::Event| {
            if super::stage::around(&event, except).is_none() {
                tell();
            }
        };
        super::stage::listen(&document(), kind, Box::new(heard));
    }
}

/// Puts a pair into the links inside the page that change only a part of the view, before a new tab takes them.
pub fn keep_in_links(pair: String) {
    for kind in ["click", "auxclick", "contextmenu"] {
        let pair = pair.clone();
        let heard = move |event: web_sys::Event| {
            let link = super::stage::around(&event, "a[href^='?']:not([hreflang])");
            let Some(link) = link.filter(|_| !event.default_prevented()) else { return };
            let href = link.get_attribute("href").unwrap_or_default();
            if href.split(['?', '&']).all(|own| own != pair) {
                super::stage::set(&link, "href", &format!("{href}&{pair}"));
            }
        };
        super::stage::listen(&document(), kind, Box::new(heard));
    }
}

/// Whether the reader asked for little motion.
pub fn reduced_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Whether the system is in its dark theme.
pub fn system_is_dark() -> bool {
    matches("(prefers-color-scheme: dark)")
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}
