//! Numbers and dates as each language writes them: digit for digit what the browser's `Intl` writes for `en-GB` and
//! `ru`, which a browser test compares (`tests/golden/intl.json` says on what).

use super::{Area, Word, Words};

/// A date of the calendar, as far as it is known: year, month from 1, day. Where EDTF has a season in the month's place, so
/// has this.
pub type Civil = (i32, Option<u32>, Option<u32>);

/// Spring, summer, autumn and winter, by the numbers that EDTF gives them.
pub const SEASONS: std::ops::RangeInclusive<u32> = 21..=24;

catalogue! {
    /// What numbers and dates are written with.
    Written {
        Decimal: ".", ",";
        Thousands: ",", "\u{A0}";
        Money: "{}\u{A0}{}", "{1}\u{A0}{0}";
        Year: "{}", "{} год";
        OfYear: "{}", "{} года";
        Month: "{} {}", "{} {}\u{202F}г.";
        Day: "{} {} {}", "{} {} {}\u{202F}г.";
    }
    /// Months by themselves, and behind them the seasons.
    Months {
        January: "January", "январь";
        February: "February", "февраль";
        March: "March", "март";
        April: "April", "апрель";
        May: "May", "май";
        June: "June", "июнь";
        July: "July", "июль";
        August: "August", "август";
        September: "September", "сентябрь";
        October: "October", "октябрь";
        November: "November", "ноябрь";
        December: "December", "декабрь";
        Spring: "spring", "весна";
        Summer: "summer", "лето";
        Autumn: "autumn", "осень";
        Winter: "winter", "зима";
    }
    /// Months behind a day, and in the genitive, and so the seasons.
    OfMonths {
        January: "January", "января";
        February: "February", "февраля";
        March: "March", "марта";
        April: "April", "апреля";
        May: "May", "мая";
        June: "June", "июня";
        July: "July", "июля";
        August: "August", "августа";
        September: "September", "сентября";
        October: "October", "октября";
        November: "November", "ноября";
        December: "December", "декабря";
        Spring: "spring", "весны";
        Summer: "summer", "лета";
        Autumn: "autumn", "осени";
        Winter: "winter", "зимы";
    }
    /// Months where there is no room for their names.
    ShortMonths {
        January: "Jan", "янв.";
        February: "Feb", "февр.";
        March: "Mar", "март";
        April: "Apr", "апр.";
        May: "May", "май";
        June: "Jun", "июнь";
        July: "Jul", "июль";
        August: "Aug", "авг.";
        September: "Sept", "сент.";
        October: "Oct", "окт.";
        November: "Nov", "нояб.";
        December: "Dec", "дек.";
    }
}

impl Words {
    /// A whole number: `1,714`, «1 714».
    pub fn number(&self, value: usize) -> String {
        self.grouped(value.to_string())
    }

    /// A figure to two decimals at most, without those that it does not have.
    pub fn figure(&self, value: f64) -> String {
        let hundredths = (value.abs() * 100.0).round() as u64;
        let sign = if value < 0.0 && hundredths > 0 { "-" } else { "" };
        let decimals = format!("{:02}", hundredths % 100);
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { self.say(Written::Decimal) };
        format!("{sign}{}{point}{decimals}", self.grouped((hundredths / 100).to_string()))
    }

    /// A sum in a currency (ISO 4217), with no more decimals than it was given with.
    pub fn money(&self, value: f64, currency: &str) -> String {
        self.tell(Written::Money, &[currency, &self.figure(value)])
    }

    /// A date of the calendar, as far as it is known: `15 June 2001`, `June 2001`, `2001`.
    pub fn date(&self, date: Civil) -> String {
        self.calendar(date, (Area::Months, Months::JOINED))
    }

    /// The same where a language puts it in the genitive, such as behind `since`: «июня 2001 г.».
    pub fn of_date(&self, date: Civil) -> String {
        self.calendar(date, (Area::OfMonths, OfMonths::JOINED))
    }

    /// A month's name where there is no room for all of it; nothing for what is no month.
    pub fn short_month(&self, month: u32) -> &'static str {
        self.said(Area::ShortMonths, month.wrapping_sub(1) as usize, ShortMonths::JOINED)
    }

    #[inline(never)]
    fn grouped(&self, digits: String) -> String {
        if digits.len() <= 3 {
            return digits;
        }
        let thousands = self.say(Written::Thousands);
        let mut said = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                said.push_str(thousands);
            }
            said.push(digit);
        }
        said
    }

    #[inline(never)]
    fn calendar(&self, (year, month, day): Civil, alone: (Area, &'static str)) -> String {
        let year = year.to_string();
        let Some(month) = month else { return year };
        let (area, months) = if day.is_some() { (Area::OfMonths, OfMonths::JOINED) } else { alone };
        let first = if SEASONS.contains(&month) { SEASONS.start() - 12 } else { 1 };
        let month = self.said(area, month.wrapping_sub(first) as usize, months);
        match day {
            None => self.tell(Written::Month, &[month, &year]),
            Some(day) => self.tell(Written::Day, &[&day.to_string(), month, &year]),
        }
    }
}
