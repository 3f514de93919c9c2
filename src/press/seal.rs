//! The last step of a build: integrity for what the page loads, its policy, and the same as header
//! files for the usual hosts.

use std::path::{Path, PathBuf};

use super::file::{self, read, save};
use super::policy::{self, Inline, PERMISSIONS, REFERRER};

/// Files whose name changes with their content, in the site's root.
const NAMED_BY_CONTENT: [&str; 3] = [".js", ".wasm", ".webp"];

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
    headers(dist, &inline.policy())
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

/// What stays the same for good, relative to the site's root.
fn lasting(dist: &Path) -> Result<Vec<String>, String> {
    let own = files(dist, "")?;
    let named =
        |name: &String| NAMED_BY_CONTENT.iter().any(|end| name.ends_with(end)) && name != "sw.js";
    let packs = files(dist, "packs")?;
    Ok(own.into_iter().filter(named).chain(packs).collect())
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

/// The headers as each kind of host wants them said. Those that read a file in the site's root get
/// it there; the rest stands in `hosts/`, to be taken into a server's own settings.
fn headers(dist: &Path, policy: &str) -> Result<(), String> {
    let all = [
        ("Content-Security-Policy", policy),
        ("Permissions-Policy", PERMISSIONS),
        ("Referrer-Policy", REFERRER),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let lasting = lasting(dist)?;
    let hosts = dist.join("hosts");
    save(&dist.join("_headers"), netlify(&all, &lasting))?;
    save(&dist.join("vercel.json"), vercel(&all, &lasting))?;
    save(&hosts.join("nginx.conf"), nginx(&all))?;
    save(&hosts.join("apache.conf"), apache(&all))?;
    save(&hosts.join("Caddyfile"), caddy(&all))
}

type Headers<'a> = [(&'static str, &'a str); 4];

const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// Netlify and Cloudflare Pages: rules by path. Paths are said in full, since a header that two
/// rules set is sent twice.
fn netlify(all: &Headers<'_>, lasting: &[String]) -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in all {
        text += &format!("  {name}: {value}\n");
    }
    for file in lasting {
        text += &format!("/{file}\n  Cache-Control: {FOR_GOOD}\n");
    }
    text + "/data/*\n  Access-Control-Allow-Origin: *\n"
}

fn vercel(all: &Headers<'_>, lasting: &[String]) -> String {
    let rule = |source: String, headers: &[(&str, &str)]| {
        let headers: Vec<_> = headers
            .iter()
            .map(|(key, value)| serde_json::json!({ "key": key, "value": value }))
            .collect();
        serde_json::json!({ "source": source, "headers": headers })
    };
    let mut rules = vec![rule("/(.*)".to_owned(), all)];
    let forever = [("Cache-Control", FOR_GOOD)];
    rules.extend(lasting.iter().map(|file| rule(format!("/{file}"), &forever)));
    rules.push(rule("/data/(.*)".to_owned(), &[("Access-Control-Allow-Origin", "*")]));
    format!("{:#}\n", serde_json::json!({ "headers": rules }))
}

/// Names with a hash in them, as a regular expression of all three servers.
const HASHED: &str = r"(-[0-9a-f]{16}(_bg)?\.(js|wasm)|\.[0-9a-f]{12,16}\.[a-z]+)$";

fn nginx(all: &Headers<'_>) -> String {
    let mut text =
        "# For the http block (the map) and the site's server block (the rest).\n".to_owned();
    text += &format!(
        "map $uri $atlas_cache {{\n    default no-cache;\n    \"~{HASHED}\" \"{FOR_GOOD}\";\n}}\n\n"
    );
    for (name, value) in all {
        text += &format!("add_header {name} \"{value}\" always;\n");
    }
    text + "add_header Cache-Control $atlas_cache;\ntypes { application/wasm wasm; }\n"
}

fn apache(all: &Headers<'_>) -> String {
    let mut text =
        "# For the site's <Directory>, or as .htaccess where the host lets it set headers.\n\
         <IfModule mod_headers.c>\n"
            .to_owned();
    for (name, value) in all {
        text += &format!("  Header always set {name} \"{value}\"\n");
    }
    text += "  Header set Cache-Control \"no-cache\"\n";
    text += &format!(
        "  <FilesMatch \"{HASHED}\">\n    Header set Cache-Control \"{FOR_GOOD}\"\n  </FilesMatch>\n"
    );
    text + "</IfModule>\nAddType application/wasm .wasm\nErrorDocument 404 /404.html\n"
}

fn caddy(all: &Headers<'_>) -> String {
    let mut text = "# For the site's block.\nheader {\n".to_owned();
    for (name, value) in all {
        text += &format!("\t{name} \"{value}\"\n");
    }
    text + &format!(
        "\tCache-Control no-cache\n}}\n@lasting path_regexp {HASHED}\nheader @lasting Cache-Control \"{FOR_GOOD}\"\n"
    )
}
