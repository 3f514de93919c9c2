//! Makes what the first view loads small: without comments, indentation and the long names by which a
//! program and its script know each other.

use std::path::Path;

use super::file::{bytes, read, remove, save, sum};
use super::seal::files;

/// Slims the front page, and every program with the script that starts it.
pub(crate) fn write(dist: &Path) -> Result<(), String> {
    let page = dist.join("index.html");
    let mut html = one_style(&bare(&read(&page)?));
    for name in files(dist, "")? {
        let Some(stem) = name.strip_suffix("_bg.wasm") else { continue };
        let (program, script) = (dist.join(&name), dist.join(format!("{stem}.js")));
        let wasm = bytes(&program)?;
        let (wasm, script_text) = renamed(&wasm, &bare(&read(&script)?))
            .ok_or_else(|| format!("{name} is no program as it is known"))?;
        remove(&program)?;
        remove(&script)?;
        // Whoever keeps a file for good goes by its name: that is of what is in it now.
        let own = match stem.rsplit_once('-') {
            Some((own, _)) => format!("{own}-{}", sum(&[script_text.as_bytes(), &wasm].concat())),
            None => stem.to_owned(),
        };
        save(&dist.join(format!("{own}_bg.wasm")), wasm)?;
        save(&dist.join(format!("{own}.js")), script_text.replace(stem, &own))?;
        html = html.replace(&format!("./{stem}"), &format!("./{own}"));
    }
    save(&page, html)
}

/// A script or style without comments and indentation. A comment that begins within a line ends within
/// it or is the line's last.
fn bare(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some((before, after)) = rest.split_once("/*") {
        plain += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain += rest;
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.filter(|line| !line.starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// A page whose styles that follow one another are one, without the blanks that mean nothing: each style of
/// its own costs the policy a hash, which no packing makes smaller.
fn one_style(html: &str) -> String {
    let (start, end) = ("<style>", "</style>");
    let mut parts = html.split(start);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (style, after) = part.split_once(end).unwrap_or((part, ""));
        let joins = out.trim_end().strip_suffix(end).map(str::len);
        match joins {
            Some(length) => out.truncate(length),
            None => out.push_str(start),
        }
        tighten(style, &mut out);
        out.push_str(end);
        out.push_str(after);
    }
    out
}

/// Appends a style without blanks at its punctuation. Texts in ours hold none of it.
fn tighten(style: &str, out: &mut String) {
    let is_mark = |c: char| matches!(c, '{' | '}' | ';' | ',');
    let words = style.split_inclusive(|c: char| c.is_whitespace() || is_mark(c));
    for word in words.map(str::trim_end).filter(|word| !word.is_empty()) {
        let after = out.chars().next_back().unwrap_or('}');
        // Before a colon a blank parts an element from what is within it.
        let joins = is_mark(after) || after == ':' || after == '>' && out.ends_with("<style>");
        let marks = word.starts_with(is_mark);
        if !joins && !marks {
            out.push(' ');
        }
        if word == "}" && after == ';' {
            out.pop();
        }
        out.push_str(word);
    }
}

/// Gives what a program imports short names, in the program and in its script; `None` where the bytes
/// are no program or the script does not know a name.
///
/// The format: WebAssembly Core Specification, "Binary Format", import section.
fn renamed(wasm: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    const IMPORTS: u8 = 2;
    let (head, mut rest) = wasm.split_at_checked(8)?;
    let (mut program, mut script) = (head.to_vec(), script.to_owned());
    while let Some((&id, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (section, after) = after.split_at_checked(length)?;
        let section = match id {
            IMPORTS => imports(section, &mut script)?,
            _ => section.to_vec(),
        };
        program.push(id);
        program.extend(leb128(section.len()));
        program.extend(section);
        rest = after;
    }
    Some((program, script))
}

/// The import section with short names.
fn imports(section: &[u8], script: &mut String) -> Option<Vec<u8>> {
    const FUNCTION: u8 = 0;
    let (count, mut rest) = number(section)?;
    let mut short = leb128(count);
    for at in 0..count {
        let (module, after) = name(rest)?;
        let (own, after) = name(after)?;
        let (&kind, after) = after.split_first()?;
        // Functions are all that a program of ours asks of its script.
        let (_, after_kind) = (kind == FUNCTION).then(|| number(after))??;
        let own = std::str::from_utf8(own).ok()?;
        let brief = format!("_{at}");
        *script = replaced(script, own, &brief)?;
        for part in [module, brief.as_bytes()] {
            short.extend(leb128(part.len()));
            short.extend(part);
        }
        short.push(kind);
        short.extend(&after[..after.len() - after_kind.len()]);
        rest = after_kind;
    }
    rest.is_empty().then_some(short)
}

/// The text with one name for another; `None` where it stands nowhere.
fn replaced(text: &str, name: &str, brief: &str) -> Option<String> {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut parts = text.split(name);
    let mut result = parts.next()?.to_owned();
    let mut found = false;
    for part in parts {
        let whole = !result.ends_with(inside) && !part.starts_with(inside);
        result += if whole { brief } else { name };
        result += part;
        found |= whole;
    }
    found.then_some(result)
}

fn name(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(length)
}

/// An unsigned number in LEB128 and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0usize;
    for (at, &byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7F) << (7 * at);
        if byte < 0x80 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

fn leb128(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_addresses_stay() {
        let text = "/** Says. */\nlet a = 'http://x'; // no\n  // gone\n  b(); /* gone\n too */\n";
        assert_eq!(bare(text), "let a = 'http://x'; // no\nb();\n");
    }

    #[test]
    fn a_program_and_its_script_take_the_same_short_name() {
        // The head, a section of one type, a section of one import: module, name, a function, its type.
        let section = [&[1, 1, b'.', 11], b"__wbg_say_0".as_slice(), &[0, 0]].concat();
        let head = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".as_slice();
        let program = [head, &[2, section.len() as u8], &section].concat();
        let (short, script) =
            renamed(&program, "({ __wbg_say_0: f, __wbg_say_01: g })").expect("short names");
        assert_eq!(script, "({ _0: f, __wbg_say_01: g })");
        assert!(short.ends_with(&[2, 8, 1, 1, b'.', 2, b'_', b'0', 0, 0]), "{short:?}");
        assert!(renamed(&program, "({})").is_none());
        assert!(renamed(&program[..program.len() - 1], "__wbg_say_0").is_none());
    }

    #[test]
    fn styles_that_follow_one_another_are_one_and_mean_the_same() {
        let page = "<style>a :is(b, c) {\n  top: 1px; left: calc(1px + 2px);\n}\n</style>\n<style>\n@media (min-width: 9px) and (x) { d { e: f } }\n</style><p> x </p><noscript><style>g > h { i: j }</style></noscript>";
        assert_eq!(
            one_style(page),
            "<style>a :is(b,c){top:1px;left:calc(1px + 2px)}@media (min-width:9px) and (x){d{e:f}}</style><p> x </p><noscript><style>g > h{i:j}</style></noscript>"
        );
    }
}
