//! What the atlas says in words: codes, dates, citations, cells. One place, so that the page, its
//! spoken names and its pictures say the same.

mod cell;

pub use cell::{cell, last_known, point, spoken, spoken_as};

use crate::atlas::term::{NOTES, Qualifier};
use crate::atlas::{
    Atlas, CategoryId, Cite, Claim, ClaimId, Code, Dyad, PackedCode, PlaceId, Precision, Quantity,
    ReferenceId, Texts,
};
use crate::query::{AsOf, Filter, Hold, Sites, Standing};
use crate::words::{Civil, SEASONS, Said, Side, Summary, Told, Words, Written, plural};

/// The date or the period that a filter looks at; `None` for the newest state known.
pub fn time(words: &Words, filter: &Filter) -> Option<String> {
    let said = |date: AsOf| words.date(date.civil());
    match (filter.from, filter.at) {
        (None, at) => at.map(|at| words.tell(Said::AsOfDate, &[&at_date(words, at)])),
        (Some(from), None) => {
            let said = words.of_date(from.civil());
            let said = if is_year(from) { words.tell(Written::OfYear, &[&said]) } else { said };
            Some(words.tell(Said::Since, &[&said]))
        }
        (Some(from), Some(at)) if from == at => Some(words.tell(Said::In, &[&at_date(words, at)])),
        (Some(from), Some(at)) => {
            let years = [from, at].into_iter().all(is_year);
            Some(span(words, (&said(from), &said(at)), years))
        }
    }
}

/// The same with words for the newest state known.
pub fn when(words: &Words, filter: &Filter) -> String {
    time(words, filter).unwrap_or_else(|| words.say(Summary::AsLastKnown).to_owned())
}

/// A date that something stands at, where a bare number would not say that it is a year: «2012 год».
pub fn at_date(words: &Words, date: AsOf) -> String {
    let said = words.date(date.civil());
    if is_year(date) { words.tell(Written::Year, &[&said]) } else { said }
}

/// From one date to another. Where one is more than the number of a year, Russian parts the two further.
fn span(words: &Words, (from, to): (&str, &str), years: bool) -> String {
    words.tell(if years { Said::FromTo } else { Said::FromToLong }, &[from, to])
}

/// Whether a date is a year and no more.
fn is_year(date: AsOf) -> bool {
    matches!(date.civil(), (_, None, _))
}

/// A claim's code in a line, as `air base · open · Russia`.
pub fn code(atlas: &Atlas, code: &PackedCode<'static>) -> String {
    let name = |id| atlas.actor(id).name;
    let mut parts: Vec<String> = Vec::new();
    let mut say = |text: &str| parts.push(text.to_owned());
    match code {
        Code::Partnership(c) => {
            say(atlas.say(c.level));
            c.name.into_iter().for_each(say);
        }
        Code::Membership(c) => {
            say(name(c.organisation));
            say(atlas.say(c.status));
        }
        Code::Visa(c) => {
            say(&atlas.tell(Told::To, &[name(c.traveller), name(c.destination)]));
            say(atlas.say(c.rule));
            if let Some(days) = c.days {
                say(&atlas.count(usize::from(days), Said::Days));
            }
            if let Some(document) = c.document {
                say(atlas.say(document));
            }
            c.holders.into_iter().for_each(say);
        }
        Code::Post(c) => {
            say(atlas.say(c.kind));
            say(&atlas.tell(Told::SenderIn, &[name(c.sender), name(c.host)]));
            say(atlas.place(c.place).name);
        }
        Code::Facility(c) => {
            say(atlas.say(c.kind));
            say(atlas.say(c.status));
            say(name(c.operator));
            if let Some(terms) = c.terms {
                say(atlas.say(terms));
            }
            if let Some(until) = c.until {
                say(&date(atlas.words(), &format!("/{until}")));
            }
        }
        Code::Agreement(c) => {
            say(atlas.say(c.kind));
            say(atlas.say(c.action));
            say(c.name);
        }
        Code::Arms(c) => {
            say(&match c.number {
                Some(number) => format!("{} × {}", atlas.words().figure(number), c.item),
                None => c.item.to_owned(),
            });
            say(atlas.say(c.status));
            c.value.into_iter().for_each(|value| say(&money(atlas, value, c.currency)));
        }
        Code::Aid(c) => {
            say(&atlas.tell(Told::To, &[name(c.donor), name(c.recipient)]));
            c.value.into_iter().for_each(|value| say(&money(atlas, value, c.currency)));
            c.programme.into_iter().for_each(&mut say);
            c.fiscal_year.into_iter().for_each(|year| say(&atlas.tell(Told::FiscalYear, &[year])));
        }
        Code::Exercise(c) => {
            c.series.into_iter().for_each(&mut say);
            c.framework.into_iter().for_each(&mut say);
            c.count
                .into_iter()
                .for_each(|count| say(&atlas.tell(Told::Held, &[&count.to_string()])));
        }
        Code::Visit(c) => {
            say(&atlas.tell(Told::To, &[name(c.visitor), name(c.host)]));
            say(atlas.say(c.level));
            c.person.into_iter().for_each(say);
        }
        Code::Stance(c) => {
            say(name(c.party));
            say(atlas.say(c.value));
        }
        Code::Threat(c) => {
            say(atlas.threat(c.threat));
            c.to.into_iter().for_each(|to| say(&atlas.tell(Told::ToWhom, &[name(to)])));
        }
        Code::Dispute(c) => {
            say(atlas.say(c.kind));
            say(atlas.say(c.status));
        }
    }
    parts.join(" · ")
}

fn money(atlas: &Atlas, value: f64, currency: Option<&str>) -> String {
    let words = atlas.words();
    currency.map_or_else(|| words.figure(value), |currency| words.money(value, currency))
}

/// Whether a figure says its unit itself: what is counted, ranked or multiplied does.
pub fn is_said(unit: &str) -> bool {
    matches!(unit, "count" | "rank" | "factor")
}

/// A quantity in a line, as `personnel: more than 7,500 people`: in the documents' own words, so in English.
pub fn quantity(quantity: &Quantity<'_>) -> String {
    let Quantity { what, value, max, qualifier, unit, per, at } = quantity;
    let figure = |value| Words::default().figure(value);
    let sure = match qualifier {
        Qualifier::Exact => String::new(),
        other => format!("{} ", other.words()),
    };
    let upper = max.map(|max| format!(" and {}", figure(max))).unwrap_or_default();
    let per = per.map(|per| format!(" per {per}")).unwrap_or_default();
    let at = at.map(|at| format!(", {}", date(&Words::default(), at))).unwrap_or_default();
    let unit = if is_said(unit) { String::new() } else { format!(" {unit}") };
    format!("{what}: {sure}{}{upper}{unit}{per}{at}", figure(*value))
}

/// A claim's sentence. Until the texts have come: what it is about, by category and parties.
pub fn summary(atlas: &Atlas, texts: Option<&Texts>, id: ClaimId) -> String {
    if let Some(text) = texts.and_then(|texts| texts.claim(id)) {
        return text.summary.to_owned();
    }
    let claim = atlas.claim(id);
    let parties: Vec<&str> = claim.parties.iter().map(|&(id, _)| atlas.actor(id).name).collect();
    format!("{}: {}", atlas.category(claim.category).name, parties.join(", "))
}

/// `Kyrgyzstan–Russia`, or `Bases, Kyrgyzstan–Russia`.
pub fn name_of_pair(atlas: &Atlas, dyad: Dyad, category: Option<CategoryId>) -> String {
    match category {
        Some(category) => format!("{}, {}", atlas.category(category).name, dyad.name(atlas)),
        None => dyad.name(atlas),
    }
}

/// A cited work in a line; its id until the texts have come.
pub fn work(atlas: &Atlas, texts: Option<&Texts>, id: ReferenceId) -> String {
    let reference = texts.and_then(|texts| texts.reference(id));
    reference.map_or(atlas.reference(id), |reference| reference.text).to_owned()
}

/// A text that begins with a capital letter. Not for the main program, which has no tables of letters.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A date of the dataset, or a span of dates, as a reader says it: `1999~/..` is since about 1999.
pub fn date(words: &Words, text: &str) -> String {
    let one = |text: &str, of: Writes| about(words, text, of);
    match text.split_once('/') {
        None => one(text, Words::date),
        Some(("" | "..", to)) => words.tell(Told::Until, &[&one(to, Words::of_date)]),
        Some((from, "..")) => words.tell(Said::Since, &[&one(from, Words::of_date)]),
        Some((from, "")) => words.tell(Told::From, &[&one(from, Words::of_date)]),
        Some((from, to)) => {
            let years = [from, to].into_iter().all(|end| AsOf::read(end).is_some_and(is_year));
            span(words, (&one(from, Words::date), &one(to, Words::date)), years)
        }
    }
}

/// One date, which may be about a day or a year, or somewhere in a decade: `2009~`, `2009%`, `199X`.
pub fn about(words: &Words, text: &str, of: Writes) -> String {
    let Some(known) = text.strip_suffix(['~', '%']) else { return day(words, text, of) };
    let doubt = if text.ends_with('%') { "?" } else { "" };
    words.tell(Told::About, &[&(day(words, known, of) + doubt)])
}

/// How a date of the calendar is written: [`Words::date`] or [`Words::of_date`].
pub type Writes = fn(&Words, Civil) -> String;

/// A date of the calendar as the dataset has it, `2001-06-15` or `2001-06?`, with a season or as far as it is told; what is
/// no such date stays as it is.
pub fn day(words: &Words, text: &str, of: Writes) -> String {
    let (known, doubt) = text.strip_suffix('?').map_or((text, ""), |known| (known, "?"));
    let said = AsOf::read(known).map(|date| of(words, date.civil()));
    said.or_else(|| loose(words, known, of)).map_or_else(|| text.to_owned(), |said| said + doubt)
}

/// A season, `2001-22`; a month or a year of which no more is told, `2001-06-XX`, `2001-XX`; a decade, a century.
fn loose(words: &Words, text: &str, of: Writes) -> Option<String> {
    if let Some(told) = text.strip_suffix("-XX") {
        let told = told.strip_suffix("-XX").unwrap_or(told);
        return AsOf::read(told).map(|date| of(words, date.civil()));
    }
    if let Some((year, season)) = text.split_once('-') {
        let season = season.parse().ok().filter(|season| SEASONS.contains(season))?;
        return Some(of(words, (AsOf::read(year)?.calendar_year(), Some(season), None)));
    }
    let (told, word) = match text.strip_suffix("XX") {
        Some(century) => (century, Told::Century),
        None => (text.strip_suffix('X')?, Told::Decade),
    };
    Some(words.tell(word, &[told]))
}

/// A claim's date as a reader says it.
pub fn dated(words: &Words, claim: &Claim<'_>) -> String {
    claim.date().map_or_else(|| words.say(Said::Undated).to_owned(), |text| date(words, text))
}

/// How finely a claim's date is given, and how sure it is.
pub fn precision(words: &Words, claim: &Claim<'_>) -> String {
    let Some(when) = claim.when else {
        return words.say(Told::NoDate).to_owned();
    };
    let fineness = match when.precision {
        Precision::Day => Told::ToTheDay,
        Precision::Month => Told::ToTheMonth,
        Precision::Year => Told::ToTheYear,
        Precision::Loose => Told::Roughly,
        Precision::Interval if when.open => Told::SpanOpen,
        Precision::Interval => Told::Span,
    };
    let doubt = if when.doubtful { words.say(Told::Uncertain) } else { "" };
    format!("{}{doubt}", words.say(fineness))
}

/// How a state holds, where that needs saying; empty for what simply holds.
pub fn hold(atlas: &Atlas, claim: &Claim<'_>, hold: Hold) -> String {
    match hold {
        Hold::Current => String::new(),
        Hold::Possible if claim.when.is_none() => atlas.say(Said::PossiblyUndated).to_owned(),
        Hold::Possible => atlas.say(Said::Possibly).to_owned(),
        Hold::Ended => atlas.say(Said::Ended).to_owned(),
        Hold::LastKnown => horizon(atlas, claim)
            .map(|known| atlas.tell(Said::LastKnown, &[&known]))
            .unwrap_or_default(),
    }
}

/// The last date that the documents of a claim can speak of, by the one that reaches farthest; `None` where it has none.
pub fn horizon(atlas: &Atlas, claim: &Claim<'_>) -> Option<String> {
    horizon_text(atlas, claim).map(|text| date(atlas.words(), text))
}

/// The same as the dataset has it.
fn horizon_text(atlas: &Atlas, claim: &Claim<'_>) -> Option<&'static str> {
    let sources = claim.sources.iter().map(|&source| atlas.source(source));
    sources.max_by_key(|source| source.horizon).map(|source| source.horizon_text)
}

/// The year up to which what stands is known, by the document that reaches farthest.
pub fn known_to(atlas: &Atlas, standing: &Standing) -> Option<&'static str> {
    horizon_text(atlas, atlas.claim(standing.farthest(atlas)?))?.get(..4)
}

/// How what stands holds, by the document that reaches farthest of those which say the same.
pub fn held(atlas: &Atlas, standing: &Standing) -> String {
    let Some((first, how)) = standing.first(atlas) else { return String::new() };
    let farthest = standing.farthest(atlas).filter(|_| how == Hold::LastKnown);
    hold(atlas, farthest.map_or(first, |id| atlas.claim(id)), how)
}

/// What is told of sites behind the number of the open ones: how many of these are no more than last known, how many more
/// may be open, how many are closed.
pub fn besides_open(atlas: &Atlas, sites: Sites) -> String {
    let told =
        |count: usize, words| if count > 0 { atlas.count(count, words) } else { String::new() };
    [
        told(sites.last_known, Summary::OnlyLastKnown),
        told(sites.possible, Summary::Possibly),
        told(sites.closed, Summary::Closed),
    ]
    .concat()
}

/// What stands, in a line: its code, how it holds, whether that is disputed.
pub fn standing(atlas: &Atlas, standing: &Standing) -> String {
    let Some((claim, _)) = standing.first(atlas) else { return String::new() };
    let mut state = claim.code.as_ref().map(|own| code(atlas, own)).unwrap_or_default();
    let disputed = if standing.disputed { atlas.say(Said::Disputed) } else { "" };
    for extra in [held(atlas, standing).as_str(), disputed] {
        if !extra.is_empty() {
            state.push_str(" · ");
            state.push_str(extra);
        }
    }
    state
}

/// Where a citation stands, in English as all citations are: `section 2.2, Russia and Central Asia, paragraph 19; notes 39, 40`.
pub fn locator(texts: &Texts, cite: &Cite<'_>) -> String {
    let paragraphs: Vec<_> = cite.paragraphs.iter().filter_map(|&at| texts.paragraph(at)).collect();
    let mut parts: Vec<String> = Vec::new();
    let mut section = "";
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.section != NOTES) {
        let number = format!("paragraph {}", paragraph.number);
        if paragraph.section == section {
            parts.push(number);
            continue;
        }
        section = paragraph.section;
        let numbered = section.chars().next().is_some_and(|c| c.is_ascii_digit());
        let label = if numbered { format!("section {section}, ") } else { String::new() };
        parts.push(format!("{label}{}, {number}", paragraph.heading));
    }
    let noted =
        |notes: &[String]| format!("{} {}", plural(notes.len(), "note|notes"), notes.join(", "));
    let notes: Vec<String> = cite.footnotes.iter().map(u16::to_string).collect();
    let own_notes: Vec<String> = paragraphs
        .iter()
        .filter(|paragraph| paragraph.section == NOTES)
        .map(|paragraph| paragraph.number.to_string())
        .collect();
    if !own_notes.is_empty() {
        parts.push(format!("text of {}", noted(&own_notes)));
    }
    if !notes.is_empty() {
        parts.push(noted(&notes));
    }
    if parts.is_empty() { "lines only".to_owned() } else { parts.join("; ") }
}

/// Where a place lies and how far off it may be, as `42.853° N, 74.847° E (± 1 km)`.
pub fn position(atlas: &Atlas, place: PlaceId) -> String {
    let record = atlas.place(place);
    let point = atlas.say(Written::Decimal);
    let degrees = |e5: i32, positive, negative| {
        let thousandths = (e5.unsigned_abs() + 50) / 100;
        let side = atlas.say(if e5 < 0 { negative } else { positive });
        format!("{}{point}{:03}° {side}", thousandths / 1000, thousandths % 1000)
    };
    let [lat, lon, off] = [
        degrees(record.lat_e5, Side::North, Side::South),
        degrees(record.lon_e5, Side::East, Side::West),
        atlas.words().figure(f64::from(record.precision_hm) / 10.0),
    ];
    atlas.tell(Told::Spot, &[&lat, &lon, &off])
}
