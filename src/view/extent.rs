//! What part of the plane a selection takes up.

use super::state::{Selection, ViewState};
use crate::atlas::{Atlas, ClaimId, PlaceId};
use crate::geo::{Albers, Bounds, Projection};

/// Room round what is shown, km: a single place is shown with its surroundings.
const ROOM: f64 = 60.0;

/// The box round every place of what is selected; `None` where nothing is, or it has no place.
pub fn extent(atlas: &Atlas, view: &ViewState) -> Option<Bounds> {
    let kept = view.filter.begun(atlas);
    let index = atlas.index();
    let of_claims = |claims: &mut dyn Iterator<Item = ClaimId>| -> Vec<PlaceId> {
        claims.flat_map(|claim| atlas.claim(claim).places.iter().copied()).collect()
    };
    let places = match view.selection? {
        Selection::Place(place) => vec![place],
        Selection::Claim(claim) => of_claims(&mut std::iter::once(claim)),
        Selection::Route(route) => atlas.route(route).via.clone(),
        Selection::Issue(issue) => of_claims(&mut kept.and(index.issue(issue)).iter()),
        // Which claims rest on it stands in the texts.
        Selection::Reference(_) => Vec::new(),
        Selection::Entity(actor) => of_claims(&mut kept.and(index.actor(actor)).iter()),
        Selection::Dyad(dyad, category) => {
            let mut claims = kept.and(&dyad.claims(atlas));
            if let Some(category) = category {
                claims.intersect(index.category(category));
            }
            let own = |place: &PlaceId| atlas.place(*place).country == Some(dyad.state);
            of_claims(&mut claims.iter()).into_iter().filter(own).collect()
        }
    };
    let albers = Albers::central_asia();
    let points = places.into_iter().filter_map(|place| albers.forward(atlas.position(place)));
    Bounds::around(points).map(|bounds| bounds.grown(ROOM))
}
