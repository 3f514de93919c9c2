//! The table of claims under the reader's hand: of its rows those in view and some around them stand in the
//! page, the others are room of their height. The link is told of the row at the top once the hand rests.

#[path = "table.rs"]
mod table;

use std::cell::RefCell;
use std::collections::BTreeSet;

use c5_atlas::pages::Rows;
use table::Table;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent};

use crate::hand::{fill, hear};

/// Rows stand in the page this far beyond what is in view, px.
const MARGIN: f64 = 700.0;

/// How long the hand rests before the link is told, ms.
const REST: i32 = 250;

thread_local! {
    static HAND: RefCell<Option<Hand>> = const { RefCell::new(None) };
}

/// The table as it was last written.
struct Hand {
    rows: Rows<'static>,
    width: f64,
    /// Of each row, px, as it was last seen; `None` for one that was not seen yet.
    heights: Vec<Option<f64>>,
    /// Of a row that was not seen, px.
    usual: f64,
    /// What is done once the page has put the table in its place.
    next: Next,
    /// The row in the link, from 0.
    told: usize,
    /// The row that has the focus.
    focus: Option<usize>,
    /// How wide the table was when it was last seen, px, and what stood at the top then.
    seen: Option<(f64, (usize, f64))>,
}

/// Where the table is brought.
#[derive(Clone, Copy)]
enum Next {
    /// It stays where it is.
    Stay,
    /// A row is brought to the top.
    Row(usize),
    /// A row is brought back to where it was, px below the top.
    Back(usize, f64),
}

/// Takes note of the table that is about to be written, with the row that its link names, counted from 0.
pub(super) fn turn(rows: Option<Rows<'static>>, width: f64, row: usize) {
    HAND.with_borrow_mut(|hand| {
        let Some(rows) = rows else {
            *hand = None;
            return;
        };
        let table = Table::find();
        let before = hand.take();
        let here = before.as_ref().zip(table.as_ref()).and_then(|(hand, table)| hand.here(table));
        let focus = table.as_ref().and_then(Table::focus);
        let next = match (&before, here) {
            // The page was written again before it was shown.
            (Some(old), _) if old.told == row && !matches!(old.next, Next::Stay) => old.next,
            // As far as the reader had scrolled, and not by another link.
            (Some(old), Some((at, below))) if old.rows.same(&rows) && old.told == row => {
                Next::Back(at, below)
            }
            (Some(old), Some(_)) if old.told == row => Next::Row(0),
            (None, _) if row == 0 => Next::Stay,
            _ => Next::Row(row),
        };
        let alike = |old: &Hand| {
            old.rows.same(&rows) && old.rows.has_columns_of(&rows) && old.width == width
        };
        let same = before.filter(alike);
        let focus = focus.filter(|&at| at < rows.len());
        let (heights, usual) = match same {
            Some(old) => (old.heights, old.usual),
            None => (vec![None; rows.len()], 0.0),
        };
        *hand = Some(Hand { rows, width, heights, usual, next, told: row, focus, seen: None });
    });
    if HAND.with_borrow(Option::is_some) {
        // By then the page has put what was written in its place, and nothing is painted yet.
        wasm_bindgen_futures::spawn_local(async { with(Hand::settle) });
    }
}

/// Listens, for the life of the page.
pub(super) fn listen() -> Option<()> {
    // The part that scrolls tells nobody else of it.
    hear(&[("scroll", scrolled), ("resize", scrolled), ("keydown", pressed)])
}

fn scrolled(_: &Event) -> Option<()> {
    with(|hand, table| {
        hand.sync(table, None);
        hand.wait();
    });
    Some(())
}

/// Home, End and whole pages go to rows that may not stand in the page yet.
fn pressed(event: &Event) -> Option<()> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let inside: Element = event.target()?.dyn_into().ok()?;
    inside.closest(".claims-sheet tbody").ok()??;
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return None;
    }
    with(|hand, table| {
        let Some(from) = table.focus() else { return };
        let last = hand.rows.len().saturating_sub(1);
        let (top, bottom) = table.view();
        let page = ((bottom - top) / hand.usual.max(1.0)) as usize;
        let to = match key.key().as_str() {
            "Home" => 0,
            "End" => last,
            "PageUp" => from.saturating_sub(page),
            "PageDown" => (from + page).min(last),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        hand.bring(table, to, (bottom - top) / 3.0);
        table.give_focus(to);
        hand.wait();
    });
    Some(())
}

/// Does something with the table that stands in the page.
fn with(run: impl FnOnce(&mut Hand, &Table)) {
    let Some(table) = Table::find() else { return };
    HAND.with(|hand| {
        // What is done here may scroll, and scrolling is heard: once is enough.
        if let Ok(mut hand) = hand.try_borrow_mut()
            && let Some(hand) = hand.as_mut()
        {
            run(hand, &table);
        }
    });
}

impl Hand {
    /// A row's height, px.
    fn height(&self, at: usize) -> f64 {
        self.heights.get(at).copied().flatten().unwrap_or(self.usual)
    }

    /// Where rows begin and end, px from the first.
    fn span(&self, of: std::ops::Range<usize>) -> f64 {
        of.map(|at| self.height(at)).sum()
    }

    /// The row at the top of the view, and how far below the top it begins, px.
    fn top(&self, table: &Table) -> Option<(usize, f64)> {
        let (top, _) = table.view();
        table.rows().into_iter().find_map(|(at, row)| {
            let rect = row.get_bounding_client_rect();
            (rect.bottom() > top + 1.0).then(|| (at, rect.top() - top))
        })
    }

    /// The same for the reader's eye: where the columns have become wider or narrower since, the rows above have other
    /// heights, and what stood at the top before is what is read.
    fn here(&self, table: &Table) -> Option<(usize, f64)> {
        let width = table.body.get_bounding_client_rect().width();
        let seen = self.seen.filter(|(own, _)| (own - width).abs() > 0.5);
        seen.map(|(_, seen)| seen).or_else(|| self.top(table))
    }

    /// After the table was written anew.
    fn settle(&mut self, table: &Table) {
        match std::mem::replace(&mut self.next, Next::Stay) {
            Next::Stay => self.sync(table, None),
            Next::Row(0) => {
                // Who sees the beginning stays there.
                self.sync(table, None);
                if table.body.get_bounding_client_rect().top() < table.view().0 {
                    self.bring(table, 0, 0.0);
                }
            }
            Next::Row(row) => self.bring(table, row, 0.0),
            Next::Back(row, below) => self.bring(table, row, below),
        }
        if let Some(at) = self.focus.take() {
            table.give_focus(at);
        }
    }

    /// Brings a row to so many px below the top.
    fn bring(&mut self, table: &Table, row: usize, below: f64) {
        self.measure(table);
        let (top, _) = table.view();
        let first = table.body.get_bounding_client_rect().top();
        table.scroll_by(first + self.span(0..row) - top - below);
        self.sync(table, Some((row, top + below)));
    }

    /// Takes note of the heights of the rows that stand in the page.
    fn measure(&mut self, table: &Table) {
        let rows = table.rows();
        for (at, row) in &rows {
            if let Some(own) = self.heights.get_mut(*at) {
                *own = Some(row.get_bounding_client_rect().height());
            }
        }
        if self.usual == 0.0 && !rows.is_empty() {
            let seen: f64 = self.heights.iter().flatten().sum();
            self.usual = seen / rows.len() as f64;
        }
    }

    /// Writes the rows in view and about it. What is in view does not move: the row that is named, or the
    /// one at the top, is held where it is, px.
    fn sync(&mut self, table: &Table, held: Option<(usize, f64)>) {
        self.measure(table);
        let (top, bottom) = table.view();
        let held = held.or_else(|| self.here(table).map(|(at, below)| (at, top + below)));
        let first = table.body.get_bounding_client_rect().top();
        let (mut y, mut from, mut to) = (first, self.rows.len(), self.rows.len());
        for at in 0..self.rows.len() {
            let end = y + self.height(at);
            if end > top - MARGIN {
                from = from.min(at);
            }
            if y > bottom + MARGIN {
                to = at;
                break;
            }
            y = end;
        }
        self.write(table, from..to);
        self.measure(table);
        let row = held.and_then(|(held, y)| {
            let row = table.rows().into_iter().find(|(at, _)| *at == held)?.1;
            Some(row.get_bounding_client_rect().top() - y)
        });
        if let Some(moved) = row.filter(|moved| moved.abs() > 0.5) {
            table.scroll_by(moved);
        }
        let width = table.body.get_bounding_client_rect().width();
        self.seen = self.top(table).map(|seen| (width, seen));
    }

    /// Makes the rows stand in the page that are wanted, and the one that has the focus; those that stand there
    /// already are left alone, for a focus and a selection in them.
    fn write(&self, table: &Table, of: std::ops::Range<usize>) {
        let mut wanted: BTreeSet<usize> = of.collect();
        wanted.extend(table.focus().or(self.focus).filter(|&at| at < self.rows.len()));
        let mut standing = BTreeSet::new();
        for (at, row) in table.rows() {
            if wanted.contains(&at) {
                standing.insert(at);
            } else {
                row.remove();
            }
        }
        table.all("tr.room").iter().for_each(Element::remove);
        let mut before = table.body.first_element_child();
        let mut next = 0;
        let mut at = wanted.iter().copied().peekable();
        while let Some(row) = at.next() {
            table.insert(before.as_ref(), &self.rows.room_text(self.span(next..row) as usize));
            next = row + 1;
            if standing.contains(&row) {
                before = before.and_then(|own| own.next_element_sibling());
                continue;
            }
            while at.next_if(|&own| own == next && !standing.contains(&own)).is_some() {
                next += 1;
            }
            table.insert(before.as_ref(), &self.rows.text(row..next));
        }
        table.insert(None, &self.rows.room_text(self.span(next..self.rows.len()) as usize));
        // The keyboard enters at the row that it left, else at the one at the top.
        if table.all("[data-spot][tabindex=\"0\"]").is_empty()
            && let Some((entry, _)) = self.top(table)
            && let Some(link) = table.link(entry)
        {
            let _ = link.set_attribute("tabindex", "0");
        }
    }

    /// Tells the link of the row at the top once the hand rests.
    fn wait(&self) {
        thread_local! {
            static TELL: Closure<dyn FnMut()> = Closure::new(tell);
            static WAITING: std::cell::Cell<Option<i32>> = const { std::cell::Cell::new(None) };
        }
        let Some(window) = web_sys::window() else { return };
        if let Some(before) = WAITING.take() {
            window.clear_timeout_with_handle(before);
        }
        WAITING.set(TELL.with(|tell| {
            let tell = tell.as_ref().unchecked_ref();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(tell, REST).ok()
        }));
    }
}

/// Puts the row at the top into the field that the page hears of.
fn tell() {
    let mut row = None;
    with(|hand, table| {
        let Some((at, _)) = hand.top(table) else { return };
        if at != hand.told {
            hand.told = at;
            row = Some(if at == 0 { String::new() } else { (at + 1).to_string() });
        }
    });
    // The page answers at once, so the table must be free by now.
    let _ = row.and_then(|row| fill("claims-row", &row, "input"));
}
