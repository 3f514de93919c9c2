//! Rust source as far as the structure tests read it: code without comments, strings and tests.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file of the program.
pub(crate) struct Source {
    /// Its path from `src`, as `geo/camera.rs`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
    /// The same, line for line, with comments, the insides of strings and `#[cfg(test)]` modules
    /// blanked.
    pub(crate) code: String,
}

/// Every `.rs` file below a folder, sorted by path.
pub(crate) fn sources(root: &Path) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(root, &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        let relative = path.strip_prefix(root).expect("the walk began at the root");
        let path = relative.to_string_lossy().replace('\\', "/");
        Source { path, code: without_tests(&plain(&text)), text }
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources are there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// Blanks comments and the insides of strings and characters; line ends stay.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if first == '"' {
            string(rest)
        } else if let Some(length) = raw_string(rest).filter(|_| !ends_in_word(&out)) {
            length
        } else if let Some(length) = character(rest) {
            length
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        let (gone, after) = rest.split_at(length);
        out.push(' ');
        out.extend(gone.chars().filter(|&c| c == '\n'));
        rest = after;
    }
    out
}

fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_word)
}

/// Letters, digits and `_`: what an identifier is made of.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        match &text.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of `r"…"` or `r#"…"#`; `None` where the text does not begin with one.
fn raw_string(text: &str) -> Option<usize> {
    let body = text.strip_prefix('r')?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let inside = body.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(inside.find(&end).map_or(text.len(), |at| 2 + hashes + at + end.len()))
}

/// The length of `'x'` or `'\n'`; `None` for a lifetime.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    if let Some(escape) = body.strip_prefix('\\') {
        let skipped = escape.chars().next()?.len_utf8();
        return Some(2 + skipped + escape.get(skipped..)?.find('\'')? + 1);
    }
    let first = body.chars().next()?.len_utf8();
    body.get(first..)?.starts_with('\'').then_some(first + 2)
}

/// Blanks every module that is compiled for tests only.
fn without_tests(code: &str) -> String {
    let mut out = code.to_owned();
    while let Some(start) = out.find("#[cfg(test)]") {
        let body = out[start..].find('{').map_or(out.len(), |at| start + at);
        let mut depth = 0;
        let close = out[body..].find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        let end = close.map_or(out.len(), |at| body + at + 1);
        let blank: String = out[start..end].chars().filter(|&c| c == '\n').collect();
        out.replace_range(start..end, &blank);
    }
    out
}

#[test]
fn only_code_is_left() {
    let text = "use a; // use b\n/* c /* d */\n */ let x = \"e \\\" {\"; let y = r#\"f\"#; 'g' '\\'' &'h i\n\
        #[cfg(test)]\nmod tests {\n    fn j() { k }\n}\nl";
    let code = without_tests(&plain(text));
    for kept in ["a", "x", "y", "&'h", "i", "l"] {
        assert!(code.contains(kept), "{kept} is gone: {code}");
    }
    for gone in ["b", "c", "d", "{", "f", "'g'", "j", "k"] {
        assert!(!code.contains(gone), "{gone} is left: {code}");
    }
    assert_eq!(code.matches('\n').count(), text.matches('\n').count());
}
