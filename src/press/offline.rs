//! What lets the atlas be installed and used without a network: manifest, icons, service worker.

use std::path::Path;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::file::{bytes, read, save};
use super::picture;
use super::seal::files;

const MARK: &str = include_str!("site/mark.svg");
const WORKER: &str = include_str!("site/sw.js");

/// Writes manifest and icons, and names them in the front page.
pub(crate) fn install(dist: &Path) -> Result<(), String> {
    save(&dist.join("icon.svg"), MARK)?;
    let mut icons = vec![json!({ "src": "icon.svg", "sizes": "any", "type": "image/svg+xml" })];
    for side in [192, 512] {
        let file = format!("icon-{side}.png");
        save(&dist.join(&file), picture::png(MARK, side, None)?)?;
        // The mark keeps clear of the edge: any shape may be cut from it.
        icons.push(json!({ "src": file, "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": "any maskable" }));
    }
    let manifest = json!({
        "id": "./", "start_url": "./", "scope": "./", "display": "standalone",
        "name": "C5 Atlas", "short_name": "C5 Atlas", "lang": "en", "categories": ["education", "reference"],
        "description": "Who does what with Central Asia, and who says so: a cited atlas.",
        "background_color": "#FAF8F3", "theme_color": "#FAF8F3", "icons": icons,
    });
    save(&dist.join("manifest.webmanifest"), format!("{manifest:#}\n"))?;
    let page = dist.join("index.html");
    let html = read(&page)?;
    let links = "<link rel=\"manifest\" href=\"manifest.webmanifest\"><link rel=\"apple-touch-icon\" href=\"icon-192.png\">";
    save(&page, html.replacen("</title>", &format!("</title>{links}"), 1))
}

/// Writes the service worker, last of all: it keeps the finished files of the program, and is named
/// by their contents.
pub(crate) fn worker(dist: &Path) -> Result<(), String> {
    let own = |name: &String| {
        [".js", ".wasm", ".webp", ".webmanifest", ".svg"].iter().any(|end| name.ends_with(end))
    };
    let mut kept: Vec<String> = files(dist, "")?.into_iter().filter(own).collect();
    kept.extend(files(dist, "packs")?);
    let mut build = Sha256::new();
    for file in kept.iter().map(String::as_str).chain(["index.html"]) {
        build.update(file);
        build.update(bytes(&dist.join(file))?);
    }
    let build: String = build.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    kept.insert(0, "./".to_owned());
    let text = WORKER.replace("@BUILD@", &build).replace("'@FILES@'", &json!(kept).to_string());
    save(&dist.join("sw.js"), text)
}
