//! What a reader finds in `index.html` without scripts or WebAssembly: the first picture; the sites as a list, the
//! pages of the pairs, and where the whole dataset lies.

use std::path::Path;

use c5_atlas::atlas::Atlas;
use c5_atlas::markup::{Markup, written};
use c5_atlas::query::Filter;
use c5_atlas::scene::map::map;
use c5_atlas::words::Count;

use super::file;
use super::first::{fill, picture};

/// Writes both into the page.
pub(crate) fn write(atlas: &Atlas, page: &Path) -> Result<(), String> {
    let html = file::read(page)?;
    let html = fill(&html, "id=\"first\"", &picture(atlas)?)?;
    let html = fill(&html, "id=\"essentials\"", &written(|m| essentials(m, atlas)))?;
    file::save(page, html)
}

fn essentials(markup: &mut Markup, atlas: &Atlas) {
    let filter = Filter::default();
    let sites = map(atlas, &filter).sites;
    markup.leaf("h2", &[], "The essentials, without the map");
    markup.element("p", &[], |m| {
        m.text(&format!(
            "{} from {}, release {}. The whole dataset:",
            atlas.count(atlas.claims().len(), Count::Claims),
            atlas.count(atlas.sources().len(), Count::Documents),
            atlas.version(),
        ));
        for (href, words) in [
            ("data/claims.csv", "CSV"),
            ("data/claims.json", "JSON"),
            ("data/places.geojson", "places"),
            ("data/codebook.json", "codebook"),
        ] {
            m.text(" ");
            m.leaf("a", &[("href", href)], words);
        }
    });
    list(markup, "Facilities, as last known", sites.iter().map(|site| site.spoken.clone()));
    // Each has a page that needs no script.
    markup.leaf("h3", &[], "What each power has with each state");
    markup.element("ul", &[], |m| {
        for dyad in atlas.dyads() {
            let page = format!("dyad/{}.html", dyad.slug(atlas));
            m.element("li", &[], |m| m.leaf("a", &[("href", &page)], &dyad.name(atlas)));
        }
    });
}

fn list(markup: &mut Markup, heading: &str, lines: impl Iterator<Item = String>) {
    markup.leaf("h3", &[], heading);
    markup.element("ul", &[], |m| lines.for_each(|line| m.leaf("li", &[], &line)));
}
