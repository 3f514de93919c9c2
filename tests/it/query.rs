//! What filters keep, what facets promise, what stands at a date: on the mini atlas.

use c5_atlas::atlas::{ActorId, Atlas, Day, day_from_civil, term::Kind};
use c5_atlas::query::carried::carriers;
use c5_atlas::query::standing::{SiteStatus, site_status, standings};
use c5_atlas::query::time::{begun, over};
use c5_atlas::query::{AsOf, Certainty, Facet, FacetValue, Filter, Hold, Standing, Subject};
use proptest::prelude::*;

use crate::mini::{actor, atlas, category, claim, place, slugs, source};

fn power(slug: &str) -> FacetValue {
    FacetValue::Power(actor(slug))
}

fn state(slug: &str) -> FacetValue {
    FacetValue::State(actor(slug))
}

fn filter(values: &[FacetValue], at: Option<&str>) -> Filter {
    let mut filter = Filter::default();
    values.iter().for_each(|&value| filter.choose(value));
    filter.at = at.map(|at| AsOf::read(at).unwrap_or_else(|| panic!("{at} is a date")));
    filter
}

#[test]
fn no_filter_keeps_every_claim() {
    let answer = Filter::default().run(atlas());
    assert_eq!((answer.kept.len(), answer.possible.len()), (14, 0));
}

#[test]
fn a_filter_keeps_the_claims_listed() {
    let bases = FacetValue::Category(category("bases"));
    let table: [(&[FacetValue], Option<&str>, &[&str]); 9] = [
        (&[power("US")], None, &["alpha-manas-opened", "alpha-manas-closed", "gamma-ru-on-manas"]),
        (&[power("RU"), state("KG")], None, &["alpha-kant", "gamma-ru-on-manas"]),
        // Within a facet any value will do.
        (
            &[state("TJ"), state("TM")],
            None,
            &["alpha-ayni", "alpha-tj-cn-no-base", "alpha-tm-sco-never"],
        ),
        // A tag counts as a category.
        (
            &[FacetValue::Category(category("partnership"))],
            None,
            &["alpha-kz-ru-strategic", "alpha-kz-ru-alliance", "alpha-tm-sco-never"],
        ),
        (&[FacetValue::Kind(Kind::Position)], None, &["gamma-ru-on-manas"]),
        // A claim counts for each document that it cites.
        (&[FacetValue::Source(source("beta-2019")), state("KG")], None, &["alpha-kant"]),
        // What has begun, surely or possibly; undated claims are always possible.
        (&[bases, state("KG")], Some("2001-11"), &["alpha-kant"]),
        (&[bases, state("KG")], Some("2001-12-15"), &["alpha-manas-opened", "alpha-kant"]),
        (&[power("CN"), state("TM")], None, &[]),
    ];
    for (values, at, expected) in table {
        let kept = filter(values, at).run(atlas()).kept;
        assert_eq!(slugs(&kept), expected, "{values:?} at {at:?}");
    }
}

#[test]
fn what_a_date_leaves_open_is_counted_as_possible() {
    let table = [
        // Kant and the two absences are undated.
        ("1990", 3, 3),
        // The consulate of "1998?" never gets sure, the treaty of 1998-07 does.
        ("1998-06", 4, 4),
        ("1998-07-15", 5, 5),
        ("1998", 5, 4),
        // "2009~" has begun by its end, doubtfully.
        ("2009", 11, 5),
        ("2019", 14, 5),
    ];
    for (at, kept, possible) in table {
        let answer = filter(&[], Some(at)).run(atlas());
        assert_eq!((answer.kept.len(), answer.possible.len()), (kept, possible), "at {at}");
    }
}

#[test]
fn time_has_three_answers() {
    use Certainty::{Certainly, No, Possibly};
    let table = [
        ("alpha-manas-opened", (2001, 11, 30), No, No),
        ("alpha-manas-opened", (2001, 12, 1), Possibly, No),
        ("alpha-manas-opened", (2001, 12, 31), Certainly, No),
        // An event is never over: it changed the state of things.
        ("alpha-manas-opened", (2100, 1, 1), Certainly, No),
        ("alpha-kant", (1000, 1, 1), Possibly, No),
        ("alpha-kant", (2100, 1, 1), Possibly, No),
        ("alpha-ayni", (2001, 12, 31), No, No),
        ("alpha-ayni", (2002, 6, 1), Possibly, No),
        ("alpha-ayni", (2005, 1, 1), Certainly, No),
        ("alpha-ayni", (2010, 6, 1), Certainly, Possibly),
        ("alpha-ayni", (2011, 1, 1), Certainly, Certainly),
        ("alpha-sary-shagan", (2100, 1, 1), Certainly, No),
        ("beta-almaty-consulate", (1997, 12, 31), No, No),
        ("beta-almaty-consulate", (2100, 1, 1), Possibly, No),
    ];
    for (slug, (year, month, day), starts, ends) in table {
        let (claim, day) = (atlas().claim(claim(slug)), day_from_civil(year, month, day));
        assert_eq!((begun(claim, day), over(claim, day)), (starts, ends), "{slug} on {day}");
    }
}

fn day(at: &str) -> Option<Day> {
    (!at.is_empty()).then(|| AsOf::read(at).map(AsOf::last_day).expect("the table holds dates"))
}

fn standing(subject: Subject, at: &str) -> Option<Standing> {
    let all = standings(atlas(), atlas().index().all(), day(at));
    all.into_iter().find(|standing| standing.subject == subject)
}

/// Which claims stand, how each holds, whether they differ.
fn stands(subject: Subject, at: &str) -> Option<(Vec<(&'static str, Hold)>, bool)> {
    let standing = standing(subject, at)?;
    let claims = standing.claims.iter().map(|&(id, hold)| (atlas().claim(id).slug(), hold));
    Some((claims.collect(), standing.disputed))
}

fn site(at: &str, operator: &str) -> Subject {
    Subject::Facility { place: place(at), operator: actor(operator) }
}

fn tie(a: &str, b: &str) -> Subject {
    let (a, b): (ActorId, ActorId) = (actor(a), actor(b));
    Subject::Partnership(a.min(b), a.max(b))
}

fn visa(traveller: &str, destination: &str) -> Subject {
    let (traveller, destination) = (actor(traveller), actor(destination));
    Subject::Visa { traveller, destination, limited: None }
}

/// One row: as of when ("" for the newest), which claims hold how, and whether they differ.
type Row<'a> = (&'a str, Option<(&'a [(&'a str, Hold)], bool)>);

fn check(subject: Subject, rows: &[Row<'_>]) {
    for (at, expected) in rows {
        let expected = expected.map(|(claims, disputed)| (claims.to_vec(), disputed));
        assert_eq!(stands(subject, at), expected, "{subject:?} at \"{at}\"");
    }
}

#[test]
fn an_event_opens_a_site_and_a_later_one_closes_it() {
    use Hold::{Current, LastKnown, Possible};
    check(
        site("manas", "US"),
        &[
            ("2000", None),
            // "2001-12" is some day of December.
            ("2001-12-15", Some((&[("alpha-manas-opened", Possible)], false))),
            ("2001-12-31", Some((&[("alpha-manas-opened", Current)], false))),
            ("2014-06-02", Some((&[("alpha-manas-opened", Current)], false))),
            ("2014-06-03", Some((&[("alpha-manas-closed", Current)], false))),
            ("2018-09", Some((&[("alpha-manas-closed", Current)], false))),
            // The document stops in September 2018.
            ("2018-10", Some((&[("alpha-manas-closed", LastKnown)], false))),
            ("", Some((&[("alpha-manas-closed", LastKnown)], false))),
        ],
    );
}

#[test]
fn an_undated_status_is_possible_until_its_documents_stop() {
    use Hold::{LastKnown, Possible};
    // Kant is cited from two documents; the later horizon, March 2019, counts.
    check(
        site("kant", "RU"),
        &[
            ("1990", Some((&[("alpha-kant", Possible)], false))),
            ("2019-03", Some((&[("alpha-kant", Possible)], false))),
            ("2019-04", Some((&[("alpha-kant", LastKnown)], false))),
            ("", Some((&[("alpha-kant", LastKnown)], false))),
        ],
    );
}

#[test]
fn a_span_begins_holds_and_ends() {
    use Hold::{Current, Ended, Possible};
    check(
        site("ayni", "RU"),
        &[
            ("2001", None),
            ("2002-06", Some((&[("alpha-ayni", Possible)], false))),
            ("2002", Some((&[("alpha-ayni", Current)], false))),
            ("2010-06", Some((&[("alpha-ayni", Possible)], false))),
            ("2010", Some((&[("alpha-ayni", Possible)], false))),
            ("2011", Some((&[("alpha-ayni", Ended)], false))),
            ("", Some((&[("alpha-ayni", Ended)], false))),
        ],
    );
}

#[test]
fn two_claims_that_differ_at_one_date_are_both_shown_and_disputed() {
    use Hold::{Current, LastKnown};
    let (open, closed) = ("alpha-sary-shagan", "beta-sary-shagan-closed");
    check(
        site("sary-shagan", "RU"),
        &[
            ("2004", None),
            ("2005", Some((&[(open, Current), (closed, Current)], true))),
            // The surer stands first: beta speaks until March 2019, alpha until September 2018.
            ("2019-01", Some((&[(closed, Current), (open, LastKnown)], true))),
            ("2019-04", Some((&[(open, LastKnown), (closed, LastKnown)], true))),
        ],
    );
    assert_eq!(slugs(atlas().index().disputed()), [open, closed]);
}

#[test]
fn a_higher_level_takes_the_place_of_a_lower_one() {
    use Hold::{Current, LastKnown};
    check(
        tie("KZ", "RU"),
        &[
            ("1997", None),
            ("1998", Some((&[("alpha-kz-ru-strategic", Current)], false))),
            ("2013-11-10", Some((&[("alpha-kz-ru-strategic", Current)], false))),
            ("2013-11-11", Some((&[("alpha-kz-ru-alliance", Current)], false))),
            ("", Some((&[("alpha-kz-ru-alliance", LastKnown)], false))),
        ],
    );
    assert_eq!(tie("KZ", "RU"), tie("RU", "KZ"));
}

#[test]
fn memberships_visas_and_posts_have_standings_of_their_own() {
    use Hold::{Current, LastKnown, Possible};
    let organisation = actor("SCO");
    check(
        Subject::Membership { member: actor("TM"), organisation },
        &[
            ("1995", Some((&[("alpha-tm-sco-never", Possible)], false))),
            ("", Some((&[("alpha-tm-sco-never", LastKnown)], false))),
        ],
    );
    check(
        Subject::Membership { member: actor("RU"), organisation },
        &[("2001-06-14", None), ("2001-06-15", Some((&[("beta-ru-sco", Current)], false)))],
    );
    check(
        visa("KZ", "CN"),
        &[
            ("2016-02", None),
            ("2016-03-01", Some((&[("beta-visa-kz-cn", Possible)], false))),
            ("2016", Some((&[("beta-visa-kz-cn", Current)], false))),
            ("2020", Some((&[("beta-visa-kz-cn", LastKnown)], false))),
        ],
    );
    // A rule has a direction.
    check(visa("CN", "KZ"), &[("", None)]);
    let kind = c5_atlas::atlas::term::PostKind::ConsulateGeneral;
    let post =
        Subject::Post { sender: actor("CN"), host: actor("KZ"), place: place("almaty"), kind };
    // A doubtful date never gets sure.
    check(
        post,
        &[
            ("1997", None),
            ("1998", Some((&[("beta-almaty-consulate", Possible)], false))),
            ("2018", Some((&[("beta-almaty-consulate", Possible)], false))),
        ],
    );
}

#[test]
fn codes_that_are_no_state_have_no_standing() {
    let only = filter(&[FacetValue::Kind(Kind::Position)], None).run(atlas()).kept;
    assert!(!only.is_empty() && standings(atlas(), &only, None).is_empty());
}

#[test]
fn a_site_is_drawn_by_what_stands_first() {
    let table = [
        (site("manas", "US"), "2010", SiteStatus::Open),
        (site("manas", "US"), "2016", SiteStatus::Closed),
        (site("kant", "RU"), "2010", SiteStatus::Possible),
        (site("ayni", "RU"), "2005", SiteStatus::Open),
        (site("ayni", "RU"), "2011", SiteStatus::Closed),
    ];
    for (subject, at, expected) in table {
        let status = standing(subject, at).and_then(|standing| site_status(atlas(), &standing));
        assert_eq!(status, Some(expected), "{subject:?} at {at}");
    }
}

fn every_value() -> Vec<FacetValue> {
    Facet::ALL.iter().flat_map(|facet| facet.values(atlas())).collect()
}

fn dates() -> impl Strategy<Value = Option<AsOf>> {
    prop::option::of((1995..2022i32).prop_map(AsOf::year))
}

prop_compose! {
    fn filters()(
        values in prop::sample::subsequence(every_value(), 0..=6),
        at in dates(),
    ) -> Filter {
        let mut chosen = filter(&values, None);
        chosen.at = at;
        chosen
    }
}

proptest! {
    #[test]
    fn another_facet_or_a_date_never_adds_results(
        before in filters(), value in prop::sample::select(every_value()), at in dates(),
    ) {
        let kept = before.run(atlas()).kept;
        let mut after = before.clone();
        if before.of(value.facet()).next().is_none() {
            after.choose(value);
        }
        if before.at.is_none() {
            after.at = at;
        }
        let fewer = after.run(atlas()).kept;
        prop_assert_eq!(fewer.and(&kept), fewer);
    }

    #[test]
    fn another_value_of_a_chosen_facet_never_removes_results(
        before in filters(), value in prop::sample::select(every_value()),
    ) {
        prop_assume!(before.of(value.facet()).next().is_some());
        let kept = before.run(atlas()).kept;
        let mut after = before;
        after.choose(value);
        prop_assert_eq!(after.run(atlas()).kept.and(&kept), kept);
    }

    #[test]
    fn a_tally_is_what_choosing_the_value_alone_would_keep(before in filters()) {
        for &facet in Facet::ALL {
            for tally in facet.tallies(atlas(), &before) {
                let mut alone = before.clone();
                alone.clear(facet);
                alone.choose(tally.value);
                prop_assert_eq!(tally.claims, alone.run(atlas()).kept.len(), "{:?}", tally.value);
            }
        }
    }

    #[test]
    fn the_kinds_of_what_is_kept_add_up_to_it(mut before in filters()) {
        before.clear(Facet::Kind);
        let tallies = Facet::Kind.tallies(atlas(), &before);
        let sum: usize = tallies.iter().map(|tally| tally.claims).sum();
        prop_assert_eq!(sum, before.run(atlas()).kept.len());
    }

    #[test]
    fn toggling_twice_changes_nothing(
        before in filters(), value in prop::sample::select(every_value()),
    ) {
        let mut after = before.clone();
        after.toggle(value);
        prop_assert_ne!(&after, &before);
        after.toggle(value);
        prop_assert_eq!(after, before);
    }

    #[test]
    fn every_standing_rests_on_claims_that_were_kept_and_had_begun(before in filters()) {
        let kept = before.run(atlas()).kept;
        for standing in standings(atlas(), &kept, before.at.map(AsOf::last_day)) {
            prop_assert!(!standing.claims.is_empty());
            prop_assert!(standing.claims.iter().all(|&(id, _)| kept.contains(id)));
            let differs = standing.claims.len() > 1;
            prop_assert!(differs || !standing.disputed, "one claim cannot disagree with itself");
        }
    }
}

#[test]
fn only_what_two_documents_or_more_carry() {
    let atlas = Atlas::embedded();
    let carried = carriers(&atlas);
    for (id, _) in atlas.claims() {
        let told = carried.get(id.index()).map_or(0, Vec::len);
        assert_eq!(atlas.index().carried().contains(id), told > 1, "{}", atlas.claim(id).slug());
    }
    assert!(atlas.index().carried().len() > 20, "{}", atlas.index().carried().len());
}
