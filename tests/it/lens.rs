//! One document against another: the rule, and what each view makes of it.

use std::sync::LazyLock;

use c5_atlas::atlas::{Atlas, ClaimId, ClaimSet, SourceId, Texts};
use c5_atlas::pages::Library;
use c5_atlas::query::lens::counts;
use c5_atlas::query::position::positions;
use c5_atlas::query::{Compared, Facet, FacetValue, Filter, Lens, Measure, Relation};
use c5_atlas::scene::axis::Axis;
use c5_atlas::scene::crosstab::{self, Cell, Hand, Plan, Shown, Sort};
use c5_atlas::scene::lanes::chart;
use c5_atlas::scene::layers::overlay;

use crate::golden::{check, check_of};
use crate::mini::{self, atlas, texts};

static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::embedded);

fn lens(atlas: &Atlas, text: &str) -> Lens {
    Lens::read(atlas, text).unwrap_or_else(|| panic!("{text} names no two documents"))
}

fn compared(atlas: &Atlas, text: &str) -> Compared {
    Compared::of(atlas, lens(atlas, text))
}

/// Every two documents of the published dataset, each order.
fn pairs() -> Vec<Compared> {
    let all: Vec<SourceId> = ATLAS.sources().map(|(id, _)| id).collect();
    let lens = |first, second| Lens { first, second, only: None };
    let each = all.iter().flat_map(|&a| all.iter().map(move |&b| (a, b)));
    each.filter(|(a, b)| a != b).map(|(a, b)| Compared::of(&ATLAS, lens(a, b))).collect()
}

#[test]
fn a_lens_is_two_documents_and_what_of_them_is_shown() {
    let read = |text| Lens::read(atlas(), text).map(|lens| lens.text(atlas()));
    for text in ["alpha-2018~beta-2019", "beta-2019~alpha-2018", "alpha-2018~gamma~differ"] {
        assert_eq!(read(text).as_deref(), Some(text));
    }
    for text in ["", "alpha-2018", "alpha-2018~alpha-2018", "alpha-2018~delta", "~"] {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(read("alpha-2018~gamma~nonsense").as_deref(), Some("alpha-2018~gamma"));
}

#[test]
fn a_claim_is_told_by_one_by_both_or_otherwise_by_each() {
    let own = compared(atlas(), "alpha-2018~beta-2019");
    for (slug, expected) in [
        ("alpha-manas-opened", Relation::FirstOnly),
        ("beta-almaty-consulate", Relation::SecondOnly),
        // It cites both.
        ("alpha-kant", Relation::Both),
        ("alpha-sary-shagan", Relation::Differ),
        ("beta-sary-shagan-closed", Relation::Differ),
        ("gamma-ru-on-manas", Relation::Silent),
    ] {
        assert_eq!(own.relation([mini::claim(slug)]), expected, "{slug}");
    }
    let [opened, consulate, kant] =
        ["alpha-manas-opened", "beta-almaty-consulate", "alpha-kant"].map(mini::claim);
    assert_eq!(own.relation([opened, consulate]), Relation::Both);
    assert_eq!(own.relation([opened, mini::claim("alpha-sary-shagan")]), Relation::Differ);
    assert_eq!(own.relation([]), Relation::Silent);
    // A disagreement with a third document is none between these two.
    let other = compared(atlas(), "alpha-2018~gamma");
    assert_eq!(other.relation([mini::claim("alpha-sary-shagan")]), Relation::FirstOnly);
    assert_eq!(other.relation([kant]), Relation::FirstOnly);
}

#[test]
fn the_four_ways_of_telling_divide_what_two_documents_tell() {
    for own in pairs() {
        let all = own.kept(&ATLAS, &Filter::default());
        let told = own.counts(&all);
        assert_eq!(told.iter().sum::<usize>(), all.len());
        let mut parts = 0;
        for (only, count) in Relation::TOLD.into_iter().zip(told) {
            let part = Compared::of(&ATLAS, Lens { only: Some(only), ..own.lens });
            let kept = part.kept(&ATLAS, &Filter::default());
            assert_eq!(kept.len(), count, "{only:?}");
            assert!(kept.iter().all(|id| all.contains(id) && own.relation([id]) == only));
            parts += kept.len();
        }
        assert_eq!(parts, all.len());
        // Turned round, the one alone is the other alone.
        let turned = Compared::of(
            &ATLAS,
            Lens { first: own.lens.second, second: own.lens.first, only: None },
        );
        let [first, second, both, differ] = told;
        assert_eq!(turned.counts(&all), [second, first, both, differ]);
    }
}

#[test]
fn every_mark_of_the_map_is_told_as_its_claims_are() {
    let own = compared(&ATLAS, "laruelle-kortunov-2019~seneca-2018");
    let filter = own.lens.narrow(&ATLAS, &Filter::default());
    let text = "sites~posts~events~visits~routes~disputes~flows~CSTO";
    let layers = c5_atlas::query::Layers::read(&ATLAS, text, |part| panic!("{part}"));
    let measure = Measure::read(&ATLAS, "partnership~RU");
    let plain = overlay(&ATLAS, &filter, layers, measure);
    let mut told = plain.clone();
    told.compare(&ATLAS, &filter, &own);
    assert!(!told.points.is_empty() && !told.base.sites.is_empty());
    for point in &told.points {
        let relation = own.relation(point.claims.iter().copied());
        assert_eq!(point.told, Some(relation), "{}", point.spoken);
    }
    let bare = |of: &str| plain.base.sites.iter().any(|site| of.starts_with(&site.spoken));
    for site in &told.base.sites {
        assert!(site.told.is_some() && bare(&site.spoken), "{}", site.spoken);
        assert!(site.spoken.contains("document") || site.spoken.contains("told by"));
    }
    let (_, counted) = told.compared.expect("it is compared");
    let parts: usize = Relation::TOLD
        .into_iter()
        .map(|only| {
            let part = Compared::of(&ATLAS, Lens { only: Some(only), ..own.lens });
            let mut shown = plain.clone();
            shown.compare(&ATLAS, &filter, &part);
            let of = |told: Option<Relation>| assert_eq!(told, Some(only));
            shown.base.sites.iter().for_each(|site| of(site.told));
            shown.points.iter().for_each(|point| of(point.told));
            assert_eq!(shown.compared.map(|(_, counts)| counts), Some(counted));
            let told = &shown.told;
            shown.base.sites.len()
                + shown.points.len()
                + told.areas.len()
                + told.members.len()
                + told.routes.len()
                + told.flows.len()
        })
        .sum();
    assert_eq!(parts, counted.iter().sum::<usize>());
}

#[test]
fn every_bar_of_the_timeline_is_the_sum_of_the_ways_its_claims_are_told() {
    let (own, texts) = (compared(&ATLAS, "laruelle-kortunov-2019~seneca-2018"), Texts::embedded());
    let kept = own.kept(&ATLAS, &Filter::default());
    let axis = Axis { years: (1991, 2024), width: 1200.0 };
    let chart = chart(&ATLAS, &texts, &kept, Facet::Power, axis, Some(&own));
    assert!(chart.crowded);
    let bars = || chart.lanes.iter().flat_map(|lane| &lane.bars);
    for bar in bars() {
        assert_eq!(bar.told.iter().sum::<u32>(), bar.certain + bar.possible);
        assert!(bar.disputed <= bar.certain + bar.possible && bar.disputed >= bar.told[3]);
    }
    assert!(bars().any(|bar| bar.told[0] > 0 && bar.told[1] > 0));
}

#[test]
fn stances_that_have_none_in_common_differ() {
    let all = positions(&ATLAS, &Filter::default().run(&ATLAS).kept);
    let mut differ = 0;
    for own in pairs() {
        for stand in all.iter().flat_map(|row| &row.stands) {
            let values = |source: SourceId| {
                let of = |id: ClaimId| ATLAS.claim(id).sources.contains(&source);
                let own = stand.claims.iter().filter(move |(id, _)| of(*id));
                own.map(|(_, value)| *value).collect::<Vec<_>>()
            };
            let (first, second) = (values(own.lens.first), values(own.lens.second));
            let apart = !first.is_empty()
                && !second.is_empty()
                && !first.iter().any(|value| second.contains(value));
            if stand.told(&own) == Relation::Both && apart {
                // A claim that one document makes and the other supports is of both.
                let tied = stand.claims.iter().any(|(id, _)| own.relation([*id]) == Relation::Both);
                assert!(tied, "{:?}", stand.claims);
            }
            differ += usize::from(stand.told(&own) == Relation::Differ);
        }
    }
    assert!(differ > 0, "the documents ascribe stances otherwise");
}

fn page(query: &str) -> String {
    Library::new(&ATLAS, &Texts::embedded()).page(query, 1200.0)
}

#[test]
fn what_one_document_says_of_bases_and_the_other_does_not_is_one_link() {
    let mut filter = Filter::default();
    filter.choose(Facet::Category.read(&ATLAS, "bases").expect("there are bases"));
    let own = compared(&ATLAS, "seneca-2018~laruelle-kortunov-2019~first-only");
    let kept = own.kept(&ATLAS, &filter);
    assert!(kept.len() > 10, "{} claims", kept.len());
    let FacetValue::Source(seneca) = Facet::Source.read(&ATLAS, "seneca-2018").expect("a document")
    else {
        panic!("a source is a source")
    };
    assert!(kept.iter().all(|id| ATLAS.claim(id).sources == [seneca]));
    let query = "category=bases&lens=seneca-2018~laruelle-kortunov-2019~first-only";
    let table = page(&format!("tab=claims&{query}"));
    assert!(table.contains("Gussarova et al. (2018) alone"));
    assert_eq!(table.matches("data-claim=").count(), kept.len().min(48));
    let told = |text: &str, slug: &str| text.matches(&format!("told-sign {slug}\"")).count();
    // One in the key, the others on rows.
    assert_eq!(told(&table, "first-only"), kept.len().min(48) + 1);
    assert_eq!(told(&table, "second-only"), 1);
    for view in ["timeline", "positions", "matrix"] {
        let page = page(&format!("tab={view}&lens=seneca-2018~laruelle-kortunov-2019"));
        let pair = "Gussarova et al. (2018) against Laruelle and Kortunov (2019), ";
        assert!(page.contains(pair), "{view}");
        assert!(
            page.contains("id=\"choose-lens\"") && page.contains("id=\"told-differ\""),
            "{view}"
        );
    }
}

#[test]
fn the_two_stand_everywhere_in_the_order_of_the_link() {
    let texts = Texts::embedded();
    let library = Library::new(&ATLAS, &texts);
    for (slugs, names) in [
        (
            "seneca-2018~laruelle-kortunov-2019",
            ["Gussarova et al. (2018)", "Laruelle and Kortunov (2019)"],
        ),
        (
            "laruelle-kortunov-2019~seneca-2018",
            ["Laruelle and Kortunov (2019)", "Gussarova et al. (2018)"],
        ),
    ] {
        let pair = names.join(" against ");
        let option = format!("<option value=\"{slugs}\"");
        for tab in ["overview", "map", "matrix", "timeline", "positions", "claims"] {
            let query = format!("tab={tab}&lens={slugs}~both");
            let drawn = match tab {
                "overview" | "map" => {
                    ["switches", "keys", "lens"].map(|part| library.part(part, &query)).concat()
                }
                _ => library.page(&query, 1200.0),
            };
            assert!(drawn.contains(&option) && drawn.contains(&pair), "{tab}");
            assert!(
                !drawn.contains(
                    &names
                        .map(str::to_owned)
                        .into_iter()
                        .rev()
                        .collect::<Vec<_>>()
                        .join(" against ")
                ),
                "{tab}"
            );
        }
        let chosen = format!("#choose-lens\t.value\t{slugs}\n");
        assert!(library.part("settings", &format!("tab=map&lens={slugs}")).contains(&chosen));
    }
}

#[test]
fn the_bar_counts_what_the_lens_shows() {
    let texts = Texts::embedded();
    let library = Library::new(&ATLAS, &texts);
    assert_eq!(library.part("lens", "tab=map"), "");
    let mut filter = Filter::default();
    filter.choose(Facet::Power.read(&ATLAS, "US").expect("there is the United States"));
    for own in pairs() {
        for only in [None].into_iter().chain(Relation::TOLD.map(Some)) {
            let own = Compared::of(&ATLAS, Lens { only, ..own.lens });
            let link = format!("tab=map&lens={}", own.lens.text(&ATLAS));
            let part = library.part("lens", &link);
            let [name, told, set] = part.split('\t').collect::<Vec<_>>()[..] else {
                panic!("a name, an end and a set: {part}")
            };
            assert!(name.contains(" against ") && name.contains(": ") == only.is_some(), "{name}");
            let end = match only {
                None => ", of the two documents",
                Some(Relation::Both) => ", told by both documents",
                Some(Relation::Differ) => ", on which the two documents differ",
                _ => " alone",
            };
            assert!(told.ends_with(end), "{told}");
            let within = filter.within(ClaimSet::read(set));
            assert!(!within.is_empty());
            let kept = within.run(&ATLAS).kept;
            assert_eq!(kept, own.kept(&ATLAS, &filter), "{link}");
            // What a facet's value would keep is what it keeps once it is chosen.
            for tally in Facet::Source.tallies(&ATLAS, &within) {
                let mut chosen = within.clone();
                chosen.choose(tally.value);
                assert_eq!(chosen.run(&ATLAS).kept.len(), tally.claims);
            }
        }
    }
}

#[test]
fn the_matrix_shows_what_is_told_as_asked_and_its_cells_are_counted() {
    let plan = |query: &str| {
        let (view, _) = c5_atlas::view::link::read(query, &ATLAS);
        let lens = view.choices.get(c5_atlas::view::Choice::Lens).map(|text| lens(&ATLAS, text));
        Plan {
            rows: crosstab::Axis::Category,
            columns: crosstab::Axis::Dyad,
            counts: false,
            sort: Sort::Own,
            row_hand: Hand::default(),
            column_hand: Hand::default(),
            lens,
        }
    };
    let query = "tab=matrix&lens=seneca-2018~laruelle-kortunov-2019";
    let filter = Filter::default();
    let whole = crosstab::crosstab(&ATLAS, &filter, &plan(query));
    let speaks =
        |cell: &&Cell| cell.told.as_ref().is_some_and(|told| told.relation != Relation::Silent);
    assert_eq!(
        whole.told.iter().sum::<usize>(),
        whole.cells.iter().flatten().filter(speaks).count()
    );
    for (only, count) in Relation::TOLD.into_iter().zip(whole.told) {
        let part = crosstab::crosstab(&ATLAS, &filter, &plan(&format!("{query}~{}", only.slug())));
        assert_eq!(part.told, whole.told);
        let shown = part.cells.iter().flatten().filter(speaks);
        let shown: Vec<Relation> =
            shown.filter_map(|cell| Some(cell.told.as_ref()?.relation)).collect();
        assert_eq!(shown, vec![only; count]);
        let left_out = part.cells.iter().flatten().filter(|cell| cell.shown == Shown::LeftOut);
        assert_eq!(left_out.count(), whole.told.iter().sum::<usize>() - count);
        // Beside the map each cell is a sign, and another in the key.
        let beside =
            page(&format!("tab=overview&lens=seneca-2018~laruelle-kortunov-2019~{}", only.slug()));
        let signs = beside.matches(&format!("told-sign {}\"", only.slug())).count();
        assert_eq!(signs, count + 1, "{only:?}");
    }
    assert_eq!(page("tab=overview"), "");
}

const LENS: &str = "lens=alpha-2018~beta-2019";

#[test]
fn the_map_as_two_documents_tell_it() {
    let library = Library::new(atlas(), texts());
    let query = format!("tab=map&layers=sites~posts~CSTO&{LENS}");
    let part = |name: &str| library.part(name, &query);
    let drawn = ["keys", "marks 820 600", "table"].map(part).join("\n");
    check("against-map.html", &drawn);
}

#[test]
fn the_timeline_as_two_documents_tell_it() {
    let query = format!("tab=timeline&lanes=state&state=KZ&span=2003~2007&{LENS}");
    let page = Library::new(atlas(), texts()).page(&query, 1000.0);
    check_of("against-timeline.html", &page, 24 * 1024);
}

#[test]
fn what_is_counted_is_counted_in_the_order_of_the_key() {
    use Relation::{Both, Differ, FirstOnly, SecondOnly, Silent};
    assert_eq!(counts([Both, Silent, FirstOnly, Differ, Both, SecondOnly]), [1, 1, 2, 1]);
    for (one, other, joined) in [
        (FirstOnly, SecondOnly, Both),
        (FirstOnly, FirstOnly, FirstOnly),
        (Silent, SecondOnly, SecondOnly),
        (Both, Differ, Differ),
        (Silent, Silent, Silent),
    ] {
        assert_eq!(Relation::join([one, other]), joined);
        assert_eq!(Relation::join([other, one]), joined);
    }
}
