//! Then and now: what became of the coded ties between two dates, as a sentence, signs, a map and a list.

mod grid;
mod list;

use super::drawn::rect;
use super::small_map::{self, Area};
use super::{Desk, against, field, landmarks, presets, sheet};
use crate::atlas::{Atlas, ClaimSet, Code};
use crate::markup::Markup;
use crate::query::change::{changes, dyad, states, told};
use crate::query::lens::counts;
use crate::query::{AsOf, Change, Facet, FacetValue, Lens, Sign};
use crate::scene::axis::Axis;
use crate::scene::{timeline, words};
use crate::view::{Choice, Selection, Tab};
use crate::words::{ChangesPage, Count, Study, TimelinePage};

/// The year from which the page looks unless the link says otherwise: the last before foreign forces came
/// for the war in Afghanistan is the end of 2000.
const THEN: i32 = 2000;

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let (title, lead) = (atlas.say(Tab::Changes), atlas.say(ChangesPage::Lead));
    sheet(markup, desk, "changes", title, lead, |m| {
        let Some(plan) = Plan::of(desk) else {
            m.leaf("p", &[], atlas.say(Study::NoDates));
            return;
        };
        controls(m, desk, &plan);
        let axis = Axis { years: plan.years, width: desk.inside() };
        landmarks::axis(m, desk, &axis, |m, y| {
            let [then, now] = [plan.then, plan.now].map(|at| axis.x(at.last_day()));
            rect(m, "between", then, y - 2.0, (now - then).max(2.0), 4.0);
        });
        if let Some((lens, told)) = plan.told {
            against::key(m, atlas, lens, Count::Ties, told);
        }
        m.leaf("p", &[("class", "says")], &sentence(atlas, &plan));
        m.element("div", &[("class", "side-by-side")], |m| {
            m.element("div", &[("class", "wide"), ("id", "signs")], |m| {
                grid::write(m, desk, &plan)
            });
            m.element("figure", &[], |m| map(m, desk, &plan));
        });
        legend(m, atlas);
        list::write(m, desk, &plan);
    });
}

/// What the page says of the two dates.
pub(super) fn said(desk: Desk<'_>) -> String {
    match Plan::of(desk) {
        Some(plan) => sentence(desk.atlas, &plan),
        None => desk.atlas.say(Study::NoDates).to_owned(),
    }
}

/// What the link asks for, answered.
struct Plan {
    then: AsOf,
    now: AsOf,
    /// Years that can be chosen.
    years: (i32, i32),
    changes: Vec<Change>,
    /// Two documents that are set against each other, and how many changes are told how.
    told: Option<(Lens, [usize; 4])>,
}

impl Plan {
    fn of(desk: Desk<'_>) -> Option<Self> {
        let (atlas, choices) = (desk.atlas, &desk.view.choices);
        let years = timeline::axis(atlas)?;
        // The page has dates of its own.
        let filter = desk.view.filter.at_any_time();
        let compared = desk.compared();
        let kept = match &compared {
            Some(compared) => against::all(atlas, &filter, compared),
            None => filter.run(atlas).kept,
        };
        let date = |choice| choices.get(choice).and_then(AsOf::read);
        let default_then = AsOf::year(THEN.clamp(years.0, years.1));
        let then = date(Choice::Then).unwrap_or(default_then);
        let now = date(Choice::Now).unwrap_or_else(|| reach(atlas, &kept, years));
        let (then, now) = if then.last_day() <= now.last_day() { (then, now) } else { (now, then) };
        let days = (then.last_day(), now.last_day());
        let mut changes = match &compared {
            Some(compared) => told(atlas, &filter, compared, days),
            None => changes(atlas, &kept, days.0, days.1),
        };
        let admits = |state| filter.admits(FacetValue::State(state));
        changes.retain(|change| match dyad(atlas, change.subject) {
            Some(dyad) => filter.admits(FacetValue::Power(dyad.power)) && admits(dyad.state),
            None => {
                let own = states(atlas, change.subject);
                own.into_iter().any(admits) || filter.of(Facet::State).next().is_none()
            }
        });
        let told = compared.map(|compared| {
            let told = counts(changes.iter().filter_map(|change| change.told));
            let only = compared.lens.only;
            changes.retain(|change| only.is_none() || change.told == only);
            (compared.lens, told)
        });
        Some(Self { then, now, years, changes, told })
    }

    fn count(&self, sign: Sign) -> (usize, usize) {
        let own = self.changes.iter().filter(|change| change.sign == sign);
        own.fold((0, 0), |(all, sure), change| (all + 1, sure + usize::from(change.sure)))
    }
}

/// The last date that the document with the most coded ties can speak of: beyond it nearly everything is
/// only last known.
fn reach(atlas: &Atlas, kept: &ClaimSet, years: (i32, i32)) -> AsOf {
    let mut most = (0, AsOf::year(years.1));
    for (id, source) in atlas.sources() {
        let own = kept.and(atlas.index().source(id));
        let coded = own
            .iter()
            .filter(|&id| atlas.claim(id).code.as_ref().is_some_and(Code::is_state))
            .count();
        if let Some(date) = AsOf::read(source.horizon_text).filter(|_| coded > most.0) {
            most = (coded, date);
        }
    }
    most.1
}

fn controls(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    markup.element("div", &[("class", "controls")], |m| {
        let say = |word| desk.atlas.say(word);
        m.element("div", &[("role", "group"), ("aria-label", say(ChangesPage::Dates))], |m| {
            date_field(m, desk, plan, ChangesPage::Then, (Choice::Then, plan.then));
            date_field(m, desk, plan, ChangesPage::Now, (Choice::Now, plan.now));
        });
        let spans = [
            (say(ChangesPage::To2000), "1991", "2000"),
            (say(ChangesPage::To2014), "2000", "2014"),
            (say(ChangesPage::ToNewest), "2014", ""),
        ];
        let spans = spans.map(|(name, then, now)| {
            let href = desk.choosing_all(&[(Choice::Then, then), (Choice::Now, now)]);
            (format!("from-{then}"), name, false, href)
        });
        presets(m, say(ChangesPage::Periods), spans);
        against::chooser(m, desk);
    });
}

fn date_field(
    markup: &mut Markup,
    desk: Desk<'_>,
    plan: &Plan,
    name: ChangesPage,
    (choice, chosen): (Choice, AsOf),
) {
    let (text, own) = (chosen.text(), desk.atlas.words());
    let years = plan.years.0..=plan.years.1;
    let mut dates: Vec<String> = years.map(|year| year.to_string()).collect();
    // A month or a day that a link names stands among the years.
    if !dates.contains(&text) {
        dates.push(text.clone());
        dates.sort();
    }
    let options = dates.iter().map(|date| (date, words::date(own, date), *date == text));
    field(markup, choice.key(), own.say(name), choice, options);
}

/// What happened, in one or two sentences.
fn sentence(atlas: &Atlas, plan: &Plan) -> String {
    let part = |sign: Sign| {
        let (all, sure) = plan.count(sign);
        let possible = all - sure;
        let doubt = match possible {
            0 => String::new(),
            _ if sign == Sign::Unknown => String::new(),
            possible if possible == all => atlas.say(ChangesPage::AllPossibly).to_owned(),
            possible => atlas.tell(ChangesPage::OfThemPossibly, &[&atlas.number(possible)]),
        };
        let parts = [&*atlas.number(all), atlas.say(sign), &doubt];
        (all > 0).then(|| atlas.tell(ChangesPage::SignOf, &parts))
    };
    let parts: Vec<String> = Sign::ALL.into_iter().filter_map(part).collect();
    if parts.is_empty() {
        return atlas.say(ChangesPage::NoTie).to_owned();
    }
    let ties = atlas.count(plan.changes.len(), Count::Ties);
    let [then, now] = [plan.then, plan.now].map(|end| atlas.words().of_date(end.civil()));
    let parts = [&*then, &now, &ties, &parts.join(", ")];
    let mut text = atlas.tell(ChangesPage::Sentence, &parts);
    let changed = |keeps: &dyn Fn(&Change) -> bool| {
        plan.changes.iter().filter(|change| change.sign.is_change() && keeps(change)).count()
    };
    let by_pair = atlas
        .dyads()
        .map(|pair| (changed(&|change| dyad(atlas, change.subject) == Some(pair)), pair));
    // Of equals the first.
    let most = by_pair.fold(None, |most: Option<(usize, _)>, next| match most {
        Some(most) if most.0 >= next.0 => Some(most),
        _ => Some(next),
    });
    if let Some((count, pair)) = most.filter(|(count, _)| *count > 0) {
        let parts = [&*pair.name(atlas), &atlas.number(count)];
        text.push_str(&atlas.tell(ChangesPage::Most, &parts));
    }
    text
}

/// Changes in each state.
fn map(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let atlas = desk.atlas;
    let areas: Vec<Area> = atlas
        .states()
        .iter()
        .map(|&state| {
            let own = |change: &&Change| {
                change.sign.is_change() && states(atlas, change.subject).contains(&state)
            };
            let count = plan.changes.iter().filter(own).count();
            let actor = atlas.actor(state);
            let href = desk.href(|view| {
                view.filter.clear(Facet::State);
                view.filter.choose(FacetValue::State(state));
            });
            Area {
                state,
                shade: Some(shade(count)),
                label: format!("{} {count}", actor.slug),
                name: format!("{}: {}", actor.name, atlas.count(count, Count::Changes)),
                href,
            }
        })
        .collect();
    small_map::write(markup, atlas, atlas.say(ChangesPage::ByState), &areas, &[]);
    markup.element("figcaption", &[], |m| {
        m.text(atlas.say(ChangesPage::Touch));
        for (shade, range) in ranges() {
            let class = format!("swatch-shade shade-{shade}");
            m.leaf("span", &[("class", &class)], &range);
        }
    });
}

/// Where each shade for a number of changes begins.
const SHADES: [usize; 6] = [0, 1, 3, 6, 11, 21];

fn shade(count: usize) -> usize {
    SHADES.iter().skip(1).filter(|&&from| from <= count).count()
}

/// Each shade with its numbers of changes, as the key has them.
fn ranges() -> impl Iterator<Item = (usize, String)> {
    SHADES.iter().enumerate().map(|(shade, from)| {
        let last = SHADES.get(shade + 1).map(|next| next - 1);
        let range = match last {
            None => format!("{from}+"),
            Some(last) if last == *from => from.to_string(),
            Some(last) => format!("{from}–{last}"),
        };
        (shade, range)
    })
}

fn legend(markup: &mut Markup, atlas: &Atlas) {
    let attributes = [("class", "time-key"), ("aria-label", atlas.say(Study::Legend))];
    markup.element("ul", &attributes, |m| {
        for sign in Sign::ALL {
            m.element("li", &[], |m| {
                m.leaf("b", &[("class", &format!("sign {}", sign.slug()))], sign.mark());
                m.text(atlas.say(sign));
            });
        }
        m.element("li", &[], |m| {
            m.leaf("b", &[("class", "sign begun possible")], "+");
            m.text(atlas.say(ChangesPage::PossiblyMeans));
        });
        m.element("li", &[], |m| {
            m.leaf("span", &[("class", "wedge-mark"), ("aria-hidden", "true")], "");
            m.text(atlas.say(TimelinePage::DisputedMark));
        });
    });
}

/// The link to the claims of changes of one cell: the claim where there is one, else the pair's.
fn claims_href(desk: Desk<'_>, changes: &[&Change]) -> String {
    let atlas = desk.atlas;
    let Some(first) = changes.first() else { return desk.href(|_| {}) };
    let of = |change: &Change| change.after.claims.first().map(|(id, _)| *id);
    desk.href(|view| {
        view.selection = match (dyad(atlas, first.subject), of(first)) {
            (Some(pair), _) if changes.len() > 1 => {
                Some(Selection::Dyad(pair, Some(first.category)))
            }
            (_, Some(claim)) => Some(Selection::Claim(claim)),
            _ => None,
        };
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_names_the_numbers_that_each_shade_has() {
        let ranges: Vec<String> = ranges().map(|(_, range)| range).collect();
        assert_eq!(ranges, ["0", "1–2", "3–5", "6–10", "11–20", "21+"]);
        for (at, from) in SHADES.into_iter().enumerate() {
            assert_eq!(shade(from), at);
            assert!(from == 0 || shade(from - 1) + 1 == at);
        }
    }
}
