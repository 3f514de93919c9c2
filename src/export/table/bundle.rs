//! An extract as one file: the claims in three forms, their citations, the codebook, the licence, and what was
//! taken.

use serde_json::{Value, json};

use super::{csv_of_claims, geojson, json as records};
use crate::atlas::term::{Kind, Role};
use crate::export::zip::{Entry, zip};
use crate::export::{Extract, cite, shown};
use crate::words::{Count, Words};

/// The dataset's licence in words.
const LICENCE: &str = include_str!("../../../data/LICENSE.md");

/// What is said of the column that only a view of two documents has.
const TOLD: &str = "
Two documents are set against each other here. told_by, in the table, the records and the places, says which of them
tells the claim or a claim of the place: a document's id where that one alone does, both, or differ where a claim of the
one contradicts a claim of the other. A document tells a claim that it makes, and one that a claim of its own supports or
is supported by. Empty (null in places): neither of the two tells it.
";

/// The archive's bytes.
pub fn bundle(extract: &Extract<'_>) -> Vec<u8> {
    zip(&[
        Entry { name: "README.txt", bytes: readme(extract).as_bytes() },
        Entry { name: "claims.csv", bytes: csv_of_claims(extract).as_bytes() },
        Entry { name: "claims.json", bytes: records(extract).as_bytes() },
        Entry { name: "places.geojson", bytes: geojson(extract).as_bytes() },
        Entry { name: "citations.bib", bytes: cite::bibtex(extract).as_bytes() },
        Entry { name: "codebook.json", bytes: codebook(extract).as_bytes() },
        Entry { name: "LICENSE.md", bytes: LICENCE.as_bytes() },
    ])
}

fn readme(extract: &Extract<'_>) -> String {
    let Extract { atlas, claims, view, day, .. } = extract;
    let english = Words::default();
    let told = if extract.compared().is_some() { TOLD } else { "" };
    format!(
        "C5 Atlas, release {}\n\nView: {}\nFilters: {}\nClaims: {} of {}\nTaken: {day}\nLink: {}\n\n\
         A claim is what a document says, not what is true.\n\n\
         claims.csv      the claims as a table (RFC 4180, UTF-8); lists joined by \"; \", an actor as id:role, the code as JSON;\n\
         \u{20}               where a claim cites several documents, lines, footnotes and terms each with its own, as seneca-2018:12;\n\
         \u{20}               a cell that a spreadsheet would run as a formula begins with an apostrophe\n\
         claims.json     the same as records, with the filters\n\
         places.geojson  the places that they name\n\
         citations.bib   the atlas, the documents and the works in their notes, for citing\n\
         codebook.json   what each category, kind and role is\n\
         LICENSE.md      whose work it is and what you may do with it\n{told}\n\
         To cite this extract:\n{}",
        atlas.version(),
        extract.name(),
        shown::filter_line(atlas, view),
        english.number(claims.len()),
        english.count(atlas.claims().len(), Count::Claims),
        extract.link(),
        cite::footnotes(extract, cite::Style::Chicago),
    )
}

fn codebook(extract: &Extract<'_>) -> String {
    let Extract { atlas, texts, .. } = extract;
    let categories: Vec<Value> = atlas
        .categories()
        .map(|(id, category)| {
            json!({
                "id": category.slug, "name": category.name,
                "definition": texts.category(id).map_or("", |text| text.definition),
            })
        })
        .collect();
    let kinds: Value = Kind::ALL.iter().map(|kind| (kind.id(), kind.words())).collect();
    let roles: Value = Role::ALL.iter().map(|role| (role.id(), role.words())).collect();
    format!("{:#}\n", json!({ "categories": categories, "kinds": kinds, "roles": roles }))
}
