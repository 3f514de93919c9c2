//! A table of any two axes: what each crossing shows, on which claims.

pub mod arrange;
pub mod axis;
mod reading;

pub use arrange::{Hand, Sort};
pub use axis::{Axis, Line, Of};

pub use crate::query::Relation;

use super::axis::dated_year;
use super::matrix::{Ground, STEPS};
use crate::atlas::term::LinkKind;
use crate::atlas::{ActorId, Atlas, CategoryId, ClaimSet, Dyad, IssueId};
use crate::query::lens::counts;
use crate::query::{FacetValue, Filter, Lens};
use crate::words::{Against, Count, Said, Words};
pub use reading::step_of;
use reading::{Reading, stances, stand};

/// What the reader asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What the rows are.
    pub rows: Axis,
    /// What the columns are.
    pub columns: Axis,
    /// Show counts even where there is a code.
    pub counts: bool,
    /// What decides the order.
    pub sort: Sort,
    /// The reader's own order of rows.
    pub row_hand: Hand,
    /// The reader's own order of columns.
    pub column_hand: Hand,
    /// Two documents to set against each other.
    pub lens: Option<Lens>,
}

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Crosstab {
    /// Rows, in order.
    pub rows: Vec<Line>,
    /// Columns, in order.
    pub columns: Vec<Line>,
    /// The crossings, row by row.
    pub cells: Vec<Vec<Cell>>,
    /// Under a lens: how many crossings are told how, in the order of [`Relation::TOLD`].
    pub told: [usize; 4],
}

/// A crossing.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it shows.
    pub shown: Shown,
    /// The claims that it stands on.
    pub claims: ClaimSet,
    /// The step of the ramp for a code, whatever the number of its claims: 0 for what denies it.
    pub step: u8,
    /// Some of them disagree, with each other or with another claim.
    pub disputed: bool,
    /// Under a lens: what each of the two documents says.
    pub told: Option<Told>,
}

/// What a crossing shows; the kinds of emptiness are kept apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// A coded value, in words.
    Coded(String),
    /// So many claims.
    Count(usize),
    /// The documents state that there is nothing.
    StatedNo,
    /// No claim; that says nothing about the relation.
    NoClaim,
    /// No document set out to cover it.
    OutOfScope,
    /// Told in another way than is asked for.
    LeftOut,
}

/// The ramp of a table's counts: where each of its five steps begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ramp(pub [usize; 5]);

impl Ramp {
    /// The ramp of counts of which this is the highest: small ones as in the plain matrix, higher ones so that ten and
    /// a hundred differ.
    pub fn up_to(most: usize) -> Self {
        Self(match most {
            0..=24 => STEPS,
            25..=59 => [1, 4, 10, 20, 35],
            _ => [1, 5, 15, 40, 80],
        })
    }

    /// The step of a number; 0 for none.
    pub fn step(self, count: usize) -> u8 {
        self.0.iter().filter(|&&from| from <= count).count() as u8
    }

    /// What each step begins with, as a key has it.
    pub fn labels(self) -> impl Iterator<Item = (u8, String)> {
        let last = |step| if step == 5 { "+" } else { "" };
        (1..).zip(self.0).map(move |(step, from)| (step, format!("{from}{}", last(step))))
    }
}

impl Crosstab {
    /// The ramp of its counts.
    pub fn ramp(&self) -> Ramp {
        Ramp::up_to(self.counts().max().unwrap_or_default())
    }

    /// What its cells that count show.
    pub fn counts(&self) -> impl Iterator<Item = usize> {
        self.cells.iter().flatten().filter_map(|cell| match cell.shown {
            Shown::Count(count) => Some(count),
            _ => None,
        })
    }
}

impl Shown {
    /// As a cell prints it; nothing for the two kinds of no claim, which are drawn.
    pub fn text(&self, own: &Words) -> String {
        match self {
            Self::Coded(words) => words.clone(),
            Self::Count(count) => own.number(*count),
            Self::StatedNo => own.say(Said::StatedNo).to_owned(),
            Self::NoClaim | Self::OutOfScope | Self::LeftOut => String::new(),
        }
    }

    /// As it is spoken.
    pub fn spoken(&self, own: &Words) -> String {
        match self {
            Self::Coded(words) => words.clone(),
            Self::Count(count) => own.count(*count, Count::Claims),
            Self::StatedNo => own.say(Said::StatedNone).to_owned(),
            Self::NoClaim => own.say(Said::NoClaim).to_owned(),
            Self::OutOfScope => own.say(Said::OutOfScope).to_owned(),
            Self::LeftOut => own.say(Against::LeftOut).to_owned(),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::NoClaim | Self::OutOfScope | Self::LeftOut)
    }
}

/// What two documents say of the same crossing.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// By the first.
    pub first: Shown,
    /// By the second.
    pub second: Shown,
    /// How the two accounts stand to each other.
    pub relation: Relation,
}

/// Lays out the table of what a filter keeps; under a lens, of what of it the two documents tell.
pub fn crosstab(atlas: &Atlas, filter: &Filter, plan: &Plan) -> Crosstab {
    let whole = match plan.lens {
        Some(lens) => Reading::of(atlas, &lens.narrow(atlas, filter), plan),
        None => Reading::of(atlas, filter, plan),
    };
    let keep = |line: &Line| chosen(atlas, filter, line) && line.claims.len_with(whole.kept()) > 0;
    let rows: Vec<Line> = plan.rows.lines(atlas).into_iter().filter(keep).collect();
    let columns: Vec<Line> = plan.columns.lines(atlas).into_iter().filter(keep).collect();
    let told = plan.lens.map(|lens| {
        let [first, second] = lens.each(atlas, filter);
        (
            Reading::by(atlas, &first, plan, lens.first),
            Reading::by(atlas, &second, plan, lens.second),
        )
    });
    let mut cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            let cell = |column: &Line| {
                let told = told.as_ref().map(|(first, second)| {
                    let stand = stand(row, column);
                    tell(atlas, first.cell(row, column), second.cell(row, column), stand)
                });
                Cell { told, ..whole.cell(row, column) }
            };
            columns.iter().map(cell).collect()
        })
        .collect();
    let relations = cells.iter().flatten().filter_map(|cell| cell.told.as_ref());
    let told = counts(relations.map(|told| told.relation));
    if let Some(only) = plan.lens.and_then(|lens| lens.only) {
        let other = |told: &Told| told.relation != only && told.relation != Relation::Silent;
        for cell in cells.iter_mut().flatten().filter(|cell| cell.told.as_ref().is_some_and(other))
        {
            let claims = ClaimSet::none(atlas.claims().len());
            *cell = Cell { shown: Shown::LeftOut, claims, step: 0, disputed: false, told: None };
        }
    }
    Crosstab { told, ..ordered(rows, columns, cells, plan) }
}

/// Chosen states, powers and the like leave out the others of their axis.
fn chosen(atlas: &Atlas, filter: &Filter, line: &Line) -> bool {
    let actor = |id: ActorId| match () {
        () if atlas.states().contains(&id) => filter.admits(FacetValue::State(id)),
        () if atlas.powers().contains(&id) => filter.admits(FacetValue::Power(id)),
        () => true,
    };
    match line.of {
        Of::Category(id) => filter.admits(FacetValue::Category(id)),
        Of::Source(id) => filter.admits(FacetValue::Source(id)),
        Of::Dyad(dyad) => actor(dyad.state) && actor(dyad.power),
        Of::Actor(id) => actor(id),
        Of::Issue(id) => filter.admits(FacetValue::Issue(id)),
        Of::Claims => true,
    }
}

fn ordered(rows: Vec<Line>, columns: Vec<Line>, cells: Vec<Vec<Cell>>, plan: &Plan) -> Crosstab {
    let count = |row: usize, column: usize| {
        cells.get(row).and_then(|row| row.get(column)).map_or(0, |cell| cell.claims.len())
    };
    let mut row_order: Vec<usize> = (0..rows.len()).collect();
    let mut column_order: Vec<usize> = (0..columns.len()).collect();
    let find = |lines: &[Line], slug: &str| lines.iter().position(|line| line.slug == slug);
    match &plan.sort {
        Sort::Own => {}
        Sort::ByColumn(slug) => {
            if let Some(column) = find(&columns, slug) {
                row_order.sort_by_key(|&row| std::cmp::Reverse(count(row, column)));
            }
        }
        Sort::ByRow(slug) => {
            if let Some(row) = find(&rows, slug) {
                column_order.sort_by_key(|&column| std::cmp::Reverse(count(row, column)));
            }
        }
        Sort::Like => {
            let counts: Vec<Vec<usize>> = (0..rows.len())
                .map(|row| (0..columns.len()).map(|column| count(row, column)).collect())
                .collect();
            (row_order, column_order) = arrange::alike(&counts);
        }
    }
    let slug =
        |lines: &[Line], at: usize| lines.get(at).map(|line| line.slug.clone()).unwrap_or_default();
    let row_order = plan.row_hand.arrange(row_order, &|at| slug(&rows, at));
    let column_order = plan.column_hand.arrange(column_order, &|at| slug(&columns, at));
    let pick = |lines: &[Line], order: &[usize]| {
        order.iter().filter_map(|&at| lines.get(at).cloned()).collect()
    };
    let row_of_cells = |&row: &usize| {
        let cells = cells.get(row)?;
        Some(column_order.iter().filter_map(|&column| cells.get(column).cloned()).collect())
    };
    Crosstab {
        cells: row_order.iter().filter_map(row_of_cells).collect(),
        rows: pick(&rows, &row_order),
        columns: pick(&columns, &column_order),
        told: [0; 4],
    }
}

fn tell(atlas: &Atlas, first: Cell, second: Cell, stand: Option<(ActorId, IssueId)>) -> Told {
    let contradict = first.claims.iter().any(|id| {
        atlas.links_of(id).any(|(_, link, other)| {
            link.kind == LinkKind::Contradicts && second.claims.contains(other)
        })
    });
    let codes_differ = match (&first.shown, &second.shown) {
        (Shown::Coded(one), Shown::Coded(other)) => match stand {
            // Where a document gives several stances, one that both give is common ground, as it is in positions.
            Some(stand) => {
                let [one, other] =
                    [&first, &second].map(|cell| stances(atlas, &cell.claims, stand));
                !one.iter().any(|value| other.contains(value))
            }
            None => one != other,
        },
        (Shown::StatedNo, Shown::Coded(_)) | (Shown::Coded(_), Shown::StatedNo) => true,
        _ => false,
    };
    let speaks = [&first, &second].map(|cell| !cell.shown.is_empty());
    let differ = speaks == [true; 2] && (contradict || codes_differ);
    let relation = Relation::of(speaks[0], speaks[1], differ);
    Told { first: first.shown, second: second.shown, relation }
}

/// Claims that began in each span of four years, from 1988 on; what a cell's history line is drawn from. A claim
/// whose document does not tell when it began is in none.
pub fn history(atlas: &Atlas, claims: &ClaimSet) -> Vec<usize> {
    const FIRST: i32 = 1988;
    const SPAN: i32 = 4;
    const SPANS: usize = 10;
    let mut history = vec![0; SPANS];
    let began = |id| dated_year(atlas.claim(id).when?.start.0);
    for year in claims.iter().filter_map(began) {
        let at = (year - FIRST).div_euclid(SPAN);
        if let Some(count) = usize::try_from(at).ok().and_then(|at| history.get_mut(at)) {
            *count += 1;
        }
    }
    history
}

/// The history of each cell of the mapping, whatever the date that is looked from: category by category, the pairs of
/// each in the order of the columns. Categories and pairs that the filter leaves out are there, too.
pub fn histories(
    atlas: &Atlas,
    filter: &Filter,
) -> impl Iterator<Item = (CategoryId, Dyad, Vec<usize>)> {
    let ground = Ground::of(atlas, &filter.at_any_time());
    atlas.categories().flat_map(move |(category, _)| {
        let of_category = ground.of_category(category);
        let one = |dyad| history(atlas, &of_category.cell(dyad, &dyad.claims(atlas)).1);
        atlas.dyads().map(|dyad| (category, dyad, one(dyad))).collect::<Vec<_>>()
    })
}
