//! The steps of `steps.rs` as a WebAssembly program, compiled as the page is: `tests/instructions.rs` runs it and
//! counts. It asks for no browser.

#[cfg(target_arch = "wasm32")]
mod steps;

#[cfg(target_arch = "wasm32")]
fn main() {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Tells who counts that a step begins, by its name, or with none that it has ended.
        fn step(name: &str);
    }

    steps::each(&mut |name, run| {
        step(name);
        run();
        step("");
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is counted as WebAssembly: run `scripts/test.sh instructions`.");
}
