//! What a link asks of its page in vain is told, each thing once; and no link that the atlas writes asks in vain.

use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::export::embed;
use c5_atlas::pages::Library;
use c5_atlas::query::Layers;
use c5_atlas::view::{Tab, link};
use proptest::prelude::*;

use crate::mini;

static OPENED: LazyLock<(Atlas, Texts)> =
    LazyLock::new(|| mini::load(&mini::project().join("data")));

static LIBRARY: LazyLock<Library<'static>> = LazyLock::new(|| Library::new(&OPENED.0, &OPENED.1));

/// The notices of a link, in words.
fn told(library: &Library<'_>, query: &str) -> Vec<String> {
    let markup = library.part("notices", query);
    let items = markup.split("<li>").skip(1);
    items.filter_map(|item| item.split("</li>").next()).map(str::to_owned).collect()
}

fn lost(key: &str, value: &str) -> String {
    format!("This link asks for {key} “{value}”, which its page cannot follow.")
}

fn exchanged(from: &str, to: &str) -> String {
    format!(
        "This link asks for the time from {from} to {to}, which ends before it begins; the two are exchanged."
    )
}

#[test]
fn what_a_page_cannot_follow_is_told() {
    let table: Vec<(&str, Vec<String>)> = vec![
        ("tab=compare&compare=KZ~RU", vec![lost("compare", "RU")]),
        ("tab=compare&compare=KZ~UZ~TJ", vec![lost("compare", "TJ")]),
        ("tab=compare&compare=nobody", vec![lost("compare", "nobody")]),
        ("tab=compare&compare=KZ-RU~KZ-CN", vec![]),
        ("tab=compare&compare=KZ", vec![]),
        ("tab=positions&compare=RU~RU", vec![lost("compare", "RU~RU")]),
        ("tab=positions&compare=RU~KZ~CN", vec![lost("compare", "CN")]),
        ("tab=positions&compare=RU~KZ", vec![]),
        ("tab=changes&then=2018&now=2000", vec![exchanged("2018", "2000")]),
        ("tab=changes&then=2000&now=2018", vec![]),
        ("tab=changes&then=soon", vec![lost("then", "soon")]),
        ("tab=timeline&span=2014~2001", vec![exchanged("2014", "2001")]),
        ("tab=timeline&span=2001~2014&lanes=state", vec![]),
        ("tab=timeline&span=1801~1802", vec![lost("span", "1801~1802")]),
        ("tab=timeline&span=all&lanes=zzz", vec![lost("lanes", "zzz"), lost("span", "all")]),
        ("tour=nope&step=3", vec![lost("tour", "nope")]),
        ("tab=tours&tour=nope", vec![lost("tour", "nope")]),
        ("tour=manas&step=99", vec![lost("step", "99")]),
        ("tour=manas&step=2", vec![]),
        ("step=2", vec![lost("step", "2")]),
        ("lens=seneca-2018~seneca-2018", vec![lost("lens", "seneca-2018~seneca-2018")]),
        ("lens=seneca-2018", vec![lost("lens", "seneca-2018")]),
        ("lens=seneca-2018~laruelle-kortunov-2019~zzz", vec![lost("lens", "zzz")]),
        ("lens=seneca-2018~laruelle-kortunov-2019~both", vec![]),
        ("tab=collection&basket=nope", vec![lost("basket", "nope")]),
        ("basket=seneca-novaya-kazanka-closed~nope~nope", vec![lost("basket", "nope")]),
        ("tab=matrix&sort=zzz", vec![lost("sort", "zzz")]),
        ("tab=matrix&sort=col.zzz", vec![lost("sort", "col.zzz")]),
        ("tab=matrix&sort=col.KZ-RU", vec![]),
        ("tab=matrix&order=r.bases~c_XX", vec![lost("order", "c_XX")]),
        ("tab=matrix&focus=zzz", vec![lost("focus", "zzz")]),
        ("tab=matrix&focus=bases~KZ-RU&cell=count", vec![]),
        ("tab=matrix&rows=zzz&cols=source", vec![lost("rows", "zzz")]),
        ("tab=positions&rows=friction~zzz", vec![lost("rows", "friction~zzz")]),
        ("tab=positions&rows=friction", vec![]),
        (
            "layers=none~sites",
            vec!["This link asks for layers “none”, which the atlas does not have.".to_owned()],
        ),
        (
            "layers=none~roads",
            vec![
                "This link asks for layers “none”, which the atlas does not have.".to_owned(),
                "This link asks for layers “roads”, which the atlas does not have.".to_owned(),
            ],
        ),
        ("layers=none", vec![]),
        ("from=2010&to=2000", vec![exchanged("2010", "2000")]),
        ("at=1995&from=2012-06-01", vec![exchanged("2012-06-01", "1995")]),
        (
            "tab=claims&q=",
            vec!["This link asks for q “”, which the atlas does not have.".to_owned()],
        ),
        (
            "tab=claims&show=date~zzz&sort=zzz-down&row=0",
            vec![lost("show", "zzz"), lost("row", "0"), lost("sort", "zzz-down")],
        ),
        ("tab=claims&q=anything+at+all&show=date~claim&sort=date-down&row=12", vec![]),
        ("tab=sources&focus=ties&cell=supports", vec![]),
        ("tab=sources&focus=nope&cell=nope", vec![lost("cell", "nope"), lost("focus", "nope")]),
        ("tab=codebook&focus=code.visa", vec![]),
        ("tab=codebook&focus=code.nope", vec![lost("focus", "code.nope")]),
        ("tab=contents&focus=KG~KZ-RU-bases~XX", vec![lost("focus", "XX")]),
        ("tab=organisations&focus=SCO", vec![]),
        ("tab=organisations&focus=KZ", vec![lost("focus", "KZ")]),
        ("tab=scenarios&focus=nope", vec![lost("focus", "nope")]),
        ("tab=positions&focus=russia-role", vec![]),
        ("tab=positions&focus=nope", vec![lost("focus", "nope")]),
        ("tab=timeline&focus=RU~2010", vec![]),
        ("tab=timeline&focus=RU~soon", vec![lost("focus", "RU~soon")]),
        ("embed=filters~still", vec![]),
        ("embed=1", vec![]),
        ("embed=filters~nope", vec![lost("embed", "nope")]),
        // What arranges another page is not asked of this one.
        ("tab=map&sort=zzz", vec![]),
        // More than four, whoever found them.
        (
            "a=1&b=2&tour=nope&tab=matrix&sort=zzz&order=c_XX&focus=zzz",
            vec![
                "This link names “a”, which the atlas does not know.".to_owned(),
                "This link names “b”, which the atlas does not know.".to_owned(),
                lost("sort", "zzz"),
                lost("order", "c_XX"),
                "And 2 more like it.".to_owned(),
            ],
        ),
    ];
    for (query, expected) in table {
        assert_eq!(told(&LIBRARY, query), expected, "{query}");
    }
}

#[test]
fn a_list_of_layers_with_none_that_there_is_leaves_the_map_as_it_is_by_itself() {
    for (list, read) in [
        ("nonsense", "sites"),
        ("", "sites"),
        ("none~roads", "sites"),
        ("none", "none"),
        ("roads~posts", "posts"),
    ] {
        let layers = Layers::read(&OPENED.0, list, |_| {});
        assert_eq!(layers.text(&OPENED.0), read, "{list}");
    }
}

#[test]
fn what_names_lines_of_a_table_goes_with_the_table() {
    let (view, _) =
        link::read("tab=matrix&sort=col.KZ-RU&order=r.bases&focus=bases~KZ-RU", &OPENED.0);
    assert_eq!(link::with(&view, &OPENED.0, "rows", "issue"), "tab=matrix&rows=issue");
    let (view, _) = link::read("tab=claims&sort=date&q=Manas", &OPENED.0);
    assert_eq!(link::with(&view, &OPENED.0, "q", "Kant"), "tab=claims&sort=date&q=Kant");
}

#[test]
fn it_is_told_in_russian_too() {
    let (_, texts) = mini::published();
    let library = Library::new(mini::russian(), texts);
    let said = told(&library, "lang=ru&tab=timeline&lanes=zzz&span=2014~2001");
    assert_eq!(
        said,
        [
            "Ссылка запрашивает lanes «zzz»: её страница такого показать не может.",
            "Ссылка запрашивает время с 2014 по 2001, которое кончается раньше, чем начинается; концы переставлены.",
        ]
    );
}

#[test]
fn a_link_that_asks_in_vain_opens_a_sensible_view() {
    let page = |query: &str| LIBRARY.page(query, 1200.0);
    for (query, as_if) in [
        ("tab=compare&compare=KZ~RU", "tab=compare&compare=KZ"),
        ("tab=positions&compare=RU~KZ~CN", "tab=positions&compare=RU~KZ"),
        ("tab=positions&compare=KZ~KZ", "tab=positions&compare=KZ~RU"),
        ("tab=timeline&span=2014~2001", "tab=timeline&span=2001~2014"),
        ("tab=changes&then=2018&now=2000", "tab=changes&then=2000&now=2018"),
    ] {
        let lead = |query: &str| LIBRARY.part("summary", query);
        assert_eq!(lead(query), lead(as_if), "{query}");
        assert!(!page(query).is_empty(), "{query}");
    }
    // The two that are compared stand in the head of the table.
    let heads = |query: &str| {
        page(query)
            .split("class=\"pair\"")
            .nth(1)
            .map(|rest| rest.chars().take(80).collect::<String>())
    };
    assert_eq!(heads("tab=positions&compare=RU~KZ~CN"), heads("tab=positions&compare=RU~KZ"));
    assert_eq!(heads("tab=positions&compare=KZ~KZ"), heads("tab=positions&compare=KZ~RU"));
}

/// Text of an attribute.
fn plain(text: &str) -> String {
    text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<")
}

/// The links that a page holds, and those that its lists of choices make.
fn links(query: &str) -> Vec<String> {
    let markup = LIBRARY.page(query, 1200.0);
    let hrefs = markup.split("href=\"?").skip(1).filter_map(|rest| rest.split('"').next());
    let mut links: Vec<String> = hrefs.map(plain).collect();
    let (view, _) = link::read(query, &OPENED.0);
    for list in markup.split("<select ").skip(1) {
        let list = list.split("</select>").next().unwrap_or_default();
        let key = list.split("data-key=\"").nth(1).and_then(|rest| rest.split('"').next());
        // A reader may choose the later of two dates first.
        let Some(key) = key.filter(|key| !["then", "now"].contains(key)) else { continue };
        let values = list.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next());
        links.extend(values.map(|value| link::with(&view, &OPENED.0, key, &plain(value))));
    }
    links
}

#[test]
fn no_link_of_a_usual_page_asks_in_vain() {
    let mut wrong = Vec::new();
    for tab in Tab::ALL {
        let query = format!("tab={}&tour=manas&step=2&at=2012", tab.slug());
        for link in links(&query) {
            if !told(&LIBRARY, &link).is_empty() {
                wrong.push((link.clone(), told(&LIBRARY, &link)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    let parts = embed::PARTS.map(|(part, _)| part).join("~");
    assert!(told(&LIBRARY, &format!("embed={parts}~still")).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Wherever a reader gets by following links, each view on the way and all that it leads to is told nothing.
    #[test]
    fn no_link_on_any_way_asks_in_vain(
        tab in prop::sample::select(Tab::ALL),
        turns in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
    ) {
        let mut query = format!("tab={}", tab.slug());
        for turn in turns {
            let ways = links(&query);
            if ways.is_empty() {
                break;
            }
            query = turn.get(&ways).clone();
            prop_assert_eq!(told(&LIBRARY, &query), Vec::<String>::new(), "{}", query);
        }
    }
}
