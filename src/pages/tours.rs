//! Tours: guided stories, each step a view of the atlas with what is to be seen there.

use super::{Desk, sheet};
use crate::markup::Markup;
use crate::markup::said::own_leaf;
use crate::markup::tour::{followed, step_link};
use crate::view::Tab;
use crate::words::{Count, ToursPage};

/// How many there are.
pub(super) fn lead(desk: Desk<'_>) -> String {
    match desk.texts.tours().len() {
        0 => desk.atlas.say(ToursPage::None).to_owned(),
        count => desk.atlas.tell(ToursPage::Lead, &[&desk.atlas.count(count, Count::Tours)]),
    }
}

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let tours = desk.texts.tours();
    let now = followed(desk.texts, desk.view);
    sheet(markup, desk, "tours", atlas.say(Tab::Tours), &lead(desk), |m| {
        m.element("div", &[("class", "stories")], |m| {
            for tour in tours {
                let id = format!("tour-{}", tour.slug);
                m.element("section", &[("aria-labelledby", &id)], |m| {
                    m.element("h3", &[("id", &id)], |m| {
                        let start = step_link(tour, 1, desk.view).unwrap_or_default();
                        let title = (atlas.story(desk.texts, tour, 0), tour.title);
                        own_leaf(m, atlas, "a", &[("href", &start)], title);
                    });
                    let size = format!(
                        "{}, {}",
                        atlas.count(tour.steps.len(), Count::Steps),
                        atlas.count(tour.claims.len(), Count::Claims)
                    );
                    m.leaf("p", &[("class", "quiet")], &size);
                    m.element("ol", &[], |m| {
                        for (number, (_, text)) in (1..).zip(&tour.steps) {
                            let Some(href) = step_link(tour, number, desk.view) else {
                                continue;
                            };
                            let here =
                                now.is_some_and(|(own, at)| own.slug == tour.slug && at == number);
                            let mut attributes = vec![("href", href.as_str())];
                            attributes.extend(here.then_some(("aria-current", "step")));
                            let text = (atlas.story(desk.texts, tour, number), *text);
                            m.element("li", &[], |m| own_leaf(m, atlas, "a", &attributes, text));
                        }
                    });
                });
            }
        });
    });
}
