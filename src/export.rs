//! What leaves the atlas: citations, tables, pictures, memos. Each is a function of a link, the dataset, the
//! page's address and the day, so that the page, the release files and the tests make the same bytes.

pub mod cite;
pub mod code;
pub mod embed;
pub mod memo;
pub mod picture;
pub mod qr;
pub mod report;
#[cfg(not(target_arch = "wasm32"))]
pub mod russian;
pub mod sheet;
pub mod shown;
pub mod since;
pub mod table;
pub mod work;
pub mod zip;

use picture::{Frame, Plates, Subject};

use crate::atlas::{Atlas, ClaimSet, Texts};
use crate::pages::{against, listed};
use crate::query::Compared;
use crate::view::{Selection, ViewState, link};

/// A part of the atlas that is taken away: what a view shows, from which address, on which day.
pub struct Extract<'a> {
    /// The dataset, in the page's language.
    pub atlas: &'a Atlas,
    /// The same in English: what is cited and what machines read is written from it.
    pub english: &'a Atlas,
    /// Its texts.
    pub texts: &'a Texts,
    /// What the link says.
    pub view: ViewState,
    /// The claims that the view shows.
    pub claims: ClaimSet,
    /// The page's address without its query.
    pub address: &'a str,
    /// The day of taking, `YYYY-MM-DD`.
    pub day: &'a str,
}

/// A file to keep, or a text to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The file's name.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl<'a> Extract<'a> {
    /// What a link shows.
    pub fn of(
        atlas: &'a Atlas,
        texts: &'a Texts,
        query: &str,
        address: &'a str,
        day: &'a str,
    ) -> Self {
        let (view, _) = link::read(query, atlas);
        let claims = listed::claims(atlas, texts, &view);
        Self { atlas, english: atlas, texts, view, claims, address, day }
    }

    /// The same extract for citing and for machines, whatever the page's language.
    pub fn in_english(&self) -> Self {
        let Self { english, texts, ref view, ref claims, address, day, .. } = *self;
        Self {
            atlas: english,
            english,
            texts,
            view: view.clone(),
            claims: claims.clone(),
            address,
            day,
        }
    }

    /// What two documents tell that the view sets against each other.
    fn compared(&self) -> Option<Compared> {
        against::compared(self.english, &self.view)
    }

    /// The address of the view, with its release.
    pub fn link(&self) -> String {
        format!("{}?{}", self.address, link::shared(&self.view, self.atlas))
    }

    /// What the view is of, in words: `Bases, Kyrgyzstan–Russia`.
    pub fn title(&self) -> String {
        shown::title(self.atlas, Some(self.texts), &self.view)
    }

    /// The same without the date, for where the filters stand beside it.
    pub fn name(&self) -> String {
        shown::name_of_view(self.atlas, Some(self.texts), &self.view)
    }

    /// The stem of the names of its files.
    fn stem(&self) -> String {
        let subject = match self.view.selection {
            Some(Selection::Claim(id)) => self.atlas.claim(id).slug().to_owned(),
            Some(Selection::Place(id)) => self.atlas.place(id).slug.to_owned(),
            Some(Selection::Entity(id)) => self.atlas.actor(id).slug.to_owned(),
            Some(Selection::Route(id)) => self.atlas.route(id).slug.to_owned(),
            Some(Selection::Issue(id)) => self.atlas.issue(id).slug.to_owned(),
            Some(Selection::Reference(id)) => self.atlas.reference(id).to_owned(),
            Some(Selection::Dyad(dyad, None)) => dyad.slug(self.atlas),
            Some(Selection::Dyad(dyad, Some(category))) => {
                format!("{}-{}", dyad.slug(self.atlas), self.atlas.category(category).slug)
            }
            None => self.view.tab.slug().to_owned(),
        };
        format!("c5-atlas-{subject}-{}", self.atlas.version())
    }

    /// What a key of the share sheet takes; `None` for a key that means nothing.
    pub fn take(&self, key: &str) -> Option<Taken> {
        let text = |ending: &str, media, text: String| Taken {
            name: format!("{}{ending}", self.stem()),
            media,
            bytes: text.into_bytes(),
        };
        let own = &self.in_english();
        Some(match key {
            "bibtex" => text(".bib", "application/x-bibtex", cite::bibtex(own)),
            "ris" => text(".ris", "application/x-research-info-systems", cite::ris(own)),
            "csl" => text(".csl.json", "application/vnd.citationstyles.csl+json", cite::csl(own)),
            "chicago" => text(".txt", "text/plain", cite::footnotes(own, cite::Style::Chicago)),
            "apa" => text(".txt", "text/plain", cite::footnotes(own, cite::Style::Apa)),
            "csv" => text(".csv", "text/csv", table::csv_of_claims(own)),
            "json" => text(".json", "application/json", table::json(own)),
            "geojson" => text(".geojson", "application/geo+json", table::geojson(own)),
            "zip" => Taken {
                name: format!("{}.zip", self.stem()),
                media: "application/zip",
                bytes: table::bundle(own),
            },
            "report" => text(".txt", "text/plain", report::message(own)?),
            "memo-md" => text(".md", "text/markdown", memo::markdown(self)),
            "memo-html" => text(".html", "text/html", memo::html(self)),
            _ => return None,
        })
    }

    /// The view as a picture in SVG.
    pub fn picture(&self, plates: &Plates<'_>, subject: Subject, frame: Frame) -> Taken {
        Taken {
            name: format!("{}-{}.svg", self.stem(), subject.key()),
            media: "image/svg+xml",
            bytes: picture::svg(self, plates, subject, frame).into_bytes(),
        }
    }
}
