//! Issues and parties in a picture: a sign for each stand, the two parties that are compared first.

use super::{Room, fitted, line};
use crate::atlas::{ActorId, Atlas, ClaimSet};
use crate::dataset::term::StanceValue;
use crate::export::Extract;
use crate::markup::against::glyph;
use crate::markup::{Markup, px};
use crate::pages::positions::words::{sign, sign_of, voice};
use crate::pages::positions::{column_name, group_title, pair, shown, told};
use crate::pages::{Desk, Library};
use crate::query::Compared;
use crate::query::position::{Alignment, Position, Stand};
use crate::scene::against;
use crate::scene::issues::{Block, Column, Issues, cell, issues};
use crate::scene::label::{Weight, text_width};
use crate::scene::words;
use crate::view::{Choice, Selection};
use crate::words::{Count, Pictures, PositionsPage, Study};

/// Height of the heads, px.
const HEADS: f64 = 20.0;
/// Least and greatest height of a row, px.
const ROW: (f64, f64) = (17.0, 28.0);
/// Width of the issues' names, px.
const NAMES: f64 = 300.0;
/// Room for the sign of who tells it, px.
const GLYPH: f64 = 14.0;
/// A line of text where one issue is drawn, px.
const LINE: f64 = 17.0;
/// Width of the parties' names there, px.
const PARTIES: f64 = 250.0;

/// The page's table, and the parties that it compares.
struct Table<'a> {
    desk: Desk<'a>,
    issues: Issues,
    pair: Option<[ActorId; 2]>,
    /// Two documents that are set against each other.
    compared: Option<Compared>,
}

impl Table<'_> {
    /// The one issue that the link looks at.
    fn only(&self) -> Option<&Position> {
        let named = match self.desk.view.selection {
            Some(Selection::Issue(id)) => self.desk.atlas.issue(id).slug,
            _ => self.desk.choice(Choice::Focus),
        };
        let mut rows = self.issues.blocks.iter().flat_map(|block| &block.rows);
        rows.find(|row| self.desk.atlas.issue(row.issue).slug == named)
    }
}

fn with<T>(extract: &Extract<'_>, then: impl FnOnce(&Table<'_>) -> T) -> T {
    let library = Library::new(extract.atlas, extract.texts);
    let desk = library.desk(&extract.view, 0.0);
    let compared = desk.compared();
    let issues = issues(extract.atlas, &told(desk, compared.as_ref()));
    then(&Table { desk, issues, pair: pair(desk), compared })
}

pub(super) fn title(extract: &Extract<'_>) -> String {
    with(extract, |table| match table.only() {
        Some(row) => {
            let issue = table.desk.atlas.issue(row.issue).name;
            extract.atlas.tell(Pictures::WhereEach, &[issue])
        }
        None => extract.atlas.say(Pictures::WhoStands).to_owned(),
    })
}

/// The table, or the one issue with its parties.
pub(super) fn body(markup: &mut Markup, extract: &Extract<'_>, room: Room) {
    with(extract, |table| {
        let rows = shown(table.desk, &table.issues, table.pair);
        match table.only() {
            Some(row) => one(markup, table, row, room),
            None if rows.is_empty() => {
                let said = extract.atlas.say(Pictures::NoStand);
                line(markup, "line", (room.x, room.y + 24.0), said);
            }
            None => all(markup, table, &rows, room),
        }
    });
}

/// How many rows of each group have room: each group its share, and the first what is left over.
fn shares(lengths: &[usize], lines: usize) -> Vec<usize> {
    let all: usize = lengths.iter().sum();
    if all <= lines {
        return lengths.to_vec();
    }
    let share = |&length: &usize| (lines * length / all.max(1)).clamp(1, length.max(1));
    let mut shares: Vec<usize> = lengths.iter().map(share).collect();
    let left = lines.saturating_sub(shares.iter().sum());
    if let Some((first, &length)) = shares.first_mut().zip(lengths.first()) {
        *first = (*first + left).min(length);
    }
    shares
}

fn all(markup: &mut Markup, table: &Table<'_>, rows: &[(&Block, Vec<&Position>)], room: Room) {
    let desk = table.desk;
    let columns = &table.issues.columns;
    let width = (room.width - NAMES) / (columns.len() + usize::from(table.pair.is_some())) as f64;
    let x = |at: usize| room.x + NAMES + at as f64 * width;
    let first = usize::from(table.pair.is_some());
    let head = |m: &mut Markup, at: usize, text: &str| {
        let said = fitted(text, 10.0, Weight::Bold, width - 4.0);
        line(m, "group-name", (x(at), room.y + 11.0), &said);
    };
    if let Some([one, other]) = table.pair {
        let name = |id: ActorId| desk.atlas.actor(id).name;
        let long = desk.atlas.tell(Study::And, &[name(one), name(other)]);
        let slug = |id: ActorId| desk.atlas.actor(id).slug;
        let fits = text_width(&long, 10.0, Weight::Bold) <= width - 4.0;
        let short = desk.atlas.tell(Study::And, &[slug(one), slug(other)]);
        head(markup, 0, if fits { &long } else { &short });
    }
    for (at, &column) in (first..).zip(columns) {
        head(markup, at, column_name(desk, column));
    }
    let lines = (((room.height - HEADS) / ROW.0) as usize).saturating_sub(rows.len());
    let shares = shares(&rows.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(), lines);
    let drawn = (shares.iter().sum::<usize>() + rows.len()).max(1);
    let height = ((room.height - HEADS) / drawn as f64).clamp(ROW.0, ROW.1);
    // Text and signs are made for the lowest row.
    let down = (height - ROW.0) / 2.0;
    let mut y = room.y + HEADS;
    for ((block, rows), share) in rows.iter().zip(shares) {
        let counted = match rows.len() {
            len if len > share => {
                let title = group_title(desk.atlas, block.group);
                let parts = [title, &share.to_string(), &len.to_string()];
                desk.atlas.tell(Pictures::SomeIssues, &parts)
            }
            len => {
                let title = group_title(desk.atlas, block.group);
                let issues = desk.atlas.count(len, Count::Issues);
                desk.atlas.tell(Pictures::AllIssues, &[title, &issues])
            }
        };
        let d = format!("M{} {}h{}", px(room.x), px(y + 1.0), px(room.width));
        markup.shape("path", &[("class", "hair"), ("d", &d)]);
        line(markup, "head", (room.x, y + down + 13.0), &counted);
        y += height;
        for row in rows.iter().take(share) {
            let name =
                fitted(desk.atlas.issue(row.issue).name, 11.0, Weight::Regular, NAMES - 10.0);
            let middle = y + down;
            line(markup, "row-name", (room.x, middle + 12.0), &name);
            if let Some([one, other]) = table.pair {
                let answer = row.alignment(one, other);
                compared(markup, desk.atlas, answer, (x(0), middle), width);
            }
            for (at, &column) in (first..).zip(columns) {
                let stands: Vec<&Stand> = cell(desk.atlas, columns, column, row).collect();
                self::stands(markup, table, column, &stands, (x(at), middle), width);
            }
            y += height;
        }
    }
}

fn compared(markup: &mut Markup, atlas: &Atlas, answer: Alignment, (x, y): (f64, f64), width: f64) {
    let said = atlas.say(answer);
    if answer == Alignment::Unknown {
        return line(markup, "small-line", (x, y + 12.0), said);
    }
    box_of(markup, answer.id(), sign_of(answer), (x, y));
    let said = fitted(said, 10.5, Weight::Regular, width - 30.0);
    line(markup, "small-line", (x + 27.0, y + 12.0), &said);
}

/// A sign in its frame.
fn box_of(markup: &mut Markup, class: &str, text: &str, (x, y): (f64, f64)) {
    markup.element("g", &[("class", class)], |m| {
        let (left, top) = (px(x + 0.5), px(y + 1.5));
        let sides = [("width", "22"), ("height", "13")];
        m.shape("rect", &[("class", "sign"), ("x", &left), ("y", &top), sides[0], sides[1]]);
        let middle = px(x + 11.5);
        let base = px(y + 12.0);
        let place = [("x", middle.as_str()), ("y", &base), ("text-anchor", "middle")];
        m.leaf("text", &[("class", "sign-text"), place[0], place[1], place[2]], text);
    });
}

/// A cell: what a column's one party holds in a sign and a word, what several hold in signs; behind them, who of two
/// documents tells it.
fn stands(
    markup: &mut Markup,
    Table { desk, compared, .. }: &Table<'_>,
    column: Column,
    stands: &[&Stand],
    (x, y): (f64, f64),
    width: f64,
) {
    let mut left = x;
    for (at, stand) in stands.iter().enumerate() {
        let name = match column {
            Column::Region => desk.atlas.actor(stand.party).slug,
            Column::Party(_) | Column::Others => "",
        };
        let values = stand.values();
        let named = if name.is_empty() { 0.0 } else { text_width(name, 9.0, Weight::Bold) + 3.0 };
        let told = compared.as_ref().map(|compared| stand.told(compared));
        let wanted = named + values.len() as f64 * 25.0 + told.map_or(0.0, |_| GLYPH);
        let rest = stands.len() - at;
        if left + wanted > x + width - if rest > 1 { 18.0 } else { 0.0 } {
            line(markup, "small-line", (left, y + 12.0), &format!("+{rest}"));
            return;
        }
        if !name.is_empty() {
            line(markup, "tag", (left, y + 12.0), name);
            left += named;
        }
        for &value in &values {
            box_of(markup, value.id(), sign(value), (left, y));
            left += 25.0;
        }
        if let Some(told) = told {
            glyph(markup, told, (left + GLYPH / 2.0 - 1.5, y + 8.0));
            left += GLYPH;
        }
        if let (Column::Party(_), [only]) = (column, values.as_slice()) {
            let said = fitted(desk.atlas.say(*only), 10.5, Weight::Regular, x + width - left - 4.0);
            if said.len() > 4 {
                line(markup, "small-line", (left + 2.0, y + 12.0), &said);
            }
        }
        left += 4.0;
    }
}

/// One issue: its sentence, and each party with its stance, on whose word.
fn one(markup: &mut Markup, table: &Table<'_>, row: &Position, room: Room) {
    let desk = table.desk;
    let proposition = desk.atlas.proposition(desk.texts, row.issue).unwrap_or_default();
    let said = desk.atlas.tell(PositionsPage::Towards, &[proposition]);
    let said = fitted(&said, 12.0, Weight::Regular, room.width);
    line(markup, "line", (room.x, room.y + 12.0), &said);
    // Half a line parts the parties, each of which has a line for its stance and one for a claim at least.
    let lines = ((room.height - 26.0) / LINE - row.stands.len() as f64 / 2.0).max(0.0) as usize;
    let fit = (lines / 2).min(row.stands.len());
    let fit = if fit < row.stands.len() { fit.saturating_sub(1) } else { fit };
    let claims = (lines / fit.max(1)).saturating_sub(1);
    let mut y = room.y + 26.0;
    for stand in row.stands.iter().take(fit) {
        let name = desk.atlas.actor(stand.party).name;
        let said = fitted(name, 11.0, Weight::Bold, PARTIES - 10.0);
        line(markup, "head", (room.x, y + 12.0), &said);
        let mut x = room.x + PARTIES;
        for value in stand.values() {
            box_of(markup, value.id(), sign(value), (x, y));
            let said = desk.atlas.say(value);
            line(markup, "small-line", (x + 27.0, y + 12.0), said);
            x += 27.0 + text_width(said, 10.5, Weight::Regular) + 12.0;
        }
        if let Some(compared) = &table.compared {
            let told = stand.told(compared);
            glyph(markup, told, (x + 5.0, y + 8.0));
            let said = against::name(desk.atlas, compared.lens, told);
            line(markup, "small-line", (x + 14.0, y + 12.0), &said);
        }
        y += LINE;
        for (at, &(id, _)) in stand.claims.iter().take(claims).enumerate() {
            let word = voice(desk, stand.party, desk.atlas.claim(id).voice);
            let more = match stand.claims.len() - at - 1 {
                left if left > 0 && at + 1 == claims => {
                    desk.atlas.tell(Pictures::AndMore, &[&left.to_string()])
                }
                _ => String::new(),
            };
            let said =
                format!("{} ({word}{more})", words::summary(desk.atlas, Some(desk.texts), id));
            let said = fitted(&said, 10.5, Weight::Regular, room.width - PARTIES);
            line(markup, "small-line", (room.x + PARTIES, y + 12.0), &said);
            y += LINE;
        }
        y += LINE / 2.0;
    }
    if fit < row.stands.len() {
        let left = (row.stands.len() - fit).to_string();
        let text = desk.atlas.tell(Pictures::MoreParties, &[&left]);
        line(markup, "small-line", (room.x, y + 12.0), &text);
    }
}

/// The claims that the picture is drawn from.
pub(super) fn claims(extract: &Extract<'_>) -> ClaimSet {
    with(extract, |table| {
        let mut claims = ClaimSet::none(extract.atlas.claims().len());
        let rows = match table.only() {
            Some(row) => vec![row],
            None => {
                let shown = shown(table.desk, &table.issues, table.pair);
                shown.into_iter().flat_map(|(_, rows)| rows).collect()
            }
        };
        rows.iter().flat_map(|row| row.claims()).for_each(|id| claims.insert(id));
        claims
    })
}

/// What the signs mean.
pub(super) fn key(markup: &mut Markup, atlas: &Atlas, at: (f64, f64)) {
    let mut x = at.0;
    for &value in StanceValue::ALL {
        box_of(markup, value.id(), sign(value), (x, at.1 - 12.0));
        let said = atlas.say(value);
        line(markup, "small-line", (x + 27.0, at.1), said);
        x += 27.0 + text_width(said, 10.5, Weight::Regular) + 16.0;
    }
}

/// How many issues and parties, and how often the two agree; or each party's stance on the one issue.
pub(super) fn alt(extract: &Extract<'_>) -> String {
    let atlas = extract.atlas;
    with(extract, |table| {
        let name = |id: ActorId| atlas.actor(id).name;
        if let Some(row) = table.only() {
            let stands = row.stands.iter().map(|stand| {
                let values: Vec<&str> =
                    stand.values().iter().map(|&value| atlas.say(value)).collect();
                let values = values.join(atlas.say(Pictures::AndStand));
                atlas.tell(Pictures::StandAlt, &[name(stand.party), &values])
            });
            return format!("{}.", stands.collect::<Vec<_>>().join("; "));
        }
        let shown = shown(table.desk, &table.issues, table.pair);
        let rows: Vec<&Position> = shown.into_iter().flat_map(|(_, rows)| rows).collect();
        let compared = table.pair.map(|[one, other]| {
            let counts = Alignment::ALL.map(|answer| {
                let of = |row: &&&Position| row.alignment(one, other) == answer;
                let count = rows.iter().filter(of).count().to_string();
                atlas.tell(Pictures::StandAlt, &[atlas.say(answer), &count])
            });
            let parts = [name(one), name(other), &counts.join(", ")];
            atlas.tell(Pictures::ComparedAlt, &parts)
        });
        let issues = atlas.count(rows.len(), Count::Issues);
        atlas.tell(Pictures::PositionsAlt, &[&issues, &compared.unwrap_or_default()])
    })
}
