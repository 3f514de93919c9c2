//! Texts of a picture in a form that every program sets alike. Some lose a space between two `tspan`, some set each of
//! them for itself where the text ends or centres at its place, and some know only the first of a list of turns.

use super::look::parsed;
use crate::markup::px;
use crate::scene::label::{Weight, text_width};

/// An element's attributes.
type Attributes<'t> = Vec<(&'t str, &'t str)>;

/// A stretch of a text with attributes of its own, or none.
struct Run<'t> {
    attributes: &'t str,
    text: String,
    own: Attributes<'t>,
}

/// A text element, from its attributes (` x="1" fill="…"`) and what it holds.
pub(super) fn text(attributes: &str, inside: &str) -> String {
    let (_, own) = parsed(attributes);
    let runs = runs(inside);
    // Lines that are placed one by one.
    if runs.iter().any(|run| value(&run.own, "x").is_some()) {
        return format!("<text{attributes}>{inside}</text>");
    }
    let turns = value(&own, "rotate").filter(|_| runs.len() == 1);
    if let (Some(turns), [run]) = (turns, runs.as_slice()) {
        return turned(attributes, &own, turns, &run.text);
    }
    let anchor = value(&own, "text-anchor").unwrap_or("start");
    match runs.split_first() {
        Some((first, rest)) if !rest.is_empty() && anchor != "start" => {
            apart(&own, anchor, first, rest)
        }
        _ => element(attributes, &runs),
    }
}

/// Two texts, the first of which ends where the other begins, but for the space between them.
fn apart(own: &Attributes<'_>, anchor: &str, first: &Run<'_>, rest: &[Run<'_>]) -> String {
    let size = number(own, "font-size").unwrap_or(11.0);
    let [before, after] = [first.width(size), rest.iter().map(|run| run.width(size)).sum()];
    let share = if anchor == "end" { 1.0 } else { 0.5 };
    let x = number(own, "x").unwrap_or_default() - (before + after) * share;
    let part = |anchor: &str, x: f64, runs: &[Run<'_>]| {
        let place = format!(" x=\"{}\" text-anchor=\"{anchor}\"", px(x));
        element(&(place + &without(own, &["x", "text-anchor"])), runs)
    };
    let space = text_width(" ", size, Weight::Regular);
    let bare = first.text.trim_end();
    let end = if bare == first.text { before } else { before - space };
    let first = Run { text: bare.to_owned(), own: first.own.clone(), ..*first };
    part("end", x + end, &[first]) + &part("start", x + before, rest)
}

fn element(attributes: &str, runs: &[Run<'_>]) -> String {
    let inside: String = match runs {
        [Run { attributes: "", text, .. }] => text.clone(),
        runs => runs.iter().map(Run::written).collect(),
    };
    format!("<text{attributes}>{inside}</text>")
}

/// A letter an element, each with its place and turn.
fn turned(attributes: &str, own: &Attributes<'_>, turns: &str, text: &str) -> String {
    let list = |name| value(own, name).unwrap_or_default().split(' ');
    let shared = without(own, &["x", "y", "rotate"]);
    let places = list("x").zip(list("y")).zip(turns.split(' '));
    let letters = letters(text);
    if letters.len() != places.clone().count() {
        return format!("<text{attributes}>{text}</text>");
    }
    let shown = letters.into_iter().zip(places).filter(|(letter, _)| *letter != " ");
    let letter = |(letter, ((x, y), turn)): (&str, ((&str, &str), &str))| {
        format!("<text transform=\"translate({x} {y}) rotate({turn})\"{shared}>{letter}</text>")
    };
    shown.map(letter).collect()
}

/// The letters of a text; what stands for one (`&amp;`) is one.
fn letters(text: &str) -> Vec<&str> {
    let mut letters = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let entity = rest.starts_with('&').then(|| rest.find(';').map(|end| end + 1)).flatten();
        let (letter, after) = rest.split_at(entity.unwrap_or(first.len_utf8()));
        letters.push(letter);
        rest = after;
    }
    letters
}

impl Run<'_> {
    fn width(&self, size: f64) -> f64 {
        let size = number(&self.own, "font-size").unwrap_or(size);
        let bold = value(&self.own, "font-weight") == Some("700");
        text_width(&self.text, size, if bold { Weight::Bold } else { Weight::Regular })
    }

    fn written(&self) -> String {
        format!("<tspan{}>{}</tspan>", self.attributes, self.text)
    }
}

/// What a text holds, stretch by stretch. A `tspan` that sets nothing is none. A space at a stretch's edge is one that no program drops.
fn runs(inside: &str) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once("<tspan") {
        add(&mut runs, "", before);
        let (attributes, after) = after.split_once('>').unwrap_or_default();
        let (text, after) = after.split_once("</tspan>").unwrap_or_default();
        add(&mut runs, attributes, text);
        rest = after;
    }
    add(&mut runs, "", rest);
    let last = runs.len().saturating_sub(1);
    for (at, run) in runs.iter_mut().enumerate() {
        if at > 0 && run.text.starts_with(' ') {
            run.text.replace_range(..1, "\u{a0}");
        }
        if at < last && run.text.ends_with(' ') {
            run.text.pop();
            run.text.push('\u{a0}');
        }
    }
    runs
}

/// Adds a stretch; what sets nothing joins what stands before it and sets nothing either.
fn add<'t>(runs: &mut Vec<Run<'t>>, attributes: &'t str, text: &str) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if attributes.is_empty() && last.attributes.is_empty() => {
            last.text.push_str(text)
        }
        _ => {
            let (_, own) = parsed(attributes);
            runs.push(Run { attributes, text: text.to_owned(), own });
        }
    }
}

fn value<'t>(attributes: &Attributes<'t>, name: &str) -> Option<&'t str> {
    attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
}

fn number(attributes: &Attributes<'_>, name: &str) -> Option<f64> {
    value(attributes, name)?.parse().ok()
}

fn without(attributes: &Attributes<'_>, left_out: &[&str]) -> String {
    let kept = attributes.iter().filter(|(name, _)| !left_out.contains(name));
    kept.map(|(name, value)| format!(" {name}=\"{value}\"")).collect()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_text_without_parts_stays_as_it_is() {
        assert_eq!(text(" x=\"1\"", "Osh &amp; Batken"), "<text x=\"1\">Osh &amp; Batken</text>");
        // What sets nothing is no part.
        assert_eq!(
            text("", "3652 km<tspan> from Astana</tspan>"),
            "<text>3652 km from Astana</text>"
        );
        let lines = "<tspan x=\"8\" dy=\"0\">One</tspan> <tspan x=\"8\" dy=\"13\">two</tspan>";
        assert_eq!(text(" y=\"2\"", lines), format!("<text y=\"2\">{lines}</text>"));
    }

    #[test]
    fn a_space_between_parts_is_one_that_no_program_drops() {
        let drawn =
            text(" text-anchor=\"start\"", "<tspan>Kant</tspan> <tspan fill=\"#000\">RU</tspan>");
        let parts = "<tspan>Kant\u{a0}</tspan><tspan fill=\"#000\">RU</tspan>";
        assert_eq!(drawn, format!("<text text-anchor=\"start\">{parts}</text>"));
    }

    #[test]
    fn parts_that_end_or_centre_at_a_place_are_texts_that_meet() {
        let x = |text: &str| -> f64 {
            let value = text.split("x=\"").nth(1).and_then(|rest| rest.split('"').next());
            value.and_then(|x| x.parse().ok()).expect("a text has its place")
        };
        let parts = "<tspan>Emba</tspan> <tspan font-size=\"9\">RU</tspan>";
        for (anchor, least, most) in [("end", -26.0, -20.0), ("middle", 0.0, 12.0)] {
            let own = format!(" x=\"-10\" text-anchor=\"{anchor}\" fill=\"#000\"");
            let drawn = text(&own, parts);
            let (name, tag) = drawn.split_once("</text>").expect("there are two");
            assert!(name.ends_with(" text-anchor=\"end\" fill=\"#000\">Emba"), "{drawn}");
            assert!(
                tag.ends_with(
                    " text-anchor=\"start\" fill=\"#000\"><tspan font-size=\"9\">RU</tspan></text>"
                ),
                "{drawn}"
            );
            let space = x(tag) - x(name);
            assert!(x(tag) > least && x(tag) < most && space > 2.0 && space < 5.0, "{drawn}");
        }
    }

    #[test]
    fn turned_letters_stand_each_for_itself() {
        let drawn = text(" x=\"1 2 3\" y=\"4 5 6\" rotate=\"7 8 9\" fill=\"#000\"", "A &amp;");
        assert_eq!(
            drawn,
            "<text transform=\"translate(1 4) rotate(7)\" fill=\"#000\">A</text>\
             <text transform=\"translate(3 6) rotate(9)\" fill=\"#000\">&amp;</text>"
        );
        let short = text(" x=\"1\" y=\"4\" rotate=\"7\"", "AB");
        assert!(short.starts_with("<text x=\"1\" y=\"4\" rotate=\"7\">AB"), "{short}");
    }
}
