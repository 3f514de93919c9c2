//! Rules for sources, references, locators, actors, places, routes, categories, issues and tours.

use std::collections::BTreeSet;

use super::dates::{require_date, require_end};
use super::{List, Names, countries};
use crate::dataset::problem::{Problem, Report};
use crate::dataset::raw::{Dataset, Place, Route, is_web};
use crate::dataset::version;

pub(super) fn check(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    version(data, problems);
    sources(data, names, problems);
    references(data, names, problems);
    locators(data, names, problems);
    actors(data, names, problems);
    places(data, problems);
    routes(data, names, problems);
    categories(data, names, problems);
    tours(data, names, problems);
}

fn version(data: &Dataset, problems: &mut Vec<Problem>) {
    if version::read(&data.version).is_none() {
        let wrong = format!("\"{}\" is no release", data.version);
        Report::on(problems, "VERSION", "").add("", wrong, "write three numbers, as in 0.3.0");
    }
}

fn sources(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for source in &data.sources {
        let mut report = Report::on(problems, "sources.json", &source.id);
        let remedy = "write the last date that the document can speak of";
        require_end(&mut report, "horizon", &source.horizon, remedy);
        if source.year != "undated" && source.year.parse::<u16>().is_err() {
            report.add("year", format!("\"{}\"", source.year), "write a year or \"undated\"");
        }
        for (at, url) in source.urls.iter().enumerate() {
            let told = !url.trim().is_empty();
            if told && !is_web(url) && !url.starts_with("urn:") {
                let remedy =
                    "begin with https:// or http://, or with urn: for what no browser opens";
                report.add(&format!("urls[{at}]"), format!("\"{url}\""), remedy);
            }
        }
        if let Some(doi) = source.doi.as_ref().filter(|doi| !doi.starts_with("10.")) {
            report.add("doi", format!("\"{doi}\""), "begin with 10., without an address before it");
        }
        require_date(&mut report, "scope.years", &source.scope.years);
        for actor in &source.scope.actors {
            names.require(&mut report, "scope.actors", List::Actors, actor);
        }
        for category in &source.scope.categories {
            names.require(&mut report, "scope.categories", List::Categories, category);
        }
    }
}

fn references(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for reference in &data.references {
        let mut report = Report::on(problems, "references.json", &reference.id);
        names.require(&mut report, "source", List::Sources, &reference.source);
        for (field, date) in [("date", &reference.date), ("accessed", &reference.accessed)] {
            if let Some(date) = date {
                require_date(&mut report, field, date);
            }
        }
        if let Some(url) = reference.url.as_ref().filter(|url| !is_web(url)) {
            report.add("url", format!("\"{url}\""), "begin with https:// or http://");
        }
        if reference.lines.is_empty() {
            report.add("lines", "is empty", "list the lines where the entry stands");
        }
    }
}

fn locators(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for (source, lines) in &data.locators {
        let mut report = Report::on(problems, "locators.json", source);
        names.require(&mut report, "", List::Sources, source);
        let mut numbers = BTreeSet::new();
        let mut taken = BTreeSet::new();
        for paragraph in &lines.paragraphs {
            let field = format!("section {} paragraph {}", paragraph.section, paragraph.paragraph);
            if !numbers.insert((&paragraph.section, paragraph.paragraph)) {
                report.add(&field, "stands twice", "number the paragraphs of a section from 1");
            }
            for &line in &paragraph.lines {
                if !taken.insert(line) {
                    let wrong = format!("line {line} belongs to an earlier paragraph too");
                    report.add(&field, wrong, "give each line to one paragraph");
                }
            }
        }
    }
}

fn actors(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for actor in &data.actors {
        if let Some(seat) = &actor.seat {
            let mut report = Report::on(problems, "actors.json", &actor.id);
            names.require(&mut report, "seat", List::Places, seat);
        }
    }
}

fn places(data: &Dataset, problems: &mut Vec<Problem>) {
    for place in &data.places {
        let Place { id, lon, lat, precision_km, country, .. } = place;
        let mut report = Report::on(problems, "places.json", id);
        if !(-180.0..=180.0).contains(lon) {
            report.add("lon", format!("is {lon}"), "degrees east, -180 to 180");
        }
        if !(-90.0..=90.0).contains(lat) {
            report.add("lat", format!("is {lat}"), "degrees north, -90 to 90");
        }
        if !(0.0..=2000.0).contains(precision_km) {
            let remedy = "how many kilometres the true place may be off";
            report.add("precision_km", format!("is {precision_km}"), remedy);
        }
        let Some(country) = country else { continue };
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            report.add("country", format!("\"{country}\""), "two capitals, ISO 3166");
        }
        let allowed = precision_km + countries::COARSE_KM;
        if countries::km_outside(country, *lon, *lat).is_some_and(|km| km > allowed) {
            let wrong = format!("{lon}, {lat} is far outside {country}");
            report.add("lon", wrong, "mend the coordinates or the country");
        }
    }
}

fn routes(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for route in &data.routes {
        let mut report = Report::on(problems, "routes.json", &route.id);
        if route.via.len() < 2 {
            report.add("via", "has fewer than two places", "list the places in order");
        }
        for place in &route.via {
            names.require(&mut report, "via", List::Places, place);
        }
        if route.claims.is_empty() {
            report.add("claims", "is empty", "name the claims that the line is drawn from");
        }
        for claim in &route.claims {
            names.require(&mut report, "claims", List::Claims, claim);
        }
        let unnamed = route.via.iter().find(|&place| !named(data, route, place));
        if let (Some(place), None) = (unnamed, &route.note) {
            let wrong = format!("is missing, and none of the claims names {place}");
            report.add(
                "note",
                wrong,
                "say which places the documents name, and what the others stand for",
            );
        }
        if let Some(date) = &route.date {
            require_date(&mut report, "date", date);
        }
    }
}

/// Whether a claim that the route is drawn from is about the place.
fn named(data: &Dataset, route: &Route, place: &String) -> bool {
    let mut claims = data.claims.iter().map(|filed| &filed.record);
    claims.any(|claim| route.claims.contains(&claim.id) && claim.places.contains(place))
}

fn categories(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let mut orders = BTreeSet::new();
    for category in &data.categories {
        let mut report = Report::on(problems, "categories.json", &category.id);
        if !orders.insert(category.order) {
            report.add("order", format!("{} is taken", category.order), "give each its own place");
        }
        for example in &category.examples {
            names.require(&mut report, "examples", List::Claims, example);
        }
    }
}

fn tours(data: &Dataset, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for tour in &data.tours {
        let mut report = Report::on(problems, &tour.file, &tour.record.id);
        for claim in &tour.record.claims {
            names.require(&mut report, "claims", List::Claims, claim);
        }
        if tour.record.steps.len() < 2 {
            report.add("steps", "has fewer than two", "lead through two views or more");
        }
        for (at, step) in tour.record.steps.iter().enumerate() {
            let field = format!("steps[{at}].link");
            let Some(query) = step.link.strip_prefix('?') else {
                report.add(&field, format!("\"{}\"", step.link), "begin with ?, as in ?tab=map");
                continue;
            };
            let opened = query.split('&').filter_map(|pair| pair.strip_prefix("claim="));
            for claim in opened.filter(|&claim| !tour.record.claims.iter().any(|c| c == claim)) {
                let wrong = format!("opens {claim}, which is not among the story's claims");
                report.add(&field, wrong, "name it in claims too");
            }
        }
    }
}
