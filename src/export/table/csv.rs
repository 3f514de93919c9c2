//! Comma-separated values as RFC 4180 has them, in UTF-8.

/// A table: its columns' names, and one text a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub head: Vec<&'static str>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of rows.
    pub fn new(head: &[&'static str], rows: impl Iterator<Item = Vec<String>>) -> Self {
        Self { head: head.to_vec(), rows: rows.collect() }
    }

    /// The same with one more column, of a cell a row.
    pub fn with(mut self, name: &'static str, cells: impl Iterator<Item = String>) -> Self {
        self.head.push(name);
        self.rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
        self
    }

    /// The table as CSV. No cell can be taken for a formula.
    pub fn csv(&self) -> String {
        let mut out = String::new();
        line(&mut out, self.head.iter().copied());
        for row in &self.rows {
            line(&mut out, row.iter().map(String::as_str));
        }
        out
    }
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        self::cell(out, cell);
    }
    out.push_str("\r\n");
}

/// Spreadsheets run what begins with these signs; an apostrophe before it keeps it a text. Some take
/// blanks before the sign away first.
fn cell(out: &mut String, text: &str) {
    let runs =
        text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r']);
    let quoted = text.contains([',', '"', '\r', '\n']) || text.trim() != text;
    if quoted {
        out.push('"');
    }
    if runs {
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    if quoted {
        out.push('"');
    }
}

/// Each value once, in order, with semicolons between.
pub fn list(values: impl Iterator<Item = String>) -> String {
    let mut seen: Vec<String> = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen.join("; ")
}
