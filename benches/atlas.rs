//! What must be quick, timed natively, and search over ten times the claims, each copy with words of its own.
//! Times belong here and not in tests; the numbers mean something beside others of the same run.

mod steps;

use std::hint::black_box;
use std::time::Duration;

use c5_atlas::atlas::{Atlas, ClaimText, Texts};
use c5_atlas::dataset::pack;
use c5_atlas::query::Search;
use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(50)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800))
        .configure_from_args();
    steps::each(&mut |name, run| {
        criterion.bench_function(name, |bencher| bencher.iter(run));
    });
    let (atlas, texts) = tenfold();
    let index = Search::of(&atlas, &texts);
    for typed in ["r", "russia", "Кыргызстан", "kyrgyzstan military base", "afganistann borderr"]
    {
        criterion.bench_function(&format!("search in ten times the claims: {typed}"), |bencher| {
            bencher.iter(|| drop(black_box(index.find(typed))));
        });
    }
    criterion.final_summary();
}

fn tenfold() -> (Atlas, Texts) {
    let read = "our own build wrote the bytes";
    let mut core: pack::Pack<'static> = postcard::from_bytes(Atlas::packed()).expect(read);
    let mut words: pack::Texts<'static> = postcard::from_bytes(Texts::packed()).expect(read);
    core.take_in(&words);
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
