//! The file of the Russian language: every string of the interface and every name that the dataset has in
//! Russian, as plain text. The page fetches it before it starts where the link asks for it.

use crate::atlas::spoken::LISTS;
use crate::dataset::assemble;
use crate::dataset::raw::{self, Dataset};
use crate::query::change::Sign;
use crate::query::facet::{Facet, Only};
use crate::query::layer::Layer;
use crate::query::position::Alignment;
use crate::query::profile::Aspect;
use crate::query::search::Group;
use crate::query::standing::SiteStatus;
use crate::scene::axis;
use crate::scene::crosstab::Axis;
use crate::scene::map::WRITTEN;
use crate::scene::membership::Membership;
use crate::view::state::{Sheet, Tab, Theme};
use crate::words::{Area, BETWEEN_AREAS, BETWEEN_STRINGS, OWN, Word};

/// Names that the interface says shorter than the dataset does, by their actors' ids.
const SHORT: [(&str, &str); 2] = [("US", "США"), ("AE", "ОАЭ")];

/// The areas of strings: each with its English and its Russian.
pub fn areas() -> Vec<(Area, &'static [&'static str], &'static [&'static str])> {
    fn of<W: Word>() -> (Area, &'static [&'static str], &'static [&'static str]) {
        (W::AREA, W::ENGLISH, W::RUSSIAN)
    }
    let others = [
        of::<Tab>(),
        of::<Sheet>(),
        of::<Theme>(),
        of::<Facet>(),
        of::<Only>(),
        of::<Layer>(),
        of::<SiteStatus>(),
        of::<Membership>(),
        of::<Sign>(),
        of::<Alignment>(),
        of::<Aspect>(),
        of::<Group>(),
        of::<Axis>(),
        (Area::AreaName, WRITTEN.0, WRITTEN.1),
        (Area::Landmark, axis::NAMES.0, axis::NAMES.1),
    ];
    OWN.iter().chain(LISTS).copied().chain(others).collect()
}

/// What [`crate::atlas::Atlas::rules`] reads.
fn rules(category: &raw::Category) -> [&Option<String>; 3] {
    [&category.definition_ru, &category.include_ru, &category.exclude_ru]
}

/// What [`crate::atlas::Atlas::account`] reads.
fn accounts(source: &raw::Source) -> [&Option<String>; 4] {
    [&source.year_note_ru, &source.licence_ru, &source.vantage_ru, &source.silences_ru]
}

/// What [`crate::atlas::Atlas::story`] reads.
fn story(tour: &raw::Tour) -> impl Iterator<Item = &Option<String>> {
    [&tour.title_ru].into_iter().chain(tour.steps.iter().map(|step| &step.text_ru))
}

/// The file's text, for the dataset that the build packs.
pub fn file(data: &Dataset) -> String {
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    let both = |(english, russian): &(String, _)| [english.clone(), name(russian)];
    let actor = |actor: &raw::Actor| {
        let short = SHORT.iter().find(|(id, _)| *id == actor.id).map(|(_, short)| *short);
        short.map_or_else(|| name(&actor.name_ru), str::to_owned)
    };
    let areas = areas();
    let strings = |area: Area| -> Vec<String> {
        match area {
            Area::Actors => data.actors.iter().map(actor).collect(),
            Area::Places => {
                assemble::shown_places(data).map(|place| name(&place.name_ru)).collect()
            }
            Area::Categories => data.categories.iter().map(|own| name(&own.name_ru)).collect(),
            Area::Issues => data.issues.iter().map(|issue| name(&issue.name_ru)).collect(),
            Area::Propositions => {
                data.issues.iter().map(|issue| name(&issue.proposition_ru)).collect()
            }
            Area::Threats => data.threats.iter().flat_map(both).collect(),
            Area::Borders => data.borders.iter().flat_map(both).collect(),
            Area::Routes => data.routes.iter().map(|route| name(&route.name_ru)).collect(),
            Area::Rules => data.categories.iter().flat_map(rules).map(name).collect(),
            Area::Accounts => data.sources.iter().flat_map(accounts).map(name).collect(),
            Area::Stories => {
                data.tours.iter().flat_map(|own| story(&own.record)).map(name).collect()
            }
            _ => {
                let own = areas.iter().find(|(own, ..)| *own == area);
                own.into_iter()
                    .flat_map(|(.., russian)| russian.iter())
                    .map(|&s| s.into())
                    .collect()
            }
        }
    };
    let texts: Vec<String> =
        Area::ALL.iter().map(|&area| strings(area).join(&BETWEEN_STRINGS.to_string())).collect();
    texts.join(&BETWEEN_AREAS.to_string())
}
