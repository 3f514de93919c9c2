//! Any text as a search: it is answered, each answer is a link that opens without a notice, and the text stays text.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::dataset::{assemble, read};
use c5_atlas::pages::Library;
use c5_atlas::query::Search;
use c5_atlas::view::link;
use libfuzzer_sys::fuzz_target;

static OPENED: LazyLock<(Atlas, Texts)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/mini");
    let data = Box::leak(Box::new(read::folder(&folder).0));
    let lines = Box::leak(Box::new(assemble::Lines::of(data)));
    let (pack, texts) = assemble::pack(data, lines);
    (Atlas::new(pack), Texts::new(texts))
});
static SEARCH: LazyLock<Search> = LazyLock::new(|| Search::of(&OPENED.0, &OPENED.1));
static LIBRARY: LazyLock<Library<'static>> = LazyLock::new(|| Library::new(&OPENED.0, &OPENED.1));

fuzz_target!(|text: &str| {
    let known = OPENED.0.claims().len();
    assert!(SEARCH.find(text).claims().count() <= known);
    let options = LIBRARY.options(text, "state=KZ");
    for href in options.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let (_, dropped) = link::read(&href.replace("&amp;", "&"), &OPENED.0);
        assert!(dropped.is_empty(), "{href}: {dropped:?}");
    }
    assert!(!options.contains("<script"), "{options}");
});
