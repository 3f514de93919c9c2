//! The share sheet in the page: what its buttons do. It knows the browser only by the element that it is given.

#[path = "picture.rs"]
mod picture;
#[path = "print.rs"]
pub(super) mod print;

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::export::{Extract, Taken, embed, sheet};
use c5_atlas::pages::collection;
use c5_atlas::view::{Choice, Tab, Theme, link};
use c5_atlas::words::{Count, Language, Sharing};
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, Event, EventTarget, HtmlAnchorElement,
    HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    Storage, Url, Window,
};

pub(super) type Dataset = &'static (Atlas, Texts);

/// Where the browser keeps the collection.
const STORED: &str = "c5-atlas-collection";

/// Attributes of the sheet: the collection, and what the link's own was when the collection was last set beside it.
const COLLECTED: &str = "data-collected";
const LINKED: &str = "data-linked";

/// Opens the sheet for what a link shows, at one of its parts.
pub(super) fn open(
    dataset: Dataset,
    sheet: &HtmlDialogElement,
    query: &str,
    part: &str,
) -> Option<()> {
    let visit = Visit { dataset, sheet: sheet.clone(), query: query.to_owned() };
    if !sheet.has_attribute("data-heard") {
        sheet.set_attribute("data-heard", "").ok()?;
        visit.listen(sheet, "click")?;
        visit.listen(sheet, "change")?;
    }
    visit.show(part)
}

/// What a link shows, from the page's own address. That is not put together from its parts: a page opened
/// from a disk has no origin.
fn extracted<T>(
    window: &Window,
    (atlas, texts): Dataset,
    query: &str,
    of: impl FnOnce(&Extract<'_>) -> T,
) -> Option<T> {
    let href = window.location().href().ok()?;
    let address = href.split(['?', '#']).next().unwrap_or_default();
    let day = today();
    let mut extract = Extract::of(atlas, texts, query, address, &day);
    extract.english = crate::program::english()?;
    Some(of(&extract))
}

/// One opening of the sheet.
#[derive(Clone)]
struct Visit {
    dataset: Dataset,
    sheet: HtmlDialogElement,
    query: String,
}

impl Visit {
    fn window(&self) -> Option<Window> {
        self.document()?.default_view()
    }

    fn document(&self) -> Option<Document> {
        self.sheet.owner_document()
    }

    fn find<T: JsCast>(&self, selector: &str) -> Option<T> {
        self.sheet.query_selector(selector).ok()??.dyn_into().ok()
    }

    /// Hears an event for the life of the page, which is the sheet's.
    fn listen(&self, target: &EventTarget, kind: &str) -> Option<()> {
        let visit = self.clone();
        let listen = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let query = visit.sheet.get_attribute("data-query").unwrap_or_default();
            // A press that finds nothing to do does nothing.
            let _ = Visit { query, ..visit.clone() }.heard(&event);
        });
        target.add_event_listener_with_callback(kind, listen.as_ref().unchecked_ref()).ok()?;
        listen.forget();
        Some(())
    }

    /// Says what came of a press.
    fn say(&self, text: &str) {
        if let Some(said) = self.find::<Element>(".said") {
            said.set_text_content(Some(text));
        }
    }

    fn with<T>(&self, of: impl FnOnce(&Extract<'_>) -> T) -> Option<T> {
        extracted(&self.window()?, self.dataset, &self.query, of)
    }

    fn show(&self, part: &str) -> Option<()> {
        self.sheet.set_attribute("data-query", &self.query).ok()?;
        if part == "collect" {
            self.collect("add")?;
        } else {
            self.write()?;
        }
        if !self.sheet.open() {
            self.sheet.show_modal().ok()?;
        }
        if !part.is_empty() {
            self.find::<HtmlElement>(&format!("#share-{part}-title"))?.focus().ok()?;
        }
        Some(())
    }

    fn write(&self) -> Option<()> {
        self.follow_link()?;
        let collected = self.collected();
        let markup = self.with(|extract| sheet::sheet(extract, &collected))?;
        self.forget_preview();
        self.sheet.set_inner_html(&markup);
        self.preview();
        Some(())
    }

    fn heard(&self, event: &Event) -> Option<()> {
        let target: Element = event.target()?.dyn_into().ok()?;
        if event.type_() == "change" {
            return self.changed(&target);
        }
        let named =
            |name: &str| target.closest(&format!("[{name}]")).ok().flatten()?.get_attribute(name);
        // The backdrop is the sheet itself: its inside is covered by its parts.
        let is_backdrop = target == **self.sheet;
        let leaves = named("href").is_some_and(|href| href.starts_with('?'));
        if is_backdrop || leaves || named("data-do").as_deref() == Some("close") {
            self.sheet.close();
        } else if named("data-do").as_deref() == Some("print") {
            self.sheet.close();
            self.window()?.print().ok()?;
        } else if let Some(selector) = named("data-copy") {
            let field = self.find::<HtmlTextAreaElement>(&selector).map(|field| field.value());
            let field = field.or_else(|| Some(self.find::<HtmlInputElement>(&selector)?.value()));
            self.copy(field?);
        } else if let Some(what) = named("data-collect") {
            self.collect(&what)?;
            self.find::<HtmlElement>("#share-collect-title")?.focus().ok()?;
        } else if let Some(what) = named("data-picture") {
            self.picture(&what);
        } else if let Some(key) = named("data-take") {
            let key = if key.is_empty() { self.chosen(".form")? } else { key };
            let taken = self.with(|extract| extract.take(&key))??;
            match named("data-as")?.as_str() {
                "copy" => self.copy(String::from_utf8(taken.bytes).ok()?),
                _ => self.save(&taken)?,
            }
        }
        Some(())
    }

    /// The chosen value of a list.
    fn chosen(&self, selector: &str) -> Option<String> {
        Some(self.find::<HtmlSelectElement>(selector)?.value())
    }

    /// Shows what a changed control asks for.
    fn changed(&self, control: &Element) -> Option<()> {
        if control.class_name() == "form" {
            let form = self.chosen(".form")?;
            let taken = self.with(|extract| extract.take(&form))??;
            let text = String::from_utf8(taken.bytes).ok()?;
            self.find::<Element>(".cited")?.set_text_content(Some(&text));
        } else if control.class_name().starts_with("embed") {
            let code = self.embed_code()?;
            self.find::<HtmlTextAreaElement>(".embed-code")?.set_value(&code);
        } else {
            self.preview();
        }
        Some(())
    }

    fn embed_code(&self) -> Option<String> {
        let ticked = |key: &str| {
            let selector = format!(".embed-part[value={key}]");
            self.find::<HtmlInputElement>(&selector).is_some_and(|input| input.checked())
        };
        let parts = embed::PARTS.iter().map(|(key, _)| *key).filter(|key| ticked(key));
        let options = embed::Options {
            tab: Tab::read(&self.chosen(".embed-tab")?),
            parts: parts.map(str::to_owned).collect(),
            still: ticked("still"),
            pinned: ticked("pinned"),
            theme: Theme::read(&self.chosen(".embed-theme")?).unwrap_or_default(),
            language: Language::read(&self.chosen(".embed-lang")?).unwrap_or_default(),
            height: self.chosen(".embed-height")?.parse().ok()?,
        };
        self.with(|extract| embed::code(extract, &options))
    }

    /// The browser's store; `None` where it is blocked.
    fn store(&self) -> Option<Storage> {
        self.window()?.local_storage().ok()?
    }

    /// The collection, ids joined by `~`.
    fn collected(&self) -> String {
        self.sheet.get_attribute(COLLECTED).unwrap_or_default()
    }

    /// The link's own collection; empty where it has none.
    fn linked(&self) -> String {
        let (view, _) = link::read(&self.query, &self.dataset.0);
        view.choices.get(Choice::Basket).unwrap_or_default().to_owned()
    }

    /// The collection is the link's own at first, else the browser's; later it follows what the link's own has become.
    fn follow_link(&self) -> Option<()> {
        let linked = self.linked();
        match self.sheet.get_attribute(LINKED) {
            Some(before) if before == linked => {}
            Some(before) => {
                self.keep(&collection::followed(&self.collected(), &before, &linked))?;
            }
            None => {
                let stored = || self.store()?.get_item(STORED).ok()?;
                let own = Some(linked.clone()).filter(|own| !own.is_empty()).or_else(stored);
                self.sheet.set_attribute(COLLECTED, &own.unwrap_or_default()).ok()?;
            }
        }
        self.sheet.set_attribute(LINKED, &linked).ok()
    }

    /// Keeps the collection on this page, and what has changed in it in the browser; false where the browser keeps none.
    fn keep(&self, list: &str) -> Option<bool> {
        let before = self.collected();
        self.sheet.set_attribute(COLLECTED, list).ok()?;
        let kept = self.store().is_some_and(|store| {
            let stored = store.get_item(STORED).ok().flatten().unwrap_or_default();
            store.set_item(STORED, &collection::stored_after(&stored, &before, list)).is_ok()
        });
        Some(kept)
    }

    /// Adds what is shown to the collection, or empties it, and writes the sheet anew.
    fn collect(&self, what: &str) -> Option<()> {
        let atlas = &self.dataset.0;
        self.follow_link()?;
        let (list, left_out) = match what {
            "add" => {
                let shown = self.with(|extract| extract.claims.clone())?;
                collection::with_added(atlas, &self.collected(), &shown)
            }
            _ => Default::default(),
        };
        let kept = self.keep(&list)?;
        self.write()?;
        if left_out > 0 {
            self.say(&atlas.tell(Sharing::Full, &[&atlas.count(left_out, Count::Claims)]));
        } else if !kept {
            self.say(atlas.say(Sharing::KeptHere));
        }
        Some(())
    }

    fn copy(&self, text: String) {
        let visit = self.clone();
        let clipboard = self.window().map(|window| window.navigator().clipboard());
        // Outside a secure context there is no clipboard, whatever the type says.
        let clipboard = clipboard.filter(|clipboard| !clipboard.is_undefined());
        let Some(written) = clipboard.map(|clipboard| clipboard.write_text(&text)) else {
            return self.say(self.dataset.0.say(Sharing::CannotCopy));
        };
        spawn_local(async move {
            let word = match JsFuture::from(written).await {
                Ok(_) => Sharing::Copied,
                Err(_) => Sharing::DidNotCopy,
            };
            visit.say(visit.dataset.0.say(word));
        });
    }

    /// Hands a file to the browser's downloads.
    fn save(&self, taken: &Taken) -> Option<()> {
        self.save_blob(&blob(taken)?, &taken.name)
    }

    fn save_blob(&self, blob: &Blob, name: &str) -> Option<()> {
        let address = Url::create_object_url_with_blob(blob).ok()?;
        let anchor: HtmlAnchorElement =
            self.document()?.create_element("a").ok()?.dyn_into().ok()?;
        anchor.set_href(&address);
        anchor.set_download(name);
        anchor.click();
        // Some engines read the file only after the press is over.
        let forget = Closure::once_into_js(move || Url::revoke_object_url(&address));
        self.window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), 60_000)
            .ok()?;
        self.say(&self.dataset.0.tell(Sharing::SavedAs, &[name]));
        Some(())
    }
}

/// A file for the browser.
fn blob(taken: &Taken) -> Option<Blob> {
    let parts = Array::of1(&Uint8Array::from(taken.bytes.as_slice()));
    let about = BlobPropertyBag::new();
    about.set_type(taken.media);
    Blob::new_with_u8_array_sequence_and_options(&parts, &about).ok()
}

/// The reader's own day.
fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// What the page hands over as the sheet.
pub(super) fn as_sheet(element: JsValue) -> Option<HtmlDialogElement> {
    element.dyn_into().ok()
}
