//! Stances and alignments as signs and words, and what these mean.

use crate::atlas::{ActorId, Atlas};
use crate::dataset::term::StanceValue;
use crate::markup::{Markup, against, list};
use crate::pages::Desk;
use crate::query::position::{Alignment, Stand};
use crate::words::{Count, PositionsPage};

/// How two stands compare, as a sign and a word.
pub(super) fn alignment(markup: &mut Markup, atlas: &Atlas, answer: Alignment) {
    let class = format!("alignment {}", answer.id());
    markup.element("span", &[("class", &class)], |m| {
        m.leaf("span", &[("class", "sign"), ("aria-hidden", "true")], sign_of(answer));
        m.text(atlas.say(answer));
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
pub(super) fn stances(markup: &mut Markup, desk: Desk<'_>, values: &[StanceValue]) {
    for &value in values {
        markup.element("span", &[("class", &format!("stance {}", value.id()))], |m| {
            m.leaf("span", &[("class", "sign"), ("aria-hidden", "true")], sign(value));
            m.text(desk.atlas.say(value));
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
        parts.push(desk.atlas.count(stand.claims.len(), Count::Claims));
    }
    if stand.values().len() > 1 {
        parts.push(desk.atlas.say(PositionsPage::TwoMinds).to_owned());
    }
    markup.text(&parts.join(", "));
    if stand.claims.iter().any(|(id, _)| desk.atlas.index().disputed().contains(*id)) {
        list::disputed(markup, desk.atlas);
    }
}

/// Which of two documents tells it, where two are compared.
pub(super) fn told_by(markup: &mut Markup, desk: Desk<'_>, stand: &Stand) {
    if let Some(compared) = desk.compared() {
        against::told(markup, desk.atlas, compared.lens, stand.told(&compared));
    }
}

/// Whose word a claim about a party's stand is.
pub(crate) fn voice(desk: Desk<'_>, party: ActorId, voice: Option<ActorId>) -> String {
    match voice {
        None => desk.atlas.say(PositionsPage::AuthorsReading).to_owned(),
        Some(own) if own == party => desk.atlas.say(PositionsPage::OwnView).to_owned(),
        Some(other) => desk.atlas.tell(PositionsPage::AsTells, &[desk.atlas.actor(other).name]),
    }
}

/// What signs and words mean.
pub(super) fn key(markup: &mut Markup, desk: Desk<'_>) {
    let say = |word| desk.atlas.say(word);
    markup.element("section", &[("class", "key"), ("aria-labelledby", "key-title")], |m| {
        m.leaf("h3", &[("id", "key-title")], say(PositionsPage::HowToRead));
        m.element("p", &[("class", "signs")], |m| stances(m, desk, StanceValue::ALL));
        m.leaf("p", &[], say(PositionsPage::Rule));
        m.leaf("p", &[], say(PositionsPage::RuleOfVoice));
    });
}
