#![doc = include_str!("ARCHITECTURE.md")]

pub mod math;

pub mod order;

pub mod words;

pub mod geo;

pub mod dataset;

pub mod atlas;

pub mod query;

pub mod view;

pub mod scene;

pub mod markup;

pub mod pages;

pub mod export;

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "the layer is the page's own; nothing outside uses it")]
mod shell;

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "the component macro makes every props type public")]
mod ui;

#[cfg(target_arch = "wasm32")]
pub use ui::start;
