//! Routes, drawn schematically from place to place, and flows from the powers to the states.

use super::area::{Step, step};
use super::{anchor, opens, spoken};
use crate::atlas::term::RouteKind;
use crate::atlas::{
    ActorId, Atlas, CategoryId, ClaimId, ClaimSet, Day, Dyad, Precision, RouteId, When,
};
use crate::geo::measure::initial_bearing;
use crate::geo::{Albers, MapPoint, Projection};
use crate::math;
use crate::query::filter::Answer;
use crate::query::{Certainty, Filter, Measure, Relation, time};
use crate::scene::matrix::{Cell, Coding, cells};
use crate::scene::words;
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

/// A line from a power to a state: as wide as the claims of the pair are many, or as what they code is much.
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
    /// What its width shows where that is a coded value, as the state would have it written; else claims are counted.
    pub value: Option<String>,
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

/// A flow without a coded value among flows that have one, px.
const THIN: f64 = 1.0;

/// The flows of what a filter keeps; of the measure's category where one is chosen, and where that is coded as wide as
/// the states are shaded dark.
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
    let coded = Coded::of(atlas, filter, category);
    atlas
        .dyads()
        .zip(all.iter().zip(possible.iter().zip(&disputed)))
        .filter_map(|(dyad, (&claims, (&possible, &disputed)))| {
            let coded = coded.as_ref().map(|coded| (coded, coded.cell(dyad)));
            // A state that began before the period may rest on claims that the filter does not count.
            let cell = coded.and_then(|(_, cell)| cell);
            let all = cell.map_or(claims, |cell| cell.claims);
            if all == 0 {
                return None;
            }
            let disputed = cell.map_or(disputed > 0, |cell| cell.disputed);
            let pair = dyad.slug(atlas);
            let sure = claims - possible;
            let possible = match possible {
                0 => String::new(),
                possible => atlas.tell(Overlays::OfThemPossibly, &[&atlas.number(possible)]),
            };
            let (width, sure_width) = match coded {
                Some((coded, _)) => coded.widths(dyad, sure > 0),
                None => (width(claims).max(THIN), width(sure)),
            };
            let said = match cell {
                Some(cell) => words::spoken_as(atlas, cell, what) + &possible,
                None => {
                    let said = atlas.count(claims, Count::Claims) + &possible;
                    let said = format!("{}: {said}{}", dyad.name(atlas), spoken(atlas, disputed));
                    if what.is_empty() { said } else { format!("{what}, {said}") }
                }
            };
            Some(Flow {
                dyad,
                from: origin(atlas, dyad.power)?,
                to: anchor(atlas, dyad.state)?,
                claims: all,
                value: cell
                    .filter(|cell| shade(cell).is_some())
                    .map(|cell| words::cell(atlas.words(), cell).1),
                disputed,
                told: None,
                width,
                sure_width,
                opens: match category {
                    Some(id) => format!("dyad={pair}~{}", atlas.category(id).slug),
                    None => format!("dyad={pair}"),
                },
                // A voice command says what is seen: the power's code and the number.
                spoken: format!("{said}; {} {all}", atlas.actor(dyad.power).slug),
            })
        })
        .collect()
}

/// The cells of a coded category: at the date, and those of what is certain at it.
struct Coded {
    all: Vec<Cell>,
    sure: Vec<Cell>,
}

impl Coded {
    /// `None` for a category whose cells count claims.
    fn of(atlas: &Atlas, filter: &Filter, category: Option<CategoryId>) -> Option<Self> {
        let category = category?;
        Coding::of(atlas, category)?;
        let of = |filter: &Filter| {
            let powers = atlas.powers().iter();
            powers.flat_map(|&power| cells(atlas, filter, power, category)).collect()
        };
        let mut certain = filter.clone();
        certain.certain = true;
        Some(Self { all: of(filter), sure: of(&certain) })
    }

    fn cell(&self, dyad: Dyad) -> Option<&Cell> {
        self.all.iter().find(|cell| cell.dyad == dyad)
    }

    /// The widths of a pair's flow and of what of it is certain, px.
    fn widths(&self, dyad: Dyad, some_is_sure: bool) -> (f64, f64) {
        let of = |cells: &[Cell]| {
            let shade = cells.iter().find(|cell| cell.dyad == dyad).and_then(shade)?;
            Some(f64::from(shade) / f64::from(DARKEST) * WIDEST)
        };
        match of(&self.all) {
            Some(width) => (width, of(&self.sure).unwrap_or_default().min(width)),
            None => (THIN, if some_is_sure { THIN } else { 0.0 }),
        }
    }
}

/// The last step of a measure.
const DARKEST: u8 = 5;

/// The step at which a coded category's cell is shaded; `None` for one without a value.
fn shade(cell: &Cell) -> Option<u8> {
    match step(cell) {
        Step::Shade(step) => Some(step),
        _ => None,
    }
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
