//! What a reader finds in `index.html` without scripts or WebAssembly: the sites and the ties of
//! each pair, as tables, and where the whole dataset lies.

use std::fs;
use std::path::Path;

use c5_atlas::atlas::Atlas;
use c5_atlas::query::{Filter, Layers};
use c5_atlas::scene::map::map;
use c5_atlas::scene::matrix::{Content, matrix};
use c5_atlas::scene::words;

/// The start of the element that they go into, as it is written and as a minifier writes it.
const PLACES: [&str; 2] = ["<div id=\"essentials\">", "<div id=essentials>"];

/// Writes the essentials into the page.
pub(crate) fn write(page: &Path) -> Result<(), String> {
    let html = fs::read_to_string(page).map_err(|error| format!("{}: {error}", page.display()))?;
    let end = PLACES.iter().find_map(|place| Some(html.find(place)? + place.len()));
    let (before, after) = end
        .and_then(|end| html.split_at_checked(end))
        .ok_or_else(|| format!("{} has no element with the id essentials", page.display()))?;
    let html = format!("{before}{}{after}", essentials(&Atlas::embedded()));
    fs::write(page, html).map_err(|error| format!("{}: {error}", page.display()))
}

fn essentials(atlas: &Atlas) -> String {
    let filter = Filter::default();
    let sites: String = map(atlas, &filter, Layers::default(), None)
        .sites
        .iter()
        .map(|site| format!("<li>{}</li>", escaped(&site.spoken)))
        .collect();
    let laid = matrix(atlas, &filter);
    let rows: String = laid
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| {
            !matches!(cell.content, Content::Count | Content::NoClaim | Content::OutOfScope)
        })
        .map(|cell| format!("<li>{}</li>", escaped(&words::spoken(atlas, cell))))
        .collect();
    format!(
        "<h2>The essentials, without the map</h2><p>{} claims from {}, release {}. The whole dataset: <a href=\"data/claims.csv\">CSV</a>, \
         <a href=\"data/claims.json\">JSON</a>, <a href=\"data/places.geojson\">places</a>, \
         <a href=\"data/codebook.json\">codebook</a>.</p>\
         <h3>Facilities, as last known</h3><ul>{sites}</ul>\
         <h3>What each power has with each state, as last known</h3><ul>{rows}</ul>",
        atlas.claims().len(),
        words::counted(atlas.sources().len(), "document"),
        escaped(atlas.version()),
    )
}

/// Text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
