//! Which claims a view lists: one answer for the panel beside the page, the table, citations and downloads.

use super::against::{compared, kept, kept_by_either};
use super::collection::collected;
use crate::atlas::{Atlas, ClaimSet, Texts};
use crate::query::{Filter, Search};
use crate::scene::matrix::claims_of_pair;
use crate::view::{Choice, Selection, Tab, ViewState};

/// The claims that a view lists: those of what is selected, else all that its filter keeps; in the table of claims only
/// those that hold the text which is looked for.
pub(crate) fn claims(atlas: &Atlas, texts: &Texts, view: &ViewState) -> ClaimSet {
    if let Some(selected) = view.selection {
        return of_selection(atlas, texts, &kept_by_either(atlas, view), selected);
    }
    if view.tab == Tab::Collection {
        return collected(atlas, view.choices.get(Choice::Basket).unwrap_or_default());
    }
    let mut claims = kept(atlas, &view.filter, compared(atlas, view).as_ref());
    if let Some(text) = searched(view) {
        claims.intersect(&Search::of(atlas, texts).find(text).set(atlas));
    }
    claims
}

/// The text that the table of claims is asked for; `None` on any other page.
pub(crate) fn searched(view: &ViewState) -> Option<&str> {
    let text = view.choices.get(Choice::Query).unwrap_or_default().trim();
    (view.tab == Tab::Claims && !text.is_empty()).then_some(text)
}

/// The claims of what is selected that a filter keeps. A claim is told whatever the filter; what stands at a place or
/// runs along a route may have begun before the period.
pub(super) fn of_selection(
    atlas: &Atlas,
    texts: &Texts,
    filter: &Filter,
    selected: Selection,
) -> ClaimSet {
    let kept = || filter.run(atlas).kept;
    let some = |ids: &mut dyn Iterator<Item = _>| {
        let mut claims = ClaimSet::none(atlas.claims().len());
        ids.for_each(|id| claims.insert(id));
        claims
    };
    match selected {
        Selection::Claim(id) => some(&mut [id].into_iter()),
        Selection::Place(place) => filter.begun(atlas).and(atlas.index().place(place)),
        Selection::Route(route) => {
            let own = some(&mut atlas.route(route).claims.iter().copied());
            filter.begun(atlas).and(&own)
        }
        Selection::Entity(actor) => kept().and(atlas.index().actor(actor)),
        Selection::Dyad(dyad, category) => claims_of_pair(atlas, filter, dyad, category),
        Selection::Issue(issue) => kept().and(atlas.index().issue(issue)),
        Selection::Reference(work) => kept().and(&some(&mut texts.resting_on(work))),
    }
}
