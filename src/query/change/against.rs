//! Then and now as two documents tell it.
//!
//! The rule. A change is told by each document that tells a claim which it rests on, or would rest on by that document
//! alone. The two differ, too, where each by itself gives an answer and the answers are not the same, or not the same state
//! stands at the later date. That one of them knows an end only, and the other a beginning as well, is no other answer.

use super::{Change, Sign, changes};
use crate::atlas::{Atlas, Day};
use crate::query::standing::apart;
use crate::query::{Compared, Filter, Relation};

/// What became of every subject that one of two documents speaks of from the end of one day to the end of another, each
/// change with who tells it; whatever of it is asked for.
pub fn told(
    atlas: &Atlas,
    filter: &Filter,
    compared: &Compared,
    (then, now): (Day, Day),
) -> Vec<Change> {
    let lens = compared.lens;
    let of = |filter: &Filter| changes(atlas, &filter.run(atlas).kept, then, now);
    let mut all = of(&lens.narrow(atlas, filter));
    let own = lens.each(atlas, filter).map(|filter| of(&filter));
    // What one document tells and the other's claims make nothing of.
    for change in own.iter().flatten() {
        if let Err(at) = all.binary_search_by(|other| other.subject.cmp(&change.subject)) {
            all.insert(at, change.clone());
        }
    }
    for change in &mut all {
        let alone = |own: &Vec<Change>| {
            let at = own.binary_search_by(|other| other.subject.cmp(&change.subject));
            at.ok().and_then(|at| own.get(at)).cloned()
        };
        let [first, second] = own.each_ref().map(alone);
        let accounts = || first.iter().chain(&second);
        let claims = change.claims().chain(accounts().flat_map(Change::claims));
        let relation = compared.relation(claims);
        let differ = first.as_ref().zip(second.as_ref()).is_some_and(|(a, b)| differ(atlas, a, b));
        change.told = Some(if differ { Relation::Differ } else { relation });
        if differ {
            let named = [lens.first, lens.second].into_iter().zip([first, second]);
            let account = |(source, own): (_, Option<Change>)| own.map(|own| (source, own));
            change.accounts = named.filter_map(account).collect();
        }
    }
    all
}

/// Whether two answers cannot both be right.
fn differ(atlas: &Atlas, one: &Change, other: &Change) -> bool {
    let unknown = |own: &Change| own.sign == Sign::Unknown;
    let ended_only = |own: &Change| own.after.is_over(atlas) && own.before.is_none();
    let less = ended_only(one) && ended_only(other);
    let signs = one.sign != other.sign && !unknown(one) && !unknown(other) && !less;
    signs || apart(atlas, &one.after, &other.after)
}
