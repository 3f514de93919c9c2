//! The search field in the head of the page: a combobox whose list the study program writes.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::{Reach, Root, effect, study_panel};
use crate::markup::written;
use crate::shell::{page, stage};
use crate::view::{Action, Tab, link};
use crate::words::Frame;

/// Writes the list anew when the study program comes or does not.
pub(super) fn keep(reach: Reach, root: Root) {
    effect(move || {
        reach.study.track();
        reach.awaited.track();
        if root.get().is_some_and(|root| input(&root).is_some_and(|own| !own.value().is_empty())) {
            list(reach, root);
        }
    });
}

/// Goes to the field, on a phone after opening it.
pub(super) fn focus() {
    for button in page::all("[data-do=search]") {
        stage::set(&button, "aria-expanded", "true");
    }
    page::focus("search");
}

/// A press on the phone's button opens the field, or closes it.
pub(super) fn open(root: Root) {
    let Some(button) = root.get_untracked().and_then(|root| part(&root, "[data-do=search]")) else {
        return;
    };
    if button.get_attribute("aria-expanded").as_deref() == Some("true") {
        close(root);
    } else {
        focus();
    }
}

/// Who comes to the field will want the program.
pub(super) fn entered(reach: Reach, event: &FocusEvent) {
    if stage::around(event, "#search").is_some() {
        study_panel::fetch(reach);
        // The index is built while the reader begins to type.
        reach.study.with_untracked(|study| study.as_ref().and_then(|study| study.options("", "")));
    }
}

/// The focus that leaves the field and its list closes them.
pub(super) fn left(root: Root, event: &FocusEvent) {
    let Some(field) = stage::around(event, ".search") else { return };
    let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
    // A press on what takes no focus leaves for nowhere.
    let pressed_inside = to.is_none() && field.matches(":hover").unwrap_or_default();
    if !to.is_some_and(|to| field.contains(Some(&to))) && !pressed_inside {
        close(root);
    }
}

/// A letter more or less.
pub(super) fn typed(reach: Reach, root: Root, event: &Event) {
    if stage::around(event, "#search").is_some() {
        list(reach, root);
    }
}

/// Arrows move in the list, Enter follows what is meant there or turns to the claims, Escape closes.
pub(super) fn key(reach: Reach, root: Root, event: &KeyboardEvent) {
    let Some(element) = root.get_untracked() else { return };
    let Some(input) = input(&element).filter(|_| stage::around(event, "#search").is_some()) else {
        return;
    };
    let options = stage::all(&element, "#found [role=option]");
    let chosen =
        |option: &Element| option.get_attribute("aria-selected").as_deref() == Some("true");
    let at = options.iter().position(chosen);
    match event.key().as_str() {
        "ArrowDown" => mean(&input, &options, at.map_or(0, |at| at + 1)),
        "ArrowUp" => mean(&input, &options, at.unwrap_or(options.len()).wrapping_sub(1)),
        "Enter" => match at.and_then(|at| options.get(at)?.dyn_ref::<HtmlElement>()) {
            Some(option) => option.click(),
            None if input.value().trim().is_empty() => {}
            None => {
                let mut view = reach.view.get_untracked();
                view.apply(Action::ShowTab(Tab::Claims));
                view.choices.search(input.value().trim());
                reach.act(Action::Open(Box::new(view)));
                close(root);
            }
        },
        "Escape" if input.value().is_empty() => {
            close(root);
            let _ = input.blur();
        }
        "Escape" => {
            input.set_value("");
            list(reach, root);
        }
        _ => return,
    }
    event.prevent_default();
}

/// Closes the list, and on a phone the field.
pub(super) fn close(root: Root) {
    let Some(root) = root.get_untracked() else { return };
    show(&root, "", "");
    for button in stage::all(&root, "[data-do=search]") {
        stage::set(&button, "aria-expanded", "false");
    }
}

/// Writes what the text in the field finds.
fn list(reach: Reach, root: Root) {
    let Some(root) = root.get_untracked() else { return };
    let Some(text) = input(&root).map(|input| input.value()) else { return };
    if text.trim().is_empty() {
        return show(&root, "", "");
    }
    let query = reach.view.with_untracked(|view| link::write(view, reach.atlas));
    let found = reach.study.with_untracked(|study| study.as_ref()?.options(&text, &query));
    let waiting =
        if reach.awaited.get_untracked() { Frame::SearchComing } else { Frame::SearchLost };
    let waiting = || written(|m| m.leaf("p", &[], reach.atlas.say(waiting)));
    show(&root, &found.unwrap_or_else(waiting), "");
    let count = stage::all(&root, "#found [role=option]").len();
    stage::write(&root, ".search .spoken", &reach.atlas.count(count, Frame::NumberFound));
}

fn show(root: &Element, html: &str, spoken: &str) {
    stage::write(root, "#found", html);
    stage::write(root, ".search .spoken", spoken);
    let open = !html.is_empty();
    if let Some(list) = part(root, "#found") {
        stage::set_or_clear(&list, "hidden", (!open).then_some(""));
    }
    if let Some(input) = part(root, "#search") {
        stage::set(&input, "aria-expanded", if open { "true" } else { "false" });
        stage::set_or_clear(&input, "aria-activedescendant", None);
    }
}

/// Marks an option as the one that is meant; beyond the ends it goes round.
fn mean(input: &Element, options: &[Element], at: usize) {
    let at = match at {
        usize::MAX => options.len().saturating_sub(1),
        at if at >= options.len() => 0,
        at => at,
    };
    for (own, option) in options.iter().enumerate() {
        stage::set(option, "aria-selected", if own == at { "true" } else { "false" });
    }
    if let Some(option) = options.get(at) {
        stage::set(input, "aria-activedescendant", &option.id());
        stage::show(option);
    }
}

fn part(root: &Element, selector: &str) -> Option<Element> {
    stage::all(root, selector).into_iter().next()
}

fn input(root: &Element) -> Option<HtmlInputElement> {
    part(root, "#search")?.dyn_into().ok()
}
