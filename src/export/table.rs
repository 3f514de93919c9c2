//! Claims as tables and records: the columns and fields of `data/README.md`, whatever part of the atlas is
//! taken.

mod bundle;
mod csv;

pub use bundle::bundle;
pub use csv::{Table, list};

use serde_json::{Map, Value, json};

use super::{Extract, code, shown};
use crate::atlas::term::AUTHOR;
use crate::atlas::{Atlas, Cite, ClaimId, ClaimSet, PlaceId, Quantity, Texts};
use crate::query::{Compared, Lens, Relation};
use crate::scene::words;

/// The columns of a table of claims.
const COLUMNS: [&str; 20] = [
    "id",
    "source",
    "category",
    "tags",
    "kind",
    "date",
    "summary",
    "detail",
    "actors",
    "places",
    "voice",
    "issue",
    "code",
    "quantities",
    "lines",
    "footnotes",
    "terms",
    "weight",
    "absence",
    "note",
];

/// Which of two documents tells a row, where two are set against each other.
const TOLD_BY: &str = "told_by";

/// The claims of an extract as CSV.
pub fn csv_of_claims(extract: &Extract<'_>) -> String {
    let table = claims(extract.atlas, extract.texts, &extract.claims);
    match extract.compared() {
        Some(compared) => {
            let told = |id| told_by(extract.atlas, &compared, [id]).unwrap_or_default().to_owned();
            table.with(TOLD_BY, extract.claims.iter().map(told)).csv()
        }
        None => table.csv(),
    }
}

/// Who tells what rests on claims: the document's id, `both` or `differ`; `None` where neither tells any.
fn told_by(
    atlas: &Atlas,
    compared: &Compared,
    claims: impl IntoIterator<Item = ClaimId>,
) -> Option<&'static str> {
    let Lens { first, second, .. } = compared.lens;
    Some(match compared.relation(claims) {
        Relation::Silent => return None,
        Relation::FirstOnly => atlas.source(first).slug,
        Relation::SecondOnly => atlas.source(second).slug,
        told @ (Relation::Both | Relation::Differ) => told.slug(),
    })
}

/// Claims as a table. Lists are joined by `; `, an actor is `id:role`, the code is JSON.
pub fn claims(atlas: &Atlas, texts: &Texts, claims: &ClaimSet) -> Table {
    Table::new(&COLUMNS, claims.iter().map(|id| row(atlas, texts, id)))
}

fn row(atlas: &Atlas, texts: &Texts, id: ClaimId) -> Vec<String> {
    let claim = atlas.claim(id);
    let text = texts.claim(id);
    let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let cites = text.map(|text| text.cites.as_slice()).unwrap_or_default();
    let of_cites = |pick: fn(&Cite<'_>) -> Vec<String>| cited(atlas, cites, pick);
    let quantities = text.map(|text| text.quantities.as_slice()).unwrap_or_default();
    let voice = claim.voice.map_or(AUTHOR, |voice| atlas.actor(voice).slug);
    let issue = claim.issue.map(|issue| atlas.issue(issue).slug);
    let code = claim.code.as_ref().map(|own| code::json(atlas, own).to_string());
    let party = |&(actor, role): &(_, crate::atlas::term::Role)| {
        format!("{}:{}", atlas.actor(actor).slug, role.id())
    };
    vec![
        claim.slug().to_owned(),
        list(claim.sources.iter().map(|&source| atlas.source(source).slug.to_owned())),
        atlas.category(claim.category).slug.to_owned(),
        list(claim.tags.iter().map(|&tag| atlas.category(tag).slug.to_owned())),
        claim.kind.id().to_owned(),
        owned(claim.date()),
        words::summary(atlas, Some(texts), id),
        owned(text.and_then(|text| text.detail)),
        list(claim.parties.iter().map(party)),
        list(claim.places.iter().map(|&place| atlas.place(place).slug.to_owned())),
        voice.to_owned(),
        owned(issue),
        code.unwrap_or_default(),
        list(quantities.iter().map(plain_quantity)),
        of_cites(|cite| cite.lines.iter().map(u32::to_string).collect()),
        of_cites(|cite| cite.footnotes.iter().map(u16::to_string).collect()),
        of_cites(|cite| cite.terms.iter().map(|&term| term.to_owned()).collect()),
        claim.weight.to_string(),
        claim.absence.to_string(),
        owned(text.and_then(|text| text.note)),
    ]
}

/// What citations have of a sort, in a cell; where they are of several documents, each with its own before it:
/// `seneca-2018:12`.
fn cited(atlas: &Atlas, cites: &[Cite<'_>], pick: fn(&Cite<'_>) -> Vec<String>) -> String {
    let several = cites.windows(2).any(|two| matches!(two, [a, b] if a.source != b.source));
    list(cites.iter().flat_map(|cite| {
        let slug = atlas.source(cite.source).slug;
        let own = move |value| if several { format!("{slug}:{value}") } else { value };
        pick(cite).into_iter().map(own)
    }))
}

/// A quantity in a cell, its figures ungrouped: `personnel: more_than 7500 people`.
fn plain_quantity(quantity: &Quantity<'_>) -> String {
    let Quantity { what, value, max, qualifier, unit, per, at } = quantity;
    let max = max.map(|max| format!("..{max}")).unwrap_or_default();
    let per = per.map(|per| format!(" per {per}")).unwrap_or_default();
    let at = at.map(|at| format!(" at {at}")).unwrap_or_default();
    format!("{what}: {} {value}{max} {unit}{per}{at}", qualifier.id())
}

/// The claims of an extract as records, under what was taken, when and from where.
pub fn json(extract: &Extract<'_>) -> String {
    let compared = extract.compared();
    let records: Vec<Value> =
        extract.claims.iter().map(|id| record(extract, id, compared.as_ref())).collect();
    let mut whole = json!({
        "atlas": "C5 Atlas",
        "release": extract.atlas.version(),
        "view": extract.title(),
        "filters": filters(extract),
        "link": extract.link(),
        "taken": extract.day,
        "licence": "CC-BY-4.0",
        "claims": records,
    });
    if let Some(Compared { lens, .. }) = compared {
        whole["compared"] =
            json!([lens.first, lens.second].map(|id| extract.atlas.source(id).slug));
    }
    format!("{whole:#}\n")
}

fn filters(extract: &Extract<'_>) -> Value {
    let named = shown::filters(extract.atlas, &extract.view);
    named.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect()
}

fn record(extract: &Extract<'_>, id: ClaimId, compared: Option<&Compared>) -> Value {
    let Extract { atlas, texts, .. } = *extract;
    let claim = atlas.claim(id);
    let text = texts.claim(id);
    let parties = claim
        .parties
        .iter()
        .map(|&(actor, role)| json!({ "id": atlas.actor(actor).slug, "role": role.id() }));
    let cites = text.map(|text| text.cites.as_slice()).unwrap_or_default().iter().map(|cite| {
        json!({
            "source": atlas.source(cite.source).slug, "lines": cite.lines,
            "footnotes": cite.footnotes, "terms": cite.terms,
            "at": words::locator(texts, cite),
        })
    });
    let quantities = text.map(|text| text.quantities.as_slice()).unwrap_or_default();
    let fields = [
        ("id", json!(claim.slug())),
        ("category", json!(atlas.category(claim.category).slug)),
        ("tags", claim.tags.iter().map(|&tag| atlas.category(tag).slug).collect()),
        ("kind", json!(claim.kind.id())),
        ("summary", json!(words::summary(atlas, Some(texts), id))),
        ("detail", json!(text.and_then(|text| text.detail))),
        ("actors", parties.collect()),
        ("date", json!(claim.date())),
        ("places", claim.places.iter().map(|&place| atlas.place(place).slug).collect()),
        ("code", json!(claim.code.as_ref().map(|own| code::json(atlas, own)))),
        ("quantities", quantities.iter().map(|q| filled(json!(q))).collect()),
        ("voice", json!(claim.voice.map_or(AUTHOR, |voice| atlas.actor(voice).slug))),
        ("issue", json!(claim.issue.map(|issue| atlas.issue(issue).slug))),
        ("cites", cites.collect()),
        ("weight", json!(claim.weight)),
        ("absence", json!(claim.absence)),
        ("note", json!(text.and_then(|text| text.note))),
        (TOLD_BY, json!(compared.and_then(|compared| told_by(atlas, compared, [id])))),
    ];
    let fields: Map<String, Value> =
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    filled(Value::Object(fields))
}

/// A record without the fields that hold nothing.
fn filled(mut record: Value) -> Value {
    if let Some(fields) = record.as_object_mut() {
        fields
            .retain(|_, value| !value.is_null() && value.as_array().is_none_or(|a| !a.is_empty()));
    }
    record
}

/// The places that the claims of an extract name, each with those claims.
pub fn geojson(extract: &Extract<'_>) -> String {
    let compared = extract.compared();
    let features: Vec<Value> = places(extract)
        .into_iter()
        .map(|place| feature(extract, place, compared.as_ref()))
        .collect();
    let whole = json!({ "type": "FeatureCollection", "features": features });
    format!("{whole:#}\n")
}

/// The places that some claim of an extract names.
pub fn places(extract: &Extract<'_>) -> Vec<PlaceId> {
    let index = extract.atlas.index();
    let named = |&id: &PlaceId| index.place(id).len_with(&extract.claims) > 0;
    extract.atlas.places().map(|(id, _)| id).filter(named).collect()
}

fn feature(extract: &Extract<'_>, id: PlaceId, compared: Option<&Compared>) -> Value {
    let Extract { atlas, claims, .. } = extract;
    let place = atlas.place(id);
    let own = atlas.index().place(id).and(claims);
    let degrees = |e5: i32| f64::from(e5) / 1e5;
    let mut feature = json!({
        "type": "Feature",
        "id": place.slug,
        "geometry": { "type": "Point", "coordinates": [degrees(place.lon_e5), degrees(place.lat_e5)] },
        "properties": {
            "name": place.name,
            "kind": place.kind.id(),
            "country": place.country.map(|country| atlas.actor(country).slug),
            "precision_km": f64::from(place.precision_hm) / 10.0,
            "claims": own.iter().map(|id| atlas.claim(id).slug()).collect::<Vec<_>>(),
        },
    });
    if let Some(compared) = compared {
        feature["properties"][TOLD_BY] = json!(told_by(atlas, compared, own.iter()));
    }
    feature
}
