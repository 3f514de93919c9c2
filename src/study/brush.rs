//! Years of the timeline brushed: a drag across the lane of all years shows the stretch that it crossed. By keys the
//! two lists of years do the same.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

use c5_atlas::pages::Brush;

use crate::hand::{fill, hear, is_let_go};

/// A press has become a brush once the pointer has gone so far along the lane, px: one that trembles follows its year.
const START: i32 = 6;

thread_local! {
    static STROKE: RefCell<Option<Stroke>> = const { RefCell::new(None) };
}

/// A pointer that was pressed on the lane.
struct Stroke {
    lane: Element,
    from: i32,
    /// Whether it has left its place.
    moving: bool,
    /// What it takes in; `None` once it was broken off.
    brush: Option<Brush>,
}

/// Listens, for the life of the page.
pub(super) fn listen() -> Option<()> {
    hear(&[
        ("pointerdown", pressed),
        ("pointermove", moved),
        ("pointerup", lifted),
        ("pointercancel", lost),
        ("keydown", escaped),
        ("dragstart", started),
        ("click", clicked),
    ])
}

fn lane(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(".timeline .overview svg").ok()?
}

fn pressed(event: &Event) -> Option<()> {
    let pointer = event.dyn_ref::<PointerEvent>()?;
    if !pointer.is_primary() {
        return None;
    }
    STROKE.replace(None);
    if pointer.button() != 0 {
        return None;
    }
    let (lane, from) = (lane(event)?, pointer.client_x());
    STROKE.replace(Some(Stroke { lane, from, moving: false, brush: None }));
    Some(())
}

/// The browser would drag the year's link.
fn started(event: &Event) -> Option<()> {
    lane(event).map(|_| event.prevent_default())
}

fn moved(event: &Event) -> Option<()> {
    let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.is_primary())?;
    if is_let_go(pointer) {
        return lost(event);
    }
    STROKE.with_borrow_mut(|stroke| {
        let stroke = stroke.as_mut()?;
        if !stroke.moving {
            if (pointer.client_x() - stroke.from).abs() < START {
                return None;
            }
            stroke.moving = true;
            // Without capture the brush stops at the window's edge: no more is lost.
            let _ = stroke.lane.set_pointer_capture(pointer.pointer_id());
        } else if stroke.brush.is_none() {
            return None;
        }
        let rect = stroke.lane.get_bounding_client_rect();
        let share = |x: i32| (f64::from(x) - rect.left()) / rect.width().max(1.0);
        let (atlas, _) = crate::program::opened()?;
        stroke.brush = Brush::between(atlas, (share(stroke.from), share(pointer.client_x())));
        show(&stroke.lane, stroke.brush.as_ref())
    })
}

/// Draws the brush and names its years; without one there is nothing drawn.
fn show(lane: &Element, brush: Option<&Brush>) -> Option<()> {
    let (rect, text) =
        (lane.query_selector(".brush").ok()??, lane.query_selector(".brushed").ok()??);
    let Some(brush) = brush else {
        text.set_text_content(None);
        return rect.set_attribute("width", "0").ok();
    };
    let (left, right) = brush.reach;
    let percent = |share: f64| format!("{:.3}%", share * 100.0);
    rect.set_attribute("x", &percent(left)).ok()?;
    rect.set_attribute("width", &percent(right - left)).ok()?;
    text.set_attribute("x", &percent((left + right) / 2.0)).ok()?;
    text.set_text_content(Some(&match brush.years {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    }));
    Some(())
}

fn lifted(event: &Event) -> Option<()> {
    event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.is_primary())?;
    let brush = STROKE.with_borrow_mut(|stroke| {
        let stroke = stroke.as_mut()?;
        let _ = show(&stroke.lane, None);
        stroke.brush.take()
    })?;
    choose(&brush.span)
}

/// Shows a stretch of years; an empty one is all of them.
fn choose(span: &str) -> Option<()> {
    fill("span-by-hand", span, "change")
}

/// The browser scrolls instead.
fn lost(event: &Event) -> Option<()> {
    event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.is_primary())?;
    let stroke = STROKE.take()?;
    show(&stroke.lane, None)
}

/// Escape breaks a brush off; what it would do elsewhere it does not do then.
fn escaped(event: &Event) -> Option<()> {
    event.dyn_ref::<KeyboardEvent>().filter(|key| key.key() == "Escape")?;
    STROKE.with_borrow_mut(|stroke| {
        let stroke = stroke.as_mut()?;
        stroke.brush.take()?;
        event.prevent_default();
        event.stop_propagation();
        show(&stroke.lane, None)
    })
}

/// The press that ends a brush follows no year; the second of two on one place shows all years again.
fn clicked(event: &Event) -> Option<()> {
    let stroke = STROKE.take()?;
    let presses = event.dyn_ref::<MouseEvent>()?.detail();
    // A press by a key has no pointer behind it.
    if presses == 0 || !(stroke.moving || presses == 2) {
        return None;
    }
    event.prevent_default();
    event.stop_propagation();
    if stroke.moving {
        return None;
    }
    choose("")
}
