//! The files of the interface's other languages, under the names of their contents.

use std::path::Path;

use c5_atlas::dataset::raw::Dataset;
use c5_atlas::export::russian;

use super::file;

/// What the page's script calls the file until it has its name.
const PLACE: &str = "'./words.pack'";

/// Writes the Russian file, and names it in the page.
pub(crate) fn write(data: &Dataset, dist: &Path) -> Result<(), String> {
    let page = dist.join("index.html");
    let html = file::read(&page)?;
    if !html.contains(PLACE) {
        return Err(format!("{} does not name {PLACE}", page.display()));
    }
    let content = russian::file(data);
    let name = format!("packs/words.{}.pack", file::sum(content.as_bytes()));
    file::save(&dist.join(&name), content)?;
    file::save(&page, html.replace(PLACE, &format!("'./{name}'")))
}
