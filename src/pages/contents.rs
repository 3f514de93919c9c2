//! The contents of the atlas as a tree: state, power, category, claim. All that map and matrix show, for who goes by
//! keys or by ear. Keys are in the study program (`study/tree.rs`); which branches are open is in the link.

use super::{Desk, against, sheet};
use crate::atlas::{ActorId, Atlas, Category, ClaimId, ClaimSet};
use crate::markup::said::english;
use crate::markup::{Attribute, Markup, legend, list};
use crate::query::{Compared, FacetValue};
use crate::scene::words;
use crate::view::{Choice, Selection, Tab};
use crate::words::{ContentsPage, Count};

/// The links' word for what speaks neither of one of the five states nor of all of them, or of none of the powers.
const NONE: &str = "none";

/// How many characters of open branches a link holds; those opened first are closed beyond it.
const LONGEST: usize = 190;

/// How many claims the tree holds, and how it is walked.
pub(super) fn lead(desk: Desk<'_>) -> String {
    counted(desk, &against::kept(desk.atlas, &desk.view.filter, desk.compared().as_ref()))
}

fn counted(desk: Desk<'_>, kept: &ClaimSet) -> String {
    let claims = desk.atlas.count(kept.len(), Count::Claims);
    desk.atlas.tell(ContentsPage::Lead, &[&claims])
}

/// Writes the page.
pub(super) fn page(markup: &mut Markup, desk: Desk<'_>) {
    let atlas = desk.atlas;
    let compared = desk.compared();
    let compared = compared.as_ref();
    let kept = against::kept(atlas, &desk.view.filter, compared);
    sheet(markup, desk, "contents", atlas.say(Tab::Contents), &counted(desk, &kept), |m| {
        m.element("div", &[("class", "controls")], |m| against::chooser(m, desk));
        if let Some(compared) = compared {
            let all = against::all(atlas, &desk.view.filter, compared);
            against::key_of_claims(m, atlas, compared.lens, compared.counts(&all));
        }
        if kept.is_empty() {
            return m.leaf("p", &[], atlas.say(ContentsPage::Empty));
        }
        let opened = Opened(desk.choice(Choice::Focus).split('~').collect());
        // Where the keyboard enters: at what was opened last, if it still has claims.
        let last = opened.0.last().copied().filter(|path| holds(desk, path, &kept));
        let entry = last.map(str::to_owned);
        let tree = [("role", "tree"), ("aria-label", atlas.say(ContentsPage::Tree))];
        m.element("ul", &tree, |m| {
            Tree { desk, opened, entry, compared }.branches(m, "", &kept);
        });
    });
}

/// One node that opens: its word in links, its name, its claims.
struct Branch<'a> {
    slug: &'a str,
    name: &'a str,
    claims: ClaimSet,
}

/// How deep a path leads: 0 for the root, 1 a state, 2 a power of it, 3 a category of the two.
fn depth(path: &str) -> usize {
    if path.is_empty() { 0 } else { path.split('-').count() }
}

/// What a node divides into, without what has no claim or is not chosen.
fn branches<'a>(desk: Desk<'a>, depth: usize, claims: &ClaimSet) -> Vec<Branch<'a>> {
    let atlas = desk.atlas;
    let mut found = match depth {
        0 => {
            let none = atlas.say(ContentsPage::NoState);
            let mut found = by_actor(desk, atlas.states(), FacetValue::State, none, claims);
            of_the_region(atlas, &mut found);
            found
        }
        1 => {
            let none = atlas.say(ContentsPage::NoPower);
            by_actor(desk, atlas.powers(), FacetValue::Power, none, claims)
        }
        _ => {
            let chosen = atlas
                .categories()
                .filter(|(id, _)| desk.view.filter.admits(FacetValue::Category(*id)));
            let branch = |(id, category): (_, &Category<'static>)| Branch {
                slug: category.slug,
                name: category.name,
                claims: claims.and(atlas.index().category(id)),
            };
            chosen.map(branch).collect()
        }
    };
    found.retain(|branch| !branch.claims.is_empty());
    found
}

/// By actors, and last the claims that speak of none of them.
fn by_actor<'a>(
    desk: Desk<'a>,
    actors: &[ActorId],
    value: fn(ActorId) -> FacetValue,
    otherwise: &'a str,
    claims: &ClaimSet,
) -> Vec<Branch<'a>> {
    let atlas = desk.atlas;
    let mut rest = ClaimSet::none(atlas.claims().len());
    for id in claims.iter() {
        if !actors.iter().any(|&actor| atlas.index().actor(actor).contains(id)) {
            rest.insert(id);
        }
    }
    let branch = |&id: &ActorId| Branch {
        slug: atlas.actor(id).slug,
        name: atlas.actor(id).name,
        claims: claims.and(atlas.index().actor(id)),
    };
    let chosen = actors.iter().filter(|&&id| desk.view.filter.admits(value(id)));
    chosen.map(branch).chain([Branch { slug: NONE, name: otherwise, claims: rest }]).collect()
}

/// Parts the last branch in two: what speaks of Central Asia as a whole, and what does not.
fn of_the_region(atlas: &Atlas, found: &mut Vec<Branch<'_>>) {
    let Some(region) = atlas.region() else { return };
    let Some(rest) = found.pop() else { return };
    let whole = rest.claims.and(atlas.index().actor(region));
    let mut claims = ClaimSet::none(atlas.claims().len());
    rest.claims.iter().filter(|&id| !whole.contains(id)).for_each(|id| claims.insert(id));
    let name = atlas.say(ContentsPage::Region);
    found.push(Branch { slug: atlas.actor(region).slug, name, claims: whole });
    found.push(Branch { claims, ..rest });
}

/// Whether a path leads to a node of the view's tree.
pub(super) fn has(desk: Desk<'_>, path: &str) -> bool {
    holds(desk, path, &desk.kept())
}

/// Whether a path leads to a node that has claims.
fn holds(desk: Desk<'_>, path: &str, claims: &ClaimSet) -> bool {
    let step = |claims: ClaimSet, (depth, slug): (usize, &str)| {
        let found = branches(desk, depth, &claims).into_iter().find(|own| own.slug == slug)?;
        Some(found.claims)
    };
    (1..=3).contains(&depth(path))
        && path.split('-').enumerate().try_fold(claims.clone(), step).is_some()
}

/// The open branches as a link has them: the paths of the innermost, as `KZ-RU-bases`, the last opened last.
struct Opened<'a>(Vec<&'a str>);

impl Opened<'_> {
    fn is_open(&self, path: &str) -> bool {
        self.0.iter().any(|own| *own == path || is_within(own, path))
    }

    /// The value for links with a branch opened or, where it is open, closed with all in it.
    fn toggled(&self, path: &str) -> String {
        let others = |own: &&str| *own != path && !is_within(own, path);
        let mut left: Vec<&str> = self.0.iter().copied().filter(others).collect();
        let now = if self.is_open(path) {
            path.rsplit_once('-').map_or("", |(above, _)| above)
        } else {
            path
        };
        // What stands above a branch is open with it.
        left.retain(|own| *own != now && !is_within(now, own));
        left.push(now);
        left.retain(|own| !own.is_empty());
        while left.iter().map(|own| own.len() + 1).sum::<usize>() > LONGEST {
            left.remove(0);
        }
        left.join("~")
    }
}

/// Whether a path leads through another one.
fn is_within(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.starts_with('-'))
}

/// The tree under construction.
struct Tree<'a> {
    desk: Desk<'a>,
    opened: Opened<'a>,
    /// The path of the node in the tab order; the first node where none is named.
    entry: Option<String>,
    /// Two documents that are set against each other.
    compared: Option<&'a Compared>,
}

/// A node's place among its siblings, from 1.
#[derive(Clone, Copy)]
struct Place {
    level: usize,
    at: usize,
    of: usize,
}

impl Tree<'_> {
    fn branches(&self, markup: &mut Markup, above: &str, claims: &ClaimSet) {
        let level = depth(above);
        let found = branches(self.desk, level, claims);
        for (at, branch) in found.iter().enumerate() {
            let join = if above.is_empty() { "" } else { "-" };
            let path = format!("{above}{join}{}", branch.slug);
            let place = Place { level: level + 1, at: at + 1, of: found.len() };
            markup.element("li", &[("role", "none")], |m| self.branch(m, &path, branch, place));
        }
    }

    fn branch(&self, markup: &mut Markup, path: &str, branch: &Branch<'_>, place: Place) {
        let open = self.opened.is_open(path);
        let group = format!("in-{path}");
        let href = self.desk.choosing(Choice::Focus, &self.opened.toggled(path));
        let mut attributes =
            vec![("href", href.as_str()), ("aria-expanded", if open { "true" } else { "false" })];
        attributes.extend(open.then_some(("aria-owns", group.as_str())));
        let claims = self.desk.atlas.count(branch.claims.len(), Count::Claims);
        self.item(markup, path, place, &attributes, |m| {
            if place.level == 2 && branch.slug != NONE {
                legend::swatch(m, branch.slug);
            }
            m.leaf("span", &[("class", "name")], branch.name);
            m.text(" ");
            m.leaf("span", &[("class", "quiet")], &claims);
            against::tally(m, self.desk.atlas, self.compared, &branch.claims);
        });
        if open {
            markup.element("ul", &[("role", "group"), ("id", &group)], |m| {
                if place.level < 3 {
                    self.branches(m, path, &branch.claims);
                } else {
                    self.claims(m, path, &branch.claims);
                }
            });
        }
    }

    fn claims(&self, markup: &mut Markup, above: &str, claims: &ClaimSet) {
        let found = list::in_order(self.desk.atlas, claims);
        for (at, &id) in found.iter().enumerate() {
            let place = Place { level: depth(above) + 1, at: at + 1, of: found.len() };
            markup.element("li", &[("role", "none")], |m| self.claim(m, above, id, place));
        }
    }

    fn claim(&self, markup: &mut Markup, above: &str, id: ClaimId, place: Place) {
        let atlas = self.desk.atlas;
        let claim = atlas.claim(id);
        let href = format!("?claim={}", claim.slug());
        let mut attributes = vec![("href", href.as_str()), ("data-claim", claim.slug())];
        if self.desk.view.selection == Some(Selection::Claim(id)) {
            attributes.push(("aria-current", "true"));
        }
        self.item(markup, &format!("{above}-{}", claim.slug()), place, &attributes, |m| {
            m.leaf("span", &[("class", "quiet date")], &words::dated(atlas.words(), claim));
            m.text(" ");
            m.element("span", &[("class", "name")], |m| {
                english(m, atlas, &words::summary(atlas, Some(self.desk.texts), id));
                if atlas.index().disputed().contains(id) {
                    list::disputed(m, atlas);
                }
            });
            against::told(m, atlas, self.compared, [id]);
        });
    }

    fn item(
        &self,
        markup: &mut Markup,
        path: &str,
        place: Place,
        own: &[Attribute<'_>],
        inside: impl FnOnce(&mut Markup),
    ) {
        let entry = match &self.entry {
            Some(entry) => entry == path,
            None => place.level == 1 && place.at == 1,
        };
        let id = format!("node-{path}");
        let [level, at, of] = [place.level, place.at, place.of].map(|number| number.to_string());
        let mut attributes = vec![
            ("role", "treeitem"),
            ("id", &id),
            ("aria-level", &level),
            ("aria-posinset", &at),
            ("aria-setsize", &of),
            ("tabindex", if entry { "0" } else { "-1" }),
        ];
        attributes.extend(own);
        markup.element("a", &attributes, inside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_branch_opens_what_is_above_it_and_closes_what_is_in_it() {
        let none = Opened(vec![""]);
        assert_eq!(none.toggled("KZ"), "KZ");
        let deep = Opened(vec!["KG", "KZ-RU-bases"]);
        assert!(deep.is_open("KZ") && deep.is_open("KZ-RU") && !deep.is_open("K"));
        assert_eq!(deep.toggled("KG"), "KZ-RU-bases");
        assert_eq!(deep.toggled("KG-CN"), "KZ-RU-bases~KG-CN");
        assert_eq!(deep.toggled("KZ-RU-bases"), "KG~KZ-RU");
        assert_eq!(deep.toggled("KZ"), "KG");
        assert_eq!(deep.toggled("KZ-CN"), "KG~KZ-RU-bases~KZ-CN");
    }

    #[test]
    fn a_link_stays_as_short_as_links_must_be() {
        let paths: Vec<String> = (0..40).map(|at| format!("KZ-RU-category{at}")).collect();
        let opened = Opened(paths.iter().map(String::as_str).collect());
        let value = opened.toggled("TM");
        assert!(value.len() <= LONGEST && value.ends_with("~TM"), "{value}");
    }
}
