//! The headers of the site as each of the usual hosts wants them said.

use std::path::Path;

use super::file::save;
use super::policy::{PERMISSIONS, REFERRER};
use super::seal::files;

/// Files whose name changes with their content, in the site's root.
const NAMED_BY_CONTENT: [&str; 3] = [".js", ".wasm", ".webp"];

/// Names with a hash in them, as a regular expression of all three servers.
const HASHED: &str = r"(-[0-9a-f]{16}(_bg)?\.(js|wasm)|\.[0-9a-f]{12,16}\.[a-z]+)$";

const FOR_GOOD: &str = "public, max-age=31536000, immutable";

type Headers<'a> = [(&'static str, &'a str); 4];

/// Writes a file for each kind of host. Those that read a file in the site's root get it there; the rest
/// stands in `hosts/`, to be taken into a server's own settings.
pub(crate) fn write(dist: &Path, policy: &str) -> Result<(), String> {
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

/// What stays the same for good, relative to the site's root.
fn lasting(dist: &Path) -> Result<Vec<String>, String> {
    let own = files(dist, "")?;
    let named =
        |name: &String| NAMED_BY_CONTENT.iter().any(|end| name.ends_with(end)) && name != "sw.js";
    let packs = files(dist, "packs")?;
    Ok(own.into_iter().filter(named).chain(packs).collect())
}

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

/// A header without a value is not sent. A place with headers of its own would send none of the server's: so no
/// place has any. Types that a server states stand for all of those it had: so only the programs' place does.
fn nginx(all: &Headers<'_>) -> String {
    let mut text =
        "# For the http block (both maps) and the site's server block (the rest).\n".to_owned();
    text += &format!(
        "map $uri $atlas_cache {{\n    default no-cache;\n    \"~{HASHED}\" \"{FOR_GOOD}\";\n}}\n\
         map $uri $atlas_origin {{\n    default \"\";\n    \"~/data/\" \"*\";\n}}\n\n"
    );
    for (name, value) in all {
        text += &format!("add_header {name} \"{value}\" always;\n");
    }
    text + "add_header Cache-Control $atlas_cache;\n\
            add_header Access-Control-Allow-Origin $atlas_origin;\n\
            location ~ \\.wasm$ {\n    types { }\n    default_type application/wasm;\n}\n\
            error_page 404 /404.html;\n"
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
    text += "  Header set Access-Control-Allow-Origin \"*\" \"expr=%{REQUEST_URI} =~ m#/data/#\"\n";
    text + "</IfModule>\nAddType application/wasm .wasm\nErrorDocument 404 /404.html\n"
}

/// A header without a matcher is set after those with one: so each file has one matcher for how long it is kept.
fn caddy(all: &Headers<'_>) -> String {
    let mut text = "# For the site's block.\nheader {\n".to_owned();
    for (name, value) in all {
        text += &format!("\t{name} \"{value}\"\n");
    }
    text += &format!(
        "}}\n\
         @lasting path_regexp {HASHED}\nheader @lasting Cache-Control \"{FOR_GOOD}\"\n\
         @changing not path_regexp {HASHED}\nheader @changing Cache-Control no-cache\n"
    );
    text + "@data path_regexp /data/\nheader @data Access-Control-Allow-Origin *\n\
            handle_errors {\n\t@missing expression {err.status_code} == 404\n\thandle @missing {\n\t\t\
            rewrite * /404.html\n\t\tfile_server\n\t}\n}\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Headers<'static> = [
        ("Content-Security-Policy", "default-src 'none'"),
        ("Permissions-Policy", PERMISSIONS),
        ("Referrer-Policy", REFERRER),
        ("X-Content-Type-Options", "nosniff"),
    ];

    fn lines(text: &str) -> Vec<&str> {
        text.lines().map(str::trim).collect()
    }

    fn lasting_files() -> [String; 2] {
        ["atlas-0123456789abcdef.js".to_owned(), "packs/texts.0123456789abcdef.pack".to_owned()]
    }

    #[test]
    fn every_host_sends_the_policy_and_opens_the_data_to_other_pages() {
        let own = lasting_files();
        for text in
            [netlify(&ALL, &own), vercel(&ALL, &own), nginx(&ALL), apache(&ALL), caddy(&ALL)]
        {
            for (name, value) in ALL {
                assert!(text.contains(name) && text.contains(value), "{name}: {text}");
            }
            assert!(
                text.contains("Access-Control-Allow-Origin") && text.contains("/data/"),
                "{text}"
            );
            assert!(text.contains(FOR_GOOD), "{text}");
        }
    }

    #[test]
    fn netlify_and_vercel_are_told_each_file_that_may_be_kept() {
        let own = lasting_files();
        let text = netlify(&ALL, &own);
        let rules: Vec<_> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(rules, ["/*", &format!("/{}", own[0]), &format!("/{}", own[1]), "/data/*"]);
        let told: serde_json::Value = serde_json::from_str(&vercel(&ALL, &own)).expect("JSON");
        let sources: Vec<_> =
            told["headers"].as_array().into_iter().flatten().map(|rule| &rule["source"]).collect();
        assert_eq!(
            sources,
            ["/(.*)", &format!("/{}", own[0]), &format!("/{}", own[1]), "/data/(.*)"]
        );
    }

    #[test]
    fn nginx_keeps_the_types_and_headers_that_its_server_has() {
        let text = nginx(&ALL);
        let (server, place) =
            text.split_once("location ~ \\.wasm$ {").expect("a place for programs");
        let (place, after) = place.split_once("\n}\n").expect("its end");
        assert_eq!(lines(place), ["", "types { }", "default_type application/wasm;"]);
        assert!(!server.contains("types {") && !after.contains("types {"), "{text}");
        assert!(!place.contains("add_header") && !after.contains("add_header"), "{text}");
        assert_eq!(lines(after), ["error_page 404 /404.html;"]);
        assert_eq!(server.matches("add_header Cache-Control").count(), 1);
    }

    #[test]
    fn apache_sends_what_is_asked_for_each_time_unless_its_name_has_a_hash() {
        let text = apache(&ALL);
        let (plain, hashed) = text.split_once("<FilesMatch").expect("a rule for names with a hash");
        assert!(plain.contains("Header set Cache-Control \"no-cache\""), "{text}");
        assert!(hashed.contains(HASHED) && hashed.contains(FOR_GOOD), "{text}");
        assert!(text.ends_with("AddType application/wasm .wasm\nErrorDocument 404 /404.html\n"));
    }

    #[test]
    fn caddy_has_one_rule_a_file_for_how_long_it_is_kept() {
        let text = caddy(&ALL);
        let (whole, matched) = text.split_once("\n}\n").expect("what holds for every file");
        assert!(!whole.contains("Cache-Control"), "{text}");
        let rules: Vec<_> = lines(matched);
        for wanted in [
            format!("@lasting path_regexp {HASHED}"),
            format!("header @lasting Cache-Control \"{FOR_GOOD}\""),
            format!("@changing not path_regexp {HASHED}"),
            "header @changing Cache-Control no-cache".to_owned(),
        ] {
            assert!(rules.contains(&wanted.as_str()), "{wanted}: {text}");
        }
        assert_eq!(matched.matches("Cache-Control").count(), 2);
    }
}
