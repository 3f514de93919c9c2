//! Any text in place of any text of a dataset's files, as it stands or as JSON writes it: reading and checking answer
//! with problems in words, or with none, and markup holds the text as text.
#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use c5_atlas::dataset::{check, read};
use c5_atlas::markup::written;
use libfuzzer_sys::fuzz_target;

/// A copy of the mini dataset, one a process: its files, and where in them their texts begin and end.
struct Copy {
    root: PathBuf,
    files: Vec<(PathBuf, String)>,
    spots: Vec<(usize, usize, usize)>,
}

static COPY: LazyLock<Copy> = LazyLock::new(|| {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/mini");
    let root = std::env::temp_dir().join(format!("c5-atlas-fuzz-{}", std::process::id()));
    let mut copy = Copy { root, files: Vec::new(), spots: Vec::new() };
    for folder in ["", "claims", "tours"] {
        fs::create_dir_all(copy.root.join(folder)).expect("a folder for the copy");
        for entry in fs::read_dir(from.join(folder)).expect("the mini dataset").flatten() {
            let Ok(text) = fs::read_to_string(entry.path()) else { continue };
            let own = Path::new(folder).join(entry.file_name());
            fs::write(copy.root.join(&own), &text).expect("a file of the copy");
            let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
            let file = copy.files.len();
            let spots = quotes.chunks_exact(2).map(|pair| (file, pair[0] + 1, pair[1]));
            copy.spots.extend(spots);
            copy.files.push((own, text));
        }
    }
    copy
});

fn escaped(text: &str) -> String {
    let sign = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    };
    text.chars().map(sign).collect()
}

fuzz_target!(|input: (u16, bool, String)| {
    let (at, bare, text) = input;
    let (file, start, end) = COPY.spots[usize::from(at) % COPY.spots.len()];
    let (own, whole) = &COPY.files[file];
    let put = if bare { text.clone() } else { escaped(&text) };
    let path = COPY.root.join(own);
    fs::write(&path, [&whole[..start], &put, &whole[end..]].concat()).expect("the altered file");
    let (data, mut problems) = read::folder(&COPY.root);
    problems.extend(check::dataset(&data));
    for problem in problems {
        assert!(!problem.to_string().is_empty());
    }
    fs::write(&path, whole).expect("the file as it was");
    let html = written(|m| m.leaf("p", &[("title", &text)], &text));
    assert_eq!((html.matches('<').count(), html.matches('"').count()), (2, 2), "{html}");
});
