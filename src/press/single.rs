//! The whole atlas as one file that opens from a disk: `atlas.html`, the front page with its
//! programs, packs, relief and styles inside, deflated and in base64.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use c5_atlas::scene::map::HILLSHADE_FILE;
use miniz_oxide::deflate::compress_to_vec_zlib;
use serde_json::{Map, json};

use super::file::{bytes, read, save};
use super::policy::{self, Inline};
use super::seal::files;

/// What the page fetches comes from the files inside it; the relief is drawn from there too.
const INSIDE: &str = "
    var inside = @FILES@;
    var outside = window.fetch;
    var bytes = function (text) { return Uint8Array.from(atob(text), function (sign) { return sign.charCodeAt(0); }); };
    window.fetch = function (asked, how) {
      var name = String(asked && asked.url || asked).split(/[?#]/)[0].replace(/^.*?((packs\\/)?[^\\/]+)$/, '$1');
      if (!inside[name]) return outside.call(window, asked, how);
      var type = /\\.wasm$/.test(name) ? 'application/wasm' : 'application/octet-stream';
      var plain = new Blob([bytes(inside[name])]).stream().pipeThrough(new DecompressionStream('deflate'));
      return Promise.resolve(new Response(plain, { headers: { 'content-type': type } }));
    };
    new MutationObserver(function (changes) {
      changes.forEach(function (change) {
        if (change.target.getAttribute('href') === '@RELIEF@') change.target.setAttribute('href', 'data:image/webp;base64,' + inside['@RELIEF@']);
      });
    }).observe(document, { subtree: true, attributeFilter: ['href'] });
";

/// Writes it, from the front page as it is before it is sealed.
pub(crate) fn write(dist: &Path) -> Result<(), String> {
    let html = read(&dist.join("index.html"))?;
    let load = |name: &str| bytes(&dist.join(name));
    let mut inside = Map::new();
    let mut study = None;
    let mut styles = String::new();
    for name in files(dist, "")?.into_iter().chain(files(dist, "packs")?) {
        match Path::new(&name).extension().and_then(|end| end.to_str()) {
            Some("wasm" | "pack") => {
                let packed = compress_to_vec_zlib(&load(&name)?, 9);
                inside.insert(name, STANDARD.encode(packed).into());
            }
            Some("css") => styles += &read(&dist.join(&name))?,
            Some("js") if name.starts_with("packs/") => study = Some(read(&dist.join(&name))?),
            _ => {}
        }
    }
    // Compressed as it is; drawn from its own address, not fetched.
    inside.insert(HILLSHADE_FILE.to_owned(), STANDARD.encode(load(HILLSHADE_FILE)?).into());
    let files =
        INSIDE.replace("@FILES@", &json!(inside).to_string()).replace("@RELIEF@", HILLSHADE_FILE);

    let (before, rest) = between(&html, "<script type=\"module\"", "</script>")?;
    let (script, after) = rest;
    let name = |end: &str| script.split('\'').find(|part| part.ends_with(end));
    let (glue, program) =
        name(".js").zip(name(".wasm")).ok_or("the program's files are not named")?;
    let glue = function(&read(&dist.join(glue.trim_start_matches("./")))?);
    let start = format!(
        "<script type=\"module\">var program = {glue};\nprogram.default({{ module_or_path: fetch('{program}') }})\
         .catch(function (error) {{ atlasFailed(error && error.message || error); }});</script>"
    );
    let mut page = format!("{before}<style>{styles}</style>{start}{after}");
    for link in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        while let Some(from) = page.find(link) {
            let to = page[from..].find('>').map_or(page.len(), |end| from + end + 1);
            page.replace_range(from..to, "");
        }
    }
    // The pages that come later: their program stands inside too.
    let (before, (fetched, after)) = between(&page, "window.atlasStudy = function () {", "\n};")?;
    let named = fetched.split('\'').find(|part| part.ends_with(".wasm"));
    let (study, wasm) = study.zip(named).ok_or("the study program's files are not named")?;
    let started = format!(
        "{files}window.atlasStudy = function () {{\nvar study = {};\n\
         return study.default({{ module_or_path: fetch('{wasm}') }}).then(function () {{ return study; }});\n}};",
        function(&study),
    );
    let page = format!("{before}{started}{after}");
    let mut inline = Inline::default();
    inline.add(&page);
    save(&dist.join("atlas.html"), policy::insert(&page, &inline.policy())?)
}

/// The text before a mark; what stands between it and another; the text after that.
fn between<'a>(
    text: &'a str,
    from: &str,
    to: &str,
) -> Result<(&'a str, (&'a str, &'a str)), String> {
    let found =
        text.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?)));
    found.ok_or_else(|| format!("index.html has no {from}"))
}

/// A module of exported functions, as wasm-bindgen writes it, as a call that gives them.
fn function(module: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    let mut body = String::new();
    for line in module.lines() {
        if let Some(list) = line.strip_prefix("export {") {
            let list = list.trim_end_matches([';', ' ', '}']).split(',');
            names.extend(list.filter_map(|pair| {
                let mut words = pair.split_whitespace();
                let own = words.next()?;
                Some(format!("{}: {own}", words.next_back().unwrap_or(own)))
            }));
            continue;
        }
        let line = match line.strip_prefix("export ") {
            Some(rest) => {
                let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').nth(1);
                names.extend(name.map(str::to_owned));
                rest
            }
            None => line,
        };
        body += line;
        body.push('\n');
    }
    // Inside a script that is part of a page, and not a module.
    let body =
        body.replace("</script", "<\\/script").replace("import.meta.url", "document.baseURI");
    format!("(function () {{\n{body}return {{ {} }};\n}})()", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_a_call_that_gives_what_it_exports() {
        let module =
            "let a;\nexport function page(x) {\n}\nexport { initSync, __wbg_init as default };\n";
        let call = function(module);
        assert!(call.contains("\nfunction page(x) {"), "{call}");
        assert!(
            call.contains("return { page, initSync: initSync, default: __wbg_init };"),
            "{call}"
        );
    }
}
