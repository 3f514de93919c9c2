//! How far a typed word is from the start of another, in slips of the finger.

use super::fold::LONGEST;

/// Letters that a word has, one bit each: words whose letters differ too much need no closer look.
pub(super) fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte % 64))
}

/// The least number of slips (a letter wrong, missing, too many, or two changed about) between what was typed
/// and the beginning of a word; `None` above `most`.
///
/// Formula: optimal string alignment (restricted Damerau–Levenshtein), the least of the last row.
pub(super) fn slips(typed: &str, word: &str, most: u8) -> Option<u8> {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    let width = word.len().min(typed.len() + usize::from(most)).min(LONGEST);
    let mut before = [u8::MAX; LONGEST + 1];
    let mut above: [u8; LONGEST + 1] = std::array::from_fn(|at| at as u8);
    for (row, &letter) in typed.iter().enumerate().take(LONGEST) {
        let mut here = [u8::MAX; LONGEST + 1];
        here[0] = row as u8 + 1;
        let mut least = here[0];
        for column in 0..width {
            let same = u8::from(word[column] != letter);
            let mut cost = (above[column] + same).min(above[column + 1] + 1).min(here[column] + 1);
            let crossed = row > 0
                && column > 0
                && typed[row - 1] == word[column]
                && word[column - 1] == letter;
            if crossed {
                cost = cost.min(before[column - 1] + 1);
            }
            here[column + 1] = cost;
            least = least.min(cost);
        }
        if least > most {
            return None;
        }
        (before, above) = (above, here);
    }
    above[..=width].iter().copied().min().filter(|&slips| slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_slip_counts_once() {
        for (typed, word, expected) in [
            ("bishkek", "bishkek", Some(0)),
            ("bish", "bishkek", Some(0)),
            ("bishkk", "bishkek", Some(1)),
            ("bihskek", "bishkek", Some(1)),
            ("dushnbe", "dushanbe", Some(1)),
            ("astanna", "astana", Some(1)),
            ("osh", "kant", None),
            ("", "kant", Some(0)),
        ] {
            assert_eq!(slips(typed, word, 2), expected, "{typed} {word}");
        }
    }

    proptest! {
        #[test]
        fn a_beginning_has_no_slip_and_one_more_letter_has_one(word in "[a-z]{2,30}", at in 0usize..30, more in "[A-Z]") {
            let at = at.min(word.len());
            prop_assert_eq!(slips(&word[..at], &word, 0), Some(0));
            let wrong = format!("{}{more}{}", &word[..at], &word[at..]);
            prop_assert_eq!(slips(&wrong, &word, 1), Some(1));
        }
    }
}
