//! What is selected, told in full: a claim, a pair, a place, an actor, an issue, a cited work.

use super::Desk;
use super::listed::of_selection;
use crate::atlas::term::StanceValue;
use crate::atlas::{Atlas, CategoryId, ClaimId, ClaimSet, Code, Dyad};
use crate::markup::said::{Part, english_leaf, lang, own_leaf, told};
use crate::markup::{Markup, claim, list};
use crate::query::profile::Sort;
use crate::query::standing::standings;
use crate::query::{Facet, FacetValue, Party};
use crate::scene::matrix::claims_of_pair;
use crate::scene::membership::spoken_of;
use crate::scene::words::{self, name_of_pair};
use crate::view::{Choice, Selection, Tab};
use crate::words::{Count, Details, Frame, Language, Study, fill, plural};

const QUIET: [(&str, &str); 1] = [("class", "quiet")];

/// What is told of what is selected.
pub(super) fn body(markup: &mut Markup, desk: Desk<'_>, selected: Selection) {
    let Desk { atlas, texts, view, .. } = desk;
    let claims = of_selection(atlas, texts, &view.filter, selected);
    match selected {
        Selection::Claim(id) => claim::card(markup, atlas, texts, id),
        Selection::Dyad(dyad, category) => {
            title(markup, &name_of_pair(atlas, dyad, category));
            profile(markup, desk, Party::Dyad(dyad));
            if let Some(category) = category
                && let Some(text) = texts.category(category)
            {
                let [definition, ..] = atlas.rules(category);
                own_leaf(markup, atlas, "p", &QUIET, (definition, text.definition));
            }
            found(markup, desk, &claims);
            of_all_five(markup, desk, dyad, category);
        }
        Selection::Place(place) => {
            let record = atlas.place(place);
            title(markup, record.name);
            let country = record.country.map(|country| format!(", {}", atlas.actor(country).name));
            let country = country.unwrap_or_default();
            let line =
                format!("{}{country}, {}", atlas.say(record.kind), words::position(atlas, place));
            markup.leaf("p", &QUIET, &line);
            if let Some(text) = texts.place(place) {
                also(markup, atlas, text.name_ru, &[&text.aliases]);
            }
            found(markup, desk, &claims);
        }
        Selection::Route(id) => {
            let route = atlas.route(id);
            title(markup, route.name);
            let places: Vec<&str> = route.via.iter().map(|&via| atlas.place(via).name).collect();
            let parts = [atlas.say(route.kind), &places.join(", ")];
            let line = atlas.tell(Details::Drawn, &parts);
            markup.leaf("p", &QUIET, &line);
            found(markup, desk, &claims);
        }
        Selection::Entity(actor) => {
            title(markup, atlas.actor(actor).name);
            markup.leaf("p", &QUIET, atlas.say(atlas.actor(actor).kind));
            if let Some(text) = texts.actor(actor) {
                also(markup, atlas, text.name_ru, &[&text.acronyms, &text.aliases]);
            }
            profile(markup, desk, Party::Actor(actor));
            found(markup, desk, &claims);
        }
        Selection::Issue(id) => {
            let issue = atlas.issue(id);
            title(markup, issue.name);
            markup.leaf("p", &QUIET, &atlas.tell(Details::Issue, &[atlas.say(issue.group)]));
            if let Some(proposition) = atlas.proposition(texts, id) {
                markup.leaf("p", &[], proposition);
            }
            stances(markup, atlas, &claims);
            listed(markup, desk, &claims);
        }
        Selection::Reference(id) => {
            let mut attributes = vec![("tabindex", "-1"), ("id", "detail-title")];
            attributes.extend(lang(atlas));
            markup.leaf("h2", &attributes, &words::work(atlas, Some(texts), id));
            let Some(reference) = texts.reference(id) else { return };
            let source = atlas.source(reference.source).title;
            let note = reference.note.map(|note| atlas.tell(Study::NoteOf, &[&note.to_string()]));
            let note = note.unwrap_or_default();
            let kind = atlas.say(reference.kind);
            let parts = [Part::Own(kind), Part::English(source), Part::Own(&note)];
            markup.element("p", &QUIET, |m| told(m, atlas, Details::CitedIn, &parts));
            if let Some(url) = reference.url {
                let attributes = [("href", url), ("rel", "noreferrer")];
                markup.element("p", &[("class", "reference")], |m| {
                    english_leaf(m, atlas, "a", &attributes, url);
                });
            }
            listed(markup, desk, &claims);
        }
    }
}

fn title(markup: &mut Markup, text: &str) {
    markup.leaf("h2", &[("tabindex", "-1"), ("id", "detail-title")], text);
}

/// The way to the page about a state, a power, a pair or an organisation.
fn profile(markup: &mut Markup, desk: Desk<'_>, party: Party) {
    let atlas = desk.atlas;
    let slug = party.slug(atlas);
    let (words, tab, choice) = match party {
        Party::Actor(id) if party.sort(atlas) == Sort::Other => {
            if !spoken_of(atlas, &desk.kept()).iter().any(|(own, _)| *own == id) {
                return;
            }
            (Details::Members, Tab::Organisations, Choice::Focus)
        }
        _ => (Details::Profile, Tab::Compare, Choice::Compare),
    };
    let href = desk.on(tab, |view| {
        view.selection = None;
        view.choices.set(choice, &slug);
    });
    markup.element("p", &[("class", "profile")], |m| {
        m.leaf("a", &[("href", &href)], atlas.say(words));
    });
}

/// Other names, in every spelling and script.
fn also(markup: &mut Markup, atlas: &Atlas, russian: Option<&str>, lists: &[&[&str]]) {
    // What the page calls it already is no other name.
    let russian = russian.filter(|_| atlas.language() == Language::English);
    let names: Vec<&str> =
        russian.into_iter().chain(lists.iter().copied().flatten().copied()).collect();
    if !names.is_empty() {
        let names = names.join(", ");
        let parts = [Part::English(names.as_str())];
        markup.element("p", &QUIET, |m| told(m, atlas, Details::Also, &parts));
    }
}

/// How things stand, and every claim.
fn found(markup: &mut Markup, desk: Desk<'_>, claims: &ClaimSet) {
    let (atlas, filter) = (desk.atlas, &desk.view.filter);
    let standings = standings(atlas, claims, filter.last_day());
    let heading = match filter.at {
        None => atlas.say(Details::AsLastKnown).to_owned(),
        Some(at) => atlas.tell(Details::AsOf, &[&words::at_date(atlas.words(), at)]),
    };
    list::standing(markup, atlas, &heading, &standings);
    listed(markup, desk, claims);
}

fn listed(markup: &mut Markup, desk: Desk<'_>, claims: &ClaimSet) {
    markup.leaf("h3", &[], &desk.atlas.count(claims.len(), Count::Claims));
    list::told(markup, desk.atlas, desk.texts, claims, desk.compared().as_ref());
}

/// Who stands where on an issue's proposition.
fn stances(markup: &mut Markup, atlas: &Atlas, claims: &ClaimSet) {
    markup.element("dl", &[("class", "standing")], |m| {
        for &value in StanceValue::ALL {
            let mut parties: Vec<&str> = Vec::new();
            for id in claims.iter() {
                if let Some(Code::Stance(code)) = &atlas.claim(id).code
                    && code.value == value
                    && !parties.contains(&atlas.actor(code.party).name)
                {
                    parties.push(atlas.actor(code.party).name);
                }
            }
            if !parties.is_empty() {
                m.leaf("dt", &[], atlas.say(value));
                m.leaf("dd", &[], &parties.join(", "));
            }
        }
    });
}

/// Claims that speak of the five as a whole stand in no pair's cell: how many there are, and the way to
/// them.
fn of_all_five(markup: &mut Markup, desk: Desk<'_>, dyad: Dyad, category: Option<CategoryId>) {
    let atlas = desk.atlas;
    let Some(whole) = atlas.region().map(FacetValue::Actor) else { return };
    let mut filter = desk.view.filter.clone();
    for facet in [Facet::State, Facet::Power, Facet::Actor] {
        filter.clear(facet);
    }
    filter.choose(whole);
    filter.choose(FacetValue::Power(dyad.power));
    if let Some(category) = category {
        filter.clear(Facet::Category);
        filter.choose(FacetValue::Category(category));
    }
    let claims = filter.run(atlas).kept.len();
    if claims > 0 {
        let power = atlas.actor(dyad.power).name;
        let form = plural(claims, atlas.say(Details::OfAllFive));
        let text = fill(form, &[&atlas.count(claims, Count::Claims), power]);
        let href = desk.on(Tab::Claims, |view| {
            view.selection = None;
            view.filter = filter;
        });
        markup.element("p", &[("class", "whole")], |m| m.leaf("a", &[("href", &href)], &text));
    }
}

/// A claim among those of its pair and category, as `3 of 12` and, behind tabs, the ids of the one before and the one
/// after; empty where they end. Writes nothing for a claim that the filter leaves out.
pub(super) fn steps(markup: &mut Markup, desk: Desk<'_>, id: ClaimId) {
    let atlas = desk.atlas;
    let category = atlas.claim(id).category;
    let siblings = match pair_of(atlas, id) {
        Some(pair) => claims_of_pair(atlas, &desk.view.filter, pair, Some(category)),
        None => desk.kept().and(atlas.index().category(category)),
    };
    let siblings = list::in_order(atlas, &siblings);
    let Some(at) = siblings.iter().position(|&sibling| sibling == id) else { return };
    let neighbour = |at: Option<usize>| siblings.get(at?).map(|&id| atlas.claim(id).slug());
    let parts = [at + 1, siblings.len()].map(|number| atlas.number(number));
    let ways = [at.checked_sub(1), at.checked_add(1)].map(neighbour).map(Option::unwrap_or_default);
    let place = atlas.tell(Frame::ShownOf, &[&parts[0], &parts[1]]);
    markup.text(&[&place, ways[0], ways[1]].join("\t"));
}

/// The pair that a claim speaks of first.
fn pair_of(atlas: &Atlas, id: ClaimId) -> Option<Dyad> {
    Dyad::of_claim(atlas, atlas.claim(id)).next()
}

/// The way back: from a claim to its pair.
pub(super) fn crumbs(markup: &mut Markup, atlas: &Atlas, selected: Selection) {
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
                        &name_of_pair(atlas, pair, Some(category)),
                    );
                }
                None => markup.text(atlas.category(category).name),
            }
        }
        Selection::Place(_) => markup.text(atlas.say(Details::Place)),
        Selection::Entity(_) => markup.text(atlas.say(Details::Actor)),
        Selection::Route(_) => markup.text(atlas.say(Details::Route)),
        Selection::Dyad(..) => markup.text(atlas.say(Details::StateAndPower)),
        Selection::Issue(_) => markup.text(atlas.say(Details::IssueCrumb)),
        Selection::Reference(_) => markup.text(atlas.say(Details::CitedWork)),
    }
}
