//! Search: over every name in every spelling, what claims say in words, notes, cited works, issues and
//! categories. Built once, then each letter typed is an answer.

mod build;
mod fold;
mod near;

use std::cmp::Reverse;

use build::Builder;

use crate::atlas::{
    ActorId, Atlas, CategoryId, ClaimId, ClaimSet, IssueId, PlaceId, ReferenceId, SourceId, Texts,
};
use crate::words::speaks;

/// Something that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is a record of the atlas by its own name")]
pub enum Entry {
    Actor(ActorId),
    Place(PlaceId),
    Issue(IssueId),
    Category(CategoryId),
    Source(SourceId),
    Reference(ReferenceId),
    Claim(ClaimId),
}

/// How what is found is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is what its words say")]
pub enum Group {
    Actors,
    Places,
    Issues,
    Categories,
    Sources,
    Claims,
}

speaks! {
    Group as Found {
        Actors: "Actors", "Участники";
        Places: "Places", "Места";
        Issues: "Issues", "Вопросы";
        Categories: "Categories", "Категории";
        Sources: "Sources and cited works", "Источники и цитируемые работы";
        Claims: "Claims", "Утверждения";
    }
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Actors, Self::Places, Self::Issues, Self::Categories, Self::Sources, Self::Claims];
}

impl Entry {
    /// The group that it belongs to.
    pub fn group(self) -> Group {
        match self {
            Self::Actor(_) => Group::Actors,
            Self::Place(_) => Group::Places,
            Self::Issue(_) => Group::Issues,
            Self::Category(_) => Group::Categories,
            Self::Source(_) | Self::Reference(_) => Group::Sources,
            Self::Claim(_) => Group::Claims,
        }
    }
}

/// Where a word stands in an entry, and how much that weighs: a word that is a whole name most.
#[derive(Clone, Copy)]
enum Field {
    Name,
    NameOfTwo,
    LongName,
    Sentence,
    Paragraph,
    Note,
    About,
}

const WEIGHTS: [u32; 8] = [100, 80, 60, 24, 12, 9, 7, 0];

/// A posting is an entry's number and, in the lowest three bits, the field.
const FIELD_BITS: u32 = 3;

/// Words that help nobody find anything, where others were typed; folded, as what is typed is: `by` and `with` among them.
const IDLE: [&str; 12] =
    ["a", "an", "and", "at", "bi", "for", "in", "of", "on", "the", "to", "vith"];

/// A word that stands in no more entries than this may be a slip.
const RARE: usize = 2;

/// What is shorter is no name but a code: a slip in it is another code.
const SHORTEST: usize = 3;

/// So many letters more than slips allow may differ between a word as it was written and as it is found.
const SPELLING: u8 = 2;

/// The index.
pub struct Search {
    entries: Vec<Entry>,
    /// What an entry has before any word is typed: the more claims, the more likely it is meant.
    priors: Vec<u32>,
    /// Every word, folded, in the order of the alphabet.
    words: Vec<Box<str>>,
    /// The letters of each word.
    letters: Vec<u64>,
    /// Where each word's postings begin; one number more than there are words.
    starts: Vec<u32>,
    postings: Vec<u32>,
}

/// What was found.
#[derive(Debug)]
pub struct Found {
    hits: Vec<(u32, Entry)>,
    /// Nothing has every word as it was typed: this is what comes near.
    pub near: bool,
}

/// Whether a name holds every word of a text, or its beginning.
pub fn names(name: &str, text: &str) -> bool {
    let folded = |text| {
        let mut words = Vec::new();
        fold::words(text, |word| words.push(word.to_owned()));
        words
    };
    let own: Vec<String> = folded(name);
    folded(text).iter().all(|typed| own.iter().any(|word| word.starts_with(typed.as_str())))
}

impl Found {
    /// The groups in the order in which they are shown: claims before the works where these hold it no better.
    pub fn groups(&self) -> [Group; 6] {
        let best = |group| {
            let own = self.hits.iter().filter(|(_, entry)| entry.group() == group);
            own.map(|(score, _)| *score).max()
        };
        let mut groups = Group::ALL;
        if best(Group::Claims) >= best(Group::Sources) {
            groups.swap(4, 5);
        }
        groups
    }

    /// The best of a group, and how many it has.
    pub fn best(&self, group: Group, most: usize) -> (Vec<Entry>, usize) {
        let own = self.hits.iter().filter(|(_, entry)| entry.group() == group);
        (own.clone().take(most).map(|(_, entry)| *entry).collect(), own.count())
    }

    /// The claims found, the best first.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.hits.iter().filter_map(|(_, entry)| match entry {
            Entry::Claim(id) => Some(*id),
            _ => None,
        })
    }

    /// The claims found, as a set.
    pub fn set(&self, atlas: &Atlas) -> ClaimSet {
        let mut claims = ClaimSet::none(atlas.claims().len());
        self.claims().for_each(|id| claims.insert(id));
        claims
    }

    /// Everything found, the best first.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.hits.iter().map(|(_, entry)| *entry)
    }
}

impl Search {
    /// Reads all that can be found.
    pub fn of(atlas: &Atlas, texts: &Texts) -> Self {
        let mut builder = Builder::default();
        builder.names(atlas, texts);
        builder.claims(atlas, texts);
        builder.finish()
    }

    /// What a text finds; nothing where it holds no word.
    pub fn find(&self, text: &str) -> Found {
        // Each word folded, and as it was written.
        let mut typed: Vec<(String, String)> = Vec::new();
        fold::read(text, |word| typed.push((fold::spelt(word), word.to_owned())));
        typed.retain(|(word, _)| !word.is_empty());
        if typed.iter().any(|(word, _)| !IDLE.contains(&word.as_str())) {
            typed.retain(|(word, _)| !IDLE.contains(&word.as_str()));
        }
        let mut near = false;
        let mut tally = vec![(0_u32, 0_u32); self.entries.len()];
        let mut best = vec![0_u32; self.entries.len()];
        for (word, written) in &typed {
            let (matches, slipped) = self.matches(word, written);
            near |= slipped;
            best.fill(0);
            for (at, quality) in matches {
                for posting in self.postings_of(at) {
                    let (entry, field) = (posting >> FIELD_BITS, posting & ((1 << FIELD_BITS) - 1));
                    let score = quality * WEIGHTS[field as usize];
                    if let Some(best) = best.get_mut(entry as usize) {
                        *best = score.max(*best);
                    }
                }
            }
            for ((score, words), best) in tally.iter_mut().zip(&best) {
                *score += best;
                *words += u32::from(*best > 0);
            }
        }
        let most = tally.iter().map(|(_, words)| *words).max().unwrap_or_default();
        let scored = tally.iter().zip(&self.entries).zip(&self.priors);
        let mut hits: Vec<(u32, Entry)> = scored
            .filter(|(((_, words), _), _)| most > 0 && *words == most)
            .map(|(((score, _), entry), prior)| (score / most + prior, *entry))
            .collect();
        // Stable, so that equals keep the atlas's order.
        hits.sort_by_key(|(score, _)| Reverse(*score));
        Found { hits, near: near || (most as usize) < typed.len() }
    }

    /// Words that what was typed may stand for, each with how well out of a hundred; and whether only slips
    /// lead to them.
    fn matches(&self, typed: &str, written: &str) -> (Vec<(usize, u32)>, bool) {
        let from = self.words.partition_point(|word| &**word < typed);
        let begun = self.words.iter().enumerate().skip(from);
        let begun: Vec<(usize, u32)> = begun
            .take_while(|(_, word)| word.starts_with(typed))
            .map(|(at, word)| match word.len() - typed.len() {
                0 => (at, 100),
                _ => (at, 40 + 40 * typed.len() as u32 / word.len() as u32),
            })
            .collect();
        // The documents have slips of their own: what hardly ever stands in them may be one.
        let known: usize = begun.iter().map(|&(at, _)| self.postings_of(at).len()).sum();
        if known > RARE || typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return (begun, false);
        }
        let allowed = match typed.len() {
            0..=2 => 0,
            3..=6 => 1,
            _ => 2,
        };
        let near = begun.is_empty();
        // A word that lacks every letter too many is meant only where none begins as it was typed: `traded` is no `trade`.
        let fewest = typed.len() - allowed as usize;
        let shortest = if near { fewest.max(SHORTEST) } else { fewest + 1 };
        let own = near::letters(typed);
        let close = |(at, word): (usize, &str)| {
            let missing = (own & !self.letters[at]).count_ones();
            if missing > allowed || word.len() < shortest {
                return None;
            }
            let slips = near::slips(typed, word, allowed as u8)?;
            // One spelling for all sounds must not bring near what was written quite differently.
            near::slips(written, word, allowed as u8 + SPELLING)?;
            let rest = word.len().abs_diff(typed.len()).min(10) as u32;
            Some((at, 36 - 10 * u32::from(slips) - rest))
        };
        let words = self.words.iter().map(|word| &**word);
        let close = words.enumerate().filter_map(close);
        (begun.into_iter().chain(close).collect(), near)
    }

    fn postings_of(&self, word: usize) -> &[u32] {
        let at = |word: usize| self.starts.get(word).map(|&at| at as usize);
        at(word).zip(at(word + 1)).and_then(|(from, to)| self.postings.get(from..to)).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_words_are_written_as_what_is_typed_is_folded() {
        let typed = "a an and at by for in of on the to with";
        let mut folded = Vec::new();
        fold::words(typed, |word| folded.push(word.to_owned()));
        assert_eq!(folded, IDLE);
    }
}
