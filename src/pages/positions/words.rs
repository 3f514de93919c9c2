//! Stances and alignments as signs and words, and what these mean.

use crate::atlas::ActorId;
use crate::dataset::term::StanceValue;
use crate::markup::{Markup, counted, list};
use crate::pages::Desk;
use crate::query::position::{Alignment, Stand};

/// How two stands compare, as a sign and a word.
pub(super) fn alignment(markup: &mut Markup, answer: Alignment) {
    let class = format!("alignment {}", answer.id());
    markup.element("span", &[("class", &class)], |m| {
        m.leaf("span", &[("class", "sign"), ("aria-hidden", "true")], sign_of(answer));
        m.text(answer.words());
    });
}

/// The sign of how two stands compare.
pub(crate) fn sign_of(answer: Alignment) -> &'static str {
    match answer {
        Alignment::Aligned => "=",
        Alignment::Partly => "≈",
        Alignment::Opposed => "×",
        Alignment::Unknown => "",
    }
}

/// The stances that a party's claims give, each as a sign and a word.
pub(super) fn stances(markup: &mut Markup, values: &[StanceValue]) {
    for &value in values {
        markup.element("span", &[("class", &format!("stance {}", value.id()))], |m| {
            m.leaf("span", &[("class", "sign"), ("aria-hidden", "true")], sign(value));
            m.text(value.words());
        });
    }
}

/// The sign of a stance.
pub(crate) fn sign(value: StanceValue) -> &'static str {
    match value {
        StanceValue::Supports => "+",
        StanceValue::Conditional => "(+)",
        StanceValue::Ambivalent => "±",
        StanceValue::Opposes => "−",
        StanceValue::Silent => "…",
    }
}

/// On whose word, on how many claims, and whether they disagree.
pub(super) fn words(markup: &mut Markup, desk: Desk<'_>, stand: &Stand) {
    let mut parts: Vec<String> = Vec::new();
    for &(id, _) in &stand.claims {
        let voice = voice(desk, stand.party, desk.atlas.claim(id).voice);
        if !parts.contains(&voice) {
            parts.push(voice);
        }
    }
    if stand.claims.len() > 1 {
        parts.push(counted(stand.claims.len(), "claim"));
    }
    if stand.values().len() > 1 {
        parts.push("of two minds".to_owned());
    }
    markup.text(&parts.join(", "));
    if stand.claims.iter().any(|(id, _)| desk.atlas.index().disputed().contains(*id)) {
        list::disputed(markup);
    }
}

/// Whose word a claim about a party's stand is.
pub(crate) fn voice(desk: Desk<'_>, party: ActorId, voice: Option<ActorId>) -> String {
    match voice {
        None => "authors’ reading".to_owned(),
        Some(own) if own == party => "own view".to_owned(),
        Some(other) => format!("as {} tells it", desk.atlas.actor(other).name),
    }
}

/// What signs and words mean.
pub(super) fn key(markup: &mut Markup) {
    markup.element("section", &[("class", "key"), ("aria-labelledby", "key-title")], |m| {
        m.leaf("h3", &[("id", "key-title")], "How to read it");
        m.element("p", &[("class", "signs")], |m| stances(m, StanceValue::ALL));
        m.leaf(
            "p",
            &[],
            "A stance is towards the sentence under the issue’s name. Two parties are aligned where \
             their stances are the same, opposed where one supports and the other opposes, partly \
             aligned where one is conditional or ambivalent and the other is not. Where one is \
             silent or has no claim, it is not known. If a party’s claims give several stances, \
             each is compared; should the answers differ, the two are partly aligned.",
        );
        m.leaf(
            "p",
            &[],
            "“Own view”: the document says that the party holds it. “Authors’ reading”: \
             the document’s authors ascribe it to the party.",
        );
    });
}
