//! Rules of each file of its own.

use super::{ALPHA, BETA, GAMMA, table};

#[test]
#[rustfmt::skip]
fn registries_keep_their_own_rules() {
    let (sources, references, locators) = ("sources.json", "references.json", "locators.json");
    table("VERSION", &[
        ("0.0.1", "0.1", &[("VERSION", "", "", "\"0.1\" is no release")]),
        ("0.0.1", "0.0.1-rc", &[("VERSION", "", "", "is no release")]),
    ]);
    table(sources, &[
        ("\"2018-09\"", "\"2018-9\"", &[(sources, "alpha-2018", "horizon", "\"2018-9\" is no date")]),
        ("\"2018-09\"", "\"2018/..\"", &[(sources, "alpha-2018", "horizon", "has no last day")]),
        ("\"2018-09\"", "\"2017/2018\"", &[(sources, "alpha-2018", "horizon", "is more than one date")]),
        ("\"undated\"", "\"undated\", \"urls\": [\"https://example.org\", \"javascript:alert(1)\"]", &[(sources, "gamma", "urls[1]", "javascript:")]),
        ("\"undated\"", "\"undated\", \"urls\": [\"urn:nbn:de:hbz:464\", \"http://example.org\"]", &[]),
        ("\"undated\"", "\"undated\", \"doi\": \"https://doi.org/10.1/2\"", &[(sources, "gamma", "doi", "https://doi.org/10.1/2")]),
        ("\"undated\"", "\"unknown\"", &[(sources, "gamma", "year", "\"unknown\"")]),
        ("\"2001/2010\"", "\"2010/2001\"", &[(sources, "gamma", "scope.years", "interval end precedes interval start")]),
    ]);
    table(references, &[
        ("\"2014-06\"", "\"June 2014\"", &[(references, "alpha-2018-n1", "date", "\"June 2014\" is no date")]),
        ("\"2018-01-31\"", "\"2018-01-32\"", &[(references, "alpha-2018-n1", "accessed", "is no date")]),
        ("https://example.org/bases", "javascript:alert(1)", &[(references, "alpha-2018-n1", "url", "javascript:")]),
        ("\"lines\": [13]", "\"lines\": []", &[(references, "alpha-2018-n2", "lines", "is empty")]),
    ]);
    table(locators, &[
        ("\"paragraph\": 2", "\"paragraph\": 1", &[(locators, "alpha-2018", "section 1 paragraph 1", "stands twice")]),
        ("\"lines\": [8, 9]", "\"lines\": [5, 8, 9]", &[(locators, "alpha-2018", "section 2 paragraph 1", "line 5 belongs to an earlier paragraph too")]),
    ]);
    let place = |field, part| [("places.json", "kant", field, part)];
    table("places.json", &[
        ("\"lon\": 74.8465", "\"lon\": 748.465", &[("places.json", "kant", "lon", "is 748.465"), ("places.json", "kant", "lon", "is far outside KG")]),
        ("\"lat\": 42.8532", "\"lat\": 95", &[("places.json", "kant", "lat", "is 95"), ("places.json", "kant", "lon", "is far outside KG")]),
        // Longitude and latitude the wrong way round.
        ("\"lon\": 74.8465, \"lat\": 42.8532", "\"lon\": 42.8532, \"lat\": 74.8465", &place("lon", "42.8532, 74.8465 is far outside KG")),
        ("\"precision_km\": 1, \"kind\": \"base\", \"country\": \"KG\", \"data\": \"airportsdata\"},\n  {\"id\": \"manas\"", "\"precision_km\": -1, \"kind\": \"base\", \"country\": \"KG\", \"data\": \"airportsdata\"},\n  {\"id\": \"manas\"", &place("precision_km", "is -1")),
        ("\"precision_km\": 200, ", "\"precision_km\": 200, \"country\": \"Tajikistan\", ", &[("places.json", "pamir", "country", "\"Tajikistan\"")]),
    ]);
    table("routes.json", &[
        ("[\"almaty\", \"bishkek\", \"manas\"]", "[\"almaty\"]", &[("routes.json", "southern-supply", "via", "has fewer than two places")]),
        ("[\"alpha-manas-opened\"]", "[]", &[("routes.json", "southern-supply", "claims", "is empty")]),
        ("\"2001/2014\"", "\"2001-2014\"", &[("routes.json", "southern-supply", "date", "is no date")]),
        (", \"note\": \"The document names Manas; the two cities stand for the way there.\"", "", &[("routes.json", "southern-supply", "note", "none of the claims names almaty")]),
    ]);
    let tour = "tours/bases.json";
    table(tour, &[
        (", {\"link\": \"?tab=map&claim=alpha-manas-closed\", \"text\": \"One that closed.\"}", "", &[(tour, "bases", "steps", "has fewer than two")]),
        ("\"?claim=alpha-kant\"", "\"claim=alpha-kant\"", &[(tour, "bases", "steps[0].link", "\"claim=alpha-kant\"")]),
        (", \"alpha-manas-closed\"]", "]", &[(tour, "bases", "steps[1].link", "opens alpha-manas-closed, which is not among the story's claims")]),
    ]);
    // What is said in Russian once is said in Russian everywhere.
    table(tour, &[
        ("\"title\": \"Three sites\"", "\"title\": \"Three sites\", \"title_ru\": \"Три объекта\"", &[(tour, "bases", "steps[0].text_ru", "is missing"), (tour, "bases", "steps[1].text_ru", "is missing")]),
    ]);
    table(sources, &[
        ("\"horizon\": \"2018-09\"", "\"year_note_ru\": \"Год указан.\", \"horizon\": \"2018-09\"", &[
            (sources, "alpha-2018", "year_note_ru", "has no year_note"), (sources, "alpha-2018", "licence_ru", "is missing"),
            (sources, "alpha-2018", "vantage_ru", "is missing"), (sources, "alpha-2018", "silences_ru", "is missing"),
            (sources, "beta-2019", "vantage_ru", "is missing"), (sources, "beta-2019", "silences_ru", "is missing"),
            (sources, "gamma", "year_note_ru", "is missing"), (sources, "gamma", "vantage_ru", "is missing"), (sources, "gamma", "silences_ru", "is missing"),
        ]),
    ]);
    table("threats.txt", &[("war", "w\u{200b}ar", &[("threats.txt", "w\u{200b}ar", "", "control characters")])]);
    table("threats.txt", &[("war", "war = война", &[("threats.txt", "unrest", "", "has no Russian")])]);
    table("categories.json", &[("\"order\": 5", "\"order\": 4", &[("categories.json", "bases", "order", "4 is taken")])]);
}

#[test]
#[rustfmt::skip]
fn claims_keep_their_own_rules() {
    let (ayni, kant, tie) = ("alpha-ayni", "alpha-kant", "alpha-kz-ru-alliance");
    let post = "beta-almaty-consulate";
    let long = format!("\"summary\": \"{}\"", "é".repeat(281));
    let dated = |date: &str| format!("\"date\": \"{date}\"");
    table(ALPHA, &[
        ("\"id\": \"alpha-ayni\"", "\"id\": \"ayni\"", &[(ALPHA, "ayni", "id", "does not begin with the source's first word")]),
        ("\"id\": \"alpha-ayni\"", "\"id\": \"alphabet-ayni\"", &[(ALPHA, "alphabet-ayni", "id", "does not begin with")]),
        ("\"id\": \"alpha-ayni\"", "\"id\": \"alpha-Ayni\"", &[(ALPHA, "alpha-Ayni", "id", "has capitals")]),
        ("\"terms\": [\"Ayni\"]}], \"weight\": 2", "\"terms\": [\"Ayni\"]}], \"weight\": 4", &[(ALPHA, ayni, "weight", "is 4")]),
        ("\"summary\": \"A Russian aviation regiment uses the airfield of Ayni from 2002 to 2010.\"", &long, &[(ALPHA, ayni, "summary", "has 281 characters")]),
        ("A Russian aviation", "A\\u0007 Russian aviation", &[(ALPHA, ayni, "summary", "control characters")]),
        ("The base stands", "The base\\u202e stands", &[(ALPHA, kant, "detail", "control characters")]),
        ("\"terms\": [\"Ayni\"]", "\"terms\": [\"Ay\\u200eni\"]", &[(ALPHA, ayni, "cites[0].terms[0]", "control characters")]),
        ("The two documents", "The two\\ndocuments", &[(ALPHA, kant, "note", "control characters")]),
        ("\"actors\": [{\"id\": \"CN\", \"role\": \"subject\"}, {\"id\": \"TJ\", \"role\": \"host\"}]", "\"actors\": []", &[(ALPHA, "alpha-tj-cn-no-base", "actors", "is empty")]),
        ("{\"id\": \"TJ\", \"role\": \"host\"}], \"places\": [\"pamir\"]", "{\"id\": \"CN\", \"role\": \"subject\"}], \"places\": [\"pamir\"]", &[(ALPHA, "alpha-tj-cn-no-base", "actors[1]", "CN stands twice as subject")]),
        ("\"date\": \"2014-06-03\"", &dated("2014-06-31"), &[(ALPHA, "alpha-manas-closed", "date", "\"2014-06-31\" is no date")]),
        ("\"date\": \"2014-06-03\"", &dated("3 June 2014"), &[(ALPHA, "alpha-manas-closed", "date", "is no date")]),
        ("\"date\": \"2002/2010\"", &dated("2010/2002"), &[(ALPHA, ayni, "date", "interval end precedes interval start")]),
        ("\"date\": \"2002/2010\"", &dated("[2002,2010]"), &[(ALPHA, ayni, "date", "is no date")]),
        ("\"until\": \"2032\"", "\"until\": \"soon\"", &[(ALPHA, kant, "code.until", "\"soon\" is no date")]),
        ("\"until\": \"2032\"", "\"until\": \"203X\"", &[(ALPHA, kant, "code.until", "is more than one date")]),
        (", \"max\": 12500", "", &[(ALPHA, kant, "quantities[0]", "between a value and nothing")]),
        ("\"max\": 12500", "\"max\": 50", &[(ALPHA, kant, "quantities[0]", "a max below its value")]),
        ("\"between\"", "\"about\"", &[(ALPHA, kant, "quantities[0]", "has a max")]),
        ("\"at\": \"2016\"", "\"at\": \"20166\"", &[(ALPHA, kant, "quantities[0].at", "is no date")]),
        ("[{\"id\": \"KZ\", \"role\": \"party\"}, {\"id\": \"RU\", \"role\": \"party\"}], \"date\": \"2013-11-11\"", "[{\"id\": \"KZ\", \"role\": \"party\"}], \"date\": \"2013-11-11\"", &[(ALPHA, tie, "actors", "has 1 of the role party")]),
        ("[{\"source\": \"alpha-2018\", \"lines\": [6], \"terms\": [\"Ayni\"]}]", "[]", &[(ALPHA, ayni, "cites", "is empty")]),
        ("\"lines\": [6], \"terms\": [\"Ayni\"]", "\"lines\": [], \"terms\": [\"Ayni\"]", &[(ALPHA, ayni, "cites[0].lines", "is empty")]),
        ("\"terms\": [\"Ayni\"]", "\"terms\": []", &[(ALPHA, ayni, "cites[0].terms", "is empty")]),
    ]);
    table(BETA, &[
        ("{\"post\": {\"sender\": \"CN\", \"host\": \"KZ\", \"place\": \"almaty\", \"kind\": \"consulate_general\"}}", "{\"aid\": {\"donor\": \"CN\", \"recipient\": \"KZ\", \"value\": 5, \"currency\": \"yuan\"}}", &[(BETA, post, "code.currency", "\"yuan\" is no currency")]),
    ]);
    let threat = "\"code\": {\"threat\": {\"threat\": \"wars\"}}, \"voice\": \"CN\"";
    table(ALPHA, &[
        ("\"voice\": \"CN\"", threat, &[(ALPHA, "alpha-tj-cn-no-base", "code.threat", "\"wars\" is not in threats.txt, did you mean \"war\"?")]),
        ("\"voice\": \"CN\"", &threat.replace("wars", "war"), &[]),
    ]);
    let position = "gamma-ru-on-manas";
    table(GAMMA, &[
        ("\"issue\": \"foreign-bases\", \"weight\"", "\"weight\"", &[(GAMMA, position, "issue", "is missing")]),
        ("\"issue\": \"foreign-bases\", \"weight\"", "\"issue\": \"open-borders\", \"weight\"", &[(GAMMA, position, "issue", "\"open-borders\" is not the issue of its stance")]),
        ("\"code\": {\"stance\": {\"issue\": \"foreign-bases\", \"party\": \"RU\", \"value\": \"supports\"}}, \"voice\": \"RU\", \"cites\": [{\"source\": \"gamma\", \"lines\": [1], \"terms\": [\"Manas\"]}], \"issue\": \"foreign-bases\"", "\"voice\": \"RU\", \"cites\": [{\"source\": \"gamma\", \"lines\": [1], \"terms\": [\"Manas\"]}]", &[(GAMMA, position, "code", "is missing")]),
    ]);
}

#[test]
#[rustfmt::skip]
fn links_keep_their_own_rules() {
    let file = "links.json";
    table(file, &[
        ("\"to\": \"alpha-kz-ru-strategic\"", "\"to\": \"alpha-kz-ru-alliance\"", &[(file, "alpha-kz-ru-alliance supersedes alpha-kz-ru-alliance", "to", "is the claim itself")]),
        (", \"note\": \"One document has the range at work, the other has it idle.\"", "", &[(file, "alpha-sary-shagan contradicts beta-sary-shagan-closed", "note", "is missing")]),
        (", \"cites\": [{\"source\": \"gamma\", \"lines\": [1], \"terms\": [\"pressure\"]}]", "", &[(file, "gamma-ru-on-manas causes alpha-manas-closed", "cites", "is empty")]),
        ("\"lines\": [1]", "\"lines\": [3]", &[(file, "gamma-ru-on-manas causes alpha-manas-closed", "cites[0].lines", "line 3 belongs to no paragraph")]),
        ("\"terms\": [\"pressure\"]", "\"terms\": []", &[(file, "gamma-ru-on-manas causes alpha-manas-closed", "cites[0].terms", "is empty")]),
    ]);
}
