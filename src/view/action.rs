//! Every way to change the view, and the one place where it happens.

use super::state::{Selection, Tab, Theme, ViewState};
use crate::geo::camera::Spot;
use crate::query::{AsOf, Facet, FacetValue};

/// Something the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Turned to another page.
    ShowTab(Tab),
    /// Chose or unchose a value of a facet.
    Toggle(FacetValue),
    /// Unchose every value of a facet.
    Clear(Facet),
    /// Set the date to look from; none for the newest.
    LookFrom(Option<AsOf>),
    /// Took every filter off.
    ResetFilter,
    /// Moved the map; none for the whole frame.
    MoveMap(Option<Spot>),
    /// Opened something in the detail panel.
    Select(Selection),
    /// Closed the detail panel.
    Deselect,
    /// Chose light or dark.
    UseTheme(Theme),
    /// Followed a link, or went back or forward.
    Open(Box<ViewState>),
}

/// Whether an action is a step that "back" undoes, or motion that it passes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A history entry of its own.
    Choice,
    /// Takes the place of the present entry.
    Motion,
}

impl Action {
    /// Choices get a history entry, motion (the map, the year) replaces the present one.
    pub fn step(&self) -> Step {
        match self {
            Self::MoveMap(_) | Self::LookFrom(_) | Self::UseTheme(_) => Step::Motion,
            Self::ShowTab(_)
            | Self::Toggle(_)
            | Self::Clear(_)
            | Self::ResetFilter
            | Self::Select(_)
            | Self::Deselect
            | Self::Open(_) => Step::Choice,
        }
    }
}

impl ViewState {
    /// The only mutation of a view.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::ShowTab(tab) => self.tab = tab,
            Action::Toggle(value) => self.filter.toggle(value),
            Action::Clear(facet) => self.filter.clear(facet),
            Action::LookFrom(at) => self.filter.at = at,
            Action::ResetFilter => self.filter = crate::query::Filter::default(),
            Action::MoveMap(spot) => self.spot = spot,
            Action::Select(selection) => self.selection = Some(selection),
            Action::Deselect => self.selection = None,
            Action::UseTheme(theme) => self.theme = theme,
            Action::Open(view) => *self = *view,
        }
    }
}
