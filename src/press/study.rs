//! The study program in the built site: its files under the names of their contents, and its styles.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Moves the program's files to `packs/`, joins its styles, and names both in the page.
pub(crate) fn write(project: &Path, dist: &Path) -> Result<(), String> {
    let page = dist.join("index.html");
    let mut html = read(&page)?;
    let styles = styles(&project.join("style/study"))?;
    fs::write(dist.join("study.css"), styles).map_err(|error| format!("study.css: {error}"))?;
    for (file, extension) in [("study.js", "js"), ("study_bg.wasm", "wasm"), ("study.css", "css")] {
        let from = dist.join(file);
        let bytes = fs::read(&from).map_err(|error| format!("{}: {error}", from.display()))?;
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let name = format!("packs/study.{:016x}.{extension}", hasher.finish());
        fs::create_dir_all(dist.join("packs"))
            .and_then(|()| fs::rename(&from, dist.join(&name)))
            .map_err(|error| format!("{name}: {error}"))?;
        let place = format!("./{file}");
        if !html.contains(&place) {
            return Err(format!("{} does not name {place}", page.display()));
        }
        html = html.replace(&place, &format!("./{name}"));
    }
    fs::write(&page, html).map_err(|error| format!("{}: {error}", page.display()))
}

/// The style sheets of the study pages as one, in the order of their names.
fn styles(folder: &Path) -> Result<String, String> {
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries: Result<Vec<_>, _> = fs::read_dir(folder).map_err(wrong)?.collect();
    let mut paths: Vec<_> = entries.map_err(wrong)?.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
