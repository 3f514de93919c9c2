//! Rules that hold between records and files. All problems are returned, never the first only.

mod claims;
mod countries;
mod dates;
mod registry;
mod releases;
mod russian;

use std::collections::{BTreeMap, BTreeSet};

use super::id::{ActorId, CategoryId, ClaimId, IssueId, PlaceId, ReferenceId, RouteId, SourceId};
use super::problem::{Problem, Report, suggestion};
use super::raw::Dataset;

/// Every problem of a dataset that could be read, sorted by file and record.
pub fn dataset(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let names = Names::of(data, &mut problems);
    registry::check(data, &names, &mut problems);
    claims::check(data, &names, &mut problems);
    releases::check(data, &names, &mut problems);
    russian::check(data, &mut problems);
    lengths(data, &mut problems);
    problems.sort();
    problems.dedup();
    problems
}

/// Each list is one that its numbers can count: the pack writes a record's number in place of its id.
fn lengths(data: &Dataset, problems: &mut Vec<Problem>) {
    let paragraphs = data.locators.values().map(|lines| lines.paragraphs.len()).sum();
    for (file, count, most) in [
        ("sources.json", data.sources.len(), SourceId::MOST),
        ("references.json", data.references.len(), ReferenceId::MOST),
        ("locators.json", paragraphs, u64::from(u16::MAX) + 1),
        ("actors.json", data.actors.len(), ActorId::MOST),
        ("places.json", data.places.len(), PlaceId::MOST),
        ("routes.json", data.routes.len(), RouteId::MOST),
        ("categories.json", data.categories.len(), CategoryId::MOST),
        ("issues.json", data.issues.len(), IssueId::MOST),
        ("claims", data.claims.len(), ClaimId::MOST),
        ("releases.json", data.releases.len(), u64::from(u8::MAX) + 1),
    ] {
        if count as u64 > most {
            let remedy = format!("{most} at most; for more, src/dataset/ needs wider numbers");
            Report::on(problems, file, "").add(
                "",
                format!("has too many records: {count}"),
                remedy,
            );
        }
    }
}

/// Every id, by the file that defines it.
pub(super) struct Names<'d> {
    sources: BTreeSet<&'d str>,
    actors: BTreeSet<&'d str>,
    places: BTreeSet<&'d str>,
    categories: BTreeSet<&'d str>,
    issues: BTreeSet<&'d str>,
    claims: BTreeSet<&'d str>,
    threats: BTreeSet<&'d str>,
    /// Note numbers, by source.
    notes: BTreeMap<&'d str, BTreeSet<u16>>,
    /// Lines that belong to a paragraph, by source.
    lines: BTreeMap<&'d str, BTreeSet<u32>>,
}

impl<'d> Names<'d> {
    fn of(data: &'d Dataset, problems: &mut Vec<Problem>) -> Self {
        let mut all = |file: &str, ids: Vec<(&'d str, &str)>| unique(problems, file, ids);
        let own = |file: &'static str| move |id: &'d String| (id.as_str(), file);
        all("references.json", data.references.iter().map(|r| &r.id).map(own("")).collect());
        all("routes.json", data.routes.iter().map(|r| &r.id).map(own("")).collect());
        let tours = data.tours.iter().map(|t| (t.record.id.as_str(), t.file.as_str()));
        all("tours", tours.collect());
        Self {
            sources: all("sources.json", data.sources.iter().map(|r| &r.id).map(own("")).collect()),
            actors: all("actors.json", data.actors.iter().map(|r| &r.id).map(own("")).collect()),
            places: all("places.json", data.places.iter().map(|r| &r.id).map(own("")).collect()),
            categories: all(
                "categories.json",
                data.categories.iter().map(|r| &r.id).map(own("")).collect(),
            ),
            issues: all("issues.json", data.issues.iter().map(|r| &r.id).map(own("")).collect()),
            claims: all(
                "claims",
                data.claims.iter().map(|c| (c.record.id.as_str(), c.file.as_str())).collect(),
            ),
            threats: data.threats.iter().map(|(name, _)| name.as_str()).collect(),
            notes: grouped(
                data.references.iter().filter_map(|r| Some((r.source.as_str(), r.note?))),
            ),
            lines: grouped(data.locators.iter().flat_map(|(source, lines)| {
                let lines = lines.paragraphs.iter().flat_map(|paragraph| &paragraph.lines);
                lines.map(move |&line| (source.as_str(), line))
            })),
        }
    }
}

/// Which list a name must stand in.
#[derive(Clone, Copy)]
pub(super) enum List {
    Sources,
    Actors,
    Places,
    Categories,
    Issues,
    Claims,
}

impl Names<'_> {
    /// Reports a name that its list does not hold.
    fn require(&self, report: &mut Report<'_>, field: &str, list: List, name: &str) {
        let (known, file) = match list {
            List::Sources => (&self.sources, "sources.json"),
            List::Actors => (&self.actors, "actors.json"),
            List::Places => (&self.places, "places.json"),
            List::Categories => (&self.categories, "categories.json"),
            List::Issues => (&self.issues, "issues.json"),
            List::Claims => (&self.claims, "claims/"),
        };
        if !known.contains(name) {
            let near = suggestion(name, known.iter().copied());
            let wrong = format!("\"{name}\" is not in {file}{near}");
            report.add(field, wrong, format!("use an id of {file} or add the record there"));
        }
    }
}

fn unique<'d>(
    problems: &mut Vec<Problem>,
    file: &str,
    ids: Vec<(&'d str, &str)>,
) -> BTreeSet<&'d str> {
    let mut seen = BTreeSet::new();
    for (id, own_file) in ids {
        let file = if own_file.is_empty() { file } else { own_file };
        let mut report = Report::on(problems, file, id);
        if !seen.insert(id) {
            report.add("id", "stands twice", "give each record an id of its own");
        }
        if !is_slug(id) {
            let remedy = "use letters, digits, - and _ only, so that it can stand in a link";
            report.add("id", format!("\"{id}\" has other characters"), remedy);
        }
    }
    seen
}

/// Unreserved characters that survive in a link, and none of those that join lists.
fn is_slug(id: &str) -> bool {
    !id.is_empty()
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

fn grouped<'d, V: Ord>(
    pairs: impl Iterator<Item = (&'d str, V)>,
) -> BTreeMap<&'d str, BTreeSet<V>> {
    let mut groups: BTreeMap<&'d str, BTreeSet<V>> = BTreeMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().insert(value);
    }
    groups
}
