//! Looks from classes to attributes: a picture that leaves the page takes no style sheet along, which programs
//! read in different ways or not at all.

use super::lettering;
use super::tokens::{own_token, resolved};
use crate::geo::{Camera, MapPoint, Size};
use crate::markup::px;

const RULES: &str = include_str!("look.css");

/// What takes markup of ours to a picture's own.
pub struct Look {
    /// The rules, the first first.
    rules: Vec<Rule>,
    dark: bool,
    /// Where places of the plane stand.
    camera: Option<(Camera, Size)>,
}

/// What is set on the elements that a chain of names and classes names.
struct Rule {
    chain: Vec<Simple>,
    sets: Vec<(String, Value)>,
}

/// What a property is set to.
#[derive(Clone)]
enum Value {
    Plain(String),
    /// What depends on the power that the element is of.
    OfHue(&'static str),
}

/// A name and classes that one element has.
#[derive(Clone, Debug, Default)]
struct Simple {
    name: String,
    classes: Vec<String>,
}

impl Look {
    /// The looks of a light or dark picture.
    pub fn new(dark: bool, camera: Option<(Camera, Size)>) -> Self {
        let mut rules = Vec::new();
        for block in RULES.split("*/").flat_map(uncommented).flat_map(|css| css.split('}')) {
            let Some((selectors, body)) = block.split_once('{') else { continue };
            let sets: Vec<(String, Value)> = body
                .split(';')
                .filter_map(|line| line.split_once(':'))
                .map(|(name, value)| (name.trim().to_owned(), Value::read(value, dark)))
                .collect();
            for selector in selectors.split(',') {
                let chain = selector.split_whitespace().map(Simple::read).collect();
                rules.push(Rule { chain, sets: sets.clone() });
            }
        }
        Self { rules, dark, camera }
    }

    /// Markup with attributes in place of classes, and without what only a page needs.
    pub fn apply(&self, markup: &str) -> String {
        let mut out = String::with_capacity(markup.len());
        self.run(markup, &mut Vec::new(), &mut out);
        out
    }

    fn run(&self, markup: &str, around: &mut Vec<Simple>, out: &mut String) {
        let mut rest = markup;
        while let Some(at) = rest.find('<') {
            let (text, from) = rest.split_at(at);
            out.push_str(text);
            let Some((tag, after)) = from.strip_prefix('<').and_then(|from| from.split_once('>'))
            else {
                return;
            };
            rest = after;
            if tag.starts_with('/') {
                around.pop();
                let tag = if tag == "/a" { "/g" } else { tag };
                out.push_str(&format!("<{tag}>"));
                continue;
            }
            let is_empty = tag.ends_with('/');
            let (name, mut attributes) = parsed(tag.trim_end_matches('/'));
            // A link inside the page leads nowhere from a picture.
            let is_link = name == "a";
            attributes.retain(|(name, _)| !is_link || !matches!(*name, "href" | "id"));
            let class =
                attributes.iter().find(|(name, _)| *name == "class").map_or("", |(_, v)| *v);
            let own = Simple {
                name: name.to_owned(),
                classes: class.split(' ').map(str::to_owned).collect(),
            };
            around.push(own);
            let sets = self.sets(around);
            if sets.iter().any(|(name, value)| name == "display" && value == "none") {
                // What is hidden holds no element of its own name.
                if !is_empty {
                    rest = rest.split_once(&format!("</{name}>")).map_or("", |(_, after)| after);
                }
                around.pop();
                continue;
            }
            if name == "text" && !is_empty {
                let (inside, after) = rest.split_once("</text>").unwrap_or((rest, ""));
                rest = after;
                let mut own = String::new();
                self.run(inside, around, &mut own);
                let text = |over: &[(&str, &str)], inside: &str| {
                    lettering::text(&self.set(&attributes, &sets, over), inside)
                };
                // What a text with an outline holds is drawn once in the outline's colour and once in its own.
                if let Some((_, colour)) = sets.iter().find(|(name, _)| name == "halo") {
                    let outline = [
                        ("fill", colour.as_str()),
                        ("stroke", colour),
                        ("stroke-width", "3"),
                        ("stroke-linejoin", "round"),
                    ];
                    out.push_str(&text(&outline, &bare(&own)));
                }
                out.push_str(&text(&[], &own));
                around.pop();
                continue;
            }
            let name = if is_link { "g" } else { name };
            let end = if is_empty { "/>" } else { ">" };
            out.push_str(&format!("<{name}{}{end}", self.set(&attributes, &sets, &[])));
            if is_empty {
                around.pop();
            }
        }
        out.push_str(rest);
    }

    /// What the rules set on the innermost element, the last rule first heard.
    fn sets(&self, around: &[Simple]) -> Vec<(String, String)> {
        let power = around.iter().rev().find_map(Simple::power);
        let mut sets: Vec<(String, String)> = Vec::new();
        for rule in self.rules.iter().filter(|rule| matches(&rule.chain, around)) {
            for (name, value) in &rule.sets {
                let value = match value {
                    Value::Plain(value) => value.clone(),
                    Value::OfHue(value) => resolved(value, self.dark, power),
                };
                match sets.iter_mut().find(|(own, _)| own == name) {
                    Some((_, old)) => *old = value,
                    None => sets.push((name.clone(), value)),
                }
            }
        }
        sets
    }

    /// The attributes of a start tag.
    fn set(
        &self,
        attributes: &[(&str, &str)],
        sets: &[(String, String)],
        over: &[(&str, &str)],
    ) -> String {
        let mut tag = String::new();
        let mut put = |name: &str, value: &str| tag.push_str(&format!(" {name}=\"{value}\""));
        if let Some((x, y)) = self.place(attributes) {
            put("transform", &format!("translate({} {})", px(x), px(y)));
        }
        let is_set = |name: &str| {
            over.iter().any(|(own, _)| *own == name) || sets.iter().any(|(own, _)| own == name)
        };
        let of_page = |name: &str| {
            matches!(name, "class" | "role" | "tabindex")
                || name.starts_with("data-")
                || name.starts_with("aria-")
        };
        for (name, value) in attributes.iter().filter(|(name, _)| !of_page(name) && !is_set(name)) {
            put(name, value);
        }
        let own = sets.iter().filter(|(name, _)| {
            !matches!(&**name, "halo" | "display") && !over.iter().any(|(own, _)| own == name)
        });
        for (name, value) in own {
            put(name, value);
        }
        for (name, value) in over {
            put(name, value);
        }
        tag
    }

    /// Where a group stands that carries its place on the plane, in tenths of a km.
    fn place(&self, attributes: &[(&str, &str)]) -> Option<(f64, f64)> {
        let (camera, size) = self.camera?;
        let km = |name| {
            let (_, tenths) = attributes.iter().find(|(own, _)| *own == name)?;
            Some(tenths.parse::<f64>().ok()? / 10.0)
        };
        let at = camera.screen_from_map(MapPoint::new(km("data-x")?, km("data-y")?), size);
        Some((at.x, at.y))
    }
}

impl Simple {
    fn read(text: &str) -> Self {
        let mut parts = text.split('.');
        let name = parts.next().unwrap_or_default().to_owned();
        Self { name, classes: parts.map(str::to_owned).collect() }
    }

    /// The class of the power that it is of.
    fn power(&self) -> Option<&str> {
        // Few classes are of that form: the tokens are not searched for each of all.
        let mut own =
            self.classes.iter().map(String::as_str).filter(|class| class.starts_with("power-"));
        own.find(|class| own_token(class, "--hue").is_some())
    }

    fn fits(&self, element: &Self) -> bool {
        (self.name.is_empty() || self.name == element.name)
            && self.classes.iter().all(|class| element.classes.contains(class))
    }
}

/// Whether a chain names the innermost element and, in order, some of those around it.
fn matches(chain: &[Simple], around: &[Simple]) -> bool {
    let Some(((last, before), (own, outer))) = chain.split_last().zip(around.split_last()) else {
        return false;
    };
    let mut outer = outer.iter().rev();
    last.fits(own) && before.iter().rev().all(|simple| outer.any(|element| simple.fits(element)))
}

/// A tag's name and attributes; our own markup has all values in double quotes.
pub(super) fn parsed(tag: &str) -> (&str, Vec<(&str, &str)>) {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((attribute, after)) = rest.split_once("=\"") {
        let Some((value, after)) = after.split_once('"') else { break };
        attributes.push((attribute.trim(), value));
        rest = after;
    }
    (name, attributes)
}

/// Markup whose elements have no colour of their own.
fn bare(markup: &str) -> String {
    let mut out = String::new();
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once(" fill=\"") {
        out.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    out + rest
}

/// A style sheet's stretch up to the end of a comment, without the comment.
fn uncommented(css: &'static str) -> Option<&'static str> {
    css.split("/*").next()
}

impl Value {
    fn read(value: &'static str, dark: bool) -> Self {
        if value.contains("var(--hue") {
            return Self::OfHue(value);
        }
        Self::Plain(resolved(value, dark, None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::picture::tokens::token;

    #[test]
    fn every_token_of_the_looks_is_found() {
        for name in RULES.split("var(").skip(1).filter_map(|part| part.split([')', ',']).next()) {
            let is_colour =
                |value: Option<String>| value.is_some_and(|value| value.starts_with('#'));
            let own = own_token("power-cn", name).map(|value| resolved(value, true, None));
            assert!(name == "--font" || is_colour(token(name, true)) || is_colour(own), "{name}");
        }
    }

    #[test]
    fn states_are_shaded_as_on_the_page() {
        let page = include_str!("../../../style/study/layers.css");
        for step in 1..=5 {
            let value = |css: &'static str, name: &str| {
                let (_, after) = css.split_once(name).expect("the step is there");
                after.split(';').next().expect("it has an end").trim()
            };
            let drawn = value(RULES, &format!(".step-{step} .fill {{ fill:"));
            assert_eq!(drawn, value(page, &format!("--step-{step}:")));
            assert!(resolved(drawn, true, Some("power-us")).starts_with('#'), "{drawn}");
        }
    }

    #[test]
    fn the_hue_is_the_nearest_power_s_and_else_what_is_named_for_none() {
        let look = Look::new(false, None);
        let symbol = "<path class=\"symbol\" d=\"M0 0\"/>";
        let drawn = |around: &str| look.apply(&format!("{around}{symbol}</g></g>"));
        let of_china = "<g class=\"power-ru\"><g class=\"site power-cn\">";
        assert!(drawn(of_china).contains("fill=\"#A8380F\""), "{}", drawn(of_china));
        // A lane of a state has the class of a power and no hue.
        let of_none = "<g class=\"lane power-kz\"><g class=\"site\">";
        assert!(drawn(of_none).contains("fill=\"#1E1D1A\""), "{}", drawn(of_none));
    }

    #[test]
    fn what_may_have_been_open_is_not_drawn_as_open() {
        let look = Look::new(false, None);
        let site = |status: &str| {
            look.apply(&format!(
                "<g class=\"site {status}\"><path class=\"symbol\" d=\"M0 0\"/></g>"
            ))
        };
        let all = ["open", "possible", "closed", "planned"].map(site);
        assert!(
            all.iter()
                .enumerate()
                .all(|(at, own)| !all.iter().skip(at + 1).any(|other| other == own))
        );
    }

    #[test]
    fn classes_become_attributes_and_the_page_stays_behind() {
        let look = Look::new(false, None);
        let drawn = look.apply("<g class=\"site power-ru closed\" role=\"button\" data-mark=\"kant\"><circle class=\"hit\" r=\"12\"/><path class=\"symbol\" d=\"M0 0\"/></g>");
        assert!(drawn.starts_with("<g><path d=\"M0 0\" fill=\"#FFFFFF\""), "{drawn}");
        assert!(drawn.contains("stroke=\"#128A7D\"") && drawn.ends_with("/></g>"), "{drawn}");
    }

    #[test]
    fn a_link_is_a_group_in_a_picture() {
        let drawn = Look::new(false, None).apply(
            "<a href=\"?claim=a\" id=\"b\" data-spot=\"\"><title>A</title><path d=\"M0 0\"/></a>",
        );
        assert_eq!(drawn, "<g><title>A</title><path d=\"M0 0\"/></g>");
    }

    #[test]
    fn what_is_hidden_goes_with_its_end() {
        let look = Look::new(false, None);
        let drawn = look.apply("<g class=\"dispute\"><title>Why</title><path d=\"M0 0\"/></g>");
        assert_eq!(drawn, "<g><path d=\"M0 0\"/></g>");
    }

    #[test]
    fn a_halo_is_the_text_drawn_beneath_itself() {
        let drawn = Look::new(false, None)
            .apply("<text class=\"label\">A<tspan class=\"tag\">RU</tspan></text>");
        assert_eq!(drawn.matches("<text").count(), 2);
        let (outline, text) = drawn.split_once("</text>").expect("there are two");
        assert!(
            outline.contains("stroke-width=\"3\"") && !outline.contains("<tspan fill"),
            "{drawn}"
        );
        assert!(!text.contains("stroke"), "{drawn}");
    }
}
