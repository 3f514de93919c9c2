//! A view to and from a query string. A bad link opens the nearest view and says what it dropped.
//!
//! One value a key; lists are joined by `~`; defaults are left out. Tokens hold unreserved
//! characters only, so a link survives being decoded twice. `docs/links.md` documents the format.

mod notice;
mod text;

pub use notice::{NOTICES, Notice};
pub use text::{encode, shown};

use text::{decode, head};

use super::choice::Choice;
use super::state::{Selection, Sheet, Tab, Theme, ViewState};
use crate::atlas::{Atlas, Dyad};
use crate::dataset::version;
use crate::query::{AsOf, Facet, Layers, Measure};
use crate::words::Language;

/// Of a longer link only the pairs that end by here are read, bytes: a view with every value of every facet, a full
/// collection and the longest search or order is shorter.
pub const LONGEST: usize = 8192;

/// Every key but those of choices, in the order that links are written.
pub const KEYS: &[&str] = &[
    "tab", "state", "power", "actor", "category", "kind", "source", "voice", "issue", "only", "at",
    "from", "to", "time", "layers", "measure", "plate", "map", "claim", "place", "entity", "dyad",
    "route", "issue-at", "ref", "theme", "lang", "release",
];

/// The facets in the order that links are written.
const FACETS: [Facet; 9] = [
    Facet::State,
    Facet::Power,
    Facet::Actor,
    Facet::Category,
    Facet::Kind,
    Facet::Source,
    Facet::Voice,
    Facet::Issue,
    Facet::Only,
];

const _: () = {
    let (mut written, mut all, mut at) = (0_u32, 0_u32, 0);
    while at < FACETS.len() {
        written |= 1 << FACETS[at] as u32;
        at += 1;
    }
    at = 0;
    while at < Facet::ALL.len() {
        all |= 1 << Facet::ALL[at] as u32;
        at += 1;
    }
    assert!(written == all, "a link that is written forgets a facet that it can be read with");
};

/// The keys that select something: a link of one such pair changes the selection and nothing else.
const SELECTING: [&str; 7] = ["claim", "place", "entity", "dyad", "route", "issue-at", "ref"];

/// What a link selects, if that is all that it says.
pub fn selecting(query: &str, atlas: &Atlas) -> Option<Selection> {
    let pair = query.strip_prefix('?').unwrap_or(query);
    // A link that a new tab may take names the language too.
    let pair = pair.strip_suffix(&format!("&{}", lang(atlas.language()))).unwrap_or(pair);
    let (key, _) = pair.split_once('=')?;
    let alone = SELECTING.contains(&key) && !pair.contains('&');
    if alone { read(pair, atlas).0.selection } else { None }
}

/// The pair by which a link asks for a language.
pub fn lang(language: Language) -> String {
    format!("lang={}", language.code())
}

/// The language that a link asks for.
pub fn language(query: &str) -> Language {
    let pairs = query.strip_prefix('?').unwrap_or(query).split('&');
    pairs.filter_map(|pair| pair.strip_prefix("lang=")).find_map(Language::read).unwrap_or_default()
}

/// A view's query string in a language.
pub fn speaking(view: &ViewState, atlas: &Atlas, language: Language) -> String {
    let code = if language == Language::default() { "" } else { language.code() };
    with(view, atlas, "lang", code)
}

/// The pairs of a query string, with or without its `?`, as they were before they were encoded.
pub fn decoded(query: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = query.strip_prefix('?').unwrap_or(query).split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(key), decode(value))
    })
}

/// The keys of what a table has in its rows and columns, and those that name lines of it: they go with their table.
const AXES: [&str; 2] = ["rows", "cols"];
const OF_LINES: [&str; 3] = ["sort", "order", "focus"];

/// A view's query string with one key changed as a control of the page says; an empty value takes
/// the key out.
pub fn with(view: &ViewState, atlas: &Atlas, key: &str, value: &str) -> String {
    let query = write(view, atlas);
    let choice = Choice::ALL.iter().find(|choice| choice.key() == key);
    let value = choice.map_or(value.into(), |choice| choice.written(value));
    let turns = AXES.contains(&key);
    let own = |pair: &&str| {
        let goes = |own| own == key || turns && OF_LINES.contains(&own);
        pair.split_once('=').is_some_and(|(own, _)| goes(own))
    };
    let mut pairs: Vec<String> =
        query.split('&').filter(|pair| !pair.is_empty() && !own(pair)).map(str::to_owned).collect();
    if !value.is_empty() {
        pairs.push(format!("{key}={}", encode(&value)));
    }
    pairs.join("&")
}

/// The view with one key changed as a control of the page says; where the value cannot be followed, what is said of it.
pub fn turned(
    view: &ViewState,
    atlas: &Atlas,
    key: &str,
    value: &str,
) -> Result<ViewState, Notice> {
    let (there, notices) = read(&with(view, atlas, key, value), atlas);
    match notices.into_iter().next() {
        None => Ok(there),
        Some(notice) => Err(notice),
    }
}

/// The value of `time` that keeps sure dates only, and its default.
const CERTAIN: &str = "certain";
const POSSIBLE: &str = "possible";

/// Writes a view; defaults are left out, and so is a claim whose name has not come. The query string comes without `?`.
pub fn write(view: &ViewState, atlas: &Atlas) -> String {
    write_after(view, atlas, "")
}

/// The same where a former link may name the claim whose name has not come.
pub fn write_after(view: &ViewState, atlas: &Atlas, former: &str) -> String {
    joined(&pairs(view, atlas, former))
}

/// Writes a view to be sent on: with the page that it opens on, and the release that it was seen in.
pub fn shared(view: &ViewState, atlas: &Atlas) -> String {
    let mut pairs = pairs(view, atlas, "");
    if view.tab == Tab::default() {
        pairs.insert(0, ("tab", view.tab.slug().to_owned()));
    }
    pairs.push(("release", atlas.version().to_owned()));
    joined(&pairs)
}

fn joined(pairs: &[(&str, String)]) -> String {
    pairs.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
}

fn pairs(view: &ViewState, atlas: &Atlas, former: &str) -> Vec<(&'static str, String)> {
    // No `..`: a new field must be written, or left out on purpose.
    let ViewState { tab, filter, layers, measure, sheet, spot, selection, choices, theme } = view;
    let mut pairs: Vec<(&'static str, String)> = Vec::new();
    if *tab != Tab::default() {
        pairs.push(("tab", tab.slug().to_owned()));
    }
    for &facet in &FACETS {
        let slugs: Vec<&str> = filter.of(facet).map(|value| value.slug(atlas)).collect();
        if !slugs.is_empty() {
            pairs.push((facet.key(), slugs.join("~")));
        }
    }
    if let Some(from) = filter.from {
        pairs.push(("from", from.text()));
    }
    if let Some(at) = filter.at {
        pairs.push((if filter.from.is_some() { "to" } else { "at" }, at.text()));
    }
    if filter.certain {
        pairs.push(("time", CERTAIN.to_owned()));
    }
    if *layers != Layers::default() {
        pairs.push(("layers", layers.text(atlas)));
    }
    if let Some(measure) = measure {
        pairs.push(("measure", measure.text(atlas)));
    }
    if *sheet != Sheet::default() {
        pairs.push(("plate", sheet.slug().to_owned()));
    }
    if let Some(spot) = spot {
        pairs.push(("map", spot.to_string()));
    }
    pairs.extend(selection.and_then(|selection| selected(selection, atlas, former)));
    for (choice, value) in choices.iter() {
        pairs.push((choice.key(), encode(value)));
    }
    if *theme != Theme::default() {
        pairs.push(("theme", theme.slug().to_owned()));
    }
    // The page's language is the atlas's: a link made in it keeps it.
    if atlas.language() != Language::default() {
        pairs.push(("lang", atlas.language().code().to_owned()));
    }
    pairs
}

/// The pair of a selection; `None` for a claim whose name has not come and that the former link does not name either.
fn selected(selection: Selection, atlas: &Atlas, former: &str) -> Option<(&'static str, String)> {
    Some(match selection {
        Selection::Claim(id) => {
            let named = |(key, value): (String, String)| {
                (key == "claim" && atlas.claim_named(&value) == Some(id)).then(|| encode(&value))
            };
            let slug = match atlas.claim(id).slug() {
                "" => decoded(former).find_map(named)?,
                slug => slug.to_owned(),
            };
            ("claim", slug)
        }
        Selection::Place(id) => ("place", atlas.place(id).slug.to_owned()),
        Selection::Entity(id) => ("entity", atlas.actor(id).slug.to_owned()),
        Selection::Route(id) => ("route", atlas.route(id).slug.to_owned()),
        Selection::Dyad(dyad, None) => ("dyad", dyad.slug(atlas)),
        Selection::Dyad(dyad, Some(category)) => {
            ("dyad", format!("{}~{}", dyad.slug(atlas), atlas.category(category).slug))
        }
        Selection::Issue(id) => ("issue-at", atlas.issue(id).slug.to_owned()),
        Selection::Reference(id) => ("ref", atlas.reference(id).to_owned()),
    })
}

/// Reads a query string, with or without its `?`. Never fails: what cannot be followed becomes a
/// notice.
pub fn read(query: &str, atlas: &Atlas) -> (ViewState, Vec<Notice>) {
    let mut reader =
        Reader { atlas, view: ViewState::default(), seen: Vec::new(), notices: Vec::new() };
    let query = query.strip_prefix('?').unwrap_or(query);
    let (query, cut) = head(query, LONGEST);
    if cut {
        reader.notices.push(Notice::TooLong);
    }
    decoded(query).for_each(|(key, value)| reader.pair(&key, &value));
    reader.turn_period();
    // What arranges another page says nothing here.
    let tab = reader.view.tab;
    reader.view.choices.keep(&|choice| choice.is_of(tab));
    let more = reader.notices.len().saturating_sub(NOTICES);
    if more > 0 {
        reader.notices.truncate(NOTICES);
        reader.notices.push(Notice::More(more));
    }
    (reader.view, reader.notices)
}

struct Reader<'a> {
    atlas: &'a Atlas,
    view: ViewState,
    seen: Vec<&'static str>,
    notices: Vec<Notice>,
}

impl Reader<'_> {
    fn pair(&mut self, key: &str, value: &str) {
        let choices = Choice::ALL.iter().map(|choice| choice.key());
        let Some(key) = KEYS.iter().copied().chain(choices).find(|known| *known == key) else {
            self.notices.push(Notice::UnknownKey(shown(key)));
            return;
        };
        if self.seen.contains(&key) {
            self.notices.push(Notice::Repeated(key));
            return;
        }
        self.seen.push(key);
        if let Some(facet) = Facet::ALL.iter().copied().find(|facet| facet.key() == key) {
            self.facet(facet, value);
        } else if self.single(key, value).is_none() {
            self.bad(key, value);
        }
    }

    fn facet(&mut self, facet: Facet, list: &str) {
        for slug in list.split('~') {
            match facet.read(self.atlas, slug) {
                Some(value) => self.view.filter.choose(value),
                None => self.bad(facet.key(), slug),
            }
        }
    }

    /// Sets what a key of one value names; `None` where the value is not one of its own.
    fn single(&mut self, key: &'static str, value: &str) -> Option<()> {
        let atlas = self.atlas;
        match key {
            "tab" => self.view.tab = Tab::read(value)?,
            "theme" => self.view.theme = Theme::read(value)?,
            // Heeded when the page is opened: what it does not speak by now it cannot.
            "lang" => (Language::read(value)? == atlas.language()).then_some(())?,
            // A period's end is the date that it is looked from: `at` and `to` are one.
            "at" | "to" if self.view.filter.at.is_some() => {
                self.notices.push(Notice::Repeated(key));
            }
            "at" | "to" => self.view.filter.at = Some(AsOf::read(value)?),
            "from" => self.view.filter.from = Some(AsOf::read(value)?),
            "time" if value == CERTAIN => self.view.filter.certain = true,
            "time" if value == POSSIBLE => self.view.filter.certain = false,
            "plate" => self.view.sheet = Sheet::read(value)?,
            "map" => self.view.spot = Some(value.parse().ok()?),
            "release" => self.release(value)?,
            "layers" => {
                let refuse = |id: &str| {
                    self.notices.push(Notice::BadValue { key, value: shown(id) });
                };
                self.view.layers = Layers::read(atlas, value, refuse);
            }
            "measure" => self.view.measure = Some(Measure::read(atlas, value)?),
            "claim" => self.select(key, Selection::Claim(atlas.claim_named(value)?)),
            "place" => self.select(key, Selection::Place(atlas.place_named(value)?)),
            "entity" => self.select(key, Selection::Entity(atlas.actor_named(value)?)),
            "route" => self.select(key, Selection::Route(atlas.route_named(value)?)),
            "dyad" => self.select(key, dyad(atlas, value)?),
            "issue-at" => self.select(key, Selection::Issue(atlas.issue_named(value)?)),
            "ref" => self.select(key, Selection::Reference(atlas.reference_named(value)?)),
            _ => {
                let choice = Choice::ALL.iter().copied().find(|choice| choice.key() == key)?;
                let set = !value.is_empty() && self.view.choices.set(choice, value);
                set.then_some(())?;
            }
        }
        Some(())
    }

    /// A release is numbers and points; another than the atlas's own is worth a word.
    fn release(&mut self, value: &str) -> Option<()> {
        let sound = version::read(value).is_some();
        if sound && value != self.atlas.version() {
            let own = self.atlas.version();
            self.notices.push(Notice::OtherRelease { link: value.to_owned(), own });
        }
        sound.then_some(())
    }

    /// The first selection stands: a view has room for one.
    fn select(&mut self, key: &'static str, selection: Selection) {
        match self.view.selection {
            None => self.view.selection = Some(selection),
            Some(_) => self.notices.push(Notice::SecondSelection(key)),
        }
    }

    /// The ends of a period that ends before it begins are exchanged.
    fn turn_period(&mut self) {
        let filter = &mut self.view.filter;
        let both = filter.from.zip(filter.at);
        if let Some((from, at)) = both.filter(|(from, at)| from.first_day() > at.last_day()) {
            (filter.from, filter.at) = (Some(at), Some(from));
            self.notices.push(Notice::Exchanged(from.text(), at.text()));
        }
    }

    fn bad(&mut self, key: &'static str, value: &str) {
        self.notices.push(Notice::BadValue { key, value: shown(value) });
    }
}

/// `KZ-RU`, or `KZ-RU~bases`.
fn dyad(atlas: &Atlas, value: &str) -> Option<Selection> {
    match value.split_once('~') {
        None => Some(Selection::Dyad(Dyad::read(atlas, value)?, None)),
        Some((pair, slug)) => {
            Some(Selection::Dyad(Dyad::read(atlas, pair)?, Some(atlas.category_named(slug)?)))
        }
    }
}
