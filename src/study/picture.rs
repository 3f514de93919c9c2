//! Pictures in the page: a view of them in the sheet, and files in SVG or PNG.

use c5_atlas::export::Taken;
use c5_atlas::export::picture::{self, Frame, Plates, Subject};
use c5_atlas::scene::map::{Part, Plate};
use c5_atlas::words::Sharing;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Response, Url, Window,
};

use super::{Visit, blob};

impl Visit {
    /// Shows the picture that is chosen.
    pub(super) fn preview(&self) {
        let visit = self.clone();
        spawn_local(async move {
            // Without the base map there is no picture, and its buttons say so.
            let _ = visit.shown().await;
        });
    }

    async fn shown(&self) -> Option<()> {
        let taken = self.drawn().await?;
        let image: HtmlImageElement = self.find(".preview")?;
        self.forget_preview();
        image.set_src(&Url::create_object_url_with_blob(&blob(&taken)?).ok()?);
        image.set_alt(&self.alt()?);
        Some(())
    }

    /// Lets go of the picture that is shown, which the browser would keep as long as the page lives.
    pub(super) fn forget_preview(&self) {
        let shown = self.find::<HtmlImageElement>(".preview").map(|image| image.src());
        if let Some(address) = shown.filter(|address| address.starts_with("blob:")) {
            // What is let go of already is gone.
            let _ = Url::revoke_object_url(&address);
        }
    }

    /// Saves the chosen picture: as `svg`, or as PNG so many times as large; or copies its words.
    pub(super) fn picture(&self, what: &str) {
        let (visit, what) = (self.clone(), what.to_owned());
        spawn_local(async move {
            let done = match what.as_str() {
                "alt" => visit.alt().map(|alt| visit.copy(alt)),
                "svg" => match visit.drawn().await {
                    Some(taken) => visit.save(&taken),
                    None => None,
                },
                times => visit.png(times.parse().unwrap_or(1)).await,
            };
            if done.is_none() {
                visit.say(visit.dataset.0.say(Sharing::NoPicture));
            }
        });
    }

    fn subject(&self) -> Option<(Subject, Frame)> {
        let key = self.chosen(".subject")?;
        let subject = Subject::ALL.into_iter().find(|subject| subject.key() == key)?;
        let dark = self.chosen(".shade")? == "dark";
        Some((subject, Frame::read(&self.chosen(".shape")?, dark)))
    }

    fn alt(&self) -> Option<String> {
        let (subject, _) = self.subject()?;
        self.with(|extract| picture::alt(extract, subject))
    }

    async fn drawn(&self) -> Option<Taken> {
        let window = self.window()?;
        let base = plate(&window, Part::Base).await?;
        let wanted = self.with(|extract| Plates::parts(&extract.view))?;
        let mut others = Vec::new();
        for part in wanted {
            others.push((part, plate(&window, part).await?));
        }
        let other = |part| others.iter().find(|(own, _)| *own == part).map(|(_, plate)| plate);
        let plates = Plates { base: &base, far: other(Part::Far), valley: other(Part::Valley) };
        let (subject, frame) = self.subject()?;
        self.with(|extract| extract.picture(&plates, subject, frame))
    }

    async fn png(&self, times: u32) -> Option<()> {
        let taken = self.drawn().await?;
        let (_, frame) = self.subject()?;
        let times = f64::from(times);
        let (width, height) = (frame.width * times, frame.height * times);
        let document = self.document()?;
        let image: HtmlImageElement = document.create_element("img").ok()?.dyn_into().ok()?;
        let address = Url::create_object_url_with_blob(&blob(&taken)?).ok()?;
        // Drawn at its own size an engine may enlarge pixels and not lines.
        image.set_width(width as u32);
        image.set_height(height as u32);
        image.set_src(&address);
        JsFuture::from(image.decode()).await.ok()?;
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context
            .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
            .ok()?;
        Url::revoke_object_url(&address).ok()?;
        let made = js_sys::Promise::new(&mut |done, failed| {
            let hand =
                Closure::once_into_js(move |blob: JsValue| done.call1(&JsValue::NULL, &blob));
            if canvas.to_blob(hand.unchecked_ref()).is_err() {
                // The promise is all that hears of it.
                let _ = failed.call0(&JsValue::NULL);
            }
        });
        let png: Blob = JsFuture::from(made).await.ok()?.dyn_into().ok()?;
        let stem = taken.name.trim_end_matches(".svg");
        self.save_blob(&png, &format!("{stem}-{times}x.png"))
    }
}

/// A part of the base map, which the page itself mostly fetched before.
async fn plate(window: &Window, part: Part) -> Option<Plate> {
    let response = JsFuture::from(window.fetch_with_str(part.file())).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Plate::read(&js_sys::Uint8Array::new(&buffer).to_vec())
}
