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

#[test]
fn of_claims_that_hold_a_text_it_says_of_how_many_the_bar_counts() {
    let atlas = Atlas::embedded();
    let (view, _) = c5_atlas::view::link::read("tab=claims&state=KG", &atlas);
    let kept = view.filter.run(&atlas).kept.len();
    let query = "tab=claims&q=Manas&state=KG";
    let said = text(&library(atlas).part("summary", query));
    assert!(said.contains(&format!(" of {kept} claims with “Manas”, ")), "{said}");
    let (_, texts) = mini::published();
    let said = text(&Library::new(mini::russian(), texts).part("summary", query));
    assert!(said.contains(&format!(" из {kept} утвержден")), "{said}");
}

#[test]
fn where_the_map_draws_no_sites_it_says_what_else_is_drawn() {
    let published = library(Atlas::embedded());
    let (_, texts) = mini::published();
    let russian = Library::new(mini::russian(), texts);
    for (query, english, other) in MAPS {
        let own = text(&published.part("summary", query));
        assert_eq!(own, english, "{query}");
        assert_eq!(text(&russian.part("summary", query)), other, "{query}");
    }
    let sites = text(&published.part("summary", "tab=map&layers=sites~SCO&at=1999"));
    assert!(sites.contains("facilities"), "{sites}");
}

/// Maps without sites, and what is said above them in English and in Russian.
const MAPS: [(&str, &str, &str); 6] = [
    (
        "tab=map&layers=SCO&at=1999",
        "Shanghai Cooperation Organisation: 0 members, 4 possibly, 1 stated not to be one, as of 1999.",
        "Шанхайская организация сотрудничества: 0 членов, возможно ещё 4, названы не членами: 1, на 1999 год.",
    ),
    (
        "tab=map&layers=CSTO&at=2014",
        "Collective Security Treaty Organization: 4 members, 1 stated not to be one, as of 2014.",
        "Организация Договора о коллективной безопасности: 4 члена, названы не членами: 1, на 2014 год.",
    ),
    (
        "tab=map&layers=flows&measure=arms~RU",
        "Arms, Russia: information on 5 of 5 states; Claims per power and state: 26 claims on 5 pairs, as last known.",
        "Вооружения, Россия: сведения о 5 из 5 государств; Утверждения по парам: 26 утверждений, 5 пар, по последним сведениям.",
    ),
    (
        "layers=none&measure=partnership~CN&at=2010",
        "Partnership, China: information on 5 of 5 states, as of 2010.",
        "Партнёрство, Китай: сведения о 5 из 5 государств, на 2010 год.",
    ),
    (
        "tab=map&layers=posts~visits&power=CN",
        "Diplomatic posts: 17; Visits: 11, as last known.",
        "Загранучреждения: 17; Визиты: 11, по последним сведениям.",
    ),
    (
        "tab=map&layers=none",
        "No layer is on; 1,728 claims under the filters, as last known.",
        "Все слои выключены; при этих фильтрах 1\u{a0}728 утверждений, по последним сведениям.",
    ),
];

#[test]
fn the_readmes_first_example_shows_the_sites_that_it_promises() {
    let readme = std::fs::read_to_string(mini::project().join("README.md")).expect("it is there");
    let examples = readme.split_once("Examples:").map(|(_, rest)| rest).expect("it has examples");
    let first = examples.lines().find(|line| line.starts_with("    ?")).expect("they are links");
    let query = first.split_whitespace().next().unwrap_or_default();
    let said = text(&library(Atlas::embedded()).part("summary", query));
    assert!(first.contains("Russia's sites") && said.starts_with("Russia: 10 facilities open "));
}
