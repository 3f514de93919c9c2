//! What must be quick: each step that a reader's act is made of, on the real dataset. One list, of which times are
//! taken (`benches/atlas.rs`), instructions counted (`benches/counted.rs`) and allocations (`tests/allocations.rs`).

use std::hint::black_box;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::geo::{Camera, ScreenPoint, Size};
use c5_atlas::markup::parts::{Step, parts, steps};
use c5_atlas::markup::{bar, map as drawing, matrix as table, plate, written};
use c5_atlas::pages::Library;
use c5_atlas::query::{AsOf, Facet, Filter, Search};
use c5_atlas::scene::map::{Draft, Layout, MapScene, Plate, badge_boxes, badge_spots, map, moored};
use c5_atlas::scene::matrix::{Matrix, matrix};
use c5_atlas::scene::summary::{About, sentence};
use c5_atlas::scene::timeline::histogram;
use c5_atlas::view::room::{self, BADGE_INSET};
use c5_atlas::view::{Sheet, ViewState, link};

/// A link with something of each sort.
const LINK: &str = "tab=map&power=RU~CN&at=2012&map=70~42~2&dyad=KG-RU~bases";

/// A desktop's map panel, px.
const SIZE: Size = Size { width: 820.0, height: 600.0 };

/// Hands over each step with its name.
pub(crate) fn each(tell: &mut dyn FnMut(&str, &dyn Fn())) {
    let texts = || Texts::read(include_bytes!(concat!(env!("OUT_DIR"), "/texts.pack")));
    let texts = texts().expect("our own build wrote the bytes");
    let atlas = Atlas::embedded().knowing(&texts);
    let [before, after] = [2012, 2013].map(|year| {
        let mut filter = Filter::default();
        filter.at = Some(AsOf::year(year));
        Facet::Power.values(&atlas).into_iter().take(1).for_each(|value| filter.choose(value));
        filter
    });
    let scene = map(&atlas, &before);
    let whole = room::frame(Sheet::Region, SIZE);
    let near = Camera { scale: whole.scale * 2.0, ..whole };

    tell("start: dataset unpacked and indexed", &|| drop(black_box(Atlas::embedded())));
    tell("after the first picture: base map unpacked into paths", &|| {
        drop(black_box(Plate::read(include_bytes!(concat!(env!("OUT_DIR"), "/close.pack")))));
    });
    tell("query: filter by a power and a year", &|| drop(black_box(before.run(&atlas))));
    tell("facets: counts of every value, all menus", &|| tallies(&atlas, &before));
    tell("map: marks", &|| drop(black_box(map(&atlas, &before))));
    tell("map: labels and symbols placed", &|| drop(black_box(placed(&atlas, &scene, whole))));
    tell("map: marks as markup", &|| drop(black_box(marks(&atlas, &scene, whole))));
    tell("matrix: cells", &|| drop(black_box(matrix(&atlas, &before))));
    tell("matrix: cells as markup", &|| drop(black_box(cells(&atlas, &before))));
    tell("strip: claims per year", &|| drop(black_box(histogram(&atlas, &before))));
    tell("link: read", &|| drop(black_box(link::read(LINK, &atlas))));
    let (view, _) = link::read(LINK, &atlas);
    tell("link: written", &|| drop(black_box(link::write(&view, &atlas))));

    tell("a frame of the map in motion", &|| {
        drop(black_box(plate::moved_transform(whole, near, SIZE)));
    });
    tell("the map drawn anew in motion", &|| redrawn(&atlas, &scene, near));
    let (resting, moved) = (marks(&atlas, &scene, whole), marks(&atlas, &scene, near));
    tell("the map at rest elsewhere: what changes", &|| {
        black_box(patched(&resting, &moved));
    });
    // What stands the same at any date is kept.
    let kept = moored(&scene, whole, SIZE);
    let shown = Shown::of(&atlas, &before, &kept);
    tell("a year on: all that the page shows", &|| {
        drop(black_box(Shown::of(&atlas, &after, &kept)));
    });
    let next = Shown::of(&atlas, &after, &kept);
    tell("a year on: what changes", &|| {
        black_box(recoded(&atlas, &shown.cells, &next.cells) + patched(&shown.marks, &next.marks));
    });

    tell("search: index", &|| drop(black_box(Search::of(&atlas, &texts))));
    let index = Search::of(&atlas, &texts);
    for typed in ["r", "russia", "Кыргызстан", "kyrgyzstan military base", "afganistann borderr"]
    {
        tell(&format!("search: {typed}"), &|| drop(black_box(index.find(typed))));
    }
    let library = Library::new(&atlas, &texts);
    for tab in ["timeline", "claims", "positions", "contents"] {
        let query = format!("tab={tab}");
        // Once before, for what a page keeps from its first time.
        drop(library.page(&query, 1200.0));
        tell(&format!("page: {tab}"), &|| drop(black_box(library.page(&query, 1200.0))));
    }
}

fn tallies(atlas: &Atlas, filter: &Filter) {
    for facet in Facet::ALL {
        black_box(facet.tallies(atlas, filter));
    }
}

fn placed(atlas: &Atlas, scene: &MapScene, camera: Camera) -> Layout {
    placed_on(atlas, scene, &moored(scene, camera, SIZE), camera)
}

fn placed_on(atlas: &Atlas, scene: &MapScene, moored: &[ScreenPoint], camera: Camera) -> Layout {
    let mut taken = room::corners(SIZE, Sheet::Region, camera);
    let badges = badge_spots(&scene.badges, camera, SIZE, BADGE_INSET, &taken);
    taken.extend(badge_boxes(&badges, SIZE.width));
    let zoom = room::closeness(camera, SIZE);
    Draft::new(scene, moored, camera, SIZE, zoom, &taken, &[]).named().finish(atlas)
}

fn marks(atlas: &Atlas, scene: &MapScene, camera: Camera) -> String {
    written(|m| drawing::marks(m, atlas, scene, &placed(atlas, scene, camera)))
}

fn cells(atlas: &Atlas, filter: &Filter) -> String {
    written(|m| table::table(m, atlas, &matrix(atlas, filter)))
}

/// What the map computes where a hand has moved it so far that it is drawn anew: the badges point, the scale is true.
fn redrawn(atlas: &Atlas, scene: &MapScene, camera: Camera) {
    black_box(plate::world_transform(camera, SIZE));
    let taken = room::corners(SIZE, Sheet::Region, camera);
    let spots = badge_spots(&scene.badges, camera, SIZE, BADGE_INSET, &taken);
    black_box(written(|m| drawing::badges(m, atlas, &scene.badges, &spots, SIZE.width)));
    black_box(written(|m| plate::scale(m, atlas.words(), camera.scale)));
}

/// What the first page shows of a filter.
struct Shown {
    cells: Matrix,
    marks: String,
    /// The rest is short.
    _said: [String; 4],
}

impl Shown {
    fn of(atlas: &Atlas, filter: &Filter, moored: &[ScreenPoint]) -> Self {
        let answer = filter.run(atlas);
        let view = ViewState { filter: filter.clone(), ..ViewState::default() };
        let whole = room::frame(Sheet::Region, SIZE);
        Self {
            cells: matrix(atlas, filter),
            marks: {
                let scene = map(atlas, filter);
                let layout = placed_on(atlas, &scene, moored, whole);
                written(|m| drawing::marks(m, atlas, &scene, &layout))
            },
            _said: [
                written(|m| bar::chips(m, atlas, filter, None)),
                bar::kept(atlas.words(), answer.kept.len(), atlas.claims().len()),
                sentence(atlas, filter, About::Sites),
                link::write(&view, atlas),
            ],
        }
    }
}

/// How much is written where one matrix takes the place of another with the same rows and columns, bytes.
fn recoded(atlas: &Atlas, old: &Matrix, new: &Matrix) -> usize {
    let cells = old.cells().zip(new.cells()).enumerate().filter(|(_, (was, is))| was != is);
    let written = |at, cell| written(|m| table::cell(m, atlas, new, at, cell));
    cells.map(|(at, (was, is))| patched(&written(at, was), &written(at, is))).sum()
}

/// How much is written where one markup takes another's place, bytes: as deep as `shell::patch` goes, without
/// its document.
fn patched(old: &str, new: &str) -> usize {
    if old == new {
        return 0;
    }
    let (held, wanted) = (parts(old), parts(new));
    if held.is_empty() || !held.iter().chain(&wanted).all(|part| part.is_element()) {
        return new.len();
    }
    let written = steps(&held, &wanted).into_iter().map(|step| match step {
        Step::Keep | Step::Drop => 0,
        Step::Write(part) => part.whole.len(),
        Step::Change(from, to) => {
            let mut set = 0;
            from.changes(to, &mut |_, value| set += value.map_or(0, str::len));
            set + patched(from.inner(), to.inner())
        }
    });
    written.sum()
}
