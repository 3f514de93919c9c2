//! Rules for the ledger of releases: every claim came with one, and what is gone stays gone.

use std::collections::{BTreeMap, BTreeSet};

use super::dates::require_date;
use super::{List, Names};
use crate::dataset::problem::{Problem, Report};
use crate::dataset::raw::Dataset;
use crate::dataset::release::Release;
use crate::dataset::version;

const FILE: &str = "releases.json";

pub(super) fn check(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let Some(newest) = data.releases.last() else { return };
    if newest.version != data.version {
        let wrong = format!("is not {}, the release of VERSION", data.version);
        let remedy = "let the last record be the release in work";
        Report::on(problems, FILE, &newest.version).add("version", wrong, remedy);
    }
    let withdrawn: BTreeMap<&str, &str> = data
        .releases
        .iter()
        .flat_map(|release| release.withdrawn.iter().map(move |gone| (gone.id.as_str(), release)))
        .map(|(id, release)| (id, release.version.as_str()))
        .collect();
    let mut added = BTreeSet::new();
    let mut before: Option<&Release> = None;
    for release in &data.releases {
        let report = &mut Report::on(problems, FILE, &release.version);
        order(report, before, release);
        corrections(report, &added, release);
        for id in &release.added {
            if !added.insert(id.as_str()) {
                report.add("added", format!("{id} was added before"), "name each claim once");
            }
            if !withdrawn.contains_key(id.as_str()) {
                names.require(report, "added", List::Claims, id);
            }
        }
        for gone in &release.withdrawn {
            if let Some(instead) = &gone.instead {
                names.require(report, "withdrawn", List::Claims, instead);
            }
        }
        before = Some(release);
    }
    for filed in &data.claims {
        let id = filed.record.id.as_str();
        let report = &mut Report::on(problems, &filed.file, id);
        if let Some(release) = withdrawn.get(id) {
            let wrong = format!("was withdrawn in {release}");
            report.add("id", wrong, "an id is never used again: give the claim a new one");
        } else if !added.contains(id) {
            let remedy = format!("add the id to \"added\" of {} there", newest.version);
            report.add("id", format!("stands in no release of {FILE}"), remedy);
        }
    }
}

fn order(report: &mut Report<'_>, before: Option<&Release>, release: &Release) {
    let before = before.and_then(|before| version::read(&before.version));
    match (version::read(&release.version), before) {
        (None, _) => report.add("version", "is no release", "write three numbers, as in 0.3.0"),
        (Some(own), Some(before)) if own <= before => {
            report.add("version", "is not above the one before", "list the oldest release first");
        }
        _ => {}
    }
    if let Some(date) = &release.date {
        require_date(report, "date", date);
    }
}

/// Only what an earlier release had can be corrected.
fn corrections(report: &mut Report<'_>, earlier: &BTreeSet<&str>, release: &Release) {
    for correction in &release.corrected {
        if !earlier.contains(correction.id.as_str()) {
            let wrong = format!("{} is in no earlier release", correction.id);
            report.add("corrected", wrong, "name claims that an earlier release had");
        }
    }
}
