//! The relationship matrix: an ARIA grid that arrows walk and Enter opens.

use leptos::ev;
use leptos::prelude::*;
use web_sys::{Element, KeyboardEvent};

use super::{Memo, Reach, Root, State, dress, effect, host, on, study_panel, wiring};
use crate::atlas::{Atlas, Dyad};
use crate::markup::{matrix, written};
use crate::query::Filter;
use crate::scene::matrix::Matrix;
use crate::shell::{page, stage};
use crate::view::{Action, Selection, Tab, ViewState};

/// The matrix, its heading and its key.
#[component]
pub(super) fn MatrixPanel(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
    /// What is selected.
    selection: Memo<Option<Selection>>,
    /// Whether its page is looked at.
    wanted: Memo<bool>,
) -> impl IntoView {
    let atlas = reach.atlas;
    let root = Root::new();
    root.show_while(wanted);
    let [written_table, laid_out] = show_table(atlas, root, wiring::table(atlas, filter));
    // Selection and hint are classes: the table is not written again for them.
    dress(root, written_table, move |root| {
        let chosen = chosen_cells(atlas, selection.get());
        let chosen = chosen.iter().map(|end| format!("[data-cell$=\"{end}\"]"));
        stage::mark(root, "td", "selected", &chosen.collect::<Vec<_>>().join(","));
        // The cell that Tab led to may have gone with its row, or another may have come before it.
        let reached = stage::all(root, "td[data-cell][tabindex='0']");
        reached.iter().skip(1).for_each(|cell| stage::set(cell, "tabindex", "-1"));
        if reached.is_empty() {
            let cells = stage::all(root, "td[data-cell]");
            cells.first().into_iter().for_each(|cell| stage::set(cell, "tabindex", "0"));
        }
    });
    dress(root, written_table, move |root| {
        stage::mark(root, "th", "hinted", &reach.hinted());
    });
    show_histories(reach, root, laid_out, wiring::any_time(filter));
    let open = move |event: &web_sys::Event| {
        let Some((category, pair)) = pressed_cell(event) else { return };
        if let Some(selection) = reach.selection("dyad", &format!("{pair}~{category}")) {
            reach.act(Action::Select(selection));
        }
    };
    let hint = move |event: &web_sys::Event| {
        reach.hint(pressed_cell(event).and_then(|(_, pair)| Dyad::read(atlas, &pair)));
    };
    let key = on(ev::keydown, move |event| {
        if stage::is_activation(event) && pressed_cell(event).is_some() {
            event.prevent_default();
            open(event);
        } else if let Some(root) = root.get_untracked()
            && walk(&root, event)
        {
            event.prevent_default();
        }
    });
    host(
        root,
        "host",
        written(|m| matrix::panel(m, atlas.words())),
        [
            on(ev::click, move |event| match pressed_cell(event) {
                Some(_) => open(event),
                None => reach.follow(event),
            }),
            // An order made by hand.
            on(ev::change, move |event| {
                study_panel::change(reach, event, true);
            }),
            key,
            on(ev::pointerover, move |event| {
                show_name(event);
                hint(event);
            }),
            on(ev::pointerout, move |_| reach.hint(None)),
            on(ev::focusin, move |event| hint(event)),
            on(ev::focusout, move |_| reach.hint(None)),
        ],
    )
}

/// Keeps the table written: whole where its rows or columns change, else only the cells that show something else.
/// What comes back is how often that was, and how often the whole.
fn show_table(atlas: &'static Atlas, root: Root, table: Memo<Matrix>) -> [State<u32>; 2] {
    let (mut held, times, wholes): (Option<Matrix>, _, _) = (None, State::new(0), State::new(0));
    effect(move || {
        let Some(root) = root.get() else { return };
        let new = table.get();
        match held.as_ref().filter(|old| old.is_laid_out_as(&new)) {
            Some(old) => {
                let cells = old.cells().zip(new.cells()).enumerate();
                let differing = cells.filter(|(_, (was, is))| was != is).map(|(at, (was, is))| {
                    let written = |cell| written(|m| matrix::cell(m, atlas, &new, at, cell));
                    (at, [written(was), written(is)])
                });
                stage::write_some(&root, "td[data-cell]", &differing.collect::<Vec<_>>());
                // A tip that was told says what its cell says now.
                stage::all(&root, "td[data-cell][title]").iter().for_each(name_cell);
            }
            None => {
                let written = |table: &Matrix| written(|m| matrix::table(m, atlas, table));
                let old = held.as_ref().map(written);
                stage::write_over(&root, ".matrix-scroll", old.as_deref(), &written(&new));
                wholes.update(|times| *times += 1);
            }
        }
        held = Some(new);
        times.update(|times| *times += 1);
    });
    [times, wholes]
}

/// Gives each cell of the wide table the shape of its history, which is the same whatever year is looked at: a property
/// that the style sheet draws, so that a year writes none of it.
fn show_histories(reach: Reach, root: Root, laid_out: State<u32>, any_time: Memo<Filter>) {
    let is_wide = Memo::new(move || reach.view.with(|view| view.tab == Tab::Matrix));
    let histories = Memo::new(move || {
        let view = || ViewState { filter: any_time.get(), ..ViewState::default() };
        is_wide.get().then(|| reach.part("histories", &view())).flatten().unwrap_or_default()
    });
    dress(root, laid_out, move |root| {
        histories.with(|histories| {
            // The narrow table shows none, and keeps what it has for the way back.
            if histories.is_empty() {
                return;
            }
            let mut lines = histories.lines().filter_map(|line| line.split_once('\t'));
            // Both are in one order; a cell that is not shown has its line all the same.
            for cell in stage::all(root, "td[data-cell]") {
                let name = cell.get_attribute("data-cell");
                let own = lines.find(|(own, _)| name.as_deref() == Some(own));
                own.iter().for_each(|(_, shape)| stage::set_property(&cell, "--history", shape));
            }
        });
    });
}

/// `bases` and `KG-RU` of the cell that an event happened in.
fn pressed_cell(event: &web_sys::Event) -> Option<(String, String)> {
    let name = stage::pressed(event, "data-cell")?;
    name.split_once(':').map(|(category, pair)| (category.to_owned(), pair.to_owned()))
}

/// The pointer is told a cell's name as a tip. Only where it rests: on every cell it would be as long as the table.
fn show_name(event: &web_sys::Event) {
    stage::around(event, "td[data-cell]").iter().for_each(name_cell);
}

fn name_cell(cell: &Element) {
    if let Some(name) = cell.get_attribute("aria-label") {
        stage::set(cell, "title", &name);
    }
}

/// Which cells a selection stands for: the ends of their names.
fn chosen_cells(atlas: &Atlas, selection: Option<Selection>) -> Vec<String> {
    let cell =
        |category, pair: Dyad| format!("{}:{}", atlas.category(category).slug, pair.slug(atlas));
    match selection {
        Some(Selection::Dyad(pair, Some(category))) => vec![cell(category, pair)],
        Some(Selection::Dyad(pair, None)) => vec![format!(":{}", pair.slug(atlas))],
        Some(Selection::Claim(id)) => {
            let claim = atlas.claim(id);
            Dyad::of_claim(atlas, claim).map(|pair| cell(claim.category, pair)).collect()
        }
        _ => Vec::new(),
    }
}

/// Moves the focus among the cells, as the ARIA grid pattern has it; false for keys that are not
/// the grid's.
fn walk(root: &Element, event: &KeyboardEvent) -> bool {
    let cells = stage::all(root, "td[data-cell]");
    let rows = stage::all(root, "tbody tr:not(.group)").len().max(1);
    let across = (cells.len() / rows).max(1);
    let here = |cell: &Element| event.target().is_some_and(|target| target == *cell.as_ref());
    let Some(at) = cells.iter().position(here) else { return false };
    let (row, column) = (at / across, at % across);
    let (row, column) = match event.key().as_str() {
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, (column + 1).min(across - 1)),
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => ((row + 1).min(rows - 1), column),
        "Home" if event.ctrl_key() => (0, 0),
        "End" if event.ctrl_key() => (rows - 1, across - 1),
        "Home" => (row, 0),
        "End" => (row, across - 1),
        _ => return false,
    };
    if let (Some(from), Some(to)) = (cells.get(at), cells.get(row * across + column)) {
        stage::set(from, "tabindex", "-1");
        stage::set(to, "tabindex", "0");
        page::focus_element(to);
    }
    true
}
