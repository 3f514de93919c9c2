//! Every way to change the view, and the one place where it happens.

use super::choice::Choice;
use super::state::{Selection, Sheet, Tab, Theme, ViewState};
use crate::atlas::ActorId;
use crate::geo::camera::Spot;
use crate::query::{AsOf, Facet, FacetValue, Layer, Measure};

/// Something the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Turned to another page.
    ShowTab(Tab),
    /// Chose or unchose a value of a facet.
    Toggle(FacetValue),
    /// Unchose every value of a facet.
    Clear(Facet),
    /// Set the date to look from, or the end of the period; none for the newest.
    LookFrom(Option<AsOf>),
    /// Set where the period begins; none for one date.
    LookSince(Option<AsOf>),
    /// Took away date and period.
    LookAtAllTime,
    /// Chose whether what is dated loosely is kept.
    BeCertain(bool),
    /// Took every filter off, and read all documents together.
    ResetFilter,
    /// Read all documents together, where two were set against each other.
    ReadTogether,
    /// Moved the map; none for the whole frame.
    MoveMap(Option<Spot>),
    /// Laid out another sheet of the map, the whole of it.
    ShowSheet(Sheet),
    /// Switched a layer of the map on or off.
    Switch(Layer),
    /// Chose the organisation whose members are marked; none for no such marks.
    ShowMembers(Option<ActorId>),
    /// Chose what the states are shaded by; none for their tints.
    ShadeBy(Option<Measure>),
    /// Opened something in the detail panel.
    Select(Selection),
    /// Closed the detail panel.
    Deselect,
    /// Chose light or dark.
    UseTheme(Theme),
    /// Followed a link, or went back or forward.
    Open(Box<ViewState>),
    /// Moved a control of a page: a slider, a text.
    Adjust(Box<ViewState>),
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
            Self::MoveMap(_)
            | Self::LookFrom(_)
            | Self::LookSince(_)
            | Self::UseTheme(_)
            | Self::Adjust(_) => Step::Motion,
            Self::ShowTab(_)
            | Self::ShowSheet(_)
            | Self::LookAtAllTime
            | Self::BeCertain(_)
            | Self::Switch(_)
            | Self::ShowMembers(_)
            | Self::ShadeBy(_)
            | Self::Toggle(_)
            | Self::Clear(_)
            | Self::ResetFilter
            | Self::ReadTogether
            | Self::Select(_)
            | Self::Deselect
            | Self::Open(_) => Step::Choice,
        }
    }
}

impl ViewState {
    /// The view after an action, and how far that goes: a choice of what is chosen already is no step back.
    pub fn after(&self, action: Action) -> (Self, Step) {
        let step = action.step();
        let mut view = self.clone();
        view.apply(action);
        let step = if view == *self { Step::Motion } else { step };
        (view, step)
    }

    /// The only mutation of a view.
    pub fn apply(&mut self, action: Action) {
        match action {
            // How a page is arranged is that page's own.
            Action::ShowTab(tab) if tab != self.tab => {
                self.tab = tab;
                self.choices.keep(&|choice| choice.stays());
            }
            Action::ShowTab(_) => {}
            Action::Toggle(value) => self.filter.toggle(value),
            Action::Clear(facet) => self.filter.clear(facet),
            // One handle pushes the other: a period never ends before it begins.
            Action::LookFrom(at) => {
                self.filter.at = at;
                let last_day = at.map(AsOf::last_day);
                let inverted = |from: &AsOf| last_day.is_some_and(|last| from.first_day() > last);
                if self.filter.from.as_ref().is_some_and(inverted) {
                    self.filter.from = at;
                }
            }
            Action::LookSince(from) => {
                self.filter.from = from;
                let first_day = from.map(AsOf::first_day);
                let inverted = |at: &AsOf| first_day.is_some_and(|first| at.last_day() < first);
                if self.filter.at.as_ref().is_some_and(inverted) {
                    self.filter.at = from;
                }
            }
            Action::LookAtAllTime => {
                self.filter.at = None;
                self.filter.from = None;
            }
            Action::BeCertain(certain) => self.filter.certain = certain,
            Action::ResetFilter => {
                self.filter = crate::query::Filter::default();
                self.apply(Action::ReadTogether);
            }
            Action::ReadTogether => {
                self.choices.set(Choice::Lens, "");
            }
            Action::MoveMap(spot) => self.spot = spot,
            Action::ShowSheet(sheet) => (self.sheet, self.spot) = (sheet, None),
            Action::Switch(layer) => self.layers.toggle(layer),
            Action::ShowMembers(organisation) => self.layers.organisation = organisation,
            Action::ShadeBy(measure) => self.measure = measure,
            Action::Select(selection) => self.selection = Some(selection),
            Action::Deselect => self.selection = None,
            Action::UseTheme(theme) => self.theme = theme,
            Action::Open(view) | Action::Adjust(view) => *self = *view,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{ActorId, CategoryId, ClaimId};
    use crate::query::{AsOf, Filter};

    /// What an action makes of a view.
    fn after(mut view: ViewState, action: Action) -> ViewState {
        view.apply(action);
        view
    }

    #[test]
    fn a_choice_that_changes_nothing_is_no_step() {
        let mut start = ViewState { tab: Tab::Sources, ..ViewState::default() };
        start.apply(Action::Toggle(FacetValue::State(ActorId(0))));
        start.choices.set(Choice::Focus, "a");
        for (action, step) in [
            (Action::ShowTab(Tab::Sources), Step::Motion),
            (Action::Deselect, Step::Motion),
            (Action::Clear(Facet::Power), Step::Motion),
            (Action::Open(Box::new(start.clone())), Step::Motion),
            (Action::LookFrom(Some(AsOf::year(2012))), Step::Motion),
            (Action::ShowTab(Tab::Claims), Step::Choice),
            (Action::Clear(Facet::State), Step::Choice),
            (Action::Open(Box::default()), Step::Choice),
        ] {
            let expected = (after(start.clone(), action.clone()), step);
            assert_eq!(start.after(action.clone()), expected, "{action:?}");
        }
    }

    #[test]
    fn each_action_changes_its_own_part_of_the_view() {
        let start = ViewState::default;
        let state = FacetValue::State(ActorId(0));
        let category = FacetValue::Category(CategoryId(3));
        let filter = |values: &[FacetValue]| {
            let mut filter = Filter::default();
            values.iter().for_each(|&value| filter.choose(value));
            filter
        };
        let chosen = ViewState { filter: filter(&[state, category]), ..start() };
        let selection = Some(Selection::Claim(ClaimId(7)));
        let mut dated = filter(&[state]);
        dated.at = Some(AsOf::year(2012));
        let period = |from: Option<i32>, to: Option<i32>| {
            let mut filter = Filter::default();
            (filter.from, filter.at) = (from.map(AsOf::year), to.map(AsOf::year));
            ViewState { filter, ..start() }
        };
        let elsewhere = ViewState { tab: Tab::Sources, theme: Theme::Dark, ..chosen.clone() };
        let spot = "67~45~2".parse().ok();
        let mut of_two = start();
        of_two.choices.set(Choice::Lens, "a~b");
        let two_filtered = ViewState { filter: filter(&[state]), ..of_two.clone() };
        let table = [
            (start(), Action::ShowTab(Tab::Matrix), ViewState { tab: Tab::Matrix, ..start() }),
            (start(), Action::Toggle(state), ViewState { filter: filter(&[state]), ..start() }),
            (
                chosen.clone(),
                Action::Toggle(category),
                ViewState { filter: filter(&[state]), ..start() },
            ),
            (
                chosen.clone(),
                Action::Clear(Facet::State),
                ViewState { filter: filter(&[category]), ..start() },
            ),
            (
                ViewState { filter: filter(&[state]), ..start() },
                Action::LookFrom(Some(AsOf::year(2012))),
                ViewState { filter: dated.clone(), ..start() },
            ),
            (ViewState { filter: dated.clone(), ..start() }, Action::ResetFilter, start()),
            (
                ViewState { filter: dated.clone(), ..start() },
                Action::LookAtAllTime,
                ViewState { filter: filter(&[state]), ..start() },
            ),
            (two_filtered.clone(), Action::ResetFilter, start()),
            (two_filtered, Action::ReadTogether, ViewState { filter: filter(&[state]), ..start() }),
            // The two stay where they are only named, and go where nothing is told of a claim.
            (
                of_two.clone(),
                Action::ShowTab(Tab::Codebook),
                ViewState { tab: Tab::Codebook, ..of_two },
            ),
            (start(), Action::LookSince(Some(AsOf::year(1995))), period(Some(1995), None)),
            // One handle pushes the other.
            (
                period(Some(1995), Some(2000)),
                Action::LookFrom(Some(AsOf::year(1993))),
                period(Some(1993), Some(1993)),
            ),
            (
                period(Some(1995), Some(2000)),
                Action::LookSince(Some(AsOf::year(2010))),
                period(Some(2010), Some(2010)),
            ),
            (period(Some(1995), Some(2000)), Action::LookSince(None), period(None, Some(2000))),
            (start(), Action::MoveMap(spot), ViewState { spot, ..start() }),
            (
                ViewState { spot, ..start() },
                Action::ShowSheet(Sheet::Fergana),
                ViewState { sheet: Sheet::Fergana, ..start() },
            ),
            (
                start(),
                Action::Select(Selection::Claim(ClaimId(7))),
                ViewState { selection, ..start() },
            ),
            (ViewState { selection, ..start() }, Action::Deselect, start()),
            (start(), Action::UseTheme(Theme::Dark), ViewState { theme: Theme::Dark, ..start() }),
            (start(), Action::Open(Box::new(elsewhere.clone())), elsewhere),
        ];
        for (before, action, expected) in table {
            assert_eq!(after(before, action.clone()), expected, "{action:?}");
        }
    }

    #[test]
    fn choices_can_be_gone_back_from_and_motion_cannot() {
        assert_eq!(Action::ShowTab(Tab::Map).step(), Step::Choice);
        assert_eq!(Action::Deselect.step(), Step::Choice);
        for motion in
            [Action::MoveMap(None), Action::LookFrom(None), Action::UseTheme(Theme::Light)]
        {
            assert_eq!(motion.step(), Step::Motion, "{motion:?}");
        }
    }
}
