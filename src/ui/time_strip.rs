//! Claims per year, and the year that the atlas is seen from.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{Reach, Root, attribute, effect, on, text, write};
use crate::markup::{px, strip, written};
use crate::query::{AsOf, Filter};
use crate::scene::timeline::{axis, histogram, slider_year};
use crate::shell::stage;
use crate::view::Action;

/// The time strip.
#[component]
pub(super) fn TimeStrip(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
) -> impl IntoView {
    let root = Root::new();
    let span = axis(reach.atlas)?;
    let year = move || filter.with(|filter| slider_year(span, filter.at));
    let label = text(move || {
        filter.with(|filter| match filter.at {
            Some(at) => format!("as of {}", at.text()),
            None => "all years".to_owned(),
        })
    });
    write(root, ".flag", label);
    attribute(root, "input", "aria-valuetext", label);
    write(
        root,
        ".bars",
        text(move || {
            filter.with(|filter| {
                let bars = histogram(reach.atlas, filter);
                bars.map(|bars| written(|m| strip::bars(m, &bars, year()))).unwrap_or_default()
            })
        }),
    );
    write(
        root,
        ".outside",
        text(move || {
            filter.with(|filter| {
                histogram(reach.atlas, filter).as_ref().map(strip::outside).unwrap_or_default()
            })
        }),
    );
    effect(move || {
        let share = f64::from(year() - span.0 + 1) / f64::from(span.1 - span.0 + 1);
        let Some(root) = root.get() else { return };
        for axis in stage::all(&root, ".axis") {
            stage::set_property(&axis, "--share", &(px(share * 100.0) + "%"));
        }
    });
    effect(move || {
        let Some(root) = root.get() else { return };
        for input in stage::all(&root, "input") {
            if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
                input.set_value(&year().to_string());
            }
        }
    });
    let set = on(move |event: leptos::ev::Event| {
        let target = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let chosen = target.and_then(|input| input.value().parse::<i32>().ok());
        // The last year of all is no filter.
        reach.act(Action::LookFrom(chosen.filter(|&year| year < span.1).map(AsOf::year)));
    });
    Some(view! {
        <div class="host" node_ref=root inner_html=written(|m| strip::strip(m, span)) on:input=set></div>
    })
}
