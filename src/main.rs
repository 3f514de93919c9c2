//! The page: a panic hook and a mount. Natively there is no page.

#[cfg(target_arch = "wasm32")]
fn main() {
    c5_atlas::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is a web page: run `make serve`.");
}
