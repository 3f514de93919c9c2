//! Positions: issues and parties, who stands where on whose word, and how two parties compare.

mod issue;
pub(crate) mod words;

use words::{alignment, key, stances, told_by, words};

use super::{Desk, Spots, against, field, sheet};
use crate::atlas::{ActorId, Atlas, ClaimSet, Issue};
use crate::dataset::term::IssueGroup;
use crate::markup::Markup;
use crate::query::Compared;
use crate::query::lens::counts;
use crate::query::position::{Alignment, Position, Stand, positions};
use crate::scene::issues::{Block, Column, Issues, cell, issues, parties};
use crate::view::{Choice, Tab};
use crate::words::{Against, Count, PositionsPage, Study};

/// Rooms below this, in px, have no room for the table: each issue is a block.
const TABLE: f64 = 1000.0;

/// The parties that are compared until the reader chooses others.
const PAIR: [&str; 2] = ["RU", "US"];

/// Writes the page: one issue if the link names one, else all of them.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let compared = desk.compared();
    let kept = told(desk, compared.as_ref());
    let table = issues(desk.atlas, &kept);
    let rows: Vec<&Position> = table.blocks.iter().flat_map(|block| &block.rows).collect();
    let focus = desk.choice(Choice::Focus);
    let named = |row: &&Position| desk.atlas.issue(row.issue).slug == focus;
    match rows.iter().position(named) {
        Some(at) => issue::page(markup, desk, &rows, at),
        None => overview(markup, desk, &table, &rows),
    }
}

/// How many issues there are; of one, its name and how many parties take a stand on it.
pub(super) fn said(desk: Desk<'_>) -> String {
    let atlas = desk.atlas;
    let rows = positions(atlas, &told(desk, desk.compared().as_ref()));
    let focus = desk.choice(Choice::Focus);
    match rows.iter().find(|row| atlas.issue(row.issue).slug == focus) {
        Some(row) => {
            let stances = atlas.count(row.stands.len(), Against::Stances);
            format!("{}: {stances}.", atlas.issue(row.issue).name)
        }
        None => counted(atlas, rows.len()),
    }
}

fn counted(atlas: &Atlas, issues: usize) -> String {
    match issues {
        0 => atlas.say(PositionsPage::None).to_owned(),
        1 => atlas.say(PositionsPage::OneIssue).to_owned(),
        count => atlas.tell(PositionsPage::Lead, &[&count.to_string()]),
    }
}

/// The claims of the view; of stances that two documents are compared by only those that are told as is asked.
pub(crate) fn told(desk: Desk<'_>, compared: Option<&Compared>) -> ClaimSet {
    let atlas = desk.atlas;
    let Some(compared) = compared else { return desk.kept() };
    let mut kept = against::all(atlas, &desk.view.filter, compared);
    if let Some(only) = compared.lens.only {
        let mut own = ClaimSet::none(atlas.claims().len());
        for stand in positions(atlas, &kept).iter().flat_map(|row| &row.stands) {
            if stand.told(compared) == only {
                stand.claims.iter().for_each(|(id, _)| own.insert(*id));
            }
        }
        kept = own;
    }
    kept
}

fn overview(markup: &mut Markup, desk: Desk<'_>, table: &Issues, rows: &[&Position]) {
    let lead = counted(desk.atlas, rows.len());
    let class = if desk.width < TABLE { "positions blocks" } else { "positions" };
    sheet(markup, desk, class, desk.atlas.say(Tab::Positions), &lead, |m| {
        if rows.is_empty() {
            m.element("div", &[("class", "controls")], |m| against::chooser(m, desk));
            by_two(m, desk);
            return;
        }
        let pair = pair(desk);
        chooser(m, desk, rows, pair);
        by_two(m, desk);
        tally(m, desk, rows, pair);
        grid(m, desk, table, pair);
        key(m, desk);
    });
}

/// The two parties whose stands are compared.
pub(crate) fn pair(desk: Desk<'_>) -> Option<[ActorId; 2]> {
    let chosen = desk.view.choices.get(Choice::Compare).into_iter();
    let mut sides: Vec<ActorId> =
        chosen.flat_map(|value| self::sides(desk.atlas, value).0).collect();
    // Beside one alone stands the first of the usual two that it is not.
    for usual in PAIR.into_iter().filter_map(|slug| desk.atlas.actor_named(slug)) {
        if sides.len() < 2 && !sides.contains(&usual) {
            sides.push(usual);
        }
    }
    <[ActorId; 2]>::try_from(sides).ok()
}

/// The two parties that a value names, each once, and what of it is not compared: all of it where it does not name two.
pub(super) fn sides<'a>(atlas: &Atlas, value: &'a str) -> (Vec<ActorId>, Vec<&'a str>) {
    let (mut sides, mut left): (Vec<ActorId>, Vec<&str>) = (Vec::new(), Vec::new());
    for slug in value.split('~') {
        match atlas.actor_named(slug).filter(|own| sides.len() < 2 && !sides.contains(own)) {
            Some(party) => sides.push(party),
            None => left.push(slug),
        }
    }
    if sides.len() < 2 {
        left = vec![value];
    }
    (sides, left)
}

/// Whether the rows can be so chosen: by group, or by how two parties compare.
pub(super) fn has_rows(value: &str) -> bool {
    IssueGroup::ALL.iter().any(|group| group.id() == value)
        || Alignment::ALL.iter().any(|alignment| alignment.id() == value)
}

/// Two lists of parties; each sets the link's pair with the other party as it is.
fn chooser(markup: &mut Markup, desk: Desk<'_>, rows: &[&Position], pair: Option<[ActorId; 2]>) {
    let Some(pair) = pair else { return };
    let slug = |id: ActorId| desk.atlas.actor(id).slug;
    let mut heard = parties(rows.iter().copied());
    for party in pair {
        if heard.iter().all(|&(id, _)| id != party) {
            heard.push((party, 0));
        }
    }
    let [one, other] = pair;
    let sides = [
        ("compare-one", PositionsPage::Compare, one, other),
        ("compare-other", PositionsPage::WithOther, other, one),
    ];
    markup.element("div", &[("class", "controls")], |m| {
        for (id, label, own, beside) in sides {
            let others = heard.iter().filter(|(party, _)| *party != beside);
            let options = others.map(|&(party, issues)| {
                let [first, second] = if own == one { [party, beside] } else { [beside, party] };
                let name = desk.atlas.actor(party).name;
                let issues = desk.atlas.count(issues, Count::Issues);
                let words = desk.atlas.tell(PositionsPage::Choice, &[name, &issues]);
                (format!("{}~{}", slug(first), slug(second)), words, party == own)
            });
            field(m, id, desk.atlas.say(label), Choice::Compare, options);
        }
        against::chooser(m, desk);
    });
}

/// Where two documents are compared: how many stances each of them tells.
fn by_two(markup: &mut Markup, desk: Desk<'_>) {
    let Some(compared) = desk.compared() else { return };
    let all = positions(desk.atlas, &against::all(desk.atlas, &desk.view.filter, &compared));
    let stands = all.iter().flat_map(|row| &row.stands);
    let told = counts(stands.map(|stand| stand.told(&compared)));
    against::key(markup, desk.atlas, compared.lens, Against::Stances, told);
}

/// How often the two agree, and the rows by group: each number keeps only its rows.
fn tally(markup: &mut Markup, desk: Desk<'_>, rows: &[&Position], pair: Option<[ActorId; 2]>) {
    let chosen = desk.choice(Choice::Rows);
    let link = |m: &mut Markup, id: &str, text: &str| {
        let own = chosen == id;
        let href = desk.choosing(Choice::Rows, if own { "" } else { id });
        let name = format!("rows-{id}");
        let mut attributes = vec![("href", href.as_str()), ("id", name.as_str())];
        if own {
            attributes.push(("aria-current", "true"));
        }
        m.leaf("a", &attributes, text);
    };
    markup.element("p", &[("class", "picks")], |m| {
        m.leaf("span", &[], desk.atlas.say(PositionsPage::Show));
        link(m, "", &desk.atlas.tell(PositionsPage::AllOf, &[&rows.len().to_string()]));
        let count_of = |name: &str, count: usize| {
            desk.atlas.tell(PositionsPage::CountOf, &[name, &count.to_string()])
        };
        for &group in IssueGroup::ALL {
            let of = |row: &&&Position| desk.atlas.issue(row.issue).group == group;
            match rows.iter().filter(of).count() {
                0 => {}
                count => link(m, group.id(), &count_of(desk.atlas.say(group), count)),
            }
        }
        if let Some([one, other]) = pair {
            for alignment in Alignment::ALL {
                let of = |row: &&&Position| row.alignment(one, other) == alignment;
                let count = rows.iter().filter(of).count();
                link(m, alignment.id(), &count_of(desk.atlas.say(alignment), count));
            }
        }
    });
}

fn grid(markup: &mut Markup, desk: Desk<'_>, table: &Issues, pair: Option<[ActorId; 2]>) {
    let attributes = [
        ("role", "grid"),
        ("class", "issues"),
        ("aria-labelledby", "page-title"),
        ("data-rove", ""),
    ];
    let mut spots = Spots::default();
    markup.element("table", &attributes, |m| {
        m.element("thead", &[("role", "rowgroup")], |m| head(m, desk, table, pair));
        for (block, rows) in shown(desk, table, pair) {
            m.element("tbody", &[("role", "rowgroup")], |m| {
                self::block(m, desk, table, block, &rows, pair, &mut spots);
            });
        }
    });
}

/// The issues that the reader chose to see, by group.
pub(crate) fn shown<'a>(
    desk: Desk<'_>,
    table: &'a Issues,
    pair: Option<[ActorId; 2]>,
) -> Vec<(&'a Block, Vec<&'a Position>)> {
    let chosen = desk.choice(Choice::Rows);
    let agreed = |row: &Position| pair.map(|[one, other]| row.alignment(one, other));
    let named = Alignment::ALL.into_iter().find(|alignment| alignment.id() == chosen);
    let group = IssueGroup::ALL.iter().find(|group| group.id() == chosen);
    let blocks =
        table.blocks.iter().filter(|block| group.is_none_or(|group| *group == block.group));
    let rows = blocks.map(|block| {
        let keeps = |row: &&Position| named.is_none() || agreed(row) == named;
        (block, block.rows.iter().filter(keeps).collect::<Vec<_>>())
    });
    rows.filter(|(_, rows)| !rows.is_empty()).collect()
}

fn head(markup: &mut Markup, desk: Desk<'_>, table: &Issues, pair: Option<[ActorId; 2]>) {
    markup.element("tr", &[("role", "row")], |m| {
        let column = [("role", "columnheader"), ("scope", "col")];
        m.leaf("th", &column, desk.atlas.say(PositionsPage::Issue));
        if let Some([one, other]) = pair {
            let name = |id| desk.atlas.actor(id).name;
            let title = desk.atlas.tell(Study::And, &[name(one), name(other)]);
            m.element("th", &[column[0], column[1], ("class", "pair")], |m| {
                m.leaf("span", &[], &title);
            });
        }
        for &own in &table.columns {
            let class = match own {
                Column::Party(party) => power_class(desk, party),
                Column::Region => REGION.to_owned(),
                Column::Others => String::new(),
            };
            m.leaf("th", &[column[0], column[1], ("class", &class)], column_name(desk, own));
        }
    });
}

/// The class of the region's column, which is wide: it holds six parties.
const REGION: &str = "region";

pub(crate) fn column_name(desk: Desk<'_>, column: Column) -> &'static str {
    match column {
        Column::Party(party) => desk.atlas.actor(party).name,
        Column::Region => desk.atlas.say(PositionsPage::CentralAsia),
        Column::Others => desk.atlas.say(Study::Others),
    }
}

/// The class that gives a power its hue; empty for anybody else.
fn power_class(desk: Desk<'_>, party: ActorId) -> String {
    let slug = desk.atlas.actor(party).slug.to_ascii_lowercase();
    if desk.atlas.powers().contains(&party) { format!("power power-{slug}") } else { String::new() }
}

fn block(
    markup: &mut Markup,
    desk: Desk<'_>,
    table: &Issues,
    block: &Block,
    rows: &[&Position],
    pair: Option<[ActorId; 2]>,
    spots: &mut Spots,
) {
    let span = (table.columns.len() + 2).to_string();
    markup.element("tr", &[("class", "group"), ("role", "row")], |m| {
        let attributes = [("role", "rowheader"), ("scope", "rowgroup"), ("colspan", &span)];
        m.element("th", &attributes, |m| {
            m.text(group_title(desk.atlas, block.group));
            m.leaf("span", &[("class", "quiet")], &desk.atlas.count(rows.len(), Count::Issues));
        });
    });
    for row in rows {
        let issue = desk.atlas.issue(row.issue);
        let heard = if row.stands.len() > 1 { "" } else { "alone" };
        markup.element("tr", &[("role", "row"), ("class", heard)], |m| {
            m.element("th", &[("role", "rowheader"), ("scope", "row")], |m| {
                let href = desk.choosing(Choice::Focus, issue.slug);
                let id = format!("issue-{}", issue.slug);
                let attributes = [
                    ("href", href.as_str()),
                    ("id", &id),
                    ("data-spot", ""),
                    ("tabindex", spots.next()),
                ];
                m.leaf("a", &attributes, issue.name);
                m.leaf(
                    "p",
                    &[("class", "proposition")],
                    desk.atlas.proposition(desk.texts, row.issue).unwrap_or_default(),
                );
            });
            if let Some([one, other]) = pair {
                let answer = row.alignment(one, other);
                m.element("td", &[("role", "gridcell"), ("class", "pair")], |m| {
                    alignment(m, desk.atlas, answer);
                });
            }
            for &column in &table.columns {
                let stands = cell(desk.atlas, &table.columns, column, row).collect::<Vec<_>>();
                self::stands(m, desk, issue, column, &stands, spots);
            }
        });
    }
}

pub(crate) fn group_title(atlas: &Atlas, group: IssueGroup) -> &'static str {
    atlas.say(match group {
        IssueGroup::Friction => PositionsPage::Friction,
        IssueGroup::Concern => PositionsPage::Concern,
        IssueGroup::Niche => PositionsPage::Niche,
    })
}

/// A cell: each stand opens its claim, or the issue where it has several.
fn stands(
    markup: &mut Markup,
    desk: Desk<'_>,
    issue: &Issue<'_>,
    column: Column,
    stands: &[&Stand],
    spots: &mut Spots,
) {
    let (class, empty) = match column {
        Column::Region => (REGION, "no-claim region"),
        Column::Party(_) | Column::Others => ("", "no-claim"),
    };
    if stands.is_empty() {
        let spoken = desk.atlas.tell(Study::NoClaimOf, &[column_name(desk, column)]);
        let attributes = [
            ("role", "gridcell"),
            ("class", empty),
            ("aria-label", spoken.as_str()),
            ("data-spot", ""),
            ("tabindex", spots.next()),
        ];
        markup.leaf("td", &attributes, "");
        return;
    }
    markup.element("td", &[("role", "gridcell"), ("class", class)], |m| {
        for stand in stands {
            let party = desk.atlas.actor(stand.party);
            let id = format!("{}-{}", issue.slug, party.slug);
            let href = match stand.claims.as_slice() {
                [(only, _)] => format!("?claim={}", desk.atlas.claim(*only).slug()),
                _ => desk.choosing(Choice::Focus, issue.slug),
            };
            let attributes = [
                ("class", "stand"),
                ("href", href.as_str()),
                ("id", &id),
                ("data-spot", ""),
                ("tabindex", spots.next()),
            ];
            m.element("a", &attributes, |m| {
                // The column's head names its one party.
                let class = if matches!(column, Column::Party(_)) { "party own" } else { "party" };
                m.leaf("span", &[("class", class)], party.name);
                stances(m, desk, &stand.values());
                m.element("span", &[("class", "quiet")], |m| words(m, desk, stand));
                told_by(m, desk, stand);
            });
        }
    });
}
