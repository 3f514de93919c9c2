//! Cells and points of the map in words: printed short or long, and spoken.

use super::{code, dated, hold};
use crate::atlas::term::{MembershipStatus, PartnershipLevel, VisaRule};
use crate::atlas::{ActorId, Atlas, ClaimId, PlaceId};
use crate::query::{Hold, Layer, Sites};
use crate::scene::matrix::{Cell, Content, LastKnown};
use crate::scene::membership::Membership;
use crate::words::{Count, Said, Told, Words};

/// A cell's text: short for the narrow matrix, long for the wide one. A visa rule is that of the state's citizens; one of
/// the power's has an arrow.
pub fn cell(words: &Words, cell: &Cell) -> (String, String) {
    let (short, long) = printed(words, cell);
    match cell.content {
        Content::Visa { inward: true, .. } => (["←", &short].concat(), ["←", &long].concat()),
        _ => (short, long),
    }
}

fn printed(words: &Words, cell: &Cell) -> (String, String) {
    let both = |short, long| (words.say(short).to_owned(), words.say(long).to_owned());
    match &cell.content {
        Content::Count => (words.number(cell.claims), words.number(cell.claims)),
        Content::Uncoded => {
            let claims = ["(", &words.number(cell.claims), ")"].concat();
            (claims.clone(), claims)
        }
        Content::Tie(level) => match level {
            PartnershipLevel::Partner => both(Said::TieShort0, Said::TieLong0),
            PartnershipLevel::Strategic => both(Said::TieShort1, Said::TieLong1),
            PartnershipLevel::ComprehensiveStrategic => both(Said::TieShort2, Said::TieLong2),
            PartnershipLevel::EnhancedStrategic => both(Said::TieShort3, Said::TieLong3),
            PartnershipLevel::Alliance => both(Said::TieShort4, Said::TieLong4),
        },
        Content::Visa { rule, days, .. } => match (rule, days) {
            (VisaRule::VisaFree, Some(days)) => {
                let days = days.to_string();
                (words.tell(Said::FreeDaysShort, &[&days]), words.tell(Said::FreeDays, &[&days]))
            }
            (VisaRule::VisaFree, None) => both(Said::FreeShort, Said::Free),
            (VisaRule::Visa, _) => both(Said::Visa, Said::Visa),
            (VisaRule::Simplified, _) => both(Said::SimplifiedShort, Said::Simplified),
            (VisaRule::EVisa, _) => both(Said::EVisa, Said::EVisa),
            (VisaRule::TransitFree, _) => both(Said::TransitShort, Said::Transit),
        },
        Content::Sites(Sites { open: 0, possible: 0, closed, .. }) => {
            (format!("△{closed}"), words.count(*closed, Said::NumberClosed))
        }
        Content::Sites(Sites { open, possible: 0, .. }) => {
            (format!("▲{open}"), words.count(*open, Said::NumberOpen))
        }
        Content::Sites(Sites { open: 0, possible, .. }) => {
            (format!("▲{possible}?"), words.count(*possible, Said::NumberPossible))
        }
        Content::Sites(Sites { open, possible, .. }) => {
            let numbers = [open.to_string(), possible.to_string()];
            let long = words.tell(Said::OpenAndPossible, &[&numbers[0], &numbers[1]]);
            (format!("▲{open}+{possible}?"), long)
        }
        Content::Posts(count) => (count.to_string(), words.count(*count, Said::PostsInCell)),
        Content::Members(members) => {
            let marks: String =
                members.iter().map(|(_, status)| Membership::of(*status).sign()).collect();
            let count = |mark| marks.chars().filter(|&own| own == mark).count();
            let signs = [Membership::Member, Membership::Partly, Membership::Not];
            let short = signs.into_iter().map(Membership::sign).filter(|&mark| count(mark) > 0);
            let short: Vec<String> = short.map(|mark| format!("{mark}{}", count(mark))).collect();
            let short = short.join("");
            // More than seven nobody counts at a glance.
            let long = if marks.chars().nth(7).is_some() { short.clone() } else { marks };
            (short, long)
        }
        Content::StatedNo => both(Said::StatedNo, Said::StatedNo),
        Content::NoClaim | Content::OutOfScope => (String::new(), String::new()),
    }
}

/// A point of the map as it is spoken: the place, what is there, of whom, when.
pub fn point(
    atlas: &Atlas,
    layer: Layer,
    place: PlaceId,
    actor: Option<ActorId>,
    claims: &[ClaimId],
    sure: bool,
) -> String {
    let mut said = format!("{}, ", atlas.place(place).name);
    match claims {
        [id] => {
            let claim = atlas.claim(*id);
            let code = claim.code.as_ref().map(|own| code(atlas, own));
            said.push_str(&code.unwrap_or_else(|| atlas.category(claim.category).name.to_owned()));
            said.push_str(", ");
            said.push_str(&dated(atlas.words(), claim));
        }
        _ => {
            if let Some(actor) = actor {
                said.push_str(atlas.actor(actor).name);
                said.push_str(": ");
            }
            let count = claims.len();
            said.push_str(&match layer {
                Layer::Posts => atlas.count(count, Count::Posts),
                Layer::Visits => atlas.count(count, Told::Visits),
                Layer::Events => atlas.count(count, Told::Events),
                Layer::Sites | Layer::Routes | Layer::Disputes | Layer::Flows => {
                    atlas.count(count, Count::Claims)
                }
            });
        }
    }
    if !sure {
        said.push_str(", ");
        said.push_str(atlas.say(Said::Possibly));
    }
    said
}

/// A cell as it is spoken: pair, category, what it shows, on how many claims.
pub fn spoken(atlas: &Atlas, cell: &Cell) -> String {
    spoken_as(atlas, cell, atlas.category(cell.category).name)
}

/// What of a cell is only last known: since when, of one state; how many, of several.
pub fn last_known(atlas: &Atlas, cell: &Cell) -> Option<String> {
    let LastKnown { some, of, claim } = cell.last_known?;
    Some(match of {
        1 => hold(atlas, atlas.claim(claim), Hold::LastKnown),
        _ => atlas.tell(Said::SomeLastKnown, &[&atlas.number(some), &atlas.number(of)]),
    })
}

/// A cell as it is spoken, under another name than its category's.
pub fn spoken_as(atlas: &Atlas, cell: &Cell, category: &str) -> String {
    let pair = cell.dyad.name(atlas);
    let (state, power) = (atlas.actor(cell.dyad.state).name, atlas.actor(cell.dyad.power).name);
    let content = match &cell.content {
        Content::Count => String::new(),
        Content::Uncoded => atlas.say(Said::Uncoded).to_owned(),
        Content::Tie(level) => atlas.say(*level).to_owned(),
        Content::Visa { rule, days, inward } => {
            let (from, to) = if *inward { (power, state) } else { (state, power) };
            let mut ruled = atlas.say(*rule).to_owned();
            if let Some(days) = *days {
                ruled.push_str(", ");
                ruled.push_str(&atlas.count(usize::from(days), Said::Days));
            }
            atlas.tell(Said::CrossingTo, &[from, to, &ruled])
        }
        Content::Sites(Sites { open, possible, closed, .. }) => {
            // In the order in which a cell prints them.
            let numbers = [
                (*open, Said::NumberOpen),
                (*possible, Said::NumberPossible),
                (*closed, Said::NumberClosed),
            ];
            let said = numbers.into_iter().filter(|(count, _)| *count > 0);
            said.map(|(count, word)| atlas.count(count, word)).collect::<Vec<_>>().join(", ")
        }
        Content::Posts(count) => atlas.count(*count, Count::Posts),
        Content::Members(members) => {
            let say = |&(organisation, status): &(_, MembershipStatus)| {
                format!("{}: {}", atlas.actor(organisation).name, atlas.say(status))
            };
            members.iter().map(say).collect::<Vec<_>>().join(", ")
        }
        Content::StatedNo => atlas.say(Said::StatedNone).to_owned(),
        Content::NoClaim => atlas.say(Said::NoClaim).to_owned(),
        Content::OutOfScope => atlas.say(Said::OutOfScope).to_owned(),
    };
    let claims = (cell.claims > 0).then(|| atlas.count(cell.claims, Count::Claims));
    let disputed = cell.disputed.then(|| atlas.say(Said::Disputed).to_owned());
    let parts =
        [Some(content).filter(|text| !text.is_empty()), last_known(atlas, cell), claims, disputed];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    [category, ", ", &pair, ": ", &said.join("; ")].concat()
}
