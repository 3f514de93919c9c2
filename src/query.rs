//! Atlas in, answers out: what a filter keeps, what each facet would keep, what stands at a date, what a
//! text finds, what one document tells and another does not.

pub mod carried;
pub mod change;
pub mod facet;
pub mod filter;
pub mod layer;
pub mod lens;
pub mod loosen;
pub mod position;
pub mod profile;
pub mod search;
pub mod since;
pub mod sites;
pub mod standing;
pub mod time;

pub use change::{Change, Sign};
pub use facet::{Facet, FacetValue, Only, Tally};
pub use filter::{Answer, Filter};
pub use layer::{Layer, Layers, Measure};
pub use lens::{Compared, Lens, Relation};
pub use loosen::{Limit, loosened, loosest};
pub use profile::Party;
pub use search::{Found, Search};
pub use since::Since;
pub use sites::Sites;
pub use standing::{Hold, Standing, Subject};
pub use time::{AsOf, Certainty};
