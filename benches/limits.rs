//! Figures that do not depend on the machine, held by a file each: what was counted when it was written, and what is
//! counted now may be a little more.

use std::path::Path;

/// How much more than its figure a step may take, percent: a compiler's whim, not a change of ours.
const MARGIN: u64 = 5;

/// Holds what was counted, each a name and a figure, against `benches/limits/WHAT.txt`; `again` is the command that
/// counts anew. With `UPDATE_LIMITS=1` in the environment, but not in CI, the file is written instead.
///
/// # Panics
///
/// Where a step takes more than its figure and the margin, has no figure, or a figure has no step: with what to do.
pub(crate) fn hold(what: &str, again: &str, counted: &[(String, u64)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("benches/limits/{what}.txt"));
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|set| set == value);
    if is("UPDATE_LIMITS", "1") && !is("CI", "true") {
        let lines = counted.iter().map(|(name, count)| format!("{count:>12}  {name}\n"));
        return std::fs::write(&path, lines.collect::<String>()).expect("the file can be written");
    }
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let known: Vec<(&str, u64)> = text
        .lines()
        .filter_map(|line| line.trim_start().split_once("  "))
        .filter_map(|(figure, name)| Some((name, figure.parse().ok()?)))
        .collect();
    let mut wrong = Vec::new();
    for (name, count) in counted {
        let figure = known.iter().find(|(own, _)| own == name).map(|(_, figure)| *figure);
        println!(
            "{count:>12}  {:>12}  {name}",
            figure.map_or("-".to_owned(), |own| own.to_string())
        );
        match figure {
            None => wrong.push(format!("{name}: {count}, and no figure yet")),
            Some(figure) if *count > figure + figure * MARGIN / 100 => {
                let more = (count - figure) * 100 / figure.max(1);
                wrong.push(format!("{name}: {count} instead of {figure}, {more} % more"));
            }
            Some(_) => {}
        }
    }
    let gone = known.iter().filter(|(name, _)| counted.iter().all(|(own, _)| own != name));
    wrong.extend(gone.map(|(name, _)| format!("{name}: a figure without a step")));
    assert!(
        wrong.is_empty(),
        "{what} beyond the figures of {}:\n  {}\nMake the step do less. If it does what it is worth (more claims, a \
         new feature, another compiler), write the new figures by `UPDATE_LIMITS=1 {again}` and say why in the commit.",
        path.display(),
        wrong.join("\n  ")
    );
}
