//! Flows from the powers to the states: what their width shows, and what the key says of it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use c5_atlas::atlas::Atlas;
use c5_atlas::pages::Library;
use c5_atlas::query::{AsOf, Filter, Layer, Layers, Measure};
use c5_atlas::scene::layers::{Flow, Step, WIDEST, overlay};

use crate::mini::{atlas, published};

/// The atlas that is published.
static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

fn at(year: i32) -> Filter {
    let mut filter = Filter::default();
    filter.at = Some(AsOf::year(year));
    filter
}

/// Flows and nothing else.
fn alone() -> Layers {
    let mut layers = Layers::default();
    layers.toggle(Layer::Sites);
    layers.toggle(Layer::Flows);
    layers
}

fn flows(filter: &Filter, measure: Option<Measure>) -> Vec<Flow> {
    overlay(atlas(), filter, alone(), measure).told.flows
}

#[test]
fn flows_are_as_wide_as_claims_are_many_on_one_scale_for_all_years() {
    let widths = |filter: &Filter| {
        let of = |flow: Flow| (flow.dyad.slug(atlas()), flow.claims, flow.width, flow.sure_width);
        flows(filter, None).into_iter().map(of).collect::<Vec<_>>()
    };
    let row = |pair: &str, claims, width, sure| (pair.to_owned(), claims, width, sure);
    let per_claim = WIDEST / 4.0;
    assert_eq!(
        widths(&at(2005)),
        [
            row("KZ-RU", 3, 3.0 * per_claim, 3.0 * per_claim),
            // Undated: possible at any date.
            row("KG-RU", 1, per_claim, 0.0),
            row("TJ-RU", 1, per_claim, per_claim),
            row("KZ-CN", 1, per_claim, 0.0),
            row("TJ-CN", 1, per_claim, 0.0),
            row("KG-US", 1, per_claim, per_claim),
        ]
    );
    assert_eq!(widths(&Filter::default())[0], row("KZ-RU", 4, WIDEST, WIDEST));
    let bases = Measure::read(atlas(), "bases~RU");
    let of_bases = flows(&Filter::default(), bases);
    assert_eq!(of_bases[0].opens, "dyad=KZ-RU~bases");
}

#[test]
fn flows_of_a_coded_category_are_as_wide_as_the_states_are_dark() {
    let of = |filter: &Filter, slug: &str, power: &str| {
        let measure = Measure::read(&ATLAS, &format!("{slug}~{power}")).expect("a measure");
        let told = overlay(&ATLAS, filter, alone(), Some(measure)).told;
        (told.areas, told.flows, ATLAS.powers().iter().find(|&&id| ATLAS.actor(id).slug == power))
    };
    let mut widths = BTreeSet::new();
    for slug in ["partnership", "bases", "visas", "diplomatic_posts", "organisations"] {
        for power in ["RU", "CN", "US"] {
            let (areas, flows, id) = of(&Filter::default(), slug, power);
            for area in areas {
                let mut own = flows.iter().filter(|flow| Some(&flow.dyad.power) == id);
                let Some(flow) = own.find(|flow| flow.dyad.state == area.state) else {
                    assert!(!matches!(area.step, Step::Shade(_)), "{slug} {}", area.spoken);
                    continue;
                };
                let (width, value) = match area.step {
                    Step::Shade(step) => (f64::from(step) / 5.0 * WIDEST, Some(area.label)),
                    _ => (1.0, None),
                };
                assert_eq!((flow.width, &flow.value), (width, &value), "{slug} {}", flow.spoken);
                // At no date all of it is sure.
                assert_eq!(flow.sure_width, flow.width, "{slug} {}", flow.spoken);
                assert_eq!(flow.opens, area.opens);
                widths.insert(flow.width as u32);
            }
        }
    }
    assert!(widths.len() > 4, "{widths:?}");
    // Undated claims answer a date with "possibly" only, so that nothing of their width is sure.
    let (_, then, _) = of(&at(2012), "visas", "RU");
    assert!(then.iter().any(|flow| flow.value.is_some() && flow.sure_width == 0.0));
    // What codes nothing is counted as before.
    let (_, visits, _) = of(&Filter::default(), "visits", "RU");
    assert!(visits.iter().all(|flow| flow.value.is_none()));
    assert!(visits.iter().any(|flow| flow.width == WIDEST));
}

#[test]
fn the_key_says_what_the_width_of_flows_means() {
    let (_, texts) = published();
    let library = Library::new(&ATLAS, texts);
    let key = |measure: &str| library.part("keys", &format!("tab=map&layers=flows{measure}"));
    assert!(key("").contains("wider: more claims"));
    assert!(key("&measure=visits~RU").contains("wider: more claims"));
    assert!(key("&measure=partnership~RU").contains("wider: a closer tie"));
    assert!(key("&measure=bases~CN").contains("wider: more open facilities"));
    assert!(key("&measure=bases~CN").contains("claims without such a code"));
}
