//! One claim in full: what it says, of whom, when, where, on whose word.

use super::Markup;
use super::legend::swatch;
use super::said::{english, english_leaf, lang, mixed};
use crate::atlas::term::{Kind, LinkKind};
use crate::atlas::{Atlas, Cite, Claim, ClaimId, ClaimText, Code, Texts};
use crate::query::carried::carriers_of;
use crate::scene::words;
use crate::words::{Card, Frame, Panel, Words, fill, plural};

/// The detail panel: its head, and room for what it tells of.
pub fn panel(markup: &mut Markup, words: &Words) {
    markup.element(
        "aside",
        &[("class", "detail away"), ("role", "region"), ("aria-label", words.say(Panel::Details))],
        |m| {
            m.element("div", &[("class", "detail-head")], |m| {
                m.leaf("p", &[("class", "crumbs")], "");
                m.element("p", &[("class", "steps away")], |m| {
                    m.leaf("span", &[("class", "quiet")], "");
                    button(m, "previous", words.say(Panel::Previous), "‹");
                    button(m, "next", words.say(Panel::Next), "›");
                });
                button(m, "close", words.say(Panel::Close), "×");
            });
            m.leaf("div", &[("class", "detail-body")], "");
        },
    );
}

fn button(markup: &mut Markup, does: &str, name: &str, sign: &str) {
    let attributes = [("type", "button"), ("class", does), ("data-do", does), ("aria-label", name)];
    markup.leaf("button", &attributes, sign);
}

/// The claim's card, with what the program does with a claim.
pub fn card(markup: &mut Markup, atlas: &Atlas, texts: &Texts, id: ClaimId) {
    whole(markup, atlas, texts, id, |m| {
        m.element("p", &[("class", "card-actions")], |m| {
            for (part, word) in
                [("cite", Card::Cite), ("collect", Card::Collect), ("report", Card::Report)]
            {
                let attributes = [("type", "button"), ("data-share", part)];
                m.leaf("button", &attributes, atlas.say(word));
            }
        });
    });
}

/// The card on a page that no program runs on: without buttons, which nothing would answer.
pub fn still(markup: &mut Markup, atlas: &Atlas, texts: &Texts, id: ClaimId) {
    whole(markup, atlas, texts, id, |_| {});
}

fn whole(
    markup: &mut Markup,
    atlas: &Atlas,
    texts: &Texts,
    id: ClaimId,
    actions: impl FnOnce(&mut Markup),
) {
    let claim = atlas.claim(id);
    let Some(text) = texts.claim(id) else { return };
    markup.element("article", &[("class", "claim-card")], |m| {
        let title = [("id", "detail-title"), ("tabindex", "-1")];
        english_leaf(m, atlas, "h2", &title, text.summary);
        if let Some(detail) = text.detail {
            english_leaf(m, atlas, "p", &[("class", "detail-text")], detail);
        }
        m.element("dl", &[], |m| facts(m, atlas, claim, text));
        m.element("dl", &[("class", "sources")], |m| {
            for cite in &text.cites {
                entry(m, atlas.say(Card::Source), |m| citation(m, atlas, texts, cite));
            }
            if let Some(note) = text.note {
                entry(m, atlas.say(Card::Curator), |m| english(m, atlas, note));
            }
        });
        let carriers = carriers_of(atlas, id);
        let carry = if carriers.len() == 1 { Card::Carries } else { Card::Carry };
        let documents = atlas.count(atlas.sources().len(), Card::OfDocuments);
        let carried = atlas.tell(carry, &[&carriers.len().to_string(), &documents]);
        m.leaf("p", &[("class", "carried")], &carried);
        ties(m, atlas, texts, id);
        actions(m);
        let id = atlas.tell(Card::Release, &[claim.slug(), atlas.version()]);
        m.element("p", &[("class", "quiet claim-id")], |m| mixed(m, atlas, &id));
    });
}

fn entry(markup: &mut Markup, name: &str, inside: impl FnOnce(&mut Markup)) {
    markup.leaf("dt", &[], name);
    markup.element("dd", &[], inside);
}

fn facts(markup: &mut Markup, atlas: &Atlas, claim: &Claim<'static>, text: &ClaimText<'static>) {
    entry(markup, atlas.say(Card::Parties), |m| {
        for &(actor, role) in &claim.parties {
            let record = atlas.actor(actor);
            m.element("span", &[("class", "party")], |m| {
                swatch(m, record.slug);
                m.leaf("a", &[("href", &format!("?entity={}", record.slug))], record.name);
                m.text(", ");
                m.text(atlas.say(role));
            });
        }
    });
    if let Some(code) = &claim.code {
        entry(markup, atlas.say(Card::Code), |m| m.text(&words::code(atlas, code)));
    }
    if !text.quantities.is_empty() {
        entry(markup, atlas.say(Card::Figures), |m| {
            for quantity in &text.quantities {
                let said = words::quantity(quantity);
                english_leaf(m, atlas, "span", &[("class", "figure")], &said);
            }
        });
    }
    entry(markup, atlas.say(Card::Date), |m| {
        if let Some(date) = claim.date() {
            m.leaf("strong", &[], &words::date(atlas.words(), date));
            m.text(", ");
        }
        m.text(&words::precision(atlas.words(), claim));
        m.text(&holding(atlas, claim));
    });
    if !claim.places.is_empty() {
        entry(markup, atlas.say(Card::Places), |m| {
            for &place in &claim.places {
                let record = atlas.place(place);
                m.element("span", &[("class", "party")], |m| {
                    m.leaf("a", &[("href", &format!("?place={}", record.slug))], record.name);
                    m.leaf(
                        "span",
                        &[("class", "quiet")],
                        &format!(" {}", words::position(atlas, place)),
                    );
                });
            }
        });
    }
    let voice = claim.voice.map_or(atlas.say(Frame::Authors), |voice| atlas.actor(voice).name);
    entry(markup, atlas.say(Card::Voice), |m| m.text(voice));
    entry(markup, atlas.say(Card::Kind), |m| {
        m.text(atlas.say(claim.kind));
        m.text(", ");
        m.text(atlas.category(claim.category).name);
    });
}

/// Until when a state holds as far as its document knows; empty for what is no lasting state.
fn holding(atlas: &Atlas, claim: &Claim<'static>) -> String {
    let state = claim.code.as_ref().is_some_and(Code::is_state);
    let lasting = claim.when.is_none_or(|when| when.open || claim.kind == Kind::Event);
    let known = words::horizon(atlas, claim).filter(|_| state && lasting);
    known.map(|known| atlas.tell(Card::Horizon, &[&known])).unwrap_or_default()
}

/// A citation: the document, the place in it, the works in its notes, the words to look for.
fn citation(markup: &mut Markup, atlas: &Atlas, texts: &Texts, cite: &Cite<'static>) {
    let source = atlas.source(cite.source);
    markup.element("div", &[("class", "citation")], |m| {
        let work = format!("{}, {}, {}", source.authors, source.title, source.year);
        english_leaf(m, atlas, "p", &[("class", "work")], &work);
        english_leaf(m, atlas, "p", &[], &words::locator(texts, cite));
        for reference in cite.references.iter().filter_map(|&id| texts.reference(id)) {
            let note = reference.note.map(|note| format!("{note} ")).unwrap_or_default();
            let mut attributes = vec![("class", "reference quiet")];
            attributes.extend(lang(atlas));
            m.element("p", &attributes, |m| {
                m.text(&note);
                match reference.url {
                    Some(url) => {
                        m.leaf("a", &[("href", url), ("rel", "noreferrer")], reference.text)
                    }
                    None => m.text(reference.text),
                }
            });
        }
        let lines: Vec<String> = cite.lines.iter().map(u32::to_string).collect();
        m.element("p", &[("class", "quiet")], |m| {
            let forms = plural(lines.len(), atlas.say(Card::LookFor));
            m.text(&fill(forms, &[&lines.join(", ")]));
            for term in &cite.terms {
                english_leaf(m, atlas, "q", &[], term);
                m.text(" ");
            }
        });
    });
}

/// Ties with other claims, disagreements first.
fn ties(markup: &mut Markup, atlas: &Atlas, texts: &Texts, id: ClaimId) {
    for &kind in LinkKind::ALL {
        for (at, link, other) in atlas.links_of(id).filter(|(_, link, _)| link.kind == kind) {
            let heading = match (kind, link.from == id) {
                (LinkKind::Contradicts, _) => Card::Disagrees,
                (LinkKind::Supports, true) => Card::Supports,
                (LinkKind::Supports, false) => Card::SupportedBy,
                (LinkKind::Supersedes, true) => Card::Supersedes,
                (LinkKind::Supersedes, false) => Card::Superseded,
                (LinkKind::PartOf, true) => Card::PartOf,
                (LinkKind::PartOf, false) => Card::Includes,
                (LinkKind::Causes, true) => Card::LeadsTo,
                (LinkKind::Causes, false) => Card::FollowsFrom,
            };
            let class = if kind == LinkKind::Contradicts { "tie contradicts" } else { "tie" };
            markup.element("section", &[("class", class)], |m| {
                m.leaf("h3", &[], atlas.say(heading));
                if let Some(note) = texts.link(at) {
                    english_leaf(m, atlas, "p", &[], note);
                }
                m.element("p", &[], |m| super::list::opener(m, atlas, texts, other));
            });
        }
    }
}
