//! The timeline: what the filter keeps in lanes along the years, near or far.

pub(crate) mod brush;
pub(crate) mod chart;
mod listed;
mod table;

use super::{Desk, against, field, presets, sheet};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::Markup;
use crate::query::time::{horizon, within};
use crate::query::{Certainty, Compared, Facet, FacetValue};
use crate::scene::axis::{Axis, moved, read_years, span};
use crate::scene::lanes::{self, Chart, Lane, begins_in};
use crate::scene::names::year;
use crate::scene::{timeline, words};
use crate::view::{Choice, Tab, ViewState};
use crate::words::{Against, Count, Said, Study, TimelinePage};

/// What the lanes can be: as links write it, and in words.
const LANES: [(&str, Facet, TimelinePage); 4] = [
    ("power", Facet::Power, TimelinePage::ByPower),
    ("state", Facet::State, TimelinePage::ByState),
    ("category", Facet::Category, TimelinePage::ByCategory),
    ("source", Facet::Source, TimelinePage::BySource),
];

/// Whether the lanes can be so.
pub(super) fn has_lanes(value: &str) -> bool {
    LANES.iter().any(|(slug, ..)| *slug == value)
}

/// Whether a span of years has any that the timeline shows.
pub(super) fn has_span(atlas: &Atlas, value: &str) -> bool {
    timeline::axis(atlas).is_some_and(|whole| span(value, whole).is_some())
}

/// Whether a value names a part of a lane.
pub(super) fn has_part(atlas: &Atlas, view: &ViewState, value: &str) -> bool {
    part(atlas, lanes(view).0, value).is_some()
}

/// What the lanes are by a link.
fn lanes(view: &ViewState) -> (Facet, TimelinePage) {
    let chosen = view.choices.get(Choice::Lanes);
    let lanes = LANES.iter().find(|(slug, ..)| Some(*slug) == chosen);
    lanes.map_or((Facet::Power, TimelinePage::ByPower), |(_, facet, name)| (*facet, *name))
}

/// The part of a lane that a value names, as `RU`, `RU~2010`, `RU~undated`.
fn part(atlas: &Atlas, facet: Facet, value: &str) -> Option<(FacetValue, Part)> {
    let (slug, part) = value.split_once('~').unwrap_or((value, ""));
    let part = match part {
        "" => Part::Dated,
        "undated" => Part::Undated,
        year => Part::Year(year.parse().ok()?),
    };
    Some((facet.read(atlas, slug)?, part))
}

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let (title, lead) = (atlas.say(Tab::Timeline), atlas.say(TimelinePage::Lead));
    sheet(markup, desk, "timeline", title, lead, |m| {
        let Some(plan) = Plan::of(desk) else {
            m.leaf("p", &[], atlas.say(Study::NoDates));
            return;
        };
        controls(m, desk, &plan);
        m.leaf("p", &[("class", "says")], &sentence(atlas, &plan.kept, &plan.chart.axis));
        if let Some(compared) = &plan.compared {
            let told = compared.counts(&against::all(atlas, &desk.view.filter, compared));
            against::key_of_claims(m, atlas, compared.lens, told);
        }
        legend(m, atlas, &plan);
        chart::write(m, desk, &plan);
        table::write(m, desk, &plan);
    });
}

/// What the link asks for, laid out.
pub(crate) struct Plan {
    pub(crate) facet: Facet,
    /// What the lanes are, in words.
    pub(crate) name: TimelinePage,
    /// All years that the axis can show.
    whole: (i32, i32),
    pub(crate) kept: ClaimSet,
    /// Two documents that are set against each other.
    pub(crate) compared: Option<Compared>,
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
        let (facet, name) = lanes(view);
        let years = read_years(view.choices.get(Choice::Span), whole);
        let axis = Axis { years, width: chart::width(desk) };
        let compared = desk.compared();
        let kept = against::kept(atlas, &view.filter, compared.as_ref());
        let chart = lanes::chart(atlas, desk.texts, &kept, facet, axis, compared.as_ref());
        let focus = view.choices.get(Choice::Focus);
        let focus = focus.and_then(|value| part(atlas, facet, value));
        Some(Self { facet, name, whole, kept, compared, chart, focus })
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
    let say = |word| desk.atlas.say(word);
    markup.element("div", &[("class", "controls")], |m| {
        let lanes = LANES.map(|(slug, facet, name)| {
            let own = if slug == "power" { "" } else { slug };
            let href = desk.choosing_all(&[(Choice::Lanes, own), (Choice::Focus, "")]);
            (format!("lanes-{slug}"), say(name), facet == plan.facet, href)
        });
        presets(m, say(TimelinePage::LanesBy), lanes);
        against::chooser(m, desk);
        m.element("div", &[("role", "group"), ("aria-label", say(TimelinePage::Years))], |m| {
            let from = |year: i32| (year, years.1.max(year));
            let to = |year: i32| (years.0.min(year), year);
            year_field(m, plan, ("from", say(TimelinePage::From)), years.0, &from);
            year_field(m, plan, ("to", say(TimelinePage::To)), years.1, &to);
        });
        m.element("div", &[("role", "group"), ("aria-label", say(TimelinePage::Zoom))], |m| {
            let whole = plan.whole;
            for (id, name, key, sign, span) in [
                ("zoom-out", TimelinePage::ZoomOut, Some("-"), "−", moved(years, 2.0, 0.0, whole)),
                ("zoom-in", TimelinePage::ZoomIn, Some("+"), "+", moved(years, 0.5, 0.0, whole)),
                ("earlier", TimelinePage::Earlier, None, "←", moved(years, 1.0, -0.5, whole)),
                ("later", TimelinePage::Later, None, "→", moved(years, 1.0, 0.5, whole)),
                (
                    "all-years",
                    TimelinePage::AllYears,
                    Some("0"),
                    desk.atlas.say(TimelinePage::All),
                    whole,
                ),
            ] {
                let name = say(name);
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
    (slug, name): (&str, &str),
    chosen: i32,
    span: &dyn Fn(i32) -> (i32, i32),
) {
    let id = format!("years-{slug}");
    let options = (plan.whole.0..=plan.whole.1).map(|year| {
        let (from, to) = span(year);
        (format!("{from}~{to}"), year.to_string(), year == chosen)
    });
    field(markup, &id, name, Choice::Span, options);
}

/// The same sentence where the lanes are not laid out.
pub(super) fn said(desk: Desk<'_>) -> String {
    let atlas = desk.atlas;
    let Some(whole) = timeline::axis(atlas) else { return atlas.say(Study::NoDates).to_owned() };
    let years = read_years(desk.view.choices.get(Choice::Span), whole);
    let kept = against::kept(atlas, &desk.view.filter, desk.compared().as_ref());
    sentence(atlas, &kept, &Axis { years, width: 1.0 })
}

/// What of the filter's claims falls on the axis, in one sentence.
pub(crate) fn sentence(atlas: &Atlas, kept: &ClaimSet, axis: &Axis) -> String {
    let years = axis.years;
    let (mut certain, mut possible, mut outside, mut undated) = (0, 0, 0, 0);
    for id in kept.iter() {
        let claim = atlas.claim(id);
        match within(claim, axis.days(), horizon(atlas, claim)) {
            _ if claim.when.is_none() => undated += 1,
            Certainty::Certainly => certain += 1,
            Certainty::Possibly => possible += 1,
            Certainty::No => outside += 1,
        }
    }
    let stretch = if years.0 == years.1 {
        atlas.tell(TimelinePage::InYear, &[&years.0.to_string()])
    } else {
        format!("{}–{}", years.0, years.1)
    };
    let certain = atlas.count(certain, Count::Claims);
    let [possible, outside, undated] = [possible, outside, undated].map(|n: usize| atlas.number(n));
    let parts = [stretch.as_str(), &certain, &possible, &outside, &undated];
    atlas.tell(TimelinePage::Sentence, &parts)
}

/// What the marks mean; only what is drawn.
fn legend(markup: &mut Markup, atlas: &Atlas, plan: &Plan) {
    let chart = &plan.chart;
    let say = |word| atlas.say(word);
    let entry = |m: &mut Markup, sign: &'static str, said: &str| {
        m.element("li", &[], |m| {
            m.leaf("span", &[("class", sign), ("aria-hidden", "true")], "");
            m.text(said);
        });
    };
    let attributes = [("class", "time-key"), ("aria-label", atlas.say(Study::Legend))];
    markup.element("ul", &attributes, |m| {
        if chart.crowded && plan.compared.is_some() {
            entry(m, "key-halves", atlas.say(Against::InBars));
        } else if chart.crowded {
            entry(m, "key-certain", say(TimelinePage::CertainlyBegins));
            entry(m, "key-possible", say(TimelinePage::PossiblyBegins));
        } else {
            entry(m, "key-point", say(TimelinePage::OneDay));
            entry(m, "key-doubt", say(TimelinePage::Doubtful));
            entry(m, "key-span", say(TimelinePage::Span));
            entry(m, "key-open", say(TimelinePage::GoesOn));
        }
        if chart.crowded {
            let most = atlas.count(chart.most as usize, Count::Claims);
            let most = atlas.tell(TimelinePage::Tallest, &[&most]);
            entry(m, "key-scale", &most);
        }
        entry(m, "key-disputed", say(TimelinePage::DisputedMark));
        entry(m, "key-landmark", say(TimelinePage::Greatest));
    });
}

/// A lane's name.
pub(crate) fn lane_name(atlas: &Atlas, value: FacetValue) -> String {
    match value {
        FacetValue::Source(id) => {
            let source = atlas.source(id);
            format!("{}, {}", source.authors, year(atlas, source))
        }
        other => other.name(atlas).to_owned(),
    }
}

/// How many claims of a lane have no date, and how many a date whose beginning is not told.
pub(crate) fn without(atlas: &Atlas, lane: &Lane) -> (usize, usize) {
    let undated = lane.undated.iter().filter(|&id| atlas.claim(id).when.is_none()).count();
    (undated, lane.undated.len() - undated)
}

/// The same in words.
pub(crate) fn undated(atlas: &Atlas, lane: &Lane) -> String {
    match without(atlas, lane) {
        (undated, 0) => atlas.tell(TimelinePage::Undated, &[&atlas.number(undated)]),
        (undated, unbegun) => {
            let parts = [undated, unbegun].map(|count| atlas.number(count));
            atlas.tell(TimelinePage::UndatedUnbegun, &parts.each_ref().map(|part| &**part))
        }
    }
}

/// A claim's date, as the document gives it.
pub(super) fn date(atlas: &Atlas, id: crate::atlas::ClaimId) -> String {
    let claim = atlas.claim(id);
    claim.date().map_or_else(
        || atlas.say(Said::Undated).to_owned(),
        |date| {
            let (own, words) = (atlas.words(), words::date(atlas.words(), date));
            format!("{words}, {}", words::precision(own, claim))
        },
    )
}
