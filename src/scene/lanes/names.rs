//! The names of marks: as much of a claim's sentence as has room.

use super::{GAP, Mark, NAME, Side, room, taken};
use crate::atlas::{Atlas, Texts};
use crate::scene::axis::Axis;
use crate::scene::label::{Weight, text_width};
use crate::scene::words;

/// Letters that a name is given before the marks have their rows.
const LETTERS: usize = 44;

/// A mark's name, and the side where it has room.
pub(super) fn name(atlas: &Atlas, texts: &Texts, mark: &Mark, axis: &Axis) -> (String, Side) {
    let text = shortened(&words::summary(atlas, Some(texts), mark.claim), LETTERS);
    let (left, right) = room(mark);
    let width = text_width(&text, NAME, Weight::Regular) + GAP;
    let side = match (left - width >= 0.0, right + width <= axis.width) {
        (_, true) => Side::Right,
        (true, _) => Side::Left,
        _ => Side::Upon,
    };
    (text, side)
}

/// A text cut at a word's end, before a bracket that would stay open.
fn shortened(text: &str, letters: usize) -> String {
    let text = text.trim_end_matches('.');
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let cut: String = text.chars().take(letters).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    let whole = match whole.rsplit_once(" (") {
        Some((before, bracket)) if !bracket.contains(')') => before,
        _ => whole,
    };
    format!("{}…", whole.trim_end_matches(','))
}

/// Marks in their rows, their names as long as the room up to the next mark, or to the axis's end.
pub(super) fn lengthened(atlas: &Atlas, texts: &Texts, marks: Vec<Mark>, axis: &Axis) -> Vec<Mark> {
    let mut taken_by: Vec<(usize, (f64, f64))> =
        marks.iter().map(|mark| (mark.row, taken(mark))).collect();
    let mut longer = marks;
    for at in 0..longer.len() {
        let (Some(mark), Some(&(row, own))) = (longer.get_mut(at), taken_by.get(at)) else {
            continue;
        };
        let others = taken_by.iter().filter(|(other, _)| *other == row).map(|(_, other)| other);
        let (before, after) = (room(mark).0, room(mark).1);
        let free = match &mark.name {
            Some((_, Side::Right)) => {
                let next = others.map(|other| other.0).filter(|&from| from >= own.1);
                next.fold(axis.width + GAP, f64::min) - after
            }
            Some((_, Side::Left)) => {
                let last = others.map(|other| other.1).filter(|&to| to <= own.0);
                before - last.fold(-GAP, f64::max)
            }
            Some((_, Side::Upon)) | None => continue,
        };
        let full = words::summary(atlas, Some(texts), mark.claim);
        let fits = |text: &String| text_width(text, NAME, Weight::Regular) + GAP <= free;
        // Halved, since more letters are never narrower.
        let (mut least, mut most) = (LETTERS, full.chars().count().max(LETTERS));
        while least < most {
            let middle = (least + most).div_ceil(2);
            if fits(&shortened(&full, middle)) { least = middle } else { most = middle - 1 }
        }
        if let Some((name, _)) = mark.name.as_mut() {
            *name = shortened(&full, least);
        }
        let now = taken(mark);
        if let Some((_, own)) = taken_by.get_mut(at) {
            *own = now;
        }
    }
    longer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_at_a_word() {
        assert_eq!(
            shortened("Putin visited Ashgabat in 2007.", 40),
            "Putin visited Ashgabat in 2007"
        );
        assert_eq!(shortened("Putin visited Ashgabat, then Astana", 24), "Putin visited Ashgabat…");
        assert_eq!(
            shortened("A title in a footnote (of 2017) and more", 34),
            "A title in a footnote (of 2017)…"
        );
        assert_eq!(
            shortened("A title in a footnote (page dated 2017)", 34),
            "A title in a footnote…"
        );
    }
}
