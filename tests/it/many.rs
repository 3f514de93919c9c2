//! Six times the published claims: what leaves the atlas is whole, and other programs' readers find all of it.

use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::export::Extract;
use c5_atlas::export::picture::{Frame, Plates, Subject, svg};
use c5_atlas::scene::map::Plate;

use c5_atlas::dataset::{assemble, read};

use crate::{export, mini};

const COPIES: usize = 6;

static MANY: LazyLock<(Atlas, Texts)> = LazyLock::new(|| {
    let (mut data, _) = read::folder(&mini::project().join("data"));
    let own = data.claims.clone();
    for copy in 1..COPIES {
        data.claims.extend(own.iter().cloned().map(|mut filed| {
            filed.record.id = format!("{}-{copy}", filed.record.id);
            filed
        }));
    }
    let data = Box::leak(Box::new(data));
    let lines = Box::leak(Box::new(assemble::Lines::of(data)));
    let (pack, texts) = assemble::pack(data, lines);
    (Atlas::new(pack), Texts::new(texts))
});

fn all() -> Extract<'static> {
    Extract::of(&MANY.0, &MANY.1, "", export::ADDRESS, export::DAY)
}

fn text(key: &str) -> String {
    let taken = all().take(key).unwrap_or_else(|| panic!("{key} is taken"));
    String::from_utf8(taken.bytes).expect("it is UTF-8")
}

#[test]
fn ten_thousand_claims_leave_whole() {
    let count = all().claims.len();
    assert!(count > 10_000, "{count}");
    let csv = text("csv");
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_records();
    let rows: Vec<csv::StringRecord> = rows.map(|row| row.expect("it is a row")).collect();
    assert_eq!(rows.len(), count);
    let json: serde_json::Value = serde_json::from_str(&text("json")).expect("it is JSON");
    assert_eq!(json["claims"].as_array().map(Vec::len), Some(count));
    let places: geojson::FeatureCollection =
        text("geojson").parse::<geojson::GeoJson>().expect("it parses").try_into().expect("places");
    let named = places.features.iter().flat_map(|place| place.property("claims")?.as_array());
    let located = MANY.0.claims().filter(|(_, claim)| !claim.places.is_empty()).count();
    assert!(named.map(Vec::len).sum::<usize>() >= located);
    assert!(!biblatex::Bibliography::parse(&text("bibtex")).expect("it parses").is_empty());
    let memo = text("memo-md");
    assert_eq!(memo.lines().filter(|line| line.starts_with("- **")).count(), count);
}

#[test]
fn ten_thousand_claims_are_drawn_in_the_room_there_is() {
    let plate = Plate::embedded();
    let plates = Plates { base: &plate, far: None, valley: None };
    for subject in Subject::ALL {
        let drawn = svg(&all(), &plates, subject, Frame::read("wide", false));
        resvg::usvg::Tree::from_str(&drawn, &resvg::usvg::Options::default())
            .unwrap_or_else(|error| panic!("{subject:?}: {error}"));
        assert!(drawn.len() < 1 << 20, "{subject:?} has {} bytes", drawn.len());
    }
}
