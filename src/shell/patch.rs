//! Markup of ours written over markup of ours: only the elements that differ are written, so that only they
//! are parsed, styled and laid out again, and the focus stays where it is.

use web_sys::Element;

use crate::markup::parts::{Part, Step, parts, steps};

/// Makes an element hold the markup `new`, given that it holds `old`.
pub fn patch(element: &Element, old: &str, new: &str) {
    if old == new {
        return;
    }
    let (held, wanted) = (parts(old), parts(new));
    // Elements are found by their number, which texts between them would shift.
    if held.is_empty() || !held.iter().chain(&wanted).all(|part| part.is_element()) {
        return write(element, new);
    }
    let own = element.children();
    let child = |at: usize| own.item(u32::try_from(at).ok()?);
    let (mut at, mut html, mut more) = (0, String::new(), 0);
    let steps = steps(&held, &wanted);
    for (turn, step) in steps.iter().enumerate() {
        match step {
            Step::Keep => at += 1,
            Step::Change(from, to) => {
                child(at).into_iter().for_each(|own| change(&own, *from, *to));
                at += 1;
            }
            Step::Drop => child(at).into_iter().for_each(|own| own.remove()),
            // Those that stand side by side are parsed at once.
            Step::Write(part) => {
                html.push_str(part.whole);
                more += 1;
                if !matches!(steps.get(turn + 1), Some(Step::Write(_))) {
                    match at.checked_sub(1).and_then(child) {
                        Some(before) => insert(&before, "afterend", &html),
                        None => insert(element, "afterbegin", &html),
                    }
                    at += more;
                    more = 0;
                    html.clear();
                }
            }
        }
    }
}

/// Makes an element that is the markup `old` be the markup `new` of the same thing.
pub fn patch_whole(element: &Element, old: &str, new: &str) {
    if let ([from], [to]) = (parts(old).as_slice(), parts(new).as_slice()) {
        change(element, *from, *to);
    }
}

fn change(element: &Element, from: Part<'_>, to: Part<'_>) {
    from.changes(to, &mut |name, value| super::stage::set_or_clear(element, name, value));
    patch(element, from.inner(), to.inner());
}

/// A text alone needs no parser.
fn write(element: &Element, html: &str) {
    if html.contains('<') || html.contains('&') {
        element.set_inner_html(html);
    } else {
        element.set_text_content(Some(html));
    }
}

fn insert(element: &Element, place: &str, html: &str) {
    // The place is one of the four, and what is ours has a parent.
    let _ = element.insert_adjacent_html(place, html);
}
