//! The pages that are lists: claims and sources.

use leptos::prelude::*;

use super::{Reach, Root, on, text, write};
use crate::markup::{list, source, written};
use crate::query::Filter;

/// Every claim that a filter keeps, as a table.
#[component]
pub(super) fn ClaimsPanel(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
) -> impl IntoView {
    let root = Root::new();
    write(
        root,
        ".rows",
        text(move || {
            let kept = filter.with(|filter| filter.run(reach.atlas).kept);
            written(|markup| list::table(markup, reach.atlas, reach.texts.get(), &kept))
        }),
    );
    view! {
        <div class="host" node_ref=root inner_html=written(list::panel)
            on:click=on(move |event| reach.follow(&event))></div>
    }
}

/// One card a document.
#[component]
pub(super) fn SourcesPanel(
    /// Atlas, view and actions.
    reach: Reach,
) -> impl IntoView {
    let cards =
        text(move || written(|markup| source::panel(markup, reach.atlas, reach.texts.get())));
    view! { <div class="host" inner_html=cards on:click=on(move |event| reach.follow(&event))></div> }
}
