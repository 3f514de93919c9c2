//! What the page may load and run: its Content-Security-Policy, made from what stands in the built
//! files, and the other headers that a host sends with it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// What no page of the site uses and no page that it might be made to open shall ask for.
pub(crate) const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
     microphone=(), midi=(), payment=(), usb=(), clipboard-write=(self), fullscreen=(self)";

/// Who follows a link out of the atlas does not say where from.
pub(crate) const REFERRER: &str = "no-referrer";

/// The hashes of inline scripts and styles.
#[derive(Default)]
pub(crate) struct Inline {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Inline {
    /// Adds what stands in a page; data such as JSON-LD runs nowhere and needs no leave.
    pub(crate) fn add(&mut self, html: &str) {
        let is_run = |tag: &str| !tag.contains(" src=") && !tag.contains("ld+json");
        collect(&mut self.scripts, elements(html, "script").filter(|(tag, _)| is_run(tag)));
        collect(&mut self.styles, elements(html, "style"));
    }

    /// The policy: nothing is allowed but what follows. `connect` says whether the page fetches.
    ///
    /// The one policy for texts that become markup is `default`, since Leptos sets plain strings;
    /// `index.html` holds it, and it takes nothing that could run.
    pub(crate) fn policy(&self) -> String {
        let (scripts, styles) = (sources(&self.scripts), sources(&self.styles));
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
             img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
             base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default"
        )
    }
}

fn collect<'a>(hashes: &mut Vec<String>, found: impl Iterator<Item = (&'a str, &'a str)>) {
    for (_, text) in found {
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        if !hashes.contains(&hash) {
            hashes.push(hash);
        }
    }
}

fn sources(hashes: &[String]) -> String {
    hashes.iter().map(|hash| format!(" {hash}")).collect()
}

/// What an element that loads the bytes states of them, so that no others are run.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The elements of a name that cannot nest: the inside of the start tag, and the content.
fn elements<'a>(html: &'a str, name: &'static str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find(&open)? + open.len()..];
            // Not the start of a longer name.
            if rest.starts_with(['>', ' ', '\n']) {
                break;
            }
        }
        let (tag, inside) = rest.split_once('>')?;
        let (text, after) = inside.split_once(&close)?;
        rest = after;
        Some((tag, text))
    })
}

/// Puts a policy into a page, before anything that it speaks of.
pub(crate) fn insert(html: &str, policy: &str) -> Result<String, String> {
    let charset = "<meta charset=\"utf-8\">";
    let (before, after) = html.split_once(charset).ok_or("a page has no charset")?;
    Ok(format!(
        "{before}{charset}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_names_each_inline_text_once_and_no_data() {
        let mut inline = Inline::default();
        inline.add(
            "<script src=\"a.js\"></script><script>1</script><script type=\"application/ld+json\">{}</script>\
             <script>1</script><styles>no</styles><style>b{}</style>",
        );
        let policy = inline.policy();
        assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
        assert!(policy.contains("a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s="), "{policy}");
    }
}
