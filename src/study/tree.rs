//! The keys of a tree, as the ARIA Authoring Practices have them. Its nodes are links that open and close them, so a key
//! moves the focus or presses one.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Letters further apart than this, in milliseconds, begin another name.
const PAUSE: f64 = 700.0;

thread_local! {
    /// The letters of a name that is being written, and when the last of them came.
    static TYPED: RefCell<(String, f64)> = const { RefCell::new((String::new(), 0.0)) };
}

/// Hears keys in trees for the life of the page.
pub(super) fn listen() -> Option<()> {
    let listen = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>()
            && heard(key).is_some()
        {
            event.prevent_default();
        }
    });
    let document = web_sys::window()?.document()?;
    document.add_event_listener_with_callback("keydown", listen.as_ref().unchecked_ref()).ok()?;
    listen.forget();
    Some(())
}

/// Does what a key asks of the node in focus; `None` where it asks nothing.
fn heard(event: &KeyboardEvent) -> Option<()> {
    let from = event.target()?.dyn_into::<Element>().ok()?.closest("[role=treeitem]").ok()??;
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let nodes = nodes(&from.closest("[role=tree]").ok()??)?;
    let at = nodes.iter().position(|node| node.is_same_node(Some(&from)))?;
    let expanded = from.get_attribute("aria-expanded");
    let key = event.key();
    let to = match (key.as_str(), expanded.as_deref()) {
        ("ArrowDown", _) | ("ArrowRight", Some("true")) => at + 1,
        ("ArrowUp", _) => at.checked_sub(1)?,
        ("Home", _) => 0,
        ("End", _) => nodes.len() - 1,
        ("ArrowRight", Some(_)) | ("ArrowLeft", Some("true")) | (" ", _) => {
            nodes.get(at)?.click();
            return Some(());
        }
        ("ArrowLeft", _) => {
            let own = level(&from);
            nodes.iter().take(at).rposition(|node| level(node) < own)?
        }
        (letter, _) if letter.chars().count() == 1 && letter != "/" => {
            named(&nodes, at, letter, event.time_stamp())?
        }
        _ => return None,
    };
    let to = nodes.get(to)?;
    if key.chars().count() != 1 {
        TYPED.take();
    }
    // One node has a place in the tab order: the one that was last in focus.
    for node in &nodes {
        node.set_tab_index(if node == to { 0 } else { -1 });
    }
    to.focus().ok()
}

fn nodes(tree: &Element) -> Option<Vec<HtmlElement>> {
    let found = tree.query_selector_all("[role=treeitem]").ok()?;
    Some((0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect())
}

fn level(node: &Element) -> usize {
    node.get_attribute("aria-level").and_then(|level| level.parse().ok()).unwrap_or_default()
}

/// The next node whose name begins with what is being written; one letter again and again goes through all of its.
fn named(nodes: &[HtmlElement], at: usize, letter: &str, now: f64) -> Option<usize> {
    let typed = TYPED.with_borrow_mut(|(typed, last)| {
        if now - std::mem::replace(last, now) > PAUSE {
            typed.clear();
        }
        typed.push_str(&letter.to_lowercase());
        typed.clone()
    });
    let first = typed.chars().next()?;
    let again = typed.chars().all(|own| own == first);
    let wanted = if again { first.to_string() } else { typed };
    let begins = |node: &HtmlElement| {
        let name = node.query_selector(".name").ok().flatten().and_then(|name| name.text_content());
        name.is_some_and(|name| name.to_lowercase().starts_with(&wanted))
    };
    // A name that is being written may be that of the node in focus.
    (usize::from(again)..=nodes.len())
        .map(|step| (at + step) % nodes.len())
        .find(|&place| nodes.get(place).is_some_and(begins))
}
