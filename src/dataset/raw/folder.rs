//! What a dataset's folder holds: the records of all files.

use super::{Actor, Category, Claim, Issue, Link, Locators, Place, Reference, Route, Source, Tour};
use crate::dataset::release::Release;

/// The whole dataset as its files have it, each record with where it stands.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// `VERSION`.
    pub version: String,
    /// `sources.json`.
    pub sources: Vec<Source>,
    /// `references.json`.
    pub references: Vec<Reference>,
    /// `locators.json`.
    pub locators: Locators,
    /// `actors.json`.
    pub actors: Vec<Actor>,
    /// `places.json`.
    pub places: Vec<Place>,
    /// `routes.json`.
    pub routes: Vec<Route>,
    /// `categories.json`, by group, in it in the codebook's order.
    pub categories: Vec<Category>,
    /// `issues.json`.
    pub issues: Vec<Issue>,
    /// `claims/*.json`, by file name.
    pub claims: Vec<Filed<Claim>>,
    /// `links.json`.
    pub links: Vec<Link>,
    /// `tours/*.json`.
    pub tours: Vec<Filed<Tour>>,
    /// `releases.json`, the oldest first.
    pub releases: Vec<Release>,
    /// `threats.txt`: the names that threats go by, each with its Russian one where the file has it; none where
    /// there is no such file.
    pub threats: Vec<(String, Option<String>)>,
    /// `borders.txt`: what the map says of disputed borders, each text with its Russian one where the file has it.
    pub borders: Vec<(String, Option<String>)>,
}

/// A record and the file that it stands in, for records that are spread over several files.
#[derive(Clone, Debug)]
pub struct Filed<R> {
    /// The file, relative to the dataset's folder.
    pub file: String,
    /// The record.
    pub record: R,
}
