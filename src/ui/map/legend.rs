//! The key: hue is the operator, shape the kind, fill the state.

use leptos::prelude::*;

use super::symbol::Symbol;
use crate::atlas::term::FacilityKind;
use crate::query::FacetValue;
use crate::query::standing::SiteStatus;
use crate::scene::map::MapScene;
use crate::ui::Reach;
use crate::view::Action;

/// The legend, which also filters by power.
#[component]
pub(super) fn Legend(reach: Reach, scene: Memo<MapScene>) -> impl IntoView {
    view! {
        <div class="legend" role="group" aria-label="Legend">
            <ul class="powers">
                {reach.atlas.powers().iter().map(|&power| {
                    let actor = reach.atlas.actor(power);
                    let open = move || scene.with(|scene| {
                        let own = scene.sites.iter().filter(|site| site.operator == power);
                        own.filter(|site| site.status == SiteStatus::Open).count()
                    });
                    let value = FacetValue::Power(power);
                    view! {
                        <li><button type="button"
                            aria-pressed=move || reach.view.with(|view| view.filter.has(value)).to_string()
                            on:click=move |_| reach.act(Action::Toggle(value))>
                            <span class=format!("swatch power-{}", actor.slug.to_lowercase())></span>
                            {actor.name} <span class="tag">{actor.slug}</span>
                            <span class="quiet">{move || format!("{} open", open())}</span>
                        </button></li>
                    }
                }).collect_view()}
            </ul>
            <ul class="kinds">
                {move || kinds(scene).into_iter().map(|kind| view! {
                    <li><Key kind /> {kind.words()}</li>
                }).collect_view()}
            </ul>
            <ul class="states">
                {[SiteStatus::Open, SiteStatus::Closed, SiteStatus::Planned].into_iter().map(|status| view! {
                    <li><svg class=format!("key site {}", status.words()) viewBox="-8 -8 16 16" aria-hidden="true">
                        <Symbol kind=FacilityKind::GroundBase />
                    </svg> {status.words()}</li>
                }).collect_view()}
                <li><svg class="key" viewBox="-8 -8 16 16" aria-hidden="true"><circle class="lease" r="6" /></svg> "lease"</li>
                <li><svg class="key" viewBox="-8 -8 16 16" aria-hidden="true"><path class="border disputed" d="M-8 0H8" /></svg> "disputed border"</li>
            </ul>
        </div>
    }
}

/// The kinds that the map shows, in the codebook's order.
fn kinds(scene: Memo<MapScene>) -> Vec<FacilityKind> {
    let shown = |kind: &FacilityKind| scene.with(|scene| scene.sites.iter().any(|site| site.kind == *kind));
    FacilityKind::ALL.iter().copied().filter(shown).collect()
}

#[component]
fn Key(kind: FacilityKind) -> impl IntoView {
    view! { <svg class="key site open" viewBox="-8 -8 16 16" aria-hidden="true"><Symbol kind /></svg> }
}
