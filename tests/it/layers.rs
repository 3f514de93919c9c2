//! The structure: who may use whom, which names belong to one module, how long a file may be.

use crate::mini;
use crate::rust::{Source, is_word, sources};

/// The layers in reading order. A module uses only those before it.
const LAYERS: [&str; 14] = [
    "math", "order", "words", "geo", "dataset", "atlas", "query", "view", "scene", "markup",
    "pages", "export", "shell", "ui",
];

/// What breaks a rule today: the rule, the file and the line. Each entry is a debt, not a permit.
const DEBTS: [(&str, &str, &str); 0] = [];

/// Which layers a layer may use besides itself.
fn allowed(layer: &str) -> Vec<&'static str> {
    match layer {
        // The build script compiles these as modules of its own.
        "dataset" | "geo" => vec!["math"],
        "words" => Vec::new(),
        // Native only: the page's own layers are not there.
        "press" => LAYERS.into_iter().filter(|&other| other != "shell" && other != "ui").collect(),
        _ => LAYERS.into_iter().take_while(|&other| other != layer).collect(),
    }
}

/// A line that breaks a rule.
struct Breach {
    rule: &'static str,
    path: String,
    number: usize,
    line: String,
}

fn program() -> Vec<Source> {
    sources(&mini::project().join("src"))
}

/// The layer that a file belongs to: `geo/camera.rs` and `geo.rs` to `geo`.
fn layer(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// Asserts that nothing but the known debts breaks a rule, and that no debt is paid but listed.
#[track_caller]
fn expect_none(rule: &'static str, breaches: &[Breach]) {
    let owed = |breach: &&Breach| DEBTS.contains(&(rule, breach.path.as_str(), breach.line.trim()));
    let new: Vec<String> = breaches
        .iter()
        .filter(|breach| !owed(breach))
        .map(|b| format!("src/{}:{}: {}: {}", b.path, b.number, b.rule, b.line.trim()))
        .collect();
    assert!(new.is_empty(), "{} lines:\n{}", new.len(), new.join("\n"));
    let paid = |&&(of, path, line): &&(&str, &str, &str)| {
        of == rule
            && !breaches.iter().any(|breach| breach.path == path && breach.line.trim() == line)
    };
    let paid: Vec<_> = DEBTS.iter().filter(paid).collect();
    assert!(paid.is_empty(), "mended, so take it off the list: {paid:?}");
}

/// The lines of the program's code that a test picks out.
fn breaches(rule: &'static str, breaks: impl Fn(&str, &str) -> bool) -> Vec<Breach> {
    let mut found = Vec::new();
    for source in program() {
        let lines = source.code.lines().zip(source.text.lines()).zip(1..);
        let broken = lines.filter(|((code, _), _)| breaks(&source.path, code));
        found.extend(broken.map(|((_, line), number)| Breach {
            rule,
            path: source.path.clone(),
            number,
            line: line.to_owned(),
        }));
    }
    found
}

/// Whether a line of code holds a word, or a path or call that begins with it.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        !before.is_some_and(is_word) && (name.ends_with('(') || !after.is_some_and(is_word))
    })
}

/// The modules that stand right below the crate's root in the paths of a text of code, with the
/// position of each: from `crate::geo::path`, `crate::{geo, math}`, `super::super::geo`.
fn uses(source: &Source) -> Vec<(usize, String)> {
    let code = &source.code;
    let mut found = Vec::new();
    for root in ["crate::", "c5_atlas::"] {
        for (at, _) in code.match_indices(root) {
            let own = code[..at].chars().next_back();
            if !own.is_some_and(|c| is_word(c) || c == ':') {
                found.extend(heads(&code[at + root.len()..]).map(|head| (at, head)));
            }
        }
    }
    // `super` from a file climbs from the file's own module.
    let depth = source.path.trim_end_matches(".rs").split('/').count();
    let up = "super::".repeat(depth);
    for (at, _) in code.match_indices(&up) {
        if !code[..at].ends_with("super::") && !code[at + up.len()..].starts_with("super::") {
            found.extend(heads(&code[at + up.len()..]).map(|head| (at, head)));
        }
    }
    found
}

/// The first word of a path, or of each path of a braced list.
fn heads(path: &str) -> impl Iterator<Item = String> {
    let word =
        |text: &str| text.trim_start().chars().take_while(|&c| is_word(c)).collect::<String>();
    let mut heads = Vec::new();
    if let Some(list) = path.strip_prefix('{') {
        let mut depth = 0;
        let mut from = 0;
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    heads.push(word(&list[from..at]));
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    heads.push(word(&list[from..at]));
                    from = at + 1;
                }
                _ => {}
            }
        }
    } else {
        heads.push(word(path));
    }
    heads.into_iter().filter(|head| !head.is_empty())
}

#[test]
fn a_module_uses_only_those_before_it() {
    let mut found = Vec::new();
    for source in program() {
        let own = layer(&source.path);
        if matches!(own, "lib" | "main" | "study" | "bake") {
            continue;
        }
        let allowed = allowed(own);
        for (at, head) in uses(&source) {
            let known = LAYERS.contains(&head.as_str());
            if known && head != own && !allowed.contains(&head.as_str()) {
                let number = source.code[..at].matches('\n').count() + 1;
                let line = source.text.lines().nth(number - 1).unwrap_or_default().to_owned();
                found.push(Breach { rule: "layers", path: source.path.clone(), number, line });
            }
        }
    }
    expect_none("layers", &found);
}

#[test]
fn every_module_is_a_layer_and_stands_in_reading_order() {
    let lib =
        program().into_iter().find(|source| source.path == "lib.rs").expect("there is a library");
    let modules: Vec<&str> = lib
        .code
        .lines()
        .filter_map(|line| line.trim().trim_start_matches("pub ").strip_prefix("mod "))
        .map(|name| name.trim_end_matches(';'))
        .collect();
    assert_eq!(modules, LAYERS);
}

#[test]
fn only_the_page_knows_leptos_and_the_browser() {
    let browser = [
        "leptos",
        "reactive_graph",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "wasm_bindgen_futures",
        "send_wrapper",
    ];
    let rule = "browser names outside shell and ui";
    let breaks = |path: &str, code: &str| {
        !matches!(layer(path), "shell" | "ui" | "study")
            && browser.iter().any(|name| names(code, name))
    };
    expect_none(rule, &breaches(rule, breaks));
}

#[test]
fn only_the_shell_touches_window_and_document() {
    let rule = "window or document outside shell";
    let breaks = |path: &str, code: &str| {
        // The study program's share sheet is a shell of its own, by the element that it is given.
        !matches!(layer(path), "shell" | "study")
            && ["window(", "document("].iter().any(|name| names(code, name))
    };
    expect_none(rule, &breaches(rule, breaks));
}

#[test]
fn only_math_names_libm() {
    let rule = "libm outside math";
    let breaks = |path: &str, code: &str| path != "math.rs" && names(code, "libm");
    expect_none(rule, &breaches(rule, breaks));
}

#[test]
fn nothing_depends_on_the_order_of_a_hash() {
    let rule = "hash maps";
    let hashed = ["HashMap", "HashSet", "hash_map", "hash_set"];
    let breaks = |_: &str, code: &str| hashed.iter().any(|name| names(code, name));
    expect_none(rule, &breaches(rule, breaks));
}

#[test]
fn nothing_unwraps() {
    let rule = "unwrap";
    let breaks = |_: &str, code: &str| code.contains(".unwrap()");
    expect_none(rule, &breaches(rule, breaks));
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let mut long = Vec::new();
    for folder in ["src", "tests/it"] {
        for source in sources(&mini::project().join(folder)) {
            let lines = source.text.lines().count();
            if lines > 400 {
                long.push(format!("{folder}/{}: {lines} lines", source.path));
            }
        }
    }
    assert!(long.is_empty(), "look for the second idea in:\n{}", long.join("\n"));
}

#[test]
fn every_use_is_found_however_it_is_written() {
    let text = "use crate::{geo::{Camera, path}, math};\nlet x = crate::atlas::Atlas::new();\n\
        use super::super::view;\nuse super::map;\nuse c5_atlas::query;\n";
    let source = Source { path: "scene/label.rs".into(), text: text.into(), code: text.into() };
    let mut heads: Vec<String> = uses(&source).into_iter().map(|(_, head)| head).collect();
    heads.sort();
    assert_eq!(heads, ["atlas", "geo", "math", "query", "view"]);
    assert!(names("leptos::prelude", "leptos") && !names("leptos_dom", "leptos"));
    assert!(names("web_sys::window()", "window(") && !names("owner_document()", "document("));
}

#[test]
fn markup_sets_no_style() {
    // The page's policy refuses style attributes: the browser would drop them without a word.
    let styled = |line: &&str| {
        line.contains("(\"style\"") || line.trim() == "\"style\"," || line.contains(" style=")
    };
    for source in program().iter().filter(|source| layer(&source.path) != "press") {
        let found: Vec<&str> = source.text.lines().filter(styled).collect();
        assert!(found.is_empty(), "src/{}: {found:?}", source.path);
    }
}
