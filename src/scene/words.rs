//! What the atlas says in words: codes, dates, citations, cells. One place, so that the page, its
//! spoken names and its pictures say the same.

mod cell;

pub use cell::{cell, point, spoken, spoken_as};

use crate::atlas::{
    Atlas, CategoryId, Cite, Claim, ClaimId, Code, Dyad, PackedCode, PlaceId, Precision, Quantity,
    ReferenceId, Texts,
};
use crate::query::{AsOf, Filter, Hold, Standing};

/// The date or the period that a filter looks at; `None` for the newest state known.
pub fn time(filter: &Filter) -> Option<String> {
    match (filter.from.map(AsOf::text), filter.at.map(AsOf::text)) {
        (None, None) => None,
        (None, Some(at)) => Some(format!("as of {at}")),
        (Some(from), None) => Some(format!("since {from}")),
        (Some(from), Some(at)) if from == at => Some(format!("in {at}")),
        (Some(from), Some(at)) => Some(format!("{from} to {at}")),
    }
}

/// A claim's code in a line, as `air base · open · Russia`; `None` where it has none.
pub fn code(atlas: &Atlas, code: &PackedCode<'static>) -> String {
    let name = |id| atlas.actor(id).name;
    let mut parts: Vec<String> = Vec::new();
    let mut say = |text: &str| parts.push(text.to_owned());
    match code {
        Code::Partnership(c) => {
            say(c.level.words());
            c.name.into_iter().for_each(say);
        }
        Code::Membership(c) => {
            say(name(c.organisation));
            say(c.status.words());
        }
        Code::Visa(c) => {
            say(&format!("{} to {}", name(c.traveller), name(c.destination)));
            say(c.rule.words());
            if let Some(days) = c.days {
                say(&format!("{days} days"));
            }
            if let Some(document) = c.document {
                say(document.words());
            }
            c.holders.into_iter().for_each(say);
        }
        Code::Post(c) => {
            say(c.kind.words());
            say(&format!("{} in {}", name(c.sender), name(c.host)));
            say(atlas.place(c.place).name);
        }
        Code::Facility(c) => {
            say(c.kind.words());
            say(c.status.words());
            say(name(c.operator));
            if let Some(terms) = c.terms {
                say(terms.words());
            }
            if let Some(until) = c.until {
                say(&format!("until {until}"));
            }
        }
        Code::Agreement(c) => {
            say(c.kind.words());
            say(c.action.words());
            say(c.name);
        }
        Code::Arms(c) => {
            say(&match c.number {
                Some(number) => format!("{} × {}", figure(number), c.item),
                None => c.item.to_owned(),
            });
            say(c.status.words());
            c.value.into_iter().for_each(|value| say(&money(value, c.currency)));
        }
        Code::Aid(c) => {
            say(&format!("{} to {}", name(c.donor), name(c.recipient)));
            c.value.into_iter().for_each(|value| say(&money(value, c.currency)));
            c.programme.into_iter().for_each(&mut say);
            c.fiscal_year.into_iter().for_each(|year| say(&format!("fiscal year {year}")));
        }
        Code::Exercise(c) => {
            c.series.into_iter().for_each(&mut say);
            c.framework.into_iter().for_each(&mut say);
            c.count.into_iter().for_each(|count| say(&format!("{count} held")));
        }
        Code::Visit(c) => {
            say(&format!("{} to {}", name(c.visitor), name(c.host)));
            say(c.level.words());
            c.person.into_iter().for_each(say);
        }
        Code::Stance(c) => {
            say(name(c.party));
            say(c.value.words());
        }
        Code::Threat(c) => {
            say(c.threat);
            c.to.into_iter().for_each(|to| say(&format!("to {}", name(to))));
        }
        Code::Dispute(c) => {
            say(c.kind.words());
            say(c.status.words());
        }
    }
    parts.join(" · ")
}

fn money(value: f64, currency: Option<&str>) -> String {
    format!("{} {}", currency.unwrap_or_default(), figure(value)).trim().to_owned()
}

/// A whole number with thin spaces between thousands, from five digits on.
pub fn grouped(value: u64) -> String {
    let digits = value.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    out
}

/// A figure to two decimals at most, as the documents give them, without those that it does not
/// have.
pub fn figure(value: f64) -> String {
    let hundredths = (value.abs() * 100.0).round() as u64;
    let sign = if value < 0.0 && hundredths > 0 { "-" } else { "" };
    let whole = grouped(hundredths / 100);
    match hundredths % 100 {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        rest => format!("{sign}{whole}.{rest:02}"),
    }
}

/// A quantity in a line, as `personnel: more than 7 500 people`.
pub fn quantity(quantity: &Quantity<'_>) -> String {
    let Quantity { what, value, max, qualifier, unit, per, at } = quantity;
    let sure =
        if qualifier.id() == "exact" { String::new() } else { format!("{} ", qualifier.words()) };
    let upper = max.map(|max| format!(" and {}", figure(max))).unwrap_or_default();
    let per = per.map(|per| format!(" per {per}")).unwrap_or_default();
    let at = at.map(|at| format!(", {at}")).unwrap_or_default();
    format!("{what}: {sure}{}{upper} {unit}{per}{at}", figure(*value))
}

/// A claim's sentence. Until the texts have come: what it is about, by category, parties and date.
pub fn summary(atlas: &Atlas, texts: Option<&Texts>, id: ClaimId) -> String {
    if let Some(text) = texts.and_then(|texts| texts.claim(id)) {
        return text.summary.to_owned();
    }
    let claim = atlas.claim(id);
    let parties: Vec<&str> = claim.parties.iter().map(|&(id, _)| atlas.actor(id).name).collect();
    let date = claim.date.unwrap_or("undated");
    format!("{}: {}, {date}", atlas.category(claim.category).name, parties.join(", "))
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
pub fn date(text: &str) -> String {
    let one = |date: &str| match date.strip_suffix('~') {
        Some(date) => format!("about {date}"),
        None => date.replace('X', "0s"),
    };
    match text.split_once('/') {
        None => one(text),
        Some(("" | "..", to)) => format!("until {}", one(to)),
        Some((from, "..")) => format!("since {}", one(from)),
        Some((from, "")) => format!("from {}", one(from)),
        Some((from, to)) => format!("{} to {}", one(from), one(to)),
    }
}

/// A claim's date as a reader says it.
pub fn dated(claim: &Claim<'_>) -> String {
    claim.date.map_or_else(|| "undated".to_owned(), date)
}

/// How finely a claim's date is given, and how sure it is.
pub fn precision(claim: &Claim<'_>) -> String {
    let Some(when) = claim.when else {
        return "the document gives no date".to_owned();
    };
    let fineness = match when.precision {
        Precision::Day => "to the day",
        Precision::Month => "to the month only",
        Precision::Year => "to the year only",
        Precision::Loose => "roughly",
        Precision::Interval if when.open => "a span that goes on",
        Precision::Interval => "a span",
    };
    let doubt = if when.doubtful { ", uncertain" } else { "" };
    format!("{fineness}{doubt}")
}

/// How a state holds, where that needs saying; empty for what simply holds.
pub fn hold(atlas: &Atlas, claim: &Claim<'_>, hold: Hold) -> String {
    match hold {
        Hold::Current => String::new(),
        Hold::Possible if claim.when.is_none() => "possibly: undated".to_owned(),
        Hold::Possible => "possibly".to_owned(),
        Hold::Ended => "ended".to_owned(),
        Hold::LastKnown => {
            let horizon =
                claim.sources.iter().map(|&source| atlas.source(source)).max_by_key(|s| s.horizon);
            horizon.map(|source| format!("last known {}", source.horizon_text)).unwrap_or_default()
        }
    }
}

/// What stands, in a line: its code, how it holds, whether that is disputed.
pub fn standing(atlas: &Atlas, standing: &Standing) -> String {
    let Some((claim, how)) = standing.first(atlas) else { return String::new() };
    let mut state = claim.code.as_ref().map(|own| code(atlas, own)).unwrap_or_default();
    let disputed = if standing.disputed { "disputed" } else { "" };
    for extra in [hold(atlas, claim, how).as_str(), disputed] {
        if !extra.is_empty() {
            state.push_str(" · ");
            state.push_str(extra);
        }
    }
    state
}

/// Where a citation stands, as `section 2.2, Russia and Central Asia, paragraph 19; notes 39, 40`.
pub fn locator(texts: &Texts, cite: &Cite<'_>) -> String {
    let paragraphs: Vec<_> = cite.paragraphs.iter().filter_map(|&at| texts.paragraph(at)).collect();
    let mut parts: Vec<String> = Vec::new();
    let mut section = "";
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.section != "notes") {
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
    let notes: Vec<String> = cite.footnotes.iter().map(u16::to_string).collect();
    let own_notes: Vec<String> = paragraphs
        .iter()
        .filter(|paragraph| paragraph.section == "notes")
        .map(|paragraph| paragraph.number.to_string())
        .collect();
    if !own_notes.is_empty() {
        parts.push(format!("text of {} {}", plural(own_notes.len(), "note"), own_notes.join(", ")));
    }
    if !notes.is_empty() {
        parts.push(format!("{} {}", plural(notes.len(), "note"), notes.join(", ")));
    }
    if parts.is_empty() { "lines only".to_owned() } else { parts.join("; ") }
}

/// `note` or `notes`; the noun must take an s.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { noun.to_owned() } else { format!("{noun}s") }
}

/// `1 claim`, `2 claims`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {}", plural(count, noun))
}

/// Where a place lies and how far off it may be, as `42.853° N, 74.847° E (± 1 km)`.
pub fn position(atlas: &Atlas, place: PlaceId) -> String {
    let record = atlas.place(place);
    let degrees = |e5: i32, positive, negative| {
        let thousandths = (e5.unsigned_abs() + 50) / 100;
        let side = if e5 < 0 { negative } else { positive };
        format!("{}.{:03}° {side}", thousandths / 1000, thousandths % 1000)
    };
    format!(
        "{}, {} (± {} km)",
        degrees(record.lat_e5, "N", "S"),
        degrees(record.lon_e5, "E", "W"),
        figure(f64::from(record.precision_hm) / 10.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_as_a_reader_says_it() {
        for (text, said) in [
            ("2001-06-15", "2001-06-15"),
            ("199X", "1990s"),
            ("2016?", "2016?"),
            ("1999~", "about 1999"),
            ("1999~/..", "since about 1999"),
            ("2001/", "from 2001"),
            ("/2016?", "until 2016?"),
            ("1998?/2018", "1998? to 2018"),
        ] {
            assert_eq!(date(text), said);
        }
    }

    #[test]
    fn figures_are_grouped_from_five_digits_on() {
        for (value, text) in [
            (7.0, "7"),
            (7500.0, "7500"),
            (16_000_000.0, "16\u{202F}000\u{202F}000"),
            (33.3, "33.3"),
            (12_345.5, "12\u{202F}345.5"),
            (-12_345.0, "-12\u{202F}345"),
        ] {
            assert_eq!(figure(value), text);
        }
    }
}
