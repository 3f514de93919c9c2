//! Boxes in bands from the top of the panel to its foot: a box is tried against its neighbours, not against all.

use crate::geo::Rect;

/// Height of a band, px: a line of text reaches into two of them at most.
const HEIGHT: f64 = 24.0;

/// Boxes, each in every band that it reaches into.
pub(super) struct Bands {
    top: f64,
    bands: Vec<Vec<Rect>>,
}

impl Bands {
    /// None yet; the bands are those of a panel. What lies above or below it counts to the first or the last.
    pub(super) fn new(panel: Rect) -> Self {
        let bands = (panel.height / HEIGHT).max(0.0) as usize + 1;
        Self { top: panel.y, bands: vec![Vec::new(); bands] }
    }

    /// One more.
    pub(super) fn add(&mut self, own: Rect) {
        let (first, last) = self.reach(own);
        self.bands.iter_mut().take(last + 1).skip(first).for_each(|band| band.push(own));
    }

    /// Whether a test holds for any box near to one. It may be asked twice of a box.
    pub(super) fn any(&self, own: Rect, mut test: impl FnMut(Rect) -> bool) -> bool {
        let (first, last) = self.reach(own);
        self.bands.iter().take(last + 1).skip(first).flatten().any(|&other| test(other))
    }

    /// The first and the last band that a box reaches into.
    fn reach(&self, own: Rect) -> (usize, usize) {
        // A cast takes what is below zero, or no number, for zero.
        let band = |y: f64| (((y - self.top) / HEIGHT) as usize).min(self.bands.len() - 1);
        (band(own.y), band(own.bottom()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn boxes() -> impl Strategy<Value = Rect> {
        (-50.0..450.0_f64, -50.0..350.0_f64, 0.0..120.0_f64, 0.0..90.0_f64)
            .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
    }

    proptest! {
        #[test]
        fn whatever_overlaps_is_found(all in prop::collection::vec(boxes(), 0..40), own in boxes()) {
            let mut bands = Bands::new(Rect::new(0.0, 0.0, 400.0, 300.0));
            all.iter().for_each(|&own| bands.add(own));
            let found = bands.any(own, |other| other.overlaps(own));
            prop_assert_eq!(found, all.iter().any(|other| other.overlaps(own)));
        }
    }
}
