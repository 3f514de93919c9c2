//! Dates, periods and the years played through: on the mini atlas.

use c5_atlas::query::standing::{SiteStatus, Standing, site_status, standings};
use c5_atlas::query::{AsOf, FacetValue, Filter, Subject};
use c5_atlas::scene::summary::{About, sentence};
use c5_atlas::scene::timeline::{handles, next_year, year_at};

use crate::mini::{actor, atlas, category, published, slugs};

fn dated(from: Option<&str>, to: Option<&str>) -> Filter {
    let read = |text: &str| AsOf::read(text).unwrap_or_else(|| panic!("{text} is a date"));
    let mut filter = Filter::default();
    (filter.from, filter.at) = (from.map(read), to.map(read));
    filter
}

#[test]
fn a_period_keeps_what_happened_in_it_and_what_still_held() {
    let period = |from: &str, to: &str, certain: bool| {
        let mut filter = dated(Some(from), Some(to));
        filter.certain = certain;
        filter.choose(FacetValue::State(actor("KG")));
        filter.choose(FacetValue::Category(category("bases")));
        let answer = filter.run(atlas());
        (slugs(&answer.kept).join(" "), answer.possible.len())
    };
    let table = [
        ("2001", "2003", false, "alpha-manas-opened alpha-kant", 1),
        // The opening is past; what it made is the map's to show.
        ("2003", "2005", false, "alpha-kant", 1),
        ("2003", "2005", true, "", 0),
        ("2014-06", "2015", false, "alpha-manas-closed alpha-kant", 1),
        ("2014-06-04", "2015", false, "alpha-kant", 1),
    ];
    for (from, to, certain, kept, possible) in table {
        assert_eq!(period(from, to, certain), (kept.to_owned(), possible), "{from} to {to}");
    }
    let mut filter = dated(Some("2003"), Some("2005"));
    filter.choose(FacetValue::State(actor("KG")));
    let begun = standings(atlas(), &filter.begun(atlas()), filter.last_day());
    let mut stand: Vec<_> =
        begun.iter().filter_map(|standing| site_status(atlas(), standing)).collect();
    stand.sort_unstable();
    let expected = [SiteStatus::Open, SiteStatus::Possible];
    assert_eq!(stand, expected, "Manas stands in 2005, and so may Kant, which has no date");
    let said = sentence(atlas(), &filter, About::Sites);
    assert!(
        said.starts_with("1 facility open") && said.contains(", 1 possibly open"),
        "the headline counts what the map shows: {said}"
    );
}

#[test]
fn a_later_state_that_the_dataset_sets_against_an_earlier_one_stands_beside_it() {
    let (atlas, _) = published();
    let standing_in = |slug: &str, year: i32| {
        let (place, _) = atlas.places().find(|(_, place)| place.slug == slug).expect("a place");
        let day = Some(AsOf::year(year).last_day());
        let all = standings(atlas, atlas.index().place(place), day);
        let own = |standing: &&Standing| {
            matches!(standing.subject, Subject::Facility { place: own, operator }
                if own == place && atlas.actor(operator).slug == "US")
        };
        let standing = all.iter().find(own).expect("a site").clone();
        let claims: Vec<_> = standing.claims.iter().map(|(id, _)| atlas.claim(*id)).collect();
        (claims.iter().map(|claim| claim.slug()).collect::<Vec<_>>().join(" "), standing.disputed)
    };
    let both = "seneca-k2-since-2001 evsikov-us-loses-k2".to_owned();
    assert_eq!(standing_in("karshi-khanabad-air-base", 2010), (both, true));
    // No document is against Manas' having been left.
    assert!(!standing_in("manas-airport", 2018).1);
}

#[test]
fn the_years_are_played_from_the_period_s_start_to_the_newest_state() {
    let span = (1990, 2020);
    let mut filter = Filter::default();
    assert_eq!((handles(span, &filter), next_year(span, &filter)), ((1990, 2020), Some(1990)));
    filter.at = Some(AsOf::year(1990));
    assert_eq!(next_year(span, &filter), Some(1991));
    // The last year of all is no filter.
    filter.at = Some(AsOf::year(2019));
    assert_eq!(next_year(span, &filter), None);
    filter.at = None;
    filter.from = Some(AsOf::year(2001));
    assert_eq!((handles(span, &filter), next_year(span, &filter)), ((2001, 2020), Some(2001)));
    filter.at = Some(AsOf::year(1850));
    assert_eq!(handles(span, &filter), (2001, 1990));
    // A period that begins in the last year, or beyond it, has none to play.
    for from in [2020, 2150] {
        (filter.from, filter.at) = (Some(AsOf::year(from)), None);
        assert_eq!(next_year(span, &filter), None, "{from}");
    }
}

#[test]
fn every_share_of_the_axis_is_a_year_of_it() {
    let span = (1990, 1999);
    for (share, year) in [
        (0.0, 1990),
        (0.1, 1991),
        (0.99, 1999),
        (1.0, 1999),
        (-3.0, 1990),
        (9.0, 1999),
        (f64::NAN, 1990),
    ] {
        assert_eq!(year_at(span, share), year, "{share}");
    }
}
