//! The key under the map: what is on, each sign with its words, and none that looks like another.

use c5_atlas::pages::Library;
use c5_atlas::query::{Filter, Layer, Layers, Measure};
use c5_atlas::scene::layers::overlay;

use crate::mini;

/// The layers that are on: these and no others.
fn only(layers: &[Layer]) -> Layers {
    let mut on = Layers::default();
    on.toggle(Layer::Sites);
    layers.iter().for_each(|&layer| on.toggle(layer));
    on
}

/// The key under the map of a published view, and what is set beside it.
fn key(query: &str) -> (String, String) {
    let (atlas, texts) = mini::published();
    let library = Library::new(atlas, texts);
    (library.part("keys", query), library.part("settings", query))
}

#[test]
fn the_key_tells_the_signs_of_the_layers_that_are_on_and_of_no_others() {
    let names = ["Diplomatic posts", "Events", "Visits", "Disputes and enclaves", "Routes"];
    for (at, layer) in ["posts", "events", "visits", "disputes", "routes"].into_iter().enumerate() {
        let (keys, settings) = key(&format!("tab=map&layers={layer}"));
        let told: Vec<_> = names.iter().filter(|name| keys.contains(*name)).collect();
        assert_eq!(told, [&names[at]]);
        assert!(settings.contains(".legend\tdata-bare\ton\n"), "no site is drawn");
    }
    let (posts, _) = key("tab=map&layers=posts");
    for said in ["class=\"key point posts\"", "power’s colour", "press to see them apart"] {
        assert!(posts.contains(said), "{said} is not in {posts}");
    }
    assert!(!posts.contains("enclave") && key("tab=map&layers=disputes").0.contains(">enclave<"));
    let (keys, settings) = key("tab=map&layers=sites");
    assert_eq!(keys, "");
    assert!(settings.contains(".legend\tdata-bare\t\n"));
}

#[test]
fn flows_are_counted_on_and_off_each_claim_once() {
    let count = |layers: &[Layer], measure| {
        let shown = overlay(mini::published().0, &Filter::default(), only(layers), measure);
        (shown.counts[Layer::Flows as usize].placed, shown.told.flows)
    };
    let (off, none) = count(&[], None);
    let (on, flows) = count(&[Layer::Flows], None);
    assert!(none.is_empty() && !flows.is_empty());
    assert_eq!(off, on);
    let told: usize = flows.iter().map(|flow| flow.claims).sum();
    assert!(on > 0 && on <= told, "{on} of {told}");
    let (some, flows) =
        count(&[Layer::Flows], Measure::read(mini::published().0, "partnership~RU"));
    assert!(some > 0 && some < on && some <= flows.iter().map(|flow| flow.claims).sum());
}

#[test]
fn what_a_measure_and_what_an_organisation_tells_never_look_alike() {
    let (keys, _) = key("tab=map&layers=sites~CSTO&measure=partnership~RU");
    let mut looks: Vec<&str> = keys
        .split("class=\"key area ")
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .filter(|class| !class.starts_with("step-"))
        .collect();
    assert_eq!(looks.len(), 9, "{looks:?}");
    looks.sort_unstable();
    looks.dedup();
    assert_eq!(looks.len(), 9, "{looks:?}");
    // Each look has a pattern of its own, on the page and in pictures.
    for (sheet, of) in [
        ("style/study/layers.css", "key"),
        ("style/study/layers.css", "map"),
        ("src/export/picture/look.css", "map"),
    ] {
        let css = std::fs::read_to_string(mini::project().join(sheet)).expect("it is there");
        for name in ["member", "last", "partly", "not-in", "uncoded", "stated-no", "out-of-scope"] {
            let used = css.matches(&format!("url(#{of}-{name})")).count();
            assert_eq!(used, 1, "{sheet}: {of}-{name}");
        }
    }
}
