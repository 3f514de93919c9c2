//! The ledger of releases, which the mini dataset does without.

use super::{ALPHA, Copy, Expected, expect};

const FILE: &str = "releases.json";

/// A sound ledger: what came with the release before, and what came with this one.
const LEDGER: &str = r#"[
  {"version": "0.0.0", "date": "2020", "added": ["alpha-manas-opened", "alpha-manas-closed", "alpha-kant",
    "alpha-ayni", "alpha-sary-shagan", "alpha-tj-cn-no-base", "alpha-kz-ru-strategic", "alpha-kz-ru-alliance",
    "alpha-tm-sco-never", "alpha-osh"]},
  {"version": "0.0.1", "added": ["beta-sary-shagan-closed", "beta-almaty-consulate", "beta-visa-kz-cn", "beta-ru-sco",
    "gamma-ru-on-manas"], "corrected": [{"id": "alpha-ayni", "what": "the years were wrong"}],
    "withdrawn": [{"id": "alpha-osh", "reason": "no document says so", "instead": "alpha-kant"}]}
]"#;

#[track_caller]
fn edited(from: &str, to: &str, expected: &[Expected<'_>]) {
    assert_eq!(LEDGER.matches(from).count(), 1, "{from}");
    let copy = Copy::new();
    copy.write(FILE, LEDGER.replacen(from, to, 1).as_bytes());
    expect(&copy, &format!("{from} → {to}"), expected);
}

#[test]
fn a_sound_ledger_gives_no_problem() {
    edited("0.0.0", "0.0.0", &[]);
}

#[test]
fn an_id_that_was_withdrawn_is_never_used_again() {
    edited(
        "\"id\": \"alpha-osh\"",
        "\"id\": \"alpha-kant\"",
        &[
            (ALPHA, "alpha-kant", "id", "was withdrawn in 0.0.1"),
            (FILE, "0.0.0", "added", "\"alpha-osh\" is not in claims/"),
        ],
    );
}

#[test]
fn no_claim_comes_or_goes_without_a_word() {
    let unlisted = (ALPHA, "alpha-ayni", "id", "stands in no release");
    let gone = (FILE, "0.0.1", "corrected", "alpha-ayni is in no earlier release");
    edited("\"alpha-ayni\", \"alpha-sary", "\"alpha-sary", &[unlisted, gone]);
    let lost = (FILE, "0.0.1", "added", "\"beta-lost\" is not in claims/");
    edited("\"beta-ru-sco\",", "\"beta-ru-sco\", \"beta-lost\",", &[lost]);
}

#[test]
fn releases_keep_their_own_rules() {
    let newest = "0.0.1";
    for (from, to, record, field, part) in [
        ("\"0.0.1\"", "\"0.0.2\"", "0.0.2", "version", "is not 0.0.1, the release of VERSION"),
        ("\"0.0.0\"", "\"0.0.1\"", newest, "version", "is not above the one before"),
        ("\"0.0.0\"", "\"0.0.zero\"", "0.0.zero", "version", "is no release"),
        ("\"2020\"", "\"20-20\"", "0.0.0", "date", "is no date"),
        ("\"beta-ru-sco\"", "\"beta-ru-sco\", \"alpha-ayni\"", newest, "added", "was added before"),
        ("\"instead\": \"alpha-kant\"", "\"instead\": \"kant\"", newest, "withdrawn", "is not in"),
        ("\"what\"", "\"why\"", "record 2", "corrected[0].why", "unknown field"),
    ] {
        let copy = Copy::new();
        copy.write(FILE, LEDGER.replacen(from, to, 1).as_bytes());
        let found = copy.problems();
        let says = found.iter().any(|problem| {
            (problem.file.as_str(), problem.record.as_str(), problem.field.as_str())
                == (FILE, record, field)
                && problem.wrong.contains(part)
        });
        assert!(says, "{from} → {to}: {found:#?}");
    }
}
