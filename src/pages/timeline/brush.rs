//! The brush over the lane of all years: what a drag across it takes in.

use crate::atlas::{Atlas, day_from_civil};
use crate::scene::axis::Axis;
use crate::scene::timeline;

/// A stretch that is brushed.
#[derive(Clone, Debug, PartialEq)]
pub struct Brush {
    /// First and last year, both included.
    pub years: (i32, i32),
    /// As links write it; empty where it is all years.
    pub span: String,
    /// Where it begins and ends, as shares of the lane's length.
    pub reach: (f64, f64),
}

impl Brush {
    /// What lies between two shares of the lane's length, 0 at its left end, in whole years; `None` where no claim is
    /// dated.
    pub fn between(atlas: &Atlas, shares: (f64, f64)) -> Option<Self> {
        let whole = timeline::axis(atlas)?;
        let axis = Axis { years: whole, width: 1.0 };
        let end = |year: i32| axis.x(day_from_civil(year + 1, 1, 1));
        // A pointer beyond an end is at the end.
        let year =
            |share: f64| (whole.0..whole.1).find(|&year| share < end(year)).unwrap_or(whole.1);
        let (first, last) = (shares.0.min(shares.1), shares.0.max(shares.1));
        let years = (year(first), year(last));
        let span = if years == whole { String::new() } else { format!("{}~{}", years.0, years.1) };
        let reach = (axis.x(day_from_civil(years.0, 1, 1)), end(years.1));
        Some(Self { years, span, reach })
    }
}
