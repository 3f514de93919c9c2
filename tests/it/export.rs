//! What leaves the atlas, read back by other programs' readers: from the published dataset, from one whose names
//! mean harm, and from a view that shows nothing.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::dataset::{assemble, read};
use c5_atlas::export::shown::filter_line;
use c5_atlas::export::work::works;
use c5_atlas::export::{Extract, Taken, table};
use c5_atlas::pages::Library;

use crate::mini;

pub(crate) const ADDRESS: &str = "https://example.org/atlas/";
pub(crate) const DAY: &str = "2026-11-22";

static REAL: LazyLock<(Atlas, Texts)> = LazyLock::new(|| {
    let (data, _) = read::folder(&mini::project().join("data"));
    packed(data)
});

/// Signs that some format or program gives a meaning, and some that are not seen.
const HARM: &str = "=cmd|' /C calc'!A0, \"x\" <script>alert(1)</script> {\\b} 100% & $5 #1 _a_ ~^ \u{202E}evil\u{202C} [1]: *b* `c` @misc{a, b = {}";

/// The mini dataset with harmful names everywhere.
static HOSTILE: LazyLock<(Atlas, Texts)> = LazyLock::new(|| {
    let (mut data, _) = read::folder(&mini::folder());
    for source in &mut data.sources {
        source.title = HARM.to_owned();
        source.authors[0].name = HARM.to_owned();
        source.publisher = Some(HARM.to_owned());
    }
    for reference in &mut data.references {
        reference.title = Some(HARM.to_owned());
        reference.outlet = Some(HARM.to_owned());
        reference.authors = vec![HARM.to_owned(), "Ann and Bob".to_owned()];
        reference.url = Some("https://example.org/a_b?c={d}&e=%20\\".to_owned());
    }
    data.actors.iter_mut().for_each(|actor| actor.name = HARM.to_owned());
    data.places.iter_mut().for_each(|place| place.name = HARM.to_owned());
    for filed in &mut data.claims {
        filed.record.summary = format!("{HARM}\r\n{HARM}");
        filed.record.detail = Some("-1+1".to_owned());
    }
    packed(data)
});

fn packed(data: c5_atlas::dataset::raw::Dataset) -> (Atlas, Texts) {
    let data = Box::leak(Box::new(data));
    let lines = Box::leak(Box::new(assemble::Lines::of(data)));
    let (pack, texts) = assemble::pack(data, lines);
    (Atlas::new(pack), Texts::new(texts))
}

/// Views to take from: all, some, one claim, nothing.
pub(crate) fn extracts() -> Vec<(&'static str, Extract<'static>)> {
    let real = |query: &'static str| (query, Extract::of(&REAL.0, &REAL.1, query, ADDRESS, DAY));
    let hostile =
        |query: &'static str| (query, Extract::of(&HOSTILE.0, &HOSTILE.1, query, ADDRESS, DAY));
    vec![
        real(""),
        real("power=RU&category=bases&at=2009"),
        real("dyad=KZ-CN~partnership"),
        real("claim=seneca-novaya-kazanka-closed"),
        real("state=TM&category=exercises&power=CN&at=1801"),
        hostile(""),
        hostile("claim=alpha-kant"),
        hostile("entity=RU"),
        real("tab=matrix&rows=organisation&cols=party"),
        real("plate=eurasia&layers=routes~flows&at=2015"),
        real("tab=timeline&lanes=category"),
        real("tab=timeline&category=bases~visits&span=2000~2014&at=2010"),
        real("tab=positions&focus=russia-role"),
        real("tab=scenarios&focus=evsikov-kg-failure-regional-risk"),
    ]
}

fn taken(extract: &Extract<'_>, key: &str) -> Taken {
    extract.take(key).unwrap_or_else(|| panic!("{key} is taken"))
}

fn text(extract: &Extract<'_>, key: &str) -> String {
    String::from_utf8(taken(extract, key).bytes).expect("it is UTF-8")
}

#[test]
fn the_views_are_as_meant() {
    let counts: Vec<usize> = extracts().iter().map(|(_, extract)| extract.claims.len()).collect();
    assert_eq!(counts[0], REAL.0.claims().len());
    assert!(counts[1] > 5 && counts[1] < 200 && counts[2] > 0);
    assert_eq!((counts[3], counts[4], counts[6]), (1, 0, 1));
}

#[test]
fn a_csv_reader_finds_every_claim_and_no_formula() {
    for (query, extract) in extracts() {
        let table = table::claims(extract.atlas, extract.texts, &extract.claims);
        let csv = text(&extract, "csv");
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
        assert_eq!(reader.headers().expect("it has a head"), table.head);
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect(query)).collect();
        assert_eq!(rows.len(), extract.claims.len(), "{query}");
        for (read, meant) in rows.iter().zip(&table.rows) {
            for (read, meant) in read.iter().zip(meant) {
                assert!(!read.trim_start().starts_with(['=', '+', '-', '@']), "{query}: {read}");
                assert_eq!(
                    read.strip_prefix('\'').unwrap_or(read),
                    meant.strip_prefix('\'').unwrap_or(meant)
                );
            }
        }
    }
}

#[test]
fn the_release_table_says_what_the_files_say() {
    let (data, _) = read::folder(&mini::project().join("data"));
    let table = table::claims(&REAL.0, &REAL.1, REAL.0.index().all());
    let column = |name: &str| table.head.iter().position(|head| *head == name).expect("a column");
    for (row, filed) in table.rows.iter().zip(&data.claims) {
        let claim = &filed.record;
        assert_eq!(row[column("id")], claim.id);
        assert_eq!(row[column("voice")], claim.voice);
        assert_eq!(row[column("summary")], claim.summary);
        assert_eq!(row[column("quantities")].is_empty(), claim.quantities.is_empty());
        // Names in codes are names again.
        let code = &row[column("code")];
        match &claim.code {
            None => assert_eq!(code, ""),
            Some(own) => {
                let read: serde_json::Value = serde_json::from_str(code).expect("it is JSON");
                let mut meant = serde_json::to_value(own).expect("it is JSON");
                for fields in meant.as_object_mut().expect("a family").values_mut() {
                    fields.as_object_mut().expect("fields").retain(|_, value| !value.is_null());
                }
                assert_eq!(read, meant, "{}", claim.id);
            }
        }
    }
}

#[test]
fn a_bibtex_parser_finds_every_work_with_its_title() {
    for (query, extract) in extracts() {
        let bibtex = text(&extract, "bibtex");
        let parsed = biblatex::Bibliography::parse(&bibtex)
            .unwrap_or_else(|error| panic!("{query}: {error}\n{bibtex}"));
        let works = works(&extract);
        assert_eq!(parsed.len(), works.len(), "{query}");
        for (entry, work) in parsed.iter().zip(&works) {
            use biblatex::ChunksExt;
            assert_eq!(entry.key, work.key);
            let title = entry.title().expect("it has a title").format_verbatim();
            assert_eq!(title, work.title, "{query}");
            let authors = entry.author().map(|authors| authors.len()).unwrap_or_default();
            assert_eq!(authors, work.authors.len(), "{query} {}", work.key);
        }
    }
}

#[test]
fn csl_json_holds_every_work() {
    for (query, extract) in extracts() {
        let items: Vec<serde_json::Value> =
            serde_json::from_str(&text(&extract, "csl")).expect("it is JSON");
        let works = works(&extract);
        assert_eq!(items.len(), works.len(), "{query}");
        for (item, work) in items.iter().zip(&works) {
            assert_eq!(item["id"], work.key);
            assert_eq!(item["title"], work.title);
        }
        assert_eq!(items[0]["accessed"]["date-parts"][0], serde_json::json!([2026, 11, 22]));
        assert_eq!(items[0]["version"], extract.atlas.version());
    }
}

#[test]
fn ris_is_one_tag_a_line_from_ty_to_er() {
    for (query, extract) in extracts() {
        let ris = text(&extract, "ris");
        let mut open = false;
        let mut records = 0;
        for line in ris.split("\r\n").filter(|line| !line.is_empty()) {
            let (tag, rest) = line.split_at(2);
            assert!(rest.starts_with("  - "), "{query}: {line}");
            assert!(tag.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
            match tag {
                "TY" => (open, records) = (true, records + 1),
                "ER" => open = false,
                _ => assert!(open, "{line}"),
            }
        }
        assert!(!open);
        assert_eq!(records, works(&extract).len(), "{query}");
    }
}

#[test]
fn footnotes_name_the_release_the_filters_the_day_and_the_address() {
    let (_, extract) = extracts().remove(1);
    for style in ["chicago", "apa"] {
        let text = text(&extract, style);
        let first = text.lines().next().expect("there is a line");
        for part in [
            "C5 Atlas contributors",
            "release 0.",
            "Power: Russia",
            "as of 2009",
            "22 November 2026",
            "https://example.org/atlas/?",
            "power=RU",
            "release=",
        ] {
            assert!(first.contains(part), "{style}: {part} is not in {first}");
        }
        assert_eq!(text.lines().filter(|line| !line.is_empty()).count(), works(&extract).len());
    }
    let (_, claim) = extracts().remove(3);
    let text = text(&claim, "chicago");
    assert!(text.contains("claim seneca-novaya-kazanka-closed"), "{text}");
    assert!(text.contains("paragraph"), "{text}");
}

#[test]
fn a_geojson_reader_finds_every_place_with_its_claims() {
    for (query, extract) in extracts() {
        let read: geojson::FeatureCollection = text(&extract, "geojson")
            .parse::<geojson::GeoJson>()
            .expect(query)
            .try_into()
            .expect(query);
        assert_eq!(read.features.len(), table::places(&extract).len(), "{query}");
        for feature in &read.features {
            let claims = feature.property("claims").and_then(|claims| claims.as_array());
            assert!(claims.is_some_and(|claims| !claims.is_empty()));
        }
    }
}

#[test]
fn records_as_json_are_as_many_as_claims() {
    for (query, extract) in extracts() {
        let whole: serde_json::Value = serde_json::from_str(&text(&extract, "json")).expect(query);
        assert_eq!(whole["claims"].as_array().map(Vec::len), Some(extract.claims.len()));
        assert_eq!(whole["link"], extract.link());
    }
}

#[test]
fn an_archive_is_read_by_another_program() {
    for (query, extract) in extracts() {
        let taken = taken(&extract, "zip");
        let mut archive = zip::ZipArchive::new(Cursor::new(taken.bytes)).expect(query);
        let names: Vec<String> =
            archive.file_names().map(|name| name.expect("it is UTF-8").into_owned()).collect();
        for name in ["README.txt", "claims.csv", "codebook.json", "LICENSE.md", "citations.bib"] {
            assert!(names.iter().any(|own| own == name), "{names:?}");
        }
        let mut csv = String::new();
        archive
            .by_name("claims.csv")
            .expect("it is there")
            .read_to_string(&mut csv)
            .expect("UTF-8");
        assert_eq!(csv, text(&extract, "csv"));
        let mut readme = String::new();
        archive
            .by_name("README.txt")
            .expect("it is there")
            .read_to_string(&mut readme)
            .expect("UTF-8");
        assert!(readme.contains(&extract.link()));
    }
}

#[test]
fn memos_cite_by_number_and_keep_text_text() {
    for (query, extract) in extracts() {
        let html = text(&extract, "memo-html");
        assert!(!html.contains("<script"), "{query}");
        let cited = html.matches("href=\"#cited-").count();
        assert!(cited >= extract.claims.len(), "{query}: {cited}");
        let markdown = text(&extract, "memo-md");
        assert!(!markdown.contains("<script"), "{query}");
        assert_eq!(
            markdown.lines().filter(|line| line.starts_with("- **")).count(),
            extract.claims.len()
        );
        for line in markdown.lines().filter(|line| line.starts_with("- **")) {
            assert!(line.contains("[^"), "{line}");
        }
    }
}

#[test]
fn the_share_sheet_is_text_that_stays_text() {
    for (query, extract) in extracts() {
        let sheet = c5_atlas::export::sheet::sheet(&extract, "");
        assert!(!sheet.contains("<script") && !sheet.contains(" style=\""), "{query}");
        assert!(sheet.contains("Copy link") && sheet.contains("class=\"qr\""), "{query}");
    }
}

#[test]
fn a_key_that_means_nothing_takes_nothing() {
    assert_eq!(extracts().remove(0).1.take("exe"), None);
}

#[test]
fn the_code_to_embed_is_one_frame_with_an_escaped_address() {
    use c5_atlas::export::embed::{Options, code};
    for (query, extract) in extracts() {
        let options = Options {
            parts: vec!["strip".to_owned()],
            still: true,
            pinned: true,
            height: 420,
            ..Default::default()
        };
        let code = code(&extract, &options);
        assert!(
            code.starts_with("<iframe src=\"https://example.org/atlas/?")
                && code.ends_with("></iframe>"),
            "{code}"
        );
        assert_eq!(code.matches('<').count(), 2, "{query}: {code}");
        assert!(code.contains("embed=strip~still") && code.contains("&amp;release="), "{code}");
        let other = Options { tab: Some(c5_atlas::view::Tab::Matrix), ..Options::default() };
        let code = c5_atlas::export::embed::code(&extract, &other);
        assert!(code.contains("?tab=matrix") && !code.contains("release="), "{code}");
    }
}

#[test]
fn a_collection_is_what_its_link_says() {
    let (atlas, texts) = &*REAL;
    let slugs: Vec<&str> = atlas.claims().take(60).map(|(_, claim)| claim.slug()).collect();
    let query = format!("tab=collection&basket={}~not-there", slugs.join("~"));
    let extract = Extract::of(atlas, texts, &query, ADDRESS, DAY);
    let found: Vec<&str> = extract.claims.iter().map(|id| atlas.claim(id).slug()).collect();
    assert_eq!(found, slugs);
    let page = c5_atlas::pages::page(atlas, texts, &query, 1000.0);
    assert_eq!(page.matches("class=\"leave-out\"").count(), 60);
    assert!(c5_atlas::export::report::message(&extract).is_none());
    let claim = Extract::of(atlas, texts, "claim=seneca-novaya-kazanka-closed", ADDRESS, DAY);
    let message = c5_atlas::export::report::message(&claim).expect("a claim is open");
    for part in ["Claim: seneca-novaya-kazanka-closed", "Release: 0.", "Link: https://example.org"]
    {
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn a_view_is_cited_with_the_claims_that_its_page_lists() {
    let (atlas, texts) = &*REAL;
    let library = Library::new(atlas, texts);
    for selected in [
        "place=manas-airport&from=2016",
        "place=manas-airport&at=2005&power=US",
        "route=belt-and-road&power=CN&from=2018&at=2020",
        "dyad=KZ-RU~bases&at=2012",
        "entity=SCO&category=exercises",
        "issue-at=responsibility-for-security",
    ] {
        let extract = Extract::of(atlas, texts, selected, ADDRESS, DAY);
        let panel = library.part("detail", selected);
        let listed = panel.split("href=\"?claim=").skip(1).map(|rest| {
            let end = rest.find(['"', '&']).unwrap_or(rest.len());
            &rest[..end]
        });
        let listed: BTreeSet<&str> = listed.collect();
        let cited: BTreeSet<&str> =
            extract.claims.iter().map(|id| atlas.claim(id).slug()).collect();
        assert!(!cited.is_empty(), "{selected}");
        assert_eq!(listed, cited, "{selected}");
    }
    let table = "tab=claims&q=Manas&power=US";
    let extract = Extract::of(atlas, texts, table, ADDRESS, DAY);
    // `10 of 500 claims`: of those that the filters keep.
    let said = format!("{} of ", atlas.number(extract.claims.len()));
    assert!(library.page(table, 1280.0).contains(&said), "{said}");
    assert!((1..40).contains(&extract.claims.len()), "{said}");
}

#[test]
fn every_filter_in_force_is_named_where_a_view_is_cited() {
    let (atlas, texts) = &*REAL;
    for (query, named) in [
        ("tab=claims&q=Manas", "Text: Manas"),
        ("at=2010&time=certain&state=KG", "firm dates only"),
        ("at=2010&state=KG", "Time: as of 2010"),
    ] {
        let taken = Extract::of(atlas, texts, query, ADDRESS, DAY);
        let line = filter_line(atlas, &taken.view);
        assert!(line.contains(named), "{query}: {line}");
    }
}
