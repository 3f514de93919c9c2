//! Any text as a link: it opens, and what is written of it opens as the same view, with nothing dropped.
#![no_main]

use std::sync::LazyLock;

use c5_atlas::atlas::Atlas;
use c5_atlas::view::link;
use c5_atlas::words::Words;
use libfuzzer_sys::fuzz_target;

static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

fuzz_target!(|query: &str| {
    let (view, notices) = link::read(query, &ATLAS);
    assert!(notices.iter().all(|notice| !notice.words(&Words::default()).is_empty()));
    let written = link::write(&view, &ATLAS);
    let (again, dropped) = link::read(&written, &ATLAS);
    assert!(dropped.is_empty(), "{written}: {dropped:?}");
    assert_eq!(view, again, "{written}");
});
