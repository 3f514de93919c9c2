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
    // All are found before any is moved: a list of children is counted anew from its beginning after each change in it.
    let own = element.children();
    let child = |at: usize| own.item(u32::try_from(at).ok()?);
    let (mut acts, mut html, mut at, mut last) = (Vec::new(), String::new(), 0, None);
    for step in steps(&held, &wanted) {
        match step {
            // Those that come to stand side by side are parsed at once.
            Step::Write(part) => html.push_str(part.whole),
            Step::Drop => {
                acts.extend(child(at).map(Act::Drop));
                at += 1;
            }
            Step::Keep | Step::Change(..) => {
                if !html.is_empty() {
                    acts.push(Act::Insert(last.and_then(child), std::mem::take(&mut html)));
                }
                if let Step::Change(from, to) = step {
                    acts.extend(child(at).map(|own| Act::Change(own, from, to)));
                }
                last = Some(at);
                at += 1;
            }
        }
    }
    if !html.is_empty() {
        acts.push(Act::Insert(last.and_then(child), html));
    }
    for act in acts {
        match act {
            Act::Change(own, from, to) => change(&own, from, to),
            Act::Drop(own) => own.remove(),
            Act::Insert(Some(before), html) => insert(&before, "afterend", &html),
            Act::Insert(None, html) => insert(element, "afterbegin", &html),
        }
    }
}

/// What is done in the document.
enum Act<'a> {
    /// An element becomes what another is.
    Change(Element, Part<'a>, Part<'a>),
    /// An element goes.
    Drop(Element),
    /// Markup comes behind an element, or first of all.
    Insert(Option<Element>, String),
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
