//! Flights: the way to another camera, in frames where the browser draws them.

use std::time::Duration;

use leptos::prelude::*;

use super::Hand;
use crate::geo::Camera;
use crate::shell::page;

/// A flight takes so long however many frames the browser has for it, ms.
const FLIGHT_MS: f64 = 320.0;

/// A flight is over by then, frames or none.
const LATEST: Duration = Duration::from_millis(500);

impl Hand {
    /// Moves to a camera in a short flight; at once where the reader asked for little motion.
    pub(super) fn fly(self, to: Camera) {
        let to = self.held(to);
        if page::reduced_motion() {
            self.show(to);
            return self.commit();
        }
        let from = self.camera.get_untracked();
        self.show(from);
        let flight = self.flight.get_untracked();
        self.fly_frame(from, to, flight, page::now());
        // Where the browser draws no frames, the map arrives all the same.
        set_timeout(move || self.land(to, flight), LATEST);
    }

    fn fly_frame(self, from: Camera, to: Camera, flight: u32, since: f64) {
        if !self.is_under_way(flight) {
            return;
        }
        // Not a number without a clock: then the flight is over at once.
        let linear = ((page::now() - since) / FLIGHT_MS).min(1.0);
        if linear >= 1.0 {
            return self.land(to, flight);
        }
        let eased = 1.0 - (1.0 - linear) * (1.0 - linear);
        self.reach.moment.set(Some(from.toward(to, eased)));
        request_animation_frame(move || self.fly_frame(from, to, flight, since));
    }

    /// Ends a flight where it leads to, unless another motion came between.
    fn land(self, to: Camera, flight: u32) {
        if self.is_under_way(flight) {
            self.reach.moment.set(Some(to));
            self.commit();
        }
    }

    fn is_under_way(self, flight: u32) -> bool {
        self.flight.get_untracked() == flight && self.reach.moment.with_untracked(Option::is_some)
    }
}
