//! The codebook's closed lists. Each term is written once: as the files write it, in English, in Russian.

use serde::{Deserialize, Serialize};

/// The voice of a claim that its document's authors make themselves, where a party's own id would stand.
pub const AUTHOR: &str = "author";

/// The section of a document that its notes are.
pub const NOTES: &str = "notes";

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal / $words:literal / $russian:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[doc = $words] #[serde(rename = $id)] $variant,)*
        }

        impl $name {
            /// Every term, in the order of the codebook.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The terms in English words, each with a unit separator behind it.
            pub const JOINED: &'static str = concat!($($words, "\u{1F}",)*);

            /// The same one by one.
            #[cfg(not(target_arch = "wasm32"))]
            pub const WORDS: &'static [&'static str] = &[$($words,)*];

            /// The same in Russian.
            #[cfg(not(target_arch = "wasm32"))]
            pub const RUSSIAN: &'static [&'static str] = &[$($russian,)*];

            /// The term as files and links write it.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The term in English words.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }
        }
    )*};
}

terms! {
    /// What sort of statement a claim is.
    Kind {
        Event = "event" / "event" / "событие",
        Status = "status" / "status" / "состояние",
        Quantity = "quantity" / "quantity" / "количество",
        Assessment = "assessment" / "assessment" / "оценка",
        Position = "position" / "position" / "позиция",
        Scenario = "scenario" / "scenario" / "сценарий",
        Proposal = "proposal" / "proposal" / "предложение",
        Concept = "concept" / "concept" / "концепция",
    }
    /// The part an actor has in a claim.
    Role {
        Party = "party" / "party" / "сторона",
        Sender = "sender" / "sender" / "отправитель",
        Target = "target" / "target" / "цель",
        Host = "host" / "host" / "принимающая сторона",
        Operator = "operator" / "operator" / "эксплуатант",
        Visitor = "visitor" / "visitor" / "гость",
        Supplier = "supplier" / "supplier" / "поставщик",
        Recipient = "recipient" / "recipient" / "получатель",
        Donor = "donor" / "donor" / "донор",
        Member = "member" / "member" / "член",
        Organiser = "organiser" / "organiser" / "организатор",
        Participant = "participant" / "participant" / "участник",
        Holder = "holder" / "holder" / "чья позиция",
        Subject = "subject" / "subject" / "о ком речь",
        Origin = "origin" / "origin" / "начало пути",
        Transit = "transit" / "transit" / "транзит",
        Destination = "destination" / "destination" / "конец пути",
    }
    /// What sort of actor it is.
    ActorKind {
        State = "state" / "state" / "государство",
        Organisation = "organisation" / "organisation" / "организация",
        Agency = "agency" / "agency" / "ведомство",
        ArmedGroup = "armed_group" / "armed group" / "вооружённая группировка",
        Firm = "firm" / "firm" / "компания",
        People = "people" / "people" / "люди",
        Group = "group" / "group" / "группа",
    }
    /// What sort of place it is.
    PlaceKind {
        Capital = "capital" / "capital" / "столица",
        City = "city" / "city" / "город",
        Town = "town" / "town" / "малый город",
        Village = "village" / "village" / "село",
        Base = "base" / "base" / "база",
        Site = "site" / "site" / "объект",
        Crossing = "crossing" / "border crossing" / "пункт пропуска",
        Port = "port" / "port" / "порт",
        Field = "field" / "oil or gas field" / "нефтегазовое месторождение",
        Region = "region" / "region" / "регион",
        Water = "water" / "water" / "водоём",
        Enclave = "enclave" / "enclave" / "анклав",
    }
    /// The five groups that categories belong to.
    Group {
        Diplomacy = "diplomacy" / "Diplomacy" / "Дипломатия",
        Security = "security" / "Security" / "Безопасность",
        Economy = "economy" / "Economy" / "Экономика",
        Society = "society" / "Society" / "Общество",
        Ideas = "ideas" / "Ideas" / "Идеи",
    }
    /// How an issue is grouped.
    IssueGroup {
        Friction = "friction" / "friction" / "трения",
        Concern = "concern" / "shared concern" / "общая обеспокоенность",
        Niche = "niche" / "niche for cooperation" / "ниша для сотрудничества",
    }
    /// How far a partnership goes.
    PartnershipLevel {
        Partner = "partner" / "partner" / "партнёрство",
        Strategic = "strategic" / "strategic" / "стратегическое",
        ComprehensiveStrategic = "comprehensive_strategic" / "comprehensive strategic" / "всеобъемлющее стратегическое",
        EnhancedStrategic = "enhanced_strategic" / "enhanced strategic" / "расширенное стратегическое",
        Alliance = "alliance" / "alliance" / "союз",
    }
    /// What an actor is to an organisation.
    MembershipStatus {
        Member = "member" / "member" / "член",
        Observer = "observer" / "observer" / "наблюдатель",
        Partner = "partner" / "partner" / "партнёр",
        Guest = "guest" / "guest" / "гость",
        Candidate = "candidate" / "candidate" / "кандидат",
        Withdrew = "withdrew" / "withdrew" / "больше не член",
        Never = "never" / "not a member" / "не член",
    }
    /// What a traveller needs.
    VisaRule {
        VisaFree = "visa_free" / "visa-free" / "без визы",
        Visa = "visa" / "visa" / "виза",
        Simplified = "simplified" / "simplified visa" / "упрощённая виза",
        EVisa = "e_visa" / "e-visa" / "электронная виза",
        TransitFree = "transit_free" / "visa-free in transit" / "транзит без визы",
    }
    /// What a traveller must carry.
    TravelDocument {
        IdCard = "id_card" / "identity card" / "удостоверение личности",
        Passport = "passport" / "passport" / "паспорт",
    }
    /// What sort of diplomatic post it is.
    PostKind {
        Embassy = "embassy" / "embassy" / "посольство",
        ConsulateGeneral = "consulate_general" / "consulate general" / "генеральное консульство",
        Consulate = "consulate" / "consulate" / "консульство",
        VisaOffice = "visa_office" / "visa office" / "визовый центр",
    }
    /// What sort of facility it is.
    FacilityKind {
        AirBase = "air_base" / "air base" / "авиабаза",
        GroundBase = "ground_base" / "ground base" / "военная база",
        Radar = "radar" / "radar" / "РЛС",
        SpaceSurveillance = "space_surveillance" / "space surveillance" / "узел контроля космоса",
        Cosmodrome = "cosmodrome" / "cosmodrome" / "космодром",
        TestRange = "test_range" / "test range" / "полигон",
        NavalTestSite = "naval_test_site" / "naval test site" / "полигон ВМФ",
        Communications = "communications" / "communications node" / "узел связи",
        Seismic = "seismic" / "seismic station" / "сейсмостанция",
        MeasuringStation = "measuring_station" / "measuring station" / "измерительный пункт",
        AviationRegiment = "aviation_regiment" / "aviation regiment" / "авиаполк",
        TransitCentre = "transit_centre" / "transit centre" / "центр транзитных перевозок",
        TrainingCentre = "training_centre" / "training centre" / "учебный центр",
        Logistics = "logistics" / "logistics" / "логистика",
    }
    /// Whether a facility works.
    FacilityStatus {
        Planned = "planned" / "planned" / "планируется",
        Open = "open" / "open" / "действует",
        Closed = "closed" / "closed" / "закрыто",
    }
    /// What a facility costs its operator.
    FacilityTerms {
        Rent = "rent" / "for rent" / "за арендную плату",
        Free = "free" / "free of charge" / "безвозмездно",
        Compensation = "compensation" / "for compensation" / "за компенсацию",
    }
    /// What form an agreement has.
    AgreementKind {
        Treaty = "treaty" / "treaty" / "договор",
        Declaration = "declaration" / "declaration" / "декларация",
        Memorandum = "memorandum" / "memorandum" / "меморандум",
        Protocol = "protocol" / "protocol" / "протокол",
        Plan = "plan" / "plan" / "план",
        Convention = "convention" / "convention" / "конвенция",
    }
    /// What was done with an agreement.
    AgreementAction {
        Signed = "signed" / "signed" / "подписано",
        Ratified = "ratified" / "ratified" / "ратифицировано",
        InForce = "in_force" / "in force" / "в силе",
        Amended = "amended" / "amended" / "изменено",
        Denounced = "denounced" / "denounced" / "денонсировано",
        Expired = "expired" / "expired" / "срок истёк",
    }
    /// How far a delivery of arms has come.
    ArmsStatus {
        Contract = "contract" / "contract" / "контракт",
        Delivered = "delivered" / "delivered" / "поставлено",
        Ordered = "ordered" / "ordered" / "заказано",
        Planned = "planned" / "planned" / "планируется",
    }
    /// Who pays a visit.
    VisitLevel {
        HeadOfState = "head_of_state" / "head of state" / "глава государства",
        HeadOfGovernment = "head_of_government" / "head of government" / "глава правительства",
        ForeignMinister = "foreign_minister" / "foreign minister" / "министр иностранных дел",
        Minister = "minister" / "minister" / "министр",
        DeputyMinister = "deputy_minister" / "deputy minister" / "заместитель министра",
        Military = "military" / "military" / "военный уровень",
        Parliament = "parliament" / "parliament" / "парламент",
    }
    /// Where a party stands on an issue's proposition.
    StanceValue {
        Supports = "supports" / "supports" / "поддерживает",
        Conditional = "conditional" / "supports with conditions" / "поддерживает с оговорками",
        Ambivalent = "ambivalent" / "ambivalent" / "двойственная позиция",
        Opposes = "opposes" / "opposes" / "выступает против",
        Silent = "silent" / "silent" / "молчит",
    }
    /// What a dispute is about.
    DisputeKind {
        Border = "border" / "border" / "пограничный спор",
        Territorial = "territorial" / "territorial" / "территориальный спор",
        Water = "water" / "water" / "спор о воде",
        Ethnic = "ethnic" / "ethnic" / "межэтнический спор",
    }
    /// How a dispute stands.
    DisputeStatus {
        Open = "open" / "open" / "не урегулирован",
        Latent = "latent" / "latent" / "скрытый",
        Settled = "settled" / "settled" / "урегулирован",
    }
    /// How exactly a figure is given.
    Qualifier {
        Exact = "exact" / "exactly" / "ровно",
        About = "about" / "about" / "около",
        MoreThan = "more_than" / "more than" / "более",
        LessThan = "less_than" / "less than" / "менее",
        Between = "between" / "between" / "между",
    }
    /// How one claim bears on another.
    LinkKind {
        Contradicts = "contradicts" / "contradicts" / "противоречит",
        Supports = "supports" / "supports" / "подтверждает",
        Supersedes = "supersedes" / "supersedes" / "заменяет",
        PartOf = "part_of" / "is part of" / "часть",
        Causes = "causes" / "causes" / "приводит к",
    }
    /// What a route carries.
    RouteKind {
        Transit = "transit" / "transit" / "транзит",
        GasPipeline = "gas_pipeline" / "gas pipeline" / "газопровод",
        OilPipeline = "oil_pipeline" / "oil pipeline" / "нефтепровод",
        Corridor = "corridor" / "corridor" / "коридор",
        Trafficking = "trafficking" / "trafficking" / "контрабанда",
        Railway = "railway" / "railway" / "железная дорога",
    }
    /// What sort of work a reference is.
    ReferenceKind {
        Report = "report" / "report" / "доклад",
        Article = "article" / "article" / "статья",
        News = "news" / "news" / "новости",
        Official = "official" / "official text" / "официальный текст",
        Law = "law" / "law" / "закон",
        Book = "book" / "book" / "книга",
        Interview = "interview" / "interview" / "интервью",
        Data = "data" / "data" / "данные",
        Web = "web" / "web page" / "веб-страница",
        Speech = "speech" / "speech" / "речь",
    }
}
