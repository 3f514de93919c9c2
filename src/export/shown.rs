//! What a view is of: its name, its filters in words.

use crate::atlas::{Atlas, Texts};
use crate::pages::against::lens;
use crate::pages::listed::searched;
use crate::query::Facet;
use crate::scene::against::name;
use crate::scene::names::cited;
use crate::scene::words::{self, name_of_pair};
use crate::view::{Selection, ViewState};
use crate::words::{Against, Frame, MatrixPage, Shown, Words};

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

/// A view's name where its filters stand beside it, which say from when.
pub fn name_of_view(atlas: &Atlas, texts: Option<&Texts>, view: &ViewState) -> String {
    joined([subject(atlas, texts, view), Some(atlas.say(view.tab).to_owned())])
}

/// The same as [`title`], with what is selected already in words.
pub fn titled(own: &Words, subject: Option<String>, view: &ViewState) -> String {
    joined([subject, words::time(own, &view.filter), Some(own.say(view.tab).to_owned())])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The filters in force, each with what it keeps, the text that is looked for, and the documents that are compared, with
/// their signs; empty where nothing is filtered.
pub fn filters(atlas: &Atlas, view: &ViewState) -> Vec<(&'static str, String)> {
    let filter = &view.filter;
    let facets = Facet::ALL.iter().filter_map(|&facet| {
        let names: Vec<&str> = filter.of(facet).map(|value| value.name(atlas)).collect();
        either(atlas.words(), &names).map(|names| (atlas.say(facet), names))
    });
    let certain = filter.certain.then(|| atlas.say(Frame::CertainOnly).to_owned());
    let times = [words::time(atlas.words(), filter), certain];
    let times = times.into_iter().flatten().map(|time| (atlas.say(Shown::Time), time));
    let text = searched(view).map(|text| (atlas.say(Shown::Text), text.to_owned()));
    let lens = lens(atlas, view).map(|lens| {
        let [first, second] = [lens.first, lens.second].map(|id| cited(atlas, id));
        let both = atlas.tell(Against::Pair, &[&format!("◐ {first}"), &format!("◑ {second}")]);
        let only = lens.only.map(|only| format!(": {}", name(atlas, lens, only)));
        (atlas.say(MatrixPage::Documents), both + &only.unwrap_or_default())
    });
    facets.chain(times).chain(text).chain(lens).collect()
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
