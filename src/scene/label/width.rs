//! How wide a text will be, before any browser has set it.

/// How heavy a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 700.
    Bold,
}

/// Width in px of one line in the page's system font at this size in px: a little too much rather
/// than too little, so that labels placed side by side never touch.
///
/// Widths are the greatest of Noto Sans, Roboto and Arial, and 8 % more, which all but covers
/// place names in DejaVu Sans, the widest of the fonts that `system-ui` may mean.
pub fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    const MARGIN: f64 = 1.08;
    // Noto Sans Bold is 7 %, DejaVu Sans Bold 13 % wider than the regular.
    let bold = match weight {
        Weight::Regular => 1.0,
        Weight::Bold => 1.13,
    };
    let thousandths: u32 = text.chars().map(|letter| u32::from(letter_width(letter))).sum();
    f64::from(thousandths) / 1000.0 * size * MARGIN * bold
}

/// Thousandths of the font's size.
fn letter_width(letter: char) -> u16 {
    let code = u32::from(letter);
    let ascii = code.checked_sub(0x20).and_then(|at| usize::try_from(at).ok());
    if let Some(&width) = ascii.and_then(|at| ASCII.get(at)) {
        return width;
    }
    match code {
        // Control characters and combining accents take no room.
        0..0x20 | 0x7f..0xa0 | 0x300..0x370 | 0x200b..0x2010 => 0,
        // Cyrillic capitals, then small letters: averages of their alphabets.
        0x400..0x430 => 720,
        0x430..0x530 => 625,
        // En dash and such, then em dash and ellipsis.
        0x2010..0x2014 | 0x2018..0x2020 => 500,
        // Accented Latin: about the average of the letters without.
        0xa0..0x400 | 0x1e00..0x2000 => 640,
        // Everything else as wide as Chinese.
        _ => 1000,
    }
}

/// From space to tilde.
const ASCII: [u16; 95] = [
    278, 278, 408, 646, 572, 889, 732, 225, 342, 348, 551, 584, 278, 333, 278, 413, // to /
    572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 278, 278, 584, 584, 584, 556, // to ?
    1015, 667, 667, 722, 730, 667, 611, 778, 741, 339, 552, 667, 556, 907, 760, 781, // to O
    667, 781, 722, 667, 611, 731, 667, 944, 667, 667, 611, 329, 411, 329, 572, 556, // to _
    333, 561, 615, 523, 615, 564, 348, 615, 618, 258, 258, 534, 258, 935, 618, 605, // to o
    615, 615, 413, 516, 361, 618, 508, 786, 529, 510, 500, 380, 551, 380, 680, // to ~
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Set with Noto Sans, with DejaVu Sans, regular and bold: px at a size of 11.
    #[test]
    fn names_are_a_little_wider_than_set() {
        for (name, noto, dejavu, noto_bold) in [
            ("Bishkek", 39.0, 43.0, 42.0),
            ("Kant air base", 70.0, 76.0, 75.0),
            ("Manas transit centre", 107.0, 114.0, 115.0),
            ("Dushanbe", 53.0, 56.0, 55.0),
            ("Baikonur Cosmodrome", 120.0, 126.0, 126.0),
            ("Sary-Shagan", 65.0, 70.0, 68.0),
            ("Turkmenbashi", 74.0, 79.0, 80.0),
        ] {
            let width = text_width(name, 11.0, Weight::Regular);
            assert!(width > noto && width > 0.97 * dejavu, "{name}: {width}");
            assert!(width < 1.2 * noto, "{name}: {width}");
            assert!(text_width(name, 11.0, Weight::Bold) > noto_bold, "{name}");
        }
    }

    #[test]
    fn width_grows_with_size_and_letters() {
        assert_eq!(text_width("", 11.0, Weight::Regular), 0.0);
        assert_eq!(text_width("\u{301}\n", 11.0, Weight::Regular), 0.0);
        let at = |size| text_width("Aktau", size, Weight::Regular);
        assert!(at(11.0) < at(12.0) && at(12.0) < at(13.0));
        for (narrow, wide) in [("i", "m"), ("Бишкек", "БИШКЕК"), ("a", "中"), ("-", "—")]
        {
            let width = |text| text_width(text, 12.0, Weight::Regular);
            assert!(width(narrow) < width(wide), "{narrow} {wide}");
        }
    }
}
