//! The matrix as the reader arranges it: any two axes, sorted, reordered, transposed, or two documents
//! against each other.

mod grid;

use super::{Desk, field, presets, sheet};
use crate::atlas::term::LinkKind;
use crate::atlas::{Atlas, ClaimSet, SourceId};
use crate::markup::{Markup, counted, list};
use crate::scene::crosstab::{Axis, Crosstab, Hand, Line, Plan, Relation, Sort, crosstab};
use crate::scene::words;
use crate::view::{Choice, Tab, ViewState};

/// Arrangements that readers of the field ask for: name, rows, columns.
const PRESETS: [(&str, Axis, Axis); 7] = [
    ("The mapping", Axis::Category, Axis::Dyad),
    ("Organisations", Axis::Organisation, Axis::Party),
    ("Visas", Axis::Traveller, Axis::Destination),
    ("Posts", Axis::Sender, Axis::Host),
    ("Bases", Axis::Operator, Axis::Host),
    ("Sources", Axis::Category, Axis::Source),
    ("Periods", Axis::Category, Axis::Period),
];

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let plan = plan(desk.atlas, desk.view);
    let table = crosstab(desk.atlas, &desk.view.filter, &plan);
    let lead = lead(desk, &plan, &table);
    let title = format!("{} by {}", words::capitalised(plan.rows.words()), plan.columns.words());
    sheet(markup, desk, "crosstab", &title, &lead, |m| {
        arrangements(m, desk, &plan);
        controls(m, desk, &plan);
        if table.rows.is_empty() || table.columns.is_empty() {
            m.leaf("p", &[], "No claim is left for these rows and columns; take a filter off.");
            return;
        }
        hidden(m, desk, &plan);
        m.element("div", &[("class", "crosstab-and-claims")], |m| {
            m.element("div", &[("class", "crosstab-scroll"), ("id", "crosstab-scroll")], |m| {
                grid::grid(m, desk, &plan, &table);
                // Takes an order made by dragging into the link.
                let by_hand = [("type", "hidden"), ("id", "order-by-hand"), ("data-key", "order")];
                m.shape("input", &by_hand);
            });
            claims(m, desk, &table);
        });
        key(m, desk, &plan);
    });
}

/// The reader's order once a line of the table, as `r.bases` or `c.KZ-RU`, was put before another or behind all
/// of its side: as the link has it. `None` where there is no such table.
pub(super) fn reordered(desk: Desk<'_>, line: &str, before: Option<&str>) -> Option<String> {
    let plan = plan(desk.atlas, desk.view);
    let table = crosstab(desk.atlas, &desk.view.filter, &plan);
    let (side, slug) = line.split_once('.')?;
    let before = before.and_then(|before| before.split_once('.')).map(|(_, slug)| slug);
    let slugs = |lines: &[Line]| lines.iter().map(|line| line.slug.clone()).collect::<Vec<_>>();
    let put = |lines: Vec<String>, hand: &Hand| {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        hand.put(&lines, slug, before)
    };
    Some(match side {
        "r" => order(&put(slugs(&table.rows), &plan.row_hand), &plan.column_hand),
        "c" => order(&plan.row_hand, &put(slugs(&table.columns), &plan.column_hand)),
        _ => return None,
    })
}

/// Both axes' orders as the link has them.
fn order(rows: &Hand, columns: &Hand) -> String {
    [rows.text('r'), columns.text('c')].join("~").trim_matches('~').to_owned()
}

/// What the link asks for; what it names wrongly is as if it were not named.
pub(crate) fn plan(atlas: &Atlas, view: &ViewState) -> Plan {
    let choices = &view.choices;
    let axis = |choice, default| choices.get(choice).and_then(Axis::read).unwrap_or(default);
    let order = choices.get(Choice::Order).unwrap_or_default();
    Plan {
        rows: axis(Choice::Rows, Axis::Category),
        columns: axis(Choice::Columns, Axis::Dyad),
        counts: choices.get(Choice::Cell) == Some("count"),
        sort: choices.get(Choice::Sort).and_then(Sort::read).unwrap_or_default(),
        row_hand: Hand::read(order, 'r'),
        column_hand: Hand::read(order, 'c'),
        lens: lens(atlas, view),
    }
}

/// The two documents of `lens=a~b`.
fn lens(atlas: &Atlas, view: &ViewState) -> Option<(SourceId, SourceId)> {
    let (first, second) = view.choices.get(Choice::Lens)?.split_once('~')?;
    let find =
        |slug: &str| atlas.sources().find(|(_, source)| source.slug == slug).map(|(id, _)| id);
    find(first).zip(find(second)).filter(|(first, second)| first != second)
}

fn lead(desk: Desk<'_>, plan: &Plan, table: &Crosstab) -> String {
    let cells = || table.cells.iter().flatten();
    let size = format!(
        "{} by {}",
        counted(table.rows.len(), "row"),
        counted(table.columns.len(), "column")
    );
    let Some((first, second)) = plan.lens else {
        let filled = cells().filter(|cell| !cell.claims.is_empty()).count();
        let disputed = cells().filter(|cell| cell.disputed).count();
        return format!(
            "{size}; {} hold claims, {disputed} of them disputed. Press a cell for its claims, a heading to sort.",
            counted(filled, "cell")
        );
    };
    let of = |relation| {
        cells()
            .filter(|cell| cell.told.as_ref().is_some_and(|told| told.relation == relation))
            .count()
    };
    let name = |id: SourceId| desk.atlas.source(id).title;
    format!(
        "“{}” against “{}”, {size}: they differ in {}, both speak in {} more, the first alone in {}, the second alone in {}.",
        name(first),
        name(second),
        counted(of(Relation::Differ), "cell"),
        of(Relation::Both),
        of(Relation::FirstOnly),
        of(Relation::SecondOnly),
    )
}

fn arrangements(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let links = PRESETS.map(|(name, rows, columns)| {
        let href = desk.choosing_all(&[
            (Choice::Rows, rows.slug()),
            (Choice::Columns, columns.slug()),
            (Choice::Sort, ""),
            (Choice::Order, ""),
            (Choice::Focus, ""),
        ]);
        let here = (plan.rows, plan.columns) == (rows, columns);
        (format!("{}-by-{}", rows.slug(), columns.slug()), name, here, href)
    });
    presets(markup, "Arrangements", links);
}

fn controls(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    markup.element("div", &[("class", "controls")], |m| {
        let axes =
            |at: Axis| Axis::ALL.iter().map(move |axis| (axis.slug(), axis.words(), *axis == at));
        field(m, "choose-rows", "Rows", Choice::Rows, axes(plan.rows));
        field(m, "choose-cols", "Columns", Choice::Columns, axes(plan.columns));
        let cells =
            [("code", "codes, else counts", !plan.counts), ("count", "counts only", plan.counts)];
        field(m, "choose-cell", "Cells", Choice::Cell, cells);
        let sources: Vec<(SourceId, &str)> =
            desk.atlas.sources().map(|(id, source)| (id, source.slug)).collect();
        let lenses = pairs(&sources).map(|((a, a_slug), (b, b_slug))| {
            let words = format!("{a_slug} against {b_slug}");
            (format!("{a_slug}~{b_slug}"), words, plan.lens == Some((a, b)))
        });
        let none = (String::new(), "all together".to_owned(), plan.lens.is_none());
        let lenses = [none].into_iter().chain(lenses);
        field(m, "choose-lens", "Documents", Choice::Lens, lenses);
        let order = [plan.row_hand.text('c'), plan.column_hand.text('r')].join("~");
        let transposed = desk.choosing_all(&[
            (Choice::Rows, plan.columns.slug()),
            (Choice::Columns, plan.rows.slug()),
            (Choice::Order, order.trim_matches('~')),
            (Choice::Sort, ""),
            (Choice::Focus, ""),
        ]);
        m.leaf(
            "a",
            &[("class", "button"), ("id", "transpose"), ("href", &transposed)],
            "Transpose",
        );
        let like = plan.sort == Sort::Like;
        let alike = desk.choosing(Choice::Sort, if like { "" } else { "like" });
        let mut attributes = vec![("class", "button"), ("id", "alike"), ("href", alike.as_str())];
        attributes.push(("aria-current", if like { "true" } else { "false" }));
        m.leaf("a", &attributes, "Like by like");
        if plan.sort != Sort::Own
            || plan.row_hand != Hand::default()
            || plan.column_hand != Hand::default()
        {
            let own = desk.choosing_all(&[(Choice::Sort, ""), (Choice::Order, "")]);
            m.leaf(
                "a",
                &[("class", "button"), ("id", "own-order"), ("href", &own)],
                "The atlas’s order",
            );
        }
    });
}

/// Each with each, once.
fn pairs<T: Copy>(all: &[T]) -> impl Iterator<Item = (T, T)> + '_ {
    all.iter().enumerate().flat_map(|(at, &a)| all.iter().skip(at + 1).map(move |&b| (a, b)))
}

/// What the reader hid, each brought back by a press.
fn hidden(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let hands = [(plan.rows, 'r', &plan.row_hand), (plan.columns, 'c', &plan.column_hand)];
    if hands.iter().all(|(_, _, hand)| hand.hidden.is_empty()) {
        return;
    }
    markup.element("p", &[("class", "hidden-lines")], |m| {
        m.text("Hidden: ");
        for (axis, side, hand) in hands {
            let lines = axis.lines(desk.atlas);
            for slug in &hand.hidden {
                let mut shown = hand.clone();
                shown.hidden.retain(|own| own != slug);
                let href = rehanded(desk, plan, side, &shown);
                let name = lines
                    .iter()
                    .find(|line| line.slug == *slug)
                    .map_or(slug.as_str(), |line| &line.name);
                m.leaf("a", &[("class", "chip"), ("href", &href)], &format!("{name} +"));
            }
        }
    });
}

/// The link to the same table with one axis's hand changed.
fn rehanded(desk: Desk<'_>, plan: &Plan, side: char, hand: &Hand) -> String {
    let (rows, columns) =
        if side == 'r' { (hand, &plan.column_hand) } else { (&plan.row_hand, hand) };
    desk.choosing(Choice::Order, &order(rows, columns))
}

/// The claims of the cell that is open.
fn claims(markup: &mut Markup, desk: Desk<'_>, table: &Crosstab) {
    let Some(open) = desk.view.choices.get(Choice::Focus) else { return };
    let found = table.rows.iter().zip(&table.cells).find_map(|(row, cells)| {
        let mut crossings = table.columns.iter().zip(cells);
        crossings
            .find(|(column, _)| grid::token(row, column) == open)
            .map(|(column, cell)| (row, column, cell))
    });
    let Some((row, column, cell)) = found else { return };
    markup.element(
        "section",
        &[("class", "cell-claims"), ("aria-labelledby", "cell-title")],
        |m| {
            let title = format!("{}, {}", row.name, column.name);
            m.leaf("h3", &[("id", "cell-title"), ("tabindex", "-1")], &title);
            let close = desk.choosing(Choice::Focus, "");
            m.leaf("a", &[("class", "button"), ("id", "cell-close"), ("href", &close)], "Close");
            m.leaf("p", &[("class", "quiet")], &grid::spoken(row, column, cell));
            differences(m, desk, &cell.claims);
            list::short(m, desk.atlas, desk.texts, &cell.claims);
        },
    );
}

/// Each recorded disagreement that touches the claims, in the curator's words.
fn differences(markup: &mut Markup, desk: Desk<'_>, claims: &ClaimSet) {
    let mut told = Vec::new();
    for id in claims.iter() {
        for (at, link, _) in desk.atlas.links_of(id) {
            if link.kind == LinkKind::Contradicts && !told.contains(&at) {
                told.push(at);
            }
        }
    }
    if told.is_empty() {
        return;
    }
    markup.element("ul", &[("class", "differences")], |m| {
        for note in told.into_iter().filter_map(|at| desk.texts.link(at)) {
            m.leaf("li", &[], note);
        }
    });
}

fn key(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    markup.element("ul", &[("class", "matrix-key"), ("aria-label", "Key to the table")], |m| {
        let signs: &[(&str, &str, &str)] = match plan.lens {
            Some(_) => &[
                ("cell told both", "", "both speak"),
                ("cell told differ", "", "they differ"),
                ("cell told first-only", "", "the first alone"),
                ("cell told second-only", "", "the second alone"),
            ],
            None => &[
                ("cell stated-no", "no", "stated no"),
                ("cell no-claim", "", "no claim"),
                ("cell out-of-scope", "", "out of scope"),
                ("cell count shade-1 disputed", "", "disputed"),
            ],
        };
        for (class, sign, words) in signs {
            m.element("li", &[], |m| {
                m.leaf("span", &[("class", class)], sign);
                m.text(words);
            });
        }
        m.element("li", &[], |m| {
            m.text("The line in a cell: claims by when they began, 1988 to 2027. ");
            let href = desk.href(|view| view.tab = Tab::Codebook);
            m.leaf("a", &[("href", &href)], "What the categories mean");
        });
    });
}
