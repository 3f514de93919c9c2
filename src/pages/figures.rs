//! Figures: what the documents count, as bars where several can be compared, and each with its claim.

use super::{Desk, sheet};
use crate::atlas::Atlas;
use crate::atlas::term::Qualifier;
use crate::markup::said::english;
use crate::markup::{Markup, list, px};
use crate::scene::figures::{Figure, Series, series, sums};
use crate::scene::words;
use crate::view::Tab;
use crate::words::{Count, FiguresPage, Said, TimelinePage, Units};

/// The length of the longest bar, px: in a wide room, on a phone.
const LONGEST: (f64, f64) = (330.0, 150.0);

/// The height of a bar, px.
const HEIGHT: f64 = 14.0;

/// Room for the sign at a bar's open end, px.
const END: f64 = 12.0;

/// The length of a bar in the key, px.
const SIGN: f64 = 18.0;

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let all = series(desk.atlas, desk.texts, &desk.kept());
    let (several, single): (Vec<&Series>, Vec<&Series>) =
        all.iter().partition(|series| series.figures.len() > 1);
    let count = all.iter().map(|series| series.figures.len()).sum();
    let lead = match count {
        0 => desk.atlas.say(FiguresPage::None).to_owned(),
        _ => desk.atlas.tell(FiguresPage::Lead, &[&desk.atlas.count(count, Count::Figures)]),
    };
    sheet(markup, desk, "figures", desk.atlas.say(Tab::Figures), &lead, |m| {
        if count > 0 {
            key(m, desk.atlas);
        }
        m.element("div", &[("class", "charts")], |m| {
            several.iter().for_each(|series| chart(m, desk, series));
        });
        if !single.is_empty() {
            m.leaf("h3", &[("class", "all")], desk.atlas.say(FiguresPage::Alone));
            m.element("ul", &[("class", "says")], |m| {
                for series in single {
                    for figure in &series.figures {
                        m.element("li", &[], |m| {
                            let category = desk.atlas.category(series.category).name;
                            label(m, desk, figure);
                            let said = said(desk.atlas, series, figure);
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
fn label(markup: &mut Markup, desk: Desk<'_>, figure: &Figure) {
    let mut names: Vec<&str> = Vec::new();
    for (id, _) in &desk.atlas.claim(figure.claim).parties {
        let name = desk.atlas.actor(*id).name;
        if !names.contains(&name) && !figure.what.contains(name) {
            names.push(name);
        }
    }
    let href = href(desk, figure);
    markup.element("a", &[("href", &href)], |m| {
        english(m, desk.atlas, &figure.what);
        match names.as_slice() {
            [] => {}
            [one, _, _, _, ..] => m.text(&desk.atlas.tell(FiguresPage::AndOthers, &[one])),
            few => m.text(&format!(" ({})", few.join(", "))),
        }
        if desk.atlas.index().disputed().contains(figure.claim) {
            list::disputed(m, desk.atlas);
        }
    });
}

/// The unit as readers say it.
fn unit(atlas: &Atlas, series: &Series) -> String {
    let unit = unit_named(atlas, if series.unit == "count" { "number" } else { series.unit });
    match series.per {
        Some(per) => atlas.tell(FiguresPage::Per, &[unit, unit_named(atlas, per)]),
        None => unit.to_owned(),
    }
}

/// A unit in the page's language; as the dataset has it where that is not known.
fn unit_named(atlas: &Atlas, unit: &'static str) -> &'static str {
    atlas.say(match unit {
        "number" => Units::Number,
        "people" => Units::People,
        "USD" => Units::Usd,
        "KZT" => Units::Kzt,
        "years" => Units::Years,
        "days" => Units::Days,
        "percent" => Units::Percent,
        "km" => Units::Km,
        "t" => Units::Tonnes,
        "times" => Units::Times,
        "rank" => Units::Rank,
        "factor" => Units::Factor,
        "year" => Units::Year,
        _ => return unit,
    })
}

/// A figure in words, with how exact it is, its unit and its date.
fn said(atlas: &Atlas, series: &Series, figure: &Figure) -> String {
    let number = |value: f64| atlas.words().figure(value);
    let number = match (figure.qualifier, figure.max) {
        (Qualifier::Between, Some(max)) => {
            atlas.tell(FiguresPage::Range, &[&number(figure.value), &number(max)])
        }
        (Qualifier::Exact, _) => number(figure.value),
        (qualifier, _) => format!("{} {}", atlas.say(qualifier), number(figure.value)),
    };
    let unit = match series.unit {
        "count" => {
            let per =
                series.per.map(|per| atlas.tell(FiguresPage::PerOf, &[unit_named(atlas, per)]));
            per.unwrap_or_default()
        }
        // What belongs together is not parted at the end of a line.
        _ => format!("\u{A0}{}", unit(atlas, series)),
    };
    let undated = || atlas.say(Said::Undated).to_owned();
    let at = figure.at.map_or_else(undated, |at| words::date(atlas.words(), at));
    format!("{number}{unit}, {at}")
}

fn chart(markup: &mut Markup, desk: Desk<'_>, series: &Series) {
    let category = desk.atlas.category(series.category);
    let greatest = series.figures.iter().map(Figure::reach).fold(0.0, f64::max);
    let longest = if desk.is_narrow() { LONGEST.1 } else { LONGEST.0 };
    let id = format!("chart-{}-{}-{}", category.slug, series.unit, series.per.unwrap_or_default());
    markup.element("section", &[("aria-labelledby", &id)], |m| {
        m.leaf("h3", &[("id", &id)], &format!("{}, {}", category.name, unit(desk.atlas, series)));
        m.element("ul", &[("class", "bars-list")], |m| {
            for figure in &series.figures {
                m.element("li", &[], |m| {
                    label(m, desk, figure);
                    let length = |value: f64| match greatest > 0.0 {
                        true => (value / greatest * longest).max(1.0),
                        false => 1.0,
                    };
                    bar(m, (figure.qualifier, figure.value, figure.max), &length, longest + END);
                    m.leaf("span", &[("class", "quiet")], &said(desk.atlas, series, figure));
                });
            }
        });
        for sum in sums(series) {
            let name = |id| desk.atlas.actor(id).name;
            let (supplier, recipient, status) = sum.deal;
            let parts = [
                name(supplier),
                name(recipient),
                desk.atlas.say(status),
                &words::date(desk.atlas.words(), sum.at),
                &desk.atlas.words().figure(sum.total),
                &unit(desk.atlas, series),
                &desk.atlas.count(sum.claims.len(), Count::Claims),
            ];
            let total = desk.atlas.tell(FiguresPage::Sum, &parts);
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

fn key(markup: &mut Markup, atlas: &Atlas) {
    let attributes = [("class", "kinds"), ("aria-label", atlas.say(FiguresPage::Key))];
    markup.element("ul", &attributes, |m| {
        for qualifier in Qualifier::ALL {
            m.element("li", &[], |m| {
                let max = (*qualifier == Qualifier::Between).then_some(2.0);
                // As wide as the sign, so that its word stands beside it.
                let room = match qualifier {
                    Qualifier::Between => 2.0 * SIGN,
                    Qualifier::About | Qualifier::MoreThan => SIGN + END,
                    Qualifier::Exact | Qualifier::LessThan => SIGN,
                };
                bar(m, (*qualifier, 1.0, max), &|value| value * SIGN, room + 1.0);
                m.text(atlas.say(*qualifier));
            });
        }
        m.element("li", &[], |m| {
            m.leaf("span", &[("class", "wedge-mark"), ("aria-hidden", "true")], "");
            m.text(atlas.say(TimelinePage::DisputedMark));
        });
    });
}
