//! Scenes and claims as HTML and SVG text: what the live page shows, what static pages and
//! pictures hold, what golden tests compare. One description, several uses.
//!
//! Text goes in through [`Markup`] only, which escapes it: nothing that a claim, a name or a link
//! holds can become an element. A link inside the page names only what it changes (`?claim=…`).

pub mod against;
pub mod bar;
mod block;
pub mod claim;
pub mod layers;
pub mod legend;
pub mod list;
pub mod map;
pub mod matrix;
pub mod parts;
pub mod plate;
pub mod said;
pub mod strip;
pub mod switches;
pub mod table;
pub mod tour;

use crate::geo::decimal::write_digits;

/// Markup under construction.
#[derive(Debug, Default)]
pub struct Markup {
    text: String,
}

/// An attribute: its name and its value, which is escaped.
pub type Attribute<'a> = (&'static str, &'a str);

impl Markup {
    /// An element with its attributes, holding what `inside` writes.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) {
        self.begin(name, attributes, ">");
        inside(self);
        self.end(name);
    }

    /// An element that holds one text.
    #[inline(never)]
    pub fn leaf(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.begin(name, attributes, ">");
        self.text(text);
        self.end(name);
    }

    /// An SVG element that holds nothing.
    pub fn shape(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes, "/>");
    }

    /// Text, escaped.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        escape(&mut self.text, text);
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    // Out of line, since every element in the program calls them.
    #[inline(never)]
    fn begin(&mut self, name: &'static str, attributes: &[Attribute<'_>], close: &str) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            escape(&mut self.text, value);
            self.text.push('"');
        }
        self.text.push_str(close);
    }

    #[inline(never)]
    fn end(&mut self, name: &'static str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }
}

/// What a builder function writes, as text.
pub fn written(build: impl FnOnce(&mut Markup)) -> String {
    let mut markup = Markup::default();
    build(&mut markup);
    markup.finish()
}

fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

/// A spoken name that also holds what is written on the thing: who speaks to the browser says what
/// is to be seen (WCAG 2.5.3).
pub fn named_as_shown(mut spoken: String, shown: &[&str]) -> String {
    for text in shown.iter().filter(|text| !text.is_empty()) {
        // Byte by byte: the standard library's search in texts would bring eight kilobytes.
        let (all, own) = (spoken.as_bytes(), text.as_bytes());
        let joins = |at: usize| all.get(at).is_some_and(u8::is_ascii_alphanumeric);
        let stands = |(at, part): (usize, &[u8])| {
            let is_it = part.first() == own.first() && part == own;
            is_it && !joins(at.wrapping_sub(1)) && !joins(at + own.len())
        };
        if !all.windows(own.len()).enumerate().any(stands) {
            spoken.push_str("; ");
            spoken.push_str(text);
        }
    }
    spoken
}

/// A number with at most one decimal, as SVG attributes want it: without the shortest-float
/// machinery, which would cost the program several kilobytes.
pub fn px(value: f64) -> String {
    let tenths = (value * 10.0).round();
    if !tenths.is_finite() {
        return "0".to_owned();
    }
    let tenths = tenths.clamp(-1e9, 1e9) as i64;
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let mut text = String::new();
    if tenths < 0 {
        text.push('-');
    }
    write_digits(&mut text, whole);
    if rest > 0 {
        text.push('.');
        write_digits(&mut text, rest);
    }
    text
}

/// The `viewBox` of a picture of a size in px.
pub fn view_box(size: crate::geo::Size) -> String {
    ["0", "0", &px(size.width), &px(size.height)].join(" ")
}

/// A number above zero to six decimals.
pub(crate) fn millionths(value: f64) -> String {
    let millionths = (value * 1e6).round().max(0.0) as u64;
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn px_keeps_one_decimal() {
        for (value, text) in [
            (0.0, "0"),
            (1.25, "1.3"),
            (-0.04, "0"),
            (-3.0, "-3"),
            (12.34, "12.3"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(px(value), text);
        }
    }

    #[test]
    fn a_name_holds_what_is_shown_once() {
        let name = named_as_shown("Visas: 30 days, none".to_owned(), &["30 d", "no", "30 days"]);
        assert_eq!(name, "Visas: 30 days, none; 30 d; no");
    }

    #[test]
    fn elements_nest_and_close() {
        let text =
            written(|m| m.element("p", &[("class", "a\"b")], |m| m.leaf("b", &[], "1 < 2 & 3")));
        assert_eq!(text, "<p class=\"a&quot;b\"><b>1 &lt; 2 &amp; 3</b></p>");
    }

    proptest! {
        #[test]
        fn no_text_becomes_an_element(text in "\\PC{0,40}") {
            let written = written(|m| m.leaf("p", &[("title", &text)], &text));
            prop_assert_eq!(written.matches('<').count(), 2);
            prop_assert_eq!(written.matches('"').count(), 2);
        }
    }
}
