//! The index of the search, as it is built: word after word of all that can be found.

use std::collections::BTreeMap;

use super::{Entry, FIELD_BITS, Field, Search, fold, near};
use crate::atlas::{Atlas, ClaimSet, Texts};
use crate::words::Language;

/// An index under construction.
#[derive(Default)]
pub(super) struct Builder {
    entries: Vec<Entry>,
    priors: Vec<u32>,
    /// Each word's number, in the order in which they came.
    numbers: BTreeMap<Box<str>, u32>,
    /// The same of each word as it is written, which is spelt once; none where that leaves nothing.
    written: BTreeMap<Box<str>, Option<u32>>,
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

    pub(super) fn names(&mut self, atlas: &Atlas, texts: &Texts) {
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

    pub(super) fn claims(&mut self, atlas: &Atlas, texts: &Texts) {
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

    pub(super) fn finish(self) -> Search {
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
