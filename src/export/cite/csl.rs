//! CSL-JSON, the form that Zotero, Pandoc and citeproc read.

use serde_json::{Map, Value, json};

use crate::atlas::term::ReferenceKind;
use crate::export::Extract;
use crate::export::work::{Sort, Work, works};
use crate::scene::names::Name;

/// Every work behind an extract as an item.
pub fn csl(extract: &Extract<'_>) -> String {
    let items: Vec<Value> = works(extract).iter().map(item).collect();
    format!("{:#}\n", Value::Array(items))
}

fn item(work: &Work) -> Value {
    let kind = match work.sort {
        Sort::Atlas | Sort::Cited(ReferenceKind::Data) => "dataset",
        Sort::Document | Sort::Cited(ReferenceKind::Report | ReferenceKind::Official) => "report",
        Sort::Cited(ReferenceKind::Article) => "article-journal",
        Sort::Cited(ReferenceKind::News) => "article-newspaper",
        Sort::Cited(ReferenceKind::Book) => "book",
        Sort::Cited(ReferenceKind::Law) => "legislation",
        Sort::Cited(ReferenceKind::Interview) => "interview",
        Sort::Cited(ReferenceKind::Speech) => "speech",
        Sort::Cited(ReferenceKind::Web) => "webpage",
    };
    let outlet = match work.sort {
        Sort::Atlas => "version",
        Sort::Document | Sort::Cited(ReferenceKind::Book | ReferenceKind::Report) => "publisher",
        Sort::Cited(_) => "container-title",
    };
    let authors: Vec<Value> = work
        .authors
        .iter()
        .map(|name| match name {
            Name::Person { family, given } => json!({ "family": family, "given": given }),
            Name::Body(name) => json!({ "literal": name }),
        })
        .collect();
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| {
        let empty = value.as_str().is_some_and(str::is_empty)
            || value.as_array().is_some_and(Vec::is_empty)
            || value.is_null();
        if !empty {
            item.insert(name.to_owned(), value);
        }
    };
    put("id", json!(work.key));
    put("type", json!(kind));
    put("author", Value::Array(authors));
    put("title", json!(work.title));
    put(outlet, json!(work.outlet.strip_prefix("release ").unwrap_or(&work.outlet)));
    put("issued", date(&work.date));
    put("accessed", date(&work.accessed));
    put("language", json!(work.language));
    put("DOI", json!(work.doi));
    put("URL", json!(work.url));
    put("note", json!(work.part));
    Value::Object(item)
}

fn date(date: &str) -> Value {
    let parts: Vec<u32> = date.split('-').map_while(|part| part.parse().ok()).collect();
    if parts.is_empty() { Value::Null } else { json!({ "date-parts": [parts] }) }
}
