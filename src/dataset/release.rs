//! The ledger of releases: which claims each brought, mended and took away, so that a link made on
//! an older one can say what has changed since.

use schemars::JsonSchema;
use serde::Deserialize;

/// What a release brought, mended and took away.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Three numbers, as `VERSION` has them.
    pub version: String,
    /// The day, EDTF; left out while it is being made.
    pub date: Option<String>,
    /// Ids of the claims that it added.
    #[serde(default)]
    pub added: Vec<String>,
    /// Claims of earlier releases that it changed.
    #[serde(default)]
    pub corrected: Vec<Correction>,
    /// Claims that it took away.
    #[serde(default)]
    pub withdrawn: Vec<Withdrawal>,
}

/// A claim that no longer says or codes what it did.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The claim.
    pub id: String,
    /// What was wrong, in a line.
    pub what: String,
}

/// A claim that is no more; its id is never used again.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The id that it had.
    pub id: String,
    /// Why, in a line.
    pub reason: String,
    /// The claim that says it better, if any.
    pub instead: Option<String>,
}
