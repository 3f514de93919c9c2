//! The key of a table of two axes: how dark its counts and its codes are, and the signs that it shows.

use crate::atlas::Atlas;
use crate::markup::Markup;
use crate::scene::crosstab::{Axis, Crosstab, Plan, Ramp, Shown, step_of};
use crate::scene::membership::Membership;
use crate::words::{Matrix, MatrixPage};

/// The ramp of counts, and the shades of codes that have an order; each where the table has such cells.
pub(super) fn steps(markup: &mut Markup, atlas: &Atlas, plan: &Plan, table: &Crosstab) {
    if table.counts().next().is_some() {
        ramp(markup, atlas, table.ramp());
    }
    if table.cells.iter().flatten().all(|cell| !matches!(cell.shown, Shown::Coded(_))) {
        return;
    }
    if [plan.rows, plan.columns].contains(&Axis::Organisation) {
        for membership in [Membership::Member, Membership::Partly, Membership::Not] {
            let class = match step_of(membership) {
                0 => "cell code stated-no".to_owned(),
                step => format!("cell code shade-{step}"),
            };
            entry(markup, &class, atlas.say(membership));
        }
    } else if [plan.rows, plan.columns].contains(&Axis::Category) {
        entry(markup, "cell code shade-3", atlas.say(MatrixPage::CodesByLevel));
    } else {
        entry(markup, "cell code shade-1", atlas.say(MatrixPage::CodesUnordered));
    }
}

/// Counts, from the palest to the darkest.
pub(crate) fn ramp(markup: &mut Markup, atlas: &Atlas, ramp: Ramp) {
    markup.element("li", &[("class", "ramp")], |m| {
        m.text(atlas.say(Matrix::Claims));
        for (step, from) in ramp.labels() {
            m.leaf("span", &[("class", &format!("cell count shade-{step}"))], &from);
        }
    });
}

fn entry(markup: &mut Markup, class: &str, words: &str) {
    markup.element("li", &[], |m| {
        m.leaf("span", &[("class", class)], "");
        m.text(words);
    });
}

/// Whether the table has a cell of the look that an entry of its key explains.
pub(super) fn is_used(class: &str, table: &Crosstab) -> bool {
    table.cells.iter().flatten().any(|cell| match class {
        "cell stated-no" => cell.shown == Shown::StatedNo,
        "cell no-claim" => cell.shown == Shown::NoClaim,
        "cell out-of-scope" => cell.shown == Shown::OutOfScope,
        _ => cell.disputed,
    })
}
