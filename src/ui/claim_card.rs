//! One claim in full: what it says, of whom, when, where, on whose word.

use leptos::prelude::*;

use super::Reach;
use crate::atlas::{Atlas, Cite, Claim, ClaimId, Code};
use crate::dataset::term::LinkKind;
use crate::scene::words;
use crate::view::{Action, Selection};

/// The claim's card.
#[component]
pub(super) fn ClaimCard(
    /// Atlas, view and actions.
    reach: Reach,
    /// Which.
    id: ClaimId,
) -> impl IntoView {
    let atlas = reach.atlas;
    let claim = atlas.claim(id);
    let voice = claim.voice.map_or("The document’s authors", |voice| atlas.actor(voice).name);
    view! {
        <article class="claim-card">
            <h2 tabindex="-1" id="detail-title">{claim.summary}</h2>
            {claim.detail.map(|detail| view! { <p class="detail-text">{detail}</p> })}
            <dl>
                <Entry name="Parties">{parties(reach, claim)}</Entry>
                {claim.code.as_ref().map(|code| view! { <Entry name="Code">{words::code(atlas, code)}</Entry> })}
                {(!claim.quantities.is_empty()).then(|| view! {
                    <Entry name="Figures">{figures(claim)}</Entry>
                })}
                <Entry name="Date">
                    {claim.date.map(|date| view! { <strong>{date}</strong> ", " })}
                    {words::precision(claim)}
                    {holding(atlas, claim)}
                </Entry>
                {(!claim.places.is_empty()).then(|| view! { <Entry name="Places">{places(reach, claim)}</Entry> })}
                <Entry name="Voice">{voice}</Entry>
                <Entry name="Kind">{claim.kind.words()} ", " {atlas.category(claim.category).name}</Entry>
            </dl>
            <dl class="sources">
                {claim.cites.iter().map(|cite| view! { <Entry name="Source"><Citation atlas cite /></Entry> }).collect_view()}
                {claim.note.map(|note| view! { <Entry name="Curator">{note}</Entry> })}
            </dl>
            {links(reach, id)}
            <p class="quiet claim-id">{claim.slug} " · release " {atlas.version()}</p>
        </article>
    }
}

#[component]
fn Entry(name: &'static str, children: Children) -> impl IntoView {
    view! { <dt>{name}</dt><dd>{children()}</dd> }
}

fn parties(reach: Reach, claim: &'static Claim<'static>) -> impl IntoView {
    claim
        .parties
        .iter()
        .map(|&(actor, role)| {
            let record = reach.atlas.actor(actor);
            view! {
                <span class="party">
                    <span class=format!("swatch power-{}", record.slug.to_lowercase())></span>
                    <button type="button" class="link"
                        on:click=move |_| reach.act(Action::Select(Selection::Entity(actor)))>{record.name}</button>
                    ", " {role.words()}
                </span>
            }
        })
        .collect_view()
}

fn figures(claim: &'static Claim<'static>) -> impl IntoView {
    claim.quantities.iter().map(|quantity| view! { <span class="figure">{words::quantity(quantity)}</span> }).collect_view()
}

/// Until when a state holds as far as its document knows.
fn holding(atlas: &Atlas, claim: &Claim<'_>) -> Option<String> {
    let state = matches!(
        claim.code,
        Some(Code::Facility(_) | Code::Partnership(_) | Code::Membership(_) | Code::Visa(_) | Code::Post(_))
    );
    let lasting = claim.when.is_none_or(|when| when.open || claim.kind == crate::dataset::term::Kind::Event);
    let horizon = claim.cites.iter().map(|cite| atlas.source(cite.source)).max_by_key(|source| source.horizon)?;
    (state && lasting).then(|| format!("; last known {}, the document’s horizon", horizon.horizon_text))
}

fn places(reach: Reach, claim: &'static Claim<'static>) -> impl IntoView {
    claim
        .places
        .iter()
        .map(|&place| {
            let record = reach.atlas.place(place);
            let km = f64::from(record.precision_hm) / 10.0;
            let position = words::position(reach.atlas.position(place));
            view! {
                <span class="party">
                    <button type="button" class="link"
                        on:click=move |_| reach.act(Action::Select(Selection::Place(place)))>{record.name}</button>
                    <span class="quiet">{format!(" {position} (± {km} km)")}</span>
                </span>
            }
        })
        .collect_view()
}

/// A citation: the document, the place in it, the works in its notes, the words to look for.
#[component]
fn Citation(atlas: &'static Atlas, cite: &'static Cite<'static>) -> impl IntoView {
    let source = atlas.source(cite.source);
    let lines: Vec<String> = cite.lines.iter().map(u32::to_string).collect();
    view! {
        <p><strong>{source.authors} ", " {source.title} ", " {source.year}</strong></p>
        <p>{words::locator(atlas, cite)}</p>
        {cite.references.iter().map(|&id| {
            let reference = atlas.reference(id);
            view! {
                <p class="reference quiet">
                    {reference.note} " "
                    {match reference.url {
                        Some(url) => view! { <a href=url rel="noreferrer">{reference.text}</a> }.into_any(),
                        None => reference.text.into_any(),
                    }}
                </p>
            }
        }).collect_view()}
        <p class="quiet">
            {format!("{} {} of the text; look for ", words::plural(lines.len(), "line"), lines.join(", "))}
            {cite.terms.iter().map(|&term| view! { <q>{term}</q> " " }).collect_view()}
        </p>
    }
}

/// Ties with other claims, disagreements first.
fn links(reach: Reach, id: ClaimId) -> impl IntoView {
    let mut links: Vec<_> = reach.atlas.links_of(id).collect();
    links.sort_by_key(|(link, _)| link.kind);
    links
        .into_iter()
        .map(|(link, other)| {
            let outward = link.from == id;
            let heading = match (link.kind, outward) {
                (LinkKind::Contradicts, _) => "Disagrees with",
                (LinkKind::Supports, true) => "Supports",
                (LinkKind::Supports, false) => "Supported by",
                (LinkKind::Supersedes, true) => "Takes the place of",
                (LinkKind::Supersedes, false) => "Overtaken by",
                (LinkKind::PartOf, true) => "Part of",
                (LinkKind::PartOf, false) => "Includes",
                (LinkKind::Causes, true) => "Leads to",
                (LinkKind::Causes, false) => "Follows from",
            };
            view! {
                <aside class="tie" class:contradicts=link.kind == LinkKind::Contradicts>
                    <h3>{heading}</h3>
                    {link.note.map(|note| view! { <p>{note}</p> })}
                    <p><button type="button" class="link"
                        on:click=move |_| reach.act(Action::Select(Selection::Claim(other)))>
                        {reach.atlas.claim(other).summary}
                    </button></p>
                </aside>
            }
        })
        .collect_view()
}
