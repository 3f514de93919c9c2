//! The drawn timeline: axis, landmarks, lanes.

use super::{Part, Plan, date, lane_name, listed, to_part, to_span};
use crate::atlas::{Atlas, ClaimId};
use crate::markup::against::glyph;
use crate::markup::said::{lang, mixed};
use crate::markup::{Markup, named_as_shown, px};
use crate::pages::drawn::{line, rect, spot, spot_in, spot_of_claim, svg};
use crate::pages::{Desk, Spots, landmarks};
use crate::query::{Compared, FacetValue, Lens};
use crate::scene::axis::{Axis, Tick};
use crate::scene::lanes::{Chart, Lane, Mark, NAME, ROW, Side};
use crate::scene::{against, timeline, words};
use crate::view::Choice;
use crate::words::{Count, Overlays, Study, TimelinePage};

/// Room for the lanes' names where they stand beside the lanes, px.
pub(crate) const NAMES: f64 = 168.0;

/// Height of a counted lane, px: where there are few lanes, and where there are many.
const BARS: (f64, f64) = (64.0, 46.0);

/// Few lanes are no more than this.
const FEW: usize = 8;

/// The length of the axis, px: what the lanes' names leave.
pub(super) fn width(desk: Desk<'_>) -> f64 {
    let names = if desk.is_narrow() { 0.0 } else { NAMES };
    (desk.inside() - names).max(160.0)
}

/// Writes axis and lanes.
pub(super) fn write(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    overview(markup, desk, plan);
    let chart = &plan.chart;
    let ticks = chart.axis.ticks(desk.atlas.words());
    markup.element("div", &[("class", "chart"), ("id", "chart")], |m| {
        m.element("div", &[("class", "lane head")], |m| {
            m.leaf("p", &[("class", "quiet")], desk.atlas.say(Study::Landmarks));
            landmarks::axis(m, desk, &chart.axis, |_, _| {});
        });
        m.element("div", &[("class", "lanes"), ("data-rove", "")], |m| {
            let mut spots = Spots::default();
            for lane in &chart.lanes {
                row(m, desk, plan, lane, &ticks, &mut spots);
            }
        });
    });
}

/// All years at a glance; a year brings the stretch that is shown to it, and a drag across shows what it crossed.
fn overview(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let mut filter = desk.view.filter.at_any_time();
    if let Some(compared) = &plan.compared {
        filter = filter.within(compared.kept(desk.atlas, &filter));
    }
    let Some(histogram) = timeline::histogram(desk.atlas, &filter) else { return };
    let whole = Axis { years: plan.whole, width: plan.chart.axis.width };
    let most = f64::from(histogram.bars.iter().copied().max().unwrap_or(1).max(1));
    let (years, height) = (plan.chart.axis.years, 30.0);
    markup.element("div", &[("class", "lane overview")], |m| {
        m.leaf("p", &[("class", "quiet")], desk.atlas.say(TimelinePage::AllYears));
        svg(m, whole.width, height, desk.atlas.say(TimelinePage::AllYearsBy), |m| {
            let left = whole.x(crate::atlas::day_from_civil(years.0, 1, 1));
            let right = whole.x(crate::atlas::day_from_civil(years.1 + 1, 1, 1));
            let class = if years == plan.whole { "window whole" } else { "window" };
            rect(m, class, left, 0.0, right - left, height);
            m.element("g", &[("data-rove", "")], |m| {
                let mut spots = Spots::default();
                for (&claims, year) in histogram.bars.iter().zip(histogram.span.0..) {
                    let length = years.1 - years.0 + 1;
                    let from = (year - length / 2)
                        .clamp(plan.whole.0, (plan.whole.1 - length + 1).max(plan.whole.0));
                    // From far out a year leads to the five around it.
                    let span = if years == plan.whole {
                        ((year - 2).max(plan.whole.0), (year + 2).min(plan.whole.1))
                    } else {
                        (from, from + length - 1)
                    };
                    let counted = desk.atlas.count(claims as usize, Count::Claims);
                    let [own, first, last] = [year, span.0, span.1].map(|year| year.to_string());
                    let parts = [own.as_str(), &counted, &first, &last];
                    let name = desk.atlas.tell(TimelinePage::YearShow, &parts);
                    let tall = f64::from(claims) / most * (height - 2.0);
                    let x = whole.x(crate::atlas::day_from_civil(year, 1, 1));
                    let id = format!("to-{year}");
                    let href = to_span(desk, plan, span);
                    spot(m, &[("id", &id)], (&href, &name), &mut spots, |m| {
                        rect(m, "hit", x, 0.0, whole.year_width(), height);
                        rect(m, "bar", x + 1.0, height - tall, whole.year_width() - 2.0, tall);
                    });
                }
            });
            // Empty but while the years are brushed.
            let height = px(height);
            let brush = [("class", "brush"), ("x", "0"), ("y", "0"), ("width", "0")];
            m.shape("rect", &[brush.as_slice(), &[("height", &height)]].concat());
            m.leaf("text", &[("class", "brushed"), ("y", "12"), ("aria-hidden", "true")], "");
        });
        // Takes the years that were brushed into the link.
        let by_hand =
            [("type", "hidden"), ("id", "span-by-hand"), ("data-key", Choice::Span.key())];
        m.shape("input", &by_hand);
    });
}

fn row(
    markup: &mut Markup,
    desk: Desk<'_>,
    plan: &Plan,
    lane: &Lane,
    ticks: &[Tick],
    spots: &mut Spots,
) {
    let (atlas, chart) = (desk.atlas, &plan.chart);
    let name = lane_name(atlas, lane.value);
    let slug = lane.value.slug(atlas);
    let class = format!("lane power-{}", slug.to_ascii_lowercase());
    markup.element("div", &[("class", &class)], |m| {
        m.element("div", &[("class", "lane-name")], |m| {
            m.element("h3", &[], |m| mixed(m, atlas, &name));
            let told = |word, count: usize| atlas.tell(word, &[&atlas.number(count)]);
            let (certain, possible) = &lane.dated;
            let dated = certain.len() + possible.len();
            let text = told(TimelinePage::Dated, dated);
            part_link(m, desk, lane, ("dated", Part::Dated), &text, dated);
            let text = super::undated(atlas, lane);
            part_link(m, desk, lane, ("undated", Part::Undated), &text, lane.undated.len());
            if lane.hidden > 0 {
                let text = told(TimelinePage::WithoutRoom, lane.hidden);
                part_link(m, desk, lane, ("more", Part::Dated), &text, lane.hidden);
            }
        });
        let height = height(chart, lane);
        svg(m, chart.axis.width, height, &atlas.tell(TimelinePage::ByTime, &[&name]), |m| {
            marks_of_lane(m, desk, plan, lane, ticks, height, spots);
        });
        if let Some((_, part)) = plan.focus.filter(|(value, _)| *value == lane.value) {
            listed::write(m, desk, plan, lane, part, &name);
        }
    });
}

/// How high a lane is drawn, px.
pub(crate) fn height(chart: &Chart, lane: &Lane) -> f64 {
    if !chart.crowded {
        lane.rows.max(1) as f64 * ROW + 8.0
    } else if chart.lanes.len() > FEW {
        BARS.1
    } else {
        BARS.0
    }
}

/// What stands in a lane of a height in px; marks that would stand below it are left out.
pub(crate) fn marks_of_lane(
    m: &mut Markup,
    desk: Desk<'_>,
    plan: &Plan,
    lane: &Lane,
    ticks: &[Tick],
    height: f64,
    spots: &mut Spots,
) {
    let chart = &plan.chart;
    for tick in ticks {
        line(m, "grid", (tick.x, 0.0), (tick.x, height));
    }
    if let Some(at) = desk.view.filter.at {
        let x = chart.axis.x(at.last_day());
        line(m, "at", (x, 0.0), (x, height));
    }
    let lens = plan.compared.as_ref().map(|compared| compared.lens);
    if chart.crowded {
        bars(m, desk, plan, lane, height, spots);
    } else {
        for mark in lane.marks.iter().filter(|mark| fits(mark, height)) {
            draw(m, desk, lane, mark, lens, spots);
        }
    }
}

/// Whether a mark's row stands in a height in px.
pub(crate) fn fits(mark: &Mark, height: f64) -> bool {
    (mark.row + 1) as f64 * ROW <= height
}

/// The way to a part of a lane, by a name of its own: two links of a lane may lead to the same part.
fn part_link(
    markup: &mut Markup,
    desk: Desk<'_>,
    lane: &Lane,
    (own, part): (&str, Part),
    text: &str,
    count: usize,
) {
    if count == 0 {
        markup.leaf("span", &[("class", "quiet")], text);
        return;
    }
    let href = to_part(desk, Some((lane.value, part)));
    let id = format!("part-{}-{own}", lane.value.slug(desk.atlas));
    markup.leaf("a", &[("class", "quiet"), ("id", &id), ("href", &href)], text);
}

/// One bar a year, what is possible on top of what is certain.
fn bars(
    markup: &mut Markup,
    desk: Desk<'_>,
    plan: &Plan,
    lane: &Lane,
    height: f64,
    spots: &mut Spots,
) {
    let Chart { axis, most, .. } = &plan.chart;
    let unit = (height - 6.0) / f64::from((*most).max(1));
    let wide = (axis.year_width() - 2.0).max(1.0);
    for (bar, year) in lane.bars.iter().zip(axis.years.0..) {
        if bar.certain + bar.possible == 0 {
            continue;
        }
        let lane_name = lane_name(desk.atlas, lane.value);
        let [certain, possible] =
            [bar.certain, bar.possible].map(|count| desk.atlas.number(count as usize));
        let parts = [lane_name.as_str(), &year.to_string(), &certain, &possible];
        let mut name = desk.atlas.tell(TimelinePage::Bar, &parts);
        if bar.disputed > 0 {
            name += &desk
                .atlas
                .tell(TimelinePage::BarDisputed, &[&desk.atlas.number(bar.disputed as usize)]);
        }
        if let Some(Compared { lens, .. }) = plan.compared {
            name += &against::parts(desk.atlas, lens, bar.told.map(|count| count as usize));
        }
        let href = to_part(desk, Some((lane.value, Part::Year(year))));
        let id = format!("bar-{}-{year}", lane.value.slug(desk.atlas));
        let x = axis.x(crate::atlas::day_from_civil(year, 1, 1));
        let (certain, possible) = (f64::from(bar.certain) * unit, f64::from(bar.possible) * unit);
        let lang = lang(desk.atlas).filter(|_| matches!(lane.value, FacetValue::Source(_)));
        spot_in(markup, lang, &[("id", &id)], (&href, &name), spots, |m| {
            rect(m, "hit", x, 0.0, axis.year_width(), height);
            let top = if plan.compared.is_some() {
                halves(m, bar.told.map(|count| f64::from(count) * unit), (x + 1.0, height), wide)
            } else {
                rect(m, "bar possible", x + 1.0, height - certain - possible, wide, possible);
                rect(m, "bar", x + 1.0, height - certain, wide, certain);
                height - certain - possible
            };
            if bar.disputed > 0 {
                let d = format!("M{} {}h6v6z", px(x + wide - 5.0), px(top - 7.0));
                m.shape("path", &[("class", "wedge"), ("d", &d)]);
            }
        });
    }
}

/// A year as two documents tell it, each part so high, px: that on which they differ, what both tell, and on top of it
/// side by side what each tells alone. What comes back is where the highest ends.
fn halves(
    markup: &mut Markup,
    [first, second, both, differ]: [f64; 4],
    (x, foot): (f64, f64),
    wide: f64,
) -> f64 {
    let (shared, half) = (foot - differ - both, wide / 2.0);
    let mut part = |class, x, top, wide, tall| {
        if tall > 0.0 {
            rect(markup, class, x, top, wide, tall);
        }
    };
    part("bar told differ", x + 0.5, foot - differ + 0.5, wide - 1.0, differ - 1.0);
    part("bar told both", x, shared, wide, both);
    part("bar told first-only", x, shared - first, half, first);
    part("bar told second-only", x + half, shared - second, half, second);
    shared - first.max(second)
}

/// One claim: pale where it possibly was, full where it certainly was.
fn draw(
    markup: &mut Markup,
    desk: Desk<'_>,
    lane: &Lane,
    mark: &Mark,
    lens: Option<Lens>,
    spots: &mut Spots,
) {
    let atlas = desk.atlas;
    let claim = atlas.claim(mark.claim);
    let disputed = atlas.index().disputed().contains(mark.claim);
    let y = mark.row as f64 * ROW + ROW / 2.0 + 4.0;
    let name = format!(
        "{} {}",
        words::summary(atlas, Some(desk.texts), mark.claim),
        date(atlas, mark.claim)
    );
    let shown = mark.name.as_ref().map(|(text, _)| text.trim_end_matches(['…', '.']));
    let mut name = named_as_shown(name, &[shown.unwrap_or_default()]);
    if disputed {
        name += atlas.say(Overlays::AndDisputed);
    }
    if let Some((lens, told)) = lens.zip(mark.told) {
        name += &against::spoken(atlas, lens, told);
    }
    let id = format!("mark-{}-{}", lane.value.slug(atlas), claim.slug());
    let href = format!("?claim={}", claim.slug());
    let (from, to) = mark.reach;
    spot_of_claim(markup, atlas, &[("id", &id)], (&href, &name), spots, |m| {
        let middle = (from + to) / 2.0;
        let (left, right) = (from.min(middle - ROW / 2.0), to.max(middle + ROW / 2.0));
        rect(m, "hit", left, y - ROW / 2.0, right - left, ROW);
        let hue = hue(atlas, mark.claim);
        let doubt = if mark.doubtful { " doubtful" } else { "" };
        m.element("g", &[("class", &format!("mark{hue}{doubt}"))], |m| {
            let sure_to = mark.known_until.map_or(to, |known| known.min(to));
            rect(m, "fuzz", from, y - 4.0, (sure_to - from).max(0.0), 8.0);
            if let Some(known) = mark.known_until {
                line(m, "last-known", (known.max(from), y), (to - 6.0, y));
                let arrow = format!("M{} {}l6 4l-6 4", px(to - 7.0), px(y - 4.0));
                m.shape("path", &[("class", "arrow"), ("d", &arrow)]);
            }
            match mark.core {
                Some((from, to)) => rect(m, "core", from, y - 4.0, (to - from).max(2.0), 8.0),
                None => {
                    if let Some(at) = mark.point {
                        let attributes = [
                            ("class", "point"),
                            ("cx", &px(at) as &str),
                            ("cy", &px(y)),
                            ("r", "4.5"),
                        ];
                        m.shape("circle", &attributes);
                    }
                }
            }
            if disputed {
                let d = format!("M{} {}h6v6z", px(middle + 3.0), px(y - 9.0));
                m.shape("path", &[("class", "wedge"), ("d", &d)]);
            }
            mark.told.into_iter().for_each(|told| glyph(m, told, (middle - 6.0, y - 6.0)));
        });
        if let Some((text, side)) = &mark.name {
            let (x, down, anchor) = match side {
                Side::Right => (right, 4.0, "start"),
                Side::Left => (left, 4.0, "end"),
                Side::Upon => (left.max(0.0), -6.0, "start"),
            };
            let attributes = [
                ("class", "mark-name"),
                ("aria-hidden", "true"),
                ("x", &px(x) as &str),
                ("y", &px(y + down)),
                ("font-size", &px(NAME)),
                ("text-anchor", anchor),
            ];
            m.leaf("text", &attributes, text);
        }
    });
}

/// The class of the one power that a claim is about; none for none or several.
fn hue(atlas: &Atlas, id: ClaimId) -> String {
    let claim = atlas.claim(id);
    let part =
        |power: &&crate::atlas::ActorId| claim.parties.iter().any(|(actor, _)| actor == *power);
    let mut powers = atlas.powers().iter().filter(part);
    match (powers.next(), powers.next()) {
        (Some(&power), None) => format!(" power-{}", atlas.actor(power).slug.to_ascii_lowercase()),
        _ => String::new(),
    }
}
