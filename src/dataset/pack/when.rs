//! Days, and when a claim holds.

use serde::{Deserialize, Serialize};

/// Days since 1 January 1970 in the proleptic Gregorian calendar.
pub type Day = i32;

/// The years that the dataset may date something to, and that a link may look from.
pub const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

/// Earlier than any date: the start of an interval that has none.
pub const FAR_PAST: Day = Day::MIN;

/// Later than any date: the end of an interval that has none.
pub const FAR_FUTURE: Day = Day::MAX;

/// The day of a calendar date.
///
/// Formula: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
pub fn day_from_civil(year: i32, month: u32, day: u32) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The calendar year of a day.
///
/// Formula: the inverse of [`day_from_civil`], as given in the same place.
pub fn year_of(day: Day) -> i32 {
    let shifted = i64::from(day) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let january_or_february = day_of_year >= 306;
    (year_of_era + era * 400) as i32 + i32::from(january_or_february)
}

/// How finely a date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// A decade, a season, unspecified digits.
    Loose,
    /// A start and an end, each with days of its own.
    Interval,
}

/// When a claim holds: the days between which it begins and between which it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// Earliest and latest first day.
    pub start: (Day, Day),
    /// Earliest and latest last day.
    pub end: (Day, Day),
    /// It goes on, as far as the document knows.
    pub open: bool,
    /// The document, or the curator, marks it uncertain or approximate.
    pub doubtful: bool,
    /// How finely it is given.
    pub precision: Precision,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_epoch_is_day_zero() {
        assert_eq!(day_from_civil(1970, 1, 1), 0);
        assert_eq!(day_from_civil(2000, 3, 1), 11_017);
    }

    proptest! {
        #[test]
        fn every_day_of_a_year_is_of_that_year(year in -4000..4000i32, month in 1u32..=12, day in 1u32..=28) {
            prop_assert_eq!(year_of(day_from_civil(year, month, day)), year);
        }
    }
}
