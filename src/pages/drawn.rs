//! Parts of drawings that several pages share.

use super::Spots;
use crate::atlas::Atlas;
use crate::markup::said::lang;
use crate::markup::{Attribute, Markup, px};

/// A link of a drawing that the arrow keys walk to. A pointer that rests on it is told its name, too, by the
/// title of what it stands in: WebKit takes a title for no link's name, and a title inside would be part of what
/// is written on it.
pub(super) fn spot(
    markup: &mut Markup,
    named: &[Attribute<'_>],
    (href, name): (&str, &str),
    spots: &mut Spots,
    inside: impl FnOnce(&mut Markup),
) {
    spot_in(markup, None, named, (href, name), spots, inside);
}

/// The same with a name that is English: a claim's sentence.
pub(super) fn spot_of_claim(
    markup: &mut Markup,
    atlas: &Atlas,
    named: &[Attribute<'_>],
    link: (&str, &str),
    spots: &mut Spots,
    inside: impl FnOnce(&mut Markup),
) {
    spot_in(markup, lang(atlas), named, link, spots, inside);
}

/// The same with the attribute of its language, where that is not the page's.
pub(super) fn spot_in(
    markup: &mut Markup,
    lang: Option<Attribute<'static>>,
    named: &[Attribute<'_>],
    (href, name): (&str, &str),
    spots: &mut Spots,
    inside: impl FnOnce(&mut Markup),
) {
    let mut attributes = named.to_vec();
    let own = [("href", href), ("data-spot", ""), ("tabindex", spots.next()), ("aria-label", name)];
    attributes.extend(own);
    let mut frame = vec![("role", "presentation")];
    frame.extend(lang);
    markup.element("g", &frame, |m| {
        m.leaf("title", &[], name);
        m.element("a", &attributes, inside);
    });
}

/// A rectangle, px.
pub(super) fn rect(
    markup: &mut Markup,
    class: &'static str,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
) {
    let [x, y, width, height] = [x, y, width, height].map(px);
    let attributes =
        [("class", class), ("x", &x), ("y", &y), ("width", &width), ("height", &height)];
    markup.shape("rect", &attributes);
}

/// A drawing of a size in px, with its name.
pub(super) fn svg(
    markup: &mut Markup,
    width: f64,
    height: f64,
    name: &str,
    inside: impl FnOnce(&mut Markup),
) {
    let (w, h) = (px(width), px(height));
    let view = format!("0 0 {w} {h}");
    let attributes = [
        ("viewBox", view.as_str()),
        ("width", &w),
        ("height", &h),
        ("role", "group"),
        ("aria-label", name),
    ];
    markup.element("svg", &attributes, inside);
}

/// A line from one point to another, px.
pub(super) fn line(markup: &mut Markup, class: &'static str, from: (f64, f64), to: (f64, f64)) {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(px);
    let attributes = [("class", class), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)];
    markup.shape("line", &attributes);
}
