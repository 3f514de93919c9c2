//! The contents as a tree: markup as the ARIA Authoring Practices want it, and every claim in it.

use std::collections::BTreeSet;

use c5_atlas::pages;

use crate::mini;

fn page(query: &str) -> String {
    let (atlas, texts) = mini::published();
    pages::page(atlas, texts, query, 1200.0)
}

/// The opening tags of the tree's items, from the top down.
fn items(page: &str) -> Vec<&str> {
    let tags = page.split('<').filter_map(|part| part.split_once('>'));
    tags.map(|(tag, _)| tag).filter(|tag| tag.starts_with("a role=\"treeitem\"")).collect()
}

fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

fn number(tag: &str, name: &str) -> usize {
    value(tag, name).and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{name} in {tag}"))
}

#[test]
fn closed_it_has_the_five_states_and_the_rest() {
    let page = page("tab=contents");
    let names: Vec<_> = items(&page).iter().filter_map(|tag| value(tag, "id")).collect();
    assert_eq!(
        names,
        ["node-KZ", "node-KG", "node-TJ", "node-TM", "node-UZ", "node-CA", "node-none"].as_slice()
    );
    assert!(!page.contains("role=\"group\""));
    assert_eq!(page.matches("role=\"tree\"").count(), 1);
}

#[test]
fn each_item_says_its_level_its_place_and_whether_it_is_open() {
    let page = page("tab=contents&focus=KG~KZ-RU-bases&claim=seneca-novaya-kazanka-closed");
    let items = items(&page);
    let mut ids = BTreeSet::new();
    // How many of its siblings came before, by level.
    let mut before = [0; 5];
    for tag in &items {
        assert!(ids.insert(value(tag, "id").expect("an id")), "{tag} a second time");
        let (level, at) = (number(tag, "aria-level"), number(tag, "aria-posinset"));
        let count = before.get_mut(level).expect("four levels");
        *count += 1;
        assert_eq!(*count, at, "{tag}");
        assert!(at <= number(tag, "aria-setsize"), "{tag}");
        before.iter_mut().skip(level + 1).for_each(|deeper| *deeper = 0);
        assert_eq!(level < 4, value(tag, "aria-expanded").is_some(), "{tag}");
        assert_eq!(level == 4, value(tag, "data-claim").is_some(), "{tag}");
        let owned = value(tag, "aria-owns");
        assert_eq!(owned.is_some(), value(tag, "aria-expanded") == Some("true"), "{tag}");
        if let Some(owned) = owned {
            assert!(page.contains(&format!("<ul role=\"group\" id=\"{owned}\"")), "{tag}");
        }
    }
    let open: Vec<_> = items
        .iter()
        .filter(|tag| value(tag, "aria-expanded") == Some("true"))
        .filter_map(|tag| value(tag, "id"))
        .collect();
    assert_eq!(open, ["node-KZ", "node-KZ-RU", "node-KZ-RU-bases", "node-KG"]);
    // The keyboard enters once: at what was opened last.
    let entries: Vec<_> =
        items.iter().filter(|tag| value(tag, "tabindex") == Some("0")).copied().collect();
    assert_eq!(entries.len(), 1);
    assert_eq!(value(entries[0], "id"), Some("node-KZ-RU-bases"));
    let current: Vec<_> =
        items.iter().filter(|tag| value(tag, "aria-current").is_some()).copied().collect();
    assert_eq!(value(current[0], "data-claim"), Some("seneca-novaya-kazanka-closed"));
}

#[test]
fn what_is_said_of_central_asia_as_a_whole_is_a_branch_of_its_own() {
    let (atlas, _) = mini::published();
    let region = atlas.actors().find(|(_, actor)| actor.slug == "CA").expect("the region").0;
    let of_one = |id| atlas.states().iter().any(|&state| atlas.index().actor(state).contains(id));
    let (mut whole, mut rest) = (0, 0);
    for (id, _) in atlas.claims().filter(|(id, _)| !of_one(*id)) {
        let count = if atlas.index().actor(region).contains(id) { &mut whole } else { &mut rest };
        *count += 1;
    }
    assert!(whole > rest && rest > 0);
    let page = page("tab=contents");
    for (node, name, count) in
        [("CA", "Central Asia as a whole", whole), ("none", "None of the five states", rest)]
    {
        let (_, own) = page.split_once(&format!("id=\"node-{node}\"")).expect("the branch");
        let own = own.split("</a>").next().expect("its end");
        assert!(own.contains(name) && own.contains(&format!("{count} claims")), "{own}");
    }
}

/// Opens every branch by its own link, as a reader would.
#[test]
fn every_claim_is_reached_from_the_root() {
    let (atlas, _) = mini::published();
    let mut seen = BTreeSet::new();
    let mut opened = BTreeSet::new();
    let mut left = vec!["tab=contents".to_owned()];
    while let Some(query) = left.pop() {
        let page = page(&query);
        for tag in items(&page) {
            seen.extend(value(tag, "data-claim").map(str::to_owned));
            let id = value(tag, "id").unwrap_or_default();
            if value(tag, "aria-expanded") == Some("false") && opened.insert(id.to_owned()) {
                let href = value(tag, "href").unwrap_or_default().replace("&amp;", "&");
                // One branch at a time: what else is open was seen.
                let path = href.rsplit(['~', '=']).next().unwrap_or_default();
                left.push(format!("tab=contents&focus={path}"));
            }
        }
    }
    let missing: Vec<_> = atlas
        .claims()
        .map(|(_, claim)| claim.slug())
        .filter(|slug| !seen.contains(*slug))
        .collect();
    assert!(missing.is_empty(), "{} claims are not in the tree: {missing:?}", missing.len());
}

#[test]
fn a_filter_leaves_only_its_claims_and_a_wild_path_is_no_harm() {
    let page = |query: &str| self::page(query);
    let few = page("tab=contents&state=TM&power=US&focus=TM-US");
    assert!(few.contains("id=\"node-TM-US\"") && !few.contains("id=\"node-TM-CN\""));
    for path in ["ZZ", "KZ-ZZ", "KZ-RU-bases-x-y", "-", "~~", "none-none"] {
        let page = page(&format!("tab=contents&focus={path}"));
        let entries = items(&page).iter().filter(|tag| value(tag, "tabindex") == Some("0")).count();
        assert_eq!(entries, 1, "{path}");
    }
    let empty = page("tab=contents&state=TM&power=US&category=bases&kind=scenario");
    assert!(empty.contains("No claim passes the filter") && !empty.contains("role=\"tree\""));
}
