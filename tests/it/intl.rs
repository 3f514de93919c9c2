//! What the catalogue writes of numbers, dates, forms for numbers and lists, beside what the browser's `Intl` is to be
//! asked for: `tests/golden/intl.json`, which `tests/web/intl.test.mjs` holds against `Intl` itself in each engine.

use std::collections::BTreeSet;

use c5_atlas::export::shown;
use c5_atlas::scene::words::{date, day, position};
use c5_atlas::words::{Said, Words, plural};
use serde_json::{Value, json};

use crate::golden::check_of;
use crate::mini;

/// One line of the file: the constructor, its options, and pairs of what is said and how the catalogue says it.
fn line(
    locale: &str,
    of: &str,
    options: &Value,
    said: impl IntoIterator<Item = (Value, String)>,
) -> String {
    let said: Vec<Value> = said.into_iter().map(|(what, text)| json!([what, text])).collect();
    json!({ "locale": locale, "of": of, "options": options, "said": said }).to_string()
}

/// Counts: all small ones, and those round which forms and groups change.
fn counts() -> impl Iterator<Item = usize> + Clone {
    (0..=130).chain([
        999, 1000, 1001, 1714, 1717, 1722, 9_999, 10_000, 12_345, 999_999, 1_000_000, 16_000_000,
    ])
}

/// Every figure of the published dataset.
fn figures() -> Vec<f64> {
    let (atlas, texts) = mini::published();
    let texts = atlas.claims().filter_map(|(id, _)| texts.claim(id));
    let quantities = texts.flat_map(|text| &text.quantities);
    let mut all: Vec<f64> = quantities
        .flat_map(|own| [Some(own.value), own.max])
        .flatten()
        .chain([-12_345.5, -0.001, 0.5])
        .collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}

/// Every date of the published dataset that is one of the calendar, as far as it goes; `Intl` knows no seasons.
fn dates(atlas: &c5_atlas::atlas::Atlas) -> BTreeSet<&'static str> {
    let parts =
        atlas.claims().filter_map(|(_, claim)| claim.date()).flat_map(|date| date.split('/'));
    let parts = parts.map(|date| date.trim_end_matches(['?', '~']));
    let is_season = |date: &str| matches!(date.get(5..7), Some("21" | "22" | "23" | "24"));
    let all =
        parts.filter(|date| !date.is_empty() && !date.contains(['X', '.']) && !is_season(date));
    all.chain(["2001-01-01", "2001-05-31", "2001-10-09"]).collect()
}

/// How `Intl.DateTimeFormat` is asked for a date that goes so far.
fn options_of(date: &str) -> Value {
    match date.len() {
        4 => json!({ "year": "numeric" }),
        7 => json!({ "year": "numeric", "month": "long" }),
        _ => json!({ "dateStyle": "long" }),
    }
}

fn lines(locale: &str, atlas: &'static c5_atlas::atlas::Atlas) -> Vec<String> {
    let words = atlas.words();
    let line =
        |of: &str, options: Value, said: Vec<(Value, String)>| line(locale, of, &options, said);
    let number = |options, said| line("NumberFormat", options, said);
    let mut lines = vec![
        number(json!({}), counts().map(|count| (json!(count), words.number(count))).collect()),
        number(
            json!({ "maximumFractionDigits": 2, "signDisplay": "negative" }),
            figures().into_iter().map(|figure| (json!(figure), words.figure(figure))).collect(),
        ),
        number(
            json!({ "style": "currency", "currency": "USD", "currencyDisplay": "code", "minimumFractionDigits": 0 }),
            [5.0, 12.5, 500_000.0, 16e6].map(|sum| (json!(sum), words.money(sum, "USD"))).to_vec(),
        ),
    ];
    // Where a place lies: thousandths of a degree, the number in front of the sign.
    let degrees = atlas.places().map(|(id, place)| {
        let said = position(atlas, id);
        let number = said.split('°').next().unwrap_or_default().to_owned();
        (json!(f64::from(place.lat_e5.abs()) / 1e5), number)
    });
    let thousandths = json!({ "minimumFractionDigits": 3, "maximumFractionDigits": 3 });
    lines.push(number(thousandths, degrees.collect()));
    let unit = |unit: &str, display: &str| json!({ "style": "unit", "unit": unit, "unitDisplay": display });
    let days = [1, 2, 5, 14, 21, 30, 90, 180];
    lines.push(number(
        unit("day", "long"),
        days.map(|own| (json!(own), words.count(own, Said::Days))).to_vec(),
    ));
    let brief = |own: usize| (json!(own), words.tell(Said::FreeDaysShort, &[&words.number(own)]));
    lines.push(number(unit("day", "narrow"), days.map(brief).to_vec()));
    let km = |own: usize| (json!(own), words.tell(Said::Km, &[&words.number(own)]));
    lines.push(number(unit("kilometer", "short"), [1, 50, 500, 2_000, 8_500].map(km).to_vec()));

    for length in [4, 7, 10] {
        let own = dates(atlas).into_iter().filter(|date| date.len() == length);
        let said: Vec<_> = own.map(|own| (json!(own), day(words, own, Words::date))).collect();
        let options = said.first().and_then(|(date, _)| date.as_str()).map(options_of);
        lines.push(line("DateTimeFormat", options.unwrap_or_default(), said));
    }
    let months = (1..=12)
        .map(|month| (json!(format!("2001-{month:02}")), words.short_month(month).to_owned()));
    lines.push(line("DateTimeFormat", json!({ "month": "short" }), months.collect()));
    // In the genitive a month stands as it does behind a day.
    let genitive = (1..=12).map(|month| {
        let month = format!("2001-{month:02}");
        let said = words.tell(Said::Since, &[&day(words, &month, Words::of_date)]);
        assert_eq!(date(words, &format!("{month}/..")), said);
        (json!(month), day(words, &month, Words::of_date))
    });
    lines.push(line("genitive", json!({ "dateStyle": "long" }), genitive.collect()));
    if locale == "ru" {
        // English says a span as `from to`, by words; Russian writes it.
        for (from, to) in [("1998", "2005"), ("1998-03", "2005-11"), ("2001-06-15", "2003-05-03")] {
            let said = date(words, &format!("{from}/{to}"));
            lines.push(line("formatRange", options_of(from), vec![(json!([from, to]), said)]));
        }
    }

    let forms = if locale == "ru" { "one|few|many" } else { "one|other" };
    let form = |count| (json!(count), plural(count, forms).to_owned());
    lines.push(line("PluralRules", json!({}), counts().map(form).collect()));
    let names = ["Russia", "China", "USA", "Turkey"];
    let either = (1..=names.len()).filter_map(|count| {
        let names = names.get(..count)?;
        Some((json!(names), shown::either(words, names)?))
    });
    lines.push(line("ListFormat", json!({ "type": "disjunction" }), either.collect()));
    lines
}

#[test]
fn what_intl_is_asked_for() {
    let mut all = lines("en-GB", mini::published().0);
    all.extend(lines("ru", mini::russian()));
    check_of("intl.json", &format!("[{}]", all.join(",\n")), 64 * 1024);
}

#[test]
fn what_is_no_date_stays_as_it_is() {
    for text in ["soon", "2015-25", "", "2001-", "199", "2001-06-31", "2001-13-XX"] {
        assert_eq!(date(&Words::default(), text), text);
    }
}
