//! A link from an older release, or to a claim that is no more: what has changed, in words.

use crate::atlas::{Atlas, ClaimId, Texts, Withdrawal};
use crate::markup::said::{Part, english, english_leaf, told};
use crate::markup::{Markup, list, written};
use crate::pages::listed;
use crate::query::Since;
use crate::view::link;
use crate::words::{Count, News};

/// So many claims of a sort are named; the rest are counted, and stand in the ledger's file.
const NAMED: usize = 40;

/// What a reader who comes by a link is told beside the view itself; empty where nothing has changed
/// that the link could know of.
pub fn notice(atlas: &Atlas, texts: &Texts, query: &str) -> String {
    let pairs: Vec<(String, String)> = link::decoded(query).collect();
    // A claim that is no more may be what is selected, collected, or opened on some page.
    let named = |slug: &str| pairs.iter().any(|(_, value)| value.split('~').any(|one| one == slug));
    let all = texts.releases().iter().flat_map(|release| &release.withdrawn);
    let gone: Vec<&Withdrawal<'_>> = all.filter(|gone| named(gone.slug)).collect();
    let own = atlas.version();
    let release = pairs.iter().find(|(key, _)| key == "release").map(|(_, value)| value.as_str());
    let since = release
        .filter(|release| *release != own)
        .and_then(|release| Some((release, Since::of(atlas, texts, release)?)));
    if gone.is_empty() && since.is_none() {
        return String::new();
    }
    written(|m| {
        m.element("div", &[("class", "notice since")], |m| {
            m.element("div", &[], |m| {
                for gone in gone {
                    withdrawn(m, atlas, texts, gone);
                }
                if let Some((release, since)) = since {
                    m.leaf("p", &[], &sentence(atlas, release, &since));
                    of_view(m, atlas, texts, query, &since);
                }
            });
            let dismiss = [("type", "button"), ("data-do", "dismiss")];
            m.leaf("button", &dismiss, atlas.say(News::Dismiss));
        });
    })
}

/// How much has changed: `Since release 0.1.0 three sorts of change, each with its number.`
fn sentence(atlas: &Atlas, release: &str, since: &Since<'_>) -> String {
    if since.is_empty() {
        return atlas.tell(News::NoneChanged, &[release]);
    }
    let number = |count: usize| match count {
        0 => atlas.say(News::None).to_owned(),
        count => atlas.number(count),
    };
    let (added, corrected) = (since.added.len(), since.corrected.len());
    let claims = match added {
        0 => atlas.say(News::NoneAdded).to_owned(),
        added => atlas.count(added, Count::Claims),
    };
    let (corrected, withdrawn) = (number(corrected), number(since.withdrawn.len()));
    atlas.tell(News::Sentence, &[release, &claims, &corrected, &withdrawn])
}

/// The claims of the view itself, by name.
fn of_view(markup: &mut Markup, atlas: &Atlas, texts: &Texts, query: &str, since: &Since<'_>) {
    let (view, _) = link::read(query, atlas);
    let shown = listed::claims(atlas, texts, &view);
    let corrected: Vec<_> = since.corrected.iter().filter(|(id, _)| shown.contains(*id)).collect();
    let added = list::in_order(atlas, &shown.and(&since.added));
    if corrected.is_empty() && added.is_empty() {
        if !since.is_empty() {
            markup.leaf("p", &[], atlas.say(News::NothingHere));
        }
        return;
    }
    markup.element("details", &[], |m| {
        let [adds, corrects] = [added.len(), corrected.len()].map(|count| atlas.number(count));
        let said = atlas.tell(News::OfThese, &[&adds, &corrects]);
        m.leaf("summary", &[], &said);
        let opener = |m: &mut Markup, id: ClaimId| list::opener(m, atlas, texts, id);
        section(m, atlas, News::Corrected, &corrected, |m, (id, what)| {
            opener(m, *id);
            m.text(": ");
            english(m, atlas, what);
        });
        section(m, atlas, News::Added, &added, |m, id| opener(m, *id));
    });
}

fn section<T>(
    markup: &mut Markup,
    atlas: &Atlas,
    heading: News,
    all: &[T],
    write: impl Fn(&mut Markup, &T),
) {
    if all.is_empty() {
        return;
    }
    markup.leaf("h3", &[], atlas.say(heading));
    markup.element("ul", &[], |m| {
        for one in all.iter().take(NAMED) {
            m.element("li", &[], |m| write(m, one));
        }
        if all.len() > NAMED {
            m.element("li", &[], |m| {
                let claims = atlas.count(all.len() - NAMED, Count::Claims);
                m.text(&atlas.tell(News::MoreById, &[&claims]));
                let file = [("href", "data/releases.json")];
                english_leaf(m, atlas, "a", &file, "releases.json");
            });
        }
    });
}

fn withdrawn(markup: &mut Markup, atlas: &Atlas, texts: &Texts, gone: &Withdrawal<'_>) {
    markup.element("p", &[], |m| {
        let parts = [Part::English(gone.slug), Part::English(gone.reason)];
        told(m, atlas, News::Withdrawn, &parts);
        if let Some(instead) = gone.instead {
            m.text(atlas.say(News::Instead));
            list::opener(m, atlas, texts, instead);
        }
    });
}
