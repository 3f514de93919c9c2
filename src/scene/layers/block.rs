//! What is told of a state as a whole: how much room it takes and where it is written.

use super::{Told, anchor};
use crate::atlas::{ActorId, Atlas};
use crate::geo::{Camera, MapPoint, Rect, ScreenPoint, Size};
use crate::scene::label::{Weight, text_width};
use crate::scene::map::{Draft, INSIDE, in_view};

/// Where what is told of a state is written, with the state's code in front.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// The state.
    pub state: ActorId,
    /// The upper middle.
    pub at: MapPoint,
    /// The box of it all, measured from the upper middle in px.
    pub room: Rect,
    /// Where the state's code ends, measured to the right of the upper middle in px; words begin [`CODE`] behind it.
    pub code: f64,
    /// Where it does not stand on the state: a line from its edge to the state, measured from the upper middle in px.
    pub leader: Option<[(f64, f64); 2]>,
}

/// A row of what is told of a state, px high; a row of pills; from a pill to the next, px.
pub const ROW: f64 = 15.0;
const PILLS: f64 = 22.0;
/// See [`ROW`].
pub const PILL: f64 = 44.0;
/// From a state's code to the words behind it, px.
pub const CODE: f64 = 6.0;

/// The box of what is told of a state, from its upper middle, and where the state's code ends; `None` where nothing is told.
fn room(atlas: &Atlas, told: &Told, state: ActorId) -> Option<(Rect, f64)> {
    let wide = |words: &str| text_width(words, 11.0, Weight::Bold);
    let values = told.areas.iter().filter(|area| area.state == state && !area.label.is_empty());
    let members = told.members.iter().filter(|member| member.state == state && member.is_known());
    let values = values.map(|area| wide(&area.label));
    // Before the words of the first row stands the code, behind those of each there may be two signs.
    let slug = text_width(atlas.actor(state).slug, 10.0, Weight::Bold);
    let words = values.chain(members.map(|member| wide(&member.written(atlas))));
    // All rows begin below each other, so that the widest one tells where.
    let (rows, widest) = words
        .map(|words| (slug + CODE + words + 20.0) / 2.0)
        .fold((0.0, 0.0_f64), |(rows, widest), half| (rows + 1.0, widest.max(half)));
    let flows = told.flows.iter().filter(|flow| flow.dyad.state == state).count() as f64;
    let pills = flows * PILL / 2.0;
    let height = rows * ROW + if flows > 0.0 { PILLS } else { 0.0 };
    let right = pills.max(widest);
    let code = if rows > 0.0 { slug - widest } else { -pills - 3.0 };
    let left = (code - slug).min(-right);
    (height > 0.0).then(|| (Rect::new(left, 0.0, right - left, height), code))
}

/// The panel on which what is told of states is seated.
#[derive(Clone, Copy)]
pub(super) struct Seats {
    pub(super) camera: Camera,
    pub(super) size: Size,
}

impl Seats {
    /// Seats what is told of a state: on the state where there is room; else at its edge, with a line to it; else on the
    /// state over what covers least. `None` where nothing is told of it, or the panel shows nothing of it.
    pub(super) fn seat(
        self,
        atlas: &Atlas,
        told: &Told,
        state: ActorId,
        draft: &mut Draft<'_>,
    ) -> Option<Block> {
        let (room, code) = room(atlas, told, state)?;
        let own = INSIDE.iter().find(|(slug, _)| *slug == atlas.actor(state).slug);
        let inside = own.map_or([].as_slice(), |(_, circles)| circles);
        let circles: Vec<(ScreenPoint, f64)> = inside.iter().map(|&own| self.circle(own)).collect();
        let home = self.camera.screen_from_map(anchor(atlas, state)?, self.size);
        let boxed = |at: ScreenPoint| Rect { x: room.x + at.x, y: at.y, ..room };
        let on_state = |&at: &ScreenPoint| {
            let (own, quarter) = (boxed(at), room.width / 4.0);
            let middle = own.center();
            [-quarter, 0.0, quarter].iter().all(|aside| {
                let spot = ScreenPoint::new(middle.x + aside, middle.y);
                circles.iter().any(|&(at, radius)| spot.distance(at) < radius)
            })
        };
        let touches = |&at: &ScreenPoint| {
            circles
                .iter()
                .any(|&(middle, radius)| boxed(at).nearest(middle).distance(middle) < radius)
        };
        let places = self.places(home, room, inside);
        let within: Vec<ScreenPoint> = places.iter().copied().filter(on_state).collect();
        let at_edge: Vec<ScreenPoint> = places.iter().copied().filter(touches).collect();
        let seat = draft.seat(&within, &[room], false);
        let seat = seat.or_else(|| draft.seat(&at_edge, &[room], false));
        let seat = seat.or_else(|| draft.seat(&within, &[room], true));
        let at = seat.or_else(|| draft.seat(&at_edge, &[room], true))?;
        let leader = if on_state(&at) { None } else { self.leader(at, room, home, &circles) };
        Some(Block { state, at: self.camera.map_from_screen(at, self.size), room, code, leader })
    }

    fn circle(self, own: [i16; 3]) -> (ScreenPoint, f64) {
        let [x, y, radius] = own.map(f64::from);
        (self.camera.screen_from_map(MapPoint::new(x, y), self.size), radius * self.camera.scale)
    }

    /// Round the state's anchor by shares of the box's size, and what else the panel shows of the state; the nearest first.
    fn places(self, home: ScreenPoint, room: Rect, inside: &[[i16; 3]]) -> Vec<ScreenPoint> {
        let (across, down) = (
            [0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75],
            [0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5, -2.0, 2.0, -2.5, 2.5],
        );
        let round = down.iter().flat_map(|y| {
            let y = home.y + y * room.height;
            across.map(|x| ScreenPoint::new(home.x + x * room.width, y))
        });
        let half = Size::new(room.width / 2.0, room.height / 2.0);
        let seen = in_view(inside, self.camera, self.size, half, 0.0).into_iter();
        let aside = room.x + half.width;
        let seen = seen.map(|at| ScreenPoint::new(at.x - aside, at.y - half.height));
        let mut places: Vec<ScreenPoint> = round.chain(seen).collect();
        places.sort_by(|a, b| a.distance(home).total_cmp(&b.distance(home)));
        places
    }

    /// From the box to the anchor, or to the nearest part of the state where the anchor is off the panel or under the box.
    fn leader(
        self,
        at: ScreenPoint,
        room: Rect,
        home: ScreenPoint,
        circles: &[(ScreenPoint, f64)],
    ) -> Option<[(f64, f64); 2]> {
        let panel = Rect::new(0.0, 0.0, self.size.width, self.size.height);
        let own = Rect { x: room.x + at.x, y: at.y, ..room };
        let ends = |end: &ScreenPoint| panel.contains(*end) && !own.contains(*end);
        let middles = circles.iter().map(|&(middle, _)| middle).filter(ends);
        let nearest = middles
            .min_by(|a, b| own.nearest(*a).distance(*a).total_cmp(&own.nearest(*b).distance(*b)));
        let end = Some(home).filter(ends).or(nearest)?;
        let from = own.nearest(end);
        Some([from, end].map(|spot| (spot.x - at.x, spot.y - at.y)))
    }
}
