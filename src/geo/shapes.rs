//! Shapes that share their arcs: from arc references to outlines, path texts and boxes.
//!
//! An arc is a line between two junctions, stored once however many shapes border on it. A shape's part lists the arcs
//! it runs along; `!i` (that is `-1 - i`) means arc `i` backwards, as in TopoJSON.

use super::path::{Ends, GridPoint, PathText};

/// The arcs of a set of shapes, unpacked to points of the integer grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arcs {
    arcs: Vec<Vec<GridPoint>>,
}

/// A box of the integer grid, edges included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridBounds {
    /// Least x and y.
    pub min: GridPoint,
    /// Greatest x and y.
    pub max: GridPoint,
}

impl Arcs {
    /// From pairs x, y: the first pair of an arc leads from the start of the arc before (of the
    /// first arc, from the origin) to its own start, each further pair to its next point.
    pub fn unpack(packed: &[Vec<i32>]) -> Self {
        let mut start: GridPoint = [0, 0];
        let points = |arc: &Vec<i32>| {
            let mut pen = start;
            let points: Vec<GridPoint> = arc
                .chunks_exact(2)
                .map(|step| {
                    pen = [pen[0].wrapping_add(step[0]), pen[1].wrapping_add(step[1])];
                    pen
                })
                .collect();
            start = points.first().copied().unwrap_or(start);
            points
        };
        Self { arcs: packed.iter().map(points).collect() }
    }

    /// The points along a part, junctions once. References to arcs that do not exist are passed over.
    pub fn points(&self, part: &[i32]) -> Vec<GridPoint> {
        let mut points: Vec<GridPoint> = Vec::new();
        for &reference in part {
            let backwards = reference < 0;
            let index = if backwards { !reference } else { reference };
            let Some(arc) = usize::try_from(index).ok().and_then(|index| self.arcs.get(index))
            else {
                continue;
            };
            let joined = points.last() == if backwards { arc.last() } else { arc.first() };
            let skipped = usize::from(joined && !points.is_empty());
            if backwards {
                points.extend(arc.iter().rev().skip(skipped));
            } else {
                points.extend(arc.iter().skip(skipped));
            }
        }
        points
    }

    /// The path text of a shape, its parts one after another: fill it by the even-odd rule, then holes need no care.
    pub fn path_text(&self, parts: &[Vec<i32>], ends: Ends) -> String {
        let mut path = PathText::default();
        for part in parts {
            path.add(&self.points(part), ends);
        }
        path.finish()
    }

    /// The smallest box round a shape; `None` when it has no points.
    pub fn bounds(&self, parts: &[Vec<i32>]) -> Option<GridBounds> {
        let points = parts.iter().flat_map(|part| self.points(part));
        points.map(|point| GridBounds { min: point, max: point }).reduce(|a, b| GridBounds {
            min: [a.min[0].min(b.min[0]), a.min[1].min(b.min[1])],
            max: [a.max[0].max(b.max[0]), a.max[1].max(b.max[1])],
        })
    }

    /// True when a polygon holds the point (grid units, need not be on the grid); holes are outside. A point on an
    /// edge may count as either.
    pub fn holds(&self, rings: &[Vec<i32>], x: f64, y: f64) -> bool {
        // Even-odd: count the edges that a ray to the east crosses.
        let crossings = rings.iter().map(|ring| {
            let points = self.points(ring);
            let next = points.iter().cycle().skip(1);
            points.iter().zip(next).filter(|(a, b)| crosses(**a, **b, x, y)).count()
        });
        crossings.sum::<usize>() % 2 == 1
    }
}

/// True when the ray from (x, y) to the east crosses the edge; of an edge's ends the upper one counts.
fn crosses(a: GridPoint, b: GridPoint, x: f64, y: f64) -> bool {
    let [(ax, ay), (bx, by)] = [a, b].map(|[x, y]| (f64::from(x), f64::from(y)));
    (ay > y) != (by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side that share the arc in the middle, and a hole in the left one.
    ///
    /// ```text
    /// 0,0 ---- 10,0 ---- 20,0
    ///  |  left   |  right  |
    /// 0,10 --- 10,10 --- 20,10
    /// ```
    fn squares() -> Arcs {
        Arcs::unpack(&[
            // The shared edge, downwards; round the left square; round the right; the hole.
            vec![10, 0, 0, 10],
            vec![0, 10, -10, 0, 0, -10, 10, 0],
            vec![0, -10, 10, 0, 0, 10, -10, 0],
            vec![-8, 2, 0, 4, 4, 0, 0, -4, -4, 0],
        ])
    }

    fn left() -> Vec<Vec<i32>> {
        vec![vec![0, 1], vec![3]]
    }

    fn right() -> Vec<Vec<i32>> {
        vec![vec![2, !0]]
    }

    #[test]
    fn parts_run_along_their_arcs_in_either_direction() {
        assert_eq!(squares().points(&[0, 1]), [[10, 0], [10, 10], [0, 10], [0, 0], [10, 0]]);
        assert_eq!(squares().points(&[2, !0]), [[10, 0], [20, 0], [20, 10], [10, 10], [10, 0]]);
    }

    #[test]
    fn a_shape_is_one_path_text() {
        assert_eq!(
            squares().path_text(&left(), Ends::Closed),
            "m10 0 0 10-10 0 0-10zm-8 2 0 4 4 0 0-4z"
        );
        assert_eq!(squares().path_text(&[vec![!0]], Ends::Open), "m10 10 0-10");
    }

    #[test]
    fn a_shape_holds_what_is_inside_and_not_its_holes() {
        let arcs = squares();
        for (x, y, in_left, in_right) in [
            (1.0, 1.0, true, false),
            (3.0, 3.0, false, false),
            (9.5, 9.5, true, false),
            (15.0, 5.0, false, true),
            (25.0, 5.0, false, false),
            (-1.0, 5.0, false, false),
        ] {
            assert_eq!(
                (arcs.holds(&left(), x, y), arcs.holds(&right(), x, y)),
                (in_left, in_right),
                "{x} {y}"
            );
        }
    }

    #[test]
    fn bounds_go_round_every_part() {
        assert_eq!(squares().bounds(&right()), Some(GridBounds { min: [10, 0], max: [20, 10] }));
        assert_eq!(squares().bounds(&[]), None);
    }

    #[test]
    fn broken_references_and_odd_numbers_do_no_harm() {
        let arcs = Arcs::unpack(&[vec![1, 2, 3], vec![]]);
        assert_eq!(arcs.points(&[0, 1, 99, -99, i32::MIN]), [[1, 2]]);
        assert_eq!(arcs.path_text(&[vec![7]], Ends::Closed), "");
        assert!(!arcs.holds(&[vec![0]], 0.0, 0.0));
    }
}
