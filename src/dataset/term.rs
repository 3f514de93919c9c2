//! The codebook's closed lists. Each term is written once, as the files write it.

use serde::{Deserialize, Serialize};

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal / $words:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[doc = $words] #[serde(rename = $id)] $variant,)*
        }

        impl $name {
            /// Every term, in the order of the codebook.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The term as files and links write it.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The term as a reader sees it.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }
        }
    )*};
}

terms! {
    /// What sort of statement a claim is.
    Kind {
        Event = "event" / "event",
        Status = "status" / "status",
        Quantity = "quantity" / "quantity",
        Assessment = "assessment" / "assessment",
        Position = "position" / "position",
        Scenario = "scenario" / "scenario",
        Proposal = "proposal" / "proposal",
        Concept = "concept" / "concept",
    }
    /// The part an actor has in a claim.
    Role {
        Party = "party" / "party",
        Sender = "sender" / "sender",
        Target = "target" / "target",
        Host = "host" / "host",
        Operator = "operator" / "operator",
        Visitor = "visitor" / "visitor",
        Supplier = "supplier" / "supplier",
        Recipient = "recipient" / "recipient",
        Donor = "donor" / "donor",
        Member = "member" / "member",
        Organiser = "organiser" / "organiser",
        Participant = "participant" / "participant",
        Holder = "holder" / "holder",
        Subject = "subject" / "subject",
        Origin = "origin" / "origin",
        Transit = "transit" / "transit",
        Destination = "destination" / "destination",
    }
    /// What sort of actor it is.
    ActorKind {
        State = "state" / "state",
        Organisation = "organisation" / "organisation",
        Agency = "agency" / "agency",
        ArmedGroup = "armed_group" / "armed group",
        Firm = "firm" / "firm",
        People = "people" / "people",
        Group = "group" / "group",
    }
    /// What sort of place it is.
    PlaceKind {
        Capital = "capital" / "capital",
        City = "city" / "city",
        Town = "town" / "town",
        Village = "village" / "village",
        Base = "base" / "base",
        Site = "site" / "site",
        Crossing = "crossing" / "border crossing",
        Port = "port" / "port",
        Field = "field" / "oil or gas field",
        Region = "region" / "region",
        Water = "water" / "water",
        Enclave = "enclave" / "enclave",
    }
    /// The five groups that categories belong to.
    Group {
        Diplomacy = "diplomacy" / "Diplomacy",
        Security = "security" / "Security",
        Economy = "economy" / "Economy",
        Society = "society" / "Society",
        Ideas = "ideas" / "Ideas",
    }
    /// How an issue is grouped.
    IssueGroup {
        Friction = "friction" / "friction",
        Concern = "concern" / "shared concern",
        Niche = "niche" / "niche for cooperation",
    }
    /// How far a partnership goes.
    PartnershipLevel {
        Partner = "partner" / "partner",
        Strategic = "strategic" / "strategic",
        ComprehensiveStrategic = "comprehensive_strategic" / "comprehensive strategic",
        EnhancedStrategic = "enhanced_strategic" / "enhanced strategic",
        Alliance = "alliance" / "alliance",
    }
    /// What an actor is to an organisation.
    MembershipStatus {
        Member = "member" / "member",
        Observer = "observer" / "observer",
        Partner = "partner" / "partner",
        Guest = "guest" / "guest",
        Candidate = "candidate" / "candidate",
        Withdrew = "withdrew" / "withdrew",
        Never = "never" / "not a member",
    }
    /// What a traveller needs.
    VisaRule {
        VisaFree = "visa_free" / "visa-free",
        Visa = "visa" / "visa",
        Simplified = "simplified" / "simplified visa",
        EVisa = "e_visa" / "e-visa",
        TransitFree = "transit_free" / "visa-free in transit",
    }
    /// What a traveller must carry.
    TravelDocument {
        IdCard = "id_card" / "identity card",
        Passport = "passport" / "passport",
    }
    /// What sort of diplomatic post it is.
    PostKind {
        Embassy = "embassy" / "embassy",
        ConsulateGeneral = "consulate_general" / "consulate general",
        Consulate = "consulate" / "consulate",
        VisaOffice = "visa_office" / "visa office",
    }
    /// What sort of facility it is.
    FacilityKind {
        AirBase = "air_base" / "air base",
        GroundBase = "ground_base" / "ground base",
        Radar = "radar" / "radar",
        SpaceSurveillance = "space_surveillance" / "space surveillance",
        Cosmodrome = "cosmodrome" / "cosmodrome",
        TestRange = "test_range" / "test range",
        NavalTestSite = "naval_test_site" / "naval test site",
        Communications = "communications" / "communications",
        Seismic = "seismic" / "seismic station",
        MeasuringStation = "measuring_station" / "measuring station",
        AviationRegiment = "aviation_regiment" / "aviation regiment",
        TransitCentre = "transit_centre" / "transit centre",
        TrainingCentre = "training_centre" / "training centre",
        Logistics = "logistics" / "logistics",
    }
    /// Whether a facility works.
    FacilityStatus {
        Planned = "planned" / "planned",
        Open = "open" / "open",
        Closed = "closed" / "closed",
    }
    /// What a facility costs its operator.
    FacilityTerms {
        Rent = "rent" / "for rent",
        Free = "free" / "free of charge",
        Compensation = "compensation" / "for compensation",
    }
    /// What form an agreement has.
    AgreementKind {
        Treaty = "treaty" / "treaty",
        Declaration = "declaration" / "declaration",
        Memorandum = "memorandum" / "memorandum",
        Protocol = "protocol" / "protocol",
        Plan = "plan" / "plan",
        Convention = "convention" / "convention",
    }
    /// What was done with an agreement.
    AgreementAction {
        Signed = "signed" / "signed",
        Ratified = "ratified" / "ratified",
        InForce = "in_force" / "in force",
        Amended = "amended" / "amended",
        Denounced = "denounced" / "denounced",
        Expired = "expired" / "expired",
    }
    /// How far a delivery of arms has come.
    ArmsStatus {
        Contract = "contract" / "contract",
        Delivered = "delivered" / "delivered",
        Ordered = "ordered" / "ordered",
        Planned = "planned" / "planned",
    }
    /// Who pays a visit.
    VisitLevel {
        HeadOfState = "head_of_state" / "head of state",
        HeadOfGovernment = "head_of_government" / "head of government",
        ForeignMinister = "foreign_minister" / "foreign minister",
        Minister = "minister" / "minister",
        DeputyMinister = "deputy_minister" / "deputy minister",
        Military = "military" / "military",
        Parliament = "parliament" / "parliament",
    }
    /// Where a party stands on an issue's proposition.
    StanceValue {
        Supports = "supports" / "supports",
        Conditional = "conditional" / "supports with conditions",
        Ambivalent = "ambivalent" / "ambivalent",
        Opposes = "opposes" / "opposes",
        Silent = "silent" / "silent",
    }
    /// What a dispute is about.
    DisputeKind {
        Border = "border" / "border",
        Territorial = "territorial" / "territorial",
        Water = "water" / "water",
        Ethnic = "ethnic" / "ethnic",
    }
    /// How a dispute stands.
    DisputeStatus {
        Open = "open" / "open",
        Latent = "latent" / "latent",
        Settled = "settled" / "settled",
    }
    /// How exactly a figure is given.
    Qualifier {
        Exact = "exact" / "exactly",
        About = "about" / "about",
        MoreThan = "more_than" / "more than",
        LessThan = "less_than" / "less than",
        Between = "between" / "between",
    }
    /// How one claim bears on another.
    LinkKind {
        Contradicts = "contradicts" / "contradicts",
        Supports = "supports" / "supports",
        Supersedes = "supersedes" / "supersedes",
        PartOf = "part_of" / "is part of",
        Causes = "causes" / "causes",
    }
    /// What a route carries.
    RouteKind {
        Transit = "transit" / "transit",
        GasPipeline = "gas_pipeline" / "gas pipeline",
        OilPipeline = "oil_pipeline" / "oil pipeline",
        Corridor = "corridor" / "corridor",
        Trafficking = "trafficking" / "trafficking",
        Railway = "railway" / "railway",
    }
    /// What sort of work a reference is.
    ReferenceKind {
        Report = "report" / "report",
        Article = "article" / "article",
        News = "news" / "news",
        Official = "official" / "official text",
        Law = "law" / "law",
        Book = "book" / "book",
        Interview = "interview" / "interview",
        Data = "data" / "data",
        Web = "web" / "web page",
        Speech = "speech" / "speech",
    }
}
