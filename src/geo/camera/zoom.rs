//! How close, in doublings of the view that shows the whole frame.

use std::fmt;
use std::str::FromStr;

use crate::geo::decimal;
use crate::math;

/// log2 of the scale relative to the scale that fits the whole frame into the panel: 0 shows all,
/// 1 is twice as large. The same on every screen, so a link means the same on a phone.
///
/// Kept within [`Zoom::LEAST`] and [`Zoom::GREATEST`] and in hundredths, because that is what a
/// link writes: reading and writing again gives the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Zoom {
    hundredths: i16,
}

impl Zoom {
    /// The farthest: half the size at which the frame just fits.
    pub const LEAST: Self = Self { hundredths: -100 };
    /// The whole frame fits.
    pub const FRAME: Self = Self { hundredths: 0 };
    /// The closest: 64 times the size at which the frame fits.
    pub const GREATEST: Self = Self { hundredths: 600 };

    /// The nearest zoom within the limits; `None` when not a finite number.
    pub fn new(doublings: f64) -> Option<Self> {
        if !doublings.is_finite() {
            return None;
        }
        let least = f64::from(Self::LEAST.hundredths);
        let greatest = f64::from(Self::GREATEST.hundredths);
        // Within i16 by the limits.
        let hundredths = (doublings * 100.0).round().clamp(least, greatest) as i16;
        Some(Self { hundredths })
    }

    /// The zoom of a scale in px per km where `frame_scale` fits the frame; `None` unless both are
    /// above zero and finite.
    pub fn of_scale(scale: f64, frame_scale: f64) -> Option<Self> {
        if scale > 0.0 && frame_scale > 0.0 {
            Self::new(math::log2(scale / frame_scale))
        } else {
            None
        }
    }

    /// The scale in px per km where `frame_scale` fits the frame.
    pub fn scale(self, frame_scale: f64) -> f64 {
        frame_scale * math::exp2(self.doublings())
    }

    /// Doublings; below zero farther away than the frame.
    pub fn doublings(self) -> f64 {
        f64::from(self.hundredths) / 100.0
    }

    /// Least and greatest scale in px per km, for [`Camera::zoom_about`](super::Camera::zoom_about).
    pub fn limits(frame_scale: f64) -> [f64; 2] {
        [Self::LEAST.scale(frame_scale), Self::GREATEST.scale(frame_scale)]
    }
}

/// As a link has it: at most two decimals, none that say nothing.
impl fmt::Display for Zoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal::write_thousandths(i32::from(self.hundredths) * 10))
    }
}

impl FromStr for Zoom {
    type Err = NotAZoom;

    fn from_str(text: &str) -> Result<Self, NotAZoom> {
        let thousandths = decimal::read_thousandths(text).ok_or(NotAZoom)?;
        Self::new(f64::from(thousandths) / 1000.0).ok_or(NotAZoom)
    }
}

/// The text is not a finite number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAZoom;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_text_of_a_zoom_is_short() {
        for (doublings, text) in [
            (0.0, "0"),
            (2.5, "2.5"),
            (1.234, "1.23"),
            (-0.1, "-0.1"),
            (99.0, "6"),
            (-99.0, "-1"),
            (-0.001, "0"),
        ] {
            let zoom = Zoom::new(doublings).expect("the number is finite");
            assert_eq!(zoom.to_string(), text, "{doublings}");
        }
    }

    #[test]
    fn what_is_no_number_is_no_zoom() {
        for text in ["", "x", "NaN", "inf", "-inf", "1e999", "2,5", "٣"] {
            assert_eq!(text.parse::<Zoom>(), Err(NotAZoom), "{text}");
        }
        assert_eq!(Zoom::of_scale(0.0, 1.0), None);
        assert_eq!(Zoom::of_scale(1.0, f64::NAN), None);
    }

    #[test]
    fn the_limits_are_one_doubling_out_and_six_in() {
        assert_eq!(Zoom::limits(0.25), [0.125, 16.0]);
    }

    proptest! {
        #[test]
        fn writing_and_reading_gives_the_same_zoom(doublings in -3.0..8.0_f64) {
            let zoom = Zoom::new(doublings).expect("the number is finite");
            prop_assert_eq!(zoom.to_string().parse(), Ok(zoom));
            prop_assert_eq!(Zoom::of_scale(zoom.scale(0.37), 0.37), Some(zoom));
        }
    }
}
