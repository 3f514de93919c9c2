//! Markup that nobody acts on: without what waits hidden and without what only a program or a listener to its
//! panels asks for.

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

/// Elements without content.
const VOID: &[&str] = &["input"];

/// A tag as it is written: its name, its attributes, whether it holds nothing.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    empty: bool,
}

impl<'a> Tag<'a> {
    /// From what stands between the angle brackets. Markup writes each attribute as ` name="value"`.
    fn read(inside: &'a str) -> Self {
        let empty = inside.ends_with('/');
        let inside = inside.trim_end_matches('/');
        let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        while let Some((key, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"').unwrap_or((after, ""));
            attributes.push((key.trim_start(), value));
            rest = after;
        }
        Self { name, attributes, empty: empty || VOID.contains(&name) }
    }

    fn get(&self, key: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(own, _)| *own == key).map(|(_, value)| *value)
    }

    fn is_one_of(&self, classes: &[&str]) -> bool {
        self.get("class").is_some_and(|own| own.split(' ').any(|class| classes.contains(&class)))
    }

    fn is_left_out(&self) -> bool {
        self.get("hidden").is_some()
            || matches!(self.get("type"), Some("range" | "hidden"))
            || self.name == "dialog"
            || self.is_one_of(LEFT_OUT)
    }

    /// As the still page has it.
    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (key, value) in &self.attributes {
            // Names of landmarks, of pictures and of what an abbreviation is short for.
            let named = match *key {
                "aria-label" => {
                    matches!(self.name, "nav" | "section") || self.get("role") == Some("img")
                }
                "role" => *value == "img",
                "title" => self.name == "abbr",
                "id" => self.name == "h2",
                "tabindex" => self.name == "section",
                key => KEPT.contains(&key),
            };
            if named {
                out.push_str(&format!(" {key}=\"{value}\""));
            }
        }
        if self.is_one_of(INERT) {
            out.push_str(" inert");
        }
        out.push_str(if self.empty && !VOID.contains(&self.name) { "/>" } else { ">" });
    }
}

/// Markup as it stands still.
pub(super) fn still(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    // The elements round what is read, each with whether it is left out.
    let mut around: Vec<(&str, bool)> = Vec::new();
    while let Some((text, after)) = rest.split_once('<') {
        let (parent, left_out) = around.last().copied().unwrap_or_default();
        if !left_out {
            out.push_str(text);
        }
        let (inside, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        if inside.starts_with('/') {
            around.pop();
            if !left_out {
                out.push_str(&format!("<{inside}>"));
            }
            continue;
        }
        let tag = Tag::read(inside);
        let folded = parent == "details" && tag.name != "summary";
        let left_out = left_out || folded || tag.is_left_out();
        if !left_out {
            tag.write(&mut out);
        }
        if !tag.empty {
            around.push((tag.name, left_out));
        }
    }
    out + rest
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
            <div class=\"search\" role=\"search\"><input type=\"search\" placeholder=\"Search\"><p hidden=\"\">a <b>b</b> <input></p></div>\
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
