//! The sheets of the map, the parts that each is drawn from, and what is said of its borders.

use super::gesture::Hand;
use crate::atlas::Atlas;
use crate::geo::{Bounds, MapPoint, Size};
use crate::markup::{Markup, plate as drawing, view_box, written};
use crate::scene::map::{Part, Plate, capitals};
use crate::shell::stage;
use crate::ui::{Memo, Reach, Root, State, attribute, effect, write};
use crate::view::{Sheet, ViewState, link, room};

/// Writes a part of the map as SVG.
type Draw = fn(&mut Markup, &Atlas, &Plate);

/// Keeps the plate drawn, and the links to the sheets whole. What comes back is how often the land was written.
pub(super) fn show(
    reach: Reach,
    root: Root,
    size: State<Size>,
    sheet: Memo<Sheet>,
    plate: Memo<Sheet>,
    visible: Memo<Bounds>,
) -> State<u32> {
    let [land, lines] = reach.base;
    // What stands there until the part has come, and how it is drawn then.
    let parts: [(&str, &'static str, Part, Draw); 6] = [
        (".far", "", Part::Far, drawing::far),
        (".ground", land, Part::Base, drawing::ground),
        (".lines", lines, Part::Base, drawing::lines),
        (".aral-shore", "", Part::Aral, drawing::lines),
        (".valley-ground", "", Part::Valley, drawing::ground),
        (".valley-lines", "", Part::Valley, drawing::lines),
    ];
    let [_, land, ..] = parts.map(|(place, before, part, draw)| {
        let drawn = move || reach.plate(part).map(|plate| written(|m| draw(m, reach.atlas, plate)));
        write(root, place, Memo::new(move || drawn().unwrap_or_else(|| before.to_owned())))
    });
    let base = move || if reach.plate(Part::Base).is_some() { "fine" } else { "coarse" };
    attribute(root, ".map", "data-base", Memo::new(move || base().to_owned()));
    let disputes = move || {
        let plates = [Part::Base, Part::Far].into_iter().filter_map(|part| reach.plate(part));
        written(|m| drawing::disputes(m, reach.atlas.words(), plates))
    };
    write(root, "ul.disputes", Memo::new(disputes));
    let room = Memo::new(move || room::inset(size.get().width));
    let inset = move || {
        let (plate, room) = (reach.plate(Part::Valley)?, room.get());
        Some(written(|m| drawing::valley(m, reach.atlas, plate, room)))
    };
    let view_box = move || view_box(room.get());
    attribute(root, ".inset svg", "viewBox", Memo::new(view_box));
    write(root, ".inset svg", Memo::new(move || inset().unwrap_or_default()));
    let capitals = capitals(reach.atlas);
    let globe = move || {
        let plate = reach.plate(Part::Globe)?;
        Some(written(|m| drawing::globe(m, reach.atlas, plate, &capitals, visible.get())))
    };
    write(root, ".globe svg", Memo::new(move || globe().unwrap_or_default()));
    attribute(root, ".map", "data-plate", Memo::new(move || plate.get().slug().to_owned()));
    write(
        root,
        ".credit",
        Memo::new(move || drawing::credit(reach.atlas.words(), plate.get()).to_owned()),
    );
    effect(move || {
        let Some(root) = root.get() else { return };
        for anchor in stage::all(&root, "[data-sheet]") {
            let slug = anchor.get_attribute("data-sheet").unwrap_or_default();
            let Some(own) = Sheet::read(&slug) else { continue };
            let there =
                reach.rested.with(|view| ViewState { sheet: own, spot: None, ..view.clone() });
            stage::set(&anchor, "href", &format!("?{}", link::write(&there, reach.atlas)));
            stage::set_or_clear(&anchor, "aria-current", (own == sheet.get()).then_some("true"));
        }
    });
    land
}

/// Follows a press on a link to a sheet, on a disputed line or on its reason; false for a press on
/// anything else.
pub(super) fn press(hand: Hand, root: Root, event: &web_sys::MouseEvent) -> bool {
    if let Some(sheet) = stage::pressed(event, "data-sheet").and_then(|slug| Sheet::read(&slug)) {
        if !stage::wants_new_tab(event) {
            event.prevent_default();
            hand.lay_out(sheet);
        }
        return true;
    }
    let Some(border) = stage::pressed(event, "data-border") else { return false };
    match stage::pressed(event, "data-bounds").as_deref().and_then(bounds) {
        Some(bounds) => hand.visit(bounds),
        // The line itself: its reason is opened and has the focus.
        None => {
            if let Some(root) = root.get() {
                stage::all(&root, ".about").iter().for_each(|about| stage::set(about, "open", ""));
                stage::focus(&root, &format!("button[data-border=\"{border}\"]"));
            }
        }
    }
    true
}

/// Four whole numbers: west, north, east, south.
pub(super) fn bounds(text: &str) -> Option<Bounds> {
    let mut km = text.split(' ').map(|km| km.parse::<i32>().ok().map(f64::from));
    let mut point = || Some(MapPoint::new(km.next()??, km.next()??));
    Some(Bounds { min: point()?, max: point()? })
}

/// Closes what is said of the borders.
pub(super) fn close(root: Root) {
    if let Some(root) = root.get_untracked() {
        stage::all(&root, ".about")
            .iter()
            .for_each(|about| stage::set_or_clear(about, "open", None));
    }
}

/// Shows the insets of a narrow panel, or puts them away.
pub(super) fn toggle(root: Root) {
    let Some(root) = root.get_untracked() else { return };
    for button in stage::all(&root, "[data-do=insets]") {
        let open = button.get_attribute("aria-expanded").as_deref() == Some("true");
        stage::set(&button, "aria-expanded", if open { "false" } else { "true" });
    }
}

/// Marks the disputed line that the pointer or the focus rests on, or whose reason it rests on.
pub(super) fn tell(root: Root, event: Option<&web_sys::Event>) {
    let border = event.and_then(|event| stage::pressed(event, "data-border"));
    let own = border.map(|key| format!("[data-border=\"{key}\"]")).unwrap_or_default();
    if let Some(root) = root.get_untracked() {
        stage::mark(&root, "[data-border]", "told", &own);
    }
}
