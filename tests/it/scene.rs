//! The matrix and the time strip of the mini atlas, cell by cell.

use c5_atlas::atlas::term::{MembershipStatus, PartnershipLevel, VisaRule};
use c5_atlas::atlas::{Atlas, Dyad};
use c5_atlas::markup::list::in_order;
use c5_atlas::query::standing::{SiteStatus, Subject, membership, standing_under};
use c5_atlas::query::{AsOf, Facet, FacetValue, Filter, Sites};
use c5_atlas::scene::map::map;
use c5_atlas::scene::matrix::{Cell, Content, Row, cell_claims, matrix};
use c5_atlas::scene::summary::{About, sentence};
use c5_atlas::scene::timeline::histogram;
use c5_atlas::scene::words::spoken;
use proptest::prelude::*;

use crate::mini::{actor, atlas, category, slugs};

fn at(year: i32) -> Filter {
    let mut filter = Filter::default();
    filter.at = Some(AsOf::year(year));
    filter
}

fn cell(filter: &Filter, row: &str, pair: &str) -> Cell {
    let dyad = Dyad::read(atlas(), pair).expect("a state and a power");
    let row = matrix(atlas(), filter).rows.into_iter().find(|own| own.category == category(row));
    let cells = row.expect("the row is shown").cells;
    cells.into_iter().find(|cell| cell.dyad == dyad).expect("the column is shown")
}

#[test]
fn a_cell_shows_what_the_codebook_says_and_keeps_four_kinds_of_emptiness_apart() {
    let newest = Filter::default();
    let sites = |open, closed| Content::Sites(Sites { open, closed, ..Sites::default() });
    let visa = Content::Visa { rule: VisaRule::VisaFree, days: Some(14), inward: false };
    let table = [
        (&newest, "partnership", "KZ-RU", Content::Tie(PartnershipLevel::Alliance), 2, false),
        (&at(2005), "partnership", "KZ-RU", Content::Tie(PartnershipLevel::Strategic), 1, false),
        (&at(1997), "partnership", "KZ-RU", Content::NoClaim, 0, false),
        (&newest, "visas", "KZ-CN", visa, 1, false),
        (&newest, "diplomatic_posts", "KZ-CN", Content::Posts(1), 1, false),
        // Beta set out to cover China's posts in Kyrgyzstan and names none; Russia's it left out.
        (&newest, "diplomatic_posts", "KG-CN", Content::NoClaim, 0, false),
        (&newest, "diplomatic_posts", "KG-RU", Content::OutOfScope, 0, false),
        (&newest, "bases", "KG-RU", sites(1, 0), 2, false),
        (&newest, "bases", "KG-US", sites(0, 1), 3, false),
        (&at(2005), "bases", "KG-US", sites(1, 0), 1, false),
        (&newest, "bases", "KZ-RU", sites(1, 0), 2, true),
        (&newest, "bases", "TJ-RU", sites(0, 1), 1, false),
        (&newest, "bases", "TJ-CN", Content::StatedNo, 1, false),
        (&newest, "bases", "TM-RU", Content::NoClaim, 0, false),
        (
            &newest,
            "organisations",
            "TM-RU",
            Content::Members(vec![(actor("SCO"), MembershipStatus::Never)]),
            1,
            false,
        ),
    ];
    for (filter, row, pair, content, claims, disputed) in table {
        let cell = cell(filter, row, pair);
        let found = (&cell.content, cell.claims, cell.disputed);
        assert_eq!(found, (&content, claims, disputed), "{row} of {pair} at {:?}", filter.at);
    }
}

/// Of the published dataset: what may say the same of a later time takes no certainty away.
#[test]
fn a_site_that_two_documents_tell_of_stays_open_between_them() {
    let atlas = &Atlas::embedded();
    for year in 2006..=2013 {
        let sites = map(atlas, &at(year)).sites;
        let manas = sites
            .iter()
            .filter(|site| atlas.actor(site.operator).slug == "US" && site.name.contains("Manas"));
        let status: Vec<_> = manas.map(|site| site.status).collect();
        assert_eq!(status, [SiteStatus::Open], "{year}");
    }
}

/// Of the published dataset: of two undated accounts of one thing neither gives way to the other as the years go by.
#[test]
fn a_contradiction_without_dates_is_the_same_in_every_year() {
    let atlas = &Atlas::embedded();
    let of = |slug: &str| atlas.actors().find(|(_, actor)| actor.slug == slug).expect("an actor").0;
    let (member, organisation) = (of("TM"), of("SCO"));
    let said = |year: i32| {
        let all = standing_under(atlas, &at(year));
        let subject = Subject::Membership { member, organisation };
        let own = all.into_iter().find(|own| own.subject == subject).expect("both accounts");
        assert!(own.disputed, "{year}");
        membership(atlas, &own).expect("a membership").0
    };
    assert!((2002..=2024).all(|year| said(year) == said(2024)));
}

#[test]
fn an_author_s_judgement_is_no_statement_that_there_is_nothing() {
    let atlas = &Atlas::embedded();
    let rows = matrix(atlas, &Filter::default()).rows;
    let row = |slug: &str| {
        let own = |row: &&Row| atlas.category(row.category).slug == slug;
        &rows.iter().find(own).expect("the row is shown").cells
    };
    // "Sanctions do not seriously stand in the way" says that there are some; "there are no disputes" is meant so.
    let none = |cell: &Cell| cell.content == Content::StatedNo;
    assert!(!row("sanctions").iter().any(none));
    assert!(row("disputes").iter().any(none));
}

#[test]
fn an_organisation_that_is_no_more_has_no_members() {
    let atlas = &Atlas::embedded();
    let five = atlas.actors().find(|(_, actor)| actor.slug == "shanghai-five").expect("an actor").0;
    let named = |filter: &Filter| {
        let table = matrix(atlas, filter);
        let all = table.rows.iter().flat_map(|row| &row.cells);
        all.filter(|cell| matches!(&cell.content, Content::Members(own) if own.iter().any(|(id, _)| *id == five)))
            .count()
    };
    assert!(named(&at(1999)) > 0, "while it lasted");
    assert_eq!([named(&at(2010)), named(&Filter::default())], [0, 0], "since it ended");
}

#[test]
fn a_cell_opens_the_claims_that_it_was_computed_from() {
    let dyad = |pair| Dyad::read(atlas(), pair).expect("a state and a power");
    let claims = |pair, row| cell_claims(atlas(), &Filter::default(), dyad(pair), category(row));
    assert_eq!(slugs(&claims("KZ-RU", "bases")), ["alpha-sary-shagan", "beta-sary-shagan-closed"]);
    assert_eq!(slugs(&claims("TJ-CN", "bases")), ["alpha-tj-cn-no-base"]);
    assert!(claims("TM-RU", "bases").is_empty());
}

#[test]
fn the_columns_are_the_chosen_powers_and_states() {
    let mut filter = Filter::default();
    filter.choose(FacetValue::Power(actor("CN")));
    filter.choose(FacetValue::State(actor("KZ")));
    filter.choose(FacetValue::State(actor("UZ")));
    let columns = matrix(atlas(), &filter).columns;
    let pairs: Vec<String> =
        columns.iter().flat_map(|(_, dyads)| dyads).map(|dyad| dyad.slug(atlas())).collect();
    assert_eq!(pairs, ["KZ-CN", "UZ-CN"]);
}

#[test]
fn the_map_shows_each_site_once_ordered_by_state() {
    let sites = |filter: &Filter| -> Vec<String> {
        map(atlas(), filter).sites.into_iter().map(|site| site.spoken).collect()
    };
    assert_eq!(
        sites(&Filter::default()),
        [
            "Sary-Shagan, Russia, test range, open, last known September 2018, disputed",
            "Kant, Russia, air base, open, last known March 2019",
            "Manas, United States, transit centre, closed, last known September 2018",
            "Ayni, Russia, aviation regiment, closed, ended",
        ]
    );
    assert_eq!(sites(&at(1990)), ["Kant, Russia, air base, possibly open, undated"]);
}

#[test]
fn a_list_of_claims_is_ordered_by_first_day_with_the_undated_last() {
    let order = in_order(atlas(), atlas().index().all());
    let order: Vec<&str> = order.into_iter().map(|id| atlas().claim(id).slug()).collect();
    assert_eq!(
        order,
        [
            "beta-almaty-consulate",
            "alpha-kz-ru-strategic",
            "beta-ru-sco",
            "alpha-manas-opened",
            "alpha-ayni",
            "alpha-sary-shagan",
            "beta-sary-shagan-closed",
            "gamma-ru-on-manas",
            "alpha-kz-ru-alliance",
            "alpha-manas-closed",
            "beta-visa-kz-cn",
            "alpha-kant",
            "alpha-tj-cn-no-base",
            "alpha-tm-sco-never",
        ]
    );
}

fn filters() -> impl Strategy<Value = Filter> {
    let every: Vec<FacetValue> =
        Facet::ALL.iter().flat_map(|facet| facet.values(atlas())).collect();
    let year = prop::option::of(1990..2022i32);
    (prop::sample::subsequence(every, 0..=5), year).prop_map(|(values, year)| {
        let mut filter = year.map(at).unwrap_or_default();
        values.into_iter().for_each(|value| filter.choose(value));
        filter
    })
}

proptest! {
    #[test]
    fn a_cell_counts_the_claims_that_it_opens(filter in filters()) {
        for cell in matrix(atlas(), &filter).rows.iter().flat_map(|row| &row.cells) {
            let opened = cell_claims(atlas(), &filter, cell.dyad, cell.category);
            prop_assert_eq!(opened.len(), cell.claims);
            let empty = matches!(cell.content, Content::NoClaim | Content::OutOfScope);
            prop_assert_eq!(empty, cell.claims == 0, "{:?}", cell);
        }
    }

    #[test]
    fn the_strip_holds_every_claim_that_is_kept_at_any_date(filter in filters()) {
        let histogram = histogram(atlas(), &filter).expect("some claims are dated");
        let mut any_time = filter;
        any_time.at = None;
        let barred: usize = histogram.bars.iter().map(|&claims| claims as usize).sum();
        let all = any_time.run(atlas()).kept.len();
        prop_assert_eq!(barred + histogram.undated + histogram.unbegun + histogram.earlier, all);
    }
}

#[test]
fn past_what_its_document_could_know_a_state_reads_as_last_known() {
    let atlas = &Atlas::embedded();
    let dyad = |slug: &str| Dyad::read(atlas, slug).expect("a pair");
    let said = |filter: &Filter, pair: &str, slug: &str| {
        let (category, _) =
            atlas.categories().find(|(_, own)| own.slug == slug).expect("a category");
        let rows = matrix(atlas, filter).rows;
        let row = rows.into_iter().find(|row| row.category == category).expect("a row");
        let cell = row.cells.into_iter().find(|cell| cell.dyad == dyad(pair)).expect("a cell");
        spoken(atlas, &cell)
    };
    let later = at(2023);
    assert!(said(&later, "KZ-RU", "partnership").contains("last known September 2018"));
    assert!(said(&later, "KZ-RU", "visas").contains("last known"));
    assert!(said(&later, "KZ-RU", "bases").contains("of 4 as last known"));
    // No date is looked from: all is as last known, which the page says once.
    assert!(!said(&Filter::default(), "KZ-RU", "partnership").contains("last known"));
    assert!(!said(&at(2017), "KZ-RU", "partnership").contains("last known"));
    let sites = sentence(atlas, &later, About::Sites);
    assert!(sites.contains(" of them as last known"), "{sites}");
    assert!(!sentence(atlas, &at(2008), About::Sites).contains("last known"));
}
