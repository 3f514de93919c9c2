//! What the search field's list shows: the best of each group, each a link.

use super::Desk;
use crate::markup::Markup;
use crate::markup::said::{english_leaf, mixed};
use crate::query::search::{Entry, Found, Group, names};
use crate::query::{Facet, FacetValue};
use crate::scene::names::cited;
use crate::scene::words;
use crate::view::{Choice, Tab};
use crate::words::{Count, Finder};

/// How many of a group the list shows.
const MOST: usize = 4;

/// Writes the options; nothing where no word was typed.
pub(super) fn options(markup: &mut Markup, desk: Desk<'_>, text: &str) {
    let found = desk.search().find(text);
    let any = found.entries().next().is_some();
    if text.trim().is_empty() {
        return;
    }
    if !any || found.near {
        let near = desk.atlas.say(if any { Finder::Near } else { Finder::NothingNear });
        let said = desk.atlas.tell(Finder::Nothing, &[text.trim(), near]);
        markup.leaf("p", &[("class", "found-near"), ("role", "presentation")], &said);
    }
    // Options have numbers, so that the field can say which one is meant.
    let mut number = 0;
    let mut option = |markup: &mut Markup, href: &str, inside: &dyn Fn(&mut Markup)| {
        let id = format!("found-{number}");
        number += 1;
        let attributes = [
            ("role", "option"),
            ("id", id.as_str()),
            ("href", href),
            ("tabindex", "-1"),
            ("aria-selected", "false"),
        ];
        markup.element("a", &attributes, inside);
    };
    for group in found.groups() {
        let (best, count) = best(desk, &found, group);
        if best.is_empty() {
            continue;
        }
        let heading = desk.atlas.say(group);
        let attributes = [("role", "group"), ("class", "found"), ("aria-label", heading)];
        markup.element("div", &attributes, |m| {
            m.leaf("p", &[("aria-hidden", "true")], heading);
            for &entry in &best {
                let name = name(desk, entry);
                let hint = hint(desk, entry, text);
                option(m, &href(desk, entry), &|m| {
                    match entry {
                        Entry::Source(_) | Entry::Reference(_) | Entry::Claim(_) => {
                            english_leaf(m, desk.atlas, "span", &[], &name);
                        }
                        _ => m.leaf("span", &[], &name),
                    }
                    m.element("span", &[("class", "quiet")], |m| mixed(m, desk.atlas, &hint));
                });
            }
            if group == Group::Claims && count > best.len() {
                let href = desk.on(Tab::Claims, |view| view.choices.search(text.trim()));
                let name = desk.atlas.tell(Finder::AllClaims, &[&desk.atlas.number(count)]);
                option(m, &href, &|m| m.leaf("span", &[], &name));
            }
        });
    }
}

/// The best of a group, a cited work once however often it is listed; and how many the group has.
fn best(desk: Desk<'_>, found: &Found, group: Group) -> (Vec<Entry>, usize) {
    let (all, count) = found.best(group, usize::MAX);
    let mut best: Vec<(Entry, String)> = Vec::new();
    for entry in all {
        if best.len() == MOST {
            break;
        }
        let name = name(desk, entry);
        let again = |(other, known): &(Entry, String)| {
            matches!((other, entry), (Entry::Reference(_), Entry::Reference(_))) && *known == name
        };
        if !best.iter().any(again) {
            best.push((entry, name));
        }
    }
    (best.into_iter().map(|(entry, _)| entry).collect(), count)
}

/// The other name by which it was found, where its own does not hold what was typed.
fn alias(desk: Desk<'_>, entry: Entry, typed: &str) -> Option<&'static str> {
    let Desk { atlas, texts, .. } = desk;
    let (name, others) = match entry {
        Entry::Actor(id) => (atlas.actor(id).name, &texts.actor(id)?.aliases),
        Entry::Place(id) => (atlas.place(id).name, &texts.place(id)?.aliases),
        _ => return None,
    };
    if names(name, typed) {
        return None;
    }
    others.iter().copied().find(|other| names(other, typed))
}

fn name(desk: Desk<'_>, entry: Entry) -> String {
    let Desk { atlas, texts, .. } = desk;
    match entry {
        Entry::Actor(id) => atlas.actor(id).name.to_owned(),
        Entry::Place(id) => atlas.place(id).name.to_owned(),
        Entry::Issue(id) => atlas.issue(id).name.to_owned(),
        Entry::Category(id) => atlas.category(id).name.to_owned(),
        Entry::Source(id) => atlas.source(id).title.to_owned(),
        Entry::Reference(id) => {
            texts.reference(id).map_or(atlas.reference(id), |reference| reference.text).to_owned()
        }
        Entry::Claim(id) => words::summary(atlas, Some(texts), id),
    }
}

/// What tells it from others of its name.
fn hint(desk: Desk<'_>, entry: Entry, typed: &str) -> String {
    match alias(desk, entry, typed) {
        Some(other) => desk.atlas.tell(Finder::AlsoCalled, &[other, &own_hint(desk, entry)]),
        None => own_hint(desk, entry),
    }
}

fn own_hint(desk: Desk<'_>, entry: Entry) -> String {
    let Desk { atlas, texts, .. } = desk;
    match entry {
        Entry::Actor(id) => {
            let short = texts.actor(id).and_then(|text| text.acronyms.first());
            short.map_or_else(
                || atlas.say(atlas.actor(id).kind).to_owned(),
                |&short| short.to_owned(),
            )
        }
        Entry::Place(id) => {
            let place = atlas.place(id);
            let country = place.country.map(|id| format!(", {}", atlas.actor(id).name));
            format!("{}{}", atlas.say(place.kind), country.unwrap_or_default())
        }
        Entry::Issue(id) => atlas.say(atlas.issue(id).group).to_owned(),
        Entry::Category(id) => atlas.count(atlas.index().category(id).len(), Count::Claims),
        Entry::Source(id) => atlas.count(atlas.index().source(id).len(), Count::Claims),
        Entry::Reference(id) => {
            let document = texts.reference(id).map(|reference| cited(atlas, reference.source));
            atlas.tell(Finder::CitedIn, &[&document.unwrap_or_default()])
        }
        Entry::Claim(id) => words::dated(atlas.words(), atlas.claim(id)),
    }
}

fn href(desk: Desk<'_>, entry: Entry) -> String {
    let atlas = desk.atlas;
    match entry {
        Entry::Actor(id) => format!("?entity={}", atlas.actor(id).slug),
        Entry::Place(id) => format!("?place={}", atlas.place(id).slug),
        Entry::Issue(id) => format!("?issue-at={}", atlas.issue(id).slug),
        Entry::Reference(id) => format!("?ref={}", atlas.reference(id)),
        Entry::Claim(id) => format!("?claim={}", atlas.claim(id).slug()),
        Entry::Category(id) => desk.on(Tab::Claims, |view| {
            view.filter.clear(Facet::Category);
            view.filter.choose(FacetValue::Category(id));
            view.choices.set(Choice::Query, "");
        }),
        Entry::Source(id) => desk.on(Tab::Sources, |view| {
            view.choices.set(Choice::Focus, atlas.source(id).slug);
        }),
    }
}
