//! Marks that would hide one another are moved apart, each with a leader to its true place.

use crate::geo::ScreenPoint;
use crate::math;

/// A symbol to be kept clear of the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Its true place, px.
    pub at: ScreenPoint,
    /// It stays at its true place, as a capital does; the others give way.
    pub stays: bool,
}

/// How far a mark is pushed, and goes from there for a free place, in least distances.
const REACH: f64 = 6.0;

/// More marks than this have no order round a middle that pushing could keep: they only look for free places.
const CROWD: usize = 1000;

/// Where each mark is drawn, in the order given: no two nearer than `least` px, unless both stay or there is no room
/// around them. Marks that are clear of all others are at their true places to the bit.
///
/// First, unless they are a `CROWD`, near pairs push each other apart, a bounded number of times, which keeps a group's
/// order round its middle. What is then still too near moves to the nearest free place of a spiral; in a crowd of some hundred
/// it stays, since farther off it would tell another place.
pub fn spread(marks: &[Mark], least: f64) -> Vec<ScreenPoint> {
    const ROUNDS: usize = 60;
    let mut places = tell_apart(marks, least);
    if marks.len() <= CROWD {
        let pairs = near_pairs(marks, &places, 4.0 * least);
        for _ in 0..ROUNDS {
            if !push_apart(marks, &pairs, &mut places, least) {
                break;
            }
        }
    }
    settle(marks, &mut places, least);
    places
}

/// The true places; a mark that lies on an earlier one is shifted a little, each another way, so
/// that the two know where to go.
fn tell_apart(marks: &[Mark], least: f64) -> Vec<ScreenPoint> {
    let mut taken = Taken::new(least, marks.len());
    let place = |(i, mark): (usize, &Mark)| {
        let (x, y) = direction(i);
        let hidden = !mark.stays && !taken.is_free(mark.at, 0.01);
        let shift = if hidden { 0.1 * math::sqrt(i as f64) } else { 0.0 };
        let place = ScreenPoint::new(mark.at.x + x * shift, mark.at.y + y * shift);
        taken.put(place);
        place
    };
    marks.iter().enumerate().map(place).collect()
}

/// The pairs that may come to push each other: those nearer than `reach` px, where not both stay.
fn near_pairs(marks: &[Mark], places: &[ScreenPoint], reach: f64) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (i, a) in places.iter().enumerate() {
        for (j, b) in places.iter().enumerate().skip(i + 1) {
            let near = (a.x - b.x).abs() < reach && (a.y - b.y).abs() < reach;
            if near && !(marks[i].stays && marks[j].stays) {
                pairs.push((i, j));
            }
        }
    }
    pairs
}

/// True when any pair was too near.
fn push_apart(
    marks: &[Mark],
    pairs: &[(usize, usize)],
    places: &mut [ScreenPoint],
    least: f64,
) -> bool {
    let mut pushed = false;
    for &(i, j) in pairs {
        let (a, b) = (places[i], places[j]);
        let distance = a.distance(b);
        if distance >= least {
            continue;
        }
        pushed = true;
        let (x, y) = if distance > 1e-6 {
            ((b.x - a.x) / distance, (b.y - a.y) / distance)
        } else {
            direction(i + j)
        };
        // A little more than needed, so that rounding does not ask for another round.
        let needed = least - distance + 0.01;
        let (back, forth) = match (marks[i].stays, marks[j].stays) {
            (true, _) => (0.0, needed),
            (_, true) => (needed, 0.0),
            _ => (needed / 2.0, needed / 2.0),
        };
        places[i] = ScreenPoint::new(a.x - x * back, a.y - y * back);
        places[j] = ScreenPoint::new(b.x + x * forth, b.y + y * forth);
    }
    pushed
}

/// Puts the marks down one after another, those that stay first, each as near as can be to where
/// the pushing left it.
fn settle(marks: &[Mark], places: &mut [ScreenPoint], least: f64) {
    // How far the spiral's first step goes, in least distances: its places stand far denser than the gap asked for.
    const STEP: f64 = 0.2;
    let order = crate::order::by_key(marks.iter().map(|mark| u64::from(!mark.stays)));
    let mut taken = Taken::new(least, marks.len());
    let mut spiral: Vec<(f64, f64)> = Vec::new();
    for i in order {
        let home = marks[i].at;
        // What the crowd has pushed far off begins anew.
        let near = places[i].distance(home) < REACH * least;
        let wanted = if near { places[i] } else { home };
        places[i] = wanted;
        if !marks[i].stays && !taken.is_free(wanted, least) {
            if spiral.is_empty() {
                let steps = (REACH / STEP * REACH / STEP) as usize;
                spiral.extend((1..=steps).map(|step| {
                    let (x, y) = direction(step);
                    let far = least * STEP * math::sqrt(step as f64);
                    (x * far, y * far)
                }));
            }
            let mut tried =
                spiral.iter().map(|(x, y)| ScreenPoint::new(wanted.x + x, wanted.y + y));
            places[i] = tried.find(|place| taken.is_free(*place, least)).unwrap_or(wanted);
        }
        taken.put(places[i]);
    }
}

/// Places that are taken, in squares: a place is tried against its neighbours, not against every mark.
struct Taken {
    /// Width of a square, px.
    square: f64,
    /// How many squares the board has in each direction.
    side: i32,
    /// The squares of a board that repeats itself in all directions: what lies a board away is tried in vain, no more.
    squares: Vec<Vec<ScreenPoint>>,
}

impl Taken {
    /// A board for so many places: many have one that is as wide as a screen, or each square would hold what lies in a
    /// dozen.
    fn new(square: f64, places: usize) -> Self {
        let side = if places > 256 { 128 } else { 16 };
        Self { square, side, squares: vec![Vec::new(); (side * side) as usize] }
    }

    /// The column and the row of the square that a place lies in, on a board without end.
    fn square_of(&self, place: ScreenPoint) -> (i32, i32) {
        let number = |px: f64| (px / self.square).floor() as i32;
        (number(place.x), number(place.y))
    }

    /// Where that square lies among those of the board, whose side is a power of two.
    fn index(&self, column: i32, row: i32) -> usize {
        let on_board = |number: i32| number & (self.side - 1);
        (on_board(row) * self.side + on_board(column)) as usize
    }

    fn put(&mut self, place: ScreenPoint) {
        let (column, row) = self.square_of(place);
        let square = self.index(column, row);
        self.squares[square].push(place);
    }

    /// Whether nothing is nearer than a distance, of a square's width at most.
    fn is_free(&self, place: ScreenPoint, distance: f64) -> bool {
        // Its own square first: what is in the way is most often there.
        const NEAR: [i32; 3] = [0, -1, 1];
        let (column, row) = self.square_of(place);
        NEAR.iter().all(|&below| {
            NEAR.iter().all(|&right| {
                let square = self.index(column.wrapping_add(right), row.wrapping_add(below));
                self.squares[square].iter().all(|other| other.distance(place) >= distance)
            })
        })
    }
}

/// Unit vectors that follow one another by the golden angle: no two alike, evenly spread.
fn direction(step: usize) -> (f64, f64) {
    const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;
    let angle = GOLDEN_ANGLE * step as f64;
    (math::cos(angle), math::sin(angle))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(x: f64, y: f64, stays: bool) -> Mark {
        Mark { at: ScreenPoint::new(x, y), stays }
    }

    fn nearest(places: &[ScreenPoint]) -> f64 {
        let pairs = (0..places.len()).flat_map(|i| (i + 1..places.len()).map(move |j| (i, j)));
        pairs.map(|(i, j)| places[i].distance(places[j])).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn marks_that_are_clear_keep_their_places() {
        let marks = [mark(0.0, 0.0, false), mark(14.0, 0.0, false), mark(0.1, 100.0, false)];
        assert_eq!(spread(&marks, 14.0), marks.map(|mark| mark.at));
        assert_eq!(spread(&[], 14.0), []);
    }

    /// At 5 km per px: Bishkek (a capital), Kant 4 px, Manas 4 px, Chaldovar 16 px away.
    #[test]
    fn the_marks_round_bishkek_part_and_the_capital_stays() {
        let marks = [
            mark(400.0, 300.0, true),
            mark(404.2, 300.4, false),
            mark(397.9, 296.0, false),
            mark(384.1, 298.9, false),
        ];
        let places = spread(&marks, 14.0);
        assert_eq!(places[0], marks[0].at);
        assert!(nearest(&places) >= 14.0);
        for (place, mark) in places.iter().zip(&marks) {
            assert!(place.distance(mark.at) < 20.0, "{place:?} {mark:?}");
        }
        assert!(places[1].x > places[0].x && places[2].y < places[0].y, "sides are kept");
    }

    #[test]
    fn marks_at_one_place_part_evenly() {
        let places = spread(&[mark(5.0, 5.0, false); 7], 14.0);
        assert!(nearest(&places) >= 14.0);
        assert!(
            places.iter().all(|place| place.distance(ScreenPoint::new(5.0, 5.0)) < 40.0),
            "{places:?}"
        );
    }

    #[test]
    fn in_a_crowd_no_mark_goes_to_another_place() {
        for many in [900, 2 * CROWD as u32] {
            let crowd: Vec<Mark> = (0..many)
                .map(|i| mark(f64::from(i % 30), f64::from(i / 30), i % 100 == 0))
                .collect();
            for (place, mark) in spread(&crowd, 14.0).iter().zip(&crowd) {
                assert!(place.distance(mark.at) < 2.0 * REACH * 14.0, "{place:?} {mark:?}");
                assert!(!mark.stays || *place == mark.at, "{place:?} {mark:?}");
            }
        }
    }

    /// Many have a wider board to look for places on, and are not pushed: what is clear stands, what is not finds room.
    #[test]
    fn many_marks_with_room_are_all_kept_apart() {
        let marks: Vec<Mark> = (0..2 * CROWD as u32)
            .map(|i| {
                mark(
                    f64::from(i % 50) * 40.0 + f64::from(i % 3),
                    f64::from(i / 50 / 2) * 60.0,
                    false,
                )
            })
            .collect();
        assert!(nearest(&spread(&marks, 14.0)) >= 14.0);
    }

    #[test]
    fn the_same_marks_are_spread_the_same_way() {
        let marks: Vec<Mark> =
            (0..30).map(|i| mark(f64::from(i % 6), f64::from(i % 5), i % 9 == 0)).collect();
        assert_eq!(spread(&marks, 14.0), spread(&marks, 14.0));
    }

    proptest! {
        #[test]
        fn no_two_are_nearer_than_asked(
            marks in prop::collection::vec((0.0..200.0_f64, 0.0..200.0_f64).prop_map(|(x, y)| mark(x, y, false)), 0..60),
            crowd in 0.01..1.0_f64,
        ) {
            let marks: Vec<Mark> = marks.iter().map(|m| mark(m.at.x * crowd, m.at.y * crowd, false)).collect();
            prop_assert!(nearest(&spread(&marks, 14.0)) >= 14.0);
        }
    }
}
