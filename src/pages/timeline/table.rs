//! The timeline as a table: in a crowd the numbers by year, else one row a mark.

use super::{Part, Plan, date, lane_name, to_part, without};
use crate::markup::against::told as told_by;
use crate::markup::said::mixed;
use crate::markup::{Markup, list};
use crate::pages::Desk;
use crate::scene::against;
use crate::scene::lanes::Lane;
use crate::words::{Against, Said, TimelinePage};

/// Writes the table, closed at first; by its id it stays open when the page is written again.
pub(super) fn write(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    markup.element("details", &[("class", "as-table"), ("id", "told-as-table")], |m| {
        m.leaf("summary", &[], desk.atlas.say(TimelinePage::AsTable));
        m.element("div", &[("class", "wide"), ("id", "as-table")], |m| {
            m.element("table", &[], |m| {
                if plan.chart.crowded { counts(m, desk, plan) } else { claims(m, desk, plan) }
            });
        });
    });
}

/// Lanes in columns, years in rows; a number opens its claims.
fn counts(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    let lanes = &plan.chart.lanes;
    markup.leaf("caption", &[], desk.atlas.say(TimelinePage::Caption));
    markup.element("thead", &[], |m| {
        m.element("tr", &[], |m| {
            m.leaf("th", &[("scope", "col")], desk.atlas.say(TimelinePage::Year));
            for lane in lanes {
                let name = lane_name(desk.atlas, lane.value);
                m.element("th", &[("scope", "col")], |m| mixed(m, desk.atlas, &name));
            }
        });
    });
    markup.element("tbody", &[], |m| {
        for (at, year) in (plan.chart.axis.years.0..=plan.chart.axis.years.1).enumerate() {
            m.element("tr", &[], |m| {
                m.leaf("th", &[("scope", "row")], &year.to_string());
                for lane in lanes {
                    m.element("td", &[], |m| count(m, desk, plan, lane, at, year));
                }
            });
        }
        m.element("tr", &[], |m| {
            let unbegun = lanes.iter().any(|lane| without(desk.atlas, lane).1 > 0);
            let undated = match unbegun {
                true => desk.atlas.say(TimelinePage::UndatedOrUnbegun),
                false => desk.atlas.say(Said::Undated),
            };
            m.leaf("th", &[("scope", "row")], undated);
            for lane in lanes {
                let href = to_part(desk, Some((lane.value, Part::Undated)));
                m.element("td", &[], |m| {
                    m.leaf("a", &[("href", &href)], &desk.atlas.number(lane.undated.len()))
                });
            }
        });
    });
}

fn count(markup: &mut Markup, desk: Desk<'_>, plan: &Plan, lane: &Lane, at: usize, year: i32) {
    let bar = lane.bars.get(at).copied().unwrap_or_default();
    let text = match (bar.certain, bar.possible) {
        (0, 0) => return,
        (certain, 0) => certain.to_string(),
        (certain, possible) => format!("{certain} + {possible}"),
    };
    let href = to_part(desk, Some((lane.value, Part::Year(year))));
    markup.element("a", &[("href", &href)], |m| {
        m.text(&text);
        if bar.disputed > 0 {
            list::disputed(m, desk.atlas);
        }
    });
    if let Some(compared) = &plan.compared {
        let told = bar.told.map(|count| count as usize);
        let parts = against::parts(desk.atlas, compared.lens, told);
        markup.leaf("span", &[("class", "quiet")], parts.trim_start_matches("; "));
    }
}

/// One row a claim of each lane.
fn claims(markup: &mut Markup, desk: Desk<'_>, plan: &Plan) {
    markup.element("thead", &[], |m| {
        m.element("tr", &[], |m| {
            m.leaf("th", &[("scope", "col")], desk.atlas.say(plan.facet));
            for head in [TimelinePage::Date, TimelinePage::Holds, TimelinePage::Claim] {
                m.leaf("th", &[("scope", "col")], desk.atlas.say(head));
            }
            if plan.compared.is_some() {
                m.leaf("th", &[("scope", "col")], desk.atlas.say(Against::Key));
            }
        });
    });
    markup.element("tbody", &[], |m| {
        for lane in &plan.chart.lanes {
            let (certain, possible) = &lane.dated;
            let surely = desk.atlas.say(TimelinePage::ForSure);
            let possibly = desk.atlas.say(Said::Possibly);
            for (set, sure) in [(certain, surely), (possible, possibly)] {
                for id in list::in_order(desk.atlas, set) {
                    m.element("tr", &[], |m| {
                        let name = lane_name(desk.atlas, lane.value);
                        m.element("th", &[("scope", "row")], |m| mixed(m, desk.atlas, &name));
                        m.leaf("td", &[], &date(desk.atlas, id));
                        m.leaf("td", &[], sure);
                        m.element("td", &[], |m| list::opener(m, desk.atlas, desk.texts, id));
                        if let Some(compared) = &plan.compared {
                            let (lens, told) = (compared.lens, compared.relation([id]));
                            m.element("td", &[], |m| told_by(m, desk.atlas, lens, told));
                        }
                    });
                }
            }
        }
    });
}
