//! Our own markup taken apart again, so that only what differs is written. Angle brackets stand round tags
//! and nowhere else: [`Markup`](super::Markup) escapes them in texts and in values.

/// An element or a text between elements, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The whole of it.
    pub whole: &'a str,
    /// How long its start tag is, bytes; 0 for a text.
    tag: usize,
}

impl<'a> Part<'a> {
    /// Whether it is an element.
    pub fn is_element(self) -> bool {
        self.tag > 0
    }

    /// Whether it is an element that is closed in its start tag.
    pub fn is_empty(self) -> bool {
        self.tag == self.whole.len() && self.whole.ends_with("/>")
    }

    /// What stands in the element.
    pub fn inner(self) -> &'a str {
        let rest = self.whole.get(self.tag..).unwrap_or_default();
        rest.rsplit_once('<').map_or("", |(inner, _)| inner)
    }

    /// The name in the start tag; empty for a text.
    pub fn name(self) -> &'a str {
        let tag = self.whole.get(..self.tag).unwrap_or_default();
        tag.split(['<', ' ', '/', '>']).nth(1).unwrap_or_default()
    }

    /// The attributes in the start tag with their values, which are still escaped.
    pub fn attributes(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.whole.get(..self.tag).unwrap_or_default().split('"');
        std::iter::from_fn(move || {
            let name = rest.next()?.rsplit(' ').next()?.strip_suffix('=')?;
            Some((name, rest.next()?))
        })
    }

    /// The value of an attribute, as it is written.
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        self.attributes().find(|own| own.0 == name).map(|own| own.1)
    }

    /// Whether another element is the same thing, which may look or be called otherwise.
    pub fn is_alike(self, other: Self) -> bool {
        let start = |part: Self| part.whole.get(..part.tag);
        self.is_element()
            && other.is_element()
            && (start(self) == start(other)
                || self.being().eq(other.being()) && self.name() == other.name())
    }

    /// What it is: its id, its address, its role and its `data-` attributes.
    fn being(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.attributes().filter(|(name, _)| {
            matches!(*name, "id" | "href" | "role") || name.starts_with("data-")
        })
    }

    /// Tells what must be set or, where there is no value, taken away for the attributes of another element.
    pub fn changes(self, to: Self, tell: &mut dyn FnMut(&str, Option<&str>)) {
        for (name, value) in to.attributes() {
            if self.attribute(name) != Some(value) {
                tell(name, Some(&plain(value)));
            }
        }
        for (name, _) in self.attributes() {
            if to.attribute(name).is_none() {
                tell(name, None);
            }
        }
    }
}

/// A text as it was before it was escaped.
fn plain(escaped: &str) -> String {
    let mut pieces = escaped.split('&');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').unwrap_or(("amp", piece));
        text.push(match name {
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => '&',
        });
        text.push_str(rest);
    }
    text
}

/// What stands side by side in a text of our markup.
pub fn parts(mut markup: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    while !markup.is_empty() {
        let (length, tag) = first(markup);
        let (whole, rest) = markup.split_at_checked(length).unwrap_or((markup, ""));
        parts.push(Part { whole, tag });
        markup = rest;
    }
    parts
}

/// Where the next tag begins and where it ends.
fn next_tag(markup: &str, at: usize) -> Option<(usize, usize)> {
    // Texts between tags are short, tags are long: byte by byte the one, at a stretch the other.
    let open = at + markup.as_bytes().get(at..)?.iter().position(|byte| *byte == b'<')?;
    Some((open, open + markup.get(open..)?.find('>')?))
}

/// How long the first part is, and its start tag.
fn first(markup: &str) -> (usize, usize) {
    if !markup.starts_with('<') {
        return (markup.find('<').unwrap_or(markup.len()), 0);
    }
    let (mut at, mut depth, mut tag) = (0, 0_usize, 0);
    // From tag to tag until the one that ends the first.
    while let Some((open, close)) = next_tag(markup, at) {
        let inside = markup.get(open + 1..close).unwrap_or_default();
        at = close + 1;
        if tag == 0 {
            tag = at;
        }
        if inside.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !inside.ends_with('/') {
            depth += 1;
        }
        if depth == 0 {
            return (at, tag);
        }
    }
    (markup.len(), markup.len())
}

/// What is done to one element of a row, from the first on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// It stands as it is.
    Keep,
    /// It is the same thing as before, but not as it was.
    Change(Part<'a>, Part<'a>),
    /// It goes.
    Drop,
    /// Another comes before it.
    Write(Part<'a>),
}

/// The steps from one row of elements to another. Of two things that changed places, that which is found again
/// sooner is waited for.
pub fn steps<'a>(mut old: &[Part<'a>], mut new: &[Part<'a>]) -> Vec<Step<'a>> {
    let mut steps = Vec::with_capacity(new.len());
    let is_at = |at: usize, row: &[Part<'_>], part: &Part<'_>| {
        row.get(at).is_some_and(|own| own.is_alike(*part))
    };
    loop {
        steps.push(match (old.split_first(), new.split_first()) {
            (None, None) => return steps,
            (Some((held, held_rest)), Some((wanted, wanted_rest)))
                if held.whole == wanted.whole && held.is_element() =>
            {
                (old, new) = (held_rest, wanted_rest);
                Step::Keep
            }
            (Some((held, held_rest)), Some((wanted, wanted_rest))) if held.is_alike(*wanted) => {
                (old, new) = (held_rest, wanted_rest);
                Step::Change(*held, *wanted)
            }
            (Some((held, held_rest)), Some((wanted, wanted_rest))) => {
                // Both rows at once, outwards: what has gone or come for good is not looked for to the end of a row in
                // which the other is near.
                let sooner = (0..held_rest.len().max(wanted_rest.len())).find_map(|at| {
                    let waits = is_at(at, wanted_rest, held);
                    (waits || is_at(at, held_rest, wanted)).then_some(waits)
                });
                if sooner == Some(true) {
                    new = wanted_rest;
                    Step::Write(*wanted)
                } else {
                    old = held_rest;
                    Step::Drop
                }
            }
            (Some((_, held_rest)), None) => {
                old = held_rest;
                Step::Drop
            }
            (None, Some((wanted, wanted_rest))) => {
                new = wanted_rest;
                Step::Write(*wanted)
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wholes(markup: &str) -> Vec<&str> {
        parts(markup).into_iter().map(|part| part.whole).collect()
    }

    #[test]
    fn elements_and_texts_stand_side_by_side() {
        let markup = r#"a &lt; b<g x="1"><path d="M0"/><g></g></g><use/>c"#;
        let expected = ["a &lt; b", r#"<g x="1"><path d="M0"/><g></g></g>"#, "<use/>", "c"];
        assert_eq!(wholes(markup), expected);
        let inner: Vec<&str> = parts(markup).into_iter().map(Part::inner).collect();
        assert_eq!(inner, ["", r#"<path d="M0"/><g></g>"#, "", ""]);
    }

    #[test]
    fn together_they_are_the_whole_however_broken() {
        for markup in ["", "<", "<a", "<a>", "</a>x", "<a><b></a>", "x<a/>y</b>", "é<ü>ö"] {
            assert_eq!(wholes(markup).concat(), markup);
        }
    }

    #[test]
    fn a_thing_may_look_otherwise_but_stand_for_nothing_else() {
        let all = r#"<td class="a" data-cell="x">1</td><td class="b" data-cell="x" title="&amp;lt;">2</td>
            <td class="a" data-cell="y">1</td><th class="a" data-cell="x">1</th>"#;
        let all: Vec<_> = parts(all).into_iter().filter(|part| part.is_element()).collect();
        let [one, two, other, head] = all.as_slice() else { panic!("four elements") };
        assert!(one.is_alike(*two) && !one.is_alike(*other) && !one.is_alike(*head));
        let changes = |from: Part<'_>, to: Part<'_>| {
            let mut told = String::new();
            from.changes(to, &mut |name, value| {
                told += &format!("{name}={} ", value.unwrap_or("-"))
            });
            told
        };
        assert_eq!(changes(*one, *two), "class=b title=&lt; ");
        assert_eq!(changes(*two, *one), "class=a title=- ");
    }

    /// What a row is after its steps.
    fn walked<'a>(old: &[Part<'a>], steps: &[Step<'a>]) -> Vec<&'a str> {
        let mut held = old.iter();
        let mut walked = Vec::new();
        for step in steps {
            match step {
                Step::Keep => walked.extend(held.next().map(|part| part.whole)),
                Step::Change(from, to) => {
                    assert_eq!(held.next(), Some(from));
                    walked.push(to.whole);
                }
                Step::Drop => drop(held.next()),
                Step::Write(part) => walked.push(part.whole),
            }
        }
        walked
    }

    #[test]
    fn one_mark_more_writes_one_mark() {
        let row = |marks: &str| {
            marks.chars().map(|own| format!("<g data-mark=\"{own}\"></g>")).collect::<String>()
        };
        for (old, new, written, dropped) in [
            ("abcd", "axbcd", 1, 0),
            ("abcd", "acd", 0, 1),
            ("abcd", "abxyd", 2, 1),
            ("", "ab", 2, 0),
            ("abc", "bca", 1, 1),
        ] {
            let (old, new) = (row(old), row(new));
            let (held, wanted) = (parts(&old), parts(&new));
            let steps = steps(&held, &wanted);
            let count = |of: fn(&Step<'_>) -> bool| steps.iter().filter(|step| of(step)).count();
            assert_eq!(count(|step| matches!(step, Step::Write(_))), written, "{new}");
            assert_eq!(count(|step| matches!(step, Step::Drop)), dropped, "{new}");
            assert_eq!(walked(&held, &steps).concat(), new);
        }
    }

    proptest! {
        #[test]
        fn the_steps_lead_from_any_row_to_any_other(old in "([a-e][01]){0,12}", new in "([a-e][01]){0,12}") {
            let row = |marks: &str| -> String {
                let marks: Vec<char> = marks.chars().collect();
                marks.chunks(2).map(|own| format!("<g id=\"{}\">{}</g>", own[0], own[1])).collect()
            };
            let (old, new) = (row(&old), row(&new));
            let (held, wanted) = (parts(&old), parts(&new));
            prop_assert_eq!(walked(&held, &steps(&held, &wanted)).concat(), new);
        }
    }
}
