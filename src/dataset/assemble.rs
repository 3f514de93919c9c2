//! Checked records into the packed form: names become numbers, citations find their paragraphs.

mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::code::Naming;
use super::date;
use super::id::{ActorId, CategoryId, ClaimId, IssueId, PlaceId, ReferenceId, SourceId};
use super::pack::{
    Actor, ActorText, Category, Cite, Claim, ClaimText, Issue, Link, Pack, Paragraph, Place,
    PlaceText, Quantity, Reference, Route, Source, Texts, claim_key,
};
use super::raw::{self, Dataset};
use super::term::{AUTHOR, PlaceKind};
use texts::{brought, category_texts, cited, releases, source_texts, tours};

/// Lines that the packed form holds and no single field of the files does.
pub struct Lines {
    authors: Vec<String>,
    urls: Vec<Option<String>>,
    references: Vec<String>,
}

impl Lines {
    /// Joins authors and references into lines as a reader sees them.
    pub fn of(data: &Dataset) -> Self {
        let authors = |source: &raw::Source| {
            let names: Vec<&str> = source.authors.iter().map(|a| a.name.as_str()).collect();
            names.join(", ")
        };
        let url = |source: &raw::Source| {
            let doi = source.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
            doi.or_else(|| source.urls.iter().find(|url| raw::is_web(url)).cloned())
        };
        Self {
            authors: data.sources.iter().map(authors).collect(),
            urls: data.sources.iter().map(url).collect(),
            references: data.references.iter().map(reference_line).collect(),
        }
    }
}

/// Author, title, outlet, date: what there is of them, in that order.
fn reference_line(reference: &raw::Reference) -> String {
    let authors = (!reference.authors.is_empty()).then(|| reference.authors.join(", "));
    let title = reference.title.as_ref().map(|title| format!("“{title}”"));
    let date = match (&reference.date, &reference.accessed) {
        (Some(date), _) => Some(date.clone()),
        (None, Some(accessed)) => Some(format!("accessed {accessed}")),
        (None, None) => None,
    };
    [authors, title, reference.outlet.clone(), date]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// Packs a dataset in which [`super::check::dataset`] found no problem.
///
/// # Panics
///
/// Where a name does not resolve or a date does not read: the check would have said so.
pub fn pack<'a>(data: &'a Dataset, lines: &'a Lines) -> (Pack<'a>, Texts<'a>) {
    let names = Numbers::of(data);
    let locators = Locators::of(data, &names);
    let brought = brought(data);
    let ids: Vec<&str> = data.claims.iter().map(|filed| filed.record.id.as_str()).collect();
    let key_bits = key_bits(&ids);
    let keys = ids.iter().map(|id| claim_key(id, key_bits)).collect();
    let ties: Vec<Link> = data
        .links
        .iter()
        .map(|link| Link {
            from: names.claim(&link.from),
            to: names.claim(&link.to),
            kind: link.kind,
        })
        .collect();
    let routes: Vec<Route<'a>> = data.routes.iter().map(|raw| route(raw, &names)).collect();
    let texts = Texts {
        ties: ties.clone(),
        routes: routes.clone(),
        names: ids,
        sources: source_texts(data, lines),
        references: references(data, lines, &names),
        claims: data
            .claims
            .iter()
            .map(|c| claim_text(&c.record, &names, &locators, &brought))
            .collect(),
        categories: category_texts(data, &names),
        tours: tours(data, &names),
        releases: releases(data, &names, &brought),
        propositions: data.issues.iter().map(|issue| issue.proposition.as_str()).collect(),
        actors: data.actors.iter().map(actor_text).collect(),
        places: shown_places(data).map(place_text).collect(),
        links: data.links.iter().map(|link| link.note.as_deref()).collect(),
        stated: data.links.iter().map(|link| cited(&link.cites, &names)).collect(),
        paragraphs: locators.paragraphs,
    };
    let pack = Pack {
        version: &data.version,
        sources: sources(data, lines, &names),
        actors: data
            .actors
            .iter()
            .map(|actor| Actor {
                slug: &actor.id,
                kind: actor.kind,
                name: &actor.name,
                seat: actor.seat.as_ref().map(|seat| names.place(seat)),
            })
            .collect(),
        places: places(data, &names),
        categories: data
            .categories
            .iter()
            .map(|category| Category {
                slug: &category.id,
                group: category.group,
                name: &category.name,
            })
            .collect(),
        issues: data
            .issues
            .iter()
            .map(|issue| Issue { slug: &issue.id, group: issue.group, name: &issue.name })
            .collect(),
        references: data.references.iter().map(|reference| reference.id.as_str()).collect(),
        key_bits,
        keys,
        claims: data.claims.iter().map(|c| claim(&c.record, &names)).collect(),
        links: ties,
        routes,
    };
    (pack, texts)
}

fn route<'a>(raw: &'a raw::Route, names: &Numbers<'a>) -> Route<'a> {
    Route {
        slug: &raw.id,
        name: &raw.name,
        kind: raw.kind,
        via: raw.via.iter().map(|place| names.place(place)).collect(),
        claims: raw.claims.iter().map(|claim| names.claim(claim)).collect(),
        when: raw.date.as_ref().map(|date| date::read(date).expect("the date was checked")),
    }
}

fn places<'a>(data: &'a Dataset, names: &Numbers<'a>) -> Vec<Place<'a>> {
    let place = |place: &'a raw::Place| Place {
        slug: &place.id,
        name: &place.name,
        lon_e5: (place.lon * 1e5).round() as i32,
        lat_e5: (place.lat * 1e5).round() as i32,
        precision_hm: (place.precision_km * 10.0).round() as u16,
        kind: place.kind,
        country: place.country.as_ref().and_then(|id| names.actors.get(id.as_str()).copied()),
    };
    shown_places(data).map(place).collect()
}

fn actor_text(actor: &raw::Actor) -> ActorText<'_> {
    ActorText {
        name_ru: actor.name_ru.as_deref(),
        aliases: actor.aliases.iter().map(String::as_str).collect(),
        acronyms: actor.acronyms.iter().map(String::as_str).collect(),
    }
}

fn place_text(place: &raw::Place) -> PlaceText<'_> {
    PlaceText {
        name_ru: place.name_ru.as_deref(),
        aliases: place.aliases.iter().map(String::as_str).collect(),
    }
}

/// Places that claims or seats name, and towns to find the way by; the others are for the next
/// curator.
pub fn shown_places(data: &Dataset) -> impl Iterator<Item = &raw::Place> {
    let of_claims = data.claims.iter().flat_map(|filed| &filed.record.places);
    let of_actors = data.actors.iter().filter_map(|actor| actor.seat.as_ref());
    let of_routes = data.routes.iter().flat_map(|route| &route.via);
    let named: BTreeSet<&String> = of_claims.chain(of_actors).chain(of_routes).collect();
    let is_town = |kind| matches!(kind, PlaceKind::Capital | PlaceKind::City | PlaceKind::Town);
    data.places.iter().filter(move |place| named.contains(&place.id) || is_town(place.kind))
}

fn sources<'a>(data: &'a Dataset, lines: &'a Lines, names: &Numbers<'a>) -> Vec<Source<'a>> {
    data.sources
        .iter()
        .zip(&lines.authors)
        .map(|(source, authors)| Source {
            slug: &source.id,
            title: &source.title,
            authors,
            year: &source.year,
            horizon: date::last_day(&source.horizon).expect("the horizon was checked"),
            horizon_text: &source.horizon,
            scope_actors: source.scope.actors.iter().map(|id| names.actor(id)).collect(),
            scope_categories: source.scope.categories.iter().map(|id| names.category(id)).collect(),
        })
        .collect()
}

fn references<'a>(data: &'a Dataset, lines: &'a Lines, names: &Numbers<'a>) -> Vec<Reference<'a>> {
    data.references
        .iter()
        .zip(&lines.references)
        .map(|(reference, text)| Reference {
            source: names.source(&reference.source),
            note: reference.note,
            text,
            authors: reference.authors.iter().map(String::as_str).collect(),
            title: reference.title.as_deref(),
            outlet: reference.outlet.as_deref(),
            date: reference.date.as_deref(),
            accessed: reference.accessed.as_deref(),
            url: reference.url.as_deref(),
            language: reference.language.as_deref(),
            kind: reference.kind,
        })
        .collect()
}

/// Which bits of their hashes tell all ids apart, as few as there can be: how many, from which on.
fn key_bits(ids: &[&str]) -> (u8, u8) {
    let apart = |&bits: &(u8, u8)| {
        let mut seen = BTreeSet::new();
        ids.iter().all(|id| seen.insert(claim_key(id, bits)))
    };
    let choices = (1..64).flat_map(|bits| (0..=64 - bits).map(move |shift| (bits, shift)));
    choices.into_iter().find(apart).unwrap_or((64, 0))
}

fn claim<'a>(raw: &'a raw::Claim, names: &Numbers<'a>) -> Claim<'a> {
    Claim {
        name: OnceLock::from(raw.id.as_str()),
        category: names.category(&raw.category),
        tags: raw.tags.iter().map(|tag| names.category(tag)).collect(),
        kind: raw.kind,
        parties: raw.actors.iter().map(|party| (names.actor(&party.id), party.role)).collect(),
        date: raw.date.as_deref().map(OnceLock::from).unwrap_or_default(),
        when: raw.date.as_ref().map(|date| date::read(date).expect("the date was checked")),
        places: raw.places.iter().map(|place| names.place(place)).collect(),
        code: raw.code.as_ref().map(|code| code.rename(&mut { names })),
        voice: (raw.voice != AUTHOR).then(|| names.actor(&raw.voice)),
        sources: cited(&raw.cites, names),
        issue: raw.issue.as_ref().map(|issue| names.issue(issue)),
        weight: raw.weight,
        absence: raw.absence,
        noted: raw.note.is_some(),
    }
}

fn claim_text<'a>(
    raw: &'a raw::Claim,
    names: &Numbers<'a>,
    locators: &Locators<'a>,
    brought: &BTreeMap<&str, u8>,
) -> ClaimText<'a> {
    ClaimText {
        summary: &raw.summary,
        date: raw.date.as_deref(),
        detail: raw.detail.as_deref(),
        quantities: raw
            .quantities
            .iter()
            .map(|quantity| Quantity {
                what: &quantity.what,
                value: quantity.value,
                max: quantity.max,
                qualifier: quantity.qualifier,
                unit: &quantity.unit,
                per: quantity.per.as_deref(),
                at: quantity.at.as_deref(),
            })
            .collect(),
        cites: raw.cites.iter().map(|cite| locators.cite(cite, names)).collect(),
        note: raw.note.as_deref(),
        release: brought.get(raw.id.as_str()).copied().unwrap_or_default(),
    }
}

/// Every name and its number.
struct Numbers<'a> {
    sources: BTreeMap<&'a str, SourceId>,
    actors: BTreeMap<&'a str, ActorId>,
    places: BTreeMap<&'a str, PlaceId>,
    categories: BTreeMap<&'a str, CategoryId>,
    issues: BTreeMap<&'a str, IssueId>,
    claims: BTreeMap<&'a str, ClaimId>,
}

macro_rules! lookups {
    ($($name:ident in $list:ident: $id:ty;)*) => {$(
        fn $name(&self, id: &str) -> $id {
            *self.$list.get(id).expect("every name was checked")
        }
    )*};
}

impl<'a> Numbers<'a> {
    fn of(data: &'a Dataset) -> Self {
        fn number<'a, Id>(
            ids: impl Iterator<Item = &'a String>,
            at: fn(usize) -> Id,
        ) -> BTreeMap<&'a str, Id> {
            ids.enumerate().map(|(index, id)| (id.as_str(), at(index))).collect()
        }
        Self {
            sources: number(data.sources.iter().map(|r| &r.id), SourceId::at),
            actors: number(data.actors.iter().map(|r| &r.id), ActorId::at),
            places: number(shown_places(data).map(|r| &r.id), PlaceId::at),
            categories: number(data.categories.iter().map(|r| &r.id), CategoryId::at),
            issues: number(data.issues.iter().map(|r| &r.id), IssueId::at),
            claims: number(data.claims.iter().map(|c| &c.record.id), ClaimId::at),
        }
    }

    lookups! {
        source in sources: SourceId;
        actor in actors: ActorId;
        place in places: PlaceId;
        category in categories: CategoryId;
        issue in issues: IssueId;
        claim in claims: ClaimId;
    }
}

impl<'a> Naming<'a, ActorId, PlaceId, IssueId, &'a str> for &Numbers<'a> {
    fn actor(&mut self, _: &'static str, name: &'a str) -> ActorId {
        Numbers::actor(self, name)
    }

    fn place(&mut self, _: &'static str, name: &'a str) -> PlaceId {
        Numbers::place(self, name)
    }

    fn issue(&mut self, _: &'static str, name: &'a str) -> IssueId {
        Numbers::issue(self, name)
    }

    fn text(&mut self, _: &'static str, text: &'a str) -> &'a str {
        text
    }
}

/// Which paragraph a line belongs to, and which works stand in a note.
struct Locators<'a> {
    paragraphs: Vec<Paragraph<'a>>,
    lines: BTreeMap<(SourceId, u32), u16>,
    notes: BTreeMap<(SourceId, u16), Vec<ReferenceId>>,
}

impl<'a> Locators<'a> {
    fn of(data: &'a Dataset, names: &Numbers<'a>) -> Self {
        let mut locators =
            Self { paragraphs: Vec::new(), lines: BTreeMap::new(), notes: BTreeMap::new() };
        for (source, lines) in &data.locators {
            let source = names.source(source);
            for paragraph in &lines.paragraphs {
                let at =
                    u16::try_from(locators.paragraphs.len()).expect("fewer than 65,536 paragraphs");
                locators.paragraphs.push(Paragraph {
                    section: &paragraph.section,
                    heading: &paragraph.heading,
                    number: paragraph.paragraph,
                });
                locators.lines.extend(paragraph.lines.iter().map(|&line| ((source, line), at)));
            }
        }
        for (at, reference) in data.references.iter().enumerate() {
            if let Some(note) = reference.note {
                let note = (names.source(&reference.source), note);
                locators.notes.entry(note).or_default().push(ReferenceId::at(at));
            }
        }
        locators
    }

    fn cite(&self, raw: &'a raw::Cite, names: &Numbers<'a>) -> Cite<'a> {
        let source = names.source(&raw.source);
        let paragraphs: BTreeSet<u16> =
            raw.lines.iter().filter_map(|&line| self.lines.get(&(source, line)).copied()).collect();
        let notes = raw.footnotes.iter().filter_map(|&note| self.notes.get(&(source, note)));
        Cite {
            source,
            paragraphs: paragraphs.into_iter().collect(),
            lines: raw.lines.clone(),
            footnotes: raw.footnotes.clone(),
            references: notes.flatten().copied().collect(),
            terms: raw.terms.iter().map(String::as_str).collect(),
        }
    }
}
