//! What the first view does without, and takes in once the texts have come.

use serde::{Serialize, Serializer};

use super::{Claim, Link, LinkKind, Pack, Texts};

impl<'a> Claim<'a> {
    /// The id that files and links use; empty until it is known.
    pub fn slug(&self) -> &'a str {
        self.name.get().copied().unwrap_or_default()
    }

    /// Its date as the file writes it, EDTF; `None` where it has none, and until it is known.
    pub fn date(&self) -> Option<&'a str> {
        self.date.get().copied()
    }
}

impl<'a> Pack<'a> {
    /// Takes in what the first view does without: the ids of claims and their dates as they are written, every tie
    /// between them, and the routes.
    pub fn take_in(&mut self, texts: &Texts<'a>) {
        for ((claim, name), text) in self.claims.iter().zip(&texts.names).zip(&texts.claims) {
            // Known already: nothing to do.
            let _ = claim.name.set(name);
            if let Some(date) = text.date {
                let _ = claim.date.set(date);
            }
        }
        self.links.clone_from(&texts.ties);
        self.routes.clone_from(&texts.routes);
    }
}

/// Writes the ties that the first view's signs and counts are computed from.
pub(super) fn agreement<S: Serializer>(links: &[Link], to: S) -> Result<S::Ok, S::Error> {
    let bears = |link: &&Link| matches!(link.kind, LinkKind::Contradicts | LinkKind::Supports);
    links.iter().filter(bears).collect::<Vec<_>>().serialize(to)
}
