//! Who stands where on an issue, and how the stands of two parties compare.

use std::collections::BTreeMap;

use super::{Compared, Relation};
use crate::atlas::{ActorId, Atlas, ClaimId, ClaimSet, Code, IssueId};
use crate::dataset::term::StanceValue;
use crate::words::speaks;

/// Where one party stands on one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Whose stand.
    pub party: ActorId,
    /// The claims that give it, in the order of the files, each with what it gives.
    pub claims: Vec<(ClaimId, StanceValue)>,
}

impl Stand {
    /// What the claims give, each stance once, from support to silence.
    pub fn values(&self) -> Vec<StanceValue> {
        let gives = |value: &StanceValue| self.claims.iter().any(|(_, own)| own == value);
        StanceValue::ALL.iter().copied().filter(gives).collect()
    }

    /// Which of two documents tells it; they differ, too, where none of the stances that one gives is given by the
    /// other.
    pub fn told(&self, compared: &Compared) -> Relation {
        let told = compared.relation(self.claims.iter().map(|(id, _)| *id));
        let of = |one: Relation| {
            let gives = move |(id, _): &&(ClaimId, StanceValue)| compared.relation([*id]) == one;
            self.claims.iter().filter(gives).map(|(_, value)| *value).collect::<Vec<_>>()
        };
        let (first, second) = (of(Relation::FirstOnly), of(Relation::SecondOnly));
        let apart = told == Relation::Both && !first.is_empty() && !second.is_empty();
        let differ = apart && !first.iter().any(|value| second.contains(value));
        if differ { Relation::Differ } else { told }
    }
}

/// Who stands where on one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The issue.
    pub issue: IssueId,
    /// One a party, in the atlas's order of actors.
    pub stands: Vec<Stand>,
}

impl Position {
    /// Where a party stands; `None` where no claim says so.
    pub fn of(&self, party: ActorId) -> Option<&Stand> {
        self.stands.iter().find(|stand| stand.party == party)
    }

    /// Every claim that gives a stand.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.stands.iter().flat_map(|stand| stand.claims.iter().map(|(id, _)| *id))
    }

    /// How two parties' stands compare.
    pub fn alignment(&self, one: ActorId, other: ActorId) -> Alignment {
        alignment(self.of(one), self.of(other))
    }
}

/// The issues on which some of the given claims take a stand, in the order of the files.
pub fn positions(atlas: &Atlas, kept: &ClaimSet) -> Vec<Position> {
    let mut issues: BTreeMap<IssueId, BTreeMap<ActorId, Vec<(ClaimId, StanceValue)>>> =
        BTreeMap::new();
    for id in kept.iter() {
        if let Some(Code::Stance(stance)) = &atlas.claim(id).code {
            let parties = issues.entry(stance.issue).or_default();
            parties.entry(stance.party).or_default().push((id, stance.value));
        }
    }
    let stand = |(party, claims)| Stand { party, claims };
    issues
        .into_iter()
        .map(|(issue, parties)| Position {
            issue,
            stands: parties.into_iter().map(stand).collect(),
        })
        .collect()
}

/// How two stands on one issue compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alignment {
    /// The same stance.
    Aligned,
    /// A stance with conditions, or an ambivalent one, against another.
    Partly,
    /// Support against opposition.
    Opposed,
    /// One of the two is silent, or no claim gives its stance.
    Unknown,
}

speaks! {
    Alignment as Alignment {
        Aligned: "aligned", "совпадают";
        Partly: "partly", "частично";
        Opposed: "opposed", "расходятся";
        Unknown: "not known", "неизвестно";
    }
}

impl Alignment {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Aligned, Self::Partly, Self::Opposed, Self::Unknown];

    /// As links write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Aligned => "aligned",
            Self::Partly => "partly",
            Self::Opposed => "opposed",
            Self::Unknown => "unknown",
        }
    }

    fn of(one: StanceValue, other: StanceValue) -> Self {
        use StanceValue::{Opposes, Silent, Supports};
        match (one, other) {
            (Silent, _) | (_, Silent) => Self::Unknown,
            _ if one == other => Self::Aligned,
            (Supports, Opposes) | (Opposes, Supports) => Self::Opposed,
            _ => Self::Partly,
        }
    }
}

/// The rule of `data/README.md`. Where a party's claims give several stances, each is compared; if
/// the answers differ, the two are partly aligned.
fn alignment(one: Option<&Stand>, other: Option<&Stand>) -> Alignment {
    let (Some(one), Some(other)) = (one, other) else { return Alignment::Unknown };
    let (ours, theirs) = (one.values(), other.values());
    let each = |&own| theirs.iter().map(move |&value| Alignment::of(own, value));
    let mut answers = ours.iter().flat_map(each).filter(|&answer| answer != Alignment::Unknown);
    match answers.next() {
        None => Alignment::Unknown,
        Some(first) if answers.all(|answer| answer == first) => first,
        Some(_) => Alignment::Partly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand(values: &[StanceValue]) -> Stand {
        let claims = values.iter().enumerate().map(|(at, &value)| (ClaimId::at(at), value));
        Stand { party: ActorId(0), claims: claims.collect() }
    }

    #[test]
    fn two_stances_compare_as_the_codebook_says() {
        use StanceValue::{Ambivalent, Conditional, Opposes, Silent, Supports};
        for (one, other, expected) in [
            (Supports, Supports, Alignment::Aligned),
            (Opposes, Opposes, Alignment::Aligned),
            (Ambivalent, Ambivalent, Alignment::Aligned),
            (Supports, Opposes, Alignment::Opposed),
            (Supports, Conditional, Alignment::Partly),
            (Opposes, Conditional, Alignment::Partly),
            (Ambivalent, Opposes, Alignment::Partly),
            (Ambivalent, Conditional, Alignment::Partly),
            (Silent, Silent, Alignment::Unknown),
            (Silent, Supports, Alignment::Unknown),
        ] {
            for (one, other) in [(one, other), (other, one)] {
                let answer = alignment(Some(&stand(&[one])), Some(&stand(&[other])));
                assert_eq!(answer, expected, "{one:?}, {other:?}");
            }
        }
    }

    #[test]
    fn without_a_claim_nothing_is_known() {
        let one = stand(&[StanceValue::Supports]);
        assert_eq!(alignment(Some(&one), None), Alignment::Unknown);
        assert_eq!(alignment(None, None), Alignment::Unknown);
    }

    #[test]
    fn a_party_of_two_minds_is_partly_aligned_unless_both_answer_the_same() {
        use StanceValue::{Conditional, Opposes, Silent, Supports};
        let torn = stand(&[Opposes, Conditional]);
        for (other, expected) in [
            (Opposes, Alignment::Partly),
            (Supports, Alignment::Partly),
            (Silent, Alignment::Unknown),
        ] {
            assert_eq!(alignment(Some(&torn), Some(&stand(&[other]))), expected, "{other:?}");
        }
        let quiet = stand(&[Supports, Silent]);
        assert_eq!(alignment(Some(&quiet), Some(&stand(&[Opposes]))), Alignment::Opposed);
    }
}
