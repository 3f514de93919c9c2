//! Choices that belong to one page: which rows, which two dates, which step of a tour. The link carries
//! them as tokens; the page that a choice belongs to says what they mean.

use std::borrow::Cow;

use super::state::Tab;

macro_rules! choices {
    ($($(#[$doc:meta])* $variant:ident = $key:literal,)*) => {
        /// What can be chosen on some page, and nowhere else.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Choice { $($(#[$doc])* $variant,)* }

        impl Choice {
            /// All of them, in the order that links are written.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The key in links.
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
        }
    };
}

choices! {
    /// What is searched for; any text.
    Query = "q",
    /// Two documents, one against the other.
    Lens = "lens",
    /// The earlier of two dates.
    Then = "then",
    /// The later of two dates.
    Now = "now",
    /// What the matrix has in its rows.
    Rows = "rows",
    /// What the matrix has in its columns.
    Columns = "cols",
    /// What the cells show; of ties between claims, which kind.
    Cell = "cell",
    /// The columns of the table of claims.
    Fields = "show",
    /// The row at the top of a long table, from 1.
    Row = "row",
    /// What a table, a matrix or a list is sorted by.
    Sort = "sort",
    /// Rows or columns in the reader's own order, or hidden.
    Order = "order",
    /// What the timeline's lanes are.
    Lanes = "lanes",
    /// The part of time that the timeline shows.
    Span = "span",
    /// What stands side by side.
    Compare = "compare",
    /// What the page looks at closely: an issue, an organisation, a figure, a scenario.
    Focus = "focus",
    /// The tour that is followed.
    Tour = "tour",
    /// The step of the tour.
    Step = "step",
    /// Claims that a reader collected.
    Basket = "basket",
    /// The page stands inside another one: `1`, or what is shown besides the view itself.
    Embed = "embed",
}

const fn of(tabs: &[Tab]) -> u32 {
    match tabs {
        [] => 0,
        [first, rest @ ..] => 1 << *first as u32 | of(rest),
    }
}

/// The pages that set no two documents against each other: what the atlas's words mean, what a reader picked, and stories
/// that choose for themselves what they show.
const TOGETHER: u32 = of(&[Tab::Codebook, Tab::Collection, Tab::Tours]);

impl Choice {
    /// Whether it goes with the reader from page to page.
    pub fn goes_along(self) -> bool {
        matches!(self, Self::Tour | Self::Step | Self::Basket | Self::Embed)
    }

    /// Whether it stays where another page is turned to: two documents are compared in every view that can, and the
    /// others say that they do not.
    pub fn stays(self) -> bool {
        self.goes_along() || self == Self::Lens
    }

    /// Whether it means something on a page.
    pub fn is_of(self, tab: Tab) -> bool {
        self.pages() >> tab as u32 & 1 == 1
    }

    /// Whether a page sets two documents against each other.
    pub fn compares(tab: Tab) -> bool {
        TOGETHER >> tab as u32 & 1 == 0
    }

    /// The longest value that it takes, in characters.
    pub fn longest(self) -> usize {
        match self {
            Self::Basket => LONGEST_BASKET,
            Self::Order => LONGEST_ORDER,
            _ => LONGEST,
        }
    }

    /// What it takes of a value that a reader wrote: of a text that is searched for as much as a link holds, with
    /// blanks for what is not printable.
    pub fn written(self, value: &str) -> Cow<'_, str> {
        if self != Self::Query {
            return value.into();
        }
        let printable = |c: char| if c.is_control() { ' ' } else { c };
        value.chars().take(self.longest()).map(printable).collect()
    }

    /// The pages that it arranges, one bit a page: a table of numbers is a tenth of one of lists.
    fn pages(self) -> u32 {
        match self {
            Self::Query | Self::Fields | Self::Row => const { of(&[Tab::Claims]) },
            Self::Columns | Self::Order => const { of(&[Tab::Matrix]) },
            Self::Cell => const { of(&[Tab::Matrix, Tab::Sources]) },
            Self::Rows => const { of(&[Tab::Matrix, Tab::Positions]) },
            Self::Sort => const { of(&[Tab::Matrix, Tab::Claims]) },
            Self::Then | Self::Now => const { of(&[Tab::Changes]) },
            Self::Lanes | Self::Span => const { of(&[Tab::Timeline]) },
            Self::Compare => const { of(&[Tab::Compare, Tab::Positions]) },
            Self::Focus => {
                const {
                    let ideas = of(&[Tab::Positions, Tab::Scenarios, Tab::Organisations]);
                    ideas
                        | of(&[
                            Tab::Matrix,
                            Tab::Timeline,
                            Tab::Sources,
                            Tab::Codebook,
                            Tab::Contents,
                        ])
                }
            }
            Self::Lens | Self::Tour | Self::Step | Self::Basket | Self::Embed => u32::MAX,
        }
    }
}

/// The longest value that a link may give a choice, in characters.
const LONGEST: usize = 200;

/// The same for a reader's collection, which is a list of claims.
pub const LONGEST_BASKET: usize = 2650;

/// The same for the reader's order, which may name every row and every column of a table.
pub const LONGEST_ORDER: usize = 2000;

/// The choices made, each once, in the order of [`Choice::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<(Choice, String)>);

impl Choices {
    /// Whether some of them arrange a page, as it is not arranged by itself.
    pub fn arrange(&self, tab: Tab) -> bool {
        self.iter().any(|(choice, _)| choice.is_of(tab) && !choice.goes_along())
    }

    /// What is chosen; `None` where the page's own default stands.
    pub fn get(&self, choice: Choice) -> Option<&str> {
        self.0.iter().find(|(own, _)| *own == choice).map(|(_, value)| value.as_str())
    }

    /// Chooses, or with an empty value returns to the default. False, and nothing is changed, for a
    /// value that is no token: one of letters, digits and `-._~`, but for the text searched for.
    pub fn set(&mut self, choice: Choice, value: &str) -> bool {
        let fits = |c: char| match choice {
            Choice::Query => !c.is_control(),
            _ => c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~'),
        };
        if !value.chars().all(fits) || value.chars().nth(choice.longest()).is_some() {
            return false;
        }
        let at = self.0.partition_point(|(own, _)| *own < choice);
        if self.get(choice).is_some() {
            self.0.remove(at);
        }
        if !value.is_empty() {
            self.0.insert(at, (choice, value.to_owned()));
        }
        true
    }

    /// Searches for a text that a reader wrote, or with an empty one for none.
    pub fn search(&mut self, text: &str) {
        self.set(Choice::Query, &Choice::Query.written(text));
    }

    /// Takes back what is not to be kept.
    pub fn keep(&mut self, keeps: &dyn Fn(Choice) -> bool) {
        for choice in Choice::ALL.iter().filter(|choice| !keeps(**choice)) {
            self.set(*choice, "");
        }
    }

    /// Every choice made.
    pub fn iter(&self) -> impl Iterator<Item = (Choice, &str)> {
        self.0.iter().map(|(choice, value)| (*choice, value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_made_changed_and_taken_back() {
        let mut choices = Choices::default();
        assert!(choices.set(Choice::Query, "Кант, Kant"));
        assert!(choices.set(Choice::Query, "Manas"));
        assert_eq!(choices.get(Choice::Query), Some("Manas"));
        assert!(choices.set(Choice::Query, ""));
        assert_eq!(choices, Choices::default());
    }

    #[test]
    fn what_is_too_long_or_not_printable_is_refused() {
        let mut choices = Choices::default();
        assert!(!choices.set(Choice::Query, "a\u{7}"));
        assert!(!choices.set(Choice::Query, &"a".repeat(LONGEST + 1)));
        assert_eq!(choices, Choices::default());
    }

    #[test]
    fn of_a_text_that_a_reader_wrote_the_beginning_is_searched_for() {
        let mut choices = Choices::default();
        for (written, searched) in [
            ("щ".repeat(LONGEST), "щ".repeat(LONGEST)),
            ("щ".repeat(LONGEST + 1), "щ".repeat(LONGEST)),
            ("Kant\tair\nbase".to_owned(), "Kant air base".to_owned()),
        ] {
            choices.search(&written);
            assert_eq!(choices.get(Choice::Query), Some(&*searched), "{written}");
        }
        choices.search("");
        assert_eq!(choices, Choices::default());
    }
}
