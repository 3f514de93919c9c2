//! BibTeX, in UTF-8.

use crate::atlas::term::ReferenceKind;
use crate::export::Extract;
use crate::export::work::{Sort, Work, works};
use crate::scene::names::Name;

/// Every work behind an extract as an entry.
pub fn bibtex(extract: &Extract<'_>) -> String {
    works(extract).iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(work: &Work) -> String {
    // The entry's type, and the field that its outlet is.
    let (kind, outlet) = match work.sort {
        Sort::Atlas => ("misc", "version"),
        Sort::Document | Sort::Cited(ReferenceKind::Report) => ("techreport", "institution"),
        Sort::Cited(ReferenceKind::Article | ReferenceKind::News) => ("article", "journal"),
        Sort::Cited(ReferenceKind::Book) => ("book", "publisher"),
        Sort::Cited(_) => ("misc", "howpublished"),
    };
    let authors: Vec<String> = work
        .authors
        .iter()
        .map(|name| match name {
            Name::Person { .. } => escaped(&name.turned()),
            // Braces keep a body's name from being split at its "and" or its spaces.
            Name::Body(name) => format!("{{{}}}", escaped(name)),
        })
        .collect();
    let mut date = work.date.split('-');
    let (year, month) = (date.next().unwrap_or_default(), date.next().unwrap_or_default());
    let fields = [
        ("author", authors.join(" and ")),
        // Inner braces keep capital letters as they are.
        ("title", format!("{{{}}}", escaped(&work.title))),
        (outlet, escaped(work.outlet.strip_prefix("release ").unwrap_or(&work.outlet))),
        ("year", escaped(year)),
        ("month", escaped(month.trim_start_matches('0'))),
        ("language", escaped(&work.language)),
        ("doi", address(&work.doi)),
        ("url", address(&work.url)),
        ("urldate", escaped(&work.accessed)),
        ("note", escaped(&work.part)),
    ];
    let lines: Vec<String> = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("  {name} = {{{value}}}"))
        .collect();
    format!("@{kind}{{{},\n{}\n}}\n", key(&work.key), lines.join(",\n"))
}

/// A key without what BibTeX reads as syntax.
fn key(key: &str) -> String {
    key.chars()
        .map(|c| if c.is_ascii_alphanumeric() || "-_.:".contains(c) { c } else { '-' })
        .collect()
}

/// A text in which every sign stands for itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address stays as it is, but for what would end its field.
fn address(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D").replace(char::is_control, "")
}
