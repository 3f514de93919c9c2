//! Any text in each text field of a claim: the checks answer, and markup holds it as text.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use c5_atlas::dataset::raw::Dataset;
use c5_atlas::dataset::{check, read};
use c5_atlas::markup::written;
use libfuzzer_sys::fuzz_target;

static MINI: LazyLock<Dataset> = LazyLock::new(|| {
    read::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/mini")).0
});

fuzz_target!(|input: (u8, String)| {
    let (field, text) = input;
    let mut data = MINI.clone();
    let Some(filed) = data.claims.first_mut() else { return };
    let claim = &mut filed.record;
    match field % 7 {
        0 => claim.summary = text.clone(),
        1 => claim.detail = Some(text.clone()),
        2 => claim.note = Some(text.clone()),
        3 => claim.date = Some(text.clone()),
        4 => claim.voice = text.clone(),
        5 => claim.id = text.clone(),
        _ => claim.cites.iter_mut().for_each(|cite| cite.terms = vec![text.clone()]),
    }
    for problem in check::dataset(&data) {
        assert!(!problem.to_string().is_empty());
    }
    let html = written(|m| m.leaf("p", &[("title", &text)], &text));
    assert_eq!((html.matches('<').count(), html.matches('"').count()), (2, 2), "{html}");
});
