//! Where labels go on the map: beside their marks, at the end of a leader, or nowhere.

mod ground;
mod leader;
mod spread;
mod width;

pub use spread::{Mark, spread};
pub use width::{Weight, text_width};

use ground::Ground;

use crate::geo::{Rect, ScreenPoint, Size};
use crate::{math, order};

/// A mark that wants a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Middle of the symbol as drawn, px.
    pub at: ScreenPoint,
    /// Of the symbol, px; 0 for an area, which has none.
    pub radius: f64,
    /// Whose turn comes first: the least number. Of equals, the earlier in the list.
    pub priority: u32,
    /// Of the text, px.
    pub size: Size,
    /// Where the label may go.
    pub seat: Seat,
}

/// Where a label may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// In one of the eight places round the symbol, which is drawn with its label or not at all.
    Beside,
    /// Beside, or farther off at the end of a leader; the symbol is drawn in any case.
    BesideOrLeader,
    /// In the middle of the place and nowhere else.
    Fixed,
}

/// What became of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Placement {
    /// It is shown.
    Placed(Placed),
    /// There was no room for it, or its mark is off the panel.
    Hidden,
}

/// A label that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The text's box, px.
    pub rect: Rect,
    /// On which side of the mark it stands: text is set flush towards the mark.
    pub side: Side,
    /// From the symbol's edge to the box's, when it stands farther off.
    pub leader: Option<(ScreenPoint, ScreenPoint)>,
}

/// The side of the mark on which its label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Text begins at the mark.
    Right,
    /// Text ends at the mark.
    Left,
    /// Text is centred over, above or below it.
    Middle,
}

/// Places the labels of these anchors, in their order, within the viewport.
///
/// Greedy by priority, which a reader can predict: what matters more never gives way to what
/// matters less. No label covers a symbol, another label, a leader or one of the `obstacles`, and
/// no leader crosses any of them; nor does a label stand so near to a symbol that is drawn in any case that it would be
/// read as that one's name. The same input gives the same output.
pub fn place(anchors: &[Anchor], obstacles: &[Rect], viewport: Rect) -> Vec<Placement> {
    let mut placements = vec![Placement::Hidden; anchors.len()];
    let mut ground = Ground::new(viewport);
    obstacles.iter().for_each(|&obstacle| ground.add(obstacle));
    for (index, anchor) in anchors.iter().enumerate() {
        if anchor.radius > 0.0 && viewport.grown(anchor.radius).contains(anchor.at) {
            let stands = anchor.seat == Seat::BesideOrLeader && anchor.radius > RING;
            ground.add_symbol(index, anchor.at, anchor.radius, stands);
        }
    }
    let directions = leader::directions();
    for index in order::by_key(anchors.iter().map(|anchor| u64::from(anchor.priority))) {
        let anchor = &anchors[index];
        if !viewport.contains(anchor.at) {
            continue;
        }
        let far = if anchor.seat == Seat::BesideOrLeader { directions.as_slice() } else { &[] };
        let mut places = near_places(anchor).into_iter().chain(leader::far_places(anchor, far));
        let found = places.find(|placed| {
            ground.has_room(placed.rect)
                && ground.names(placed.rect, index)
                && placed.leader.is_none_or(|line| ground.lets_through(line, index))
        });
        if let Some(placed) = found {
            ground.add(placed.rect);
            placed.leader.into_iter().for_each(|line| ground.add_leader(line));
            placements[index] = Placement::Placed(placed);
        }
    }
    placements
}

/// A symbol as small as a town's ring is nobody's but the name's next to it, px.
const RING: f64 = 5.0;

/// Between symbol and text, px.
const GAP: f64 = 3.0;

/// The places at the mark, the best first: to the right reads as one word with the symbol.
fn near_places(anchor: &Anchor) -> Vec<Placed> {
    let Anchor { at, radius, size: Size { width, height }, seat, .. } = *anchor;
    let placed = |side, x: f64, y: f64| Placed {
        rect: Rect::new(at.x + x, at.y + y, width, height),
        side,
        leader: None,
    };
    let middle = |y: f64| placed(Side::Middle, -width / 2.0, y);
    if seat == Seat::Fixed {
        return vec![middle(-0.5 * height)];
    }
    let beside = radius + GAP;
    // A corner of the box at 45° from the middle of the symbol, the gap away from its edge.
    let corner = (radius + GAP / 2.0) * math::sqrt(0.5);
    vec![
        placed(Side::Right, beside, -height / 2.0),
        placed(Side::Right, corner, -corner - height),
        placed(Side::Right, corner, corner),
        placed(Side::Left, -beside - width, -height / 2.0),
        placed(Side::Left, -corner - width, -corner - height),
        placed(Side::Left, -corner - width, corner),
        middle(-radius - GAP / 2.0 - height),
        middle(radius + GAP / 2.0),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VIEWPORT: Rect = Rect::new(0.0, 0.0, 400.0, 300.0);

    fn anchor(x: f64, y: f64, priority: u32, seat: Seat) -> Anchor {
        Anchor {
            at: ScreenPoint::new(x, y),
            radius: 6.5,
            priority,
            size: Size::new(60.0, 14.0),
            seat,
        }
    }

    fn sides(placements: &[Placement]) -> Vec<Option<Side>> {
        let side = |placement: &Placement| match placement {
            Placement::Placed(placed) => Some(placed.side),
            Placement::Hidden => None,
        };
        placements.iter().map(side).collect()
    }

    #[test]
    fn a_lone_mark_has_its_label_on_the_right() {
        let found = place(&[anchor(200.0, 150.0, 0, Seat::Beside)], &[], VIEWPORT);
        let expected =
            Placed { rect: Rect::new(209.5, 143.0, 60.0, 14.0), side: Side::Right, leader: None };
        assert_eq!(found, [Placement::Placed(expected)]);
    }

    #[test]
    fn at_the_right_edge_it_stands_on_the_left() {
        let found = place(&[anchor(390.0, 150.0, 0, Seat::Beside)], &[], VIEWPORT);
        assert_eq!(sides(&found), [Some(Side::Left)]);
    }

    #[test]
    fn a_mark_off_the_panel_has_no_label() {
        let found = place(&[anchor(401.0, 150.0, 0, Seat::BesideOrLeader)], &[], VIEWPORT);
        assert_eq!(found, [Placement::Hidden]);
    }

    #[test]
    fn what_matters_more_is_placed_and_what_matters_less_gives_way() {
        // Room for one label only: the rest of the panel is taken.
        let walls = [
            Rect::new(0.0, 0.0, 400.0, 142.0),
            Rect::new(0.0, 158.0, 400.0, 142.0),
            Rect::new(0.0, 0.0, 170.0, 300.0),
        ];
        let anchors =
            [anchor(200.0, 150.0, 5, Seat::Beside), anchor(290.0, 150.0, 1, Seat::Beside)];
        let walled = |anchors: &[Anchor]| {
            let walls = [walls.to_vec(), vec![Rect::new(300.0, 0.0, 100.0, 300.0)]].concat();
            sides(&place(anchors, &walls, VIEWPORT))
        };
        assert_eq!(walled(&anchors), [None, Some(Side::Left)]);
        let swapped = [Anchor { priority: 0, ..anchors[0] }, anchors[1]];
        assert_eq!(walled(&swapped), [Some(Side::Right), None]);
    }

    #[test]
    fn a_crowded_mark_gets_a_leader_only_if_it_may() {
        // A wall round the mark leaves no place beside it, and a way out to the south.
        let walls = [
            Rect::new(100.0, 100.0, 90.0, 100.0),
            Rect::new(210.0, 100.0, 90.0, 100.0),
            Rect::new(100.0, 100.0, 200.0, 42.0),
        ];
        let found = place(&[anchor(200.0, 150.0, 0, Seat::BesideOrLeader)], &walls, VIEWPORT);
        let Placement::Placed(Placed { rect, leader: Some((from, to)), .. }) = found[0] else {
            panic!("{found:?}")
        };
        assert!(from.distance(ScreenPoint::new(200.0, 150.0)) - 6.5 < 1e-9);
        assert_eq!(rect.nearest(to), to);
        assert!(
            walls
                .iter()
                .all(|wall| !wall.overlaps(rect) && !leader::crosses_rect((from, to), *wall))
        );
        assert_eq!(
            place(&[anchor(200.0, 150.0, 0, Seat::Beside)], &walls, VIEWPORT),
            [Placement::Hidden]
        );
    }

    #[test]
    fn a_label_does_not_stand_at_another_mark_so_that_this_one_seems_to_be_named() {
        // Two operators at one place, parted to the sides: neither is named across the other.
        let [us, ru] = [
            anchor(200.0, 150.0, 3, Seat::BesideOrLeader),
            anchor(215.0, 150.0, 2, Seat::BesideOrLeader),
        ];
        assert_eq!(sides(&place(&[us, ru], &[], VIEWPORT)), [Some(Side::Left), Some(Side::Right)]);
        // A mark where the label would end: it goes to where it ends at none.
        let other = anchor(282.0, 150.0, 3, Seat::BesideOrLeader);
        let Placement::Placed(placed) = place(&[ru, other], &[], VIEWPORT)[0] else { panic!() };
        assert!(
            placed.rect.nearest(other.at).distance(other.at) >= 6.5 + leader::ALONE,
            "{placed:?}"
        );
        // A town is drawn with its label only.
        let at = ScreenPoint::new(293.0, 150.0);
        let town = Anchor { at, seat: Seat::Beside, priority: 9, ..other };
        assert_eq!(sides(&place(&[ru, town], &[], VIEWPORT))[0], Some(Side::Right));
    }

    fn anchors() -> impl Strategy<Value = Vec<Anchor>> {
        let seats = prop::sample::select(vec![Seat::Beside, Seat::BesideOrLeader, Seat::Fixed]);
        let one = (0.0..400.0_f64, 0.0..300.0_f64, 0..5_u32, 10.0..90.0_f64, seats);
        let made = one.prop_map(|(x, y, priority, width, seat)| Anchor {
            size: Size::new(width, 14.0),
            radius: if seat == Seat::Fixed { 0.0 } else { 6.5 },
            ..anchor(x, y, priority, seat)
        });
        prop::collection::vec(made, 0..60)
    }

    proptest! {
        #[test]
        fn labels_leaders_symbols_and_obstacles_keep_clear_of_one_another(anchors in anchors()) {
            let obstacles = [Rect::new(300.0, 200.0, 100.0, 100.0)];
            let placements = place(&anchors, &obstacles, VIEWPORT);
            prop_assert_eq!(placements.clone(), place(&anchors, &obstacles, VIEWPORT));
            let placed: Vec<Placed> = placements.iter().filter_map(|placement| match placement {
                Placement::Placed(placed) => Some(*placed),
                Placement::Hidden => None,
            }).collect();
            for (i, a) in placed.iter().enumerate() {
                prop_assert!(VIEWPORT.holds(a.rect) && !a.rect.overlaps(obstacles[0]));
                for b in &placed[i + 1..] {
                    prop_assert!(!a.rect.overlaps(b.rect), "{:?} {:?}", a, b);
                    prop_assert!(!a.leader.is_some_and(|line| leader::crosses_rect(line, b.rect)));
                    prop_assert!(!b.leader.is_some_and(|line| leader::crosses_rect(line, a.rect)));
                }
                for symbol in anchors.iter().filter(|anchor| anchor.radius > 0.0) {
                    prop_assert!(a.rect.nearest(symbol.at).distance(symbol.at) >= symbol.radius);
                }
                if let Some((from, to)) = a.leader {
                    prop_assert!((leader::SHORTEST - 1e-9..=leader::LONGEST + 1e-9).contains(&from.distance(to)));
                }
            }
        }

        #[test]
        fn the_first_in_line_is_placed_whenever_the_panel_is_empty_there(x in 90.0..290.0_f64, y in 30.0..150.0_f64) {
            let found = place(&[anchor(x, y, 0, Seat::Beside)], &[], VIEWPORT);
            prop_assert_eq!(sides(&found), [Some(Side::Right)]);
        }
    }
}
