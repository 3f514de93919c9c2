//! The timeline: claims in lanes along a time axis. A crowd is counted by the year; where there is room
//! each claim is a mark, as sharp or as blurred as its date.

mod names;

use std::cmp::Reverse;

use super::axis::{Axis, dated_year, middle};
use super::label::{Weight, text_width};
use crate::atlas::{Atlas, ClaimId, ClaimSet, FAR_FUTURE, FAR_PAST, Precision, Texts};
use crate::query::lens::counts;
use crate::query::time::{horizon, within};
use crate::query::{Certainty, Compared, Facet, FacetValue, Relation};

/// Height of a row of marks, px: also the least that a finger or a pen can hit.
pub const ROW: f64 = 24.0;

/// Rows of marks in one lane at most; what finds no room is counted.
const ROWS: usize = 14;

/// Above so many marks in one lane all lanes are counted by the year.
const CROWD: usize = 64;

/// Up to so many marks in the fullest lane their names are tried.
const NAMED: usize = 40;

/// Size of a mark's name, px.
pub const NAME: f64 = 11.0;

/// Room between a mark's name and what is next to it, px.
const GAP: f64 = 10.0;

/// What the filter keeps, along an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The years and their room.
    pub axis: Axis,
    /// The lanes, in the order of the facet's values.
    pub lanes: Vec<Lane>,
    /// Claims are counted by the year; else each is a mark.
    pub crowded: bool,
    /// The greatest number of claims that may begin in one year of one lane.
    pub most: u32,
}

/// One value of a facet and its claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose claims.
    pub value: FacetValue,
    /// Claims certainly and possibly within the axis, but for the undated.
    pub dated: (ClaimSet, ClaimSet),
    /// Claims without a date, or with no first day.
    pub undated: ClaimSet,
    /// One a year.
    pub bars: Vec<Bar>,
    /// One a claim; none in a crowd.
    pub marks: Vec<Mark>,
    /// Rows that the marks take.
    pub rows: usize,
    /// Claims that found no room.
    pub hidden: usize,
}

/// Claims that begin in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Surely in this year.
    pub certain: u32,
    /// In this year or another, or doubtfully.
    pub possible: u32,
    /// Of both, those that another claim contradicts.
    pub disputed: u32,
    /// Of both, how many are told how by two documents that are compared, in the order of [`Relation::TOLD`].
    pub told: [u32; 4],
}

/// A claim on the axis. Places in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which.
    pub claim: ClaimId,
    /// First and last day that it can have touched.
    pub reach: (f64, f64),
    /// What it touched in any case; `None` for what is one point somewhere in its reach.
    pub core: Option<(f64, f64)>,
    /// The middle of the days of such a point, if it falls on the axis.
    pub point: Option<f64>,
    /// From here on it is only last known.
    pub known_until: Option<f64>,
    /// Its date is marked as doubtful.
    pub doubtful: bool,
    /// Which of two documents tells it, where two are compared.
    pub told: Option<Relation>,
    /// Its row, 0 first.
    pub row: usize,
    /// Its name, and where that stands: to the right of its reach, or to the left.
    pub name: Option<(String, Side)>,
}

/// On which side of a mark its name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left of it.
    Left,
    /// Right of it.
    Right,
    /// Above it, from its left end on: there is no room beside it.
    Upon,
}

/// Lays out what a filter keeps in the lanes of a facet, as two documents tell it where two are compared.
pub fn chart(
    atlas: &Atlas,
    texts: &Texts,
    kept: &ClaimSet,
    facet: Facet,
    axis: Axis,
    compared: Option<&Compared>,
) -> Chart {
    let values = facet.values(atlas).into_iter();
    let lanes = values.map(|value| lane(atlas, kept, value, &axis, compared));
    // A category without claims under the filter says nothing; a state or a power without them does.
    let speaks = |lane: &Lane| {
        let (certain, possible) = &lane.dated;
        let empty = certain.is_empty() && possible.is_empty() && lane.undated.is_empty();
        !empty || matches!(facet, Facet::Power | Facet::State)
    };
    let mut lanes: Vec<Lane> = lanes.filter(speaks).collect();
    let fullest = lanes.iter().map(|lane| lane.dated.0.len() + lane.dated.1.len()).max();
    let fullest = fullest.unwrap_or_default();
    let crowded = fullest > CROWD;
    if !crowded {
        for lane in &mut lanes {
            fill(atlas, texts, lane, &axis, fullest <= NAMED);
            for mark in &mut lane.marks {
                mark.told = compared.map(|compared| compared.relation([mark.claim]));
            }
        }
    }
    let bars = lanes.iter().flat_map(|lane| &lane.bars);
    let most = bars.map(|bar| bar.certain + bar.possible).max().unwrap_or_default();
    Chart { axis, lanes, crowded, most }
}

fn lane(
    atlas: &Atlas,
    kept: &ClaimSet,
    value: FacetValue,
    axis: &Axis,
    compared: Option<&Compared>,
) -> Lane {
    let none = || ClaimSet::none(atlas.claims().len());
    let mut lane = Lane {
        value,
        dated: (none(), none()),
        undated: none(),
        bars: vec![Bar::default(); (axis.years.1 - axis.years.0 + 1).max(0) as usize],
        marks: Vec::new(),
        rows: 0,
        hidden: 0,
    };
    for id in kept.and(value.claims(atlas)).iter() {
        let claim = atlas.claim(id);
        let Some(when) = claim.when.filter(|when| when.start.0 != FAR_PAST) else {
            lane.undated.insert(id);
            continue;
        };
        match within(claim, axis.days(), horizon(atlas, claim)) {
            Certainty::Certainly => lane.dated.0.insert(id),
            Certainty::Possibly => lane.dated.1.insert(id),
            Certainty::No => {}
        }
        let disputed = u32::from(atlas.index().disputed().contains(id));
        let told = compared.map_or([0; 4], |compared| counts([compared.relation([id])]));
        for (bar, year) in lane.bars.iter_mut().zip(axis.years.0..) {
            match begins_in(year, &when) {
                Certainty::Certainly => bar.certain += 1,
                Certainty::Possibly => bar.possible += 1,
                Certainty::No => continue,
            }
            bar.disputed += disputed;
            for (all, own) in bar.told.iter_mut().zip(told) {
                *all += own as u32;
            }
        }
    }
    lane
}

/// Whether something begins in a year.
pub fn begins_in(year: i32, when: &crate::atlas::When) -> Certainty {
    let years = (dated_year(when.start.0), dated_year(when.start.1));
    match years {
        (Some(first), Some(last)) if first == year && last == year => {
            if when.doubtful {
                Certainty::Possibly
            } else {
                Certainty::Certainly
            }
        }
        (Some(first), Some(last)) if (first..=last).contains(&year) => Certainty::Possibly,
        _ => Certainty::No,
    }
}

/// Gives a lane its marks, and names if all still fit. What begins on the axis has room before what only
/// lasts over it, the weightiest first.
fn fill(atlas: &Atlas, texts: &Texts, lane: &mut Lane, axis: &Axis, named: bool) {
    let mut claims: Vec<ClaimId> = lane.dated.0.iter().chain(lane.dated.1.iter()).collect();
    let (first, _) = axis.days();
    claims.sort_by_key(|&id| {
        let claim = atlas.claim(id);
        let lasts = claim.when.is_some_and(|when| when.start.0 < first);
        (lasts, Reverse(claim.weight), claim.when.map(|when| when.start), id.index())
    });
    let marks: Vec<Mark> = claims.iter().filter_map(|&id| mark(atlas, id, axis)).collect();
    if named {
        let mut with_names = marks.clone();
        for mark in &mut with_names {
            mark.name = Some(names::name(atlas, texts, mark, axis));
        }
        let (placed, rows) = pack(with_names);
        if placed.len() == marks.len() {
            let placed = names::lengthened(atlas, texts, placed, axis);
            (lane.marks, lane.rows) = (placed, rows);
            return;
        }
    }
    let all = marks.len();
    let (placed, rows) = pack(marks);
    lane.hidden = all - placed.len();
    (lane.marks, lane.rows) = (placed, rows);
}

fn mark(atlas: &Atlas, id: ClaimId, axis: &Axis) -> Option<Mark> {
    let claim = atlas.claim(id);
    let when = claim.when?;
    let goes_on = when.end.0 == FAR_FUTURE;
    let horizon = horizon(atlas, claim);
    let from = axis.x(when.start.0);
    let until = axis.x(if when.end.1 == FAR_FUTURE { FAR_FUTURE } else { when.end.1 + 1 });
    let spans = when.precision == Precision::Interval;
    let sure_end = if goes_on { horizon } else { when.end.0 };
    let (first, last) = axis.days();
    let certain = spans && when.start.1 <= sure_end;
    // What surely was only behind the axis's end has no mark there.
    let core = (certain && when.start.1 <= last)
        .then(|| (axis.x(when.start.1), axis.x(sure_end.saturating_add(1))));
    let day = if goes_on { Some(when.start.0) } else { middle((when.start.0, when.end.1)) };
    let point = day.filter(|day| !certain && (first..=last).contains(day));
    let known_until = goes_on.then(|| axis.x(horizon.max(when.start.0)));
    let mark = Mark {
        claim: id,
        reach: (from, until),
        core,
        point: point.map(|day| axis.x(day)),
        known_until,
        doubtful: when.doubtful,
        told: None,
        row: 0,
        name: None,
    };
    Some(mark)
}

/// What a mark takes of its row, without its name.
fn room(mark: &Mark) -> (f64, f64) {
    let middle = (mark.reach.0 + mark.reach.1) / 2.0;
    (mark.reach.0.min(middle - ROW / 2.0), mark.reach.1.max(middle + ROW / 2.0))
}

/// What it takes of its row with its name.
fn taken(mark: &Mark) -> (f64, f64) {
    let (from, to) = room(mark);
    let Some((text, side)) = &mark.name else { return (from, to) };
    let width = text_width(text, NAME, Weight::Regular) + GAP;
    match side {
        Side::Left => (from - width, to),
        Side::Right => (from, to + width),
        Side::Upon => (from, to.max(from + width)),
    }
}

/// Puts marks into rows, each into the first with room; those that find none are left out.
fn pack(marks: Vec<Mark>) -> (Vec<Mark>, usize) {
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut placed = Vec::new();
    for mut mark in marks {
        let (from, to) = taken(&mark);
        let free = |row: &Vec<(f64, f64)>| row.iter().all(|own| to <= own.0 || from >= own.1);
        let at = rows.iter().position(free).unwrap_or(rows.len());
        if at == ROWS {
            continue;
        }
        if at == rows.len() {
            rows.push(Vec::new());
        }
        if let Some(row) = rows.get_mut(at) {
            row.push((from, to));
        }
        mark.row = at;
        placed.push(mark);
    }
    // The keyboard walks them in the order of time.
    placed.sort_by(|a, b| a.reach.0.total_cmp(&b.reach.0));
    (placed, rows.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{When, day_from_civil};

    fn mark(reach: (f64, f64)) -> Mark {
        Mark {
            claim: ClaimId(0),
            reach,
            core: None,
            point: None,
            known_until: None,
            doubtful: false,
            told: None,
            row: 0,
            name: None,
        }
    }

    #[test]
    fn marks_that_would_touch_stand_in_rows_of_their_own() {
        let (placed, rows) = pack(vec![mark((0.0, 50.0)), mark((40.0, 90.0)), mark((51.0, 60.0))]);
        let row = |at: usize| placed.iter().find(|mark| mark.reach.0 == [0.0, 40.0, 51.0][at]);
        assert_eq!(rows, 3);
        assert_eq!([0, 1, 2].map(|at| row(at).map(|mark| mark.row)), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn a_crowd_leaves_some_out_and_says_so_by_their_number() {
        let (placed, rows) = pack(vec![mark((5.0, 6.0)); ROWS + 3]);
        assert_eq!((placed.len(), rows), (ROWS, ROWS));
    }

    #[test]
    fn a_beginning_is_of_one_year_of_several_or_of_none() {
        let when = |from: i32, to: i32, doubtful| When {
            start: (day_from_civil(from, 1, 1), day_from_civil(to, 12, 31)),
            end: (day_from_civil(to, 12, 31), day_from_civil(to, 12, 31)),
            open: false,
            doubtful,
            precision: Precision::Year,
        };
        assert_eq!(begins_in(2010, &when(2010, 2010, false)), Certainty::Certainly);
        assert_eq!(begins_in(2010, &when(2010, 2010, true)), Certainty::Possibly);
        assert_eq!(begins_in(2010, &when(2009, 2011, false)), Certainty::Possibly);
        assert_eq!(begins_in(2012, &when(2009, 2011, false)), Certainty::No);
    }
}
