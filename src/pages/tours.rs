//! Tours: guided stories, each step a view of the atlas with what is to be seen there.

use super::{Desk, sheet};
use crate::markup::tour::{followed, step_link};
use crate::markup::{Markup, counted};

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let tours = desk.texts.tours();
    let lead = match tours.len() {
        0 => "There is no tour in this release.".to_owned(),
        count => format!(
            "{} through the atlas. Each step opens the view and the claim that it speaks of.",
            counted(count, "tour")
        ),
    };
    let now = followed(desk.texts, desk.view);
    sheet(markup, desk, "tours", "Tours", &lead, |m| {
        m.element("div", &[("class", "stories")], |m| {
            for tour in tours {
                let id = format!("tour-{}", tour.slug);
                m.element("section", &[("aria-labelledby", &id)], |m| {
                    m.element("h3", &[("id", &id)], |m| {
                        let start = step_link(tour, 1, desk.view.theme).unwrap_or_default();
                        m.leaf("a", &[("href", &start)], tour.title);
                    });
                    let size = format!(
                        "{}, {}",
                        counted(tour.steps.len(), "step"),
                        counted(tour.claims.len(), "claim")
                    );
                    m.leaf("p", &[("class", "quiet")], &size);
                    m.element("ol", &[], |m| {
                        for (number, (_, text)) in (1..).zip(&tour.steps) {
                            let Some(href) = step_link(tour, number, desk.view.theme) else {
                                continue;
                            };
                            let here =
                                now.is_some_and(|(own, at)| own.slug == tour.slug && at == number);
                            let mut attributes = vec![("href", href.as_str())];
                            attributes.extend(here.then_some(("aria-current", "step")));
                            m.element("li", &[], |m| m.leaf("a", &attributes, text));
                        }
                    });
                });
            }
        });
    });
}
