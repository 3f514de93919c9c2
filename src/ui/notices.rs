//! What the link asked for and did not get.

use leptos::prelude::*;

use crate::view::Notice;

/// The notices, until the reader puts them away.
#[component]
pub(super) fn Notices(
    /// What was dropped.
    notices: RwSignal<Vec<Notice>>,
) -> impl IntoView {
    let lines = move || notices.with(|all| all.iter().map(Notice::words).collect::<Vec<_>>());
    view! {
        <div class="notices" role="alert">
            <Show when=move || notices.with(|all| !all.is_empty())>
                <div class="notice">
                    <ul>{move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                    <button type="button" on:click=move |_| notices.set(Vec::new())>"Dismiss"</button>
                </div>
            </Show>
        </div>
    }
}
