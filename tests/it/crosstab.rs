//! Tables of any two axes, on the published dataset: what a crossing shows is what its claims say.

use c5_atlas::atlas::{Atlas, ClaimSet, FAR_PAST};
use c5_atlas::pages::Library;
use c5_atlas::query::position::positions;
use c5_atlas::query::{Facet, FacetValue, Filter, Lens};
use c5_atlas::scene::crosstab::{
    Axis, Crosstab, Hand, Of, Plan, Relation, Shown, Sort, crosstab, history,
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
fn issues_by_parties_says_where_each_stands_as_positions_do() {
    let table = table(&plan(Axis::Issue, Axis::Party));
    let all = positions(&ATLAS, ATLAS.index().all());
    let mut stands = 0;
    for (row, cells) in table.rows.iter().zip(&table.cells) {
        let Of::Issue(issue) = row.of else { panic!("{} is an issue", row.slug) };
        assert_eq!(&row.claims, ATLAS.index().issue(issue), "{}", row.slug);
        let position = all.iter().find(|position| position.issue == issue);
        for (column, cell) in table.columns.iter().zip(cells) {
            let Of::Actor(party) = column.of else { panic!("{} is a party", column.slug) };
            assert_eq!(cell.claims, row.claims.and(&column.claims));
            let Some(stand) = position.and_then(|position| position.of(party)) else {
                assert!(!matches!(cell.shown, Shown::Coded(_)), "{} {}", row.slug, column.slug);
                continue;
            };
            let words: Vec<&str> = stand.values().iter().map(|&value| ATLAS.say(value)).collect();
            assert_eq!(cell.shown, Shown::Coded(words.join("; ")), "{} {}", row.slug, column.slug);
            assert!(stand.claims.iter().all(|&(id, _)| cell.claims.contains(id)));
            stands += 1;
        }
    }
    assert!(stands > 50, "{stands}");
}

#[test]
fn issues_cross_every_axis_either_way_round() {
    for &axis in Axis::ALL.iter().filter(|&&axis| axis != Axis::Issue) {
        let (one, turned) = (table(&plan(Axis::Issue, axis)), table(&plan(axis, Axis::Issue)));
        assert_eq!(
            (slugs(&one.rows), slugs(&one.columns)),
            (slugs(&turned.columns), slugs(&turned.rows))
        );
        for (row, cells) in one.cells.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                assert_eq!(cell, &turned.cells[column][row], "{}", axis.slug());
                // What parties are to one another in a rule or a site is no stand on an issue.
                let both = one.rows[row].claims.and(&one.columns[column].claims);
                assert_eq!(cell.claims, both, "{}", axis.slug());
            }
        }
        let like = table(&Plan { sort: Sort::Like, ..plan(Axis::Issue, axis) });
        assert_eq!(like.rows.len(), one.rows.len());
    }
    let mut filter = Filter::default();
    let us = Facet::Issue.values(&ATLAS);
    filter.choose(us[0]);
    assert_eq!(crosstab(&ATLAS, &filter, &plan(Axis::Issue, Axis::Source)).rows.len(), 1);
}

#[test]
fn two_documents_on_an_issue_differ_where_no_stance_is_common() {
    let find = |slug: &str| {
        ATLAS.sources().find(|(_, source)| source.slug == slug).map(|(id, _)| id).expect("a source")
    };
    let (first, second) = (find("laruelle-kortunov-2019"), find("evsikov-shafir"));
    let lens = Lens { first, second, only: None };
    let table = table(&Plan { lens: Some(lens), ..plan(Axis::Issue, Axis::Party) });
    let mut met = std::collections::BTreeSet::new();
    for told in table.cells.iter().flatten().filter_map(|cell| cell.told.as_ref()) {
        let (Shown::Coded(one), Shown::Coded(other)) = (&told.first, &told.second) else {
            continue;
        };
        let common = one.split("; ").any(|value| other.split("; ").any(|own| own == value));
        assert!(told.relation == Relation::Differ || common, "{one} | {other}");
        met.insert(common);
    }
    assert!(met.contains(&true), "they share a stance somewhere");
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
fn each_cell_of_the_mapping_has_its_history_in_the_order_of_the_table_and_whatever_the_year() {
    let library = Library::new(&ATLAS, crate::mini::published().1);
    let histories = library.part("histories", "");
    let lines: Vec<(&str, &str)> =
        histories.lines().map(|line| line.split_once('\t').expect("a name and a shape")).collect();
    let filter = Filter::default();
    let table = matrix::matrix(&ATLAS, &filter);
    // The page walks both together: each cell is found behind the one before.
    let mut rest = lines.iter();
    for cell in table.cells() {
        let name = format!("{}:{}", ATLAS.category(cell.category).slug, cell.dyad.slug(&ATLAS));
        let (_, shape) = rest.find(|(own, _)| *own == name).expect(&name);
        let claims = matrix::cell_claims(&ATLAS, &filter, cell.dyad, cell.category);
        let counts = history(&ATLAS, &claims);
        if counts.iter().sum::<usize>() < 2 {
            assert_eq!(*shape, "", "{name}");
            continue;
        }
        // As many spans reach the top of the shape as have the most claims.
        let most = counts.iter().max();
        let highest = counts.iter().filter(|count| Some(*count) == most).count();
        assert_eq!(shape.matches(" 0%").count(), highest, "{name}: {shape}");
    }
    assert!(library.part("histories", "at=2012") == histories, "a year changes none");
    let of_one = library.part("histories", "source=laruelle-kortunov-2019");
    assert!(of_one != histories && of_one.lines().count() == lines.len());
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
