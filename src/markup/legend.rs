//! The map's key: hue is the operator, shape the kind, fill the state.

use super::Markup;
use super::map::symbol;
use crate::atlas::Atlas;
use crate::atlas::term::{FacilityKind, PlaceKind};
use crate::query::Sites;
use crate::query::standing::SiteStatus;
use crate::scene::map::MapScene;
use crate::words::{Map, Words};

const BOX: &str = "-8 -8 16 16";

/// The kinds that a scene shows and the signs for how things stand.
pub fn kinds(markup: &mut Markup, words: &Words, scene: &MapScene) {
    markup.element("ul", &[("class", "kinds")], |m| {
        let shown = |kind: &&FacilityKind| scene.sites.iter().any(|site| site.kind == **kind);
        for &kind in FacilityKind::ALL.iter().filter(shown) {
            entry(m, "key site open", words.say(kind), |m| symbol(m, kind));
        }
    });
    markup.element("ul", &[("class", "states")], |m| {
        for status in SiteStatus::ALL {
            let class = format!("key site {}", status.class());
            entry(m, &class, words.say(status), |m| symbol(m, FacilityKind::GroundBase));
        }
        entry(m, "key", words.say(Map::Lease), |m| {
            m.shape("circle", &[("class", "lease"), ("r", "6")])
        });
        entry(m, "key", words.say(Map::DisputedBorder), |m| {
            m.shape("path", &[("class", "border disputed"), ("d", "M-8 0H8")]);
        });
        entry(m, "key", words.say(PlaceKind::Enclave), |m| {
            m.shape("path", &[("class", "lozenge"), ("d", "M0-5L5 0L0 5L-5 0Z")]);
        });
    });
}

fn entry(markup: &mut Markup, class: &str, words: &str, sign: impl FnOnce(&mut Markup)) {
    markup.element("li", &[], |m| {
        m.element("svg", &[("class", class), ("viewBox", BOX), ("aria-hidden", "true")], sign);
        m.text(" ");
        m.text(words);
    });
}

/// The powers, each a switch that filters by it.
pub fn powers(markup: &mut Markup, atlas: &Atlas, scene: &MapScene) {
    markup.element("ul", &[("class", "powers")], |m| {
        for &power in atlas.powers() {
            let actor = atlas.actor(power);
            let mut sites = Sites::default();
            let own = scene.sites.iter().filter(|site| site.operator == power);
            own.for_each(|site| sites.add(site.status, site.last_known));
            let mut said = atlas.count(sites.open, Map::NumberOpen);
            for (count, words) in
                [(sites.last_known, Map::NumberLastKnown), (sites.possible, Map::NumberPossible)]
            {
                if count > 0 {
                    said.push_str(&atlas.count(count, words));
                }
            }
            m.element("li", &[], |m| {
                let attributes =
                    [("type", "button"), ("data-power", actor.slug), ("aria-pressed", "false")];
                m.element("button", &attributes, |m| {
                    swatch(m, actor.slug);
                    m.text(actor.name);
                    m.leaf("span", &[("class", "tag")], actor.slug);
                    m.leaf("span", &[("class", "quiet")], &said);
                });
            });
        }
    });
}

/// A patch of an actor's hue; the style sheet has one for powers only, and hides it for any other actor.
pub fn swatch(markup: &mut Markup, slug: &str) {
    markup.leaf("span", &[("class", &format!("swatch power-{}", slug.to_ascii_lowercase()))], "");
}
