//! The bar of the tour that the reader follows, above whatever page its step opens.

use leptos::ev;
use leptos::prelude::*;

use super::{Memo, Reach, Root, effect, host, on};
use crate::shell::stage;
use crate::view::{Action, Choice, ViewState};

const BAR: &str = "<div class=\"tour-host\" aria-live=\"polite\"></div>";

/// The bar; empty where no tour is followed.
#[component]
pub(super) fn TourBar(
    /// Atlas, view and actions.
    reach: Reach,
) -> impl IntoView {
    let root = Root::new();
    let bar = Memo::new(move || {
        let bar = |view: &ViewState| {
            view.choices.get(Choice::Tour).and_then(|_| reach.part("tour", view))
        };
        reach.view.with(bar).unwrap_or_default()
    });
    effect(move || {
        if let Some(root) = root.get() {
            bar.with(|bar| {
                stage::all(&root, ".tour-host").iter().for_each(|part| stage::rewrite(part, bar));
            });
        }
    });
    let press = on(ev::click, move |event| {
        if stage::pressed(event, "data-do").is_none() {
            return reach.follow(event);
        }
        let mut view = reach.view.get_untracked();
        view.choices.set(Choice::Tour, "");
        view.choices.set(Choice::Step, "");
        reach.act(Action::Open(Box::new(view)));
    });
    host(root, "host", BAR.to_owned(), [press])
}
