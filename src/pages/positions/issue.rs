//! One issue: its proposition, each party's stand with its claims, what speaks against it and
//! what else belongs to it.

use std::collections::{BTreeMap, BTreeSet};

use super::Position;
use super::words::{alignment, stances, told_by, voice};
use crate::atlas::{ActorId, Atlas, ClaimId, ClaimSet};
use crate::dataset::known;
use crate::dataset::term::{IssueGroup, Kind, LinkKind};
use crate::markup::said::english_leaf;
use crate::markup::{Markup, list};
use crate::pages::{Desk, against, sheet};
use crate::query::Facet;
use crate::query::position::Alignment;
use crate::view::Choice;
use crate::words::{Count, PositionsPage, Study};

/// Writes the page of the issue at a place among the rows.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>, rows: &[&Position], at: usize) {
    let Some(row) = rows.get(at) else { return };
    let issue = desk.atlas.issue(row.issue);
    let proposition = desk.atlas.proposition(desk.texts, row.issue).unwrap_or_default();
    let lead = desk.atlas.tell(PositionsPage::Towards, &[proposition]);
    sheet(markup, desk, "positions one", issue.name, &lead, |m| {
        around(m, desk, rows, at);
        m.element("div", &[("class", "sides")], |m| {
            m.element("div", &[], |m| {
                for stand in &row.stands {
                    let party = desk.atlas.actor(stand.party);
                    m.element("section", &[("class", "side")], |m| {
                        m.element("h3", &[], |m| {
                            m.leaf("span", &[], party.name);
                            stances(m, desk, &stand.values());
                            told_by(m, desk, stand);
                        });
                        m.element("ul", &[("class", "says")], |m| {
                            for &(id, value) in &stand.claims {
                                m.element("li", &[], |m| {
                                    let claim = desk.atlas.claim(id);
                                    let mut said = voice(desk, stand.party, claim.voice);
                                    if stand.values().len() > 1 {
                                        said = format!("{}: {said}", desk.atlas.say(value));
                                    }
                                    list::opener(m, desk.atlas, desk.texts, id);
                                    m.leaf("span", &[("class", "quiet")], &said);
                                });
                            }
                        });
                    });
                }
            });
            m.element("div", &[("class", "beside")], |m| {
                pairs(m, desk, row);
                disagreements(m, desk, row);
                related(m, desk, row);
                if issue.group == IssueGroup::Niche {
                    precedents(m, desk);
                }
            });
        });
    });
}

/// The way back, and to the issues before and after.
fn around(markup: &mut Markup, desk: Desk<'_>, rows: &[&Position], at: usize) {
    markup.element("p", &[("class", "picks")], |m| {
        let all = desk.choosing(Choice::Focus, "");
        let attributes = [("href", all.as_str()), ("id", "all-issues")];
        m.leaf("a", &attributes, desk.atlas.say(PositionsPage::AllIssues));
        let beside = [(at.checked_sub(1), "before"), (Some(at + 1), "after")];
        for (to, id) in beside {
            let row = to.and_then(|to| rows.get(to));
            if let Some(row) = row {
                let issue = desk.atlas.issue(row.issue);
                let href = desk.choosing(Choice::Focus, issue.slug);
                let sign = if id == "before" { "‹ " } else { "› " };
                m.leaf("a", &[("href", &href), ("id", id)], &format!("{sign}{}", issue.name));
            }
        }
    });
}

/// How every two of the parties compare, as far as that is known.
fn pairs(markup: &mut Markup, desk: Desk<'_>, row: &Position) {
    let stands = row.stands.iter().enumerate();
    let pairs: Vec<(ActorId, ActorId, Alignment)> = stands
        .flat_map(|(at, one)| {
            row.stands.iter().skip(at + 1).map(move |other| (one.party, other.party))
        })
        .map(|(one, other)| (one, other, row.alignment(one, other)))
        .collect();
    if pairs.is_empty() {
        return;
    }
    markup.leaf("h3", &[], desk.atlas.say(PositionsPage::TwoByTwo));
    let known = pairs.iter().filter(|(_, _, answer)| *answer != Alignment::Unknown);
    markup.element("table", &[("class", "pairs")], |m| {
        for &(one, other, answer) in known.clone() {
            m.element("tr", &[], |m| {
                let name = |id| desk.atlas.actor(id).name;
                let names = desk.atlas.tell(Study::And, &[name(one), name(other)]);
                m.leaf("th", &[("scope", "row")], &names);
                m.element("td", &[], |m| alignment(m, desk.atlas, answer));
            });
        }
    });
    let unknown = pairs.len() - known.count();
    if unknown > 0 {
        let pairs = desk.atlas.count(unknown, Count::Pairs);
        let said = desk.atlas.tell(PositionsPage::NotKnown, &[&pairs]);
        markup.leaf("p", &[("class", "quiet")], &said);
    }
}

/// What speaks against the issue's claims: each disagreement with both sides.
fn disagreements(markup: &mut Markup, desk: Desk<'_>, row: &Position) {
    let all = row.claims().flat_map(|id| desk.atlas.links_of(id));
    let against: BTreeMap<usize, [ClaimId; 2]> = all
        .filter(|(_, link, _)| link.kind == LinkKind::Contradicts)
        .map(|(at, link, _)| (at, [link.from, link.to]))
        .collect();
    if against.is_empty() {
        return;
    }
    markup.element("section", &[("class", "tie contradicts")], |m| {
        m.leaf("h3", &[], desk.atlas.say(PositionsPage::Disagree));
        for (at, both) in against {
            let note = desk.texts.link(at).unwrap_or_default();
            english_leaf(m, desk.atlas, "p", &[("class", "quiet")], note);
            m.element("ul", &[("class", "says")], |m| {
                for id in both {
                    m.element("li", &[], |m| list::opener(m, desk.atlas, desk.texts, id));
                }
            });
        }
    });
}

/// Claims that some tie joins to the issue's claims, each once.
fn related(markup: &mut Markup, desk: Desk<'_>, row: &Position) {
    let own: BTreeSet<ClaimId> = row.claims().collect();
    let all = own.iter().flat_map(|&id| desk.atlas.links_of(id));
    let tied: BTreeMap<ClaimId, usize> = all
        .filter(|(_, link, other)| link.kind != LinkKind::Contradicts && !own.contains(other))
        .map(|(at, _, other)| (other, at))
        .collect();
    if tied.is_empty() {
        return;
    }
    markup.element("section", &[("class", "tie")], |m| {
        m.leaf("h3", &[], desk.atlas.say(PositionsPage::TiedTo));
        m.element("ul", &[("class", "says")], |m| {
            for (other, at) in tied {
                m.element("li", &[], |m| {
                    list::opener(m, desk.atlas, desk.texts, other);
                    let note = desk.texts.link(at).unwrap_or_default();
                    english_leaf(m, desk.atlas, "span", &[("class", "quiet")], note);
                });
            }
        });
    });
}

/// What two powers have done together already.
fn precedents(markup: &mut Markup, desk: Desk<'_>) {
    let compared = desk.compared();
    let kept = against::kept(desk.atlas, &desk.view.filter, compared.as_ref());
    let claims = precedents_of(desk.atlas, &kept);
    if claims.is_empty() {
        return;
    }
    markup.element("section", &[("class", "tie")], |m| {
        m.leaf("h3", &[], desk.atlas.say(PositionsPage::Precedents));
        m.leaf("p", &[("class", "quiet")], desk.atlas.say(PositionsPage::PrecedentsRule));
        list::told(m, desk.atlas, desk.texts, &claims, compared.as_ref());
    });
}

/// Events and states, filed under cooperation, in which two powers have a part.
fn precedents_of(atlas: &Atlas, kept: &ClaimSet) -> ClaimSet {
    let mut precedents = ClaimSet::none(atlas.claims().len());
    let Some(category) = Facet::Category.read(atlas, known::COOPERATION) else { return precedents };
    for id in category.claims(atlas).and(kept).iter() {
        let claim = atlas.claim(id);
        let powers =
            atlas.powers().iter().filter(|&power| atlas.index().actor(*power).contains(id));
        let happened = matches!(claim.kind, Kind::Event | Kind::Status) && !claim.absence;
        if happened && powers.count() > 1 {
            precedents.insert(id);
        }
    }
    precedents
}
