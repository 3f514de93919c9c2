//! The panel's room: what stands in its corners, and how close its camera is.

use super::{NARROW, PADDING};
use crate::geo::{Camera, Rect, Size};
use crate::markup::plate::{GLOBE, INSET};
use crate::math;
use crate::scene::map::FINE_FROM;
use crate::view::Sheet;

/// How much detail a closeness asks for: provinces when near, every degree when close.
pub(super) fn level(closeness: f64) -> &'static str {
    match closeness {
        _ if closeness >= FINE_FROM => "close",
        _ if closeness >= 1.0 => "near",
        _ => "far",
    }
}

/// How close a camera is, in doublings of the region's frame, whatever the sheet.
pub(super) fn closeness(camera: Camera, size: Size) -> f64 {
    let whole = Camera::fit(Sheet::Region.frame(size.width), size, PADDING);
    math::log2(camera.scale / whole.scale)
}

/// What stands in the panel's corners, where style/map.css and style/study/sheets.css put it.
pub(super) fn corners(size: Size, sheet: Sheet) -> Vec<Rect> {
    let Size { width, height } = size;
    let wide = width >= NARROW;
    // Buttons, scale and tabs: on a phone the first stand in a row below, the others above.
    let mut corners = if wide {
        vec![
            Rect::new(0.0, height / 2.0 - 60.0, 48.0, 120.0),
            Rect::new(0.0, height - 34.0, 190.0, 34.0),
            Rect::new(0.0, height - 66.0, 260.0, 32.0),
        ]
    } else {
        vec![
            Rect::new(width - 236.0, height - 106.0, 236.0, 50.0),
            Rect::new(0.0, 38.0, 150.0, 30.0),
            Rect::new(0.0, 0.0, 240.0, 38.0),
        ]
    };
    let caption = if wide { 24.0 } else { 40.0 };
    corners.push(Rect::new(width - 420.0, height - caption, 420.0, caption));
    // The switch of the layers.
    corners.push(Rect::new(width - 84.0, 0.0, 84.0, 42.0));
    if width < SMALL.width || height < SMALL.height {
        corners.push(Rect::new(width - 84.0, 42.0, 84.0, 52.0));
    } else {
        let globe = GLOBE + 8.0;
        corners.push(Rect::new(width - globe - 8.0, height - globe - 28.0, globe, globe));
        if sheet == Sheet::Region {
            let own = INSET;
            corners.push(Rect::new(
                width - own.width - 16.0,
                42.0,
                own.width + 8.0,
                own.height + 8.0,
            ));
        }
    }
    corners
}

/// Panels smaller than this show the close-up and the globe when they are asked to, px; also in
/// style/study/sheets.css.
const SMALL: Size = Size::new(700.0, 420.0);
