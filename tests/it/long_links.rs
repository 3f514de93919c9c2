//! Links at the limit of their length, and beyond it.

use std::sync::LazyLock;

use c5_atlas::atlas::Atlas;
use c5_atlas::pages::Library;
use c5_atlas::query::{AsOf, Facet};
use c5_atlas::scene::crosstab::{Axis, Hand};
use c5_atlas::view::choice::{Choice, LONGEST_BASKET};
use c5_atlas::view::link::{LONGEST, Notice, read, turned, write};
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

/// The lines of an axis, as links write them.
fn lines(axis: Axis) -> Vec<String> {
    axis.lines(&ATLAS).into_iter().map(|line| line.slug).collect()
}

/// The order that a table of an axis by another has once a control of it set one.
fn ordered(rows: Axis, columns: Axis, order: &str) -> Option<String> {
    let table = format!("tab=matrix&rows={}&cols={}", rows.slug(), columns.slug());
    let (view, _) = read(&table, &ATLAS);
    let view = turned(&view, &ATLAS, "order", order).ok()?;
    let (back, notices) = read(&write(&view, &ATLAS), &ATLAS);
    assert_eq!((&back, notices), (&view, Vec::new()));
    back.choices.get(Choice::Order).map(str::to_owned)
}

#[test]
fn every_line_of_every_axis_can_be_put_first_and_every_other_one_be_hidden() {
    for &axis in Axis::ALL {
        let columns = if axis == Axis::Dyad { Axis::Category } else { Axis::Dyad };
        let lines = lines(axis);
        let slugs: Vec<&str> = lines.iter().map(String::as_str).collect();
        for slug in slugs.iter().skip(1) {
            let hand = Hand::default().put(&slugs, slug, slugs.first().copied());
            let read = ordered(axis, columns, &hand.text('r')).map(|own| Hand::read(&own, 'r'));
            assert_eq!(read, Some(hand), "{} {slug}", axis.slug());
        }
        let hand = slugs.iter().skip(1).fold(Hand::default(), |hand, slug| hand.without(slug));
        let read = ordered(axis, columns, &hand.text('r')).unwrap_or_default();
        assert_eq!(Hand::read(&read, 'r'), hand, "{}", axis.slug());
    }
}

#[test]
fn a_drag_of_the_last_line_keeps_the_order_that_was_there() {
    let library = Library::new(&ATLAS, crate::mini::published().1);
    for (rows, columns) in [(Axis::Category, Axis::Dyad), (Axis::Issue, Axis::Category)] {
        let query = format!("tab=matrix&rows={}&cols={}", rows.slug(), columns.slug());
        let (first, last) = (lines(rows).swap_remove(0), lines(rows).pop().unwrap_or_default());
        let (first, last) = (format!("r.{first}"), format!("r.{last}"));
        let before = format!("{query}&order=c_{}", lines(columns).swap_remove(0));
        let order = library.reordered(&before, &last, Some(&first)).unwrap_or_default();
        let kept = ordered(rows, columns, &order).unwrap_or_default();
        assert!(kept.starts_with(&format!("{last}~{first}~")) && kept.contains("~c_"), "{kept}");
    }
}

#[test]
fn what_a_control_cannot_set_is_told_and_changes_nothing() {
    let (view, _) = read("tab=matrix&order=r.visas", &ATLAS);
    let told = turned(&view, &ATLAS, "order", &"r.x~".repeat(1000));
    assert!(matches!(told, Err(Notice::BadValue { key: "order", .. })), "{told:?}");
}

#[test]
fn a_text_that_is_too_long_is_searched_for_by_its_beginning_and_a_link_with_one_is_told() {
    let (view, _) = read("tab=claims&sort=date&q=Kant", &ATLAS);
    let long = "Кант ".repeat(60);
    let there = turned(&view, &ATLAS, "q", &long);
    let text = there.as_ref().ok().and_then(|view| view.choices.get(Choice::Query));
    assert_eq!(text, Some("Кант ".repeat(40).as_str()));
    let pasted = turned(&view, &ATLAS, "q", "Kant\nair\u{7}base");
    let text = pasted.as_ref().ok().and_then(|view| view.choices.get(Choice::Query));
    assert_eq!(text, Some("Kant air base"));
    // What the search field's list leads to is what is typed there.
    let library = Library::new(&ATLAS, crate::mini::published().1);
    let options = library.options(&"military ".repeat(40), "");
    let all = options.split("href=\"?").find(|rest| rest.starts_with("tab=claims&amp;q=military"));
    assert!(all.is_some(), "{options}");
    let page = library.page("tab=claims", 1200.0);
    assert!(page.contains("id=\"claims-text\" data-key=\"q\" maxlength=\"200\""), "{page}");
    let (view, notices) = read(&format!("tab=claims&q={}", "a".repeat(201)), &ATLAS);
    assert_eq!(view.choices.get(Choice::Query), None);
    assert!(matches!(notices.as_slice(), [Notice::BadValue { key: "q", .. }]), "{notices:?}");
}

#[test]
fn the_fullest_table_reads_back_as_the_same() {
    let mut view = ViewState { tab: Tab::Matrix, ..ViewState::default() };
    for &facet in Facet::ALL {
        facet.values(&ATLAS).into_iter().for_each(|value| view.filter.choose(value));
    }
    let basket: Vec<&str> = ATLAS.claims().map(|(_, claim)| claim.slug()).take(85).collect();
    assert!(view.choices.set(Choice::Basket, &basket.join("~")));
    // The two axes whose lines are longest to write.
    let all = |side: &str, axis| lines(axis).iter().map(|own| format!("{side}{own}")).collect();
    let parts: [Vec<String>; 2] = [all("r.", Axis::Issue), all("c_", Axis::Category)];
    for (choice, value) in [
        (Choice::Rows, Axis::Issue.slug()),
        (Choice::Columns, Axis::Category.slug()),
        (Choice::Order, &parts.concat().join("~")),
    ] {
        assert!(view.choices.set(choice, value), "{value}");
    }
    let link = write(&view, &ATLAS);
    let room = LONGEST_BASKET - basket.join("~").len();
    assert!(link.len() + room <= LONGEST, "{} bytes and {room}", link.len());
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
