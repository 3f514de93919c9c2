//! The map's room in the window: its frame, what stands in its corners, how close its camera is.

use super::{Sheet, ViewState};
use crate::geo::graticule::FINE_FROM;
use crate::geo::{Albers, Bounds, Camera, Rect, Size};
use crate::math;

/// Room round the frame, px.
const PADDING: f64 = 4.0;

/// Panels narrower than this have their buttons within reach of a thumb, px.
const NARROW: f64 = 600.0;

/// Panels smaller than this show the close-up and the globe when they are asked to, px; also in
/// style/study/sheets.css.
const SMALL: Size = Size::new(700.0, 420.0);

/// Panels narrower than this have a smaller close-up, px; also in style/study/sheets.css.
const MIDDLE: f64 = 940.0;

/// The close-up's room in a panel of a width, px: in its corner it covers none of the five states.
pub fn inset(width: f64) -> Size {
    if width < MIDDLE { Size::new(168.0, 116.0) } else { Size::new(228.0, 156.0) }
}

/// The globe's, px.
pub const GLOBE: f64 = 92.0;

/// How far from the edge a badge's arrow stands, px.
pub const BADGE_INSET: f64 = 18.0;

/// The camera that shows the whole of a sheet.
pub fn frame(sheet: Sheet, size: Size) -> Camera {
    Camera::fit(sheet.frame(size.width), size, PADDING)
}

/// The camera of a view while nothing moves it.
pub fn camera(view: &ViewState, size: Size) -> Camera {
    let frame = frame(view.sheet, size);
    let camera = view.spot.and_then(|spot| spot.camera(frame.scale, &Albers::central_asia()));
    camera.unwrap_or(frame)
}

/// The sheet whose plate is drawn: the view's own, but the close-up's where nothing outside the Fergana Valley is seen.
/// There the base map's borders would be wrong by kilometres.
pub fn plate(sheet: Sheet, camera: Camera, size: Size) -> Sheet {
    if Sheet::is_within_valley(camera.visible(size)) { Sheet::Fergana } else { sheet }
}

/// How close a camera is, in doublings of the region's frame, whatever the sheet.
pub fn closeness(camera: Camera, size: Size) -> f64 {
    math::log2(camera.scale / frame(Sheet::Region, size).scale)
}

/// How much detail a closeness asks for: provinces when near, every degree when close.
pub fn level(closeness: f64) -> &'static str {
    match closeness {
        _ if closeness >= FINE_FROM => "close",
        _ if closeness >= 1.0 => "near",
        _ => "far",
    }
}

/// What stands in the panel's corners, where style/map.css and style/study/sheets.css put it. The close-up's corner is free
/// where the map itself is so close that it has gone.
pub fn corners(size: Size, sheet: Sheet, camera: Camera) -> Vec<Rect> {
    let Size { width, height } = size;
    let wide = width >= NARROW;
    let small = width < SMALL.width || height < SMALL.height;
    // Buttons, scale and tabs: on a phone the first stand in a row below, the others above.
    let mut corners = if wide {
        let tabs = if small { 0.0 } else { height - 66.0 };
        vec![
            Rect::new(0.0, height / 2.0 - 78.0, 48.0, 156.0),
            Rect::new(0.0, height - 34.0, 190.0, 34.0),
            Rect::new(0.0, tabs, 260.0, if small { 42.0 } else { 32.0 }),
        ]
    } else {
        vec![
            Rect::new(width - 236.0, height - 106.0, 236.0, 50.0),
            Rect::new(0.0, 38.0, 150.0, 30.0),
            Rect::new(0.0, 0.0, 240.0, 38.0),
        ]
    };
    let caption = if wide { 24.0 } else { 40.0 };
    corners.push(Rect::new(width - 500.0, height - caption, 500.0, caption));
    // The switch of the layers.
    corners.push(Rect::new(width - 84.0, 0.0, 84.0, 42.0));
    if small {
        corners.push(Rect::new(width - 84.0, 42.0, 84.0, 52.0));
    } else {
        // A touch screen's switch of the layers is taller, and the globe below it lower.
        corners.push(Rect::new(width - GLOBE - 16.0, 42.0, GLOBE + 8.0, GLOBE + 28.0));
        if sheet == Sheet::Region && closeness(camera, size) < FINE_FROM {
            let inset = inset(width);
            let (right, below) = (inset.width + 18.0, inset.height + 38.0);
            corners.push(Rect::new(
                width - right,
                height - below,
                inset.width + 10.0,
                inset.height + 10.0,
            ));
        }
    }
    corners
}

/// What of a panel lies beyond the close-up's window where its plate is drawn: the base map is muted there, and no name
/// of what the window shows belongs there.
pub fn muted(plate: Sheet, camera: Camera, size: Size) -> Vec<Rect> {
    if plate != Sheet::Fergana {
        return Vec::new();
    }
    let Bounds { min, max } = Sheet::WINDOW;
    let [min, max] = [min, max].map(|at| camera.screen_from_map(at, size));
    let Size { width, height } = size;
    vec![
        Rect::new(0.0, 0.0, min.x.max(0.0), height),
        Rect::new(max.x, 0.0, (width - max.x).max(0.0), height),
        Rect::new(0.0, 0.0, width, min.y.max(0.0)),
        Rect::new(0.0, max.y, width, (height - max.y).max(0.0)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{LonLat, MapPoint, Projection};

    /// Ends and bends of the five states' eastern borders, from the north.
    const EAST: [(f64, f64); 12] = [
        (77.9, 53.3),
        (83.4, 51.0),
        (87.3, 49.1),
        (85.5, 47.1),
        (82.4, 45.4),
        (80.3, 44.1),
        (80.2, 42.1),
        (77.9, 41.1),
        (75.4, 40.5),
        (73.8, 39.5),
        (74.9, 37.3),
        (71.6, 36.7),
    ];

    #[test]
    fn the_close_up_s_window_is_free_and_all_round_it_is_muted() {
        let size = Size::new(800.0, 520.0);
        let camera = frame(Sheet::Fergana, size);
        assert_eq!(muted(Sheet::Region, camera, size), []);
        let muted = muted(Sheet::Fergana, camera, size);
        let is_muted = |x, y| {
            let at = camera.screen_from_map(MapPoint::new(x, y), size);
            muted.iter().any(|rect| rect.contains(at))
        };
        assert!(!is_muted(190.0, 480.0) && !is_muted(540.0, 600.0));
        for (x, y) in [(180.0, 480.0), (550.0, 480.0), (370.0, 350.0), (370.0, 612.0)] {
            assert!(is_muted(x, y), "{x} {y}");
        }
    }

    #[test]
    fn the_corners_on_the_right_cover_none_of_the_five_states() {
        for width in [740.0, 820.0, 939.0, 960.0, 1024.0, 1280.0, 1440.0, 2560.0] {
            for height in [430.0, 480.0, 520.0, 570.0, 640.0, 800.0, 1200.0] {
                let size = Size::new(width, height);
                let camera = frame(Sheet::Region, size);
                let right = corners(size, Sheet::Region, camera).split_off(4);
                assert_eq!(right.len(), 3, "layers, globe, close-up");
                let close = Camera { scale: camera.scale * 6.0, ..camera };
                let left = corners(size, Sheet::Region, close).split_off(4);
                assert_eq!(left, right[..2], "the close-up goes when the map is as close");
                for (lon, lat) in EAST {
                    let at = Albers::central_asia().forward(LonLat::new(lon, lat));
                    let at = camera.screen_from_map(at.expect("on the map"), size);
                    // They keep labels some px away, too.
                    let hit = right.iter().find(|rect| rect.grown(-5.0).contains(at));
                    assert_eq!(hit, None, "{lon} {lat} in a panel of {size:?}");
                }
            }
        }
    }
}
