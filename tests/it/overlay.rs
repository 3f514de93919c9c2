//! Layers of the map: what each shows at a date, how it is measured, what it opens: on the mini
//! atlas.

use std::sync::LazyLock;

use c5_atlas::atlas::{ActorId, Atlas, Dyad, PlaceId};
use c5_atlas::geo::{Albers, Camera, MapPoint, Projection, ScreenPoint, Size};
use c5_atlas::markup::{table, written};
use c5_atlas::query::layer::{measured, organisations};
use c5_atlas::query::{AsOf, FacetValue, Filter, Layer, Layers, Measure};
use c5_atlas::scene::figures::posts;
use c5_atlas::scene::layers::{
    Point, RouteLine, Step, areas, clusters, gather, key, members, overlay,
};
use c5_atlas::scene::membership::Membership;
use c5_atlas::view::{extent, link};

use crate::mini::{actor, atlas};

/// The atlas that is published.
static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

fn find(slug: &str) -> ActorId {
    let found = ATLAS.actors().find(|(_, actor)| actor.slug == slug);
    found.map(|(id, _)| id).expect("an actor")
}

fn at(year: i32) -> Filter {
    let mut filter = Filter::default();
    filter.at = Some(AsOf::year(year));
    filter
}

fn certainly(mut filter: Filter) -> Filter {
    filter.certain = true;
    filter
}

/// The layers that are on: these and no others.
fn only(layers: &[Layer]) -> Layers {
    let mut on = Layers::default();
    on.toggle(Layer::Sites);
    layers.iter().for_each(|&layer| on.toggle(layer));
    on
}

fn said(filter: &Filter, layer: Layer) -> Vec<String> {
    overlay(atlas(), filter, only(&[layer]), None)
        .points
        .into_iter()
        .map(|point| point.spoken)
        .collect()
}

#[test]
fn points_are_there_from_the_day_that_their_claims_begin() {
    let post = "Almaty, consulate general · China in Kazakhstan · Almaty, 1998?";
    for (filter, expected) in [
        (Filter::default(), vec![post.to_owned()]),
        (at(1997), vec![]),
        // The document marks its year as uncertain.
        (at(1998), vec![format!("{post}, possibly")]),
        (certainly(at(1998)), vec![]),
    ] {
        assert_eq!(said(&filter, Layer::Posts), expected, "{:?}", filter.at);
    }
}

#[test]
fn the_map_and_the_figures_are_sure_of_the_same_posts() {
    let atlas = &*ATLAS;
    for year in [1995, 2005, 2012, 2018, 2024] {
        let marks = overlay(atlas, &at(year), only(&[Layer::Posts]), None).points;
        let figures = posts(atlas, &at(year));
        for (sender, _) in atlas.actors() {
            let own = || marks.iter().filter(|mark| mark.actor == Some(sender));
            let counted = || figures.iter().filter(|own| own.sender == sender);
            assert_eq!(own().any(|m| m.sure), counted().any(|own| own.sure > 0), "{year}");
            assert!(own().all(|m| m.sure) || counted().any(|own| own.possible > 0), "{year}");
        }
    }
}

#[test]
fn a_state_shaded_by_all_claims_says_when_one_is_contradicted() {
    let atlas = &*ATLAS;
    for &power in atlas.powers() {
        for area in areas(atlas, &Filter::default(), Measure { category: None, power }) {
            let dyad = Dyad { state: area.state, power };
            let contested = dyad.claims(atlas).len_with(atlas.index().disputed()) > 0;
            assert_eq!(area.disputed, contested, "{}", area.spoken);
        }
    }
}

#[test]
fn a_layer_that_is_off_is_counted_all_the_same() {
    let shown = overlay(atlas(), &Filter::default(), only(&[]), None);
    assert_eq!(shown.points, []);
    let of = |layer: Layer| shown.counts[layer as usize];
    assert_eq!((of(Layer::Posts).placed, of(Layer::Posts).unplaced), (1, 0));
    // Three events have no place: they are told as such and not put anywhere.
    assert_eq!((of(Layer::Events).placed, of(Layer::Events).unplaced), (0, 3));
    assert_eq!((shown.base.sites.len(), of(Layer::Sites).placed), (0, 4));
    assert_eq!((shown.told.routes.len(), of(Layer::Routes).placed), (0, 1));
}

#[test]
fn every_mark_opens_claims_that_the_filter_keeps() {
    let atlas = &*ATLAS;
    let mut every = Layers::default();
    Layer::ALL.into_iter().filter(|&layer| layer != Layer::Sites).for_each(|l| every.toggle(l));
    every.organisation = organisations(atlas).next();
    for year in [1992, 2001, 2010, 2018] {
        let filter = at(year);
        let kept = filter.begun(atlas);
        let found = overlay(atlas, &filter, every, None).points;
        assert!(!found.is_empty(), "{year}");
        for point in &found {
            assert!(!point.claims.is_empty() && point.claims.iter().all(|&id| kept.contains(id)));
        }
        for &power in atlas.powers() {
            for category in measured(atlas).map(Some).chain([None]) {
                let measure = Some(Measure { category, power });
                let told = overlay(atlas, &filter, every, measure).told;
                assert_eq!((told.areas.len(), told.members.len()), (5, 5));
                let opens = told.areas.iter().map(|area| &area.opens);
                let opens = opens.chain(told.members.iter().map(|member| &member.opens));
                let opens = opens.chain(told.flows.iter().map(|flow| &flow.opens));
                for opens in opens.chain(found.iter().map(|point| &point.opens)) {
                    assert!(link::selecting(opens, atlas).is_some(), "{opens}");
                }
            }
        }
    }
}

fn steps_of(measure: &str, filter: &Filter) -> Vec<(Step, String)> {
    let measure = Measure::read(atlas(), measure).expect("a measure");
    areas(atlas(), filter, measure).into_iter().map(|area| (area.step, area.label)).collect()
}

#[test]
fn a_measure_shades_what_is_known_and_keeps_three_unknowns_apart() {
    let shade = |step: u8, label: &str| (Step::Shade(step), label.to_owned());
    let no_claim = || (Step::NoClaim, String::new());
    let newest = Filter::default();
    let unknown =
        |first: (Step, String)| vec![first, no_claim(), no_claim(), no_claim(), no_claim()];
    let table = [
        ("partnership~RU", &newest, unknown(shade(5, "alliance"))),
        ("partnership~RU", &at(2005), unknown(shade(2, "strategic"))),
        ("partnership~RU", &at(1990), unknown(no_claim())),
        ("visas~CN", &newest, unknown(shade(5, "14 days free"))),
        (
            "bases~RU",
            &newest,
            vec![
                shade(2, "1 open"),
                shade(2, "1 open"),
                shade(1, "1 closed"),
                no_claim(),
                no_claim(),
            ],
        ),
        (
            "bases~CN",
            &newest,
            vec![no_claim(), no_claim(), (Step::StatedNo, "no".to_owned()), no_claim(), no_claim()],
        ),
        ("diplomatic_posts~RU", &newest, vec![(Step::OutOfScope, String::new()); 5]),
        (
            "claims~RU",
            &newest,
            vec![shade(3, "4"), shade(2, "2"), shade(1, "1"), no_claim(), no_claim()],
        ),
    ];
    for (measure, filter, expected) in table {
        assert_eq!(steps_of(measure, filter), expected, "{measure} at {:?}", filter.at);
    }
}

#[test]
fn a_measure_s_key_has_a_word_for_each_step() {
    for measure in ["partnership~RU", "visas~CN", "bases~US", "diplomatic_posts~CN", "claims~US"] {
        let measure = Measure::read(atlas(), measure).expect("a measure");
        let words = key(atlas(), measure);
        assert!(words.len() >= 8 && words.iter().all(|(_, word)| !word.is_empty()), "{words:?}");
    }
    let ties = key(atlas(), Measure::read(atlas(), "partnership~RU").expect("a measure"));
    let of = |step| ties.iter().find(|(own, _)| *own == step).map(|(_, word)| word.as_str());
    assert_eq!(
        [of(Step::Shade(2)), of(Step::Shade(5)), of(Step::Uncoded)],
        [Some("strategic"), Some("alliance"), Some("claims without a code: their number")]
    );
    // What only counts claims has none without a code.
    let counted = key(atlas(), Measure::read(atlas(), "claims~US").expect("a measure"));
    assert!(counted.iter().all(|(step, _)| *step != Step::Uncoded));
}

#[test]
fn members_stay_whichever_power_is_chosen() {
    let mut of_china = Filter::default();
    of_china.choose(FacetValue::Power(ATLAS.powers()[1]));
    for organisation in organisations(&ATLAS) {
        let all = members(&ATLAS, &Filter::default(), organisation);
        assert_eq!(members(&ATLAS, &of_china, organisation), all);
    }
}

#[test]
fn memberships_begin_and_end_and_are_never_guessed() {
    let of = |filter: &Filter, state: &str, organisation: &str| {
        let all = members(&ATLAS, filter, find(organisation));
        let own = all.into_iter().find(|member| member.state == find(state));
        own.map(|member| member.membership).expect("one of the five")
    };
    let newest = Filter::default();
    for (filter, state, organisation, expected) in [
        (&newest, "KZ", "CSTO", Membership::Member),
        (&newest, "TM", "CSTO", Membership::Not),
        (&newest, "UZ", "EAEU", Membership::Unknown),
        (&newest, "UZ", "CSTO", Membership::Not),
        (&at(2008), "UZ", "CSTO", Membership::Member),
        (&at(1999), "UZ", "CSTO", Membership::Unknown),
    ] {
        assert_eq!(of(filter, state, organisation), expected, "{state} in {organisation}");
    }
    let mini = members(atlas(), &newest, actor("SCO"));
    let spoken = mini.iter().map(|member| member.spoken.as_str()).nth(3);
    assert_eq!(
        spoken,
        Some("Turkmenistan in Shanghai Cooperation Organisation: not a member, last known 2018")
    );
}

#[test]
fn organisations_of_which_no_document_names_a_member_are_said_to_have_none() {
    let (_, texts) = crate::mini::published();
    let switches = c5_atlas::pages::Library::new(&ATLAS, texts).part("switches", "tab=map");
    let listed: Vec<&str> = organisations(&ATLAS).map(|id| ATLAS.actor(id).slug).collect();
    for slug in ["CIS", "CICA"] {
        let name = ATLAS.actor(find(slug)).name;
        let said = format!(
            "<option value=\"{slug}\" disabled=\"\">{name}: no document names a member</option>"
        );
        assert!(switches.contains(&said), "{said}");
        assert!(!listed.contains(&slug), "a link cannot name {slug} as a layer");
    }
    assert!(listed.contains(&"CSTO") && !switches.contains("Organization: no document"));
}

#[test]
fn a_route_begins_and_ends() {
    let of = |filter: &Filter| {
        let routes: Vec<RouteLine> =
            overlay(atlas(), filter, only(&[Layer::Routes]), None).told.routes;
        routes.first().map(|route| (route.sure, route.ended, route.opens.clone()))
    };
    let opens = "claim=alpha-manas-opened".to_owned();
    assert_eq!(of(&at(1999)), None);
    assert_eq!(of(&at(2005)), Some((true, false, opens.clone())));
    assert_eq!(of(&at(2016)), Some((true, true, opens.clone())));
    let mut china = Filter::default();
    china.choose(FacetValue::Power(actor("CN")));
    assert_eq!(of(&china), None, "no claim of it is kept");
}

const PANEL: Size = Size::new(640.0, 480.0);

/// Points at the places of a list, each of another layer in turn.
fn crowd(places: &[(&str, Layer)]) -> Vec<Point> {
    let one = overlay(&ATLAS, &Filter::default(), only(&[Layer::Posts]), None).points.remove(0);
    let find = |slug: &str| -> PlaceId {
        ATLAS.places().find(|(_, place)| place.slug == slug).map(|(id, _)| id).expect("a place")
    };
    let at = |place| Albers::central_asia().forward(ATLAS.position(place)).expect("on the plane");
    let point = |&(slug, layer): &(&str, Layer)| Point {
        layer,
        place: find(slug),
        at: at(find(slug)),
        actor: None,
        ..one.clone()
    };
    places.iter().map(point).collect()
}

#[test]
fn near_points_of_a_layer_are_one_mark_until_the_reader_is_near() {
    let far = Camera { center: MapPoint::new(0.0, 0.0), scale: 0.2 };
    let near = Camera { center: MapPoint::new(0.0, 0.0), scale: 8.0 };
    let points = crowd(&[
        ("bishkek", Layer::Events),
        ("kant-air-base", Layer::Events),
        ("kant-air-base", Layer::Disputes),
        ("new-york", Layer::Events),
    ]);
    let members = |camera: Camera| -> Vec<Vec<usize>> {
        clusters(&points, camera, PANEL, None).into_iter().map(|mark| mark.members).collect()
    };
    // What lies far outside the panel costs nothing.
    assert_eq!(members(far), [vec![0, 1], vec![2]]);
    assert_eq!(members(Camera { center: points[0].at, ..near }), [vec![0], vec![1], vec![2]]);
}

#[test]
fn a_crowded_place_has_one_mark_until_it_is_spread() {
    let camera = Camera { center: MapPoint::new(0.0, 0.0), scale: 0.2 };
    let layers = [Layer::Posts, Layer::Events, Layer::Visits, Layer::Disputes, Layer::Sites];
    let points = crowd(&layers.map(|layer| ("bishkek", layer)));
    let bishkek = points[0].place;
    let marks = clusters(&points, camera, PANEL, None);
    assert_eq!((marks.len(), marks[0].shared), (1, Some(bishkek)));
    assert_eq!(marks[0].members, [0, 1, 2, 3, 4]);
    assert_eq!(clusters(&points, camera, PANEL, Some(bishkek)).len(), 5);
}

#[test]
fn what_is_crowded_is_one_mark_with_its_number_until_the_reader_is_near() {
    let camera = Camera { center: MapPoint::new(0.0, 0.0), scale: 0.1 };
    let layers = [Layer::Posts, Layer::Events, Layer::Visits];
    let places = ["bishkek", "kant-air-base"];
    let named: Vec<_> =
        places.iter().flat_map(|&place| layers.map(|layer| (place, layer))).collect();
    let points = crowd(&named);
    let marks = |zoom: f64, fixed: &[ScreenPoint], spread| {
        let marks = clusters(&points, camera, PANEL, spread);
        gather(&points, marks, (camera, PANEL, zoom), fixed, spread)
    };
    // Of each layer the two places are one mark already: three marks have room.
    assert_eq!(marks(0.0, &[], None).len(), 3);
    // With sites beside them they have none.
    let here = camera.screen_from_map(points[0].at, PANEL);
    let one = marks(0.0, &[here, here], None);
    assert_eq!((one.len(), one[0].mixed, one[0].shared), (1, true, None));
    assert_eq!(one[0].members.len(), points.len(), "nothing is left out");
    assert_eq!(marks(3.0, &[here, here], None).len(), 3);
    assert_eq!(marks(0.0, &[here, here], Some(points[0].place)).len(), 3, "spread by hand");
}

#[test]
fn the_table_holds_every_mark_of_the_map() {
    let mut layers = only(&[Layer::Sites, Layer::Posts, Layer::Routes, Layer::Flows]);
    layers.organisation = Some(actor("SCO"));
    let measure = Measure::read(atlas(), "partnership~RU");
    let filter = at(2005);
    let scene = overlay(atlas(), &filter, layers, measure);
    let html = written(|m| table::table(m, atlas(), &scene, "as of 2005"));
    let rows = html.matches("<tr>").count() - 1;
    assert_eq!(
        rows,
        5 + 5 + scene.base.sites.len() + scene.points.len() + scene.told.flows.len() + 1
    );
    for spoken in scene.base.sites.iter().map(|site| &site.spoken) {
        assert!(html.contains(spoken), "{spoken}");
    }
}

#[test]
fn what_is_selected_has_an_extent_where_it_has_a_place() {
    let of = |query: &str| extent(atlas(), &link::read(query, atlas()).0);
    assert_eq!(of(""), None);
    assert_eq!(of("entity=UZ"), None);
    let kant = of("place=kant").expect("a place");
    assert!(kant.width() > 100.0 && kant.contains(kant.center()));
    let pair = of("dyad=KG-US").expect("Manas and Bishkek");
    assert!(pair.contains(kant.center()), "Kant lies between them");
    assert!(of("route=southern-supply").expect("Almaty to Manas").width() > pair.width());
}

#[test]
fn claims_without_a_code_are_no_step_of_a_coded_measure() {
    let measure = Measure::read(&ATLAS, "bases~RU").expect("a measure");
    for area in areas(&ATLAS, &Filter::default(), measure) {
        let number = area.label.starts_with('(');
        assert_eq!(area.step == Step::Uncoded, number, "{}", area.spoken);
    }
}
