//! Wiring: the signals, the memos between them, and the effects that leave the program.

use leptos::prelude::*;

use super::claim_list::ClaimsPanel;
use super::detail_panel::DetailPanel;
use super::filter_bar::FilterBar;
use super::header::Header;
use super::map::MapPanel;
use super::matrix_panel::MatrixPanel;
use super::notices::Notices;
use super::sources_panel::SourcesPanel;
use super::time_strip::TimeStrip;
use super::{Hint, Reach};
use crate::atlas::Atlas;
use crate::scene::map::Plate;
use crate::shell::{address, page};
use crate::view::action::Step;
use crate::view::{Action, Tab, Theme, ViewState, link};

/// The whole page.
#[component]
pub fn App(
    /// The dataset.
    atlas: &'static Atlas,
    /// The base map.
    plate: &'static Plate,
) -> impl IntoView {
    let (opened, dropped) = link::read(&address::query(), atlas);
    let view = RwSignal::new(opened);
    let notices = RwSignal::new(dropped);
    let hint = RwSignal::new(None::<Hint>);
    let last_step = StoredValue::new(Step::Motion);
    let act = Callback::new(move |action: Action| {
        last_step.set_value(action.step());
        view.update(|view| view.apply(action));
    });
    let reach = Reach { atlas, view, act, hint };

    address::on_travel(move || {
        let (travelled, dropped) = link::read(&address::query(), atlas);
        notices.set(dropped);
        last_step.set_value(Step::Motion);
        view.set(travelled);
    });
    write_address(reach, last_step);
    write_title(reach);
    write_theme(reach);

    let tab = Memo::new(move |_| view.with(|view| view.tab));
    let filter = Memo::new(move |_| view.with(|view| view.filter.clone()));
    let selection = Memo::new(move |_| view.with(|view| view.selection));
    let has_map = move || matches!(tab.get(), Tab::Overview | Tab::Map);
    let has_matrix = move || matches!(tab.get(), Tab::Overview | Tab::Matrix);

    view! {
        <Header reach tab />
        <FilterBar reach filter />
        <Notices notices />
        <main id="main" class=move || format!("tab-{}", tab.get().slug())
            class:has-detail=move || selection.with(Option::is_some)>
            <Show when=has_map><MapPanel reach plate filter selection /></Show>
            <Show when=has_matrix><MatrixPanel reach filter selection /></Show>
            <Show when=move || tab.get() == Tab::Claims><ClaimsPanel reach filter /></Show>
            <Show when=move || tab.get() == Tab::Sources><SourcesPanel reach /></Show>
            <DetailPanel reach filter selection />
        </main>
        <TimeStrip reach filter />
    }
}

/// The link follows the view.
fn write_address(reach: Reach, last_step: StoredValue<Step>) {
    Effect::new(move |written: Option<String>| {
        let query = reach.view.with(|view| link::write(view, reach.atlas));
        match written {
            // At start the address stays as it came, unless it held what we do not know.
            None => {
                if link::read(&address::query(), reach.atlas).1.is_empty() {
                    return query;
                }
                address::write(&query, Step::Motion);
            }
            Some(before) if before != query => address::write(&query, last_step.get_value()),
            Some(_) => {}
        }
        query
    });
}

fn write_title(reach: Reach) {
    Effect::new(move |_| {
        let title = reach.view.with(|view| super::detail_panel::title(reach.atlas, view));
        page::set_title(&title);
    });
}

/// The reader's theme, else the system's: the style sheets know the rest.
fn write_theme(reach: Reach) {
    let theme = Memo::new(move |_| reach.view.with(|view: &ViewState| view.theme));
    Effect::new(move |_| {
        let theme = theme.get();
        page::set_root_attribute("data-theme", (theme != Theme::System).then(|| theme.slug()));
    });
}
