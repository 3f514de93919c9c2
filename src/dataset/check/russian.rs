//! Texts that a dataset may have in Russian too: what a kind of record says in Russian once, all of its records say.

use crate::dataset::problem::{Problem, Report};
use crate::dataset::raw::{Dataset, Source};

/// A text: its file, record and field, whether it is there, and its Russian.
type Text<'d> = (&'d str, &'d str, String, bool, &'d Option<String>);

pub(super) fn check(data: &Dataset, problems: &mut Vec<Problem>) {
    let categories = data.categories.iter().flat_map(|own| {
        [
            ("name", &own.name_ru),
            ("definition", &own.definition_ru),
            ("include", &own.include_ru),
            ("exclude", &own.exclude_ru),
        ]
        .map(|(field, russian)| ("categories.json", &*own.id, field.to_owned(), true, russian))
    });
    let issues = data.issues.iter().flat_map(|own| {
        [("name", &own.name_ru), ("proposition", &own.proposition_ru)]
            .map(|(field, russian)| ("issues.json", &*own.id, field.to_owned(), true, russian))
    });
    let tours = data.tours.iter().flat_map(|filed| {
        let (file, tour) = (&*filed.file, &filed.record);
        let title = (file, &*tour.id, "title".to_owned(), true, &tour.title_ru);
        let step =
            move |(at, russian)| (file, &*tour.id, format!("steps[{at}].text"), true, russian);
        let steps = tour.steps.iter().map(|step| &step.text_ru).enumerate().map(step);
        [title].into_iter().chain(steps)
    });
    each(categories.collect(), problems);
    each(issues.collect(), problems);
    each(data.sources.iter().flat_map(of_source).collect(), problems);
    each(tours.collect(), problems);
    lines("threats.txt", &data.threats, problems);
    lines("borders.txt", &data.borders, problems);
}

fn of_source(own: &Source) -> [Text<'_>; 4] {
    [
        ("year_note", own.year_note.is_some(), &own.year_note_ru),
        ("licence", own.licence.is_some(), &own.licence_ru),
        ("vantage", true, &own.vantage_ru),
        ("silences", true, &own.silences_ru),
    ]
    .map(|(field, is_there, russian)| {
        ("sources.json", &*own.id, field.to_owned(), is_there, russian)
    })
}

fn each(texts: Vec<Text<'_>>, problems: &mut Vec<Problem>) {
    let translated = texts.iter().any(|(.., russian)| russian.is_some());
    for (file, record, field, is_there, russian) in texts {
        let mut report = Report::on(problems, file, record);
        let own = format!("{field}_ru");
        match (is_there, russian) {
            (true, None) if translated => {
                report.add(&own, "is missing", "say it in Russian, as the other records do");
            }
            (false, Some(_)) => {
                report.add(&own, format!("has no {field}"), "leave it out, or add the English");
            }
            _ => {}
        }
    }
}

/// Lines of a text and its Russian.
fn lines(file: &str, texts: &[(String, Option<String>)], problems: &mut Vec<Problem>) {
    let translated = texts.iter().any(|(_, russian)| russian.is_some());
    for (text, _) in texts.iter().filter(|(_, russian)| translated && russian.is_none()) {
        Report::on(problems, file, text).add("", "has no Russian", "add = and the Russian");
    }
}
