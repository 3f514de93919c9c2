//! What the page shows, in one sentence that follows the filters.

use crate::atlas::{ActorId, Atlas, ClaimSet};
use crate::query::standing::{SiteStatus, site_status, standing_under};
use crate::query::{Facet, FacetValue, Filter, Sites, Subject};
use crate::scene::words;
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
    let when = format!(" {}", words::when(atlas.words(), filter));
    let said = match about {
        About::Sites => sites(atlas, filter, &kept, &when),
        About::Pairs => pairs(atlas, filter, &kept),
        About::Claims => claims(atlas, &kept),
    };
    format!("{who}{said}.")
}

/// Whether the sentence has begun, by the powers' names.
fn is_begun(filter: &Filter) -> bool {
    filter.of(Facet::Power).next().is_some()
}

/// How many facilities are open, in how many states, and how many are closed.
fn sites(atlas: &Atlas, filter: &Filter, kept: &ClaimSet, when: &str) -> String {
    let mut standings = standing_under(atlas, filter);
    standings.retain(|standing| match standing.subject {
        Subject::Facility { operator, .. } => filter.admits(FacetValue::Power(operator)),
        _ => false,
    });
    let sites = Sites::of(atlas, standings.iter(), filter.at.is_some());
    if sites.is_empty() {
        let claims = atlas.count(kept.len(), Count::Claims);
        let none = if is_begun(filter) { Summary::NoFacilityOf } else { Summary::NoFacility };
        return atlas.tell(none, &[when, &claims]);
    }
    let holds_one = |state: &&ActorId| {
        standings.iter().any(|standing| match standing.subject {
            Subject::Facility { place, .. } => {
                atlas.place(place).country == Some(**state)
                    && site_status(atlas, standing) == Some(SiteStatus::Open)
            }
            _ => false,
        })
    };
    let mut said = atlas.count(sites.open, Summary::FacilitiesOpen);
    let states = atlas.states().iter().filter(holds_one).count();
    if states > 0 {
        said.push_str(&atlas.count(states, Summary::InStates));
    }
    said + when + &words::besides_open(atlas, sites)
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
    let most_is = if is_begun(filter) { Summary::MostBegun } else { Summary::MostIs };
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
