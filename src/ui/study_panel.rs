//! The pages of the study program: markup from a link, links and inputs back.

use leptos::ev;
use leptos::prelude::*;
use web_sys::Event;

use super::{Memo, Reach, Root, State, effect, host, on};
use crate::atlas::Atlas;
use crate::markup::written;
use crate::shell::{size, stage};
use crate::view::{Action, Choice, link};
use crate::words::Frame;

/// What stands in for a page that has not come, or does not.
fn absent(atlas: &Atlas, awaited: bool) -> String {
    written(|m| match awaited {
        true => m.leaf("p", &[("class", "quiet coming")], atlas.say(Frame::PageComing)),
        false => m.element("p", &[("class", "coming")], |m| {
            m.text(atlas.say(Frame::PageLost));
            let retry = [("type", "button"), ("data-do", "retry")];
            m.leaf("button", &retry, atlas.say(Frame::PageAgain));
        }),
    })
}

/// Asks for the study program again, unless it is there or under way.
pub(super) fn fetch(reach: Reach) {
    if reach.study.with_untracked(Option::is_none) && !reach.awaited.get_untracked() {
        reach.with_study(|_| ());
    }
}

/// An input of a page sets its key of the link. A text is motion with each letter; what is chosen is a step that
/// "back" undoes. False for an input that has no key.
pub(super) fn change(reach: Reach, event: &Event, choice: bool) -> bool {
    let Some((key, value)) = stage::input(event) else { return false };
    let turned = reach.view.with_untracked(|view| link::turned(view, reach.atlas, &key, &value));
    match turned.map(Box::new) {
        Ok(there) if choice => reach.act(Action::Open(there)),
        Ok(there) => reach.act(Action::Adjust(there)),
        // The view stays as it is, and the reader hears why.
        Err(notice) => stage::say(&notice.words(reach.atlas.words())),
    }
    true
}

/// A page that the study program writes.
#[component]
pub(super) fn StudyPanel(
    /// Atlas, view and actions.
    reach: Reach,
) -> impl IntoView {
    let atlas = reach.atlas;
    let root = Root::new();
    // Told within the frame that shows the panel: a page written before would be laid out, and then written anew.
    let width = State::new(None::<f64>);
    effect(move || {
        if let Some(root) = root.get() {
            size::observe(&root, move |size| width.set(Some(size.width)));
        }
    });
    // The row that a table was scrolled to is known to the link only: a table that was written anew for it would take
    // away what is just pressed.
    let shown = Memo::new(move || {
        let mut view = reach.view.get();
        view.choices.set(Choice::Row, "");
        view
    });
    effect(move || {
        let Some((root, width)) = root.get().zip(width.get()) else { return };
        // Read and not only tracked: a memo that nobody reads is not computed, and would tell of no change.
        shown.with(|_| ());
        let query = reach.view.with_untracked(|view| link::write(view, atlas));
        let page = reach.study.with(|study| study.as_ref()?.page(&query, width));
        let awaited = reach.awaited.get();
        stage::rewrite(&root, &page.unwrap_or_else(|| absent(atlas, awaited)));
    });
    let press = on(ev::click, move |event| match stage::pressed(event, "data-do").as_deref() {
        Some("retry") => fetch(reach),
        _ => reach.follow(event),
    });
    let typed = on(ev::input, move |event| {
        if stage::is_text(event) {
            change(reach, event, false);
        }
    });
    let chosen = on(ev::change, move |event| {
        if !stage::is_text(event) {
            change(reach, event, true);
        }
    });
    host(root, "study", String::new(), [press, typed, chosen])
}
