//! RIS, in UTF-8: one tag a line, lines ended as the format asks.

use crate::atlas::term::ReferenceKind;
use crate::export::Extract;
use crate::export::work::{Sort, Work, works};

/// Every work behind an extract as a record.
pub fn ris(extract: &Extract<'_>) -> String {
    works(extract).iter().map(record).collect()
}

fn record(work: &Work) -> String {
    let kind = match work.sort {
        Sort::Atlas | Sort::Cited(ReferenceKind::Data) => "DATA",
        Sort::Document | Sort::Cited(ReferenceKind::Report) => "RPRT",
        Sort::Cited(ReferenceKind::Article) => "JOUR",
        Sort::Cited(ReferenceKind::News) => "NEWS",
        Sort::Cited(ReferenceKind::Book) => "BOOK",
        Sort::Cited(ReferenceKind::Law) => "STAT",
        Sort::Cited(ReferenceKind::Official) => "GOVDOC",
        Sort::Cited(ReferenceKind::Web) => "ELEC",
        Sort::Cited(_) => "GEN",
    };
    let outlet = match work.sort {
        Sort::Atlas => "ET",
        Sort::Cited(ReferenceKind::Article | ReferenceKind::News) => "T2",
        _ => "PB",
    };
    let year = work.date.get(..4).unwrap_or_default();
    let day = |date: &str| {
        let mut parts = date.split('-');
        let mut next = || parts.next().unwrap_or_default();
        if date.is_empty() { String::new() } else { format!("{}/{}/{}/", next(), next(), next()) }
    };
    let mut fields = vec![("TY", kind.to_owned()), ("ID", work.key.clone())];
    fields.extend(work.authors.iter().map(|name| ("AU", name.turned())));
    fields.extend([
        ("TI", work.title.clone()),
        (outlet, work.outlet.clone()),
        ("PY", year.to_owned()),
        ("DA", day(&work.date)),
        ("LA", work.language.clone()),
        ("DO", work.doi.clone()),
        ("UR", work.url.clone()),
        ("Y2", day(&work.accessed)),
        ("N1", work.part.clone()),
    ]);
    let mut out = String::new();
    for (tag, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        out.push_str(&format!("{tag}  - {value}\r\n"));
    }
    out + "ER  - \r\n\r\n"
}
