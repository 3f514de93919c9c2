//! The palette of `style/tokens.css`: that it can be read, and told apart with each sort of colour vision.
//!
//! Contrast is that of WCAG 2.2: 4.5 for text, 3 for marks and edges.

mod eye;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::mini::{project, published};
use eye::{Triple, VISIONS, ciede2000, lab, linear, seen_by};

const TINTS: [&str; 5] = ["kz", "kg", "tj", "tm", "uz"];
const SHADES: [&str; 5] = ["shade-1", "shade-2", "shade-3", "shade-4", "shade-5"];

/// Which texts stand on which grounds; a row's last name is a group of grounds.
const TEXTS: [(&[&str], &[&str]); 9] = [
    (&["ink", "ink-2", "ink-3"], &["paper", "panel", "cross", "hair-1", "land"]),
    (&["ink", "ink-2"], &TINTS),
    (&["ru-text", "cn-text", "us-text"], &["paper", "panel", "cross", "hair-1", "land"]),
    (&["ru-text", "cn-text", "us-text"], &TINTS),
    (&["paper"], &["ink", "ink-2", "shade-4", "shade-5"]),
    (&["panel"], &["ink"]),
    (&["water-text"], &["water", "land"]),
    (&["shade-4", "shade-5"], &["paper", "panel"]),
    (&["ink"], &["shade-1", "shade-2"]),
];

/// Marks, lines and edges that say something, and on what they are drawn.
const MARKS: [(&[&str], &[&str]); 5] = [
    (&["ru", "cn", "us", "ink", "ink-2"], &["paper", "panel", "land", "water", "cross"]),
    (&["ru", "cn", "us", "ink", "ink-2"], &TINTS),
    (&["border", "coast"], &TINTS),
    (&["hair-3"], &["paper", "panel", "land"]),
    (&["shade-4", "shade-5"], &["paper", "panel"]),
];

/// One theme: a colour for each name, as red, green and blue of linear light from 0 to 1.
struct Theme {
    name: &'static str,
    colours: BTreeMap<String, Triple>,
}

impl Theme {
    fn light_of(&self, name: &str) -> Triple {
        *self.colours.get(name).unwrap_or_else(|| panic!("no colour --{name}"))
    }

    fn contrast(&self, one: &str, other: &str) -> f64 {
        let luminance = |name| {
            let [red, green, blue] = self.light_of(name);
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// How far two colours are apart to an eye.
    fn apart(&self, eye: &[Triple; 3], one: &str, other: &str) -> f64 {
        let seen = |name| lab(seen_by(eye, self.light_of(name)));
        ciede2000(seen(one), seen(other))
    }
}

fn themes() -> [Theme; 2] {
    let tokens = style("tokens.css");
    ["light", "dark"].map(|name| {
        let mut colours = BTreeMap::new();
        for declaration in tokens.split(';') {
            let Some((token, value)) = declaration.split_once(": light-dark(") else { continue };
            let (light, dark) = value.trim_end_matches(')').split_once(", ").expect("two colours");
            let token = token.trim().trim_start_matches("--").to_owned();
            colours.insert(token, linear(if name == "light" { light } else { dark }));
        }
        assert!(colours.len() > 30, "only {} colours were read", colours.len());
        Theme { name, colours }
    })
}

fn style(name: &str) -> String {
    let path = project().join("style").join(name);
    fs::read_to_string(path).expect("a style sheet can be read")
}

/// Every style sheet, those of the later pages too.
fn sheets() -> Vec<(String, String)> {
    let root = project().join("style");
    let mut names = Vec::new();
    for folder in ["", "study"] {
        for entry in fs::read_dir(root.join(folder)).expect("the styles are there").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".css") {
                names.push(Path::new(folder).join(name).to_string_lossy().into_owned());
            }
        }
    }
    names.sort();
    names.into_iter().map(|name| (name.clone(), style(&name))).collect()
}

/// The pairs of two lists that have less contrast than is asked for.
fn too_faint(lists: &[(&[&str], &[&str])], least: f64) -> Vec<String> {
    let mut faint = Vec::new();
    for theme in themes() {
        for (fronts, grounds) in lists {
            for front in *fronts {
                for ground in *grounds {
                    let contrast = theme.contrast(front, ground);
                    if contrast < least {
                        faint.push(format!("{}: {front} on {ground} {contrast:.2}", theme.name));
                    }
                }
            }
        }
    }
    faint
}

#[test]
fn text_can_be_read_on_every_ground_it_stands_on() {
    let none: Vec<String> = Vec::new();
    assert_eq!(too_faint(&TEXTS, 4.5), none);
    let cells: [(&str, &str); 5] = [1, 2, 3, 4, 5].map(|step| (ON[step - 1], SHADES[step - 1]));
    for (text, ground) in cells {
        assert_eq!(too_faint(&[(&[text], &[ground])], 4.5), none);
    }
}

const ON: [&str; 5] = ["on-1", "on-2", "on-3", "on-4", "on-5"];

#[test]
fn marks_borders_and_edges_stand_out_from_what_they_are_drawn_on() {
    assert_eq!(too_faint(&MARKS, 3.0), Vec::<String>::new());
}

/// The two lists above hold the palette only as long as the styles use no other.
#[test]
fn no_text_has_a_colour_that_is_not_tried() {
    let mut tried: BTreeSet<&str> = TEXTS.iter().flat_map(|(texts, _)| *texts).copied().collect();
    tried.extend(ON);
    // Names for one of the tried, chosen by class; and what is said to be disabled.
    tried.extend(["on", "hue-text", "sign", "hair-3"]);
    for (sheet, text) in sheets() {
        for declaration in text.split(['{', ';', '}']) {
            let Some(("color", value)) = declaration.trim().split_once(": ") else { continue };
            for name in
                value.split("var(--").skip(1).filter_map(|rest| rest.split([')', ',']).next())
            {
                assert!(
                    tried.contains(name),
                    "{sheet}: text in --{name}, whose contrast is not tried"
                );
            }
        }
        // Yellow on white is not seen: it goes with ink.
        assert!(
            !text.contains("outline: 2px solid var(--accent)"),
            "{sheet}: focus in yellow only"
        );
        assert!(
            sheet == "tokens.css" || !has_colour(&text) && !text.contains("monospace"),
            "{sheet}: a colour or a font that is no token"
        );
    }
}

fn has_colour(css: &str) -> bool {
    css.contains("rgb(")
        || css.split('#').skip(1).any(|rest| {
            let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
            matches!(digits, 3 | 6 | 8)
                && !rest.chars().nth(digits).is_some_and(|c| c.is_alphanumeric() || c == '-')
        })
}

#[test]
fn the_powers_are_told_apart_by_every_eye() {
    // And from what has no power's colour.
    let names = ["ru", "cn", "us", "ink"];
    for theme in themes() {
        for (vision, eye) in &VISIONS {
            for (at, one) in names.iter().enumerate() {
                for other in names.iter().skip(at + 1) {
                    let apart = theme.apart(eye, one, other);
                    assert!(
                        apart >= 13.0,
                        "{}, {vision}: {one} and {other} are {apart:.1} apart",
                        theme.name
                    );
                }
            }
        }
    }
    for (sheet, text) in sheets() {
        assert!(
            !text.contains("var(--hue, var(--ink-2)"),
            "{sheet}: grey is Russia's green to some"
        );
    }
}

#[test]
fn steps_of_a_shade_rise_to_every_eye() {
    for theme in themes() {
        for (vision, eye) in &VISIONS {
            let lightness = |name: &str| lab(seen_by(eye, theme.light_of(name)))[0];
            for pair in SHADES.windows(2) {
                let [one, other] = pair else { continue };
                let rises = (lightness(other) > lightness(one)) == (theme.name == "dark");
                let apart = theme.apart(eye, one, other);
                assert!(
                    rises && apart >= 5.0,
                    "{}, {vision}: {one} and {other}, {apart:.1}",
                    theme.name
                );
            }
        }
    }
}

/// The five tints are alike to some: a state is told by its name and its border, a site's operator by letters.
#[test]
fn what_colours_say_is_said_without_them() {
    let map = fs::read_to_string(project().join("tests/golden/map.svg")).expect("the golden map");
    let (atlas, _) = published();
    for &state in atlas.states() {
        let name = atlas.actor(state).name.to_ascii_uppercase();
        assert!(map.contains(&format!(">{name}</text>")), "{name} is not written on the map");
    }
    let sites: Vec<&str> = map.split("<g class=\"site ").skip(1).collect();
    assert!(!sites.is_empty());
    for site in sites {
        let power =
            site.split("power-").nth(1).and_then(|rest| rest.get(..2)).expect("an operator");
        let tag = format!("class=\"tag\">{}<", power.to_ascii_uppercase());
        assert!(site.contains(&tag), "a site of {power} without its letters");
    }
}
