//! Name, tabs, theme, link.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Reach;
use crate::shell::{address, clipboard, page};
use crate::view::{Action, Tab, Theme, link};

/// The head of the page.
#[component]
pub(super) fn Header(
    /// Atlas, view and actions.
    reach: Reach,
    /// The page that is shown.
    tab: Memo<Tab>,
) -> impl IntoView {
    view! {
        <header class="header">
            <p class="name">
                <a href="?" on:click=move |event| {
                    event.prevent_default();
                    reach.act(Action::Open(Box::default()));
                }>"C5 Atlas"</a>
            </p>
            <p class="purpose">"Who does what with Central Asia, and who says so"</p>
            <nav class="tabs" aria-label="Pages">
                {Tab::ALL.iter().map(|&one| view! { <TabLink reach tab one /> }).collect_view()}
            </nav>
            <div class="tools">
                <ThemeButton reach />
                <CopyLink reach />
            </div>
        </header>
    }
}

/// A page's link: a real address, followed in place.
#[component]
fn TabLink(reach: Reach, tab: Memo<Tab>, one: Tab) -> impl IntoView {
    let address = move || {
        let mut there = reach.view.get();
        there.tab = one;
        format!("?{}", link::write(&there, reach.atlas))
    };
    view! {
        <a href=address
            aria-current=move || (tab.get() == one).then_some("page")
            on:click=move |event| {
                if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                    event.prevent_default();
                    reach.act(Action::ShowTab(one));
                }
            }
        >{one.words()}</a>
    }
}

/// Turns light into dark and back, from whichever the system has.
#[component]
fn ThemeButton(reach: Reach) -> impl IntoView {
    let dark = move || match reach.view.with(|view| view.theme) {
        Theme::System => page::system_is_dark(),
        theme => theme == Theme::Dark,
    };
    view! {
        <button type="button" class="tool" aria-label="Dark theme" title="Light or dark"
            aria-pressed=move || dark().to_string()
            on:click=move |_| {
                reach.act(Action::UseTheme(if dark() { Theme::Light } else { Theme::Dark }));
            }
        >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.2" class="line" /><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" />
            </svg>
        </button>
    }
}

/// Copies the address of what is on the screen.
#[component]
fn CopyLink(reach: Reach) -> impl IntoView {
    let outcome = RwSignal::new("");
    let copy = move |_| {
        let query = reach.view.with(|view| link::write(view, reach.atlas));
        let text = format!("{}?{query}", address::base());
        spawn_local(async move {
            let copied = clipboard::copy(text).await;
            outcome.set(if copied { "Link copied" } else { "Copy the link from the address bar" });
        });
    };
    view! {
        <button type="button" class="primary" on:click=copy>"Copy link"</button>
        <span class="outcome" aria-live="polite">{outcome}</span>
    }
}
