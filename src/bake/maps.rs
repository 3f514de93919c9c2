//! The maps: from TopoJSON to the packs that the page embeds or fetches, each with the detail that
//! its scale can show. Files with a licence of their own become packs of their own.

use std::fs;
use std::path::Path;

use crate::dataset::known::{NAMED, STATES};
use crate::dataset::shapes::build::{Focus, LayerRecipe, Recipe, Source, build};
use crate::dataset::shapes::{Layer, PackedFeature, PackedShapes};
use crate::geo::graticule::{Extent, graticule};
use crate::geo::path::{Ends, PathText};
use crate::geo::shapes::{Arcs, GridBounds};
use crate::geo::{Albers, LonLat, MapPoint, Orthographic, Projection};
use crate::{math, named, save, write};

/// Packs every map into `out`. `base` is the base map, `geo` the folder of the others.
pub(crate) fn bake(base: &Path, geo: &Path, out: &Path) -> Result<(), Vec<String>> {
    let albers = Albers::central_asia();
    let on_plane = |lon, lat| albers.forward(LonLat::new(lon, lat)).map(pair);

    let base = read(base)?;
    let mut close = shapes(&base, &on_plane, &close_view())?;
    close.graticule = graticule_path(&albers, REGION, 10.0, close.quantum_km);
    close.fine_graticule = graticule_path(&albers, NEAR, 1.0, close.quantum_km);
    explain(&mut close);
    let mut first = shapes(&base, &on_plane, &first_view())?;
    first.graticule = graticule_path(&albers, REGION, 10.0, first.quantum_km);
    // Names and reasons come with the close map.
    for feature in &mut first.features {
        feature.name.clear();
        feature.reason.clear();
    }
    save(&out.join("shapes.pack"), &first)?;
    let mut still = shapes(&base, &on_plane, &still_view())?;
    draw_less(&mut still);
    save(&out.join("still.pack"), &still)?;

    let world = read(&geo.join("world.topojson"))?;
    let shown =
        |lon: f64, lat: f64| if lon > -26.0 && lat > -36.0 { on_plane(lon, lat) } else { None };
    let mut far = shapes(&world, &shown, &far_view())?;
    contest(&mut far, &close);

    let globe = Orthographic::locator();
    let on_disc = |lon, lat| globe.forward_or_rim(LonLat::new(lon, lat)).map(pair);
    let mut disc = shapes(&world, &on_disc, &globe_view())?;
    disc.graticule = graticule_path(&globe, Extent::WORLD, 30.0, disc.quantum_km);

    let valley = shapes(&read(&geo.join("fergana.topojson"))?, &on_plane, &valley_view())?;
    let aral = shapes(&read(&geo.join("aral.topojson"))?, &on_plane, &aral_view())?;

    let mut code = inside(&close);
    for (constant, what, stem, content) in [
        ("CLOSE_FILE", "the close base map", "close", close),
        ("FAR_FILE", "the land beyond the base map", "far", far),
        ("ARAL_FILE", "the Aral Sea's shore of the 1950s", "aral", aral),
        ("VALLEY_FILE", "the close-up of the Fergana Valley", "valley", valley),
        ("GLOBE_FILE", "the locator globe", "globe", disc),
    ] {
        let hash = save(&out.join(stem).with_extension("pack"), &content)?;
        code.push_str(&named("", constant, what, stem, hash));
    }
    write(&out.join("maps.rs"), &code)
}

/// A TopoJSON file: its name for reports and what it holds.
struct Topo {
    file: String,
    text: String,
}

fn read(path: &Path) -> Result<Topo, Vec<String>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text =
        fs::read_to_string(path).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(Topo { file: format!("geo/{name}"), text })
}

fn pair(point: MapPoint) -> [f64; 2] {
    [point.x, point.y]
}

fn shapes(
    topo: &Topo,
    project: &dyn Fn(f64, f64) -> Option<[f64; 2]>,
    recipe: &Recipe,
) -> Result<PackedShapes, Vec<String>> {
    let source = [Source { file: &topo.file, text: &topo.text }];
    let (shapes, mut problems) = build(&source, project, recipe);
    // A layer that a recipe leaves out on purpose is no fault of the file.
    let left_out = |layer: Layer| !recipe.layers.iter().any(|detail| detail.layer == layer);
    problems.retain(|problem| {
        !Layer::ALL.iter().any(|&layer| problem.record == layer.name() && left_out(layer))
    });
    if problems.is_empty() {
        Ok(shapes)
    } else {
        Err(problems.iter().map(ToString::to_string).collect())
    }
}

/// What the graticule of the base map covers.
const REGION: Extent = Extent { west: -10.0, south: 10.0, east: 150.0, north: 70.0 };

/// Where every degree is drawn.
const NEAR: Extent = Extent { west: 44.0, south: 33.0, east: 92.0, north: 57.0 };

/// The detail of the map that comes with the page: right to a pixel at the size of the whole frame, where one is
/// some five km. The close map takes its place at once.
fn first_view() -> Recipe {
    let detail = |layer| LayerRecipe {
        layer,
        tolerance_km2: match layer {
            Layer::Rivers => 140.0,
            Layer::Lakes => 70.0,
            _ => 60.0,
        },
        least_ring_km2: 800.0,
        last_rank: 1,
    };
    // Lines between provinces help only the reader who is close.
    let layers = BASE.into_iter().filter(|&layer| layer != Layer::Regions);
    base(2.0, 8, layers.map(detail))
}

/// The detail of the map that stands in the page's HTML until the program draws: a few points a border.
fn still_view() -> Recipe {
    use Layer::{Borders, Caspian, Coast, Countries, Lakes, Sea};
    let detail =
        |layer| LayerRecipe { layer, tolerance_km2: 420.0, least_ring_km2: 3000.0, last_rank: 1 };
    base(5.0, 5, [Countries, Sea, Caspian, Lakes, Coast, Borders].into_iter().map(detail))
}

/// Leaves out what the ground's own colour says, borders of others, and what lies beyond every window.
fn draw_less(still: &mut PackedShapes) {
    // A window as wide and low, or as narrow and high, as there are; lakes only within the five states' frame.
    const SEEN_KM: [f64; 4] = [-2800.0, -2000.0, 2600.0, 2000.0];
    const FRAME_KM: [f64; 4] = [-1500.0, -1190.0, 1520.0, 1140.0];
    let arcs = Arcs::unpack(&still.arcs);
    let quantum = f64::from(still.quantum_km);
    still.features.retain(|feature| match feature.layer {
        Layer::Countries => STATES.contains(&feature.id.as_str()),
        Layer::Borders => feature.id.split('-').any(|code| STATES.contains(&code)),
        _ => true,
    });
    for feature in &mut still.features {
        feature.name.clear();
        feature.reason.clear();
        let is_lake = feature.layer == Layer::Lakes;
        feature.parts.retain(|part| {
            let bounds = arcs.bounds(std::slice::from_ref(part));
            bounds.is_some_and(|GridBounds { min, max }| {
                let [min, max] = [min, max].map(|at| at.map(|step| f64::from(step) * quantum));
                // What has to lie beyond the one edge, and what before the other.
                let ([west, north, east, south], low, high) =
                    if is_lake { (FRAME_KM, min, max) } else { (SEEN_KM, max, min) };
                low[0] > west && low[1] > north && high[0] < east && high[1] < south
            })
        });
    }
}

/// The detail of the map that takes its place after the first picture: clean at sixteen times the
/// frame's size.
fn close_view() -> Recipe {
    let detail = |layer| LayerRecipe {
        layer,
        tolerance_km2: match layer {
            Layer::Rivers | Layer::Regions => 2.0,
            _ => 1.0,
        },
        least_ring_km2: 20.0,
        last_rank: 2,
    };
    base(0.25, 10, BASE.into_iter().map(detail))
}

/// The layers of the base map.
const BASE: [Layer; 10] = [
    Layer::Countries,
    Layer::Regions,
    Layer::Occupied,
    Layer::Sea,
    Layer::Caspian,
    Layer::Lakes,
    Layer::Rivers,
    Layer::Coast,
    Layer::Borders,
    Layer::Lease,
];

fn base(quantum_km: f32, ring_points: usize, layers: impl Iterator<Item = LayerRecipe>) -> Recipe {
    let focus = Focus {
        min: [-2000.0, -1600.0],
        max: [2000.0, 1250.0],
        outside_share: 0.1,
        margin_km: 900.0,
    };
    Recipe {
        quantum_km,
        ring_points,
        focus: Some(focus),
        layers: layers.collect(),
        outlined: None,
        partial: false,
    }
}

/// The land beyond the base map, which lies over it.
fn far_view() -> Recipe {
    let focus = Focus {
        min: [-3800.0, -2800.0],
        max: [5000.0, 2600.0],
        outside_share: 0.2,
        margin_km: 900.0,
    };
    let layers = vec![whole(Layer::Countries, 60.0), whole(Layer::Occupied, 60.0)];
    Recipe {
        quantum_km: 4.0,
        ring_points: 6,
        focus: Some(focus),
        layers,
        outlined: Some(Layer::Countries),
        partial: true,
    }
}

/// The globe in the corner, some hundred px wide.
fn globe_view() -> Recipe {
    let layers = vec![LayerRecipe { least_ring_km2: 40_000.0, ..whole(Layer::Countries, 8_000.0) }];
    Recipe { quantum_km: 40.0, ring_points: 4, focus: None, layers, outlined: None, partial: true }
}

/// As Rust: circles of each state that lie wholly in it, the widest first.
fn inside(shapes: &PackedShapes) -> String {
    let lists = NAMED.map(|state| {
        let circles: String =
            circles(shapes, state).iter().map(|own| format!("{own:?}, ")).collect();
        format!("    ({state:?}, &[{circles}]),\n")
    });
    format!(
        "/// Circles that lie wholly in one of the five states, the widest first: the middle and the radius, km of \
         the plane.\npub(crate) const INSIDE: [(&str, &[[i16; 3]]); {}] = [\n{}];\n\n",
        NAMED.len(),
        lists.concat(),
    )
}

/// Circles that fill a state as far as a name needs it: each as wide as can be with its middle outside those before.
fn circles(shapes: &PackedShapes, state: &str) -> Vec<[i16; 3]> {
    const STEP: f64 = 12.0;
    const LEAST: f64 = 14.0;
    const MOST: usize = 20;
    let arcs = Arcs::unpack(&shapes.arcs);
    let own = |feature: &&PackedFeature| feature.layer == Layer::Countries && feature.id == state;
    let Some(feature) = shapes.features.iter().find(own) else { return Vec::new() };
    let quantum = f64::from(shapes.quantum_km);
    let km = |[x, y]: [i32; 2]| [f64::from(x) * quantum, f64::from(y) * quantum];
    let rings: Vec<Vec<[f64; 2]>> =
        feature.parts.iter().map(|part| arcs.points(part).into_iter().map(km).collect()).collect();
    let edges: Vec<([f64; 2], [f64; 2])> = rings
        .iter()
        .flat_map(|ring| ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)))
        .collect();
    let mut free: Vec<([f64; 2], f64)> = Vec::new();
    let steps = |from: f64, to: f64| {
        (0..=((to - from) / STEP) as i32).map(move |n| from + f64::from(n) * STEP)
    };
    let of = |axis: usize| edges.iter().map(move |(a, _)| a[axis]);
    let (least, most) =
        (|axis| of(axis).fold(f64::MAX, f64::min), |axis| of(axis).fold(f64::MIN, f64::max));
    for y in steps(least(1), most(1)) {
        for x in steps(least(0), most(0)) {
            let crossed = edges.iter().filter(|(a, b)| {
                (a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
            });
            if crossed.count() % 2 == 1 {
                let room =
                    edges.iter().map(|&edge| from_edge([x, y], edge)).fold(f64::MAX, f64::min);
                free.push(([x, y], room));
            }
        }
    }
    let mut found: Vec<[i16; 3]> = Vec::new();
    while let Some(&([x, y], room)) = free.iter().max_by(|a, b| a.1.total_cmp(&b.1))
        && room >= LEAST
        && found.len() < MOST
    {
        found.push([x.round() as i16, y.round() as i16, room as i16]);
        free.retain(|([own_x, own_y], _)| math::hypot(own_x - x, own_y - y) > room);
    }
    found
}

/// How far a point is from an edge, km.
fn from_edge([x, y]: [f64; 2], (a, b): ([f64; 2], [f64; 2])) -> f64 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 { ((x - a[0]) * dx + (y - a[1]) * dy) / length } else { 0.0 };
    let share = share.clamp(0.0, 1.0);
    math::hypot(x - a[0] - share * dx, y - a[1] - share * dy)
}

/// The close-up of the Fergana Valley: a tenth of a km at the closest.
fn valley_view() -> Recipe {
    let layers = vec![whole(Layer::Valley, 0.01), whole(Layer::Enclaves, 0.01)];
    let outlined = Some(Layer::Valley);
    Recipe { quantum_km: 0.05, ring_points: 12, focus: None, layers, outlined, partial: false }
}

/// The older shore of the Aral Sea.
fn aral_view() -> Recipe {
    let layers = vec![whole(Layer::Aral, 4.0)];
    Recipe { quantum_km: 0.5, ring_points: 12, focus: None, layers, outlined: None, partial: false }
}

/// Everything that a layer has.
fn whole(layer: Layer, tolerance_km2: f64) -> LayerRecipe {
    LayerRecipe { layer, tolerance_km2, least_ring_km2: 0.0, last_rank: u8::MAX }
}

/// Puts over each reason the names of the two sides; of a line within a country its name alone.
fn explain(shapes: &mut PackedShapes) {
    let countries = shapes.features.iter().filter(|feature| feature.layer == Layer::Countries);
    let names: Vec<(String, String)> =
        countries.map(|country| (country.id.clone(), country.name.clone())).collect();
    let name = |code: &str| names.iter().find(|(id, _)| id == code).map(|(_, name)| name.as_str());
    for feature in &mut shapes.features {
        if feature.reason.is_empty() {
            feature.name.clear();
        } else {
            let sides: Vec<&str> = feature.id.split('-').filter_map(name).collect();
            feature.name = sides.join(" – ");
        }
    }
}

/// Disputed borders that lie beyond the base map, and why.
const FAR_DISPUTES: [(&str, &str, &str); 2] = [
    ("KP-KR", "North Korea – South Korea", "Military demarcation line of 1953; no agreed border"),
    ("RS-XK", "Serbia – Kosovo", "Serbia and some other states do not recognise Kosovo"),
];

/// What the base map calls disputed is so where the line goes on beyond it.
fn contest(far: &mut PackedShapes, close: &PackedShapes) {
    let told: Vec<[&str; 3]> = (close.features.iter())
        .filter(|feature| !feature.reason.is_empty())
        .map(|feature| [feature.id.as_str(), &feature.name, &feature.reason])
        .chain(FAR_DISPUTES.map(|(id, name, reason)| [id, name, reason]))
        .collect();
    for feature in &mut far.features {
        feature.name.clear();
        let line = feature.layer == Layer::Borders;
        if let Some([_, name, reason]) = told.iter().find(|[id, ..]| line && *id == feature.id) {
            feature.class = "disputed".to_owned();
            feature.name = (*name).to_owned();
            feature.reason = (*reason).to_owned();
        }
    }
}

/// Meridians and parallels in grid units.
fn graticule_path(
    projection: &impl Projection,
    extent: Extent,
    step: f64,
    quantum_km: f32,
) -> String {
    let grid = |km: f64| (km / f64::from(quantum_km)).round() as i32;
    let mut text = PathText::default();
    for piece in graticule(projection, extent, step, 2.0).iter().flat_map(|line| &line.pieces) {
        let points: Vec<[i32; 2]> = piece.iter().map(|p| [grid(p.x), grid(p.y)]).collect();
        text.add(&points, Ends::Open);
    }
    text.finish()
}
