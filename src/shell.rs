//! The only code that touches window, document, history and observers.

pub mod address;
pub mod failure;
pub mod fetch;
pub mod page;
pub mod patch;
pub mod size;
pub mod stage;
pub mod study;
