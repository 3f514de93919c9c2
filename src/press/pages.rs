//! Pages that are read without a script and that other programs unfold a link into: one a claim,
//! pair, actor, place, issue and document, each at an address of its own, written with the markup
//! that the atlas itself shows.

mod card;
mod content;

use std::collections::BTreeSet;
use std::env;
use std::path::Path;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::dataset::raw::Dataset;
use c5_atlas::markup::written;
use serde_json::{Value, json};

use self::card::Cards;
use super::file::{read, save};
use super::policy;

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Category,
    Claim,
    Dyad,
    Entity,
    Issue,
    Place,
    Source,
    Tour,
}

impl Kind {
    /// The folder of its pages, which is also the key by which links of the atlas name such a thing.
    fn folder(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Claim => "claim",
            Self::Dyad => "dyad",
            Self::Entity => "entity",
            Self::Issue => "issue",
            Self::Place => "place",
            Self::Source => "source",
            Self::Tour => "tour",
        }
    }
}

/// What a page is made of.
struct Page {
    kind: Kind,
    /// Its file in the folder of its kind, without the ending.
    slug: String,
    title: String,
    /// A sentence for those who list or show the link.
    description: String,
    /// The live atlas at the same thing, as the query of a link.
    live: String,
    /// HTML below the title.
    body: String,
    /// The picture's name in `cards/`, without its ending.
    card: String,
    /// What the page is, for other programs.
    data: Value,
}

/// Where the site will lie, with a slash at its end: `ATLAS_BASE`. Programs that unfold links want whole
/// addresses; without it they stay relative, which some of them do not follow.
fn base() -> Option<String> {
    let base = env::var("ATLAS_BASE").ok().filter(|base| !base.is_empty())?;
    Some(if base.ends_with('/') { base } else { base + "/" })
}

/// Writes all pages, their pictures, the page for addresses that are none, and, where the site's own
/// address is known, the sitemap. With `ATLAS_PAGES=none`, for builds that are only tried or measured, no page and
/// no picture of one.
pub(crate) fn write(
    project: &Path,
    dataset: &Dataset,
    atlas: &Atlas,
    texts: &Texts,
    dist: &Path,
) -> Result<(), String> {
    let base = base();
    let cards = Cards::of(project, atlas)?;
    let mut pages = Vec::new();
    if env::var("ATLAS_PAGES").as_deref() != Ok("none") {
        pages = content::Writer { atlas, texts, cards: &cards }.pages(dataset);
        for (name, picture) in cards.pictures(atlas)? {
            save(&dist.join(format!("cards/{name}.png")), picture)?;
        }
    }
    let tokens = read(&project.join("style/tokens.css"))?;
    let styles = tokens + include_str!("site/page.css");
    save(&dist.join("page.css"), &styles)?;
    let integrity = policy::integrity(styles.as_bytes());
    front(atlas, base.as_deref(), &dist.join("index.html"))?;
    let known: BTreeSet<_> =
        pages.iter().map(|page| (page.kind.folder(), page.slug.as_str())).collect();
    let mut addresses = vec![String::new()];
    for page in &pages {
        let address = format!("{}/{}.html", page.kind.folder(), page.slug);
        let html = local_links(&html(page, atlas, base.as_deref(), &address, &integrity), &known);
        save(&dist.join(&address), html)?;
        addresses.push(address);
    }
    let lost = include_str!("site/404.html").replace("@HOME@", base.as_deref().unwrap_or("./"));
    let mut inline = policy::Inline::default();
    inline.add(&lost);
    save(&dist.join("404.html"), policy::insert(&lost, &inline.policy())?)?;
    match base {
        Some(base) => save(&dist.join("sitemap.xml"), sitemap(&base, &addresses)),
        None => Ok(()),
    }
}

/// Says on the front page, too, what it is, for those who unfold a link and those who list datasets.
fn front(atlas: &Atlas, base: Option<&str>, page: &Path) -> Result<(), String> {
    let html = read(page)?;
    let lost = || format!("{} has no title or no description", page.display());
    let (_, title) = html.split_once("<title>").ok_or_else(lost)?;
    let (title, _) = title.split_once("</title>").ok_or_else(lost)?;
    let (_, description) = html.split_once("name=\"description\" content=\"").ok_or_else(lost)?;
    let (description, _) = description.split_once('"').ok_or_else(lost)?;
    let picture = format!("{}cards/{}.png", base.unwrap_or_default(), card::GENERAL);
    let mut data = dataset(atlas, "C5 Atlas", description);
    data["distribution"] = json!({
        "@type": "DataDownload", "encodingFormat": "text/csv",
        "contentUrl": format!("{}data/claims.csv", base.unwrap_or_default()),
    });
    let data = data.to_string().replace('<', "\\u003c");
    let head = written(|m| {
        m.shape("meta", &[("name", "twitter:card"), ("content", "summary_large_image")]);
        for (property, content) in [
            ("og:type", "website"),
            ("og:title", title),
            ("og:description", description),
            ("og:image", &picture),
        ] {
            m.shape("meta", &[("property", property), ("content", content)]);
        }
        if let Some(base) = base {
            m.shape("meta", &[("property", "og:url"), ("content", base)]);
            m.shape("link", &[("rel", "canonical"), ("href", base)]);
        }
    });
    let all = format!("</title>{head}<script type=\"application/ld+json\">{data}</script>");
    save(page, html.replacen("</title>", &all, 1))
}

fn html(page: &Page, atlas: &Atlas, base: Option<&str>, address: &str, integrity: &str) -> String {
    let to_root = base.unwrap_or("../");
    let picture = format!("{to_root}cards/{}.png", page.card);
    let whole = format!("{to_root}{address}");
    let live = format!("../?{}", page.live);
    let named = format!("{} · C5 Atlas", page.title);
    let data = page.data.to_string().replace('<', "\\u003c");
    let head = written(|m| {
        m.leaf("title", &[], &named);
        for (name, content) in [
            ("description", page.description.as_str()),
            ("color-scheme", "light dark"),
            ("referrer", "no-referrer"),
            ("twitter:card", "summary_large_image"),
        ] {
            m.shape("meta", &[("name", name), ("content", content)]);
        }
        for (property, content) in [
            ("og:site_name", "C5 Atlas"),
            ("og:type", "article"),
            ("og:title", &page.title),
            ("og:description", &page.description),
            ("og:url", &whole),
            ("og:image", &picture),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
        ] {
            m.shape("meta", &[("property", property), ("content", content)]);
        }
        m.shape("link", &[("rel", "canonical"), ("href", &whole)]);
        m.shape("link", &[("rel", "icon"), ("href", "../icon.svg")]);
        m.shape(
            "link",
            &[("rel", "stylesheet"), ("href", "../page.css"), ("integrity", integrity)],
        );
    });
    let body = written(|m| {
        m.element("header", &[], |m| {
            m.leaf("a", &[("class", "name"), ("href", "../")], "C5 Atlas");
            m.leaf(
                "span",
                &[("class", "quiet")],
                "Who does what with Central Asia, and who says so",
            );
        });
    });
    let rest = written(|m| {
        m.element("p", &[("class", "live")], |m| {
            m.leaf("a", &[("href", &live)], "Open this in the atlas");
        });
    });
    let foot = written(|m| {
        m.element("footer", &[], |m| {
            m.text(&format!(
                "C5 Atlas, release {}. A claim is what a document says, not what is true. Dataset CC BY 4.0. ",
                atlas.version()
            ));
            m.leaf("a", &[("href", "../data/claims.csv")], "The whole dataset");
        });
    });
    let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{head}\
         <script type=\"application/ld+json\">{data}</script></head>\n<body>{body}<main>{}{rest}</main>{foot}</body></html>\n",
        page.body,
    )
}

/// Links of the live page (`?claim=…`) lead to the page of the same thing, where there is one, else
/// into the atlas.
fn local_links(html: &str, known: &BTreeSet<(&str, &str)>) -> String {
    let mut parts = html.split("href=\"?");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (query, rest) = part.split_once('"').unwrap_or((part, ""));
        let page = query.split_once('=').filter(|pair| known.contains(pair));
        let href = page.map_or_else(
            || format!("../?{query}"),
            |(kind, slug)| format!("../{kind}/{slug}.html"),
        );
        text += &format!("href=\"{href}\"{rest}");
    }
    text
}

fn sitemap(base: &str, addresses: &[String]) -> String {
    let list: String = addresses
        .iter()
        .map(|address| format!("<url><loc>{base}{address}</loc></url>\n"))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{list}</urlset>\n"
    )
}

/// The dataset as JSON-LD, whole or the part of it that a page shows.
pub(crate) fn dataset(atlas: &Atlas, name: &str, description: &str) -> Value {
    json!({
        "@context": "https://schema.org", "@type": "Dataset", "name": name, "description": description,
        "version": atlas.version(), "license": "https://creativecommons.org/licenses/by/4.0/",
        "isAccessibleForFree": true, "creator": { "@type": "Organization", "name": "C5 Atlas contributors" },
        "spatialCoverage": "Central Asia",
    })
}
