//! Routes, drawn schematically from place to place, and flows from the powers to the states.

use super::{anchor, opens, spoken};
use crate::atlas::term::RouteKind;
use crate::atlas::{ActorId, Atlas, ClaimId, ClaimSet, Day, Dyad, Precision, RouteId, When};
use crate::geo::measure::initial_bearing;
use crate::geo::{Albers, MapPoint, Projection};
use crate::math;
use crate::query::filter::Answer;
use crate::query::{Certainty, Filter, Measure, Relation, time};
use crate::words::{Count, Overlays, Said};

/// A route.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteLine {
    /// Which.
    pub route: RouteId,
    /// What it carries.
    pub kind: RouteKind,
    /// Through which points of the plane.
    pub points: Vec<MapPoint>,
    /// Half way along it.
    pub middle: MapPoint,
    /// It is there surely at the date.
    pub sure: bool,
    /// It is no longer in use.
    pub ended: bool,
    /// Another claim contradicts one of its own.
    pub disputed: bool,
    /// Which of two documents tells it, where two are compared.
    pub told: Option<Relation>,
    /// The link to its claims.
    pub opens: String,
    /// The route as it is spoken.
    pub spoken: String,
}

/// The routes of which some claim is kept, as they are at the filter's date.
pub fn routes(atlas: &Atlas, filter: &Filter, Answer { kept, .. }: &Answer) -> Vec<RouteLine> {
    let albers = Albers::central_asia();
    let line = |(id, route): (RouteId, &crate::atlas::Route<'static>)| {
        let claims: Vec<ClaimId> =
            route.claims.iter().copied().filter(|&claim| kept.contains(claim)).collect();
        let there = match filter.last_day() {
            Some(day) => time::started(route.when, day),
            None => Certainty::Certainly,
        };
        let points: Vec<MapPoint> =
            route.via.iter().filter_map(|&via| albers.forward(atlas.position(via))).collect();
        let shown = !claims.is_empty() && there != Certainty::No && points.len() > 1;
        let middle = middle(&points).filter(|_| shown)?;
        let sure = there == Certainty::Certainly;
        let day = filter.last_day().unwrap_or(Day::MAX);
        // A single date says since when, not until when; a doubtful end is none.
        let over = |when: &When| {
            when.precision == Precision::Interval
                && !when.open
                && !when.doubtful
                && when.end.1 < day
        };
        let ended = route.when.as_ref().is_some_and(over);
        let held = match (ended, sure) {
            (true, _) => format!(", {}", atlas.say(Said::Ended)),
            (false, true) => String::new(),
            (false, false) => format!(", {}", atlas.say(Said::Possibly)),
        };
        let said = atlas.count(claims.len(), Count::Claims);
        let kind = atlas.say(route.kind);
        let disputed = claims.iter().any(|&id| atlas.index().disputed().contains(id));
        Some(RouteLine {
            route: id,
            kind: route.kind,
            points,
            middle,
            sure,
            ended,
            disputed,
            told: None,
            opens: opens(atlas, &claims, || format!("route={}", route.slug)),
            spoken: atlas.tell(Overlays::Route, &[route.name, kind, &held, &said])
                + spoken(atlas, disputed),
        })
    };
    atlas.routes().filter_map(line).collect()
}

/// The point half way along a line.
fn middle(points: &[MapPoint]) -> Option<MapPoint> {
    let length = |(a, b): (&MapPoint, &MapPoint)| math::hypot(b.x - a.x, b.y - a.y);
    let legs = || points.iter().zip(points.iter().skip(1));
    let mut left = legs().map(length).sum::<f64>() / 2.0;
    for (a, b) in legs() {
        let own = length((a, b));
        if own >= left && own > 0.0 {
            let share = left / own;
            return Some(MapPoint::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share));
        }
        left -= own;
    }
    points.first().copied()
}

/// A line from a power to a state, as wide as the claims of the pair are many.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// The pair.
    pub dyad: Dyad,
    /// Where the power lies, or in its direction far outside the map.
    pub from: MapPoint,
    /// Where the state's value is written.
    pub to: MapPoint,
    /// How many claims.
    pub claims: usize,
    /// Its whole width, px.
    pub width: f64,
    /// Another claim contradicts one of them.
    pub disputed: bool,
    /// Which of two documents tells it, where two are compared.
    pub told: Option<Relation>,
    /// The width of what the date answers with "certainly", px.
    pub sure_width: f64,
    /// The link to its claims.
    pub opens: String,
    /// The flow as it is spoken.
    pub spoken: String,
}

/// The width of the pair that has most claims at any date, px: widths can be compared from year to
/// year.
pub const WIDEST: f64 = 14.0;

/// A power beyond this distance from the map's middle is shown by its direction, km.
const NEAR: f64 = 4200.0;

/// The flows of what a filter keeps; of the measure's category where one is chosen.
pub fn flows(
    atlas: &Atlas,
    filter: &Filter,
    answer: &Answer,
    measure: Option<Measure>,
) -> Vec<Flow> {
    let category = measure.and_then(|measure| measure.category);
    let of_pairs = |claims: &ClaimSet| {
        let claims = match category {
            Some(category) => claims.and(atlas.index().category(category)),
            None => claims.clone(),
        };
        let count = move |dyad: Dyad| claims.len_with(&dyad.claims(atlas));
        atlas.dyads().map(count).collect::<Vec<usize>>()
    };
    let all = of_pairs(&answer.kept);
    let possible = of_pairs(&answer.possible);
    let disputed = of_pairs(&answer.kept.and(atlas.index().disputed()));
    let ever = of_pairs(&filter.at_any_time().run(atlas).kept);
    let most = ever.into_iter().max().unwrap_or_default().max(1);
    let width = |claims: usize| claims as f64 / most as f64 * WIDEST;
    let what = category.map_or("", |id| atlas.category(id).name);
    atlas
        .dyads()
        .zip(all.iter().zip(possible.iter().zip(&disputed)))
        .filter(|(_, (claims, _))| **claims > 0)
        .filter_map(|(dyad, (&claims, (&possible, &disputed)))| {
            let disputed = disputed > 0;
            let pair = dyad.slug(atlas);
            let sure = claims - possible;
            let possible = match possible {
                0 => String::new(),
                possible => atlas.tell(Overlays::OfThemPossibly, &[&atlas.number(possible)]),
            };
            let said = atlas.count(claims, Count::Claims);
            let name = dyad.name(atlas);
            // A voice command says what is seen: the power's code and the number.
            let shown = format!("{} {claims}", atlas.actor(dyad.power).slug);
            let possible = format!("{possible}{}; {shown}", spoken(atlas, disputed));
            Some(Flow {
                dyad,
                from: origin(atlas, dyad.power)?,
                to: anchor(atlas, dyad.state)?,
                claims,
                disputed,
                told: None,
                width: width(claims).max(1.0),
                sure_width: width(sure),
                opens: match category {
                    Some(id) => format!("dyad={pair}~{}", atlas.category(id).slug),
                    None => format!("dyad={pair}"),
                },
                spoken: if what.is_empty() {
                    format!("{name}: {said}{possible}")
                } else {
                    format!("{what}, {name}: {said}{possible}")
                },
            })
        })
        .collect()
}

/// How many of the kept claims flows tell, each claim once however many pairs it is of; of the measure's category
/// where one is chosen.
pub fn in_flows(atlas: &Atlas, kept: &ClaimSet, measure: Option<Measure>) -> usize {
    let mut told = ClaimSet::none(atlas.claims().len());
    atlas.dyads().for_each(|dyad| told.unite(&dyad.claims(atlas)));
    match measure.and_then(|measure| measure.category) {
        Some(category) => told.and(atlas.index().category(category)).len_with(kept),
        None => told.len_with(kept),
    }
}

/// Where a power's flows begin: at its capital, or far out on the way to it.
fn origin(atlas: &Atlas, power: ActorId) -> Option<MapPoint> {
    let albers = Albers::central_asia();
    let seat = atlas.position(atlas.actor(power).seat?);
    let middle = MapPoint::new(0.0, 0.0);
    let distance = |at: &MapPoint| math::hypot(at.x, at.y);
    let home = albers.inverse(middle)?;
    let near =
        albers.forward(seat).filter(|at| (seat.lon - home.lon).abs() < 60.0 && distance(at) < NEAR);
    near.or_else(|| {
        // On the far side of the globe the plane's image misleads; the great circle does not.
        let bearing = math::radians(initial_bearing(home, seat)?);
        Some(MapPoint::new(math::sin(bearing) * NEAR, -math::cos(bearing) * NEAR))
    })
}
