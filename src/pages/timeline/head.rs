//! The timeline's axis: its years, and the events that a reader finds the way by.

use super::chart::{shape_line, svg};
use super::date;
use crate::atlas::Atlas;
use crate::markup::{Markup, px};
use crate::pages::drawn::{rect, spot};
use crate::pages::{Desk, Spots};
use crate::scene::axis::{Axis, Landmark, Tick, landmarks};
use crate::scene::words;

/// Rows of landmarks' names, and their size.
const FLAGS: (usize, f64) = (3, 11.0);

/// Height of a row of landmarks' names, px.
const FLAG: f64 = 16.0;

/// Writes the axis with its landmarks.
pub(super) fn head(markup: &mut Markup, desk: Desk<'_>, axis: &Axis, ticks: &[Tick]) {
    let height = height(desk.atlas, axis);
    svg(markup, axis.width, height, "Landmarks", |m| marks(m, desk, axis, ticks));
}

/// Landmarks with a row for each name, and how many rows that is.
fn flags(atlas: &Atlas, axis: &Axis) -> (Vec<Landmark>, usize) {
    let (rows, size) = FLAGS;
    let found = landmarks(atlas, axis, rows, size);
    let rows = found.iter().filter_map(|one| one.row).map(|row| row + 1).max().unwrap_or_default();
    (found, rows)
}

/// Height of the axis with its landmarks, px.
pub(crate) fn height(atlas: &Atlas, axis: &Axis) -> f64 {
    flags(atlas, axis).1 as f64 * FLAG + 30.0
}

/// The axis: years and landmarks.
pub(crate) fn marks(m: &mut Markup, desk: Desk<'_>, axis: &Axis, ticks: &[Tick]) {
    let (found, rows) = flags(desk.atlas, axis);
    let height = height(desk.atlas, axis);
    let line = height - 20.0;
    let baseline = |row: usize| (rows - 1 - row.min(rows - 1)) as f64 * FLAG + 12.0;
    for tick in ticks {
        let x = px(tick.x);
        let attributes = [("class", "year"), ("x", x.as_str()), ("y", &px(height - 4.0))];
        m.leaf("text", &attributes, &tick.label);
    }
    shape_line(m, "ground", (0.0, line), (axis.width, line));
    for landmark in &found {
        if let Some(row) = landmark.row {
            shape_line(m, "stem", (landmark.x, baseline(row) - 10.0), (landmark.x, line));
        }
    }
    m.element("g", &[("data-rove", "")], |m| {
        let mut spots = Spots::default();
        for landmark in &found {
            let claim = desk.atlas.claim(landmark.claim);
            let summary = words::summary(desk.atlas, Some(desk.texts), landmark.claim);
            let name = format!("{}: {summary} {}", landmark.name, date(desk.atlas, landmark.claim));
            let href = format!("?claim={}", claim.slug);
            let id = format!("landmark-{}", claim.slug);
            spot(m, &[("id", &id)], (&href, &name), &mut spots, |m| {
                rect(m, "hit", landmark.x - 6.0, line - 12.0, 12.0, 24.0);
                let d = format!("M{} {}l5 -5l-5 -5l-5 5z", px(landmark.x), px(line + 5.0));
                m.shape("path", &[("class", "landmark"), ("d", &d)]);
                if let Some(row) = landmark.row {
                    let (x, y) = (px(landmark.x + 4.0), px(baseline(row)));
                    let attributes = [("class", "flag-name"), ("x", x.as_str()), ("y", &y)];
                    m.leaf("text", &attributes, landmark.name);
                }
            });
        }
    });
}
