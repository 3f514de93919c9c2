//! Figures and organisations: nothing is lost, nothing is added up that does not add up.

use std::collections::BTreeSet;

use c5_atlas::atlas::term::Qualifier;
use c5_atlas::pages;
use c5_atlas::query::{AsOf, Filter};
use c5_atlas::scene::figures::{Series, series, sums};
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
        assert!(series.figures.is_sorted_by(|a, b| a.reach() >= b.reach()));
    }
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
