//! Chains of causes as SVG: one with labels, many small.

use super::tie_slug;
use crate::atlas::term::Kind;
use crate::atlas::{Atlas, ClaimId};
use crate::markup::against::glyph;
use crate::markup::{Markup, named_as_shown, px};
use crate::pages::drawn::spot_of_claim;
use crate::pages::{Desk, Spots};
use crate::query::Relation;
use crate::scene::causes::{Chain, Measures, Node, Picture, Telling, Way, picture};
use crate::scene::{against, words};
use crate::view::{Choice, Selection};
use crate::words::{Against, ScenariosPage};

/// Boxes with labels: no wider and no narrower than these, px.
const BOX: (f64, f64) = (150.0, 220.0);

/// A line of a label, px.
pub(crate) const LINE: f64 = 15.0;

/// The head of an arrow, px.
const HEAD: f64 = 7.0;

/// A chain with its labels, as wide as the room if its boxes allow.
pub(super) fn large(
    markup: &mut Markup,
    desk: Desk<'_>,
    (chain, telling): (&Chain, Option<&Telling<'_>>),
    chosen: Option<usize>,
) {
    let bare = Measures { width: 1.0, gap: 0.0, space: 1.0, line: 0.0, pad: 1.0 };
    let layers = picture(chain, bare, &|_| String::new()).width;
    let gap = 56.0;
    let width = ((desk.width - 56.0 + gap) / layers - gap).clamp(BOX.0, BOX.1);
    let measures = Measures { width: width.round(), gap, space: 14.0, line: LINE, pad: 8.0 };
    let label = |id: ClaimId| words::summary(desk.atlas, Some(desk.texts), id);
    let picture = picture(chain, measures, &label);
    let frame = [
        ("class", "drawing"),
        ("id", "drawing"),
        ("role", "group"),
        ("aria-label", desk.atlas.say(ScenariosPage::Drawing)),
        ("data-rove", ""),
    ];
    markup.element("div", &frame, |m| {
        svg(m, &picture, 4.0, |m| {
            let mut spots = Spots::default();
            parts(m, desk, (&picture, telling), chosen, &mut spots, &label);
            for (number, (way, &(_, from, to))) in (1..).zip(picture.ways.iter().zip(&chain.ties)) {
                let href = desk.choosing(Choice::Focus, &tie_slug(desk.atlas, from, to));
                let parts = [&*number.to_string(), &label(from), &label(to)];
                let spoken = desk.atlas.tell(ScenariosPage::SpokenArrow, &parts);
                let spoken = spoken + &said_of(desk.atlas, telling, |telling| telling.tie(way.tie));
                let (x, y) = way.middle();
                let by_number = (x + 9.0, y - 7.0);
                let class = if chosen == Some(way.tie) { "number chosen" } else { "number" };
                let id = format!("arrow-{number}");
                let named = [("class", class), ("id", id.as_str())];
                spot_of_claim(m, desk.atlas, &named, (&href, &spoken), &mut spots, |m| {
                    let (x, y) = (px(x), px(y));
                    m.shape("circle", &[("class", "hit"), ("cx", &x), ("cy", &y), ("r", "12")]);
                    m.shape("circle", &[("cx", &x), ("cy", &y), ("r", "8.5")]);
                    m.leaf("text", &[("x", &x), ("y", &y), ("dy", "3.5")], &number.to_string());
                    badge(m, telling.map(|telling| telling.tie(way.tie)), by_number);
                });
            }
        });
    });
    key(markup, desk.atlas, telling);
}

/// How two documents tell something, as the end of what it is spoken as; nothing where none are compared.
fn said_of(
    atlas: &Atlas,
    telling: Option<&Telling<'_>>,
    of: impl FnOnce(&Telling<'_>) -> Relation,
) -> String {
    let spoken = |telling: &Telling<'_>| against::spoken(atlas, telling.compared.lens, of(telling));
    telling.map(spoken).unwrap_or_default()
}

/// The sign of how something is told.
pub(crate) fn badge(markup: &mut Markup, told: Option<Relation>, at: (f64, f64)) {
    let told = told.filter(|told| *told != Relation::Silent);
    told.into_iter().for_each(|told| glyph(markup, told, at));
}

/// Of what neither document tells, the class that makes it quiet.
fn quiet(told: Option<Relation>) -> &'static str {
    if told == Some(Relation::Silent) { " untold" } else { "" }
}

/// Arrows and boxes.
pub(crate) fn parts(
    markup: &mut Markup,
    desk: Desk<'_>,
    (picture, telling): (&Picture, Option<&Telling<'_>>),
    chosen: Option<usize>,
    spots: &mut Spots,
    label: &dyn Fn(ClaimId) -> String,
) {
    for way in &picture.ways {
        let class = if chosen == Some(way.tie) { "way chosen" } else { "way" };
        let class = format!("{class}{}", quiet(telling.map(|telling| telling.tie(way.tie))));
        markup.shape("path", &[("class", &class), ("d", &path(way))]);
        markup.shape("path", &[("class", &format!("{class} head")), ("d", &head(way))]);
    }
    for node in &picture.nodes {
        claim(markup, desk, (node, telling), spots, &label(node.claim));
    }
}

/// A chain without labels.
pub(super) fn small(
    markup: &mut Markup,
    atlas: &Atlas,
    (chain, telling): (&Chain, Option<&Telling<'_>>),
) {
    let measures = Measures { width: 22.0, gap: 16.0, space: 5.0, line: 0.0, pad: 5.0 };
    let picture = picture(chain, measures, &|_| String::new());
    svg(markup, &picture, 2.0, |m| {
        for way in &picture.ways {
            let class = format!("way{}", quiet(telling.map(|telling| telling.tie(way.tie))));
            m.shape("path", &[("class", &class), ("d", &path(way))]);
        }
        for node in &picture.nodes {
            let told = telling.map(|telling| telling.claim(node.claim));
            frame(m, node, &format!("{}{}", kind(atlas, node.claim), quiet(told)));
        }
    });
}

fn svg(markup: &mut Markup, picture: &Picture, margin: f64, inside: impl FnOnce(&mut Markup)) {
    let (width, height) = (picture.width + 2.0 * margin, picture.height + 2.0 * margin);
    let (width, height, edge) = (px(width), px(height), px(-margin));
    let view = format!("{edge} {edge} {width} {height}");
    let attributes = [("viewBox", view.as_str()), ("width", &width), ("height", &height)];
    markup.element("svg", &attributes, inside);
}

/// A claim's box with its label; it opens the claim.
fn claim(
    markup: &mut Markup,
    desk: Desk<'_>,
    (node, telling): (&Node, Option<&Telling<'_>>),
    spots: &mut Spots,
    sentence: &str,
) {
    let told = telling.map(|telling| telling.claim(node.claim));
    let record = desk.atlas.claim(node.claim);
    let open = desk.view.selection == Some(Selection::Claim(node.claim));
    let class = if open { "cause open" } else { "cause" };
    let class = format!("{class}{}", quiet(told));
    let (id, href) = (format!("cause-{}", record.slug()), format!("?claim={}", record.slug()));
    let spoken = format!("{}: {sentence}", desk.atlas.say(record.kind));
    let spoken = named_as_shown(spoken, &[&node.lines.join(" ")]);
    let spoken = spoken + &said_of(desk.atlas, telling, |telling| telling.claim(node.claim));
    let named = [("class", class.as_str()), ("id", id.as_str())];
    spot_of_claim(markup, desk.atlas, &named, (&href, &spoken), spots, |m| {
        frame(m, node, kind(desk.atlas, node.claim));
        let (x, y) = (px(node.rect.x + 10.0), px(node.rect.y + 8.0 + 11.5));
        m.element("text", &[("x", &x), ("y", &y)], |m| {
            for (at, line) in node.lines.iter().enumerate() {
                let down = if at == 0 { "0".to_owned() } else { px(LINE) };
                m.leaf("tspan", &[("x", &x), ("dy", &down)], line);
                m.text(" ");
            }
        });
        if desk.atlas.index().disputed().contains(node.claim) {
            let (right, top) = (px(node.rect.right()), px(node.rect.y));
            m.shape("path", &[("class", "corner"), ("d", &format!("M{right} {top}h-9l9 9z"))]);
        }
        badge(m, told, (node.rect.x + 2.0, node.rect.y + 2.0));
    });
}

fn frame(markup: &mut Markup, node: &Node, kind: &str) {
    let rect = node.rect;
    let (x, y, width, height) = (px(rect.x), px(rect.y), px(rect.width), px(rect.height));
    let class = format!("box {kind}");
    let attributes =
        [("class", class.as_str()), ("x", &x), ("y", &y), ("width", &width), ("height", &height)];
    markup.shape("rect", &attributes);
}

/// How a box is drawn: what has been, what is judged, what might be.
fn kind(atlas: &Atlas, claim: ClaimId) -> &'static str {
    match atlas.claim(claim).kind {
        Kind::Event | Kind::Status | Kind::Quantity => "fact",
        Kind::Scenario | Kind::Proposal => "might",
        Kind::Assessment | Kind::Position | Kind::Concept => "judged",
    }
}

/// The way of a tie, level where it leaves and arrives; it ends where its head begins.
fn path(way: &Way) -> String {
    let mut d = String::new();
    let points = way.points.iter();
    let last = way.points.len().saturating_sub(1);
    let mut from = (0.0, 0.0);
    for (at, &(x, y)) in points.enumerate() {
        let x = if at == last { x + HEAD * if x > from.0 { -1.0 } else { 1.0 } } else { x };
        match at {
            0 => d.push_str(&format!("M{} {}", px(x), px(y))),
            // Over a gap a curve, past a layer a level line.
            _ if at % 2 == 1 => {
                let half = px((from.0 + x) / 2.0);
                d.push_str(&format!("C{half} {} {half} {} {} {}", px(from.1), px(y), px(x), px(y)));
            }
            _ => d.push_str(&format!("L{} {}", px(x), px(y))),
        }
        from = (x, y);
    }
    d
}

/// The head of an arrow, at the end of its way.
fn head(way: &Way) -> String {
    let &[.., (from, _), (x, y)] = way.points.as_slice() else { return String::new() };
    let back = if x > from { -HEAD } else { HEAD };
    format!("M{} {}l{} -4v8z", px(x), px(y), px(back))
}

/// How a box is drawn, and what that means.
pub(crate) const KINDS: [(&str, ScenariosPage); 3] = [
    ("fact", ScenariosPage::Fact),
    ("judged", ScenariosPage::Judged),
    ("might", ScenariosPage::Might),
];

fn key(markup: &mut Markup, atlas: &Atlas, telling: Option<&Telling<'_>>) {
    let attributes = [("class", "kinds"), ("aria-label", atlas.say(ScenariosPage::Key))];
    markup.element("ul", &attributes, |m| {
        for (class, word) in KINDS {
            m.element("li", &[], |m| {
                m.leaf("span", &[("class", &format!("swatch-box {class}"))], "");
                m.text(atlas.say(word));
            });
        }
        if telling.is_some() {
            m.element("li", &[], |m| {
                m.leaf("span", &[("class", "swatch-box untold")], "");
                m.text(atlas.say(Against::Untold));
            });
        }
        m.leaf("li", &[], atlas.say(ScenariosPage::KeyOfNumber));
    });
}
