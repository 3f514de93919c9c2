//! Build script: reads the dataset, checks it, packs it into the bytes that the page embeds.
//!
//! `ATLAS_DATA` names the dataset's folder, `data` unless set. Any problem fails the build, and
//! all of them are listed.

#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
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
#[path = "bake/maps.rs"]
mod maps;
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of what the page needs")]
mod math;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dataset::{assemble, check, read};

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
    write(&out.join("texts.rs"), &named("pub ", "TEXTS_FILE", "the texts", "texts", hash))?;

    // A dataset without a base map of its own uses the project's.
    let own = folder.join("geo/base.topojson");
    let base = if own.exists() { own } else { project_folder.join("data/geo/base.topojson") };
    maps::bake(&base, &project_folder.join("data/geo"), out)?;
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
    write(to, &code)
}

/// The line of code with which the program names a file of the site, by its content.
fn named(scope: &str, constant: &str, what: &str, stem: &str, hash: u64) -> String {
    format!(
        "/// The file of {what} on the site, named by its content.\n\
         {scope}const {constant}: &str = \"packs/{stem}.{hash:016x}.pack\";\n"
    )
}

fn write(path: &Path, content: &str) -> Result<(), Vec<String>> {
    fs::write(path, content).map_err(|error| vec![format!("{}: {error}", path.display())])
}

/// Packs into a file; gives the content's hash.
fn save(path: &Path, content: &impl serde::Serialize) -> Result<u64, Vec<String>> {
    let bytes = postcard::to_allocvec(content).map_err(|error| vec![error.to_string()])?;
    fs::write(path, &bytes).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    Ok(dataset::pack::fnv1a(&bytes))
}
