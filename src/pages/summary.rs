//! A page in one sentence that follows the filters, for the line above it: its own, and not written twice for it.

use super::{Desk, against, changes, claims, codebook, collection, compare, contents, figures};
use super::{matrix, organisations, over, positions, scenarios, sources, timeline, tours};
use crate::atlas::Atlas;
use crate::markup::Markup;
use crate::markup::said::mixed;
use crate::markup::switches::tally;
use crate::query::{Filter, Layer};
use crate::scene::layers::{Member, Overlay, Step};
use crate::scene::membership::Membership;
use crate::scene::summary::{About, sentence};
use crate::scene::words;
use crate::view::Tab;
use crate::words::{Count, Overlays};

/// Writes the sentence of the page that a link names; that of its claims where it has none of its own.
pub(super) fn write(markup: &mut Markup, desk: Desk<'_>, over: &over::Last) {
    let own = match desk.view.tab {
        Tab::Timeline => timeline::said(desk),
        Tab::Changes => changes::said(desk),
        Tab::Compare => compare::said(desk),
        Tab::Claims => claims::said(desk),
        Tab::Sources => sources::said(desk),
        Tab::Organisations => organisations::said(desk),
        Tab::Positions => positions::said(desk),
        Tab::Matrix if desk.view.choices.arrange(Tab::Matrix) => matrix::said(desk),
        Tab::Scenarios => scenarios::lead(desk),
        Tab::Figures => figures::lead(desk),
        Tab::Contents => contents::lead(desk),
        Tab::Collection => collection::lead(desk),
        Tab::Tours => tours::lead(desk),
        Tab::Codebook => codebook::lead(desk).to_owned(),
        // Of sites that are not drawn nothing is said.
        Tab::Overview | Tab::Map if !desk.view.layers.has(Layer::Sites) => {
            layered(desk, &over.of(desk))
        }
        Tab::Overview | Tab::Map | Tab::Matrix => String::new(),
    };
    if own.is_empty() {
        let about = match desk.view.tab {
            Tab::Overview | Tab::Map => About::Sites,
            Tab::Matrix => About::Pairs,
            _ => About::Claims,
        };
        let mut filter = desk.view.filter.clone();
        // Of two documents that are compared, of what is shown of them.
        filter.within = desk.compared().map(|own| own.kept(desk.atlas, &Filter::default()));
        return markup.text(&sentence(desk.atlas, &filter, about));
    }
    // How a page is read is said on it.
    let first = match desk.view.tab {
        Tab::Timeline | Tab::Changes | Tab::Compare | Tab::Claims | Tab::Overview | Tab::Map => {
            own.as_str()
        }
        _ => first(&own),
    };
    mixed(markup, desk.atlas, first);
}

/// What the map shows where it draws no sites: who is in the organisation, what the states are shaded by, what the
/// layers that are on have, and as of when.
fn layered(desk: Desk<'_>, overlay: &Overlay) -> String {
    let atlas = desk.atlas;
    let mut parts: Vec<String> = Vec::new();
    if let Some(organisation) = overlay.layers.organisation {
        let said = [atlas.actor(organisation).name, &members(atlas, &overlay.told.members)];
        parts.push(atlas.tell(Overlays::Whose, &said));
    }
    if let Some(measure) = overlay.measure {
        let areas = &overlay.told.areas;
        let told =
            areas.iter().filter(|area| !matches!(area.step, Step::NoClaim | Step::OutOfScope));
        let numbers = [told.count(), areas.len()].map(|count| atlas.number(count));
        let told = atlas.tell(Overlays::OfStates, &numbers.each_ref().map(String::as_str));
        parts.push(atlas.tell(Overlays::Whose, &[&measure.words(atlas), &told]));
    }
    for (layer, &counts) in Layer::ALL.iter().zip(&overlay.counts) {
        if !overlay.layers.has(*layer) {
            continue;
        }
        let said = match layer {
            Layer::Flows => {
                // As the switch counts them: each claim once, however many pairs it is of.
                let claims = atlas.count(counts.placed, Count::Claims);
                let pairs = atlas.count(overlay.told.flows.len(), Count::Pairs);
                atlas.tell(Overlays::OnPairs, &[&claims, &pairs])
            }
            _ => tally(atlas.words(), counts),
        };
        parts.push(atlas.tell(Overlays::Whose, &[atlas.say(*layer), &said]));
    }
    if parts.is_empty() {
        let claims = atlas.count(
            against::kept(atlas, &desk.view.filter, desk.compared().as_ref()).len(),
            Count::Claims,
        );
        parts.push(atlas.tell(Overlays::Plain, &[&claims]));
    }
    let when = words::when(atlas.words(), &desk.view.filter);
    atlas.tell(Overlays::InSum, &[&parts.join("; "), &when])
}

/// How many of the states are members surely, how many possibly or in part, how many are stated not to be.
fn members(atlas: &Atlas, all: &[Member]) -> String {
    let count = |is: &dyn Fn(&Member) -> bool| all.iter().filter(|own| is(own)).count();
    let is = |own: &Member, membership| own.membership == membership;
    let surely = count(&|own| is(own, Membership::Member) && own.sure);
    let mut parts = vec![atlas.count(surely, Overlays::Members)];
    for (number, words) in [
        (count(&|own| is(own, Membership::Member) && !own.sure), Overlays::PossibleMembers),
        (count(&|own| is(own, Membership::Partly)), Overlays::PartMembers),
        (count(&|own| is(own, Membership::Not)), Overlays::NotMembers),
        (count(&|own| is(own, Membership::Unknown)), Overlays::UnknownMembers),
    ] {
        if number > 0 {
            parts.push(atlas.tell(words, &[&atlas.number(number)]));
        }
    }
    parts.join(", ")
}

/// The first sentence of several.
fn first(text: &str) -> &str {
    text.find(". ").and_then(|at| text.get(..=at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        assert_eq!(first("12 figures, 1.5 of them. More."), "12 figures, 1.5 of them.");
        assert_eq!(first("One alone."), "One alone.");
        assert_eq!(first(""), "");
    }
}
