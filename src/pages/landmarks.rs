//! Landmarks on an axis of time: events to find the way by, each the way to the claim that tells of it.

use super::drawn::{line, rect, spot_of_claim, svg};
use super::timeline::date;
use super::{Desk, Spots};
use crate::atlas::Atlas;
use crate::markup::{Markup, px};
use crate::scene::axis::{Axis, Landmark, NAME_FROM, landmarks};
use crate::scene::{timeline, words};
use crate::words::Study;

/// Rows of names at most, and the names' size in px.
const NAMES: (usize, f64) = (4, 11.0);

/// Height of a row of names, px.
const ROW: f64 = 16.0;

/// Half the diagonal of a mark, px.
const HALF: f64 = 5.0;

/// The axis with its years and landmarks in a drawing of its own. Whatever lies under them is drawn first,
/// for a line at a height in px.
pub(super) fn axis(
    markup: &mut Markup,
    desk: Desk<'_>,
    axis: &Axis,
    under: impl FnOnce(&mut Markup, f64),
) {
    markup.element("div", &[("class", "time-axis")], |m| {
        svg(m, axis.width, height(desk.atlas, axis), desk.atlas.say(Study::Landmarks), |m| {
            marks(m, desk, axis, under)
        });
    });
}

/// Landmarks, each with its row where its name has room, and how many rows that is.
fn named(atlas: &Atlas, axis: &Axis) -> (Vec<Landmark>, usize) {
    let (rows, size) = NAMES;
    let found = landmarks(atlas, axis, rows, size);
    let rows = found.iter().filter_map(|one| one.row).map(|row| row + 1).max().unwrap_or_default();
    (found, rows)
}

/// Height of an axis with its landmarks, px.
pub(crate) fn height(atlas: &Atlas, axis: &Axis) -> f64 {
    height_of(named(atlas, axis).1)
}

fn height_of(rows: usize) -> f64 {
    rows as f64 * ROW + 30.0
}

/// The axis with its years, and above it the landmarks with as many of their names as have room.
pub(crate) fn marks(
    m: &mut Markup,
    desk: Desk<'_>,
    axis: &Axis,
    under: impl FnOnce(&mut Markup, f64),
) {
    let (found, rows) = named(desk.atlas, axis);
    let height = height_of(rows);
    let ground = height - 20.0;
    let baseline = |row: usize| (rows - 1 - row.min(rows - 1)) as f64 * ROW + 12.0;
    for tick in axis.ticks(desk.atlas.words()) {
        let (x, y) = (px(tick.x), px(height - 4.0));
        m.leaf("text", &[("class", "year"), ("x", &x), ("y", &y)], &tick.label);
    }
    line(m, "ground", (0.0, ground), (axis.width, ground));
    under(m, ground);
    for landmark in &found {
        if let Some(row) = landmark.row {
            line(m, "stem", (landmark.x, baseline(row) - 10.0), (landmark.x, ground));
        }
    }
    m.element("g", &[("data-rove", "")], |m| {
        let mut spots = Spots::default();
        for landmark in &found {
            mark(m, desk, landmark, "landmark", (landmark.x, ground), &mut spots, |m| {
                if let Some(row) = landmark.row {
                    let (side, anchor) =
                        if landmark.before { (-NAME_FROM, "end") } else { (NAME_FROM, "start") };
                    let (x, y) = (px(landmark.x + side), px(baseline(row)));
                    let attributes = [
                        ("class", "flag-name"),
                        ("aria-hidden", "true"),
                        ("x", x.as_str()),
                        ("y", &y),
                        ("text-anchor", anchor),
                    ];
                    m.leaf("text", &attributes, landmark.name);
                }
            });
        }
    });
}

/// The landmarks of the time strip. Its width is the style sheets': a landmark stands at a share of it.
pub(super) fn strip(markup: &mut Markup, desk: Desk<'_>) {
    let Some(years) = timeline::axis(desk.atlas) else { return };
    let axis = Axis { years, width: 100.0 };
    let name = desk.atlas.say(Study::Landmarks);
    let attributes = [("role", "group"), ("aria-label", name), ("data-rove", "")];
    markup.element("svg", &attributes, |m| {
        let mut spots = Spots::default();
        for landmark in &landmarks(desk.atlas, &axis, 0, 0.0) {
            let x = px(landmark.x) + "%";
            m.element("svg", &[("x", &x)], |m| {
                mark(m, desk, landmark, "strip", (0.0, HALF), &mut spots, |_| {});
            });
        }
    });
}

/// One landmark at a place, px, and what else belongs to it. Its `id` begins as the drawing's do.
pub(super) fn mark(
    markup: &mut Markup,
    desk: Desk<'_>,
    landmark: &Landmark,
    drawing: &str,
    (x, y): (f64, f64),
    spots: &mut Spots,
    inside: impl FnOnce(&mut Markup),
) {
    let claim = desk.atlas.claim(landmark.claim);
    let summary = words::summary(desk.atlas, Some(desk.texts), landmark.claim);
    let name = format!("{}: {summary} {}", landmark.name, date(desk.atlas, landmark.claim));
    let href = format!("?claim={}", claim.slug());
    let id = format!("{drawing}-{}", claim.slug());
    spot_of_claim(markup, desk.atlas, &[("id", &id)], (&href, &name), spots, |m| {
        rect(m, "hit", x - 6.0, y - 12.0, 12.0, 24.0);
        let (x, bottom, half) = (px(x), px(y + HALF), px(HALF));
        let d = format!("M{x} {bottom}l{half} -{half}l-{half} -{half}l-{half} {half}z");
        m.shape("path", &[("class", "landmark"), ("d", &d)]);
        inside(m);
    });
}
