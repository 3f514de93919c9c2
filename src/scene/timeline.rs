//! The time strip: how many claims begin in each year, under every filter but the date.

use crate::atlas::{Atlas, FAR_PAST, year_of};
use crate::query::time::years;
use crate::query::{AsOf, Filter};

/// Claims per year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// First and last year of the axis.
    pub span: (i32, i32),
    /// One number a year, first to last.
    pub bars: Vec<u32>,
    /// Claims that the documents do not date.
    pub undated: usize,
    /// Claims that are dated, but whose beginning is not told.
    pub unbegun: usize,
    /// Dated claims that begin before the axis does.
    pub earlier: usize,
}

/// The axis begins here at the earliest: before it the documents date a handful of claims only,
/// which are counted apart.
const FIRST_YEAR: i32 = 1990;

/// The years that the axis shows, whatever is filtered. `None` where no claim is dated.
pub fn axis(atlas: &Atlas) -> Option<(i32, i32)> {
    let (first, last) = years(atlas.claims().map(|(_, claim)| claim))?;
    Some((first.max(FIRST_YEAR).min(last), last))
}

/// Counts what a filter keeps, by the year in which each claim begins at the earliest.
pub fn histogram(atlas: &Atlas, filter: &Filter) -> Option<Histogram> {
    let span = axis(atlas)?;
    let kept = filter.at_any_time().run(atlas).kept;
    let mut histogram = Histogram {
        span,
        bars: vec![0; (span.1 - span.0 + 1).max(0) as usize],
        undated: 0,
        unbegun: 0,
        earlier: 0,
    };
    for id in kept.iter() {
        let start = match atlas.claim(id).when {
            None => {
                histogram.undated += 1;
                continue;
            }
            Some(when) if when.start.0 == FAR_PAST => {
                histogram.unbegun += 1;
                continue;
            }
            Some(when) => when.start.0,
        };
        let at = usize::try_from(year_of(start) - span.0).ok();
        match at.and_then(|at| histogram.bars.get_mut(at)) {
            Some(bar) => *bar += 1,
            None => histogram.earlier += 1,
        }
    }
    Some(histogram)
}

/// The years that the two handles stand at, held to the axis: where a period begins, and its end
/// or the date looked from. Without dates they stand at the axis's ends.
pub fn handles(span: (i32, i32), filter: &Filter) -> (i32, i32) {
    let on_axis = |at: AsOf| at.calendar_year().clamp(span.0, span.1);
    (filter.from.map_or(span.0, on_axis), filter.at.map_or(span.1, on_axis))
}

/// The year that lies at a share of the axis, 0 at its left end, 1 at its right.
pub fn year_at(span: (i32, i32), share: f64) -> i32 {
    let count = f64::from(span.1 - span.0 + 1);
    // NaN, from an axis without width, is its first year.
    (span.0 + (share * count).floor() as i32).clamp(span.0, span.1)
}

/// What playing shows after a filter's date: the next year, from the axis's start where it stands
/// at the end. `None` where the step reaches the end, which is the newest state known, or the period has no year before it.
pub fn next_year(span: (i32, i32), filter: &Filter) -> Option<i32> {
    let (from, to) = handles(span, filter);
    let next = if to >= span.1 { from } else { to + 1 };
    Some(next).filter(|&next| next < span.1)
}
