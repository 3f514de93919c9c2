//! The map panel: the plate, the marks upon it, and the hand that moves them.

mod furniture;
mod gesture;
mod legend;
mod marks;
mod symbol;

use leptos::prelude::*;

use self::furniture::{Badges, Buttons, ScaleBar};
use self::gesture::Hand;
use self::legend::Legend;
use self::marks::{AreaNames, Sites, Towns};
use super::Reach;
use crate::geo::camera::Zoom;
use crate::geo::{Albers, Camera, Rect, ScreenPoint, Size};
use crate::query::Filter;
use crate::scene::map::{FRAME, Layout, MapScene, Plate, badge_spots, layout, map};
use crate::shell::{page, size};
use crate::view::Selection;

/// Room round the frame, px.
const PADDING: f64 = 4.0;

/// The map and its legend.
#[component]
pub(super) fn MapPanel(
    /// Atlas, view and actions.
    reach: Reach,
    /// The base map.
    plate: &'static Plate,
    /// What is kept.
    filter: Memo<Filter>,
    /// What is selected.
    selection: Memo<Option<Selection>>,
) -> impl IntoView {
    let atlas = reach.atlas;
    let size = RwSignal::new(Size::new(820.0, 600.0));
    let measured = NodeRef::<leptos::html::Div>::new();
    measured.on_load(move |element| {
        let rect = element.get_bounding_client_rect();
        size.set(Size::new(rect.width(), rect.height()));
        size::observe(&element, move |new| size.set(new));
    });

    let frame = Memo::new(move |_| Camera::fit(FRAME, size.get(), PADDING));
    let spot = Memo::new(move |_| reach.view.with(|view| view.spot));
    let resting = Memo::new(move |_| {
        let frame = frame.get();
        let camera = spot.get().and_then(|spot| spot.camera(frame.scale, &Albers::central_asia()));
        camera.unwrap_or(frame)
    });
    let hand = Hand::new(reach, size, frame, resting);
    let camera = hand.camera;

    let scene = Memo::new(move |_| filter.with(|filter| map(atlas, filter)));
    // Labels are placed anew when the map rests, not while it moves.
    let layout = Memo::new(move |_| lay_out(reach, &scene.read(), resting.get(), size.get(), frame.get()));
    let world = move || {
        let [scale, x, y] = camera.get().transform(size.get());
        format!("translate({x:.2} {y:.2}) scale({:.6})", scale * plate.quantum_km)
    };
    Effect::new(move |done: Option<()>| {
        if done.is_none() {
            page::mark("map-ready");
        }
    });

    view! {
        <section class="map-panel" aria-label="Map">
            <div class="map" node_ref=measured role="group"
                aria-label="Map of Central Asia. Arrow keys move, plus and minus zoom, 0 shows all."
                tabindex="0"
                on:pointerdown=move |event| hand.press(&event)
                on:pointermove=move |event| hand.drag(&event)
                on:pointerup=move |event| hand.release(&event)
                on:pointercancel=move |event| hand.release(&event)
                on:wheel=move |event| hand.wheel(&event)
                on:dblclick=move |event| hand.double(&event)
                on:keydown=move |event| hand.key(&event)
            >
                <svg class="plate" aria-hidden="true" width="100%" height="100%">
                    <g class="world" transform=world><PlateDrawing plate /></g>
                </svg>
                <svg class="overlay" width="100%" height="100%">
                    <AreaNames layout camera size />
                    <Towns scene layout camera size />
                    <Sites reach scene layout camera size selection />
                    <Badges reach scene camera size />
                </svg>
                <ScaleBar camera />
                <Buttons hand />
                <p class="caption">"Disputed borders dashed; no endorsement"</p>
            </div>
            <Legend reach scene />
        </section>
    }
}

/// Labels keep clear of the buttons, the scale bar, the caption and the badges.
fn lay_out(reach: Reach, scene: &MapScene, camera: Camera, size: Size, frame: Camera) -> Layout {
    let mut obstacles = vec![
        Rect::new(0.0, size.height / 2.0 - 60.0, 48.0, 120.0),
        Rect::new(0.0, size.height - 34.0, 190.0, 34.0),
        Rect::new(size.width - 230.0, size.height - 24.0, 230.0, 24.0),
    ];
    let badges = badge_spots(&scene.badges, camera, size, furniture::BADGE_INSET);
    obstacles.extend(badges.into_iter().flatten().map(|spot| badge_box(spot.at, size)));
    let zoom = Zoom::of_scale(camera.scale, frame.scale).map_or(0.0, Zoom::doublings);
    layout(reach.atlas, scene, camera, size, zoom, &obstacles)
}

fn badge_box(at: ScreenPoint, size: Size) -> Rect {
    let left = if at.x > size.width / 2.0 { at.x - 130.0 } else { at.x - 10.0 };
    Rect::new(left, at.y - 16.0, 140.0, 36.0)
}

/// The plate never changes: it is set once.
#[component]
fn PlateDrawing(plate: &'static Plate) -> impl IntoView {
    use crate::dataset::shapes::Layer;
    let paths = |wanted: fn(Layer) -> bool| {
        plate
            .paths
            .iter()
            .filter(|path| wanted(path.layer))
            .map(|path| view! { <path class=path.class.clone() d=path.d.as_str() /> })
            .collect_view()
    };
    view! {
        {paths(|layer| layer == Layer::Countries)}
        <path class="graticule" d=plate.graticule.as_str() />
        <furniture::Hillshade quantum_km=plate.quantum_km />
        {paths(|layer| layer != Layer::Countries)}
    }
}
