//! The coded ties: a row for each tie, a column for each side. A row is marked where the sides differ. Where the documents
//! say nothing about one side the row is not marked: silence is no statement that the two are different.

use crate::atlas::{ActorId, Atlas, Code, Dyad};
use crate::markup::Markup;
use crate::markup::against::told as told_by;
use crate::markup::said::mixed;
use crate::pages::Desk;
use crate::query::profile::{Aspect, Tie};
use crate::query::{Lens, Party};
use crate::scene::against::sentence_of;
use crate::scene::words;
use crate::view::Selection;
use crate::words::{ComparePage, Count, Said};

/// Writes the table; nothing where no tie is coded. Of two documents that are compared it begins with how many ties are
/// told how.
pub(super) fn write(
    markup: &mut Markup,
    desk: Desk<'_>,
    sides: &[(Party, Vec<Tie>)],
    told: Option<(Lens, [usize; 4])>,
) {
    let atlas = desk.atlas;
    let mut rows: Vec<(Aspect, Option<ActorId>)> =
        sides.iter().flat_map(|(_, ties)| ties.iter().map(|tie| (tie.aspect, tie.with))).collect();
    rows.sort();
    rows.dedup();
    let counted = told.filter(|(_, told)| told.iter().any(|count| *count > 0));
    if rows.is_empty() && counted.is_none() {
        return;
    }
    markup.leaf("h3", &[("class", "part")], atlas.say(ComparePage::CodedTies));
    if let Some((lens, told)) = counted {
        let said = sentence_of(atlas, lens, Count::Ties, told);
        markup.element("p", &[("class", "ties-told")], |m| mixed(m, atlas, &said));
    }
    if rows.is_empty() {
        return;
    }
    let lens = told.map(|(lens, _)| lens);
    markup.element("table", &[("class", "codes")], |m| {
        m.element("thead", &[], |m| {
            m.element("tr", &[], |m| {
                m.leaf("td", &[], "");
                for (party, _) in sides {
                    m.leaf("th", &[("scope", "col")], &party.name(atlas));
                }
            });
        });
        m.element("tbody", &[], |m| {
            let mut aspect = None;
            for (own, with) in rows {
                if aspect != Some(own) {
                    aspect = Some(own);
                    let span = (sides.len() + 1).to_string();
                    m.element("tr", &[("class", "aspect")], |m| {
                        m.leaf("th", &[("colspan", &span), ("scope", "rowgroup")], atlas.say(own));
                    });
                }
                row(m, desk, (sides, lens), (own, with));
            }
        });
    });
}

fn row(
    markup: &mut Markup,
    desk: Desk<'_>,
    (sides, lens): (&[(Party, Vec<Tie>)], Option<Lens>),
    (aspect, with): (Aspect, Option<ActorId>),
) {
    let atlas = desk.atlas;
    let mut cells: Vec<(Party, Vec<(String, &Tie)>)> = Vec::new();
    for (party, ties) in sides {
        let own = ties.iter().filter(|tie| (tie.aspect, tie.with) == (aspect, with));
        cells.push((*party, own.map(|tie| (line(atlas, tie), tie)).collect()));
    }
    let gist = |side: &(Party, Vec<(String, &Tie)>)| {
        let mut gist: Vec<_> = side.1.iter().map(|(_, tie)| tie.gist(atlas)).collect();
        gist.sort();
        gist
    };
    let both = cells.iter().all(|(_, lines)| !lines.is_empty());
    let differs = both
        && cells.windows(2).any(|two| match two {
            [one, other] => gist(one) != gist(other),
            _ => false,
        });
    markup.element("tr", &[("class", if differs { "differs" } else { "" })], |m| {
        m.element("th", &[("scope", "row")], |m| {
            let between = || atlas.say(ComparePage::BetweenTheTwo);
            m.text(with.map_or_else(between, |actor| atlas.actor(actor).name));
            if differs {
                let title = atlas.say(ComparePage::Differs);
                m.leaf("span", &[("class", "differs-mark"), ("title", title)], "≠");
            }
        });
        for (party, lines) in &cells {
            m.element("td", &[], |m| {
                if lines.is_empty() {
                    m.leaf("span", &[("class", "quiet")], atlas.say(Said::NoClaim));
                }
                m.element("ul", &[], |m| {
                    for (text, tie) in lines {
                        m.element("li", &[], |m| {
                            open(m, desk, *party, tie, text);
                            if let Some((lens, told)) = lens.zip(tie.told) {
                                m.text(" ");
                                told_by(m, atlas, lens, told);
                            }
                        });
                    }
                });
            });
        }
    });
}

/// What stands, without whom it is between, which the row and the column say.
fn line(atlas: &Atlas, tie: &Tie) -> String {
    let Some((claim, _)) = tie.standing.first(atlas) else { return String::new() };
    let mut parts: Vec<String> = Vec::new();
    match claim.code.as_ref() {
        Some(Code::Partnership(code)) => {
            parts.push(atlas.say(code.level).to_owned());
            parts.extend(code.name.map(str::to_owned));
        }
        Some(Code::Membership(code)) => parts.push(atlas.say(code.status).to_owned()),
        Some(Code::Visa(code)) => {
            parts.push(atlas.say(code.rule).to_owned());
            parts.extend(code.days.map(|days| atlas.count(usize::from(days), Said::Days)));
            parts.extend(code.document.map(|document| atlas.say(document).to_owned()));
            parts.extend(code.holders.map(|holders| atlas.tell(ComparePage::For, &[holders])));
        }
        Some(Code::Facility(code)) => {
            parts.push(atlas.place(code.place).name.to_owned());
            parts.push(atlas.say(code.kind).to_owned());
            parts.push(atlas.say(code.status).to_owned());
        }
        Some(Code::Post(code)) => {
            let sender = atlas.actor(code.sender).name;
            parts.push(atlas.tell(ComparePage::PostOf, &[atlas.say(code.kind), sender]));
            parts.push(atlas.place(code.place).name.to_owned());
        }
        _ => {}
    }
    parts.join(" · ")
}

/// The line as a link: to its claim, or where several stand to the pair's claims of the category.
fn open(markup: &mut Markup, desk: Desk<'_>, party: Party, tie: &Tie, text: &str) {
    let Some(&(first, _)) = tie.standing.claims.first() else { return };
    let category = desk.atlas.claim(first).category;
    let pair = match (party, tie.with) {
        (Party::Dyad(dyad), _) => Some(dyad),
        (Party::Actor(own), Some(with)) => Dyad::between(desk.atlas, own, with),
        _ => None,
    };
    let href = desk.href(|view| {
        let several = tie.standing.claims.len() > 1;
        view.selection = match pair.filter(|_| several) {
            Some(pair) => Some(Selection::Dyad(pair, Some(category))),
            None => Some(Selection::Claim(first)),
        };
    });
    markup.element("a", &[("href", &href)], |m| mixed(m, desk.atlas, text));
    let held = Some(words::held(desk.atlas, &tie.standing));
    let disputed = tie.standing.disputed.then(|| desk.atlas.say(Said::Disputed).to_owned());
    for extra in held.into_iter().chain(disputed).filter(|extra| !extra.is_empty()) {
        markup.leaf("span", &[("class", "quiet")], &format!(" {extra}"));
    }
}
