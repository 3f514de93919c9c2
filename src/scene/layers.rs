//! What the map shows beside sites and towns: points, lines and areas, each with the claims that
//! it stands on. A layer that is off is counted all the same, for its switch.

mod against;
mod area;
mod block;
mod cluster;
mod lay;
mod line;
mod point;

pub use area::{Area, Member, Step, areas, coding, key, members};
pub use block::{Block, CODE, PILL, ROW};
pub use cluster::{Cluster, clusters, gather};
pub use lay::{Laid, PointSpot, RouteSpot, Turn, lay};
pub use line::{Flow, RouteLine, WIDEST, flows, in_flows, routes};
pub use point::{Counts, Point, Points, points};

use crate::atlas::{ActorId, Atlas, ClaimId, LonLat};
use crate::geo::{Albers, MapPoint, Projection};
use crate::query::{Filter, Layer, Layers, Lens, Measure};
use crate::scene::map::{MapScene, map};
use crate::words::Overlays;

/// The map with its layers.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay {
    /// Sites, unless their layer is off, and what the map has without any layer.
    pub base: MapScene,
    /// What other layers have at places.
    pub points: Vec<Point>,
    /// How much each layer holds, on or off, in the order of [`Layer::ALL`].
    pub counts: [Counts; Layer::ALL.len()],
    /// What is told of states and between places.
    pub told: Told,
    /// What the states are shaded by.
    pub measure: Option<Measure>,
    /// Which layers are on.
    pub layers: Layers,
    /// Two documents that the marks are compared by ([`Overlay::compare`]), and how many marks are told how, in the
    /// order of [`Relation::TOLD`](crate::query::Relation::TOLD).
    pub compared: Option<(Lens, [usize; 4])>,
}

/// What is told of whole states and between places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// The states under the measure.
    pub areas: Vec<Area>,
    /// The states as members of the organisation.
    pub members: Vec<Member>,
    /// Routes.
    pub routes: Vec<RouteLine>,
    /// Flows.
    pub flows: Vec<Flow>,
}

/// The map of what a filter keeps, with the layers that are on.
pub fn overlay(
    atlas: &Atlas,
    filter: &Filter,
    layers: Layers,
    measure: Option<Measure>,
) -> Overlay {
    let answer = filter.run(atlas);
    let mut base = map(atlas, filter);
    let Points { shown, mut counts } = points(atlas, filter, &answer, layers);
    let mut told = Told { routes: routes(atlas, filter, &answer), ..Told::default() };
    let of_pairs = in_flows(atlas, &answer.kept, measure);
    for (layer, placed) in [
        (Layer::Sites, base.sites.len()),
        (Layer::Routes, told.routes.len()),
        (Layer::Flows, of_pairs),
    ] {
        counts[layer as usize].placed = placed;
    }
    if !layers.has(Layer::Sites) {
        base.sites.clear();
        base.berths.clear();
    }
    told.routes.retain(|_| layers.has(Layer::Routes));
    if let Some(measure) = measure {
        told.areas = areas(atlas, filter, measure);
    }
    if let Some(organisation) = layers.organisation {
        told.members = members(atlas, filter, organisation);
    }
    if layers.has(Layer::Flows) {
        told.flows = flows(atlas, filter, &answer, measure);
    }
    Overlay { base, points: shown, counts, told, measure, layers, compared: None }
}

/// Where what is told of a state as a whole is written, below its name.
const ANCHORS: [(&str, LonLat); 5] = [
    ("KZ", LonLat::new(68.3, 47.4)),
    ("KG", LonLat::new(75.3, 41.3)),
    ("TJ", LonLat::new(72.6, 38.2)),
    ("TM", LonLat::new(61.6, 38.4)),
    ("UZ", LonLat::new(62.4, 42.3)),
];

/// Where what is told of a state is written; `None` for an actor that is none of the five.
pub fn anchor(atlas: &Atlas, state: ActorId) -> Option<MapPoint> {
    let slug = atlas.actor(state).slug;
    let (_, at) = ANCHORS.iter().find(|(own, _)| *own == slug)?;
    Albers::central_asia().forward(*at)
}

/// How a mark ends as it is spoken, where another claim contradicts one of its own.
fn spoken(atlas: &Atlas, disputed: bool) -> &'static str {
    if disputed { atlas.say(Overlays::AndDisputed) } else { "" }
}

/// The link to the claims of a mark: the claim itself where there is one only, else `several`.
fn opens(atlas: &Atlas, claims: &[ClaimId], several: impl FnOnce() -> String) -> String {
    match claims {
        [one] => format!("claim={}", atlas.claim(*one).slug()),
        _ => several(),
    }
}
