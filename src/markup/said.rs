//! Sentences of the page's language with English in them: claims, titles and quotations stay as they are, and say
//! that they are English.

use super::{Attribute, Markup};
use crate::atlas::Atlas;
use crate::words::{Language, Word};

/// A part of a sentence.
#[derive(Clone, Copy)]
pub enum Part<'a> {
    /// In the page's language.
    Own(&'a str),
    /// In English.
    English(&'a str),
}

/// The attribute of an element whose text is English; none where the whole page is.
pub fn lang(atlas: &Atlas) -> Option<Attribute<'static>> {
    (atlas.language() != Language::English).then_some(("lang", "en"))
}

/// English text amid the page's own.
pub fn english(markup: &mut Markup, atlas: &Atlas, text: &str) {
    match lang(atlas) {
        Some(lang) if !text.is_empty() => markup.leaf("span", &[lang], text),
        _ => markup.text(text),
    }
}

/// An element with English text.
pub fn english_leaf(
    markup: &mut Markup,
    atlas: &Atlas,
    name: &'static str,
    attributes: &[Attribute<'_>],
    text: &str,
) {
    let mut attributes = attributes.to_vec();
    attributes.extend(lang(atlas));
    markup.leaf(name, &attributes, text);
}

/// A text of the dataset: in the page's language where there is one, else in English.
pub fn own_text(markup: &mut Markup, atlas: &Atlas, (own, text): (Option<&str>, &str)) {
    match own {
        Some(own) => markup.text(own),
        None => english(markup, atlas, text),
    }
}

/// An element with a text of the dataset: in the page's language where there is one, else in English.
pub fn own_leaf(
    markup: &mut Markup,
    atlas: &Atlas,
    name: &'static str,
    attributes: &[Attribute<'_>],
    (own, text): (Option<&str>, &str),
) {
    match own {
        Some(own) => markup.leaf(name, attributes, own),
        None => english_leaf(markup, atlas, name, attributes, text),
    }
}

/// A sentence of the catalogue with its parts put in, as text and elements.
pub fn told<W: Word>(markup: &mut Markup, atlas: &Atlas, word: W, parts: &[Part<'_>]) {
    // Stands at both ends of each English part, and in no text of the dataset.
    const EDGE: char = '\u{1F}';
    let marked: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Part::Own(text) => (*text).to_owned(),
            Part::English(text) => format!("{EDGE}{text}{EDGE}"),
        })
        .collect();
    let marked: Vec<&str> = marked.iter().map(String::as_str).collect();
    let whole = atlas.tell(word, &marked);
    for (at, piece) in whole.split(EDGE).enumerate() {
        if at % 2 == 1 { english(markup, atlas, piece) } else { markup.text(piece) }
    }
}

/// A text of the page's language with names in it that may be English, as those of treaties: what stands in Latin
/// letters is marked.
pub fn mixed(markup: &mut Markup, atlas: &Atlas, text: &str) {
    if lang(atlas).is_none() {
        return markup.text(text);
    }
    for (piece, is_latin) in by_script(text) {
        if is_latin { english(markup, atlas, piece) } else { markup.text(piece) }
    }
}

/// A text in pieces, those in Latin letters told from the rest. Short forms of two letters are anybody's.
fn by_script(text: &str) -> Vec<(&str, bool)> {
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{370}';
    let is_other = |c: char| c.is_alphabetic() && !is_latin(c);
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(begin) = rest.find(is_latin) {
        let (before, from) = rest.split_at(begin);
        let reach = from.find(is_other).unwrap_or(from.len());
        let (run, _) = from.split_at(reach);
        let last = run.rfind(|c: char| is_latin(c) || c.is_ascii_digit()).unwrap_or_default();
        let last =
            last + run.get(last..).and_then(|end| end.chars().next()).map_or(0, char::len_utf8);
        let (run, after) = from.split_at(last);
        let long = run.split(|c: char| !is_latin(c)).any(|word| word.chars().count() > 2);
        pieces.extend([(before, false), (run, long)]);
        rest = after;
    }
    pieces.push((rest, false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::by_script;

    #[test]
    fn names_in_latin_letters_are_told_from_the_rest() {
        let name = "Alliance in the 21st Century";
        let said = format!("союз · {name} · последние сведения: 2018-09");
        assert_eq!(
            by_script(&said),
            [("союз · ", false), (name, true), (" · последние сведения: 2018-09", false)]
        );
        assert_eq!(by_script("Māris Andžāns: 4"), [("Māris Andžāns: 4", true)]);
        assert_eq!(by_script("В C5+1 и ЕС"), [("В ", false), ("C5+1", false), (" и ЕС", false)]);
        assert_eq!(by_script(""), []);
    }
}
