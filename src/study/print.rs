//! A view on paper: what is added to it, and what is drawn anew for the width of a page.

use c5_atlas::export::sheet;
use c5_atlas::markup::px;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement};

use super::{Dataset, extracted};

/// The room between the margins of A4, the narrower paper, px.
const PAPER: f64 = 700.0;

/// From now on paper has what a view needs there, whether or not the sheet was ever opened.
pub(crate) fn hear(dataset: fn() -> Option<Dataset>) -> Option<()> {
    let window = web_sys::window()?;
    let before = Closure::<dyn FnMut()>::new(move || {
        // Before the dataset has come the view is printed as it is.
        let _ = dataset().and_then(lay_out);
    });
    let after = Closure::<dyn FnMut()>::new(|| {
        // Nothing is left of what is not there.
        let _ = find(".print-page").map(|page| page.remove());
    });
    for (kind, listen) in [("beforeprint", before), ("afterprint", after)] {
        window.add_event_listener_with_callback(kind, listen.as_ref().unchecked_ref()).ok()?;
        listen.forget();
    }
    Some(())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// The element of a class at the end of the page, made if need be.
fn part(class: &str) -> Option<Element> {
    if let Some(found) = find(&format!(".{class}")) {
        return Some(found);
    }
    let made = document()?.create_element("aside").ok()?;
    made.set_class_name(class);
    document()?.body()?.append_child(&made).ok()?;
    Some(made)
}

fn lay_out(dataset: Dataset) -> Option<()> {
    let window = web_sys::window()?;
    let query = window.location().search().ok()?;
    if find(".study").is_some() {
        let library = crate::program::library()?;
        part("print-page")?.set_inner_html(&library.page(&query, PAPER));
        // Paper does not scroll: all of a long table stands on it.
        let rows = library.rows(&query, PAPER);
        if let Some((body, (rows, _))) = find(".print-page .claims tbody").zip(rows) {
            body.set_inner_html(&rows.text(0..rows.len()));
        }
    }
    let note = extracted(&window, dataset, &query, sheet::print_note)?;
    let aside = part("print-note")?;
    aside.set_inner_html(&note);
    // It stands last.
    document()?.body()?.append_child(&aside).ok()?;
    size_of_map();
    let wide = find(".crosstab-scroll").map_or(0.0, |table| f64::from(table.scroll_width()));
    set("--table-zoom", &ratio(wide))
}

/// The map keeps the part of the world that the screen shows, and shrinks to the paper.
fn size_of_map() -> Option<()> {
    let map = find(".map")?;
    let width = f64::from(map.client_width());
    set("--map-width", &format!("{}px", px(width)))?;
    set("--map-height", &format!("{}px", px(f64::from(map.client_height()))))?;
    set("--map-zoom", &ratio(width))
}

/// How much smaller something of a width in px is on paper.
fn ratio(width: f64) -> String {
    format!("{:.3}", (PAPER / width.max(1.0)).min(1.0))
}

fn set(name: &str, value: &str) -> Option<()> {
    let root: HtmlElement = document()?.document_element()?.dyn_into().ok()?;
    root.style().set_property(name, value).ok()
}
