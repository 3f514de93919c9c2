//! The names of authors: family and given, or a body's name that is not to be split; and of documents, by them.

use crate::atlas::{Atlas, Source, SourceId};
use crate::words::{Against, Said};

/// A document in a few words, by its authors' family names and its year: `Laruelle and Kortunov (2019)`.
pub fn cited(atlas: &Atlas, id: SourceId) -> String {
    let source = atlas.source(id);
    let mut families = source.authors.split(", ").map(|author| match Name::read(author) {
        Name::Person { family, .. } => family,
        Name::Body(name) => name,
    });
    let first = families.next().unwrap_or_default();
    let authors = match (families.next(), families.next()) {
        (None, _) => first,
        (Some(second), None) => atlas.tell(Against::Authors, &[&first, &second]),
        (Some(_), Some(_)) => atlas.tell(Against::AndOthers, &[&first]),
    };
    atlas.tell(Against::OfYear, &[&authors, year(atlas, source)])
}

/// The year of a document, as the page says it.
pub fn year(atlas: &Atlas, source: &Source<'static>) -> &'static str {
    if source.year == "undated" { atlas.say(Said::Undated) } else { source.year }
}

/// An author's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A person.
    Person {
        /// The family name.
        family: String,
        /// The given names or initials.
        given: String,
    },
    /// An organisation, or a name of one word.
    Body(String),
}

/// Words that only names of bodies have.
const BODIES: [&str; 18] = [
    "Group",
    "Nations",
    "Department",
    "Ministry",
    "Bureau",
    "Institute",
    "Center",
    "Centre",
    "Council",
    "Committee",
    "Bank",
    "Agency",
    "Organization",
    "Organisation",
    "University",
    "contributors",
    "Government",
    "Commission",
];

/// Family names that stand first in names written the Chinese way.
const FAMILY_FIRST: [&str; 6] = ["Zhao", "Wang", "Li", "Zhang", "Xi", "Hu"];

impl Name {
    /// Reads a name as documents write it.
    pub fn read(name: &str) -> Self {
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_body = name.contains(',') || words.iter().any(|word| BODIES.contains(word));
        match words.as_slice() {
            _ if is_body => Self::Body(name.to_owned()),
            [first, given @ ..] if FAMILY_FIRST.contains(first) && !given.is_empty() => {
                Self::Person { family: (*first).to_owned(), given: given.join(" ") }
            }
            [given @ .., family] if !given.is_empty() => {
                Self::Person { family: (*family).to_owned(), given: given.join(" ") }
            }
            _ => Self::Body(name.to_owned()),
        }
    }

    /// `Anna Gussarova`.
    pub fn straight(&self) -> String {
        match self {
            Self::Person { family, given } => format!("{given} {family}"),
            Self::Body(name) => name.clone(),
        }
    }

    /// `Gussarova, Anna`.
    pub fn turned(&self) -> String {
        match self {
            Self::Person { family, given } => format!("{family}, {given}"),
            Self::Body(name) => name.clone(),
        }
    }

    /// `Gussarova, A.`
    pub fn short(&self) -> String {
        match self {
            Self::Person { family, given } => {
                let initials: Vec<String> = given
                    .split([' ', '.'])
                    .filter_map(|part| part.chars().next())
                    .map(|first| format!("{first}."))
                    .collect();
                format!("{family}, {}", initials.join(" "))
            }
            Self::Body(name) => name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_split_and_bodies_are_not() {
        for (name, turned, short) in [
            ("Anna Gussarova", "Gussarova, Anna", "Gussarova, A."),
            ("U.A. Bērziņa-Čerenkova", "Bērziņa-Čerenkova, U.A.", "Bērziņa-Čerenkova, U. A."),
            ("Zhao Huasheng", "Zhao, Huasheng", "Zhao, H."),
            ("The Soufan Group", "The Soufan Group", "The Soufan Group"),
            ("United Nations", "United Nations", "United Nations"),
            ("Plato", "Plato", "Plato"),
        ] {
            let read = Name::read(name);
            assert_eq!((read.turned().as_str(), read.short().as_str()), (turned, short));
        }
    }
}
