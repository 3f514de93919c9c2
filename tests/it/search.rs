//! What a text finds, and in what order: on the published dataset, whose names readers know.

use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::query::Search;
use c5_atlas::query::search::{Entry, Group};
use proptest::prelude::*;

use crate::mini;

static DATA: LazyLock<(Atlas, Texts)> = LazyLock::new(|| mini::load(&mini::project().join("data")));
static SEARCH: LazyLock<Search> = LazyLock::new(|| Search::of(&DATA.0, &DATA.1));

/// An entry as links write it.
fn slug(entry: Entry) -> &'static str {
    let atlas = &DATA.0;
    match entry {
        Entry::Actor(id) => atlas.actor(id).slug,
        Entry::Place(id) => atlas.place(id).slug,
        Entry::Issue(id) => atlas.issue(id).slug,
        Entry::Category(id) => atlas.category(id).slug,
        Entry::Source(id) => atlas.source(id).slug,
        Entry::Reference(id) => atlas.reference(id),
        Entry::Claim(id) => atlas.claim(id).slug(),
    }
}

fn best(text: &str, group: Group) -> Vec<&'static str> {
    SEARCH.find(text).best(group, 3).0.into_iter().map(slug).collect()
}

#[test]
fn a_name_is_found_in_every_spelling_and_script() {
    for (group, expected, texts) in [
        (
            Group::Actors,
            "RU",
            &["Russia", "russian federation", "Россия", "РФ", "rossiya", "RF", "ross"][..],
        ),
        (Group::Actors, "KG", &["Kyrgyzstan", "Kirgizstan", "Киргизия", "кыргыз", "Kirghizia"]),
        (Group::Actors, "US", &["usa", "United States", "США", "america"]),
        (
            Group::Actors,
            "CSTO",
            &["csto", "Collective Security Treaty", "организация договора"][..2],
        ),
        (
            Group::Places,
            "astana",
            &["Astana", "Nur-Sultan", "nursultan", "Нур-Султан", "Akmola", "Целиноград"],
        ),
        (Group::Places, "almaty", &["Alma-Ata", "alma ata", "almaata", "Алматы"]),
        (Group::Places, "kant-air-base", &["kant", "Кант"][..1]),
        (Group::Categories, "visas", &["visa", "Visas"]),
    ] {
        for text in texts {
            assert!(best(text, group).contains(&expected), "{text}: {:?}", best(text, group));
        }
    }
}

#[test]
fn a_work_found_names_the_document_that_cites_it_as_readers_know_it() {
    let (atlas, texts) = crate::mini::published();
    let library = c5_atlas::pages::Library::new(atlas, texts);
    let options = library.options("Cooley", "");
    assert!(options.contains("cited in "), "{options}");
    for (_, source) in atlas.sources() {
        assert!(!options.contains(&format!("cited in {}<", source.slug)), "{options}");
    }
}

#[test]
fn a_document_found_is_opened_also_where_the_page_that_is_left_has_the_same_one_open() {
    let (atlas, texts) = crate::mini::published();
    let library = c5_atlas::pages::Library::new(atlas, texts);
    let (_, source) = atlas.sources().find(|(_, own)| own.slug.contains("gussarova")).expect("one");
    for tab in ["timeline&lanes=source", "sources", "map"] {
        let query = format!("tab={tab}&focus={}&at=2012", source.slug);
        let options = library.options("Gussarova", &query);
        let href = format!("href=\"?tab=sources&amp;at=2012&amp;focus={}\"", source.slug);
        assert!(options.contains(&href), "{tab}: {options}");
    }
}

#[test]
fn slips_are_forgiven_and_said() {
    for (group, expected, texts) in [
        (Group::Actors, "KZ", &["Kazakstan", "kazahkstan", "Kazkhstan"][..]),
        (Group::Places, "bishkek", &["bishkk", "Bihskek", "biskek"]),
        (Group::Places, "dushanbe", &["dushnbe", "Dushambe"]),
        (Group::Actors, "UZ", &["uzbekstan", "Uzebkistan"]),
        // One letter too many, or as many as are forgiven.
        (Group::Places, "kant-air-base", &["kanto", "krant", "Кантн"]),
        (Group::Places, "osh", &["oshi", "orsh"]),
        (Group::Places, "minsk", &["Minsko", "Mrinsk"]),
        (Group::Places, "tallinn", &["Tallinnor"]),
    ] {
        for text in texts {
            assert_eq!(best(text, group).first(), Some(&expected), "{text}");
        }
    }
    assert!(SEARCH.find("Bihskek").near && !SEARCH.find("Bishkek").near);
    // What the documents have is meant as it is typed, and a code is no slip of another.
    assert_eq!(best("traded", Group::Claims), ["seneca-kz-ru-arms-turnover-2016"]);
    assert_eq!(best("traded", Group::Categories), [""; 0]);
    assert!(!best("kgb", Group::Actors).contains(&"KG"));
}

#[test]
fn a_person_is_found_by_the_name_in_either_script() {
    for (cyrillic, latin) in [
        ("Назарбаев", "Nazarbayev"),
        ("назарбаев", "Nazarbaev"),
        ("Мирзиёев", "Mirziyoyev"),
        ("Мирзиеев", "Mirziyoyev"),
        ("Бердымухамедов", "Berdimuhamedow"),
        ("Атамбаев", "Atambayev"),
        ("Бакиев", "Bakiyev"),
        ("Каримов", "Karimov"),
        ("Рахмон", "Rahmon"),
        ("Путин", "Putin"),
    ] {
        let claims = |text: &str| {
            SEARCH
                .find(text)
                .best(Group::Claims, usize::MAX)
                .0
                .into_iter()
                .map(slug)
                .collect::<Vec<_>>()
        };
        let (one, other) = (claims(cyrillic), claims(latin));
        assert!(!one.is_empty() && one == other, "{cyrillic}: {one:?}, {latin}: {other:?}");
    }
}

#[test]
fn every_word_typed_must_be_found_and_what_lacks_one_is_only_near() {
    let found = SEARCH.find("Manas July 2014");
    assert!(!found.near);
    let claims = found.best(Group::Claims, 5).0;
    assert!(claims.iter().any(|&claim| slug(claim).contains("manas")), "{claims:?}");
    let found = SEARCH.find("Manas xylophones");
    assert!(found.near && found.entries().next().is_some());
    for nothing in ["", "   ", "…", "xyloplugh", "99999999"] {
        assert_eq!(SEARCH.find(nothing).entries().count(), 0, "{nothing}");
    }
}

#[test]
fn a_whole_name_comes_before_a_part_of_one_and_a_sentence_last() {
    let first = |text: &str| SEARCH.find(text).entries().next().map(slug);
    for (text, expected) in
        [("China", "CN"), ("NATO", "NATO"), ("Osh", "osh"), ("Tashkent", "tashkent")]
    {
        assert_eq!(first(text), Some(expected), "{text}");
    }
}

#[test]
fn each_letter_more_keeps_what_is_meant() {
    for name in ["turkmenistan", "shanghai cooperation", "бишкек"] {
        let whole = SEARCH.find(name).entries().next();
        let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).skip(4).collect();
        for end in ends {
            let part = &name[..end];
            assert!(SEARCH.find(part).entries().any(|entry| Some(entry) == whole), "{part}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_finds_something_or_nothing(text in "\\PC{0,60}") {
        let found = SEARCH.find(&text);
        let groups: usize = Group::ALL.iter().map(|&group| found.best(group, 0).1).sum();
        prop_assert_eq!(groups, found.entries().count());
    }

    #[test]
    fn every_actor_is_found_by_its_name(at in 0..DATA.0.actors().len()) {
        let (id, actor) = DATA.0.actors().nth(at).expect("the number is below their number");
        let found = SEARCH.find(actor.name);
        prop_assert!(!found.near);
        prop_assert!(found.best(Group::Actors, 5).0.contains(&Entry::Actor(id)), "{}", actor.name);
    }
}
