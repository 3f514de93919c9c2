//! Scenarios: what leads to what, as the documents assert it, and what they propose about it.

pub(crate) mod drawing;

use super::{Desk, against, sheet};
use crate::atlas::term::{Kind, LinkKind};
use crate::atlas::{Atlas, ClaimId, ClaimSet};
use crate::dataset::known;
use crate::markup::against::{tally, told};
use crate::markup::said::english_leaf;
use crate::markup::{Markup, list};
use crate::query::{Compared, Facet, FacetValue, Filter, Relation};
use crate::scene::causes::{Chain, Telling, Tie, chains};
use crate::scene::words;
use crate::view::{Choice, Tab};
use crate::words::{Against, Count, ScenariosPage};

/// How many causes the documents assert, in how many chains.
pub(super) fn lead(desk: Desk<'_>) -> String {
    counted(desk, &shown(desk, telling(desk).as_ref()))
}

/// Which of two documents tells each box and each arrow, where two are compared.
pub(crate) fn telling(desk: Desk<'_>) -> Option<Telling<'_>> {
    desk.compared().map(|compared| Telling::of(desk.texts, compared))
}

/// The chains under the filter; of two documents that are compared those of which one of them tells something. They
/// stand whole, since what a third document tells joins what the two do.
pub(crate) fn shown(desk: Desk<'_>, telling: Option<&Telling<'_>>) -> Vec<Chain> {
    let mut all = chains(desk.atlas, &desk.kept());
    all.retain(|chain| telling.is_none_or(|telling| telling.shows(chain)));
    all
}

fn counted(desk: Desk<'_>, all: &[Chain]) -> String {
    let atlas = desk.atlas;
    if all.is_empty() {
        return match desk.lens() {
            Some(_) => atlas.say(Against::NoneSo),
            None => atlas.say(ScenariosPage::None),
        }
        .to_owned();
    }
    let ties = all.iter().map(|chain| chain.ties.len()).sum();
    let (causes, chains) =
        (atlas.count(ties, Count::Causes), atlas.count(all.len(), Count::Chains));
    atlas.tell(ScenariosPage::Lead, &[&causes, &chains])
}

/// Writes the page: one chain large, its proposals and its ties as a table, then all chains small.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let telling = telling(desk);
    let telling = telling.as_ref();
    let all = shown(desk, telling);
    let atlas = desk.atlas;
    let lead = counted(desk, &all);
    let compared = telling.map(|telling| &telling.compared);
    let kept = against::kept(atlas, &desk.view.filter, compared);
    sheet(markup, desk, "scenarios", atlas.say(Tab::Scenarios), &lead, |m| {
        m.element("div", &[("class", "controls")], |m| against::chooser(m, desk));
        if let Some(telling) = telling {
            let told = telling.counts(&chains(atlas, &desk.kept()));
            against::key(m, atlas, telling.compared.lens, Against::Boxes, told);
        }
        let Some((chain, chosen)) = chosen(desk, &all) else { return };
        m.element("section", &[("class", "chain"), ("aria-labelledby", "chain-title")], |m| {
            english_leaf(m, atlas, "h3", &[("id", "chain-title")], &title(desk, chain));
            drawing::large(m, desk, (chain, telling), chosen.map(|tie| tie.0));
            if let Some(&(at, from, to)) = chosen {
                said(m, desk, at, [from, to], telling);
            }
            m.element("div", &[("class", "below")], |m| {
                m.element("div", &[], |m| ties(m, desk, (chain, telling), chosen.map(|tie| tie.0)));
                m.element("div", &[], |m| proposals(m, desk, chain, &kept, compared));
            });
        });
        overview(m, desk, &all, chain, telling);
        alone(m, desk, &all, &kept, compared);
    });
}

/// The chain that the link names, or the first, and the tie of it that is chosen.
pub(crate) fn chosen<'a>(desk: Desk<'_>, all: &'a [Chain]) -> Option<(&'a Chain, Option<&'a Tie>)> {
    let focus = desk.choice(Choice::Focus);
    let (slug, effect) = focus.split_once('~').unwrap_or((focus, ""));
    let is = |claim: ClaimId, slug: &str| desk.atlas.claim(claim).slug() == slug;
    let holds = |chain: &&Chain| chain.claims.iter().any(|&claim| is(claim, slug));
    let chain = all.iter().find(holds).or(all.first())?;
    Some((chain, chain.ties.iter().find(|(_, from, to)| is(*from, slug) && is(*to, effect))))
}

/// Whether a value names a claim of some chain, or a tie between two as `cause~effect`.
pub(super) fn has(atlas: &Atlas, value: &str) -> bool {
    let all = chains(atlas, &Filter::default().run(atlas).kept);
    let is = |claim: &ClaimId, slug: &str| atlas.claim(*claim).slug() == slug;
    all.iter().any(|chain| match value.split_once('~') {
        None => chain.claims.iter().any(|claim| is(claim, value)),
        Some((cause, effect)) => {
            chain.ties.iter().any(|(_, from, to)| is(from, cause) && is(to, effect))
        }
    })
}

/// The sentence of the claim that most ties meet.
pub(crate) fn title(desk: Desk<'_>, chain: &Chain) -> String {
    let heart = chain.heart();
    heart.map(|id| words::summary(desk.atlas, Some(desk.texts), id)).unwrap_or_default()
}

/// The chosen arrow in words: its own note, the claims at its ends.
fn said(
    markup: &mut Markup,
    desk: Desk<'_>,
    at: usize,
    ends: [ClaimId; 2],
    telling: Option<&Telling<'_>>,
) {
    markup.element("div", &[("class", "said"), ("role", "status")], |m| {
        match desk.texts.link(at) {
            Some(note) => english_leaf(m, desk.atlas, "p", &[], note),
            None => m.leaf("p", &[], desk.atlas.say(ScenariosPage::OneLeads)),
        }
        if let Some(telling) = telling {
            told(m, desk.atlas, telling.compared.lens, telling.tie(at));
        }
        for (word, id) in [ScenariosPage::From, ScenariosPage::To].into_iter().zip(ends) {
            m.element("p", &[], |m| {
                m.leaf("span", &[("class", "quiet")], desk.atlas.say(word));
                opened(m, desk, id, telling);
            });
        }
    });
}

/// A claim's sentence, and how its box is told.
fn opened(markup: &mut Markup, desk: Desk<'_>, id: ClaimId, telling: Option<&Telling<'_>>) {
    list::opener(markup, desk.atlas, desk.texts, id);
    if let Some(telling) = telling {
        markup.text(" ");
        told(markup, desk.atlas, telling.compared.lens, telling.claim(id));
    }
}

/// What the arrows say, in a table: the same as the drawing.
fn ties(
    markup: &mut Markup,
    desk: Desk<'_>,
    (chain, telling): (&Chain, Option<&Telling<'_>>),
    chosen: Option<usize>,
) {
    markup.element("table", &[("class", "ties")], |m| {
        m.leaf("caption", &[], desk.atlas.say(ScenariosPage::OneByOne));
        m.element("thead", &[], |m| {
            m.element("tr", &[], |m| {
                for head in [ScenariosPage::Arrow, ScenariosPage::This, ScenariosPage::LeadsToThis]
                {
                    m.leaf("th", &[("scope", "col")], desk.atlas.say(head));
                }
                if telling.is_some() {
                    m.leaf("th", &[("scope", "col")], desk.atlas.say(ScenariosPage::ArrowTold));
                }
            });
        });
        m.element("tbody", &[], |m| {
            for (number, &(at, from, to)) in (1..).zip(&chain.ties) {
                let class = if chosen == Some(at) { "chosen" } else { "" };
                let id = format!("tie-{number}");
                m.element("tr", &[("class", class), ("id", &id)], |m| {
                    m.element("th", &[("scope", "row")], |m| {
                        let href = desk.choosing(Choice::Focus, &tie_slug(desk.atlas, from, to));
                        m.leaf("a", &[("href", &href)], &number.to_string());
                    });
                    m.element("td", &[], |m| opened(m, desk, from, telling));
                    m.element("td", &[], |m| {
                        opened(m, desk, to, telling);
                        if let Some(note) = desk.texts.link(at) {
                            english_leaf(m, desk.atlas, "p", &[("class", "quiet")], note);
                        }
                    });
                    if let Some(telling) = telling {
                        m.element("td", &[("class", "told")], |m| match telling.tie(at) {
                            Relation::Silent => {
                                m.leaf(
                                    "span",
                                    &[("class", "quiet")],
                                    desk.atlas.say(Against::Untold),
                                );
                            }
                            own => told(m, desk.atlas, telling.compared.lens, own),
                        });
                    }
                });
            }
        });
    });
}

/// An arrow as the link names it: cause and effect.
fn tie_slug(atlas: &Atlas, from: ClaimId, to: ClaimId) -> String {
    format!("{}~{}", atlas.claim(from).slug(), atlas.claim(to).slug())
}

/// What the documents propose: first what a tie joins to the chain, then what shares its subject.
fn proposals(
    markup: &mut Markup,
    desk: Desk<'_>,
    chain: &Chain,
    kept: &ClaimSet,
    compared: Option<&Compared>,
) {
    let (tied, near) = proposals_of(desk.atlas, chain, kept);
    let say = |word| desk.atlas.say(word);
    markup.leaf("h3", &[], say(ScenariosPage::Proposed));
    if tied.is_empty() && near.is_empty() {
        markup.leaf("p", &[("class", "quiet")], say(ScenariosPage::NoneProposed));
    }
    let of = |m: &mut Markup, claims: &ClaimSet, rule: &str| {
        if !claims.is_empty() {
            m.leaf("p", &[("class", "quiet")], rule);
            m.element("ul", &[("class", "says")], |m| {
                for id in claims.iter() {
                    m.element("li", &[], |m| {
                        list::opener(m, desk.atlas, desk.texts, id);
                        against::told(m, desk.atlas, compared, [id]);
                    });
                }
            });
        }
    };
    of(markup, &tied, say(ScenariosPage::TiedRule));
    of(markup, &near, say(ScenariosPage::NearRule));
}

/// Proposals that a tie joins to a chain; proposals of the same document and category.
fn proposals_of(atlas: &Atlas, chain: &Chain, kept: &ClaimSet) -> (ClaimSet, ClaimSet) {
    let none = || ClaimSet::none(atlas.claims().len());
    let (mut tied, mut near) = (none(), none());
    let proposals = atlas.index().kind(Kind::Proposal).and(kept);
    // Proposals of every sort are filed there, so that it says nothing of their subject.
    let aside = Facet::Category.read(atlas, known::COOPERATION);
    for &claim in &chain.claims {
        for (_, link, other) in atlas.links_of(claim) {
            if link.kind != LinkKind::Contradicts && proposals.contains(other) {
                tied.insert(other);
            }
        }
        let record = atlas.claim(claim);
        for category in record.tags.iter().chain([&record.category]) {
            if aside == Some(FacetValue::Category(*category)) {
                continue;
            }
            for &source in &record.sources {
                let same = atlas.index().category(*category).and(atlas.index().source(source));
                near.unite(&same.and(&proposals));
            }
        }
    }
    let mut rest = none();
    near.iter().filter(|id| !tied.contains(*id)).for_each(|id| rest.insert(id));
    (tied, rest)
}

/// All chains, small; each opens large.
fn overview(
    markup: &mut Markup,
    desk: Desk<'_>,
    all: &[Chain],
    chosen: &Chain,
    telling: Option<&Telling<'_>>,
) {
    let chains = desk.atlas.count(all.len(), Count::Chains);
    let heading = desk.atlas.tell(ScenariosPage::AllChains, &[&chains]);
    markup.leaf("h3", &[("class", "all")], &heading);
    markup.element("ul", &[("class", "chains"), ("data-rove", "")], |m| {
        for (at, chain) in all.iter().enumerate() {
            let Some(heart) = chain.heart() else { continue };
            let slug = desk.atlas.claim(heart).slug();
            let href = desk.choosing(Choice::Focus, slug);
            let id = format!("chain-{slug}");
            let mut attributes = vec![
                ("href", href.as_str()),
                ("id", id.as_str()),
                ("data-spot", ""),
                ("tabindex", if at == 0 { "0" } else { "-1" }),
            ];
            if chain == chosen {
                attributes.push(("aria-current", "true"));
            }
            m.element("li", &[], |m| {
                m.element("a", &attributes, |m| {
                    drawing::small(m, desk.atlas, (chain, telling));
                    let name = title(desk, chain);
                    english_leaf(m, desk.atlas, "span", &[("class", "name")], &name);
                    let claims = desk.atlas.count(chain.claims.len(), Count::Claims);
                    m.leaf("span", &[("class", "quiet")], &claims);
                    if let Some(telling) = telling {
                        m.element("span", &[("class", "tallies")], |m| {
                            tally(m, desk.atlas, telling.compared.lens, telling.counts([chain]));
                        });
                    }
                });
            });
        }
    });
}

/// Scenarios that no document ties to a cause or an effect.
fn alone(
    markup: &mut Markup,
    desk: Desk<'_>,
    all: &[Chain],
    kept: &ClaimSet,
    compared: Option<&Compared>,
) {
    let mut rest = ClaimSet::none(desk.atlas.claims().len());
    for id in desk.atlas.index().kind(Kind::Scenario).and(kept).iter() {
        if !all.iter().any(|chain| chain.claims.contains(&id)) {
            rest.insert(id);
        }
    }
    if !rest.is_empty() {
        let scenarios = desk.atlas.count(rest.len(), Count::Scenarios);
        let title = desk.atlas.tell(ScenariosPage::Alone, &[&scenarios]);
        markup.leaf("h3", &[("class", "all")], &title);
        list::told(markup, desk.atlas, desk.texts, &rest, compared);
    }
}
