//! The mini dataset: three documents, fifteen claims, one of every sort that a rule speaks of.

use std::path::PathBuf;
use std::sync::LazyLock;

use c5_atlas::atlas::{ActorId, Atlas, CategoryId, ClaimId, ClaimSet, PlaceId, SourceId};
use c5_atlas::dataset::{assemble, check, read};

/// Where the project lies.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Where the mini dataset lies.
pub(crate) fn folder() -> PathBuf {
    project().join("tests/fixtures/mini")
}

/// The atlas of a dataset's folder. The tests end before what it keeps in memory matters.
pub(crate) fn atlas_of(folder: &std::path::Path) -> Atlas {
    let (data, mut problems) = read::folder(folder);
    problems.extend(check::dataset(&data));
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{} has problems:\n{}", folder.display(), problems.join("\n"));
    let data = Box::leak(Box::new(data));
    let texts = Box::leak(Box::new(assemble::Texts::of(data)));
    Atlas::new(assemble::pack(data, texts))
}

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| atlas_of(&folder()));

/// The mini atlas, read once.
pub(crate) fn atlas() -> &'static Atlas {
    &ATLAS
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
    claim in claims: ClaimId;
}

/// The ids of a set of claims as the files write them, in the order of the files.
pub(crate) fn slugs(claims: &ClaimSet) -> Vec<&'static str> {
    claims.iter().map(|id| atlas().claim(id).slug).collect()
}
