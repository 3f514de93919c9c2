//! The study program in the built site: its files under the names of their contents, and its styles.

use std::path::Path;

use super::file;

/// Moves the program's files to `packs/`, joins its styles, and names all in the page.
pub(crate) fn write(project: &Path, dist: &Path) -> Result<(), String> {
    let page = dist.join("index.html");
    let mut html = file::read(&page)?;
    let sheets = file::within(&project.join("style/study"))?;
    let styles: Result<String, String> = sheets.iter().map(|path| file::read(path)).collect();
    file::save(&dist.join("study.css"), styles?)?;
    for (own, ending) in [("study.js", "js"), ("study_bg.wasm", "wasm"), ("study.css", "css")] {
        let from = dist.join(own);
        let content = file::bytes(&from)?;
        let name = format!("packs/study.{}.{ending}", file::sum(&content));
        file::save(&dist.join(&name), content)?;
        file::remove(&from)?;
        let place = format!("./{own}");
        if !html.contains(&place) {
            return Err(format!("{} does not name {place}", page.display()));
        }
        html = html.replace(&place, &format!("./{name}"));
    }
    file::save(&page, html)
}
