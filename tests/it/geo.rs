//! The embedded base map: states where their capitals are, enclaves that the drawing did not lose.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use c5_atlas::dataset::raw::Place;
use c5_atlas::dataset::read;
use c5_atlas::dataset::shapes::Layer;
use c5_atlas::dataset::term::PlaceKind;
use c5_atlas::geo::{Albers, LonLat, Projection};
use c5_atlas::scene::map::{ENCLAVES, HILLSHADE_KM, Part, Plate};
use c5_atlas::view::Sheet;

use crate::mini;

static PLATE: LazyLock<Plate> = LazyLock::new(Plate::embedded);

/// A part of the map as the build packed it: `far.pack` of `packs/far.0123456789abcdef.pack`.
pub(crate) fn part(part: Part) -> Plate {
    let stem = part.file().trim_start_matches("packs/").split('.').next().unwrap_or_default();
    let path = Path::new(env!("OUT_DIR")).join(stem).with_extension("pack");
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Plate::read(&bytes).expect("the build wrote these bytes")
}

/// Rings of a path text of relative moves, in grid units.
pub(crate) fn rings(d: &str) -> Vec<Vec<[f64; 2]>> {
    let mut rings = Vec::new();
    let mut pen = [0.0, 0.0];
    for ring in d.split('m').filter(|ring| !ring.is_empty()) {
        let spaced = ring.trim_end_matches('z').replace('-', " -");
        let numbers: Vec<f64> = spaced
            .split([' ', ','])
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().expect("a path holds m, z and whole numbers"))
            .collect();
        let mut points: Vec<[f64; 2]> = Vec::new();
        for step in numbers.chunks_exact(2) {
            pen = [pen[0] + step[0], pen[1] + step[1]];
            points.push(pen);
        }
        // After `z` the pen is back where the ring began.
        let back = if ring.ends_with('z') { points.first() } else { points.last() };
        pen = back.copied().unwrap_or(pen);
        rings.push(points);
    }
    rings
}

/// Whether a point lies in an area of several rings, by the even-odd rule that the page fills by.
fn holds(rings: &[Vec<[f64; 2]>], [x, y]: [f64; 2]) -> bool {
    let mut inside = false;
    for ring in rings {
        for (at, a) in ring.iter().enumerate() {
            let b = ring[(at + 1) % ring.len()];
            let crosses = (a[1] > y) != (b[1] > y);
            if crosses && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) {
                inside = !inside;
            }
        }
    }
    inside
}

/// A state's land on the plate.
fn land(state: &str) -> Vec<Vec<[f64; 2]>> {
    let class = format!("land {}", state.to_lowercase());
    let path = PLATE.paths.iter().find(|path| path.class == class);
    rings(&path.unwrap_or_else(|| panic!("{state} is not on the plate")).d)
}

fn grid(place: LonLat) -> [f64; 2] {
    let point = Albers::central_asia().forward(place).expect("the place has an image");
    [point.x / PLATE.quantum_km, point.y / PLATE.quantum_km]
}

/// The places of the dataset, those too that no claim names.
static PLACES: LazyLock<Vec<Place>> =
    LazyLock::new(|| read::folder(&mini::project().join("data")).0.places);

fn place(slug: &str) -> LonLat {
    let found = PLACES.iter().find(|place| place.id == slug);
    position(found.unwrap_or_else(|| panic!("the dataset has no {slug}")))
}

fn position(place: &Place) -> LonLat {
    LonLat::new(place.lon, place.lat)
}

const STATES: [(&str, &str); 5] = [
    ("KZ", "astana"),
    ("KG", "bishkek"),
    ("TJ", "dushanbe"),
    ("TM", "ashgabat"),
    ("UZ", "tashkent"),
];

#[test]
fn each_capital_lies_in_its_own_state_and_in_no_other() {
    for (state, _) in STATES {
        let land = land(state);
        for (own, capital) in STATES {
            let inside = holds(&land, grid(place(capital)));
            assert_eq!(inside, own == state, "{capital} in {state}");
        }
    }
}

#[test]
fn the_enclaves_belong_to_their_states_and_are_holes_in_the_others() {
    for (enclave, at, state, around) in [
        ("Sokh", place("sokh"), "UZ", "KG"),
        ("Vorukh", place("vorukh"), "TJ", "KG"),
        ("Sarvan", place("sarvan"), "TJ", "UZ"),
        // The base map has Shakhimardan 8 km from its place: this is the middle of its outline.
        ("Shakhimardan", LonLat::new(71.727, 39.945), "UZ", "KG"),
    ] {
        assert!(holds(&land(state), grid(at)), "{enclave} is not in {state}");
        assert!(!holds(&land(around), grid(at)), "{enclave} is in {around}");
    }
}

#[test]
fn every_place_of_the_five_states_lies_in_its_state() {
    for (state, _) in STATES {
        let land = land(state);
        for place in PLACES.iter().filter(|place| place.country.as_deref() == Some(state)) {
            // Some fields lie off the coast, enclaves have a test of their own, and a place may be
            // as coarse as the outlines of the first view.
            let apart = matches!(place.kind, PlaceKind::Field | PlaceKind::Enclave);
            if apart || place.precision_km > 20.0 {
                continue;
            }
            let [x, y] = grid(position(place));
            let reach = 12.0 / PLATE.quantum_km;
            let steps = [[0.0, 0.0], [reach, 0.0], [-reach, 0.0], [0.0, reach], [0.0, -reach]];
            let near = steps.iter().any(|[right, down]| holds(&land, [x + right, y + down]));
            assert!(near, "{} is far from {state}", place.id);
        }
    }
}

#[test]
fn every_layer_of_the_first_view_is_drawn() {
    let drawn = |layer| PLATE.paths.iter().any(|path| path.layer == layer && !path.d.is_empty());
    for layer in [
        Layer::Countries,
        Layer::Occupied,
        Layer::Sea,
        Layer::Caspian,
        Layer::Lakes,
        Layer::Rivers,
        Layer::Borders,
        Layer::Lease,
    ] {
        assert!(drawn(layer), "{} is not drawn", layer.name());
    }
    assert!(!PLATE.graticule.is_empty());
}

#[test]
fn disputed_borders_say_why_they_are_dashed() {
    for plate in [part(Part::Base), part(Part::Far)] {
        let dashed = plate.paths.iter().filter(|path| path.class.contains("disputed"));
        assert_eq!(plate.disputes().count(), dashed.count());
        for dispute in plate.disputes() {
            assert!(!dispute.reason.is_empty() && !dispute.title.is_empty(), "{dispute:?}");
        }
    }
    let base = part(Part::Base);
    let title = |key: &str| base.disputes().find(|own| own.key == key).map(|own| &own.title);
    assert_eq!(title("UA").map(String::as_str), Some("Ukraine"));
    assert_eq!(title("IN-PK").map(String::as_str), Some("India – Pakistan"));
    let beyond = part(Part::Far);
    for key in ["CN-IN", "IN-PK", "KP-KR"] {
        assert!(beyond.disputes().any(|own| own.key == key), "{key} is solid beyond the base map");
    }
}

#[test]
fn the_map_opens_on_the_five_capitals_and_moscow() {
    let albers = Albers::central_asia();
    let at = |slug| albers.forward(place(slug)).expect("the place has an image");
    let (wide, narrow) = (Sheet::Region.frame(800.0), Sheet::Region.frame(360.0));
    for (_, capital) in STATES {
        let own = at(capital);
        assert!(wide.contains(own) && narrow.contains(own), "{capital} is outside the frame");
    }
    assert!(wide.contains(at("moscow")) && !narrow.contains(at("moscow")));
    assert!(Sheet::Region.reach().contains(at("moscow")), "Moscow cannot be brought to the middle");
    for slug in ["moscow", "beijing", "tehran", "ankara", "new-delhi", "kabul"] {
        assert!(Sheet::Eurasia.frame(800.0).contains(at(slug)), "{slug} is not on Eurasia's sheet");
    }
}

#[test]
fn crimea_is_ukraine_and_hatched_on_every_map() {
    let simferopol = LonLat::new(34.1, 44.95);
    let plates = [part(Part::Base), part(Part::Far), Plate::embedded()];
    for plate in plates {
        let at = Albers::central_asia().forward(simferopol).expect("the place has an image");
        let at = [at.x / plate.quantum_km, at.y / plate.quantum_km];
        let within = |class: &str| {
            let mut own = plate.paths.iter().filter(|path| path.class == class);
            own.any(|path| holds(&rings(&path.d), at))
        };
        assert!(within("occupied") && within("land") && !within("land ru"));
    }
}

/// One row of the table below.
type Owner = (&'static str, &'static str, Option<(f64, f64)>);

/// The owner of each enclave, and a point inside where its mark is not.
const OWNERS: [Owner; 7] = [
    ("Sokh", "uz", None),
    ("Shakhimardan", "uz", None),
    ("Vorukh", "tj", None),
    ("Sarvan", "tj", Some((70.574, 40.999))),
    ("Chong-Qara", "uz", None),
    ("Jangail", "uz", None),
    ("Barak", "kg", None),
];

#[test]
fn all_seven_enclaves_are_in_the_close_up_with_their_owners_tint() {
    let valley = part(Part::Valley);
    let albers = Albers::central_asia();
    for ((name, owner, inside), (own, marked)) in OWNERS.into_iter().zip(ENCLAVES) {
        assert_eq!(own, name);
        let point = inside.map_or(marked, |(lon, lat)| LonLat::new(lon, lat));
        let at = albers.forward(point).expect("the place has an image");
        let at = [at.x / valley.quantum_km, at.y / valley.quantum_km];
        for class in [format!("enclave {owner}"), format!("land {owner}")] {
            let path = valley.paths.iter().find(|path| path.class == class);
            let d = &path.unwrap_or_else(|| panic!("nothing is {class}")).d;
            assert!(holds(&rings(d), at), "{name} is not {class}");
        }
        let listed = PLACES.iter().find(|place| place.name == name).expect("the dataset has it");
        let off = c5_atlas::geo::measure::distance_km(position(listed), marked);
        assert!(off < 2.5, "{name} is marked {off} km from where the dataset has it");
    }
}

/// The four enclaves that the base map's scale can hold.
#[test]
fn enclaves_survive_every_level_of_detail() {
    for plate in [Plate::embedded(), part(Part::Base)] {
        for (owner, lon, lat) in
            [("uz", 71.13, 39.95), ("uz", 71.72, 39.97), ("tj", 70.62, 39.83), ("tj", 70.6, 40.97)]
        {
            let at = Albers::central_asia().forward(LonLat::new(lon, lat)).expect("an image");
            let near = |class: &str| {
                let path = plate.paths.iter().find(|path| path.class == class);
                let own = rings(&path.expect("the state is there").d);
                let middle = |ring: &Vec<[f64; 2]>| {
                    let count = ring.len() as f64;
                    let sum = |axis: usize| ring.iter().map(|p| p[axis]).sum::<f64>() / count;
                    [sum(0) * plate.quantum_km - at.x, sum(1) * plate.quantum_km - at.y]
                };
                own.iter().map(middle).any(|[x, y]| (x * x + y * y).sqrt() < 15.0)
            };
            assert!(near(&format!("land {owner}")), "{owner} at {lon} {lat} is lost");
        }
    }
}

#[test]
fn the_aral_sea_of_the_1950s_holds_what_remains_of_it() {
    let shore = part(Part::Aral);
    let [path] = shore.paths.as_slice() else { panic!("one shore") };
    for (lon, lat) in [(60.3, 46.5), (58.5, 45.0), (60.0, 45.0)] {
        let at = Albers::central_asia().forward(LonLat::new(lon, lat)).expect("it has an image");
        let at = [at.x / shore.quantum_km, at.y / shore.quantum_km];
        assert!(holds(&rings(&path.d), at), "{lon} {lat}");
    }
}

#[test]
fn the_globe_shows_the_five_states_and_the_three_powers_within_its_disc() {
    let globe = part(Part::Globe);
    for slug in ["kz", "kg", "tj", "tm", "uz", "ru", "cn", "us"] {
        let class = format!("land {slug}");
        assert!(globe.paths.iter().any(|path| path.class == class), "{slug} is not on the globe");
    }
    let radius = c5_atlas::geo::EARTH_RADIUS_KM / globe.quantum_km;
    for path in &globe.paths {
        for [x, y] in rings(&path.d).concat() {
            assert!((x * x + y * y).sqrt() < radius + 1.5, "{} leaves the disc", path.class);
        }
    }
}

#[test]
fn the_relief_lies_under_the_five_capitals() {
    let [west, north, east, south] = HILLSHADE_KM;
    for (_, capital) in STATES {
        let at = Albers::central_asia().forward(place(capital)).expect("the place has an image");
        assert!((west..east).contains(&at.x) && (north..south).contains(&at.y), "{capital}");
    }
}
