//! The catalogue: each string has its translation, with the same places for parts, and every name that the page
//! shows is known in Russian.

use c5_atlas::atlas::Code;
use c5_atlas::export::russian::areas;
use c5_atlas::scene::map::Part;
use c5_atlas::view::{ViewState, link};
use c5_atlas::words::{Area, Frame, Language, Word, Words};

use crate::mini;

/// What is written in Latin letters in a Russian sentence too.
const LATIN: &[&str] = &[
    "C5",
    "Atlas",
    "Ctrl",
    "Shift",
    "F",
    "T",
    "P",
    "GSHHG",
    "LGPL",
    "OpenStreetMap",
    "ODbL",
    "A4",
    "Letter",
    "QR",
    "CSV",
    "JSON",
    "GeoJSON",
    "zip",
    "alt",
    "Chicago",
    "APA",
    "Natural",
    "Earth",
    "GeoNames",
    "CC",
    "BY",
    "MIT",
    "airportsdata",
    "shadedrelief",
    "com",
    "matplotlib",
    "basemap",
    "data",
];

/// Names of firms that are written in Latin letters in Russian too.
const FIRMS: [&str; 5] = ["Honeywell", "TikTok", "Alstom", "inDriver", "CACI"];

/// The words in Latin letters of a text.
fn latin(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().any(|c| c.is_ascii_alphabetic()))
}

/// The places for parts, in alphabetical order: where one has a number, all have.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    places.sort_unstable();
    places
}

#[test]
fn every_area_is_translated_once() {
    let areas = areas();
    for &area in Area::ALL {
        let named = matches!(
            area,
            Area::Actors
                | Area::Places
                | Area::Categories
                | Area::Issues
                | Area::Propositions
                | Area::Routes
                | Area::Threats
                | Area::Rules
                | Area::Accounts
                | Area::Stories
                | Area::Borders
        );
        let own = areas.iter().filter(|(own, ..)| *own == area).count();
        assert_eq!(own, usize::from(!named), "{area:?}");
    }
    assert!(areas.iter().all(|(_, english, russian)| english.len() == russian.len()));
}

#[test]
fn a_translation_has_the_same_places_for_parts_and_all_its_forms() {
    for (area, english, russian) in areas() {
        for (english, russian) in english.iter().zip(russian) {
            let forms: (Vec<&str>, Vec<&str>) =
                (english.split('|').collect(), russian.split('|').collect());
            let expected = if forms.0.len() == 1 { 1 } else { 3 };
            assert!(forms.0.len() <= 2, "{area:?}: {english}");
            assert_eq!(forms.1.len(), expected, "{area:?}: {russian}");
            for form in &forms.1 {
                // Where the forms of one language say the number and the other's do not, the sentence is wrong.
                let own: Vec<usize> = [places(forms.0[forms.0.len() - 1]), places(form)]
                    .iter()
                    .map(Vec::len)
                    .collect();
                assert_eq!(own[0], own[1], "{area:?}: {english} / {russian}");
                for place in places(form).iter().filter(|place| !place.is_empty()) {
                    let at: Option<usize> = place.parse().ok();
                    assert!(at.is_some_and(|at| at < own[0]), "{area:?}: {russian}");
                }
            }
        }
    }
}

#[test]
fn a_translation_is_russian() {
    for (area, english, russian) in areas() {
        for (english, russian) in english.iter().zip(russian) {
            for word in latin(russian) {
                assert!(LATIN.contains(&word), "{area:?}: “{word}” in {russian}");
            }
            assert_eq!(english.is_empty(), russian.is_empty(), "{area:?}: {english}");
            assert!(!russian.contains(['\u{1D}', '\u{1F}']), "{area:?}: {russian}");
        }
    }
}

#[test]
fn every_name_that_the_page_shows_is_known_in_russian() {
    let atlas = mini::russian();
    let names = (atlas.actors().map(|(_, actor)| actor.name))
        .chain(atlas.places().map(|(_, place)| place.name))
        .chain(atlas.categories().map(|(_, category)| category.name))
        .chain(atlas.issues().map(|(_, issue)| issue.name))
        .chain(atlas.routes().map(|(_, route)| route.name));
    for name in names {
        let left: Vec<&str> = latin(name).filter(|word| !FIRMS.contains(word)).collect();
        assert!(left.is_empty(), "{name}: {left:?}");
    }
    assert_eq!(atlas.actor(atlas.states()[1]).name, "Киргизия");
    assert_eq!(atlas.actor(atlas.powers()[2]).name, "США");
    assert_eq!(atlas.say(Frame::Share), "Поделиться");
}

#[test]
fn every_proposition_and_every_threat_is_known_in_russian() {
    let atlas = mini::russian();
    let (_, texts) = mini::published();
    let propositions = atlas.issues().filter_map(|(id, _)| atlas.proposition(texts, id));
    let threats = atlas.claims().filter_map(|(_, claim)| match &claim.code {
        Some(Code::Threat(code)) => Some(atlas.threat(code.threat)),
        _ => None,
    });
    for text in propositions.chain(threats) {
        assert_eq!(latin(text).next(), None, "{text}");
    }
    // A name that is not on the list stays as it is.
    assert_eq!(atlas.threat("boredom"), "boredom");
}

/// What a document's account may have in Latin letters: a licence, an institute as the document names it.
const OF_DOCUMENTS: [&str; 4] = ["CC", "BY", "NC", "CAISS"];

#[test]
fn every_text_on_categories_documents_and_stories_is_known_in_russian() {
    let atlas = mini::russian();
    let (_, texts) = mini::published();
    let russian = |what: &str, text: Option<&str>| {
        let text = text.unwrap_or_else(|| panic!("{what} has no Russian"));
        let left: Vec<&str> = latin(text).filter(|word| !OF_DOCUMENTS.contains(word)).collect();
        assert!(left.is_empty(), "{what}: {left:?}");
    };
    for (id, category) in atlas.categories() {
        atlas.rules(id).into_iter().for_each(|text| russian(category.slug, text));
    }
    for (id, source) in atlas.sources() {
        let text = texts.source(id).expect("each document has its texts");
        let all = [text.year_note, text.licence, Some(text.vantage), Some(text.silences)];
        for (english, own) in all.into_iter().zip(atlas.account(id)) {
            assert_eq!(english.is_some(), own.is_some(), "{}", source.slug);
            english.iter().for_each(|_| russian(source.slug, own));
        }
    }
    for tour in texts.tours() {
        (0..=tour.steps.len()).for_each(|at| russian(tour.slug, atlas.story(texts, tour, at)));
    }
    let last = texts.tours().last().expect("there are stories");
    assert_eq!(atlas.story(texts, last, last.steps.len() + 1), None);
    let (english, _) = mini::published();
    assert_eq!(english.story(texts, last, 0), None);
}

#[test]
fn what_is_said_of_disputed_borders_is_known_in_russian() {
    let words = mini::russian().words();
    for part in [Part::Base, Part::Far] {
        let plate = crate::geo::part(part);
        for text in plate.disputes().flat_map(|dispute| [&dispute.title, &dispute.reason]) {
            let own = words.named(Area::Borders, text);
            assert_eq!(latin(own).next(), None, "borders.txt lacks “{text}”");
        }
    }
}

#[test]
fn a_link_keeps_the_language_in_which_it_is_made() {
    let (english, _) = mini::published();
    let russian = mini::russian();
    let view = ViewState::default();
    assert_eq!(link::write(&view, english), "");
    assert_eq!(link::write(&view, russian), "lang=ru");
    assert_eq!(link::speaking(&view, russian, Language::English), "");
    assert_eq!(link::speaking(&view, english, Language::Russian), "lang=ru");
    assert_eq!(link::language("?tab=map&lang=ru"), Language::Russian);
    assert_eq!(link::language("?tab=map&lang=xx"), Language::English);
    assert!(link::selecting("?entity=KZ&lang=ru", russian).is_some());
    assert!(link::selecting("?entity=KZ&tab=map", russian).is_none());
    assert!(link::read("lang=ru&tab=map", russian).1.is_empty());
    assert!(link::read("lang=en", english).1.is_empty());
    // What the page does not speak is said, and not taken for granted.
    assert_eq!(link::read("lang=ru", english).1.len(), 1);
    assert_eq!(link::read("lang=xx", english).1.len(), 1);
}

#[test]
fn a_damaged_file_leaves_english() {
    for file in ["", "\u{1D}", "a\u{1F}b"] {
        let words = Words::read(Language::Russian, file);
        assert_eq!(words.say(Frame::More), Frame::ENGLISH[Frame::More.index()]);
    }
}
