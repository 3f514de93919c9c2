//! One document against another, in the pages: what all of them say of it in the same way.

use super::{Desk, field};
use crate::atlas::{Atlas, ClaimSet};
use crate::markup::{Markup, against};
use crate::query::{Compared, Filter, Lens};
use crate::scene::against::sentence;
use crate::view::{Choice, ViewState};
use crate::words::{MatrixPage, Word};

/// The two documents that a view sets against each other.
pub(crate) fn lens(atlas: &Atlas, view: &ViewState) -> Option<Lens> {
    Lens::read(atlas, view.choices.get(Choice::Lens)?)
}

/// What each of the two tells; `None` where all speak together.
pub(crate) fn compared(atlas: &Atlas, view: &ViewState) -> Option<Compared> {
    lens(atlas, view).map(|lens| Compared::of(atlas, lens))
}

/// The list of pairs of documents to choose from.
pub(super) fn chooser(markup: &mut Markup, desk: Desk<'_>) {
    let chosen = desk.lens().map(|lens| [lens.first, lens.second]);
    let pairs = against::pairs(desk.atlas).into_iter().map(|lens| {
        // A link may have the two the other way round, and then the list has, too.
        let turned = Lens { first: lens.second, second: lens.first, ..lens };
        let here = |lens: &Lens| chosen == Some([lens.first, lens.second]);
        let own = Some(turned).filter(here).unwrap_or(lens);
        let words = desk.atlas.tell(MatrixPage::Lens, &own.slugs(desk.atlas));
        (own.text(desk.atlas), words, here(&own))
    });
    let together = desk.atlas.say(MatrixPage::Together).to_owned();
    let none = (String::new(), together, chosen.is_none());
    let name = desk.atlas.say(MatrixPage::Documents);
    field(markup, "choose-lens", name, Choice::Lens, [none].into_iter().chain(pairs));
}

/// The sentence and the key of what is counted, which comes with its forms for numbers.
pub(super) fn key(
    markup: &mut Markup,
    atlas: &Atlas,
    compared: &Compared,
    things: impl Word,
    told: [usize; 4],
) {
    let said = sentence(atlas, compared.lens, things, told);
    against::key(markup, atlas, compared.lens, &said, told);
}

/// Every claim that one of the two documents tells under a filter.
pub(super) fn all(atlas: &Atlas, filter: &Filter, compared: &Compared) -> ClaimSet {
    compared.lens.narrow(filter).run(atlas).kept
}

/// The claims that a view shows: what its filter keeps, or of it what the two documents tell that it compares.
pub(crate) fn kept(atlas: &Atlas, filter: &Filter, compared: Option<&Compared>) -> ClaimSet {
    match compared {
        Some(compared) => compared.kept(atlas, filter),
        None => filter.run(atlas).kept,
    }
}
