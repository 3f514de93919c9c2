//! What actors are called: short forms, other names, Russian names.

use crate::atlas::term::ActorKind;
use crate::atlas::{ActorId, ClaimSet};
use crate::markup::Markup;
use crate::markup::said::english_leaf;
use crate::pages::Desk;
use crate::words::{CodebookPage, Count};

/// Every actor that a claim names, by kind and name; its number opens its claims.
pub(super) fn names(markup: &mut Markup, desk: Desk<'_>, kept: &ClaimSet) {
    let atlas = desk.atlas;
    for &kind in ActorKind::ALL {
        let mut actors: Vec<ActorId> =
            atlas.actors().filter(|(_, actor)| actor.kind == kind).map(|(id, _)| id).collect();
        actors.sort_by_key(|&id| atlas.actor(id).name);
        let claims = |id: ActorId| atlas.index().actor(id).len_with(kept);
        actors.retain(|&id| claims(id) > 0);
        if actors.is_empty() {
            continue;
        }
        markup.leaf("h4", &[], atlas.say(title(kind)));
        markup.element("table", &[("class", "names")], |m| {
            m.element("thead", &[], |m| {
                m.element("tr", &[], |m| {
                    for head in [
                        CodebookPage::Name,
                        CodebookPage::Short,
                        CodebookPage::Also,
                        CodebookPage::Russian,
                        CodebookPage::ClaimsHead,
                    ] {
                        m.leaf("th", &[("scope", "col")], atlas.say(head));
                    }
                });
            });
            m.element("tbody", &[], |m| {
                for id in actors {
                    let actor = atlas.actor(id);
                    let text = desk.texts.actor(id);
                    let join =
                        |names: Option<&Vec<&str>>| names.map_or(String::new(), |n| n.join(", "));
                    m.element("tr", &[], |m| {
                        m.leaf("th", &[("scope", "row")], actor.name);
                        let acronyms = join(text.map(|text| &text.acronyms));
                        english_leaf(m, atlas, "td", &[], &acronyms);
                        let aliases = join(text.map(|text| &text.aliases));
                        english_leaf(m, atlas, "td", &[], &aliases);
                        let russian = text.and_then(|text| text.name_ru).unwrap_or_default();
                        m.leaf("td", &[("lang", "ru")], russian);
                        m.element("td", &[], |m| {
                            let href = format!("?entity={}", actor.slug);
                            m.leaf(
                                "a",
                                &[("href", &href)],
                                &atlas.count(claims(id), Count::Claims),
                            );
                        });
                    });
                }
            });
        });
    }
}

fn title(kind: ActorKind) -> CodebookPage {
    match kind {
        ActorKind::State => CodebookPage::States,
        ActorKind::Organisation => CodebookPage::Organisations,
        ActorKind::Agency => CodebookPage::Agencies,
        ActorKind::ArmedGroup => CodebookPage::ArmedGroups,
        ActorKind::Firm => CodebookPage::Firms,
        ActorKind::People => CodebookPage::People,
        ActorKind::Group => CodebookPage::Groups,
    }
}
