//! Two states, powers or pairs side by side, or one alone.

mod codes;
mod side;

use super::{Desk, field, presets, sheet};
use crate::markup::Markup;
use crate::query::Party;
use crate::query::profile::{Sort, Tie, ties};
use crate::view::Choice;

/// What stands side by side unless the link says otherwise, by sort.
const DEFAULTS: [(Sort, &str, &str); 3] = [
    (Sort::State, "States", "KZ~UZ"),
    (Sort::Power, "Powers", "RU~US"),
    (Sort::Dyad, "Pairs", "KZ-RU~KZ-CN"),
];

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let chosen = chosen(desk);
    let title = match chosen.as_slice() {
        [one] => one.name(desk.atlas),
        _ => "Compare".to_owned(),
    };
    let lead =
        "The coded ties and all claims of one, or of two side by side; what differs is marked.";
    sheet(markup, desk, "compare", &title, lead, |m| {
        controls(m, desk, &chosen);
        if chosen.is_empty() {
            m.leaf("p", &[], "The atlas has nobody of that name.");
            return;
        }
        let own = |&party: &Party| (party, ties(desk.atlas, &desk.view.filter, party));
        let sides: Vec<(Party, Vec<Tie>)> = chosen.iter().map(own).collect();
        let class = if sides.len() == 2 { "sides two" } else { "sides" };
        m.element("div", &[("class", class)], |m| {
            sides.iter().for_each(|(party, ties)| side::head(m, desk, *party, ties));
        });
        codes::write(m, desk, &sides);
        m.leaf("h3", &[("class", "part")], "All claims, by category");
        m.element("div", &[("class", class)], |m| {
            sides.iter().for_each(|(party, _)| side::claims(m, desk, *party));
        });
    });
}

/// One party or two of one sort, as the link has them.
fn chosen(desk: Desk<'_>) -> Vec<Party> {
    let fallback = DEFAULTS.first().map_or("", |(_, _, pair)| pair);
    let text = desk.view.choices.get(Choice::Compare).unwrap_or(fallback);
    let mut parties: Vec<Party> =
        text.split('~').take(2).filter_map(|slug| Party::read(desk.atlas, slug)).collect();
    if let [first, second] = parties.as_slice()
        && (first == second || first.sort(desk.atlas) != second.sort(desk.atlas))
    {
        parties.truncate(1);
    }
    parties
}

fn controls(markup: &mut Markup, desk: Desk<'_>, chosen: &[Party]) {
    let atlas = desk.atlas;
    let sort = chosen.first().map(|party| party.sort(atlas));
    markup.element("div", &[("class", "controls")], |m| {
        let sorts = DEFAULTS.map(|(own, name, pair)| {
            let href = desk.choosing(Choice::Compare, pair);
            (format!("sort-{}", name.to_ascii_lowercase()), name, Some(own) == sort, href)
        });
        presets(m, "What to compare", sorts);
        let all: Vec<Party> = match sort {
            Some(Sort::State) => atlas.states().iter().copied().map(Party::Actor).collect(),
            Some(Sort::Power) => atlas.powers().iter().copied().map(Party::Actor).collect(),
            Some(Sort::Dyad) => atlas.dyads().map(Party::Dyad).collect(),
            Some(Sort::Other) | None => Vec::new(),
        };
        let (Some(&first), false) = (chosen.first(), all.is_empty()) else { return };
        let second = chosen.get(1).copied();
        m.element("div", &[("role", "group"), ("aria-label", "Side by side")], |m| {
            let both = |a: Party, b: Option<Party>| match b {
                Some(b) => format!("{}~{}", a.slug(atlas), b.slug(atlas)),
                None => a.slug(atlas),
            };
            let ones = all.iter().map(|&own| (both(own, second), own.name(atlas), own == first));
            field(m, "compare-one", "One", Choice::Compare, ones);
            let nobody = (both(first, None), "nobody".to_owned(), second.is_none());
            let others = all
                .iter()
                .map(|&own| (both(first, Some(own)), own.name(atlas), Some(own) == second));
            let others = [nobody].into_iter().chain(others);
            field(m, "compare-other", "The other", Choice::Compare, others);
        });
    });
}
