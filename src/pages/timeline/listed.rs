//! The claims of a part of a lane, and who contradicts whom among them.

use super::{Part, Plan, claims_of, to_part, without};
use crate::atlas::ClaimSet;
use crate::atlas::term::LinkKind;
use crate::markup::said::mixed;
use crate::markup::{Markup, list};
use crate::pages::Desk;
use crate::pages::sources::ties;
use crate::scene::lanes::Lane;
use crate::words::{PositionsPage, TimelinePage};

/// The claims of a part of a lane, under it.
pub(super) fn write(
    markup: &mut Markup,
    desk: Desk<'_>,
    plan: &Plan,
    lane: &Lane,
    part: Part,
    name: &str,
) {
    let (certain, possible) = claims_of(desk.atlas, lane, part);
    let of = match part {
        Part::Dated => desk.atlas.say(TimelinePage::OnAxis).to_owned(),
        Part::Year(year) => desk.atlas.tell(TimelinePage::BeginningIn, &[&year.to_string()]),
        Part::Undated if without(desk.atlas, lane).1 > 0 => {
            desk.atlas.say(TimelinePage::WithoutBeginning).to_owned()
        }
        Part::Undated => desk.atlas.say(TimelinePage::WithoutDate).to_owned(),
    };
    markup.element(
        "section",
        &[("class", "listed"), ("aria-label", &format!("{name}, {of}"))],
        |m| {
            m.element("p", &[("class", "listed-head")], |m| {
                let title = format!("{name}, {of}");
                m.element("strong", &[], |m| mixed(m, desk.atlas, &title));
                let close = to_part(desk, None);
                let attributes = [("href", close.as_str()), ("id", "close-list")];
                m.leaf("a", &attributes, desk.atlas.say(TimelinePage::CloseList));
            });
            for (heading, claims) in
                [(TimelinePage::Certainly, certain), (TimelinePage::Possibly, possible)]
            {
                if claims.is_empty() {
                    continue;
                }
                if part != Part::Undated {
                    let heading = desk.atlas.say(heading);
                    m.leaf("h4", &[], &format!("{heading}: {}", claims.len()));
                }
                list::told(m, desk.atlas, desk.texts, &claims, plan.compared.as_ref());
            }
            let all = claims_of(desk.atlas, lane, part);
            disagreements(m, desk, &all);
        },
    );
}

/// Both accounts of each disagreement that touches the claims, certain or possible, side by side.
fn disagreements(markup: &mut Markup, desk: Desk<'_>, (certain, possible): &(ClaimSet, ClaimSet)) {
    let mut all = certain.clone();
    all.unite(possible);
    let links = ties::contradicting(desk, &all);
    if !links.is_empty() {
        markup.leaf("h4", &[], desk.atlas.say(PositionsPage::Disagree));
        ties::pairs(markup, desk, LinkKind::Contradicts, &links);
    }
}
