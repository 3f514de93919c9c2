//! What the interface says, in each of its languages side by side: a string without its translation does not
//! compile.
//!
//! A program holds the English strings of the areas that it uses. The translations are a file
//! (`export::russian` makes it), read at start where the link asks for it: who reads English does not carry them.
//!
//! A string may have places for parts: `{}` each in turn, or `{0}` and `{1}` where a language wants another order.
//! Forms for numbers are divided by `|`: two in English (one, more), three in Russian (one, few, many).
//! Sentences are phrased so that names stand in the nominative: nothing here declines.

use std::sync::OnceLock;

pub use written::{Civil, SEASONS};

/// An enum of strings: key, English, Russian.
macro_rules! catalogue {
    ($($(#[$doc:meta])* $area:ident { $($key:ident: $english:literal, $russian:literal;)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub enum $area { $(#[doc = $english] $key,)* }

        $crate::words::speaks! { $area as $area { $($key: $english, $russian;)* } }
    )*};
}

/// The strings of an enum: its area, then its variants in their order with English and Russian.
macro_rules! speaks {
    ($name:ident as $area:ident { $($variant:ident: $english:literal, $russian:literal;)* }) => {
        impl $crate::words::Word for $name {
            const AREA: $crate::words::Area = $crate::words::Area::$area;
            const JOINED: &'static str = concat!($($english, "\u{1F}",)*);
            #[cfg(not(target_arch = "wasm32"))]
            const ENGLISH: &'static [&'static str] = &[$($english,)*];
            #[cfg(not(target_arch = "wasm32"))]
            const RUSSIAN: &'static [&'static str] = &[$($russian,)*];

            fn index(self) -> usize {
                // In the order of the enum, or it does not compile.
                const {
                    let mut at = 0;
                    $(assert!($name::$variant as usize == at); at += 1;)*
                    assert!(at > 0);
                }
                self as usize
            }
        }
    };
}

pub(crate) use speaks;

macro_rules! areas {
    (own { $($file:ident: $($area:ident)*,)* } names { $($names:ident)* } lists { $($list:ident)* }) => {
        $(mod $file; pub use $file::{$($area),*};)*

        /// A group of strings that are translated together; its number is its place in the file of a language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is the area of the type, or of the records, of its own name")]
        pub enum Area { $($names,)* $($list,)* $($($area,)*)* }

        impl Area {
            /// All of them, in the order of the file.
            pub const ALL: &'static [Self] =
                &[$(Self::$names,)* $(Self::$list,)* $($(Self::$area,)*)*];
        }

        /// The areas whose strings stand in this module: each with its English and its Russian.
        #[cfg(not(target_arch = "wasm32"))]
        pub const OWN: &[(Area, &[&str], &[&str])] =
            &[$($((Area::$area, $area::ENGLISH, $area::RUSSIAN),)*)*];
    };
}

areas! {
    own {
        count: Count,
        written: Written Months OfMonths ShortMonths,
        frame: Frame Notices Strip,
        map: Map Overlays MapKey,
        matrix: Matrix,
        against: Against,
        claim: Panel Card,
        said: Said Side Summary Told,
        study: Study,
        tables: ClaimsPage MatrixPage CodebookPage ContentsPage,
        time: TimelinePage ChangesPage,
        stands: PositionsPage ScenariosPage OrganisationsPage,
        profiles: ComparePage Details FiguresPage Units Finder,
        sources: SourcesPage TiesPage ToursPage CollectionPage,
        sheet: Sharing Shown Pictures Memo News,
    }
    names { Actors Places Categories Issues Propositions Routes Threats Rules Accounts Stories Borders }
    lists {
        Kind Role ActorKind PlaceKind Group IssueGroup PartnershipLevel MembershipStatus VisaRule TravelDocument
        PostKind FacilityKind FacilityStatus FacilityTerms AgreementKind AgreementAction ArmsStatus VisitLevel
        StanceValue DisputeKind DisputeStatus Qualifier LinkKind RouteKind ReferenceKind
        Tab Sheet Theme Facet Only Layer SiteStatus Membership Sign Alignment Aspect Found Axis AreaName Landmark
    }
}

/// A string of the interface, by its key.
pub trait Word: Copy {
    /// The area that it stands in.
    const AREA: Area;
    /// The area's strings in English, each with [`BETWEEN_STRINGS`] behind it: a list of them would cost the page a
    /// kilobyte of addresses.
    const JOINED: &'static str;
    /// The same one by one.
    #[cfg(not(target_arch = "wasm32"))]
    const ENGLISH: &'static [&'static str];
    /// The same in Russian.
    #[cfg(not(target_arch = "wasm32"))]
    const RUSSIAN: &'static [&'static str];

    /// Which of the area's strings it is.
    fn index(self) -> usize;
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// That of the dataset.
    #[default]
    English,
    /// Русский.
    Russian,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Russian];

    /// The language's code (BCP 47), as links and the page write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
        }
    }

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Russian => "Русский",
        }
    }

    /// Reads a code.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// Between the areas of a language's file (group separator).
pub const BETWEEN_AREAS: char = '\u{1D}';

/// Between the strings of an area (unit separator).
pub const BETWEEN_STRINGS: char = '\u{1F}';

/// The strings of each area in English, told apart when the first of them is asked for: a matrix asks a thousand
/// times.
static ENGLISH: [OnceLock<Vec<&'static str>>; Area::ALL.len()] =
    [const { OnceLock::new() }; Area::ALL.len()];

/// The strings of one language. English where there is no translation.
#[derive(Default)]
pub struct Words {
    language: Language,
    file: &'static str,
    areas: Vec<Vec<&'static str>>,
}

impl Words {
    /// The strings of a language, from its file.
    pub fn read(language: Language, file: &'static str) -> Self {
        let areas = file.split(BETWEEN_AREAS);
        let areas = areas.map(|area| area.split(BETWEEN_STRINGS).collect()).collect();
        Self { language, file, areas }
    }

    /// The file that they were read from; empty for English.
    pub fn file(&self) -> &'static str {
        self.file
    }

    /// Their language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A string, as it stands in the catalogue.
    pub fn say<W: Word>(&self, word: W) -> &'static str {
        self.said(W::AREA, word.index(), W::JOINED)
    }

    #[inline(never)]
    fn said(&self, area: Area, index: usize, joined: &'static str) -> &'static str {
        let all = ENGLISH.get(area as usize);
        let all = all.map(|all| all.get_or_init(|| joined.split(BETWEEN_STRINGS).collect()));
        let english = all.and_then(|all| all.get(index)).copied().unwrap_or_default();
        self.translated(area, index, english)
    }

    /// What stands in the language's file.
    pub fn translation(&self, area: Area, index: usize) -> Option<&'static str> {
        let own = self.areas.get(area as usize).and_then(|area| area.get(index)).copied();
        own.filter(|own| !own.is_empty())
    }

    /// What stands in the language's file, or the English.
    pub fn translated(&self, area: Area, index: usize, english: &'static str) -> &'static str {
        self.translation(area, index).unwrap_or(english)
    }

    /// What stands behind an English text in a list of texts, each followed by its translation; or the text.
    pub fn named<'a>(&self, area: Area, english: &'a str) -> &'a str {
        let list = self.areas.get(area as usize).map(Vec::as_slice).unwrap_or_default();
        let own = list.chunks_exact(2).find(|pair| pair.first() == Some(&english));
        let own = own.and_then(|pair| pair.last()).copied();
        own.filter(|own| !own.is_empty()).unwrap_or(english)
    }

    /// A string with its parts put in.
    pub fn tell<W: Word>(&self, word: W, parts: &[&str]) -> String {
        fill(self.say(word), parts)
    }

    /// The form of a string for a number, with the number put in where it has a place.
    pub fn count<W: Word>(&self, count: usize, word: W) -> String {
        self.counted(count, self.say(word))
    }

    #[inline(never)]
    fn counted(&self, count: usize, forms: &'static str) -> String {
        fill(plural(count, forms), &[&self.number(count)])
    }
}

/// Puts parts into the places of a template.
#[inline(never)]
pub fn fill(template: &str, parts: &[&str]) -> String {
    let mut filled = String::new();
    let (mut rest, mut turn) = (template, 0);
    while let Some((before, (place, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        filled.push_str(before);
        let at = match place.as_bytes() {
            [digit @ b'0'..=b'9'] => usize::from(digit - b'0'),
            _ => turn,
        };
        turn += 1;
        filled.push_str(parts.get(at).copied().unwrap_or_default());
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The form for a number, by the rule of a language with as many forms (CLDR, cardinals).
#[inline(never)]
pub fn plural(count: usize, forms: &'static str) -> &'static str {
    let mut of = forms.split('|');
    let [one, few, many] = [of.next(), of.next(), of.next()];
    let form = match (many, count % 10, count % 100) {
        (None, ..) if count == 1 => one,
        (None, ..) => few,
        (_, _, 11..=14) => many,
        (_, 1, _) => one,
        (_, 2..=4, _) => few,
        _ => many,
    };
    form.or(one).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_go_where_they_belong() {
        for (template, said) in [
            ("{} of {}", "a of b"),
            ("{1}: {0}", "b: a"),
            ("no place", "no place"),
            ("{} and {", "a and {"),
            ("{2}.", "."),
        ] {
            assert_eq!(fill(template, &["a", "b"]), said, "{template}");
        }
        // What is put in is not read as a template.
        assert_eq!(fill("{} {}", &["{1}", "b"]), "{1} b");
    }

    #[test]
    fn a_number_has_its_form() {
        let forms = "утверждение|утверждения|утверждений";
        for (count, form) in [
            (0, "утверждений"),
            (1, "утверждение"),
            (3, "утверждения"),
            (5, "утверждений"),
            (11, "утверждений"),
            (21, "утверждение"),
            (112, "утверждений"),
            (1714, "утверждений"),
            (1722, "утверждения"),
        ] {
            assert_eq!(plural(count, forms), form, "{count}");
        }
        assert_eq!(
            [0, 1, 2, 21].map(|count| plural(count, "claim|claims")),
            ["claims", "claim", "claims", "claims"]
        );
        assert_eq!(plural(5, "sheep"), "sheep");
    }

    #[test]
    fn a_translation_stands_in_for_what_it_has() {
        let areas: Vec<String> = Area::ALL
            .iter()
            .map(|&area| {
                if area == Area::Frame { "Поделиться".to_owned() } else { String::new() }
            })
            .collect();
        let file = areas.join(&BETWEEN_AREAS.to_string()).leak();
        let words = Words::read(Language::Russian, file);
        assert_eq!(words.say(Frame::Share), "Поделиться");
        assert_eq!(Words::default().say(Frame::Share), "Share");
        // The file is of an older build: the rest is English.
        assert_eq!(words.say(Frame::More), "More");
    }
}
