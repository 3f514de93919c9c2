//! Facets with live counts, chips for what is chosen, how many claims are left, and what a link
//! asked for in vain.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::{Memo, Reach, Root, State, effect, host, on, study_panel, wiring, write};
use crate::markup::{bar, written};
use crate::query::{Facet, FacetValue, Filter};
use crate::shell::{page, stage};
use crate::view::{Action, Notice};

/// The menu whose choices are written when it opens and go when it closes.
const MENU_OF_MORE: &str = "menu-more";

/// The filter bar.
#[component]
pub(super) fn FilterBar(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
    /// What the first picture says of itself, until the page does.
    said: String,
) -> impl IntoView {
    let atlas = reach.atlas;
    let root = Root::new();
    let chips = wiring::chips(atlas, filter, reach.told);
    let more = wiring::more(atlas, filter);
    let kept = wiring::kept(atlas, filter, reach.told);
    effect(move || {
        if let Some(root) = root.get() {
            chips.with(|html| stage::write_row(&root, ".chips", "button", html));
        }
    });
    write(root, ".count .more", more);
    write(root, "[role=status]", kept);
    // What is not seen is counted once the reader rests.
    let rested = wiring::filter(reach.rested, reach.told);
    for (filter, menus) in [(filter, ".menu:not([hidden])"), (rested, "[hidden]")] {
        effect(move || {
            if let Some(root) = root.get() {
                filter.with(|filter| show_choices(reach, &root, menus, filter));
            }
        });
    }
    effect(move || {
        let (back, on) = reach.steps.get();
        let Some(root) = root.get() else { return };
        for (does, can) in [("undo", back), ("redo", on)] {
            for button in stage::all(&root, &format!("[data-do={does}]")) {
                stage::set(&button, "aria-disabled", if can { "false" } else { "true" });
            }
        }
    });
    // Said once the reader rests, and not at each year that a slider passes.
    let summed = wiring::summed(reach.rested);
    let summary = move || {
        let own = summed.with(|view| reach.part("summary", view));
        own.unwrap_or_else(|| written(|m| m.text(&said)))
    };
    write(root, ".summary", Memo::new(summary));
    let press = on(ev::click, move |event| {
        toggle_menu(reach, filter, event);
        if let Some(value) = chip_value(reach, event) {
            reach.act(Action::Toggle(value));
        } else if let Some(key) = stage::pressed(event, "data-clear") {
            let facet = Facet::ALL.iter().copied().find(|facet| facet.key() == key);
            facet.into_iter().for_each(|facet| reach.act(Action::Clear(facet)));
        } else {
            match stage::pressed(event, "data-do").as_deref() {
                Some("together") => reach.act(Action::ReadTogether),
                Some("now") => reach.act(Action::LookAtAllTime),
                Some("unsure") => reach.act(Action::BeCertain(false)),
                Some("undo") => reach.travel(false),
                Some("redo") => reach.travel(true),
                Some("reset") => reach.act(Action::ResetFilter),
                Some("facets") => {
                    if let Some(button) = stage::around(event, "[data-do]") {
                        let open = button.get_attribute("aria-expanded").as_deref() == Some("true");
                        stage::set(&button, "aria-expanded", if open { "false" } else { "true" });
                    }
                }
                _ => {}
            }
        }
    });
    let choose = on(ev::change, move |event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let value = input.and_then(|input| read_value(reach, &input.name(), &input.value()));
        value.into_iter().for_each(|value| reach.act(Action::Toggle(value)));
    });
    host(
        root,
        "host",
        written(|m| bar::filters(m, atlas)),
        [press, choose, on(ev::focusout, leave_menu), on(ev::keydown, escape_menu)],
    )
}

/// What a link asked for and did not get.
#[component]
pub(super) fn Notices(
    /// Atlas, view and actions.
    reach: Reach,
    /// What was dropped, and the link that asked for it.
    notices: State<(Vec<Notice>, String)>,
) -> impl IntoView {
    let root = Root::new();
    let lost = move || !reach.awaited.get() && reach.study.with(Option::is_none);
    let said = move || {
        notices.with(|(all, asked)| {
            // What its page makes of the link, and what has changed since it was made, is known to the study program:
            // it tells these again with its own.
            let told = reach.asked("notices", asked);
            told.unwrap_or_else(|| written(|m| bar::notices(m, reach.atlas.words(), all, lost())))
        })
    };
    write(root, ".notices", Memo::new(said));
    let dismiss = on(ev::click, move |event| match stage::pressed(event, "data-do").as_deref() {
        Some("retry") => study_panel::fetch(reach),
        Some("dismiss") => notices.set(Default::default()),
        _ => reach.follow(event),
    });
    host(root, "host", "<div class=\"notices\" role=\"alert\"></div>".to_owned(), [dismiss])
}

fn read_value(reach: Reach, key: &str, slug: &str) -> Option<FacetValue> {
    Facet::ALL.iter().copied().find(|facet| facet.key() == key)?.read(reach.atlas, slug)
}

fn chip_value(reach: Reach, event: &MouseEvent) -> Option<FacetValue> {
    read_value(reach, &stage::pressed(event, "data-key")?, &stage::pressed(event, "data-value")?)
}

/// Ticks and counts of menus: what is chosen, and what each value would keep.
fn show_choices(reach: Reach, root: &Element, menus: &str, filter: &Filter) {
    for &facet in Facet::ALL {
        let choices = format!("{menus} [data-choices={}] .choice", facet.key());
        let choices = stage::all(root, &choices);
        // What is not written needs no counting.
        if choices.is_empty() {
            continue;
        }
        for (choice, tally) in choices.iter().zip(facet.tallies(reach.atlas, filter)) {
            let input = choice.first_element_child();
            if let Some(input) = input.and_then(|own| own.dyn_into::<HtmlInputElement>().ok()) {
                input.set_checked(filter.has(tally.value));
            }
            if let Some(count) = choice.last_element_child() {
                count.set_text_content(Some(&reach.atlas.number(tally.claims)));
            }
            let nothing = tally.claims == 0;
            stage::set(choice, "class", if nothing { "choice nothing" } else { "choice" });
        }
    }
}

/// The menu round an event's target, with its button.
fn menu_of(event: &web_sys::Event) -> Option<(Element, Element, Element)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let facet = target.closest(".facet").ok()??;
    let part = |selector| stage::all(&facet, selector).into_iter().next();
    Some((part("button")?, part(".menu")?, facet.clone()))
}

fn open_menu(button: &Element, menu: &Element, open: bool) {
    stage::set(button, "aria-expanded", if open { "true" } else { "false" });
    stage::set_or_clear(menu, "hidden", (!open).then_some(""));
    if !open && menu.id() == MENU_OF_MORE {
        menu.set_inner_html("");
    }
}

/// A press on a facet's button opens its menu or closes it; the others close.
fn toggle_menu(reach: Reach, filter: Memo<Filter>, event: &MouseEvent) {
    let Some((button, menu, facet)) = menu_of(event) else { return };
    if stage::pressed(event, "aria-controls").is_none() {
        return;
    }
    let open = menu.has_attribute("hidden");
    if let Some(bar) = facet.parent_element() {
        let buttons = stage::all(&bar, "[aria-controls]");
        for (button, menu) in buttons.iter().zip(stage::all(&bar, ".menu")) {
            open_menu(button, &menu, false);
        }
    }
    open_menu(&button, &menu, open);
    if open {
        filter.with_untracked(|filter| {
            if menu.id() == MENU_OF_MORE {
                menu.set_inner_html(&written(|m| bar::more(m, reach.atlas, filter)));
            }
            // From here on it is counted at each step; until now it was counted at rest.
            show_choices(reach, &menu, "", filter);
        });
    }
    // Some engines do not focus a pressed button, and a menu closes when the focus leaves it.
    page::focus_element(&button);
}

/// The focus that leaves for another part of the menu keeps it open.
fn leave_menu(event: &FocusEvent) {
    let Some((button, menu, facet)) = menu_of(event) else { return };
    let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
    // A press inside the menu on what takes no focus leaves for nowhere.
    let pressed_inside = to.is_none() && facet.matches(":hover").unwrap_or_default();
    if !to.is_some_and(|to| facet.contains(Some(&to))) && !pressed_inside {
        open_menu(&button, &menu, false);
    }
}

fn escape_menu(event: &KeyboardEvent) {
    if event.key() != "Escape" {
        return;
    }
    if let Some((button, menu, _)) = menu_of(event) {
        open_menu(&button, &menu, false);
        page::focus_element(&button);
    }
}
