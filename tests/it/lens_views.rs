//! One document against another in scenarios, in then and now, side by side, in the contents and at the documents.

use std::collections::BTreeSet;

use c5_atlas::atlas::term::LinkKind;
use c5_atlas::atlas::{Atlas, ClaimSet, SourceId, Texts};
use c5_atlas::dataset::read;
use c5_atlas::pages::Library;
use c5_atlas::query::change::told as changes_told;
use c5_atlas::query::lens::counts;
use c5_atlas::query::profile::told as ties_told;
use c5_atlas::query::{AsOf, Compared, Filter, Lens, Party, Relation, Sign};
use c5_atlas::scene::causes::{Telling, chains};

use crate::mini;

const LENS: &str = "seneca-2018~laruelle-kortunov-2019";

fn published() -> (&'static Atlas, &'static Texts) {
    mini::published()
}

fn compared(text: &str) -> Compared {
    let (atlas, _) = published();
    Compared::of(atlas, Lens::read(atlas, text).expect("it names two documents"))
}

fn page(query: &str) -> String {
    let (atlas, texts) = published();
    Library::new(atlas, texts).page(query, 1200.0)
}

/// Every two documents of the published dataset, each order.
fn pairs() -> Vec<Compared> {
    let (atlas, _) = published();
    let all: Vec<SourceId> = atlas.sources().map(|(id, _)| id).collect();
    let each = all.iter().flat_map(|&a| all.iter().map(move |&b| (a, b)));
    let pairs = each.filter(|(a, b)| a != b);
    pairs.map(|(first, second)| Compared::of(atlas, Lens { first, second, only: None })).collect()
}

/// How often each sign of who tells it stands on a page, those of keys and tallies left out.
fn signs(page: &str) -> [usize; 4] {
    Relation::TOLD.map(|told| {
        let sign = format!("class=\"told-by\"><svg class=\"told-sign {}\"", told.slug());
        page.matches(&sign).count()
    })
}

/// How often each sign stands in a drawing.
fn glyphs(page: &str) -> [usize; 4] {
    Relation::TOLD.map(|told| page.matches(&format!("told-glyph {}\"", told.slug())).count())
}

/// The sum of the numbers beside each sign, of what stands for many.
fn tallied(markup: &str) -> [usize; 4] {
    Relation::TOLD.map(|told| {
        let mark = format!("told-sign {}\"", told.slug());
        let number = |part: &str| {
            let text = part.split_once("aria-hidden=\"true\">")?.1;
            let digits: String =
                text.split('<').next()?.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<usize>().ok()
        };
        let own = markup.split("told-by tallied\"").skip(1).filter_map(|part| {
            let (sign, rest) = part.split_once("</svg>")?;
            sign.contains(&mark).then(|| number(rest)).flatten()
        });
        own.sum()
    })
}

fn section<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).map_or(rest, |(own, _)| own)
}

#[test]
fn an_arrow_is_told_by_the_documents_that_it_cites() {
    let (atlas, texts) = published();
    let (data, _) = read::folder(&mini::project().join("data"));
    let mut causes = 0;
    for ((at, link), raw) in atlas.links().zip(&data.links) {
        let stated: BTreeSet<&str> =
            texts.stated(at).iter().map(|&id| atlas.source(id).slug).collect();
        let cited: BTreeSet<&str> = raw.cites.iter().map(|cite| cite.source.as_str()).collect();
        assert_eq!(stated, cited);
        assert!(link.kind != LinkKind::Causes || !stated.is_empty());
        causes += usize::from(link.kind == LinkKind::Causes);
    }
    assert!(causes > 100);
    // Beta tells both its ends by support or by itself, and yet not the arrow, which Gamma states.
    let telling = |text| {
        let lens = Lens::read(mini::atlas(), text).expect("it names two documents");
        Telling::of(mini::texts(), Compared::of(mini::atlas(), lens))
    };
    let chain = chains(mini::atlas(), mini::atlas().index().all()).remove(0);
    let &(at, from, to) = chain.ties.first().expect("there is an arrow");
    let own = telling("alpha-2018~gamma");
    assert_eq!(own.tie(at), Relation::SecondOnly);
    assert_eq!([own.claim(from), own.claim(to)], [Relation::SecondOnly, Relation::FirstOnly]);
    let other = telling("alpha-2018~beta-2019");
    assert_eq!([other.tie(at), other.claim(from)], [Relation::Silent; 2]);
    assert_eq!(other.claim(to), Relation::FirstOnly);
    let only = telling("alpha-2018~gamma~first-only");
    assert_eq!([only.tie(at), only.claim(from)], [Relation::Silent; 2]);
    assert_eq!(only.counts([&chain]), own.counts([&chain]));
}

#[test]
fn each_box_and_arrow_of_a_scenario_has_its_sign_and_the_rest_is_quiet() {
    let (atlas, texts) = published();
    let all = chains(atlas, &Filter::default().run(atlas).kept);
    for own in pairs() {
        let telling = Telling::of(texts, own.clone());
        let query = format!("tab=scenarios&lens={}", own.lens.text(atlas));
        let page = page(&query);
        let counted = telling.counts(&all);
        let said = format!("{} box", counted.iter().sum::<usize>());
        assert!(counted == [0; 4] || page.contains(&said), "{query}: {said}");
        let Some(shown) = all.iter().find(|chain| telling.shows(chain)) else { continue };
        let drawing = section(&page, "id=\"drawing\"", "</svg></div>");
        assert_eq!(glyphs(drawing), telling.counts([shown]), "{query}");
        let silent = shown.claims.iter().filter(|&&id| telling.claim(id) == Relation::Silent);
        assert_eq!(drawing.matches("class=\"cause untold\"").count(), silent.count());
        let ties = section(&page, "<table class=\"ties\">", "</table>");
        assert_eq!(ties.matches("<td class=\"told\">").count(), shown.ties.len());
        assert_eq!(
            page.matches("id=\"chain-").count() - 1,
            all.iter().filter(|chain| telling.shows(chain)).count()
        );
    }
}

#[test]
fn a_scenario_shows_what_is_told_as_asked_and_counts_all() {
    let (atlas, texts) = published();
    let all = chains(atlas, &Filter::default().run(atlas).kept);
    let whole = Telling::of(texts, compared(LENS)).counts(&all);
    for (at, told) in Relation::TOLD.into_iter().enumerate() {
        let only = format!("{LENS}~{}", told.slug());
        let telling = Telling::of(texts, compared(&only));
        assert_eq!(telling.counts(&all), whole, "{only}");
        let page = page(&format!("tab=scenarios&lens={only}"));
        let mut others = glyphs(&page);
        others[at] = 0;
        assert_eq!(others, [0; 4], "{only}");
        if !all.iter().any(|chain| telling.shows(chain)) {
            assert!(page.contains("No claims match this comparison under the filters."), "{only}");
        }
    }
}

#[test]
fn two_documents_differ_on_then_and_now_where_their_answers_do() {
    let (atlas, _) = published();
    let days = [2000, 2020].map(|year| AsOf::year(year).last_day());
    let mut apart = 0;
    for own in pairs() {
        let all = changes_told(atlas, &Filter::default(), &own, (days[0], days[1]));
        assert!(all.is_sorted_by_key(|change| change.subject));
        for change in &all {
            let told = change.told.expect("two are compared");
            assert_ne!(told, Relation::Silent, "{:?}", change.subject);
            let [one, other] = match &change.accounts[..] {
                [] => continue,
                [(first, one), (second, other)] => {
                    assert_eq!([*first, *second], [own.lens.first, own.lens.second]);
                    [one, other]
                }
                _ => panic!("two documents have two accounts"),
            };
            assert_eq!(told, Relation::Differ);
            assert!([one, other].iter().all(|own| own.subject == change.subject));
            assert!(one.sign != other.sign || one.after.claims != other.after.claims);
            apart += 1;
        }
    }
    assert!(apart > 0, "the documents' accounts differ somewhere");
}

#[test]
fn then_and_now_signs_each_change_and_shows_one_way_alone() {
    let (atlas, _) = published();
    let own = compared(LENS);
    let days = (AsOf::year(1991).last_day(), AsOf::year(2019).last_day());
    let all = changes_told(atlas, &Filter::default(), &own, days);
    let told = counts(all.iter().filter_map(|change| change.told));
    assert!(told.iter().filter(|count| **count > 0).count() >= 3, "{told:?}");
    let query = format!("tab=changes&then=1991&now=2019&lens={LENS}");
    let whole = page(&query);
    assert_eq!(signs(&whole), told);
    assert!(whole.contains(&format!("{} ties: the first alone tells {}", all.len(), told[0])));
    let accounts: usize = all.iter().map(|change| change.accounts.len()).sum();
    assert_eq!(whole.matches("by itself: ").count(), accounts);
    for (at, only) in Relation::TOLD.into_iter().enumerate() {
        let page = page(&format!("{query}~{}", only.slug()));
        let mut expected = [0; 4];
        expected[at] = told[at];
        assert_eq!(signs(&page), expected, "{only:?}");
        assert!(page.contains(&format!("{} ties: the first alone", all.len())), "{only:?}");
        // A cell's sign is that of all its changes.
        let cells = section(&page, "id=\"signs\"", "<figure");
        let marked = cells.matches(&format!("told-sign {}\"", only.slug())).count();
        assert_eq!(marked, cells.matches("class=\"sign ").count());
    }
    assert!(!page("tab=changes").contains("told-sign"));
}

#[test]
fn an_end_without_its_beginning_is_no_other_answer() {
    let (atlas, _) = published();
    let days = (AsOf::year(2000).last_day(), AsOf::year(2019).last_day());
    for own in pairs() {
        for change in changes_told(atlas, &Filter::default(), &own, days) {
            if let [(_, one), (_, other)] = &change.accounts[..] {
                let ends = [one, other].map(|own| matches!(own.sign, Sign::Ended | Sign::Passed));
                let begun = [one, other].iter().any(|own| own.before.is_some());
                assert!(ends != [true, true] || begun, "{:?}", change.subject);
            }
        }
    }
}

#[test]
fn two_documents_differ_on_a_tie_where_each_has_another_state_of_it() {
    let (atlas, _) = published();
    let recorded = |own: &Compared, tie: &c5_atlas::query::profile::Tie| {
        own.relation(tie.standing.claims.iter().map(|(id, _)| *id)) == Relation::Differ
    };
    let parties: Vec<Party> = atlas.states().iter().map(|&state| Party::Actor(state)).collect();
    let mut by_code = 0;
    for own in pairs() {
        for &party in &parties {
            for tie in ties_told(atlas, &Filter::default(), party, &own) {
                let told = tie.told.expect("two are compared");
                assert_ne!(told, Relation::Silent);
                by_code += usize::from(told == Relation::Differ && !recorded(&own, &tie));
            }
        }
    }
    assert!(by_code > 0, "no two documents code another state of the same");
}

#[test]
fn each_tie_and_claim_side_by_side_says_which_document_tells_it() {
    let (atlas, _) = published();
    let own = compared(LENS);
    let party = |slug| Party::read(atlas, slug).expect("it is one of the atlas");
    let both = [party("KZ"), party("UZ")];
    let ties: Vec<_> = both
        .iter()
        .flat_map(|&party| ties_told(atlas, &Filter::default(), party, &own))
        .filter_map(|tie| tie.told)
        .collect();
    let tied = counts(ties.iter().copied());
    assert_eq!(tied.iter().sum::<usize>(), ties.len());
    assert!(tied.iter().filter(|count| **count > 0).count() > 2, "{tied:?}");
    // A claim stands in each of its categories.
    let kept = own.kept(atlas, &Filter::default());
    let each = both.iter().flat_map(|party| {
        let kept = kept.and(&party.claims(atlas));
        atlas.categories().map(move |(id, _)| kept.and(atlas.index().category(id)))
    });
    let listed = each
        .map(|claims: ClaimSet| own.counts(&claims))
        .fold([0; 4], |sum, own| [0, 1, 2, 3].map(|at| sum[at] + own[at]));
    let query = format!("tab=compare&lens={LENS}");
    let whole = page(&query);
    assert_eq!(signs(&whole), [0, 1, 2, 3].map(|at| tied[at] + listed[at]));
    assert_eq!(tallied(&whole), listed);
    assert!(whole.contains(&format!("{} ties: the first alone tells {}", ties.len(), tied[0])));
    let only = page(&format!("{query}~both"));
    assert_eq!(signs(&only), [0, 0, tied[2] + listed[2], 0]);
    assert!(only.contains(&format!("{} ties: the first alone tells {}", ties.len(), tied[0])));
}

#[test]
fn the_contents_say_at_each_branch_and_claim_which_document_tells_it() {
    let (atlas, _) = published();
    let own = compared(LENS);
    let kept = own.kept(atlas, &Filter::default());
    let closed = page(&format!("tab=contents&lens={LENS}"));
    assert!(closed.contains(&format!("{} claims", kept.len())));
    assert_eq!(signs(&closed), [0; 4]);
    assert_eq!(closed.matches("id=\"told-").count(), 5);
    let open = page(&format!("tab=contents&focus=KZ-RU-bases&lens={LENS}"));
    let claims = open.matches("data-claim=").count();
    assert!(claims > 3);
    assert_eq!(signs(&open).iter().sum::<usize>(), claims);
    let branch = section(&open, "id=\"node-KZ-RU-bases\"", "</a>");
    assert_eq!(tallied(branch), signs(&open));
    let only = page(&format!("tab=contents&focus=KZ-RU-bases&lens={LENS}~first-only"));
    assert_eq!(signs(&only), [signs(&open)[0], 0, 0, 0]);
}

#[test]
fn the_documents_are_the_two_and_their_ties_those_between_them() {
    let (atlas, _) = published();
    let own = compared(LENS);
    let kept = own.kept(atlas, &Filter::default());
    let cards = page(&format!("tab=sources&lens={LENS}"));
    assert_eq!(cards.matches("class=\"source-card\"").count(), 2);
    let first = kept.and(atlas.index().source(own.lens.first));
    let card = section(&cards, "class=\"source-card\"", "</article>");
    assert_eq!(tallied(card), own.counts(&first));
    let coverage = page(&format!("tab=sources&focus=coverage&lens={LENS}"));
    assert_eq!(
        coverage.matches("class=\"tallies\"").count(),
        atlas.categories().len(),
        "a cell a category"
    );
    let by_category =
        atlas.categories().map(|(id, _)| own.counts(&kept.and(atlas.index().category(id))));
    let sums = by_category.fold([0; 4], |sum, own| [0, 1, 2, 3].map(|at| sum[at] + own[at]));
    assert_eq!(tallied(&coverage), sums);
    let ties = page(&format!("tab=sources&focus=ties&lens={LENS}"));
    let across = atlas
        .links()
        .filter(|(_, link)| link.kind == LinkKind::Contradicts && own.is_across(atlas, link));
    assert_eq!(ties.matches("class=\"account\"").count(), 2 * across.count());
    let none = page(&format!("tab=sources&focus=ties&state=TM&lens={LENS}~both&category=posts"));
    assert!(
        none.contains("No claims bear on one another so") || none.contains("class=\"account\"")
    );
}
