//! The time strip's bars and ticks.

use super::{Markup, px};
use crate::scene::timeline::Histogram;
use crate::words::{Strip, Words};

/// The strip: heading, room for bars and flag, the slider and its axis.
pub fn strip(markup: &mut Markup, words: &Words, span: (i32, i32)) {
    let name = ("aria-label", words.say(Strip::Time));
    markup.element("section", &[("class", "strip"), name], |m| {
        m.element("div", &[("class", "strip-head")], |m| {
            m.element("h2", &[], |m| {
                m.text(words.say(Strip::PerYear));
                m.leaf("span", &[("class", "quiet most")], "");
            });
            m.element("div", &[("class", "strip-buttons")], |m| {
                let play = [("type", "button"), ("class", "tool"), ("data-do", "play")];
                let said = [("aria-label", words.say(Strip::Play)), ("aria-pressed", "false")];
                m.element("button", &[play.as_slice(), &said].concat(), |m| {
                    m.element("svg", &[("viewBox", "0 0 16 16"), ("aria-hidden", "true")], |m| {
                        m.shape("path", &[("class", "go"), ("d", "M4 2l10 6l-10 6z")]);
                        m.shape("path", &[("class", "halt"), ("d", "M3 2h4v12H3zM9 2h4v12H9z")]);
                    });
                });
                toggle(m, "period", words.say(Strip::Period), words.say(Strip::PeriodTitle));
                toggle(m, "certain", words.say(Strip::Certain), words.say(Strip::CertainTitle));
            });
            m.leaf("p", &[("class", "quiet outside")], "");
        });
        m.element("div", &[("class", "axis")], |m| {
            let view = format!("0 0 {} 100", span.1 - span.0 + 1);
            let attributes = [
                ("class", "bars"),
                ("viewBox", view.as_str()),
                ("preserveAspectRatio", "none"),
                ("aria-hidden", "true"),
            ];
            m.leaf("svg", &attributes, "");
            m.leaf("div", &[("class", "marks")], "");
            m.leaf("span", &[("class", "flag"), ("aria-hidden", "true")], "");
            let (first, last) = (span.0.to_string(), span.1.to_string());
            for class in ["handle since", "handle until"] {
                m.leaf("span", &[("class", class), ("aria-hidden", "true")], "");
            }
            for (class, name) in [("from", Strip::FromYear), ("to", Strip::AsOfYear)] {
                let slider = [
                    ("type", "range"),
                    ("class", class),
                    ("aria-label", words.say(name)),
                    ("min", &first),
                    ("max", &last),
                    ("step", "1"),
                ];
                m.shape("input", &slider);
            }
            m.element("svg", &[("class", "years"), ("aria-hidden", "true")], |m| ticks(m, span));
        });
    });
}

fn toggle(markup: &mut Markup, does: &str, name: &str, title: &str) {
    let attributes =
        [("type", "button"), ("data-do", does), ("aria-pressed", "false"), ("title", title)];
    markup.leaf("button", &attributes, name);
}

/// How many claims the highest bar stands for, in words; empty where there are none.
pub fn most(words: &Words, histogram: &Histogram) -> String {
    let most = histogram.bars.iter().copied().max().unwrap_or_default();
    if most == 0 { String::new() } else { words.tell(Strip::Most, &[&words.number(most as usize)]) }
}

/// One bar a year in a box of one unit a year and 100 units height.
pub fn bars(markup: &mut Markup, histogram: &Histogram) {
    let most = f64::from(histogram.bars.iter().copied().max().unwrap_or(1).max(1));
    for (at, &claims) in histogram.bars.iter().enumerate() {
        let height = f64::from(claims) / most * 100.0;
        let attributes = [
            ("class", "bar"),
            ("x", &px(at as f64 + 0.1)),
            ("width", "0.8"),
            ("y", &px(100.0 - height)),
            ("height", &px(height)),
        ];
        markup.shape("rect", &attributes);
    }
}

/// A tick every five years. Placed by attributes: the page's policy refuses style in markup.
fn ticks(markup: &mut Markup, span: (i32, i32)) {
    let count = f64::from(span.1 - span.0 + 1);
    for year in (span.0..=span.1).filter(|year| year % 5 == 0) {
        let x = px((f64::from(year - span.0) + 0.5) / count * 100.0) + "%";
        markup.leaf("text", &[("x", &x), ("y", "12")], &year.to_string());
    }
}

/// What the bars do not hold.
pub fn outside(words: &Words, histogram: &Histogram) -> String {
    let mut said = words.tell(Strip::Undated, &[&words.number(histogram.undated)]);
    if histogram.unbegun > 0 {
        said += &words.tell(Strip::Unbegun, &[&words.number(histogram.unbegun)]);
    }
    if histogram.earlier > 0 {
        let earlier = words.number(histogram.earlier);
        said += &words.tell(Strip::Before, &[&earlier, &histogram.span.0.to_string()]);
    }
    said
}
