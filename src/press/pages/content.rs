//! What stands on each page.

use c5_atlas::atlas::{Atlas, ClaimId, ClaimSet, Dyad, Texts};
use c5_atlas::dataset::raw::{Dataset, Tour};
use c5_atlas::markup::{claim, list, written};
use c5_atlas::query::standing::standings;
use c5_atlas::scene::words;
use c5_atlas::words::Count;
use serde_json::json;

use super::card::{Cards, GENERAL};
use super::{Page, dataset};

/// What writes pages: the dataset in its forms, and the pictures that were drawn.
pub(super) struct Writer<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) texts: &'a Texts,
    pub(super) cards: &'a Cards,
}

/// A thing that claims speak of.
struct Subject<'a> {
    kind: &'static str,
    slug: &'a str,
    name: &'a str,
    /// What it is.
    line: String,
    /// The query that shows it in the atlas.
    live: String,
}

impl Writer<'_> {
    /// Every page, claims last.
    pub(super) fn pages(&self, records: &Dataset) -> Vec<Page> {
        let atlas = self.atlas;
        let index = atlas.index();
        let mut pages: Vec<Option<Page>> = Vec::new();
        for dyad in atlas.dyads() {
            let (slug, name) = (dyad.slug(atlas), dyad.name(atlas));
            let live = format!("dyad={slug}");
            let subject =
                Subject { kind: "dyad", slug: &slug, name: &name, line: String::new(), live };
            pages.push(self.list(subject, &dyad.claims(atlas)));
        }
        for (id, actor) in atlas.actors() {
            let (line, live) = (actor.kind.words().to_owned(), format!("entity={}", actor.slug));
            let subject =
                Subject { kind: "entity", slug: actor.slug, name: actor.name, line, live };
            pages.push(self.list(subject, index.actor(id)));
        }
        for (id, place) in atlas.places() {
            let country = place.country.map(|country| format!(", {}", atlas.actor(country).name));
            let country = country.unwrap_or_default();
            let line = format!("{}{country}, {}", place.kind.words(), words::position(atlas, id));
            let live = format!("place={}", place.slug);
            let subject = Subject { kind: "place", slug: place.slug, name: place.name, line, live };
            pages.push(self.list(subject, index.place(id)));
        }
        for (id, source) in atlas.sources() {
            let line = format!("{}, {}", source.authors, source.year);
            let live = format!("tab=claims&source={}", source.slug);
            let subject =
                Subject { kind: "source", slug: source.slug, name: source.title, line, live };
            pages.push(self.list(subject, index.source(id)));
        }
        for (id, category) in atlas.categories() {
            let line = self.texts.category(id).map_or("", |text| text.definition);
            let line = line.trim_end_matches('.').to_owned();
            let live = format!("tab=claims&category={}", category.slug);
            let subject =
                Subject { kind: "category", slug: category.slug, name: category.name, line, live };
            pages.push(self.list(subject, index.category(id)));
        }
        for issue in &records.issues {
            let of = |slug: &str| {
                let filed = records.claims.iter().find(|filed| filed.record.id == slug);
                filed.is_some_and(|filed| filed.record.issue.as_deref() == Some(issue.id.as_str()))
            };
            let mut claims = ClaimSet::none(atlas.claims().len());
            atlas
                .claims()
                .filter(|(_, claim)| of(claim.slug()))
                .for_each(|(id, _)| claims.insert(id));
            let line = issue.proposition.trim_end_matches('.').to_owned();
            let live = format!("tab=positions&focus={}", issue.id);
            let subject = Subject { kind: "issue", slug: &issue.id, name: &issue.name, line, live };
            pages.push(self.list(subject, &claims));
        }
        pages.extend(records.tours.iter().map(|filed| Some(self.tour(&filed.record))));
        pages.extend(atlas.claims().map(|(id, _)| Some(self.claim(id))));
        pages.into_iter().flatten().collect()
    }

    /// A page that lists the claims of a thing; none where there are none.
    fn list(&self, subject: Subject<'_>, claims: &ClaimSet) -> Option<Page> {
        let Subject { kind, slug, name, line, live } = subject;
        let atlas = self.atlas;
        if claims.is_empty() {
            return None;
        }
        let said = atlas.count(claims.len(), Count::Claims);
        let speaks = |id| claims.len_with(atlas.index().source(id)) > 0;
        let documents = atlas.sources().filter(|&(id, _)| speaks(id)).count();
        let from = format!("{said} from {}", atlas.count(documents, Count::Documents));
        let about = if line.is_empty() { String::new() } else { format!("{line}. ") };
        let description = format!("{name}: {about}{from}, each with its source.");
        let body = written(|m| {
            m.leaf("h1", &[], name);
            m.leaf("p", &[("class", "quiet")], &format!("{about}{from}."));
            // Of a whole document or category more stands than helps a reader.
            if matches!(kind, "dyad" | "place" | "entity") {
                list::standing(m, atlas, "As last known", &standings(atlas, claims, None));
            }
            m.leaf("h2", &[], &said);
            list::short(m, atlas, self.texts, claims);
        });
        Some(Page {
            kind,
            slug: slug.to_owned(),
            title: name.to_owned(),
            data: dataset(atlas, &format!("{name} in C5 Atlas"), &description),
            description,
            live,
            body: body.replace("<h3>", "<h2>").replace("</h3>", "</h2>"),
            card: self.cards.name(kind, slug),
        })
    }

    /// A guided story: its steps in words, each with the way to its view, and the claims it leans on.
    fn tour(&self, tour: &Tour) -> Page {
        let atlas = self.atlas;
        let mut claims = ClaimSet::none(atlas.claims().len());
        let leans = |slug: &str| tour.claims.iter().any(|claim| claim == slug);
        atlas
            .claims()
            .filter(|(_, claim)| leans(claim.slug()))
            .for_each(|(id, _)| claims.insert(id));
        let description = tour.steps.first().map_or("", |step| step.text.as_str()).to_owned();
        let body = written(|m| {
            m.leaf("h1", &[], &tour.title);
            for step in &tour.steps {
                m.leaf("p", &[], &step.text);
                let view = format!("?{}", step.link.trim_start_matches('?'));
                m.element("p", &[("class", "quiet")], |m| {
                    m.leaf("a", &[("href", &view)], "This view in the atlas");
                });
            }
            m.leaf("h2", &[], &atlas.count(claims.len(), Count::Claims));
            list::short(m, atlas, self.texts, &claims);
        });
        Page {
            kind: "tour",
            slug: tour.id.clone(),
            title: tour.title.clone(),
            data: dataset(atlas, &tour.title, &description),
            description,
            live: format!("tour={}", tour.id),
            body,
            card: GENERAL.to_owned(),
        }
    }

    fn claim(&self, id: ClaimId) -> Page {
        let (atlas, claim) = (self.atlas, self.atlas.claim(id));
        let title = words::summary(atlas, Some(self.texts), id);
        let sources: Vec<_> = claim.sources.iter().map(|&source| atlas.source(source)).collect();
        let titles: Vec<&str> = sources.iter().map(|source| source.title).collect();
        let date = words::dated(atlas.words(), claim);
        let works: Vec<_> = sources
            .iter()
            .map(|source| {
                json!({ "@type": "CreativeWork", "name": source.title, "author": source.authors,
                    "datePublished": source.year })
            })
            .collect();
        let whole = dataset(atlas, "C5 Atlas", "Who does what with Central Asia, and who says so.");
        let data = json!({
            "@context": "https://schema.org", "@type": "Claim", "identifier": claim.slug(), "text": title,
            "temporal": claim.date(), "appearance": works, "isPartOf": whole,
        });
        let body = written(|m| claim::still(m, atlas, self.texts, id))
            .replacen("<h2 id=\"detail-title\" tabindex=\"-1\">", "<h1>", 1)
            .replacen("</h2>", "</h1>", 1)
            .replace("<h3>", "<h2>")
            .replace("</h3>", "</h2>");
        Page {
            kind: "claim",
            slug: claim.slug().to_owned(),
            title,
            description: format!("{date}, {}. So says: {}.", claim.kind.words(), titles.join("; ")),
            live: format!("claim={}", claim.slug()),
            body,
            card: self.card_of_claim(id),
            data,
        }
    }

    /// The picture of a claim: its first place's, else that of the pair it speaks of.
    fn card_of_claim(&self, id: ClaimId) -> String {
        let (atlas, claim) = (self.atlas, self.atlas.claim(id));
        let places =
            claim.places.iter().map(|&place| self.cards.name("place", atlas.place(place).slug));
        let pair = Dyad::of_claim(atlas, claim)
            .next()
            .map(|dyad| self.cards.name("dyad", &dyad.slug(atlas)));
        places.chain(pair).find(|name| name != GENERAL).unwrap_or_else(|| GENERAL.to_owned())
    }
}
