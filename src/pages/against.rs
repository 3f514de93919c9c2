//! One document against another, in the pages: what all of them say of it in the same way.

use super::{Desk, field};
use crate::atlas::{Atlas, ClaimId, ClaimSet};
use crate::markup::said::mixed;
use crate::markup::{Markup, against};
use crate::query::{Compared, Filter, Lens};
use crate::scene::against::{name, pair, sentence, sentence_of, spoken};
use crate::view::{Choice, Tab, ViewState};
use crate::words::{Against, Count, MatrixPage, Word};

/// The two documents that a view sets against each other; `None` on a page that does not.
pub(crate) fn lens(atlas: &Atlas, view: &ViewState) -> Option<Lens> {
    asked(atlas, view).filter(|_| Choice::compares(view.tab))
}

/// The two documents that a link names, on whatever page.
fn asked(atlas: &Atlas, view: &ViewState) -> Option<Lens> {
    Lens::read(atlas, view.choices.get(Choice::Lens)?)
}

/// Where a link compares two documents and its page does not: that, and where it is done.
pub(super) fn notice(markup: &mut Markup, desk: Desk<'_>) {
    let (atlas, tab) = (desk.atlas, desk.view.tab);
    let Some(lens) = asked(atlas, desk.view).filter(|_| !Choice::compares(tab)) else { return };
    markup.element("p", &[("class", "not-against"), ("id", "not-against")], |m| {
        m.text(atlas.say(Against::NotHere));
        m.element("span", &[], |m| mixed(m, atlas, &pair(atlas, lens)));
        for (id, name, tab) in [
            ("against-in-claims", Against::InClaims, Tab::Claims),
            ("against-in-matrix", Against::InMatrix, Tab::Matrix),
        ] {
            let href = desk.on(tab, |_| {});
            m.leaf("a", &[("id", id), ("href", &href)], atlas.say(name));
        }
    });
}

/// What each of the two tells; `None` where all speak together.
pub(crate) fn compared(atlas: &Atlas, view: &ViewState) -> Option<Compared> {
    lens(atlas, view).map(|lens| Compared::of(atlas, lens))
}

/// A view's filter; of two documents that it compares, for what either of them tells.
pub(crate) fn kept_by_either(atlas: &Atlas, view: &ViewState) -> Filter {
    match lens(atlas, view) {
        Some(lens) => lens.narrow(atlas, &view.filter),
        None => view.filter.clone(),
    }
}

/// What the page outside has to know of the two documents, between tabs: the two in words; how the claims that it
/// counts are told, as the end of their number; each claim of the atlas as `1` where it is shown, else as `0`. Nothing
/// where all speak together.
pub(super) fn shown(markup: &mut Markup, desk: Desk<'_>) {
    let Some(compared) = desk.compared() else { return };
    let (atlas, lens) = (desk.atlas, compared.lens);
    markup.text(&pair(atlas, lens));
    if let Some(only) = lens.only {
        markup.text(&format!(": {}", name(atlas, lens, only)));
    }
    let of_the_two = || atlas.say(Against::OfTheTwo).to_owned();
    let counted = lens.only.map_or_else(of_the_two, |only| spoken(atlas, lens, only));
    markup.text(&format!("\t{counted}"));
    let kept = compared.kept(atlas, &Filter::default());
    let sign = |(id, _)| if kept.contains(id) { '1' } else { '0' };
    markup.text(&format!("\t{}", atlas.claims().map(sign).collect::<String>()));
}

/// The list of pairs of documents to choose from.
pub(super) fn chooser(markup: &mut Markup, desk: Desk<'_>) {
    let chosen = desk.lens().map(Lens::of_all);
    let pairs = against::pairs(desk.atlas, chosen).into_iter();
    let pairs = pairs.map(|(lens, words)| (lens.text(desk.atlas), words, chosen == Some(lens)));
    let together = desk.atlas.say(MatrixPage::Together).to_owned();
    let none = (String::new(), together, chosen.is_none());
    let name = desk.atlas.say(MatrixPage::Documents);
    field(markup, "choose-lens", name, Choice::Lens, [none].into_iter().chain(pairs));
}

/// The sentence and the key of what is counted, which comes with its forms for numbers: of things that rest on claims.
pub(super) fn key(
    markup: &mut Markup,
    atlas: &Atlas,
    lens: Lens,
    things: impl Word,
    told: [usize; 4],
) {
    let said = sentence_of(atlas, lens, things, told);
    against::key(markup, atlas, lens, &said, told);
}

/// The same of claims, as the filter bar counts them.
pub(super) fn key_of_claims(markup: &mut Markup, atlas: &Atlas, lens: Lens, told: [usize; 4]) {
    let said = sentence(atlas, lens, Count::Claims, told);
    against::key(markup, atlas, lens, &said, told);
}

/// Which of two documents tells what rests on the given claims, where two are compared.
pub(super) fn told(
    markup: &mut Markup,
    atlas: &Atlas,
    compared: Option<&Compared>,
    claims: impl IntoIterator<Item = ClaimId>,
) {
    if let Some(compared) = compared {
        against::told(markup, atlas, compared.lens, compared.relation(claims));
    }
}

/// How many claims of a set each of two documents tells, where two are compared.
pub(super) fn tally(
    markup: &mut Markup,
    atlas: &Atlas,
    compared: Option<&Compared>,
    claims: &ClaimSet,
) {
    if let Some(compared) = compared {
        against::tally(markup, atlas, compared.lens, compared.counts(claims));
    }
}

/// Every claim that one of the two documents tells under a filter.
pub(super) fn all(atlas: &Atlas, filter: &Filter, compared: &Compared) -> ClaimSet {
    compared.lens.narrow(atlas, filter).run(atlas).kept
}

/// The claims that a view shows: what its filter keeps, or of it what the two documents tell that it compares.
pub(crate) fn kept(atlas: &Atlas, filter: &Filter, compared: Option<&Compared>) -> ClaimSet {
    match compared {
        Some(compared) => compared.kept(atlas, filter),
        None => filter.run(atlas).kept,
    }
}
