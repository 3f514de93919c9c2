//! Chains of causes: complete, and drawn so that nothing covers anything.

use std::collections::BTreeSet;

use c5_atlas::atlas::term::LinkKind;
use c5_atlas::pages;
use c5_atlas::scene::causes::{Measures, chains, picture};
use c5_atlas::scene::words;

use crate::golden::check;
use crate::mini;

const MEASURES: Measures = Measures { width: 180.0, gap: 56.0, space: 14.0, line: 15.0, pad: 8.0 };

#[test]
fn every_cause_is_in_one_chain_and_no_claim_in_two() {
    let (atlas, _) = mini::published();
    let chains = chains(atlas, atlas.index().all());
    let causes = atlas.links().filter(|(_, link)| link.kind == LinkKind::Causes).count();
    assert_eq!(chains.iter().map(|chain| chain.ties.len()).sum::<usize>(), causes);
    let mut seen = BTreeSet::new();
    assert!(chains.iter().flat_map(|chain| &chain.claims).all(|&claim| seen.insert(claim)));
    assert!(chains.is_sorted_by_key(|chain| usize::MAX - chain.claims.len()));
}

#[test]
fn no_box_of_a_published_chain_covers_another() {
    let (atlas, texts) = mini::published();
    for chain in chains(atlas, atlas.index().all()) {
        let picture = picture(&chain, MEASURES, &|id| words::summary(atlas, Some(texts), id));
        for (at, one) in picture.nodes.iter().enumerate() {
            assert!(!one.lines.is_empty());
            for other in picture.nodes.iter().skip(at + 1) {
                assert!(!one.rect.overlaps(other.rect), "{one:?}\n{other:?}");
            }
        }
    }
}

#[test]
fn the_page_of_the_mini_atlas() {
    let page = |query| pages::page(mini::atlas(), mini::texts(), query, 1200.0);
    check("scenarios.html", &page("tab=scenarios"));
    let chosen = page("tab=scenarios&focus=gamma-ru-on-manas~alpha-manas-closed");
    assert!(chosen.contains("Gamma expects the pressure to work."));
    assert!(page("tab=scenarios&power=CN").contains("No document asserts"));
}
