//! Wiring: the signals, the memos between them, and the effects that leave the program.

use std::time::Duration;

use leptos::prelude::*;

use super::detail_panel::DetailPanel;
use super::filter_bar::{FilterBar, Notices};
use super::header::Header;
use super::map::MapPanel;
use super::matrix_panel::MatrixPanel;
use super::study_panel::StudyPanel;
use super::time_strip::TimeStrip;
use super::tour_bar::TourBar;
use super::{Memo, Reach, State, effect, keys, wiring};
use crate::atlas::Atlas;
use crate::scene::map::{Part, Plate};
use crate::shell::page::Start;
use crate::shell::study::Study;
use crate::shell::{address, fetch, page};
use crate::view::action::Step;
use crate::view::{Choice, Notice, Selection, Tab, Theme, link};

/// The whole page.
#[component]
pub fn App(
    /// The dataset.
    atlas: &'static Atlas,
    /// What is taken over from the first picture.
    start: Start,
) -> impl IntoView {
    let asked = address::query();
    let (opened, dropped) = link::read(&asked, atlas);
    let view = State::new(opened);
    let rested = State::new(view.get_untracked());
    let notices = State::new((dropped, asked));
    let hint = State::new(None);
    let step = State::new(Step::Motion);
    // As long-lived as the page; behind a reference, since every closure has a copy of `Reach`.
    let plates: &'static [_] = Box::leak(Box::new(Part::ALL.map(|_| State::new(None))));
    let base = Box::leak(Box::new(start.base));
    let study = State::new(None::<Study>);
    // Under way from the first picture on.
    let (awaited, moment) = (State::new(true), State::new(None));
    let lens = wiring::lens(view);
    let told = Memo::new(move || {
        let told = |lens: &String| {
            let link = ["tab=map&lens=", lens].concat();
            study.with(|study| study.as_ref()?.part("lens", &link))
        };
        lens.with(told).unwrap_or_default()
    });
    let steps = State::new((false, false));
    let reach = Reach {
        atlas,
        view,
        rested,
        step,
        steps,
        plates,
        base,
        study,
        awaited,
        moment,
        hint,
        told,
    };
    for (part, plate) in Part::ALL.into_iter().zip(plates.iter().copied()) {
        fetch::after_first_picture(move || {
            fetch::now(part.file(), move |bytes| {
                if let Some(read) = Plate::read(&bytes) {
                    plate.set(Some(Box::leak(Box::new(read))));
                }
            });
        });
    }
    fetch::after_first_picture(move || reach.with_study(|_| ()));

    let travel = move || {
        let asked = address::query();
        let (travelled, dropped) = link::read(&asked, atlas);
        notices.set((dropped, asked));
        step.set(Step::Motion);
        moment.set(None);
        view.set(travelled);
        steps.set(address::steps());
    };
    address::on_travel(travel);
    rest(reach);
    write_address(reach, notices);
    keys::listen(reach);
    write_title_and_theme(reach);

    let (tab, filter) = (wiring::tab(view), wiring::filter(view, told));
    let selection = wiring::selection(view);
    let class = Memo::new(move || {
        let detail = if selection.with(Option::is_some) { " has-detail" } else { "" };
        let tour = view.with(|view| view.choices.get(Choice::Tour).is_some());
        ["tab-", tab.get().slug(), detail, if tour { " in-tour" } else { "" }].concat()
    });
    // The mapping is drawn here; any other table is a page of the study program.
    let arranged = Memo::new(move || view.with(|view| view.choices.arrange(Tab::Matrix)));
    let map = Memo::new(move || matches!(tab.get(), Tab::Overview | Tab::Map));
    let matrix = Memo::new(move || matches!(tab.get(), Tab::Overview | Tab::Matrix));
    // Gone while the arranged one stands in its place: they share what their controls are named by.
    let plain = changing(move || match arranged.get() {
        true => ().into_any(),
        false => kept(matrix, move || {
            view! { <MatrixPanel reach filter selection wanted=matrix /> }.into_any()
        }),
    });
    // Every other page is one of the study program, built when it is turned to and gone when it is left.
    let page = changing(move || match tab.get() {
        Tab::Map => ().into_any(),
        Tab::Overview | Tab::Matrix if !arranged.get() => ().into_any(),
        _ => view! { <StudyPanel reach /> }.into_any(),
    });
    view! {
        <Header reach tab />
        <FilterBar reach filter said=start.said />
        <Notices reach notices />
        <TourBar reach />
        <main id="main" class=move || class.get()>
            {kept(map, move || view! { <MapPanel reach filter selection wanted=map /> }.into_any())}
            {plain}
            {page}
            <DetailPanel reach filter selection />
        </main>
        <TimeStrip reach filter />
    }
}

/// A part of the page that is built anew when what it reads changes; as one type, whatever it is.
fn changing(of: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let of: Box<dyn FnMut() -> AnyView + Send> = Box::new(of);
    of.into_any()
}

/// A panel that is built when it is first wanted and stays from then on: it is turned to often, and dear to build.
fn kept(wanted: Memo<bool>, panel: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let met = Memo::folding(move |met| wanted.get() || met == Some(&true));
    changing(move || if met.get() { panel() } else { ().into_any() })
}

/// A choice is a rest; motion comes to rest when it has been still for so long.
const REST: Duration = Duration::from_millis(200);

/// Keeps what is known of the view at rest.
fn rest(reach: Reach) {
    let Reach { view, rested, .. } = reach;
    let waiting = State::new(None::<TimeoutHandle>);
    effect(move || {
        view.track();
        if let Some(before) = waiting.get_untracked() {
            before.clear();
        }
        let settle = move || rested.set(view.get_untracked());
        match reach.step.get_untracked() {
            Step::Choice => settle(),
            Step::Motion => waiting.set(set_timeout_with_handle(settle, REST).ok()),
        }
    });
    address::on_leave(move || reach.settle());
}

/// The link follows the view at rest.
fn write_address(reach: Reach, notices: State<(Vec<Notice>, String)>) {
    // No link while the name of the claim that it opens is under way.
    let query = Memo::new(move || {
        let waits = reach.awaited.get();
        reach.rested.with(|view| {
            let unnamed = match view.selection {
                Some(Selection::Claim(id)) => reach.atlas.claim(id).slug().is_empty(),
                _ => false,
            };
            let written = || link::write_after(view, reach.atlas, &address::query());
            (!(waits && unnamed)).then(written)
        })
    });
    let mut written: Option<String> = None;
    // What the address was taken to select, while names are under way.
    let mut taken = None;
    effect(move || {
        let Some(query) = query.get() else {
            taken = link::read(&address::query(), reach.atlas).0.selection;
            return;
        };
        // A claim's key is a few bits: only its name tells whether the address meant it.
        // What else the reader has done meanwhile stands.
        if let Some(taken) = taken.take() {
            let asked = address::query();
            let (meant, dropped) = link::read(&asked, reach.atlas);
            if meant.selection != Some(taken) {
                notices.set((dropped, asked));
                if reach.view.with_untracked(|view| view.selection) == Some(taken) {
                    return reach.view.update(|view| view.selection = meant.selection);
                }
            }
        }
        match &written {
            // At start the address stays as it came, unless it held what we do not know or the reader was quicker.
            None if is_asked_for(&query, reach.atlas) => {}
            None => address::write(&query, Step::Motion),
            Some(before) if *before == query => {}
            // Back and forward wrote it already.
            Some(_) if address::query().strip_prefix('?').unwrap_or_default() == query => {}
            Some(_) => address::write(&query, reach.step.get_untracked()),
        }
        reach.step.set(Step::Motion);
        reach.steps.set(address::steps());
        written = Some(query);
    });
}

/// Whether the address, as it stands, asks for just what a link says.
fn is_asked_for(query: &str, atlas: &Atlas) -> bool {
    let asked = address::query();
    let (view, dropped) = link::read(&asked, atlas);
    dropped.is_empty() && link::write_after(&view, atlas, &asked) == query
}

/// The style sheets know the themes; the root element says which the reader chose.
fn write_title_and_theme(reach: Reach) {
    let title =
        Memo::new(move || reach.rested.with(|view| super::detail_panel::title(reach, view)));
    effect(move || {
        title.with(|title| page::set_title(title));
        let theme = reach.view.with(|view| view.theme);
        page::set_root_attribute("data-theme", (theme != Theme::System).then(|| theme.slug()));
        // Inside another page the style sheets leave out what is not asked for.
        let embed = reach
            .view
            .with(|view| view.choices.get(Choice::Embed).map(|parts| parts.replace('~', " ")));
        page::set_root_attribute("data-embed", embed.as_deref());
        page::set_still(embed.is_some_and(|parts| parts.split(' ').any(|part| part == "still")));
    });
}
