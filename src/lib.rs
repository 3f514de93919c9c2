#![doc = include_str!("ARCHITECTURE.md")]

pub mod math;

pub mod dataset;
pub mod atlas;
pub mod query;
pub mod geo;
pub mod view;
pub mod scene;
#[cfg(target_arch = "wasm32")]
pub mod shell;
#[cfg(target_arch = "wasm32")]
pub mod ui;
