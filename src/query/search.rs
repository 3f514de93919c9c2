//! Search: over every name in every spelling, what claims say in words, notes, cited works, issues and
//! categories. Built once, then each letter typed is an answer.

mod fold;
mod near;

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use crate::atlas::{
    ActorId, Atlas, CategoryId, ClaimId, ClaimSet, IssueId, PlaceId, ReferenceId, SourceId, Texts,
};
use crate::dataset::pack::fnv1a;
use crate::words::{Language, speaks};

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

/// Words that help nobody find anything, where others were typed.
const IDLE: [&str; 14] =
    ["a", "an", "and", "at", "bi", "by", "for", "in", "of", "on", "the", "to", "vith", "with"];

/// A word that stands in no more entries than this may be a slip.
const RARE: usize = 2;

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

impl Found {
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
        let mut typed: Vec<String> = Vec::new();
        fold::words(text, |word| typed.push(word.to_owned()));
        if typed.iter().any(|word| !IDLE.contains(&word.as_str())) {
            typed.retain(|word| !IDLE.contains(&word.as_str()));
        }
        let mut near = false;
        let mut tally = vec![(0_u32, 0_u32); self.entries.len()];
        let mut best = vec![0_u32; self.entries.len()];
        for word in &typed {
            let (matches, slipped) = self.matches(word);
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
        hits.sort_by_key(|(score, _)| u32::MAX - score);
        Found { hits, near: near || (most as usize) < typed.len() }
    }

    /// Words that what was typed may stand for, each with how well out of a hundred; and whether only slips
    /// lead to them.
    fn matches(&self, typed: &str) -> (Vec<(usize, u32)>, bool) {
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
        let own = near::letters(typed);
        let close = |(at, word): (usize, &str)| {
            let missing = (own & !self.letters[at]).count_ones();
            if missing > allowed || word.len() + allowed as usize <= typed.len() {
                return None;
            }
            let slips = near::slips(typed, word, allowed as u8)?;
            let rest = word.len().abs_diff(typed.len()).min(10) as u32;
            Some((at, 36 - 10 * u32::from(slips) - rest))
        };
        let near = begun.is_empty();
        let words = self.words.iter().map(|word| &**word);
        let close = words.enumerate().filter_map(close);
        (begun.into_iter().chain(close).collect(), near)
    }

    fn postings_of(&self, word: usize) -> &[u32] {
        let at = |word: usize| self.starts.get(word).map(|&at| at as usize);
        at(word).zip(at(word + 1)).and_then(|(from, to)| self.postings.get(from..to)).unwrap_or(&[])
    }
}

/// Sums words up: quicker than the standard library's way, which guards against words chosen to collide.
#[derive(Default)]
struct Sum(u64);

impl Hasher for Sum {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = self.0.rotate_left(5) ^ fnv1a(bytes);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// An index under construction.
#[derive(Default)]
struct Builder {
    entries: Vec<Entry>,
    priors: Vec<u32>,
    /// Each word's number, in the order in which they came.
    numbers: BTreeMap<Box<str>, u32>,
    /// The same of each word as it is written, which is spelt once; none where that leaves nothing.
    written: HashMap<Box<str>, Option<u32>, BuildHasherDefault<Sum>>,
    /// A word's number and a posting.
    found: Vec<(u32, u32)>,
}

impl Builder {
    fn begin(&mut self, entry: Entry, prior: u32) {
        self.entries.push(entry);
        self.priors.push(prior);
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = self.numbers.len() as u32;
        match self.numbers.get(word) {
            Some(&number) => number,
            None => *self.numbers.entry(word.into()).or_insert(next),
        }
    }

    fn put(&mut self, field: Field, number: u32) {
        let entry = self.entries.len().saturating_sub(1) as u32;
        self.found.push((number, entry << FIELD_BITS | field as u32));
    }

    fn text(&mut self, field: Field, text: &str) {
        fold::read(text, |word| {
            let number = match self.written.get(word) {
                Some(&number) => number,
                None => {
                    let spelt = fold::spelt(word);
                    let number = (!spelt.is_empty()).then(|| self.number(&spelt));
                    self.written.insert(word.into(), number);
                    number
                }
            };
            number.into_iter().for_each(|number| self.put(field, number));
        });
    }

    /// A name, and the same written as one word.
    fn name(&mut self, name: &str) {
        let mut words: Vec<String> = Vec::new();
        fold::words(name, |word| words.push(word.to_owned()));
        let field = match words.len() {
            0 | 1 => Field::Name,
            2 => Field::NameOfTwo,
            _ => Field::LongName,
        };
        for word in &words {
            let number = self.number(word);
            self.put(field, number);
        }
        if words.len() == 2 {
            self.text(Field::Name, &words.concat());
        }
    }

    fn names(&mut self, atlas: &Atlas, texts: &Texts) {
        let index = atlas.index();
        // At most a tenth of what a name weighs.
        let prior = |claims: &ClaimSet| 100 * claims.len().min(10).pow(2) as u32 / 10;
        for (id, actor) in atlas.actors() {
            self.begin(Entry::Actor(id), prior(index.actor(id)));
            self.name(actor.name);
            if atlas.language() != Language::English {
                self.name(atlas.english_actor(id));
            }
            self.name(actor.slug);
            if let Some(text) = texts.actor(id) {
                let all = text.name_ru.iter().chain(&text.acronyms).chain(&text.aliases);
                all.for_each(|name| self.name(name));
            }
        }
        for (id, place) in atlas.places() {
            self.begin(Entry::Place(id), prior(index.place(id)));
            self.name(place.name);
            if atlas.language() != Language::English {
                self.name(atlas.english_place(id));
            }
            if let Some(text) = texts.place(id) {
                text.name_ru.iter().chain(&text.aliases).for_each(|name| self.name(name));
            }
        }
        for (id, issue) in atlas.issues() {
            self.begin(Entry::Issue(id), prior(index.issue(id)));
            self.name(issue.name);
            self.text(Field::Sentence, atlas.proposition(texts, id).unwrap_or_default());
        }
        for (id, category) in atlas.categories() {
            self.begin(Entry::Category(id), prior(index.category(id)));
            self.name(category.name);
            if let Some(text) = texts.category(id) {
                let [definition, include, _] = atlas.rules(id);
                self.text(Field::Paragraph, definition.unwrap_or(text.definition));
                self.text(Field::Note, include.unwrap_or(text.include));
            }
        }
        for (id, source) in atlas.sources() {
            self.begin(Entry::Source(id), prior(index.source(id)));
            self.name(source.title);
            self.text(Field::LongName, source.authors);
            self.text(Field::Name, source.year);
        }
        for (id, _) in atlas.references() {
            self.begin(Entry::Reference(id), 0);
            self.text(Field::Sentence, texts.reference(id).map_or("", |reference| reference.text));
        }
    }

    fn claims(&mut self, atlas: &Atlas, texts: &Texts) {
        for (id, claim) in atlas.claims() {
            self.begin(Entry::Claim(id), 20 * u32::from(claim.weight));
            if let Some(text) = texts.claim(id) {
                self.text(Field::Sentence, text.summary);
                self.text(Field::Paragraph, text.detail.unwrap_or_default());
                self.text(Field::Note, text.note.unwrap_or_default());
            }
            for &(actor, _) in &claim.parties {
                self.text(Field::About, atlas.actor(actor).name);
            }
            for &place in &claim.places {
                self.text(Field::About, atlas.place(place).name);
            }
            self.text(Field::About, atlas.category(claim.category).name);
            self.text(Field::About, claim.date().unwrap_or_default());
        }
    }

    fn finish(self) -> Search {
        let Self { entries, priors, numbers, mut found, .. } = self;
        let words: Vec<(Box<str>, u32)> = numbers.into_iter().collect();
        let mut places = vec![0_u32; words.len()];
        for (place, (_, number)) in words.iter().enumerate() {
            if let Some(own) = places.get_mut(*number as usize) {
                *own = place as u32;
            }
        }
        for (word, _) in &mut found {
            *word = places.get(*word as usize).copied().unwrap_or_default();
        }
        found.sort_unstable();
        // A word counts once an entry, where it weighs most.
        found.dedup_by_key(|(word, posting)| (*word, *posting >> FIELD_BITS));
        let mut starts = vec![0_u32; words.len() + 1];
        for (word, _) in &found {
            if let Some(count) = starts.get_mut(*word as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let words: Vec<Box<str>> = words.into_iter().map(|(word, _)| word).collect();
        Search {
            letters: words.iter().map(|word| near::letters(word)).collect(),
            postings: found.into_iter().map(|(_, posting)| posting).collect(),
            entries,
            priors,
            words,
            starts,
        }
    }
}
