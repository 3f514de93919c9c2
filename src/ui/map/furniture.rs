//! What stands on the map and is not of it: relief, scale bar, buttons, badges at the edge.

use leptos::prelude::*;

use super::gesture::Hand;
use crate::geo::measure::scale_bar;
use crate::geo::{Camera, Size};
use crate::scene::map::{MapScene, badge_spots};
use crate::ui::Reach;
use crate::view::{Action, Selection};

/// How far from the edge a badge's arrow stands, px.
pub(super) const BADGE_INSET: f64 = 18.0;

/// The relief, fetched once the first picture stands.
#[component]
pub(super) fn Hillshade(quantum_km: f64) -> impl IntoView {
    let wanted = RwSignal::new(false);
    Effect::new(move |_| request_animation_frame(move || request_animation_frame(move || wanted.set(true))));
    let [west, north, east, south] = crate::scene::map::HILLSHADE_KM.map(|km| km / quantum_km);
    view! {
        <image class="hillshade" href=move || wanted.get().then_some(crate::scene::map::HILLSHADE_FILE)
            x=west y=north width=east - west height=south - north preserveAspectRatio="none" />
    }
}

/// A round number of km.
#[component]
pub(super) fn ScaleBar(camera: Memo<Camera>) -> impl IntoView {
    let bar = Memo::new(move |_| scale_bar(camera.get().scale, 130.0));
    view! {
        <div class="scale-bar" aria-hidden="true">
            {move || bar.get().map(|bar| view! {
                <span style:width=format!("{:.1}px", bar.px)></span>
                <p>{format!("{} km", bar.km)}</p>
            })}
        </div>
    }
}

/// Closer, farther, all.
#[component]
pub(super) fn Buttons(hand: Hand) -> impl IntoView {
    view! {
        <div class="map-buttons">
            <button type="button" aria-label="Zoom in" on:click=move |_| hand.step(1.6)>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2v12M2 8h12" /></svg>
            </button>
            <button type="button" aria-label="Zoom out" on:click=move |_| hand.step(1.0 / 1.6)>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8h12" /></svg>
            </button>
            <button type="button" aria-label="Show all" on:click=move |_| hand.whole()>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" />
                </svg>
            </button>
        </div>
    }
}

/// Capitals of powers that lie outside the view: an arrow, a name, the distance.
#[component]
pub(super) fn Badges(
    reach: Reach,
    scene: Memo<MapScene>,
    camera: Memo<Camera>,
    size: RwSignal<Size>,
) -> impl IntoView {
    let spots = Memo::new(move |_| {
        scene.with(|scene| badge_spots(&scene.badges, camera.get(), size.get(), BADGE_INSET))
    });
    let badges = scene.with_untracked(|scene| scene.badges.clone());
    let drawn = badges.into_iter().enumerate().map(move |(index, badge)| {
        let spot = move || spots.with(|spots| spots.get(index).copied().flatten());
        let power = reach.atlas.actor(badge.power);
        let distance = badge.distance_km.map(|km| {
            let km = crate::scene::words::figure(f64::from(km));
            if power.slug == "RU" || km.len() < 4 { format!("{km} km") } else { format!("{km} km from Astana") }
        });
        let on_right = move || spot().is_some_and(|spot| spot.at.x > size.get().width / 2.0);
        let text_x = move || if on_right() { "-16" } else { "14" };
        let anchor = move || if on_right() { "end" } else { "start" };
        view! {
            <g class=format!("badge power-{}", power.slug.to_lowercase()) role="button" tabindex="0"
                aria-label=format!("{}, capital of {}, outside the view", badge.name, power.name)
                style:display=move || spot().is_none().then_some("none")
                transform=move || spot().map(|spot| format!("translate({:.1} {:.1})", spot.at.x, spot.at.y))
                on:click=move |_| reach.act(Action::Select(Selection::Entity(badge.power)))
                on:keydown=move |event| if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    reach.act(Action::Select(Selection::Entity(badge.power)));
                }
            >
                <path class="arrow" d="M0-8L4.5 1H1.4V8H-1.4V1H-4.5Z"
                    transform=move || spot().map(|spot| format!("rotate({:.0})", spot.bearing)) />
                <text class="label" x=text_x y="2" text-anchor=anchor>{badge.name}</text>
                <text class="label small" x=text_x y="14" text-anchor=anchor>{distance}</text>
            </g>
        }
    });
    drawn.collect_view()
}
