//! The timeline in a picture: the page's own lanes, as many as have room.

use super::{Room, fitted, line};
use crate::atlas::Texts;
use crate::export::Extract;
use crate::markup::{Markup, px};
use crate::pages::timeline::chart::{NAMES, fits, height, marks_of_lane};
use crate::pages::timeline::{Plan, lane_name, sentence, undated, without};
use crate::pages::{Desk, Library, Spots, landmarks};
use crate::scene::label::{Weight, text_width};
use crate::scene::lanes::{Lane, ROW};
use crate::words::{Against, Count, Pictures, Said, Study, TimelinePage};

/// What the page leaves at its edges, px.
const EDGES: f64 = 48.0;
/// The lowest lane of bars that still tells tall from low, px.
const LOWEST: f64 = 18.0;
/// A lane of bars is drawn no higher, px.
const HIGHEST: f64 = 120.0;
/// The lowest lane with room for a second line under its name, px.
const TWO_LINES: f64 = 34.0;

/// Hands over the plan of the page in a room of a width in px; `None` where nothing has a date.
fn planned<T>(
    extract: &Extract<'_>,
    width: f64,
    then: impl FnOnce(Desk<'_>, Plan) -> T,
) -> Option<T> {
    let texts: &Texts = extract.texts;
    let library = Library::new(extract.atlas, texts);
    let desk = library.desk(&extract.view, width + EDGES);
    Plan::of(desk).map(|plan| then(desk, plan))
}

pub(super) fn title(extract: &Extract<'_>) -> String {
    let named = |_: Desk<'_>, plan: Plan| {
        let (from, to) = plan.chart.axis.years;
        let parts =
            [&*extract.atlas.say(plan.name).to_lowercase(), &from.to_string(), &to.to_string()];
        extract.atlas.tell(Pictures::TimelineBy, &parts)
    };
    let plain = || extract.atlas.say(Pictures::Timeline).to_owned();
    planned(extract, 1000.0, named).unwrap_or_else(plain)
}

/// Axis and lanes.
pub(super) fn body(markup: &mut Markup, extract: &Extract<'_>, room: Room) {
    let drawn = planned(extract, room.width, |desk, plan| draw(markup, desk, &plan, room));
    if drawn.is_none() {
        line(markup, "line", (room.x, room.y + 24.0), extract.atlas.say(Study::NoDates));
    }
}

fn draw(markup: &mut Markup, desk: Desk<'_>, plan: &Plan, room: Room) {
    let chart = &plan.chart;
    let ticks = chart.axis.ticks(desk.atlas.words());
    let top = landmarks::height(desk.atlas, &chart.axis);
    let below = room.height - top;
    let heights = heights(
        &chart.lanes.iter().map(|lane| height(chart, lane)).collect::<Vec<_>>(),
        below,
        chart.crowded,
    );
    let place = |y: f64| format!("translate({} {})", px(room.x + NAMES), px(y));
    markup.element("g", &[("class", "timeline"), ("transform", &place(room.y))], |m| {
        landmarks::marks(m, desk, &chart.axis, |_, _| {});
    });
    let mut spots = Spots::default();
    let mut y = room.y + top;
    for (lane, &height) in chart.lanes.iter().zip(&heights) {
        let slug = lane.value.slug(desk.atlas).to_ascii_lowercase();
        let class = format!("timeline power-{slug}");
        markup.element("g", &[("class", &class), ("transform", &place(y))], |m| {
            marks_of_lane(m, desk, plan, lane, &ticks, height, &mut spots);
            let d = format!("M0 {}h{}", px(height), px(chart.axis.width));
            m.shape("path", &[("class", "hair"), ("d", &d)]);
        });
        name(markup, desk, plan, lane, (room.x, y), height);
        y += height;
    }
    let left = chart.lanes.len() - heights.len();
    if left > 0 {
        let text = desk.atlas.count(left, Pictures::MoreLanes);
        line(markup, "small-line", (room.x, room.y + room.height - 2.0), &text);
    }
}

/// How high each lane is, for as many as have room. Bars share the room; of lanes of marks the highest
/// lose rows.
fn heights(wanted: &[f64], room: f64, crowded: bool) -> Vec<f64> {
    let least = if crowded { LOWEST } else { ROW + 8.0 };
    let all_fit = least * wanted.len() as f64 <= room;
    // Else the last line says how many more there are.
    let room = if all_fit { room } else { room - 14.0 };
    let fit = if all_fit { wanted.len() } else { (room / least).max(0.0) as usize };
    if crowded {
        return vec![(room / fit.max(1) as f64).min(HIGHEST); fit];
    }
    let mut heights: Vec<f64> = wanted.iter().take(fit).copied().collect();
    while heights.iter().sum::<f64>() > room {
        let Some(highest) = heights.iter_mut().max_by(|a, b| a.total_cmp(b)) else { break };
        *highest -= ROW;
    }
    heights
}

/// A lane's name, and how many claims it holds beside those that are drawn.
fn name(
    markup: &mut Markup,
    desk: Desk<'_>,
    plan: &Plan,
    lane: &Lane,
    (x, y): (f64, f64),
    height: f64,
) {
    let name = lane_name(desk.atlas, lane.value);
    line(markup, "head", (x, y + 15.0), &fitted(&name, 11.0, Weight::Bold, NAMES - 12.0));
    let (certain, possible) = &lane.dated;
    let told = |count: usize, word| desk.atlas.tell(word, &[&desk.atlas.number(count)]);
    let mut parts = vec![told(certain.len() + possible.len(), TimelinePage::Dated)];
    let cut = lane.marks.iter().filter(|mark| !fits(mark, height)).count();
    if !plan.chart.crowded && lane.hidden + cut > 0 {
        let cut = desk.atlas.number(lane.hidden + cut);
        parts.push(desk.atlas.tell(Pictures::WithoutRoom, &[&cut]));
    }
    parts.push(told(without(desk.atlas, lane).0, TimelinePage::Undated));
    if height >= TWO_LINES {
        let said = fitted(&parts.join(", "), 10.5, Weight::Regular, NAMES - 12.0);
        line(markup, "small-line", (x, y + 29.0), &said);
    }
}

/// What the marks mean.
pub(super) fn key(markup: &mut Markup, extract: &Extract<'_>, at: (f64, f64)) {
    let say = |word| extract.atlas.say(word);
    planned(extract, 1000.0, |_, plan| {
        let mut x = at.0;
        let mut entry = |markup: &mut Markup, d: &str, class: &str, said: &str| {
            let place = format!("translate({} {})", px(x), px(at.1 - 4.0));
            markup.element("g", &[("class", "timeline"), ("transform", &place)], |m| {
                m.element("g", &[("class", class)], |m| {
                    d.split('|').zip(["sign", "sign pale"]).for_each(|(d, class)| {
                        m.shape("path", &[("class", class), ("d", d)]);
                    });
                });
            });
            line(markup, "small-line", (x + 27.0, at.1), said);
            x += 27.0 + text_width(said, 10.5, Weight::Regular) + 16.0;
        };
        const BAR_OF_SCALE: &str = "M11 -9v13M8 -9h6M8 4h6";
        const BAR: &str = "M0 -4h22v8h-22z";
        const DISC: &str = "M7 0a4 4 0 1 1 8 0a4 4 0 1 1 -8 0z";
        if plan.chart.crowded && plan.compared.is_some() {
            entry(
                markup,
                "M0 -4h11v8h-11z|M0 -4h22v8h-22z",
                "",
                extract.atlas.say(Against::InBars),
            );
        } else if plan.chart.crowded {
            entry(markup, BAR, "", say(Pictures::BeginsInYear));
            entry(markup, "M0 0|M0 -4h22v8h-22z", "", extract.atlas.say(Said::Possibly));
        } else {
            entry(markup, &format!("{DISC}|{BAR}"), "", say(Pictures::PaleStretch));
            entry(markup, DISC, "doubt", say(Pictures::Doubtful));
            entry(markup, "M6 -4h10v8h-10z|M0 -4h22v8h-22z", "", say(Pictures::PaleSpan));
            entry(
                markup,
                "M0 -1h3v2h-3zM5 -1h3v2h-3zM10 -1h3v2h-3zM14 -4l5 4l-5 4z",
                "",
                say(Pictures::LastKnownMark),
            );
        }
        if plan.chart.crowded {
            let most = extract.atlas.count(plan.chart.most as usize, Count::Claims);
            let most = extract.atlas.tell(TimelinePage::Tallest, &[&most]);
            entry(markup, BAR_OF_SCALE, "scale", &most);
        }
        entry(
            markup,
            "M11 -5l5 5l-5 5l-5 -5z",
            "landmark",
            extract.atlas.say(TimelinePage::Greatest),
        );
    });
}

/// What is on the axis, by lane.
pub(super) fn alt(extract: &Extract<'_>) -> String {
    let said = planned(extract, 1000.0, |desk, plan| {
        let lanes = plan.chart.lanes.iter().map(|lane| {
            let dated = lane.dated.0.len() + lane.dated.1.len();
            let (name, dated) = (lane_name(desk.atlas, lane.value), desk.atlas.number(dated));
            desk.atlas.tell(Pictures::LaneAlt, &[&name, &dated, &undated(desk.atlas, lane)])
        });
        let lanes: Vec<String> = lanes.collect();
        let parts = [&*sentence(desk.atlas, &plan.kept, &plan.chart.axis), &lanes.join("; ")];
        desk.atlas.tell(Pictures::TimelineAlt, &parts)
    });
    said.unwrap_or_else(|| extract.atlas.say(Pictures::NoTimelineAlt).to_owned())
}
