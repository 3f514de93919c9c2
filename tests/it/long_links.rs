//! Links at the limit of their length, and beyond it.

use std::sync::LazyLock;

use c5_atlas::atlas::Atlas;
use c5_atlas::query::{AsOf, Facet};
use c5_atlas::view::choice::Choice;
use c5_atlas::view::link::{LONGEST, Notice, read, write};
use c5_atlas::view::{Tab, ViewState};
use c5_atlas::words::Words;

use crate::mini;

/// The atlas that is published.
static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

#[test]
fn the_fullest_view_reads_back_as_the_same() {
    let mut view = ViewState { tab: Tab::Claims, ..ViewState::default() };
    for &facet in Facet::ALL {
        facet.values(&ATLAS).into_iter().for_each(|value| view.filter.choose(value));
    }
    let basket: Vec<&str> = ATLAS.claims().map(|(_, claim)| claim.slug()).take(85).collect();
    assert!(view.choices.set(Choice::Basket, &basket.join("~")));
    assert!(view.choices.set(Choice::Query, &"щ".repeat(200)));
    let link = write(&view, &ATLAS);
    assert!(link.len() > LONGEST / 2, "{} bytes", link.len());
    assert_eq!(read(&link, &ATLAS), (view, Vec::new()));
}

#[test]
fn of_a_link_that_is_too_long_no_pair_is_cut() {
    let long = format!("at=2012-06&q={}&state=KG", "a".repeat(LONGEST));
    let (view, notices) = read(&long, &ATLAS);
    assert_eq!((view.filter.at, notices), (AsOf::read("2012-06"), vec![Notice::TooLong]));
    let (view, _) = read(&"a".repeat(LONGEST + 1), &ATLAS);
    assert_eq!(view, ViewState::default());
}

#[test]
fn a_long_link_is_read_to_its_limit_and_a_long_value_is_cut() {
    let (view, notices) =
        read(&format!("tab=map&{}&{}", "x".repeat(60), "y".repeat(9000)), mini::atlas());
    let words: Vec<String> = notices.iter().map(|notice| notice.words(&Words::default())).collect();
    assert_eq!(write(&view, mini::atlas()), "tab=map");
    assert_eq!(
        words.first().map(String::as_str),
        Some("This link is too long; its end was left out.")
    );
    assert_eq!(
        words.get(1),
        Some(&format!("This link names “{}…”, which the atlas does not know.", "x".repeat(40)))
    );
}
