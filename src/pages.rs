//! Pages that are a function of the link, so that a program of their own can write them when they are
//! first turned to, and the site's static pages can hold them as well.
//!
//! A control is a link with the whole view in it, or an input with `data-key`, the link's key that it sets.
//! Parts with the same `id` keep the focus and their scroll over a change.

pub(crate) mod against;
mod changes;
mod claims;
mod codebook;
pub mod collection;
mod compare;
mod contents;
mod detail;
mod drawn;
mod figures;
mod finder;
pub(crate) mod landmarks;
pub(crate) mod listed;
pub(crate) mod matrix;
mod organisations;
pub(crate) mod over;
pub(crate) mod positions;
pub(crate) mod scenarios;
mod small_map;
mod sources;
mod summary;
pub(crate) mod timeline;
mod tours;
mod unfollowed;

use std::sync::OnceLock;

pub use claims::Rows;
pub use timeline::brush::Brush;

use crate::atlas::{Atlas, ClaimSet, Texts};
use crate::markup::said::mixed;
use crate::markup::{Markup, bar, tour, written};
use crate::query::{Compared, Lens, Search, loosened};
use crate::scene::words;
use crate::view::{Action, Choice, Selection, Tab, ViewState, link};

/// Rooms below this, in px, get the class `narrow`.
const NARROW: f64 = 600.0;

/// A sheet is no wider, px.
const WIDEST: f64 = 1440.0;

/// What a page is written from.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    /// The dataset.
    pub(crate) atlas: &'a Atlas,
    /// Its texts.
    pub(crate) texts: &'a Texts,
    /// What the link says.
    pub(crate) view: &'a ViewState,
    /// The room's width in px.
    width: f64,
    /// The search, once it was needed.
    search: &'a OnceLock<Search>,
}

impl<'a> Desk<'a> {
    /// The search over all of it; building it takes as long as a few pages.
    fn search(&self) -> &'a Search {
        self.search.get_or_init(|| Search::of(self.atlas, self.texts))
    }

    /// Whether there is a phone's room only.
    fn is_narrow(&self) -> bool {
        self.width < NARROW
    }

    /// The width that a sheet's edges leave, px.
    fn inside(&self) -> f64 {
        let edges = if self.is_narrow() { 32.0 } else { 48.0 };
        (self.width.min(WIDEST) - edges).max(160.0)
    }

    /// The claims that the filter keeps.
    pub(crate) fn kept(&self) -> ClaimSet {
        self.view.filter.run(self.atlas).kept
    }

    /// The two documents that the link sets against each other.
    pub(crate) fn lens(&self) -> Option<Lens> {
        against::lens(self.atlas, self.view)
    }

    /// What each of the two tells; `None` where all speak together.
    pub(crate) fn compared(&self) -> Option<Compared> {
        against::compared(self.atlas, self.view)
    }

    /// What the link chooses; empty where the page's own default stands.
    pub(crate) fn choice(&self, choice: Choice) -> &str {
        self.view.choices.get(choice).unwrap_or_default()
    }

    /// The link to the same view with another choice; an empty value returns to the default.
    fn choosing(&self, choice: Choice, value: &str) -> String {
        self.choosing_all(&[(choice, value)])
    }

    /// The link to the same view with other choices, each as in [`Desk::choosing`].
    fn choosing_all(&self, choices: &[(Choice, &str)]) -> String {
        self.href(|view| {
            for &(choice, value) in choices {
                view.choices.set(choice, value);
            }
        })
    }

    /// The link to another page with a change; how this one is arranged stays behind before that is made.
    fn on(&self, tab: Tab, change: impl FnOnce(&mut ViewState)) -> String {
        self.href(|view| {
            view.apply(Action::ShowTab(tab));
            change(view);
        })
    }

    /// The link to the same view with a change.
    fn href(&self, change: impl FnOnce(&mut ViewState)) -> String {
        let mut view = self.view.clone();
        change(&mut view);
        let query = link::write(&view, self.atlas);
        // A link with nothing in it would be followed as the document itself.
        if query.is_empty() {
            format!("?tab={}", Tab::default().slug())
        } else {
            format!("?{query}")
        }
    }
}

/// The dataset and what was made of it, for as many pages as are asked for.
pub struct Library<'a> {
    atlas: &'a Atlas,
    texts: &'a Texts,
    search: OnceLock<Search>,
    over: over::Last,
}

impl<'a> Library<'a> {
    /// A library of a dataset.
    pub fn new(atlas: &'a Atlas, texts: &'a Texts) -> Self {
        Self { atlas, texts, search: OnceLock::new(), over: over::Last::default() }
    }

    /// The markup of the page that a link names, for a room of a width in px; empty for a page that the
    /// main program draws itself.
    pub fn page(&self, query: &str, width: f64) -> String {
        let (view, _) = link::read(query, self.atlas);
        let desk = self.desk(&view, width);
        written(|markup| match view.tab {
            Tab::Codebook => codebook::page(markup, desk),
            Tab::Collection => collection::page(markup, desk),
            Tab::Contents => contents::page(markup, desk),
            Tab::Compare => compare::page(markup, desk),
            Tab::Changes => changes::page(markup, desk),
            Tab::Matrix => matrix::page(markup, desk),
            Tab::Timeline => timeline::page(markup, desk),
            Tab::Claims => claims::page(markup, desk),
            Tab::Sources => sources::page(markup, desk),
            Tab::Positions => positions::page(markup, desk),
            Tab::Scenarios => scenarios::page(markup, desk),
            Tab::Organisations => organisations::page(markup, desk),
            Tab::Figures => figures::page(markup, desk),
            Tab::Tours => tours::page(markup, desk),
            Tab::Overview => matrix::beside(markup, desk),
            Tab::Map => {}
        })
    }

    /// What a text finds, as the options of the search field's list, each a link that changes the view of
    /// another link.
    pub fn options(&self, text: &str, query: &str) -> String {
        let (view, _) = link::read(query, self.atlas);
        written(|markup| finder::options(markup, self.desk(&view, 0.0), text))
    }

    /// A part of the window beside the pages, for what a link shows: the `detail` of what is selected, its `crumbs`, the `steps`
    /// from claim to claim and a claim's `name`, the bar of the `tour`, the `notices` of what the link asked for in vain, the `landmarks` of the time strip, of the `lens` what it shows, the `histories` of
    /// the cells of the mapping, the `summary` of a page in its own sentence; over the map its `marks` for a room, `ways`,
    /// `keys`, `settings`, `switches` and `table`. Empty where there is none.
    pub fn part(&self, name: &str, query: &str) -> String {
        let (view, notices) = link::read(query, self.atlas);
        let desk = self.desk(&view, 0.0);
        written(|markup| match (name, view.selection) {
            _ if over::part(markup, desk, &self.over, name) => {}
            ("detail" | "steps", Some(selected)) => {
                // It is told whole, by either of two documents that are compared.
                let filter = against::kept_by_either(self.atlas, &view);
                let view = ViewState { filter, ..view.clone() };
                let desk = self.desk(&view, 0.0);
                match selected {
                    Selection::Claim(id) if name == "steps" => detail::steps(markup, desk, id),
                    _ if name == "steps" => {}
                    _ => detail::body(markup, desk, selected),
                }
            }
            ("crumbs", Some(selected)) => detail::crumbs(markup, self.atlas, selected),
            ("lens", _) => against::shown(markup, desk),
            ("name", Some(Selection::Claim(id))) => {
                markup.text(&words::summary(self.atlas, Some(self.texts), id));
            }
            ("histories", _) => matrix::outlines(markup, desk),
            ("summary", _) => summary::write(markup, desk, &self.over),
            ("landmarks", _) => landmarks::strip(markup, desk),
            ("notices", _) => unfollowed::write(markup, desk, notices),
            ("tour", _) => tour::bar(markup, self.atlas, self.texts, &view),
            _ => {}
        })
    }

    /// The rows of the table of claims, where a link shows it, for a room of a width in px; and the row at
    /// the top, from 0.
    pub fn rows(&self, query: &str, width: f64) -> Option<(Rows<'a>, usize)> {
        let (view, _) = link::read(query, self.atlas);
        claims::rows(self.atlas, self.texts, self.desk(&view, width))
    }

    /// The order of a table of two axes, as its link has it, once a line was put before another, or behind all.
    pub fn reordered(&self, query: &str, line: &str, before: Option<&str>) -> Option<String> {
        let (view, _) = link::read(query, self.atlas);
        matrix::reordered(self.desk(&view, 0.0), line, before)
    }

    /// What a page is written from, for a view and a room of a width in px.
    pub(crate) fn desk<'b>(&'b self, view: &'b ViewState, width: f64) -> Desk<'b> {
        Desk { atlas: self.atlas, texts: self.texts, view, width, search: &self.search }
    }
}

/// One page, where no other is asked for: as [`Library::page`].
pub fn page(atlas: &Atlas, texts: &Texts, query: &str, width: f64) -> String {
    Library::new(atlas, texts).page(query, width)
}

/// Links of which one may be where the reader is: each with its `id`, its name, whether it is that one, and
/// where it leads.
fn presets<N: AsRef<str>>(
    markup: &mut Markup,
    label: &str,
    links: impl IntoIterator<Item = (String, N, bool, String)>,
) {
    markup.element("nav", &[("class", "presets"), ("aria-label", label)], |m| {
        for (id, name, here, href) in links {
            let mut attributes = vec![("href", href.as_str()), ("id", id.as_str())];
            attributes.extend(here.then_some(("aria-current", "true")));
            m.leaf("a", &attributes, name.as_ref());
        }
    });
}

/// A list to choose from, with its name: each option with the value that the link's key takes, its words, and
/// whether it is chosen.
fn field<V: AsRef<str>, W: AsRef<str>>(
    markup: &mut Markup,
    id: &str,
    name: &str,
    choice: Choice,
    options: impl IntoIterator<Item = (V, W, bool)>,
) {
    markup.element("label", &[("class", "field")], |m| {
        m.text(name);
        m.element("select", &[("id", id), ("data-key", choice.key())], |m| {
            for (value, words, chosen) in options {
                let mut attributes = vec![("value", value.as_ref())];
                attributes.extend(chosen.then_some(("selected", "")));
                m.leaf("option", &attributes, words.as_ref());
            }
        });
    });
}

/// Where the keyboard enters what is walked with the arrow keys: at its first spot.
#[derive(Default)]
pub(crate) struct Spots {
    taken: bool,
}

impl Spots {
    /// The `tabindex` of the next spot.
    fn next(&mut self) -> &'static str {
        if std::mem::replace(&mut self.taken, true) { "-1" } else { "0" }
    }
}

/// The frame of a page: a section with its heading, and a sentence that says what it shows.
fn sheet(
    markup: &mut Markup,
    desk: Desk<'_>,
    class: &str,
    title: &str,
    lead: &str,
    inside: impl FnOnce(&mut Markup),
) {
    // The room is what the detail panel leaves, which a query of the window's width does not know.
    let narrow = if desk.is_narrow() { " narrow" } else { "" };
    let class = format!("sheet {class}{narrow}");
    markup.element("section", &[("class", &class), ("aria-labelledby", "page-title")], |m| {
        m.element("h2", &[("id", "page-title")], |m| mixed(m, desk.atlas, title));
        m.element("p", &[("class", "lead")], |m| mixed(m, desk.atlas, lead));
        against::notice(m, desk);
        ways_out(m, desk);
        inside(m);
    });
}

/// Where the filter leaves no claim: which of its limits to take off.
fn ways_out(markup: &mut Markup, desk: Desk<'_>) {
    let tab = desk.view.tab;
    // What the words mean, who wrote what and where what stands is the same under any filter.
    if !Choice::compares(tab) || matches!(tab, Tab::Contents | Tab::Sources) {
        return;
    }
    let ways = loosened(desk.atlas, &desk.view.filter);
    if ways.is_empty() {
        return;
    }
    markup.element("ul", &[("class", "ways-out")], |m| {
        for (limit, claims) in ways {
            let href = desk.href(|view| view.filter = limit.taken_off(&desk.view.filter));
            m.element("li", &[], |m| {
                let text = bar::loosened(desk.atlas.words(), limit, claims);
                m.leaf("a", &[("href", &href)], &text);
            });
        }
    });
}
