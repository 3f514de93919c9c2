//! One side: a sentence from its claims, a small map, its years, its claims by category.

use std::cmp::Reverse;

use crate::atlas::{Atlas, ClaimId, ClaimSet, Code, day_from_civil};
use crate::markup::{Markup, list, px};
use crate::pages::drawn::{rect, spot};
use crate::pages::small_map::{self, Area, Dot};
use crate::pages::{Desk, Spots, against, landmarks};
use crate::query::profile::{Aspect, Tie};
use crate::query::standing::{Hold, SiteStatus, is_member, membership, site_status};
use crate::query::{Compared, FacetValue, Party, Sites, Subject};
use crate::scene::axis::{self, Axis};
use crate::scene::{timeline, words};
use crate::view::{Action, Choice, Selection, Tab};
use crate::words::{ComparePage, Count, Language, Summary};

/// What the filter keeps of a party's claims: whom they are of is the party's to say.
pub(super) fn kept(desk: Desk<'_>, party: Party, compared: Option<&Compared>) -> ClaimSet {
    let filter = desk.view.filter.of_anyone();
    against::kept(desk.atlas, &filter, compared).and(&party.claims(desk.atlas))
}

/// The link to a party's claims, all or of one category.
fn to_claims(desk: Desk<'_>, party: Party, value: Option<FacetValue>) -> String {
    desk.href(|view| {
        if party.narrow(desk.atlas, &mut view.filter) {
            view.apply(Action::ShowTab(Tab::Claims));
        } else if let Party::Actor(id) = party {
            view.selection = Some(Selection::Entity(id));
        }
        if let Some(value) = value {
            view.filter.clear(value.facet());
            view.filter.choose(value);
        }
    })
}

/// Sentence, map and years.
pub(super) fn head(
    markup: &mut Markup,
    desk: Desk<'_>,
    party: Party,
    ties: &[Tie],
    compared: Option<&Compared>,
) {
    let atlas = desk.atlas;
    let name = party.name(atlas);
    markup.element("article", &[("class", "side"), ("aria-label", &name)], |m| {
        m.leaf("h3", &[], &name);
        let kept = kept(desk, party, compared);
        m.element("p", &[("class", "summary")], |m| summary(m, desk, party, &kept, ties));
        map(m, desk, party, ties);
        strip(m, desk, party, &kept);
    });
}

/// What the claims say of a party in a few sentences, each number the way to its claims.
fn summary(markup: &mut Markup, desk: Desk<'_>, party: Party, kept: &ClaimSet, ties: &[Tie]) {
    let atlas = desk.atlas;
    let all = to_claims(desk, party, None);
    markup.leaf("a", &[("href", &all)], &atlas.count(kept.len(), Count::Claims));
    let of = |id: crate::atlas::CategoryId| kept.len_with(atlas.index().category(id));
    let mut categories: Vec<_> =
        atlas.categories().map(|(id, _)| (of(id), id)).filter(|(count, _)| *count > 0).collect();
    categories.sort_by_key(|(count, id)| (Reverse(*count), *id));
    markup.text(&atlas.tell(ComparePage::InCategories, &[&categories.len().to_string()]));
    let most = categories.iter().take(3);
    for (at, &(count, id)) in most.enumerate() {
        markup.text(if at == 0 { atlas.say(ComparePage::MostOn) } else { ", " });
        markup.text(&format!("{} ", atlas.category(id).name.to_lowercase()));
        let href = to_claims(desk, party, Some(FacetValue::Category(id)));
        markup.leaf("a", &[("href", &href)], &desk.atlas.number(count));
    }
    markup.text(". ");
    for tie in ties.iter().filter(|tie| tie.aspect == Aspect::Partnership) {
        let Some((claim, _)) = tie.standing.first(atlas) else { continue };
        let Some(Code::Partnership(code)) = &claim.code else { continue };
        let with = tie.with.map(|actor| atlas.tell(ComparePage::With, &[atlas.actor(actor).name]));
        let between = || atlas.say(ComparePage::Between).to_owned();
        markup.text(&format!("{}: ", with.unwrap_or_else(between)));
        // The treaty's own name is English.
        let named = code.name.filter(|_| atlas.language() == Language::English);
        let own = named.unwrap_or(atlas.say(code.level));
        let held = words::held(atlas, &tie.standing);
        let held = if held.is_empty() { held } else { format!(", {held}") };
        opened(
            markup,
            desk,
            tie.standing.claims.first().map(|(id, _)| *id),
            &format!("{own}{held}"),
        );
        markup.text(". ");
    }
    let belongs = |tie: &&Tie| {
        membership(atlas, &tie.standing).is_some_and(|(status, hold)| is_member(status, hold))
    };
    let members: Vec<&Tie> = ties.iter().filter(belongs).collect();
    if !members.is_empty() {
        let count = atlas.count(members.len(), Count::Organisations);
        let alike = held_alike(atlas, &members);
        let said = alike.as_deref().filter(|said| !said.is_empty());
        let count = said.map_or_else(|| count.clone(), |said| format!("{count}, {said}"));
        markup.text(&atlas.tell(ComparePage::MemberOf, &[&count]));
        for (at, tie) in members.iter().enumerate() {
            if at > 0 {
                markup.text(", ");
            }
            let name = tie.with.map_or("", |actor| acronym(desk, actor));
            opened(markup, desk, tie.standing.claims.first().map(|(id, _)| *id), name);
            if alike.is_none() {
                let held = words::held(atlas, &tie.standing);
                markup.text(&if held.is_empty() { held } else { format!(" ({held})") });
            }
        }
        markup.text(". ");
    }
    let sites = Sites::of(atlas, ties.iter().map(|tie| &tie.standing), false);
    if !sites.is_empty() {
        let bases = ties.iter().find(|tie| tie.aspect == Aspect::Sites);
        let category =
            bases.and_then(|tie| tie.standing.first(atlas)).map(|(claim, _)| claim.category);
        let href = to_claims(desk, party, category.map(FacetValue::Category));
        let [open, closed] = [sites.open, sites.closed].map(|count| count.to_string());
        let still = held_open(atlas, ties);
        let mut text = atlas.tell(ComparePage::OpenClosed, &[&open, &closed, &still]);
        if sites.possible > 0 {
            text.push_str(&atlas.count(sites.possible, Summary::Possibly));
        }
        markup.text(atlas.say(ComparePage::ForeignSites));
        markup.leaf("a", &[("href", &href)], &text);
        markup.text(".");
    }
}

/// How ties hold, said once for all of them; `None` where they hold in several ways.
fn held_alike(atlas: &Atlas, ties: &[&Tie]) -> Option<String> {
    let mut ways = ties.iter().map(|tie| words::held(atlas, &tie.standing));
    let first = ways.next().unwrap_or_default();
    ways.all(|way| way == first).then_some(first)
}

/// How the open sites among ties hold, behind their number: one way of all, or how many are no more than last known.
fn held_open(atlas: &Atlas, ties: &[Tie]) -> String {
    let open: Vec<&Tie> = ties
        .iter()
        .filter(|tie| site_status(atlas, &tie.standing) == Some(SiteStatus::Open))
        .collect();
    if let Some(said) = held_alike(atlas, &open) {
        return if said.is_empty() { said } else { format!(" ({said})") };
    }
    let last_known =
        |tie: &&&Tie| tie.standing.first(atlas).is_some_and(|(_, hold)| hold == Hold::LastKnown);
    match open.iter().filter(last_known).count() {
        0 => String::new(),
        count if count == open.len() => format!(" ({})", atlas.say(Summary::AsLastKnown)),
        count => format!(" ({})", atlas.tell(ComparePage::AsLastKnown, &[&atlas.number(count)])),
    }
}

/// An organisation's short form in the page's letters; its name where it has none.
fn acronym(desk: Desk<'_>, actor: crate::atlas::ActorId) -> &'static str {
    let acronyms = desk.texts.actor(actor).map(|text| text.acronyms.as_slice()).unwrap_or_default();
    let latin = desk.atlas.language() == Language::English;
    let own = acronyms.iter().copied().find(|short| short.is_ascii() == latin);
    own.unwrap_or(desk.atlas.actor(actor).name)
}

/// A text that opens a claim.
fn opened(markup: &mut Markup, desk: Desk<'_>, claim: Option<ClaimId>, text: &str) {
    match claim {
        Some(id) => {
            let href = format!("?claim={}", desk.atlas.claim(id).slug());
            markup.leaf("a", &[("href", &href)], text);
        }
        None => markup.text(text),
    }
}

/// The states that a party is of, with the sites among its ties.
fn map(markup: &mut Markup, desk: Desk<'_>, party: Party, ties: &[Tie]) {
    let atlas = desk.atlas;
    let pairs = party.pairs(atlas);
    let mut areas: Vec<Area> = Vec::new();
    for &state in atlas.states() {
        if pairs.iter().any(|(dyad, _)| dyad.state == state) {
            let actor = atlas.actor(state);
            let href = desk.href(|view| view.selection = Some(Selection::Entity(state)));
            let label = actor.slug.to_owned();
            areas.push(Area { state, shade: None, label, name: actor.name.to_owned(), href });
        }
    }
    let dots: Vec<Dot> = ties
        .iter()
        .filter_map(|tie| {
            let Subject::Facility { place, operator } = tie.standing.subject else { return None };
            let status = site_status(atlas, &tie.standing)?;
            let slug = atlas.actor(operator).slug.to_ascii_lowercase();
            Some(Dot {
                place,
                class: format!("power-{slug} {}", status.class()),
                name: format!(
                    "{}, {}",
                    atlas.place(place).name,
                    words::standing(atlas, &tie.standing)
                ),
                href: desk.href(|view| view.selection = Some(Selection::Place(place))),
            })
        })
        .collect();
    if !areas.is_empty() {
        let name = atlas.tell(ComparePage::SitesMap, &[&party.name(atlas)]);
        small_map::write(markup, atlas, &name, &areas, &dots);
    }
}

/// Claims by the year in which they begin; a year leads to it on the timeline.
fn strip(markup: &mut Markup, desk: Desk<'_>, party: Party, kept: &ClaimSet) {
    const HEIGHT: f64 = 54.0;
    // The middle of the row of landmarks, below the bars.
    const MARKS: f64 = HEIGHT + 8.0;
    let Some(years) = timeline::axis(desk.atlas) else { return };
    let axis = Axis { years, width: 480.0 };
    let counts = by_year(desk.atlas, kept, years);
    let most = f64::from(counts.iter().copied().max().unwrap_or(1).max(1));
    let view = format!("0 0 {} {}", px(axis.width), px(MARKS + 24.0));
    let name = desk.atlas.tell(ComparePage::ByYear, &[&party.name(desk.atlas)]);
    let attributes = [
        ("class", "years-strip"),
        ("viewBox", view.as_str()),
        ("role", "group"),
        ("aria-label", &name),
        ("data-rove", ""),
    ];
    markup.element("svg", &attributes, |m| {
        let mut spots = Spots::default();
        for (&count, year) in counts.iter().zip(years.0..) {
            let x = axis.x(day_from_civil(year, 1, 1));
            let tall = f64::from(count) / most * (HEIGHT - 2.0);
            let href = desk.on(Tab::Timeline, |view| {
                party.narrow(desk.atlas, &mut view.filter);
                view.choices.set(Choice::Span, &format!("{year}~{year}"));
            });
            let name = format!("{year}: {}", desk.atlas.count(count as usize, Count::Claims));
            spot(m, &[], (&href, &name), &mut spots, |m| {
                for (class, y, height) in [("hit", 0.0, HEIGHT), ("bar", HEIGHT - tall, tall)] {
                    rect(m, class, x + 1.0, y, axis.year_width() - 2.0, height);
                }
            });
        }
        for landmark in &axis::landmarks(desk.atlas, &axis, 0, 0.0) {
            let slug = party.slug(desk.atlas);
            landmarks::mark(m, desk, landmark, &slug, (landmark.x, MARKS), &mut spots, |_| {});
        }
        for tick in axis.ticks(desk.atlas.words()) {
            let (x, y) = (px(tick.x), px(MARKS + 19.0));
            m.leaf("text", &[("x", x.as_str()), ("y", &y)], &tick.label);
        }
    });
}

/// Claims by the earliest year in which they begin; the undated and those before the axis are left out.
fn by_year(atlas: &Atlas, kept: &ClaimSet, years: (i32, i32)) -> Vec<u32> {
    let mut counts = vec![0; (years.1 - years.0 + 1).max(0) as usize];
    for id in kept.iter() {
        let year = atlas.claim(id).when.and_then(|when| axis::dated_year(when.start.0));
        let at = year.and_then(|year| usize::try_from(year - years.0).ok());
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    counts
}

/// Every claim, one closed part a category.
pub(super) fn claims(
    markup: &mut Markup,
    desk: Desk<'_>,
    party: Party,
    compared: Option<&Compared>,
    all: &ClaimSet,
) {
    let atlas = desk.atlas;
    let kept = kept(desk, party, compared);
    let side = party.slug(atlas);
    markup.element("div", &[("class", "by-category")], |m| {
        m.leaf("h4", &[], &party.name(atlas));
        for (id, category) in atlas.categories() {
            let own = kept.and(atlas.index().category(id));
            if own.is_empty() {
                // What the other side alone has keeps its line, so that the same stands at one height.
                if all.len_with(atlas.index().category(id)) > 0 {
                    m.element("p", &[("class", "none")], |m| {
                        m.text(category.name);
                        m.leaf("span", &[("class", "quiet")], "–");
                    });
                }
                continue;
            }
            // By its id it stays open when the page is written again.
            let part = format!("told-{side}-{}", category.slug);
            m.element("details", &[("id", &part)], |m| {
                m.element("summary", &[], |m| {
                    m.text(category.name);
                    m.leaf("span", &[("class", "quiet")], &desk.atlas.number(own.len()));
                    against::tally(m, atlas, compared, &own);
                });
                list::told(m, atlas, desk.texts, &own, compared);
            });
        }
    });
}
