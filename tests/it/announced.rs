//! What a page says of itself to programs: names of elements, and how a table is sorted.

use std::collections::BTreeSet;

use c5_atlas::pages::Library;
use c5_atlas::view::Tab;

use crate::mini;

fn library() -> Library<'static> {
    let (atlas, texts) = mini::published();
    Library::new(atlas, texts)
}

/// The values of an attribute, in the order of the page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!(" {attribute}=\"");
    let value = |rest: &'p str| rest.split_once('"').map(|(value, _)| value);
    page.split(&*opening).skip(1).filter_map(value).collect()
}

#[test]
fn no_two_elements_of_a_page_have_one_id() {
    let library = library();
    let mut queries: Vec<String> =
        Tab::ALL.iter().map(|tab| format!("tab={}", tab.slug())).collect();
    for more in [
        "tab=timeline&lanes=category",
        "tab=timeline&lanes=source&span=2000~2004&focus=seneca-2018~undated",
        "tab=timeline&lanes=state&span=2009~2010&category=bases",
        "tab=claims&sort=signs&q=Manas",
        "tab=positions&focus=russia-role",
        "tab=matrix&rows=organisation&cols=state",
    ] {
        queries.push(more.to_owned());
    }
    for (query, width) in queries.iter().flat_map(|query| [(query, 380.0), (query, 1200.0)]) {
        let page = library.page(query, width);
        let ids = values(&page, "id");
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = ids.iter().filter(|id| !seen.insert(**id)).collect();
        assert!(twice.is_empty(), "{query}: {twice:?}");
    }
}

#[test]
fn the_ways_to_a_part_of_a_lane_keep_their_names_whatever_they_say() {
    let parts = |library: &Library<'_>, query: &str| -> Vec<String> {
        let page = library.page(&format!("tab=timeline{query}"), 1200.0);
        let ids = values(&page, "id").into_iter().filter(|id| id.starts_with("part-"));
        ids.map(str::to_owned).collect()
    };
    let english = parts(&library(), "");
    assert!(english.iter().any(|id| id == "part-RU-dated"), "{english:?}");
    assert!(english.iter().any(|id| id == "part-RU-undated"), "{english:?}");
    let (_, texts) = mini::published();
    assert_eq!(parts(&Library::new(mini::russian(), texts), ""), english);
    let fewer = parts(&library(), "&category=bases");
    assert!(fewer.iter().all(|id| english.contains(id)), "{fewer:?}");
}

#[test]
fn a_column_is_announced_as_its_rows_are_sorted() {
    let library = library();
    for (column, plain, turned) in [
        ("date", "ascending", "descending"),
        ("claim", "ascending", "descending"),
        ("source", "ascending", "descending"),
        // Sorted the most first.
        ("carried", "descending", "ascending"),
        ("signs", "descending", "ascending"),
    ] {
        for (sort, announced) in [(column.to_owned(), plain), (format!("{column}-down"), turned)] {
            let page = library.page(&format!("tab=claims&sort={sort}"), 1200.0);
            assert_eq!(values(&page, "aria-sort"), [announced], "{sort}");
        }
    }
    // The claims that have the most signs stand at the top of what falls.
    let signs = |sort: &str| {
        let page = library.page(&format!("tab=claims&show=signs&sort={sort}"), 1200.0);
        let rows: Vec<&str> = page.split("<td class=\"signs\">").skip(1).collect();
        let empty = rows.iter().filter(|row| row.starts_with("</td>")).count();
        (empty, rows.len())
    };
    let (empty, all) = signs("signs");
    assert_eq!(empty, 0, "of {all}");
    let (empty, all) = signs("signs-down");
    assert_eq!(empty, all);
}
