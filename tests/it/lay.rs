//! The map with its layers laid out: the keyboard's way, what covers what, and a picture of each layer of the
//! published dataset. Open the golden files in a browser to look at them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use c5_atlas::atlas::Atlas;
use c5_atlas::geo::{Rect, Size};
use c5_atlas::markup::layers::{ground_of, grounds, lines, marks as marks_of};
use c5_atlas::markup::plate::{patterns, world_transform};
use c5_atlas::markup::written;
use c5_atlas::query::{AsOf, Filter, Layers, Measure};
use c5_atlas::scene::label::{Weight, text_width};
use c5_atlas::scene::layers::{Laid, Overlay, Turn, lay, overlay};
use c5_atlas::scene::map::{Plate, turn};
use c5_atlas::view::{Sheet, room};

use crate::golden::{check_of, moved};

/// The atlas that is published.
static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

/// The panel of a laptop.
const SIZE: Size = Size::new(1440.0, 600.0);

/// The published map with every layer on, in a panel of a laptop.
fn all_layers(filter: &Filter) -> (Overlay, Laid) {
    let every = "sites~posts~events~visits~routes~disputes~flows~CSTO";
    let layers = Layers::read(&ATLAS, every, |part| panic!("{part} is no layer"));
    let overlay = overlay(&ATLAS, filter, layers, Measure::read(&ATLAS, "partnership~RU"));
    let laid = lay(&ATLAS, &overlay, room::frame(Sheet::Region, SIZE), SIZE, 0.0, &[], None);
    (overlay, laid)
}

#[test]
fn the_keyboard_goes_state_by_state_and_place_by_place_whatever_the_kind_of_mark() {
    let (overlay, laid) = all_layers(&Filter::default());
    let sites = overlay.base.sites.len();
    let marks = sites + laid.points.len() + laid.blocks.len() + overlay.told.routes.len();
    assert_eq!(laid.turns.len(), marks, "each mark has its turn");
    let place = |own: &Turn| match *own {
        Turn::Site(at) => Some(overlay.base.sites[at].place),
        Turn::Point(at) => Some(overlay.points[laid.points[at].cluster.members[0]].place),
        Turn::State(_) | Turn::Route(_) => None,
    };
    let keys: Vec<u64> = laid.turns.iter().filter_map(place).map(|own| turn(&ATLAS, own)).collect();
    assert!(keys.is_sorted(), "places are out of turn");
    // Kinds of marks come mixed, as places have them.
    let kinds: Vec<bool> = laid.turns.iter().map(|own| matches!(own, Turn::Site(_))).collect();
    assert!(kinds.windows(2).filter(|pair| pair[0] != pair[1]).count() > 8);
    // A state is told of before its places; routes come last.
    for (at, own) in laid.turns.iter().enumerate() {
        if let Turn::State(block) = *own {
            let state = laid.blocks[block].state;
            let earlier = laid.turns[..at].iter().filter_map(place);
            let later = laid.turns[at..].iter().find_map(place).expect("its places");
            assert_eq!(ATLAS.place(later).country, Some(state));
            assert!(earlier.into_iter().all(|own| ATLAS.place(own).country != Some(state)));
        }
    }
    let routes = overlay.told.routes.len();
    assert!(laid.turns[marks - routes..].iter().all(|own| matches!(own, Turn::Route(_))));
    let html = written(|m| marks_of(m, &ATLAS, &overlay, &laid));
    assert!(html.matches("tabindex=\"0\"").count() >= marks);
}

#[test]
fn a_site_stands_at_one_place_of_the_map_whatever_the_year_and_whatever_layers_are_on() {
    let mut known = BTreeMap::new();
    let mut years_seen = 0;
    for year in 1991..=2026 {
        let mut filter = Filter::default();
        filter.at = Some(AsOf::year(year));
        let (overlay, laid) = all_layers(&filter);
        let layers = Layers::read(&ATLAS, "sites", |part| panic!("{part} is no layer"));
        let alone = self::overlay(&ATLAS, &filter, layers, None);
        let plain = lay(&ATLAS, &alone, room::frame(Sheet::Region, SIZE), SIZE, 0.0, &[], None);
        for (site, spots) in
            overlay.base.sites.iter().zip(laid.base.sites.iter().zip(&plain.base.sites))
        {
            let stands = *known.entry((site.place, site.operator)).or_insert(spots.0.symbol);
            assert_eq!([spots.0.symbol, spots.1.symbol], [stands; 2], "{} in {year}", site.name);
            years_seen += 1;
        }
    }
    assert!(known.len() >= 15 && years_seen > 10 * known.len(), "{} sites", known.len());
}

#[test]
fn names_of_routes_cover_neither_one_another_nor_what_is_told_of_states() {
    let (overlay, laid) = all_layers(&Filter::default());
    let camera = room::frame(Sheet::Region, SIZE);
    let boxes: Vec<Rect> = overlay
        .told
        .routes
        .iter()
        .zip(&laid.routes)
        .filter(|(_, spot)| spot.named)
        .map(|(route, spot)| {
            let at = camera.screen_from_map(spot.at, SIZE);
            let width = text_width(ATLAS.route(route.route).name, 10.0, Weight::Regular);
            Rect::new(at.x - width / 2.0, at.y - 6.0, width, 12.0)
        })
        .collect();
    assert!(boxes.len() > 3, "{} routes are named", boxes.len());
    for (at, own) in boxes.iter().enumerate() {
        assert!(boxes[at + 1..].iter().all(|other| !other.overlaps(*own)));
    }
}

/// Looks enough to tell marks, lines and areas apart.
const LOOK: &str = "svg{background:#f1eee6;font:11px sans-serif}.hit,.halo,.fill,.pattern,.flow,.route{fill:none}.fill{stroke:#999}\
    .route,.leader{stroke:#000}.casing{stroke:#fff;stroke-width:4}.flow{stroke:#456;opacity:.5}.flow.all{opacity:.3}.ground{fill:#fff;stroke:#456}\
    .closed .symbol,.unsure .symbol,.knot,.ring{fill:#fff;stroke:#000}.wedge{fill:#f70}.route,.flow{vector-effect:non-scaling-stroke}\
    .step-1 .fill{fill:#dcefec}.step-2 .fill{fill:#b9dfd9}.step-3 .fill{fill:#95cfc6}.step-4 .fill{fill:#72bfb3}.step-5 .fill{fill:#4fafa0}\
    .is-member .of-members{fill:url(#map-member)}.is-partly .of-members{fill:url(#map-partly)}.is-stated-no .of-members{fill:url(#map-not-in)}\
    pattern path{stroke:#000;fill:none}";

/// The layers and the measure of a link, as they stood at the end of 2012, in a panel of their own.
fn picture(layers: &str, measure: &str) -> String {
    let atlas = &*ATLAS;
    let size = Size::new(960.0, 600.0);
    let camera = room::frame(Sheet::Region, size);
    let mut filter = Filter::default();
    filter.at = Some(AsOf::year(2012));
    let layers = Layers::read(atlas, layers, |part| panic!("{part} is no layer"));
    let over = overlay(atlas, &filter, layers, Measure::read(atlas, measure));
    let laid = lay(atlas, &over, camera, size, 0.0, &[], None);
    let mut shades = written(|m| grounds(m, atlas, &Plate::embedded()));
    for &state in atlas.states() {
        let slug = atlas.actor(state).slug;
        let (class, _) = ground_of(atlas, &over, slug);
        shades = shades.replace(&format!("data-area=\"{slug}\""), &format!("class=\"{class}\""));
    }
    let ways = written(|m| lines(m, atlas, &over.told));
    let marks = moved(&written(|m| marks_of(m, atlas, &over, &laid)), camera, size);
    let patterns = written(|m| patterns(m, "map"));
    let world = world_transform(camera, size);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 600\"><style>{LOOK}</style><defs>{patterns}</defs>\
         <g transform=\"{world}\">{shades}{ways}</g>{marks}</svg>"
    )
}

/// A picture is looked at, so it may be larger than a table that is read.
const LARGEST: usize = 96 * 1024;

#[test]
fn each_layer_has_its_picture() {
    for (name, layers, measure) in [
        ("sites", "sites", ""),
        ("posts", "posts", ""),
        ("events-visits", "events~visits", ""),
        ("routes", "routes", ""),
        ("disputes", "disputes", ""),
        ("flows", "flows", ""),
        ("members", "CSTO", ""),
        ("choropleth", "none", "partnership~RU"),
        ("choropleth-counts", "none", "visits~US"),
    ] {
        check_of(&format!("layer-{name}.svg"), &picture(layers, measure), LARGEST);
    }
}
