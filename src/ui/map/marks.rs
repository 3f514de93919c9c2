//! Marks that keep their size: sites, towns, names. Each stands in a group at its true place.

use leptos::prelude::*;

use super::Reach;
use super::symbol::Symbol;
use crate::atlas::Dyad;
use crate::atlas::term::PlaceKind;
use crate::geo::{Camera, MapPoint, Size};
use crate::scene::map::{AreaStyle, Label, Layout, MapScene, NameSpot, Site, SiteSpot, Town};
use crate::ui::Hint;
use crate::view::{Action, Selection};

/// Keeps what is in it at a place of the map while the camera moves.
#[component]
fn Anchored(camera: Memo<Camera>, size: RwSignal<Size>, at: MapPoint, children: Children) -> impl IntoView {
    let transform = move || {
        let point = camera.get().screen_from_map(at, size.get());
        format!("translate({:.1} {:.1})", point.x, point.y)
    };
    view! { <g transform=transform>{children()}</g> }
}

/// Names of states, regions and waters.
#[component]
pub(super) fn AreaNames(layout: Memo<Layout>, camera: Memo<Camera>, size: RwSignal<Size>) -> impl IntoView {
    let names = move || layout.with(|layout| layout.names.clone());
    let key = |spot: &NameSpot| (spot.name.text, (spot.size * 10.0) as i32);
    view! {
        <g class="area-names" aria-hidden="true">
            <For each=names key let(spot)>
                <Anchored camera size at=spot.at><AreaNameText spot /></Anchored>
            </For>
        </g>
    }
}

#[component]
fn AreaNameText(spot: NameSpot) -> impl IntoView {
    let (class, text) = match spot.name.style {
        AreaStyle::State => ("area-name own", spot.name.text.to_uppercase()),
        AreaStyle::Neighbour => ("area-name", spot.name.text.to_uppercase()),
        AreaStyle::Water => ("area-name water", spot.name.text.to_owned()),
    };
    view! {
        <text class=class text-anchor="middle" dy="0.35em"
            font-size=format!("{:.1}", spot.size)
            letter-spacing=format!("{:.2}", spot.name.tracking * spot.size)
            transform=format!("rotate({})", spot.name.turn)>{text}</text>
    }
}

/// Capitals and towns.
#[component]
pub(super) fn Towns(
    scene: Memo<MapScene>,
    layout: Memo<Layout>,
    camera: Memo<Camera>,
    size: RwSignal<Size>,
) -> impl IntoView {
    let towns = move || {
        layout.with(|layout| {
            let town = |index: usize| scene.with(|scene| scene.towns.get(index).cloned());
            let spots = layout.towns.iter();
            spots.filter_map(|spot| Some((town(spot.index)?, spot.label.clone()))).collect::<Vec<_>>()
        })
    };
    view! {
        <g class="towns" aria-hidden="true">
            <For each=towns key=|(town, label)| (town.place, label_key(label.as_ref())) let((town, label))>
                <Anchored camera size at=town.at><TownMark town label /></Anchored>
            </For>
        </g>
    }
}

/// A label's place in whole px: what stays the same is not drawn again.
fn label_key(label: Option<&Label>) -> Option<(i32, i32, &'static str)> {
    label.map(|label| (label.at.0.round() as i32, label.at.1.round() as i32, label.anchor))
}

#[component]
fn TownMark(town: Town, label: Option<Label>) -> impl IntoView {
    let capital = town.kind == PlaceKind::Capital;
    let ring = if capital {
        view! { <circle class="ring" r="4" /><circle class="dot" r="1.4" /> }.into_any()
    } else {
        view! { <circle class="ring" r="2" /> }.into_any()
    };
    view! {
        <g class="town" class:capital=capital>
            {ring}
            {label.map(|label| view! { <LabelText label><tspan>{town.name}</tspan></LabelText> })}
        </g>
    }
}

/// A label with its halo and, where it stands off, its leader.
#[component]
fn LabelText(label: Label, children: Children) -> impl IntoView {
    let Label { at: (x, y), anchor, leader } = label;
    view! {
        {leader.map(|[from, to]| view! { <Leader from to /> })}
        <text class="label" x=format!("{x:.1}") y=format!("{y:.1}") text-anchor=anchor>{children()}</text>
    }
}

#[component]
fn Leader(from: (f64, f64), to: (f64, f64)) -> impl IntoView {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(|px| format!("{px:.1}"));
    view! { <line class="leader" x1=x1 y1=y1 x2=x2 y2=y2 /> }
}

/// Facilities: buttons of the map, each with its spoken name.
#[component]
pub(super) fn Sites(
    reach: Reach,
    scene: Memo<MapScene>,
    layout: Memo<Layout>,
    camera: Memo<Camera>,
    size: RwSignal<Size>,
    selection: Memo<Option<Selection>>,
) -> impl IntoView {
    let sites = move || {
        scene.with(|scene| layout.with(|layout| {
            scene.sites.iter().cloned().zip(layout.sites.iter().cloned()).collect::<Vec<_>>()
        }))
    };
    let key = |(site, spot): &(Site, SiteSpot)| {
        let symbol = (spot.symbol.0.round() as i32, spot.symbol.1.round() as i32);
        (site.place, site.operator, site.status, site.disputed, symbol, label_key(spot.label.as_ref()))
    };
    view! {
        <g class="sites">
            <For each=sites key let((site, spot))>
                <Anchored camera size at=site.at><SiteMark reach site spot selection /></Anchored>
            </For>
        </g>
    }
}

#[component]
fn SiteMark(reach: Reach, site: Site, spot: SiteSpot, selection: Memo<Option<Selection>>) -> impl IntoView {
    let atlas = reach.atlas;
    let place = site.place;
    let operator = atlas.actor(site.operator).slug;
    let pair = atlas.place(place).country.map(|state| Dyad { state, power: site.operator });
    let selected = move || selection.with(|selection| match *selection {
        Some(Selection::Place(chosen)) => chosen == place,
        Some(Selection::Claim(claim)) => atlas.claim(claim).places.contains(&place),
        _ => false,
    });
    let hinted = move || match reach.hint.get() {
        Some(Hint::Pair(hinted)) => pair == Some(hinted),
        Some(Hint::Site(hinted, _)) => hinted == place,
        None => false,
    };
    let rest = move || reach.hint.set(None);
    let touch = move || reach.hint.set(Some(Hint::Site(place, site.operator)));
    let open = move || reach.act(Action::Select(Selection::Place(place)));
    let (x, y) = spot.symbol;
    view! {
        <g class=format!("site {} power-{}", site.status.words(), operator.to_lowercase())
            class:selected=selected class:hinted=hinted
            role="button" tabindex="0" aria-label=site.spoken.clone()
            data-mark=atlas.place(place).slug
            on:click=move |_| open()
            on:keydown=move |event| if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                open();
            }
            on:pointerenter=move |_| touch() on:pointerleave=move |_| rest()
            on:focus=move |_| touch() on:blur=move |_| rest()
        >
            <title>{site.spoken.clone()}</title>
            {spot.moved.then(|| view! { <Leader from=(0.0, 0.0) to=spot.symbol /><circle class="foot" r="1.5" /> })}
            <circle class="hit" cx=format!("{x:.1}") cy=format!("{y:.1}") r="12" />
            <circle class="halo" cx=format!("{x:.1}") cy=format!("{y:.1}") r="11" />
            <g transform=format!("translate({x:.1} {y:.1})")>
                <Symbol kind=site.kind />
                {site.disputed.then(|| view! { <path class="wedge" d="M3-8h6v6z" /> })}
            </g>
            {spot.label.map(|label| view! {
                <LabelText label>
                    <tspan>{site.name}</tspan>
                    <tspan class="tag" dx="4">{operator}</tspan>
                </LabelText>
            })}
        </g>
    }
}
