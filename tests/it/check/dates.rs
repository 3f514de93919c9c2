//! Every form of date that the check lets in is said as a reader says it, in both languages; the others are refused.

use c5_atlas::query::AsOf;
use c5_atlas::scene::words::date;
use c5_atlas::words::Words;

use super::{ALPHA, Copy, expect};
use crate::mini;

/// A copy of the mini dataset in which a claim has this date.
fn dated(text: &str) -> Copy {
    let copy = Copy::new();
    copy.edit(ALPHA, "\"date\": \"2014-06-03\"", &format!("\"date\": \"{text}\""));
    copy
}

#[test]
fn each_date_that_is_let_in_is_said_in_both_languages() {
    for (text, english, russian) in [
        ("2001-06-15", "15 June 2001", "15 июня 2001 г."),
        ("2001-06", "June 2001", "июнь 2001 г."),
        ("2001", "2001", "2001"),
        // Doubtful, about, and both.
        ("2016?", "2016?", "2016?"),
        ("2001-06?", "June 2001?", "июнь 2001 г.?"),
        ("2001-06-05?", "5 June 2001?", "5 июня 2001 г.?"),
        ("1999~", "about 1999", "прибл. 1999"),
        ("1999-03~", "about March 1999", "прибл. март 1999 г."),
        ("1999-03-04~", "about 4 March 1999", "прибл. 4 марта 1999 г."),
        ("1999%", "about 1999?", "прибл. 1999?"),
        ("1999-03%", "about March 1999?", "прибл. март 1999 г.?"),
        // As far as it is told.
        ("199X", "1990s", "1990-е"),
        ("199X?", "1990s?", "1990-е?"),
        ("199X~", "about 1990s", "прибл. 1990-е"),
        ("199X%", "about 1990s?", "прибл. 1990-е?"),
        ("19XX", "between 1900 and 1999", "между 1900 и 1999"),
        ("2004-XX", "2004", "2004"),
        ("2004-06-XX", "June 2004", "июнь 2004 г."),
        ("2004-XX-XX", "2004", "2004"),
        ("2004-XX?", "2004?", "2004?"),
        // Seasons.
        ("2001-21", "spring 2001", "весна 2001 г."),
        ("2001-22", "summer 2001", "лето 2001 г."),
        ("2001-23?", "autumn 2001?", "осень 2001 г.?"),
        ("2001-24~", "about winter 2001", "прибл. зима 2001 г."),
        // Spans.
        ("1998/2018", "1998 to 2018", "1998–2018"),
        ("1998?/2018", "1998? to 2018", "1998? – 2018"),
        ("1998-03/2005-11", "March 1998 to November 2005", "март 1998 г. – ноябрь 2005 г."),
        ("1998-03-01/2005", "1 March 1998 to 2005", "1 марта 1998 г. – 2005"),
        ("2001-21/2003-24", "spring 2001 to winter 2003", "весна 2001 г. – зима 2003 г."),
        ("1999~/2003%", "about 1999 to about 2003?", "прибл. 1999 – прибл. 2003?"),
        // With an end that is open or not told.
        ("2014-07/..", "since July 2014", "с июля 2014 г."),
        ("1999~/..", "since about 1999", "с прибл. 1999"),
        ("2001-22/..", "since summer 2001", "с лета 2001 г."),
        ("2001-06/", "from June 2001", "с июня 2001 г."),
        ("/2016?", "until 2016?", "до 2016?"),
        ("../2010-23", "until autumn 2010", "до осени 2010 г."),
        ("/2010-04-15", "until 15 April 2010", "до 15 апреля 2010 г."),
    ] {
        expect(&dated(text), text, &[]);
        assert_eq!(date(&Words::default(), text), english);
        assert_eq!(
            date(mini::russian().words(), text).replace(['\u{a0}', '\u{202f}'], " "),
            russian
        );
    }
}

#[test]
fn a_date_that_no_reader_could_be_told_is_refused() {
    for (text, wrong) in [
        ("?2009", "it is written 2009?"),
        ("../..", "interval needs at least one dated endpoint"),
        ("/..", "interval needs at least one dated endpoint"),
        ("1731", "1731 is outside 1800 to 2199"),
        ("-0300", "outside 1800 to 2199"),
        ("Y17000", "outside 1800 to 2199"),
        ("2010/2200", "2200 is outside 1800 to 2199"),
        ("199X/2003", "needs EDTF level 2"),
        ("2001-25", "needs EDTF level 2"),
        ("XXXX", "needs EDTF level 2"),
        ("2010-06-15T10:00:00", "a time of day"),
    ] {
        expect(&dated(text), text, &[(ALPHA, "alpha-manas-closed", "date", wrong)]);
    }
}

#[test]
fn every_year_that_the_dataset_may_name_can_stand_in_a_link() {
    for (year, fits) in [("1799", false), ("1800", true), ("2199", true), ("2200", false)] {
        assert_eq!(AsOf::read(year).is_some(), fits, "{year}");
        let problems = dated(year).problems();
        assert_eq!(problems.is_empty(), fits, "{year}: {problems:?}");
    }
}
