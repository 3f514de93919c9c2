//! Signs by category and pair, and by organisation and state.

use super::{Plan, claims_href};
use crate::atlas::{ActorId, CategoryId, Dyad};
use crate::markup::Markup;
use crate::markup::against::sign as sign_of_told;
use crate::pages::{Desk, Spots};
use crate::query::change::{dyad, states};
use crate::query::{Change, FacetValue, Relation, Sign, Subject};
use crate::scene::against::spoken as spoken_of;
use crate::words::{ChangesPage, Overlays};

/// Writes both tables.
pub(super) fn write(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let atlas = desk.atlas;
    let filter = &desk.view.filter;
    let states = atlas.states().iter().copied();
    let states: Vec<ActorId> =
        states.filter(|&state| filter.admits(FacetValue::State(state))).collect();
    let powers = atlas.powers().iter().copied();
    let powers: Vec<ActorId> =
        powers.filter(|&power| filter.admits(FacetValue::Power(power))).collect();
    pairs(markup, desk, plan, &powers, &states);
    organisations(markup, desk, plan, &states);
}

fn pairs(markup: &mut Markup, desk: Desk<'_>, plan: &Plan, powers: &[ActorId], states: &[ActorId]) {
    let atlas = desk.atlas;
    let tied: Vec<(&Change, Dyad)> = plan
        .changes
        .iter()
        .filter_map(|change| Some((change, dyad(atlas, change.subject)?)))
        .collect();
    let mut rows: Vec<CategoryId> = tied.iter().map(|(change, _)| change.category).collect();
    rows.sort();
    rows.dedup();
    if rows.is_empty() {
        return;
    }
    markup.element("table", &[("class", "signs")], |m| {
        m.leaf("caption", &[], atlas.say(ChangesPage::Pairs));
        m.element("thead", &[], |m| {
            m.element("tr", &[], |m| {
                m.leaf("td", &[], "");
                for &power in powers {
                    let actor = atlas.actor(power);
                    let class = format!("power power-{}", actor.slug.to_ascii_lowercase());
                    let span = states.len().to_string();
                    let attributes =
                        [("scope", "colgroup"), ("colspan", &span), ("class", class.as_str())];
                    m.leaf("th", &attributes, actor.name);
                }
            });
            m.element("tr", &[], |m| {
                m.leaf("td", &[], "");
                for &state in powers.iter().flat_map(|_| states) {
                    heading(m, desk, state);
                }
            });
        });
        m.element("tbody", &[("data-rove", "")], |m| {
            let mut spots = Spots::default();
            for &category in &rows {
                m.element("tr", &[], |m| {
                    m.leaf("th", &[("scope", "row")], atlas.category(category).name);
                    for &power in powers {
                        for &state in states {
                            let pair = Dyad { state, power };
                            let own = |(change, own): &&(&Change, Dyad)| {
                                *own == pair && change.category == category
                            };
                            let cell: Vec<&Change> =
                                tied.iter().filter(own).map(|(change, _)| *change).collect();
                            let name =
                                format!("{}, {}", atlas.category(category).name, pair.name(atlas));
                            signs(m, (desk, plan), &cell, &name, &mut spots);
                        }
                    }
                });
            }
        });
    });
}

fn organisations(markup: &mut Markup, desk: Desk<'_>, plan: &Plan, shown: &[ActorId]) {
    let atlas = desk.atlas;
    let members: Vec<(&Change, ActorId, ActorId)> = plan
        .changes
        .iter()
        .filter_map(|change| {
            let Subject::Membership { organisation, .. } = change.subject else { return None };
            let &state = states(atlas, change.subject).first()?;
            Some((change, organisation, state))
        })
        .collect();
    let mut rows: Vec<ActorId> = members.iter().map(|(_, organisation, _)| *organisation).collect();
    rows.sort();
    rows.dedup();
    if rows.is_empty() {
        return;
    }
    markup.element("table", &[("class", "signs few")], |m| {
        m.leaf("caption", &[], atlas.say(ChangesPage::Memberships));
        m.element("thead", &[], |m| {
            m.element("tr", &[], |m| {
                m.leaf("td", &[], "");
                for &state in shown {
                    heading(m, desk, state);
                }
            });
        });
        m.element("tbody", &[("data-rove", "")], |m| {
            let mut spots = Spots::default();
            for &organisation in &rows {
                m.element("tr", &[], |m| {
                    m.leaf("th", &[("scope", "row")], atlas.actor(organisation).name);
                    for &state in shown {
                        let own = |(_, in_what, who): &&(&Change, ActorId, ActorId)| {
                            (*in_what, *who) == (organisation, state)
                        };
                        let cell: Vec<&Change> =
                            members.iter().filter(own).map(|(change, ..)| *change).collect();
                        let parts = [atlas.actor(state).name, atlas.actor(organisation).name];
                        let name = atlas.tell(ChangesPage::MemberIn, &parts);
                        signs(m, (desk, plan), &cell, &name, &mut spots);
                    }
                });
            }
        });
    });
}

fn heading(markup: &mut Markup, desk: Desk<'_>, state: ActorId) {
    let actor = desk.atlas.actor(state);
    markup.element("th", &[("scope", "col"), ("class", "state")], |m| {
        m.leaf("abbr", &[("title", actor.name)], actor.slug);
    });
}

/// One cell: a sign and, where there are several changes of it, their number.
fn signs(
    markup: &mut Markup,
    (desk, plan): (Desk<'_>, &Plan),
    cell: &[&Change],
    name: &str,
    spots: &mut Spots,
) {
    markup.element("td", &[], |m| {
        for sign in Sign::ALL {
            let own: Vec<&Change> = cell.iter().copied().filter(|one| one.sign == sign).collect();
            if own.is_empty() {
                continue;
            }
            let possible = own.iter().all(|change| !change.sure) && sign != Sign::Unknown;
            let disputed = own.iter().any(|change| change.disputed(desk.atlas));
            let class = format!("sign {}{}", sign.slug(), if possible { " possible" } else { "" });
            let told = plan.told.map(|(lens, _)| {
                (lens, Relation::join(own.iter().filter_map(|change| change.told)))
            });
            let count = if own.len() > 1 { own.len().to_string() } else { String::new() };
            let sure = if possible { desk.atlas.say(ChangesPage::AndPossibly) } else { "" };
            let parts = [name, &desk.atlas.number(own.len()), desk.atlas.say(sign), sure];
            let mut spoken = desk.atlas.tell(ChangesPage::Spoken, &parts);
            if disputed {
                spoken += desk.atlas.say(Overlays::AndDisputed);
            }
            if let Some((lens, told)) = told {
                spoken += &spoken_of(desk.atlas, lens, told);
            }
            let href = claims_href(desk, &own);
            let attributes = [
                ("class", class.as_str()),
                ("href", &href),
                ("aria-label", &spoken),
                ("title", &spoken),
                ("data-spot", ""),
                ("tabindex", spots.next()),
            ];
            m.element("a", &attributes, |m| {
                m.text(&format!("{}{count}", sign.mark()));
                told.into_iter().for_each(|(_, told)| sign_of_told(m, told));
                if disputed {
                    m.leaf("span", &[("class", "wedge-mark"), ("aria-hidden", "true")], "");
                }
            });
        }
    });
}
