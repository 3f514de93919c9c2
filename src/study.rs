//! The study program: pages and answers that the page asks for when they are first needed. It is handed the dataset once
//! and from then on answers links; it keeps no state of its own. It touches the document, and listens to it, in few
//! places only: the share sheet, printing, the keys of a tree, tables that are scrolled or whose lines are dragged, and
//! the timeline's years while they are brushed.

#[cfg(target_arch = "wasm32")]
#[path = "study/brush.rs"]
mod brush;
#[cfg(target_arch = "wasm32")]
#[path = "study/drag.rs"]
mod drag;
#[cfg(target_arch = "wasm32")]
#[path = "study/hand.rs"]
mod hand;
#[cfg(target_arch = "wasm32")]
#[path = "study/rows.rs"]
mod rows;
#[cfg(target_arch = "wasm32")]
#[path = "study/sheet.rs"]
mod sheet;

#[cfg(target_arch = "wasm32")]
#[path = "study/tree.rs"]
mod tree;

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "what the page calls has to be public for its glue")]
mod program {
    use std::sync::OnceLock;

    use c5_atlas::atlas::{Atlas, Texts};
    use c5_atlas::export::since;
    use c5_atlas::pages::Library;
    use c5_atlas::words::{Language, Words};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The dataset, for the life of the page.
    static OPENED: OnceLock<(Atlas, Texts)> = OnceLock::new();

    /// The same in English, for what is cited and what machines read; only where the page speaks another language.
    static ENGLISH: OnceLock<Atlas> = OnceLock::new();

    /// What was made of it.
    static LIBRARY: OnceLock<Library<'static>> = OnceLock::new();

    pub(crate) fn opened() -> Option<&'static (Atlas, Texts)> {
        OPENED.get()
    }

    /// The atlas in English.
    pub(crate) fn english() -> Option<&'static Atlas> {
        ENGLISH.get().or(OPENED.get().map(|(atlas, _)| atlas))
    }

    pub(crate) fn library() -> Option<&'static Library<'static>> {
        OPENED.get().map(|(atlas, texts)| LIBRARY.get_or_init(|| Library::new(atlas, texts)))
    }

    /// Takes the dataset's packed bytes, and the file of the page's language, empty for English; false where they
    /// are damaged.
    #[wasm_bindgen]
    pub fn open(atlas: Vec<u8>, texts: Vec<u8>, words: String) -> bool {
        if OPENED.get().is_some() {
            return true;
        }
        // Held for the life of the page.
        let packed: &'static [u8] = Vec::leak(atlas);
        let read = Atlas::read(packed).zip(Texts::read(Vec::leak(texts)));
        let opened = read.is_some_and(|(mut atlas, texts)| {
            atlas = atlas.knowing(&texts);
            if !words.is_empty() {
                atlas = atlas.speaking(Words::read(Language::Russian, words.leak()));
                if let Some(english) = Atlas::read(packed) {
                    // Not set before: the dataset is opened once.
                    let _ = ENGLISH.set(english.knowing(&texts));
                }
            }
            OPENED.set((atlas, texts)).is_ok()
        });
        if opened {
            // Without its keys a tree is still a list of links.
            let _ = crate::tree::listen();
            // A long table stays as it was written first, and lines move by their menus.
            let _ = crate::rows::listen();
            let _ = crate::drag::listen();
            // Years are chosen from the lists.
            let _ = crate::brush::listen();
        }
        opened
    }

    /// The markup of the page that a link names, for a room of a width in px.
    #[wasm_bindgen]
    pub fn page(query: &str, width: f64) -> String {
        let Some(library) = library() else { return String::new() };
        let (rows, top) = library.rows(query, width).unzip();
        crate::rows::turn(rows, width, top.unwrap_or_default());
        library.page(query, width)
    }

    /// A part of the window beside the pages, for what a link shows; `notices` is what it asked for in vain and what
    /// changed after its release, `names` the ids of all claims with spaces between them.
    #[wasm_bindgen]
    pub fn part(name: &str, query: &str) -> String {
        let written = match name {
            "names" => OPENED.get().map(|(_, texts)| texts.names().join(" ")),
            "notices" => OPENED.get().zip(library()).map(|((atlas, texts), library)| {
                library.part(name, query) + &since::notice(atlas, texts, query)
            }),
            _ => library().map(|library| library.part(name, query)),
        };
        written.unwrap_or_default()
    }

    /// What a text finds, as the options of the search field's list, seen from a link.
    #[wasm_bindgen]
    pub fn options(text: &str, query: &str) -> String {
        library().map(|library| library.options(text, query)).unwrap_or_default()
    }

    /// Opens the share sheet for what a link shows, at one of its parts; false where it cannot.
    #[wasm_bindgen]
    pub fn share(element: JsValue, query: &str, part: &str) -> bool {
        let sheet = crate::sheet::as_sheet(element).zip(OPENED.get());
        sheet.is_some_and(|(sheet, opened)| {
            crate::sheet::open(opened, &sheet, query, part).is_some()
        })
    }
}

fn main() {
    // A window that cannot be listened to prints the view without its note.
    #[cfg(target_arch = "wasm32")]
    let _ = sheet::print::hear(program::opened);
}
