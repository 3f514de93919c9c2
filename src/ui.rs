//! Leptos components: props in, callbacks out. Nothing is computed here that a plain function
//! could compute.

mod app;
mod claim_card;
mod claim_list;
mod detail_panel;
mod filter_bar;
mod header;
mod map;
mod matrix_panel;
mod notices;
mod sources_panel;
mod time_strip;

use app::App;

use leptos::prelude::*;

use crate::atlas::{ActorId, Atlas, Dyad, PlaceId};
use crate::scene::map::Plate;
use crate::shell::page;
use crate::view::{Action, ViewState};

/// What every panel may use: the atlas, which never changes, and the way to act.
#[derive(Clone, Copy)]
pub(crate) struct Reach {
    /// The dataset.
    atlas: &'static Atlas,
    /// The view.
    view: RwSignal<ViewState>,
    /// The only way to change it.
    act: Callback<Action>,
    /// What the pointer or the focus rests on; passing, so not part of the view.
    hint: RwSignal<Option<Hint>>,
}

/// What the pointer or the focus rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    /// A pair, in a cell of the matrix.
    Pair(Dyad),
    /// A site on the map and the power that runs it.
    Site(PlaceId, ActorId),
}

impl Reach {
    fn act(self, action: Action) {
        self.act.run(action);
    }
}

/// Reads what the build embedded and puts the page together.
pub fn start() {
    crate::shell::failure::install();
    // Both live as long as the page.
    let atlas: &'static Atlas = Box::leak(Box::new(Atlas::embedded()));
    let plate: &'static Plate = Box::leak(Box::new(Plate::embedded()));
    page::remove_start();
    leptos::mount::mount_to_body(move || view! { <App atlas plate /> });
    page::mark("interactive");
}
