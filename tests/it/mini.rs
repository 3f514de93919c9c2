//! The mini dataset: three documents, fourteen claims, one of every sort that a rule speaks of.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use c5_atlas::atlas::{ActorId, Atlas, CategoryId, ClaimId, ClaimSet, PlaceId, SourceId, Texts};
use c5_atlas::dataset::{assemble, check, read};
use c5_atlas::export::russian;
use c5_atlas::words::{Language, Words};

/// Where the project lies.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Where the mini dataset lies.
pub(crate) fn folder() -> PathBuf {
    project().join("tests/fixtures/mini")
}

/// A dataset as the program has it, from its folder. What the atlas borrows stays in memory until
/// the tests end.
pub(crate) fn load(folder: &Path) -> (Atlas, Texts) {
    let (data, mut problems) = read::folder(folder);
    problems.extend(check::dataset(&data));
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{} has problems:\n{}", folder.display(), problems.join("\n"));
    let data = Box::leak(Box::new(data));
    let lines = Box::leak(Box::new(assemble::Lines::of(data)));
    let (pack, texts) = assemble::pack(data, lines);
    (Atlas::new(pack), Texts::new(texts))
}

static MINI: LazyLock<(Atlas, Texts)> = LazyLock::new(|| load(&folder()));

/// The mini atlas, read once.
pub(crate) fn atlas() -> &'static Atlas {
    &MINI.0
}

/// The texts of the mini atlas.
pub(crate) fn texts() -> &'static Texts {
    &MINI.1
}

static PUBLISHED: LazyLock<(Atlas, Texts)> = LazyLock::new(|| load(&project().join("data")));

/// The published atlas and its texts, read once.
pub(crate) fn published() -> (&'static Atlas, &'static Texts) {
    (&PUBLISHED.0, &PUBLISHED.1)
}

static RUSSIAN: LazyLock<Atlas> = LazyLock::new(|| {
    let folder = project().join("data");
    let words = Words::read(Language::Russian, russian::file(&read::folder(&folder).0).leak());
    load(&folder).0.speaking(words)
});

/// The published atlas in Russian, read once.
pub(crate) fn russian() -> &'static Atlas {
    &RUSSIAN
}

macro_rules! lookups {
    ($($name:ident in $list:ident: $id:ty;)*) => {$(
        /// The number of a record of the mini atlas.
        pub(crate) fn $name(slug: &str) -> $id {
            let found = atlas().$list().find(|(_, record)| record.slug == slug);
            found.map(|(id, _)| id).unwrap_or_else(|| panic!("the mini dataset has no {slug}"))
        }
    )*};
}

lookups! {
    actor in actors: ActorId;
    place in places: PlaceId;
    category in categories: CategoryId;
    source in sources: SourceId;
}

/// The number of a claim of the mini atlas.
pub(crate) fn claim(slug: &str) -> ClaimId {
    atlas().claim_named(slug).unwrap_or_else(|| panic!("the mini dataset has no {slug}"))
}

/// The ids of a set of claims as the files write them, in the order of the files.
pub(crate) fn slugs(claims: &ClaimSet) -> Vec<&'static str> {
    claims.iter().map(|id| atlas().claim(id).slug()).collect()
}
