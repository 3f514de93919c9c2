//! What the map shows beside sites and towns: points, lines and areas, each with the claims that
//! it stands on. A layer that is off is counted all the same, for its switch.

mod area;
mod cluster;
mod line;
mod point;

pub use area::{Area, CODED, Member, Membership, Step, areas, members, steps};
pub use cluster::{Cluster, clusters};
pub use line::{Flow, RouteLine, WIDEST, flows, routes};
pub use point::{Counts, Point, Points, points};

use crate::atlas::{ActorId, Atlas, ClaimId, LonLat};
use crate::geo::{Albers, MapPoint, Projection, Rect};
use crate::query::{Filter, Layer, Layers, Measure};

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

impl Told {
    /// Whether nothing is told.
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty()
            && self.members.is_empty()
            && self.routes.is_empty()
            && self.flows.is_empty()
    }

    /// Where something is written on the plane, and the box that it takes there, in px from it.
    pub fn written(&self) -> impl Iterator<Item = (MapPoint, Rect)> {
        let values = self.areas.iter().filter(|area| !area.label.is_empty()).map(|area| area.at);
        let known = self.members.iter().filter(|member| member.membership != Membership::Unknown);
        let one = |at| (at, Rect::new(-46.0, 0.0, 92.0, 18.0));
        let values = values.chain(known.map(|member| member.at)).map(one);
        values.chain(self.flows.iter().map(|flow| (flow.to, Rect::new(-68.0, 6.0, 136.0, 40.0))))
    }
}

/// What the layers that are on tell of states and between places.
pub fn told(atlas: &Atlas, filter: &Filter, layers: Layers, measure: Option<Measure>) -> Told {
    let mut told = Told::default();
    if let Some(measure) = measure {
        told.areas = areas(atlas, filter, measure);
    }
    if let Some(organisation) = layers.organisation {
        told.members = members(atlas, filter, organisation);
    }
    if layers.has(Layer::Routes) {
        told.routes = routes(atlas, filter);
    }
    if layers.has(Layer::Flows) {
        told.flows = flows(atlas, filter, measure);
    }
    told
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

/// The link to the claims of a mark: the claim itself where there is one only, else `several`.
fn opens(atlas: &Atlas, claims: &[ClaimId], several: impl FnOnce() -> String) -> String {
    match claims {
        [one] => format!("claim={}", atlas.claim(*one).slug()),
        _ => several(),
    }
}
