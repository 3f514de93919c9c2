//! The dataset as tables, each a file of the release and a sheet of its workbook.

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::dataset::raw::Dataset;
use c5_atlas::export::table::{self, Table, list};

/// Every table with its name.
pub(crate) fn of(dataset: &Dataset, atlas: &Atlas, texts: &Texts) -> Vec<(&'static str, Table)> {
    vec![
        ("claims", table::claims(atlas, texts, atlas.index().all())),
        ("actors", actors(dataset)),
        ("sources", sources(dataset)),
        ("references", references(dataset)),
        ("links", links(dataset)),
    ]
}

fn actors(dataset: &Dataset) -> Table {
    const HEAD: [&str; 7] = ["id", "kind", "name", "name_ru", "aliases", "acronyms", "seat"];
    let rows = dataset.actors.iter().map(|actor| {
        vec![
            actor.id.clone(),
            actor.kind.id().to_owned(),
            actor.name.clone(),
            actor.name_ru.clone().unwrap_or_default(),
            list(actor.aliases.iter().cloned()),
            list(actor.acronyms.iter().cloned()),
            actor.seat.clone().unwrap_or_default(),
        ]
    });
    Table::new(&HEAD, rows)
}

fn sources(dataset: &Dataset) -> Table {
    const HEAD: [&str; 12] = [
        "id",
        "title",
        "authors",
        "year",
        "year_note",
        "publisher",
        "urls",
        "doi",
        "licence",
        "horizon",
        "vantage",
        "silences",
    ];
    let owned = |text: &Option<String>| text.clone().unwrap_or_default();
    let rows = dataset.sources.iter().map(|source| {
        vec![
            source.id.clone(),
            source.title.clone(),
            list(source.authors.iter().map(|author| author.name.clone())),
            source.year.clone(),
            owned(&source.year_note),
            owned(&source.publisher),
            list(source.urls.iter().cloned()),
            owned(&source.doi),
            owned(&source.licence),
            source.horizon.clone(),
            source.vantage.clone(),
            source.silences.clone(),
        ]
    });
    Table::new(&HEAD, rows)
}

fn references(dataset: &Dataset) -> Table {
    const HEAD: [&str; 13] = [
        "id", "source", "note", "lines", "authors", "title", "outlet", "date", "accessed", "url",
        "language", "kind", "caution",
    ];
    let owned = |text: &Option<String>| text.clone().unwrap_or_default();
    let rows = dataset.references.iter().map(|reference| {
        vec![
            reference.id.clone(),
            reference.source.clone(),
            reference.note.map(|note| note.to_string()).unwrap_or_default(),
            list(reference.lines.iter().map(u32::to_string)),
            list(reference.authors.iter().cloned()),
            owned(&reference.title),
            owned(&reference.outlet),
            owned(&reference.date),
            owned(&reference.accessed),
            owned(&reference.url),
            owned(&reference.language),
            reference.kind.id().to_owned(),
            owned(&reference.caution),
        ]
    });
    Table::new(&HEAD, rows)
}

fn links(dataset: &Dataset) -> Table {
    let rows = dataset.links.iter().map(|link| {
        let lines = link.cites.iter().map(|cite| {
            let lines: Vec<String> = cite.lines.iter().map(u32::to_string).collect();
            format!("{}:{}", cite.source, lines.join(" "))
        });
        let note = link.note.clone().unwrap_or_default();
        vec![link.from.clone(), link.to.clone(), link.kind.id().to_owned(), note, list(lines)]
    });
    Table::new(&["from", "to", "kind", "note", "lines"], rows)
}
