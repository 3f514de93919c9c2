//! The tables as a workbook for spreadsheets. Every cell is a text, which no spreadsheet runs as a formula.

use std::path::Path;

use c5_atlas::export::table::Table;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// Characters that a cell can hold.
const LONGEST: usize = 32_767;

/// Writes one sheet a table.
pub(crate) fn write(tables: &[(&'static str, Table)], to: &Path) -> Result<(), String> {
    saved(tables, to).map_err(|error| format!("{}: {error}", to.display()))
}

fn saved(tables: &[(&'static str, Table)], to: &Path) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    // A date of its own would make each build's bytes differ.
    let properties = DocProperties::new()
        .set_title("C5 Atlas")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    workbook.set_properties(&properties);
    let bold = Format::new().set_bold();
    for (name, table) in tables {
        let sheet = workbook.add_worksheet().set_name(*name)?;
        for (column, head) in (0..).zip(&table.head) {
            sheet.write_string_with_format(0, column, *head, &bold)?;
        }
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                let text: String = cell.chars().take(LONGEST).collect();
                sheet.write_string(row, column, text)?;
            }
        }
        sheet.set_freeze_panes(1, 1)?;
    }
    workbook.save(to)
}
