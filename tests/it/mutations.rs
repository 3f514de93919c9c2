//! The published dataset, broken in hundreds of ways: each is told with its file, its record and
//! its field, and nothing is told of records that nobody touched.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::{env, process};

use c5_atlas::dataset::problem::Problem;
use c5_atlas::dataset::{check, read};
use serde_json::Value;

use crate::mini;

mod faults;

use faults::{Breach, Fault};

/// A dataset's folder in memory: each file's records as JSON, or its whole text.
#[derive(Clone)]
struct Folder {
    records: BTreeMap<String, Vec<Value>>,
    texts: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    fn published() -> Self {
        let root = mini::project().join("data");
        let mut folder = Self { records: BTreeMap::new(), texts: BTreeMap::new() };
        let mut files: Vec<String> =
            ["claims", "tours"].iter().flat_map(|sub| read::files_in(&root, sub)).collect();
        let top = fs::read_dir(&root).expect("the dataset is there").flatten();
        files.extend(top.filter_map(|entry| entry.file_name().into_string().ok()));
        for file in files.into_iter().filter(|file| root.join(file).is_file()) {
            let text = fs::read(root.join(&file)).expect("the file can be read");
            let read: Option<Vec<Value>> =
                file.ends_with(".json").then(|| serde_json::from_slice(&text).ok()).flatten();
            match read {
                Some(records) => drop(folder.records.insert(file, records)),
                None => drop(folder.texts.insert(file, text)),
            }
        }
        folder
    }

    /// Everything as the bytes of files.
    fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let mut all = self.texts.clone();
        for (file, records) in &self.records {
            all.insert(file.clone(), serde_json::to_vec(records).expect("JSON can be written"));
        }
        all
    }
}

/// What the check says of a folder of these files.
fn problems(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Vec<Problem> {
    let root = Temporary(env::temp_dir().join(format!("c5-atlas-broken-{}-{name}", process::id())));
    for (file, bytes) in files {
        let path = root.0.join(file);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("it can be made");
        fs::write(path, bytes).expect("it can be written");
    }
    let (data, mut problems) = read::folder(&root.0);
    problems.extend(check::dataset(&data));
    problems
}

/// A folder that goes with the value.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // What stays behind in the temp folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// How a report calls a record.
fn name(file: &str, record: &Value, at: usize, readable: bool) -> String {
    let text = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default();
    match (file, readable) {
        ("links.json", true) => format!("{} {} {}", text("from"), text("kind"), text("to")),
        ("releases.json", true) => text("version").to_owned(),
        ("links.json" | "releases.json", false) => format!("record {}", at + 1),
        _ => text("id").to_owned(),
    }
}

/// A fault in a record, and what must be said of it.
struct Expected {
    file: String,
    record: String,
    fault: &'static Fault,
}

/// Breaks the folder with each fault of each list, no record twice; what could not be placed is
/// left for another round.
fn break_records(
    folder: &mut Folder,
    left: Vec<(String, &'static Fault)>,
) -> (Vec<Expected>, Vec<(String, &'static Fault)>) {
    let mut touched: BTreeSet<(String, usize)> = BTreeSet::new();
    let (mut done, mut later) = (Vec::new(), Vec::new());
    for (number, (file, fault)) in left.into_iter().enumerate() {
        let records = folder.records.get_mut(&file).expect("the file holds records");
        let count = records.len();
        // Spread over the file, and not always the same few.
        let order = (0..count).map(|step| (number * 37 + step) % count);
        let mut free = order.filter(|&at| !touched.contains(&(file.clone(), at)));
        let placed = free.find(|&at| records.get_mut(at).is_some_and(|record| fault.apply(record)));
        let crowded = touched.iter().any(|(other, _)| *other == file);
        match placed {
            Some(at) => {
                touched.insert((file.clone(), at));
                let record = name(&file, &records[at], at, fault.readable);
                if fault.breach == Breach::Twice {
                    let copy = records[at].clone();
                    records.push(copy);
                    touched.insert((file.clone(), records.len() - 1));
                }
                done.push(Expected { file, record, fault });
            }
            None => {
                assert!(crowded, "{file} has no record for {fault:?}");
                later.push((file, fault));
            }
        }
    }
    (done, later)
}

#[test]
fn every_broken_record_is_told_with_its_file_and_field() {
    let whole = Folder::published();
    let mut left: Vec<(String, &'static Fault)> = Vec::new();
    for file in whole.records.keys() {
        let list = faults::of(file);
        assert!(!list.is_empty(), "{file} is never broken");
        left.extend(list.iter().map(|fault| (file.clone(), fault)));
    }
    let count = left.len();
    assert!(count >= 200, "{count} ways only");
    let mut rounds = 0;
    let mut unsaid = Vec::new();
    while !left.is_empty() {
        rounds += 1;
        // Faults of one sort would hide one another's traces: a third of them at a time.
        let (now, rest): (Vec<_>, Vec<_>) =
            left.into_iter().enumerate().partition(|(at, _)| rounds >= 3 || at % (4 - rounds) == 0);
        let mut folder = whole.clone();
        let (expected, later) =
            break_records(&mut folder, now.into_iter().map(|(_, fault)| fault).collect());
        left = rest.into_iter().map(|(_, fault)| fault).chain(later).collect();
        let problems = problems(&folder.bytes(), &format!("records-{rounds}"));
        unsaid.extend(missing(&expected, &problems));
        unsaid.extend(strange(&whole, &expected, &problems));
        assert!(rounds < 12, "{} faults found no record", left.len());
    }
    assert!(unsaid.is_empty(), "{} of {count}:\n{}", unsaid.len(), unsaid.join("\n"));
    println!("{count} ways to break a record, {rounds} rounds");
}

/// Faults that nobody named rightly.
fn missing(expected: &[Expected], problems: &[Problem]) -> Vec<String> {
    let told = |e: &&Expected| {
        problems.iter().any(|problem| {
            (problem.file.as_str(), problem.record.as_str(), problem.field.as_str())
                == (e.file.as_str(), e.record.as_str(), e.fault.field)
                && problem.wrong.contains(e.fault.part)
                && !problem.remedy.is_empty()
        })
    };
    let line = |e: &Expected| {
        let of_it = problems.iter().filter(|p| p.file == e.file && p.record == e.record);
        let said: Vec<String> = of_it.map(ToString::to_string).collect();
        format!("not told: {} · {} · {:?}\n  said: {said:?}", e.file, e.record, e.fault)
    };
    expected.iter().filter(|e| !told(e)).map(line).collect()
}

/// Problems of records that nobody broke and that speak of none that was broken.
fn strange(whole: &Folder, expected: &[Expected], problems: &[Problem]) -> Vec<String> {
    let broken: BTreeSet<(&str, &str)> =
        expected.iter().map(|e| (e.file.as_str(), e.record.as_str())).collect();
    // A record that cannot be read, or is renamed, leaves those that name it dangling.
    let ids: BTreeSet<String> = whole
        .records
        .values()
        .flatten()
        .filter_map(|record| record.get("id").and_then(Value::as_str))
        .map(|id| format!("\"{id}\""))
        .collect();
    let speaks = |problem: &Problem| {
        problem.wrong.split(' ').any(|word| ids.contains(word.trim_end_matches([',', ';'])))
    };
    let strange = problems.iter().filter(|p| {
        !broken.contains(&(p.file.as_str(), p.record.as_str())) && !speaks(p) && !cascades(p)
    });
    strange.map(|problem| format!("nobody broke this: {problem}")).collect()
}

/// What follows from a record that is gone, told where it is missed.
fn cascades(problem: &Problem) -> bool {
    let of_story = problem.file.starts_with("tours/") || problem.file == "routes.json";
    let of_ledger =
        problem.wrong.contains("stands in no release") || problem.file == "releases.json";
    of_story || of_ledger || problem.wrong.contains("is not in references.json")
}

/// What must be said, and what is done to a file's bytes.
type Way<'w> = (&'w str, &'w dyn Fn(&[u8]) -> Vec<u8>);

/// A wrong longitude and latitude from right ones.
type Slip = fn(f64, f64) -> (f64, f64);

#[test]
fn every_broken_file_is_told_by_name() {
    let whole = Folder::published().bytes();
    let broken_utf8 = |bytes: &[u8]| [b"[{\"id\": \"\xff\"}, ", bytes].concat();
    let cut = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
    let ways: [Way<'_>; 4] = [
        ("is not UTF-8 on line 1", &broken_utf8),
        ("", &cut),
        ("holds nothing", &|_| Vec::new()),
        ("", &|_| b"7".to_vec()),
    ];
    let json = |file: &&String| file.ends_with(".json");
    let mut count = 0;
    for (round, (part, way)) in ways.iter().enumerate() {
        let mut files = whole.clone();
        let names: Vec<String> = whole.keys().filter(json).cloned().collect();
        for name in &names {
            let bytes = files.get_mut(name).expect("it is among them");
            *bytes = way(bytes);
        }
        let problems = problems(&files, &format!("files-{round}"));
        for name in &names {
            count += 1;
            let told = problems.iter().any(|problem| {
                (problem.file.as_str(), problem.record.as_str()) == (name.as_str(), "")
                    && problem.wrong.contains(part)
            });
            assert!(told, "{name}, way {round}: {:?}", problems.first());
        }
    }
    assert!(count >= 60, "{count} ways only");
    for (name, lost) in [
        ("VERSION", "cannot be read"),
        ("sources.json", "cannot be read"),
        ("claims", "is not there"),
    ] {
        let mut files = whole.clone();
        files.retain(|file, _| !file.starts_with(name));
        let problems = problems(&files, &format!("lost-{name}"));
        let told = problems.iter().any(|p| p.file == name && p.wrong.contains(lost));
        assert!(told, "{name} is lost and nobody says so");
    }
}

#[test]
fn a_place_anywhere_else_on_earth_is_found_out() {
    let mut whole = Folder::published();
    whole.records.retain(|file, _| file == "places.json");
    let mut count = 0;
    // The opposite sign, the two exchanged, a digit lost, and a slip of ten degrees.
    let slips: [Slip; 4] = [
        |lon, lat| (-lon, lat),
        |lon, lat| (lat, lon),
        |lon, lat| (lon / 10.0, lat),
        |lon, lat| (lon, if lat > 0.0 { lat - 30.0 } else { lat + 30.0 }),
    ];
    for (round, slip) in slips.iter().enumerate() {
        let mut folder = whole.clone();
        let places = folder.records.get_mut("places.json").expect("there are places");
        let mut moved = Vec::new();
        for place in places.iter_mut().filter(|place| place.get("country").is_some()) {
            let degrees = |key: &str| place.get(key).and_then(Value::as_f64).unwrap_or_default();
            let (lon, lat) = (degrees("lon"), degrees("lat"));
            // On the diagonal nobody can tell the two apart.
            if (lon - lat).abs() < 3.0 {
                continue;
            }
            let (lon, lat) = slip(lon, lat);
            place["lon"] = lon.into();
            place["lat"] = lat.into();
            moved.push(place["id"].as_str().unwrap_or_default().to_owned());
        }
        let problems = problems(&folder.bytes(), &format!("places-{round}"));
        let told: BTreeSet<&str> = problems
            .iter()
            .filter(|p| p.file == "places.json" && ["lon", "lat"].contains(&p.field.as_str()))
            .map(|p| p.record.as_str())
            .collect();
        let unsaid: Vec<&String> = moved.iter().filter(|id| !told.contains(id.as_str())).collect();
        assert!(unsaid.is_empty(), "slip {round}: {unsaid:?}");
        count += moved.len();
    }
    assert!(count > 600, "{count} places moved");
}
