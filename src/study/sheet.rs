//! The share sheet in the page: what its buttons do. The one part of the study program that knows the browser,
//! and only by the element that it is given.

use c5_atlas::atlas::{Atlas, Texts};
use c5_atlas::export::{Extract, Taken};
use c5_atlas::pages::share;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, Event, HtmlAnchorElement, HtmlDialogElement,
    HtmlElement, HtmlInputElement, HtmlSelectElement, Url, Window,
};

type Dataset = &'static (Atlas, Texts);

/// Opens the sheet for what a link shows, at one of its parts.
pub(super) fn open(
    dataset: Dataset,
    sheet: &HtmlDialogElement,
    query: &str,
    part: &str,
) -> Option<()> {
    let visit = Visit { dataset, sheet: sheet.clone(), query: query.to_owned() };
    visit.show(part)?;
    if sheet.has_attribute("data-heard") {
        return Some(());
    }
    sheet.set_attribute("data-heard", "").ok()?;
    // The sheet lives as long as the page, and so do its listeners.
    for kind in ["click", "change"] {
        let sheet = sheet.clone();
        let listen = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let query = sheet.get_attribute("data-query").unwrap_or_default();
            // A press that finds nothing to do does nothing.
            let _ = Visit { dataset, sheet: sheet.clone(), query }.heard(&event);
        });
        visit.sheet.add_event_listener_with_callback(kind, listen.as_ref().unchecked_ref()).ok()?;
        listen.forget();
    }
    Some(())
}

/// One opening of the sheet.
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

    fn find(&self, selector: &str) -> Option<Element> {
        self.sheet.query_selector(selector).ok()?
    }

    /// Says what came of a press.
    fn say(&self, text: &str) {
        if let Some(said) = self.find(".said") {
            said.set_text_content(Some(text));
        }
    }

    fn with<T>(&self, of: impl FnOnce(&Extract<'_>) -> T) -> Option<T> {
        let location = self.window()?.location();
        let address = location.origin().ok()? + &location.pathname().ok()?;
        let (atlas, texts) = self.dataset;
        Some(of(&Extract::of(atlas, texts, &self.query, &address, &today())))
    }

    fn show(&self, part: &str) -> Option<()> {
        self.sheet.set_attribute("data-query", &self.query).ok()?;
        let markup = self.with(share::sheet)?;
        self.sheet.set_inner_html(&markup);
        if !self.sheet.open() {
            self.sheet.show_modal().ok()?;
        }
        if !part.is_empty() {
            let heading: HtmlElement =
                self.find(&format!("#share-{part}-title"))?.dyn_into().ok()?;
            heading.focus().ok()?;
        }
        Some(())
    }

    fn heard(&self, event: &Event) -> Option<()> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let named =
            |name: &str| target.closest(&format!("[{name}]")).ok().flatten()?.get_attribute(name);
        if event.type_() == "change" {
            return self.recite();
        }
        // The backdrop is the sheet itself: its inside is covered by its parts.
        let is_backdrop = target == **self.sheet;
        if is_backdrop
            || named("data-do").as_deref() == Some("close")
            || named("href").is_some_and(|href| href.starts_with('?'))
        {
            self.sheet.close();
        } else if let Some(selector) = named("data-copy") {
            let field: HtmlInputElement = self.find(&selector)?.dyn_into().ok()?;
            self.copy(field.value());
        } else if let Some(key) = named("data-take") {
            let key = if key.is_empty() { self.form()? } else { key };
            let taken = self.with(|extract| extract.take(&key))??;
            match named("data-as")?.as_str() {
                "copy" => self.copy(String::from_utf8(taken.bytes).ok()?),
                _ => self.save(&taken)?,
            }
        }
        Some(())
    }

    /// The chosen form of citation.
    fn form(&self) -> Option<String> {
        Some(self.find(".form")?.dyn_into::<HtmlSelectElement>().ok()?.value())
    }

    /// Shows the citation in the chosen form.
    fn recite(&self) -> Option<()> {
        let form = self.form()?;
        let taken = self.with(|extract| extract.take(&form))??;
        self.find(".cited")?.set_text_content(Some(&String::from_utf8(taken.bytes).ok()?));
        Some(())
    }

    fn copy(&self, text: String) {
        let sheet = Self { sheet: self.sheet.clone(), query: String::new(), ..*self };
        let written = self.window().map(|window| window.navigator().clipboard());
        // Outside a secure context there is no clipboard, whatever the type says.
        let written = written.filter(|clipboard| !clipboard.is_undefined());
        let Some(written) = written.map(|clipboard| clipboard.write_text(&text)) else {
            return self
                .say("This browser does not let the page copy: select the text and copy it.");
        };
        spawn_local(async move {
            sheet.say(match JsFuture::from(written).await {
                Ok(_) => "Copied",
                Err(_) => "The browser did not let the page copy: select the text and copy it.",
            });
        });
    }

    /// Hands a file to the browser's downloads.
    fn save(&self, taken: &Taken) -> Option<()> {
        let parts = Array::of1(&Uint8Array::from(taken.bytes.as_slice()));
        let about = BlobPropertyBag::new();
        about.set_type(taken.media);
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &about).ok()?;
        self.save_blob(&blob, &taken.name)
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
        self.say(&format!("Saved as {name}"));
        Some(())
    }
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
