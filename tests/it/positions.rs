//! Positions: what the table holds, on the published dataset and as markup of the mini atlas.

use c5_atlas::atlas::Code;
use c5_atlas::pages;
use c5_atlas::query::{Filter, position};
use c5_atlas::scene::issues::{Column, cell, issues, parties};

use crate::golden::check;
use crate::mini;

#[test]
fn every_stance_stands_in_one_cell() {
    let (atlas, _) = mini::published();
    let table = issues(atlas, atlas.index().all());
    let stances =
        atlas.claims().filter(|(_, claim)| matches!(claim.code, Some(Code::Stance(_)))).count();
    let mut shown = 0;
    for row in table.blocks.iter().flat_map(|block| &block.rows) {
        let mut in_row = 0;
        for &column in &table.columns {
            let stands = cell(atlas, &table.columns, column, row);
            in_row += stands.map(|stand| stand.claims.len()).sum::<usize>();
        }
        assert_eq!(in_row, row.claims().count());
        shown += in_row;
    }
    assert_eq!(shown, stances);
}

#[test]
fn issues_with_several_parties_come_first_in_their_group() {
    let (atlas, _) = mini::published();
    let table = issues(atlas, atlas.index().all());
    assert_eq!(table.blocks.len(), 3);
    for block in &table.blocks {
        assert!(block.rows.is_sorted_by_key(|row| usize::MAX - row.stands.len()));
        for row in &block.rows {
            assert_eq!(atlas.issue(row.issue).group, block.group);
        }
    }
}

#[test]
fn powers_and_region_lead_the_columns_and_who_is_heard_often_has_one() {
    let (atlas, _) = mini::published();
    let columns: Vec<&str> = issues(atlas, atlas.index().all())
        .columns
        .into_iter()
        .map(|column| match column {
            Column::Party(party) => atlas.actor(party).slug,
            Column::Region => "region",
            Column::Others => "others",
        })
        .collect();
    assert_eq!(columns, ["RU", "CN", "US", "region", "EU", "others"]);
    let all = position::positions(atlas, atlas.index().all());
    let heard = parties(&all);
    assert!(heard.is_sorted_by_key(|&(_, issues)| usize::MAX - issues));
    assert!(heard.iter().take(2).all(|&(party, _)| atlas.powers().contains(&party)));
}

#[test]
fn a_filter_leaves_only_stances_of_its_claims() {
    let (atlas, _) = mini::published();
    let mut filter = Filter::default();
    let source = c5_atlas::query::Facet::Source.read(atlas, "tkachenko-2024");
    filter.choose(source.expect("the document gives claims"));
    let kept = filter.run(atlas).kept;
    let found = position::positions(atlas, &kept);
    assert!(!found.is_empty());
    assert!(found.iter().flat_map(|position| position.claims()).all(|id| kept.contains(id)));
}

#[test]
fn the_page_of_the_mini_atlas() {
    let page = |query| pages::page(mini::atlas(), mini::texts(), query, 1200.0);
    check("positions.html", &page("tab=positions"));
    check("positions-issue.html", &page("tab=positions&focus=foreign-bases"));
}

#[test]
fn an_issue_that_is_not_there_opens_the_overview() {
    let page = |query| pages::page(mini::atlas(), mini::texts(), query, 1200.0);
    let strange = page("tab=positions&focus=no-such-issue&compare=~~&rows=x~y");
    assert!(strange.contains("role=\"grid\""));
}
