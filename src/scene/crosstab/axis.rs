//! What a table can have in its rows or columns.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::atlas::term::{IssueGroup, Kind};
use crate::atlas::{
    ActorId, Atlas, CategoryId, ClaimId, ClaimSet, Code, Dyad, IssueId, Source, SourceId,
};
use crate::query::layer;
use crate::scene::axis::dated_year;
use crate::scene::words;
use crate::words::{Said, Told};

macro_rules! axes {
    ($($(#[$doc:meta])* $variant:ident = $slug:literal / $words:literal / $russian:literal,)*) => {
        /// What the rows or the columns of a table are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Axis { $($(#[$doc])* $variant,)* }

        impl Axis {
            /// All of them, in the order that a reader chooses from.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// As links write it.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)* }
            }
        }

        crate::words::speaks! { Axis as Axis { $($variant: $words, $russian;)* } }
    };
}

axes! {
    /// The codebook's entries.
    Category = "category" / "categories" / "категории",
    /// A state with a power.
    Dyad = "dyad" / "pairs" / "пары",
    /// The five states.
    State = "state" / "states" / "государства",
    /// Russia, China, the United States.
    Power = "power" / "powers" / "державы",
    /// The states and the powers.
    Party = "party" / "states and powers" / "государства и державы",
    /// What one can be a member of.
    Organisation = "organisation" / "organisations" / "организации",
    /// The documents.
    Source = "source" / "sources" / "источники",
    /// Five years each, by when it began.
    Period = "period" / "periods" / "периоды",
    /// What parties take stands on.
    Issue = "issue" / "issues" / "вопросы",
    /// What sort of statement.
    Kind = "kind" / "kinds of statement" / "виды утверждений",
    /// Whose citizens travel, in rules on visas.
    Traveller = "traveller" / "travellers" / "путешествующие",
    /// Where they travel, in rules on visas.
    Destination = "destination" / "destinations" / "страны назначения",
    /// Who keeps a diplomatic post.
    Sender = "sender" / "senders of posts" / "направляющие стороны",
    /// Who has another's post or facility on its soil.
    Host = "host" / "hosts" / "принимающие стороны",
    /// Who runs a facility.
    Operator = "operator" / "operators" / "эксплуатанты",
}

/// What a row or a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// An entry of the codebook.
    Category(CategoryId),
    /// A pair.
    Dyad(Dyad),
    /// An actor, in the part that the axis names.
    Actor(ActorId),
    /// A document.
    Source(SourceId),
    /// An issue, with whatever speaks to it.
    Issue(IssueId),
    /// Claims of a sort or a time, which every document may have.
    Claims,
}

/// A row or a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// As links write it.
    pub slug: String,
    /// As a reader sees it.
    pub name: String,
    /// A short name for a narrow column, where it has one: an actor's code.
    pub short: Option<&'static str>,
    /// The heading that it stands under, where its axis has such.
    pub group: Option<String>,
    /// What it stands for.
    pub of: Of,
    /// Every claim of the atlas that belongs to it.
    pub claims: ClaimSet,
}

impl Line {
    /// Its name where no heading stands over it: a pair is called by both its parts.
    pub fn full_name(&self) -> Cow<'_, str> {
        match (&self.group, self.of) {
            (Some(group), Of::Dyad(_)) => format!("{}–{group}", self.name).into(),
            _ => self.name.as_str().into(),
        }
    }

    /// Whether a document set out to speak of it.
    pub fn in_scope(&self, id: SourceId, source: &Source<'static>) -> bool {
        match self.of {
            Of::Category(category) => source.scope_categories.contains(&category),
            Of::Dyad(dyad) => {
                [dyad.state, dyad.power].iter().all(|id| source.scope_actors.contains(id))
            }
            Of::Actor(actor) => source.scope_actors.contains(&actor),
            Of::Source(own) => own == id,
            // No document sets out to cover issues, or leaves any out.
            Of::Issue(_) | Of::Claims => true,
        }
    }
}

impl Axis {
    /// Reads what links write.
    pub fn read(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|axis| axis.slug() == slug)
    }

    /// The lines that have a claim, in the atlas's own order.
    pub fn lines(self, atlas: &Atlas) -> Vec<Line> {
        let index = atlas.index();
        let actor = |id: ActorId, claims: ClaimSet| {
            let record = atlas.actor(id);
            let short = Some(record.slug).filter(|slug| slug.len() < 4);
            Line { short, ..line(record.slug, record.name, Of::Actor(id), claims) }
        };
        let whole = |ids: &[ActorId]| {
            ids.iter().map(|&id| actor(id, index.actor(id).clone())).collect::<Vec<_>>()
        };
        let lines: Vec<Line> = match self {
            Self::Category => atlas
                .categories()
                .map(|(id, record)| Line {
                    group: Some(atlas.say(record.group).to_owned()),
                    ..line(record.slug, record.name, Of::Category(id), index.category(id).clone())
                })
                .collect(),
            Self::Dyad => atlas
                .dyads()
                .map(|dyad| Line {
                    short: Some(atlas.actor(dyad.state).slug),
                    group: Some(atlas.actor(dyad.power).name.to_owned()),
                    ..line(
                        &dyad.slug(atlas),
                        atlas.actor(dyad.state).name,
                        Of::Dyad(dyad),
                        dyad.claims(atlas),
                    )
                })
                .collect(),
            Self::State => whole(atlas.states()),
            Self::Power => whole(atlas.powers()),
            Self::Party => [whole(atlas.states()), whole(atlas.powers())].concat(),
            Self::Organisation => organisations(atlas)
                .into_iter()
                .map(|id| actor(id, index.actor(id).clone()))
                .collect(),
            Self::Source => atlas
                .sources()
                .map(|(id, source)| {
                    line(source.slug, source.title, Of::Source(id), index.source(id).clone())
                })
                .collect(),
            Self::Kind => Kind::ALL
                .iter()
                .map(|&kind| line(kind.id(), atlas.say(kind), Of::Claims, index.kind(kind).clone()))
                .collect(),
            Self::Period => periods(atlas),
            Self::Issue => issues(atlas),
            Self::Traveller | Self::Destination | Self::Sender | Self::Host | Self::Operator => {
                self.parts(atlas).into_iter().map(|(id, claims)| actor(id, claims)).collect()
            }
        };
        lines.into_iter().filter(|line| !line.claims.is_empty()).collect()
    }

    /// The actors that a code names in the part of this axis, states and powers first.
    fn parts(self, atlas: &Atlas) -> Vec<(ActorId, ClaimSet)> {
        let mut parts: BTreeMap<(bool, ActorId), ClaimSet> = BTreeMap::new();
        for (id, claim) in atlas.claims() {
            let actor = claim.code.as_ref().and_then(|code| match (self, code) {
                (Self::Traveller, Code::Visa(code)) => Some(code.traveller),
                (Self::Destination, Code::Visa(code)) => Some(code.destination),
                (Self::Sender, Code::Post(code)) => Some(code.sender),
                (Self::Host, Code::Post(code)) => Some(code.host),
                (Self::Host, Code::Facility(code)) => atlas.place(code.place).country,
                (Self::Operator, Code::Facility(code)) => Some(code.operator),
                _ => None,
            });
            if let Some(actor) = actor {
                let known = atlas.states().contains(&actor) || atlas.powers().contains(&actor);
                let none = || ClaimSet::none(atlas.claims().len());
                parts.entry((!known, actor)).or_insert_with(none).insert(id);
            }
        }
        parts.into_iter().map(|((_, actor), claims)| (actor, claims)).collect()
    }
}

fn line(slug: &str, name: &str, of: Of, claims: ClaimSet) -> Line {
    Line { slug: slug.to_owned(), name: name.to_owned(), short: None, group: None, of, claims }
}

/// The issues, each under its group: those that are contested first.
fn issues(atlas: &Atlas) -> Vec<Line> {
    let of = |&group: &IssueGroup| {
        let own = atlas.issues().filter(move |(_, issue)| issue.group == group);
        own.map(move |(id, issue)| Line {
            group: Some(words::capitalised(atlas.say(group))),
            ..line(issue.slug, issue.name, Of::Issue(id), atlas.index().issue(id).clone())
        })
    };
    IssueGroup::ALL.iter().flat_map(of).collect()
}

/// What somebody is, was or is said not to be a member of, by how many claims speak of it.
fn organisations(atlas: &Atlas) -> Vec<ActorId> {
    let mut found: Vec<ActorId> = layer::organisations(atlas).collect();
    found.sort_by_key(|&id| (std::cmp::Reverse(atlas.index().actor(id).len()), id));
    found
}

/// How many years a period has.
const PERIOD: i32 = 5;

/// The first period that has a column of its own; what began before stands together.
const FIRST_PERIOD: i32 = 1990;

/// When a claim begins, at the earliest; in the order of the columns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Began {
    /// Before the first period.
    Before,
    /// In the period from this year on.
    From(i32),
    /// The document tells when it ended, and not when it began.
    Untold,
    /// The document does not date it.
    Undated,
}

fn began(atlas: &Atlas, id: ClaimId) -> Began {
    let Some(when) = atlas.claim(id).when else { return Began::Undated };
    match dated_year(when.start.0) {
        None => Began::Untold,
        Some(year) if year < FIRST_PERIOD => Began::Before,
        Some(year) => Began::From(year.div_euclid(PERIOD) * PERIOD),
    }
}

fn periods(atlas: &Atlas) -> Vec<Line> {
    let mut periods: BTreeMap<Began, ClaimSet> = BTreeMap::new();
    for (id, _) in atlas.claims() {
        let none = || ClaimSet::none(atlas.claims().len());
        periods.entry(began(atlas, id)).or_insert_with(none).insert(id);
    }
    let named = |(began, claims): (Began, ClaimSet)| {
        let (slug, name) = match began {
            Began::Undated => ("undated".to_owned(), atlas.say(Said::Undated).to_owned()),
            Began::Untold => ("untold".to_owned(), atlas.say(Told::Untold).to_owned()),
            Began::Before => {
                let before = atlas.tell(Told::Before, &[&FIRST_PERIOD.to_string()]);
                (format!("to-{}", FIRST_PERIOD - 1), before)
            }
            Began::From(start) => {
                (start.to_string(), format!("{start}–{:02}", (start + PERIOD - 1) % 100))
            }
        };
        line(&slug, &name, Of::Claims, claims)
    };
    periods.into_iter().map(named).collect()
}
