//! The embedded base map: states where their capitals are, enclaves that the drawing did not lose.

use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, LonLat};
use c5_atlas::dataset::shapes::Layer;
use c5_atlas::geo::{Albers, Projection};
use c5_atlas::scene::map::{FRAME, HILLSHADE_KM, Plate};

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

fn place(slug: &str) -> LonLat {
    let atlas = Atlas::embedded();
    let found = atlas.places().find(|(_, place)| place.slug == slug);
    atlas.position(found.unwrap_or_else(|| panic!("the dataset has no {slug}")).0)
}

const STATES: [(&str, &str); 5] =
    [("KZ", "astana"), ("KG", "bishkek"), ("TJ", "dushanbe"), ("TM", "ashgabat"), ("UZ", "tashkent")];

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
    for (enclave, state, around) in
        [("sokh", "UZ", "KG"), ("shakhimardan", "UZ", "KG"), ("vorukh", "TJ", "KG")]
    {
        let at = grid(place(enclave));
        assert!(holds(&land(state), at), "{enclave} is not in {state}");
        assert!(!holds(&land(around), at), "{enclave} is in {around}");
    }
}

#[test]
fn every_site_of_the_five_states_lies_in_its_state() {
    let atlas = Atlas::embedded();
    for (state, _) in STATES {
        let land = land(state);
        for (_, place) in atlas.places() {
            let own = place.country.is_some_and(|country| atlas.actor(country).slug == state);
            // The first view's outlines are some kilometres coarse, and so are many places.
            if !own || place.precision_hm > 200 {
                continue;
            }
            let position = LonLat::new(f64::from(place.lon_e5) / 1e5, f64::from(place.lat_e5) / 1e5);
            let [x, y] = grid(position);
            let reach = 12.0 / PLATE.quantum_km;
            let steps = [[0.0, 0.0], [reach, 0.0], [-reach, 0.0], [0.0, reach], [0.0, -reach]];
            let near = steps.iter().any(|[right, down]| holds(&land, [x + right, y + down]));
            assert!(near, "{} is far from {state}", place.slug);
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
    let disputed: Vec<_> = PLATE.paths.iter().filter(|path| path.class.contains("disputed")).collect();
    assert!(!disputed.is_empty());
    assert!(disputed.iter().all(|path| !path.reason.is_empty()));
}

#[test]
fn the_frame_holds_the_five_capitals_and_moscow_and_lies_on_the_relief() {
    let albers = Albers::central_asia();
    for slug in ["astana", "bishkek", "dushanbe", "ashgabat", "tashkent", "moscow"] {
        let at = albers.forward(place(slug)).expect("the place has an image");
        assert!(FRAME.contains(at), "{slug} is outside the frame");
    }
    let [west, north, east, south] = HILLSHADE_KM;
    assert!(west < east && north < south, "the relief has no extent");
    let middle = FRAME.center();
    assert!((west..east).contains(&middle.x) && (north..south).contains(&middle.y));
}
#[test]
fn probe() {
    for slug in ["moscow","sokh","shakhimardan","vorukh","barak","chong-qara-qalacha","jangail","sarvan"] {
        let p = place(slug);
        let at = Albers::central_asia().forward(p);
        let g = grid(p);
        println!("{slug} {p:?} {at:?} {g:?} in {:?}", STATES.iter().filter(|(s,_)| holds(&land(s), g)).map(|(s,_)|s).collect::<Vec<_>>());
    }
    for (s,_) in STATES { for r in land(s) { if r.len()<60 {
        let n=r.len() as f64; let c=[r.iter().map(|p|p[0]).sum::<f64>()/n, r.iter().map(|p|p[1]).sum::<f64>()/n];
        let q=PLATE.quantum_km; let ll=Albers::central_asia().inverse(c5_atlas::geo::MapPoint::new(c[0]*q,c[1]*q));
        println!("{s} ring {} centre {c:?} {ll:?}", r.len()); }}}
}
