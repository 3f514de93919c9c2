//! Figures that can be compared: by category, unit and span, and what of them may be added up.

mod posts;

pub use posts::{Posts, posts};

use crate::atlas::term::{ArmsStatus, Qualifier};
use crate::atlas::{ActorId, Atlas, CategoryId, ClaimId, ClaimSet, Code, Texts};
use crate::dataset::known;
use crate::order::{by_key, most_first};

/// One figure that a claim gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The claim.
    pub claim: ClaimId,
    /// What is counted.
    pub what: String,
    /// The figure, or the lower of two.
    pub value: f64,
    /// The higher of two.
    pub max: Option<f64>,
    /// How exactly.
    pub qualifier: Qualifier,
    /// When, EDTF; the claim's own date where the figure has none.
    pub at: Option<&'static str>,
    /// Of an arms deal: supplier, recipient, how far it has come.
    pub deal: Option<(ActorId, ActorId, ArmsStatus)>,
}

impl Figure {
    /// How far its bar reaches.
    pub fn reach(&self) -> f64 {
        self.max.unwrap_or(self.value).max(self.value)
    }

    /// The year in which its date begins, or ends where no beginning is told; the first of a decade or a century.
    pub fn year(&self) -> Option<u16> {
        let mut parts = self.at?.split(|sign: char| !sign.is_ascii_digit() && sign != 'X');
        let digit = |sign: char| sign.to_digit(10).unwrap_or_default() as u16;
        let year = parts.find(|part| part.len() == 4)?;
        Some(year.chars().fold(0, |year, sign| year * 10 + digit(sign)))
    }
}

/// Figures of one category in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The category of their claims.
    pub category: CategoryId,
    /// In what.
    pub unit: &'static str,
    /// Per what.
    pub per: Option<&'static str>,
    /// The greatest first; by year where [`Series::is_by_year`].
    pub figures: Vec<Figure>,
}

impl Series {
    /// Whether its figures stand by year, the earliest first, and what has no date last: of aid it matters when it was
    /// given, and amounts of one year can be set side by side.
    pub fn is_by_year(&self, atlas: &Atlas) -> bool {
        atlas.category(self.category).slug == known::AID
    }

    fn put(&mut self, order: Vec<usize>) {
        self.figures = order.into_iter().filter_map(|at| self.figures.get(at).cloned()).collect();
    }

    /// How many of its figures have no date.
    pub fn undated(&self) -> usize {
        self.figures.iter().filter(|figure| figure.year().is_none()).count()
    }
}

/// Every series of the given claims: by category, those of one figure too.
pub fn series(atlas: &Atlas, texts: &Texts, kept: &ClaimSet) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for claim in kept.iter() {
        for (unit, per, figure) in of_claim(atlas, texts, claim) {
            let category = atlas.claim(claim).category;
            let own = |series: &&mut Series| {
                (series.category, series.unit, series.per) == (category, unit, per)
            };
            match all.iter_mut().find(own) {
                Some(series) => series.figures.push(figure),
                None => all.push(Series { category, unit, per, figures: vec![figure] }),
            }
        }
    }
    for series in &mut all {
        // A figure is positive: its bits keep its order.
        let reach = series.figures.iter().map(|own| own.reach().max(0.0).to_bits());
        series.put(most_first(reach));
        if series.is_by_year(atlas) {
            // Those of one year keep the greatest first.
            let year = |figure: &Figure| figure.year().map_or(u64::MAX, u64::from);
            series.put(by_key(series.figures.iter().map(year)));
        }
    }
    let order = by_key(all.iter().map(|series| series.category.index() as u64));
    order.into_iter().filter_map(|at| all.get(at).cloned()).collect()
}

type Given = (&'static str, Option<&'static str>, Figure);

/// What a claim's quantities give, and its code where no quantity says the same.
fn of_claim(atlas: &Atlas, texts: &Texts, id: ClaimId) -> Vec<Given> {
    let claim = atlas.claim(id);
    let quantities = texts.claim(id).map(|text| text.quantities.as_slice()).unwrap_or_default();
    let mut given: Vec<Given> = Vec::new();
    for quantity in quantities {
        let figure = Figure {
            claim: id,
            what: quantity.what.to_owned(),
            value: quantity.value,
            max: quantity.max,
            qualifier: quantity.qualifier,
            at: quantity.at.or(claim.date()),
            deal: None,
        };
        given.push((quantity.unit, quantity.per, figure));
    }
    let name = |id: ActorId| atlas.actor(id).name;
    let coded = match &claim.code {
        Some(Code::Arms(code)) => code.value.map(|value| {
            let what =
                format!("{}, {} to {}", code.item, name(code.supplier), name(code.recipient));
            let deal = (code.supplier, code.recipient, code.status);
            (code.currency.unwrap_or("count"), what, value, Some(deal))
        }),
        Some(Code::Aid(code)) => code.value.map(|value| {
            let programme = code.programme.map(|own| format!(", {own}")).unwrap_or_default();
            let what = format!("{} to {}{programme}", name(code.donor), name(code.recipient));
            (code.currency.unwrap_or("count"), what, value, None)
        }),
        Some(Code::Exercise(code)) => code.count.map(|count| {
            let what = code.series.or(code.framework).unwrap_or("exercises").to_owned();
            ("count", what, f64::from(count), None)
        }),
        _ => None,
    };
    if let Some((unit, what, value, deal)) = coded
        && !given.iter().any(|(own, _, figure)| *own == unit && figure.value == value)
    {
        let (max, qualifier, at) = (None, Qualifier::Exact, claim.date());
        let figure = Figure { claim: id, what, value, max, qualifier, at, deal };
        given.push((unit, None, figure));
    }
    given
}

/// A sum of deals that may be added up.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// Supplier, recipient, how far the deals have come.
    pub deal: (ActorId, ActorId, ArmsStatus),
    /// When, EDTF.
    pub at: &'static str,
    /// In the series' unit.
    pub total: f64,
    /// The claims.
    pub claims: Vec<ClaimId>,
}

/// What of a series adds up: deals of one supplier, one recipient, one status and one date, each with an
/// exact figure. Nothing else does: of two figures for aid, one may hold the other.
pub fn sums(series: &Series) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for figure in &series.figures {
        let exact = figure.qualifier == Qualifier::Exact && figure.max.is_none();
        let (Some(deal), Some(at), true) = (figure.deal, figure.at, exact) else { continue };
        match sums.iter_mut().find(|sum| sum.deal == deal && sum.at == at) {
            Some(sum) => {
                sum.total += figure.value;
                sum.claims.push(figure.claim);
            }
            None => sums.push(Sum { deal, at, total: figure.value, claims: vec![figure.claim] }),
        }
    }
    sums.retain(|sum| sum.claims.len() > 1);
    sums
}
