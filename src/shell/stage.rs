//! Parts of the page that are set as text: writing them, finding what was pressed in them, moving
//! marks and marking them.

use std::borrow::Cow;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, EventTarget, HtmlInputElement};

use crate::geo::{MapPoint, ScreenPoint};

/// What an element inside a written part stands for: the value of an attribute, on the element
/// that was pressed or one round it.
pub fn pressed(event: &web_sys::Event, attribute: &str) -> Option<String> {
    around(event, &format!("[{attribute}]"))?.get_attribute(attribute)
}

/// What is done when an event comes.
type Heard = Box<dyn FnMut(web_sys::Event)>;

/// Listens as long as the page lives.
pub fn listen(target: &EventTarget, kind: &str, heard: Heard) {
    attach(target, kind, heard).forget();
}

/// Listens until the owner goes: a panel's element may be given to the next panel.
pub fn listen_here(target: EventTarget, kind: Cow<'static, str>, heard: Heard) {
    let heard = attach(&target, &kind, heard);
    let kept = SendWrapper::new((target, kind, heard));
    on_cleanup(move || {
        let (target, kind, heard) = &*kept;
        // As it could be listened to, it can be left.
        let _ = target.remove_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
    });
}

/// Listens in the way that lets the page be held still: a listener for the wheel is passive otherwise in some engines,
/// and the page scrolls while the map zooms.
fn attach(target: &EventTarget, kind: &str, heard: Heard) -> Closure<dyn FnMut(web_sys::Event)> {
    let heard = Closure::wrap(heard);
    let options = web_sys::AddEventListenerOptions::new();
    options.set_passive(false);
    // An element of ours can always be listened to, and so can the document and the window.
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        kind,
        heard.as_ref().unchecked_ref(),
        &options,
    );
    heard
}

/// What hears of every event of the page.
pub fn everywhere() -> EventTarget {
    window().into()
}

/// The element round an event's target that a selector names.
pub fn around(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// What a key is called: a letter is small, and on a layout of other letters (Russian) the Latin one at its place.
pub fn key(event: &web_sys::KeyboardEvent) -> String {
    let (key, code) = (event.key(), event.code());
    let is_one = key.chars().nth(1).is_none();
    match code.strip_prefix("Key").filter(|_| is_one && !key.is_ascii()) {
        Some(letter) => letter.to_ascii_lowercase(),
        None if is_one => key.to_ascii_lowercase(),
        None => key,
    }
}

/// Whether a key press means "do it" on something that is no native button.
pub fn is_activation(event: &web_sys::KeyboardEvent) -> bool {
    matches!(event.key().as_str(), "Enter" | " ")
}

/// Whether a press asks for a new tab or window, which is the browser's to do.
pub fn wants_new_tab(event: &web_sys::MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0
}

/// Every element under `root` that a selector finds.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Writes markup of ours into the parts that a selector finds, over what they hold.
pub fn write_over(root: &Element, selector: &str, held: Option<&str>, html: &str) {
    for part in all(root, selector) {
        match held {
            Some(held) => super::patch::patch(&part, held, html),
            None => part.set_inner_html(html),
        }
    }
}

/// Writes markup of ours over some of the parts that a selector finds: the number of each, what it is, and what it
/// shall be.
pub fn write_some(root: &Element, selector: &str, some: &[(usize, [String; 2])]) {
    let Ok(parts) = root.query_selector_all(selector) else { return };
    for (at, [old, new]) in some {
        let part = parts.item(*at as u32).and_then(|part| part.dyn_into::<Element>().ok());
        part.into_iter().for_each(|part| super::patch::patch_whole(&part, old, new));
    }
}

/// Writes markup of ours into the parts that a selector finds.
pub fn write(root: &Element, selector: &str, html: &str) {
    write_over(root, selector, None, html);
}

/// Says something in the head of the page.
pub fn say(text: &str) {
    if let Ok(Some(outcome)) = document().query_selector(".outcome") {
        outcome.set_text_content(Some(text));
    }
}

/// Writes markup of ours into a row of controls. A focus in it stays at its place in the row, or goes to
/// the last of them; where none is left it goes to the first control before the row.
pub fn write_row(root: &Element, row: &str, control: &str, html: &str) {
    let Some(row) = all(root, row).into_iter().next() else { return };
    let focused = document().active_element();
    let at = all(&row, control).iter().position(|own| Some(own) == focused.as_ref());
    row.set_inner_html(html);
    let Some(at) = at else { return };
    let left = all(&row, control);
    let next = left.get(at).or(left.last()).cloned();
    let before = || all(root, "button").into_iter().find(|own| own.client_width() > 0);
    if let Some(next) = next.or_else(before) {
        super::page::focus_element(&next);
    }
}

/// Scrolls the list round an option as little as shows the option.
pub fn show(option: &Element) {
    let Ok(Some(list)) = option.closest("[role=listbox]") else { return };
    let (inner, outer) = (option.get_bounding_client_rect(), list.get_bounding_client_rect());
    let below = inner.bottom() - outer.bottom();
    let above = outer.top() - inner.top();
    let by = if below > 0.0 { below } else { -above.max(0.0) };
    list.set_scroll_top(list.scroll_top() + by as i32);
}

/// Scrolls a row sideways as little as shows one of its parts and where it goes on; the page stays where it is.
pub fn show_across(root: &Element, row: &str, part: &str) {
    const MORE: f64 = 28.0;
    for (row, part) in all(root, row).iter().zip(all(root, part)) {
        let (inner, outer) = (part.get_bounding_client_rect(), row.get_bounding_client_rect());
        let beyond = (inner.right() + MORE - outer.right()).max(0.0);
        let before = (outer.left() + MORE - inner.left()).max(0.0);
        row.set_scroll_left(row.scroll_left() + (beyond - before) as i32);
    }
}

/// Gives a class to those of the elements of a selector that a list of further selectors picks, none of them
/// where that is empty, and takes it from the others.
pub fn mark(root: &Element, selector: &str, class: &str, picked: &str) {
    // A class that cannot be set shows nothing; there is no other way to show it.
    let set = |element: &Element, on| drop(element.class_list().toggle_with_force(class, on));
    for former in all(root, &format!("{selector}.{class}")) {
        set(&former, false);
    }
    if !picked.is_empty() {
        all(root, &format!("{selector}:is({picked})")).iter().for_each(|own| set(own, true));
    }
}

/// Writes marks into the part that a selector finds, over what it holds. A focus among them stays on the mark
/// that stands for the same, else at its place, else on what is round the part: a map that moved or
/// a year that passed never throws the keyboard out.
pub fn write_marks(root: &Element, selector: &str, held: Option<&str>, html: &str) {
    let within = |own: &Element| own.closest(selector).is_ok_and(|part| part.is_some());
    let focused = document().active_element().filter(within);
    write_over(root, selector, held, html);
    if let Some(former) = focused.filter(|own| !own.is_connected()) {
        let marks = all(root, &format!("{selector} [tabindex]"));
        let is_same = |own: &&Element| {
            let names = ["data-mark", "data-open", "data-spread", "data-fit"];
            names.iter().all(|name| own.get_attribute(name) == former.get_attribute(name))
        };
        let place = |own: &Element| {
            own.get_attribute("data-mark").or_else(|| own.get_attribute("data-spread"))
        };
        let there = |own: &&Element| place(own).is_some() && place(own) == place(&former);
        let around = || root.query_selector("[tabindex]").ok().flatten();
        let next = marks.iter().find(is_same).or_else(|| marks.iter().find(there)).cloned();
        next.or_else(around).iter().for_each(super::page::focus_element);
    }
}

/// Puts the groups that stand at places of the plane where the camera shows their places: all of them, or those
/// that have been put nowhere yet.
pub fn place(root: &Element, all_of_them: bool, screen: &dyn Fn(MapPoint) -> ScreenPoint) {
    let km = |element: &Element, name| {
        let tenths: i32 = element.get_attribute(name)?.parse().ok()?;
        Some(f64::from(tenths) / 10.0)
    };
    for group in all(root, if all_of_them { "[data-x]" } else { "[data-x]:not([transform])" }) {
        let Some((x, y)) = km(&group, "data-x").zip(km(&group, "data-y")) else { continue };
        let at = screen(MapPoint::new(x, y));
        let at = format!("translate({} {})", crate::markup::px(at.x), crate::markup::px(at.y));
        set(&group, "transform", &at);
    }
}

/// Moves the focus to the first part that a selector finds.
pub fn focus(root: &Element, selector: &str) {
    all(root, selector).first().into_iter().for_each(super::page::focus_element);
}

/// Sets an element's attribute where it differs.
pub fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

/// Sets a property that the style sheets read, on the element's style object: the page's policy
/// refuses a style attribute.
pub fn set_property(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // A property of our own element can always be set.
        let _ = element.style().set_property(name, value);
    }
}

/// Sets an element's attribute, or takes it away.
pub fn set_or_clear(element: &Element, name: &str, value: Option<&str>) {
    match value {
        // Any name of ours can be set, and taking away what is not there is no failure.
        Some(value) => drop(element.set_attribute(name, value)),
        None => drop(element.remove_attribute(name)),
    }
}

/// Sets what an element of ours is or holds by now, such as whether a box is ticked, which no attribute says.
pub fn set_state(element: &Element, property: &str, value: &str) {
    // Our own element takes what its kind has.
    let _ = js_sys::Reflect::set(element, &property.into(), &value.into());
}

/// Asks for the relief picture, once the first picture stands.
pub fn fetch_relief(root: Element, file: &'static str) {
    super::fetch::after_first_picture(move || {
        for image in all(&root, "image.hillshade") {
            set(&image, "href", file);
        }
    });
}

/// Writes markup of ours in place of a whole part. The focus stays on the element of the same id, and so
/// does the scroll of every element with an id; what was opened stays open if it has one.
pub fn rewrite(root: &Element, html: &str) {
    let document = document();
    let focused = document.active_element().filter(|element| root.contains(Some(element)));
    let focused = focused.map(|element| element.id()).filter(|id| !id.is_empty());
    let input = |id: &str| document.get_element_by_id(id)?.dyn_into::<HtmlInputElement>().ok();
    let caret = focused.as_deref().and_then(input).and_then(|own| own.selection_start().ok()?);
    let opened: Vec<String> =
        all(root, "details[open][id]").iter().map(|element| element.id()).collect();
    let scrolled: Vec<(String, i32, i32)> = all(root, "[id]")
        .into_iter()
        .map(|element| (element.id(), element.scroll_left(), element.scroll_top()))
        .filter(|(_, left, top)| (*left, *top) != (0, 0))
        .collect();
    root.set_inner_html(html);
    for (id, left, top) in scrolled {
        if let Some(element) = document.get_element_by_id(&id) {
            element.set_scroll_left(left);
            element.set_scroll_top(top);
        }
    }
    for id in opened {
        if let Some(element) = document.get_element_by_id(&id) {
            set(&element, "open", "");
        }
    }
    if let Some(id) = focused {
        super::page::focus(&id);
        if let Some((own, caret)) = input(&id).zip(caret) {
            // An input without a caret refuses one.
            let _ = own.set_selection_range(caret, caret);
        }
    }
}

/// The key and value of an input that was changed: its `data-key`, and its value or, for a box that is
/// not ticked, nothing.
pub fn input(event: &web_sys::Event) -> Option<(String, String)> {
    let element = around(event, "[data-key]")?;
    let key = element.get_attribute("data-key")?;
    if let Some(select) = element.dyn_ref::<web_sys::HtmlSelectElement>() {
        return Some((key, select.value()));
    }
    let input = element.dyn_ref::<web_sys::HtmlInputElement>()?;
    let off = input.type_() == "checkbox" && !input.checked();
    Some((key, if off { String::new() } else { input.value() }))
}

/// Whether a key pressed belongs to a text that is being written, or to a list that is chosen from.
pub fn is_writing(event: &web_sys::Event) -> bool {
    around(event, "select, textarea, input:not([type=checkbox]):not([type=range])").is_some()
}

/// Whether an event comes from an input that changes with each letter or each move.
pub fn is_text(event: &web_sys::Event) -> bool {
    around(event, "input[type=search], input[type=text], input[type=range]").is_some()
}

/// Whether a dialog stands before the page, whose keys are its own then.
pub fn is_behind_dialog() -> bool {
    !super::page::all("dialog:modal").is_empty()
}

/// Presses the link or button that a key is a short cut to, by its `aria-keyshortcuts`; true where there is
/// one. A key that is typed into a field, or comes with Ctrl and the like, is not for that.
pub fn shortcut(event: &web_sys::KeyboardEvent) -> bool {
    // Ours are signs; the whole page is not searched for each arrow.
    if event.ctrl_key() || event.meta_key() || event.key().len() > 1 {
        return false;
    }
    let key = Some(event.key());
    let own = |element: &Element| element.get_attribute("aria-keyshortcuts") == key;
    let found = super::page::all("[aria-keyshortcuts]").into_iter().find(own);
    let found = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    found.map(|element| element.click()).is_some()
}

/// Moves the focus among the `data-spot` elements of the `data-rove` part around an event's target: an
/// arrow to the nearest one in its direction, Home and End to the first and the last. One of them has a
/// place in the tab order, the one that was last in focus. True where the key was for that.
pub fn rove(event: &web_sys::KeyboardEvent) -> bool {
    let Some(part) = around(event, "[data-rove]") else {
        return false;
    };
    let Some(from) = around(event, "[data-spot]") else { return false };
    let spots = all(&part, "[data-spot]");
    let middle = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        (rect.x() + rect.width() / 2.0, rect.y() + rect.height() / 2.0)
    };
    let (x, y) = middle(&from);
    // How far along the arrow, and how far beside it.
    let towards: fn(f64, f64) -> (f64, f64) = match event.key().as_str() {
        "ArrowRight" => |dx, dy| (dx, dy),
        "ArrowLeft" => |dx, dy| (-dx, dy),
        "ArrowDown" => |dx, dy| (dy, dx),
        "ArrowUp" => |dx, dy| (-dy, dx),
        "Home" => return spots.first().is_some_and(|first| go(&from, first)),
        "End" => return spots.last().is_some_and(|last| go(&from, last)),
        _ => return false,
    };
    let mut nearest: Option<(f64, &Element)> = None;
    for spot in spots.iter().filter(|spot| **spot != from) {
        let (to_x, to_y) = middle(spot);
        let (along, beside) = towards(to_x - x, to_y - y);
        let far = along + 4.0 * beside.abs();
        if along > 1.0 && nearest.is_none_or(|(least, _)| far < least) {
            nearest = Some((far, spot));
        }
    }
    nearest.is_some_and(|(_, spot)| go(&from, spot))
}

fn go(from: &Element, to: &Element) -> bool {
    set(from, "tabindex", "-1");
    set(to, "tabindex", "0");
    super::page::focus_element(to);
    true
}
