//! What is selected, told in full: a claim, a pair, a place, an actor.

use leptos::ev;
use leptos::prelude::*;

use super::{Memo, Reach, Root, attribute, effect, host, on, write};
use crate::atlas::Atlas;
use crate::export::shown;
use crate::markup::{claim, written};
use crate::query::Filter;
use crate::shell::{page, stage};
use crate::view::{Action, Selection, ViewState};
use crate::words::Panel;

/// The panel; empty and out of the way while nothing is selected.
#[component]
pub(super) fn DetailPanel(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
    /// What is selected.
    selection: Memo<Option<Selection>>,
) -> impl IntoView {
    let atlas = reach.atlas;
    let root = Root::new();
    // The rest of the view is only in links to elsewhere, which follow it at rest.
    let elsewhere = Memo::new(move || {
        let (selection, filter) = (None, Filter::default());
        reach.rested.with(|view| ViewState { selection, filter, ..view.clone() })
    });
    let part = move |name: &'static str| {
        Memo::new(move || match selection.get() {
            Some(_) => {
                filter.with(|_| ());
                elsewhere.with(|_| ());
                reach.part(name, &reach.view.get_untracked()).unwrap_or_default()
            }
            None => String::new(),
        })
    };
    let told = part("detail");
    let body = Memo::new(move || match (told.get(), selection.with(Option::is_some)) {
        (told, true) if told.is_empty() => reach.view.with_untracked(|view| coming(atlas, view)),
        (told, _) => told,
    });
    write(root, ".detail-body", body);
    write(root, ".crumbs", part("crumbs"));
    // A claim's place, and the claims before and after it.
    let steps = part("steps");
    let nth = move |at: usize| {
        steps.with(|steps| steps.split('\t').nth(at).unwrap_or_default().to_owned())
    };
    let count = Memo::new(move || nth(0));
    write(root, ".steps span", count);
    let class =
        |away: bool, class: &str| if away { format!("{class} away") } else { class.to_owned() };
    attribute(
        root,
        ".steps",
        "class",
        Memo::new(move || class(count.with(String::is_empty), "steps")),
    );
    attribute(
        root,
        ".detail",
        "class",
        Memo::new(move || class(selection.with(Option::is_none), "detail")),
    );
    // Who opens something by hand is taken to it; who comes by link starts at the top of the page.
    let mut before = selection.get_untracked();
    effect(move || {
        let now = selection.get();
        if before != now && now.is_some() {
            page::focus("detail-title");
        }
        before = now;
    });
    let step = move |forward: bool| {
        let next = untrack(|| nth(if forward { 2 } else { 1 }));
        reach.selection("claim", &next).into_iter().for_each(|own| reach.act(Action::Select(own)));
    };
    let press = on(ev::click, move |event| match stage::pressed(event, "data-do").as_deref() {
        Some("close") => reach.act(Action::Deselect),
        Some("previous") => step(false),
        Some("next") => step(true),
        _ if reach.share(event) => {}
        _ => reach.follow(event),
    });
    let escape = on(ev::keydown, move |event| {
        if event.key() == "Escape" {
            reach.act(Action::Deselect);
        }
    });
    let listeners = [
        press,
        escape,
        on(ev::pointerover, move |event| reach.hint_at(Some(event))),
        on(ev::focusin, move |event| reach.hint_at(Some(event))),
        on(ev::pointerout, move |_| reach.hint_at(None)),
        on(ev::focusout, move |_| reach.hint_at(None)),
    ];
    host(root, "host", written(|m| claim::panel(m, atlas.words())), listeners)
}

/// What stands in the panel until the study program has come: the name of what is selected.
fn coming(atlas: &Atlas, view: &ViewState) -> String {
    written(|m| {
        let name = shown::subject(atlas, None, view).unwrap_or_default();
        m.leaf("h2", &[("id", "detail-title"), ("tabindex", "-1")], &name);
        m.leaf("p", &[("class", "quiet")], atlas.say(Panel::Coming));
    })
}

/// The page's title for a view. Only a claim's name is in the texts.
pub(super) fn title(reach: Reach, view: &ViewState) -> String {
    let told = match view.selection {
        Some(Selection::Claim(_)) => reach.part("name", view),
        _ => None,
    };
    let subject = told.or_else(|| shown::subject(reach.atlas, None, view));
    shown::titled(reach.atlas.words(), subject, view) + " · C5 Atlas"
}
