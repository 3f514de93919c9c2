//! Coded ties as two documents tell them.

use super::{Party, Tie, ties};
use crate::atlas::Atlas;
use crate::query::standing::apart;
use crate::query::{Compared, Filter, Relation};

/// The coded ties of a party by two documents, each with who tells it; whatever of it is asked for. They differ, too, where
/// each has another state of the same.
pub fn told(atlas: &Atlas, filter: &Filter, party: Party, compared: &Compared) -> Vec<Tie> {
    let lens = compared.lens;
    let mut all = ties(atlas, &lens.narrow(atlas, filter), party);
    let [first, second] = lens.each(atlas, filter).map(|filter| ties(atlas, &filter, party));
    for tie in &mut all {
        let subject = tie.standing.subject;
        let [first, second] =
            [&first, &second].map(|own| own.iter().find(|own| own.standing.subject == subject));
        let standings = [Some(&*tie), first, second].into_iter().flatten();
        let claims = standings.flat_map(|own| own.standing.ids());
        let relation = compared.relation(claims);
        let differ = first.zip(second).is_some_and(|(a, b)| apart(atlas, &a.standing, &b.standing));
        tie.told = Some(if differ { Relation::Differ } else { relation });
    }
    all
}
