//! Any text as a date: an answer or an error, and an answer that is in order.
#![no_main]

use c5_atlas::dataset::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(when) = date::read(text) {
        assert!(when.start.0 <= when.start.1 && when.end.0 <= when.end.1, "{text}: {when:?}");
        assert!(when.start.0 <= when.end.1, "{text}: {when:?}");
    }
    let _ = date::last_day(text);
});
