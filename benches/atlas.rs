//! What must be quick, timed natively: `make bench` prints the median and the worst of many runs.
//! Times belong here and not in tests; the numbers mean something beside others of the same run.

use std::hint::black_box;
use std::time::{Duration, Instant};

use c5_atlas::atlas::{Atlas, ClaimText, Texts};
use c5_atlas::dataset::pack;
use c5_atlas::geo::{Camera, Size};
use c5_atlas::markup::{map as drawing, matrix as table, written};
use c5_atlas::query::{AsOf, Facet, Filter, Search};
use c5_atlas::scene::map::{Plate, layout, map};
use c5_atlas::scene::matrix::matrix;
use c5_atlas::scene::timeline::histogram;
use c5_atlas::view::Sheet;
use c5_atlas::view::link;

const RUNS: usize = 200;

fn main() {
    let atlas = Atlas::embedded();
    let mut filter = Filter::default();
    filter.at = Some(AsOf::year(2012));
    for value in Facet::Power.values(&atlas).into_iter().take(1) {
        filter.choose(value);
    }
    let size = Size::new(820.0, 600.0);
    let camera = Camera::fit(Sheet::Region.frame(size.width), size, 4.0);
    let scene = map(&atlas, &filter);

    println!("{} claims, {RUNS} runs each", atlas.claims().len());
    println!("{:>10}  {:>10}  what", "median", "worst");
    time("start: unpack the dataset and index it", || drop(Atlas::embedded()));
    time("start: unpack the base map into paths", || drop(Plate::embedded()));
    time("filter by a power and a year", || drop(filter.run(&atlas)));
    time("counts of every value of every facet", || {
        for facet in Facet::ALL {
            black_box(facet.tallies(&atlas, &filter));
        }
    });
    time("marks of the map", || drop(map(&atlas, &filter)));
    time("labels and symbols placed", || drop(layout(&atlas, &scene, camera, size, 0.0, &[])));
    time("matrix of all categories", || drop(matrix(&atlas, &filter)));
    time("matrix as markup", || {
        drop(written(|m| table::table(m, &atlas, &matrix(&atlas, &filter))));
    });
    time("map marks as markup", || {
        let layout = layout(&atlas, &scene, camera, size, 0.0, &[]);
        drop(written(|m| drawing::marks(m, &atlas, &scene, &layout)));
    });
    time("claims per year", || drop(histogram(&atlas, &filter)));
    time("a link read", || {
        drop(link::read("tab=map&power=RU~CN&at=2012&map=70~42~2&dyad=KG-RU~bases", &atlas));
    });
    search();
}

/// Search as one types, over ten times the claims, each copy with words of its own.
fn search() {
    let (atlas, texts) = tenfold();
    println!("{} claims", atlas.claims().len());
    let start = Instant::now();
    let index = Search::of(&atlas, &texts);
    println!("{:>7.1} ms              the search index, once", start.elapsed().as_secs_f64() * 1e3);
    for typed in [
        "r",
        "rus",
        "russia",
        "Кыргызстан",
        "kyrgyzstan military base",
        "kazahkstan",
        "afganistann borderr",
    ] {
        time(&format!("search “{typed}”"), || drop(index.find(typed)));
    }
}

fn tenfold() -> (Atlas, Texts) {
    let read = "our own build wrote the bytes";
    let mut core: pack::Pack<'static> = postcard::from_bytes(Atlas::packed()).expect(read);
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/texts.pack"));
    let mut words: pack::Texts<'static> = postcard::from_bytes(bytes).expect(read);
    let (claims, sentences) = (core.claims.clone(), words.claims.clone());
    for copy in 1..10_u8 {
        core.claims.extend(claims.iter().cloned());
        let other = char::from(b'a' + copy);
        let altered = |text: &'static str| -> &'static str {
            let altered = text.split(' ').map(|word| match word.len() {
                7.. => format!("{word}{other}"),
                _ => word.to_owned(),
            });
            String::leak(altered.collect::<Vec<_>>().join(" "))
        };
        words.claims.extend(sentences.iter().map(|text| ClaimText {
            summary: altered(text.summary),
            detail: text.detail.map(altered),
            note: text.note.map(altered),
            ..text.clone()
        }));
    }
    (Atlas::new(core), Texts::new(words))
}

fn time(what: &str, run: impl Fn()) {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let micros = |at: usize| times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e6);
    println!("{:>7.1} µs  {:>7.1} µs  {what}", micros(RUNS / 2), micros(RUNS - 1));
}
