//! Lists of claims, and what stands at a date.

use super::said::{english, mixed};
use super::{Attribute, Markup, against};
use crate::atlas::{ActorId, Atlas, Claim, ClaimId, ClaimSet, Day, FAR_PAST, Texts};
use crate::order::{by_key, key};
use crate::query::{Compared, Standing, Subject};
use crate::scene::words;
use crate::words::{Card, Said};

/// The day by which a claim stands in order: on which it begins, or where the document does not say when,
/// ends; `None` for an undated one.
pub fn day(claim: &Claim<'_>) -> Option<Day> {
    let when = claim.when?;
    Some(if when.start.0 == FAR_PAST { when.end.0 } else { when.start.0 })
}

/// By their days, undated last.
pub fn in_order(atlas: &Atlas, claims: &ClaimSet) -> Vec<ClaimId> {
    let ids: Vec<ClaimId> = claims.iter().collect();
    let start = |id: &ClaimId| day(atlas.claim(*id)).map_or(u64::MAX, key);
    by_key(ids.iter().map(start)).into_iter().filter_map(|at| ids.get(at).copied()).collect()
}

/// A short list with dates, as the detail panel shows it.
pub fn short(markup: &mut Markup, atlas: &Atlas, texts: &Texts, claims: &ClaimSet) {
    told(markup, atlas, texts, claims, None);
}

/// The same, each with which of two documents tells it where two are compared.
pub fn told(
    markup: &mut Markup,
    atlas: &Atlas,
    texts: &Texts,
    claims: &ClaimSet,
    compared: Option<&Compared>,
) {
    markup.element("ol", &[("class", "claim-list")], |m| {
        for id in in_order(atlas, claims) {
            m.element("li", &[], |m| {
                let date = words::dated(atlas.words(), atlas.claim(id));
                m.leaf("span", &[("class", "quiet date")], &date);
                opener(m, atlas, texts, id);
                if let Some(compared) = compared {
                    against::told(m, atlas, compared.lens, compared.relation([id]));
                }
            });
        }
    });
}

/// A claim's sentence, which opens it.
pub fn opener(markup: &mut Markup, atlas: &Atlas, texts: &Texts, id: ClaimId) {
    opener_of(markup, atlas, texts, id, &[]);
}

/// The same with more attributes.
pub fn opener_of(
    markup: &mut Markup,
    atlas: &Atlas,
    texts: &Texts,
    id: ClaimId,
    more: &[Attribute<'_>],
) {
    let claim = atlas.claim(id);
    let href = format!("?claim={}", claim.slug());
    let own = [("class", "opener"), ("href", &*href), ("data-claim", claim.slug())];
    markup.element("a", &[&own[..], more].concat(), |m| {
        english(m, atlas, &words::summary(atlas, Some(texts), id));
        if atlas.index().disputed().contains(id) {
            disputed(m, atlas);
        }
    });
}

/// The sign of a claim that others disagree with.
pub fn disputed(markup: &mut Markup, atlas: &Atlas) {
    let name = ("aria-label", atlas.say(Card::Disputed));
    let wedge = [("class", "wedge-mark"), ("role", "img"), name];
    markup.leaf("span", &wedge, "");
}

/// What stands at a date, one line a subject; nothing where nothing is coded.
pub fn standing(markup: &mut Markup, atlas: &Atlas, heading: &str, standings: &[Standing]) {
    if standings.is_empty() {
        return;
    }
    markup.leaf("h3", &[], heading);
    markup.element("dl", &[("class", "standing")], |m| {
        for standing in standings {
            m.leaf("dt", &[], &subject(atlas, standing.subject));
            let state = words::standing(atlas, standing);
            m.element("dd", &[], |m| mixed(m, atlas, &state));
        }
    });
}

/// What a code is the state of, in words.
pub fn subject(atlas: &Atlas, subject: Subject) -> String {
    let name = |id: ActorId| atlas.actor(id).name;
    match subject {
        Subject::Facility { place, .. } => atlas.place(place).name.to_owned(),
        Subject::Partnership(a, b) => [name(a), atlas.say(Said::Pair), name(b)].concat(),
        Subject::Membership { member, organisation } => {
            atlas.tell(Card::MemberOf, &[name(member), name(organisation)])
        }
        Subject::Visa { traveller, destination, .. } => {
            atlas.tell(Card::VisaTo, &[name(traveller), name(destination)])
        }
        Subject::Post { place, kind, .. } => {
            format!("{}, {}", atlas.say(kind), atlas.place(place).name)
        }
    }
}
