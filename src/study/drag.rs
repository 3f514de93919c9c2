//! Rows and columns of the matrix dragged to another place by their heads. By keys Shift and an arrow in a cell move
//! its row or column by one, as the menus of the heads do.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

use crate::hand::{fill, hear, is_let_go};

/// A head is dragged once the pointer has gone so far, px: a press that trembles sorts.
const START: i32 = 8;

thread_local! {
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

/// Listens, for the life of the page.
pub(super) fn listen() -> Option<()> {
    hear(&[
        ("pointerdown", grasped),
        ("pointermove", moved),
        ("pointerup", dropped),
        ("pointercancel", left),
        ("keydown", pressed),
        ("dragstart", started),
        ("click", clicked),
    ])
}

fn head(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    // The menu is pressed, not dragged.
    if target.closest(".line-menu").ok()?.is_some() {
        return None;
    }
    target.closest(".tab-matrix [data-line]").ok()?
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
    if is_let_go(pointer) {
        return left(event);
    }
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
    let put = DRAG.with_borrow(|drag| {
        let drag = drag.as_ref().filter(|drag| drag.moving)?;
        let before = match drag.edge(pointer)? {
            Edge::Before(head) => head.get_attribute("data-line"),
            Edge::Behind(_) => None,
        };
        Some((drag.line.clone(), before))
    });
    unmark();
    let (line, before) = put?;
    put_down(&line, before.as_deref())
}

/// Puts a line before another, or behind all of its side.
fn put_down(line: &str, before: Option<&str>) -> Option<()> {
    let window = web_sys::window()?;
    let query = window.location().search().ok()?;
    let order = crate::program::library()?.reordered(&query, line, before)?;
    fill("order-by-hand", &order, "change")
}

/// Escape breaks a drag off; Shift and an arrow move the line of the cell in focus, and the focus goes along.
fn pressed(event: &Event) -> Option<()> {
    left(event);
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let (side, step) = match key.key().as_str() {
        "ArrowLeft" => ('c', -1),
        "ArrowRight" => ('c', 1),
        "ArrowUp" => ('r', -1),
        "ArrowDown" => ('r', 1),
        _ => return None,
    };
    let cell: Element = event.target()?.dyn_into().ok()?;
    if !key.shift_key() || cell.closest(".tab-matrix [role=grid]").ok()?.is_none() {
        return None;
    }
    let (row, column) = named(&cell)?;
    // Nothing else is meant by it, not even at the edge.
    event.prevent_default();
    event.stop_propagation();
    let line = if side == 'c' { format!("c.{column}") } else { format!("r.{row}") };
    let lines: Vec<String> =
        heads(&cell, &line)?.iter().filter_map(|head| head.get_attribute("data-line")).collect();
    let at = lines.iter().position(|own| *own == line)?;
    let to = at.checked_add_signed(step).filter(|to| *to < lines.len())?;
    let before = if step < 0 { lines.get(to) } else { lines.get(to + 1) };
    put_down(&line, before.map(String::as_str))?;
    // Once the table is written anew: with the next frame, or within it where another table took the place of this one.
    let id = format!("cell-{row}~{column}");
    with_next_frame(move || {
        if focus(&id).is_none() {
            let _ = with_next_frame(move || {
                let _ = focus(&id);
            });
        }
    })
}

fn with_next_frame(run: impl FnOnce() + 'static) -> Option<()> {
    let run = Closure::once_into_js(run);
    web_sys::window()?.request_animation_frame(run.unchecked_ref()).ok().map(drop)
}

fn focus(id: &str) -> Option<()> {
    let element = web_sys::window()?.document()?.get_element_by_id(id)?;
    element.dyn_ref::<web_sys::HtmlElement>()?.focus().ok()
}

/// The row and the column of a cell: of the mapping by its name, of any other table by its id.
fn named(cell: &Element) -> Option<(String, String)> {
    let mapping = cell.get_attribute("data-cell");
    let id = cell.id();
    let (row, column) = match &mapping {
        Some(name) => name.split_once(':')?,
        None => id.strip_prefix("cell-")?.split_once('~')?,
    };
    Some((row.to_owned(), column.to_owned()))
}

/// The heads on a line's side of the table round an element.
fn heads(of: &Element, line: &str) -> Option<Vec<Element>> {
    let side = if line.starts_with('c') { "[data-line^=\"c.\"]" } else { "[data-line^=\"r.\"]" };
    let found = of.closest("table").ok()??.query_selector_all(side).ok()?;
    Some((0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect())
}

/// A drag that is broken off.
fn left(event: &Event) -> Option<()> {
    if DRAG.with_borrow(Option::is_none) {
        return None;
    }
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
        let mut last = None;
        for head in heads(&self.head, &self.line)? {
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
