//! Keys that work wherever the focus is, but where a text is written.

use leptos::ev;

use super::{Reach, on, search};
use crate::shell::stage;

/// `/` goes to the search; Ctrl+Z and Ctrl+Shift+Z, or ⌘, go back and forward over the reader's steps; arrow
/// keys walk what can be walked; what names a key of its own is pressed by it.
pub(super) fn listen(reach: Reach) {
    let pressed = on(ev::keydown, move |event| {
        if stage::is_writing(event) || event.alt_key() {
            return;
        }
        let command = event.ctrl_key() || event.meta_key();
        match stage::key(event).as_str() {
            _ if stage::rove(event) => {}
            // Its keys are its own, and the page behind it stays as it is.
            _ if stage::is_behind_dialog() => return,
            "/" if !command => search::focus(),
            "z" if command => reach.travel(event.shift_key()),
            _ if stage::shortcut(event) => {}
            _ => return,
        }
        event.prevent_default();
    });
    super::listen(stage::everywhere(), pressed);
}
