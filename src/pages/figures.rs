//! Figures: what the documents count, as bars where several can be compared, and each with its claim.

use super::{Desk, against, sheet};
use crate::atlas::Atlas;
use crate::atlas::term::Qualifier;
use crate::markup::said::english;
use crate::markup::{Markup, list, px};
use crate::query::Compared;
use crate::query::lens::counts;
use crate::scene::crosstab::Axis;
use crate::scene::figures::{Figure, Posts, Series, posts, series, sums};
use crate::scene::words;
use crate::view::{Choice, Tab};
use crate::words::{Count, FiguresPage, Overlays, Said, TimelinePage, Units};

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
    let compared = desk.compared();
    let all = all(desk, compared.as_ref());
    let (several, single): (Vec<&Series>, Vec<&Series>) =
        all.iter().partition(|series| series.figures.len() > 1);
    let count = counted(&all);
    let posts = posts_of(desk, compared.as_ref());
    let lead = told(desk.atlas, count, &posts);
    sheet(markup, desk, "figures", desk.atlas.say(Tab::Figures), &lead, |m| {
        m.element("div", &[("class", "controls")], |m| against::chooser(m, desk));
        if let Some(compared) = &compared {
            let every = against::all(desk.atlas, &desk.view.filter, compared);
            let every = series(desk.atlas, desk.texts, &every);
            let figures = every.iter().flat_map(|series| &series.figures);
            let told = counts(figures.map(|figure| compared.relation([figure.claim])));
            against::key(m, desk.atlas, compared.lens, Count::Figures, told);
        }
        if count > 0 || !posts.is_empty() {
            key(m, desk.atlas);
        }
        m.element("div", &[("class", "charts")], |m| {
            if !posts.is_empty() {
                embassies(m, desk, &posts, compared.as_ref());
            }
            several.iter().for_each(|series| chart(m, desk, series, compared.as_ref()));
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
                            against::told(m, desk.atlas, compared.as_ref(), [figure.claim]);
                        });
                    }
                }
            });
        }
    });
}

/// How many figures there are, and how they are drawn.
pub(super) fn lead(desk: Desk<'_>) -> String {
    let compared = desk.compared();
    let posts = posts_of(desk, compared.as_ref());
    told(desk.atlas, counted(&all(desk, compared.as_ref())), &posts)
}

/// The figures of the view; of two documents that are compared only what is told as is asked.
fn all(desk: Desk<'_>, compared: Option<&Compared>) -> Vec<Series> {
    let kept = against::kept(desk.atlas, &desk.view.filter, compared);
    series(desk.atlas, desk.texts, &kept)
}

/// The posts of the view, in the same way.
fn posts_of(desk: Desk<'_>, compared: Option<&Compared>) -> Vec<Posts> {
    let mut all = posts(desk.atlas, &against::kept_by_either(desk.atlas, desk.view));
    if let Some((compared, only)) = compared.and_then(|own| own.lens.only.map(|only| (own, only))) {
        all.retain(|own| compared.relation(own.claims.iter()) == only);
    }
    all
}

fn counted(all: &[Series]) -> usize {
    all.iter().map(|series| series.figures.len()).sum()
}

fn told(atlas: &Atlas, count: usize, posts: &[Posts]) -> String {
    match count {
        0 if posts.is_empty() => atlas.say(FiguresPage::None).to_owned(),
        _ => atlas.tell(FiguresPage::Lead, &[&atlas.count(count, Count::Figures)]),
    }
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
        own if words::is_said(own) => {
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

fn chart(markup: &mut Markup, desk: Desk<'_>, series: &Series, compared: Option<&Compared>) {
    let category = desk.atlas.category(series.category);
    let greatest = series.figures.iter().map(Figure::reach).fold(0.0, f64::max);
    let longest = longest(desk);
    let id = format!("chart-{}-{}-{}", category.slug, series.unit, series.per.unwrap_or_default());
    markup.element("section", &[("aria-labelledby", &id)], |m| {
        m.leaf("h3", &[("id", &id)], &format!("{}, {}", category.name, unit(desk.atlas, series)));
        if series.is_by_year(desk.atlas) {
            by_year(m, desk.atlas, series);
        }
        m.element("ul", &[("class", "bars-list")], |m| {
            for figure in &series.figures {
                m.element("li", &[], |m| {
                    label(m, desk, figure);
                    let length = |value: f64| length(value, greatest, longest);
                    bar(m, (figure.qualifier, figure.value, figure.max), &length, longest + END);
                    m.leaf("span", &[("class", "quiet")], &said(desk.atlas, series, figure));
                    against::told(m, desk.atlas, compared, [figure.claim]);
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

/// In which order the figures stand, and how many have no year to stand by.
fn by_year(markup: &mut Markup, atlas: &Atlas, series: &Series) {
    let said = match series.undated() {
        0 => atlas.say(FiguresPage::ByYear).to_owned(),
        undated => {
            let numbers = [undated, series.figures.len()].map(|number| atlas.number(number));
            let undated = atlas.tell(FiguresPage::WithoutYear, &[&numbers[0], &numbers[1]]);
            format!("{} {undated}", atlas.say(FiguresPage::ByYear))
        }
    };
    markup.leaf("p", &[("class", "quiet")], &said);
}

/// Diplomatic posts by sender and host, each bar the way to the claims that name them.
fn embassies(markup: &mut Markup, desk: Desk<'_>, all: &[Posts], compared: Option<&Compared>) {
    let atlas = desk.atlas;
    let greatest = all.iter().map(Posts::all).max().unwrap_or_default() as f64;
    let longest = longest(desk);
    let length = |value: f64| length(value, greatest, longest);
    markup.element("section", &[("aria-labelledby", "chart-posts")], |m| {
        m.leaf("h3", &[("id", "chart-posts")], atlas.say(FiguresPage::Posts));
        m.leaf("p", &[("class", "quiet")], atlas.say(FiguresPage::PostsCounted));
        m.element("ul", &[("class", "bars-list")], |m| {
            for own in all {
                m.element("li", &[], |m| {
                    let names = [own.sender, own.host].map(|id| atlas.actor(id).name);
                    m.element("a", &[("href", &claims_of(desk, own))], |m| {
                        m.text(&atlas.tell(FiguresPage::PostsIn, &names));
                        if own.claims.len_with(atlas.index().disputed()) > 0 {
                            list::disputed(m, atlas);
                        }
                    });
                    let bounds = match own.possible {
                        0 => (Qualifier::Exact, own.sure as f64, None),
                        _ => (Qualifier::Between, own.sure as f64, Some(own.all() as f64)),
                    };
                    bar(m, bounds, &length, longest + END);
                    m.leaf("span", &[("class", "quiet")], &numbered(atlas, own));
                    against::told(m, atlas, compared, own.claims.iter());
                });
            }
        });
    });
}

/// How many posts they are, how many of them only possibly, and of what kinds.
fn numbered(atlas: &Atlas, own: &Posts) -> String {
    let kinds = own.kinds.iter().map(|&(kind, count)| match count {
        1 => atlas.say(kind).to_owned(),
        _ => format!("{} ({})", atlas.say(kind), atlas.number(count)),
    });
    let possible = match own.possible {
        0 => String::new(),
        possible if possible == own.all() => format!(", {}", atlas.say(Said::Possibly)),
        possible => atlas.tell(Overlays::OfThemPossibly, &[&atlas.number(possible)]),
    };
    let kinds = kinds.collect::<Vec<_>>().join(", ");
    format!("{}{possible}: {kinds}", atlas.count(own.all(), Count::Posts))
}

/// The link to the claims of posts: to the one, or to the cell of the matrix that lists them.
fn claims_of(desk: Desk<'_>, own: &Posts) -> String {
    let atlas = desk.atlas;
    let mut claims = own.claims.iter();
    if let (Some(one), None) = (claims.next(), claims.next()) {
        return format!("?claim={}", atlas.claim(one).slug());
    }
    desk.on(Tab::Matrix, |view| {
        let cell = [own.sender, own.host].map(|id| atlas.actor(id).slug).join("~");
        view.choices.set(Choice::Rows, Axis::Sender.slug());
        view.choices.set(Choice::Columns, Axis::Host.slug());
        view.choices.set(Choice::Focus, &cell);
    })
}

/// The room of the longest bar, px.
fn longest(desk: Desk<'_>) -> f64 {
    if desk.is_narrow() { LONGEST.1 } else { LONGEST.0 }
}

/// How long a figure's bar is beside the greatest, px.
fn length(value: f64, greatest: f64, longest: f64) -> f64 {
    if greatest > 0.0 { (value / greatest * longest).max(1.0) } else { 1.0 }
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
