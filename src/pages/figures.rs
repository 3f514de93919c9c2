//! Figures: what the documents count, as bars where several can be compared, and each with its claim.

use super::{Desk, sheet};
use crate::atlas::term::Qualifier;
use crate::markup::{Markup, counted, px};
use crate::scene::figures::{Figure, Series, series, sums};
use crate::scene::words;
use crate::words::Words;

/// The length of the longest bar, px: in a wide room, on a phone.
const LONGEST: (f64, f64) = (330.0, 150.0);

/// The height of a bar, px.
const HEIGHT: f64 = 14.0;

/// Room for the sign at a bar's open end, px.
const END: f64 = 12.0;

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let all = series(desk.atlas, desk.texts, &desk.kept());
    let (several, single): (Vec<&Series>, Vec<&Series>) =
        all.iter().partition(|series| series.figures.len() > 1);
    let count = all.iter().map(|series| series.figures.len()).sum();
    let lead = match count {
        0 => "No claim under this filter gives a figure.".to_owned(),
        _ => format!(
            "{} from the documents. Bars share a scale only within one category and unit. Nothing \
             is added up but arms deals of one supplier, recipient, stage and date.",
            counted(count, "figure")
        ),
    };
    sheet(markup, desk, "figures", "Figures", &lead, |m| {
        if count > 0 {
            key(m);
        }
        m.element("div", &[("class", "charts")], |m| {
            several.iter().for_each(|series| chart(m, desk, series));
        });
        if !single.is_empty() {
            m.leaf("h3", &[("class", "all")], "Figures that stand alone");
            m.element("ul", &[("class", "says")], |m| {
                for series in single {
                    for figure in &series.figures {
                        m.element("li", &[], |m| {
                            let category = desk.atlas.category(series.category).name;
                            m.leaf("a", &[("href", &href(desk, figure))], &label(desk, figure));
                            let said = said(desk.atlas.words(), series, figure);
                            m.leaf("span", &[("class", "quiet")], &format!("{said}; {category}"));
                        });
                    }
                }
            });
        }
    });
}

fn href(desk: Desk<'_>, figure: &Figure) -> String {
    format!("?claim={}", desk.atlas.claim(figure.claim).slug())
}

/// What is counted, and of whom: the parties of its claim, where they are few.
fn label(desk: Desk<'_>, figure: &Figure) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (id, _) in &desk.atlas.claim(figure.claim).parties {
        let name = desk.atlas.actor(*id).name;
        if !names.contains(&name) && !figure.what.contains(name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [] => figure.what.clone(),
        [one, _, _, _, ..] => format!("{} ({one} and others)", figure.what),
        few => format!("{} ({})", figure.what, few.join(", ")),
    }
}

/// The unit as readers say it.
fn unit(series: &Series) -> String {
    let unit = if series.unit == "count" { "number" } else { series.unit };
    match series.per {
        Some(per) => format!("{unit} per {per}"),
        None => unit.to_owned(),
    }
}

/// A figure in words, with how exact it is, its unit and its date.
fn said(own: &Words, series: &Series, figure: &Figure) -> String {
    let number = match (figure.qualifier, figure.max) {
        (Qualifier::Between, Some(max)) => {
            format!("{} to {}", words::figure(own, figure.value), words::figure(own, max))
        }
        (Qualifier::Exact, _) => words::figure(own, figure.value),
        (qualifier, _) => {
            format!("{} {}", qualifier.words(), words::figure(own, figure.value))
        }
    };
    let unit = match series.unit {
        "count" => series.per.map(|per| format!(" per {per}")).unwrap_or_default(),
        _ => format!(" {}", unit(series)),
    };
    format!("{number}{unit}, {}", figure.at.unwrap_or("undated"))
}

fn chart(markup: &mut Markup, desk: Desk<'_>, series: &Series) {
    let category = desk.atlas.category(series.category);
    let greatest = series.figures.iter().map(Figure::reach).fold(0.0, f64::max);
    let longest = if desk.is_narrow() { LONGEST.1 } else { LONGEST.0 };
    let id = format!("chart-{}-{}-{}", category.slug, series.unit, series.per.unwrap_or_default());
    markup.element("section", &[("aria-labelledby", &id)], |m| {
        m.leaf("h3", &[("id", &id)], &format!("{}, {}", category.name, unit(series)));
        m.element("ul", &[("class", "bars-list")], |m| {
            for figure in &series.figures {
                m.element("li", &[], |m| {
                    m.leaf("a", &[("href", &href(desk, figure))], &label(desk, figure));
                    let length = |value: f64| match greatest > 0.0 {
                        true => (value / greatest * longest).max(1.0),
                        false => 1.0,
                    };
                    bar(m, (figure.qualifier, figure.value, figure.max), &length, longest + END);
                    m.leaf(
                        "span",
                        &[("class", "quiet")],
                        &said(desk.atlas.words(), series, figure),
                    );
                });
            }
        });
        for sum in sums(series) {
            let name = |id| desk.atlas.actor(id).name;
            let (supplier, recipient, status) = sum.deal;
            let total = format!(
                "{} to {}, {}, {}: {} {} in {}",
                name(supplier),
                name(recipient),
                status.words(),
                sum.at,
                words::figure(desk.atlas.words(), sum.total),
                unit(series),
                counted(sum.claims.len(), "claim"),
            );
            m.leaf("p", &[("class", "sum")], &total);
        }
    });
}

/// A bar whose end tells how exact its figure is: cut off, open, dotted, or from one figure to another.
fn bar(
    markup: &mut Markup,
    (qualifier, value, max): (Qualifier, f64, Option<f64>),
    length: &dyn Fn(f64) -> f64,
    room: f64,
) {
    let (width, height) = (px(room), px(HEIGHT));
    let sized = [
        ("class", "figure-bar"),
        ("width", width.as_str()),
        ("height", &height),
        ("aria-hidden", "true"),
    ];
    let end = length(value);
    markup.element("svg", &sized, |m| {
        let rect = |m: &mut Markup, class: &str, from: f64, to: f64| {
            let (x, width) = (px(from), px(to - from));
            m.shape(
                "rect",
                &[("class", class), ("x", &x), ("y", "1"), ("width", &width), ("height", "12")],
            );
        };
        match qualifier {
            Qualifier::LessThan => rect(m, "open", 0.0, end),
            _ => rect(m, "full", 0.0, end),
        }
        match (qualifier, max) {
            (Qualifier::Between, Some(max)) => rect(m, "open", end, length(max)),
            (Qualifier::MoreThan, _) => {
                let d = format!("M{} 1l8 6l-8 6z", px(end + 1.0));
                m.shape("path", &[("class", "full"), ("d", &d)]);
            }
            (Qualifier::About, _) => {
                for at in 0..3 {
                    let from = end + 1.5 + 3.5 * f64::from(at);
                    rect(m, "full", from, from + 1.5);
                }
            }
            _ => {}
        }
    });
}

fn key(markup: &mut Markup) {
    markup.element("ul", &[("class", "kinds"), ("aria-label", "Key to the bars")], |m| {
        for qualifier in Qualifier::ALL {
            m.element("li", &[], |m| {
                let max = (*qualifier == Qualifier::Between).then_some(2.0);
                bar(m, (*qualifier, 1.0, max), &|value| value * 18.0, 38.0);
                m.text(qualifier.words());
            });
        }
    });
}
