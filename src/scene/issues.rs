//! Issues and parties as a table: which parties have a column of their own, which issues come first.

use crate::atlas::{ActorId, Atlas, ClaimSet};
use crate::dataset::term::IssueGroup;
use crate::order::{by_key, most_first};
use crate::query::position::{Position, Stand, positions};

/// A party with stands on so many issues has a column of its own.
const OWN_COLUMN: usize = 3;

/// Whose stands a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// One party's.
    Party(ActorId),
    /// Central Asia's as a whole and each of the five states'.
    Region,
    /// Everybody else's.
    Others,
}

/// Issues of one group in the order that a reader meets them.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Friction, shared concern or niche.
    pub group: IssueGroup,
    /// The issues on which several parties are heard, those with more parties first; then those of one.
    pub rows: Vec<Position>,
}

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Issues {
    /// Its columns: the powers, the region, parties that are heard often, the others.
    pub columns: Vec<Column>,
    /// Its rows; groups without an issue are left out.
    pub blocks: Vec<Block>,
}

/// Lays out the stands that the given claims take.
pub fn issues(atlas: &Atlas, kept: &ClaimSet) -> Issues {
    let all = positions(atlas, kept);
    let columns = columns(atlas, &all);
    let blocks = IssueGroup::ALL.iter().filter_map(|&group| {
        let own: Vec<&Position> =
            all.iter().filter(|position| atlas.issue(position.issue).group == group).collect();
        // More parties first, then more claims.
        let weight = |position: &&Position| {
            let (parties, claims) =
                (position.stands.len() as u64, position.claims().count() as u64);
            parties << 32 | claims
        };
        let order = most_first(own.iter().map(weight));
        let rows: Vec<Position> =
            order.into_iter().filter_map(|at| own.get(at).copied().cloned()).collect();
        (!rows.is_empty()).then_some(Block { group, rows })
    });
    Issues { blocks: blocks.collect(), columns }
}

/// Parties, those heard most first, with how many issues each is heard on.
pub fn parties<'a>(positions: impl IntoIterator<Item = &'a Position>) -> Vec<(ActorId, usize)> {
    let mut heard: Vec<(ActorId, usize)> = Vec::new();
    for stand in positions.into_iter().flat_map(|position| &position.stands) {
        match heard.iter_mut().find(|(party, _)| *party == stand.party) {
            Some((_, issues)) => *issues += 1,
            None => heard.push((stand.party, 1)),
        }
    }
    let silence = |&(party, issues): &(ActorId, usize)| {
        (u64::from(u32::MAX) - issues as u64) << 32 | party.index() as u64
    };
    let order = by_key(heard.iter().map(silence));
    order.into_iter().filter_map(|at| heard.get(at).copied()).collect()
}

fn columns(atlas: &Atlas, positions: &[Position]) -> Vec<Column> {
    let heard = parties(positions);
    let mut columns: Vec<Column> = atlas.powers().iter().copied().map(Column::Party).collect();
    if heard.iter().any(|&(party, _)| is_region(atlas, party)) {
        columns.push(Column::Region);
    }
    let (mut own, mut others) = (Vec::new(), false);
    for &(party, issues) in &heard {
        if atlas.powers().contains(&party) || is_region(atlas, party) {
            continue;
        }
        if issues >= OWN_COLUMN {
            own.push(Column::Party(party));
        } else {
            others = true;
        }
    }
    columns.extend(own);
    columns.extend(others.then_some(Column::Others));
    columns
}

/// The stands of a row that belong to a column.
pub fn cell<'a>(
    atlas: &'a Atlas,
    columns: &'a [Column],
    column: Column,
    row: &'a Position,
) -> impl Iterator<Item = &'a Stand> {
    row.stands.iter().filter(move |stand| match column {
        Column::Party(party) => stand.party == party,
        Column::Region => is_region(atlas, stand.party),
        Column::Others => {
            !is_region(atlas, stand.party) && !columns.contains(&Column::Party(stand.party))
        }
    })
}

fn is_region(atlas: &Atlas, party: ActorId) -> bool {
    atlas.states().contains(&party) || atlas.region() == Some(party)
}
