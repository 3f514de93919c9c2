//! Every change with the claims of both dates.

use super::Plan;
use crate::atlas::{Atlas, SourceId};
use crate::markup::against::told as told_by;
use crate::markup::said::mixed;
use crate::markup::{Markup, list};
use crate::pages::Desk;
use crate::query::{AsOf, Change, Sign};
use crate::scene::names::cited;
use crate::scene::words;
use crate::words::{ChangesPage, Said};

/// Writes the list, by sign; what did not change is closed at first.
pub(super) fn write(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    for sign in Sign::ALL {
        let own: Vec<&Change> = plan.changes.iter().filter(|one| one.sign == sign).collect();
        if own.is_empty() {
            continue;
        }
        // By its id it stays open when the page is written again.
        let id = format!("changes-{}", sign.slug());
        let mut attributes = vec![("class", "change-list"), ("id", &*id)];
        let asked = plan.told.is_some_and(|(lens, _)| lens.only.is_some());
        attributes.extend((asked || sign.is_change()).then_some(("open", "")));
        markup.element("details", &attributes, |m| {
            m.element("summary", &[], |m| {
                m.leaf("b", &[("class", &format!("sign {}", sign.slug()))], sign.mark());
                m.text(&format!("{}: {}", words::capitalised(desk.atlas.say(sign)), own.len()));
            });
            m.element("table", &[], |m| {
                m.element("thead", &[], |m| {
                    m.element("tr", &[], |m| {
                        let end = |end: AsOf| desk.atlas.words().date(end.civil());
                        let (then, now) = (end(plan.then), end(plan.now));
                        let say = |word| desk.atlas.say(word);
                        let (tie, claims) = (say(ChangesPage::Tie), say(ChangesPage::ClaimsHead));
                        for head in [tie, &then, &now, claims] {
                            m.leaf("th", &[("scope", "col")], head);
                        }
                        if plan.told.is_some() {
                            m.leaf("th", &[("scope", "col")], say(ChangesPage::Told));
                        }
                    });
                });
                m.element("tbody", &[], |m| {
                    own.iter().for_each(|change| row(m, desk, plan, change))
                });
            });
        });
    }
}

fn row(markup: &mut Markup, desk: Desk<'_>, plan: &Plan, change: &Change) {
    let atlas = desk.atlas;
    markup.element("tr", &[], |m| {
        m.element("th", &[("scope", "row")], |m| {
            m.text(&list::subject(atlas, change.subject));
            if change.disputed(atlas) {
                list::disputed(m, atlas);
            }
            m.leaf("span", &[("class", "quiet")], atlas.category(change.category).name);
        });
        let before = change.before.as_ref();
        let stood = before.map_or_else(|| "—".to_owned(), |own| words::standing(atlas, own));
        let stands = words::standing(atlas, &change.after);
        for state in [stood, stands] {
            m.element("td", &[], |m| mixed(m, atlas, &state));
        }
        m.element("td", &[], |m| {
            let accounts = change.accounts.iter().flat_map(|(_, own)| own.claims());
            let mut ids: Vec<_> = change.claims().chain(accounts).collect();
            ids.sort();
            ids.dedup();
            m.element("ul", &[], |m| {
                for id in ids {
                    m.element("li", &[], |m| list::opener(m, atlas, desk.texts, id));
                }
            });
            if !change.sure && change.sign != Sign::Unknown {
                m.leaf("span", &[("class", "quiet")], atlas.say(Said::Possibly));
            }
        });
        if let Some((lens, told)) = plan.told.map(|(lens, _)| lens).zip(change.told) {
            m.element("td", &[("class", "told")], |m| {
                told_by(m, atlas, lens, told);
                change.accounts.iter().for_each(|(source, own)| account(m, atlas, *source, own));
            });
        }
    });
}

/// What one of two documents makes of it alone.
fn account(markup: &mut Markup, atlas: &Atlas, source: SourceId, own: &Change) {
    let parts = [&*cited(atlas, source), atlas.say(own.sign), &words::standing(atlas, &own.after)];
    let said = atlas.tell(ChangesPage::Account, &parts);
    markup.element("p", &[("class", "quiet")], |m| mixed(m, atlas, &said));
}
