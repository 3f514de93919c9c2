//! Guided stories: the bar that goes with the reader from step to step, and the links that lead there.

use super::Markup;
use super::said::{own_leaf, own_text};
use crate::atlas::{Atlas, Texts, Tour};
use crate::view::link::encode;
use crate::view::{Choice, Theme, ViewState};
use crate::words::{Card, fill, plural};

/// The link to a step of a tour, counted from 1, with all that goes along with the reader; `None` where the tour has no
/// such step.
pub fn step_link(tour: &Tour<'_>, step: usize, view: &ViewState) -> Option<String> {
    let (link, _) = tour.steps.get(step.checked_sub(1)?)?;
    let mut href = format!("{link}&tour={}&step={step}", tour.slug);
    let along = view.choices.iter().filter(|(choice, _)| choice.goes_along());
    for (choice, value) in along.filter(|(own, _)| !matches!(own, Choice::Tour | Choice::Step)) {
        href.push_str(&format!("&{}={}", choice.key(), encode(value)));
    }
    if view.theme != Theme::default() {
        href.push_str("&theme=");
        href.push_str(view.theme.slug());
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
pub fn bar(markup: &mut Markup, atlas: &Atlas, texts: &Texts, view: &ViewState) {
    let Some((tour, step)) = followed(texts, view) else { return };
    let Some((_, text)) = tour.steps.get(step - 1) else { return };
    markup.element("section", &[("class", "tour"), ("aria-label", atlas.say(Card::Tour))], |m| {
        m.element("p", &[("class", "quiet")], |m| {
            own_text(m, atlas, (atlas.story(texts, tour, 0), tour.title));
            let count = tour.steps.len();
            let said = plural(count, atlas.say(Card::StepOf));
            m.leaf("span", &[], &fill(said, &[&step.to_string(), &count.to_string()]));
        });
        own_leaf(m, atlas, "p", &[("class", "said")], (atlas.story(texts, tour, step), text));
        m.element("p", &[("class", "ways")], |m| {
            for (to, id, word) in
                [(step - 1, "tour-back", Card::Back), (step + 1, "tour-on", Card::On)]
            {
                if let Some(href) = step_link(tour, to, view) {
                    m.leaf("a", &[("href", &href), ("id", id)], atlas.say(word));
                }
            }
            let leave = [("type", "button"), ("class", "link"), ("data-do", "leave")];
            m.leaf("button", &leave, atlas.say(Card::Leave));
        });
    });
}
