//! States shaded by a measure, and states marked as members of an organisation.

use super::{anchor, opens};
use crate::atlas::term::{MembershipStatus, PartnershipLevel, VisaRule};
use crate::atlas::{ActorId, Atlas, ClaimId, Dyad};
use crate::geo::MapPoint;
use crate::query::standing::{self, Hold, standing_under};
use crate::query::{Filter, Measure, Relation, Subject};
use crate::scene::matrix::{Cell, Coding, Content, cells, shade};
use crate::scene::membership::Membership;
use crate::scene::words;
use crate::words::{Frame, Overlays, Said};

/// A state under a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The state.
    pub state: ActorId,
    /// Where its value is written.
    pub at: MapPoint,
    /// How it is shaded.
    pub step: Step,
    /// Its value, in a word or a number; empty where there is none.
    pub label: String,
    /// Claims disagree about it.
    pub disputed: bool,
    /// Which of two documents tells it, where two are compared.
    pub told: Option<Relation>,
    /// The link to its claims.
    pub opens: String,
    /// The state and its value as they are spoken.
    pub spoken: String,
}

/// How an area is shaded. What is not known has three looks, none of them a shade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// 1, the least, to 5.
    Shade(u8),
    /// Claims, but none that codes what the measure compares: their number is no step of it.
    Uncoded,
    /// The documents state that there is nothing.
    StatedNo,
    /// No claim; that says nothing about the tie.
    NoClaim,
    /// No document set out to cover it.
    OutOfScope,
}

impl Step {
    /// The class that gives the step its look.
    pub fn class(self) -> &'static str {
        match self {
            Self::Shade(1) => "step-1",
            Self::Shade(2) => "step-2",
            Self::Shade(3) => "step-3",
            Self::Shade(4) => "step-4",
            Self::Shade(_) => "step-5",
            Self::Uncoded => "uncoded",
            Self::StatedNo => "stated-no",
            Self::NoClaim => "no-claim",
            Self::OutOfScope => "out-of-scope",
        }
    }
}

/// The states under a measure: the very cells of the matrix.
pub fn areas(atlas: &Atlas, filter: &Filter, measure: Measure) -> Vec<Area> {
    let cells = match measure.category {
        Some(category) => cells(atlas, filter, measure.power, category),
        None => counts(atlas, filter, measure.power),
    };
    cells
        .iter()
        .filter_map(|cell| {
            let pair = cell.dyad.slug(atlas);
            let opens = match measure.category {
                Some(category) => format!("dyad={pair}~{}", atlas.category(category).slug),
                None => format!("dyad={pair}"),
            };
            let label = words::cell(atlas.words(), cell).1;
            let what =
                measure.category.map_or(atlas.say(Frame::Claims), |id| atlas.category(id).name);
            Some(Area {
                state: cell.dyad.state,
                at: anchor(atlas, cell.dyad.state)?,
                step: step(cell),
                label: label.clone(),
                disputed: cell.disputed,
                told: None,
                opens,
                spoken: with_seen(words::spoken_as(atlas, cell, what), &label),
            })
        })
        .collect()
}

/// What a measure's steps compare; `None` where they count claims.
pub fn coding(atlas: &Atlas, measure: Measure) -> Option<Coding> {
    Coding::of(atlas, measure.category?)
}

/// What is spoken, ending with the text that is seen where it does not hold it.
fn with_seen(spoken: String, seen: &str) -> String {
    if spoken.contains(seen) { spoken } else { format!("{spoken}; {seen}") }
}

/// Cells that count all claims of each pair.
fn counts(atlas: &Atlas, filter: &Filter, power: ActorId) -> Vec<Cell> {
    let kept = filter.run(atlas).kept;
    let cell = |&state: &ActorId| {
        let dyad = Dyad { state, power };
        let own = kept.and(&dyad.claims(atlas));
        let (claims, disputed) = (own.len(), own.len_with(atlas.index().disputed()) > 0);
        let content = if claims > 0 { Content::Count } else { Content::NoClaim };
        // No category of its own: all of them.
        let category = atlas.categories().map(|(id, _)| id).next()?;
        Some(Cell { dyad, category, content, claims, disputed, last_known: None })
    };
    atlas.states().iter().filter_map(cell).collect()
}

/// The step of a cell. Levels have a step each; counts are binned as the matrix bins them.
pub(super) fn step(cell: &Cell) -> Step {
    let some = |count: usize| Step::Shade(count.clamp(1, 5) as u8);
    match &cell.content {
        Content::Count => Step::Shade(shade(cell.claims)),
        Content::Uncoded => Step::Uncoded,
        Content::Tie(level) => Step::Shade(tie_step(*level)),
        Content::Visa { rule, .. } => Step::Shade(visa_step(*rule)),
        // Closed sites only: the lightest.
        Content::Sites(sites) => some(sites.open + 1),
        Content::Posts(count) => some(*count),
        Content::Members(members) => {
            some(members.iter().filter(|(_, status)| *status == MembershipStatus::Member).count())
        }
        Content::StatedNo => Step::StatedNo,
        Content::NoClaim => Step::NoClaim,
        Content::OutOfScope => Step::OutOfScope,
    }
}

fn tie_step(level: PartnershipLevel) -> u8 {
    level as u8 + 1
}

/// From what asks most of a traveller to what asks least.
fn visa_step(rule: VisaRule) -> u8 {
    match rule {
        VisaRule::Visa => 1,
        VisaRule::Simplified => 2,
        VisaRule::EVisa => 3,
        VisaRule::TransitFree => 4,
        VisaRule::VisaFree => 5,
    }
}

/// The key of a measure: each look that a state can have under it, with what it means.
pub fn key(atlas: &Atlas, measure: Measure) -> Vec<(Step, String)> {
    let steps = (1..).zip(steps(atlas, measure)).map(|(step, words)| (Step::Shade(step), words));
    let uncoded = coding(atlas, measure).map(|_| (Step::Uncoded, atlas.say(Overlays::Uncoded)));
    let unknown = [
        (Step::StatedNo, atlas.say(Said::StatedNone)),
        (Step::NoClaim, atlas.say(Said::NoClaim)),
        (Step::OutOfScope, atlas.say(Said::OutOfScope)),
    ];
    let others = uncoded.into_iter().chain(unknown);
    steps.chain(others.map(|(step, words)| (step, words.to_owned()))).collect()
}

/// What each shade of a measure means.
fn steps(atlas: &Atlas, measure: Measure) -> [String; 5] {
    use Overlays as Own;
    let own = |words: [Own; 5]| words.map(|word| atlas.say(word).to_owned());
    match coding(atlas, measure) {
        Some(Coding::Tie) => {
            let mut words = [const { String::new() }; 5];
            for (word, level) in words.iter_mut().zip(PartnershipLevel::ALL) {
                *word = atlas.say(*level).to_owned();
            }
            words
        }
        Some(Coding::Visa) => own([Own::Visa1, Own::Visa2, Own::Visa3, Own::Visa4, Own::Visa5]),
        Some(Coding::Sites) => {
            own([Own::Sites1, Own::Sites2, Own::Sites3, Own::Sites4, Own::Sites5])
        }
        Some(Coding::Posts) => {
            own([Own::Posts1, Own::Two, Own::Three, Own::Four, Own::FiveAndMore])
        }
        Some(Coding::Members) => {
            own([Own::Joint, Own::Two, Own::Three, Own::Four, Own::FiveAndMore])
        }
        None => own([Own::Claims1, Own::Claims2, Own::Claims3, Own::Claims4, Own::Claims5]),
    }
}

/// A state as a member of an organisation, or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The state.
    pub state: ActorId,
    /// Where its mark is written.
    pub at: MapPoint,
    /// What it is.
    pub membership: Membership,
    /// It holds surely at the date.
    pub sure: bool,
    /// The year to which it is known, where the date looked from lies past that.
    pub last_known: Option<&'static str>,
    /// The claims disagree.
    pub disputed: bool,
    /// Which of two documents tells it, where two are compared.
    pub told: Option<Relation>,
    /// The link to its claims.
    pub opens: String,
    /// The state and what it is as they are spoken.
    pub spoken: String,
}

impl Member {
    /// Whether any claim says what it is.
    pub fn is_known(&self) -> bool {
        self.membership != Membership::Unknown
    }

    /// What is written at the state.
    pub fn written(&self, atlas: &Atlas) -> String {
        let (sign, said) = (self.membership.sign(), atlas.say(self.membership));
        let doubt = if self.sure { "" } else { "?" };
        let known = self.last_known.map(|year| atlas.tell(Said::LastKnown, &[year]));
        format!("{sign} {said}{doubt}{}", known.map(|own| format!(", {own}")).unwrap_or_default())
    }
}

/// What each of the five states is to an organisation at the filter's date. Whichever states and
/// powers are chosen: a claim of membership names no power.
pub fn members(atlas: &Atlas, filter: &Filter, organisation: ActorId) -> Vec<Member> {
    let standings = standing_under(atlas, &filter.of_anyone());
    let of = |state: ActorId| {
        let subject = Subject::Membership { member: state, organisation };
        let standing = standings.iter().find(|standing| standing.subject == subject)?;
        let (status, hold) = standing::membership(atlas, standing)?;
        Some((standing, hold, status))
    };
    let name = atlas.actor(organisation).name;
    let member = |&state: &ActorId| {
        let state_name = atlas.actor(state).name;
        let found = of(state);
        let known = found.as_ref().filter(|(_, hold, _)| *hold == Hold::LastKnown);
        let last_known = known.and_then(|(standing, ..)| words::known_to(atlas, standing));
        let (membership, said) = match &found {
            None => (Membership::Unknown, atlas.say(Said::NoClaim).to_owned()),
            Some((_, Hold::Ended, _)) => {
                (Membership::Not, atlas.say(Overlays::NotEnded).to_owned())
            }
            Some((standing, .., status)) => {
                let held = match last_known {
                    Some(year) => atlas.tell(Said::LastKnown, &[year]),
                    None => words::held(atlas, standing),
                };
                let held = if held.is_empty() { held } else { format!(", {held}") };
                let (membership, own) = (Membership::of(*status), atlas.say(*status));
                // What is written at the state is spoken too.
                let shown = atlas.say(membership);
                let said = if shown == own { String::new() } else { format!(", {own}") };
                (membership, format!("{shown}{held}{said}"))
            }
        };
        let claims: Vec<ClaimId> =
            found.iter().flat_map(|(standing, ..)| &standing.claims).map(|&(id, _)| id).collect();
        Some(Member {
            state,
            at: anchor(atlas, state)?,
            membership,
            sure: found.as_ref().is_none_or(|(_, hold, _)| *hold != Hold::Possible),
            last_known,
            disputed: found.as_ref().is_some_and(|(standing, ..)| standing.disputed),
            told: None,
            opens: opens(atlas, &claims, || format!("entity={}", atlas.actor(organisation).slug)),
            spoken: atlas.tell(Overlays::MemberIn, &[state_name, name, &said]),
        })
    };
    atlas.states().iter().filter_map(member).collect()
}
