//! Figures and organisations: nothing is lost, nothing is added up that does not add up.

use std::collections::BTreeSet;

use c5_atlas::atlas::term::Qualifier;
use c5_atlas::atlas::{ActorId, Code};
use c5_atlas::pages;
use c5_atlas::query::{AsOf, Filter};
use c5_atlas::scene::crosstab::{Axis, Hand, Line, Of, Plan, Sort, crosstab};
use c5_atlas::scene::figures::{Figure, Series, posts, series, sums};
use c5_atlas::scene::membership::{overlaps, rows};

use crate::golden::check;
use crate::mini;

fn all() -> Vec<Series> {
    let (atlas, texts) = mini::published();
    series(atlas, texts, atlas.index().all())
}

#[test]
fn every_quantity_is_one_figure_of_one_series() {
    let (atlas, texts) = mini::published();
    let given: usize = atlas
        .claims()
        .filter_map(|(id, _)| texts.claim(id))
        .map(|text| text.quantities.len())
        .sum();
    let shown: usize = all().iter().map(|series| series.figures.len()).sum();
    // Codes give figures of their own, where no quantity of the claim says the same.
    assert!(shown > given);
    let mut keys = BTreeSet::new();
    for series in all() {
        assert!(keys.insert((series.category, series.unit, series.per)));
        let by_year = series.is_by_year(atlas);
        assert!(series.figures.is_sorted_by(|a, b| match by_year && a.year() != b.year() {
            // What has no year comes after all that have one.
            true => a.year().is_some_and(|year| b.year().is_none_or(|later| year < later)),
            false => a.reach() >= b.reach(),
        }));
    }
}

#[test]
fn aid_stands_by_year_and_says_how_much_has_none() {
    let (atlas, texts) = mini::published();
    let all = all();
    let aid = all.iter().find(|own| own.is_by_year(atlas) && own.unit == "USD").expect("aid");
    let years: Vec<_> = aid.figures.iter().map(Figure::year).collect();
    assert_eq!(years[..2], [Some(1990), Some(2017)]);
    assert!(aid.undated() > 1 && years[2..].iter().all(Option::is_none));
    let page = pages::page(atlas, texts, "tab=figures", 1200.0);
    let said = format!("at the end: {} of {}.", aid.undated(), aid.figures.len());
    assert!(page.contains(&said), "{said}");
    let figure = |at| Figure { at, ..aid.figures[0].clone() };
    for (at, year) in [("../2010", 2010), ("200X", 2000), ("2009~/2012?", 2009), ("2014-07", 2014)]
    {
        assert_eq!(figure(Some(at)).year(), Some(year), "{at}");
    }
    assert_eq!(figure(None).year(), None);
}

#[test]
fn posts_are_counted_one_by_one_as_the_table_of_posts_has_them() {
    let (atlas, _) = mini::published();
    for filter in [Filter::default(), {
        let mut then = Filter::default();
        then.at = Some(AsOf::year(2009));
        then
    }] {
        let all = posts(atlas, &filter);
        assert!(all.is_sorted_by(|a, b| a.all() >= b.all()));
        let plan = Plan {
            rows: Axis::Sender,
            columns: Axis::Host,
            counts: false,
            sort: Sort::Own,
            row_hand: Hand::default(),
            column_hand: Hand::default(),
            lens: None,
        };
        let table = crosstab(atlas, &filter, &plan);
        for own in &all {
            assert_eq!(own.all(), own.kinds.iter().map(|(_, count)| count).sum::<usize>());
            let at = |lines: &[Line], id| lines.iter().position(|line| line.of == Of::Actor(id));
            let (row, column) = (at(&table.rows, own.sender), at(&table.columns, own.host));
            let cell = &table.cells[row.expect("a sender")][column.expect("a host")];
            assert!(own.claims.iter().all(|id| cell.claims.contains(id)));
            let names = |id| match &atlas.claim(id).code {
                Some(Code::Post(code)) => (code.sender, code.host) == (own.sender, own.host),
                _ => false,
            };
            assert!(own.claims.iter().all(names));
            // Different posts, so never more than the claims that name them.
            assert!(own.all() <= own.claims.len());
        }
    }
    let (kz, us) = (actor("KZ"), actor("US"));
    let in_kazakhstan = posts(atlas, &Filter::default());
    let own = in_kazakhstan.iter().find(|own| (own.sender, own.host) == (us, kz)).expect("posts");
    assert_eq!((own.sure, own.possible), (2, 0), "an embassy and a consulate general");
    let mut before = Filter::default();
    before.at = Some(AsOf::year(2005));
    let then = posts(atlas, &before);
    let own = then.iter().find(|own| (own.sender, own.host) == (us, kz)).expect("posts");
    assert_eq!(
        (own.sure, own.possible),
        (0, 1),
        "Almaty's opened in 2009; the embassy has no date"
    );
}

fn actor(slug: &str) -> ActorId {
    let (atlas, _) = mini::published();
    atlas.actors().find(|(_, actor)| actor.slug == slug).map(|(id, _)| id).expect("an actor")
}

#[test]
fn only_exact_deals_of_the_same_parties_stage_and_date_add_up() {
    let mut found = 0;
    for series in all() {
        for sum in sums(&series) {
            found += 1;
            let own = |id| series.figures.iter().find(|figure| figure.claim == id);
            let parts: Vec<_> = sum.claims.iter().filter_map(|&id| own(id)).collect();
            assert!(parts.len() > 1);
            assert_eq!(parts.iter().map(|part| part.value).sum::<f64>(), sum.total);
            for part in parts {
                assert_eq!((part.deal, part.at), (Some(sum.deal), Some(sum.at)));
                assert_eq!((part.qualifier, part.max), (Qualifier::Exact, None));
            }
        }
    }
    assert_eq!(found, 1, "Turkmenistan's orders of about 2009");
}

#[test]
fn aid_to_one_state_is_not_added_to_aid_for_all() {
    let aid = all().into_iter().find(|series| {
        mini::published().0.category(series.category).slug == "aid" && series.unit == "USD"
    });
    assert!(sums(&aid.expect("there is aid in dollars")).is_empty());
}

#[test]
fn organisations_are_grouped_by_who_belongs() {
    let (atlas, _) = mini::published();
    let rows = rows(atlas, atlas.index().all(), None);
    let compared: Vec<_> = atlas.states().iter().chain(atlas.powers()).copied().collect();
    let overlaps = overlaps(&rows, &compared);
    let sets: BTreeSet<_> = overlaps.iter().map(|overlap| &overlap.members).collect();
    assert_eq!(sets.len(), overlaps.len());
    let mut seen = BTreeSet::new();
    assert!(overlaps.iter().flat_map(|own| &own.organisations).all(|id| seen.insert(id)));
    let names = |slug: &str| {
        let row = rows.iter().find(|row| atlas.actor(row.organisation).slug == slug);
        let places = row.into_iter().flat_map(|row| &row.places).filter(|own| own.belongs());
        places.map(|own| atlas.actor(own.member).slug).collect::<BTreeSet<_>>()
    };
    assert!(!names("CSTO").contains("TM") && names("CSTO").contains("TJ"));
    assert!(names("GUAM").is_disjoint(&BTreeSet::from(["UZ"])), "Uzbekistan withdrew in 2005");
}

#[test]
fn membership_stands_as_of_the_date() {
    let (atlas, _) = mini::published();
    let mut filter = Filter::default();
    filter.at = Some(AsOf::year(2001));
    let then = rows(atlas, &filter.begun(atlas), filter.last_day());
    let guam = then.iter().find(|row| atlas.actor(row.organisation).slug == "GUAM");
    let uz =
        guam.and_then(|row| row.places.iter().find(|own| atlas.actor(own.member).slug == "UZ"));
    assert!(uz.is_some_and(|own| own.belongs() && own.since == Some("1999")));
}

#[test]
fn the_pages_of_the_mini_atlas() {
    let page = |query| pages::page(mini::atlas(), mini::texts(), query, 1200.0);
    check("figures.html", &page("tab=figures"));
    check("organisations.html", &page("tab=organisations"));
    check("organisation.html", &page("tab=organisations&focus=SCO"));
}

#[test]
fn each_word_of_the_key_to_the_bars_stands_beside_its_sign() {
    let (atlas, texts) = mini::published();
    let page = pages::page(atlas, texts, "tab=figures", 1200.0);
    let (_, key) = page.split_once("<ul class=\"kinds\"").expect("the key");
    let key = key.split("</ul>").next().unwrap_or_default();
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\"")).expect("it is sized");
        rest.split('"').next().and_then(|text| text.parse::<f64>().ok()).expect("a number")
    };
    let mut signs = 0;
    for sign in key.split("<svg ").skip(1) {
        let (room, drawn) = sign.split_once('>').expect("a tag");
        let shapes = drawn.split("</svg>").next().unwrap_or_default();
        let ends =
            shapes.split("<rect").skip(1).map(|rect| value(rect, "x") + value(rect, "width"));
        let end = ends.fold(0.0, f64::max);
        let room = value(&format!(" {room}"), "width");
        assert!(room >= end && room - end <= 13.0, "{end} in {room}");
        signs += 1;
    }
    assert_eq!(signs, 5);
}
