//! A view inside another page: the code to paste there.

use super::Extract;
use crate::markup::written;
use crate::view::{Choice, Tab, Theme, link};
use crate::words::{Language, Sharing};

/// What may be shown besides the view itself.
pub const PARTS: [(&str, Sharing); 2] =
    [("filters", Sharing::FilterBar), ("strip", Sharing::TimeStrip)];

/// How a view is embedded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The page, where it is not the view's own.
    pub tab: Option<Tab>,
    /// Keys of [`PARTS`].
    pub parts: Vec<String>,
    /// A picture of it: nothing can be pressed.
    pub still: bool,
    /// Says when the atlas has moved on to another release.
    pub pinned: bool,
    /// Light, dark, or as the reader's system has it.
    pub theme: Theme,
    /// The language of the page around the claims.
    pub language: Language,
    /// Height in px.
    pub height: u32,
}

/// Heights to choose from, px.
pub const HEIGHTS: [u32; 3] = [420, 560, 720];

/// The `iframe` of a view.
pub fn code(extract: &Extract<'_>, options: &Options) -> String {
    let mut view = extract.view.clone();
    let mut shown: Vec<&str> = options.parts.iter().map(String::as_str).collect();
    if options.still {
        shown.push("still");
    }
    let shown = if shown.is_empty() { "1".to_owned() } else { shown.join("~") };
    // Our own words are tokens.
    let _ = view.choices.set(Choice::Embed, &shown);
    view.theme = options.theme;
    view.tab = options.tab.unwrap_or(view.tab);
    let query = if options.pinned {
        link::shared(&view, extract.atlas)
    } else {
        link::write(&view, extract.atlas)
    };
    // Links are in their page's own language, which is not what the frame was asked to speak.
    let mut pairs: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    let lang = format!("lang={}", options.language.code());
    if options.language != Language::default() {
        pairs.push(&lang);
    }
    let address = format!("{}?{}", extract.address, pairs.join("&"));
    written(|m| {
        let attributes = [
            ("src", address.as_str()),
            ("title", &extract.atlas.tell(Sharing::EmbedTitle, &[&extract.title()])),
            ("width", "100%"),
            ("height", &options.height.to_string()),
            ("frameborder", "0"),
            ("loading", "lazy"),
            ("allow", "clipboard-write; fullscreen"),
        ];
        m.leaf("iframe", &attributes, "");
    })
}
