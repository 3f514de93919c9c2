//! Posts, events, visits, disputes: claims that stand at places.

use std::collections::{BTreeMap, BTreeSet};

use super::{opens, spoken};
use crate::atlas::term::{Kind, PlaceKind};
use crate::atlas::{ActorId, Atlas, Claim, ClaimId, ClaimSet, Code, Dyad, PlaceId, day_from_civil};
use crate::dataset::known;
use crate::geo::{Albers, MapPoint, Projection};
use crate::query::filter::Answer;
use crate::query::standing::{Hold, standing_under};
use crate::query::{AsOf, Certainty, Filter, Layer, Layers, Relation, Subject, time};
use crate::scene::map::turn;
use crate::scene::words;

/// Claims of one layer at one place, of one sender where the layer tells senders apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The layer.
    pub layer: Layer,
    /// Where.
    pub place: PlaceId,
    /// Where on the plane.
    pub at: MapPoint,
    /// Who sends or visits; none for layers that do not tell.
    pub actor: Option<ActorId>,
    /// An enclave, which lies there whatever is claimed.
    pub enclave: bool,
    /// What it stands on; one at least.
    pub claims: Vec<ClaimId>,
    /// Some claim answers the date with "certainly".
    pub sure: bool,
    /// Some claim begins in the year that is looked from.
    pub fresh: bool,
    /// Another claim contradicts one of them.
    pub disputed: bool,
    /// Which of two documents tells it, where two are compared.
    pub told: Option<Relation>,
    /// The link to its claims.
    pub opens: String,
    /// The pair that it is of, as links write it; empty where it is of none.
    pub pair: String,
    /// The mark as it is spoken.
    pub spoken: String,
}

/// How many claims a layer shows, and how many it cannot show for want of a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// With a place.
    pub placed: usize,
    /// Without.
    pub unplaced: usize,
}

/// The points of every layer, and how much each holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points {
    /// Those of the layers that are on, by state, then place, then layer.
    pub shown: Vec<Point>,
    /// One a layer, in the order of [`Layer::ALL`], on or off.
    pub counts: [Counts; Layer::ALL.len()],
}

type Key = (Layer, PlaceId, Option<ActorId>);

/// Claims by where they stand.
struct Gathered<'a> {
    atlas: &'a Atlas,
    filter: &'a Filter,
    layers: Layers,
    marks: BTreeMap<Key, Vec<ClaimId>>,
    /// Posts that surely stand: an undated one may, but past what its document can speak of it stood when last known.
    sure: BTreeSet<Key>,
    counts: [Counts; Layer::ALL.len()],
}

/// The posts, events, visits and disputes of what a filter keeps.
pub fn points(
    atlas: &Atlas,
    filter: &Filter,
    Answer { kept, .. }: &Answer,
    layers: Layers,
) -> Points {
    let counts = Default::default();
    let mut gathered =
        Gathered { atlas, filter, layers, marks: BTreeMap::new(), sure: BTreeSet::new(), counts };
    gathered.posts();
    let disputes = atlas.categories().find(|(_, category)| category.slug == known::DISPUTES);
    for id in kept.iter() {
        let claim = atlas.claim(id);
        if let Some(Code::Visit(visit)) = &claim.code {
            // Where a document names no place the host's seat stands for it.
            let seat = || atlas.actor(visit.host).seat;
            let place = claim.places.first().copied().or_else(seat);
            gathered.put(Layer::Visits, place.as_slice(), Some(visit.visitor), id);
        } else if matches!(claim.code, Some(Code::Dispute(_)))
            || disputes.is_some_and(|(disputes, _)| claim.category == disputes)
        {
            gathered.put(Layer::Disputes, &claim.places, None, id);
        } else if claim.kind == Kind::Event && !is_post_or_site(claim) {
            gathered.put(Layer::Events, &claim.places, None, id);
        }
    }
    gathered.enclaves(kept);
    gathered.finish()
}

fn is_post_or_site(claim: &Claim<'_>) -> bool {
    matches!(claim.code, Some(Code::Post(_) | Code::Facility(_)))
}

impl Gathered<'_> {
    /// Posts that stand, or stood when last known.
    fn posts(&mut self) {
        for standing in standing_under(self.atlas, self.filter) {
            let Subject::Post { sender, place, .. } = standing.subject else { continue };
            for &(id, _) in standing.claims.iter().filter(|(_, hold)| *hold != Hold::Ended) {
                self.put(Layer::Posts, &[place], Some(sender), id);
            }
            if standing.claims.iter().any(|(_, hold)| *hold > Hold::Possible) {
                self.sure.insert((Layer::Posts, place, Some(sender)));
            }
        }
    }

    /// Enclaves that the kept claims speak of, beside those already marked for a dispute.
    fn enclaves(&mut self, kept: &ClaimSet) {
        for (place, _) in self.atlas.places().filter(|(_, place)| place.kind == PlaceKind::Enclave)
        {
            for id in kept.and(self.atlas.index().place(place)).iter() {
                self.put(Layer::Disputes, &[place], None, id);
            }
        }
    }

    fn put(&mut self, layer: Layer, places: &[PlaceId], actor: Option<ActorId>, id: ClaimId) {
        let mut added = false;
        for &place in places {
            let claims = self.marks.entry((layer, place, actor)).or_default();
            if !claims.contains(&id) {
                claims.push(id);
                added = true;
            }
        }
        if let Some(counts) = self.counts.get_mut(layer as usize) {
            counts.placed += usize::from(added);
            counts.unplaced += usize::from(places.is_empty());
        }
    }

    fn finish(self) -> Points {
        let on = self.marks.iter().filter(|((layer, ..), _)| self.layers.has(*layer));
        let all: Vec<Point> = on.filter_map(|(key, claims)| self.point(*key, claims)).collect();
        let order = crate::order::by_key(all.iter().map(|point| turn(self.atlas, point.place)));
        let shown = order.into_iter().filter_map(|at| all.get(at).cloned()).collect();
        Points { shown, counts: self.counts }
    }

    fn point(&self, (layer, place, actor): Key, claims: &[ClaimId]) -> Option<Point> {
        let atlas = self.atlas;
        let record = atlas.place(place);
        let of_claims = || claims.iter().map(|&id| atlas.claim(id));
        let sure = match self.filter.last_day() {
            Some(_) if layer == Layer::Posts => self.sure.contains(&(layer, place, actor)),
            Some(day) => of_claims().any(|claim| time::begun(claim, day) == Certainty::Certainly),
            None => true,
        };
        let new_year = self.filter.at.map(|at| day_from_civil(AsOf::calendar_year(at), 1, 1));
        let begins =
            |claim: &Claim<'_>| claim.when.is_some_and(|when| Some(when.start.0) >= new_year);
        let dyad = actor.and_then(|actor| {
            let host = of_claims().next().and_then(|claim| host(claim)).or(record.country)?;
            Dyad::between(atlas, actor, host)
        });
        let category = of_claims().next().map_or("", |claim| atlas.category(claim.category).slug);
        let opens = opens(atlas, claims, || match dyad {
            Some(dyad) => format!("dyad={}~{category}", dyad.slug(atlas)),
            None => format!("place={}", record.slug),
        });
        let disputed = claims.iter().any(|&id| atlas.index().disputed().contains(id));
        Some(Point {
            layer,
            place,
            at: Albers::central_asia().forward(atlas.position(place))?,
            actor,
            enclave: record.kind == PlaceKind::Enclave,
            claims: claims.to_vec(),
            sure,
            fresh: new_year.is_some() && of_claims().any(begins),
            disputed,
            told: None,
            opens,
            pair: dyad.map(|dyad| dyad.slug(atlas)).unwrap_or_default(),
            spoken: words::point(atlas, layer, place, actor, claims, sure)
                + spoken(atlas, disputed),
        })
    }
}

/// Who receives a visit or a post.
fn host(claim: &Claim<'_>) -> Option<ActorId> {
    match &claim.code {
        Some(Code::Visit(code)) => Some(code.host),
        Some(Code::Post(code)) => Some(code.host),
        _ => None,
    }
}
