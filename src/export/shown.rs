//! What a view is of: its claims, its name, its filters in words.

use crate::atlas::{Atlas, ClaimSet, Texts};
use crate::pages::against::{compared, kept, kept_by_either, lens};
use crate::pages::collection::collected;
use crate::query::Facet;
use crate::scene::against::name;
use crate::scene::matrix::claims_of_pair;
use crate::scene::names::cited;
use crate::scene::words::{self, name_of_pair};
use crate::view::{Choice, Selection, Tab, ViewState};
use crate::words::{Against, MatrixPage, Shown, Words};

/// The claims that a view shows: those of its selection that the filter keeps, else all that it keeps. A
/// claim that is opened is shown whatever the filter.
pub fn claims(atlas: &Atlas, texts: &Texts, view: &ViewState) -> ClaimSet {
    if view.tab == Tab::Collection && view.selection.is_none() {
        return collected(atlas, view.choices.get(Choice::Basket).unwrap_or_default());
    }
    // What is selected is told whole, by either of two documents that are compared.
    let filter = kept_by_either(atlas, view);
    let kept = || filter.run(atlas).kept;
    match view.selection {
        None => self::kept(atlas, &view.filter, compared(atlas, view).as_ref()),
        Some(Selection::Claim(id)) => {
            let mut one = ClaimSet::none(atlas.claims().len());
            one.insert(id);
            one
        }
        Some(Selection::Place(place)) => kept().and(atlas.index().place(place)),
        Some(Selection::Route(route)) => {
            let mut own = ClaimSet::none(atlas.claims().len());
            atlas.route(route).claims.iter().for_each(|&claim| own.insert(claim));
            kept().and(&own)
        }
        Some(Selection::Entity(actor)) => kept().and(atlas.index().actor(actor)),
        Some(Selection::Dyad(dyad, category)) => claims_of_pair(atlas, &filter, dyad, category),
        Some(Selection::Issue(issue)) => kept().and(atlas.index().issue(issue)),
        Some(Selection::Reference(work)) => {
            let mut claims = ClaimSet::none(atlas.claims().len());
            texts.resting_on(work).for_each(|claim| claims.insert(claim));
            claims.and(&kept())
        }
    }
}

/// What is selected, in words: `Bases, Kyrgyzstan–Russia`; `None` where nothing is.
pub fn subject(atlas: &Atlas, texts: Option<&Texts>, view: &ViewState) -> Option<String> {
    view.selection.map(|selection| match selection {
        Selection::Claim(id) => words::summary(atlas, texts, id),
        Selection::Place(id) => atlas.place(id).name.to_owned(),
        Selection::Entity(id) => atlas.actor(id).name.to_owned(),
        Selection::Route(id) => atlas.route(id).name.to_owned(),
        Selection::Dyad(dyad, category) => name_of_pair(atlas, dyad, category),
        Selection::Issue(id) => atlas.issue(id).name.to_owned(),
        Selection::Reference(id) => words::work(atlas, texts, id),
    })
}

/// A view's name: what is selected, from when, on which page.
pub fn title(atlas: &Atlas, texts: Option<&Texts>, view: &ViewState) -> String {
    titled(atlas.words(), subject(atlas, texts, view), view)
}

/// The same, with what is selected already in words.
pub fn titled(own: &Words, subject: Option<String>, view: &ViewState) -> String {
    let tab = own.say(view.tab).to_owned();
    let parts = [subject, words::time(own, &view.filter), Some(tab)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The filters in force, each with what it keeps, and the documents that are compared, with their signs; empty where
/// nothing is filtered.
pub fn filters(atlas: &Atlas, view: &ViewState) -> Vec<(&'static str, String)> {
    let filter = &view.filter;
    let facets = Facet::ALL.iter().filter_map(|&facet| {
        let names: Vec<&str> = filter.of(facet).map(|value| value.name(atlas)).collect();
        either(atlas.words(), &names).map(|names| (atlas.say(facet), names))
    });
    let at = words::time(atlas.words(), filter).map(|time| (atlas.say(Shown::Time), time));
    let lens = lens(atlas, view).map(|lens| {
        let [first, second] = [lens.first, lens.second].map(|id| cited(atlas, id));
        let both = atlas.tell(Against::Pair, &[&format!("◐ {first}"), &format!("◑ {second}")]);
        let only = lens.only.map(|only| format!(": {}", name(atlas, lens, only)));
        (atlas.say(MatrixPage::Documents), both + &only.unwrap_or_default())
    });
    facets.chain(at).chain(lens).collect()
}

/// Names of which any may be meant: `Russia, China or India`; `None` of no name.
pub fn either(own: &Words, names: &[&str]) -> Option<String> {
    match names.split_last()? {
        (one, []) => Some((*one).to_owned()),
        (last, others) => Some(own.tell(Shown::Or, &[&others.join(", "), last])),
    }
}

/// The filters in one line: `Power: Russia; as of 2012`, or `no filter`.
pub fn filter_line(atlas: &Atlas, view: &ViewState) -> String {
    let parts: Vec<String> =
        filters(atlas, view).iter().map(|(name, value)| format!("{name}: {value}")).collect();
    if parts.is_empty() { atlas.say(Shown::NoFilter).to_owned() } else { parts.join("; ") }
}
