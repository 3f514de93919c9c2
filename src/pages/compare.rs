//! Two states, powers or pairs side by side, or one alone.

mod codes;
mod side;

use super::{Desk, against, field, presets, sheet};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::Markup;
use crate::query::lens::counts;
use crate::query::profile::{Sort, Tie, ties, told};
use crate::query::{Compared, Party};
use crate::view::{Choice, Tab};
use crate::words::{ComparePage, Count};

/// What stands side by side unless the link says otherwise, by sort.
const DEFAULTS: [(Sort, &str, ComparePage, &str); 3] = [
    (Sort::State, "states", ComparePage::States, "KZ~UZ"),
    (Sort::Power, "powers", ComparePage::Powers, "RU~US"),
    (Sort::Dyad, "pairs", ComparePage::Pairs, "KZ-RU~KZ-CN"),
];

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let chosen = chosen(desk);
    let title = match chosen.as_slice() {
        [one] => one.name(desk.atlas),
        _ => desk.atlas.say(Tab::Compare).to_owned(),
    };
    let lead = desk.atlas.say(ComparePage::Lead);
    sheet(markup, desk, "compare", &title, lead, |m| {
        controls(m, desk, &chosen);
        if chosen.is_empty() {
            m.leaf("p", &[], desk.atlas.say(ComparePage::Nobody));
            return;
        }
        let compared = desk.compared();
        let compared = compared.as_ref();
        let mut sides: Vec<(Party, Vec<Tie>)> =
            chosen.iter().map(|&party| (party, ties_of(desk, party, compared))).collect();
        let told = counts(sides.iter().flat_map(|(_, ties)| ties).filter_map(|tie| tie.told));
        if let Some(compared) = compared {
            let all = compared.counts(&told_of(desk, &chosen, compared));
            against::key_of_claims(m, desk.atlas, compared.lens, all);
            let only = compared.lens.only;
            let shown = |tie: &Tie| only.is_none() || tie.told == only;
            sides.iter_mut().for_each(|(_, ties)| ties.retain(shown));
        }
        let class = if sides.len() == 2 { "sides two" } else { "sides" };
        m.element("div", &[("class", class)], |m| {
            sides.iter().for_each(|(party, ties)| side::head(m, desk, *party, ties, compared));
        });
        codes::write(m, desk, &sides, compared.map(|compared| (compared.lens, told)));
        m.leaf("h3", &[("class", "part")], desk.atlas.say(ComparePage::AllClaims));
        m.element("div", &[("class", class)], |m| {
            let mut all = ClaimSet::none(desk.atlas.claims().len());
            sides.iter().for_each(|(party, _)| all.unite(&side::kept(desk, *party, compared)));
            sides.iter().for_each(|(party, _)| side::claims(m, desk, *party, compared, &all));
        });
    });
}

/// The coded ties of a party; of two documents that are compared each with who tells it.
fn ties_of(desk: Desk<'_>, party: Party, compared: Option<&Compared>) -> Vec<Tie> {
    match compared {
        Some(compared) => told(desk.atlas, &desk.view.filter, party, compared),
        None => ties(desk.atlas, &desk.view.filter, party),
    }
}

/// The claims of all sides that one of two documents tells.
fn told_of(desk: Desk<'_>, parties: &[Party], compared: &Compared) -> ClaimSet {
    let mut own = ClaimSet::none(desk.atlas.claims().len());
    parties.iter().for_each(|party| own.unite(&party.claims(desk.atlas)));
    against::all(desk.atlas, &desk.view.filter.of_anyone(), compared).and(&own)
}

/// How many claims each side has.
pub(super) fn said(desk: Desk<'_>) -> String {
    let chosen = chosen(desk);
    if chosen.is_empty() {
        return desk.atlas.say(ComparePage::Nobody).to_owned();
    }
    let compared = desk.compared();
    let side = |party: &Party| {
        let kept = side::kept(desk, *party, compared.as_ref());
        let claims = desk.atlas.count(kept.len(), Count::Claims);
        format!("{}: {claims}", party.name(desk.atlas))
    };
    format!("{}.", chosen.iter().map(side).collect::<Vec<_>>().join("; "))
}

/// What stands side by side, as the link has it.
fn chosen(desk: Desk<'_>) -> Vec<Party> {
    let fallback = DEFAULTS.first().map_or("", |(.., pair)| pair);
    sides(desk.atlas, desk.view.choices.get(Choice::Compare).unwrap_or(fallback)).0
}

/// One party or two of one sort that a value names, and the parts of it that cannot stand beside them.
pub(super) fn sides<'a>(atlas: &Atlas, value: &'a str) -> (Vec<Party>, Vec<&'a str>) {
    let (mut parties, mut left): (Vec<Party>, Vec<&str>) = (Vec::new(), Vec::new());
    for slug in value.split('~') {
        let fits = |party: &Party| match parties.as_slice() {
            [] => true,
            [first] => first != party && first.sort(atlas) == party.sort(atlas),
            _ => false,
        };
        match Party::read(atlas, slug).filter(fits) {
            Some(party) => parties.push(party),
            None => left.push(slug),
        }
    }
    (parties, left)
}

fn controls(markup: &mut Markup, desk: Desk<'_>, chosen: &[Party]) {
    markup.element("div", &[("class", "controls")], |m| {
        choosers(m, desk, chosen);
        against::chooser(m, desk);
    });
}

/// Which sort of parties stands side by side, and which two.
fn choosers(markup: &mut Markup, desk: Desk<'_>, chosen: &[Party]) {
    let atlas = desk.atlas;
    let say = |word| atlas.say(word);
    let sort = chosen.first().map(|party| party.sort(atlas));
    let sorts = DEFAULTS.map(|(own, slug, name, pair)| {
        let href = desk.choosing(Choice::Compare, pair);
        (format!("sort-{slug}"), say(name), Some(own) == sort, href)
    });
    presets(markup, say(ComparePage::What), sorts);
    let all: Vec<Party> = match sort {
        Some(Sort::State) => atlas.states().iter().copied().map(Party::Actor).collect(),
        Some(Sort::Power) => atlas.powers().iter().copied().map(Party::Actor).collect(),
        Some(Sort::Dyad) => atlas.dyads().map(Party::Dyad).collect(),
        Some(Sort::Other) | None => Vec::new(),
    };
    let (Some(&first), false) = (chosen.first(), all.is_empty()) else { return };
    let second = chosen.get(1).copied();
    let attributes = [("role", "group"), ("aria-label", say(ComparePage::SideBySide))];
    markup.element("div", &attributes, |m| {
        // One beside itself is that one alone.
        let both = |a: Party, b: Option<Party>| match b.filter(|b| *b != a) {
            Some(b) => format!("{}~{}", a.slug(atlas), b.slug(atlas)),
            None => a.slug(atlas),
        };
        let ones = all.iter().map(|&own| (both(own, second), own.name(atlas), own == first));
        field(m, "compare-one", say(ComparePage::One), Choice::Compare, ones);
        let nobody = say(ComparePage::NoOther).to_owned();
        let nobody = (both(first, None), nobody, second.is_none());
        let others = all
            .iter()
            .filter(|own| **own != first)
            .map(|&own| (both(first, Some(own)), own.name(atlas), Some(own) == second));
        let others = [nobody].into_iter().chain(others);
        field(m, "compare-other", say(ComparePage::Other), Choice::Compare, others);
    });
}
