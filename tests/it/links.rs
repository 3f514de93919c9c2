//! Links: written and read they are the same view; whatever else they hold, a view opens.

use std::fs;
use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, ClaimId, YEARS};
use c5_atlas::geo::LonLat;
use c5_atlas::geo::camera::{Spot, Zoom};
use c5_atlas::query::{AsOf, Facet, FacetValue, Filter, Layer, Layers, Measure, layer};
use c5_atlas::view::choice::{Choice, Choices};
use c5_atlas::view::link::{LONGEST, read, write, write_after};
use c5_atlas::view::{Action, Selection, Sheet, Tab, Theme, ViewState};
use c5_atlas::words::Words;
use proptest::prelude::*;

use crate::mini;

/// The atlas that is published.
static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

fn every_value() -> Vec<FacetValue> {
    Facet::ALL.iter().flat_map(|facet| facet.values(&ATLAS)).collect()
}

fn selections() -> impl Strategy<Value = Selection> {
    let claims: Vec<ClaimId> = ATLAS.claims().map(|(id, _)| id).collect();
    let places: Vec<_> = ATLAS.places().map(|(id, _)| id).collect();
    let actors: Vec<_> = ATLAS.actors().map(|(id, _)| id).collect();
    let dyads: Vec<_> = ATLAS.dyads().collect();
    let categories: Vec<_> = ATLAS.categories().map(|(id, _)| id).collect();
    let issues: Vec<_> = ATLAS.issues().map(|(id, _)| id).collect();
    let references: Vec<_> = ATLAS.references().map(|(id, _)| id).collect();
    let category = prop::option::of(prop::sample::select(categories));
    prop_oneof![
        prop::sample::select(claims).prop_map(Selection::Claim),
        prop::sample::select(places).prop_map(Selection::Place),
        prop::sample::select(actors).prop_map(Selection::Entity),
        (prop::sample::select(dyads), category).prop_map(|(dyad, at)| Selection::Dyad(dyad, at)),
        prop::sample::select(issues).prop_map(Selection::Issue),
        prop::sample::select(references).prop_map(Selection::Reference),
    ]
}

prop_compose! {
    fn dates()(
        year in YEARS, finer in prop::option::of((1..=12u32, prop::option::of(1..=28u32))),
    ) -> AsOf {
        let text = match finer {
            None => year.to_string(),
            Some((month, None)) => format!("{year}-{month:02}"),
            Some((month, Some(day))) => format!("{year}-{month:02}-{day:02}"),
        };
        AsOf::read(&text).expect("the calendar has this date")
    }
}

prop_compose! {
    fn spots()(lon in -180.0..=180.0, lat in -90.0..=90.0, zoom in -2.0..8.0) -> Spot {
        let zoom = Zoom::new(zoom).expect("the number is finite");
        Spot::new(LonLat::new(lon, lat), zoom).expect("the place is on Earth")
    }
}

prop_compose! {
    fn layers()(
        on in prop::sample::subsequence(Layer::ALL.to_vec(), 0..=Layer::ALL.len()),
        organisation in prop::option::of(prop::sample::select(
            layer::organisations(&ATLAS).collect::<Vec<_>>(),
        )),
    ) -> Layers {
        let mut layers = Layers::default();
        layers.organisation = organisation;
        on.into_iter().for_each(|layer| layers.toggle(layer));
        layers
    }
}

prop_compose! {
    fn measures()(
        some in any::<bool>(),
        category in prop::option::of(prop::sample::select(
            layer::measured(&ATLAS).collect::<Vec<_>>(),
        )),
        power in prop::sample::select(ATLAS.powers().to_vec()),
    ) -> Option<Measure> {
        some.then_some(Measure { category, power })
    }
}

prop_compose! {
    fn views()(
        tab in prop::sample::select(Tab::ALL),
        values in prop::sample::subsequence(every_value(), 0..=60),
        period in prop::option::of((dates(), prop::option::of(dates()))),
        certain in any::<bool>(),
        sheet in prop::sample::select(Sheet::ALL),
        spot in prop::option::of(spots()),
        layers in layers(),
        measure in measures(),
        selection in prop::option::of(selections()),
        chosen in prop::collection::vec((prop::sample::select(Choice::ALL), "[a-zA-Z0-9._~-]{1,12}"), 0..4),
        searched in "\\PC{0,20}",
        theme in prop::sample::select(Theme::ALL),
    ) -> ViewState {
        let mut filter = Filter::default();
        values.into_iter().for_each(|value| filter.choose(value));
        filter.certain = certain;
        // A period's parts in their order.
        (filter.from, filter.at) = match period {
            None => (None, None),
            Some((date, None)) if certain => (Some(date), None),
            Some((date, None)) => (None, Some(date)),
            Some((a, Some(b))) if a.first_day() <= b.last_day() => (Some(a), Some(b)),
            Some((a, Some(b))) => (Some(b), Some(a)),
        };
        // No `..`: a new field must come in here too.
        let mut choices = Choices::default();
        for (choice, value) in chosen.iter().filter(|(choice, _)| choice.is_of(tab)) {
            assert!(choices.set(*choice, value));
        }
        if tab == Tab::Claims {
            assert!(choices.set(Choice::Query, &searched));
        }
        ViewState { tab, filter, layers, measure, sheet, spot, selection, choices, theme }
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back_as_the_same_view(view in views()) {
        let link = write(&view, &ATLAS);
        let (back, notices) = read(&link, &ATLAS);
        prop_assert_eq!(&back, &view, "{}", link);
        prop_assert_eq!(notices, []);
        let (back, _) = read(&format!("?{link}"), &ATLAS);
        prop_assert_eq!(back, view);
    }

    #[test]
    fn a_link_holds_unreserved_characters_and_escapes_only(view in views()) {
        let link = write(&view, &ATLAS);
        let sound = |c: char| c.is_ascii_alphanumeric() || "-._~=&%".contains(c);
        prop_assert!(link.chars().all(sound), "{}", link);
        prop_assert!(link.len() < LONGEST, "{} bytes", link.len());
    }

    #[test]
    fn any_text_opens_a_view(query in any::<String>()) {
        opens(&query)?;
    }

    #[test]
    fn any_bytes_open_a_view(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        opens(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn what_looks_like_a_link_opens_a_view(
        pairs in prop::collection::vec((KEY, "[a-zA-Z0-9~.%+=?#-]{0,24}|\\PC{0,12}"), 0..12),
    ) {
        let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        opens(&pairs.join("&"))?;
    }

    #[test]
    fn a_sound_link_with_a_broken_end_opens_a_view(view in views(), cut in 0.0..1.0, end in "\\PC{0,6}") {
        let link = write(&view, &ATLAS);
        let kept = (link.len() as f64 * cut) as usize;
        opens(&format!("{}{end}", &link[..kept]))?;
    }

    #[test]
    fn percent_escapes_change_nothing(view in views()) {
        let link = write(&view, &ATLAS);
        // What is an escape already stays one.
        let mut kept = 0;
        let escaped = |c: char| {
            if c == '%' {
                kept = 3;
            }
            let keep = kept > 0 || matches!(c, '=' | '&');
            kept -= usize::from(kept > 0);
            if keep { c.to_string() } else { format!("%{:02x}", c as u32) }
        };
        let escaped: String = link.chars().map(escaped).collect();
        prop_assume!(escaped.len() <= LONGEST);
        prop_assert_eq!(read(&escaped, &ATLAS), (view, Vec::new()));
    }
}

/// Keys that mean something, and some that do not.
const KEY: &str = "tab|state|power|actor|category|kind|source|voice|issue|only|at|from|to|time|layers|measure|plate|map|claim|place|entity|dyad|issue-at|ref|theme|[a-z]{0,6}|%6[0-9a-f]";

/// Reads a query and asserts what holds of every query: the view can be written and opened again,
/// and what is said of the rest is short and plain.
fn opens(query: &str) -> Result<(), TestCaseError> {
    let (view, notices) = read(query, &ATLAS);
    let again = read(&write(&view, &ATLAS), &ATLAS);
    prop_assert_eq!(again, (view, Vec::new()), "{:?}", query);
    prop_assert!(notices.len() <= 5, "{} notices", notices.len());
    for words in notices.iter().map(|notice| notice.words(&Words::default())) {
        prop_assert!(words.chars().count() < 200, "{}", words);
        prop_assert!(!words.chars().any(|c| c.is_control()), "{:?}", words);
    }
    Ok(())
}

#[test]
fn megabytes_and_oddities_open_a_view() {
    let million = 1_000_000;
    for query in [
        "a".repeat(million),
        "é".repeat(million),
        "&".repeat(million),
        "=".repeat(million),
        "%".repeat(million),
        "~".repeat(million),
        "state=KZ~".repeat(million / 9),
        format!("state={}", "KZ~".repeat(million / 3)),
        format!("map={}", "9".repeat(million)),
        format!("at={}", "0".repeat(million)),
        format!("claim=%{}", "f".repeat(million)),
        "tab=map&".repeat(million / 8),
        "?????".to_owned(),
        "%".to_owned(),
        "%4".to_owned(),
        "%zz=%+5".to_owned(),
        "\0=\0".to_owned(),
        "tab=%6Dap".to_owned(),
        "claim=\u{202E}evil".to_owned(),
        "map=NaN~NaN~NaN&at=-1&dyad=~~~".to_owned(),
        "map=inf~-inf~1e999".to_owned(),
        "dyad=KZ-KZ".to_owned(),
        "dyad=RU-KZ".to_owned(),
    ] {
        let start: String = query.chars().take(40).collect();
        assert!(opens(&query).is_ok(), "{start}");
    }
}

#[test]
fn what_a_link_cannot_give_is_said() {
    let unknown = |key: &str| format!("This link names “{key}”, which the atlas does not know.");
    let bad = |key: &str, value: &str| {
        format!("This link asks for {key} “{value}”, which the atlas does not have.")
    };
    let twice = |key: &str| format!("This link names {key} more than once; the first is used.");
    let exchanged = |from: &str, to: &str| {
        format!(
            "This link asks for the time from {from} to {to}, which ends before it begins; the two are exchanged."
        )
    };
    let table: [(&str, &str, Vec<String>); 41] = [
        ("", "", vec![]),
        ("?", "", vec![]),
        ("&&", "", vec![]),
        ("tab=overview&theme=system", "", vec![]),
        ("tab=map&year=1950", "tab=map", vec![unknown("year")]),
        ("tab=mapp", "", vec![bad("tab", "mapp")]),
        ("tab", "", vec![bad("tab", "")]),
        // A sign is no hexadecimal digit.
        ("tab=%+dmap", "", vec![bad("tab", "% dmap")]),
        ("TAB=map", "", vec![unknown("TAB")]),
        ("tab=map&tab=matrix", "tab=map", vec![twice("tab")]),
        ("state=KZ~XX~TJ", "state=KZ~TJ", vec![bad("state", "XX")]),
        ("state=TJ~KZ~KZ", "state=KZ~TJ", vec![]),
        ("state=RU", "", vec![bad("state", "RU")]),
        ("kind=concept", "", vec![bad("kind", "concept")]),
        ("at=2012-13", "", vec![bad("at", "2012-13")]),
        ("at=99999", "", vec![bad("at", "99999")]),
        // The end of a period without its beginning is a date to look from.
        ("to=2012", "at=2012", vec![]),
        ("at=2012&from=1995", "from=1995&to=2012", vec![]),
        ("at=2012&to=2014", "at=2012", vec![twice("to")]),
        ("from=2012-06&to=2012", "from=2012-06&to=2012", vec![]),
        ("to=1995&from=2012", "from=1995&to=2012", vec![exchanged("2012", "1995")]),
        ("layers=none~sites", "", vec![bad("layers", "none")]),
        ("time=possible&from=1995", "from=1995", vec![]),
        ("time=sometimes", "", vec![bad("time", "sometimes")]),
        ("layers=sites", "", vec![]),
        ("layers=none", "layers=none", vec![]),
        ("layers=SCO~visits~sites", "layers=sites~visits~SCO", vec![]),
        ("layers=posts~roads", "layers=posts", vec![bad("layers", "roads")]),
        ("layers=KZ", "", vec![bad("layers", "KZ")]),
        ("measure=partnership~RU", "measure=partnership~RU", vec![]),
        ("measure=claims~CN", "measure=claims~CN", vec![]),
        ("measure=partnership~KZ", "", vec![bad("measure", "partnership~KZ")]),
        ("at=2012-06&map=67~45~9", "at=2012-06&map=67~45~6", vec![]),
        ("map=67~95~1", "", vec![bad("map", "67~95~1")]),
        ("claim=nothing", "", vec![bad("claim", "nothing")]),
        ("dyad=KZ-RU~bases", "dyad=KZ-RU~bases", vec![]),
        ("route=southern-supply", "route=southern-supply", vec![]),
        ("route=nothing", "", vec![bad("route", "nothing")]),
        ("dyad=KZ-RU~nothing", "", vec![bad("dyad", "KZ-RU~nothing")]),
        ("claim=%3Cscript%3E%0Aalert%281%29", "", vec![bad("claim", "<script>alert(1)")]),
        (
            "a=1&b=2&c=3&d=4&e=5&f=6&tab=map",
            "tab=map",
            vec![
                unknown("a"),
                unknown("b"),
                unknown("c"),
                unknown("d"),
                "And 2 more like it.".to_owned(),
            ],
        ),
    ];
    for (query, expected, notices) in table {
        let (view, said) = read(query, mini::atlas());
        let said: Vec<String> = said.iter().map(|notice| notice.words(&Words::default())).collect();
        assert_eq!((write(&view, mini::atlas()).as_str(), said), (expected, notices), "{query}");
    }
}

/// What a published link must still show, one word each.
fn shows(query: &str, word: &str) -> Result<(), String> {
    let (view, notices) = read(query, &ATLAS);
    let found = |is: String, expected: &str| if is == expected { Ok(()) } else { Err(is) };
    let (key, expected) = word.split_once('=').ok_or("a word is key=value")?;
    match key {
        "tab" => found(view.tab.slug().to_owned(), expected),
        "notices" => found(notices.len().to_string(), expected),
        "at" => found(view.filter.at.map(AsOf::text).unwrap_or_default(), expected),
        "values" => found(view.filter.values().len().to_string(), expected),
        "plate" => found(view.sheet.slug().to_owned(), expected),
        "map" => found(view.spot.map(|spot| spot.to_string()).unwrap_or_default(), expected),
        "theme" => found(view.theme.slug().to_owned(), expected),
        "selection" => found(selected(view.selection), expected),
        // The dataset grows; what a link showed once it still shows.
        "claims" => {
            let claims = view.filter.run(&ATLAS).kept.len();
            let least: usize = expected.parse().map_err(|_| "claims is a number")?;
            if claims >= least { Ok(()) } else { Err(claims.to_string()) }
        }
        _ => Err("no such word".to_owned()),
    }
}

fn selected(selection: Option<Selection>) -> String {
    match selection {
        None => "none".to_owned(),
        Some(Selection::Claim(id)) => format!("claim:{}", ATLAS.claim(id).slug()),
        Some(Selection::Place(id)) => format!("place:{}", ATLAS.place(id).slug),
        Some(Selection::Entity(id)) => format!("entity:{}", ATLAS.actor(id).slug),
        Some(Selection::Route(id)) => format!("route:{}", ATLAS.route(id).slug),
        Some(Selection::Dyad(dyad, None)) => format!("dyad:{}", dyad.slug(&ATLAS)),
        Some(Selection::Dyad(dyad, Some(id))) => {
            format!("dyad:{}~{}", dyad.slug(&ATLAS), ATLAS.category(id).slug)
        }
        Some(Selection::Issue(id)) => format!("issue-at:{}", ATLAS.issue(id).slug),
        Some(Selection::Reference(id)) => format!("ref:{}", ATLAS.reference(id)),
    }
}

#[test]
fn every_link_once_published_still_shows_what_it_showed() {
    let text =
        fs::read_to_string(mini::project().join("tests/links.txt")).expect("the list is there");
    let mut wrong = Vec::new();
    let mut replayed = 0;
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let query = words.next().unwrap_or_default();
        replayed += 1;
        for word in words {
            if let Err(is) = shows(query, word) {
                wrong.push(format!("{query}: {word} expected, is {is}"));
            }
        }
    }
    assert!(replayed > 0 && wrong.is_empty(), "of {replayed} links:\n{}", wrong.join("\n"));
}

#[test]
fn what_arranges_a_page_is_left_behind_with_it_and_a_tour_goes_along() {
    let (mut view, notices) = read("tab=matrix&rows=state&cols=period&tour=kant&step=2", &ATLAS);
    assert_eq!(notices, []);
    assert_eq!(write(&view, &ATLAS), "tab=matrix&rows=state&cols=period&tour=kant&step=2");
    view.apply(Action::ShowTab(Tab::Positions));
    assert_eq!(write(&view, &ATLAS), "tab=positions&tour=kant&step=2");
    // What a link says of another page is not written on.
    let (view, notices) = read("tab=timeline&lanes=state&then=2001", &ATLAS);
    assert_eq!(notices, []);
    assert_eq!(write(&view, &ATLAS), "tab=timeline&lanes=state");
}

#[test]
fn a_claim_whose_name_has_not_come_keeps_the_name_that_its_link_has() {
    // As the page has it until the texts come, or for good where they do not.
    let unnamed = Atlas::read(Atlas::packed()).expect("the build wrote these bytes");
    let asked = "?claim=seneca-novaya-kazanka-closed&state=KZ";
    let (mut view, _) = read(asked, &unnamed);
    view.apply(Action::LookFrom(Some(AsOf::year(2010))));
    assert_eq!(write(&view, &unnamed), "state=KZ&at=2010");
    let kept = write_after(&view, &unnamed, asked);
    assert_eq!(kept, "state=KZ&at=2010&claim=seneca-novaya-kazanka-closed");
    assert_eq!(write(&view, &ATLAS), kept);
    assert_eq!(read(&kept, &ATLAS), (view.clone(), Vec::new()));
    assert_eq!(write_after(&view, &unnamed, "?claim=seneca-k2-since-2001"), "state=KZ&at=2010");
}
