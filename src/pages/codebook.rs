//! The codebook: what each category is, and how many claims it has under the filter.

use super::{Desk, sheet};
use crate::markup::{Markup, counted};
use crate::query::{Facet, FacetValue};
use crate::view::Tab;

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let lead =
        "Every claim is filed under one category; what belongs and what does not is decided here.";
    sheet(markup, desk, "codebook", "Codebook", lead, |m| {
        let tallies = Facet::Category.tallies(atlas, &desk.view.filter);
        m.element("dl", &[], |m| {
            for tally in tallies {
                let FacetValue::Category(id) = tally.value else { continue };
                let href = desk.href(|view| {
                    view.tab = Tab::Claims;
                    view.filter.clear(Facet::Category);
                    view.filter.choose(tally.value);
                });
                m.element("dt", &[], |m| {
                    m.leaf("span", &[], atlas.category(id).name);
                    m.leaf("a", &[("href", &href)], &counted(tally.claims, "claim"));
                });
                m.leaf("dd", &[], desk.texts.category(id).map_or("", |text| text.definition));
            }
        });
    });
}
