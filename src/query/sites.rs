//! Facilities counted by how they stand.

use super::Hold;
use super::standing::{SiteStatus, Standing, site_status};
use crate::atlas::Atlas;

/// How many facilities stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sites {
    /// Open, or open when last known.
    pub open: usize,
    /// So many of the open ones are no more than last known: nothing later is told of them.
    pub last_known: usize,
    /// Open or not: the documents leave it uncertain.
    pub possible: usize,
    /// Closed.
    pub closed: usize,
}

impl Sites {
    /// Counts the facilities among standings. Those that are only last known to be open are counted where a date is looked
    /// at: without one every open facility is as last known, and the number would say nothing.
    pub fn of<'a>(
        atlas: &Atlas,
        standings: impl Iterator<Item = &'a Standing>,
        dated: bool,
    ) -> Self {
        let mut sites = Self::default();
        for standing in standings {
            let hold = standing.claims.first().map(|&(_, hold)| hold);
            let last_known = dated && hold == Some(Hold::LastKnown);
            if let Some(status) = site_status(atlas, standing) {
                sites.add(status, last_known);
            }
        }
        sites
    }

    /// Counts one more.
    pub fn add(&mut self, status: SiteStatus, last_known: bool) {
        match status {
            SiteStatus::Open => {
                self.open += 1;
                self.last_known += usize::from(last_known);
            }
            SiteStatus::Possible => self.possible += 1,
            SiteStatus::Closed => self.closed += 1,
            SiteStatus::Planned => {}
        }
    }

    /// Whether none is, may be or was open.
    pub fn is_empty(self) -> bool {
        self.open + self.possible + self.closed == 0
    }
}
