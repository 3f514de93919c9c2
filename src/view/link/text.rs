//! The text of a link: percent-encoding, and what a reader is shown of a bad value.

use crate::dataset::plain::is_hidden;

/// How much of a bad value is shown.
const SHOWN: usize = 40;

/// The pairs of a query string that end within the first `limit` bytes, and whether any was left out. No pair is cut:
/// half a value is another value.
pub(super) fn head(query: &str, limit: usize) -> (&str, bool) {
    if query.len() <= limit {
        return (query, false);
    }
    let end = (0..=limit).rev().find(|&at| query.as_bytes().get(at) == Some(&b'&'));
    (end.and_then(|at| query.get(..at)).unwrap_or_default(), true)
}

/// Percent-encoding of all but the unreserved characters (RFC 3986, section 2.3).
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.push(char::from(if half < 10 { b'0' + half } else { b'A' + half - 10 }));
            }
        }
    }
    encoded
}

/// Percent-decoding, `+` as a space; what is not UTF-8 becomes the replacement character.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        let pair = digits.and_then(|hex| std::str::from_utf8(hex).ok());
        match (first, pair.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = after;
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A value fit to be shown: cut short, and without what would change the text around it.
pub fn shown(value: &str) -> String {
    let mut text: String = value.chars().filter(|&c| !is_hidden(c)).take(SHOWN).collect();
    if value.chars().nth(SHOWN).is_some() {
        text.push('…');
    }
    text
}
