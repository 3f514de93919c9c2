//! What people read who write links by hand knows every key, every page and every facet's own words; reports
//! are of this release.

use std::fs;

use c5_atlas::query::Facet;
use c5_atlas::view::choice::Choice;
use c5_atlas::view::link::KEYS;
use c5_atlas::view::{Sheet, Tab, Theme};

use crate::mini;

/// The rows of the table of links: the keys' cell, and the rest.
fn rows() -> Vec<(String, String)> {
    let page = fs::read_to_string(mini::project().join("docs/links.md")).expect("it is there");
    let (_, table) = page.split_once("| key | value |").expect("it has a table of links");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| row.trim_start_matches('|').split_once('|'))
        .map(|(keys, rest)| (keys.to_owned(), rest.to_owned()))
        .collect()
}

fn holds(text: &str, word: &str) -> bool {
    text.contains(&format!("`{word}`"))
}

#[test]
fn every_key_of_a_link_is_documented_and_no_other() {
    let rows = rows();
    let known: Vec<&str> =
        KEYS.iter().copied().chain(Choice::ALL.iter().map(|choice| choice.key())).collect();
    for key in &known {
        assert!(rows.iter().any(|(keys, _)| holds(keys, key)), "the table does not tell of {key}");
    }
    for (keys, _) in &rows {
        // `rows` on `positions`: what follows names a page.
        let keys = keys.split(" on ").next().unwrap_or_default();
        for key in keys.split('`').skip(1).step_by(2) {
            assert!(known.contains(&key), "the table tells of {key}, which no link has");
        }
    }
}

#[test]
fn every_facet_has_its_key_in_links() {
    for facet in Facet::ALL {
        assert!(KEYS.contains(&facet.key()), "{facet:?}");
    }
}

#[test]
fn every_page_plate_and_theme_is_documented() {
    let rows = rows();
    let said = |key: &str, word: &str| {
        assert!(
            rows.iter().any(|(keys, rest)| holds(keys, key) && holds(rest, word)),
            "docs/links.md does not tell of {key}={word}"
        );
    };
    Tab::ALL.iter().for_each(|tab| said("tab", tab.slug()));
    Sheet::ALL.iter().for_each(|sheet| said("plate", sheet.slug()));
    Theme::ALL.iter().for_each(|theme| said("theme", theme.slug()));
}

#[test]
fn who_cites_the_atlas_names_the_datasets_release() {
    let read = |path: &str| fs::read_to_string(mini::project().join(path)).expect("it is there");
    let wanted = format!("version: {}", read("data/VERSION").trim());
    assert!(read("CITATION.cff").lines().any(|line| line == wanted), "CITATION.cff: no {wanted}");
}

#[test]
fn reports_speak_of_this_release() {
    let read = |path: &str| fs::read_to_string(mini::project().join(path)).expect("it is there");
    let release = format!("release {}", read("data/VERSION").trim());
    for report in ["docs/ACCESSIBILITY.md", "docs/reproducible.md", "docs/speed.md"] {
        // Made anew by `make reproduce`, by `make bench`, and by reading.
        assert!(read(report).to_lowercase().contains(&release), "{report} is of another release");
    }
}
