//! One shape a kind of facility, in a box of 13 px about its middle.

use leptos::prelude::*;

use crate::atlas::term::FacilityKind;

/// The shape of a kind.
#[component]
pub(super) fn Symbol(kind: FacilityKind) -> impl IntoView {
    view! { <path class="symbol" class:stroked=is_stroked(kind) d=crate::scene::map::symbol_path(kind) /> }
}

/// A trace has no inside to fill.
fn is_stroked(kind: FacilityKind) -> bool {
    kind == FacilityKind::Seismic
}
