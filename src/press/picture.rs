//! SVG as PNG.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// A picture of a width in px; its height follows. Text needs fonts.
pub(crate) fn png(
    svg: &str,
    width: u32,
    fonts: Option<&Arc<fontdb::Database>>,
) -> Result<Vec<u8>, String> {
    let mut options = Options::default();
    if let Some(fonts) = fonts {
        options.fontdb = Arc::clone(fonts);
    }
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height).ok_or("a picture without an area")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
