//! Claims per year, and the year that the atlas is seen from.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Reach;
use crate::query::{AsOf, Filter};
use crate::scene::timeline::{Histogram, axis, histogram, slider_year};
use crate::scene::words;
use crate::view::Action;

/// The time strip.
#[component]
pub(super) fn TimeStrip(
    /// Atlas, view and actions.
    reach: Reach,
    /// What is kept.
    filter: Memo<Filter>,
) -> impl IntoView {
    let span = axis(reach.atlas)?;
    let bars = Memo::new(move |_| filter.with(|filter| histogram(reach.atlas, filter)));
    let at = Memo::new(move |_| filter.with(|filter| filter.at));
    let year = Memo::new(move |_| slider_year(span, at.get()));
    let set = move |event: leptos::ev::Event| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
        let chosen = target.and_then(|input| input.value().parse::<i32>().ok());
        // The last year of all is no filter.
        let at = chosen.filter(|&year| year < span.1).map(AsOf::year);
        reach.act(Action::LookFrom(at));
    };
    let share = move || f64::from(year.get() - span.0 + 1) / f64::from(span.1 - span.0 + 1);
    let label = move || match at.get() {
        Some(at) => format!("as of {}", at.text()),
        None => "all years".to_owned(),
    };
    Some(view! {
        <section class="strip" aria-label="Time">
            <div class="strip-head">
                <h2>"Claims per year"</h2>
                <p class="quiet">{move || bars.with(|bars| bars.as_ref().map(outside))}</p>
            </div>
            <div class="axis" style:--share=move || format!("{:.5}", share())>
                <svg class="bars" viewBox=format!("0 0 {} 100", span.1 - span.0 + 1)
                    preserveAspectRatio="none" aria-hidden="true">
                    {move || bars.with(|bars| bars.as_ref().map(|bars| draw(bars, year.get())))}
                </svg>
                <span class="flag" aria-hidden="true">{label}</span>
                <input type="range" aria-label="as of year" min=span.0 max=span.1 step="1"
                    prop:value=move || year.get().to_string()
                    aria-valuetext=label on:input=set />
                <ol class="years" aria-hidden="true">{ticks(span)}</ol>
            </div>
        </section>
    })
}

/// What the bars do not hold.
fn outside(bars: &Histogram) -> String {
    let undated = format!("{} undated: possible at any date", bars.undated);
    match bars.earlier {
        0 => undated,
        earlier => format!("{undated}; {} before {}", words::counted(earlier, "claim"), bars.span.0),
    }
}

fn draw(bars: &Histogram, year: i32) -> impl IntoView + use<> {
    let most = f64::from(bars.bars.iter().copied().max().unwrap_or(1).max(1));
    let first = bars.span.0;
    bars.bars
        .iter()
        .enumerate()
        .map(|(at, &claims)| {
            let height = f64::from(claims) / most * 100.0;
            let later = first + at as i32 > year;
            view! {
                <rect class="bar" class:later=later x=format!("{}", at as f64 + 0.06) width="0.88"
                    y=format!("{:.1}", 100.0 - height) height=format!("{height:.1}") />
            }
        })
        .collect_view()
}

/// A tick every five years and at both ends.
fn ticks(span: (i32, i32)) -> impl IntoView {
    let count = f64::from(span.1 - span.0 + 1);
    (span.0..=span.1)
        .filter(|year| year % 5 == 0)
        .map(|year| {
            let left = (f64::from(year - span.0) + 0.5) / count * 100.0;
            view! { <li style:left=format!("{left:.2}%")>{year}</li> }
        })
        .collect_view()
}
