//! Native: `press report` prints what the dataset holds, `press write DIST` adds to a built site
//! what is not the program: the dataset as files for people, the relief, the first picture and the essentials in HTML;
//! then it seals it: integrity, policy, header files.

mod essentials;
mod file;
mod first;
mod hosts;
mod offline;
mod pages;
mod picture;
mod policy;
mod release;
mod report;
mod seal;
mod single;
mod slim;
mod study;
mod tables;
mod words;
mod workbook;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use c5_atlas::atlas::{Atlas, TEXTS_FILE, Texts};
use c5_atlas::dataset::read;
use c5_atlas::scene::map::{HILLSHADE_FILE, Part};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let project = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let data = project.join(env::var_os("ATLAS_DATA").unwrap_or_else(|| "data".into()));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["report"] => report::print(&data, &project),
        ["write", dist] => write(&project, &data, Path::new(dist)),
        _ => Err("usage: press report | press write DIST".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("press: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(project: &Path, data: &Path, dist: &Path) -> Result<(), String> {
    let texts = Texts::embedded();
    let atlas = Atlas::embedded();
    let (dataset, problems) = read::folder(data);
    if let Some(first) = problems.first() {
        return Err(first.to_string());
    }
    release::write(data, &dataset, &atlas, &texts, &dist.join("data"))?;
    let relief = file::bytes(&project.join("data/geo/hillshade.webp"))?;
    file::save(&dist.join(HILLSHADE_FILE), relief)?;
    file::save(&dist.join(TEXTS_FILE), Texts::packed())?;
    for part in Part::ALL {
        // `packs/far.0123456789abcdef.pack` is `far.pack` among what the build made.
        let named = Path::new(part.file());
        let stem = part.file().rsplit('/').next().and_then(|name| name.split('.').next());
        let made = Path::new(env!("OUT_DIR")).join(stem.unwrap_or_default());
        file::save(&dist.join(named), file::bytes(&made.with_extension("pack"))?)?;
    }
    slim::write(dist)?;
    study::write(project, dist)?;
    words::write(&dataset, dist)?;
    essentials::write(&atlas, &dist.join("index.html"))?;
    single::write(dist)?;
    pages::write(project, &dataset, &atlas, &texts, dist)?;
    offline::install(dist)?;
    seal::seal(dist)?;
    offline::worker(dist)
}
