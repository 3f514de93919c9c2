//! What a reader finds in `index.html` without scripts or WebAssembly: the sites and the ties of
//! each pair, as tables, and where the whole dataset lies.

use std::fs;
use std::path::Path;

use c5_atlas::atlas::Atlas;
use c5_atlas::query::Filter;
use c5_atlas::scene::map::map;
use c5_atlas::scene::matrix::{Content, matrix};
use c5_atlas::scene::words;

/// Where they go.
const PLACE: &str = "<!-- essentials -->";

/// Writes the essentials into the page.
pub fn write(page: &Path) -> Result<(), String> {
    let html = fs::read_to_string(page).map_err(|error| format!("{}: {error}", page.display()))?;
    if !html.contains(PLACE) {
        return Err(format!("{} has no {PLACE}", page.display()));
    }
    let html = html.replace(PLACE, &essentials(&Atlas::embedded()));
    fs::write(page, html).map_err(|error| format!("{}: {error}", page.display()))
}

fn essentials(atlas: &Atlas) -> String {
    let filter = Filter::default();
    let sites: String = map(atlas, &filter)
        .sites
        .iter()
        .map(|site| format!("<li>{}</li>", escaped(&site.spoken)))
        .collect();
    let laid = matrix(atlas, &filter);
    let rows: String = laid
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| !matches!(cell.content, Content::Count | Content::NoClaim | Content::OutOfScope))
        .map(|cell| format!("<li>{}</li>", escaped(&words::spoken(atlas, cell))))
        .collect();
    format!(
        "<details><summary>The essentials, without the map</summary>\
         <p>{} claims from {}, release {}. The whole dataset: <a href=\"data/claims.csv\">CSV</a>, \
         <a href=\"data/claims.json\">JSON</a>, <a href=\"data/places.geojson\">places</a>, \
         <a href=\"data/codebook.json\">codebook</a>.</p>\
         <h2>Facilities, as last known</h2><ul>{sites}</ul>\
         <h2>What each power has with each state, as last known</h2><ul>{rows}</ul></details>",
        atlas.claims().len(),
        words::counted(atlas.sources().len(), "document"),
        escaped(atlas.version()),
    )
}

/// Text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
