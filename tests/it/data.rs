//! The dataset that is published: sound, complete, and citing what stands in the documents.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use c5_atlas::atlas::{ActorId, Atlas, Link};
use c5_atlas::dataset::cited::Document;
use c5_atlas::dataset::code::Code;
use c5_atlas::dataset::pack::{Pack, Texts};
use c5_atlas::dataset::raw::{Cite, Dataset};
use c5_atlas::dataset::{assemble, check, known, read};
use c5_atlas::query::standing::{Standing, Subject, standings};
use c5_atlas::query::{AsOf, Filter};
use c5_atlas::scene::map::AREA_NAMES;

use crate::mini;

/// How many claims each document gives. A number that changes without a reason is a lost file.
const CLAIMS: [(&str, usize); 5] = [
    ("evsikov-shafir", 552),
    ("gussarova", 38),
    ("laruelle-kortunov-2019", 508),
    ("seneca-2018", 477),
    ("tkachenko-2024", 153),
];

/// How many records the other files hold.
const RECORDS: [(&str, usize); 8] = [
    ("sources", 5),
    ("references", 176),
    ("actors", 137),
    ("places", 183),
    ("categories", 29),
    ("issues", 78),
    ("links", 464),
    ("routes", 21),
];

fn folder() -> PathBuf {
    mini::project().join("data")
}

static DATA: LazyLock<Dataset> = LazyLock::new(|| read::folder(&folder()).0);

#[test]
fn the_dataset_has_no_problems() {
    let (data, mut problems) = read::folder(&folder());
    problems.extend(check::dataset(&data));
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn no_file_was_lost() {
    let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
    for filed in &DATA.claims {
        let source = filed.file.trim_start_matches("claims/").trim_end_matches(".json");
        *claims.entry(source).or_default() += 1;
    }
    assert_eq!(claims, BTreeMap::from(CLAIMS), "claims per document; pinned in this file");
    let records = [
        ("sources", DATA.sources.len()),
        ("references", DATA.references.len()),
        ("actors", DATA.actors.len()),
        ("places", DATA.places.len()),
        ("categories", DATA.categories.len()),
        ("issues", DATA.issues.len()),
        ("links", DATA.links.len()),
        ("routes", DATA.routes.len()),
    ];
    assert_eq!(records, RECORDS, "records per file; pinned in this file");
}

#[test]
fn twenty_issues_or_more_have_the_stances_of_two_parties() {
    let mut parties: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for filed in &DATA.claims {
        if let Some(Code::Stance(stance)) = &filed.record.code {
            parties.entry(&stance.issue).or_default().insert(&stance.party);
        }
    }
    let two = parties.values().filter(|parties| parties.len() >= 2).count();
    assert!(two >= 20, "{two} issues");
    for issue in &DATA.issues {
        assert!(parties.contains_key(issue.id.as_str()), "nobody takes a stance on {}", issue.id);
    }
}

#[test]
fn one_document_takes_the_place_of_another_where_it_is_newer() {
    let (atlas, _) = mini::load(&folder());
    let kept = Filter::default().run(&atlas).kept;
    let actor = |slug| atlas.actors().find(|(_, actor)| actor.slug == slug).expect(slug).0;
    let (member, organisation) = (actor("UZ"), actor("CSTO"));
    for (at, claim) in
        [(None, "seneca-member-uz-csto-not"), (AsOf::read("2008"), "evsikov-uz-joins-csto")]
    {
        let found = standings(&atlas, &kept, at.map(AsOf::last_day));
        let of_two = |s: &&Standing| s.subject == Subject::Membership { member, organisation };
        let standing = found.iter().find(of_two).expect("both documents speak of it");
        let slugs: Vec<&str> =
            standing.claims.iter().map(|&(id, _)| atlas.claim(id).slug()).collect();
        assert_eq!((slugs.as_slice(), standing.disputed), ([claim].as_slice(), false), "{at:?}");
    }
}

#[test]
fn the_five_states_and_the_three_powers_are_there_with_their_capitals() {
    let atlas = Atlas::embedded();
    assert_eq!(atlas.dyads().count(), 15);
    let slugs =
        |actors: &[ActorId]| -> Vec<_> { actors.iter().map(|&id| atlas.actor(id).slug).collect() };
    assert_eq!(slugs(atlas.states()), known::STATES);
    assert_eq!(slugs(atlas.powers()), known::POWERS);
    for &actor in atlas.states().iter().chain(atlas.powers()) {
        assert!(atlas.actor(actor).seat.is_some(), "{} has no capital", atlas.actor(actor).name);
    }
}

/// Else a page would count where it should say a code, or leave a part out, without a word.
#[test]
fn the_dataset_has_what_the_program_gives_a_meaning_of_its_own() {
    let atlas = Atlas::embedded();
    for slug in known::CATEGORIES {
        assert!(atlas.categories().any(|(_, category)| category.slug == slug), "category {slug}");
    }
    for (own, name) in known::NAMED.into_iter().zip(AREA_NAMES) {
        let state = atlas.actor_named(own).expect("a state has an actor");
        assert_eq!(atlas.actor(state).name, name.text);
    }
}

#[test]
fn every_claim_names_its_document_its_paragraph_and_words_to_look_for() {
    let (atlas, texts) = mini::load(&folder());
    for (id, claim) in atlas.claims() {
        let text = texts.claim(id).expect("every claim has a text");
        assert!(!text.cites.is_empty(), "{} cites nothing", claim.slug());
        for cite in &text.cites {
            assert!(claim.sources.contains(&cite.source), "{} leaves a document out", claim.slug());
            let paragraphs = cite.paragraphs.iter().all(|&at| texts.paragraph(at).is_some());
            let located = paragraphs && !cite.paragraphs.is_empty() && !cite.lines.is_empty();
            assert!(located && !cite.terms.is_empty(), "{} does not say where", claim.slug());
        }
    }
}

#[test]
fn every_cited_term_stands_in_the_lines_cited() {
    let set = env::var_os("ATLAS_SOURCES").map(PathBuf::from);
    let folder = set.unwrap_or_else(|| mini::project().join("../shared/sources"));
    if !folder.is_dir() {
        eprintln!("0 citations checked: the documents' texts are not at hand");
        return;
    }
    let mut checked = 0;
    let mut missing = Vec::new();
    for source in &DATA.sources {
        let path = folder.join(format!("{}.txt", source.id));
        let Ok(text) = fs::read_to_string(&path) else {
            missing.push(format!("{}: the document's text is not in its folder", source.id));
            continue;
        };
        let document = Document::of(&text);
        for (of, cite) in citations().filter(|(_, cite)| cite.source == source.id) {
            checked += 1;
            for term in document.missing(cite) {
                missing.push(format!(
                    "{of}: \"{term}\" is not in lines {:?} of {}",
                    cite.lines, source.id
                ));
            }
        }
    }
    println!("{checked} citations checked");
    assert!(
        missing.is_empty(),
        "{} of {checked} citations:\n{}",
        missing.len(),
        missing.join("\n")
    );
    assert!(checked > 0, "no citation was checked though the documents are at hand");
}

/// Every citation of a claim or a link, and whose it is.
fn citations() -> impl Iterator<Item = (&'static str, &'static Cite)> {
    let of_claims = DATA.claims.iter().map(|filed| (filed.record.id.as_str(), &filed.record.cites));
    let of_links = DATA.links.iter().map(|link| (link.from.as_str(), &link.cites));
    of_claims.chain(of_links).flat_map(|(of, cites)| cites.iter().map(move |cite| (of, cite)))
}

#[test]
fn packing_and_unpacking_is_identity() {
    for folder in [folder(), mini::folder()] {
        let (data, _) = read::folder(&folder);
        let lines = assemble::Lines::of(&data);
        let (pack, texts) = assemble::pack(&data, &lines);
        let (pack_bytes, texts_bytes) = (packed(&pack), packed(&texts));
        let mut unpacked: Pack<'_> =
            postcard::from_bytes(&pack_bytes).expect("what was packed unpacks");
        let unpacked_texts: Texts<'_> =
            postcard::from_bytes(&texts_bytes).expect("what was packed unpacks");
        unpacked.take_in(&unpacked_texts);
        assert!(unpacked == pack, "{} changes when packed", folder.display());
        assert!(unpacked_texts == texts, "the texts of {} change when packed", folder.display());
        assert_eq!(texts.claims.len(), pack.claims.len());
        assert_eq!(texts.links.len(), pack.links.len());
        assert_eq!(texts.sources.len(), pack.sources.len());
        assert_eq!(texts.actors.len(), pack.actors.len());
        assert_eq!(texts.places.len(), pack.places.len());
        assert_eq!(texts.propositions.len(), pack.issues.len());
        assert_eq!(texts.references.len(), pack.references.len());
    }
}

fn packed(content: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(content).expect("what the program holds can be packed")
}

#[test]
fn damaged_bytes_are_refused_without_a_panic() {
    let (data, _) = read::folder(&mini::folder());
    let lines = assemble::Lines::of(&data);
    let (pack, texts) = assemble::pack(&data, &lines);
    let (pack, texts) = (packed(&pack), packed(&texts));
    for end in 0..pack.len() {
        assert!(postcard::from_bytes::<Pack<'_>>(&pack[..end]).is_err(), "{end} bytes unpack");
    }
    // The texts come over the network, where anything may happen to them.
    let texts: &'static [u8] = Vec::leak(texts);
    for end in 0..texts.len() {
        assert!(c5_atlas::atlas::Texts::read(&texts[..end]).is_none(), "{end} bytes unpack");
    }
    for junk in [&b"<!doctype html><title>Not found</title>"[..], &[0xff; 64]] {
        assert!(c5_atlas::atlas::Texts::read(junk).is_none());
    }
}

#[test]
fn each_claim_knows_its_ties_before_the_texts_come_and_after() {
    let early = Atlas::read(Atlas::packed()).expect("the build wrote these bytes");
    let whole = Atlas::embedded();
    assert!(early.links().len() < whole.links().len());
    for atlas in [&early, &whole] {
        let mut ends = 0;
        for (id, _) in atlas.claims() {
            let found: Vec<_> = atlas.links_of(id).map(|(at, _, other)| (at, other)).collect();
            let own = atlas.links().filter(|(_, link)| link.from == id || link.to == id);
            let other = |link: &Link| if link.from == id { link.to } else { link.from };
            let expected: Vec<_> = own.map(|(at, link)| (at, other(link))).collect();
            assert_eq!(found, expected, "{id:?}");
            ends += found.len();
        }
        assert_eq!(ends, 2 * atlas.links().len());
    }
}
