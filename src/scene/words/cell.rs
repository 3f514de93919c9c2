//! Cells and points of the map in words: printed short or long, and spoken.

use super::{code, counted};
use crate::atlas::term::{MembershipStatus, PartnershipLevel, VisaRule};
use crate::atlas::{ActorId, Atlas, ClaimId, PlaceId};
use crate::query::Layer;
use crate::scene::matrix::{Cell, Content};
use crate::scene::membership::Membership;

/// A cell's text: short for the narrow matrix, long for the wide one.
pub fn cell(cell: &Cell) -> (String, String) {
    let both = |short: &str, long: &str| (short.to_owned(), long.to_owned());
    match &cell.content {
        Content::Count => both(&cell.claims.to_string(), &cell.claims.to_string()),
        Content::Tie(level) => match level {
            PartnershipLevel::Partner => both("part", "partner"),
            PartnershipLevel::Strategic => both("strat", "strategic"),
            PartnershipLevel::ComprehensiveStrategic => both("comp", "comprehensive"),
            PartnershipLevel::EnhancedStrategic => both("enh", "enhanced"),
            PartnershipLevel::Alliance => both("ally", "alliance"),
        },
        Content::Visa { rule, days, .. } => match (rule, days) {
            (VisaRule::VisaFree, Some(days)) => (format!("{days} d"), format!("{days} days free")),
            (VisaRule::VisaFree, None) => both("free", "visa-free"),
            (VisaRule::Visa, _) => both("visa", "visa"),
            (VisaRule::Simplified, _) => both("simp", "simplified"),
            (VisaRule::EVisa, _) => both("e-visa", "e-visa"),
            (VisaRule::TransitFree, _) => both("trans", "transit free"),
        },
        Content::Sites { open: 0, closed } => (format!("△{closed}"), format!("{closed} closed")),
        Content::Sites { open, .. } => (format!("▲{open}"), format!("{open} open")),
        Content::Posts(count) => (count.to_string(), counted(*count, "post")),
        Content::Members(members) => {
            let marks: String =
                members.iter().map(|(_, status)| Membership::of(*status).sign()).collect();
            let count = |mark| marks.chars().filter(|&own| own == mark).count();
            let signs = [Membership::Member, Membership::Partly, Membership::Not];
            let short = signs.into_iter().map(Membership::sign).filter(|&mark| count(mark) > 0);
            let short: Vec<String> = short.map(|mark| format!("{mark}{}", count(mark))).collect();
            (short.join(""), marks)
        }
        Content::StatedNo => both("no", "no"),
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
    let what = match layer {
        Layer::Posts => "post",
        Layer::Visits => "visit",
        Layer::Events => "event",
        Layer::Sites | Layer::Routes | Layer::Disputes | Layer::Flows => "claim",
    };
    let mut said = format!("{}, ", atlas.place(place).name);
    match claims {
        [id] => {
            let claim = atlas.claim(*id);
            let code = claim.code.as_ref().map(|own| code(atlas, own));
            said.push_str(&code.unwrap_or_else(|| atlas.category(claim.category).name.to_owned()));
            said.push_str(", ");
            said.push_str(claim.date.unwrap_or("undated"));
        }
        _ => {
            if let Some(actor) = actor {
                said.push_str(atlas.actor(actor).name);
                said.push_str(": ");
            }
            said.push_str(&counted(claims.len(), what));
        }
    }
    if !sure {
        said.push_str(", possibly");
    }
    said
}

/// A cell as it is spoken: pair, category, what it shows, on how many claims.
pub fn spoken(atlas: &Atlas, cell: &Cell) -> String {
    spoken_as(atlas, cell, atlas.category(cell.category).name)
}

/// A cell as it is spoken, under another name than its category's.
pub fn spoken_as(atlas: &Atlas, cell: &Cell, category: &str) -> String {
    let pair = cell.dyad.name(atlas);
    let (state, power) = (atlas.actor(cell.dyad.state).name, atlas.actor(cell.dyad.power).name);
    let content = match &cell.content {
        Content::Count => String::new(),
        Content::Tie(level) => level.words().to_owned(),
        Content::Visa { rule, days, inward } => {
            let (from, to) = if *inward { (power, state) } else { (state, power) };
            let days = days.map(|days| format!(", {days} days")).unwrap_or_default();
            format!("{from} to {to}: {}{days}", rule.words())
        }
        Content::Sites { open, closed } => format!("{open} open, {closed} closed"),
        Content::Posts(count) => counted(*count, "post"),
        Content::Members(members) => {
            let say = |&(organisation, status): &(_, MembershipStatus)| {
                format!("{} {}", atlas.actor(organisation).name, status.words())
            };
            members.iter().map(say).collect::<Vec<_>>().join(", ")
        }
        Content::StatedNo => "stated: none".to_owned(),
        Content::NoClaim => "no claim".to_owned(),
        Content::OutOfScope => "outside the documents’ scope".to_owned(),
    };
    let claims = (cell.claims > 0).then(|| counted(cell.claims, "claim"));
    let disputed = cell.disputed.then(|| "disputed".to_owned());
    let parts = [Some(content).filter(|text| !text.is_empty()), claims, disputed];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    format!("{category}, {pair}: {}", said.join("; "))
}
