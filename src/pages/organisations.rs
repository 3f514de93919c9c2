//! Organisations: who is in what and since when, who shares which, what each did or did not do.

mod one;

use super::{Desk, against, sheet};
use crate::atlas::term::MembershipStatus;
use crate::atlas::{ActorId, Atlas};
use crate::markup::against::told as told_by;
use crate::markup::said::mixed;
use crate::markup::{Markup, list};
use crate::query::lens::counts;
use crate::query::{Compared, Filter, Hold, Relation};
use crate::scene::membership::{Membership, Overlap, Place, Row, overlaps, rows, spoken_of};
use crate::scene::words;
use crate::view::{Choice, Tab};
use crate::words::{Against, Count, OrganisationsPage, Study};

/// Rooms below this, in px, have no room for the table: each organisation is a block.
const TABLE: f64 = 1000.0;

/// Writes the page: one organisation if the link names one, else who is in what.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let compared = desk.compared();
    let rows = told(desk, compared.as_ref());
    let spoken = spoken(desk, compared.as_ref());
    let focus = desk.choice(Choice::Focus);
    match spoken.iter().find(|(id, _)| desk.atlas.actor(*id).slug == focus) {
        Some(&(id, _)) => one::page(markup, desk, id, &rows, compared.as_ref()),
        None => all(markup, desk, &rows, &spoken, compared.as_ref()),
    }
}

/// Whether the documents tell of an organisation by that id.
pub(super) fn has(atlas: &Atlas, slug: &str) -> bool {
    let all = Filter::default().run(atlas).kept;
    spoken_of(atlas, &all).iter().any(|(id, _)| atlas.actor(*id).slug == slug)
}

/// Who is in what; of two documents that are compared only what is told as is asked.
fn told(desk: Desk<'_>, compared: Option<&Compared>) -> Vec<Row> {
    let mut rows = every(desk);
    if let Some((compared, only)) = compared.and_then(|own| own.lens.only.map(|only| (own, only))) {
        for row in &mut rows {
            row.places.retain(|place| relation(compared, place) == only);
        }
        rows.retain(|row| !row.places.is_empty());
    }
    rows
}

/// Who is in what by all claims of the view.
fn every(desk: Desk<'_>) -> Vec<Row> {
    let filter = against::kept_by_either(desk.atlas, desk.view);
    rows(desk.atlas, &filter.begun(desk.atlas), filter.last_day())
}

/// Which of two documents tells of an actor's place.
fn relation(compared: &Compared, place: &Place) -> Relation {
    compared.relation(place.claims.iter().copied())
}

fn spoken(desk: Desk<'_>, compared: Option<&Compared>) -> Vec<(ActorId, usize)> {
    spoken_of(desk.atlas, &against::kept(desk.atlas, &desk.view.filter, compared))
}

/// The choice of two documents and, where two are chosen, how many places each of them tells of.
fn by_two(markup: &mut Markup, desk: Desk<'_>, compared: Option<&Compared>) {
    markup.element("div", &[("class", "controls")], |m| against::chooser(m, desk));
    if let Some(compared) = compared {
        let rows = every(desk);
        let places = rows.iter().flat_map(|row| &row.places);
        let told = counts(places.map(|place| relation(compared, place)));
        against::key(markup, desk.atlas, compared.lens, Against::Memberships, told);
    }
}

/// How many organisations the documents tell of; of one, how much.
pub(super) fn said(desk: Desk<'_>) -> String {
    let atlas = desk.atlas;
    let compared = desk.compared();
    let spoken = spoken(desk, compared.as_ref());
    let focus = desk.choice(Choice::Focus);
    if let Some(&(id, claims)) = spoken.iter().find(|(id, _)| atlas.actor(*id).slug == focus) {
        return format!("{}: {}", atlas.actor(id).name, one::lead(atlas, claims));
    }
    match told(desk, compared.as_ref()).len() {
        0 => atlas.say(OrganisationsPage::None).to_owned(),
        told => {
            let told = atlas.count(told, Count::Organisations);
            atlas.tell(OrganisationsPage::Counted, &[&told, &atlas.number(spoken.len())])
        }
    }
}

/// The states and the powers: the columns.
fn columns(desk: Desk<'_>) -> Vec<ActorId> {
    desk.atlas.states().iter().chain(desk.atlas.powers()).copied().collect()
}

fn all(
    markup: &mut Markup,
    desk: Desk<'_>,
    rows: &[Row],
    spoken: &[(ActorId, usize)],
    compared: Option<&Compared>,
) {
    let lead = match rows {
        [] => OrganisationsPage::None,
        _ => OrganisationsPage::Lead,
    };
    let say = |word| desk.atlas.say(word);
    let class = if desk.width < TABLE { "organisations blocks" } else { "organisations" };
    let title = desk.atlas.say(Tab::Organisations);
    sheet(markup, desk, class, title, say(lead), |m| {
        by_two(m, desk, compared);
        if !rows.is_empty() {
            matrix(m, desk, rows, compared);
        }
        // Of a part of the places none could be said to share the same.
        if !rows.is_empty() && compared.is_none_or(|compared| compared.lens.only.is_none()) {
            shared(m, desk, &overlaps(rows, &columns(desk)));
        }
        m.leaf("h3", &[("class", "all")], say(OrganisationsPage::WhatEachDid));
        m.element("ul", &[("class", "bodies")], |m| {
            for &(id, claims) in spoken {
                let actor = desk.atlas.actor(id);
                let href = desk.choosing(Choice::Focus, actor.slug);
                m.element("li", &[], |m| {
                    m.leaf("a", &[("href", &href)], actor.name);
                    m.leaf("span", &[("class", "quiet")], &desk.atlas.count(claims, Count::Claims));
                });
            }
        });
    });
}

fn matrix(markup: &mut Markup, desk: Desk<'_>, rows: &[Row], compared: Option<&Compared>) {
    let columns = columns(desk);
    let grid = [
        ("role", "grid"),
        ("class", "issues bodies-grid"),
        ("aria-labelledby", "page-title"),
        ("data-rove", ""),
    ];
    markup.element("table", &grid, |m| {
        m.element("thead", &[], |m| {
            m.element("tr", &[("role", "row")], |m| {
                let head = [("role", "columnheader"), ("scope", "col")];
                m.leaf("th", &head, desk.atlas.say(OrganisationsPage::Organisation));
                for &id in &columns {
                    let actor = desk.atlas.actor(id);
                    let power = desk.atlas.powers().contains(&id);
                    let hue = format!("power power-{}", actor.slug.to_ascii_lowercase());
                    let class = ("class", if power { hue.as_str() } else { "" });
                    m.leaf("th", &[head[0], head[1], class], actor.name);
                }
                m.leaf("th", &head, desk.atlas.say(Study::Others));
            });
        });
        m.element("tbody", &[], |m| {
            for (at, row) in rows.iter().enumerate() {
                m.element("tr", &[("role", "row")], |m| {
                    line(m, desk, row, (&columns, compared), at == 0);
                });
            }
        });
    });
    markup.element("p", &[("class", "signs")], |m| {
        MembershipStatus::ALL.iter().for_each(|&status| sign(m, desk, status, false));
    });
}

fn line(
    markup: &mut Markup,
    desk: Desk<'_>,
    row: &Row,
    (columns, compared): (&[ActorId], Option<&Compared>),
    first: bool,
) {
    let actor = desk.atlas.actor(row.organisation);
    markup.element("th", &[("role", "rowheader"), ("scope", "row")], |m| {
        let href = desk.choosing(Choice::Focus, actor.slug);
        let id = format!("row-{}", actor.slug);
        let tabindex = if first { "0" } else { "-1" };
        let attributes =
            [("href", href.as_str()), ("id", &id), ("data-spot", ""), ("tabindex", tabindex)];
        m.leaf("a", &attributes, actor.name);
    });
    for &column in columns {
        match row.places.iter().find(|place| place.member == column) {
            Some(place) => {
                markup.element("td", &[("role", "gridcell")], |m| {
                    standing(m, desk, (row, place), compared, false);
                });
            }
            None => {
                let spoken = desk.atlas.tell(Study::NoClaimOf, &[desk.atlas.actor(column).name]);
                let attributes = [
                    ("role", "gridcell"),
                    ("class", "no-claim"),
                    ("aria-label", spoken.as_str()),
                    ("data-spot", ""),
                    ("tabindex", "-1"),
                ];
                markup.leaf("td", &attributes, "");
            }
        }
    }
    markup.element("td", &[("role", "gridcell")], |m| {
        for place in row.places.iter().filter(|own| !columns.contains(&own.member)) {
            standing(m, desk, (row, place), compared, true);
        }
    });
}

/// An actor's place: it opens its claim, or the organisation where it has several.
fn standing(
    markup: &mut Markup,
    desk: Desk<'_>,
    (row, place): (&Row, &Place),
    compared: Option<&Compared>,
    named: bool,
) {
    let (body, actor) = (desk.atlas.actor(row.organisation), desk.atlas.actor(place.member));
    let href = match place.claims.as_slice() {
        [only] => format!("?claim={}", desk.atlas.claim(*only).slug()),
        _ => desk.choosing(Choice::Focus, body.slug),
    };
    let id = format!("{}-{}", body.slug, actor.slug);
    let attributes = [
        ("class", "stand"),
        ("href", href.as_str()),
        ("id", &id),
        ("data-spot", ""),
        ("tabindex", "-1"),
    ];
    let mut said: Vec<String> = Vec::new();
    let since =
        |date| desk.atlas.tell(OrganisationsPage::Since, &[&words::date(desk.atlas.words(), date)]);
    said.extend(place.since.map(since));
    said.extend(Some(place.held.clone()).filter(|held| !held.is_empty()));
    said.extend(
        (place.claims.len() > 1).then(|| desk.atlas.count(place.claims.len(), Count::Claims)),
    );
    markup.element("a", &attributes, |m| {
        m.leaf("span", &[("class", if named { "party" } else { "party own" })], actor.name);
        sign(m, desk, place.status, place.hold == Hold::Ended);
        m.element("span", &[("class", "quiet")], |m| {
            mixed(m, desk.atlas, &said.join(", "));
            if place.disputed {
                list::disputed(m, desk.atlas);
            }
        });
        if let Some(compared) = compared {
            told_by(m, desk.atlas, compared.lens, relation(compared, place));
        }
    });
}

fn sign(markup: &mut Markup, desk: Desk<'_>, status: MembershipStatus, ended: bool) {
    let class = if ended { "membership ended" } else { "membership" };
    markup.element("span", &[("class", class)], |m| {
        m.leaf("span", &[("aria-hidden", "true")], &Membership::of(status).sign().to_string());
        m.text(" ");
        m.text(desk.atlas.say(status));
    });
}

/// Which organisations the very same states and powers share, after Lex, Gehlenborg, Strobelt,
/// Vuillemot and Pfister, "UpSet" (2014): dots for who, one block for each organisation.
fn shared(markup: &mut Markup, desk: Desk<'_>, overlaps: &[Overlap]) {
    let say = |word| desk.atlas.say(word);
    let title = [("class", "all"), ("id", "shared-title")];
    markup.leaf("h3", &title, say(OrganisationsPage::WhoShares));
    markup.leaf("p", &[("class", "quiet")], say(OrganisationsPage::SharesRule));
    let columns = columns(desk);
    markup.element("table", &[("class", "shared"), ("aria-labelledby", "shared-title")], |m| {
        m.element("thead", &[], |m| {
            m.element("tr", &[], |m| {
                for &id in &columns {
                    let actor = desk.atlas.actor(id);
                    m.element("th", &[("scope", "col")], |m| {
                        m.leaf("abbr", &[("title", actor.name)], actor.slug);
                    });
                }
                m.leaf(
                    "th",
                    &[("scope", "col"), ("class", "which")],
                    desk.atlas.say(Tab::Organisations),
                );
            });
        });
        m.element("tbody", &[], |m| {
            for overlap in overlaps {
                m.element("tr", &[], |m| {
                    for id in &columns {
                        let has = overlap.members.contains(id);
                        let (class, spoken) = match has {
                            true => ("dot in", say(OrganisationsPage::In)),
                            false => ("dot", say(OrganisationsPage::NotIn)),
                        };
                        m.element("td", &[], |m| {
                            let dot = [("class", class), ("role", "img"), ("aria-label", spoken)];
                            m.leaf("span", &dot, "");
                        });
                    }
                    m.element("td", &[("class", "which")], |m| {
                        for &id in &overlap.organisations {
                            let actor = desk.atlas.actor(id);
                            let href = desk.choosing(Choice::Focus, actor.slug);
                            m.leaf("a", &[("href", &href), ("class", "unit")], actor.name);
                        }
                    });
                });
            }
        });
    });
}
