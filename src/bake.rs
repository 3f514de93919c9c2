//! Build script: reads the dataset, checks it, packs it into the bytes that the page embeds.
//!
//! `ATLAS_DATA` names the dataset's folder, `data` unless set. Any problem fails the build, and
//! all of them are listed.

#[allow(
    dead_code,
    unreachable_pub,
    reason = "the build needs a part of what the page and its tools need"
)]
mod dataset;
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the build needs a part of what the page needs"
)]
mod geo;
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of what the page needs")]
mod math;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dataset::shapes::Layer;
use dataset::shapes::build::{Focus, LayerRecipe, Recipe, Source, build};
use dataset::{assemble, check, read};
use geo::graticule::{Extent, graticule};
use geo::path::{Ends, PathText};
use geo::{Albers, LonLat, Projection};

fn main() -> ExitCode {
    let project = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let folder = project.join(env::var_os("ATLAS_DATA").unwrap_or_else(|| "data".into()));
    println!("cargo::rerun-if-env-changed=ATLAS_DATA");
    println!("cargo::rerun-if-changed={}", folder.display());

    let problems = match bake(&project, &folder, &out) {
        Ok(()) => return ExitCode::SUCCESS,
        Err(problems) => problems,
    };
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    println!("cargo::error={} problems in {}", problems.len(), folder.display());
    ExitCode::FAILURE
}

fn bake(project_folder: &Path, folder: &Path, out: &Path) -> Result<(), Vec<String>> {
    let (data, mut problems) = read::folder(folder);
    problems.extend(check::dataset(&data));
    if !problems.is_empty() {
        problems.sort();
        return Err(problems.iter().map(ToString::to_string).collect());
    }
    let lines = assemble::Lines::of(&data);
    let (pack, texts) = assemble::pack(&data, &lines);
    save(&out.join("atlas.pack"), &pack)?;
    let hash = save(&out.join("texts.pack"), &texts)?;
    named(&out.join("texts.rs"), "TEXTS_FILE", "the texts", "texts", hash)?;

    // A dataset without a base map of its own uses the project's.
    let own = folder.join("geo/base.topojson");
    let base = if own.exists() { own } else { project_folder.join("data/geo/base.topojson") };
    println!("cargo::rerun-if-changed={}", base.display());
    let text =
        fs::read_to_string(&base).map_err(|error| vec![format!("{}: {error}", base.display())])?;
    let albers = Albers::central_asia();
    let project = |lon, lat| albers.forward(LonLat::new(lon, lat)).map(|point| [point.x, point.y]);
    let source = [Source { file: "geo/base.topojson", text: &text }];
    let pack_shapes = |recipe: &Recipe, regions: bool, file: &str| {
        let (mut shapes, mut problems) = build(&source, &project, recipe);
        shapes.graticule = graticule_path(&albers, f64::from(shapes.quantum_km));
        // A layer that a recipe leaves out on purpose is no fault of the file.
        problems.retain(|problem| regions || problem.record != Layer::Regions.name());
        if !problems.is_empty() {
            return Err(problems.iter().map(ToString::to_string).collect());
        }
        save(&out.join(file), &shapes)
    };
    pack_shapes(&first_view(), false, "shapes.pack")?;
    let hash = pack_shapes(&close_view(), true, "shapes-close.pack")?;
    named(&out.join("shapes.rs"), "SHAPES_FILE", "the close map", "shapes", hash)?;
    hillshade(&project_folder.join("data/geo/hillshade.json"), &out.join("hillshade.rs"))
}

/// Where the relief picture lies, and what it is called on the site: by its content.
fn hillshade(from: &Path, to: &Path) -> Result<(), Vec<String>> {
    let wrong = |error: String| vec![format!("{}: {error}", from.display())];
    let text = fs::read_to_string(from).map_err(|error| wrong(error.to_string()))?;
    let record: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    let km = |field: &str| {
        record.get(field).and_then(|km| km.as_f64()).ok_or_else(|| wrong(format!("no {field}")))
    };
    let corners = [km("x0")?, km("y0")?, km("x1")?, km("y1")?];
    let hash = record.get("sha256").and_then(|hash| hash.as_str()).and_then(|hash| hash.get(..12));
    let hash = hash.ok_or_else(|| wrong("no sha256".to_owned()))?;
    let code = format!(
        "/// West, north, east and south edge of the relief, km from the projection's origin.\n\
         pub const HILLSHADE_KM: [f64; 4] = {corners:?};\n\
         /// The relief's file on the site.\n\
         pub const HILLSHADE_FILE: &str = \"hillshade.{hash}.webp\";\n"
    );
    fs::write(to, code).map_err(|error| wrong(error.to_string()))
}

/// The detail of the map that comes with the page: right at the size of the whole frame, where a
/// pixel is some five km.
fn first_view() -> Recipe {
    let detail = |layer| LayerRecipe {
        layer,
        tolerance_km2: match layer {
            Layer::Rivers => 80.0,
            Layer::Lakes => 40.0,
            _ => 26.0,
        },
        least_ring_km2: 600.0,
        last_rank: 1,
    };
    // Lines between provinces help only the reader who is close.
    recipe(1.0, 8, Layer::ALL.into_iter().filter(|layer| *layer != Layer::Regions).map(detail))
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
    recipe(0.25, 10, Layer::ALL.into_iter().map(detail))
}

fn recipe(
    quantum_km: f32,
    ring_points: usize,
    layers: impl Iterator<Item = LayerRecipe>,
) -> Recipe {
    Recipe {
        quantum_km,
        ring_points,
        focus: Some(Focus {
            min: [-2000.0, -1400.0],
            max: [2000.0, 1250.0],
            outside_share: 0.1,
            margin_km: 900.0,
        }),
        // The Aral Sea's old outline has a licence of its own and stays a file of its own.
        layers: layers.filter(|detail| detail.layer != Layer::Aral).collect(),
    }
}

/// Every ten degrees, over all that the base map holds, in grid units.
fn graticule_path(albers: &Albers, quantum_km: f64) -> String {
    let extent = Extent { west: 10.0, south: 20.0, east: 130.0, north: 70.0 };
    let grid = |km: f64| (km / quantum_km).round() as i32;
    let mut text = PathText::default();
    for piece in graticule(albers, extent, 10.0, 2.0).iter().flat_map(|line| &line.pieces) {
        let points: Vec<[i32; 2]> = piece.iter().map(|p| [grid(p.x), grid(p.y)]).collect();
        text.add(&points, Ends::Open);
    }
    text.finish()
}

/// A constant that names a file of the site by its content.
fn named(to: &Path, constant: &str, what: &str, stem: &str, hash: u64) -> Result<(), Vec<String>> {
    let code = format!(
        "/// The file of {what} on the site, named by its content.\n\
         pub const {constant}: &str = \"packs/{stem}.{hash:016x}.pack\";\n"
    );
    fs::write(to, code).map_err(|error| vec![format!("{}: {error}", to.display())])
}

/// Packs into a file; gives the content's hash.
fn save(path: &Path, content: &impl serde::Serialize) -> Result<u64, Vec<String>> {
    let bytes = postcard::to_allocvec(content).map_err(|error| vec![error.to_string()])?;
    fs::write(path, &bytes).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    Ok(fnv1a(&bytes))
}

/// Fowler, Noll and Vo's hash, 64 bits, variant 1a: tells contents apart in file names, where no
/// one gains by forging it.
fn fnv1a(bytes: &[u8]) -> u64 {
    let step = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
