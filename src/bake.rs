//! Build script: reads the dataset, checks it, packs it into the bytes that the page embeds.
//!
//! `ATLAS_DATA` names the dataset's folder, `data` unless set. Any problem fails the build, and
//! all of them are listed.

#[allow(dead_code, unreachable_pub, reason = "the build needs a part of what the page and its tools need")]
mod dataset;
#[allow(dead_code, unreachable_pub, unused_imports, reason = "the build needs a part of what the page needs")]
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
    let texts = assemble::Texts::of(&data);
    let pack = assemble::pack(&data, &texts);
    save(&out.join("atlas.pack"), &pack)?;

    // A dataset without a base map of its own uses the project's.
    let own = folder.join("geo/base.topojson");
    let base = if own.exists() { own } else { project_folder.join("data/geo/base.topojson") };
    println!("cargo::rerun-if-changed={}", base.display());
    let text = fs::read_to_string(&base).map_err(|error| vec![format!("{}: {error}", base.display())])?;
    let albers = Albers::central_asia();
    let project = |lon, lat| albers.forward(LonLat::new(lon, lat)).map(|point| [point.x, point.y]);
    let (shapes, problems) = build(&[Source { file: "geo/base.topojson", text: &text }], &project, &first_view());
    if !problems.is_empty() {
        return Err(problems.iter().map(ToString::to_string).collect());
    }
    save(&out.join("shapes.pack"), &shapes)?;
    hillshade(&project_folder.join("data/geo/hillshade.json"), &out.join("hillshade.rs"))
}

/// Where the relief picture lies, and what it is called on the site: by its content.
fn hillshade(from: &Path, to: &Path) -> Result<(), Vec<String>> {
    let wrong = |error: String| vec![format!("{}: {error}", from.display())];
    let text = fs::read_to_string(from).map_err(|error| wrong(error.to_string()))?;
    let record: serde_json::Value = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    let km = |field: &str| record.get(field).and_then(|km| km.as_f64()).ok_or_else(|| wrong(format!("no {field}")));
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

/// The detail of the map that comes with the page: coarser and it shows, finer and it weighs.
fn first_view() -> Recipe {
    let detail = |layer| LayerRecipe {
        layer,
        tolerance_km2: match layer {
            Layer::Rivers | Layer::Regions => 6.0,
            _ => 3.0,
        },
        least_ring_km2: 50.0,
        last_rank: 2,
    };
    Recipe {
        quantum_km: 0.4,
        ring_points: 10,
        focus: Some(Focus { min: [-2000.0, -1400.0], max: [2000.0, 1250.0], outside_share: 0.1, margin_km: 900.0 }),
        // The Aral Sea's old outline has a licence of its own and stays a file of its own.
        layers: Layer::ALL.into_iter().filter(|layer| *layer != Layer::Aral).map(detail).collect(),
    }
}

fn save(path: &Path, content: &impl serde::Serialize) -> Result<(), Vec<String>> {
    let bytes = postcard::to_allocvec(content).map_err(|error| vec![error.to_string()])?;
    fs::write(path, bytes).map_err(|error| vec![format!("{}: {error}", path.display())])
}
