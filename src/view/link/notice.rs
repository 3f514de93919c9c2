//! What a link asked for and did not get, in words.

use crate::words::{Notices, Words};

/// How many notices a reader is told; the rest are counted.
pub const NOTICES: usize = 4;

/// What a link asked for and did not get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The key means nothing here.
    UnknownKey(String),
    /// The key is known, the value is not.
    BadValue {
        /// The key.
        key: &'static str,
        /// The value, cut short.
        value: String,
    },
    /// The key stands twice; the first is used.
    Repeated(&'static str),
    /// The key selects something where the link selected something else before.
    SecondSelection(&'static str),
    /// The page that the link opens cannot follow the value: told by the study program, which knows the pages.
    Unfollowed {
        /// The key.
        key: &'static str,
        /// The value, cut short.
        value: String,
    },
    /// Two dates of which the first lies after the second: they are exchanged.
    Exchanged(String, String),
    /// The link was made on another release.
    OtherRelease {
        /// The link's.
        link: String,
        /// The atlas's own.
        own: &'static str,
    },
    /// The link is too long; its end was not read.
    TooLong,
    /// More of the same.
    More(usize),
}

impl Notice {
    /// The notice as a sentence.
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::UnknownKey(key) => words.tell(Notices::UnknownKey, &[key]),
            Self::BadValue { key, value } => words.tell(Notices::BadValue, &[key, value]),
            Self::Repeated(key) => words.tell(Notices::Repeated, &[key]),
            Self::SecondSelection(key) => words.tell(Notices::SecondSelection, &[key]),
            Self::Unfollowed { key, value } => words.tell(Notices::Unfollowed, &[key, value]),
            Self::Exchanged(from, to) => words.tell(Notices::Exchanged, &[from, to]),
            Self::OtherRelease { link, own } => words.tell(Notices::OtherRelease, &[link, own]),
            Self::TooLong => words.say(Notices::TooLong).to_owned(),
            Self::More(count) => words.tell(Notices::More, &[&count.to_string()]),
        }
    }
}
