//! A view as a picture to put elsewhere: with its title, key, sources, border caption, release and link inside, and
//! nothing that a program that draws SVG might not know.

mod lettering;
pub mod look;
mod map;
mod matrix;
mod positions;
mod scenarios;
mod timeline;
mod tokens;

use super::{Extract, qr, shown};
use crate::atlas::{Atlas, ClaimSet, SourceId};
use crate::geo::Size;
use crate::markup::against::glyph;
use crate::markup::{Markup, plate, px, written};
use crate::pages::against::lens;
use crate::query::{Lens, Relation};
use crate::scene::against;
use crate::scene::label::{Weight, text_width};
use crate::scene::map::{Part, Plate};
use crate::scene::names::cited;
use crate::scene::words;
use crate::view::{Sheet, Tab, ViewState};
use crate::words::{Count, Pictures, Said, Sharing, Summary};
use look::Look;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The map.
    Map,
    /// The matrix.
    Matrix,
    /// The timeline.
    Timeline,
    /// Issues and parties.
    Positions,
    /// A chain of causes.
    Scenarios,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Map, Self::Matrix, Self::Timeline, Self::Positions, Self::Scenarios];

    /// As buttons write it.
    pub fn key(self) -> &'static str {
        self.tab().slug()
    }

    /// As a reader sees it.
    pub fn words(self, atlas: &Atlas) -> &'static str {
        atlas.say(self.tab())
    }

    /// What a page of the atlas is best shown by.
    pub fn of(tab: Tab) -> Self {
        Self::ALL.into_iter().find(|subject| subject.tab() == tab).unwrap_or(Self::Map)
    }

    /// The page that shows the same.
    fn tab(self) -> Tab {
        match self {
            Self::Map => Tab::Map,
            Self::Matrix => Tab::Matrix,
            Self::Timeline => Tab::Timeline,
            Self::Positions => Tab::Positions,
            Self::Scenarios => Tab::Scenarios,
        }
    }
}

/// Width and height of a picture in px, and the ratio's name.
pub const SHAPES: [(&str, Sharing, f64, f64); 3] = [
    ("wide", Sharing::Wide, 1200.0, 630.0),
    ("square", Sharing::Square, 1080.0, 1080.0),
    ("slide", Sharing::Slide, 1280.0, 720.0),
];

/// The base maps that a picture is drawn on.
#[derive(Clone, Copy)]
pub struct Plates<'a> {
    /// The region.
    pub base: &'a Plate,
    /// The land beyond it, where the view shows any.
    pub far: Option<&'a Plate>,
    /// The close-up of the Fergana Valley, where the view is of that.
    pub valley: Option<&'a Plate>,
}

impl Plates<'_> {
    /// The files that a view's map needs besides the region's.
    pub fn parts(view: &ViewState) -> Vec<Part> {
        match view.sheet {
            Sheet::Fergana => vec![Part::Valley],
            // Seen from close by, these too may be drawn from the close-up.
            Sheet::Region | Sheet::Eurasia if view.spot.is_some() => vec![Part::Far, Part::Valley],
            Sheet::Region | Sheet::Eurasia => vec![Part::Far],
        }
    }
}

/// How a picture is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// Light on dark.
    pub dark: bool,
}

impl Frame {
    /// The frame of a shape's key; the wide one for any other.
    pub fn read(shape: &str, dark: bool) -> Self {
        let [wide, ..] = SHAPES;
        let (_, _, width, height) =
            SHAPES.into_iter().find(|(key, ..)| *key == shape).unwrap_or(wide);
        Self { width, height, dark }
    }
}

/// Room at every edge, px.
const MARGIN: f64 = 24.0;
/// Where the body begins below the title and the filters, px.
const HEAD: f64 = 74.0;
/// What the foot takes, px.
const FOOT: f64 = 118.0;
/// The side of the QR code, px.
const CODE: f64 = 84.0;

/// A part of the picture.
#[derive(Clone, Copy)]
struct Room {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// The picture as SVG text.
pub fn svg(extract: &Extract<'_>, plates: &Plates<'_>, subject: Subject, frame: Frame) -> String {
    let Frame { width, height, dark } = frame;
    let room =
        Room { x: MARGIN, y: HEAD, width: width - 2.0 * MARGIN, height: height - HEAD - FOOT };
    let look = Look::new(dark, None);
    let body = match subject {
        Subject::Map => map::body(extract, plates, room, dark),
        Subject::Matrix => look.apply(&written(|m| matrix::body(m, extract, room))),
        Subject::Timeline => look.apply(&written(|m| timeline::body(m, extract, room))),
        Subject::Positions => look.apply(&written(|m| positions::body(m, extract, room))),
        Subject::Scenarios => look.apply(&written(|m| scenarios::body(m, extract, room))),
    };
    let words = look.apply(&written(|m| {
        head(m, extract, subject, width);
        foot(m, extract, subject, frame);
    }));
    let paper = tokens::token("--paper", dark).unwrap_or_default();
    let alt = written(|m| m.text(&alt(extract, subject)));
    let title = written(|m| m.text(&title(extract, subject)));
    let (w, h) = (px(width), px(height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
         aria-labelledby=\"title desc\"><title id=\"title\">{title}</title><desc id=\"desc\">{alt}</desc>\
         <rect width=\"{w}\" height=\"{h}\" fill=\"{paper}\"/>{body}{words}</svg>\n"
    )
}

/// The picture in words, for readers who do not see it.
pub fn alt(extract: &Extract<'_>, subject: Subject) -> String {
    let what = match subject {
        Subject::Map => map::alt(extract),
        Subject::Matrix => matrix::alt(extract),
        Subject::Timeline => timeline::alt(extract),
        Subject::Positions => positions::alt(extract),
        Subject::Scenarios => scenarios::alt(extract),
    };
    let atlas = extract.atlas;
    let title = title(extract, subject);
    let parts = [
        title.trim_end_matches('.'),
        &what,
        &words::capitalised(&shown::filter_line(atlas, &extract.view)),
        &atlas.count(claims(extract, subject).len(), Count::Claims),
        atlas.version(),
    ];
    atlas.tell(Pictures::Alt, &parts)
}

/// The claims that a picture is drawn from.
fn claims(extract: &Extract<'_>, subject: Subject) -> ClaimSet {
    match subject {
        Subject::Map | Subject::Matrix | Subject::Timeline => extract.claims.clone(),
        Subject::Positions => positions::claims(extract),
        Subject::Scenarios => scenarios::claims(extract),
    }
}

fn title(extract: &Extract<'_>, subject: Subject) -> String {
    let atlas = extract.atlas;
    let at = || match extract.view.filter.at {
        None => atlas.say(Summary::AsLastKnown).to_owned(),
        Some(at) => atlas.tell(Said::AsOfDate, &[&words::at_date(atlas.words(), at)]),
    };
    let own = match subject {
        Subject::Map => atlas.tell(Pictures::At, &[&map::title(extract), &at()]),
        Subject::Matrix => atlas.tell(Pictures::At, &[&matrix::title(extract), &at()]),
        // These have no date that they are looked at from.
        Subject::Timeline => timeline::title(extract),
        Subject::Positions => positions::title(extract),
        Subject::Scenarios => scenarios::title(extract),
    };
    match shown::subject(extract.atlas, Some(extract.texts), &extract.view) {
        Some(selected) => format!("{selected}: {own}"),
        None => own,
    }
}

/// A line of text at a place.
fn line(markup: &mut Markup, class: &str, at: (f64, f64), text: &str) {
    markup.leaf("text", &[("class", class), ("x", &px(at.0)), ("y", &px(at.1))], text);
}

/// As much of a text as has room, ended by an ellipsis.
fn fitted(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if text_width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut cut: String = text.to_owned();
    while !cut.is_empty() && text_width(&cut, size, weight) + size > room {
        cut.pop();
    }
    cut.trim_end().to_owned() + "…"
}

fn head(markup: &mut Markup, extract: &Extract<'_>, subject: Subject, width: f64) {
    let room = width - 2.0 * MARGIN;
    let said = fitted(&title(extract, subject), 20.0, Weight::Bold, room);
    line(markup, "title", (MARGIN, 38.0), &said);
    let atlas = extract.atlas;
    let parts = [
        shown::filter_line(atlas, &extract.view),
        atlas.number(claims(extract, subject).len()),
        atlas.count(atlas.claims().len(), Count::Claims),
    ];
    let shown = atlas.tell(Pictures::Head, &parts.each_ref().map(String::as_str));
    line(
        markup,
        "line",
        (MARGIN, 59.0),
        &fitted(&words::capitalised(&shown), 12.0, Weight::Regular, room),
    );
}

/// Key, sources, caption, release, link and its code.
fn foot(markup: &mut Markup, extract: &Extract<'_>, subject: Subject, frame: Frame) {
    let atlas = extract.atlas;
    let top = frame.height - FOOT;
    let room = frame.width - 2.0 * MARGIN - CODE - 16.0;
    let mut second = MARGIN;
    match subject {
        Subject::Map => second = map::key(markup, extract, (MARGIN, top + 22.0), room),
        Subject::Matrix => matrix::key(markup, extract, (MARGIN, top + 22.0)),
        Subject::Timeline => timeline::key(markup, extract, (MARGIN, top + 22.0)),
        Subject::Positions => positions::key(markup, atlas, (MARGIN, top + 22.0)),
        Subject::Scenarios => scenarios::key(markup, atlas, (MARGIN, top + 22.0)),
    }
    if let Some(lens) = lens(atlas, &extract.view) {
        told_key(markup, atlas, lens, (second, top + 36.0));
    }
    let small = |text: &str| fitted(text, 10.5, Weight::Regular, room);
    let caption = match subject {
        Subject::Map => {
            let body = Size::new(frame.width - 2.0 * MARGIN, frame.height - HEAD - FOOT);
            let caption = atlas.say(Pictures::MapCaption);
            match map::sheet(&extract.view, body) {
                // The region's credit is for the older shore of the Aral Sea, which pictures leave out.
                Sheet::Region => caption.to_owned(),
                sheet => format!("{caption} {}.", plate::credit(atlas.words(), sheet)),
            }
        }
        Subject::Matrix => atlas.say(Pictures::MatrixCaption).to_owned(),
        Subject::Timeline => atlas.say(Pictures::TimelineCaption).to_owned(),
        Subject::Positions => atlas.say(Pictures::PositionsCaption).to_owned(),
        Subject::Scenarios => atlas.say(Pictures::ScenariosCaption).to_owned(),
    };
    line(
        markup,
        "small-line",
        (MARGIN, top + 50.0),
        &small(&sources(extract.atlas, &claims(extract, subject))),
    );
    line(markup, "small-line", (MARGIN, top + 66.0), &small(&caption));
    let release = atlas.tell(Pictures::Release, &[atlas.version()]);
    line(markup, "small-line", (MARGIN, top + 82.0), &release);
    line(markup, "small-line", (MARGIN, top + 98.0), &small(&extract.link()));
    let at = (frame.width - MARGIN - CODE, top + 14.0);
    qr::inset(markup, &extract.link(), at, CODE);
}

/// The signs of who of two documents tells it.
fn told_key(markup: &mut Markup, atlas: &Atlas, lens: Lens, (mut x, y): (f64, f64)) {
    for relation in Relation::TOLD {
        glyph(markup, relation, (x + 5.0, y - 4.0));
        let said = against::name(atlas, lens, relation);
        line(markup, "small-line", (x + 14.0, y), &said);
        x += 14.0 + text_width(&said, 10.5, Weight::Regular) + 16.0;
    }
}

/// The documents behind what is shown, by authors and year.
pub fn sources(atlas: &Atlas, claims: &ClaimSet) -> String {
    let mut ids: Vec<SourceId> = Vec::new();
    for id in claims.iter().flat_map(|claim| atlas.claim(claim).sources.clone()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.sort();
    let named: Vec<String> = ids.into_iter().map(|id| cited(atlas, id)).collect();
    if named.is_empty() {
        atlas.say(Pictures::NoSources).to_owned()
    } else {
        atlas.tell(Pictures::Sources, &[&named.join("; ")])
    }
}
