//! What is wrong with the data, said so that a curator can mend it.

use std::fmt;

/// One fault: where it is, what is wrong, what would be right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the dataset's folder.
    pub file: String,
    /// The record's id, or its position where it has none.
    pub record: String,
    /// The field, with its path inside the record.
    pub field: String,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, record, field, wrong, remedy } = self;
        write!(f, "{file}")?;
        for part in [record, field] {
            if !part.is_empty() {
                write!(f, " · {part}")?;
            }
        }
        write!(f, ": {wrong}; {remedy}")
    }
}

/// Problems of one record, gathered under its file and id.
pub struct Report<'r> {
    problems: &'r mut Vec<Problem>,
    file: String,
    record: String,
}

impl<'r> Report<'r> {
    /// Begins on a record.
    pub fn on(problems: &'r mut Vec<Problem>, file: &str, record: &str) -> Self {
        Self { problems, file: file.to_owned(), record: record.to_owned() }
    }

    /// Adds one problem of the record.
    pub fn add(&mut self, field: &str, wrong: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem {
            file: self.file.clone(),
            record: self.record.clone(),
            field: field.to_owned(),
            wrong: wrong.into(),
            remedy: remedy.into(),
        });
    }
}

/// `, did you mean "x"?` where some candidate is close to the name, else nothing.
pub fn suggestion<'c>(name: &str, candidates: impl Iterator<Item = &'c str>) -> String {
    candidates
        .map(|candidate| (strsim::levenshtein(name, candidate), candidate))
        .min()
        .filter(|&(steps, candidate)| steps <= 2.max(candidate.chars().count() / 3))
        .map(|(_, candidate)| format!(", did you mean \"{candidate}\"?"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_suggested() {
        let known = ["astana", "almaty"];
        assert_eq!(suggestion("almaly", known.into_iter()), ", did you mean \"almaty\"?");
        assert_eq!(suggestion("washington", known.into_iter()), "");
    }

    #[test]
    fn a_problem_reads_as_one_line() {
        let mut problems = Vec::new();
        Report::on(&mut problems, "places.json", "kant").add(
            "lon",
            "is 744",
            "degrees east, -180 to 180",
        );
        assert_eq!(
            problems[0].to_string(),
            "places.json · kant · lon: is 744; degrees east, -180 to 180"
        );
    }
}
