//! The study program's pages in Russian: nothing English is left outside what says that it is English.

use c5_atlas::export::picture::{self, Subject};
use c5_atlas::export::{Extract, memo, sheet, since};
use c5_atlas::pages::Library;
use c5_atlas::view::Tab;
use c5_atlas::words::{Language, Words};

use crate::golden::check;
use crate::mini;

/// What is written in Latin letters on Russian pages: names of formats, of programs and their makers, of firms, of
/// the documents' authors.
const LATIN: &[&str] = &[
    "Airfields",
    "airportsdata",
    "Alstom",
    "APA",
    "Atlas",
    "atlas",
    "basemap",
    "BibTeX",
    "CACI",
    "CAISS",
    "Chicago",
    "CSL",
    "CSV",
    "data",
    "Earth",
    "English",
    "GeoJSON",
    "GeoNames",
    "Honeywell",
    "HTML",
    "inDriver",
    "JSON",
    "Letter",
    "Markdown",
    "matplotlib",
    "MIT",
    "Natural",
    "PNG",
    "RIS",
    "shadedrelief",
    "com",
    "SVG",
    "Gussarova",
    "Laruelle",
    "Kortunov",
    "Evsikov",
    "Shafir",
    "Tkachenko",
    "TikTok",
    "alt",
    "zip",
];

/// Texts outside elements with `lang="en"`.
fn own_texts(markup: &str) -> Vec<String> {
    let mut english: Vec<bool> = vec![false];
    let mut texts = Vec::new();
    let mut rest = markup;
    while let Some((text, after)) = rest.split_once('<') {
        if !english.last().copied().unwrap_or_default() {
            texts.push(text.to_owned());
        }
        let (tag, after) = after.split_once('>').expect("a tag ends");
        if tag.starts_with('/') {
            english.pop();
        } else if !tag.ends_with('/') && !tag.starts_with('!') {
            let within = english.last().copied().unwrap_or_default();
            let own = if tag.contains(" lang=\"ru\"") {
                false
            } else {
                within || tag.contains(" lang=\"en\"")
            };
            english.push(own);
        }
        rest = after;
    }
    assert_eq!(english.len(), 1, "each element is closed");
    texts
}

/// English words of a text: Latin letters, three or more.
fn english_words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| word.len() > 2 && !LATIN.contains(word)).collect()
}

fn left_in(what: &str, markup: &str) -> Vec<String> {
    let texts = own_texts(markup);
    let left = texts.iter().filter(|text| !english_words(text).is_empty());
    left.map(|text| format!("{what}: {text}")).collect()
}

#[test]
fn no_page_has_english_left_outside_claims_and_titles() {
    let (_, texts) = mini::published();
    let library = Library::new(mini::russian(), texts);
    let tabs = Tab::ALL.iter().map(|tab| format!("tab={}", tab.slug()));
    let more = [
        "tab=matrix&rows=organisation&cols=party",
        "tab=matrix&rows=traveller&cols=destination&focus=RU~KZ",
        "tab=matrix&rows=sender&cols=host",
        "tab=matrix&rows=operator&cols=host&order=r_RU",
        "tab=matrix&rows=category&cols=period&cell=count",
        "tab=matrix&rows=kind&cols=source",
        "tab=matrix&rows=issue&cols=party&focus=us-presence~RU",
        "tab=matrix&rows=source&cols=issue&sort=like",
        "tab=matrix&lens=seneca-2018~laruelle-kortunov-2019",
        "tab=overview&lens=seneca-2018~laruelle-kortunov-2019",
        "tab=positions&lens=tkachenko-2024~laruelle-kortunov-2019~both",
        "tab=timeline&lens=seneca-2018~laruelle-kortunov-2019",
        "tab=claims&lens=seneca-2018~laruelle-kortunov-2019~first-only",
        "tab=organisations&lens=seneca-2018~laruelle-kortunov-2019",
        "tab=figures&lens=seneca-2018~laruelle-kortunov-2019~first-only",
        "tab=contents&lens=seneca-2018~laruelle-kortunov-2019",
        "tab=timeline&span=2001~2003&lanes=state",
        "tab=timeline&lanes=category&focus=bases",
        "tab=timeline&lanes=source&focus=seneca-2018~undated",
        "tab=positions&focus=us-presence",
        "tab=positions&rows=niche&focus=great-power-cooperation",
        "tab=scenarios&focus=none",
        "tab=claims&q=2010&show=date~claim~category~kind~parties~places~voice~source~carried~signs",
        "tab=claims&q=такогонет",
        "tab=claims&category=bases&state=TM&power=CN",
        "tab=sources&focus=coverage",
        "tab=sources&focus=references",
        "tab=sources&focus=ties",
        "tab=sources&focus=ties&cell=supports",
        "tab=sources&focus=gussarova",
        "tab=organisations&focus=CSTO",
        "tab=compare&compare=KZ-RU~KZ-CN",
        "tab=compare&compare=RU~US",
        "tab=compare&compare=KG",
        "tab=changes&then=1991&now=2014",
        "tab=contents&focus=KZ-RU-bases",
        "tab=codebook&focus=code.visa",
        "tab=codebook&focus=role.host",
        "tab=collection&basket=seneca-novaya-kazanka-closed",
    ];
    let mut left: Vec<String> = Vec::new();
    for query in tabs.chain(more.map(str::to_owned)) {
        for width in [360.0, 1280.0] {
            left.extend(left_in(&query, &library.page(&query, width)));
        }
    }
    left.dedup();
    assert!(left.is_empty(), "{} left:\n{}", left.len(), left.join("\n"));
}

#[test]
fn what_is_the_atlass_own_is_not_marked_english() {
    let (_, texts) = mini::published();
    let library = Library::new(mini::russian(), texts);
    // Stories and their bar hold nothing but their own words; the codebook lists short forms and claims.
    let english = "lang=\"en\"";
    assert!(!library.page("tab=tours", 1280.0).contains(english));
    assert!(!library.part("tour", "tour=manas&step=2").contains(english));
    assert!(!library.page("tab=codebook", 1280.0).contains("<p lang=\"en\""));
    for (_, source) in mini::russian().sources() {
        let page = library.page(&format!("tab=sources&focus={}", source.slug), 1280.0);
        assert!(page.contains("<dt>О чём молчит</dt>") && !page.contains("<dd lang=\"en\""));
    }
    let pair = library.part("detail", "dyad=KZ-RU~partnership");
    assert!(pair.contains("Уровень отношений двух сторон"), "the category is explained");
    // Where the language's file lacks a text, the English stands and says what it is.
    let words = Words::read(Language::Russian, "");
    let bare = mini::load(&mini::project().join("data")).0.speaking(words);
    assert!(Library::new(&bare, texts).page("tab=tours", 1280.0).contains(english));
}

#[test]
fn no_part_beside_the_pages_has_english_left() {
    let (_, texts) = mini::published();
    let library = Library::new(mini::russian(), texts);
    let mut left: Vec<String> = Vec::new();
    for query in [
        "claim=seneca-novaya-kazanka-closed",
        "dyad=KZ-RU~partnership",
        "dyad=KG-US",
        "place=kant-air-base",
        "entity=KZ",
        "entity=CSTO",
        "entity=honeywell",
        "route=belt-and-road",
        "issue-at=us-presence",
        "ref=seneca-2018-n38",
    ] {
        left.extend(left_in(query, &library.part("detail", query)));
    }
    for name in ["landmarks", "marks 900 600", "ways", "keys", "switches", "table"] {
        for layers in
            ["", "layers=sites~posts~events~visits~routes~disputes~flows~CSTO&measure=claims~RU"]
        {
            left.extend(left_in(name, &library.part(name, layers)));
        }
    }
    for measure in
        ["partnership~RU", "visas~RU", "bases~US", "diplomatic_posts~CN", "organisations~CN"]
    {
        let query = format!("layers=flows&measure={measure}");
        left.extend(left_in(measure, &library.part("keys", &query)));
        left.extend(left_in(measure, &library.part("ways", &query)));
    }
    left.extend(left_in("tour", &library.part("tour", "tour=manas&step=2")));
    for text in ["база", "2010", "такогонет"] {
        left.extend(left_in(text, &library.options(text, "")));
    }
    assert!(left.is_empty(), "{} left:\n{}", left.len(), left.join("\n"));
}

#[test]
fn what_is_taken_away_is_russian_around_the_claims() {
    let (english, texts) = mini::published();
    let atlas = mini::russian();
    let mut left: Vec<String> = Vec::new();
    for query in
        ["", "tab=matrix&state=KG", "claim=seneca-novaya-kazanka-closed", "at=2009&power=RU"]
    {
        let mut extract = Extract::of(atlas, texts, query, "https://example.org/", "2026-11-22");
        extract.english = english;
        left.extend(left_in("sheet", &sheet::sheet(&extract, "")));
        // The last line is the link.
        let note = sheet::print_note(&extract);
        let (note, _) = note.rsplit_once("<p>").expect("the link stands last");
        left.extend(left_in("paper", note));
        left.extend(left_in("memo", &memo::html(&extract)));
        let plain = |key| {
            let taken = extract.take(key).map(|taken| String::from_utf8(taken.bytes));
            taken.and_then(Result::ok).unwrap_or_default()
        };
        for key in ["bibtex", "chicago", "csv", "json"] {
            assert!(!plain(key).contains("Киргизия"), "{key} is English");
        }
        for subject in Subject::ALL {
            if subject != Subject::Scenarios && !query.starts_with("claim") {
                left.extend(left_in(
                    subject.key(),
                    &format!("{}<br/>", picture::alt(&extract, subject)),
                ));
            }
        }
    }
    left.extend(left_in("since", &since::notice(atlas, texts, "release=0.1.0")));
    left.dedup();
    assert!(left.is_empty(), "{} left:\n{}", left.len(), left.join("\n"));
}

#[test]
fn two_pages_in_russian() {
    let (_, texts) = mini::published();
    let library = Library::new(mini::russian(), texts);
    check("russian-organisation.html", &library.page("tab=organisations&focus=CICA", 1280.0));
    check("russian-issue.html", &library.page("tab=positions&focus=aiib", 1280.0));
}
