//! Whether a citation's terms stand in the lines that it names.

use super::raw::Cite;

/// A document's text, line by line; line 1 comes first.
pub struct Document {
    lines: Vec<String>,
}

impl Document {
    /// Splits a text as `cat -n` numbers it.
    pub fn of(text: &str) -> Self {
        Self { lines: text.lines().map(str::to_owned).collect() }
    }

    /// The numbers of lines that hold anything.
    pub fn written_lines(&self) -> impl Iterator<Item = u32> {
        let numbered = (1..).zip(&self.lines);
        numbered.filter(|(_, line)| !line.trim().is_empty()).map(|(number, _)| number)
    }

    /// The terms of a citation that its lines do not hold.
    pub fn missing<'c>(&self, cite: &'c Cite) -> Vec<&'c str> {
        let line = |number: &u32| self.lines.get(*number as usize - 1).map(String::as_str);
        let lines: Vec<&str> =
            cite.lines.iter().filter(|number| **number > 0).filter_map(line).collect();
        let text = fold(&lines.join(" "));
        cite.terms.iter().map(String::as_str).filter(|term| !text.contains(&fold(term))).collect()
    }
}

/// White space as one space, quotes and dashes as their plain forms: what differs between a
/// document's typesetting and a keyboard.
fn fold(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter_map(|c| match c {
            '“' | '”' | '„' | '«' | '»' => Some('"'),
            '‘' | '’' | '‚' | '`' | '´' => Some('\''),
            '‐' | '‑' | '‒' | '–' | '—' | '−' => Some('-'),
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' => None,
            c if c.is_whitespace() => Some(' '),
            c => Some(c),
        })
        .collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cite(lines: &[u32], terms: &[&str]) -> Cite {
        Cite {
            source: "x".to_owned(),
            lines: lines.to_vec(),
            footnotes: Vec::new(),
            terms: terms.iter().map(|&term| term.to_owned()).collect(),
        }
    }

    #[test]
    fn typesetting_does_not_hide_a_term() {
        let text = Document::of("The “Steppe\u{A0}Eagle” exercise,\n2003–2017");
        assert!(
            text.missing(&cite(&[1, 2], &["\"Steppe Eagle\" exercise", "2003-2017"])).is_empty()
        );
    }

    #[test]
    fn a_term_of_another_line_is_missing() {
        let text = Document::of("Kant\nManas");
        assert_eq!(text.missing(&cite(&[1], &["Kant", "Manas"])), ["Manas"]);
        assert_eq!(text.missing(&cite(&[0, 99], &["Kant"])), ["Kant"]);
    }
}
