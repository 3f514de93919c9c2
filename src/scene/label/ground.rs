//! What stands on the panel already, in squares: a label is tried against its neighbours, not against every mark of
//! the map.

use super::leader::{self, Line};
use crate::geo::{Rect, ScreenPoint};
use crate::math;

/// Width and height of a square, px.
const SQUARE: (f64, f64) = (64.0, 24.0);

/// Side of a grain, px: small enough that a line of text, 13 px high, covers at least two rows wholly wherever it stands.
const GRAIN: f64 = 4.0;

/// Something that no label covers and no leader crosses.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Thing {
    /// Itself, or the box round it.
    own: Rect,
    /// The number of its anchor, where it is a symbol: a circle.
    symbol: Option<usize>,
    /// A symbol that stands there whether it has a label or not.
    stands: bool,
}

impl Thing {
    fn middle_and_radius(&self) -> (ScreenPoint, f64) {
        (self.own.center(), self.own.width / 2.0)
    }

    fn is_under(&self, label: Rect) -> bool {
        let (at, radius) = self.middle_and_radius();
        self.own.overlaps(label)
            && (self.symbol.is_none() || label.nearest(at).distance(at) < radius)
    }

    fn is_on(&self, line: Line, anchor: usize) -> bool {
        let (at, radius) = self.middle_and_radius();
        match self.symbol {
            None => leader::crosses_rect(line, self.own),
            Some(own) => {
                own != anchor && leader::distance_to(line, at) < radius + leader::CLEARANCE
            }
        }
    }
}

/// The grains of a panel that one thing or another covers wholly, a bit each. Most places that are tried for a name in a
/// crowd are taken, and so found to be with a look at a few words of bits instead of at each thing near.
struct Grains {
    /// Words in a row.
    words: usize,
    bits: Vec<u64>,
}

impl Grains {
    fn new(panel: Rect) -> Self {
        let grains = |px: f64| (px / GRAIN).max(0.0) as usize + 1;
        let words = grains(panel.width).div_ceil(64);
        Self { words, bits: vec![0; words * grains(panel.height)] }
    }

    /// The words of the grains from the first column to the last and from the first row to the last, each with the bits
    /// that are meant.
    fn reach(
        &self,
        (left, right): (usize, usize),
        (top, foot): (usize, usize),
    ) -> impl Iterator<Item = (usize, u64)> + use<> {
        let words = self.words;
        (top..=foot).flat_map(move |row| {
            (left / 64..=(right / 64).min(words - 1)).map(move |word| {
                let from = u64::MAX << left.saturating_sub(word * 64);
                let to = u64::MAX >> (63 - (right - word * 64).min(63));
                (row * words + word, from & to)
            })
        })
    }

    /// Marks the grains that a thing covers wholly, its box given from the panel's corner.
    fn cover(&mut self, own: Rect, is_circle: bool) {
        // A grain of a circle lies within the square that the circle is drawn around.
        let inner =
            if is_circle { own.grown(-own.width / 2.0 * (1.0 - math::sqrt(0.5))) } else { own };
        let whole = |from: f64, to: f64| {
            let (from, to) = ((from / GRAIN).max(0.0).ceil(), (to / GRAIN).floor());
            // A cast takes what is too much for the most that there is.
            (to > from).then(|| (from as usize, to as usize - 1))
        };
        let across = whole(inner.x, inner.right().min(self.words as f64 * 64.0 * GRAIN));
        let rows = self.bits.len() / self.words;
        let down = whole(inner.y, inner.bottom().min(rows as f64 * GRAIN));
        let Some((across, down)) = across.zip(down) else { return };
        for (at, bits) in self.reach(across, down) {
            self.bits.get_mut(at).into_iter().for_each(|word| *word |= bits);
        }
    }

    /// Whether a box, given from the panel's corner, reaches into a grain that is covered.
    fn are_under(&self, own: Rect) -> bool {
        let touched = |from: f64, to: f64| {
            let from = (from / GRAIN) as usize;
            (from, ((to / GRAIN).ceil() as usize).saturating_sub(1).max(from))
        };
        let (across, down) = (touched(own.x, own.right()), touched(own.y, own.bottom()));
        let mut words = self.reach(across, down);
        words.any(|(at, bits)| self.bits.get(at).is_some_and(|word| word & bits != 0))
    }
}

/// Symbols, labels, leaders and obstacles of a panel.
pub(super) struct Ground {
    panel: Rect,
    across: usize,
    /// Row by row, what reaches into each.
    squares: Vec<Vec<Thing>>,
    grains: Grains,
    leaders: Vec<Line>,
}

impl Ground {
    /// Nothing yet. What lies beyond the panel's edge counts to the squares along it.
    pub(super) fn new(panel: Rect) -> Self {
        let squares = |px: f64, square: f64| (px / square).max(0.0) as usize + 1;
        let (across, down) = (squares(panel.width, SQUARE.0), squares(panel.height, SQUARE.1));
        let squares = vec![Vec::new(); across * down];
        Self { panel, across, squares, grains: Grains::new(panel), leaders: Vec::new() }
    }

    /// A label or an obstacle comes to stand.
    pub(super) fn add(&mut self, own: Rect) {
        self.put(Thing { own, symbol: None, stands: false });
    }

    /// The symbol of an anchor comes to stand.
    pub(super) fn add_symbol(&mut self, anchor: usize, at: ScreenPoint, radius: f64, stands: bool) {
        self.put(Thing { own: Rect::around(at, radius), symbol: Some(anchor), stands });
    }

    /// A leader comes to stand.
    pub(super) fn add_leader(&mut self, line: Line) {
        self.leaders.push(line);
    }

    fn put(&mut self, thing: Thing) {
        self.grains.cover(self.within(thing.own), thing.symbol.is_some());
        for square in self.reach(thing.own) {
            self.squares.get_mut(square).into_iter().for_each(|all| all.push(thing));
        }
    }

    /// Whether a label covers nothing there and is wholly on the panel.
    pub(super) fn has_room(&self, label: Rect) -> bool {
        self.panel.holds(label)
            && !self.grains.are_under(self.within(label))
            && !self.any(label, &|thing| thing.is_under(label))
            && !self.leaders.iter().any(|&line| leader::crosses_rect(line, label))
    }

    /// Whether no symbol but the anchor's own is so near to a label that it would seem to be named by it.
    pub(super) fn names(&self, label: Rect, anchor: usize) -> bool {
        !self.any(label.grown(leader::ALONE), &|thing| {
            let (at, radius) = thing.middle_and_radius();
            thing.stands
                && thing.symbol != Some(anchor)
                && label.nearest(at).distance(at) < radius + leader::ALONE
        })
    }

    /// Whether the leader of an anchor crosses nothing there but its own symbol.
    pub(super) fn lets_through(&self, line: Line, anchor: usize) -> bool {
        let near = leader::bounds(line).grown(leader::CLEARANCE);
        !self.any(near, &|thing| thing.is_on(line, anchor))
            && !self.leaders.iter().any(|&other| leader::lines_cross(line, other))
    }

    /// Whether a test holds for anything near. It may be asked twice of a thing.
    fn any(&self, near: Rect, test: &dyn Fn(&Thing) -> bool) -> bool {
        let mut squares = self.reach(near).filter_map(|square| self.squares.get(square));
        squares.any(|all| all.iter().any(test))
    }

    /// A box as it lies from the panel's corner.
    fn within(&self, own: Rect) -> Rect {
        Rect::new(own.x - self.panel.x, own.y - self.panel.y, own.width, own.height)
    }

    /// The squares that a box reaches into.
    fn reach(&self, own: Rect) -> impl Iterator<Item = usize> + use<> {
        // A cast takes what is below zero, or no number, for zero.
        let square = |px: f64, size: f64, all: usize| ((px / size) as usize).min(all - 1);
        let (across, down) = (self.across, self.squares.len() / self.across);
        let own = self.within(own);
        let left = square(own.x, SQUARE.0, across);
        let right = square(own.right(), SQUARE.0, across);
        let top = square(own.y, SQUARE.1, down);
        let foot = square(own.bottom(), SQUARE.1, down);
        (top..=foot).flat_map(move |row| (left..=right).map(move |column| row * across + column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PANEL: Rect = Rect::new(-7.5, 3.0, 400.0, 300.0);

    fn boxes() -> impl Strategy<Value = Rect> {
        (-50.0..450.0_f64, -50.0..350.0_f64, 0.0..120.0_f64, 0.0..90.0_f64)
            .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
    }

    proptest! {
        #[test]
        fn what_stands_in_the_way_is_found_wherever_it_is(
            all in prop::collection::vec(boxes(), 0..40),
            symbols in prop::collection::vec(boxes(), 0..40),
            own in boxes(),
        ) {
            let mut ground = Ground::new(PANEL);
            let circles: Vec<(ScreenPoint, f64)> =
                symbols.iter().map(|own| (own.center(), own.width / 8.0)).collect();
            all.iter().for_each(|&own| ground.add(own));
            for (index, &(at, radius)) in circles.iter().enumerate() {
                ground.add_symbol(index, at, radius, index % 2 == 0);
            }
            let is_free = !all.iter().any(|other| other.overlaps(own))
                && circles.iter().all(|&(at, radius)| own.nearest(at).distance(at) >= radius);
            prop_assert_eq!(ground.has_room(own), PANEL.holds(own) && is_free);
            let line = (own.center(), ScreenPoint::new(own.right(), own.y));
            let crosses = all.iter().any(|&other| leader::crosses_rect(line, other))
                || circles.iter().any(|&(at, radius)| {
                    leader::distance_to(line, at) < radius + leader::CLEARANCE
                });
            prop_assert_eq!(ground.lets_through(line, usize::MAX), !crosses);
            let near = circles.iter().step_by(2).any(|&(at, radius)| {
                own.nearest(at).distance(at) < radius + leader::ALONE
            });
            prop_assert_eq!(ground.names(own, usize::MAX), !near);
        }
    }
}
