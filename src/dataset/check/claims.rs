//! Rules for claims and for the links between them.

use std::collections::BTreeSet;

use super::dates::{require_date, require_end};
use super::{List, Names};
use crate::dataset::code::{Code, Naming};
use crate::dataset::problem::{Problem, Report, suggestion};
use crate::dataset::raw::{Cite, Claim, Dataset, NamedCode};
use crate::dataset::term::{AUTHOR, Kind, LinkKind, Qualifier, Role};

/// Longer summaries do not fit a tooltip or a card.
const SUMMARY_CHARS: usize = 280;

pub(super) fn check(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for filed in &data.claims {
        let report = &mut Report::on(problems, &filed.file, &filed.record.id);
        identity(report, names, &filed.file, &filed.record);
        wording(report, &filed.record);
        registry(report, names, &filed.record);
        dates(report, &filed.record);
        if let Some(code) = &filed.record.code {
            coded(report, names, &filed.record, code);
        }
        position(report, &filed.record);
        if filed.record.cites.is_empty() {
            report.add("cites", "is empty", "say where the document states it");
        }
        for (at, cite) in filed.record.cites.iter().enumerate() {
            citation(report, names, &format!("cites[{at}]"), cite);
        }
    }
    files(data, names, problems);
    links(data, names, problems);
}

/// The document that a file of claims is called after.
fn source_of(file: &str) -> &str {
    file.trim_start_matches("claims/").trim_end_matches(".json")
}

/// Each file of claims is called after a document.
fn files(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let files: BTreeSet<&str> = data.claims.iter().map(|filed| filed.file.as_str()).collect();
    for file in files {
        let report = &mut Report::on(problems, file, "");
        names.require(report, "", List::Sources, source_of(file));
    }
}

fn identity(report: &mut Report<'_>, names: &Names<'_>, file: &str, claim: &Claim) {
    let source = source_of(file);
    let own = |cite: &Cite| cite.source == source;
    if names.sources.contains(source) && !claim.cites.is_empty() && !claim.cites.iter().any(own) {
        report.add("cites", format!("do not name {source}"), "file it under a document it cites");
    }
    // claims/seneca-2018.json holds ids that begin with seneca-.
    let first_word = source.split('-').next().unwrap_or_default();
    let own = claim.id.strip_prefix(first_word).is_some_and(|rest| rest.starts_with('-'));
    if !own {
        let remedy = format!("begin the id with \"{first_word}-\"");
        report.add("id", "does not begin with the source's first word", remedy);
    }
    if claim.id.bytes().any(|byte| byte.is_ascii_uppercase()) {
        report.add("id", "has capitals", "write kebab-case");
    }
    if !(1..=3).contains(&claim.weight) {
        report.add("weight", format!("is {}", claim.weight), "3 expected, 2 solid, 1 minor");
    }
}

fn wording(report: &mut Report<'_>, claim: &Claim) {
    let length = claim.summary.chars().count();
    if length > SUMMARY_CHARS {
        let wrong = format!("has {length} characters");
        report.add("summary", wrong, format!("{SUMMARY_CHARS} at most; the rest goes into detail"));
    }
}

fn registry(report: &mut Report<'_>, names: &Names<'_>, claim: &Claim) {
    names.require(report, "category", List::Categories, &claim.category);
    for tag in &claim.tags {
        names.require(report, "tags", List::Categories, tag);
    }
    if claim.actors.is_empty() {
        report.add("actors", "is empty", "name at least one actor and its role");
    }
    for (at, party) in claim.actors.iter().enumerate() {
        names.require(report, &format!("actors[{at}].id"), List::Actors, &party.id);
        let twice = claim.actors.iter().take(at).any(|p| p.id == party.id && p.role == party.role);
        if twice {
            let wrong = format!("{} stands twice as {}", party.id, party.role.words());
            report.add(&format!("actors[{at}]"), wrong, "name each part once");
        }
    }
    for place in &claim.places {
        names.require(report, "places", List::Places, place);
    }
    if let Some(issue) = &claim.issue {
        names.require(report, "issue", List::Issues, issue);
    }
    if claim.voice != AUTHOR {
        names.require(report, "voice", List::Actors, &claim.voice);
    }
}

fn dates(report: &mut Report<'_>, claim: &Claim) {
    if let Some(date) = &claim.date {
        require_date(report, "date", date);
    }
    for (at, quantity) in claim.quantities.iter().enumerate() {
        let field = format!("quantities[{at}]");
        if let Some(date) = &quantity.at {
            require_date(report, &format!("{field}.at"), date);
        }
        match (quantity.qualifier, quantity.max) {
            (Qualifier::Between, None) => {
                report.add(&field, "is between a value and nothing", "give max too");
            }
            (Qualifier::Between, Some(max)) if max < quantity.value => {
                report.add(&field, "has a max below its value", "value is the lower of the two");
            }
            (Qualifier::Between, Some(_)) | (_, None) => {}
            (_, Some(_)) => report.add(&field, "has a max", "use the qualifier between"),
        }
    }
}

/// Requires each name of a code where it stands.
struct Requires<'c, 'r, 'n, 'd> {
    report: &'c mut Report<'r>,
    names: &'n Names<'d>,
    claim: &'c Claim,
}

impl Requires<'_, '_, '_, '_> {
    fn field(field: &str) -> String {
        format!("code.{field}")
    }
}

impl<'s> Naming<'s, (), (), (), ()> for Requires<'_, '_, '_, '_> {
    fn actor(&mut self, field: &'static str, name: &'s str) {
        self.names.require(self.report, &Self::field(field), List::Actors, name);
        if !self.claim.actors.iter().any(|party| party.id == name) {
            let wrong = format!("{name} is not among the claim's actors");
            self.report.add(&Self::field(field), wrong, "name every coded actor in actors too");
        }
    }

    fn place(&mut self, field: &'static str, name: &'s str) {
        self.names.require(self.report, &Self::field(field), List::Places, name);
        if !self.claim.places.iter().any(|place| place == name) {
            let wrong = format!("{name} is not among the claim's places");
            self.report.add(&Self::field(field), wrong, "name every coded place in places too");
        }
    }

    fn issue(&mut self, field: &'static str, name: &'s str) {
        self.names.require(self.report, &Self::field(field), List::Issues, name);
    }

    fn text(&mut self, field: &'static str, text: &'s str) {
        if field == "until" {
            let remedy = "write the day, month or year in which it ends";
            require_end(self.report, &Self::field(field), text, remedy);
        }
        let threats = &self.names.threats;
        if field == "threat" && !threats.is_empty() && !threats.contains(text) {
            let near = suggestion(text, threats.iter().copied());
            let wrong = format!("\"{text}\" is not in threats.txt{near}");
            self.report.add(&Self::field(field), wrong, "use one of its names or add one there");
        }
        if field == "currency" && !(text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()))
        {
            let wrong = format!("\"{text}\" is no currency");
            self.report.add(&Self::field(field), wrong, "write its ISO 4217 code");
        }
    }
}

fn coded(report: &mut Report<'_>, names: &Names<'_>, claim: &Claim, code: &NamedCode) {
    code.rename(&mut Requires { report, names, claim });
    match code {
        Code::Partnership(_) => {
            let parties = claim.actors.iter().filter(|party| party.role == Role::Party).count();
            if parties != 2 {
                let wrong = format!("has {parties} of the role party");
                report.add("actors", wrong, "give that role to the two whose tie it is");
            }
        }
        Code::Dispute(_) if claim.actors.len() < 2 => {
            report.add("actors", "has one actor only", "name both parties of the dispute");
        }
        _ => {}
    }
}

fn position(report: &mut Report<'_>, claim: &Claim) {
    match (&claim.code, &claim.issue) {
        (Some(Code::Stance(stance)), Some(issue)) if stance.issue != *issue => {
            let wrong = format!("\"{issue}\" is not the issue of its stance");
            report.add("issue", wrong, format!("write \"{}\"", stance.issue));
        }
        (Some(Code::Stance(stance)), None) => {
            report.add("issue", "is missing", format!("write \"{}\"", stance.issue));
        }
        (code, None) if claim.kind == Kind::Position && code.is_none() => {
            report.add("code", "is missing", "a position carries a stance on an issue");
        }
        _ => {}
    }
}

fn citation(report: &mut Report<'_>, names: &Names<'_>, field: &str, cite: &Cite) {
    names.require(report, &format!("{field}.source"), List::Sources, &cite.source);
    if cite.lines.is_empty() {
        report.add(&format!("{field}.lines"), "is empty", "list every line meant");
    }
    if cite.terms.is_empty() {
        let remedy = "list names and figures that stand in those lines";
        report.add(&format!("{field}.terms"), "is empty", remedy);
    }
    let known = names.lines.get(cite.source.as_str());
    for line in &cite.lines {
        if !known.is_some_and(|known| known.contains(line)) {
            let wrong = format!("line {line} belongs to no paragraph of locators.json");
            report.add(&format!("{field}.lines"), wrong, "join it to its paragraph there");
        }
    }
    let notes = names.notes.get(cite.source.as_str());
    for note in &cite.footnotes {
        if !notes.is_some_and(|notes| notes.contains(note)) {
            let wrong = format!("note {note} is not in references.json");
            report.add(&format!("{field}.footnotes"), wrong, "add the note's works there");
        }
    }
}

fn links(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for link in &data.links {
        let name = format!("{} {} {}", link.from, link.kind.id(), link.to);
        let report = &mut Report::on(problems, "links.json", &name);
        names.require(report, "from", List::Claims, &link.from);
        names.require(report, "to", List::Claims, &link.to);
        if link.from == link.to {
            report.add("to", "is the claim itself", "name the other claim");
        }
        match link.kind {
            LinkKind::Causes if link.cites.is_empty() => {
                report.add("cites", "is empty", "say where the document asserts the cause");
            }
            LinkKind::Contradicts if link.note.is_none() => {
                report.add("note", "is missing", "say in one neutral sentence what differs");
            }
            _ => {}
        }
        for (at, cite) in link.cites.iter().enumerate() {
            citation(report, names, &format!("cites[{at}]"), cite);
        }
    }
}
