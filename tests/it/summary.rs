//! The line above each page: the page's own sentence, in both languages.

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::pages::Library;

use crate::mini;

/// A sentence as text, without the elements that say its language.
fn text(markup: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in markup.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

fn library(atlas: Atlas) -> Library<'static> {
    let texts = Texts::embedded();
    let (atlas, texts) = (Box::leak(Box::new(atlas)), Box::leak(Box::new(texts)));
    Library::new(atlas, texts)
}

/// Every page with a sentence of its own, and how that begins in English.
const PAGES: [(&str, &str); 16] = [
    ("tab=timeline", "1990–"),
    ("tab=timeline&span=1998~2004", "1998–2004: "),
    ("tab=changes&then=2000&now=2014", "From the end of 2000 to the end of 2014, "),
    ("tab=compare&compare=KZ~UZ", "Kazakhstan: "),
    ("tab=claims", ""),
    ("tab=claims&q=Manas&sort=claim", ""),
    ("tab=positions", ""),
    ("tab=scenarios", ""),
    ("tab=organisations", ""),
    ("tab=organisations&focus=SCO", "Shanghai Cooperation Organisation: "),
    ("tab=figures", ""),
    ("tab=contents", ""),
    ("tab=sources&focus=coverage", "How many claims each document gives"),
    ("tab=matrix&rows=category&cols=source", ""),
    ("tab=codebook", "What the atlas’s words mean."),
    ("tab=tours", ""),
];

#[test]
fn each_page_of_the_study_program_says_its_own_sentence() {
    let library = library(Atlas::embedded());
    let mut all: Vec<String> = Vec::new();
    for (query, begins) in PAGES {
        let said = text(&library.part("summary", query));
        assert!(said.starts_with(begins), "{query}: {said}");
        assert!(said.ends_with('.'), "{query}: {said}");
        // Between two dates a second one says where most has changed.
        assert!(!said.contains(". ") || query.contains("tab=changes"), "{query}: {said}");
        assert!(!all.contains(&said), "{query} says what another page says: {said}");
        all.push(said);
    }
}

#[test]
fn the_sentence_stands_on_the_page_that_it_is_of() {
    let library = library(Atlas::embedded());
    for query in [
        "tab=timeline&span=1998~2004&power=RU",
        "tab=changes&then=2000&now=2014&power=CN",
        "tab=claims&category=bases&sort=source",
        "tab=claims&q=no+such+thing+anywhere",
        "tab=positions",
        "tab=scenarios",
        "tab=figures&state=KZ",
        "tab=contents&state=TM",
        "tab=sources&focus=ties",
        "tab=matrix&rows=category&cols=source&state=TM",
    ] {
        let (said, page) = (library.part("summary", query), library.page(query, 1200.0));
        assert!(!said.is_empty() && page.contains(said.trim_end_matches('.')), "{query}: {said}");
    }
}

#[test]
fn it_follows_the_filters() {
    let library = library(Atlas::embedded());
    let pages =
        ["timeline", "changes", "compare", "claims", "organisations", "figures", "contents"];
    for tab in pages {
        let said = |filter: &str| library.part("summary", &format!("tab={tab}{filter}"));
        assert_ne!(said(""), said("&category=bases"), "{tab}");
    }
}

#[test]
fn what_has_no_sentence_of_its_own_is_summed_up_by_its_sites_pairs_or_claims() {
    let library = library(Atlas::embedded());
    for (query, said) in [
        ("", " facilities open in "),
        ("tab=map&at=2005", " as of 2005"),
        ("tab=matrix", "Most is said of "),
        ("tab=sources", " claims from 5 documents"),
    ] {
        let own = library.part("summary", query);
        assert!(own.contains(said), "{query}: {own}");
    }
}

#[test]
fn it_is_said_in_russian_too() {
    let (_, texts) = mini::published();
    let library = Library::new(mini::russian(), texts);
    for (query, _) in PAGES {
        let said = library.part("summary", query);
        let own = text(&said);
        let russian = own.chars().any(|c| matches!(c, 'а'..='я'));
        assert!(russian && own.ends_with('.'), "{query}: {said}");
        assert!(!own.contains("claim"), "{query}: {said}");
    }
}
