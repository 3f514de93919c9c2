//! What the hands of the study program share: they hear of an event before anything else does, and tell the page of what
//! they did by a field that it listens to.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventInit, HtmlInputElement, PointerEvent};

/// What is done with an event; nothing comes of it where something is missing.
pub(super) type Heard = fn(&Event) -> Option<()>;

/// Listens for the life of the page, in the capture phase: before a link under the pointer hears of it.
pub(super) fn hear(kinds: &[(&str, Heard)]) -> Option<()> {
    let window = web_sys::window()?;
    for &(kind, heard) in kinds {
        let listen = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let _ = heard(&event);
        });
        window
            .add_event_listener_with_callback_and_bool(kind, listen.as_ref().unchecked_ref(), true)
            .ok()?;
        listen.forget();
    }
    Some(())
}

/// Whether nothing is pressed any more: the release went to another window, or to nobody.
pub(super) fn is_let_go(pointer: &PointerEvent) -> bool {
    pointer.buttons() == 0
}

/// Puts a value into a field that has a key of the link: with a `change` it is a choice, which "back" undoes, with an
/// `input` it is motion.
pub(super) fn fill(field: &str, value: &str, kind: &str) -> Option<()> {
    let field = web_sys::window()?.document()?.get_element_by_id(field)?;
    field.dyn_ref::<HtmlInputElement>()?.set_value(value);
    let init = EventInit::new();
    init.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict(kind, &init).ok()?).ok()?;
    Some(())
}
