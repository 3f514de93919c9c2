//! The embedded base map: states where their capitals are, enclaves that the drawing did not lose.

use std::sync::LazyLock;

use c5_atlas::dataset::raw::Place;
use c5_atlas::dataset::read;
use c5_atlas::dataset::shapes::Layer;
use c5_atlas::dataset::term::PlaceKind;
use c5_atlas::geo::{Albers, LonLat, Projection};
use c5_atlas::scene::map::{FRAME, HILLSHADE_KM, Plate, REACH};

use crate::mini;

static PLATE: LazyLock<Plate> = LazyLock::new(Plate::embedded);

/// Rings of a path text of relative moves, in grid units.
fn rings(d: &str) -> Vec<Vec<[f64; 2]>> {
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
        pen = points.first().copied().unwrap_or(pen);
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
    let class = format!("land state {}", state.to_lowercase());
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
    let disputed: Vec<_> =
        PLATE.paths.iter().filter(|path| path.class.contains("disputed")).collect();
    assert!(!disputed.is_empty());
    assert!(disputed.iter().all(|path| !path.reason.is_empty()));
}

#[test]
fn the_map_opens_on_the_five_capitals_and_moscow_is_within_reach() {
    let albers = Albers::central_asia();
    let at = |slug| albers.forward(place(slug)).expect("the place has an image");
    for (_, capital) in STATES {
        assert!(FRAME.contains(at(capital)), "{capital} is outside the frame");
    }
    assert!(REACH.contains(at("moscow")), "the map cannot be dragged to Moscow");
    assert!(REACH.contains(FRAME.min) && REACH.contains(FRAME.max));
}

#[test]
fn the_relief_lies_under_the_five_capitals() {
    let [west, north, east, south] = HILLSHADE_KM;
    for (_, capital) in STATES {
        let at = Albers::central_asia().forward(place(capital)).expect("the place has an image");
        assert!((west..east).contains(&at.x) && (north..south).contains(&at.y), "{capital}");
    }
}
