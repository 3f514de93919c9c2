//! One claim in full: what it says, of whom, when, where, on whose word.

use super::Markup;
use super::legend::swatch;
use crate::atlas::term::{Kind, LinkKind};
use crate::atlas::{Atlas, Cite, Claim, ClaimId, ClaimText, Code, Texts};
use crate::query::carried::carriers_of;
use crate::scene::words;

/// The detail panel: its head, and room for what it tells of.
pub fn panel(markup: &mut Markup) {
    markup.element(
        "aside",
        &[("class", "detail away"), ("role", "region"), ("aria-label", "Details")],
        |m| {
            m.element("div", &[("class", "detail-head")], |m| {
                m.leaf("p", &[("class", "crumbs")], "");
                m.element("p", &[("class", "steps away")], |m| {
                    m.leaf("span", &[("class", "quiet")], "");
                    button(m, "previous", "Previous claim", "‹");
                    button(m, "next", "Next claim", "›");
                });
                button(m, "close", "Close", "×");
            });
            m.leaf("div", &[("class", "detail-body")], "");
        },
    );
}

fn button(markup: &mut Markup, does: &str, name: &str, sign: &str) {
    let attributes = [("type", "button"), ("class", does), ("data-do", does), ("aria-label", name)];
    markup.leaf("button", &attributes, sign);
}

/// The claim's card.
pub fn card(markup: &mut Markup, atlas: &Atlas, texts: &Texts, id: ClaimId) {
    let claim = atlas.claim(id);
    let Some(text) = texts.claim(id) else { return };
    markup.element("article", &[("class", "claim-card")], |m| {
        m.leaf("h2", &[("id", "detail-title"), ("tabindex", "-1")], text.summary);
        if let Some(detail) = text.detail {
            m.leaf("p", &[("class", "detail-text")], detail);
        }
        m.element("dl", &[], |m| facts(m, atlas, claim, text));
        m.element("dl", &[("class", "sources")], |m| {
            for cite in &text.cites {
                entry(m, "Source", |m| citation(m, atlas, texts, cite));
            }
            if let Some(note) = text.note {
                entry(m, "Curator", |m| m.text(note));
            }
        });
        let carriers = carriers_of(atlas, id);
        let carried = format!(
            "{} of {} {} this fact.",
            carriers.len(),
            words::counted(atlas.sources().len(), "document"),
            if carriers.len() == 1 { "carries" } else { "carry" },
        );
        m.leaf("p", &[("class", "carried")], &carried);
        ties(m, atlas, texts, id);
        m.element("p", &[("class", "card-actions")], |m| {
            for (part, words) in
                [("cite", "Cite"), ("collect", "Collect"), ("report", "Report an error")]
            {
                m.leaf("button", &[("type", "button"), ("data-share", part)], words);
            }
        });
        let id = format!("{} · release {}", claim.slug(), atlas.version());
        m.leaf("p", &[("class", "quiet claim-id")], &id);
    });
}

fn entry(markup: &mut Markup, name: &str, inside: impl FnOnce(&mut Markup)) {
    markup.leaf("dt", &[], name);
    markup.element("dd", &[], inside);
}

fn facts(markup: &mut Markup, atlas: &Atlas, claim: &Claim<'static>, text: &ClaimText<'static>) {
    entry(markup, "Parties", |m| {
        for &(actor, role) in &claim.parties {
            let record = atlas.actor(actor);
            m.element("span", &[("class", "party")], |m| {
                swatch(m, record.slug);
                m.leaf("a", &[("href", &format!("?entity={}", record.slug))], record.name);
                m.text(", ");
                m.text(role.words());
            });
        }
    });
    if let Some(code) = &claim.code {
        entry(markup, "Code", |m| m.text(&words::code(atlas, code)));
    }
    if !text.quantities.is_empty() {
        entry(markup, "Figures", |m| {
            for quantity in &text.quantities {
                m.leaf("span", &[("class", "figure")], &words::quantity(quantity));
            }
        });
    }
    entry(markup, "Date", |m| {
        if let Some(date) = claim.date {
            m.leaf("strong", &[], &words::date(atlas.words(), date));
            m.text(", ");
        }
        m.text(&words::precision(atlas.words(), claim));
        m.text(&holding(atlas, claim));
    });
    if !claim.places.is_empty() {
        entry(markup, "Places", |m| {
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
    let voice = claim.voice.map_or("The document’s authors", |voice| atlas.actor(voice).name);
    entry(markup, "Voice", |m| m.text(voice));
    entry(markup, "Kind", |m| {
        m.text(claim.kind.words());
        m.text(", ");
        m.text(atlas.category(claim.category).name);
    });
}

/// Until when a state holds as far as its document knows; empty for what is no lasting state.
fn holding(atlas: &Atlas, claim: &Claim<'static>) -> String {
    let state = claim.code.as_ref().is_some_and(Code::is_state);
    let lasting = claim.when.is_none_or(|when| when.open || claim.kind == Kind::Event);
    let horizon = claim
        .sources
        .iter()
        .map(|&source| atlas.source(source))
        .max_by_key(|source| source.horizon);
    match horizon {
        Some(source) if state && lasting => {
            format!("; last known {}, the document’s horizon", source.horizon_text)
        }
        _ => String::new(),
    }
}

/// A citation: the document, the place in it, the works in its notes, the words to look for.
fn citation(markup: &mut Markup, atlas: &Atlas, texts: &Texts, cite: &Cite<'static>) {
    let source = atlas.source(cite.source);
    markup.element("div", &[("class", "citation")], |m| {
        m.leaf(
            "p",
            &[("class", "work")],
            &format!("{}, {}, {}", source.authors, source.title, source.year),
        );
        m.leaf("p", &[], &words::locator(texts, cite));
        for reference in cite.references.iter().filter_map(|&id| texts.reference(id)) {
            let note = reference.note.map(|note| format!("{note} ")).unwrap_or_default();
            m.element("p", &[("class", "reference quiet")], |m| {
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
            let word = words::plural(lines.len(), "line");
            m.text(&format!("{word} {} of the text; look for ", lines.join(", ")));
            for term in &cite.terms {
                m.leaf("q", &[], term);
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
                (LinkKind::Contradicts, _) => "Disagrees with",
                (LinkKind::Supports, true) => "Supports",
                (LinkKind::Supports, false) => "Supported by",
                (LinkKind::Supersedes, true) => "Takes the place of",
                (LinkKind::Supersedes, false) => "Overtaken by",
                (LinkKind::PartOf, true) => "Part of",
                (LinkKind::PartOf, false) => "Includes",
                (LinkKind::Causes, true) => "Leads to",
                (LinkKind::Causes, false) => "Follows from",
            };
            let class = if kind == LinkKind::Contradicts { "tie contradicts" } else { "tie" };
            markup.element("section", &[("class", class)], |m| {
                m.leaf("h3", &[], heading);
                if let Some(note) = texts.link(at) {
                    m.leaf("p", &[], note);
                }
                m.element("p", &[], |m| super::list::opener(m, atlas, texts, other));
            });
        }
    }
}
