//! How a table of two axes fits its room: what stands under one heading, and how wide its lines are.

use super::Desk;
use crate::scene::crosstab::{Cell, Crosstab, Line};
use crate::scene::label::{Weight, text_width};
use crate::view::Choice;
use crate::words::Words;

/// Widths that a column of cells has at the least, px; the widest is also the most that few columns take. Each is a
/// class of the style sheet.
const CELLS: [u16; 10] = [44, 52, 64, 72, 78, 88, 96, 112, 132, 220];

/// The last of these.
const WIDEST: u16 = 220;

/// The same for the column of the rows' names.
const NAMES: [u16; 5] = [96, 124, 150, 200, 260];

/// The widest that words make a column: what is longer than that is hyphenated.
const WORDY: u16 = 132;

/// The same where there is a phone's room only: a finger's way across is longer than a line.
const WORDY_NARROW: u16 = 72;

/// What stands beside a word in its cell, px.
const EDGES: f64 = 4.0;

/// How large a cell's words are, and where that makes the table too wide, px.
const LETTERS: [f64; 2] = [10.0, 9.0];

/// Between cells, px.
const GAP: f64 = 2.0;

/// What the scroll bar may take, px.
const BAR: f64 = 16.0;

/// The layout of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    /// The class of the column of names: its width.
    pub(super) names: u16,
    /// The class of the columns of cells: the least width of each, the same for all.
    pub(super) cells: u16,
    /// How wide the columns of cells will be, px.
    pub(super) wide: f64,
    /// Columns are so few that they do not take the whole room.
    pub(super) few: bool,
    /// Columns have their codes for names.
    pub(super) short: bool,
    /// Words in cells are as small as they may be.
    pub(super) tight: bool,
}

impl Fit {
    /// The layout for a desk's room.
    pub(super) fn of(desk: Desk<'_>, table: &Crosstab) -> Self {
        let opened = match desk.choice(Choice::Focus) {
            "" => 0.0,
            // As the style sheet lays out the claims of a cell.
            _ if desk.is_narrow() => 0.0,
            _ => (desk.inside() * 0.3).max(300.0) + 24.0,
        };
        let room = desk.inside() - opened - BAR;
        Self::within(room, desk.is_narrow(), desk.atlas.words(), table)
    }

    fn within(room: f64, narrow: bool, words: &Words, table: &Crosstab) -> Self {
        let longest = table.rows.iter().map(|row| px(&row.name, 12.0)).fold(0.0, f64::max);
        let names = match longest {
            _ if narrow => NAMES[0],
            _ if longest < 116.0 => NAMES[1],
            _ if longest < 142.0 => NAMES[2],
            // In two lines.
            _ if longest < 360.0 => NAMES[3],
            _ => NAMES[4],
        };
        let count = table.columns.len().max(1) as f64;
        let even = (room - f64::from(names) - GAP) / count - GAP;
        let full = |line: &Line| px(&line.name, 11.0) <= even - GAP;
        let coded = table.columns.iter().all(|line| line.short.is_some());
        let short = coded && !table.columns.iter().all(full);
        // Where an order took the headings apart, each column has its own in its head.
        let apart = groups(&table.columns).is_empty();
        let heads = table.columns.iter().map(|line| {
            let own = longest_word(line.short.filter(|_| short).unwrap_or(&line.name), 11.0);
            let group = line.group.as_deref().filter(|_| apart).unwrap_or_default();
            own.max(longest_word(group, 10.0))
        });
        let heads = heads.fold(0.0, f64::max);
        let words = table.cells.iter().flatten().flat_map(|cell| texts(words, cell));
        let words = words.map(|text| longest_word(&text, 1.0)).fold(0.0, f64::max);
        let asked = |letters: f64| heads.max(words * letters) + EDGES;
        let tight = narrow || asked(LETTERS[0]) > even;
        let least = asked(if tight { LETTERS[1] } else { LETTERS[0] });
        let widest = f64::from(WIDEST);
        let few = even > widest;
        let mut steps = CELLS.into_iter();
        let cells = if least <= even {
            steps.rfind(|own| f64::from(*own) <= even).unwrap_or(CELLS[0])
        } else {
            let most = if narrow { WORDY_NARROW } else { WORDY };
            steps.find(|own| f64::from(*own) >= least || *own == most).unwrap_or(most)
        };
        let wide = even.clamp(f64::from(cells), widest.max(f64::from(cells)));
        Self { names, cells, wide, few, short, tight }
    }

    /// Whether two texts have room beside one another in a cell.
    pub(super) fn side_by_side(self, texts: [&str; 2]) -> bool {
        let half = (self.wide - EDGES) / 2.0 - 4.0;
        texts.iter().all(|text| longest_word(text, 11.0) <= half)
    }
}

/// All that a cell may print.
fn texts(words: &Words, cell: &Cell) -> Vec<String> {
    match &cell.told {
        Some(told) => vec![told.first.text(words), told.second.text(words)],
        None => vec![cell.shown.text(words)],
    }
}

fn longest_word(text: &str, size: f64) -> f64 {
    let words = text.split([' ', '-', '–', '/']);
    words.map(|word| px(word, size)).fold(0.0, f64::max)
}

/// How wide a text is set, without what [`text_width`] adds for labels that must not touch.
fn px(text: &str, size: f64) -> f64 {
    text_width(text, size, Weight::Regular) / 1.08
}

/// The headings of lines: the first line of each, and how many stand under it. None where the axis has no
/// headings, or where an order took one of them apart.
pub(super) fn groups(lines: &[Line]) -> Vec<(&Line, usize)> {
    let mut groups: Vec<(&Line, usize)> = Vec::new();
    for line in lines {
        let known = groups.iter().position(|(first, _)| first.group == line.group);
        match (known, groups.last_mut()) {
            (None, _) => groups.push((line, 1)),
            (Some(_), Some((first, count))) if first.group == line.group => *count += 1,
            (Some(_), _) => return Vec::new(),
        }
    }
    groups.retain(|(first, _)| first.group.is_some());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Atlas;
    use crate::query::Filter;
    use crate::scene::crosstab::{Axis, Hand, Plan, Sort, crosstab};

    fn table(atlas: &Atlas, rows: Axis, columns: Axis, order: &str) -> Crosstab {
        let plan = Plan {
            rows,
            columns,
            counts: false,
            sort: Sort::Own,
            row_hand: Hand::read(order, 'r'),
            column_hand: Hand::read(order, 'c'),
            lens: None,
        };
        crosstab(atlas, &Filter::default(), &plan)
    }

    #[test]
    fn pairs_stand_under_their_powers_until_an_order_takes_one_apart() {
        let atlas = Atlas::embedded();
        let heads = |order: &str| {
            let table = table(&atlas, Axis::Category, Axis::Dyad, order);
            let groups = groups(&table.columns);
            groups.iter().map(|(line, count)| (line.slug.clone(), *count)).collect::<Vec<_>>()
        };
        let own = [("KZ-RU", 5), ("KZ-CN", 5), ("KZ-US", 5)];
        assert_eq!(heads(""), own.map(|(slug, count)| (slug.to_owned(), count)));
        // Within its own heading a column may stand anywhere, and be gone.
        assert_eq!(
            heads("c.UZ-RU~c_KG-CN").iter().map(|(_, count)| *count).collect::<Vec<_>>(),
            [5, 4, 5]
        );
        assert_eq!(heads("c.UZ-US"), []);
        // What has no headings has none that could be taken apart.
        assert_eq!(groups(&table(&atlas, Axis::State, Axis::Power, "").rows), []);
    }

    #[test]
    fn names_are_whole_where_they_fit_and_codes_where_they_do_not() {
        let atlas = Atlas::embedded();
        let mapping = table(&atlas, Axis::Category, Axis::Dyad, "");
        let fit = |room, narrow| Fit::within(room, narrow, atlas.words(), &mapping);
        let wide = fit(1376.0, false);
        assert!(!wide.short && !wide.few, "{wide:?}");
        let taken = f64::from(wide.names) + 15.0 * (f64::from(wide.cells) + GAP) + GAP;
        assert!(taken <= 1376.0, "{taken} px of 1376");
        assert!(fit(900.0, false).short);
        assert!(fit(340.0, true).short && fit(340.0, true).cells <= WORDY_NARROW);
    }

    #[test]
    fn a_few_columns_do_not_take_the_whole_room() {
        let atlas = Atlas::embedded();
        let powers = table(&atlas, Axis::Category, Axis::Power, "");
        let fit = Fit::within(1376.0, false, atlas.words(), &powers);
        assert!(fit.few && fit.cells == WIDEST && fit.wide == f64::from(WIDEST), "{fit:?}");
        assert!(!Fit::within(500.0, false, atlas.words(), &powers).few);
    }

    #[test]
    fn long_words_stand_one_above_the_other_and_figures_side_by_side() {
        let atlas = Atlas::embedded();
        let mapping = table(&atlas, Axis::Category, Axis::Dyad, "");
        let fit = Fit::within(1376.0, false, atlas.words(), &mapping);
        assert!(fit.side_by_side(["12", "–"]));
        assert!(!fit.side_by_side(["Comprehensive Strategic Partnership", "–"]));
    }

    #[test]
    fn every_width_is_a_class_of_the_styles() {
        let styles = include_str!("../../../style/study/matrix.css");
        for width in CELLS.into_iter().chain(NAMES) {
            assert!(styles.contains(&format!(".w{width} {{ width: {width}px; }}")), "{width}");
        }
    }
}
