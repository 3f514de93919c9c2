//! Where a filter leaves nothing: which of its limits to take off.

use super::{Facet, Filter};
use crate::atlas::Atlas;

/// A limit that a reader can take off by one press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// All that is chosen of a facet.
    Facet(Facet),
    /// The date or period.
    Time,
    /// That only certain dates count.
    Certainty,
    /// Every limit at once.
    All,
}

impl Limit {
    /// The filter without the limit.
    pub fn taken_off(self, filter: &Filter) -> Filter {
        let mut wider = filter.clone();
        match self {
            Self::Facet(facet) => wider.clear(facet),
            Self::Time => return filter.at_any_time(),
            Self::Certainty => wider.certain = false,
            Self::All => return Filter::default(),
        }
        wider
    }
}

/// Where a filter leaves nothing, the limits each of which alone, taken off, leaves some claims, and how many; all of them
/// at once where none alone helps. None where something is left.
pub fn loosened(atlas: &Atlas, filter: &Filter) -> Vec<(Limit, usize)> {
    let kept = |wider: &Filter| wider.run(atlas).kept.len();
    if kept(filter) > 0 {
        return Vec::new();
    }
    let facets = Facet::ALL.iter().map(|&facet| Limit::Facet(facet));
    let limits = facets.chain([Limit::Time, Limit::Certainty]);
    let left = limits.map(|limit| (limit, kept(&limit.taken_off(filter))));
    let mut found: Vec<(Limit, usize)> = left.filter(|&(_, claims)| claims > 0).collect();
    if found.is_empty() {
        found.push((Limit::All, atlas.claims().len()));
    }
    found
}

/// The one of these limits without which most claims would be. `None` where something is left.
pub fn loosest(atlas: &Atlas, filter: &Filter) -> Option<(Limit, usize)> {
    loosened(atlas, filter).into_iter().max_by_key(|&(_, claims)| claims)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::link;

    #[test]
    fn each_limit_that_alone_helps_is_told_with_what_it_would_leave() {
        let atlas = &Atlas::embedded();
        let filter = link::read("category=bases&power=CN&state=TM", atlas).0.filter;
        let found = loosened(atlas, &filter);
        assert!(found.len() > 1, "{found:?}");
        for (limit, claims) in found {
            assert_eq!(limit.taken_off(&filter).run(atlas).kept.len(), claims, "{limit:?}");
        }
        assert_eq!(loosened(atlas, &Filter::default()), []);
    }

    #[test]
    fn the_limit_that_empties_a_view_is_named() {
        let atlas = &Atlas::embedded();
        let of = |query: &str| loosest(atlas, &link::read(query, atlas).0.filter);
        assert_eq!(of("state=TM"), None);
        let (limit, claims) = of("state=TM&at=1850&time=certain").expect("nothing is left");
        assert!(limit == Limit::Time && claims > 10, "{limit:?} {claims}");
        let (limit, _) = of("state=TM&category=bases&power=US&source=gussarova").expect("nothing");
        assert_eq!(limit, Limit::All);
        let (limit, claims) = of("category=bases&power=US&state=TM").expect("nothing");
        assert!(matches!(limit, Limit::Facet(_)) && claims > 0, "{limit:?} {claims}");
    }
}
