//! The table of claims as it stands in the page.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Window};

/// What the first claim's row has as its number: the table's heads are a row too, and numbers begin with 1.
const FIRST: usize = 2;

/// The table in the page.
pub(super) struct Table {
    window: Window,
    pub(super) document: Document,
    pub(super) body: Element,
    /// What scrolls it: its panel, or where that has no height of its own the document.
    scroller: Element,
    /// Whether that is the panel.
    own: bool,
}

impl Table {
    pub(super) fn find() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let body = document.query_selector(".claims-sheet .claims tbody").ok()??;
        let panel = body.closest(".study").ok()??;
        let own = panel.scroll_height() > panel.client_height() + 1;
        let scroller = if own { panel } else { document.document_element()? };
        Some(Self { window, document, body, scroller, own })
    }

    pub(super) fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(found) = self.body.query_selector_all(selector) else { return Vec::new() };
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
    }

    /// The rows that stand in the page, each with its place in the order.
    pub(super) fn rows(&self) -> Vec<(usize, Element)> {
        let place = |row: &Element| -> Option<usize> {
            row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(FIRST)
        };
        let rows = self.all("tr[aria-rowindex]");
        rows.into_iter().filter_map(|row| Some((place(&row)?, row))).collect()
    }

    /// Top and bottom of where rows are in view, px of the window.
    pub(super) fn view(&self) -> (f64, f64) {
        if self.own {
            let head = self.body.previous_element_sibling();
            let head = head.map_or(0.0, |head| head.get_bounding_client_rect().height());
            let rect = self.scroller.get_bounding_client_rect();
            (rect.top() + head, rect.bottom())
        } else {
            let height = self.window.inner_height().ok().and_then(|height| height.as_f64());
            // The heads stick in a panel only.
            (0.0, height.unwrap_or_default())
        }
    }

    pub(super) fn scroll_by(&self, px: f64) {
        self.scroller.set_scroll_top((f64::from(self.scroller.scroll_top()) + px).round() as i32);
    }

    pub(super) fn insert(&self, before: Option<&Element>, html: &str) {
        // Markup of ours, at a place of ours.
        let _ = match before {
            Some(before) => before.insert_adjacent_html("beforebegin", html),
            None => self.body.insert_adjacent_html("beforeend", html),
        };
    }

    pub(super) fn link(&self, at: usize) -> Option<HtmlElement> {
        let row = self.rows().into_iter().find(|(own, _)| *own == at)?.1;
        row.query_selector("[data-spot]").ok()??.dyn_into().ok()
    }

    /// The row that has the focus.
    pub(super) fn focus(&self) -> Option<usize> {
        let focused = self.document.active_element()?;
        let rows = self.rows();
        rows.into_iter().find(|(_, row)| row.contains(Some(&focused))).map(|(at, _)| at)
    }

    pub(super) fn give_focus(&self, at: usize) {
        let Some(link) = self.link(at) else { return };
        for other in self.all("[data-spot][tabindex=\"0\"]") {
            let _ = other.set_attribute("tabindex", "-1");
        }
        let _ = link.set_attribute("tabindex", "0");
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = link.focus_with_options(&options);
    }
}
