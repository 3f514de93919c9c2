//! What the page shows, in one sentence that follows the filters.

use crate::atlas::{Atlas, ClaimSet};
use crate::query::standing::{Hold, SiteStatus, site_status, standing_under};
use crate::query::{Facet, FacetValue, Filter, Subject};
use crate::words::{Count, Summary};

/// What a page shows most of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Facilities, on the map.
    Sites,
    /// Pairs of a state and a power.
    Pairs,
    /// Claims as such.
    Claims,
}

/// The sentence, as `Russia: 9 facilities open in 4 states in 2012, 2 closed.`
pub fn sentence(atlas: &Atlas, filter: &Filter, about: About) -> String {
    let kept = filter.run(atlas).kept;
    if kept.is_empty() {
        return atlas.say(Summary::NoClaim).to_owned();
    }
    let powers: Vec<&str> = filter.of(Facet::Power).map(|value| value.name(atlas)).collect();
    let who = if powers.is_empty() { String::new() } else { format!("{}: ", powers.join(", ")) };
    let when = super::words::time(atlas.words(), filter);
    let when = when.unwrap_or_else(|| atlas.say(Summary::AsLastKnown).to_owned());
    let when = format!(" {when}");
    let said = match about {
        About::Sites => sites(atlas, filter, &kept, &when),
        About::Pairs => pairs(atlas, filter, &kept),
        About::Claims => claims(atlas, &kept),
    };
    format!("{who}{said}.")
}

/// How many facilities are open, in how many states, and how many are closed.
fn sites(atlas: &Atlas, filter: &Filter, kept: &ClaimSet, when: &str) -> String {
    let (mut open, mut possible, mut last_known, mut closed) = (0, 0, 0, 0);
    let mut states = Vec::new();
    for standing in standing_under(atlas, filter) {
        let Subject::Facility { place, operator } = standing.subject else { continue };
        match site_status(atlas, &standing).filter(|_| filter.admits(FacetValue::Power(operator))) {
            Some(SiteStatus::Open) => {
                open += 1;
                let hold = standing.first(atlas).map(|(_, hold)| hold);
                last_known += usize::from(filter.at.is_some() && hold == Some(Hold::LastKnown));
                let state = atlas.place(place).country.filter(|id| atlas.states().contains(id));
                if let Some(state) = state.filter(|state| !states.contains(state)) {
                    states.push(state);
                }
            }
            Some(SiteStatus::Possible) => possible += 1,
            Some(SiteStatus::Closed) => closed += 1,
            Some(SiteStatus::Planned) | None => {}
        }
    }
    if open + possible + closed == 0 {
        let claims = atlas.count(kept.len(), Count::Claims);
        return atlas.tell(Summary::NoFacility, &[when, &claims]);
    }
    let mut said = atlas.count(open, Summary::FacilitiesOpen);
    if !states.is_empty() {
        said.push_str(&atlas.count(states.len(), Summary::InStates));
    }
    said.push_str(when);
    if last_known > 0 {
        said.push_str(&atlas.count(last_known, Summary::OnlyLastKnown));
    }
    if possible > 0 {
        said.push_str(&atlas.count(possible, Summary::Possibly));
    }
    if closed > 0 {
        said.push_str(&atlas.count(closed, Summary::Closed));
    }
    said
}

/// The pairs of which most and least is said.
fn pairs(atlas: &Atlas, filter: &Filter, kept: &ClaimSet) -> String {
    let (mut most, mut least, mut silent) = (None, None, 0);
    for dyad in atlas.dyads() {
        let own = filter.admits(FacetValue::Power(dyad.power))
            && filter.admits(FacetValue::State(dyad.state));
        if !own {
            continue;
        }
        let claims = kept.len_with(&dyad.claims(atlas));
        silent += usize::from(claims == 0);
        if most.is_none_or(|(count, _)| claims > count) {
            most = Some((claims, dyad));
        }
        if least.is_none_or(|(count, _)| claims < count) {
            least = Some((claims, dyad));
        }
    }
    let Some(((most, first), (least, last))) = most.zip(least) else {
        return atlas.count(kept.len(), Count::Claims);
    };
    // Behind the powers' names the sentence has begun.
    let begun = filter.of(Facet::Power).next().is_some();
    let most_is = if begun { Summary::MostBegun } else { Summary::MostIs };
    let said = atlas.tell(most_is, &[&first.name(atlas), &atlas.count(most, Count::Claims)]);
    match (silent, first == last) {
        (_, true) => said,
        (0 | 1, _) => {
            atlas.tell(Summary::LeastOf, &[&said, &last.name(atlas), &atlas.number(least)])
        }
        _ => atlas.tell(Summary::NothingOf, &[&said, &atlas.count(silent, Count::Pairs)]),
    }
}

/// How many claims of how many documents, and what to be careful with.
fn claims(atlas: &Atlas, kept: &ClaimSet) -> String {
    let index = atlas.index();
    let documents = atlas.sources().filter(|&(id, _)| kept.len_with(index.source(id)) > 0).count();
    let undated = kept.iter().filter(|&id| atlas.claim(id).when.is_none()).count();
    let parts = [
        atlas.count(kept.len(), Count::Claims),
        atlas.count(documents, Summary::FromDocuments),
        atlas.number(kept.len_with(index.disputed())),
        atlas.number(undated),
    ];
    atlas.tell(Summary::OfDocuments, &parts.each_ref().map(String::as_str))
}
