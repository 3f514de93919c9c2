//! A message about a fault in a claim, ready to be sent.

use super::Extract;
use crate::scene::words;
use crate::view::{Selection, link};

/// Where such messages go: `mailto:somebody@example.org`, or the address of a form for new issues. Set at build as
/// `ATLAS_REPORT`; without it the text is for copying.
const ADDRESS: Option<&str> = option_env!("ATLAS_REPORT");

/// The message; `None` where no claim is open.
pub fn message(extract: &Extract<'_>) -> Option<String> {
    let Some(Selection::Claim(id)) = extract.view.selection else { return None };
    let claim = extract.atlas.claim(id);
    Some(format!(
        "Claim: {}\nIt says: {}\nRelease: {}\nLink: {}\n\nWhat is wrong:\n\nWhere the document says so (section, paragraph, note):\n",
        claim.slug(),
        words::summary(extract.atlas, Some(extract.texts), id),
        extract.atlas.version(),
        extract.link(),
    ))
}

/// The address that opens the message for sending; `None` where the build names none.
pub fn address(extract: &Extract<'_>) -> Option<String> {
    addressed(ADDRESS.filter(|address| !address.is_empty())?, extract)
}

fn addressed(to: &str, extract: &Extract<'_>) -> Option<String> {
    let Some(Selection::Claim(id)) = extract.view.selection else { return None };
    let subject = link::encode(&format!("Error in claim {}", extract.atlas.claim(id).slug()));
    let body = link::encode(&message(extract)?);
    let (title, text) =
        if to.starts_with("mailto:") { ("subject", "body") } else { ("title", "body") };
    let joint = if to.contains('?') { '&' } else { '?' };
    Some(format!("{to}{joint}{title}={subject}&{text}={body}"))
}
