//! Where the documents disagree, agree, or overtake one another: each pair of claims side by side, with
//! the curator's note.

use super::{Desk, presets};
use crate::atlas::term::LinkKind;
use crate::atlas::{ClaimId, ClaimSet, Link};
use crate::markup::said::english_leaf;
use crate::markup::{Markup, list};
use crate::query::Compared;
use crate::scene::words;
use crate::view::Choice;
use crate::words::{Count, TiesPage};

const KINDS: [(LinkKind, TiesPage); 3] = [
    (LinkKind::Contradicts, TiesPage::Contradict),
    (LinkKind::Supports, TiesPage::Support),
    (LinkKind::Supersedes, TiesPage::Supersede),
];

/// Whether a value names a kind of tie.
pub(super) fn is_kind(value: &str) -> bool {
    KINDS.iter().any(|(kind, _)| kind.id() == value)
}

/// Writes the pairs of one kind of which a claim is kept; where two documents are compared, of a claim of each of them.
pub(super) fn page(
    markup: &mut Markup,
    desk: Desk<'_>,
    kept: &ClaimSet,
    compared: Option<&Compared>,
) {
    let atlas = desk.atlas;
    let chosen = desk.view.choices.get(Choice::Cell);
    let kind = KINDS.iter().find(|(kind, _)| Some(kind.id()) == chosen);
    let kind = kind.map_or(LinkKind::Contradicts, |(kind, _)| *kind);
    let pairs = |kind: LinkKind| {
        let own = atlas.links().filter(move |(_, link)| link.kind == kind);
        own.filter(|(_, link)| kept.contains(link.from) || kept.contains(link.to))
            .filter(|(_, link)| compared.is_none_or(|own| own.is_across(atlas, link)))
    };
    let kinds = KINDS.map(|(one, name)| {
        let token = if one == LinkKind::Contradicts { "" } else { one.id() };
        let name = format!("{} {}", atlas.say(name), pairs(one).count());
        (format!("ties-{}", one.id()), name, one == kind, desk.choosing(Choice::Cell, token))
    });
    presets(markup, atlas.say(TiesPage::HowTheyBear), kinds);
    let apart = |link: &Link| {
        let (from, to) = (atlas.claim(link.from), atlas.claim(link.to));
        !from.sources.iter().any(|source| to.sources.contains(source))
    };
    if pairs(kind).next().is_none() {
        markup.leaf("p", &[("class", "quiet")], atlas.say(TiesPage::None));
    }
    for (between, heading) in [(true, TiesPage::Between), (false, TiesPage::Within)] {
        let own: Vec<_> = pairs(kind).filter(|(_, link)| apart(link) == between).collect();
        if own.is_empty() {
            continue;
        }
        let pairs = atlas.count(own.len(), Count::Pairs);
        markup.leaf("h3", &[], &format!("{}: {pairs}", atlas.say(heading)));
        self::pairs(markup, desk, kind, &own);
    }
}

/// Every recorded disagreement in which one of the claims has a part, each with its position among the ties.
pub(in crate::pages) fn contradicting<'a>(
    desk: Desk<'a>,
    claims: &ClaimSet,
) -> Vec<(usize, &'a Link)> {
    let own = desk.atlas.links().filter(|(_, link)| link.kind == LinkKind::Contradicts);
    own.filter(|(_, link)| claims.contains(link.from) || claims.contains(link.to)).collect()
}

/// Ties of one kind: both claims side by side, and the curator's note.
pub(in crate::pages) fn pairs(
    markup: &mut Markup,
    desk: Desk<'_>,
    kind: LinkKind,
    links: &[(usize, &Link)],
) {
    let atlas = desk.atlas;
    markup.element("ul", &[("class", "pairs")], |m| {
        for &(at, link) in links {
            m.element("li", &[], |m| {
                account(m, desk, link.from);
                let sign = match kind {
                    LinkKind::Supports => TiesPage::Supports,
                    LinkKind::Supersedes => TiesPage::Supersedes,
                    _ => TiesPage::Against,
                };
                m.leaf("p", &[("class", "sign")], atlas.say(sign));
                account(m, desk, link.to);
                if let Some(note) = desk.texts.link(at) {
                    english_leaf(m, atlas, "p", &[("class", "note")], note);
                }
            });
        }
    });
}

/// One side: the claim, on whose word, where it stands.
fn account(markup: &mut Markup, desk: Desk<'_>, id: ClaimId) {
    let Desk { atlas, texts, .. } = desk;
    let claim = atlas.claim(id);
    markup.element("div", &[("class", "account")], |m| {
        m.element("p", &[], |m| list::opener(m, atlas, texts, id));
        let cites = texts.claim(id).map(|text| text.cites.as_slice()).unwrap_or_default();
        for cite in cites {
            let source = atlas.source(cite.source);
            let said =
                format!("{}, {}: {}", source.authors, source.year, words::locator(texts, cite));
            english_leaf(m, atlas, "p", &[("class", "quiet")], &said);
        }
        let date = words::dated(atlas.words(), claim);
        let voice = |voice| atlas.tell(TiesPage::AsHasIt, &[atlas.actor(voice).name]);
        let voice = claim.voice.map(voice);
        m.leaf("p", &[("class", "quiet")], &format!("{date}{}", voice.unwrap_or_default()));
    });
}
