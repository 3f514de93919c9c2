//! Time with three answers. A document's "2010" is some day of 2010, and "undated" is any day.

use crate::atlas::{Atlas, Claim, Day, FAR_FUTURE, When, YEARS, day_from_civil, year_of};
use crate::dataset::term::Kind;
use crate::words::Civil;

/// How surely something holds at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It does not.
    No,
    /// The documents leave it open: undated, imprecise, or marked as doubtful.
    Possibly,
    /// It does.
    Certainly,
}

/// A date that the reader looks from: a day, or the last day of a month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AsOf {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl AsOf {
    /// The end of a year.
    pub fn year(year: i32) -> Self {
        Self { year, month: None, day: None }
    }

    /// Reads `2012`, `2012-06` or `2012-06-30`; `None` where that is no date of the calendar.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)? as i32;
        let month = parts.next().map(|part| number(part, 2));
        let day = parts.next().map(|part| number(part, 2));
        if parts.next().is_some() || !YEARS.contains(&year) {
            return None;
        }
        let as_of = match (month, day) {
            (None, _) => Self { year, month: None, day: None },
            (Some(month), None) => Self { year, month: Some(month?), day: None },
            (Some(month), Some(day)) => Self { year, month: Some(month?), day: Some(day?) },
        };
        let month_exists = as_of.month.is_none_or(|month| (1..=12).contains(&month));
        let last = month_exists.then(|| as_of.days_of_month())?;
        as_of.day.is_none_or(|day| (1..=last).contains(&day)).then_some(as_of)
    }

    /// Its year, and its month and day where it has them.
    pub fn civil(self) -> Civil {
        (self.year, self.month, self.day)
    }

    /// The date as links write it.
    pub fn text(self) -> String {
        match (self.month, self.day) {
            (None, _) => self.year.to_string(),
            (Some(month), None) => format!("{}-{month:02}", self.year),
            (Some(month), Some(day)) => format!("{}-{month:02}-{day:02}", self.year),
        }
    }

    /// The calendar year that it lies in.
    pub fn calendar_year(self) -> i32 {
        self.year
    }

    /// The first day that it takes in.
    pub fn first_day(self) -> Day {
        day_from_civil(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it takes in.
    pub fn last_day(self) -> Day {
        day_from_civil(
            self.year,
            self.month.unwrap_or(12),
            self.day.unwrap_or(self.days_of_month()),
        )
    }

    fn days_of_month(self) -> u32 {
        let (year, month) = match self.month {
            None | Some(12) => (self.year + 1, 1),
            Some(month) => (self.year, month + 1),
        };
        let first = day_from_civil(self.year, self.month.unwrap_or(12), 1);
        (day_from_civil(year, month, 1) - first) as u32
    }
}

/// Digits only, exactly so many.
fn number(text: &str, digits: usize) -> Option<u32> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Whether what a claim tells had begun by the end of a day.
pub fn begun(claim: &Claim<'_>, day: Day) -> Certainty {
    started(claim.when, day)
}

/// Whether a time had begun by the end of a day; any time may be meant where none is given.
pub fn started(when: Option<When>, day: Day) -> Certainty {
    let Some(when) = when else { return Certainty::Possibly };
    doubted(
        &when,
        if day < when.start.0 {
            Certainty::No
        } else if day < when.start.1 {
            Certainty::Possibly
        } else {
            Certainty::Certainly
        },
    )
}

/// Whether what a claim tells is over at a day. An event changes the state of things for good; a
/// status is over after its span.
pub fn over(claim: &Claim<'_>, day: Day) -> Certainty {
    let Some(when) = claim.when else { return Certainty::No };
    if claim.kind == Kind::Event || when.open || when.end.1 == FAR_FUTURE {
        return Certainty::No;
    }
    doubted(
        &when,
        if day > when.end.1 {
            Certainty::Certainly
        } else if day > when.end.0 {
            Certainty::Possibly
        } else {
            Certainty::No
        },
    )
}

/// Whether what a claim tells was within a span of days, both included. What goes on past `horizon`, the
/// last day that its source can speak of, is only possible there.
pub fn within(claim: &Claim<'_>, (from, to): (Day, Day), horizon: Day) -> Certainty {
    let Some(when) = claim.when else { return Certainty::Possibly };
    let (start, end) = (when.start, when.end);
    let goes_on = end.0 == FAR_FUTURE;
    let surely_until = if goes_on { horizon.max(start.1) } else { end.0 };
    let is_in = |(first, last): (Day, Day)| first >= from && last <= to;
    let spans = start.1 <= to && surely_until >= from && start.1 <= surely_until;
    let inside = if start.0 > to || end.1 < from {
        Certainty::No
    } else if is_in(start) || is_in(end) || spans {
        Certainty::Certainly
    } else {
        Certainty::Possibly
    };
    doubted(&when, inside)
}

/// The last day that a claim's documents can speak of.
pub fn horizon(atlas: &Atlas, claim: &Claim<'_>) -> Day {
    claim.sources.iter().map(|&source| atlas.source(source).horizon).max().unwrap_or(FAR_FUTURE)
}

/// Whether what a claim tells was still so, or still happening, on a day or after it. Unlike the
/// state of things that it makes, an event is past after its last day.
pub fn reaches(claim: &Claim<'_>, day: Day) -> Certainty {
    let Some(when) = claim.when else { return Certainty::Possibly };
    doubted(
        &when,
        if when.open || day <= when.end.0 {
            Certainty::Certainly
        } else if day <= when.end.1 {
            Certainty::Possibly
        } else {
            Certainty::No
        },
    )
}

/// A date that is marked as doubtful never answers "certainly".
fn doubted(when: &When, certainty: Certainty) -> Certainty {
    match certainty {
        Certainty::Certainly if when.doubtful => Certainty::Possibly,
        certain => certain,
    }
}

/// First and last year in which some claim begins, for the axes; `None` without dated claims.
pub fn years<'a>(claims: impl Iterator<Item = &'a Claim<'static>>) -> Option<(i32, i32)> {
    claims
        .filter_map(|claim| claim.when)
        .flat_map(|when| [when.start.0, when.start.1])
        .filter(|&day| day != crate::atlas::FAR_PAST && day != FAR_FUTURE)
        .map(year_of)
        .fold(None, |span, year| match span {
            None => Some((year, year)),
            Some((first, last)) => Some((year.min(first), year.max(last))),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_year_is_seen_from_its_last_day() {
        for (text, day) in [
            ("2012", day_from_civil(2012, 12, 31)),
            ("2012-02", day_from_civil(2012, 2, 29)),
            ("2011-02-03", day_from_civil(2011, 2, 3)),
            ("2012-12", day_from_civil(2012, 12, 31)),
        ] {
            assert_eq!(AsOf::read(text).map(AsOf::last_day), Some(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "12",
            "20123",
            "2012-13",
            "2012-00",
            "2011-02-29",
            "2012-1",
            "2012-01-01-01",
            "+012",
            "soon",
            "9999",
        ] {
            assert_eq!(AsOf::read(text), None, "{text}");
        }
    }

    #[test]
    fn an_interval_with_an_unknown_end_is_sure_of_the_other() {
        use crate::dataset::date::read;
        let day = |year| day_from_civil(year, 7, 1);
        let begun = |text: &str, year| started(read(text).ok(), day(year));
        assert_eq!(begun("/2001-06-15", 2000), Certainty::Possibly);
        assert_eq!(begun("/2001-06-15", 2001), Certainty::Certainly);
        assert_eq!(begun("/2001-06-15?", 2001), Certainty::Possibly);
        assert_eq!(begun("2014/", 2013), Certainty::No);
        assert_eq!(begun("2014/", 2015), Certainty::Certainly);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}") {
            if let Some(as_of) = AsOf::read(&text) {
                prop_assert_eq!(as_of.text(), text);
            }
        }
    }
}
