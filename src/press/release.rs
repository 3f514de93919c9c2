//! The dataset as files for people and other programs.

use std::path::Path;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::dataset::raw::{self, Dataset};
use c5_atlas::dataset::release::Release;
use c5_atlas::dataset::{read, term};
use c5_atlas::export::zip::{Entry, zip};
use schemars::schema_for;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::{file, tables, workbook};

/// Writes `claims.json`, the tables as CSV, `places.geojson`, `routes.geojson`, `codebook.json`, `releases.json`,
/// `schema/`, and all of it once as a workbook and once as an archive.
pub(crate) fn write(
    data: &Path,
    dataset: &Dataset,
    atlas: &Atlas,
    texts: &Texts,
    to: &Path,
) -> Result<(), String> {
    file::save(&to.join("claims.json"), &claims_json(data)?)?;
    let tables = tables::of(dataset, atlas, texts);
    for (name, table) in &tables {
        file::save(&to.join(format!("{name}.csv")), table.csv())?;
    }
    file::save(&to.join("places.geojson"), &text(&places(dataset))?)?;
    file::save(&to.join("routes.geojson"), &text(&routes(dataset))?)?;
    file::save(&to.join("codebook.json"), &text(&codebook(data, dataset)?)?)?;
    file::save(&to.join("releases.json"), &text(&records(data, "releases.json")?)?)?;
    for (name, schema) in schemas() {
        file::save(&to.join("schema").join(name), &text(&schema)?)?;
    }
    workbook::write(&tables, &to.join(format!("c5-atlas-{}.xlsx", atlas.version())))?;
    archive(data, atlas, to)
}

/// All files of the release but the workbook as one.
fn archive(data: &Path, atlas: &Atlas, to: &Path) -> Result<(), String> {
    let mut paths = file::within(to)?;
    paths.retain(|path| {
        path.extension().is_some_and(|end| end == "csv" || end == "json" || end == "geojson")
    });
    paths.extend([data.join("README.md"), data.join("CHANGELOG.md"), data.join("LICENSE.md")]);
    paths.sort();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for path in paths.iter().filter(|path| path.exists()) {
        files.push((file::name(path), file::bytes(path)?));
    }
    let entries: Vec<Entry<'_>> = files.iter().map(|(name, bytes)| Entry { name, bytes }).collect();
    file::save(&to.join(format!("c5-atlas-{}.zip", atlas.version())), zip(&entries))
}

fn text(value: &Value) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// The claims of all files, record by record as the curators wrote them.
fn claims_json(data: &Path) -> Result<String, String> {
    let mut all: Vec<Box<RawValue>> = Vec::new();
    for own in read::files_in(data, "claims") {
        let content = file::read(&data.join(&own))?;
        let records: Vec<Box<RawValue>> =
            serde_json::from_str(&content).map_err(|error| format!("{own}: {error}"))?;
        all.extend(records);
    }
    let lines: Vec<&str> = all.iter().map(|record| record.get()).collect();
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
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
fn records(data: &Path, name: &str) -> Result<Value, String> {
    let path = data.join(name);
    if !path.exists() {
        return Ok(json!([]));
    }
    let content = file::read(&path)?;
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
        "categories": records(data, "categories.json")?,
        "issues": records(data, "issues.json")?,
        "threats": dataset.threats.iter().map(|(name, _)| name).collect::<Vec<_>>(),
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
