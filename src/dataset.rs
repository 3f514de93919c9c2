//! What the files under `data/` say: read strictly, checked across files, packed into bytes.
//!
//! `bake.rs` runs this module at build time; the page sees only [`pack`], [`id`], [`term`],
//! [`code`] and [`shapes`], which describe the packed form, and [`known`], [`plain`] and [`version`]. Nothing here knows a browser, and nothing here
//! interprets a claim: that is `atlas`'s work.

pub mod code;
pub mod id;
pub mod known;
pub mod pack;
pub mod plain;
pub mod shapes;
pub mod term;
pub mod version;

#[cfg(not(target_arch = "wasm32"))]
pub mod assemble;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod cited;
#[cfg(not(target_arch = "wasm32"))]
pub mod date;
#[cfg(not(target_arch = "wasm32"))]
pub mod problem;
#[cfg(not(target_arch = "wasm32"))]
pub mod raw;
#[cfg(not(target_arch = "wasm32"))]
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod release;
