//! The three numbers of a release.

/// Reads three numbers with points between, none longer than four digits: `0.3.0`. `None` for anything else.
pub fn read(text: &str) -> Option<[u16; 3]> {
    let mut parts = text.split('.').map(number);
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

fn number(text: &str) -> Option<u16> {
    let plain = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_three_numbers_and_nothing_else() {
        assert_eq!(read("0.3.12"), Some([0, 3, 12]));
        assert!(read("0.9.0") < read("0.10.0"));
        for text in ["", "1", "1.2", "1.2.", "1.2.3.4", "1.2.+3", "1.2.x", "1.2.12345", "1. 2.3"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
