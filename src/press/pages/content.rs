//! What stands on each page.

use c5_atlas::atlas::{Atlas, ClaimId, ClaimSet, Dyad, Texts, Tour};
use c5_atlas::dataset::raw::Dataset;
use c5_atlas::markup::{claim, list, tour, written};
use c5_atlas::query::standing::standings;
use c5_atlas::scene::words;
use c5_atlas::view::ViewState;
use c5_atlas::words::Count;
use serde_json::json;

use super::card::{Cards, GENERAL};
use super::{Kind, Page, dataset};

/// What writes pages: the dataset in its forms, and the pictures that were drawn.
pub(super) struct Writer<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) texts: &'a Texts,
    pub(super) cards: &'a Cards,
}

/// A thing that claims speak of.
struct Subject<'a> {
    kind: Kind,
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
                Subject { kind: Kind::Dyad, slug: &slug, name: &name, line: String::new(), live };
            pages.push(self.list(subject, &dyad.claims(atlas)));
        }
        for (id, actor) in atlas.actors() {
            let (line, live) = (actor.kind.words().to_owned(), format!("entity={}", actor.slug));
            let subject =
                Subject { kind: Kind::Entity, slug: actor.slug, name: actor.name, line, live };
            pages.push(self.list(subject, index.actor(id)));
        }
        for (id, place) in atlas.places() {
            let country = place.country.map(|country| format!(", {}", atlas.actor(country).name));
            let country = country.unwrap_or_default();
            let line = format!("{}{country}, {}", place.kind.words(), words::position(atlas, id));
            let live = format!("place={}", place.slug);
            let subject =
                Subject { kind: Kind::Place, slug: place.slug, name: place.name, line, live };
            pages.push(self.list(subject, index.place(id)));
        }
        for (id, source) in atlas.sources() {
            let line = format!("{}, {}", source.authors, source.year);
            let live = format!("tab=claims&source={}", source.slug);
            let subject =
                Subject { kind: Kind::Source, slug: source.slug, name: source.title, line, live };
            pages.push(self.list(subject, index.source(id)));
        }
        for (id, category) in atlas.categories() {
            let line = self.texts.category(id).map_or("", |text| text.definition);
            let line = line.trim_end_matches('.').to_owned();
            let live = format!("tab=claims&category={}", category.slug);
            let subject = Subject {
                kind: Kind::Category,
                slug: category.slug,
                name: category.name,
                line,
                live,
            };
            pages.push(self.list(subject, index.category(id)));
        }
        for (id, issue) in atlas.issues() {
            let record = records.issues.iter().find(|record| record.id == issue.slug);
            let line = record.map_or("", |record| record.proposition.trim_end_matches('.'));
            let (line, live) = (line.to_owned(), format!("tab=positions&focus={}", issue.slug));
            let (slug, name) = (issue.slug, issue.name);
            let subject = Subject { kind: Kind::Issue, slug, name, line, live };
            pages.push(self.list(subject, index.issue(id)));
        }
        pages.extend(self.texts.tours().iter().map(|tour| Some(self.tour(tour))));
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
            if matches!(kind, Kind::Dyad | Kind::Place | Kind::Entity) {
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
    fn tour(&self, tour: &Tour<'_>) -> Page {
        let atlas = self.atlas;
        let mut claims = ClaimSet::none(atlas.claims().len());
        tour.claims.iter().for_each(|&id| claims.insert(id));
        let description = tour.steps.first().map_or("", |(_, text)| text).to_owned();
        let body = written(|m| {
            m.leaf("h1", &[], tour.title);
            for (link, text) in &tour.steps {
                m.leaf("p", &[], text);
                m.element("p", &[("class", "quiet")], |m| {
                    m.leaf("a", &[("href", link)], "This view in the atlas");
                });
            }
            m.leaf("h2", &[], &atlas.count(claims.len(), Count::Claims));
            list::short(m, atlas, self.texts, &claims);
        });
        Page {
            kind: Kind::Tour,
            slug: tour.slug.to_owned(),
            title: tour.title.to_owned(),
            data: dataset(atlas, tour.title, &description),
            description,
            live: first_view(tour),
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
            kind: Kind::Claim,
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
            claim.places.iter().map(|&place| self.cards.name(Kind::Place, atlas.place(place).slug));
        let pair = Dyad::of_claim(atlas, claim)
            .next()
            .map(|dyad| self.cards.name(Kind::Dyad, &dyad.slug(atlas)));
        places.chain(pair).find(|name| name != GENERAL).unwrap_or_else(|| GENERAL.to_owned())
    }
}

/// A guided story's first view as the page opens it, with the bar that leads on from there.
fn first_view(story: &Tour<'_>) -> String {
    let link = tour::step_link(story, 1, &ViewState::default());
    link.map_or_else(
        || format!("tab=tours&tour={}", story.slug),
        |link| link.trim_start_matches('?').to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use c5_atlas::view::{Choice, link};

    use super::*;

    #[test]
    fn a_storys_page_opens_what_its_first_step_shows() {
        let (atlas, texts) = (Atlas::embedded(), Texts::embedded());
        assert!(!texts.tours().is_empty());
        for story in texts.tours() {
            let (mut view, notices) = link::read(&first_view(story), &atlas);
            assert!(notices.is_empty(), "{}: {notices:?}", story.slug);
            assert_eq!(view.choices.get(Choice::Tour), Some(story.slug));
            view.choices.keep(&|choice| !matches!(choice, Choice::Tour | Choice::Step));
            let (step, _) = story.steps[0];
            assert_eq!(view, link::read(step, &atlas).0, "{}", story.slug);
        }
    }
}
