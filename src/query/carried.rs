//! On how many documents' word a fact stands.

use crate::atlas::term::LinkKind;
use crate::atlas::{Atlas, ClaimId, SourceId};

/// The documents that carry each claim's fact: those that it cites, and those of the claims that support it
/// or that it supports. In the order of the claims; each list sorted.
pub fn carriers(atlas: &Atlas) -> Vec<Vec<SourceId>> {
    let mut all: Vec<Vec<SourceId>> =
        atlas.claims().map(|(_, claim)| claim.sources.clone()).collect();
    for (_, link) in atlas.links().filter(|(_, link)| link.kind == LinkKind::Supports) {
        for (to, from) in [(link.from, link.to), (link.to, link.from)] {
            let Some(own) = all.get_mut(to.index()) else { continue };
            for &source in &atlas.claim(from).sources {
                if let Err(at) = own.binary_search(&source) {
                    own.insert(at, source);
                }
            }
        }
    }
    all
}

/// The documents that carry one claim's fact.
pub fn carriers_of(atlas: &Atlas, id: ClaimId) -> Vec<SourceId> {
    let tied = atlas.links_of(id).filter(|(_, link, _)| link.kind == LinkKind::Supports);
    let claims: Vec<ClaimId> = std::iter::once(id).chain(tied.map(|(.., other)| other)).collect();
    let cited =
        |source: SourceId| claims.iter().any(|&id| atlas.claim(id).sources.contains(&source));
    atlas.sources().map(|(source, _)| source).filter(|&source| cited(source)).collect()
}
