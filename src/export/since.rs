//! A link from an older release, or to a claim that is no more: what has changed, in words.

use super::shown;
use crate::atlas::{Atlas, ClaimId, Texts, Withdrawal};
use crate::markup::{Markup, list, written};
use crate::query::Since;
use crate::scene::words::{counted, grouped, plural};
use crate::view::link;

/// So many claims of a sort are named; the rest are counted, and stand in the ledger's file.
const NAMED: usize = 40;

/// What a reader who comes by a link is told beside the view itself; empty where nothing has changed
/// that the link could know of.
pub fn notice(atlas: &Atlas, texts: &Texts, query: &str) -> String {
    let pairs = || query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    // A claim that is no more may be what is selected, collected, or opened on some page.
    let named = |slug: &str| pairs().any(|(_, value)| value.split('~').any(|one| one == slug));
    let all = texts.releases().iter().flat_map(|release| &release.withdrawn);
    let gone: Vec<&Withdrawal<'_>> = all.filter(|gone| named(gone.slug)).collect();
    let own = atlas.version();
    let release = pairs().find(|(key, _)| *key == "release").map(|(_, value)| value);
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
                    m.leaf("p", &[], &sentence(release, &since));
                    of_view(m, atlas, texts, query, &since);
                }
            });
            m.leaf("button", &[("type", "button"), ("data-do", "dismiss")], "Dismiss");
        });
    })
}

/// How much has changed: `Since release 0.1.0 three sorts of change, each with its number.`
fn sentence(release: &str, since: &Since<'_>) -> String {
    if since.is_empty() {
        return format!("No claim has changed since release {release}.");
    }
    let number = |count: usize| match count {
        0 => "none".to_owned(),
        count => grouped(count as u64),
    };
    let (added, corrected) = (since.added.len(), since.corrected.len());
    let noun = plural(added, "claim");
    let claims = if added == 0 {
        "no claim".to_owned()
    } else {
        format!("{} {noun}", grouped(added as u64))
    };
    let (corrected, withdrawn) = (number(corrected), number(since.withdrawn.len()));
    format!(
        "Since release {release}: {claims} added, {corrected} corrected, {withdrawn} withdrawn."
    )
}

/// The claims of the view itself, by name.
fn of_view(markup: &mut Markup, atlas: &Atlas, texts: &Texts, query: &str, since: &Since<'_>) {
    let (view, _) = link::read(query, atlas);
    let shown = shown::claims(atlas, texts, &view);
    let corrected: Vec<_> = since.corrected.iter().filter(|(id, _)| shown.contains(*id)).collect();
    let added = list::in_order(atlas, &shown.and(&since.added));
    if corrected.is_empty() && added.is_empty() {
        if !since.is_empty() {
            markup.leaf("p", &[], "Of what this link shows nothing was added or corrected.");
        }
        return;
    }
    markup.element("details", &[], |m| {
        let said = format!(
            "Of these, this link shows {} added and {} corrected",
            grouped(added.len() as u64),
            grouped(corrected.len() as u64)
        );
        m.leaf("summary", &[], &said);
        let opener = |m: &mut Markup, id: ClaimId| list::opener(m, atlas, texts, id);
        section(m, "Corrected", &corrected, |m, (id, what)| {
            opener(m, *id);
            m.text(": ");
            m.text(what);
        });
        section(m, "Added", &added, |m, id| opener(m, *id));
    });
}

fn section<T>(markup: &mut Markup, heading: &str, all: &[T], write: impl Fn(&mut Markup, &T)) {
    if all.is_empty() {
        return;
    }
    markup.leaf("h3", &[], heading);
    markup.element("ul", &[], |m| {
        for one in all.iter().take(NAMED) {
            m.element("li", &[], |m| write(m, one));
        }
        if all.len() > NAMED {
            m.element("li", &[], |m| {
                m.text(&format!("and {} more, by id in ", counted(all.len() - NAMED, "claim")));
                m.leaf("a", &[("href", "data/releases.json")], "releases.json");
            });
        }
    });
}

fn withdrawn(markup: &mut Markup, atlas: &Atlas, texts: &Texts, gone: &Withdrawal<'_>) {
    markup.element("p", &[], |m| {
        m.text(&format!("The claim “{}” was withdrawn: {}.", gone.slug, gone.reason));
        if let Some(instead) = gone.instead {
            m.text(" Instead: ");
            list::opener(m, atlas, texts, instead);
        }
    });
}
