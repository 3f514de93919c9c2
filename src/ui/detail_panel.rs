//! What is selected, told in full: a claim, a pair, a place, an actor.

use leptos::prelude::*;

use super::Reach;
use super::claim_card::ClaimCard;
use super::claim_list::{ClaimList, in_order};
use crate::atlas::{ActorId, Atlas, ClaimId, ClaimSet, Dyad, PlaceId};
use crate::query::standing::standings;
use crate::query::{AsOf, Filter, Subject};
use crate::scene::matrix::cell_claims;
use crate::scene::words;
use crate::shell::page;
use crate::view::{Action, Selection, ViewState};

/// The panel; empty and out of the way while nothing is selected.
#[component]
pub(super) fn DetailPanel(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
    /// What is selected.
    selection: Memo<Option<Selection>>,
) -> impl IntoView {
    let close = move || reach.act(Action::Deselect);
    // Who opens something by hand is taken to it; who comes by link starts at the top of the page.
    Effect::new(move |before: Option<Option<Selection>>| {
        let now = selection.get();
        if before.is_some_and(|before| before != now) && now.is_some() {
            page::focus("detail-title");
        }
        now
    });
    view! {
        <Show when=move || selection.with(Option::is_some)>
            <aside class="detail" role="region" aria-label="Details"
                on:keydown=move |event| if event.key() == "Escape" { close() }>
                <div class="detail-head">
                    {move || selection.get().map(|selected| view! { <Crumbs reach filter selected /> })}
                    <button type="button" class="close" aria-label="Close" on:click=move |_| close()>"×"</button>
                </div>
                <div class="detail-body">
                    {move || selection.get().map(|selected| body(reach, filter, selected))}
                </div>
            </aside>
        </Show>
    }
}

fn body(reach: Reach, filter: Memo<Filter>, selected: Selection) -> AnyView {
    let atlas = reach.atlas;
    match selected {
        Selection::Claim(id) => view! { <ClaimCard reach id /> }.into_any(),
        Selection::Dyad(dyad, category) => {
            let claims = move || filter.with(|filter| pair_claims(atlas, filter, dyad, category));
            let title = category.map_or_else(
                || dyad.name(atlas),
                |category| format!("{}, {}", atlas.category(category).name, dyad.name(atlas)),
            );
            view! {
                <h2 tabindex="-1" id="detail-title">{title}</h2>
                {category.map(|category| view! { <p class="quiet">{atlas.category(category).definition}</p> })}
                {move || view! { <Found reach filter claims=claims() /> }}
            }
            .into_any()
        }
        Selection::Place(place) => {
            let claims = move || filter.with(|filter| filter.run(atlas).kept.and(atlas.index().place(place)));
            view! {
                <h2 tabindex="-1" id="detail-title">{atlas.place(place).name}</h2>
                <p class="quiet">{place_line(atlas, place)}</p>
                {move || view! { <Found reach filter claims=claims() /> }}
            }
            .into_any()
        }
        Selection::Entity(actor) => {
            let claims = move || filter.with(|filter| filter.run(atlas).kept.and(atlas.index().actor(actor)));
            view! {
                <h2 tabindex="-1" id="detail-title">{atlas.actor(actor).name}</h2>
                <p class="quiet">{atlas.actor(actor).kind.words()}</p>
                {move || view! { <Found reach filter claims=claims() /> }}
            }
            .into_any()
        }
    }
}

fn pair_claims(
    atlas: &Atlas,
    filter: &Filter,
    dyad: Dyad,
    category: Option<crate::atlas::CategoryId>,
) -> ClaimSet {
    match category {
        Some(category) => cell_claims(atlas, filter, dyad, category),
        None => {
            let of_state = filter.run(atlas).kept.and(atlas.index().actor(dyad.state));
            of_state.and(atlas.index().actor(dyad.power))
        }
    }
}

fn place_line(atlas: &Atlas, place: PlaceId) -> String {
    let record = atlas.place(place);
    let country = record.country.map(|country| format!(", {}", atlas.actor(country).name)).unwrap_or_default();
    let km = f64::from(record.precision_hm) / 10.0;
    format!("{}{country}, {} (± {km} km)", record.kind.words(), words::position(atlas.position(place)))
}

/// How things stand, and every claim.
#[component]
fn Found(reach: Reach, filter: Memo<Filter>, claims: ClaimSet) -> impl IntoView {
    let atlas = reach.atlas;
    let at = filter.with_untracked(|filter| filter.at);
    let standing: Vec<(String, String)> = standings(atlas, &claims, at.map(AsOf::last_day))
        .iter()
        .filter_map(|standing| {
            let (claim, hold) = standing.first(atlas)?;
            let mut state = words::code(atlas, claim.code.as_ref()?);
            for extra in [words::hold(atlas, claim, hold), if standing.disputed { "disputed".to_owned() } else { String::new() }] {
                if !extra.is_empty() {
                    state = format!("{state} · {extra}");
                }
            }
            Some((subject_name(atlas, standing.subject), state))
        })
        .collect();
    let heading = at.map_or_else(|| "As last known".to_owned(), |at| format!("As of {}", at.text()));
    view! {
        {(!standing.is_empty()).then(|| view! {
            <h3>{heading}</h3>
            <dl class="standing">
                {standing.into_iter().map(|(subject, state)| view! { <dt>{subject}</dt><dd>{state}</dd> }).collect_view()}
            </dl>
        })}
        <h3>{words::counted(claims.len(), "claim")}</h3>
        <ClaimList reach claims />
    }
}

fn subject_name(atlas: &Atlas, subject: Subject) -> String {
    let name = |id: ActorId| atlas.actor(id).name;
    match subject {
        Subject::Facility { place, .. } => atlas.place(place).name.to_owned(),
        Subject::Partnership(a, b) => format!("{}–{}", name(a), name(b)),
        Subject::Membership { member, organisation } => format!("{} in {}", name(member), name(organisation)),
        Subject::Visa { traveller, destination, .. } => format!("{} to {}", name(traveller), name(destination)),
        Subject::Post { place, kind, .. } => format!("{}, {}", kind.words(), atlas.place(place).name),
    }
}

/// The way back: from a claim to its pair, with the claims before and after it.
#[component]
fn Crumbs(reach: Reach, filter: Memo<Filter>, selected: Selection) -> impl IntoView {
    let atlas = reach.atlas;
    let Selection::Claim(id) = selected else {
        return view! { <p class="crumbs">{kind_name(selected)}</p> }.into_any();
    };
    let claim = atlas.claim(id);
    let speaks_of = |actor: ActorId| claim.parties.iter().any(|(party, _)| *party == actor);
    let pair = atlas.dyads().find(|dyad| speaks_of(dyad.state) && speaks_of(dyad.power));
    let category = claim.category;
    let siblings = move || filter.with(|filter| match pair {
        Some(pair) => in_order(reach, &cell_claims(atlas, filter, pair, category)),
        None => in_order(reach, &filter.run(atlas).kept.and(atlas.index().category(category))),
    });
    view! {
        <p class="crumbs">
            {pair.map(|pair| view! {
                <button type="button" class="link"
                    on:click=move |_| reach.act(Action::Select(Selection::Dyad(pair, Some(category))))>
                    {format!("{}, {}", atlas.category(category).name, pair.name(atlas))}
                </button>
            })}
            {pair.is_none().then(|| atlas.category(category).name)}
        </p>
        <Steps reach id siblings=Signal::derive(siblings) />
    }
    .into_any()
}

fn kind_name(selected: Selection) -> &'static str {
    match selected {
        Selection::Claim(_) => "Claim",
        Selection::Place(_) => "Place",
        Selection::Entity(_) => "Actor",
        Selection::Dyad(..) => "State and power",
    }
}

/// To the claim before and the claim after.
#[component]
fn Steps(reach: Reach, id: ClaimId, siblings: Signal<Vec<ClaimId>>) -> impl IntoView {
    let position = move || siblings.with(|all| all.iter().position(|&one| one == id).map(|at| (at, all.len())));
    let step = move |by: isize| {
        let next = siblings.with_untracked(|all| {
            let at = all.iter().position(|&one| one == id)?;
            all.get(at.checked_add_signed(by)?).copied()
        });
        if let Some(next) = next {
            reach.act(Action::Select(Selection::Claim(next)));
        }
    };
    view! {
        <p class="steps">
            <span class="quiet">{move || position().map(|(at, all)| format!("{} of {all}", at + 1))}</span>
            <button type="button" aria-label="Previous claim" on:click=move |_| step(-1)>"‹"</button>
            <button type="button" aria-label="Next claim" on:click=move |_| step(1)>"›"</button>
        </p>
    }
}

/// The page's title for a view.
pub(super) fn title(atlas: &Atlas, view: &ViewState) -> String {
    let subject = match view.selection {
        Some(Selection::Claim(id)) => Some(atlas.claim(id).summary.to_owned()),
        Some(Selection::Place(id)) => Some(atlas.place(id).name.to_owned()),
        Some(Selection::Entity(id)) => Some(atlas.actor(id).name.to_owned()),
        Some(Selection::Dyad(dyad, Some(category))) => {
            Some(format!("{}, {}", atlas.category(category).name, dyad.name(atlas)))
        }
        Some(Selection::Dyad(dyad, None)) => Some(dyad.name(atlas)),
        None => None,
    };
    let at = view.filter.at.map(|at| format!("as of {}", at.text()));
    let parts = [subject, at, Some(view.tab.words().to_owned()), Some("C5 Atlas".to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
