//! `wasm-bindgen` as Trunk calls it: `wasm-bindgen --target=web --out-dir=DIR --out-name=NAME FILE.wasm`.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut bindgen = Bindgen::new();
    let mut out_dir: Option<PathBuf> = None;
    let mut typescript = true;
    // Trunk writes every value after "="; the official tool also takes it as the next word.
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let (flag, inline) = match word.split_once('=') {
            Some((flag, value)) if flag.starts_with("--") => (flag.to_owned(), Some(value.to_owned())),
            _ => (word, None),
        };
        let mut value = || inline.clone().or_else(|| words.next()).with_context(|| format!("{flag} needs a value"));
        match flag.as_str() {
            // Trunk reads the version from this line and compares it with the lock file.
            "--version" | "-V" => {
                println!("wasm-bindgen {}", env!("CARGO_PKG_VERSION"));
                return Ok(());
            }
            "--target" => match value()?.as_str() {
                "web" => drop(bindgen.web(true)?),
                "no-modules" => drop(bindgen.no_modules(true)?),
                "bundler" => drop(bindgen.bundler(true)?),
                other => bail!("--target={other} is not known here: web, no-modules or bundler"),
            },
            "--out-dir" => out_dir = Some(value()?.into()),
            "--out-name" => drop(bindgen.out_name(&value()?)),
            "--no-typescript" => typescript = false,
            "--debug" => drop(bindgen.debug(true)),
            "--keep-debug" => drop(bindgen.keep_debug(true)),
            "--no-demangle" => drop(bindgen.demangle(false)),
            "--remove-name-section" => drop(bindgen.remove_name_section(true)),
            "--remove-producers-section" => drop(bindgen.remove_producers_section(true)),
            "--reference-types" => drop(bindgen.reference_types(true)),
            // The library finds out by itself whether the module can use weak references.
            "--weak-refs" => {}
            other if other.starts_with('-') => bail!("{other}: this small tool knows only what Trunk passes"),
            file => drop(bindgen.input_path(file)),
        }
    }
    let out_dir = out_dir.context("--out-dir=DIR is missing")?;
    bindgen.typescript(typescript).generate(&out_dir).with_context(|| format!("writing to {}", out_dir.display()))
}
