//! Files and records that do not read.

use std::fs;

use super::{ALPHA, BETA, Copy, Expected, GAMMA, expect, table};

/// A claim that cannot be read leaves the records that name it dangling.
const WITHOUT_KANT: [Expected<'_>; 2] = [
    ("categories.json", "bases", "examples", "\"alpha-kant\" is not in claims/"),
    ("tours/bases.json", "bases", "claims", "\"alpha-kant\" is not in claims/"),
];

#[test]
fn what_cannot_be_read_is_named() {
    let copy = Copy::new();
    copy.write("issues.json", b"[\n  {\"id\": \"x\xff\"}\n]");
    let dangling = ("claims/gamma.json", "gamma-ru-on-manas");
    let issue = "\"foreign-bases\" is not in issues.json";
    expect(
        &copy,
        "bad UTF-8",
        &[
            ("issues.json", "", "", "is not UTF-8 on line 2"),
            (dangling.0, dangling.1, "code.issue", issue),
            (dangling.0, dangling.1, "issue", issue),
        ],
    );

    for (content, part) in [
        ("{}", "expected a sequence"),
        ("[{\"id\": \"x\"", "EOF"),
        ("[] []", "trailing characters"),
        ("", "holds nothing"),
        ("\u{FEFF}[]", "expected value"),
    ] {
        let copy = Copy::new();
        copy.write("routes.json", content.as_bytes());
        expect(&copy, content, &[("routes.json", "", "", part)]);
    }

    let copy = Copy::new();
    fs::remove_file(copy.root.join("locators.json")).expect("the copy is there");
    let problems = copy.problems();
    let named =
        problems.iter().any(|p| p.file == "locators.json" && p.wrong.contains("cannot be read"));
    assert!(named, "{problems:?}");
}

#[test]
fn a_dataset_without_claims_is_none() {
    let copy = Copy::new();
    fs::remove_dir_all(copy.root.join("claims")).expect("the copy is there");
    let problems = copy.problems();
    let named = problems.iter().any(|p| p.file == "claims" && p.wrong == "is not there");
    assert!(named, "{problems:?}");
}

#[test]
#[rustfmt::skip]
fn a_record_that_does_not_fit_is_named_with_its_field() {
    for (from, to, field, part) in [
        ("\"terms\": [\"Kant\"]}", "\"terms\": [\"Kant\"], \"page\": 3}", "cites[0].page", "unknown field `page`"),
        ("\"personnel\"", "7", "quantities[0].what", "invalid type: integer `7`"),
        ("\"air_base\"", "\"airbase\"", "code.facility.kind", "unknown variant `airbase`"),
        ("\"note\": \"The two", "\"nota\": \"The two", "nota", "unknown field `nota`"),
        ("\"detail\": \"The base", "\"summary\": \"The base", "", "duplicate field `summary`"),
        ("\"value\": 500, ", "", "quantities[0]", "missing field `value`"),
        ("{\"facility\": {\"place\": \"kant\"", "{\"threat\": {\"threat\": \"x\"}, \"facility\": {\"place\": \"kant\"", "code", "expected value"),
        ("\"places\": [\"kant\"]", "\"places\": \"kant\"", "places", "invalid type: string"),
    ] {
        let copy = Copy::new();
        copy.edit(ALPHA, from, to);
        let [first, second] = WITHOUT_KANT;
        expect(&copy, &format!("{from} → {to}"), &[(ALPHA, "alpha-kant", field, part), first, second]);
    }
    // A record without an id is called by its position; one of locators.json by its source.
    table(
        "references.json",
        &[(
            "{\"id\": \"beta-2019-n1\", ",
            "{",
            &[
                ("references.json", "record 3", "", "missing field `id`"),
                (ALPHA, "alpha-kant", "cites[1].footnotes", "note 1 is not in references.json"),
                (BETA, "beta-almaty-consulate", "cites[0].footnotes", "note 1"),
            ],
        )],
    );
    table(
        "locators.json",
        &[(
            "\"gamma\": {",
            "\"gamma\": {\"excuse\": [], ",
            &[
                ("locators.json", "gamma", "excuse", "unknown field `excuse`"),
                (GAMMA, "gamma-ru-on-manas", "cites[0].lines", "line 1"),
                ("links.json", "gamma-ru-on-manas causes alpha-manas-closed", "cites[0].lines", "line 1"),
            ],
        )],
    );
}

#[test]
#[rustfmt::skip]
fn what_says_nothing_is_refused() {
    let record = "alpha-2018";
    table(
        "sources.json",
        &[
            ("\"10.1000/alpha\"", "null", &[("sources.json", record, "doi", "is null")]),
            ("\"CC-BY-4.0\"", "\"\"", &[("sources.json", record, "licence", "is empty")]),
            ("\"CC-BY-4.0\"", "\" \\t\"", &[("sources.json", record, "licence", "is empty")]),
            ("\"Institute of Tests\"", "\"\"", &[("sources.json", record, "authors[0].affiliation", "is empty")]),
            ("[\"https://example.org/alpha\"]", "[\"\"]", &[("sources.json", record, "urls[0]", "is empty")]),
            (
                "\"Written for the tests.\"",
                "null",
                &[
                    ("sources.json", record, "vantage", "is null"),
                    ("sources.json", record, "vantage", "invalid type: null"),
                    ("references.json", "alpha-2018-n1", "source", "is not in sources.json"),
                    ("references.json", "alpha-2018-n2", "source", "is not in sources.json"),
                    ("locators.json", record, "", "is not in sources.json"),
                    (ALPHA, "", "", "is not in sources.json"),
                    (ALPHA, "alpha-manas-opened", "cites[0].source", "is not in sources.json"),
                    (ALPHA, "alpha-manas-closed", "cites[0].source", "is not in sources.json"),
                    (ALPHA, "alpha-kant", "cites[0].source", "is not in sources.json"),
                    (ALPHA, "alpha-ayni", "cites[0].source", "is not in sources.json"),
                    (ALPHA, "alpha-sary-shagan", "cites[0].source", "is not in sources.json"),
                    (ALPHA, "alpha-tj-cn-no-base", "cites[0].source", "is not in sources.json"),
                    (ALPHA, "alpha-kz-ru-strategic", "cites[0].source", "is not in sources.json"),
                    (ALPHA, "alpha-kz-ru-alliance", "cites[0].source", "is not in sources.json"),
                    (ALPHA, "alpha-tm-sco-never", "cites[0].source", "is not in sources.json"),
                ],
            ),
        ],
    );
}

#[test]
fn a_list_longer_than_its_numbers_count_is_refused() {
    let copy = Copy::new();
    let path = copy.root.join("issues.json");
    let text = std::fs::read_to_string(path).expect("the copy can be read");
    let more: String = (0..255)
        .map(|at| {
            format!(r#",{{"id": "more-{at}", "group": "niche", "name": "N", "proposition": "P."}}"#)
        })
        .collect();
    let all = text.trim_end().trim_end_matches(']').to_owned() + &more + "]";
    copy.write("issues.json", all.as_bytes());
    expect(&copy, "257 issues", &[("issues.json", "", "", "has too many records: 257")]);
}
