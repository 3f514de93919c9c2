//! Markup that nobody acts on: without what waits hidden and without what only a program or a listener to its
//! panels asks for.

use c5_atlas::markup::parts::{Part, parts};

/// What a style sheet, a reader or a screen reader of the still page goes by.
const KEPT: &[&str] = &[
    "aria-current",
    "aria-expanded",
    "aria-hidden",
    "aria-labelledby",
    "aria-pressed",
    "class",
    "colspan",
    "cx",
    "cy",
    "d",
    "dx",
    "dy",
    "elementtiming",
    "fill-rule",
    "font-size",
    "height",
    "href",
    "placeholder",
    "preserveAspectRatio",
    "r",
    "rotate",
    "scope",
    "text-anchor",
    "transform",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// Parts that answer to a program only: seen, but neither focused nor spoken.
const INERT: &[&str] = &["search", "tools", "filters", "powers", "strip"];

/// Parts that the view does not show.
const LEFT_OUT: &[&str] = &["whole", "presets", "halt", "full", "long", "hit", "halo", "spoken"];

fn is_one_of(part: Part<'_>, classes: &[&str]) -> bool {
    let own = part.attribute("class");
    own.is_some_and(|own| own.split(' ').any(|class| classes.contains(&class)))
}

fn is_left_out(part: Part<'_>) -> bool {
    part.attribute("hidden").is_some()
        || matches!(part.attribute("type"), Some("range" | "hidden"))
        || part.name() == "dialog"
        || is_one_of(part, LEFT_OUT)
}

/// A start tag as the still page has it, up to its end.
fn begin(part: Part<'_>, out: &mut String) {
    out.push('<');
    out.push_str(part.name());
    for (key, value) in part.attributes() {
        // Names of landmarks, of pictures and of what an abbreviation is short for.
        let named = match key {
            "aria-label" => {
                matches!(part.name(), "nav" | "section") || part.attribute("role") == Some("img")
            }
            "role" => value == "img",
            "title" => part.name() == "abbr",
            "id" => part.name() == "h2",
            "tabindex" => part.name() == "section",
            key => KEPT.contains(&key),
        };
        if named {
            out.push_str(&format!(" {key}=\"{value}\""));
        }
    }
    if is_one_of(part, INERT) {
        out.push_str(" inert");
    }
}

/// Markup as it stands still.
pub(super) fn still(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    write(&mut out, "", html);
    out
}

/// Writes what stands in an element of a name.
fn write(out: &mut String, around: &str, html: &str) {
    for part in parts(html) {
        let name = part.name();
        let folded = around == "details" && part.is_element() && name != "summary";
        if !part.is_element() {
            out.push_str(part.whole);
        } else if !folded && !is_left_out(part) {
            begin(part, out);
            // HTML's only element without content here; those of SVG are closed as they are written.
            if name == "input" {
                out.push('>');
            } else if part.is_empty() {
                out.push_str("/>");
            } else {
                out.push('>');
                write(out, name, part.inner());
                out.push_str(&format!("</{name}>"));
            }
        }
    }
}

/// Markup with something written into the first element whose start tag holds a text.
pub(crate) fn fill(html: &str, mark: &str, content: &str) -> Result<String, String> {
    let at = html.find(mark).and_then(|from| Some(from + html[from..].find('>')? + 1));
    let (before, after) = at
        .and_then(|at| html.split_at_checked(at))
        .ok_or_else(|| format!("the page has no part with {mark}"))?;
    Ok(format!("{before}{content}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_or_acts_on_is_left_out() {
        let live = "<details><summary>More</summary><p>x</p></details><nav class=\"tabs\" aria-label=\"Pages\"><a href=\"?\" data-tab=\"map\">Map</a></nav>\
            <div class=\"search\" role=\"search\"><input type=\"search\" placeholder=\"Search\"/><p hidden=\"\">a <b>b</b> <input/></p></div>\
            <td role=\"gridcell\" class=\"cell\" title=\"Visas: 30 days\" tabindex=\"-1\"><span class=\"short\">30 d</span><span class=\"long\">30 days</span></td>\
            <path class=\"hit\" d=\"M0 0\"/><path class=\"symbol\" d=\"M0 0\"/>";
        let expected = "<details><summary>More</summary></details><nav class=\"tabs\" aria-label=\"Pages\"><a href=\"?\">Map</a></nav>\
            <div class=\"search\" inert><input placeholder=\"Search\"></div>\
            <td class=\"cell\"><span class=\"short\">30 d</span></td>\
            <path class=\"symbol\" d=\"M0 0\"/>";
        assert_eq!(still(live), expected);
    }

    #[test]
    fn a_part_is_filled_by_what_its_tag_holds() {
        assert_eq!(
            fill("<p><b id=\"a\"></b>", "id=\"a\"", "x").as_deref(),
            Ok("<p><b id=\"a\">x</b>")
        );
        assert!(fill("<p>", "id=\"a\"", "x").is_err());
    }
}
