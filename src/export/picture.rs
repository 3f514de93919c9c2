//! A view as a picture to put elsewhere: with its title, key, sources, border caption, release and link inside, and
//! nothing that a program that draws SVG might not know.

pub mod look;
mod map;
mod matrix;

use super::{Extract, qr, shown};
use crate::atlas::SourceId;
use crate::markup::{Markup, px, written};
use crate::scene::label::{Weight, text_width};
use crate::scene::map::{Part, Plate};
use crate::scene::words;
use crate::view::{Sheet, Tab, ViewState};
use look::Look;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The map.
    Map,
    /// The matrix.
    Matrix,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Map, Self::Matrix];

    /// As buttons write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Matrix => "matrix",
        }
    }

    /// What a page of the atlas is best shown by.
    pub fn of(tab: Tab) -> Self {
        if tab == Tab::Matrix { Self::Matrix } else { Self::Map }
    }
}

/// Width and height of a picture in px, and the ratio's name.
pub const SHAPES: [(&str, &str, f64, f64); 3] = [
    ("wide", "Wide, 1200 × 630", 1200.0, 630.0),
    ("square", "Square, 1080 × 1080", 1080.0, 1080.0),
    ("slide", "Slide, 1280 × 720", 1280.0, 720.0),
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
            Sheet::Region => vec![Part::Far],
            Sheet::Fergana => vec![Part::Valley],
            Sheet::Eurasia => vec![Part::Far],
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
    let body = match subject {
        Subject::Map => map::body(extract, plates, room, dark),
        Subject::Matrix => {
            Look::new(dark, None).apply(&written(|m| matrix::body(m, extract, room)))
        }
    };
    let words = written(|m| {
        head(m, extract, subject, width);
        foot(m, extract, subject, frame);
    });
    let words = Look::new(dark, None).apply(&words);
    let paper = look::token("--paper", dark).unwrap_or_default();
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
    };
    format!(
        "{}. {what} {}; {}. C5 Atlas, release {}.",
        title(extract, subject),
        words::capitalised(&shown::filter_line(extract.atlas, &extract.view.filter)),
        words::counted(extract.claims.len(), "claim"),
        extract.atlas.version()
    )
}

fn title(extract: &Extract<'_>, subject: Subject) -> String {
    let own = match subject {
        Subject::Map => map::title(extract).to_owned(),
        Subject::Matrix => matrix::title(extract),
    };
    let at = extract
        .view
        .filter
        .at
        .map_or_else(|| "as last known".to_owned(), |at| format!("as of {}", at.text()));
    match shown::subject(extract.atlas, Some(extract.texts), &extract.view) {
        Some(selected) => format!("{selected}: {own}, {at}"),
        None => format!("{own}, {at}"),
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
    let shown = format!(
        "{}; {} of {}",
        shown::filter_line(extract.atlas, &extract.view.filter),
        words::grouped(extract.claims.len() as u64),
        words::counted(extract.atlas.claims().len(), "claim")
    );
    line(
        markup,
        "line",
        (MARGIN, 59.0),
        &fitted(&words::capitalised(&shown), 12.0, Weight::Regular, room),
    );
}

/// Key, sources, caption, release, link and its code.
fn foot(markup: &mut Markup, extract: &Extract<'_>, subject: Subject, frame: Frame) {
    let top = frame.height - FOOT;
    let room = frame.width - 2.0 * MARGIN - CODE - 16.0;
    match subject {
        Subject::Map => map::key(markup, extract, (MARGIN, top + 22.0), room),
        Subject::Matrix => matrix::key(markup, (MARGIN, top + 22.0)),
    }
    let small = |text: &str| fitted(text, 10.5, Weight::Regular, room);
    let caption = match subject {
        Subject::Map => {
            "Disputed borders dashed; no endorsement. Base map: Natural Earth. Places: GeoNames."
        }
        Subject::Matrix => "An empty cell means no claim, never no relation.",
    };
    line(markup, "small-line", (MARGIN, top + 50.0), &small(&sources(extract)));
    line(markup, "small-line", (MARGIN, top + 66.0), &small(caption));
    let release = format!("C5 Atlas, release {}, CC BY 4.0", extract.atlas.version());
    line(markup, "small-line", (MARGIN, top + 82.0), &release);
    line(markup, "small-line", (MARGIN, top + 98.0), &small(&extract.link()));
    let at = (frame.width - MARGIN - CODE, top + 14.0);
    qr::inset(markup, &extract.link(), at, CODE);
}

/// The documents behind what is shown, by authors and year.
pub fn sources(extract: &Extract<'_>) -> String {
    let mut ids: Vec<SourceId> = Vec::new();
    for id in extract.claims.iter().flat_map(|claim| extract.atlas.claim(claim).sources.clone()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.sort();
    let named = ids.into_iter().map(|id| {
        let source = extract.atlas.source(id);
        let first = source.authors.split(", ").next().unwrap_or_default();
        let others = if source.authors.contains(", ") { " et al." } else { "" };
        format!("{first}{others} ({})", source.year)
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() {
        "Sources: none".to_owned()
    } else {
        format!("Sources: {}", named.join("; "))
    }
}
