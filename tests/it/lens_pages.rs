//! One document against another in organisations, in figures, beside the map and in what is downloaded; and what the pages
//! say that do not compare.

use std::io::{Cursor, Read};

use c5_atlas::atlas::{ActorId, ClaimId};
use c5_atlas::export::Extract;
use c5_atlas::markup::{matrix as markup, written};
use c5_atlas::pages::Library;
use c5_atlas::query::{Compared, Filter, Lens, Relation};
use c5_atlas::scene::figures::series;
use c5_atlas::scene::matrix::matrix;
use c5_atlas::scene::membership::rows;
use c5_atlas::view::{Choice, Tab, link};

use crate::export::{ADDRESS, DAY};
use crate::mini;

const LENS: &str = "seneca-2018~laruelle-kortunov-2019";

fn library() -> Library<'static> {
    let (atlas, texts) = mini::published();
    Library::new(atlas, texts)
}

fn compared() -> Compared {
    let (atlas, _) = mini::published();
    Compared::of(atlas, Lens::read(atlas, LENS).expect("it names two documents"))
}

/// How often each sign of who tells it stands on a page, the key's left out.
fn signs(page: &str) -> [usize; 4] {
    Relation::TOLD.map(|told| {
        let sign = format!("class=\"told-by\"><svg class=\"told-sign {}\"", told.slug());
        page.matches(&sign).count()
    })
}

/// The places in organisations that either of the two tells of, by its lens.
fn places(compared: &Compared) -> Vec<(ActorId, ActorId, Vec<ClaimId>)> {
    let (atlas, _) = mini::published();
    let filter = compared.lens.narrow(atlas, &Filter::default());
    let rows = rows(atlas, &filter.begun(atlas), filter.last_day());
    let place = |row: &c5_atlas::scene::membership::Row| {
        let own = |place: &c5_atlas::scene::membership::Place| {
            (row.organisation, place.member, place.claims.clone())
        };
        row.places.iter().map(own).collect::<Vec<_>>()
    };
    rows.iter().flat_map(place).collect()
}

#[test]
fn each_place_in_an_organisation_says_which_document_tells_of_it() {
    let (library, compared) = (library(), compared());
    let places = places(&compared);
    let count = |told| {
        let own = |(_, _, claims): &&(_, _, Vec<ClaimId>)| {
            compared.relation(claims.iter().copied()) == told
        };
        places.iter().filter(own).count()
    };
    let expected = Relation::TOLD.map(count);
    assert!(expected.iter().filter(|count| **count > 0).count() > 1, "{expected:?}");
    let page = library.page(&format!("tab=organisations&lens={LENS}"), 1200.0);
    assert_eq!(signs(&page), expected);
    assert!(page.contains(&format!("{} places in organisations", places.len())));
    for (at, told) in Relation::TOLD.into_iter().enumerate() {
        let only = format!("tab=organisations&lens={LENS}~{}", told.slug());
        let page = library.page(&only, 1200.0);
        let mut own = [0; 4];
        own[at] = expected[at];
        assert_eq!(signs(&page), own, "{only}");
        // The sentence is of all, whichever are shown.
        assert!(page.contains(&format!("{} places in organisations", places.len())), "{only}");
    }
}

#[test]
fn one_organisation_says_of_each_member_and_claim_which_document_tells_it() {
    let library = library();
    let page = library.page(&format!("tab=organisations&focus=SCO&lens={LENS}"), 1200.0);
    let all =
        page.matches("class=\"stand\"").count() + page.matches("class=\"quiet date\"").count();
    assert!(all > 0);
    assert_eq!(signs(&page).iter().sum::<usize>(), all);
}

#[test]
fn each_figure_says_which_document_gives_it() {
    let ((atlas, texts), compared) = (mini::published(), compared());
    let kept = compared.kept(atlas, &Filter::default());
    let series = series(atlas, texts, &kept);
    let figures: Vec<_> = series.iter().flat_map(|series| &series.figures).collect();
    let filter = compared.lens.narrow(atlas, &Filter::default());
    let posts = c5_atlas::scene::figures::posts(atlas, &filter);
    let count = |told| {
        let figures =
            figures.iter().filter(|figure| compared.relation([figure.claim]) == told).count();
        figures + posts.iter().filter(|own| compared.relation(own.claims.iter()) == told).count()
    };
    let expected = Relation::TOLD.map(count);
    let library = library();
    let page = library.page(&format!("tab=figures&lens={LENS}"), 1200.0);
    assert_eq!(signs(&page), expected);
    assert!(page.contains(&format!("{} figures", figures.len())));
    let first = library.page(&format!("tab=figures&lens={LENS}~first-only"), 1200.0);
    assert_eq!(signs(&first), [expected[0], 0, 0, 0]);
}

#[test]
fn a_page_that_does_not_compare_says_so_and_where_it_is_done() {
    let ((atlas, _), library) = (mini::published(), library());
    for &tab in Tab::ALL {
        let query = format!("tab={}&lens={LENS}", tab.slug());
        let page = library.page(&query, 1200.0);
        let (view, notices) = link::read(&query, atlas);
        assert!(notices.is_empty(), "{query}");
        let keeps = view.choices.get(Choice::Lens).is_some();
        let says = page.contains("id=\"not-against\"");
        assert_eq!(says, keeps && !Choice::compares(tab), "{query}");
        if says {
            for other in ["claims", "matrix"] {
                let href = format!("href=\"?tab={other}&amp;lens={LENS}\"");
                assert!(page.contains(&href), "{query}: {href}");
            }
            // It shows what all documents tell, as without the lens.
            let without = library.page(&format!("tab={}", tab.slug()), 1200.0);
            assert!(!without.contains("not-against"));
            assert_eq!(page.matches("?claim=").count(), without.matches("?claim=").count());
        }
        let expected = ["codebook", "collection", "tours"];
        assert_eq!(says, expected.contains(&tab.slug()), "{query}");
    }
}

#[test]
fn the_lens_goes_along_to_where_it_is_only_named_and_back() {
    let (atlas, _) = mini::published();
    let (mut view, _) = link::read(&format!("tab=positions&lens={LENS}"), atlas);
    for tab in [Tab::Contents, Tab::Codebook, Tab::Tours, Tab::Organisations] {
        view.apply(c5_atlas::view::Action::ShowTab(tab));
        assert_eq!(view.choices.get(Choice::Lens), Some(LENS), "{}", tab.slug());
    }
}

#[test]
fn what_is_downloaded_says_which_of_two_documents_tells_it() {
    let (atlas, texts) = mini::published();
    let take = |query: &str, key: &str| {
        let taken = Extract::of(atlas, texts, query, ADDRESS, DAY).take(key);
        taken.expect("there is such a form").bytes
    };
    let text = |query, key| String::from_utf8(take(query, key)).expect("it is a text");
    let query = format!("tab=claims&lens={LENS}");
    let extract = Extract::of(atlas, texts, &query, ADDRESS, DAY);
    let own = compared();
    let word = |told| match told {
        Relation::FirstOnly => "seneca-2018",
        Relation::SecondOnly => "laruelle-kortunov-2019",
        told => told.slug(),
    };
    let expected: Vec<&str> = extract.claims.iter().map(|id| word(own.relation([id]))).collect();
    assert!(expected.contains(&"both") && expected.contains(&"differ"));

    let csv = text(&query, "csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().expect("it has a head").clone();
    assert_eq!(head.iter().next_back(), Some("told_by"));
    let rows: Vec<String> = reader
        .records()
        .map(|row| row.expect("it is a row").iter().next_back().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(rows, expected);

    let json: serde_json::Value = serde_json::from_str(&text(&query, "json")).expect("JSON");
    assert_eq!(json["compared"], serde_json::json!(["seneca-2018", "laruelle-kortunov-2019"]));
    let claims = json["claims"].as_array().expect("a list");
    let told: Vec<&str> = claims.iter().filter_map(|own| own["told_by"].as_str()).collect();
    assert_eq!(told, expected);

    let geojson: serde_json::Value =
        serde_json::from_str(&text(&query, "geojson")).expect("GeoJSON");
    let features = geojson["features"].as_array().expect("a list");
    assert!(features.iter().all(|own| own["properties"]["told_by"].is_string()));
    let readme = |query: &str| {
        let mut archive =
            zip::ZipArchive::new(Cursor::new(take(query, "zip"))).expect("it is an archive");
        let mut text = String::new();
        let mut file = archive.by_name("README.txt").expect("it says what it holds");
        file.read_to_string(&mut text).expect("it is a text");
        text
    };
    assert!(readme(&query).contains("told_by, in the table"));

    let plain = "tab=claims&category=bases";
    for key in ["csv", "json", "geojson"] {
        assert!(!text(plain, key).contains("told_by"), "{key}");
    }
    assert!(!readme(plain).contains("told_by"));
    // A page that does not compare shows what all tell.
    assert!(!text(&format!("tab=codebook&lens={LENS}"), "csv").contains("told_by"));
}

#[test]
fn the_mapping_beside_the_map_has_the_columns_of_the_page_s_own() {
    let (atlas, _) = mini::published();
    let filter = Filter::default();
    let own = written(|m| markup::head(m, atlas, &matrix(atlas, &filter).columns));
    assert!(own.contains("data-pair=\"KZ-RU\""));
    assert!(library().page(&format!("tab=overview&lens={LENS}"), 1200.0).contains(&own));
}
