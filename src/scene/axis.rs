//! A stretch of years laid along a line: the time axis that several pages share.

use crate::atlas::{Atlas, Day, FAR_FUTURE, FAR_PAST, day_from_civil, year_of};
use crate::words::{Area, Words};

/// Whole years along a line, the first at its left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// First and last year, both included.
    pub years: (i32, i32),
    /// The line's length in px.
    pub width: f64,
}

/// A place on the line that is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, px.
    pub x: f64,
    /// The year or the month.
    pub label: String,
}

/// Years between named places, from the finest.
const STEPS: [i32; 5] = [1, 2, 5, 10, 20];

/// Room that a tick's name wants, px.
const TICK: f64 = 46.0;

impl Axis {
    /// First and last day, both included.
    pub fn days(&self) -> (Day, Day) {
        (day_from_civil(self.years.0, 1, 1), day_from_civil(self.years.1, 12, 31))
    }

    /// Where a day begins, px; days beyond the axis stand at its ends.
    pub fn x(&self, day: Day) -> f64 {
        let (first, last) = self.days();
        let along = f64::from(day.clamp(first, last.saturating_add(1)) - first);
        along / f64::from(last - first + 1).max(1.0) * self.width
    }

    /// How wide a year is, px.
    pub fn year_width(&self) -> f64 {
        self.width / f64::from(self.years.1 - self.years.0 + 1).max(1.0)
    }

    /// Named places, as many as have room: years, or months where years are wide.
    pub fn ticks(&self, words: &Words) -> Vec<Tick> {
        let months = [1usize, 3, 6].into_iter().find(|&step| {
            let steps = 12.0 / step as f64;
            self.year_width() / steps >= TICK
        });
        let years = self.years.0..=self.years.1;
        if let Some(step) = months {
            let of_year = |year: i32| {
                (1..=12).step_by(step).map(move |month| {
                    let name = || words.short_month(month).to_owned();
                    let label = if month == 1 { year.to_string() } else { name() };
                    Tick { x: self.x(day_from_civil(year, month, 1)), label }
                })
            };
            return years.flat_map(of_year).collect();
        }
        let fits = |step: &i32| f64::from(*step) * self.year_width() >= TICK;
        let step = STEPS.into_iter().find(fits).unwrap_or(20);
        let named = years.filter(|year| year.rem_euclid(step) == 0);
        named
            .map(|year| Tick { x: self.x(day_from_civil(year, 1, 1)), label: year.to_string() })
            .collect()
    }
}

macro_rules! landmarks {
    ($($claim:literal: $name:literal, $russian:literal;)*) => {
        /// Events that a reader finds the way through the years by: each a claim of the greatest weight, and a
        /// name short enough for an axis.
        const LANDMARKS: &[(&str, &str)] = &[$(($claim, $name),)*];

        /// Their names in English and in Russian.
        #[cfg(not(target_arch = "wasm32"))]
        pub const NAMES: (&[&str], &[&str]) = (&[$($name,)*], &[$($russian,)*]);
    };
}

landmarks! {
    "evsikov-osh-riots-1990": "Osh riots", "Ош, 1990";
    "evsikov-batken-events-most-serious": "Batken", "Баткен";
    "evsikov-sco-inaugurated": "SCO founded", "создание ШОС";
    "seneca-manas-ganci-2001": "Manas opens", "открыт «Манас»";
    "evsikov-csto-created": "CSTO founded", "создание ОДКБ";
    "evsikov-andijan-killings": "Andijan", "Андижан";
    "evsikov-us-loses-k2": "US leaves Karshi-Khanabad", "США уходят из Ханабада";
    "evsikov-bakiyev-forced-out": "Bakiyev falls", "свержение Бакиева";
    "evsikov-gangs-attack-uzbeks-2010": "Osh 2010", "Ош, 2010";
    "laruelle-obor-launch-2013": "Belt and Road", "«Пояс и путь»";
    "seneca-manas-us-ends-2014": "US leaves Manas", "США уходят из «Манаса»";
    "laruelle-c5plus1-launched": "C5+1", "С5+1";
    "tkachenko-kz-unrest-2022": "Kazakh unrest", "волнения в Казахстане";
}

/// A landmark on an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landmark {
    /// The claim that tells of it.
    pub claim: crate::atlas::ClaimId,
    /// In a word or two.
    pub name: &'static str,
    /// The middle of the days on which it may have been, px.
    pub x: f64,
    /// Room for its name: in this row, the first at the line; `None` where there is none.
    pub row: Option<usize>,
    /// The name ends before its day and does not begin after it.
    pub before: bool,
}

/// From a landmark's day to its name, px.
pub const NAME_FROM: f64 = 4.0;

/// A name that has found its room, px: where it begins and ends, its day, its row.
#[derive(Clone, Copy)]
struct Seated {
    from: f64,
    to: f64,
    x: f64,
    row: usize,
}

impl Seated {
    /// Whether neither name touches the other, nor what leads from the other down to its day.
    fn is_clear_of(self, other: Self) -> bool {
        const GAP: f64 = 8.0;
        let apart = self.to + GAP <= other.from || other.to + GAP <= self.from;
        let crosses =
            |name: Self, x: f64| x > name.from - NAME_FROM && x < name.to + NAME_FROM / 2.0;
        (self.row != other.row || apart)
            && (other.row < self.row || !crosses(self, other.x))
            && (self.row < other.row || !crosses(other, self.x))
    }
}

/// The landmarks that fall on an axis, in the order of time; names in at most `rows` rows of text of
/// `size` px, none over another nor over the way from another down to its day. Each stands a little to the right of its
/// own day, as low as it can; where there is no room so, to the left.
pub fn landmarks(atlas: &Atlas, axis: &Axis, rows: usize, size: f64) -> Vec<Landmark> {
    use crate::scene::label::{Weight, text_width};
    let (first, last) = axis.days();
    let mut found: Vec<Landmark> = LANDMARKS
        .iter()
        .enumerate()
        .filter_map(|(at, &(slug, name))| {
            let name = atlas.words().translated(Area::Landmark, at, name);
            let claim = atlas.claim_named(slug)?;
            let when = atlas.claim(claim).when?;
            let middle = middle((when.start.0, when.end.1))?;
            let x = (first..=last).contains(&middle).then(|| axis.x(middle))?;
            Some(Landmark { claim, name, x, row: None, before: false })
        })
        .collect();
    found.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut seated: Vec<Seated> = Vec::new();
    for landmark in found.iter_mut().rev() {
        let (x, width) = (landmark.x, text_width(landmark.name, size, Weight::Regular));
        let after = (0..rows).map(|row| (x + NAME_FROM, false, row));
        // What stands to the left lies in the way of earlier names: high up it leaves them the rows below.
        let before = (0..rows).rev().map(|row| (x - NAME_FROM - width, true, row));
        for (from, before, row) in after.chain(before) {
            let seat = Seated { from, to: from + width, x, row };
            let is_inside = from >= 0.0 && seat.to <= axis.width;
            if is_inside && seated.iter().all(|&other| seat.is_clear_of(other)) {
                (landmark.row, landmark.before) = (Some(row), before);
                seated.push(seat);
                break;
            }
        }
    }
    found
}

/// The day in the middle of two; `None` where one of them is no date.
pub fn middle((from, to): (Day, Day)) -> Option<Day> {
    (from != FAR_PAST && to != FAR_FUTURE).then(|| from + (to - from) / 2)
}

/// Reads `1995~2010`, whole years held to `within`; all of it where the text is no such span.
pub fn read_years(text: Option<&str>, within: (i32, i32)) -> (i32, i32) {
    text.and_then(|text| span(text, within)).unwrap_or(within)
}

/// A span of whole years held to `within`, whichever of the two comes first; `None` where the text is none, or lies
/// outside.
pub fn span(text: &str, within: (i32, i32)) -> Option<(i32, i32)> {
    let (from, to) = years(text)?;
    let held = (from.min(to).max(within.0), from.max(to).min(within.1));
    (held.0 <= held.1).then_some(held)
}

/// The two years of a span that ends before it begins.
pub fn turned(text: &str) -> Option<(i32, i32)> {
    years(text).filter(|(from, to)| from > to)
}

fn years(text: &str) -> Option<(i32, i32)> {
    let (from, to) = text.split_once('~')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// The span a factor as long about its middle, or moved by a share of its length, held to `within`.
pub fn moved(span: (i32, i32), factor: f64, shift: f64, within: (i32, i32)) -> (i32, i32) {
    let length = span.1 - span.0 + 1;
    let whole = within.1 - within.0 + 1;
    let wanted = (f64::from(length) * factor).round().clamp(1.0, f64::from(whole.max(1))) as i32;
    let by = match (f64::from(length) * shift).round() as i32 {
        0 if shift > 0.0 => 1,
        0 if shift < 0.0 => -1,
        by => by,
    };
    let from =
        (span.0 + (length - wanted).div_euclid(2) + by).clamp(within.0, within.1 - wanted + 1);
    (from, from + wanted - 1)
}

/// The year of a day that is a date.
pub fn dated_year(day: Day) -> Option<i32> {
    (day != FAR_PAST && day != FAR_FUTURE).then(|| year_of(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: (i32, i32) = (1990, 2024);

    #[test]
    fn the_axis_runs_from_the_first_day_to_the_end_of_the_last() {
        let axis = Axis { years: (2000, 2001), width: 731.0 };
        assert_eq!(axis.x(day_from_civil(2000, 1, 1)), 0.0);
        assert_eq!(axis.x(day_from_civil(2001, 1, 1)), 366.0);
        assert_eq!(axis.x(day_from_civil(2002, 1, 1)), 731.0);
        assert_eq!((axis.x(FAR_PAST), axis.x(FAR_FUTURE)), (0.0, 731.0));
    }

    #[test]
    fn ticks_have_room_and_become_months_when_near() {
        for (years, width, expected) in [
            ((1990, 2024), 1100.0, 18),
            ((1990, 2024), 300.0, 4),
            ((2009, 2010), 1200.0, 24),
            ((2010, 2010), 300.0, 4),
        ] {
            let ticks = Axis { years, width }.ticks(&Words::default());
            assert_eq!(ticks.len(), expected, "{years:?} {width}");
            let apart = |pair: &[Tick]| pair[1].x - pair[0].x >= TICK - 4.0;
            assert!(ticks.windows(2).all(apart), "{years:?} {width}");
        }
    }

    #[test]
    fn a_span_is_read_held_and_otherwise_all() {
        for (text, span) in [
            (Some("1995~2010"), (1995, 2010)),
            (Some("1900~2010"), (1990, 2010)),
            (Some("2010~1995"), (1995, 2010)),
            (Some("2100~2110"), ALL),
            (Some("soon"), ALL),
            (None, ALL),
        ] {
            assert_eq!(read_years(text, ALL), span, "{text:?}");
        }
    }

    #[test]
    fn zooming_and_moving_stay_within() {
        assert_eq!(moved(ALL, 0.5, 0.0, ALL), (1998, 2015));
        assert_eq!(moved((2010, 2010), 0.5, 0.0, ALL), (2010, 2010));
        assert_eq!(moved((2010, 2010), 1.0, 0.5, ALL), (2011, 2011));
        assert_eq!(moved((2020, 2024), 1.0, 0.5, ALL), (2020, 2024));
        assert_eq!(moved((2020, 2024), 9.0, 0.0, ALL), ALL);
        assert_eq!(moved((1990, 1993), 1.0, -0.5, ALL), (1990, 1993));
    }

    #[test]
    fn landmarks_are_events_of_the_greatest_weight_and_their_names_do_not_touch() {
        let atlas = Atlas::embedded();
        for (slug, _) in LANDMARKS {
            let found = atlas.claim_named(slug).unwrap_or_else(|| panic!("no claim {slug}"));
            let claim = atlas.claim(found);
            assert_eq!(claim.weight, 3, "{slug}");
            assert_eq!(claim.kind, crate::atlas::term::Kind::Event, "{slug}");
            assert!(claim.when.is_some(), "{slug}");
        }
        let axis = Axis { years: ALL, width: 1100.0 };
        let found = landmarks(&atlas, &axis, 3, 11.0);
        assert_eq!(found.len(), LANDMARKS.len());
        assert!(found.iter().filter(|one| one.row.is_some()).count() >= 10);
        assert!(found.windows(2).all(|pair| pair[0].x <= pair[1].x));
        use crate::scene::label::{Weight, text_width};
        // As wide as the timeline's in a window of 1280 px, and others.
        for width in [1064.0, 1016.0, 900.0, 1300.0] {
            let axis = Axis { years: ALL, width };
            let found = landmarks(&atlas, &axis, 4, 11.0);
            assert!(found.iter().all(|one| one.row.is_some()), "{width}: {found:?}");
            let named = || found.iter().filter_map(|one| Some((one, one.row?)));
            for (one, row) in named() {
                let own = text_width(one.name, 11.0, Weight::Regular);
                let from = one.x + if one.before { -NAME_FROM - own } else { NAME_FROM };
                let to = from + own;
                assert!(from >= 0.0 && to <= width, "{}", one.name);
                for (other, above) in named().filter(|(other, _)| other.claim != one.claim) {
                    let crossed = above >= row && other.x >= from && other.x <= to;
                    assert!(!crossed, "{} through {}", other.name, one.name);
                }
            }
        }
    }
}
