//! The map panel: the plate, the marks upon it, and the hand that moves them.

mod gesture;
mod layers;
mod sheets;
mod tip;

use leptos::ev;
use leptos::prelude::*;

use self::gesture::Hand;
use self::layers::Shown;
use super::{
    Memo, Reach, Root, State, attribute, dress, effect, host, listen, on, standing_for, wiring,
    write,
};
use crate::geo::{Camera, ScreenPoint, Size};
use crate::markup::{legend, map as drawing, plate as ground, written};
use crate::query::Filter;
use crate::scene::map::{
    Draft, HILLSHADE_FILE, Layout, MapScene, Part, badge_boxes, badge_spots, moored,
};
use crate::shell::{page, size, stage};
use crate::view::room::{self, BADGE_INSET};
use crate::view::{Action, Selection, Sheet};

/// The map and its legend.
#[component]
pub(super) fn MapPanel(
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
    let size = State::new(Size::new(820.0, 600.0));
    let sheet = Memo::new(move || reach.view.with(|view| view.sheet));
    let frame = Memo::new(move || room::frame(sheet.get(), size.get()));
    let resting = Memo::new(move || reach.view.with(|view| room::camera(view, size.get())));
    // Without the close-up's own file the base map stands: it may be late, or not come at all.
    let plate = Memo::new(move || match reach.plate(Part::Valley) {
        Some(_) => room::plate(sheet.get(), resting.get(), size.get()),
        None => sheet.get(),
    });
    let hand = Hand::new(reach, size, frame, resting);
    let camera = hand.camera;
    let scene = wiring::scene(atlas, filter);
    // What the key leaves is the map's room: it is written before that is measured.
    show_legend(reach, root, scene);
    let resize = move |new| {
        if size.get_untracked() != new {
            size.set(new);
        }
    };
    effect(move || {
        let Some(element) = root.get() else { return };
        for panel in stage::all(&element, ".map") {
            let rect = panel.get_bounding_client_rect();
            resize(Size::new(rect.width(), rect.height()));
            // On the panel itself: Chromium sends no wheel to a listener whose element has no box.
            listen(panel.clone().into(), on(ev::wheel, move |event| hand.wheel(event)));
            size::observe(&panel, resize);
        }
        stage::fetch_relief(element, HILLSHADE_FILE);
    });
    effect(move || {
        if !wanted.get() {
            hand.leave();
        }
    });

    let drawn = drawn(camera, resting);
    effect(move || {
        let Some(root) = root.get() else { return };
        let (drawn, camera, size) = (drawn.get(), camera.get(), size.get());
        for moved in stage::all(&root, ".moved") {
            stage::set_property(&moved, "transform", &ground::moved_transform(drawn, camera, size));
        }
    });

    let shown = Shown::new(wiring::layered(reach.view, filter));
    // What stands the same at any date is not placed anew for each.
    let lasting = Memo::new(move || {
        let of = |scene: &MapScene| (scene.berths.clone(), scene.towns.clone());
        let (berths, towns) = scene.with(of);
        MapScene { berths, towns, ..MapScene::default() }
    });
    let stands = Memo::new(move || lasting.with(|scene| moored(scene, resting.get(), size.get())));
    // Labels are placed anew when the map rests, not while it moves.
    let marks = Memo::new(move || {
        let (camera, size) = (resting.get(), size.get());
        shown.marks(reach, size, sheet.get()).unwrap_or_else(|| {
            scene.with(|scene| {
                let own =
                    |stands: &Vec<_>| lay_out(reach, scene, stands, camera, size, plate.get());
                let layout = stands.with(own);
                written(|m| drawing::marks(m, atlas, scene, &layout))
            })
        })
    });
    write(
        root,
        ".badges",
        Memo::new(move || {
            scene.with(|scene| {
                let (size, badges) = (size.get(), &scene.badges);
                let spots = {
                    let taken = room::corners(size, plate.get(), drawn.get());
                    badge_spots(badges, drawn.get(), size, BADGE_INSET, &taken)
                };
                written(|m| drawing::badges(m, atlas, badges, &spots, size.width))
            })
        }),
    );
    attribute(
        root,
        ".plate .world",
        "transform",
        Memo::new(move || ground::world_transform(drawn.get(), size.get())),
    );
    write(
        root,
        ".scale-bar",
        Memo::new(move || written(|m| ground::scale(m, atlas.words(), drawn.get().scale))),
    );
    attribute(
        root,
        ".map",
        "data-level",
        Memo::new(move || room::level(room::closeness(resting.get(), size.get())).to_owned()),
    );
    attribute(
        root,
        ".map",
        "data-whole",
        Memo::new(move || (resting.get() == frame.get()).to_string()),
    );
    let visible = Memo::new(move || resting.get().visible(size.get()));
    let written_land = sheets::show(reach, root, size, sheet, plate, visible);
    shown.show(reach, root, resting);
    let written_marks = show_marks(root, marks, drawn, size);
    show_selection(reach, root, [written_marks, written_land], selection);

    let press = on(ev::click, move |event| {
        // A click by keyboard has no press before it, and after a drag by touch comes no click at all.
        if event.detail() != 0 && hand.was_drag() {
            return;
        }
        match stage::pressed(event, "data-do").as_deref() {
            Some("in") => hand.step(1.6),
            Some("out") => hand.step(1.0 / 1.6),
            Some("all") => hand.whole(),
            Some("insets") => sheets::toggle(root),
            Some("fit") => fit(reach, hand),
            Some("table") => shown.turn_table(),
            Some("pin") => tip::pin(root),
            _ if spread(reach, hand, shown, event) => {}
            _ if sheets::press(hand, root, event) => {}
            _ if stage::pressed(event, "href").is_some() => reach.follow(event),
            _ => open(reach, event),
        }
    });
    let key = on(ev::keydown, move |event| {
        let on_mark = stage::pressed(event, "tabindex")
            .is_some_and(|_| stage::pressed(event, "role").as_deref() == Some("button"));
        if on_mark && stage::is_activation(event) {
            event.prevent_default();
            if !spread(reach, hand, shown, event) {
                open(reach, event);
            }
            return;
        }
        // Letters belong to a field that takes them.
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key())
            && stage::around(event, "select, input").is_none();
        match stage::key(event).as_str() {
            "f" if plain => fit(reach, hand),
            "t" if plain => shown.turn_table(),
            "p" if plain => tip::pin(root),
            "Escape" if shown.is_table() => shown.turn_table(),
            "Escape" => {
                tip::hide(root);
                sheets::close(root);
            }
            _ => hand.key(event),
        }
    });
    host(
        root,
        "host",
        written(|m| ground::panel(m, atlas)),
        [
            on(ev::pointerdown, move |event| hand.press(event)),
            on(ev::pointermove, move |event| hand.drag(event)),
            on(ev::pointerup, move |event| hand.release(event)),
            on(ev::pointercancel, move |event| hand.release(event)),
            press,
            on(ev::change, move |event| shown.choose(reach, root, event)),
            key,
            on(ev::pointerover, move |event| rest_on(reach, root, Some(event))),
            on(ev::pointerout, move |_| rest_on(reach, root, None)),
            on(ev::focusin, move |event| rest_on(reach, root, Some(event))),
            on(ev::focusout, move |_| rest_on(reach, root, None)),
        ],
    )
}

/// The pointer or the focus rests on a part of the map, or leaves it.
fn rest_on(reach: Reach, root: Root, event: Option<&web_sys::Event>) {
    reach.hint_at(event);
    sheets::tell(root, event);
    tip::tell(root, event);
}

/// Shows all of what is selected.
fn fit(reach: Reach, hand: Hand) {
    let extent = reach.view.with_untracked(|view| reach.part("extent", view));
    extent.as_deref().and_then(sheets::bounds).into_iter().for_each(|bounds| hand.visit(bounds));
}

/// Takes apart what stands for several marks: crowded ones spread, scattered ones are gone nearer
/// to. False for a press on anything else.
fn spread(reach: Reach, hand: Hand, shown: Shown, event: &web_sys::Event) -> bool {
    if let Some(bounds) = stage::pressed(event, "data-fit").as_deref().and_then(sheets::bounds) {
        hand.visit(bounds);
        return true;
    }
    let Some(slug) = stage::pressed(event, "data-spread") else { return false };
    if let Some(Selection::Place(place)) = reach.selection("place", &slug) {
        shown.passing.update(|passing| passing.apart = Some(place));
    }
    true
}

/// Opens the mark, the badge or the switch of the key that was pressed.
fn open(reach: Reach, event: &web_sys::Event) {
    let named = |attribute, key| reach.selection(key, &stage::pressed(event, attribute)?);
    let marked = || named("data-mark", "place").or_else(|| named("data-entity", "entity"));
    if let Some(selection) = layers::opened(reach, event).or_else(marked) {
        reach.act(Action::Select(selection));
    } else if let Some(power) =
        stage::pressed(event, "data-power").and_then(|slug| reach.power(&slug))
    {
        reach.act(Action::Toggle(power));
    }
}

/// The camera that the map is drawn for. While a hand moves it, what is drawn moves as one sheet, which costs no
/// style and no layout; it is drawn anew at rest, and where lines and letters have grown to twice their size or shrunk to half.
fn drawn(camera: Memo<Camera>, resting: Memo<Camera>) -> Memo<Camera> {
    Memo::folding(move |before: Option<&Camera>| {
        let (camera, resting) = (camera.get(), resting.get());
        let serves = |before: &&Camera| (0.5..2.0).contains(&(camera.scale / before.scale));
        match before.filter(serves) {
            Some(before) if camera != resting => *before,
            _ => camera,
        }
    })
}

/// Keeps the marks written, and put where the camera shows their places; both in one step, so that no frame has
/// marks without a place. What comes back is how often they were
/// written.
fn show_marks(
    root: Root,
    marks: Memo<String>,
    camera: Memo<Camera>,
    size: State<Size>,
) -> State<u32> {
    let written = State::new(0);
    let mut held: Option<String> = None;
    let mut placed_for = None;
    effect(move || {
        let Some(root) = root.get() else { return };
        let now = (camera.get(), size.get());
        let is_new = marks.with(|marks| held.as_ref() != Some(marks));
        if is_new {
            let html = marks.get();
            stage::write_marks(&root, ".marks", held.as_deref(), &html);
            held = Some(html);
        }
        let moved = placed_for != Some(now);
        stage::place(&root, moved, &|at| now.0.screen_from_map(at, now.1));
        if placed_for.is_none() {
            page::mark("map-ready");
        }
        placed_for = Some(now);
        if is_new {
            written.update(|times| *times += 1);
        }
    });
    written
}

/// The key; its powers are switches that filter.
fn show_legend(reach: Reach, root: Root, scene: Memo<MapScene>) {
    let content = Memo::new(move || {
        scene.with(|scene| {
            written(|m| {
                legend::powers(m, reach.atlas, scene);
                legend::kinds(m, reach.atlas.words(), scene);
            })
        })
    });
    let written = write(root, ".legend", content);
    dress(root, written, move |root| {
        for button in stage::all(root, "[data-power]") {
            let slug = button.get_attribute("data-power").unwrap_or_default();
            let chosen = reach
                .power(&slug)
                .is_some_and(|power| reach.view.with(|view| view.filter.has(power)));
            stage::set(&button, "aria-pressed", if chosen { "true" } else { "false" });
        }
    });
}

/// What a selection or a hint can light.
const LIT: &str = ":is([data-mark],[data-entity],.plate .land)";

/// Selection and hint are classes of the marks and of the land, set after either was written.
fn show_selection(
    reach: Reach,
    root: Root,
    [marks, land]: [State<u32>; 2],
    selection: Memo<Option<Selection>>,
) {
    let atlas = reach.atlas;
    dress(root, marks, move |root| {
        land.track();
        let place = |place| format!("[data-mark=\"{}\"]", atlas.place(place).slug);
        let chosen = match selection.get() {
            Some(Selection::Place(own)) => place(own),
            Some(Selection::Claim(id)) => {
                atlas.claim(id).places.iter().copied().map(place).collect::<Vec<_>>().join(",")
            }
            Some(Selection::Dyad(pair, _)) => standing_for(atlas, pair.state, Some(pair.power)),
            Some(Selection::Entity(id)) => {
                let slug = atlas.actor(id).slug;
                format!("[data-entity=\"{slug}\"],.land.{}", slug.to_ascii_lowercase())
            }
            _ => String::new(),
        };
        stage::mark(root, LIT, "selected", &chosen);
    });
    dress(root, marks, move |root| {
        land.track();
        stage::mark(root, LIT, "hinted", &reach.hinted());
    });
}

/// Labels keep clear of what stands in the corners and of the badges.
fn lay_out(
    reach: Reach,
    scene: &MapScene,
    stands: &[ScreenPoint],
    camera: Camera,
    size: Size,
    plate: Sheet,
) -> Layout {
    let mut taken = room::corners(size, plate, camera);
    let badges = badge_spots(&scene.badges, camera, size, BADGE_INSET, &taken);
    taken.extend(badge_boxes(&badges, size.width));
    taken.extend(room::muted(plate, camera, size));
    let zoom = room::closeness(camera, size);
    Draft::new(scene, stands, camera, size, zoom, &taken, &[]).named().finish(reach.atlas)
}
