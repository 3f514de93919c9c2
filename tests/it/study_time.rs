//! Pages about time: the timeline.

use c5_atlas::atlas::{Claim, day_from_civil};
use c5_atlas::pages::page;
use c5_atlas::query::time::{horizon, within};
use c5_atlas::query::{Certainty, Facet, Filter};
use c5_atlas::scene::axis::Axis;
use c5_atlas::scene::lanes::chart;

use crate::golden::check;
use crate::mini::{self, atlas, texts};

fn claim(slug: &str) -> &'static Claim<'static> {
    atlas().claim(mini::claim(slug))
}

#[test]
fn a_span_of_time_has_three_answers() {
    let year = |year| (day_from_civil(year, 1, 1), day_from_civil(year, 12, 31));
    let month = |year, month| (day_from_civil(year, month, 1), day_from_civil(year, month, 28));
    for (slug, days, answer) in [
        ("alpha-manas-opened", year(2001), Certainty::Certainly),
        ("alpha-manas-opened", year(2002), Certainty::No),
        ("alpha-kz-ru-strategic", month(1998, 6), Certainty::No),
        // From 2002 to 2010, each some day of its year.
        ("alpha-ayni", year(2005), Certainty::Certainly),
        ("alpha-ayni", month(2002, 6), Certainty::Possibly),
        ("alpha-ayni", year(2011), Certainty::No),
        // Doubtful, and undated.
        ("beta-almaty-consulate", year(1998), Certainty::Possibly),
        ("alpha-kant", year(1998), Certainty::Possibly),
        // It goes on, as far as its document knows.
        ("alpha-sary-shagan", year(2006), Certainty::Certainly),
        ("alpha-sary-shagan", year(2190), Certainty::Possibly),
    ] {
        let claim = claim(slug);
        assert_eq!(within(claim, days, horizon(atlas(), claim)), answer, "{slug} {days:?}");
    }
}

#[test]
fn every_claim_of_a_lane_is_dated_undated_or_off_the_axis() {
    let kept = Filter::default().run(atlas()).kept;
    let axis = Axis { years: (2000, 2010), width: 900.0 };
    for facet in [Facet::Power, Facet::State, Facet::Category, Facet::Source] {
        let chart = chart(atlas(), texts(), &kept, facet, axis);
        assert!(!chart.crowded && !chart.lanes.is_empty());
        for lane in &chart.lanes {
            let (certain, possible) = &lane.dated;
            assert_eq!(certain.len_with(possible), 0);
            assert_eq!(lane.marks.len() + lane.hidden, certain.len() + possible.len());
            for id in kept.and(lane.value.claims(atlas())).iter() {
                let claim = atlas().claim(id);
                let off = within(claim, axis.days(), horizon(atlas(), claim)) == Certainty::No;
                let sets = [certain, possible, &lane.undated];
                let found = sets.iter().filter(|set| set.contains(id)).count();
                assert_eq!(found, usize::from(!off), "{}", claim.slug);
            }
        }
    }
}

#[test]
fn an_open_end_is_last_known_past_its_documents_time() {
    let kept = Filter::default().run(atlas()).kept;
    let axis = Axis { years: (2000, 2030), width: 930.0 };
    let chart = chart(atlas(), texts(), &kept, Facet::State, axis);
    let own = mini::claim("alpha-sary-shagan");
    let marks = chart.lanes.iter().flat_map(|lane| &lane.marks);
    let mark = marks.into_iter().find(|mark| mark.claim == own).expect("it is on the axis");
    let known = axis.x(horizon(atlas(), atlas().claim(own)));
    assert_eq!(mark.known_until, Some(known));
    assert_eq!(mark.reach.1, axis.width);
    assert!(mark.core.is_some_and(|(_, to)| to <= known + 1.0 && to < axis.width));
}

#[test]
fn the_timeline_near() {
    let query = "tab=timeline&lanes=state&state=KG&span=2001~2014";
    check("timeline.html", &page(atlas(), texts(), query, 1000.0));
}

#[test]
fn the_timeline_lists_a_lane_on_a_phone() {
    let query = "tab=timeline&power=CN&span=1998~2001&focus=CN~undated";
    check("timeline-narrow.html", &page(atlas(), texts(), query, 390.0));
}
