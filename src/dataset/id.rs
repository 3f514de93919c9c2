//! Numbers that stand for records. Each counts into one list of the pack and into no other.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident($int:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub $int);

        impl $name {
            /// How many records it can tell apart: the dataset's check refuses a longer list.
            pub const MOST: u64 = <$int>::MAX as u64 + 1;

            /// The position in the list that this number counts into.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The number for a position in the list.
            pub fn at(index: usize) -> Self {
                Self(index as $int)
            }
        }
    )*};
}

id! {
    /// An actor: a state, an organisation, a group, a firm.
    ActorId(u16);
    /// A category of the codebook.
    CategoryId(u8);
    /// A claim.
    ClaimId(u32);
    /// An issue on which parties hold positions.
    IssueId(u8);
    /// A named place.
    PlaceId(u16);
    /// A work that a source's notes or bibliography cite.
    ReferenceId(u16);
    /// A schematic line through places.
    RouteId(u8);
    /// One of the documents.
    SourceId(u8);
}
