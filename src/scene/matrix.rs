//! The relationship matrix: categories down, pairs of power and state across.

use crate::atlas::term::{Group, MembershipStatus, PartnershipLevel, VisaRule};
use crate::atlas::{ActorId, Atlas, CategoryId, ClaimId, ClaimSet, Code, Dyad};
use crate::dataset::known;
use crate::query::standing::{Hold, SiteStatus, membership, site_status, standing_under};
use crate::query::{FacetValue, Filter, Sites, Standing, Subject};

/// The matrix under a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The powers and under each the states, left to right.
    pub columns: Vec<(ActorId, Vec<Dyad>)>,
    /// One row a category, in the atlas's order, which keeps groups together.
    pub rows: Vec<Row>,
}

impl Matrix {
    /// The cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    /// Whether another has the same rows and columns: only what its cells show may differ.
    pub fn is_laid_out_as(&self, other: &Self) -> bool {
        let rows = |of: &Self| of.rows.iter().map(|row| row.category).collect::<Vec<_>>();
        self.columns == other.columns && rows(self) == rows(other)
    }
}

/// One category.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub category: CategoryId,
    /// Its group.
    pub group: Group,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// What the documents say of one pair in one category.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The pair.
    pub dyad: Dyad,
    /// The category.
    pub category: CategoryId,
    /// What it shows.
    pub content: Content,
    /// How many claims it stands on.
    pub claims: usize,
    /// Some of them disagree, with each other or with another claim.
    pub disputed: bool,
    /// What of it no document vouches for at the date looked from; none where no date is: then all is as last known.
    pub last_known: Option<LastKnown>,
}

/// How much of what a cell shows was so when its source stopped, with nothing later known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LastKnown {
    /// So many of its states.
    pub some: usize,
    /// Of so many.
    pub of: usize,
    /// The first of the claims that they rest on.
    pub claim: ClaimId,
}

/// What a cell shows. The four kinds of emptiness are kept apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// So many claims, in a category that is not coded.
    Count,
    /// So many claims, none of them coded, in a category that is: their number is no value of it.
    Uncoded,
    /// The level of the tie.
    Tie(PartnershipLevel),
    /// What the state's citizens need to enter the power, else the power's to enter the state.
    Visa {
        /// The rule.
        rule: VisaRule,
        /// For how many days.
        days: Option<u16>,
        /// True where it is the power's citizens who travel.
        inward: bool,
    },
    /// Sites of the power in the state.
    Sites(Sites),
    /// Diplomatic posts of either in the other.
    Posts(usize),
    /// What the state is to organisations of which the power is a member.
    Members(Vec<(ActorId, MembershipStatus)>),
    /// The documents state that there is nothing.
    StatedNo,
    /// No claim; that says nothing about the relation.
    NoClaim,
    /// No document set out to cover it.
    OutOfScope,
}

impl Content {
    /// The step of the ramp for a code: by its level where codes have an order, else the palest.
    pub fn step(&self) -> u8 {
        match self {
            Self::Tie(level) => 1 + *level as u8,
            Self::Sites(sites) => shade(sites.open.max(sites.possible.min(1))).min(3),
            _ => 1,
        }
    }
}

/// What the cells of a category code; the cells of all others count claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// The level of a partnership.
    Tie,
    /// What a traveller needs.
    Visa,
    /// Bases and other facilities.
    Sites,
    /// Diplomatic posts.
    Posts,
    /// Organisations that both are in.
    Members,
}

impl Coding {
    /// Of a category; `None` where its cells count.
    pub fn of(atlas: &Atlas, category: CategoryId) -> Option<Self> {
        match atlas.category(category).slug {
            known::PARTNERSHIP => Some(Self::Tie),
            known::VISAS => Some(Self::Visa),
            known::BASES => Some(Self::Sites),
            known::DIPLOMATIC_POSTS => Some(Self::Posts),
            known::ORGANISATIONS => Some(Self::Members),
            _ => None,
        }
    }
}

/// Lays out the matrix of what a filter keeps.
pub fn matrix(atlas: &Atlas, filter: &Filter) -> Matrix {
    let ground = Ground::of(atlas, filter);
    let columns = columns(atlas, filter);
    let dyads = columns.iter().flat_map(|(_, dyads)| dyads);
    let dyads: Vec<(Dyad, ClaimSet)> = dyads.map(|&dyad| (dyad, dyad.claims(atlas))).collect();
    let shown = |&(id, _): &(CategoryId, _)| {
        let value = FacetValue::Category(id);
        // A chosen category stands there though it is empty.
        filter.admits(value) && (filter.has(value) || !atlas.index().category(id).is_empty())
    };
    let rows = atlas
        .categories()
        .filter(shown)
        .map(|(category, record)| {
            let of_category = ground.of_category(category);
            let cells = dyads.iter().map(|(dyad, claims)| of_category.cell(*dyad, claims).0);
            Row { category, group: record.group, cells: cells.collect() }
        })
        .collect();
    Matrix { columns, rows }
}

/// The claims that a cell stands on.
pub fn cell_claims(atlas: &Atlas, filter: &Filter, dyad: Dyad, category: CategoryId) -> ClaimSet {
    Ground::of(atlas, filter).cell(dyad, category).1
}

/// A power's cells of one category, one a state.
pub fn cells(atlas: &Atlas, filter: &Filter, power: ActorId, category: CategoryId) -> Vec<Cell> {
    let ground = Ground::of(atlas, filter);
    let of_category = ground.of_category(category);
    let states = atlas.states().iter();
    let pairs = states.map(|&state| Dyad { state, power });
    pairs.map(|dyad| of_category.cell(dyad, &dyad.claims(atlas)).0).collect()
}

/// The claims of a pair that a filter keeps: in one category those behind its cell.
pub fn claims_of_pair(
    atlas: &Atlas,
    filter: &Filter,
    dyad: Dyad,
    category: Option<CategoryId>,
) -> ClaimSet {
    match category {
        Some(category) => cell_claims(atlas, filter, dyad, category),
        None => filter.run(atlas).kept.and(&dyad.claims(atlas)),
    }
}

/// What cells are computed from: gathered once, however many cells are asked for.
pub(super) struct Ground<'a> {
    atlas: &'a Atlas,
    /// What the filter keeps.
    pub(super) kept: ClaimSet,
    /// States of things, whichever powers and states are chosen: that a state is a member of an
    /// organisation matters under a power that its claim does not name.
    standings: Vec<Standing>,
    /// A date is looked from.
    pub(super) dated: bool,
}

impl<'a> Ground<'a> {
    pub(super) fn of(atlas: &'a Atlas, filter: &Filter) -> Self {
        let standings = standing_under(atlas, &filter.of_anyone());
        Self { atlas, kept: filter.run(atlas).kept, standings, dated: filter.at.is_some() }
    }

    /// A cell and the claims that it stands on.
    pub(super) fn cell(&self, dyad: Dyad, category: CategoryId) -> (Cell, ClaimSet) {
        self.of_category(category).cell(dyad, &dyad.claims(self.atlas))
    }

    pub(super) fn of_category(&self, category: CategoryId) -> OfCategory<'_> {
        let of_category = self.atlas.index().category(category);
        let of_category_claim = |standing: &&Standing| {
            standing.claims.first().is_some_and(|&(id, _)| of_category.contains(id))
        };
        OfCategory {
            atlas: self.atlas,
            category,
            coding: Coding::of(self.atlas, category),
            kept: self.kept.and(of_category),
            standings: self.standings.iter().filter(of_category_claim).collect(),
            dated: self.dated,
        }
    }
}

/// The chosen powers and states; all where none is chosen.
fn columns(atlas: &Atlas, filter: &Filter) -> Vec<(ActorId, Vec<Dyad>)> {
    let powers = atlas.powers().iter().filter(|&&id| filter.admits(FacetValue::Power(id)));
    powers
        .map(|&power| {
            let states = atlas.states().iter().filter(|&&id| filter.admits(FacetValue::State(id)));
            (power, states.map(|&state| Dyad { state, power }).collect())
        })
        .collect()
}

/// The ground of one row.
pub(super) struct OfCategory<'a> {
    atlas: &'a Atlas,
    category: CategoryId,
    coding: Option<Coding>,
    kept: ClaimSet,
    standings: Vec<&'a Standing>,
    dated: bool,
}

impl<'a> OfCategory<'a> {
    /// The cell of a pair, of which `of_pair` are all claims.
    pub(super) fn cell(&self, dyad: Dyad, of_pair: &ClaimSet) -> (Cell, ClaimSet) {
        let Self { atlas, category, .. } = *self;
        let mut claims = self.kept.and(of_pair);
        let coded = match self.coding {
            Some(Coding::Tie) => self.tie(dyad),
            Some(Coding::Visa) => self.visa(dyad),
            Some(Coding::Sites) => self.sites(dyad),
            Some(Coding::Posts) => self.posts(dyad),
            Some(Coding::Members) => self.members(dyad),
            None => None,
        };
        let disputed_standing = coded.iter().flat_map(|(_, used)| used).any(|used| used.disputed);
        for &(id, _) in coded.iter().flat_map(|(_, used)| used).flat_map(|used| &used.claims) {
            claims.insert(id);
        }
        let used = coded.iter().flat_map(|(_, used)| used).copied();
        let last_known = if self.dated { self.last_known(used) } else { None };
        let all_absent = !claims.is_empty() && claims.iter().all(|id| atlas.claim(id).denies());
        let content = match coded {
            Some((content, _)) => content,
            None if all_absent => Content::StatedNo,
            None if !claims.is_empty() && self.coding.is_some() => Content::Uncoded,
            None if !claims.is_empty() => Content::Count,
            None if in_scope(atlas, dyad, category) => Content::NoClaim,
            None => Content::OutOfScope,
        };
        let disputed = disputed_standing || claims.len_with(atlas.index().disputed()) > 0;
        (Cell { dyad, category, content, claims: claims.len(), disputed, last_known }, claims)
    }

    /// How many of the states that a cell shows are only last known. A site that was closed stays so.
    fn last_known(&self, used: impl Iterator<Item = &'a Standing>) -> Option<LastKnown> {
        let (mut found, mut of) = (None, 0);
        for standing in used {
            let is_site = matches!(standing.subject, Subject::Facility { .. });
            if is_site && site_status(self.atlas, standing) != Some(SiteStatus::Open) {
                continue;
            }
            let Some((_, hold)) = standing.first(self.atlas) else { continue };
            of += 1;
            if hold == Hold::LastKnown {
                let (some, first) = found.unwrap_or((0, standing.farthest(self.atlas)?));
                found = Some((some + 1, first));
            }
        }
        found.map(|(some, claim)| LastKnown { some, of, claim })
    }

    fn tie(&self, dyad: Dyad) -> Option<(Content, Vec<&'a Standing>)> {
        let pair = Subject::Partnership(dyad.state.min(dyad.power), dyad.state.max(dyad.power));
        let standing = *self.standings.iter().find(|standing| standing.subject == pair)?;
        match &standing.first(self.atlas)?.0.code {
            Some(Code::Partnership(code)) => Some((Content::Tie(code.level), vec![standing])),
            _ => None,
        }
    }

    fn visa(&self, dyad: Dyad) -> Option<(Content, Vec<&'a Standing>)> {
        let rule = |traveller, destination, inward| {
            let subject = Subject::Visa { traveller, destination, limited: None };
            let standing = *self.standings.iter().find(|standing| standing.subject == subject)?;
            match &standing.first(self.atlas)?.0.code {
                Some(Code::Visa(code)) => Some((
                    Content::Visa { rule: code.rule, days: code.days, inward },
                    vec![standing],
                )),
                _ => None,
            }
        };
        rule(dyad.state, dyad.power, false).or_else(|| rule(dyad.power, dyad.state, true))
    }

    fn sites(&self, dyad: Dyad) -> Option<(Content, Vec<&'a Standing>)> {
        let of_pair = |standing: &&&Standing| match standing.subject {
            Subject::Facility { place, operator } => {
                operator == dyad.power && self.atlas.place(place).country == Some(dyad.state)
            }
            _ => false,
        };
        let used: Vec<&Standing> = self.standings.iter().filter(of_pair).copied().collect();
        let sites = Sites::of(self.atlas, used.iter().copied(), self.dated);
        (!sites.is_empty()).then_some((Content::Sites(sites), used))
    }

    fn posts(&self, dyad: Dyad) -> Option<(Content, Vec<&'a Standing>)> {
        let pair = [dyad.state, dyad.power];
        let between = |standing: &&&Standing| match standing.subject {
            Subject::Post { sender, host, .. } => {
                let open = standing.first(self.atlas).is_some_and(|(_, hold)| hold != Hold::Ended);
                open && pair.contains(&sender) && pair.contains(&host)
            }
            _ => false,
        };
        let used: Vec<&Standing> = self.standings.iter().filter(between).copied().collect();
        (!used.is_empty()).then_some((Content::Posts(used.len()), used))
    }

    fn members(&self, dyad: Dyad) -> Option<(Content, Vec<&'a Standing>)> {
        let of = |actor: ActorId| {
            self.standings.iter().filter_map(move |&standing| match standing.subject {
                Subject::Membership { member, organisation } if member == actor => {
                    let (status, hold) = membership(self.atlas, standing)?;
                    // An organisation that was left, or is no more, is history.
                    (hold != Hold::Ended).then_some((organisation, status, standing))
                }
                _ => None,
            })
        };
        let joined = |organisation: ActorId| {
            of(dyad.power)
                .any(|(own, status, _)| own == organisation && status == MembershipStatus::Member)
        };
        let own: Vec<_> =
            of(dyad.state).filter(|&(organisation, ..)| joined(organisation)).collect();
        let members = own.iter().map(|&(organisation, status, _)| (organisation, status)).collect();
        let used: Vec<&Standing> = own.iter().map(|&(.., standing)| standing).collect();
        (!used.is_empty()).then_some((Content::Members(members), used))
    }
}

/// Whether some document set out to cover the pair and the category.
fn in_scope(atlas: &Atlas, dyad: Dyad, category: CategoryId) -> bool {
    atlas.sources().any(|(_, source)| {
        source.scope_categories.contains(&category)
            && source.scope_actors.contains(&dyad.state)
            && source.scope_actors.contains(&dyad.power)
    })
}

/// Where each step of the neutral ramp for a number of claims begins.
pub const STEPS: [usize; 5] = [1, 2, 4, 7, 10];

/// The step of that ramp for a number of claims; 0 for none.
pub fn shade(claims: usize) -> u8 {
    STEPS.iter().filter(|&&from| from <= claims).count() as u8
}
