//! Facets with live counts, chips for what is chosen, and how many claims are left.

use leptos::prelude::*;

use super::Reach;
use crate::query::facet::Tally;
use crate::query::{Facet, FacetValue, Filter};
use crate::scene::words;
use crate::shell::page;
use crate::view::Action;

/// The filter bar.
#[component]
pub(super) fn FilterBar(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
) -> impl IntoView {
    view! {
        <section class="filters" aria-label="Filters">
            <div class="facets">
                {Facet::ALL.iter().map(|&facet| view! { <FacetMenu reach filter facet /> }).collect_view()}
            </div>
            <Chips reach filter />
            <Count reach filter />
        </section>
    }
}

/// One facet: its name, how many values, and its values to tick.
#[component]
fn FacetMenu(reach: Reach, filter: Memo<Filter>, facet: Facet) -> impl IntoView {
    let open = RwSignal::new(false);
    let values = facet.values(reach.atlas).len();
    // Counted only while the menu shows them.
    let tallies = Memo::new(move |_| {
        if open.get() { filter.with(|filter| facet.tallies(reach.atlas, filter)) } else { Vec::new() }
    });
    let close = move |event: leptos::ev::FocusEvent| {
        // The focus that leaves for another part of the menu keeps it open.
        let inside = event.related_target().is_some_and(|to| {
            let to: Result<web_sys::Element, _> = wasm_bindgen::JsCast::dyn_into(to);
            to.is_ok_and(|to| to.closest(&format!(".facet-{}", facet.key())).ok().flatten().is_some())
        });
        if event.related_target().is_some() && !inside {
            open.set(false);
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            page::focus(&format!("facet-{}", facet.key()));
        }
    };
    view! {
        <div class=format!("facet facet-{}", facet.key()) on:focusout=close on:keydown=key>
            <button type="button" id=format!("facet-{}", facet.key())
                aria-expanded=move || open.get().to_string()
                aria-controls=format!("menu-{}", facet.key())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {facet.name()} " " <span class="quiet">{values}</span>
                <svg class="chevron" viewBox="0 0 10 6" width="10" height="6" aria-hidden="true"><path d="M1 1l4 4 4-4" /></svg>
            </button>
            <div class="menu" id=format!("menu-{}", facet.key()) hidden=move || !open.get()>
                <fieldset>
                    <legend>{facet.name()}</legend>
                    <For each=move || tallies.get() key=|tally| (tally.value, tally.claims) let(tally)>
                        <Choice reach filter tally />
                    </For>
                </fieldset>
            </div>
            // Pressing anywhere else closes the menu.
            <Show when=move || open.get()>
                <div class="backdrop" on:pointerdown=move |_| open.set(false)></div>
            </Show>
        </div>
    }
}

#[component]
fn Choice(reach: Reach, filter: Memo<Filter>, tally: Tally) -> impl IntoView {
    let Tally { value, claims } = tally;
    view! {
        <label class="choice" class:nothing=claims == 0>
            <input type="checkbox" name=value.facet().key() value=value.slug(reach.atlas)
                prop:checked=move || filter.with(|filter| filter.has(value))
                on:change=move |_| reach.act(Action::Toggle(value)) />
            <span class=swatch(reach, value)></span>
            <span>{value.name(reach.atlas)}</span>
            <span class="quiet">{claims}</span>
        </label>
    }
}

/// The class that shows a power's hue; every other value has none.
fn swatch(reach: Reach, value: FacetValue) -> String {
    match value {
        FacetValue::Power(id) => format!("swatch power-{}", reach.atlas.actor(id).slug.to_lowercase()),
        _ => String::new(),
    }
}

/// What is chosen, each removed by one press.
#[component]
fn Chips(reach: Reach, filter: Memo<Filter>) -> impl IntoView {
    let values = move || filter.with(|filter| filter.values().to_vec());
    let at = move || filter.with(|filter| filter.at);
    view! {
        <div class="chips">
            {move || at().map(|at| view! {
                <button type="button" class="chip" aria-label=format!("Remove: as of {}", at.text())
                    on:click=move |_| reach.act(Action::LookFrom(None))>
                    "as of " {at.text()} <Cross />
                </button>
            })}
            <For each=values key=|value| *value let(value)>
                <button type="button" class="chip"
                    aria-label=format!("Remove: {} {}", value.facet().name(), value.name(reach.atlas))
                    on:click=move |_| reach.act(Action::Toggle(value))>
                    <span class=swatch(reach, value)></span> {value.name(reach.atlas)} <Cross />
                </button>
            </For>
            <Show when=move || filter.with(|filter| !filter.is_empty())>
                <button type="button" class="link" on:click=move |_| reach.act(Action::ResetFilter)>"Reset"</button>
            </Show>
        </div>
    }
}

#[component]
fn Cross() -> impl IntoView {
    view! { <span class="cross" aria-hidden="true">"×"</span> }
}

/// How many claims are left, and which filter to loosen where none is.
#[component]
fn Count(reach: Reach, filter: Memo<Filter>) -> impl IntoView {
    let total = reach.atlas.claims().len();
    let answer = Memo::new(move |_| filter.with(|filter| filter.run(reach.atlas)));
    let kept = Memo::new(move |_| answer.with(|answer| answer.kept.len()));
    let possible = Memo::new(move |_| answer.with(|answer| answer.possible));
    let loosen = move || {
        (kept.get() == 0).then(|| filter.with(|filter| loosest(reach, filter))).flatten()
    };
    view! {
        <div class="count">
            <span role="status">
                <strong>{kept}</strong> " of " {total} " claims"
            </span>
            {move || (possible.get() > 0 && kept.get() > 0).then(|| view! {
                <span class="quiet" title="Undated, or dated so that the documents leave it open">
                    {format!(", {} possibly", possible.get())}
                </span>
            })}
            {move || loosen().map(|(facet, claims)| view! {
                <button type="button" class="link" on:click=move |_| reach.act(Action::Clear(facet))>
                    {format!("Any {}: {}", facet.name().to_lowercase(), words::counted(claims, "claim"))}
                </button>
            })}
        </div>
    }
}

/// The facet without which most claims would be left; `None` where none alone helps.
fn loosest(reach: Reach, filter: &Filter) -> Option<(Facet, usize)> {
    let without = |&facet: &Facet| {
        let mut wider = filter.clone();
        wider.clear(facet);
        (facet, wider.run(reach.atlas).kept.len())
    };
    let best = Facet::ALL.iter().map(without).max_by_key(|&(_, claims)| claims)?;
    (best.1 > 0).then_some(best)
}
