//! EDTF level 1 expressions into bounds on the day axis, by the `edtf-core` crate.

use edtf_core::{Bound, BoundDate, Date, Edtf, IntervalEndpoint, Precision as Fineness};

use super::pack::{Day, FAR_FUTURE, FAR_PAST, Precision, When};

/// Reads an EDTF expression of level 0 or 1, a date or an interval.
///
/// # Errors
///
/// In words: what is wrong with the expression.
pub fn read(text: &str) -> Result<When, String> {
    let edtf = Edtf::parse(text).map_err(|error| error.to_string())?;
    if edtf.level() > 1 {
        return Err(format!("\"{text}\" needs EDTF level 2"));
    }
    let doubtful = edtf.is_uncertain() || edtf.is_approximate();
    let (start, end, open, precision) = match &edtf {
        Edtf::Date(date) => {
            let (first, last) = days(date)?;
            ((first, last), (first, last), false, precision(date))
        }
        Edtf::DateTime(_) => return Err("a time of day says more than a document does".to_owned()),
        Edtf::Set(_) => return Err("a set of dates is several claims".to_owned()),
        Edtf::Interval(interval) => {
            let start = endpoint(&interval.start, FAR_PAST)?;
            let end = endpoint(&interval.end, FAR_FUTURE)?;
            if start.0 > end.1 {
                return Err("the interval ends before it begins".to_owned());
            }
            let open = matches!(interval.end, IntervalEndpoint::Open);
            // It began before it ended, whichever of the two is not known.
            let (start, end) = ((start.0, start.1.min(end.1)), (end.0.max(start.0), end.1));
            (start, end, open, Precision::Interval)
        }
    };
    Ok(When { start, end, open, doubtful, precision })
}

/// The last day that an expression touches.
///
/// # Errors
///
/// In words, where the expression is wrong or has no last day.
pub fn last_day(text: &str) -> Result<Day, String> {
    let when = read(text)?;
    if when.end.1 == FAR_FUTURE { Err("has no last day".to_owned()) } else { Ok(when.end.1) }
}

fn precision(date: &Date) -> Precision {
    if date.has_unspecified() {
        return Precision::Loose;
    }
    match date.precision() {
        Fineness::Day => Precision::Day,
        Fineness::Month => Precision::Month,
        Fineness::Season => Precision::Loose,
        Fineness::Year => Precision::Year,
    }
}

/// The days between which an interval begins or ends, as far as this endpoint alone tells. An unknown one may be any
/// day; an open one is never reached.
fn endpoint(endpoint: &IntervalEndpoint, open: Day) -> Result<(Day, Day), String> {
    match endpoint {
        IntervalEndpoint::Date(date) => days(date),
        IntervalEndpoint::Open => Ok((open, open)),
        IntervalEndpoint::Unknown => Ok((FAR_PAST, FAR_FUTURE)),
        IntervalEndpoint::OnOrBefore(date) => Ok((FAR_PAST, days(date)?.1)),
        IntervalEndpoint::OnOrAfter(date) => Ok((days(date)?.0, FAR_FUTURE)),
    }
}

fn days(date: &Date) -> Result<(Day, Day), String> {
    let bounds = Edtf::Date(*date).bounds();
    match (bounds.earliest, bounds.latest) {
        (Bound::Date(first), Bound::Date(last)) => Ok((day(first), day(last))),
        _ => Err("has no days on the calendar".to_owned()),
    }
}

fn day(date: BoundDate) -> Day {
    // A year beyond four digits would not be a date of this atlas; it is held at the edge.
    let year = date.year.clamp(-9999, 9999) as i32;
    super::pack::day_from_civil(year, u32::from(date.month), u32::from(date.day))
}

#[cfg(test)]
mod tests {
    use super::super::pack::day_from_civil;
    use super::*;

    #[test]
    fn a_year_is_the_days_between_its_first_and_last() {
        let year = read("2010").expect("a year");
        let days = (day_from_civil(2010, 1, 1), day_from_civil(2010, 12, 31));
        assert_eq!((year.start, year.end, year.precision), (days, days, Precision::Year));
    }

    #[test]
    fn an_interval_may_go_on() {
        let span = read("2014-07/..").expect("an interval");
        assert!(span.open);
        assert_eq!(span.start.0, day_from_civil(2014, 7, 1));
        assert_eq!(span.end, (FAR_FUTURE, FAR_FUTURE));
    }

    #[test]
    fn an_unknown_start_may_be_any_day_before_the_end() {
        let span = read("/2010").expect("an interval");
        let last = day_from_civil(2010, 12, 31);
        assert_eq!((span.start, span.end.1), ((FAR_PAST, last), last));
    }

    #[test]
    fn an_unknown_end_may_be_any_day_after_the_start() {
        let span = read("2014/").expect("an interval");
        let first = day_from_civil(2014, 1, 1);
        assert_eq!((span.start.0, span.end, span.open), (first, (first, FAR_FUTURE), false));
    }

    #[test]
    fn doubt_is_kept() {
        for text in ["2009?", "2009~", "2007~/2009"] {
            assert!(read(text).expect(text).doubtful, "{text}");
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in
            ["2010-02-30", "2010-13", "soon", "2012/2010", "[2010,2012]", "2010-05-01T10:00:00Z"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
