//! Ids of records that the program gives a meaning of its own, each written here once. A test asks that the dataset has them.

/// The five states, in the order of their English names.
pub const STATES: [&str; 5] = ["KZ", "KG", "TJ", "TM", "UZ"];

/// The same in the order in which their names stand in the map's list of names.
pub const NAMED: [&str; 5] = ["KZ", "UZ", "TM", "KG", "TJ"];

/// The powers that the atlas compares, in the order of its columns.
pub const POWERS: [&str; 3] = ["RU", "CN", "US"];

/// Categories whose cells say codes, not counts: levels of partnership.
pub const PARTNERSHIP: &str = "partnership";
/// Rules of entry.
pub const VISAS: &str = "visas";
/// Bases and facilities.
pub const BASES: &str = "bases";
/// Embassies and consulates.
pub const DIPLOMATIC_POSTS: &str = "diplomatic_posts";
/// Memberships.
pub const ORGANISATIONS: &str = "organisations";
/// Gifts and loans: of them it matters when they were given.
pub const AID: &str = "aid";
/// Disputes have a layer of the map.
pub const DISPUTES: &str = "disputes";
/// Precedents of cooperation, and proposals of every sort.
pub const COOPERATION: &str = "cooperation";

/// All of the categories above.
pub const CATEGORIES: [&str; 8] =
    [PARTNERSHIP, VISAS, BASES, DIPLOMATIC_POSTS, ORGANISATIONS, AID, DISPUTES, COOPERATION];
