//! What the page shows, in one sentence that follows the filters.

use super::words::{counted, plural};
use crate::atlas::{Atlas, ClaimSet};
use crate::query::standing::{SiteStatus, site_status, standing_under};
use crate::query::{Facet, FacetValue, Filter, Subject};

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
        return "No claim is left.".to_owned();
    }
    let powers: Vec<&str> = filter.of(Facet::Power).map(|value| value.name(atlas)).collect();
    let who = if powers.is_empty() { String::new() } else { format!("{}: ", powers.join(", ")) };
    let when = super::words::time(filter).unwrap_or_else(|| "as last known".to_owned());
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
    let (mut open, mut closed, mut states) = (0, 0, Vec::new());
    for standing in standing_under(atlas, filter) {
        let Subject::Facility { place, operator } = standing.subject else { continue };
        match site_status(atlas, &standing).filter(|_| filter.admits(FacetValue::Power(operator))) {
            Some(SiteStatus::Open) => {
                open += 1;
                let state = atlas.place(place).country.filter(|id| atlas.states().contains(id));
                if let Some(state) = state.filter(|state| !states.contains(state)) {
                    states.push(state);
                }
            }
            Some(SiteStatus::Closed) => closed += 1,
            Some(SiteStatus::Planned) | None => {}
        }
    }
    if open + closed == 0 {
        return format!("no foreign facility{when}, {}", counted(kept.len(), "claim"));
    }
    let facilities = if open == 1 { "facility" } else { "facilities" };
    let mut said = format!("{open} {facilities} open");
    if !states.is_empty() {
        said.push_str(&format!(" in {}", counted(states.len(), "state")));
    }
    said.push_str(when);
    if closed > 0 {
        said.push_str(&format!(", {closed} closed"));
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
        return counted(kept.len(), "claim");
    };
    // Behind the powers' names the sentence has begun.
    let begun = filter.of(Facet::Power).next().is_some();
    let most_is = if begun { "most is" } else { "Most is" };
    let said = format!("{most_is} said of {}, {}", first.name(atlas), counted(most, "claim"));
    match (silent, first == last) {
        (_, true) => said,
        (0 | 1, _) => format!("{said}, least of {}, {least}", last.name(atlas)),
        _ => format!("{said}; nothing of {}", counted(silent, "pair")),
    }
}

/// How many claims of how many documents, and what to be careful with.
fn claims(atlas: &Atlas, kept: &ClaimSet) -> String {
    let index = atlas.index();
    let documents = atlas.sources().filter(|&(id, _)| kept.len_with(index.source(id)) > 0).count();
    let undated = kept.iter().filter(|&id| atlas.claim(id).when.is_none()).count();
    format!(
        "{} from {documents} {}, {} disputed, {undated} undated",
        counted(kept.len(), "claim"),
        plural(documents, "document"),
        kept.len_with(index.disputed()),
    )
}
