//! How often a step of the reader's asks the allocator: a figure that does not depend on the machine, so that a test may hold it.
//! A binary of its own, for its allocator counts; one test, for it counts every thread.

use std::alloc::System;
use std::hint::black_box;

use c5_atlas::atlas::Atlas;
use c5_atlas::geo::{Camera, Size};
use c5_atlas::query::{AsOf, Facet, Filter};
use c5_atlas::scene::map::{layout, map};
use c5_atlas::scene::matrix::matrix;
use c5_atlas::scene::timeline::histogram;
use c5_atlas::view::{Sheet, link};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How often and how many bytes a step asks for.
fn counted<T>(step: impl FnOnce() -> T) -> (usize, usize) {
    let region = Region::new(COUNTED);
    drop(black_box(step()));
    let change = region.change();
    (change.allocations + change.reallocations, change.bytes_allocated)
}

#[test]
fn no_step_allocates_more_than_its_budget() {
    let atlas = Atlas::embedded();
    let mut filter = Filter::default();
    filter.at = Some(AsOf::year(2012));
    Facet::Power.values(&atlas).into_iter().take(1).for_each(|value| filter.choose(value));
    let size = Size::new(820.0, 600.0);
    let camera = Camera::fit(Sheet::Region.frame(size.width), size, 4.0);
    let scene = map(&atlas, &filter);
    let tallies =
        || Facet::ALL.iter().map(|facet| facet.tallies(&atlas, &filter)).collect::<Vec<_>>();

    // Budgets are a fifth above what was counted when they were set.
    let mut over = Vec::new();
    let layout = || layout(&atlas, &scene, camera, size, 0.0, &[]);
    let link = || link::read("tab=map&power=RU~CN&at=2012&map=70~42~2", &atlas);
    for (what, (times, bytes), most, most_bytes) in [
        ("the filter", counted(|| filter.run(&atlas)), 5, 1_000),
        ("counts of every value", counted(tallies), 85, 21_000),
        ("marks of the map", counted(|| map(&atlas, &filter)), 1_020, 56_000),
        ("a step of the map", counted(layout), 490, 114_000),
        ("the matrix", counted(|| matrix(&atlas, &filter)), 1_400, 150_000),
        ("claims per year", counted(|| histogram(&atlas, &filter)), 8, 1_000),
        ("a link", counted(link), 25, 300),
    ] {
        println!("{times:>7} times, {bytes:>9} bytes  {what}");
        if times > most || bytes > most_bytes {
            over.push(format!(
                "{what}: {times} times, {bytes} bytes; allowed {most}, {most_bytes}"
            ));
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}
