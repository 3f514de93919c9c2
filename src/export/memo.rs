//! A memo: claims in order of time, each with numbered citations, and the list of what is cited.

use super::Extract;
use super::cite::{Style, line};
use super::work::{Sort, works};
use crate::atlas::ClaimId;
use crate::markup::list::in_order;
use crate::markup::said::{english, english_leaf, lang, mixed};
use crate::markup::{Markup, written};
use crate::scene::words;
use crate::view::Selection;
use crate::words::{Count, Memo};

/// A claim as the memo tells it.
struct Item {
    date: String,
    summary: String,
    detail: Option<String>,
    note: Option<String>,
    slug: String,
    /// Numbers of the list of citations, counted from 1.
    cited: Vec<usize>,
}

/// The memo's claims, and the citations that they point to.
fn compose(extract: &Extract<'_>) -> (Vec<Item>, Vec<String>) {
    let mut citations: Vec<String> = Vec::new();
    let ids = in_order(extract.atlas, &extract.claims);
    let items = ids.into_iter().map(|id| item(extract, id, &mut citations)).collect();
    // The last entry is the atlas itself.
    citations.extend(
        works(&extract.in_english())
            .iter()
            .filter(|work| work.sort == Sort::Atlas)
            .map(|work| line(work, Style::Chicago)),
    );
    (items, citations)
}

fn item(extract: &Extract<'_>, id: ClaimId, citations: &mut Vec<String>) -> Item {
    let Extract { atlas, texts, .. } = *extract;
    let claim = atlas.claim(id);
    let text = texts.claim(id);
    let cites = text.map(|text| text.cites.as_slice()).unwrap_or_default();
    let cited = cites.iter().map(|cite| {
        let source = atlas.source(cite.source);
        let said = format!(
            "{}, “{}”, {}, {}",
            source.authors,
            source.title,
            source.year,
            words::locator(texts, cite)
        );
        let references: Vec<&str> = cite
            .references
            .iter()
            .filter_map(|&reference| texts.reference(reference))
            .map(|reference| reference.text)
            .collect();
        let behind = if references.is_empty() {
            String::new()
        } else {
            format!(", citing {}", references.join("; "))
        };
        let entry = format!("{said}{behind}.");
        citations.iter().position(|own| *own == entry).unwrap_or_else(|| {
            citations.push(entry);
            citations.len() - 1
        }) + 1
    });
    Item {
        cited: cited.collect(),
        date: words::dated(atlas.words(), claim),
        summary: words::summary(atlas, Some(texts), id),
        detail: text.and_then(|text| text.detail).map(str::to_owned),
        note: text.and_then(|text| text.note).map(str::to_owned),
        slug: claim.slug().to_owned(),
    }
}

/// What the memo says before its claims.
fn head(extract: &Extract<'_>) -> String {
    let atlas = extract.atlas;
    let claims = atlas.count(extract.claims.len(), Count::Claims);
    atlas.tell(Memo::Head, &[&claims, atlas.version(), &words::date(atlas.words(), extract.day)])
}

fn curator(extract: &Extract<'_>, note: &str) -> String {
    extract.atlas.tell(Memo::Curator, &[note])
}

/// The memo as Markdown.
pub fn markdown(extract: &Extract<'_>) -> String {
    let (items, citations) = compose(extract);
    let mut out = format!("# {}\n\n{}\n", plain(&extract.title()), plain(&head(extract)));
    for item in &items {
        let numbers: String = item.cited.iter().map(|number| format!("[^{number}]")).collect();
        out.push_str(&format!("\n- **{}** {}{numbers}\n", plain(&item.date), plain(&item.summary)));
        for more in item
            .detail
            .iter()
            .map(|text| plain(text))
            .chain(item.note.iter().map(|note| format!("*{}*", curator(extract, &plain(note)))))
        {
            out.push_str(&format!("\n  {more}\n"));
        }
    }
    out.push('\n');
    for (at, citation) in citations.iter().enumerate() {
        // The atlas's own entry is pointed to by no claim.
        let text = plain(citation);
        out.push_str(&if at + 1 == citations.len() {
            format!("{text}\n")
        } else {
            format!("[^{}]: {text}\n", at + 1)
        });
    }
    out
}

/// Text in which Markdown finds nothing to do.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '#' | '|' | '~' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The memo as a page of its own, which word processors open as well.
pub fn html(extract: &Extract<'_>) -> String {
    let (items, citations) = compose(extract);
    let title = extract.title();
    let page = written(|m| {
        m.element("html", &[("lang", extract.atlas.language().code())], |m| {
            m.element("head", &[], |m| {
                m.shape("meta", &[("charset", "utf-8")]);
                // A title holds no elements: that of a claim is English but for its end.
                let named = matches!(
                    extract.view.selection,
                    Some(Selection::Claim(_) | Selection::Reference(_))
                );
                let lang: Vec<_> = lang(extract.atlas).filter(|_| named).into_iter().collect();
                m.leaf("title", &lang, &title);
            });
            m.element("body", &[], |m| body(m, extract, &title, &items, &citations));
        });
    });
    format!("<!DOCTYPE html>\n{page}\n")
}

fn body(
    markup: &mut Markup,
    extract: &Extract<'_>,
    title: &str,
    items: &[Item],
    citations: &[String],
) {
    let atlas = extract.atlas;
    markup.element("h1", &[], |m| mixed(m, atlas, title));
    markup.leaf("p", &[], &head(extract));
    markup.element("ul", &[], |m| {
        for item in items {
            m.element("li", &[("id", &item.slug)], |m| {
                m.element("p", &[], |m| {
                    m.leaf("strong", &[], &item.date);
                    m.text(" ");
                    english(m, atlas, &item.summary);
                    for number in &item.cited {
                        m.element("sup", &[], |m| {
                            m.leaf(
                                "a",
                                &[("href", &format!("#cited-{number}"))],
                                &number.to_string(),
                            );
                        });
                    }
                });
                if let Some(detail) = &item.detail {
                    english_leaf(m, atlas, "p", &[], detail);
                }
                if let Some(note) = &item.note {
                    english_leaf(m, atlas, "p", &[], &curator(extract, note));
                }
            });
        }
    });
    markup.leaf("h2", &[], atlas.say(Memo::Sources));
    let attributes: Vec<_> = lang(atlas).into_iter().collect();
    markup.element("ol", &attributes, |m| {
        for (at, citation) in citations.iter().enumerate() {
            m.leaf("li", &[("id", &format!("cited-{}", at + 1))], citation);
        }
    });
}
