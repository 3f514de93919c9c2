//! What is selected, told in full: a claim, a pair, a place, an actor.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent};

use super::{Reach, Root, attribute, effect, on, text, write};
use crate::atlas::{ActorId, Atlas, ClaimId, ClaimSet, Dyad, Texts};
use crate::export::shown;
use crate::markup::{Markup, claim, list, written};
use crate::query::Filter;
use crate::query::standing::standings;
use crate::scene::matrix::cell_claims;
use crate::scene::words;
use crate::shell::{page, stage};
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
    let atlas = reach.atlas;
    let root = Root::new();
    write(
        root,
        ".detail-body",
        text(move || match selection.get() {
            Some(selected) => written(|m| {
                filter.with(|filter| {
                    body(m, atlas, reach.texts.get(), filter, selected);
                })
            }),
            None => String::new(),
        }),
    );
    write(
        root,
        ".crumbs",
        text(move || match selection.get() {
            Some(selected) => written(|m| crumbs(m, atlas, selected)),
            None => String::new(),
        }),
    );
    let place = move || match selection.get() {
        Some(Selection::Claim(id)) => filter.with(|filter| place_among(atlas, filter, id)),
        _ => None,
    };
    let count = text(move || {
        place().map(|place| format!("{} of {}", place.at + 1, place.of)).unwrap_or_default()
    });
    write(root, ".steps span", count);
    let class =
        |away: bool, class: &str| if away { format!("{class} away") } else { class.to_owned() };
    attribute(root, ".steps", "class", text(move || class(count.with(String::is_empty), "steps")));
    attribute(
        root,
        ".detail",
        "class",
        text(move || class(selection.with(Option::is_none), "detail")),
    );
    // Who opens something by hand is taken to it; who comes by link starts at the top of the page.
    let mut before = selection.get_untracked();
    effect(move || {
        let now = selection.get();
        if before != now && now.is_some() {
            page::focus("detail-title");
        }
        before = now;
    });
    let step = move |forward: bool| {
        let next =
            untrack(place).and_then(|place| if forward { place.next } else { place.previous });
        if let Some(next) = next {
            reach.act(Action::Select(Selection::Claim(next)));
        }
    };
    let press = on(move |event: MouseEvent| match stage::pressed(&event, "data-do").as_deref() {
        Some("close") => reach.act(Action::Deselect),
        Some("previous") => step(false),
        Some("next") => step(true),
        _ if reach.share(&event) => {}
        _ => reach.follow(&event),
    });
    let escape = on(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            reach.act(Action::Deselect);
        }
    });
    view! {
        <div class="host" node_ref=root inner_html=written(claim::panel) on:click=press on:keydown=escape></div>
    }
}

fn body(
    markup: &mut Markup,
    atlas: &Atlas,
    texts: Option<&Texts>,
    filter: &Filter,
    selected: Selection,
) {
    let mut title =
        |text: &str| markup.leaf("h2", &[("tabindex", "-1"), ("id", "detail-title")], text);
    let quiet = [("class", "quiet")];
    match selected {
        Selection::Claim(id) => claim::card(markup, atlas, texts, id),
        Selection::Dyad(dyad, category) => {
            title(&shown::name_of_pair(atlas, dyad, category));
            if let Some(about) = category.and_then(|category| texts?.category(category)) {
                markup.leaf("p", &quiet, about.definition);
            }
            found(
                markup,
                atlas,
                texts,
                filter,
                &shown::claims_of_pair(atlas, filter, dyad, category),
            );
        }
        Selection::Place(place) => {
            let record = atlas.place(place);
            title(record.name);
            let country = record.country.map(|country| format!(", {}", atlas.actor(country).name));
            let country = country.unwrap_or_default();
            let line =
                format!("{}{country}, {}", record.kind.words(), words::position(atlas, place));
            markup.leaf("p", &quiet, &line);
            // What stands here may have begun before the period.
            found(
                markup,
                atlas,
                texts,
                filter,
                &filter.begun(atlas).and(atlas.index().place(place)),
            );
        }
        Selection::Route(id) => {
            let route = atlas.route(id);
            title(route.name);
            let places: Vec<&str> = route.via.iter().map(|&via| atlas.place(via).name).collect();
            let line =
                format!("{}, drawn schematically: {}", route.kind.words(), places.join(", "));
            markup.leaf("p", &quiet, &line);
            let mut claims = ClaimSet::none(atlas.claims().len());
            route.claims.iter().for_each(|&claim| claims.insert(claim));
            found(markup, atlas, texts, filter, &claims);
        }
        Selection::Entity(actor) => {
            title(atlas.actor(actor).name);
            markup.leaf("p", &quiet, atlas.actor(actor).kind.words());
            found(
                markup,
                atlas,
                texts,
                filter,
                &filter.run(atlas).kept.and(atlas.index().actor(actor)),
            );
        }
    }
}

/// How things stand, and every claim.
fn found(
    markup: &mut Markup,
    atlas: &Atlas,
    texts: Option<&Texts>,
    filter: &Filter,
    claims: &ClaimSet,
) {
    let standings = standings(atlas, claims, filter.last_day());
    let heading =
        filter.at.map_or_else(|| "As last known".to_owned(), |at| format!("As of {}", at.text()));
    list::standing(markup, atlas, &heading, &standings);
    markup.leaf("h3", &[], &words::counted(claims.len(), "claim"));
    list::short(markup, atlas, texts, claims);
}

/// The pair that a claim speaks of first.
fn pair_of(atlas: &Atlas, id: ClaimId) -> Option<Dyad> {
    let claim = atlas.claim(id);
    let speaks_of = |actor: ActorId| claim.parties.iter().any(|(party, _)| *party == actor);
    atlas.dyads().find(|dyad| speaks_of(dyad.state) && speaks_of(dyad.power))
}

/// The way back: from a claim to its pair.
fn crumbs(markup: &mut Markup, atlas: &Atlas, selected: Selection) {
    match selected {
        Selection::Claim(id) => {
            let category = atlas.claim(id).category;
            match pair_of(atlas, id) {
                Some(pair) => {
                    let href =
                        format!("?dyad={}~{}", pair.slug(atlas), atlas.category(category).slug);
                    markup.leaf(
                        "a",
                        &[("href", &href)],
                        &shown::name_of_pair(atlas, pair, Some(category)),
                    );
                }
                None => markup.text(atlas.category(category).name),
            }
        }
        Selection::Place(_) => markup.text("Place"),
        Selection::Entity(_) => markup.text("Actor"),
        Selection::Route(_) => markup.text("Route"),
        Selection::Dyad(..) => markup.text("State and power"),
    }
}

/// A claim's place among those of its pair and category.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    at: usize,
    of: usize,
    previous: Option<ClaimId>,
    next: Option<ClaimId>,
}

fn place_among(atlas: &Atlas, filter: &Filter, id: ClaimId) -> Option<Place> {
    let category = atlas.claim(id).category;
    let siblings = match pair_of(atlas, id) {
        Some(pair) => cell_claims(atlas, filter, pair, category),
        None => filter.run(atlas).kept.and(atlas.index().category(category)),
    };
    let siblings = list::in_order(atlas, &siblings);
    let at = siblings.iter().position(|&sibling| sibling == id)?;
    let neighbour = |at: Option<usize>| siblings.get(at?).copied();
    Some(Place {
        at,
        of: siblings.len(),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
    })
}

/// The page's title for a view.
pub(super) fn title(atlas: &Atlas, texts: Option<&Texts>, view: &ViewState) -> String {
    shown::title(atlas, texts, view) + " · C5 Atlas"
}
