//! Dragging, pinching, wheel and keys: a camera of the moment, put into the view when it rests.

mod flight;

use std::time::Duration;

use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::{Memo, Reach, State};
use crate::geo::camera::{Spot, Zoom};
use crate::geo::{Albers, Bounds, Camera, ScreenPoint, Size};
use crate::markup::{px, written};
use crate::math;
use crate::shell::stage;
use crate::view::{Action, Sheet};

/// A press that moves less than this is a click, px.
const SLACK: f64 = 4.0;

/// Two taps nearer in time, ms, and place, px, are one double tap.
const DOUBLE_MS: i32 = 350;
const DOUBLE_PX: f64 = 28.0;

/// The wheel rests when it has been still for so long.
const REST: Duration = Duration::from_millis(180);

/// What moves the map.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    /// The camera to draw with: the moment's, else the view's.
    pub(super) camera: Memo<Camera>,
    reach: Reach,
    size: State<Size>,
    frame: Memo<Camera>,
    fingers: State<Vec<Finger>>,
    dragged: State<bool>,
    /// The drag draws a box to look into.
    boxing: State<bool>,
    /// The last press that was no drag; its id is when it ended, ms.
    tapped: State<Vec<Finger>>,
    rest: State<Option<TimeoutHandle>>,
    flight: State<u32>,
}

/// A finger or the mouse while pressed.
#[derive(Clone, Copy, PartialEq)]
struct Finger {
    id: i32,
    start: ScreenPoint,
    at: ScreenPoint,
}

impl Hand {
    pub(super) fn new(
        reach: Reach,
        size: State<Size>,
        frame: Memo<Camera>,
        resting: Memo<Camera>,
    ) -> Self {
        let camera = Memo::new(move || reach.moment.get().unwrap_or_else(|| resting.get()));
        Self {
            camera,
            boxing: State::new(false),
            tapped: State::new(Vec::new()),
            reach,
            size,
            frame,
            fingers: State::new(Vec::new()),
            dragged: State::new(false),
            rest: State::new(None),
            flight: State::new(0),
        }
    }

    /// Lets the map go: the reader turned to another page.
    pub(super) fn leave(self) {
        self.fingers.set(Vec::new());
        self.reach.moment.set(None);
    }

    pub(super) fn press(self, event: &PointerEvent) {
        // Wherever a first finger comes down, an earlier drag is done with, and so is a finger that went up where the
        // map did not hear of it.
        if event.is_primary() {
            self.fingers.set(Vec::new());
            self.dragged.set(false);
        }
        if event.button() != 0 || stage::pressed(event, "type").is_some() {
            return;
        }
        let Some(at) = place(event) else { return };
        if event.shift_key() {
            // Else the browser selects text.
            event.prevent_default();
            self.boxing.set(true);
        }
        self.fingers.update(|fingers| {
            fingers.retain(|finger| finger.id != event.pointer_id());
            fingers.push(Finger { id: event.pointer_id(), start: at, at });
            fingers.truncate(2);
        });
    }

    pub(super) fn drag(self, event: &PointerEvent) {
        if self.is_let_go(event) {
            return;
        }
        let before = self.fingers.get_untracked();
        let Some(own) = before.iter().find(|finger| finger.id == event.pointer_id()).copied()
        else {
            return;
        };
        let Some(at) = place(event) else { return };
        if !self.dragged.get_untracked() {
            if own.start.distance(at) < SLACK {
                return;
            }
            self.dragged.set(true);
            // From here on the map has the pointer, wherever it goes.
            if let Some(element) = stage::around(event, ".map") {
                let _ = element.set_pointer_capture(event.pointer_id());
            }
        }
        if self.boxing.get_untracked() {
            return draw_box(event, Some((own.start, at)));
        }
        let camera = self.camera.get_untracked();
        let other = before.iter().find(|finger| finger.id != event.pointer_id());
        let moved = match other {
            None => camera.pan_by(at.x - own.at.x, at.y - own.at.y),
            Some(other) => self.pinch(camera, own.at, at, other.at),
        };
        self.fingers.update(|fingers| {
            for finger in fingers.iter_mut().filter(|finger| finger.id == own.id) {
                finger.at = at;
            }
        });
        self.show(moved);
    }

    /// Whether nothing is pressed: a finger that the map still knows went up where it did not hear of it.
    fn is_let_go(self, event: &MouseEvent) -> bool {
        let free = event.buttons() == 0;
        if free && !self.fingers.with_untracked(Vec::is_empty) {
            self.fingers.set(Vec::new());
            self.boxing.set(false);
        }
        free
    }

    pub(super) fn release(self, event: &PointerEvent) {
        let fingers = self.fingers.get_untracked();
        let own = fingers.into_iter().find(|finger| finger.id == event.pointer_id());
        self.fingers.update(|fingers| fingers.retain(|finger| finger.id != event.pointer_id()));
        // Else the browser took the pointer away.
        let is_up = event.type_() == "pointerup";
        if self.boxing.get_untracked() {
            self.boxing.set(false);
            draw_box(event, None);
            if let Some((finger, at)) =
                own.zip(place(event)).filter(|_| self.dragged.get_untracked() && is_up)
            {
                self.look_into(finger.start, at);
            }
        } else if self.dragged.get_untracked() {
            // The finger that a pinch leaves goes on with it; the one that went up has tapped nothing.
            if self.fingers.with_untracked(Vec::is_empty) {
                self.commit();
            }
        } else {
            self.tap(event, is_up);
        }
    }

    /// Shows the box between two corners of the panel.
    fn look_into(self, a: ScreenPoint, b: ScreenPoint) {
        let (camera, size) = (self.camera.get_untracked(), self.size.get_untracked());
        let corners = [a, b].map(|corner| camera.map_from_screen(corner, size));
        let limits = Zoom::limits(self.frame.get_untracked().scale);
        if let Some(bounds) = Bounds::around(corners) {
            let camera = Camera::fit(bounds, size, 0.0);
            self.fly(Camera { scale: camera.scale.max(limits[0]).min(limits[1]), ..camera });
        }
    }

    /// Two taps or clicks at one place go nearer. No engine's own double click is asked: a phone's
    /// may be missing.
    fn tap(self, event: &PointerEvent, is_up: bool) {
        let on_control = ["data-mark", "data-open", "type"]
            .iter()
            .any(|name| stage::pressed(event, name).is_some());
        let at = place(event).filter(|_| !on_control && is_up);
        let before = self.tapped.get_untracked();
        let id = event.time_stamp() as i32;
        let again = before.first().zip(at).is_some_and(|(before, at)| {
            id - before.id < DOUBLE_MS && before.at.distance(at) < DOUBLE_PX
        });
        let tap = at.filter(|_| !again).map(|at| Finger { id, start: at, at });
        self.tapped.set(tap.into_iter().collect());
        if let Some(at) = at.filter(|_| again) {
            self.fly(self.zoomed(at, 2.0));
        }
    }

    pub(super) fn wheel(self, event: &WheelEvent) {
        let Some(at) = place(event) else { return };
        // A line is about 16 px; a pinch on a touchpad comes as a wheel with the control key.
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 16.0 } else { 1.0 };
        let strength = if event.ctrl_key() { 0.01 } else { 0.0022 };
        let factor = math::exp2((-event.delta_y() * unit * strength).clamp(-1.0, 1.0));
        let zoomed = self.zoomed(at, factor);
        self.is_let_go(event);
        // At the end of its range the map lets the page scroll.
        if zoomed.scale == self.camera.get_untracked().scale && !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        self.show(zoomed);
        self.commit_soon();
    }

    pub(super) fn key(self, event: &KeyboardEvent) {
        if stage::around(event, ".map").is_none() {
            return;
        }
        let step = 60.0;
        let camera = self.camera.get_untracked();
        let moved = match event.key().as_str() {
            "ArrowLeft" => camera.pan_by(step, 0.0),
            "ArrowRight" => camera.pan_by(-step, 0.0),
            "ArrowUp" => camera.pan_by(0.0, step),
            "ArrowDown" => camera.pan_by(0.0, -step),
            "+" | "=" => self.zoomed(self.size.get_untracked().center(), 1.5),
            "-" | "_" => self.zoomed(self.size.get_untracked().center(), 1.0 / 1.5),
            "0" => return self.whole(),
            _ => return,
        };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        self.show(moved);
        self.commit_soon();
    }

    /// Whether the press that ends in this click was a drag. Told once.
    pub(super) fn was_drag(self) -> bool {
        let dragged = self.dragged.get_untracked();
        self.dragged.set(false);
        dragged
    }

    /// Closer or farther by a factor, about the middle.
    pub(super) fn step(self, factor: f64) {
        self.fly(self.zoomed(self.size.get_untracked().center(), factor));
    }

    /// Back to the whole frame.
    pub(super) fn whole(self) {
        self.fly(self.frame.get_untracked());
    }

    /// Lays out a sheet, in a flight to its frame.
    pub(super) fn lay_out(self, sheet: Sheet) {
        let from = self.camera.get_untracked();
        self.reach.moment.set(Some(from));
        self.reach.act(Action::ShowSheet(sheet));
        self.whole();
    }

    /// Shows a part of the plane, on the sheet of Eurasia where the present one does not reach it.
    pub(super) fn visit(self, bounds: Bounds) {
        if !self.sheet().reach().contains(bounds.center()) {
            self.lay_out(Sheet::Eurasia);
        }
        let limits = Zoom::limits(self.frame.get_untracked().scale);
        let camera = Camera::fit(bounds, self.size.get_untracked(), 60.0);
        self.fly(Camera { scale: camera.scale.max(limits[0]).min(limits[1] / 4.0), ..camera });
    }

    fn sheet(self) -> Sheet {
        self.reach.view.with_untracked(|view| view.sheet)
    }

    fn zoomed(self, at: ScreenPoint, factor: f64) -> Camera {
        let limits = Zoom::limits(self.frame.get_untracked().scale);
        self.camera.get_untracked().zoom_about(at, factor, limits, self.size.get_untracked())
    }

    /// Two fingers: what was under them stays under them.
    fn pinch(
        self,
        camera: Camera,
        from: ScreenPoint,
        to: ScreenPoint,
        other: ScreenPoint,
    ) -> Camera {
        let middle =
            |a: ScreenPoint| ScreenPoint::new((a.x + other.x) / 2.0, (a.y + other.y) / 2.0);
        let (before, after) = (middle(from), middle(to));
        let factor = to.distance(other).max(1.0) / from.distance(other).max(1.0);
        let limits = Zoom::limits(self.frame.get_untracked().scale);
        let panned = camera.pan_by(after.x - before.x, after.y - before.y);
        panned.zoom_about(after, factor, limits, self.size.get_untracked())
    }

    fn show(self, camera: Camera) {
        self.flight.update(|flight| *flight += 1);
        self.reach.moment.set(Some(self.held(camera)));
    }

    /// The map can be dragged until its edge, not beyond.
    fn held(self, camera: Camera) -> Camera {
        let Bounds { min, max } = self.sheet().reach();
        // Not `clamp`: its panic would bring the printing of floats into the program.
        let x = camera.center.x.max(min.x).min(max.x);
        let y = camera.center.y.max(min.y).min(max.y);
        Camera { center: crate::geo::MapPoint::new(x, y), ..camera }
    }

    fn commit_soon(self) {
        if let Some(rest) = self.rest.get_untracked() {
            rest.clear();
        }
        let flight = self.flight.get_untracked();
        let rest = move || {
            // A motion that came after comes to rest by itself; under a finger nothing rests.
            if self.flight.get_untracked() == flight {
                let free = self.fingers.with_untracked(Vec::is_empty);
                if free { self.commit() } else { self.commit_soon() }
            }
        };
        self.rest.set(set_timeout_with_handle(rest, REST).ok());
    }

    /// The camera of the moment becomes the view's.
    fn commit(self) {
        let Some(camera) = self.reach.moment.get_untracked() else { return };
        let frame = self.frame.get_untracked();
        let near = |a: f64, b: f64| (a - b).abs() < 0.5 / frame.scale;
        let is_frame = (camera.scale / frame.scale - 1.0).abs() < 0.01
            && near(camera.center.x, frame.center.x)
            && near(camera.center.y, frame.center.y);
        let spot =
            Spot::of_camera(camera, frame.scale, &Albers::central_asia()).filter(|_| !is_frame);
        self.reach.act(Action::MoveMap(spot));
        self.reach.moment.set(None);
    }
}

/// Where an event happened, from the map's corner; `None` outside the map.
fn place(event: &MouseEvent) -> Option<ScreenPoint> {
    let corner = stage::around(event, ".map")?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Some(ScreenPoint::new(x - corner.left(), y - corner.top()))
}

/// Shows the box that the reader draws, or takes it away.
fn draw_box(event: &PointerEvent, corners: Option<(ScreenPoint, ScreenPoint)>) {
    let Some(map) = stage::around(event, ".map") else { return };
    let Some((a, b)) = corners else { return stage::write(&map, ".band", "") };
    let [x, y] = [a.x.min(b.x), a.y.min(b.y)].map(px);
    let [width, height] = [(a.x - b.x).abs(), (a.y - b.y).abs()].map(px);
    let sides = [("x", &x), ("y", &y), ("width", &width), ("height", &height)];
    let sides = sides.map(|(name, value)| (name, value as &str));
    stage::write(&map, ".band", &written(|m| m.shape("rect", &sides)));
}
