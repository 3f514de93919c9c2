//! What the reader is looking at, what changes it, and how a link holds it.

pub mod action;
pub mod choice;
pub mod extent;
pub mod link;
pub mod room;
mod sheet;
pub mod state;

pub use action::Action;
pub use choice::{Choice, Choices};
pub use extent::extent;
pub use link::Notice;
pub use state::{Selection, Sheet, Tab, Theme, ViewState};
