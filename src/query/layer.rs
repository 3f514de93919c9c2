//! What the map shows beside the plate: layers of marks, the members of an organisation, and a
//! measure of the states' ties with one power.

use crate::atlas::term::ActorKind;
use crate::atlas::{ActorId, Atlas, CategoryId, Code};
use crate::words::{Frame, speaks};

/// One sort of marks or lines on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Bases and other facilities.
    Sites,
    /// Diplomatic and consular posts.
    Posts,
    /// Events that a document places.
    Events,
    /// Visits.
    Visits,
    /// Routes of transit, pipelines, corridors.
    Routes,
    /// Disputes and enclaves.
    Disputes,
    /// Lines from the powers to the states.
    Flows,
}

impl Layer {
    /// All of them, in the order of the legend and of links.
    pub const ALL: [Self; 7] = [
        Self::Sites,
        Self::Posts,
        Self::Events,
        Self::Visits,
        Self::Routes,
        Self::Disputes,
        Self::Flows,
    ];

    /// The layer as links write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Sites => "sites",
            Self::Posts => "posts",
            Self::Events => "events",
            Self::Visits => "visits",
            Self::Routes => "routes",
            Self::Disputes => "disputes",
            Self::Flows => "flows",
        }
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

speaks! {
    Layer as Layer {
        Sites: "Facilities", "Объекты";
        Posts: "Diplomatic posts", "Загранучреждения";
        Events: "Events", "События";
        Visits: "Visits", "Визиты";
        Routes: "Routes", "Маршруты";
        Disputes: "Disputes and enclaves", "Споры и анклавы";
        Flows: "Claims per power and state", "Утверждения по парам";
    }
}

/// The layers that are on. Sites alone by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers {
    on: u8,
    /// The organisation whose members are marked.
    pub organisation: Option<ActorId>,
}

impl Default for Layers {
    fn default() -> Self {
        Self { on: Layer::Sites.bit(), organisation: None }
    }
}

impl Layers {
    /// No layer at all, as links write it.
    const NONE: &'static str = "none";

    /// Whether a layer is on.
    pub fn has(self, layer: Layer) -> bool {
        self.on & layer.bit() != 0
    }

    /// Switches a layer on or off.
    pub fn toggle(&mut self, layer: Layer) {
        self.on ^= layer.bit();
    }

    /// The layers as links write them: ids of layers and one of an organisation.
    pub fn text(self, atlas: &Atlas) -> String {
        let layers = Layer::ALL.into_iter().filter(|&layer| self.has(layer)).map(Layer::id);
        let organisation = self.organisation.map(|id| atlas.actor(id).slug);
        let ids: Vec<&str> = layers.chain(organisation).collect();
        if ids.is_empty() { Self::NONE.to_owned() } else { ids.join("~") }
    }

    /// Reads what links write, and hands each part that is none of ours to `refuse`. A list of nothing else asks for
    /// nothing that there is: it is read as the layers that are on by default.
    pub fn read(atlas: &Atlas, list: &str, mut refuse: impl FnMut(&str)) -> Self {
        let mut layers = Self { on: 0, organisation: None };
        if list == Self::NONE {
            return layers;
        }
        for id in list.split('~') {
            let member = || organisations(atlas).find(|&actor| atlas.actor(actor).slug == id);
            if let Some(layer) = Layer::ALL.into_iter().find(|layer| layer.id() == id) {
                layers.on |= layer.bit();
            } else if let Some(actor) = member().filter(|_| layers.organisation.is_none()) {
                layers.organisation = Some(actor);
            } else {
                // None beside others is none of ours.
                refuse(id);
            }
        }
        if layers.on == 0 && layers.organisation.is_none() { Self::default() } else { layers }
    }
}

/// The organisations of which the documents say who is a member, in the atlas's order.
pub fn organisations(atlas: &Atlas) -> impl Iterator<Item = ActorId> {
    let coded = |actor: ActorId| {
        let names = |code: &Code<ActorId, _, _, _>| matches!(code, Code::Membership(own) if own.organisation == actor);
        atlas.index().actor(actor).iter().any(|id| atlas.claim(id).code.as_ref().is_some_and(names))
    };
    let organisations = atlas.actors().filter(|(_, actor)| actor.kind == ActorKind::Organisation);
    organisations.map(|(id, _)| id).filter(move |&id| coded(id))
}

/// How each of the five states stands with a power, by one category or by all claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The category; none for the number of all claims.
    pub category: Option<CategoryId>,
    /// The power.
    pub power: ActorId,
}

impl Measure {
    /// The measure that counts all claims, as links write it.
    const CLAIMS: &'static str = "claims";

    /// The measure as links write it: `partnership~RU`.
    pub fn text(self, atlas: &Atlas) -> String {
        let category = self.category.map_or(Self::CLAIMS, |id| atlas.category(id).slug);
        format!("{category}~{}", atlas.actor(self.power).slug)
    }

    /// Reads what links write; `None` where it is none of ours.
    pub fn read(atlas: &Atlas, text: &str) -> Option<Self> {
        let (category, power) = text.split_once('~')?;
        let category = match category {
            Self::CLAIMS => None,
            slug => Some(measured(atlas).find(|&id| atlas.category(id).slug == slug)?),
        };
        let power = *atlas.powers().iter().find(|&&id| atlas.actor(id).slug == power)?;
        Some(Self { category, power })
    }

    /// The measure as a reader sees it.
    pub fn words(self, atlas: &Atlas) -> String {
        let category = self.category.map_or(atlas.say(Frame::Claims), |id| atlas.category(id).name);
        format!("{category}, {}", atlas.actor(self.power).name)
    }
}

/// The categories that can be a measure: those that some claim has.
pub fn measured(atlas: &Atlas) -> impl Iterator<Item = CategoryId> {
    let ids = atlas.categories().map(|(id, _)| id);
    ids.filter(|&id| !atlas.index().category(id).is_empty())
}
