//! The dataset as files for people and other programs.

use std::fs;
use std::path::Path;

use c5_atlas::dataset::raw::{self, Claim, Dataset};
use c5_atlas::dataset::read;
use c5_atlas::dataset::release::Release;
use c5_atlas::dataset::term::{self, Kind, Role};
use schemars::schema_for;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// Writes `claims.json`, `claims.csv`, `actors.csv`, `places.geojson`, `routes.geojson`,
/// `codebook.json`, `releases.json`, `schema/`.
pub(crate) fn write(data: &Path, to: &Path) -> Result<(), String> {
    let (dataset, problems) = read::folder(data);
    if let Some(first) = problems.first() {
        return Err(first.to_string());
    }
    fs::create_dir_all(to.join("schema")).map_err(|error| format!("{}: {error}", to.display()))?;
    save(&to.join("claims.json"), &claims_json(data)?)?;
    save(&to.join("claims.csv"), &claims_csv(&dataset)?)?;
    save(&to.join("actors.csv"), &actors_csv(&dataset)?)?;
    save(&to.join("places.geojson"), &text(&places(&dataset))?)?;
    save(&to.join("routes.geojson"), &text(&routes(&dataset))?)?;
    save(&to.join("codebook.json"), &text(&codebook(data, &dataset)?)?)?;
    save(&to.join("releases.json"), &text(&file(data, "releases.json")?)?)?;
    for (name, schema) in schemas() {
        save(&to.join("schema").join(name), &text(&schema)?)?;
    }
    Ok(())
}

fn save(path: &Path, content: &str) -> Result<(), String> {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

fn text(value: &Value) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// The claims of all files, record by record as the curators wrote them.
fn claims_json(data: &Path) -> Result<String, String> {
    let mut all: Vec<Box<RawValue>> = Vec::new();
    for file in read::files_in(data, "claims") {
        let content =
            fs::read_to_string(data.join(&file)).map_err(|error| format!("{file}: {error}"))?;
        let records: Vec<Box<RawValue>> =
            serde_json::from_str(&content).map_err(|error| format!("{file}: {error}"))?;
        all.extend(records);
    }
    let lines: Vec<&str> = all.iter().map(|record| record.get()).collect();
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

fn claims_csv(dataset: &Dataset) -> Result<String, String> {
    let head = [
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
        "lines",
        "footnotes",
        "terms",
        "weight",
        "absence",
        "note",
    ];
    let codes = |claim: &Claim| {
        let code = claim.code.as_ref().map(serde_json::to_string).transpose();
        code.map(Option::unwrap_or_default).map_err(|error| error.to_string())
    };
    let rows = dataset.claims.iter().map(|filed| {
        let claim = &filed.record;
        let parties = claim.actors.iter().map(|party| format!("{}:{}", party.id, role(party.role)));
        let numbers = |pick: fn(&raw::Cite) -> Vec<String>| list(claim.cites.iter().flat_map(pick));
        Ok(vec![
            claim.id.clone(),
            list(claim.cites.iter().map(|cite| cite.source.clone())),
            claim.category.clone(),
            list(claim.tags.iter().cloned()),
            kind(claim.kind).to_owned(),
            claim.date.clone().unwrap_or_default(),
            claim.summary.clone(),
            claim.detail.clone().unwrap_or_default(),
            list(parties),
            list(claim.places.iter().cloned()),
            claim.voice.clone(),
            claim.issue.clone().unwrap_or_default(),
            codes(claim)?,
            numbers(|cite| cite.lines.iter().map(u32::to_string).collect()),
            numbers(|cite| cite.footnotes.iter().map(u16::to_string).collect()),
            numbers(|cite| cite.terms.clone()),
            claim.weight.to_string(),
            claim.absence.to_string(),
            claim.note.clone().unwrap_or_default(),
        ])
    });
    csv(&head, rows)
}

fn actors_csv(dataset: &Dataset) -> Result<String, String> {
    let head = ["id", "kind", "name", "name_ru", "aliases", "acronyms", "seat"];
    let rows = dataset.actors.iter().map(|actor| {
        Ok(vec![
            actor.id.clone(),
            actor.kind.id().to_owned(),
            actor.name.clone(),
            actor.name_ru.clone().unwrap_or_default(),
            list(actor.aliases.iter().cloned()),
            list(actor.acronyms.iter().cloned()),
            actor.seat.clone().unwrap_or_default(),
        ])
    });
    csv(&head, rows)
}

fn role(role: Role) -> &'static str {
    role.id()
}

fn kind(kind: Kind) -> &'static str {
    kind.id()
}

/// Each value once, in order, with semicolons between.
fn list(values: impl Iterator<Item = String>) -> String {
    let mut seen: Vec<String> = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen.join("; ")
}

/// RFC 4180, and no cell that a spreadsheet would take for a formula.
fn csv(
    head: &[&str],
    rows: impl Iterator<Item = Result<Vec<String>, String>>,
) -> Result<String, String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(head).map_err(|error| error.to_string())?;
    for row in rows {
        let row = row?.into_iter().map(inert);
        writer.write_record(row).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// Spreadsheets run what begins with these signs; an apostrophe before it keeps it a text.
fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

fn places(dataset: &Dataset) -> Value {
    let features: Vec<Value> = dataset
        .places
        .iter()
        .map(|place| {
            let claims: Vec<&str> = dataset
                .claims
                .iter()
                .filter(|filed| filed.record.places.contains(&place.id))
                .map(|filed| filed.record.id.as_str())
                .collect();
            json!({
                "type": "Feature",
                "id": place.id,
                "geometry": { "type": "Point", "coordinates": [place.lon, place.lat] },
                "properties": {
                    "name": place.name, "name_ru": place.name_ru, "aliases": place.aliases,
                    "kind": place.kind.id(), "country": place.country,
                    "precision_km": place.precision_km, "data": place.data, "claims": claims,
                },
            })
        })
        .collect();
    json!({ "type": "FeatureCollection", "features": features })
}

/// Routes as lines through their places, straight from one to the next.
fn routes(dataset: &Dataset) -> Value {
    let place = |id: &String| dataset.places.iter().find(|place| place.id == *id);
    let line = |route: &raw::Route| {
        let points = route.via.iter().filter_map(place).map(|place| [place.lon, place.lat]);
        json!({
            "type": "Feature",
            "id": route.id,
            "geometry": { "type": "LineString", "coordinates": points.collect::<Vec<_>>() },
            "properties": {
                "name": route.name, "kind": route.kind.id(), "date": route.date, "via": route.via,
                "note": route.note, "claims": route.claims,
            },
        })
    };
    let features: Vec<Value> = dataset.routes.iter().map(line).collect();
    json!({ "type": "FeatureCollection", "features": features })
}

/// A file of the dataset as it is; an empty list where the dataset has none.
fn file(data: &Path, name: &str) -> Result<Value, String> {
    let path = data.join(name);
    if !path.exists() {
        return Ok(json!([]));
    }
    let content = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
    serde_json::from_str(&content).map_err(|error| format!("{name}: {error}"))
}

/// Categories and issues as their files have them, and the closed lists.
fn codebook(data: &Path, dataset: &Dataset) -> Result<Value, String> {
    macro_rules! lists {
        ($($name:literal: $list:ident,)*) => {{
            let mut lists = serde_json::Map::new();
            $(
                let terms = term::$list::ALL.iter().map(|term| (term.id().to_owned(), json!(term.words())));
                lists.insert($name.to_owned(), Value::Object(terms.collect()));
            )*
            Value::Object(lists)
        }};
    }
    let terms = lists! {
        "kind": Kind, "role": Role, "actor_kind": ActorKind, "place_kind": PlaceKind,
        "partnership_level": PartnershipLevel, "membership_status": MembershipStatus,
        "visa_rule": VisaRule, "travel_document": TravelDocument, "post_kind": PostKind,
        "facility_kind": FacilityKind, "facility_status": FacilityStatus, "facility_terms": FacilityTerms,
        "agreement_kind": AgreementKind, "agreement_action": AgreementAction, "arms_status": ArmsStatus,
        "visit_level": VisitLevel, "stance": StanceValue, "dispute_kind": DisputeKind,
        "dispute_status": DisputeStatus, "qualifier": Qualifier, "link_kind": LinkKind,
        "route_kind": RouteKind, "reference_kind": ReferenceKind,
    };
    Ok(json!({
        "version": dataset.version,
        "categories": file(data, "categories.json")?,
        "issues": file(data, "issues.json")?,
        "threats": dataset.threats,
        "terms": terms,
    }))
}

/// One schema a file of the dataset, for editors and checkers.
fn schemas() -> Vec<(&'static str, Value)> {
    macro_rules! of {
        ($($file:literal: $record:ty,)*) => { vec![$(($file, schema_for!($record).to_value()),)*] };
    }
    of! {
        "claims.json": Vec<raw::Claim>,
        "sources.json": Vec<raw::Source>,
        "references.json": Vec<raw::Reference>,
        "locators.json": raw::Locators,
        "actors.json": Vec<raw::Actor>,
        "places.json": Vec<raw::Place>,
        "routes.json": Vec<raw::Route>,
        "categories.json": Vec<raw::Category>,
        "issues.json": Vec<raw::Issue>,
        "links.json": Vec<raw::Link>,
        "tours.json": Vec<raw::Tour>,
        "releases.json": Vec<Release>,
    }
}
