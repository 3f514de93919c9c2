//! Each rule of the dataset's check, broken once in a copy of the mini dataset.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use c5_atlas::dataset::problem::Problem;
use c5_atlas::dataset::{check, read};

use crate::mini;

mod dates;
mod names;
mod reading;
mod releases;
mod rules;

/// A copy of the mini dataset in a folder of its own, gone with the value.
struct Copy {
    root: PathBuf,
}

impl Copy {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("c5-atlas-check-{}-{number}", std::process::id());
        let root = env::temp_dir().join(name);
        copy_folder(&mini::folder(), &root);
        Self { root }
    }

    /// Replaces what stands in a file exactly once.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.root.join(file);
        let text = fs::read_to_string(&path).expect("the copy can be read");
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}");
        fs::write(path, text.replacen(from, to, 1)).expect("the copy can be written");
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.root.join(file), bytes).expect("the copy can be written");
    }

    fn problems(&self) -> Vec<Problem> {
        let (data, mut problems) = read::folder(&self.root);
        problems.extend(check::dataset(&data));
        problems
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // A folder that stays behind in the temp folder harms nobody.
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the temp folder can be written");
    for entry in fs::read_dir(from).expect("the fixture is there").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the fixture can be copied");
        }
    }
}

/// What one problem must say: file, record, field, and a part of what is wrong.
type Expected<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Asserts that exactly the expected problems are reported, and that each says what to do.
#[track_caller]
fn expect(copy: &Copy, edit: &str, expected: &[Expected<'_>]) {
    let problems = copy.problems();
    let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
    for &(file, record, field, part) in expected {
        let says = |problem: &&Problem| {
            (problem.file.as_str(), problem.record.as_str(), problem.field.as_str())
                == (file, record, field)
                && problem.wrong.contains(part)
        };
        let found = problems.iter().find(says);
        let wanted = format!("{file} · {record} · {field}: {part}");
        assert!(found.is_some(), "{edit}\nwanted: {wanted}\nreported:\n{}", list.join("\n"));
        assert!(found.is_some_and(|problem| !problem.remedy.is_empty()), "{wanted}: no remedy");
    }
    assert_eq!(problems.len(), expected.len(), "{edit}\nreported:\n{}", list.join("\n"));
}

/// One edit of one file and the problems that it must give.
type Row<'a> = (&'a str, &'a str, &'a [Expected<'a>]);

#[track_caller]
fn table(file: &str, rows: &[Row<'_>]) {
    for (from, to, expected) in rows {
        let copy = Copy::new();
        copy.edit(file, from, to);
        expect(&copy, &format!("{file}: {from} → {to}"), expected);
    }
}

const ALPHA: &str = "claims/alpha-2018.json";
const BETA: &str = "claims/beta-2019.json";
const GAMMA: &str = "claims/gamma.json";

#[test]
fn the_mini_dataset_is_sound() {
    expect(&Copy::new(), "untouched", &[]);
}

#[test]
fn all_problems_of_all_files_are_listed_at_once() {
    let copy = Copy::new();
    copy.write("VERSION", b"one\n");
    copy.edit("sources.json", "\"undated\"", "\"\"");
    copy.edit("places.json", "\"lat\": 42.8532", "\"lat\": 428532");
    copy.edit(ALPHA, "\"date\": \"2014-06-03\"", "\"date\": \"2014-06-33\"");
    copy.edit(BETA, "\"days\": 14", "\"days\": -14");
    copy.edit(GAMMA, "\"category\": \"bases\"", "\"category\": \"x\"");
    copy.edit("links.json", "\"to\": \"alpha-kz-ru-strategic\"", "\"to\": \"nobody\"");
    expect(
        &copy,
        "seven edits",
        &[
            ("VERSION", "", "", "\"one\" is no release"),
            ("sources.json", "gamma", "year", "is empty"),
            ("sources.json", "gamma", "year", "\"\""),
            ("places.json", "kant", "lat", "is 428532"),
            ("places.json", "kant", "lon", "is far outside KG"),
            (ALPHA, "alpha-manas-closed", "date", "is no date"),
            (BETA, "beta-visa-kz-cn", "code.visa.days", "invalid value: integer `-14`"),
            (GAMMA, "gamma-ru-on-manas", "category", "is not in categories.json"),
            ("links.json", "alpha-kz-ru-alliance supersedes nobody", "to", "is not in claims/"),
        ],
    );
}

#[test]
fn categories_stand_in_the_order_of_the_codebook_whatever_that_of_the_file() {
    let atlas = mini::atlas();
    let order: Vec<&str> = atlas.categories().map(|(_, category)| category.slug).collect();
    assert_eq!(order, ["partnership", "organisations", "diplomatic_posts", "visas", "bases"]);
}
