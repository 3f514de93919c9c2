//! What a link asks of its page that the page cannot follow. The first program knows of a choice only whether it is
//! a token; what a token means, and so whether it means anything, is known where the pages are written.
//!
//! Only what the dataset does not have is told, and never what a filter hides: filters change under a choice that stays.

use std::collections::BTreeSet;

use super::{Desk, claims, codebook, compare, contents, matrix, organisations, positions};
use super::{scenarios, sources, timeline};
use crate::atlas::{Atlas, Texts};
use crate::markup::{Markup, bar};
use crate::query::{AsOf, Lens, Relation};
use crate::scene::axis::turned;
use crate::scene::crosstab::Axis;
use crate::view::link::{NOTICES, shown};
use crate::view::{Choice, Notice, Tab, ViewState};

/// What a page inside another one can show besides the view itself, and that it stands still.
const EMBEDDED: [&str; 3] = ["filters", "strip", "still"];

/// Writes all that a link asked for in vain: what was found when it was read, and what its page finds.
pub(super) fn write(markup: &mut Markup, desk: Desk<'_>, read: Vec<Notice>) {
    let mut more = 0;
    let mut told = Vec::new();
    for notice in read.into_iter().chain(notices(desk)) {
        match notice {
            Notice::More(count) => more += count,
            _ if told.len() == NOTICES => more += 1,
            notice => told.push(notice),
        }
    }
    told.extend((more > 0).then_some(Notice::More(more)));
    bar::notices(markup, desk.atlas.words(), &told, false);
}

/// A notice for each part of a choice that the page cannot follow, and for dates in the wrong order.
fn notices(desk: Desk<'_>) -> Vec<Notice> {
    let choices = &desk.view.choices;
    let mut all = Vec::new();
    for (choice, value) in choices.iter() {
        let mut told = BTreeSet::new();
        for part in unfollowed(desk, choice, value).into_iter().filter(|part| told.insert(*part)) {
            all.push(Notice::Unfollowed { key: choice.key(), value: shown(part) });
        }
        if let Some((from, to)) = turned(value).filter(|_| choice == Choice::Span) {
            all.push(Notice::Exchanged(from.to_string(), to.to_string()));
        }
    }
    let date = |choice| choices.get(choice).and_then(AsOf::read);
    if let Some((then, now)) = date(Choice::Then).zip(date(Choice::Now))
        && then.last_day() > now.last_day()
    {
        all.push(Notice::Exchanged(then.text(), now.text()));
    }
    all
}

/// The parts of a value that the page cannot follow; the whole value where it is no list.
fn unfollowed<'a>(desk: Desk<'_>, choice: Choice, value: &'a str) -> Vec<&'a str> {
    let Desk { atlas, texts, view, .. } = desk;
    let whole = |followed: bool| if followed { Vec::new() } else { vec![value] };
    let parts = |is: &dyn Fn(&str) -> bool| value.split('~').filter(|part| !is(part)).collect();
    match (choice, view.tab) {
        (Choice::Query, _) => Vec::new(),
        (Choice::Lens, _) => lens(atlas, value),
        (Choice::Then | Choice::Now, _) => whole(AsOf::read(value).is_some()),
        (Choice::Rows, Tab::Positions) => whole(positions::has_rows(value)),
        (Choice::Rows | Choice::Columns, _) => whole(Axis::read(value).is_some()),
        (Choice::Cell, Tab::Sources) => whole(sources::has_ties(value)),
        (Choice::Cell, _) => whole(matrix::CELLS.contains(&value)),
        (Choice::Fields, _) => parts(&claims::has_column),
        (Choice::Row, _) => {
            whole(value.parse().is_ok_and(|row| (1..=atlas.claims().len()).contains(&row)))
        }
        (Choice::Sort, Tab::Claims) => whole(claims::has_order(value)),
        (Choice::Sort, _) => whole(matrix::has_sort(atlas, view, value)),
        (Choice::Order, _) => {
            let lines = matrix::Lines::of(atlas, view);
            parts(&|token| lines.have_hand(token))
        }
        (Choice::Lanes, _) => whole(timeline::has_lanes(value)),
        (Choice::Span, _) => whole(timeline::has_span(atlas, value)),
        (Choice::Compare, Tab::Positions) => positions::sides(atlas, value).1,
        (Choice::Compare, _) => compare::sides(atlas, value).1,
        (Choice::Focus, Tab::Contents) => {
            let everything = ViewState::default();
            parts(&|path| contents::has(Desk { view: &everything, ..desk }, path))
        }
        (Choice::Focus, tab) => whole(match tab {
            Tab::Matrix => matrix::Lines::of(atlas, view).have_cell(value),
            Tab::Timeline => timeline::has_part(atlas, view, value),
            Tab::Positions => atlas.issue_named(value).is_some(),
            Tab::Organisations => organisations::has(atlas, value),
            Tab::Scenarios => scenarios::has(atlas, value),
            Tab::Sources => sources::has(atlas, value),
            Tab::Codebook => codebook::has(value),
            _ => true,
        }),
        (Choice::Tour, _) => whole(texts.tours().iter().any(|tour| tour.slug == value)),
        (Choice::Step, _) => whole(has_step(desk, value)),
        (Choice::Basket, _) => {
            let ids: BTreeSet<&str> = atlas.claims().map(|(_, claim)| claim.slug()).collect();
            parts(&|id| ids.contains(id) || is_withdrawn(texts, id))
        }
        (Choice::Embed, _) => parts(&|part| value == "1" || EMBEDDED.contains(&part)),
    }
}

/// Two documents, and what of them is shown: the parts that are none of these; both where they are one document.
fn lens<'a>(atlas: &Atlas, value: &'a str) -> Vec<&'a str> {
    let source = |slug: &&str| atlas.source_named(slug).is_some();
    let told = |slug: &&str| Relation::TOLD.iter().any(|own| own.slug() == *slug);
    let sound = |(at, slug): &(usize, &str)| match at {
        0 | 1 => source(slug),
        2 => told(slug),
        _ => false,
    };
    let strange: Vec<&str> =
        value.split('~').enumerate().filter(|part| !sound(part)).map(|(_, slug)| slug).collect();
    match Lens::read(atlas, value) {
        None if strange.is_empty() => vec![value],
        _ => strange,
    }
}

/// Whether the tour has the step. Of a tour that there is not its name is told, and that will do.
fn has_step(desk: Desk<'_>, value: &str) -> bool {
    let Some(slug) = desk.view.choices.get(Choice::Tour) else { return false };
    let tour = desk.texts.tours().iter().find(|tour| tour.slug == slug);
    let has = |step: usize| tour.is_none_or(|tour| (1..=tour.steps.len()).contains(&step));
    value.parse().is_ok_and(has)
}

/// Whether an id was a claim's: what became of it is told with what else has changed since.
fn is_withdrawn(texts: &Texts, id: &str) -> bool {
    texts.releases().iter().flat_map(|release| &release.withdrawn).any(|gone| gone.slug == id)
}
