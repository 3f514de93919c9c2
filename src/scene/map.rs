//! The map: the plate that never changes, and the marks of an answer upon it.

mod badge;
mod degrees;
mod layout;
mod names;
mod plate;
mod symbol;

pub use badge::{Badge, BadgeSpot, badge_boxes, badge_spots, capitals};
pub use degrees::Degree;
pub use layout::{Draft, Label, Layout, NameSpot, SYMBOL, SiteSpot, TownSpot, layout, moored};
#[cfg(not(target_arch = "wasm32"))]
pub use names::WRITTEN;
pub(crate) use names::in_view;
pub use names::{AREA_NAMES, AreaName, AreaStyle, ENCLAVES, Letter, of_state};
pub(crate) use plate::INSIDE;
pub use plate::{Dispute, Part, Plate, PlatePath};
pub use symbol::symbol_path;

use crate::atlas::term::{FacilityKind, PlaceKind};
use crate::atlas::{ActorId, Atlas, Code, PlaceId};
use crate::geo::{Albers, MapPoint, Projection};
use crate::query::standing::{Hold, SiteStatus, is_contested, site_status, standing_under};
use crate::query::{Filter, Relation, Subject};
use crate::words::{Area, Said};

include!(concat!(env!("OUT_DIR"), "/hillshade.rs"));

/// The marks of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapScene {
    /// Facilities, in the order that the keyboard visits them: by state, then place.
    pub sites: Vec<Site>,
    /// The places of the facilities of any date, in the same order.
    pub berths: Vec<Berth>,
    /// Capitals, towns and enclaves.
    pub towns: Vec<Town>,
    /// The powers' capitals.
    pub badges: Vec<Badge>,
    /// The names of areas as they are written, in the order of [`AREA_NAMES`].
    pub names: Vec<String>,
}

/// A facility.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Where.
    pub place: PlaceId,
    /// Where on the plane.
    pub at: MapPoint,
    /// Whose.
    pub operator: ActorId,
    /// What it is; its shape.
    pub kind: FacilityKind,
    /// Whether it works at the date; its fill.
    pub status: SiteStatus,
    /// The documents disagree about it.
    pub disputed: bool,
    /// The date looked from lies past what its document could know.
    pub last_known: bool,
    /// Which of two documents tells it, where two are compared.
    pub told: Option<Relation>,
    /// The place's name.
    pub name: &'static str,
    /// The facility as it is spoken.
    pub spoken: String,
}

/// A place on the map that a facility of some date takes. It is kept free at all dates: a symbol never moves
/// because another one comes or goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Berth {
    /// Where.
    pub place: PlaceId,
    /// Whose.
    pub operator: ActorId,
    /// Where on the plane.
    pub at: MapPoint,
}

/// A capital, a town or an enclave.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Where on the plane.
    pub at: MapPoint,
    /// Its name.
    pub name: &'static str,
    /// Capitals, enclaves and towns are drawn differently.
    pub kind: PlaceKind,
    /// Importance among its like, 0 first.
    pub rank: u8,
    /// A government beyond the five states sits there: a landmark of the wider frame.
    pub abroad: bool,
}

/// The marks of what a filter keeps.
pub fn map(atlas: &Atlas, filter: &Filter) -> MapScene {
    let albers = Albers::central_asia();
    MapScene {
        sites: sites(atlas, filter, &albers),
        berths: berths(atlas, filter, &albers),
        towns: towns(atlas, &albers),
        badges: capitals(atlas),
        names: names::written(atlas),
    }
}

/// What a map has before any claim is put on it.
pub fn landmarks(atlas: &Atlas) -> MapScene {
    let towns = towns(atlas, &Albers::central_asia());
    MapScene { towns, names: names::written(atlas), ..MapScene::default() }
}

fn sites(atlas: &Atlas, filter: &Filter, albers: &Albers) -> Vec<Site> {
    let sites: Vec<Site> = standing_under(atlas, filter)
        .iter()
        .filter_map(|standing| {
            let Subject::Facility { place, operator } = standing.subject else { return None };
            let (claim, hold) = standing.first(atlas)?;
            let Some(Code::Facility(code)) = &claim.code else { return None };
            let status = site_status(atlas, standing)?;
            let held = match status {
                SiteStatus::Possible if claim.when.is_some() => String::new(),
                SiteStatus::Possible => super::words::dated(atlas.words(), claim),
                _ => super::words::held(atlas, standing),
            };
            let (name, operator_name) = (atlas.place(place).name, atlas.actor(operator).name);
            let mut spoken =
                format!("{name}, {operator_name}, {}, {}", atlas.say(code.kind), atlas.say(status));
            let disputed = standing.disputed || is_contested(atlas, place, operator);
            let contested = if disputed { atlas.say(Said::Disputed) } else { "" };
            for extra in [held.as_str(), contested] {
                if !extra.is_empty() {
                    spoken.push_str(", ");
                    spoken.push_str(extra);
                }
            }
            Some(Site {
                place,
                at: albers.forward(atlas.position(place))?,
                operator,
                kind: code.kind,
                status,
                disputed,
                last_known: filter.at.is_some() && hold == Hold::LastKnown,
                told: None,
                name,
                spoken,
            })
        })
        .collect();
    let order = crate::order::by_key(sites.iter().map(|site| turn(atlas, site.place)));
    order.into_iter().filter_map(|at| sites.get(at).cloned()).collect()
}

fn berths(atlas: &Atlas, filter: &Filter, albers: &Albers) -> Vec<Berth> {
    let mut always = filter.clone();
    always.at = None;
    let berth = |id| {
        let Some(Code::Facility(code)) = &atlas.claim(id).code else { return None };
        let (place, operator) = (code.place, code.operator);
        Some(Berth { place, operator, at: albers.forward(atlas.position(place))? })
    };
    let found: Vec<Berth> = always.begun(atlas).iter().filter_map(berth).collect();
    let turns =
        found.iter().map(|own| (turn(atlas, own.place) << 16) + own.operator.index() as u64);
    let order = crate::order::by_key(turns);
    let mut berths: Vec<Berth> =
        order.into_iter().filter_map(|at| found.get(at).copied()).collect();
    berths.dedup();
    berths
}

/// When the keyboard comes to a place: by state, what lies outside the five last; a state's places one
/// by one.
pub fn turn(atlas: &Atlas, place: PlaceId) -> u64 {
    let country = atlas.place(place).country;
    let states = atlas.states();
    let state = states.iter().position(|&state| Some(state) == country).unwrap_or(states.len());
    ((state as u64) << 32) + place.index() as u64 + 1
}

/// Towns that help a reader to find the way, most useful first. The five capitals come before all
/// of them.
const TOWNS: &[&str] = &[
    "almaty",
    "samarkand",
    "osh",
    "shymkent",
    "bukhara",
    "mary",
    "khujand",
    "aktau",
    "oral",
    "atyrau",
    "aktobe",
    "semey",
    "kashgar",
    "urumqi",
    "turkmenbashi",
    "nukus",
    "kyzylorda",
    "taraz",
    "termez",
    "khorugh",
    "murghab",
    "naryn",
    "karakol",
    "andijan",
    "namangan",
    "fergana",
    "kokand",
    "batken",
    "jalal-abad",
    "turkistan",
    "astrakhan",
    "baku",
    "mazar-i-sharif",
    "tehran",
    "kabul",
    "beineu",
    "atasu",
    "talas",
    "balykchy",
    "kuryk",
    "novosibirsk",
    "new-delhi",
    "islamabad",
    "ankara",
    "riyadh",
    "minsk",
    "tbilisi",
    "yerevan",
];

fn towns(atlas: &Atlas, albers: &Albers) -> Vec<Town> {
    let seats: Vec<PlaceId> =
        atlas.states().iter().filter_map(|&state| atlas.actor(state).seat).collect();
    let town = |place: PlaceId, kind: PlaceKind, rank: usize| {
        let at = albers.forward(atlas.position(place))?;
        let rank = u8::try_from(rank).unwrap_or(u8::MAX);
        let record = atlas.place(place);
        let abroad = record.kind == PlaceKind::Capital && kind == PlaceKind::Town;
        Some(Town { at, name: record.name, kind, rank, abroad })
    };
    let capitals =
        seats.iter().enumerate().filter_map(|(rank, &seat)| town(seat, PlaceKind::Capital, rank));
    let others = TOWNS
        .iter()
        .enumerate()
        .filter_map(|(rank, slug)| town(atlas.place_named(slug)?, PlaceKind::Town, rank));
    let enclaves = (AREA_NAMES.len()..).zip(ENCLAVES).filter_map(|(index, (name, place))| {
        let at = albers.forward(place)?;
        let name = atlas.words().translated(Area::AreaName, index, name);
        Some(Town { at, name, kind: PlaceKind::Enclave, rank: 0, abroad: false })
    });
    capitals.chain(enclaves).chain(others).collect()
}
