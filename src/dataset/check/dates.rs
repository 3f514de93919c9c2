//! Which dates the dataset may have: those that the page can say, and that its links and its timeline reach.

use edtf_core::Edtf;

use crate::dataset::date;
use crate::dataset::pack::{FAR_FUTURE, FAR_PAST, When, YEARS, year_of};
use crate::dataset::problem::Report;

/// Reports what is no date of the atlas.
pub(super) fn require_date(report: &mut Report<'_>, field: &str, text: &str) {
    if let Err(wrong) = sound(text) {
        let wrong = format!("\"{text}\" is no date: {wrong}");
        report.add(field, wrong, "write EDTF level 1, as in 2010-04-15, 2010, 2014-07/.., 2009~");
    }
}

/// Reports what is not one date with a last day of its own: the end of a lease, the last of which a document can know.
pub(super) fn require_end(report: &mut Report<'_>, field: &str, text: &str, remedy: &str) {
    let one = |when: When| {
        if when.end.1 == FAR_FUTURE {
            Err("has no last day".to_owned())
        } else if text.contains(['/', 'X']) {
            Err("is more than one date".to_owned())
        } else {
            Ok(())
        }
    };
    if let Err(wrong) = sound(text).and_then(one) {
        report.add(field, format!("\"{text}\" is no date: {wrong}"), remedy);
    }
}

fn sound(text: &str) -> Result<When, String> {
    let when = date::read(text)?;
    let edtf = Edtf::parse(text).map_err(|error| error.to_string())?;
    // EDTF has two spellings of one doubt, ?2009 and 2009?; readers and programs are given one.
    let usual = edtf.to_string();
    if usual != text {
        return Err(format!("it is written {usual}"));
    }
    let days = [when.start.0, when.start.1, when.end.0, when.end.1];
    let known = |day: &i32| ![FAR_PAST, FAR_FUTURE].contains(day);
    if let Some(day) =
        days.iter().filter(|day| known(day)).find(|&&day| !YEARS.contains(&year_of(day)))
    {
        let (first, last) = (YEARS.start(), YEARS.end());
        return Err(format!("{} is outside {first} to {last}", year_of(*day)));
    }
    Ok(when)
}
