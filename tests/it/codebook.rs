//! The codebook and the tours as pages.

use c5_atlas::markup::{tour, written};
use c5_atlas::pages;
use c5_atlas::view::link;

use crate::golden::check;
use crate::mini;

#[test]
fn the_codebook_tells_every_category_code_and_name() {
    let (atlas, texts) = mini::published();
    let page = pages::page(atlas, texts, "tab=codebook", 1200.0);
    for (id, category) in atlas.categories() {
        let text = texts.category(id).expect("each category has its text");
        assert_eq!(text.examples.len(), 2, "{}", category.slug);
        let shown = written(|m| m.text(text.exclude));
        assert!(page.contains(&shown), "{}", category.slug);
    }
    assert!(page.contains("Организация Североатлантического договора"));
}

#[test]
fn a_code_s_number_opens_its_claims_in_place() {
    let page = |query| pages::page(mini::atlas(), mini::texts(), query, 1200.0);
    assert!(!page("tab=codebook").contains("data-claim=\"beta-visa-kz-cn\""));
    let open = page("tab=codebook&focus=code.visa");
    assert!(open.contains("data-claim=\"beta-visa-kz-cn\""));
}

fn bar(query: &str) -> String {
    let (view, _) = link::read(query, mini::atlas());
    written(|m| tour::bar(m, mini::atlas(), mini::texts(), &view))
}

#[test]
fn the_bar_goes_with_the_link() {
    check("tour-bar.html", &bar("?claim=alpha-kant&tour=bases&step=1&theme=dark"));
    assert_eq!(bar("?tab=map"), "");
    assert_eq!(bar("?tab=map&tour=no-such-tour"), "");
    assert_eq!(bar("?tour=bases&step=99"), bar("?tour=bases&step=2"));
}

#[test]
fn every_step_of_the_list_of_tours_is_a_link_to_its_view() {
    let (atlas, texts) = mini::published();
    let page = pages::page(atlas, texts, "tab=tours", 1200.0);
    for tour in texts.tours() {
        for number in 1..=tour.steps.len() {
            assert!(page.contains(&format!("tour={}&amp;step={number}\"", tour.slug)));
        }
    }
}
