//! Pages about time and about two: the timeline, then and now, side by side.

use c5_atlas::atlas::{Atlas, Claim, Dyad, Texts, day_from_civil};
use c5_atlas::markup::strip;
use c5_atlas::pages::{self, Brush, Library, page};
use c5_atlas::query::change::changes;
use c5_atlas::query::profile::{Aspect, Sort, ties};
use c5_atlas::query::time::{horizon, within};
use c5_atlas::query::{AsOf, Certainty, Facet, Filter, Party, Sign, Subject};
use c5_atlas::scene::axis::Axis;
use c5_atlas::scene::lanes::chart;
use c5_atlas::scene::timeline::{self, histogram};

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
        let chart = chart(atlas(), texts(), &kept, facet, axis, None);
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
                assert_eq!(found, usize::from(!off), "{}", claim.slug());
            }
        }
    }
}

#[test]
fn strip_and_timeline_count_the_same_claims_as_undated() {
    let atlas = Atlas::embedded();
    let filter = Filter::default();
    let counted = histogram(&atlas, &filter).expect("some claims are dated");
    let kept = filter.run(&atlas).kept;
    let undated = kept.iter().filter(|&id| atlas.claim(id).when.is_none()).count();
    assert_eq!(counted.undated, undated);
    assert!(counted.unbegun > 0, "some claims have an end without a beginning");
    let said = strip::outside(atlas.words(), &counted);
    let undated = atlas.number(undated);
    assert!(said.starts_with(&format!("{undated} undated")), "{said}");
    assert!(said.contains(&format!("; {} of unknown start", counted.unbegun)), "{said}");
    let texts = Texts::embedded();
    let page = page(&atlas, &texts, "tab=timeline", 1200.0);
    assert!(page.contains(&format!("{undated} without a date")));
    assert!(page.contains("of unknown start"));
    // Lane by lane the two are told apart as well, and the strip's sum is told.
    assert!(page.contains("undated or of unknown start"), "the table's row holds both");
}

#[test]
fn a_brush_takes_in_the_whole_years_that_it_crosses() {
    let atlas = Atlas::embedded();
    let (first, last) = timeline::axis(&atlas).expect("some claims are dated");
    let axis = Axis { years: (first, last), width: 1.0 };
    let at = |year, month| axis.x(day_from_civil(year, month, 15));
    let brush = |from, to| Brush::between(&atlas, (from, to)).expect("some claims are dated");
    let own = brush(at(1998, 2), at(2004, 11));
    assert_eq!((own.years, own.span.as_str()), ((1998, 2004), "1998~2004"));
    assert!(own.reach.0 < at(1998, 2) && at(2004, 11) < own.reach.1);
    assert_eq!(own, brush(at(2004, 1), at(1998, 12)), "from right to left it is the same");
    assert_eq!(brush(at(2001, 3), at(2001, 9)).span, "2001~2001");
    // Beyond the ends it is held to them, and all years are the page's default.
    assert_eq!(brush(-3.0, at(1995, 6)).years, (first, 1995));
    assert_eq!(brush(at(2010, 6), 9.0).years, (2010, last));
    let all = brush(f64::NEG_INFINITY, f64::INFINITY);
    assert_eq!((all.span.as_str(), all.reach), ("", (0.0, 1.0)));
    // What a brush says is what the page then shows.
    let page = page(&atlas, &Texts::embedded(), "tab=timeline&span=1998~2004", 1200.0);
    assert!(page.contains("1998–2004") && page.contains("id=\"span-by-hand\""));
}

#[test]
fn an_open_end_is_last_known_past_its_documents_time() {
    let kept = Filter::default().run(atlas()).kept;
    let axis = Axis { years: (2000, 2030), width: 930.0 };
    let chart = chart(atlas(), texts(), &kept, Facet::State, axis, None);
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

/// What became of a subject between the ends of two dates, and whether that is sure.
fn became(subject: Subject, then: &str, now: &str) -> Option<(Sign, bool)> {
    let day = |text| AsOf::read(text).map(AsOf::last_day).expect("the table holds dates");
    let all = changes(atlas(), atlas().index().all(), day(then), day(now));
    all.iter().find(|change| change.subject == subject).map(|change| (change.sign, change.sure))
}

fn site(place: &str, operator: &str) -> Subject {
    Subject::Facility { place: mini::place(place), operator: mini::actor(operator) }
}

fn tie(a: &str, b: &str) -> Subject {
    let (a, b) = (mini::actor(a), mini::actor(b));
    Subject::Partnership(a.min(b), a.max(b))
}

fn member(member: &str, organisation: &str) -> Subject {
    Subject::Membership { member: mini::actor(member), organisation: mini::actor(organisation) }
}

#[test]
fn a_tie_begins_ends_changes_or_stays_between_two_dates() {
    let manas = site("manas", "US");
    for (subject, then, now, expected) in [
        (manas, "1999", "2000", None),
        (manas, "2000", "2012", Some((Sign::Began, true))),
        (manas, "2005", "2012", Some((Sign::Unchanged, true))),
        (manas, "2005", "2016", Some((Sign::Ended, true))),
        (manas, "2000", "2016", Some((Sign::Passed, true))),
        (manas, "2015", "2016", None),
        (tie("KZ", "RU"), "1997", "1999", Some((Sign::Began, true))),
        (tie("KZ", "RU"), "1999", "2015", Some((Sign::Changed, true))),
        (member("TM", "SCO"), "2000", "2016", None),
    ] {
        assert_eq!(became(subject, then, now), expected, "{subject:?} {then} {now}");
    }
}

#[test]
fn what_is_imprecise_disputed_or_last_known_is_possible_and_what_is_undated_unknown() {
    let manas = site("manas", "US");
    let post = Subject::Post {
        sender: mini::actor("CN"),
        host: mini::actor("KZ"),
        place: mini::place("almaty"),
        kind: c5_atlas::atlas::term::PostKind::ConsulateGeneral,
    };
    for (subject, then, now, expected) in [
        // "2001-12" may be before or after the 15th.
        (manas, "2001-12-15", "2012", (Sign::Unknown, false)),
        // Its document stops in September 2018.
        (manas, "2005", "2020", (Sign::Ended, false)),
        // The date is doubtful.
        (post, "1997", "2016", (Sign::Began, false)),
        // Two documents, open and closed from 2005 on.
        (site("sary-shagan", "RU"), "2004", "2016", (Sign::Began, false)),
        (site("kant", "RU"), "2004", "2016", (Sign::Unknown, false)),
    ] {
        assert_eq!(became(subject, then, now), Some(expected), "{subject:?} {then} {now}");
    }
}

#[test]
fn dates_far_apart_lose_no_tie_that_stands_at_the_later() {
    let all = atlas().index().all();
    let day = |year| AsOf::year(year).last_day();
    let changes = changes(atlas(), all, day(1990), day(2016));
    assert!(changes.iter().all(|change| change.before.is_none() || change.sign != Sign::Began));
    assert!(changes.windows(2).all(|pair| pair[0].subject < pair[1].subject));
}

#[test]
fn parties_are_read_sorted_and_have_their_own_ties() {
    let party = |slug: &str| Party::read(atlas(), slug);
    assert_eq!(party("XX"), None);
    for (slug, sort) in
        [("KZ", Sort::State), ("RU", Sort::Power), ("KZ-RU", Sort::Dyad), ("SCO", Sort::Other)]
    {
        let party = party(slug).expect(slug);
        assert_eq!((party.sort(atlas()), party.slug(atlas())), (sort, slug.to_owned()));
        assert!(!party.claims(atlas()).is_empty(), "{slug}");
    }
    let own = |slug: &str| {
        let ties = ties(atlas(), &Filter::default(), party(slug).expect(slug));
        ties.iter().map(|tie| (tie.aspect, tie.with)).collect::<Vec<_>>()
    };
    let (ru, cn, kz) = (mini::actor("RU"), mini::actor("CN"), mini::actor("KZ"));
    assert_eq!(
        own("KZ"),
        [
            (Aspect::Partnership, Some(ru)),
            (Aspect::VisaThere, Some(cn)),
            (Aspect::Sites, Some(ru)),
            (Aspect::Posts, Some(cn)),
        ]
    );
    assert_eq!(own("KZ-RU"), [(Aspect::Partnership, None), (Aspect::Sites, None)]);
    assert_eq!(own("CN"), [(Aspect::VisaThere, Some(kz)), (Aspect::Posts, Some(kz))]);
}

#[test]
fn a_partys_filter_keeps_its_claims() {
    for party in [
        Party::Actor(mini::actor("KZ")),
        Party::Actor(mini::actor("US")),
        Party::Dyad(Dyad { state: mini::actor("KZ"), power: mini::actor("RU") }),
    ] {
        let mut filter = Filter::default();
        assert!(party.narrow(atlas(), &mut filter));
        assert_eq!(filter.run(atlas()).kept, party.claims(atlas()));
    }
    let mut filter = Filter::default();
    assert!(!Party::Actor(mini::actor("SCO")).narrow(atlas(), &mut filter));
    assert!(filter.is_empty());
}

/// A page without the small maps' land, which is the same in each.
fn without_land(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(" d=\"") {
        text.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    text + rest
}

#[test]
fn then_and_now() {
    let page = page(atlas(), texts(), "tab=changes&then=2000&now=2016", 1000.0);
    check("changes.html", &without_land(&page));
}

#[test]
fn a_profile() {
    let query = "tab=compare&compare=KZ";
    check("profile.html", &without_land(&page(atlas(), texts(), query, 1000.0)));
}

#[test]
fn rows_in_which_two_differ_are_marked_and_no_others() {
    let rows = |query: &str| {
        let page = page(atlas(), texts(), query, 1000.0);
        (page.matches("class=\"differs\"").count(), page.matches("no claim").count())
    };
    let (differing, missing) = rows("tab=compare&compare=KZ~KG");
    assert_eq!((differing, missing), (1, 4));
    assert_eq!(rows("tab=compare&compare=KZ"), (0, 0));
    let (atlas, texts) = mini::published();
    let whole = pages::page(atlas, texts, "tab=compare&compare=KZ-RU~KZ-CN", 1000.0);
    let (_, codes) = whole.split_once("<table class=\"codes\">").expect("coded ties");
    let rows = codes.split("<tr").filter(|row| row.contains("scope=\"row\""));
    let (marked, other): (Vec<_>, Vec<_>) = rows.partition(|row| row.contains('≠'));
    assert!(!marked.is_empty() && marked.iter().all(|row| !row.contains("no claim")));
    assert!(marked.iter().all(|row| row.contains("class=\"differs\"")));
    assert!(other.iter().all(|row| !row.contains("class=\"differs\"")));
    assert!(other.iter().any(|row| row.contains("no claim")));
}

#[test]
fn what_one_belongs_to_and_its_sites_say_how_they_are_known() {
    let (atlas, texts) = mini::published();
    let summary = |query: &str| {
        let page = pages::page(atlas, texts, query, 1000.0);
        let (_, rest) = page.split_once("<p class=\"summary\">").expect("a summary");
        rest.split("</p>").next().unwrap_or_default().to_owned()
    };
    for query in ["tab=compare&compare=KZ", "tab=compare&compare=KZ&at=2025"] {
        let said = summary(query);
        let (_, members) = said.split_once("Member of ").expect("organisations");
        let (members, sites) = members.split_once("Foreign facilities: ").expect("sites");
        assert!(members.contains("last known "), "{members}");
        assert!(sites.contains("last known"), "{sites}");
        assert!(!members.contains("ended"), "{members}");
    }
    let said = summary("tab=compare&compare=KZ&at=2008");
    assert!(!said.contains("last known"), "{said}");
}

#[test]
fn a_link_that_compares_what_cannot_be_compared_shows_the_first() {
    let titled = |query: &str, title: &str| {
        let title = format!("id=\"page-title\">{title}<");
        assert!(page(atlas(), texts(), query, 800.0).contains(&title), "{query}");
    };
    titled("tab=compare&compare=KZ~RU", "Kazakhstan");
    titled("tab=compare&compare=KZ~KZ", "Kazakhstan");
    titled("tab=compare&compare=KZ-RU", "Kazakhstan–Russia");
    titled("tab=compare&compare=nobody~XX", "Compare");
    titled("tab=compare", "Compare");
}

#[test]
fn every_axis_of_time_has_the_landmarks_and_each_opens_its_claim() {
    let (atlas, texts) = mini::published();
    let strip = Library::new(atlas, texts).part("landmarks", "");
    let links = |markup: &str| markup.matches("class=\"landmark\"").count();
    assert_eq!(links(&strip), strip.matches("href=\"?claim=").count());
    assert!(links(&strip) >= 10, "{}", links(&strip));
    for tab in ["timeline", "changes"] {
        assert_eq!(
            links(&page(atlas, texts, &format!("tab={tab}"), 1200.0)),
            links(&strip),
            "{tab}"
        );
    }
    // Both sides have an axis of their own.
    assert_eq!(links(&page(atlas, texts, "tab=compare&compare=KZ~UZ", 1200.0)), 2 * links(&strip));
}
