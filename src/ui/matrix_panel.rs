//! The relationship matrix as an ARIA grid.

use leptos::prelude::*;

use super::{Hint, Reach};
use crate::atlas::{ActorId, CategoryId, Dyad};
use crate::dataset::term::Group;
use crate::query::Filter;
use crate::scene::matrix::{Cell, Content, Matrix, matrix, shade};
use crate::scene::words;
use crate::shell::page;
use crate::view::{Action, Selection};

/// The matrix, its heading and its key.
#[component]
pub(super) fn MatrixPanel(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
    /// What is selected.
    selection: Memo<Option<Selection>>,
) -> impl IntoView {
    let laid = Memo::new(move |_| filter.with(|filter| matrix(reach.atlas, filter)));
    view! {
        <section class="matrix-panel" aria-labelledby="matrix-title">
            <div class="pane-head">
                <h2 id="matrix-title">"What each power has with each state"</h2>
                <p class="quiet">"category × power, state"</p>
            </div>
            <div class="matrix-scroll"><Grid reach laid selection /></div>
            <MatrixKey />
        </section>
    }
}

/// Which cell the arrows stand on: row, then column.
type At = (usize, usize);

#[component]
fn Grid(reach: Reach, laid: Memo<Matrix>, selection: Memo<Option<Selection>>) -> impl IntoView {
    let at = RwSignal::new((0, 0));
    let columns = Memo::new(move |_| laid.with(|matrix| matrix.columns.clone()));
    let rows = Memo::new(move |_| laid.with(|matrix| {
        matrix.rows.iter().map(|row| (row.category, row.group)).collect::<Vec<_>>()
    }));
    let dyads = Memo::new(move |_| columns.with(|columns| {
        columns.iter().flat_map(|(_, dyads)| dyads.iter().copied()).collect::<Vec<Dyad>>()
    }));
    let key = move |event: leptos::ev::KeyboardEvent| {
        let last = (rows.with(Vec::len).saturating_sub(1), dyads.with(Vec::len).saturating_sub(1));
        if let Some(next) = moved(at.get_untracked(), last, &event) {
            event.prevent_default();
            at.set(next);
            page::focus(&cell_id(next));
        }
    };
    let numbered = move || rows.get().into_iter().enumerate().collect::<Vec<_>>();
    let row_key = move |&(row, (category, _)): &(usize, (CategoryId, Group))| {
        dyads.with(|dyads| (row, category, dyads.clone()))
    };
    // A group's name stands above its first row.
    let first_of_group = move |row: usize| rows.with(|rows| {
        let group = rows.get(row).map(|row| row.1);
        let before = row.checked_sub(1).and_then(|before| rows.get(before)).map(|row| row.1);
        group.filter(|_| group != before)
    });
    view! {
        <table role="grid" class="matrix" aria-labelledby="matrix-title" on:keydown=key>
            <thead>
                <tr role="row">
                    <td></td>
                    {move || columns.get().into_iter().map(|(power, dyads)| head(reach, power, dyads.len())).collect_view()}
                </tr>
                <tr role="row">
                    <td></td>
                    {move || dyads.get().into_iter().map(|dyad| state_head(reach, dyad)).collect_view()}
                </tr>
            </thead>
            <tbody>
                <For each=numbered key=row_key let((row, (category, _)))>
                    {first_of_group(row).map(|group| view! {
                        <tr class="group" role="row"><th scope="rowgroup" role="rowheader">{group.words()}</th></tr>
                    })}
                    <tr role="row">
                        <th scope="row" role="rowheader" title=reach.atlas.category(category).definition>
                            {reach.atlas.category(category).name}
                        </th>
                        {dyads.get_untracked().into_iter().enumerate().map(|(column, dyad)| view! {
                            <GridCell reach laid selection at here=(row, column) category dyad />
                        }).collect_view()}
                    </tr>
                </For>
            </tbody>
        </table>
    }
}

/// Where a key takes the focus from `at`; `None` for keys that are not the grid's.
fn moved(at: At, last: At, event: &leptos::ev::KeyboardEvent) -> Option<At> {
    let (row, column) = at;
    Some(match event.key().as_str() {
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, (column + 1).min(last.1)),
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => ((row + 1).min(last.0), column),
        "Home" if event.ctrl_key() => (0, 0),
        "End" if event.ctrl_key() => last,
        "Home" => (row, 0),
        "End" => (row, last.1),
        _ => return None,
    })
}

fn cell_id((row, column): At) -> String {
    format!("cell-{row}-{column}")
}

fn head(reach: Reach, power: ActorId, span: usize) -> impl IntoView {
    let actor = reach.atlas.actor(power);
    view! {
        <th scope="colgroup" role="columnheader" colspan=span
            class=format!("power power-{}", actor.slug.to_lowercase())>
            {actor.name} " " <span class="tag">{actor.slug}</span>
        </th>
    }
}

fn state_head(reach: Reach, dyad: Dyad) -> impl IntoView {
    let actor = reach.atlas.actor(dyad.state);
    let hinted = move || is_hinted(reach, dyad);
    view! {
        <th scope="col" role="columnheader" class="state" class:hinted=hinted
            class:first=first_of_power(reach, dyad)>
            <abbr title=actor.name>{actor.slug}</abbr><span class="full">{actor.name}</span>
        </th>
    }
}

/// The first column under each power stands off from the one before.
fn first_of_power(reach: Reach, dyad: Dyad) -> bool {
    reach.atlas.states().first() == Some(&dyad.state)
}

fn is_hinted(reach: Reach, dyad: Dyad) -> bool {
    match reach.hint.get() {
        Some(Hint::Pair(pair)) => pair == dyad,
        Some(Hint::Site(place, operator)) => {
            operator == dyad.power && reach.atlas.place(place).country == Some(dyad.state)
        }
        None => false,
    }
}

#[component]
fn GridCell(
    reach: Reach,
    laid: Memo<Matrix>,
    selection: Memo<Option<Selection>>,
    at: RwSignal<At>,
    here: At,
    category: CategoryId,
    dyad: Dyad,
) -> impl IntoView {
    let atlas = reach.atlas;
    // Only a cell that changed is drawn again.
    let cell = Memo::new(move |_| laid.with(|matrix| {
        let row = matrix.rows.iter().find(|row| row.category == category)?;
        row.cells.iter().find(|cell| cell.dyad == dyad).cloned()
    }));
    let selected = move || selection.with(|selection| match *selection {
        Some(Selection::Dyad(pair, None)) => pair == dyad,
        Some(Selection::Dyad(pair, Some(chosen))) => pair == dyad && chosen == category,
        Some(Selection::Claim(id)) => {
            let claim = atlas.claim(id);
            let speaks_of = |actor| claim.parties.iter().any(|(party, _)| *party == actor);
            claim.category == category && speaks_of(dyad.state) && speaks_of(dyad.power)
        }
        _ => false,
    });
    let open = move || {
        at.set(here);
        if cell.with(|cell| cell.as_ref().is_some_and(|cell| cell.claims > 0)) {
            reach.act(Action::Select(Selection::Dyad(dyad, Some(category))));
        }
    };
    let name = format!("{}:{}", atlas.category(category).slug, dyad.slug(atlas));
    view! {
        <td role="gridcell" id=cell_id(here) data-cell=name
            class=move || cell.with(|cell| cell.as_ref().map(class))
            class:first=first_of_power(reach, dyad)
            class:selected=selected
            aria-selected=move || selected().to_string()
            aria-label=move || cell.with(|cell| cell.as_ref().map(|cell| words::spoken(atlas, cell)))
            title=move || cell.with(|cell| cell.as_ref().map(|cell| words::spoken(atlas, cell)))
            tabindex=move || if at.get() == here { "0" } else { "-1" }
            on:click=move |_| open()
            on:keydown=move |event| if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                open();
            }
            on:pointerenter=move |_| reach.hint.set(Some(Hint::Pair(dyad)))
            on:pointerleave=move |_| reach.hint.set(None)
            on:focus=move |_| { at.set(here); reach.hint.set(Some(Hint::Pair(dyad))); }
            on:blur=move |_| reach.hint.set(None)
        >
            {move || cell.with(|cell| cell.as_ref().map(words::cell)).map(|(short, long)| view! {
                <span class="short">{short}</span><span class="long">{long}</span>
            })}
        </td>
    }
}

/// The look of a cell: what it is, how dark, whether the documents disagree.
fn class(cell: &Cell) -> String {
    let kind = match &cell.content {
        Content::Count => format!("count shade-{}", shade(cell.claims)),
        Content::Tie(level) => format!("code shade-{}", 1 + *level as usize),
        Content::Sites { open, .. } => format!("code shade-{}", shade(*open).min(3)),
        Content::Visa { .. } | Content::Posts(_) | Content::Members(_) => "code shade-1".to_owned(),
        Content::StatedNo => "stated-no".to_owned(),
        Content::NoClaim => "no-claim".to_owned(),
        Content::OutOfScope => "out-of-scope".to_owned(),
    };
    if cell.disputed { format!("cell {kind} disputed") } else { format!("cell {kind}") }
}

#[component]
fn MatrixKey() -> impl IntoView {
    view! {
        <ul class="matrix-key" aria-label="Key to the matrix">
            <li class="ramp">"Claims"
                {["1", "2", "4", "7", "10+"].into_iter().enumerate().map(|(at, from)| view! {
                    <span class=format!("cell count shade-{}", at + 1)>{from}</span>
                }).collect_view()}
            </li>
            <li><span class="cell stated-no">"no"</span> "stated no"</li>
            <li><span class="cell no-claim"></span> "no claim"</li>
            <li><span class="cell out-of-scope"></span> "out of scope"</li>
            <li><span class="cell count shade-1 disputed"></span> "disputed"</li>
        </ul>
    }
}
