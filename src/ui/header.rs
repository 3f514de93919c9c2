//! Name, tabs, theme, link.

use leptos::ev;
use leptos::prelude::*;

use super::{Memo, Reach, Root, attribute, effect, host, on, search};
use crate::markup::{bar, written};
use crate::shell::{page, stage};
use crate::view::{Action, Choice, Tab, Theme, link};

/// The head of the page.
#[component]
pub(super) fn Header(
    /// Atlas, view and actions.
    reach: Reach,
    /// The page that is shown.
    tab: Memo<Tab>,
) -> impl IntoView {
    let root = Root::new();
    // Each tab is a real address: what is on the screen, on that page.
    let addresses = Memo::new(move || {
        let mut view = reach.rested.get();
        // With it come the names of claims.
        reach.study.track();
        // From inside another page the way leads to the page itself: the choice is taken back.
        view.choices.set(Choice::Embed, "");
        let whole = format!("?{}", link::write(&view, reach.atlas));
        let links = Tab::ALL.iter().map(|&tab| {
            let mut there = view.clone();
            there.apply(Action::ShowTab(tab));
            format!("?{}", link::write(&there, reach.atlas))
        });
        let other = link::speaking(&view, reach.atlas, bar::other(reach.atlas.language()));
        let all = std::iter::once(whole).chain(links).chain([format!("?{other}")]);
        all.collect::<Vec<_>>().join("\n")
    });
    effect(move || {
        let Some(root) = root.get() else { return };
        let now = tab.get();
        addresses.with(|addresses| {
            for (link, address) in stage::all(&root, ".whole, [data-tab], [hreflang]")
                .iter()
                .zip(addresses.split('\n'))
            {
                stage::set(link, "href", address);
                let own = link.get_attribute("data-tab").as_deref() == Some(now.slug());
                stage::set_or_clear(link, "aria-current", own.then_some("page"));
            }
        });
    });
    effect(move || {
        tab.track();
        // With the frame's own layout: measured at once, the page would be laid out while it is half written.
        request_animation_frame(move || {
            let current = ".tabs > [aria-current], .more-tabs:has([aria-current]) summary";
            root.get_untracked().iter().for_each(|root| stage::show_across(root, ".tabs", current));
        });
    });
    let dark = Memo::new(move || reach.view.with(|view| is_dark(view.theme)).to_string());
    attribute(root, "[data-do=theme]", "aria-pressed", dark);
    search::keep(reach, root);
    let press = on(ev::click, move |event| match stage::pressed(event, "data-do").as_deref() {
        Some("theme") => {
            let dark = reach.view.with_untracked(|view| is_dark(view.theme));
            reach.act(Action::UseTheme(if dark { Theme::Light } else { Theme::Dark }));
        }
        _ if reach.share(event) => {}
        Some("search") => search::open(root),
        _ => match stage::pressed(event, "data-tab").and_then(|slug| Tab::read(&slug)) {
            Some(_) if stage::wants_new_tab(event) => {}
            Some(tab) => {
                event.prevent_default();
                reach.act(Action::ShowTab(tab));
            }
            None => {
                reach.follow(event);
                if stage::pressed(event, "role").as_deref() == Some("option") {
                    search::close(root);
                }
            }
        },
    });
    host(
        root,
        "host",
        written(|m| bar::header(m, reach.atlas)),
        [
            press,
            on(ev::input, move |event| search::typed(reach, root, event)),
            on(ev::keydown, move |event| search::key(reach, root, event)),
            on(ev::focusin, move |event| search::entered(reach, event)),
            on(ev::focusout, move |event| search::left(root, event)),
        ],
    )
}

/// The reader's theme, else the system's.
fn is_dark(theme: Theme) -> bool {
    match theme {
        Theme::System => page::system_is_dark(),
        theme => theme == Theme::Dark,
    }
}
