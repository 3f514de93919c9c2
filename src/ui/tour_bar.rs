//! The bar of the tour that the reader follows, above whatever page its step opens.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::{Reach, Root, effect, on, text};
use crate::shell::stage;
use crate::view::{Action, Choice, ViewState};

/// The bar; empty where no tour is followed.
#[component]
pub(super) fn TourBar(
    /// Atlas, view and actions.
    reach: Reach,
) -> impl IntoView {
    let root = Root::new();
    let bar = text(move || {
        let followed = |view: &ViewState| view.choices.get(Choice::Tour).is_some();
        reach
            .view
            .with(|view| reach.part("tour", view).filter(|_| followed(view)))
            .unwrap_or_default()
    });
    effect(move || {
        if let Some(root) = root.get() {
            bar.with(|bar| stage::rewrite(&root, bar));
        }
    });
    let press = on(move |event: MouseEvent| {
        if stage::pressed(&event, "data-do").is_none() {
            return reach.follow(&event);
        }
        let mut view = reach.view.get_untracked();
        view.choices.set(Choice::Tour, "");
        view.choices.set(Choice::Step, "");
        reach.act(Action::Open(Box::new(view)));
    });
    view! { <div class="tour-host" aria-live="polite" node_ref=root on:click=press></div> }
}
