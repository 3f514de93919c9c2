//! Files into records. Every file and every record is read, whatever is wrong with the others.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::plain::is_hidden;
use super::problem::{Problem, Report};
use super::raw::{Claim, Dataset, Filed, Lines, Locators, Tour};

/// What is wrong with a text in which something is not seen.
const HIDDEN: &str = "holds control characters";

/// Reads a dataset's folder. What could not be read is left out and stands among the problems.
pub fn folder(root: &Path) -> (Dataset, Vec<Problem>) {
    let mut reader = Reader { root, problems: Vec::new() };
    let mut data = Dataset {
        version: reader.text("VERSION").trim().to_owned(),
        sources: reader.records("sources.json"),
        references: reader.optional("references.json"),
        locators: reader.locators("locators.json"),
        actors: reader.records("actors.json"),
        places: reader.records("places.json"),
        routes: reader.optional("routes.json"),
        categories: reader.records("categories.json"),
        issues: reader.optional("issues.json"),
        claims: reader.filed::<Claim>("claims"),
        links: reader.optional("links.json"),
        tours: reader.filed::<Tour>("tours"),
        releases: reader.optional("releases.json"),
        threats: reader.lines("threats.txt"),
        borders: reader.lines("borders.txt"),
    };
    if data.claims.is_empty() && !root.join("claims").is_dir() {
        reader.report("claims", "").add("", "is not there", "add the folder of the claims' files");
    }
    // The codebook's order runs across its groups; the atlas shows them under headings.
    data.categories.sort_by_key(|category| (category.group, category.order));
    (data, reader.problems)
}

/// The files of a subfolder, sorted by name; none where the folder is missing.
pub fn files_in(root: &Path, folder: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|e| e == "json"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    names.sort();
    names
}

struct Reader<'r> {
    root: &'r Path,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn text(&mut self, file: &str) -> String {
        let path = self.root.join(file);
        let bytes = match fs::read(&path) {
            Ok(bytes) if bytes.is_empty() => {
                self.report(file, "").add("", "holds nothing", "write the file anew");
                return String::new();
            }
            Ok(bytes) => bytes,
            Err(error) => {
                self.report(file, "").add("", format!("cannot be read: {error}"), "add the file");
                return String::new();
            }
        };
        String::from_utf8(bytes).unwrap_or_else(|error| {
            let bytes = error.as_bytes();
            let sound = bytes.get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let line = 1 + sound.iter().filter(|&&byte| byte == b'\n').count();
            let wrong = format!("is not UTF-8 on line {line}");
            self.report(file, "").add("", wrong, "save the file as UTF-8");
            String::new()
        })
    }

    fn optional<R: DeserializeOwned>(&mut self, file: &str) -> Vec<R> {
        if self.root.join(file).exists() { self.records(file) } else { Vec::new() }
    }

    /// Lines of a text, or of a text, ` = ` and its Russian one.
    fn lines(&mut self, file: &str) -> Vec<(String, Option<String>)> {
        let text = if self.root.join(file).exists() { self.text(file) } else { String::new() };
        let line = |line: &str| match line.split_once(" = ") {
            Some((text, russian)) => (text.to_owned(), Some(russian.to_owned())),
            None => (line.to_owned(), None),
        };
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        for hidden in lines.clone().filter(|line| line.chars().any(is_hidden)) {
            self.report(file, hidden).add("", HIDDEN, "write plain text");
        }
        lines.map(line).collect()
    }

    fn records<R: DeserializeOwned>(&mut self, file: &str) -> Vec<R> {
        let text = self.text(file);
        if text.is_empty() {
            return Vec::new();
        }
        let raw: Vec<&RawValue> = match serde_json::from_str(&text) {
            Ok(raw) => raw,
            Err(error) => {
                self.report(file, "").add("", error.to_string(), "write an array of records");
                return Vec::new();
            }
        };
        let numbered = (1..).zip(raw);
        numbered.filter_map(|(at, raw)| self.record(file, &format!("record {at}"), raw)).collect()
    }

    /// Reads one record, which is called by its id or, without one, as `otherwise` says.
    fn record<R: DeserializeOwned>(
        &mut self,
        file: &str,
        otherwise: &str,
        raw: &RawValue,
    ) -> Option<R> {
        let value: serde_json::Value = serde_json::from_str(raw.get()).unwrap_or_default();
        let name = value.get("id").and_then(|id| id.as_str()).unwrap_or(otherwise);
        let mut report = self.report(file, name);
        refuse_unsaid(&mut report, "", &value);
        let mut json = serde_json::Deserializer::from_str(raw.get());
        match serde_path_to_error::deserialize(&mut json) {
            Ok(record) => Some(record),
            Err(error) => {
                let field = error.path().to_string();
                let wrong = error.into_inner().to_string();
                // The position counts inside the record, which helps nobody.
                let wrong = wrong.split(" at line ").next().unwrap_or_default().to_owned();
                report.add(field.trim_matches('.'), wrong, "see data/README.md for the fields");
                None
            }
        }
    }

    fn locators(&mut self, file: &str) -> Locators {
        let text = self.text(file);
        if text.is_empty() {
            return Locators::new();
        }
        let raw: std::collections::BTreeMap<String, &RawValue> = match serde_json::from_str(&text) {
            Ok(raw) => raw,
            Err(error) => {
                self.report(file, "").add("", error.to_string(), "write an object by source id");
                return Locators::new();
            }
        };
        raw.into_iter()
            .filter_map(|(source, raw)| {
                let lines: Option<Lines> = self.record(file, &source, raw);
                lines.map(|lines| (source, lines))
            })
            .collect()
    }

    fn filed<R: DeserializeOwned>(&mut self, folder: &str) -> Vec<Filed<R>> {
        let files = files_in(self.root, folder);
        let mut all = Vec::new();
        for file in files {
            let records = self.records(&file);
            all.extend(records.into_iter().map(|record| Filed { file: file.clone(), record }));
        }
        all
    }

    fn report(&mut self, file: &str, record: &str) -> Report<'_> {
        Report::on(&mut self.problems, file, record)
    }
}

/// `null` and `""` say nothing: a field that does not apply is left out. What no reader sees is in no text.
fn refuse_unsaid(report: &mut Report<'_>, path: &str, value: &serde_json::Value) {
    match value {
        serde_json::Value::Null => report.add(path, "is null", "leave the field out"),
        serde_json::Value::String(text) if text.trim().is_empty() => {
            report.add(path, "is empty", "leave the field out");
        }
        serde_json::Value::String(text) if text.chars().any(is_hidden) => {
            report.add(path, HIDDEN, "write plain text");
        }
        serde_json::Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                refuse_unsaid(report, &format!("{path}[{at}]"), item);
            }
        }
        serde_json::Value::Object(fields) => {
            for (name, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                refuse_unsaid(report, &format!("{path}{dot}{name}"), field);
            }
        }
        _ => {}
    }
}
