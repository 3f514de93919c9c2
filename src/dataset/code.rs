//! What a claim codes: the machine-readable part, at most one family a claim.
//!
//! The families are generic in how they name an actor (`A`), a place (`P`), an issue (`I`) and a
//! text (`T`), so that the files' form (names) and the packed form (numbers) are one definition.

use serde::{Deserialize, Serialize};

use super::term::{
    AgreementAction, AgreementKind, ArmsStatus, DisputeKind, DisputeStatus, FacilityKind,
    FacilityStatus, FacilityTerms, MembershipStatus, PartnershipLevel, PostKind, StanceValue,
    TravelDocument, VisaRule, VisitLevel,
};

macro_rules! families {
    ($($(#[$doc:meta])* $name:ident<$($generic:ident),*> {
        $($(#[$field_doc:meta])* $field:ident: $ty:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name<$($generic),*> {
            $($(#[$field_doc])* pub $field: $ty,)*
        }
    )*};
}

families! {
    /// The level of the tie between the claim's parties.
    Partnership<T> {
        /// The codebook's level.
        level: PartnershipLevel,
        /// The treaty's own name.
        name: Option<T>,
    }
    /// What the claim's member is to an organisation.
    Membership<A> {
        /// The organisation.
        organisation: A,
        /// Member, observer, never and so on.
        status: MembershipStatus,
    }
    /// What a traveller from one actor needs in another.
    Visa<A, T> {
        /// Whose citizens travel.
        traveller: A,
        /// Where to.
        destination: A,
        /// The rule.
        rule: VisaRule,
        /// How many days it covers.
        days: Option<u16>,
        /// What must be carried.
        document: Option<TravelDocument>,
        /// To whom the rule is limited; everybody where left out.
        holders: Option<T>,
    }
    /// A diplomatic or consular post.
    Post<A, P> {
        /// Who sends.
        sender: A,
        /// Who receives.
        host: A,
        /// Where it stands.
        place: P,
        /// Embassy, consulate and so on.
        kind: PostKind,
    }
    /// A base or other facility of one actor in another's land.
    Facility<A, P, T> {
        /// Where it stands.
        place: P,
        /// Who runs it.
        operator: A,
        /// What it is.
        kind: FacilityKind,
        /// Whether it works.
        status: FacilityStatus,
        /// What it costs the operator.
        terms: Option<FacilityTerms>,
        /// Until when it is let, EDTF.
        until: Option<T>,
    }
    /// A step in the life of an agreement.
    Agreement<T> {
        /// The agreement's own name.
        name: T,
        /// Its form.
        kind: AgreementKind,
        /// What was done.
        action: AgreementAction,
    }
    /// A delivery of arms.
    Arms<A, T> {
        /// Who supplies.
        supplier: A,
        /// Who receives.
        recipient: A,
        /// What.
        item: T,
        /// How many.
        number: Option<f64>,
        /// For how much, in units of the currency.
        value: Option<f64>,
        /// ISO 4217 code of the value.
        currency: Option<T>,
        /// How far it has come.
        status: ArmsStatus,
    }
    /// A sum of aid.
    Aid<A, T> {
        /// Who gives.
        donor: A,
        /// Who receives.
        recipient: A,
        /// How much, in units of the currency.
        value: Option<f64>,
        /// ISO 4217 code of the value.
        currency: Option<T>,
        /// Under which programme.
        programme: Option<T>,
        /// In which fiscal year.
        fiscal_year: Option<T>,
    }
    /// A military exercise or a series of them.
    Exercise<T> {
        /// The series' own name.
        series: Option<T>,
        /// Within which organisation or frame.
        framework: Option<T>,
        /// How many were held.
        count: Option<u32>,
    }
    /// A visit.
    Visit<A, T> {
        /// Whose representative travels.
        visitor: A,
        /// Who receives.
        host: A,
        /// Of what rank the visitor is.
        level: VisitLevel,
        /// Who it was.
        person: Option<T>,
    }
    /// A party's stand on an issue's proposition.
    Stance<I, A> {
        /// The issue.
        issue: I,
        /// Whose stand.
        party: A,
        /// What stand.
        value: StanceValue,
    }
    /// A threat to somebody.
    Threat<A, T> {
        /// What threatens.
        threat: T,
        /// Whom.
        to: Option<A>,
    }
    /// A dispute between the claim's parties.
    Dispute<> {
        /// What it is about.
        kind: DisputeKind,
        /// How it stands.
        status: DisputeStatus,
    }
}

/// One code of any family.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each variant is the family of its own name")]
pub enum Code<A, P, I, T> {
    Partnership(Partnership<T>),
    Membership(Membership<A>),
    Visa(Visa<A, T>),
    Post(Post<A, P>),
    Facility(Facility<A, P, T>),
    Agreement(Agreement<T>),
    Arms(Arms<A, T>),
    Aid(Aid<A, T>),
    Exercise(Exercise<T>),
    Visit(Visit<A, T>),
    Stance(Stance<I, A>),
    Threat(Threat<A, T>),
    Dispute(Dispute),
}

/// How the names in a code turn into something else: into numbers when packing, into problems
/// when checking.
pub trait Naming<'s, A, P, I, T> {
    /// An actor's name.
    fn actor(&mut self, field: &'static str, name: &'s str) -> A;
    /// A place's name.
    fn place(&mut self, field: &'static str, name: &'s str) -> P;
    /// An issue's name.
    fn issue(&mut self, field: &'static str, name: &'s str) -> I;
    /// A text that names nothing.
    fn text(&mut self, field: &'static str, text: &'s str) -> T;
}

impl<A, P, I, T> Code<A, P, I, T> {
    /// Whether it is a lasting state: of a tie, a membership, a visa rule, a post or a facility.
    pub fn is_state(&self) -> bool {
        matches!(
            self,
            Self::Partnership(_)
                | Self::Membership(_)
                | Self::Visa(_)
                | Self::Post(_)
                | Self::Facility(_)
        )
    }
}

impl Code<String, String, String, String> {
    /// The same code with every name put through `naming`, field by field.
    pub fn rename<'s, A, P, I, T>(
        &'s self,
        naming: &mut impl Naming<'s, A, P, I, T>,
    ) -> Code<A, P, I, T> {
        let n = naming;
        let option = |text: &'s Option<String>| text.as_deref();
        match self {
            Self::Partnership(c) => Code::Partnership(Partnership {
                level: c.level,
                name: option(&c.name).map(|t| n.text("name", t)),
            }),
            Self::Membership(c) => Code::Membership(Membership {
                organisation: n.actor("organisation", &c.organisation),
                status: c.status,
            }),
            Self::Visa(c) => Code::Visa(Visa {
                traveller: n.actor("traveller", &c.traveller),
                destination: n.actor("destination", &c.destination),
                rule: c.rule,
                days: c.days,
                document: c.document,
                holders: option(&c.holders).map(|t| n.text("holders", t)),
            }),
            Self::Post(c) => Code::Post(Post {
                sender: n.actor("sender", &c.sender),
                host: n.actor("host", &c.host),
                place: n.place("place", &c.place),
                kind: c.kind,
            }),
            Self::Facility(c) => Code::Facility(Facility {
                place: n.place("place", &c.place),
                operator: n.actor("operator", &c.operator),
                kind: c.kind,
                status: c.status,
                terms: c.terms,
                until: option(&c.until).map(|t| n.text("until", t)),
            }),
            Self::Agreement(c) => Code::Agreement(Agreement {
                name: n.text("name", &c.name),
                kind: c.kind,
                action: c.action,
            }),
            Self::Arms(c) => Code::Arms(Arms {
                supplier: n.actor("supplier", &c.supplier),
                recipient: n.actor("recipient", &c.recipient),
                item: n.text("item", &c.item),
                number: c.number,
                value: c.value,
                currency: option(&c.currency).map(|t| n.text("currency", t)),
                status: c.status,
            }),
            Self::Aid(c) => Code::Aid(Aid {
                donor: n.actor("donor", &c.donor),
                recipient: n.actor("recipient", &c.recipient),
                value: c.value,
                currency: option(&c.currency).map(|t| n.text("currency", t)),
                programme: option(&c.programme).map(|t| n.text("programme", t)),
                fiscal_year: option(&c.fiscal_year).map(|t| n.text("fiscal_year", t)),
            }),
            Self::Exercise(c) => Code::Exercise(Exercise {
                series: option(&c.series).map(|t| n.text("series", t)),
                framework: option(&c.framework).map(|t| n.text("framework", t)),
                count: c.count,
            }),
            Self::Visit(c) => Code::Visit(Visit {
                visitor: n.actor("visitor", &c.visitor),
                host: n.actor("host", &c.host),
                level: c.level,
                person: option(&c.person).map(|t| n.text("person", t)),
            }),
            Self::Stance(c) => Code::Stance(Stance {
                issue: n.issue("issue", &c.issue),
                party: n.actor("party", &c.party),
                value: c.value,
            }),
            Self::Threat(c) => Code::Threat(Threat {
                threat: n.text("threat", &c.threat),
                to: option(&c.to).map(|t| n.actor("to", t)),
            }),
            Self::Dispute(c) => Code::Dispute(c.clone()),
        }
    }
}
