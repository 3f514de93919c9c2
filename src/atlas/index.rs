//! Which claims speak of what: one set a value, built once.

use super::{ActorId, CategoryId, ClaimId, ClaimSet, IssueId, PlaceId, SourceId};
use crate::dataset::pack::{Link, Pack};
use crate::dataset::term::{Kind, LinkKind};

/// Claims by actor, category, kind, source, place, voice and issue, those that another contradicts, and
/// those that the curator has something to say of.
pub struct Index {
    all: ClaimSet,
    actors: Vec<ClaimSet>,
    categories: Vec<ClaimSet>,
    kinds: Vec<ClaimSet>,
    sources: Vec<ClaimSet>,
    places: Vec<ClaimSet>,
    /// One an actor, and last the authors themselves.
    voices: Vec<ClaimSet>,
    issues: Vec<ClaimSet>,
    disputed: ClaimSet,
    noted: ClaimSet,
    carried: ClaimSet,
    /// The positions of the ties of each claim, claim after claim; and where those of each claim begin, which is one number
    /// more than there are claims.
    ties: (Vec<u32>, Vec<u32>),
}

impl Index {
    pub(super) fn of(pack: &Pack<'static>) -> Self {
        let count = pack.claims.len();
        let sets = |values: usize| vec![ClaimSet::none(count); values];
        let mut index = Self {
            all: ClaimSet::all(count),
            actors: sets(pack.actors.len()),
            categories: sets(pack.categories.len()),
            kinds: sets(Kind::ALL.len()),
            sources: sets(pack.sources.len()),
            places: sets(pack.places.len()),
            voices: sets(pack.actors.len() + 1),
            issues: sets(pack.issues.len()),
            disputed: ClaimSet::none(count),
            noted: ClaimSet::none(count),
            carried: ClaimSet::none(count),
            ties: Default::default(),
        };
        index.tie(&pack.links, count);
        for (at, claim) in pack.claims.iter().enumerate() {
            let id = ClaimId::at(at);
            let enter = |sets: &mut Vec<ClaimSet>, value: usize| {
                if let Some(set) = sets.get_mut(value) {
                    set.insert(id);
                }
            };
            for (actor, _) in &claim.parties {
                enter(&mut index.actors, actor.index());
            }
            enter(&mut index.categories, claim.category.index());
            for tag in &claim.tags {
                enter(&mut index.categories, tag.index());
            }
            enter(&mut index.kinds, claim.kind as usize);
            for source in &claim.sources {
                enter(&mut index.sources, source.index());
            }
            for place in &claim.places {
                enter(&mut index.places, place.index());
            }
            enter(&mut index.voices, claim.voice.map_or(pack.actors.len(), ActorId::index));
            if let Some(issue) = claim.issue {
                enter(&mut index.issues, issue.index());
            }
            if claim.noted {
                index.noted.insert(id);
            }
            if claim.sources.len() > 1 {
                index.carried.insert(id);
            }
        }
        for link in pack.links.iter().filter(|link| link.kind == LinkKind::Contradicts) {
            index.disputed.insert(link.from);
            index.disputed.insert(link.to);
        }
        for link in pack.links.iter().filter(|link| link.kind == LinkKind::Supports) {
            let sources = |id: ClaimId| pack.claims.get(id.index()).map(|claim| &claim.sources);
            if sources(link.from) != sources(link.to) {
                index.carried.insert(link.from);
                index.carried.insert(link.to);
            }
        }
        index
    }

    /// Takes in the ties between claims, in place of those that it had.
    pub(super) fn tie(&mut self, links: &[Link], claims: usize) {
        let ends = || {
            (0..links.len() as u32)
                .zip(links)
                .flat_map(|(at, link)| [(link.from, at), (link.to, at)])
        };
        let mut starts = vec![0_u32; claims + 1];
        for (claim, _) in ends() {
            starts.get_mut(claim.index()).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // Each claim's ties are put in from its last place to its first, so that where it ended is where it begins.
        let mut ties = vec![0_u32; sum as usize];
        for (claim, at) in ends().rev() {
            let Some(start) = starts.get_mut(claim.index()) else { continue };
            *start -= 1;
            ties.get_mut(*start as usize).into_iter().for_each(|place| *place = at);
        }
        self.ties = (ties, starts);
    }

    /// The positions of the ties that a claim has with others.
    pub(super) fn ties(&self, claim: ClaimId) -> impl Iterator<Item = usize> {
        let (ties, starts) = &self.ties;
        let start = |at: usize| starts.get(at).map_or(0, |start| *start as usize);
        let own = ties.get(start(claim.index())..start(claim.index() + 1)).unwrap_or_default();
        own.iter().map(|&at| at as usize)
    }

    /// Every claim.
    pub fn all(&self) -> &ClaimSet {
        &self.all
    }

    /// Claims in which the actor has a part.
    pub fn actor(&self, actor: ActorId) -> &ClaimSet {
        &self.actors[actor.index()]
    }

    /// Claims of the category, by tag too.
    pub fn category(&self, category: CategoryId) -> &ClaimSet {
        &self.categories[category.index()]
    }

    /// Claims of the kind.
    pub fn kind(&self, kind: Kind) -> &ClaimSet {
        &self.kinds[kind as usize]
    }

    /// Claims that cite the document.
    pub fn source(&self, source: SourceId) -> &ClaimSet {
        &self.sources[source.index()]
    }

    /// Claims that name the place.
    pub fn place(&self, place: PlaceId) -> &ClaimSet {
        &self.places[place.index()]
    }

    /// Claims that report the actor's view; without one those in the authors' own voice.
    pub fn voice(&self, actor: Option<ActorId>) -> &ClaimSet {
        &self.voices[actor.map_or(self.actors.len(), ActorId::index)]
    }

    /// Claims that speak to the issue.
    pub fn issue(&self, issue: IssueId) -> &ClaimSet {
        &self.issues[issue.index()]
    }

    /// Claims that carry a curator's note.
    pub fn noted(&self) -> &ClaimSet {
        &self.noted
    }

    /// Claims whose fact two documents or more carry: those that they cite, or that a claim cites which supports
    /// them or which they support.
    pub fn carried(&self) -> &ClaimSet {
        &self.carried
    }

    /// Claims that another contradicts, or that contradict another.
    pub fn disputed(&self) -> &ClaimSet {
        &self.disputed
    }
}
