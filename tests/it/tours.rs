//! The guided stories: each step opens what it speaks of, and no claim that a story leans on
//! changes without somebody reading the story again.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;

use c5_atlas::atlas::Atlas;
use c5_atlas::dataset::raw::{Claim, Dataset};
use c5_atlas::dataset::read;
use c5_atlas::view::{Selection, link};
use c5_atlas::words::Words;

use crate::mini;

static DATA: LazyLock<Dataset> = LazyLock::new(|| read::folder(&mini::project().join("data")).0);

/// How long a step may be: it is read beside the picture that it speaks of.
const STEP_CHARS: usize = 240;

#[test]
fn every_step_opens_what_it_speaks_of_without_a_notice() {
    let atlas = Atlas::embedded();
    let mut wrong = String::new();
    for tour in DATA.tours.iter().map(|filed| &filed.record) {
        for step in &tour.steps {
            let (view, notices) = link::read(&step.link, &atlas);
            let mut say = |what: &str| writeln!(wrong, "{}: {}: {what}", tour.id, step.link);
            let said = match notices.first() {
                Some(notice) => say(&notice.words(&Words::default())),
                None => Ok(()),
            };
            let kept = view.filter.run(&atlas).kept;
            let hidden = match view.selection {
                Some(Selection::Claim(claim)) if !kept.contains(claim) => {
                    say("its filter leaves out the claim that it opens")
                }
                _ if kept.is_empty() => say("its filter keeps nothing"),
                _ => Ok(()),
            };
            said.and(hidden).expect("a text can be written to");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_story_has_six_to_ten_short_steps() {
    assert!(DATA.tours.len() >= 6, "{} stories", DATA.tours.len());
    for tour in DATA.tours.iter().map(|filed| &filed.record) {
        assert!((6..=10).contains(&tour.steps.len()), "{}: {} steps", tour.id, tour.steps.len());
        for step in &tour.steps {
            let length = step.text.chars().count();
            assert!(length <= STEP_CHARS, "{}: {length} characters: {}", tour.id, step.text);
        }
    }
}

/// `tests/tours.txt` holds, of each claim that a story leans on, a digest of what the story took
/// from it. `UPDATE_GOLDEN=1` writes it anew, except where `CI=true`.
#[test]
fn no_claim_that_a_story_leans_on_has_changed() {
    let claims: BTreeMap<&str, &Claim> =
        DATA.claims.iter().map(|filed| (filed.record.id.as_str(), &filed.record)).collect();
    let mut stories: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for tour in DATA.tours.iter().map(|filed| &filed.record) {
        for claim in &tour.claims {
            stories.entry(claim).or_default().push(&tour.id);
        }
    }
    let pins: BTreeMap<&str, String> = stories
        .keys()
        .map(|&id| (id, claims.get(id).map_or_else(|| "gone".to_owned(), |claim| digest(claim))))
        .collect();

    let path = mini::project().join("tests/tours.txt");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    if is("UPDATE_GOLDEN", "1") && !is("CI", "true") {
        let lines: Vec<String> = pins.iter().map(|(id, pin)| format!("{id} {pin}\n")).collect();
        fs::write(&path, lines.concat()).expect("the list can be written");
        return;
    }
    let text = fs::read_to_string(&path).expect("the list is there; UPDATE_GOLDEN=1 writes it");
    let pinned: BTreeMap<&str, &str> =
        text.lines().filter_map(|line| line.split_once(' ')).collect();
    let mut changed = String::new();
    for (id, pin) in &pins {
        if pinned.get(id) != Some(&pin.as_str()) {
            let what = if pinned.contains_key(id) { "has changed" } else { "is new here" };
            writeln!(changed, "{id} {what}: {}", stories[id].join(", ")).expect("it is a text");
        }
    }
    assert!(
        changed.is_empty(),
        "\n{changed}Read these stories again in data/tours and mend what is no longer so. Then\n\
         UPDATE_GOLDEN=1 cargo test --test it tours\nwrites tests/tours.txt anew."
    );
    assert_eq!(pinned.len(), pins.len(), "tests/tours.txt holds claims that no story leans on");
}

/// Sixty-four bits of a claim's sentence, date and code, by Fowler, Noll and Vo's hash 1a.
fn digest(claim: &Claim) -> String {
    let code = serde_json::to_string(&claim.code).expect("a code can be written");
    let text = format!("{}\n{}\n{code}", claim.summary, claim.date.as_deref().unwrap_or("undated"));
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}
