//! Places on the Earth, on the map's plane and on the screen, and the ways between them. Knows no dataset.
//!
//! ```text
//! LonLat  --projection-->  MapPoint  --camera-->  ScreenPoint
//! degrees                  km                     px
//! ```
//!
//! Longitude comes first, always. Map and screen have the same orientation: x to the east, y to the **south**, as on the
//! page, so that the camera is one scale and one shift and an SVG group needs no mirror.
//! A point without an image is `None`, never NaN.

pub mod camera;
pub mod decimal;
pub mod graticule;
pub mod measure;
pub mod path;
pub mod projection;
pub mod shapes;
pub mod space;

pub use camera::{Camera, Zoom};
pub use projection::{Albers, Orthographic, Projection};
pub use space::{Bounds, LonLat, MapPoint, Rect, ScreenPoint, Size};

/// Mean radius of the Earth in km (IUGG mean radius R1): the sphere that all of `geo` uses.
pub const EARTH_RADIUS_KM: f64 = 6371.0088;
