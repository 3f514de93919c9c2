//! Citations of an extract: of the atlas as it is shown, and of every work behind what is shown.

mod bibtex;
mod csl;
mod ris;

pub use bibtex::bibtex;
pub use csl::csl;
pub use ris::ris;

use super::Extract;
use super::work::{Sort, Work, works};
use crate::scene::names::Name;
use crate::scene::words;
use crate::words::Words;

/// A style of footnotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The Chicago Manual of Style, notes.
    Chicago,
    /// The American Psychological Association's, seventh edition.
    Apa,
}

/// The atlas as it is shown, then the works behind it, one a line.
pub fn footnotes(extract: &Extract<'_>, style: Style) -> String {
    let works = works(extract);
    let mut lines: Vec<String> = works.iter().map(|work| line(work, style)).collect();
    if lines.len() > 1 {
        lines.insert(1, String::new());
    }
    lines.join("\n") + "\n"
}

/// One work in a line.
pub fn line(work: &Work, style: Style) -> String {
    match style {
        Style::Chicago => chicago(work),
        Style::Apa => apa(work),
    }
}

fn chicago(work: &Work) -> String {
    let names: Vec<String> = match work.authors.as_slice() {
        // Four and more are the first and "et al.".
        [first, _, _, _, ..] => vec![format!("{} et al.", first.straight())],
        authors => authors.iter().map(Name::straight).collect(),
    };
    let title = match work.sort {
        Sort::Atlas => format!("{}, {} ({})", work.title, work.outlet, work.date),
        _ => format!("“{}”", work.title),
    };
    let published = match work.sort {
        Sort::Atlas => [String::new(), String::new()],
        _ => [work.outlet.clone(), long_date(&work.date)],
    };
    let accessed = prefixed("accessed ", &long_date(&work.accessed));
    let mut parts = vec![joined(&names, "and"), title];
    parts.extend(published);
    parts.extend([work.part.clone(), accessed, address(work)]);
    let ends_in_address = !address(work).is_empty();
    parts.retain(|part| !part.is_empty());
    let text = parts.join(", ");
    // After an address a stop would become part of it.
    if ends_in_address { text } else { ended(&text) }
}

fn apa(work: &Work) -> String {
    let names: Vec<String> = work.authors.iter().map(Name::short).collect();
    let date = if work.date.is_empty() { "n.d.".to_owned() } else { apa_date(&work.date) };
    let title = match work.sort {
        Sort::Atlas => format!("{} ({}; {}) [Data set]", work.title, work.outlet, work.part),
        _ => work.title.clone(),
    };
    let outlet = if work.sort == Sort::Atlas { "" } else { work.outlet.as_str() };
    let retrieved = match long_date(&work.accessed) {
        day if day.is_empty() => address(work),
        day => format!("Retrieved {day}, from {}", address(work)),
    };
    // Without an author the title stands first.
    let head = match joined(&names, "&") {
        none if none.is_empty() => format!("{} ({date})", ended(&title)),
        names => format!("{} ({date}). {title}", ended(&names)),
    };
    let parts: Vec<String> = [head.as_str(), outlet]
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| ended(part))
        .collect();
    // An address ends without a stop, which would become part of it.
    [parts.join(" "), retrieved].join(" ").trim().to_owned()
}

/// The DOI's address, else the work's own.
fn address(work: &Work) -> String {
    if work.doi.is_empty() { work.url.clone() } else { format!("https://doi.org/{}", work.doi) }
}

/// `A`, `A and B`, `A, B, and C`.
fn joined(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] if and == "and" => format!("{one} {and} {two}"),
        [most @ .., last] => format!("{}, {and} {last}", most.join(", ")),
    }
}

fn prefixed(prefix: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{prefix}{text}") }
}

/// With one full stop at its end.
fn ended(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

/// `22 September 2017`.
pub fn long_date(date: &str) -> String {
    words::day(&Words::default(), date, Words::date)
}

/// `2017, September 22`.
fn apa_date(date: &str) -> String {
    let long = long_date(date);
    match long.split(' ').collect::<Vec<_>>().as_slice() {
        [day, month, year] => format!("{year}, {month} {day}"),
        [month, year] => format!("{year}, {month}"),
        _ => long,
    }
}
