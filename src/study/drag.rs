//! Rows and columns of a table dragged to another place by their heads. The menus of the heads do the same by keys.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

/// A head is dragged once the pointer has gone so far, px: a press that trembles sorts.
const START: i32 = 8;

thread_local! {
    static QUERY: RefCell<String> = const { RefCell::new(String::new()) };
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
}

/// A head under the pointer.
struct Drag {
    head: Element,
    /// As links write it, with its side: `c.KZ-RU`.
    line: String,
    from: (i32, i32),
    /// Whether it has left its place.
    moving: bool,
}

/// Where it would stand: before a head, or behind the last one.
enum Edge {
    Before(Element),
    Behind(Element),
}

/// Takes note of the link whose page is about to be written.
pub(super) fn turn(query: &str) {
    QUERY.replace(query.to_owned());
}

/// Listens, for the life of the page.
pub(super) fn listen() -> Option<()> {
    let window = web_sys::window()?;
    for (kind, heard) in [
        ("pointerdown", grasped as fn(&Event) -> Option<()>),
        ("pointermove", moved),
        ("pointerup", dropped),
        ("pointercancel", left),
        ("keydown", left),
        ("dragstart", started),
        ("click", clicked),
    ] {
        let listen = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let _ = heard(&event);
        });
        // In the capture phase: before the head's own link hears of it.
        window
            .add_event_listener_with_callback_and_bool(kind, listen.as_ref().unchecked_ref(), true)
            .ok()?;
        listen.forget();
    }
    Some(())
}

fn head(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    // The menu is pressed, not dragged.
    if target.closest(".line-menu").ok()?.is_some() {
        return None;
    }
    target.closest("[data-line]").ok()?
}

fn grasped(event: &Event) -> Option<()> {
    DRAG.replace(None);
    let pointer = event.dyn_ref::<PointerEvent>()?;
    // A finger scrolls the table.
    if pointer.button() != 0 || pointer.pointer_type() == "touch" {
        return None;
    }
    let head = head(event)?;
    let line = head.get_attribute("data-line")?;
    let from = (pointer.client_x(), pointer.client_y());
    DRAG.replace(Some(Drag { head, line, from, moving: false }));
    Some(())
}

/// The browser would drag the head's link.
fn started(event: &Event) -> Option<()> {
    head(event).map(|_| event.prevent_default())
}

fn moved(event: &Event) -> Option<()> {
    let pointer = event.dyn_ref::<PointerEvent>()?;
    DRAG.with_borrow_mut(|drag| {
        let drag = drag.as_mut()?;
        let (dx, dy) = (pointer.client_x() - drag.from.0, pointer.client_y() - drag.from.1);
        drag.moving |= dx.abs().max(dy.abs()) >= START;
        if !drag.moving {
            return None;
        }
        unmark();
        drag.head.class_list().add_1("dragged").ok()?;
        match drag.edge(pointer)? {
            Edge::Before(head) => head.class_list().add_1("before").ok(),
            Edge::Behind(head) => head.class_list().add_1("behind").ok(),
        }
    })
}

fn dropped(event: &Event) -> Option<()> {
    let pointer = event.dyn_ref::<PointerEvent>()?;
    let order = DRAG.with_borrow(|drag| {
        let drag = drag.as_ref().filter(|drag| drag.moving)?;
        let before = match drag.edge(pointer)? {
            Edge::Before(head) => head.get_attribute("data-line"),
            Edge::Behind(_) => None,
        };
        let library = crate::program::library()?;
        QUERY.with_borrow(|query| library.reordered(query, &drag.line, before.as_deref()))
    });
    unmark();
    let field = web_sys::window()?.document()?.get_element_by_id("order-by-hand")?;
    field.dyn_ref::<HtmlInputElement>()?.set_value(&order?);
    // Heard as a choice, so that "back" undoes it.
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    let change = Event::new_with_event_init_dict("change", &init).ok()?;
    field.dispatch_event(&change).ok()?;
    Some(())
}

/// A drag that is broken off, by Escape too.
fn left(event: &Event) -> Option<()> {
    if event.dyn_ref::<KeyboardEvent>().is_none_or(|key| key.key() == "Escape") {
        DRAG.replace(None);
        unmark();
    }
    Some(())
}

/// The press that ends a drag sorts nothing.
fn clicked(event: &Event) -> Option<()> {
    let drag = DRAG.take()?;
    // A press by a key has no pointer behind it.
    if drag.moving && event.dyn_ref::<MouseEvent>()?.detail() > 0 {
        event.prevent_default();
        event.stop_propagation();
    }
    Some(())
}

fn unmark() -> Option<()> {
    let document = web_sys::window()?.document()?;
    let marked = document.query_selector_all(".dragged, .before, .behind").ok()?;
    for at in 0..marked.length() {
        let head: Element = marked.get(at)?.dyn_into().ok()?;
        head.class_list().remove_3("dragged", "before", "behind").ok()?;
    }
    Some(())
}

impl Drag {
    /// Where the line would stand if it were dropped now.
    fn edge(&self, pointer: &PointerEvent) -> Option<Edge> {
        let columns = self.line.starts_with('c');
        let side = if columns { "[data-line^=\"c.\"]" } else { "[data-line^=\"r.\"]" };
        let found = self.head.closest("table").ok()??.query_selector_all(side).ok()?;
        let heads = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
        let mut last = None;
        for head in heads {
            let rect = head.get_bounding_client_rect();
            let beyond = if columns {
                f64::from(pointer.client_x()) < rect.left() + rect.width() / 2.0
            } else {
                f64::from(pointer.client_y()) < rect.top() + rect.height() / 2.0
            };
            if beyond {
                return Some(Edge::Before(head));
            }
            last = Some(head);
        }
        last.map(Edge::Behind)
    }
}
