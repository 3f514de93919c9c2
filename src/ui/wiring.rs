//! What is computed from the view, each part as one memo around a plain function, so that it runs when what it
//! reads has changed and at no other time. A native test counts the runs.

use super::signal::{Memo, State};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::{bar, strip, written};
use crate::query::{Filter, loosest};
use crate::scene::map::{MapScene, map};
use crate::scene::matrix::{Matrix, matrix};
use crate::scene::timeline::{Histogram, histogram};
use crate::view::{Choice, Selection, Tab, Theme, ViewState};
use crate::words::Words;

/// Which page is shown.
pub(super) fn tab(view: State<ViewState>) -> Memo<Tab> {
    Memo::new(move || view.with(|view| view.tab))
}

/// Which two documents are set against each other, as links write it; empty where all speak together, and on a page that
/// does not compare.
pub(super) fn lens(view: State<ViewState>) -> Memo<String> {
    Memo::new(move || {
        view.with(|view| {
            let lens = view.choices.get(Choice::Lens).filter(|_| Choice::compares(view.tab));
            lens.unwrap_or_default().to_owned()
        })
    })
}

/// What the study program says of two documents, with tabs between: their name, how the claims that it counts are told,
/// which claims these are. `None` where all speak together.
fn told_parts(told: &str) -> Option<[&str; 3]> {
    let (name, rest) = told.split_once('\t')?;
    let (how, claims) = rest.split_once('\t')?;
    Some([name, how, claims])
}

/// What is kept; of two documents their claims only.
pub(super) fn filter(view: State<ViewState>, told: Memo<String>) -> Memo<Filter> {
    Memo::new(move || {
        let mut filter = view.with(|view| view.filter.clone());
        filter.within =
            told.with(|told| told_parts(told).map(|[_, _, claims]| ClaimSet::read(claims)));
        filter
    })
}

/// What is selected.
pub(super) fn selection(view: State<ViewState>) -> Memo<Option<Selection>> {
    Memo::new(move || view.with(|view| view.selection))
}

/// What is kept under every filter but the date: the years that are looked at do not change what the time
/// strip shows.
pub(super) fn any_time(filter: Memo<Filter>) -> Memo<Filter> {
    Memo::new(move || filter.with(Filter::at_any_time))
}

/// The claims of each year.
pub(super) fn counts(atlas: &'static Atlas, any_time: Memo<Filter>) -> Memo<Option<Histogram>> {
    Memo::new(move || any_time.with(|filter| histogram(atlas, filter)))
}

/// A part of the time strip, from the claims of each year.
pub(super) fn counted(
    atlas: &'static Atlas,
    counts: Memo<Option<Histogram>>,
    show: fn(&Words, &Histogram) -> String,
) -> Memo<String> {
    let show = move |counts: &Histogram| show(atlas.words(), counts);
    Memo::new(move || counts.with(|counts| counts.as_ref().map(show).unwrap_or_default()))
}

/// The strip's bars.
pub(super) fn bars(_: &Words, counts: &Histogram) -> String {
    written(|m| strip::bars(m, counts))
}

/// What is chosen, as chips; that of a lens has its name.
pub(super) fn chips(
    atlas: &'static Atlas,
    filter: Memo<Filter>,
    told: Memo<String>,
) -> Memo<String> {
    Memo::new(move || {
        let told = told.get();
        let lens = told_parts(&told).map(|[name, ..]| name);
        filter.with(|filter| written(|m| bar::chips(m, atlas, filter, lens)))
    })
}

/// How many claims are possible only, and which limit to take off where nothing is left.
pub(super) fn more(atlas: &'static Atlas, filter: Memo<Filter>) -> Memo<String> {
    Memo::new(move || {
        filter.with(|filter| {
            written(|m| {
                bar::possibly(m, atlas.words(), filter.run(atlas).possible.len());
                if let Some((limit, claims)) = loosest(atlas, filter) {
                    bar::loosen(m, atlas.words(), limit, claims);
                }
            })
        })
    })
}

/// How many claims are kept, in words; of two documents, with how they are told.
pub(super) fn kept(
    atlas: &'static Atlas,
    filter: Memo<Filter>,
    told: Memo<String>,
) -> Memo<String> {
    Memo::new(move || {
        let kept = filter.with(|filter| {
            bar::kept(atlas.words(), filter.run(atlas).kept.len(), atlas.claims().len())
        });
        kept + told_parts(&told.get()).map_or("", |[_, how, _]| how)
    })
}

/// What a page's sentence is computed from: neither where the map lies nor what is open beside it.
pub(super) fn summed(view: State<ViewState>) -> Memo<ViewState> {
    Memo::new(move || ViewState {
        spot: None,
        selection: None,
        theme: Theme::default(),
        ..view.get()
    })
}

/// What the map's layers are computed from, and nothing that moves.
pub(super) fn layered(view: State<ViewState>, filter: Memo<Filter>) -> Memo<ViewState> {
    Memo::new(move || {
        let (layers, measure, mut choices) =
            view.with(|view| (view.layers, view.measure, view.choices.clone()));
        choices.keep(&|choice| choice == Choice::Lens);
        let (tab, filter) = (Tab::Map, filter.get());
        ViewState { tab, filter, layers, measure, choices, ..ViewState::default() }
    })
}

/// What the map shows without layers.
pub(super) fn scene(atlas: &'static Atlas, filter: Memo<Filter>) -> Memo<MapScene> {
    Memo::new(move || filter.with(|filter| map(atlas, filter)))
}

/// The matrix.
pub(super) fn table(atlas: &'static Atlas, filter: Memo<Filter>) -> Memo<Matrix> {
    Memo::new(move || filter.with(|filter| matrix(atlas, filter)))
}
