//! Ids: each its own, and each that is named must be there.

use std::fs;

use c5_atlas::dataset::problem::Problem;

use super::{ALPHA, BETA, Copy, GAMMA, expect, table};

#[test]
#[rustfmt::skip]
fn every_list_refuses_an_id_that_stands_twice_or_cannot_stand_in_a_link() {
    for (file, from, twice) in [
        ("sources.json", "\"id\": \"beta-2019\"", "alpha-2018"),
        ("references.json", "\"id\": \"alpha-2018-n2\"", "alpha-2018-n1"),
        ("actors.json", "\"id\": \"CSTO\"", "SCO"),
        ("places.json", "\"id\": \"pamir\"", "kant"),
        ("categories.json", "\"id\": \"visas\"", "bases"),
        ("issues.json", "\"id\": \"open-borders\"", "foreign-bases"),
        (ALPHA, "\"id\": \"alpha-ayni\"", "alpha-kant"),
    ] {
        let copy = Copy::new();
        copy.edit(file, from, &format!("\"id\": \"{twice}\""));
        let problems = copy.problems();
        let says = |p: &&Problem| (p.file.as_str(), p.record.as_str(), p.field.as_str()) == (file, twice, "id");
        let found = problems.iter().find(says).map(|problem| problem.wrong.as_str());
        assert_eq!(found, Some("stands twice"), "{file}");
    }
    // Across the files of a folder, too.
    let copy = Copy::new();
    copy.write("claims/alpha-more.json", &fs::read(copy.root.join(ALPHA)).expect("the copy is there"));
    let problems = copy.problems();
    assert!(problems.iter().all(|p| p.file == "claims/alpha-more.json"), "{problems:?}");
    assert_eq!(problems.iter().filter(|p| p.wrong == "stands twice").count(), 9, "{problems:?}");
    assert!(problems.iter().any(|p| p.wrong.contains("\"alpha-more\" is not in sources.json")));

    let copy = Copy::new();
    copy.write("tours/more.json", &fs::read(copy.root.join("tours/bases.json")).expect("it is there"));
    expect(&copy, "a second tour", &[("tours/more.json", "bases", "id", "stands twice")]);

    table("routes.json", &[("southern-supply", "southern~supply", &[("routes.json", "southern~supply", "id", "has other characters")])]);
    table("issues.json", &[("open-borders", "open borders", &[("issues.json", "open borders", "id", "has other characters")])]);
}

#[test]
#[rustfmt::skip]
fn every_name_must_stand_in_its_list() {
    let position = "gamma-ru-on-manas";
    table(
        GAMMA,
        &[
            ("\"category\": \"bases\"", "\"category\": \"base\"", &[(GAMMA, position, "category", "\"base\" is not in categories.json, did you mean \"bases\"?")]),
            ("{\"id\": \"US\"", "{\"id\": \"UK\"", &[(GAMMA, position, "actors[1].id", "\"UK\" is not in actors.json")]),
            ("[\"manas\"]", "[\"manus\"]", &[(GAMMA, position, "places", "did you mean \"manas\"?")]),
            ("\"voice\": \"RU\"", "\"voice\": \"reader\"", &[(GAMMA, position, "voice", "\"reader\" is not in actors.json")]),
            ("\"source\": \"gamma\"", "\"source\": \"delta\"", &[
                (GAMMA, position, "cites", "do not name gamma"),
                (GAMMA, position, "cites[0].source", "\"delta\" is not in sources.json"),
                (GAMMA, position, "cites[0].lines", "line 1 belongs to no paragraph"),
            ]),
            ("\"lines\": [1]", "\"lines\": [1, 2]", &[(GAMMA, position, "cites[0].lines", "line 2 belongs to no paragraph")]),
            ("\"terms\"", "\"footnotes\": [8], \"terms\"", &[(GAMMA, position, "cites[0].footnotes", "note 8 is not in references.json")]),
            ("\"issue\": \"foreign-bases\", \"party\"", "\"issue\": \"bases\", \"party\"", &[
                (GAMMA, position, "code.issue", "\"bases\" is not in issues.json"),
                (GAMMA, position, "issue", "\"foreign-bases\" is not the issue of its stance"),
            ]),
            ("\"party\": \"RU\"", "\"party\": \"CN\"", &[(GAMMA, position, "code.party", "CN is not among the claim's actors")]),
        ],
    );
    table(
        ALPHA,
        &[
            ("\"tags\": [\"partnership\"]", "\"tags\": [\"treaties\"]", &[(ALPHA, "alpha-tm-sco-never", "tags", "\"treaties\" is not in categories.json")]),
            ("\"organisation\": \"SCO\"", "\"organisation\": \"NATO\"", &[
                (ALPHA, "alpha-tm-sco-never", "code.organisation", "\"NATO\" is not in actors.json"),
                (ALPHA, "alpha-tm-sco-never", "code.organisation", "NATO is not among the claim's actors"),
            ]),
            ("\"organisation\": \"SCO\"", "\"organisation\": \"CSTO\"", &[(ALPHA, "alpha-tm-sco-never", "code.organisation", "CSTO is not among the claim's actors")]),
            ("\"places\": [\"ayni\"]", "\"places\": [\"pamir\"]", &[(ALPHA, "alpha-ayni", "code.place", "ayni is not among the claim's places")]),
            ("\"voice\": \"CN\"", "\"voice\": \"CN\", \"issue\": \"nothing\"", &[(ALPHA, "alpha-tj-cn-no-base", "issue", "\"nothing\" is not in issues.json")]),
        ],
    );
    table(
        "sources.json",
        &[
            ("\"actors\": [\"KG\", \"RU\", \"US\"]", "\"actors\": [\"IN\"]", &[("sources.json", "gamma", "scope.actors", "\"IN\" is not in actors.json")]),
            ("[\"diplomatic_posts\", ", "[\"posts\", ", &[("sources.json", "beta-2019", "scope.categories", "\"posts\" is not in categories.json")]),
        ],
    );
    table("references.json", &[("\"source\": \"beta-2019\"", "\"source\": \"beta\"", &[
        ("references.json", "beta-2019-n1", "source", "\"beta\" is not in sources.json"),
        (ALPHA, "alpha-kant", "cites[1].footnotes", "note 1"),
        (BETA, "beta-almaty-consulate", "cites[0].footnotes", "note 1"),
    ])]);
    table("locators.json", &[("\"beta-2019\"", "\"beta-2020\"", &[
        ("locators.json", "beta-2020", "", "did you mean \"beta-2019\"?"),
        (ALPHA, "alpha-kant", "cites[1].lines", "line 2"),
        (BETA, "beta-sary-shagan-closed", "cites[0].lines", "line 2"),
        (BETA, "beta-almaty-consulate", "cites[0].lines", "line 4"),
        (BETA, "beta-visa-kz-cn", "cites[0].lines", "line 4"),
        (BETA, "beta-ru-sco", "cites[0].lines", "line 4"),
    ])]);
    table("actors.json", &[("\"seat\": \"astana\"", "\"seat\": \"akmola\"", &[("actors.json", "KZ", "seat", "\"akmola\" is not in places.json")])]);
    table("categories.json", &[("\"alpha-kant\"", "\"alpha-cant\"", &[("categories.json", "bases", "examples", "did you mean \"alpha-kant\"?")])]);
    table("tours/bases.json", &[("\"alpha-kant\"", "\"kant\"", &[
        ("tours/bases.json", "bases", "claims", "\"kant\" is not in claims/"),
        ("tours/bases.json", "bases", "steps[0].link", "opens alpha-kant"),
    ])]);
    table("routes.json", &[
        ("\"almaty\"", "\"alma-ata\"", &[("routes.json", "southern-supply", "via", "\"alma-ata\" is not in places.json")]),
        ("\"alpha-manas-opened\"", "\"manas\"", &[("routes.json", "southern-supply", "claims", "\"manas\" is not in claims/")]),
    ]);
    table("links.json", &[
        ("\"from\": \"alpha-sary-shagan\"", "\"from\": \"nobody\"", &[("links.json", "nobody contradicts beta-sary-shagan-closed", "from", "\"nobody\" is not in claims/")]),
        ("\"to\": \"alpha-kz-ru-strategic\"", "\"to\": \"nobody\"", &[("links.json", "alpha-kz-ru-alliance supersedes nobody", "to", "\"nobody\" is not in claims/")]),
    ]);
}
