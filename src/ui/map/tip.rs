//! The tooltip: what is said of the mark that the pointer or the focus rests on. It can be pinned,
//! pointed at and put away.

use web_sys::{DomRect, Element};

use crate::markup::px;
use crate::shell::stage;
use crate::ui::Root;

/// What can be told of.
const TOLD: &str = ".overlay [role=button][aria-label]";

/// Tells of the mark under an event; without one the tooltip goes, unless it is pinned.
pub(super) fn tell(root: Root, event: Option<&web_sys::Event>) {
    let Some((map, tip)) = parts(root) else { return };
    if is_pinned(&tip) {
        return;
    }
    // The pointer on its way to the pin.
    if event.is_some_and(|event| stage::around(event, ".tip").is_some()) {
        return stage::set(&tip, "class", "tip");
    }
    let Some(mark) = event.and_then(|event| stage::around(event, TOLD)) else {
        return stage::set(&tip, "class", "tip going");
    };
    for said in stage::all(&tip, "p") {
        said.set_text_content(mark.get_attribute("aria-label").as_deref());
    }
    let sign = stage::all(&mark, ".halo, text").into_iter().next().unwrap_or(mark);
    stand(&tip, &map.get_bounding_client_rect(), &sign.get_bounding_client_rect());
    stage::set(&tip, "class", "tip");
    stage::set_or_clear(&tip, "hidden", None);
}

/// Above the mark where there is room, else below it; on the side that has more room.
fn stand(tip: &Element, map: &DomRect, mark: &DomRect) {
    let (x, y) = (mark.left() - map.left() + mark.width() / 2.0, mark.top() - map.top());
    let left = x < map.width() / 2.0;
    let across = if left { x } else { map.width() - x } - 12.0;
    let above = y > 90.0;
    let along = if above { map.height() - y } else { y + mark.height() } + 6.0;
    let across = px(across.max(4.0)) + "px";
    let along = px(along) + "px";
    let side = |on: bool, px: &str| if on { px.to_owned() } else { "auto".to_owned() };
    for (name, value) in [
        ("left", side(left, &across)),
        ("right", side(!left, &across)),
        ("bottom", side(above, &along)),
        ("top", side(!above, &along)),
    ] {
        stage::set_property(tip, name, &value);
    }
}

/// Pins the tooltip, or lets it go.
pub(super) fn pin(root: Root) {
    let Some((_, tip)) = parts(root) else { return };
    if tip.has_attribute("hidden") {
        return;
    }
    let pinned = !is_pinned(&tip);
    for button in stage::all(&tip, "button") {
        stage::set(&button, "aria-pressed", if pinned { "true" } else { "false" });
    }
    if !pinned {
        hide(root);
    }
}

/// Puts it away, pinned or not.
pub(super) fn hide(root: Root) {
    let Some((_, tip)) = parts(root) else { return };
    for button in stage::all(&tip, "button") {
        stage::set(&button, "aria-pressed", "false");
    }
    stage::set(&tip, "hidden", "");
}

fn is_pinned(tip: &Element) -> bool {
    !stage::all(tip, "[aria-pressed=true]").is_empty()
}

fn parts(root: Root) -> Option<(Element, Element)> {
    let root = root.get_untracked()?;
    let part = |selector| stage::all(&root, selector).into_iter().next();
    Some((part(".map")?, part(".tip")?))
}
