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

/// The one limit without which most claims would be, and how many; all of them where none alone helps. `None` where
/// something is left.
pub fn loosest(atlas: &Atlas, filter: &Filter) -> Option<(Limit, usize)> {
    let kept = |wider: &Filter| wider.run(atlas).kept.len();
    if kept(filter) > 0 {
        return None;
    }
    let facets = Facet::ALL.iter().map(|&facet| {
        let mut wider = filter.clone();
        wider.clear(facet);
        (Limit::Facet(facet), kept(&wider))
    });
    let mut loose = filter.clone();
    loose.certain = false;
    let others = [(Limit::Time, kept(&filter.at_any_time())), (Limit::Certainty, kept(&loose))];
    let best = facets.chain(others).max_by_key(|&(_, claims)| claims);
    Some(best.filter(|&(_, claims)| claims > 0).unwrap_or((Limit::All, atlas.claims().len())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::link;

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
