//! Joins arcs that no shape tells apart.
//!
//! A topology splits its lines at every shared point, also where a river only crosses a border.
//! Once the layers are chosen, most of these junctions separate nothing; longer arcs are fewer to
//! store and leave simplification free to choose.

use super::simplify::PlanePoint;
use super::topojson::Feature;
use super::{ShapeKind, arc_index};

/// Joins arcs that follow one another in every part that has either, and numbers those that remain
/// anew. Arcs that no part has are left out.
pub(super) fn join(
    arcs: &[Vec<PlanePoint>],
    features: &mut [&mut Feature],
) -> Vec<Vec<PlanePoint>> {
    let mut meetings = Meetings::new(arcs.len());
    for feature in features.iter() {
        feature.parts.iter().for_each(|part| meetings.note(part, feature.kind));
    }
    let mut joined: Vec<Vec<PlanePoint>> = Vec::new();
    // For each old arc and direction the new arc that begins with it.
    let mut begins: Vec<[Option<i32>; 2]> = vec![[None; 2]; arcs.len()];
    let mut taken = vec![false; arcs.len()];
    for arc in 0..arcs.len() {
        if taken[arc] || !meetings.used[arc] {
            continue;
        }
        let chain = meetings.chain_through(arc);
        let number = i32::try_from(joined.len()).unwrap_or(i32::MAX);
        if let (Some(first), Some(last)) = (chain.first(), chain.last()) {
            begins[first.arc][usize::from(first.backwards)] = Some(number);
            begins[last.arc][usize::from(!last.backwards)] = Some(!number);
        }
        let mut points: Vec<PlanePoint> = Vec::new();
        for step in chain {
            taken[step.arc] = true;
            let skipped = usize::from(!points.is_empty());
            if step.backwards {
                points.extend(arcs[step.arc].iter().rev().skip(skipped));
            } else {
                points.extend(arcs[step.arc].iter().skip(skipped));
            }
        }
        joined.push(points);
    }
    for part in features.iter_mut().flat_map(|feature| &mut feature.parts) {
        let renamed = part.iter().filter_map(|&reference| {
            begins.get(arc_index(reference)).and_then(|begins| begins[usize::from(reference < 0)])
        });
        *part = renamed.collect();
    }
    joined
}

/// One arc in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    arc: usize,
    backwards: bool,
}

impl Step {
    fn of(reference: i32) -> Self {
        Self { arc: arc_index(reference), backwards: reference < 0 }
    }

    fn reversed(self) -> Self {
        Self { backwards: !self.backwards, ..self }
    }
}

/// What follows a step, over all parts and in both directions of travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// No part has the step.
    Unseen,
    /// Always this one.
    Always(Step),
    /// Different ones, or a line ends here.
    Varies,
}

struct Meetings {
    used: Vec<bool>,
    next: Vec<[Next; 2]>,
}

impl Meetings {
    fn new(arcs: usize) -> Self {
        Self { used: vec![false; arcs], next: vec![[Next::Unseen; 2]; arcs] }
    }

    fn note(&mut self, part: &[i32], kind: ShapeKind) {
        let steps: Vec<Step> = part.iter().copied().map(Step::of).collect();
        steps.iter().for_each(|step| self.used[step.arc] = true);
        for pair in steps.windows(2) {
            self.follow(pair[0], Some(pair[1]));
            self.follow(pair[1].reversed(), Some(pair[0].reversed()));
        }
        let [Some(&first), Some(&last)] = [steps.first(), steps.last()] else { return };
        // A ring of one arc has nothing to be joined to.
        let closes = kind == ShapeKind::Polygon && steps.len() > 1;
        self.follow(last, closes.then_some(first));
        self.follow(first.reversed(), closes.then(|| last.reversed()));
    }

    fn follow(&mut self, step: Step, by: Option<Step>) {
        let next = &mut self.next[step.arc][usize::from(step.backwards)];
        *next = match (*next, by) {
            (Next::Unseen, Some(by)) if by.arc != step.arc => Next::Always(by),
            (Next::Always(known), Some(by)) if known == by => Next::Always(by),
            _ => Next::Varies,
        };
    }

    /// The step after this one, if each is always found beside the other.
    fn joined_next(&self, step: Step) -> Option<Step> {
        let next = |step: Step| self.next[step.arc][usize::from(step.backwards)];
        match next(step) {
            Next::Always(by) if next(by.reversed()) == Next::Always(step.reversed()) => Some(by),
            _ => None,
        }
    }

    /// The longest run of arcs round this one; a full circle begins with it.
    fn chain_through(&self, arc: usize) -> Vec<Step> {
        let mut first = Step { arc, backwards: false };
        while let Some(before) = self.joined_next(first.reversed()) {
            first = before.reversed();
            if first.arc == arc {
                break;
            }
        }
        let mut chain = vec![first];
        let mut last = first;
        while let Some(next) = self.joined_next(last) {
            if next.arc == first.arc {
                break;
            }
            chain.push(next);
            last = next;
        }
        chain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(kind: ShapeKind, parts: &[&[i32]]) -> Feature {
        Feature {
            id: String::new(),
            name: String::new(),
            class: String::new(),
            rank: None,
            reason: String::new(),
            kind,
            parts: parts.iter().map(|part| part.to_vec()).collect(),
        }
    }

    /// Arcs along the number line: arc i from i to i + 1.
    fn line(count: usize) -> Vec<Vec<PlanePoint>> {
        (0..count).map(|i| vec![[i as f64, 0.0], [i as f64 + 1.0, 0.0]]).collect()
    }

    fn xs(arc: &[PlanePoint]) -> Vec<f64> {
        arc.iter().map(|point| point[0]).collect()
    }

    #[test]
    fn arcs_that_always_follow_one_another_become_one() {
        let mut river = feature(ShapeKind::Line, &[&[0, 1, 2]]);
        let mut border = feature(ShapeKind::Line, &[&[!2, !1, !0]]);
        let arcs = join(&line(4), &mut [&mut river, &mut border]);
        assert_eq!(arcs.len(), 1, "the fourth is not used");
        assert_eq!(xs(&arcs[0]), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!((river.parts, border.parts), (vec![vec![0]], vec![vec![!0]]));
    }

    #[test]
    fn an_arc_that_another_shape_has_alone_stays_apart() {
        let mut river = feature(ShapeKind::Line, &[&[0, 1, 2, 3]]);
        let mut border = feature(ShapeKind::Line, &[&[2]]);
        let arcs = join(&line(4), &mut [&mut river, &mut border]);
        assert_eq!(
            arcs.iter().map(|arc| xs(arc)).collect::<Vec<_>>(),
            [vec![0.0, 1.0, 2.0], vec![2.0, 3.0], vec![3.0, 4.0]]
        );
        assert_eq!((river.parts, border.parts), (vec![vec![0, 1, 2]], vec![vec![1]]));
    }

    #[test]
    fn a_ring_becomes_one_closed_arc_wherever_it_began() {
        let square = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
        let arcs: Vec<_> = (0..4).map(|i| vec![square[i], square[(i + 1) % 4]]).collect();
        let mut enclave = feature(ShapeKind::Polygon, &[&[2, 3, 0, 1]]);
        let mut hole = feature(ShapeKind::Polygon, &[&[!1, !0, !3, !2]]);
        let joined = join(&arcs, &mut [&mut enclave, &mut hole]);
        assert_eq!(joined.len(), 1);
        assert_eq!((joined[0].len(), joined[0].first()), (5, joined[0].last()));
        assert_eq!((enclave.parts, hole.parts), (vec![vec![0]], vec![vec![!0]]));
    }

    #[test]
    fn two_neighbours_share_one_arc_and_have_one_each() {
        // Two rings of two arcs each along a shared pair.
        let arcs = vec![
            vec![[0.0, 0.0], [0.0, 1.0]],
            vec![[0.0, 1.0], [0.0, 2.0]],
            vec![[0.0, 2.0], [-1.0, 1.0], [0.0, 0.0]],
            vec![[0.0, 2.0], [1.0, 1.0], [0.0, 0.0]],
        ];
        let mut west = feature(ShapeKind::Polygon, &[&[1, 2, 0]]);
        let mut east = feature(ShapeKind::Polygon, &[&[0, 1, 3]]);
        let joined = join(&arcs, &mut [&mut west, &mut east]);
        assert_eq!(joined.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 3]);
        assert_eq!((west.parts, east.parts), (vec![vec![1, 0]], vec![vec![0, 2]]));
    }

    #[test]
    fn a_line_there_and_back_is_left_as_it_is() {
        let mut spike = feature(ShapeKind::Line, &[&[0, !0]]);
        assert_eq!(join(&line(1), &mut [&mut spike]).len(), 1);
        assert_eq!(spike.parts, [[0, !0]]);
    }
}
