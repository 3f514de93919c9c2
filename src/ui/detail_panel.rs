//! What is selected, told in full: a claim, a pair, a place, an actor.

use leptos::ev;
use leptos::prelude::*;

use super::{Memo, Reach, Root, attribute, effect, host, on, write};
use crate::atlas::{Atlas, ClaimId};
use crate::export::shown;
use crate::markup::{claim, list, written};
use crate::pages::detail::{crumbs, pair_of};
use crate::query::Filter;
use crate::scene::matrix::cell_claims;
use crate::shell::{page, stage};
use crate::view::{Action, Selection, ViewState};
use crate::words::{Frame, Panel};

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
    write(
        root,
        ".detail-body",
        Memo::new(move || match selection.get() {
            Some(_) => {
                // The rest of the view is only in links to elsewhere.
                filter.track();
                let view = reach.view.get_untracked();
                reach.part("detail", &view).unwrap_or_else(|| coming(atlas, &view))
            }
            None => String::new(),
        }),
    );
    write(
        root,
        ".crumbs",
        Memo::new(move || match selection.get() {
            Some(selected) => written(|m| crumbs(m, atlas, selected)),
            None => String::new(),
        }),
    );
    let place = move || match selection.get() {
        Some(Selection::Claim(id)) => filter.with(|filter| place_among(atlas, filter, id)),
        _ => None,
    };
    let count = Memo::new(move || {
        let said = |place: Place| {
            let parts = [place.at + 1, place.of].map(|number| atlas.number(number));
            atlas.tell(Frame::ShownOf, &[&parts[0], &parts[1]])
        };
        place().map(said).unwrap_or_default()
    });
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
        let next =
            untrack(place).and_then(|place| if forward { place.next } else { place.previous });
        if let Some(next) = next {
            reach.act(Action::Select(Selection::Claim(next)));
        }
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
    host(root, "host", written(|m| claim::panel(m, atlas.words())), [press, escape])
}

/// A claim's place among those of its pair and category.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    at: usize,
    of: usize,
    previous: Option<ClaimId>,
    next: Option<ClaimId>,
}

fn place_among(atlas: &Atlas, filter: &Filter, id: ClaimId) -> Option<Place> {
    let category = atlas.claim(id).category;
    let siblings = match pair_of(atlas, id) {
        Some(pair) => cell_claims(atlas, filter, pair, category),
        None => filter.run(atlas).kept.and(atlas.index().category(category)),
    };
    let siblings = list::in_order(atlas, &siblings);
    let at = siblings.iter().position(|&sibling| sibling == id)?;
    let neighbour = |at: Option<usize>| siblings.get(at?).copied();
    Some(Place {
        at,
        of: siblings.len(),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
    })
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
