//! What the dataset holds, in numbers: per source, category, kind and pair, and how its lines are
//! accounted for.

use std::collections::BTreeMap;
use std::env;
use std::path::Path;

use c5_atlas::atlas::{Atlas, IssueId};
use c5_atlas::dataset::cited::Document;
use c5_atlas::dataset::raw::Dataset;
use c5_atlas::dataset::term::{Kind, LinkKind};
use c5_atlas::dataset::{check, read};
use c5_atlas::query::position;

/// Prints the report; fails where the dataset has problems.
pub(crate) fn print(data: &Path, project: &Path) -> Result<(), String> {
    let (dataset, mut problems) = read::folder(data);
    problems.extend(check::dataset(&dataset));
    if !problems.is_empty() {
        for problem in &problems {
            eprintln!("{problem}");
        }
        return Err(format!("{} problems in {}", problems.len(), data.display()));
    }
    let atlas = Atlas::embedded();
    println!(
        "Release {}: {} claims, {} actors, {} places, {} routes, {} references, {} links, {} stories\n",
        dataset.version,
        dataset.claims.len(),
        dataset.actors.len(),
        dataset.places.len(),
        dataset.routes.len(),
        dataset.references.len(),
        dataset.links.len(),
        dataset.tours.len(),
    );
    counts(&atlas);
    pairs(&atlas);
    positions(&atlas);
    criticism(&atlas);
    coverage(&dataset, project);
    Ok(())
}

fn counts(atlas: &Atlas) {
    println!("Claims by source");
    for (id, source) in atlas.sources() {
        println!("  {:5}  {}", atlas.index().source(id).len(), source.slug);
    }
    println!("\nClaims by category (a tag counts)");
    for (id, category) in atlas.categories() {
        println!("  {:5}  {}", atlas.index().category(id).len(), category.slug);
    }
    println!("\nClaims by kind");
    for &kind in Kind::ALL {
        println!("  {:5}  {}", atlas.index().kind(kind).len(), kind.id());
    }
    println!();
}

fn pairs(atlas: &Atlas) {
    println!("Claims by pair");
    for &power in atlas.powers() {
        let counts: Vec<String> = atlas
            .dyads()
            .filter(|dyad| dyad.power == power)
            .map(|dyad| format!("{} {}", atlas.actor(dyad.state).slug, dyad.claims(atlas).len()))
            .collect();
        println!("  {}  {}", atlas.actor(power).slug, counts.join("  "));
    }
    println!();
}

/// How many parties' stances each issue has: one alone can be compared with nobody.
fn positions(atlas: &Atlas) {
    let positions = position::positions(atlas, atlas.index().all());
    let parties = |id: IssueId| {
        positions.iter().find(|own| own.issue == id).map_or(0, |own| own.stands.len())
    };
    let compared = atlas.issues().filter(|&(id, _)| parties(id) >= 2).count();
    println!("Issues with the stances of two parties or more: {compared}");
    let of = |count: usize| -> Vec<&str> {
        let own = atlas.issues().filter(|&(id, _)| parties(id) == count);
        own.map(|(_, issue)| issue.slug).collect()
    };
    println!("  of one only: {}", of(1).join(", "));
    let none = of(0);
    println!("  of none: {}\n", if none.is_empty() { "none".to_owned() } else { none.join(", ") });
}

fn criticism(atlas: &Atlas) {
    let noted = atlas.index().noted().len();
    let undated = atlas.claims().filter(|(_, claim)| claim.when.is_none()).count();
    let absent = atlas.claims().filter(|(_, claim)| claim.absence).count();
    println!("Curator’s notes {noted}, undated {undated}, stated absences {absent}");
    let mut kinds: BTreeMap<LinkKind, usize> = BTreeMap::new();
    for (_, link) in atlas.links() {
        *kinds.entry(link.kind).or_default() += 1;
    }
    for (kind, count) in kinds {
        println!("  {count:5}  {}", kind.id());
    }
    println!("\nContradictions");
    for (_, link) in atlas.links().filter(|(_, link)| link.kind == LinkKind::Contradicts) {
        println!("  {} · {}", atlas.claim(link.from).slug(), atlas.claim(link.to).slug());
    }
    println!();
}

/// Lines with claims, lines excused, lines unaccounted for; and whether the cited terms stand
/// there. Needs the documents' texts, which are not part of the project: `ATLAS_SOURCES` names
/// their folder, `../shared/sources` unless set.
fn coverage(dataset: &Dataset, project: &Path) {
    let folder =
        env::var_os("ATLAS_SOURCES").map_or_else(|| project.join("../shared/sources"), Into::into);
    println!("Lines of each document");
    let (mut checked, mut lost) = (0, 0);
    for source in &dataset.sources {
        let path = folder.join(format!("{}.txt", source.id));
        let Ok(text) = std::fs::read_to_string(&path) else {
            println!("  {}: its text is not at hand", source.id);
            continue;
        };
        let document = Document::of(&text);
        let cites = || {
            let of_claims = dataset.claims.iter().flat_map(|filed| &filed.record.cites);
            of_claims
                .chain(dataset.links.iter().flat_map(|link| &link.cites))
                .filter(|cite| cite.source == source.id)
        };
        let mut used: Vec<u32> = cites().flat_map(|cite| cite.lines.iter().copied()).collect();
        let own = dataset.references.iter().filter(|reference| reference.source == source.id);
        used.extend(own.flat_map(|reference| reference.lines.iter().copied()));
        let excused: Vec<u32> = dataset
            .locators
            .get(&source.id)
            .map(|lines| {
                lines.excused.iter().flat_map(|excuse| excuse.lines.iter().copied()).collect()
            })
            .unwrap_or_default();
        let written: Vec<u32> = document.written_lines().collect();
        let with_claims = written.iter().filter(|line| used.contains(line)).count();
        let only_excused =
            written.iter().filter(|line| !used.contains(line) && excused.contains(line)).count();
        let missing: Vec<&str> = cites().flat_map(|cite| document.missing(cite)).collect();
        checked += cites().count();
        lost += missing.len();
        println!(
            "  {}: {with_claims} with claims or references, {only_excused} excused, {} unaccounted; \
             {} citations checked, {} terms not found",
            source.id,
            written.len() - with_claims - only_excused,
            cites().count(),
            missing.len(),
        );
    }
    println!("  in all {checked} citations checked, {lost} terms not found");
}
