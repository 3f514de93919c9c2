//! Lists of claims: in the detail panel, and as the page of all that a filter keeps.

use leptos::prelude::*;

use super::Reach;
use crate::atlas::{ClaimId, ClaimSet};
use crate::query::Filter;
use crate::view::{Action, Selection};

/// Every claim that a filter keeps, as a table.
#[component]
pub(super) fn ClaimsPanel(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
) -> impl IntoView {
    let claims = Memo::new(move |_| filter.with(|filter| in_order(reach, &filter.run(reach.atlas).kept)));
    view! {
        <section class="claims-panel" aria-labelledby="claims-title">
            <div class="pane-head"><h2 id="claims-title">"Claims"</h2></div>
            <table class="claims">
                <thead><tr><th scope="col">"Date"</th><th scope="col">"Claim"</th><th scope="col">"Category"</th><th scope="col">"Source"</th></tr></thead>
                <tbody>
                    <For each=move || claims.get() key=|id| *id let(id)><ClaimRow reach id /></For>
                </tbody>
            </table>
        </section>
    }
}

#[component]
fn ClaimRow(reach: Reach, id: ClaimId) -> impl IntoView {
    let claim = reach.atlas.claim(id);
    let source = claim.cites.first().map(|cite| reach.atlas.source(cite.source).slug);
    view! {
        <tr>
            <td>{claim.date.unwrap_or("undated")}</td>
            <td><Opener reach id /></td>
            <td>{reach.atlas.category(claim.category).name}</td>
            <td>{source}</td>
        </tr>
    }
}

/// A claim's sentence, which opens it.
#[component]
fn Opener(reach: Reach, id: ClaimId) -> impl IntoView {
    let claim = reach.atlas.claim(id);
    let disputed = reach.atlas.index().disputed().contains(id);
    view! {
        <button type="button" class="opener" data-claim=claim.slug
            on:click=move |_| reach.act(Action::Select(Selection::Claim(id)))>
            {claim.summary}
            {disputed.then(|| view! { <span class="wedge-mark" role="img" aria-label="disputed"></span> })}
        </button>
    }
}

/// A short list with dates, as the detail panel shows it.
#[component]
pub(super) fn ClaimList(
    /// Atlas, view and actions.
    reach: Reach,
    /// Which claims.
    claims: ClaimSet,
) -> impl IntoView {
    view! {
        <ol class="claim-list">
            {in_order(reach, &claims).into_iter().map(|id| view! {
                <li>
                    <span class="quiet date">{reach.atlas.claim(id).date.unwrap_or("undated")}</span>
                    <Opener reach id />
                </li>
            }).collect_view()}
        </ol>
    }
}

/// By the day on which they begin, undated last.
pub(super) fn in_order(reach: Reach, claims: &ClaimSet) -> Vec<ClaimId> {
    let mut ids: Vec<ClaimId> = claims.iter().collect();
    ids.sort_by_key(|&id| {
        let when = reach.atlas.claim(id).when;
        (when.is_none(), when.map(|when| when.start))
    });
    ids
}
