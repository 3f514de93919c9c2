//! Marks at fixed places: what the panels draw and what pictures hold, computed from an answer.
//!
//! A scene knows neither hover nor selection, and no colour: those are classes of the page.

pub mod against;
pub mod axis;
pub mod causes;
pub mod crosstab;
pub mod figures;
pub mod issues;
pub mod label;
pub mod lanes;
pub mod layers;
pub mod map;
pub mod matrix;
pub mod membership;
pub mod names;
pub mod summary;
pub mod timeline;
pub mod words;
