//! Lines that lead from a mark to a label farther off.

use super::{Anchor, Placed, Side};
use crate::geo::{Rect, ScreenPoint};
use crate::math;

/// Shortest leader, px: a shorter one looks like a blot.
pub(super) const SHORTEST: f64 = 8.0;
/// Longest leader, px: a longer one is not followed by the eye.
pub(super) const LONGEST: f64 = 60.0;
/// Free space between a leader and a symbol that is not its own, px.
pub(super) const CLEARANCE: f64 = 1.5;
/// Free space between a label and a symbol that is not its own, px: twice what it has to its own.
pub(super) const ALONE: f64 = 2.0 * super::GAP;

/// Between one ring of places and the next, px.
const STEP: f64 = 6.5;
/// Directions of a ring.
const DIRECTIONS: u32 = 16;

/// The directions of a ring, as unit vectors: those nearest to the east first, because most text is read
/// towards there.
pub(super) fn directions() -> Vec<(f64, f64)> {
    let all = (0..DIRECTIONS).map(|turn| {
        // 0, 1 up, 1 down, 2 up ...
        let step = f64::from(turn.div_ceil(2)) * if turn % 2 == 0 { 1.0 } else { -1.0 };
        let angle = step * std::f64::consts::TAU / f64::from(DIRECTIONS);
        (math::cos(angle), math::sin(angle))
    });
    all.collect()
}

/// The places round a mark at the end of a leader: ring after ring outwards, in the directions of each ring.
pub(super) fn far_places(
    anchor: &Anchor,
    directions: &[(f64, f64)],
) -> impl Iterator<Item = Placed> {
    let rings = ((LONGEST - SHORTEST) / STEP) as u32;
    let all = (0..=rings).flat_map(|ring| directions.iter().map(move |towards| (ring, *towards)));
    all.map(|(ring, towards)| far_place(anchor, towards, SHORTEST + f64::from(ring) * STEP))
}

/// The box touches the leader's end with the middle of the side that faces the mark; due north and
/// south with the middle of its lower or upper edge.
fn far_place(anchor: &Anchor, (x, y): (f64, f64), length: f64) -> Placed {
    let along = |far: f64| ScreenPoint::new(anchor.at.x + x * far, anchor.at.y + y * far);
    let (from, to) = (along(anchor.radius), along(anchor.radius + length));
    let size = anchor.size;
    let (side, left, top) = if x.abs() < 0.3 {
        (Side::Middle, to.x - size.width / 2.0, if y < 0.0 { to.y - size.height } else { to.y })
    } else if x > 0.0 {
        (Side::Right, to.x, to.y - size.height / 2.0)
    } else {
        (Side::Left, to.x - size.width, to.y - size.height / 2.0)
    };
    let rect = Rect::new(left, top, size.width, size.height);
    Placed { rect, side, leader: Some((from, to)) }
}

/// From one point to another.
pub(super) type Line = (ScreenPoint, ScreenPoint);

/// The box round a line.
pub(super) fn bounds((a, b): Line) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect::new(x, y, a.x.max(b.x) - x, a.y.max(b.y) - y)
}

/// Distance of a point from the nearest point of a line, px.
pub(super) fn distance_to((a, b): Line, point: ScreenPoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let squared = dx * dx + dy * dy;
    let along =
        if squared > 0.0 { ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared } else { 0.0 };
    let along = along.clamp(0.0, 1.0);
    ScreenPoint::new(a.x + dx * along, a.y + dy * along).distance(point)
}

/// True when a line passes through the inside of a box; along or up to an edge does not count.
///
/// Liang and Barsky's clipping (ACM Transactions on Graphics 3, 1984): what is left of the line
/// between the edges' parameters.
pub(super) fn crosses_rect((a, b): Line, rect: Rect) -> bool {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (start, step, least, greatest) in
        [(a.x, b.x - a.x, rect.x, rect.right()), (a.y, b.y - a.y, rect.y, rect.bottom())]
    {
        if step == 0.0 {
            if start <= least || start >= greatest {
                return false;
            }
            continue;
        }
        let (first, second) = ((least - start) / step, (greatest - start) / step);
        enter = enter.max(first.min(second));
        leave = leave.min(first.max(second));
    }
    // A touch at a corner or an end is a rounding error long at most.
    leave - enter > 1e-9
}

/// True when two lines have a point in common.
pub(super) fn lines_cross(one: Line, other: Line) -> bool {
    let side = |line: Line, point: ScreenPoint| {
        (line.1.x - line.0.x) * (point.y - line.0.y) - (line.1.y - line.0.y) * (point.x - line.0.x)
    };
    let parted = |line: Line, by: Line| side(by, line.0) * side(by, line.1) > 0.0;
    // On one straight line neither parts the other: then they meet when their boxes do.
    let apart =
        |a: (f64, f64), b: (f64, f64)| a.0.max(a.1) < b.0.min(b.1) || b.0.max(b.1) < a.0.min(a.1);
    !(parted(one, other)
        || parted(other, one)
        || apart((one.0.x, one.1.x), (other.0.x, other.1.x))
        || apart((one.0.y, one.1.y), (other.0.y, other.1.y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(ax: f64, ay: f64, bx: f64, by: f64) -> Line {
        (ScreenPoint::new(ax, ay), ScreenPoint::new(bx, by))
    }

    #[test]
    fn a_line_crosses_a_box_only_through_its_inside() {
        let rect = Rect::new(10.0, 10.0, 20.0, 10.0);
        for (line, expected) in [
            (line(0.0, 15.0, 40.0, 15.0), true),
            (line(12.0, 12.0, 13.0, 13.0), true),
            (line(0.0, 10.0, 40.0, 10.0), false),
            (line(0.0, 0.0, 10.0, 15.0), false),
            (line(0.0, 0.0, 40.0, 5.0), false),
            (line(20.0, 0.0, 20.0, 9.0), false),
            (line(20.0, 0.0, 20.0, 11.0), true),
        ] {
            assert_eq!(crosses_rect(line, rect), expected, "{line:?}");
        }
    }

    #[test]
    fn lines_cross_when_they_share_a_point() {
        let base = line(0.0, 0.0, 10.0, 0.0);
        for (other, expected) in [
            (line(5.0, -5.0, 5.0, 5.0), true),
            (line(5.0, 1.0, 5.0, 5.0), false),
            (line(10.0, 0.0, 20.0, 5.0), true),
            (line(4.0, 0.0, 20.0, 0.0), true),
            (line(11.0, 0.0, 20.0, 0.0), false),
            (line(0.0, 1.0, 10.0, 1.0), false),
        ] {
            assert_eq!(
                (lines_cross(base, other), lines_cross(other, base)),
                (expected, expected),
                "{other:?}"
            );
        }
    }

    #[test]
    fn distance_is_to_the_nearest_point_of_the_line() {
        let base = line(0.0, 0.0, 10.0, 0.0);
        for (x, y, expected) in [(5.0, 3.0, 3.0), (-3.0, 4.0, 5.0), (13.0, -4.0, 5.0)] {
            assert_eq!(distance_to(base, ScreenPoint::new(x, y)), expected, "{x} {y}");
        }
        assert_eq!(distance_to(line(1.0, 1.0, 1.0, 1.0), ScreenPoint::new(4.0, 5.0)), 5.0);
    }
}
