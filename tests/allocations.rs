//! How often a step of the reader's asks the allocator, and for how many bytes: figures that do not depend on the
//! machine, so that a test may hold them. A binary of its own, for its allocator counts; one test, for it counts
//! every thread.

#[path = "../benches/limits.rs"]
mod limits;
#[path = "../benches/steps.rs"]
mod steps;

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

#[test]
fn no_step_allocates_more_than_its_budget() {
    let (mut times, mut bytes) = (Vec::new(), Vec::new());
    steps::each(&mut |name, run| {
        let region = Region::new(COUNTED);
        run();
        let change = region.change();
        times.push((name.to_owned(), (change.allocations + change.reallocations) as u64));
        bytes.push((name.to_owned(), change.bytes_allocated as u64));
    });
    limits::hold("allocations", "cargo test --test allocations", &times);
    limits::hold("allocated-bytes", "cargo test --test allocations", &bytes);
}
