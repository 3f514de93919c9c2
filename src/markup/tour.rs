//! Guided stories: the bar that goes with the reader from step to step, and the links that lead there.

use super::{Markup, counted};
use crate::atlas::{Texts, Tour};
use crate::view::{Choice, Theme, ViewState};

/// The link to a step of a tour, counted from 1, in the reader's theme; `None` where the tour has no such step.
pub fn step_link(tour: &Tour<'_>, step: usize, theme: Theme) -> Option<String> {
    let (link, _) = tour.steps.get(step.checked_sub(1)?)?;
    let mut href = format!("{link}&tour={}&step={step}", tour.slug);
    if theme != Theme::default() {
        href.push_str("&theme=");
        href.push_str(theme.slug());
    }
    Some(href)
}

/// The tour that a view follows, and at which step, counted from 1.
pub fn followed<'a>(texts: &'a Texts, view: &ViewState) -> Option<(&'a Tour<'static>, usize)> {
    let slug = view.choices.get(Choice::Tour)?;
    let tour = texts.tours().iter().find(|tour| tour.slug == slug)?;
    let step = view.choices.get(Choice::Step).and_then(|step| step.parse().ok()).unwrap_or(1);
    Some((tour, step.min(tour.steps.len()).max(1)))
}

/// The bar; nothing where the view follows no tour.
pub fn bar(markup: &mut Markup, texts: &Texts, view: &ViewState) {
    let Some((tour, step)) = followed(texts, view) else { return };
    let Some((_, text)) = tour.steps.get(step - 1) else { return };
    markup.element("section", &[("class", "tour"), ("aria-label", "Tour")], |m| {
        m.element("p", &[("class", "quiet")], |m| {
            m.text(tour.title);
            m.leaf("span", &[], &format!("{step} of {}", counted(tour.steps.len(), "step")));
        });
        m.leaf("p", &[("class", "said")], text);
        m.element("p", &[("class", "ways")], |m| {
            for (to, id, words) in
                [(step - 1, "tour-back", "‹ Previous"), (step + 1, "tour-on", "Next ›")]
            {
                if let Some(href) = step_link(tour, to, view.theme) {
                    m.leaf("a", &[("href", &href), ("id", id)], words);
                }
            }
            let leave = [("type", "button"), ("class", "link"), ("data-do", "leave")];
            m.leaf("button", &leave, "Leave the tour");
        });
    });
}
