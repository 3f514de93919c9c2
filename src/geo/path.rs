//! The text of an SVG path's `d`, from points on an integer grid.
//!
//! Relative moves are short, and integers lose nothing: the page scales the whole group once.

use super::decimal::write_digits;

/// A point of the grid, in quantum units: x to the east, y to the south.
pub type GridPoint = [i32; 2];

/// Whether a line returns to its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// It does: a ring. The start may be repeated at the end or left out.
    Closed,
    /// It does not.
    Open,
}

/// Writes one path after another into one text, each relative to where the last one ended.
#[derive(Debug, Default)]
pub struct PathText {
    text: String,
    pen: GridPoint,
}

impl PathText {
    /// Adds a line or a ring. Points that repeat the one before are left out, and what then has no
    /// extent (fewer than two points of a line, three of a ring) is left out whole.
    pub fn add(&mut self, points: &[GridPoint], ends: Ends) {
        let mut points = without_repeats(points);
        if ends == Ends::Closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let least = match ends {
            Ends::Closed => 3,
            Ends::Open => 2,
        };
        let [start, rest @ ..] = points.as_slice() else { return };
        if points.len() < least {
            return;
        }
        self.text.push('m');
        self.step_to(*start, true);
        // After a move, further pairs are relative lines (SVG 2, section 9.3.3).
        for &point in rest {
            self.step_to(point, false);
        }
        if ends == Ends::Closed {
            self.text.push('z');
            // Closing puts the pen back at the ring's start.
            self.pen = *start;
        }
    }

    /// The value of the attribute `d`; empty when nothing was added.
    pub fn finish(self) -> String {
        self.text
    }

    fn step_to(&mut self, point: GridPoint, after_letter: bool) {
        let [dx, dy] = [0, 1].map(|axis| i64::from(point[axis]) - i64::from(self.pen[axis]));
        for (value, apart) in [(dx, !after_letter), (dy, true)] {
            // A minus sign separates numbers as well as a space does.
            if value < 0 {
                self.text.push('-');
            } else if apart {
                self.text.push(' ');
            }
            write_digits(&mut self.text, value.unsigned_abs());
        }
        self.pen = point;
    }
}

/// The text of one line or ring.
pub fn path_text(points: &[GridPoint], ends: Ends) -> String {
    let mut path = PathText::default();
    path.add(points, ends);
    path.finish()
}

fn without_repeats(points: &[GridPoint]) -> Vec<GridPoint> {
    let mut kept = points.to_vec();
    kept.dedup();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn moves_are_relative_and_spaces_are_few() {
        for (points, ends, text) in [
            (vec![[10, 5], [13, 3], [17, 3]], Ends::Open, "m10 5 3-2 4 0"),
            (vec![[10, 5], [13, 3], [17, 3], [10, 5]], Ends::Closed, "m10 5 3-2 4 0z"),
            (vec![[10, 5], [13, 3], [17, 3]], Ends::Closed, "m10 5 3-2 4 0z"),
            (vec![[-1, -1], [-1, -1], [0, 0]], Ends::Open, "m-1-1 1 1"),
            (vec![[1, 1], [1, 1]], Ends::Open, ""),
            (vec![[1, 1], [2, 2], [1, 1]], Ends::Closed, ""),
            (vec![], Ends::Closed, ""),
            (vec![[i32::MIN, 0], [i32::MAX, 0]], Ends::Open, "m-2147483648 0 4294967295 0"),
        ] {
            assert_eq!(path_text(&points, ends), text, "{points:?}");
        }
    }

    #[test]
    fn the_next_ring_starts_from_where_the_last_one_closed() {
        let mut path = PathText::default();
        path.add(&[[0, 0], [10, 0], [10, 10]], Ends::Closed);
        path.add(&[[2, 1], [9, 1], [9, 8]], Ends::Closed);
        path.add(&[[9, 8], [9, 9]], Ends::Open);
        assert_eq!(path.finish(), "m0 0 10 0 0 10zm2 1 7 0 0 7zm7 7 0 1");
    }

    /// Follows the text as a browser would.
    fn read(text: &str) -> Vec<Vec<GridPoint>> {
        let (mut pen, mut start, mut lines) = ([0, 0], [0, 0], Vec::new());
        for piece in text.split_inclusive(['m', 'z']) {
            let numbers = piece.trim_end_matches(['m', 'z']).replace('-', " -");
            let values: Vec<i32> =
                numbers.split_whitespace().map(|n| n.parse().expect("an integer")).collect();
            let mut line = Vec::new();
            for pair in values.chunks(2) {
                pen = [pen[0] + pair[0], pen[1] + pair[1]];
                line.push(pen);
            }
            if let Some(&first) = line.first() {
                start = first;
                lines.push(line);
            }
            if piece.ends_with('z') {
                pen = start;
            }
        }
        lines
    }

    proptest! {
        #[test]
        fn the_text_leads_through_the_same_points(
            rings in prop::collection::vec(prop::collection::vec([-5000..5000_i32, -5000..5000_i32], 3..20), 1..5),
        ) {
            let mut path = PathText::default();
            let mut expected = Vec::new();
            for ring in &rings {
                path.add(ring, Ends::Closed);
                let mut points = without_repeats(ring);
                if points.len() > 1 && points.first() == points.last() {
                    points.pop();
                }
                if points.len() > 2 {
                    expected.push(points);
                }
            }
            prop_assert_eq!(read(&path.finish()), expected);
        }
    }
}
