//! What a link from an older release is told, by a ledger of three releases.

use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::dataset::{assemble, check, read};
use c5_atlas::export::since::notice;
use c5_atlas::query::Since;

use crate::mini;

/// Of the mini dataset's claims nine came first and one of them is gone; what came with the second is mended or
/// gone by the third.
const LEDGER: &str = r#"[
  {"version": "0.0.1", "added": ["alpha-manas-opened", "alpha-manas-closed", "alpha-kant", "alpha-ayni",
    "alpha-sary-shagan", "alpha-tj-cn-no-base", "alpha-kz-ru-strategic", "alpha-kz-ru-alliance",
    "alpha-tm-sco-never", "alpha-osh"]},
  {"version": "0.0.2", "added": ["beta-sary-shagan-closed", "beta-short-lived"],
    "corrected": [{"id": "alpha-ayni", "what": "the years were wrong"}]},
  {"version": "0.1.0", "added": ["beta-almaty-consulate", "beta-visa-kz-cn", "beta-ru-sco", "gamma-ru-on-manas"],
    "corrected": [{"id": "alpha-kant", "what": "the operator was <missing>"},
      {"id": "beta-sary-shagan-closed", "what": "the date"}],
    "withdrawn": [{"id": "alpha-osh", "reason": "no document says so", "instead": "alpha-kant"},
      {"id": "beta-short-lived", "reason": "said twice"}]}
]"#;

static LEDGERED: LazyLock<(Atlas, Texts)> = LazyLock::new(|| {
    let (mut data, _) = read::folder(&mini::folder());
    data.releases = serde_json::from_str(LEDGER).expect("it is a ledger");
    data.version = "0.1.0".to_owned();
    assert!(check::dataset(&data).is_empty(), "{:?}", check::dataset(&data));
    let data = Box::leak(Box::new(data));
    let lines = Box::leak(Box::new(assemble::Lines::of(data)));
    let (pack, texts) = assemble::pack(data, lines);
    (Atlas::new(pack), Texts::new(texts))
});

/// The words of a notice, its tags as spaces.
fn said(query: &str) -> String {
    let markup = notice(&LEDGERED.0, &LEDGERED.1, query);
    let parts = markup.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_reader_of_an_older_release_saw_is_added_to_mended_or_gone() {
    let (atlas, texts) = &*LEDGERED;
    let counts = |version: &str| {
        let since = Since::of(atlas, texts, version)?;
        Some((since.added.len(), since.corrected.len(), since.withdrawn.len()))
    };
    // A claim that came and went in between, or came and was mended, is no change for who saw neither.
    assert_eq!(counts("0.0.1"), Some((5, 2, 1)));
    assert_eq!(counts("0.0.2"), Some((4, 2, 2)));
    assert_eq!(counts("0.1.0"), Some((0, 0, 0)));
    assert_eq!(counts("0.0.3"), None);
}

#[test]
fn an_old_link_says_how_much_has_changed_and_names_what_it_shows() {
    let all = said("?release=0.0.1");
    assert!(
        all.starts_with("Since release 0.0.1: 5 claims added, 2 corrected, 1 withdrawn."),
        "{all}"
    );
    assert!(all.contains("Of these, this link shows 5 added and 2 corrected"), "{all}");
    assert!(all.contains(": the years were wrong"), "{all}");
    // What a curator writes is text.
    assert!(all.contains("the operator was &lt;missing&gt;"), "{all}");
    let one = said("claim=alpha-ayni&release=0.0.1");
    assert!(one.contains("this link shows 0 added and 1 corrected"), "{one}");
    assert!(!one.contains("operator"), "{one}");
    let same = said("claim=alpha-manas-opened&release=0.0.2");
    assert!(same.contains("Of what this link shows nothing was added or corrected."), "{same}");
}

#[test]
fn a_claim_that_is_no_more_is_told_with_what_stands_in_its_place() {
    let gone = said("claim=alpha-osh");
    assert!(
        gone.starts_with("The claim “alpha-osh” was withdrawn: no document says so. Instead:"),
        "{gone}"
    );
    assert!(
        notice(&LEDGERED.0, &LEDGERED.1, "claim=alpha-osh").contains("href=\"?claim=alpha-kant\"")
    );
    assert_eq!(said("?claim=alpha%2Dosh"), gone, "a link may come encoded");
    let collected = said("tab=collection&basket=alpha-kant~beta-short-lived&release=0.0.2");
    assert!(
        collected.starts_with("The claim “beta-short-lived” was withdrawn: said twice."),
        "{collected}"
    );
}

#[test]
fn the_release_itself_a_later_one_and_no_release_say_nothing() {
    for query in ["", "claim=alpha-kant", "release=0.1.0", "release=9.0.0", "release=x", "q=alpha"]
    {
        assert_eq!(said(query), "", "{query}");
    }
}

#[test]
fn the_published_ledger_knows_its_first_release() {
    let (atlas, texts) = mini::published();
    let first = texts.releases().first().expect("there is a ledger").version;
    let since = Since::of(atlas, texts, first).expect("the ledger has it");
    let before = atlas.claims().len() - since.added.len();
    assert!(before > 200 && since.added.len() > 1000, "{before}");
    assert!(!since.corrected.is_empty());
}
