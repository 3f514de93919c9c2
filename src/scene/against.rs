//! What is said of two documents that are set against each other.

use super::names::cited;
use crate::atlas::Atlas;
use crate::query::{Lens, Relation};
use crate::words::Against;

/// The two documents, in the order of the link.
pub fn pair(atlas: &Atlas, lens: Lens) -> String {
    let [first, second] = [lens.first, lens.second].map(|id| cited(atlas, id));
    atlas.tell(Against::Pair, &[&first, &second])
}

/// Who tells it, in a few words.
pub fn name(atlas: &Atlas, lens: Lens, relation: Relation) -> String {
    let alone = |id| atlas.tell(Against::Alone, &[&cited(atlas, id)]);
    match relation {
        Relation::Silent => String::new(),
        Relation::FirstOnly => alone(lens.first),
        Relation::SecondOnly => alone(lens.second),
        Relation::Both => atlas.say(Against::Both).to_owned(),
        Relation::Differ => atlas.say(Against::Differ).to_owned(),
    }
}

/// The same as the end of what a mark is spoken as.
pub fn spoken(atlas: &Atlas, lens: Lens, relation: Relation) -> String {
    let alone = |id| atlas.tell(Against::ToldAlone, &[&cited(atlas, id)]);
    match relation {
        Relation::Silent => String::new(),
        Relation::FirstOnly => alone(lens.first),
        Relation::SecondOnly => alone(lens.second),
        Relation::Both => atlas.say(Against::ToldByBoth).to_owned(),
        Relation::Differ => atlas.say(Against::ToldOtherwise).to_owned(),
    }
}

/// How many of what is shown are told how, in a sentence; what is counted comes with its forms for numbers.
pub fn sentence(
    atlas: &Atlas,
    lens: Lens,
    things: impl crate::words::Word,
    told: [usize; 4],
) -> String {
    let all = told.iter().sum();
    if all == 0 {
        return atlas.say(Against::None).to_owned();
    }
    let counted = atlas.count(all, things);
    let [one, other, both, differ] = told.map(|count| atlas.number(count));
    atlas.tell(Against::Sentence, &[&pair(atlas, lens), &counted, &one, &other, &both, &differ])
}

/// The same sentence for things that rest on several claims, with a second one saying that the filter bar counts claims
/// instead. The two counts need not agree: of one thing's claims, each document may tell another.
pub fn sentence_of(
    atlas: &Atlas,
    lens: Lens,
    things: impl crate::words::Word,
    told: [usize; 4],
) -> String {
    let bar = if lens.only.is_some() { Against::BarOfSingle } else { Against::BarOfTwo };
    sentence(atlas, lens, things, told) + atlas.say(bar)
}

/// Each way of telling that there is, with how many are told so: as the end of what stands for many.
pub fn parts(atlas: &Atlas, lens: Lens, told: [usize; 4]) -> String {
    let some = Relation::TOLD.into_iter().zip(told).filter(|(_, count)| *count > 0);
    let part = |(relation, count): (Relation, usize)| {
        atlas.tell(Against::Counted, &[&name(atlas, lens, relation), &atlas.number(count)])
    };
    some.map(|own| format!("; {}", part(own))).collect()
}
