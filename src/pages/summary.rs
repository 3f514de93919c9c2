//! A page in one sentence that follows the filters, for the line above it: its own, and not written twice for it.

use super::{Desk, changes, claims, codebook, collection, compare, contents, figures, matrix};
use super::{organisations, positions, scenarios, sources, timeline, tours};
use crate::markup::Markup;
use crate::markup::said::mixed;
use crate::query::Filter;
use crate::scene::summary::{About, sentence};
use crate::view::Tab;

/// Writes the sentence of the page that a link names; that of its claims where it has none of its own.
pub(super) fn write(markup: &mut Markup, desk: Desk<'_>) {
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
        Tab::Timeline | Tab::Changes | Tab::Compare | Tab::Claims => own.as_str(),
        _ => first(&own),
    };
    mixed(markup, desk.atlas, first);
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
