//! The last step of a build: integrity for what the page loads, and its policy.

use std::path::{Path, PathBuf};

use super::file::{self, read, save};
use super::hosts;
use super::policy::{self, Inline};

/// Seals the front page, and writes the headers of the whole site.
pub(crate) fn seal(dist: &Path) -> Result<(), String> {
    let page = dist.join("index.html");
    let html = with_integrity(&read(&page)?, dist)?;
    let mut inline = Inline::default();
    inline.add(&html);
    save(&page, &policy::insert(&html, &inline.policy())?)?;
    // A host's headers hold for every page: they name what any of them has inside.
    for other in ["404.html", "atlas.html"] {
        inline.add(&read(&dist.join(other))?);
    }
    hosts::write(dist, &inline.policy())
}

/// States the integrity of every script, style and program, where the page loads it: in a map for
/// scripts, also those that a script imports; in the page's own script for the others.
fn with_integrity(html: &str, dist: &Path) -> Result<String, String> {
    let mut html = started(html)?;
    let mut scripts = serde_json::Map::new();
    for name in files(dist, "")?.into_iter().chain(files(dist, "packs")?) {
        let bytes = file::bytes(&dist.join(&name))?;
        let sum = policy::integrity(&bytes);
        let mut put = |plain: &str, stated: &str| {
            if !html.contains(plain) {
                return Err(format!("index.html has no {plain}"));
            }
            html = html.replace(plain, stated);
            Ok(())
        };
        match Path::new(&name).extension().and_then(|end| end.to_str()) {
            Some("js") => drop(scripts.insert(format!("./{name}"), sum.into())),
            Some("wasm") => put(
                &format!("new URL('./{name}', document.baseURI)"),
                &format!("fetch('./{name}', {{ integrity: '{sum}' }})"),
            )?,
            Some("css") if name.starts_with("packs/") => put(
                &format!("styles.href = './{name}'"),
                &format!("styles.integrity = '{sum}'; styles.href = './{name}'"),
            )?,
            _ => {}
        }
    }
    let map = serde_json::json!({ "integrity": scripts });
    // Both before the first module: a map that comes later is not heeded, and Firefox takes a preload of
    // what is loaded already for a failure.
    let mut preloads = String::new();
    let links = ["<link rel=\"modulepreload\"", "<link rel=\"preload\""];
    while let Some(from) = links.iter().find_map(|link| html.find(link)) {
        let to = html[from..].find('>').map_or(html.len(), |end| from + end + 1);
        let link: String = html.drain(from..to).collect();
        let named = link.split('"').find_map(|part| part.strip_prefix("./"));
        let sum =
            policy::integrity(&file::bytes(&dist.join(named.ok_or("a preload of nothing")?))?);
        preloads += &link.replace('>', &format!(" integrity=\"{sum}\">"));
    }
    let first = format!("<script type=\"importmap\">{map}</script>{preloads}<title>");
    Ok(html.replacen("<title>", &first, 1))
}

/// Starts the program in a way of our own: where Trunk's fails, some engines keep silent.
fn started(html: &str) -> Result<String, String> {
    let unknown = || "index.html does not start the program in the way that is known".to_owned();
    let (before, rest) = html.split_once("<script type=\"module\"").ok_or_else(unknown)?;
    let (script, after) = rest.split_once("</script>").ok_or_else(unknown)?;
    let named = |end: &str| {
        let quoted = script.split('\'').find(|part| part.ends_with(end));
        quoted.map(|address| address.trim_start_matches("./")).ok_or_else(unknown)
    };
    let (glue, program) = (named(".js")?, named(".wasm")?);
    Ok(format!(
        "{before}<script type=\"module\">import('./{glue}').then(function (glue) {{ \
         return glue.default({{ module_or_path: new URL('./{program}', document.baseURI) }}); \
         }}).catch(function (error) {{ atlasFailed(error && error.message || error); }});</script>{after}"
    ))
}

/// The files right in a folder of the site, in order, relative to its root.
pub(crate) fn files(dist: &Path, folder: &str) -> Result<Vec<String>, String> {
    let paths = file::within(&dist.join(folder))?;
    let name = |path: &PathBuf| match file::name(path) {
        name if folder.is_empty() => name,
        name => format!("{folder}/{name}"),
    };
    Ok(paths.iter().map(name).collect())
}
