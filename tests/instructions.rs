//! How many WebAssembly instructions each step takes: a figure that neither the machine nor its load changes.
//! Of the code that a reader's browser runs: compiled as the page is, before `wasm-opt` makes it smaller.
//!
//! Needs the program that `scripts/test.sh instructions` compiles; a plain `cargo test` leaves it out.

#[path = "../benches/limits.rs"]
mod limits;

use std::path::PathBuf;

use wasmi::{
    Caller, CompilationMode, Config, Engine, Error, Extern, ExternType, Linker, Module, Store, Val,
};

/// More than all steps take together.
const FUEL: u64 = 1 << 50;

/// What was counted so far.
#[derive(Default)]
struct Count {
    /// The step that runs, and the fuel left at its beginning.
    running: Option<(String, u64)>,
    ended: Vec<(String, u64)>,
}

#[test]
fn no_step_takes_more_instructions_than_its_budget() {
    let counted = count(&program()).expect("the program runs to its end");
    assert!(!counted.is_empty(), "no step was told");
    limits::hold("instructions", "scripts/test.sh instructions", &counted);
}

fn program() -> Vec<u8> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
    let path = target.join("wasm32-unknown-unknown/release/counted.wasm");
    std::fs::read(&path).unwrap_or_else(|error| {
        panic!("{}: {error}; compile it: scripts/test.sh instructions", path.display())
    })
}

/// Runs the program; each step's name with its instructions, in their order.
fn count(wasm: &[u8]) -> Result<Vec<(String, u64)>, Error> {
    let mut config = Config::default();
    // Translation at first use would be counted too.
    config.consume_fuel(true).compilation_mode(CompilationMode::Eager);
    let engine = Engine::new(&config);
    let module = Module::new(&engine, wasm)?;
    let mut linker = Linker::<Count>::new(&engine);
    for import in module.imports() {
        let ExternType::Func(kind) = import.ty() else { continue };
        // The program tells its steps; nothing else that it could ask a browser for is called.
        let is_step = import.name().starts_with("__wbg_step_");
        let name = import.name().to_owned();
        linker.func_new(
            import.module(),
            import.name(),
            kind.clone(),
            move |caller, given, _| {
                if !is_step {
                    return Err(Error::new(format!("the program asks for {name}")));
                }
                told(caller, given)
            },
        )?;
    }
    let mut store = Store::new(&engine, Count::default());
    store.set_fuel(FUEL)?;
    let instance = linker.instantiate_and_start(&mut store, &module)?;
    let main = instance.get_typed_func::<(i32, i32), i32>(&store, "main")?;
    main.call(&mut store, (0, 0))?;
    Ok(store.into_data().ended)
}

/// A step begins, by its name, or without one ends.
fn told(mut caller: Caller<'_, Count>, given: &[Val]) -> Result<(), Error> {
    let left = caller.get_fuel()?;
    let count =
        |at: usize| given.get(at).and_then(Val::i32).map_or(0, |value| value as u32 as usize);
    let (from, length) = (count(0), count(1));
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else {
        return Err(Error::new("the program has no memory"));
    };
    let name = memory.data(&caller).get(from..from + length).unwrap_or_default();
    let name = String::from_utf8_lossy(name).into_owned();
    let count = caller.data_mut();
    if let Some((running, before)) = count.running.take() {
        count.ended.push((running, before - left));
    }
    if !name.is_empty() {
        count.running = Some((name, left));
    }
    Ok(())
}
