//! The atlas in a language: its words, and the names of what it holds.

use super::{ActorId, Atlas, CategoryId, IssueId, PlaceId, SourceId, Texts, Tour, term};
use crate::words::{Area, Language, Word, Words};

impl Atlas {
    /// The same atlas in another language, with the names that the language's file has.
    #[must_use]
    pub fn speaking(mut self, words: Words) -> Self {
        self.english = (
            self.pack.actors.iter().map(|actor| actor.name).collect(),
            self.pack.places.iter().map(|place| place.name).collect(),
        );
        let pack = &mut self.pack;
        let name = |area, at, name: &mut &'static str| *name = words.translated(area, at, name);
        for (at, actor) in pack.actors.iter_mut().enumerate() {
            name(Area::Actors, at, &mut actor.name);
        }
        for (at, place) in pack.places.iter_mut().enumerate() {
            name(Area::Places, at, &mut place.name);
        }
        for (at, category) in pack.categories.iter_mut().enumerate() {
            name(Area::Categories, at, &mut category.name);
        }
        for (at, issue) in pack.issues.iter_mut().enumerate() {
            name(Area::Issues, at, &mut issue.name);
        }
        for (at, route) in pack.routes.iter_mut().enumerate() {
            name(Area::Routes, at, &mut route.name);
        }
        self.words = words;
        self
    }

    /// What one may support or oppose in an issue; in English where it has no translation.
    pub fn proposition(&self, texts: &Texts, issue: IssueId) -> Option<&'static str> {
        let english = texts.proposition(issue)?;
        Some(self.words.translated(Area::Propositions, issue.index(), english))
    }

    /// The name that a threat goes by.
    pub fn threat(&self, name: &'static str) -> &'static str {
        self.words.named(Area::Threats, name)
    }

    /// What the codebook says of a category, where the atlas's language has it: what it is, what belongs and what does
    /// not.
    pub fn rules(&self, category: CategoryId) -> [Option<&'static str>; 3] {
        self.texts_of(Area::Rules, category.index())
    }

    /// What is told of a document, where the atlas's language has it: why its year is inferred or missing, its licence, who
    /// speaks, what it leaves out.
    pub fn account(&self, source: SourceId) -> [Option<&'static str>; 4] {
        self.texts_of(Area::Accounts, source.index())
    }

    /// The texts of a record, of which all records of the area have as many.
    fn texts_of<const N: usize>(&self, area: Area, record: usize) -> [Option<&'static str>; N] {
        std::array::from_fn(|at| self.words.translation(area, record * N + at))
    }

    /// The title (0) of a guided story or what is said at one of its steps, counted from 1, where the atlas's
    /// language has it.
    pub fn story(&self, texts: &Texts, tour: &Tour<'_>, step: usize) -> Option<&'static str> {
        let before = texts.tours().iter().take_while(|other| other.slug != tour.slug);
        let before: usize = before.map(|other| 1 + other.steps.len()).sum();
        self.words.translation(Area::Stories, before + step)
    }

    /// An actor's name in the dataset's own language.
    pub fn english_actor(&self, id: ActorId) -> &'static str {
        self.english.0.get(id.index()).copied().unwrap_or(self.actor(id).name)
    }

    /// A place's name in the dataset's own language.
    pub fn english_place(&self, id: PlaceId) -> &'static str {
        self.english.1.get(id.index()).copied().unwrap_or(self.place(id).name)
    }

    /// The interface's strings in the atlas's language.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The atlas's language.
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// A string, as it stands in the catalogue.
    pub fn say<W: Word>(&self, word: W) -> &'static str {
        self.words.say(word)
    }

    /// A string with its parts put in.
    pub fn tell<W: Word>(&self, word: W, parts: &[&str]) -> String {
        self.words.tell(word, parts)
    }

    /// The form of a string for a number, with the number put in where it has a place.
    pub fn count<W: Word>(&self, count: usize, word: W) -> String {
        self.words.count(count, word)
    }

    /// A whole number, as the language writes it.
    pub fn number(&self, value: usize) -> String {
        self.words.number(value)
    }
}

macro_rules! spoken {
    ($($list:ident)*) => {$(
        impl Word for term::$list {
            const AREA: Area = Area::$list;
            const JOINED: &'static str = Self::JOINED;
            #[cfg(not(target_arch = "wasm32"))]
            const ENGLISH: &'static [&'static str] = Self::WORDS;
            #[cfg(not(target_arch = "wasm32"))]
            const RUSSIAN: &'static [&'static str] = Self::RUSSIAN;

            fn index(self) -> usize {
                self as usize
            }
        }
    )*

        /// The closed lists of the codebook: each with its English and its Russian.
        #[cfg(not(target_arch = "wasm32"))]
        pub const LISTS: &[(Area, &[&str], &[&str])] =
            &[$((Area::$list, term::$list::WORDS, term::$list::RUSSIAN),)*];
    };
}

spoken! {
    Kind Role ActorKind PlaceKind Group IssueGroup PartnershipLevel MembershipStatus VisaRule TravelDocument PostKind
    FacilityKind FacilityStatus FacilityTerms AgreementKind AgreementAction ArmsStatus VisitLevel StanceValue
    DisputeKind DisputeStatus Qualifier LinkKind RouteKind ReferenceKind
}
