//! Pictures and tables of the mini atlas, compared with the files in `tests/golden`.
//!
//! `UPDATE_GOLDEN=1 cargo test --test it golden` writes them anew, except where `CI=true`: read
//! the difference before committing it. Files hold one element a line, so that it can be read.

use std::env;
use std::fs;

use c5_atlas::geo::{Camera, MapPoint, Rect, Size};
use c5_atlas::markup::{claim, legend, map, matrix, px, strip, written};
use c5_atlas::query::{AsOf, Facet, FacetValue, Filter};
use c5_atlas::scene;

use crate::mini::{self, atlas};

/// A golden file is reviewed by eye.
const LARGEST: usize = 20 * 1024;

/// Compares what was drawn with a golden file.
#[track_caller]
pub(crate) fn check(file: &str, drawn: &str) {
    check_of(file, drawn, LARGEST);
}

/// The same for a picture that is reviewed by being looked at, of its own greatest size in bytes.
#[track_caller]
pub(crate) fn check_of(file: &str, drawn: &str, largest: usize) {
    let drawn = one_element_a_line(drawn);
    assert!(drawn.len() < largest, "{file} has {} bytes, too many to review", drawn.len());
    let path = mini::project().join("tests/golden").join(file);
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    if is("UPDATE_GOLDEN", "1") && !is("CI", "true") {
        fs::write(&path, &drawn).expect("the golden file can be written");
        return;
    }
    let golden = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("tests/golden/{file}: {error}; UPDATE_GOLDEN=1 writes it"));
    if let Some(difference) = first_difference(&golden, &drawn) {
        panic!(
            "tests/golden/{file} is not what is drawn now; UPDATE_GOLDEN=1 rewrites it\n{difference}"
        );
    }
}

/// Breaks a line before each tag that follows another, but not inside an empty element.
fn one_element_a_line(markup: &str) -> String {
    let mut out = String::new();
    let mut opened = false;
    for tag in markup.split_inclusive('>') {
        let closes = tag.starts_with("</");
        let beside = !out.is_empty() && tag.starts_with('<') && !(closes && opened);
        if beside {
            out.push('\n');
        }
        out.push_str(tag);
        opened = !closes && !tag.ends_with("/>") && tag.starts_with('<');
    }
    out.push('\n');
    out
}

/// The first line in which two texts differ, with the line before it.
fn first_difference(golden: &str, drawn: &str) -> Option<String> {
    if golden == drawn {
        return None;
    }
    let (golden, drawn): (Vec<&str>, Vec<&str>) =
        (golden.lines().collect(), drawn.lines().collect());
    let at = golden.iter().zip(&drawn).take_while(|(a, b)| a == b).count();
    let line = |of: &[&str]| of.get(at).copied().unwrap_or("(the end)").to_owned();
    let before = at.checked_sub(1).and_then(|at| golden.get(at)).copied().unwrap_or("(the start)");
    let (was, is) = (line(&golden), line(&drawn));
    Some(format!("line {}, after\n    {before}\nwas {was}\nis  {is}", at + 1))
}

#[test]
fn the_first_difference_is_told() {
    assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
    let told = first_difference("a\nb\nc\n", "a\nx\nc\n");
    assert_eq!(told.as_deref(), Some("line 2, after\n    a\nwas b\nis  x"));
    let told = first_difference("a\n", "a\nb\n");
    assert_eq!(told.as_deref(), Some("line 2, after\n    a\nwas (the end)\nis  b"));
}

fn as_of(year: i32) -> Filter {
    let mut filter = Filter::default();
    filter.at = Some(AsOf::year(year));
    filter
}

/// Three of the five states, to keep the table short.
fn three_states(mut filter: Filter) -> Filter {
    for state in ["KZ", "TJ", "TM"] {
        filter.choose(FacetValue::State(mini::actor(state)));
    }
    assert_eq!(filter.of(Facet::State).count(), 3);
    filter
}

#[test]
fn the_matrix_of_the_newest_state() {
    let matrix = scene::matrix::matrix(atlas(), &three_states(Filter::default()));
    check("matrix.html", &written(|m| matrix::table(m, atlas(), &matrix)));
}

fn card(slug: &str) -> String {
    written(|m| claim::card(m, atlas(), mini::texts(), mini::claim(slug)))
}

#[test]
fn a_claim_with_everything_that_a_claim_can_have() {
    check("claim.html", &card("alpha-kant"));
}

#[test]
fn a_claim_that_another_contradicts() {
    check("claim-disputed.html", &card("alpha-sary-shagan"));
}

#[test]
fn a_claim_on_a_page_without_a_program_has_no_button() {
    let still =
        written(|m| claim::still(m, atlas(), mini::texts(), mini::claim("alpha-sary-shagan")));
    assert!(!still.contains("<button") && !still.contains("data-share"), "{still}");
    let live = card("alpha-sary-shagan");
    let (before, after) = live.split_once("<p class=\"card-actions\">").expect("the buttons");
    let (_, after) = after.split_once("</p>").expect("their end");
    assert_eq!(format!("{before}{after}"), still);
}

/// A panel of this size over the five states.
const PANEL: Size = Size::new(640.0, 480.0);

const CAMERA: Camera = Camera { center: MapPoint::new(200.0, 100.0), scale: 0.25 };

/// Enough of a look to read a picture by.
const LOOK: &str = ".hit,.halo,.ring{fill:none}.ring,.leader{stroke:#000}.closed .symbol{fill:#fff;stroke:#000}.wedge{fill:#f70}";

/// Marks, each moved to its place as the page does it.
pub(crate) fn moved(marks: &str, camera: Camera, panel: Size) -> String {
    let mut parts = marks.split(" data-x=\"");
    let mut moved = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // `X" data-y="Y"...`, both in tenths of a kilometre on the plane.
        let mut numbers = part.split('"').step_by(2).map(|number| number.parse::<f64>().ok());
        let mut km = || numbers.next().flatten().expect("a place is two numbers") / 10.0;
        let on = camera.screen_from_map(MapPoint::new(km(), km()), panel);
        moved.push_str(&format!(" transform=\"translate({} {})\"", px(on.x), px(on.y)));
        moved.push_str(&format!(" data-x=\"{part}"));
    }
    moved
}

/// The marks in a picture of their own.
fn picture(filter: &Filter) -> String {
    let scene = scene::map::map(atlas(), filter);
    let layout = scene::map::layout(atlas(), &scene, CAMERA, PANEL, 0.0, &[]);
    let panel = Rect::new(0.0, 0.0, PANEL.width, PANEL.height);
    for at in scene.sites.iter().map(|site| site.at) {
        let on = CAMERA.screen_from_map(at, PANEL);
        assert!(panel.contains(on), "a mark stands at {on:?}, outside the panel");
    }
    let marks = written(|m| map::marks(m, atlas(), &scene, &layout));
    let moved = moved(&marks, CAMERA, PANEL);
    written(|m| {
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", "0 0 640 480"),
            ("font-family", "sans-serif"),
            ("font-size", "11"),
        ];
        m.element("svg", &attributes, |m| {
            m.leaf("style", &[], LOOK);
            m.text("MARKS");
        });
    })
    .replace("MARKS", &moved)
}

#[test]
fn the_map_of_2006() {
    check("map-2006.svg", &picture(&as_of(2006)));
}

#[test]
fn the_map_of_the_newest_state() {
    check("map.svg", &picture(&Filter::default()));
}

#[test]
fn the_legend() {
    let scene = scene::map::map(atlas(), &as_of(2006));
    let legend = written(|m| {
        m.element("div", &[], |m| {
            legend::kinds(m, atlas().words(), &scene);
            legend::powers(m, atlas(), &scene);
        });
    });
    check("legend.html", &legend);
}

#[test]
fn the_time_strip() {
    let histogram =
        scene::timeline::histogram(atlas(), &as_of(2006)).expect("some claims are dated");
    assert_eq!((histogram.undated, histogram.unbegun, histogram.earlier), (3, 0, 0));
    assert_eq!(histogram.bars.iter().sum::<u32>(), 11);
    let strip = written(|m| {
        strip::strip(m, atlas().words(), histogram.span);
        m.element("svg", &[("viewBox", "0 0 20 100")], |m| strip::bars(m, &histogram));
        m.leaf("p", &[], &strip::outside(atlas().words(), &histogram));
    });
    check("strip.html", &strip);
}

/// A study page of the mini dataset.
fn study(query: &str) -> String {
    c5_atlas::pages::page(atlas(), mini::texts(), query, 1200.0)
}

#[test]
fn a_table_of_organisations_with_a_cell_open() {
    check("crosstab.html", &study("tab=matrix&rows=organisation&cols=party&focus=CSTO~KG"));
}

#[test]
fn two_documents_against_each_other() {
    check(
        "crosstab-lens.html",
        &study("tab=matrix&rows=category&cols=dyad&lens=alpha~beta&category=bases~visas&power=RU"),
    );
}
