//! Sentences of the page's language with English in them: claims, titles and quotations stay as they are, and say
//! that they are English.

use crate::atlas::Atlas;
use crate::markup::{Attribute, Markup};
use crate::words::{Language, Word};

/// A part of a sentence.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    /// In the page's language.
    Own(&'a str),
    /// In English.
    English(&'a str),
}

/// The attribute of an element whose text is English; none where the whole page is.
pub(crate) fn lang(atlas: &Atlas) -> Option<Attribute<'static>> {
    (atlas.language() != Language::English).then_some(("lang", "en"))
}

/// English text amid the page's own.
pub(crate) fn english(markup: &mut Markup, atlas: &Atlas, text: &str) {
    match lang(atlas) {
        Some(lang) if !text.is_empty() => markup.leaf("span", &[lang], text),
        _ => markup.text(text),
    }
}

/// An element with English text.
pub(crate) fn english_leaf(
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

/// A sentence of the catalogue with its parts put in, as text and elements.
pub(crate) fn told<W: Word>(markup: &mut Markup, atlas: &Atlas, word: W, parts: &[Part<'_>]) {
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
