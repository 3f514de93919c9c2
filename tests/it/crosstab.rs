//! Tables of any two axes, on the published dataset: what a crossing shows is what its claims say.

use c5_atlas::atlas::{Atlas, ClaimSet, FAR_PAST};
use c5_atlas::pages::Library;
use c5_atlas::query::{Facet, FacetValue, Filter, Lens};
use c5_atlas::scene::crosstab::{
    Axis, Crosstab, Hand, Plan, Relation, Shown, Sort, crosstab, history,
};
use c5_atlas::scene::matrix;
use std::sync::LazyLock;

static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

fn plan(rows: Axis, columns: Axis) -> Plan {
    Plan {
        rows,
        columns,
        counts: false,
        sort: Sort::Own,
        row_hand: Hand::default(),
        column_hand: Hand::default(),
        lens: None,
    }
}

fn table(plan: &Plan) -> Crosstab {
    crosstab(&ATLAS, &Filter::default(), plan)
}

fn slugs(lines: &[c5_atlas::scene::crosstab::Line]) -> Vec<&str> {
    lines.iter().map(|line| line.slug.as_str()).collect()
}

#[test]
fn every_axis_has_lines_and_every_line_claims() {
    for &axis in Axis::ALL {
        let lines = axis.lines(&ATLAS);
        assert!(!lines.is_empty(), "{} has no line", axis.slug());
        assert!(lines.iter().all(|line| !line.claims.is_empty()), "{}", axis.slug());
        assert_eq!(Axis::read(axis.slug()), Some(axis));
    }
}

#[test]
fn the_mapping_is_the_matrix() {
    let table = table(&plan(Axis::Category, Axis::Dyad));
    let matrix = matrix::matrix(&ATLAS, &Filter::default());
    for (row, cells) in matrix.rows.iter().zip(&table.cells) {
        for (own, cell) in row.cells.iter().zip(cells) {
            assert_eq!(own.claims, cell.claims.len(), "{:?}", own);
            assert_eq!(own.disputed, cell.disputed, "{:?}", own);
        }
    }
}

#[test]
fn a_count_is_the_number_of_claims_that_both_lines_have() {
    let table = table(&plan(Axis::Kind, Axis::Source));
    for (row, cells) in table.rows.iter().zip(&table.cells) {
        for (column, cell) in table.columns.iter().zip(cells) {
            let both = row.claims.and(&column.claims);
            assert_eq!(cell.claims, both);
            let expected = if both.is_empty() { Shown::NoClaim } else { Shown::Count(both.len()) };
            let stated_no = both.iter().all(|id| ATLAS.claim(id).absence) && !both.is_empty();
            assert_eq!(cell.shown, if stated_no { Shown::StatedNo } else { expected });
        }
    }
}

#[test]
fn transposing_changes_nothing_but_the_side() {
    let (rows, columns) = (Axis::Organisation, Axis::Party);
    let (table, turned) = (table(&plan(rows, columns)), table(&plan(columns, rows)));
    for (row, cells) in table.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            assert_eq!(cell, &turned.cells[column][row]);
        }
    }
}

#[test]
fn a_visa_rule_has_a_direction() {
    let table = table(&plan(Axis::Traveller, Axis::Destination));
    let cell = |from: &str, to: &str| {
        let row = slugs(&table.rows).iter().position(|&slug| slug == from)?;
        let column = slugs(&table.columns).iter().position(|&slug| slug == to)?;
        Some(table.cells[row][column].shown.text(ATLAS.words()))
    };
    let to_russia = cell("KZ", "RU").expect("Kazakhstan's citizens in Russia are coded");
    assert!(to_russia.starts_with("visa-free, 90 days"), "{to_russia}");
}

#[test]
fn sorting_by_a_column_puts_most_claims_first() {
    let sort = Sort::read("col.KZ-RU").expect("a column can be sorted by");
    let table = table(&Plan { sort, ..plan(Axis::Category, Axis::Dyad) });
    let at = slugs(&table.columns).iter().position(|&slug| slug == "KZ-RU").expect("it is there");
    let counts: Vec<usize> = table.cells.iter().map(|row| row[at].claims.len()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
}

#[test]
fn a_hidden_line_is_gone_and_a_first_one_first() {
    let row_hand = Hand::read("r.visas~r_bases", 'r');
    let table = table(&Plan { row_hand, ..plan(Axis::Category, Axis::Dyad) });
    let rows = slugs(&table.rows);
    assert_eq!(rows.first(), Some(&"visas"));
    assert!(!rows.contains(&"bases"));
}

#[test]
fn under_a_lens_each_account_rests_on_its_own_document() {
    let find = |slug: &str| {
        ATLAS.sources().find(|(_, source)| source.slug == slug).map(|(id, _)| id).expect("a source")
    };
    let lens = Lens { first: find("seneca-2018"), second: find("tkachenko-2024"), only: None };
    let table = table(&Plan { lens: Some(lens), ..plan(Axis::Category, Axis::Dyad) });
    let alone = |source| {
        let mut filter = Filter::default();
        filter.choose(FacetValue::Source(source));
        crosstab(&ATLAS, &filter, &plan(Axis::Category, Axis::Dyad))
    };
    let first = alone(lens.first);
    let mut relations = std::collections::BTreeSet::new();
    for (row, cells) in table.rows.iter().zip(&table.cells) {
        for (column, cell) in table.columns.iter().zip(cells) {
            let told = cell.told.as_ref().expect("a lens tells of each cell");
            relations.insert(told.relation as u8);
            let own = slugs(&first.rows).iter().position(|&slug| slug == row.slug);
            let other = slugs(&first.columns).iter().position(|&slug| slug == column.slug);
            if let Some((row, column)) = own.zip(other) {
                // Which emptiness it is depends on whose scope is meant; what is said does not.
                assert_eq!(
                    told.first.text(ATLAS.words()),
                    first.cells[row][column].shown.text(ATLAS.words())
                );
            }
        }
    }
    assert!(
        relations.contains(&(Relation::FirstOnly as u8)),
        "the mapping paper says what the other does not"
    );
}

#[test]
fn chosen_values_leave_the_others_of_their_axis_out() {
    let mut filter = Filter::default();
    let states = Facet::State.values(&ATLAS);
    filter.choose(states[0]);
    let table = crosstab(&ATLAS, &filter, &plan(Axis::Category, Axis::State));
    assert_eq!(table.columns.len(), 1);
}

#[test]
fn a_history_counts_dated_claims_only() {
    let all = ATLAS.index().all();
    let dated = all.iter().filter(|&id| ATLAS.claim(id).when.is_some()).count();
    let counted: usize = history(&ATLAS, all).iter().sum();
    assert!(counted > 0 && counted <= dated);
    assert_eq!(history(&ATLAS, &ClaimSet::none(ATLAS.claims().len())).iter().sum::<usize>(), 0);
}

#[test]
fn a_claim_whose_beginning_is_not_told_is_in_no_period() {
    let lines = Axis::Period.lines(&ATLAS);
    let line = |slug: &str| lines.iter().find(|line| line.slug == slug).expect("a line");
    let open: Vec<_> = ATLAS
        .claims()
        .filter(|(_, claim)| claim.when.is_some_and(|when| when.start.0 == FAR_PAST))
        .map(|(id, _)| id)
        .collect();
    assert!(open.len() > 5);
    let untold = &line("untold").claims;
    assert!(open.iter().all(|&id| untold.contains(id)) && untold.len() == open.len());
    assert_eq!(line("to-1989").claims.len_with(untold), 0);
    assert!(history(&ATLAS, untold).iter().all(|&count| count == 0));
    // Every claim stands in one line.
    assert_eq!(lines.iter().map(|line| line.claims.len()).sum::<usize>(), ATLAS.claims().len());
}

#[test]
fn a_line_is_put_before_another_or_behind_all_and_the_link_stays_short() {
    let lines = ["a", "b", "c", "d"];
    let hand = Hand::default();
    for (slug, before, text) in [
        ("c", Some("a"), "c.c~c.a~c.b"),
        ("a", Some("c"), "c.b~c.a"),
        ("a", None, "c.b~c.c~c.d~c.a"),
        // Where it stands already.
        ("b", Some("c"), ""),
        ("b", Some("b"), ""),
        ("x", Some("a"), ""),
    ] {
        assert_eq!(hand.put(&lines, slug, before).text('c'), text, "{slug} {before:?}");
    }
    let library = Library::new(&ATLAS, crate::mini::published().1);
    let query = "tab=matrix&rows=category&cols=dyad";
    let order = library.reordered(query, "c.UZ-US", Some("c.KZ-RU"));
    assert_eq!(order.as_deref().map(|order| order.starts_with("c.UZ-US~c.KZ-RU")), Some(true));
    let order = library.reordered(query, "r.visas", Some("r.strategies"));
    assert_eq!(order.as_deref().map(|order| order.starts_with("r.visas~r.strategies")), Some(true));
    assert_eq!(library.reordered(query, "nonsense", None), None);
}

#[test]
fn a_table_of_travellers_tells_visa_rules_and_no_bases() {
    let texts = |rows: Axis, columns: Axis| {
        let cells = table(&plan(rows, columns)).cells.into_iter().flatten();
        cells.map(|cell| cell.shown.text(ATLAS.words())).collect::<Vec<_>>().join("|")
    };
    let visas = texts(Axis::Traveller, Axis::Destination);
    assert!(visas.contains("visa-free") && !visas.contains("embassy") && !visas.contains(" open"));
    let posts = texts(Axis::Sender, Axis::Host);
    assert!(posts.contains("embassy"), "{posts}");
    assert!(!posts.contains("visa-free") && !posts.contains(" open"), "{posts}");
    let bases = texts(Axis::Operator, Axis::Host);
    assert!(bases.contains(" open") && !bases.contains("embassy") && !bases.contains("visa-free"));
}
