//! Decimal numbers as links write them, read and written without the machinery for floating-point
//! text, which would add some twenty kilobytes to the program for exactness that no link needs.

/// Writes the digits of a number. A base map has twenty thousand numbers, and the formatter takes several times as long
/// for each.
pub fn write_digits(text: &mut String, value: u64) {
    let (mut rest, mut place) = (value, 1);
    while rest / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        // Less than ten.
        text.push(char::from(b'0' + (rest / place) as u8));
        rest %= place;
        place /= 10;
    }
}

/// A number in thousandths to its shortest decimal text.
pub fn write_thousandths(thousandths: i32) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let text = format!("{sign}{whole}.{rest:03}");
    text.trim_end_matches('0').to_owned()
}

/// Reads a plain decimal number, as `-12.345`, rounded to thousandths. `None` for any other text
/// and for numbers of more than six digits before the point.
pub fn read_thousandths(text: &str) -> Option<i32> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(rest) || whole.len() + rest.len() == 0 || whole.len() > 6 {
        return None;
    }
    let digit = |at: usize| i32::from(rest.as_bytes().get(at).copied().unwrap_or(b'0') - b'0');
    let round_up = i32::from(digit(3) >= 5);
    let whole: i32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let thousandths = whole * 1000 + digit(0) * 100 + digit(1) * 10 + digit(2) + round_up;
    Some(if negative { -thousandths } else { thousandths })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_decimals_are_read_and_others_refused() {
        for (text, thousandths) in [
            ("0", Some(0)),
            ("-0.04", Some(-40)),
            ("69.2797", Some(69_280)),
            (".5", Some(500)),
            ("5.", Some(5000)),
            ("", None),
            (".", None),
            ("-", None),
            ("1e3", None),
            ("+1", None),
            ("1.2.3", None),
            ("12345678", None),
            ("٣", None),
        ] {
            assert_eq!(read_thousandths(text), thousandths, "{text}");
        }
    }

    proptest! {
        #[test]
        fn digits_are_those_of_the_standard_library(value: u64) {
            for value in [value, value % 1000, 0, 9, 10, u64::MAX] {
                let mut text = String::new();
                write_digits(&mut text, value);
                prop_assert_eq!(text, value.to_string());
            }
        }

        #[test]
        fn writing_and_reading_gives_the_same_number(thousandths in -999_999_999..999_999_999i32) {
            prop_assert_eq!(read_thousandths(&write_thousandths(thousandths)), Some(thousandths));
        }
    }
}
