//! The timeline: what the filter keeps in lanes along the years, near or far.

pub(crate) mod chart;
mod table;

use super::{Desk, field, presets, sheet};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::{Markup, counted};
use crate::query::time::{horizon, within};
use crate::query::{Certainty, Facet, FacetValue};
use crate::scene::axis::{Axis, moved, read_years};
use crate::scene::lanes::{self, Chart, Lane, begins_in};
use crate::scene::{timeline, words};
use crate::view::Choice;

/// What the lanes can be, as links write it.
const LANES: [(&str, Facet); 4] = [
    ("power", Facet::Power),
    ("state", Facet::State),
    ("category", Facet::Category),
    ("source", Facet::Source),
];

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let lead = "When things happened and how long they held, as the documents date them.";
    sheet(markup, desk, "timeline", "Timeline", lead, |m| {
        let Some(plan) = Plan::of(desk) else {
            m.leaf("p", &[], "No claim has a date.");
            return;
        };
        controls(m, desk, &plan);
        m.leaf("p", &[("class", "says")], &sentence(desk.atlas, &plan));
        chart::write(m, desk, &plan);
        legend(m, &plan.chart);
        table::write(m, desk, &plan);
    });
}

/// What the link asks for, laid out.
pub(crate) struct Plan {
    pub(crate) facet: Facet,
    /// All years that the axis can show.
    whole: (i32, i32),
    kept: ClaimSet,
    pub(crate) chart: Chart,
    focus: Option<(FacetValue, Part)>,
}

/// The part of a lane that is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What is on the axis.
    Dated,
    /// What begins in a year.
    Year(i32),
    /// What has no date.
    Undated,
}

impl Part {
    fn slug(self) -> String {
        match self {
            Self::Dated => String::new(),
            Self::Year(year) => format!("~{year}"),
            Self::Undated => "~undated".to_owned(),
        }
    }
}

impl Plan {
    pub(crate) fn of(desk: Desk<'_>) -> Option<Self> {
        let (atlas, view) = (desk.atlas, desk.view);
        let whole = timeline::axis(atlas)?;
        let chosen = view.choices.get(Choice::Lanes);
        let facet = LANES.iter().find(|(slug, _)| Some(*slug) == chosen);
        let facet = facet.map_or(Facet::Power, |(_, facet)| *facet);
        let years = read_years(view.choices.get(Choice::Span), whole);
        let axis = Axis { years, width: chart::width(desk) };
        let kept = desk.kept();
        let chart = lanes::chart(atlas, desk.texts, &kept, facet, axis);
        let focus = view.choices.get(Choice::Focus).and_then(|text| {
            let (slug, part) = text.split_once('~').unwrap_or((text, ""));
            let part = match part {
                "" => Part::Dated,
                "undated" => Part::Undated,
                year => Part::Year(year.parse().ok()?),
            };
            Some((facet.read(atlas, slug)?, part))
        });
        Some(Self { facet, whole, kept, chart, focus })
    }
}

/// The link to a span of years.
fn to_span(desk: Desk<'_>, plan: &Plan, span: (i32, i32)) -> String {
    let text = if span == plan.whole { String::new() } else { format!("{}~{}", span.0, span.1) };
    desk.choosing_all(&[(Choice::Span, &text), (Choice::Focus, "")])
}

/// The link that lists a part of a lane, or with none the link that closes the list.
fn to_part(desk: Desk<'_>, part: Option<(FacetValue, Part)>) -> String {
    let text = part.map(|(value, part)| format!("{}{}", value.slug(desk.atlas), part.slug()));
    desk.choosing(Choice::Focus, &text.unwrap_or_default())
}

/// The claims of a part of a lane: those certainly of it, and those possibly.
fn claims_of(atlas: &Atlas, lane: &Lane, part: Part) -> (ClaimSet, ClaimSet) {
    let none = || ClaimSet::none(atlas.claims().len());
    match part {
        Part::Dated => lane.dated.clone(),
        Part::Undated => (none(), lane.undated.clone()),
        Part::Year(year) => {
            let (mut certain, mut possible) = (none(), none());
            for id in lane.dated.0.iter().chain(lane.dated.1.iter()) {
                let Some(when) = atlas.claim(id).when else { continue };
                match begins_in(year, &when) {
                    Certainty::Certainly => certain.insert(id),
                    Certainty::Possibly => possible.insert(id),
                    Certainty::No => {}
                }
            }
            (certain, possible)
        }
    }
}

fn controls(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let years = plan.chart.axis.years;
    markup.element("div", &[("class", "controls")], |m| {
        let lanes = LANES.map(|(slug, facet)| {
            let own = if slug == "power" { "" } else { slug };
            let href = desk.choosing_all(&[(Choice::Lanes, own), (Choice::Focus, "")]);
            (format!("lanes-{slug}"), format!("By {}", facet.key()), facet == plan.facet, href)
        });
        presets(m, "Lanes by", lanes);
        m.element("div", &[("role", "group"), ("aria-label", "Years")], |m| {
            let from = |year: i32| (year, years.1.max(year));
            let to = |year: i32| (years.0.min(year), year);
            year_field(m, plan, "From", years.0, &from);
            year_field(m, plan, "To", years.1, &to);
        });
        m.element("div", &[("role", "group"), ("aria-label", "Zoom")], |m| {
            let whole = plan.whole;
            for (id, name, key, sign, span) in [
                ("zoom-out", "Zoom out", Some("-"), "−", moved(years, 2.0, 0.0, whole)),
                ("zoom-in", "Zoom in", Some("+"), "+", moved(years, 0.5, 0.0, whole)),
                ("earlier", "Earlier", None, "←", moved(years, 1.0, -0.5, whole)),
                ("later", "Later", None, "→", moved(years, 1.0, 0.5, whole)),
                ("all-years", "All years", Some("0"), "All", whole),
            ] {
                if span == years {
                    m.leaf("span", &[("class", "button off"), ("aria-hidden", "true")], sign);
                    continue;
                }
                let href = to_span(desk, plan, span);
                let mut attributes = vec![("id", id), ("class", "button"), ("href", &href)];
                attributes.extend([("aria-label", name), ("title", name)]);
                attributes.extend(key.map(|key| ("aria-keyshortcuts", key)));
                m.leaf("a", &attributes, sign);
            }
        });
    });
}

/// A year to choose: each option is the whole span that it leads to.
fn year_field(
    markup: &mut Markup,
    plan: &Plan,
    name: &'static str,
    chosen: i32,
    span: &dyn Fn(i32) -> (i32, i32),
) {
    let id = format!("years-{}", name.to_ascii_lowercase());
    let options = (plan.whole.0..=plan.whole.1).map(|year| {
        let (from, to) = span(year);
        (format!("{from}~{to}"), year.to_string(), year == chosen)
    });
    field(markup, &id, name, Choice::Span, options);
}

/// What of the filter's claims falls on the axis, in one sentence.
pub(crate) fn sentence(atlas: &Atlas, plan: &Plan) -> String {
    let years = plan.chart.axis.years;
    let (mut certain, mut possible, mut outside, mut undated) = (0, 0, 0, 0);
    for id in plan.kept.iter() {
        let claim = atlas.claim(id);
        match within(claim, plan.chart.axis.days(), horizon(atlas, claim)) {
            _ if claim.when.is_none() => undated += 1,
            Certainty::Certainly => certain += 1,
            Certainty::Possibly => possible += 1,
            Certainty::No => outside += 1,
        }
    }
    let stretch = if years.0 == years.1 {
        format!("In {}", years.0)
    } else {
        format!("{}–{}", years.0, years.1)
    };
    format!(
        "{stretch}: {} certainly, {possible} possibly, {outside} outside; {undated} without a date, possible in any year.",
        counted(certain, "claim"),
    )
}

/// What the marks mean; only what is drawn.
fn legend(markup: &mut Markup, chart: &Chart) {
    let entry = |m: &mut Markup, sign: &'static str, said: &str| {
        m.element("li", &[], |m| {
            m.leaf("span", &[("class", sign), ("aria-hidden", "true")], "");
            m.text(said);
        });
    };
    markup.element("ul", &[("class", "time-key"), ("aria-label", "Legend")], |m| {
        if chart.crowded {
            entry(m, "key-certain", "certainly begins in the year");
            entry(m, "key-possible", "possibly: the date allows other years, or is doubtful");
            let most = format!("tallest bar: {}", counted(chart.most as usize, "claim"));
            entry(m, "key-scale", &most);
        } else {
            entry(m, "key-point", "on one day, within the pale stretch");
            entry(m, "key-doubt", "the date is doubtful");
            entry(m, "key-span", "a span; pale where it possibly held");
            entry(m, "key-open", "goes on; last known where dashed, past the document’s own time");
        }
        entry(m, "key-landmark", "an event of the greatest weight");
    });
}

/// A lane's name.
pub(crate) fn lane_name(atlas: &Atlas, value: FacetValue) -> String {
    match value {
        FacetValue::Source(id) => {
            let source = atlas.source(id);
            format!("{}, {}", source.authors, source.year)
        }
        other => other.name(atlas).to_owned(),
    }
}

/// A claim's date, as the document gives it.
pub(super) fn date(atlas: &Atlas, id: crate::atlas::ClaimId) -> String {
    let claim = atlas.claim(id);
    claim.date.map_or_else(
        || "undated".to_owned(),
        |date| format!("{date}, {}", words::precision(atlas.words(), claim)),
    )
}
