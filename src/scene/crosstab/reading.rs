//! What one crossing shows: its code where there is one, else its count, else which emptiness.

use super::{Axis, Cell, Line, Of, Plan, Shown};
use crate::atlas::term::StanceValue;
use crate::atlas::{ActorId, Atlas, CategoryId, ClaimSet, Code, Dyad, IssueId, SourceId};
use crate::query::position::{Stand, positions};
use crate::query::standing::{Hold, site_status, standing_under};
use crate::query::{Filter, Sites, Standing, Subject};
use crate::scene::matrix::{Content, Ground};
use crate::scene::membership::Membership;
use crate::scene::words;
use crate::words::Said;

/// What crossings are read from: the claims of all documents, or of one.
pub(super) struct Reading<'a> {
    atlas: &'a Atlas,
    counts: bool,
    /// The axes that the two actors of a crossing stand on.
    axes: [Axis; 2],
    source: Option<SourceId>,
    standings: Vec<Standing>,
    /// What the mapping's own cells are computed from.
    mapping: Ground<'a>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(atlas: &'a Atlas, filter: &Filter, plan: &Plan) -> Self {
        let mapping = Ground::of(atlas, filter);
        let standings = standing_under(atlas, filter);
        let axes = [plan.rows, plan.columns];
        Self { atlas, counts: plan.counts, axes, source: None, standings, mapping }
    }

    /// What the filter keeps.
    pub(super) fn kept(&self) -> &ClaimSet {
        &self.mapping.kept
    }

    /// As one document tells it, whose claims alone the filter keeps.
    pub(super) fn by(atlas: &'a Atlas, filter: &Filter, plan: &Plan, source: SourceId) -> Self {
        Self { source: Some(source), ..Self::of(atlas, filter, plan) }
    }

    pub(super) fn cell(&self, row: &Line, column: &Line) -> Cell {
        let mut claims = self.kept().and(&row.claims);
        claims.intersect(&column.claims);
        let coded = if self.counts { None } else { self.coded(row, column) };
        let mut disputed = false;
        if let Some(coded) = &coded {
            claims.unite(&coded.claims);
            disputed = coded.disputed;
        }
        let in_scope = || {
            self.atlas.sources().any(|(id, source)| {
                self.source.is_none_or(|own| own == id)
                    && row.in_scope(id, source)
                    && column.in_scope(id, source)
            })
        };
        let absent = |claims: &ClaimSet| claims.iter().all(|id| self.atlas.claim(id).denies());
        let step = coded.as_ref().map_or(0, |coded| coded.step);
        let shown = match coded {
            Some(coded) => Shown::Coded(coded.words),
            None if !claims.is_empty() && absent(&claims) => Shown::StatedNo,
            None if !claims.is_empty() => Shown::Count(claims.len()),
            None if in_scope() => Shown::NoClaim,
            None => Shown::OutOfScope,
        };
        let disputed = disputed || claims.len_with(self.atlas.index().disputed()) > 0;
        Cell { shown, claims, step, disputed, told: None }
    }

    /// What is coded at a crossing, whichever way round the table has it.
    fn coded(&self, row: &Line, column: &Line) -> Option<Coded> {
        match (row.of, column.of) {
            (Of::Category(category), Of::Dyad(dyad)) | (Of::Dyad(dyad), Of::Category(category)) => {
                self.mapped(dyad, category)
            }
            (Of::Actor(a), Of::Actor(b)) => self.between(a, b),
            _ => self.stood(row, column),
        }
    }

    /// Where a party stands on an issue: each stance that the claims of both lines give, once.
    fn stood(&self, row: &Line, column: &Line) -> Option<Coded> {
        let stand = stand(row, column)?;
        let mut claims = self.kept().and(&row.claims);
        claims.intersect(&column.claims);
        let words: Vec<&str> = stances(self.atlas, &claims, stand)
            .into_iter()
            .map(|value| self.atlas.say(value))
            .collect();
        (!words.is_empty()).then(|| Coded {
            words: words.join("; "),
            claims,
            step: UNORDERED,
            disputed: false,
        })
    }

    fn mapped(&self, dyad: Dyad, category: CategoryId) -> Option<Coded> {
        let (cell, claims) = self.mapping.cell(dyad, category);
        let plain = matches!(
            cell.content,
            Content::Count
                | Content::Uncoded
                | Content::StatedNo
                | Content::NoClaim
                | Content::OutOfScope
        );
        let mut words = match &cell.content {
            _ if plain => return None,
            Content::Tie(_) => {
                self.treaty(&claims).unwrap_or_else(|| words::cell(self.atlas.words(), &cell).1)
            }
            _ => words::cell(self.atlas.words(), &cell).1,
        };
        if let Some(known) = words::last_known(self.atlas, &cell) {
            words.push_str(", ");
            words.push_str(&known);
        }
        Some(Coded { words, claims, step: cell.content.step(), disputed: cell.disputed })
    }

    /// The name that the treaty itself gives the tie that stands.
    fn treaty(&self, claims: &ClaimSet) -> Option<String> {
        let standing = self.standings.iter().find(|standing| {
            matches!(standing.subject, Subject::Partnership(..))
                && standing.claims.first().is_some_and(|&(id, _)| claims.contains(id))
        })?;
        match &standing.first(self.atlas)?.0.code {
            Some(Code::Partnership(code)) => code.name.map(str::to_owned),
            _ => None,
        }
    }

    /// Whether the axes ask for a subject: a table of travellers tells visa rules, one of senders posts, one of operators
    /// facilities; one of actors as such tells all.
    fn is_asked_for(&self, subject: Subject) -> bool {
        let is = |some: &[Axis]| self.axes.iter().any(|own| some.contains(own));
        match subject {
            Subject::Visa { .. } => !is(&[Axis::Sender, Axis::Host, Axis::Operator]),
            Subject::Post { .. } => !is(&[Axis::Traveller, Axis::Destination, Axis::Operator]),
            Subject::Facility { .. } => !is(&[Axis::Traveller, Axis::Destination, Axis::Sender]),
            Subject::Membership { .. } | Subject::Partnership(..) => true,
        }
    }

    /// What stands between two actors in the parts that their axes give them: membership, visa rule,
    /// posts, facilities.
    fn between(&self, a: ActorId, b: ActorId) -> Option<Coded> {
        let pairs = |x: ActorId, y: ActorId| (x, y) == (a, b) || (x, y) == (b, a);
        let mut coded: Vec<(String, &Standing)> = Vec::new();
        let mut sites = Sites::default();
        let mut step = None;
        for standing in self.standings.iter().filter(|own| self.is_asked_for(own.subject)) {
            let Some((claim, hold)) = standing.first(self.atlas) else { continue };
            let since = || {
                claim
                    .date()
                    .map(|date| format!(", {}", words::date(self.atlas.words(), date)))
                    .unwrap_or_default()
            };
            let held = || match words::held(self.atlas, standing) {
                held if held.is_empty() => since(),
                held => format!(", {held}"),
            };
            let is_past = self.mapping.dated && hold == Hold::LastKnown;
            let past = || if is_past { held() } else { String::new() };
            match (standing.subject, &claim.code) {
                (Subject::Membership { member, organisation }, Some(Code::Membership(code)))
                    if pairs(member, organisation) =>
                {
                    step = step.max(Some(step_of(Membership::of(code.status))));
                    coded.push((format!("{}{}", self.atlas.say(code.status), held()), standing));
                }
                (Subject::Visa { traveller, destination, .. }, Some(Code::Visa(code)))
                    if (traveller, destination) == (a, b) =>
                {
                    let days = code.days.map(|days| {
                        format!(", {}", self.atlas.count(usize::from(days), Said::Days))
                    });
                    let days = days.unwrap_or_default();
                    let holders =
                        code.holders.map(|holders| format!(" ({holders})")).unwrap_or_default();
                    let rule = self.atlas.say(code.rule);
                    coded.push((format!("{rule}{days}{holders}{}", past()), standing));
                }
                (Subject::Post { sender, host, place, kind }, Some(Code::Post(_)))
                    if (sender, host) == (a, b) =>
                {
                    coded.push((
                        format!(
                            "{}, {}{}",
                            self.atlas.say(kind),
                            self.atlas.place(place).name,
                            past()
                        ),
                        standing,
                    ));
                }
                (Subject::Facility { place, operator }, _)
                    if operator == a && self.atlas.place(place).country == Some(b) =>
                {
                    if let Some(status) = site_status(self.atlas, standing) {
                        sites.add(status, is_past);
                    }
                    coded.push((String::new(), standing));
                }
                _ => {}
            }
        }
        let mut claims = ClaimSet::none(self.atlas.claims().len());
        coded
            .iter()
            .flat_map(|(_, standing)| &standing.claims)
            .for_each(|&(id, _)| claims.insert(id));
        let mut parts: Vec<String> = coded
            .iter()
            .map(|(words, _)| words.clone())
            .filter(|words| !words.is_empty())
            .collect();
        parts.dedup();
        if !sites.is_empty() {
            let open = self.atlas.count(sites.open, Said::NumberOpen);
            parts.push(open + &words::besides_open(self.atlas, sites));
        }
        let disputed = coded.iter().any(|(_, standing)| standing.disputed);
        let step = match step {
            _ if !sites.is_empty() => Content::Sites(sites).step(),
            Some(step) => step,
            None => UNORDERED,
        };
        (!parts.is_empty()).then(|| Coded { words: parts.join("; "), claims, step, disputed })
    }
}

/// The step of codes that have no order.
const UNORDERED: u8 = 1;

/// The step for what an actor is to an organisation.
pub fn step_of(membership: Membership) -> u8 {
    match membership {
        Membership::Member => 3,
        Membership::Partly => 2,
        Membership::Not | Membership::Unknown => 0,
    }
}

/// Whose stand on which issue a crossing tells; `None` for any other crossing.
pub(super) fn stand(row: &Line, column: &Line) -> Option<(ActorId, IssueId)> {
    match (row.of, column.of) {
        (Of::Issue(issue), Of::Actor(party)) | (Of::Actor(party), Of::Issue(issue)) => {
            Some((party, issue))
        }
        _ => None,
    }
}

/// The stances of a party on an issue that some claims give, as positions have them.
pub(super) fn stances(
    atlas: &Atlas,
    claims: &ClaimSet,
    (party, issue): (ActorId, IssueId),
) -> Vec<StanceValue> {
    let all = positions(atlas, claims);
    let own = all.iter().find(|position| position.issue == issue);
    own.and_then(|own| own.of(party)).map(Stand::values).unwrap_or_default()
}

/// A coded value and what it stands on.
struct Coded {
    words: String,
    claims: ClaimSet,
    step: u8,
    disputed: bool,
}
