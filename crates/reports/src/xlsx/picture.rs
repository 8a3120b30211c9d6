//! A picture as the spreadsheet's own chart beside its numbers.

use crate::model::{Block, Chart, ChartKind, ColumnKind, Table};
use rust_xlsxwriter::{Chart as Drawing, ChartType, Workbook, XlsxError};

/// Room left between the numbers and the picture, in columns.
const GAP: u16 = 1;

/// The numbers of a picture as a table.
pub(super) fn numbers(block: &Block) -> Option<Table> {
    if let Block::Chart(chart) = block { Some(chart.table()) } else { None }
}

/// Draws the picture on the sheet of its numbers.
pub(super) fn draw(book: &mut Workbook, chart: &Chart, table: &Table, name: &str) -> Result<(), XlsxError> {
    let last = table.rows.len() as u32;
    if last == 0 {
        return Ok(());
    }
    let mut drawing = Drawing::new(match chart.kind {
        ChartKind::Areas => ChartType::AreaStacked,
        ChartKind::Columns => ChartType::ColumnStacked,
        ChartKind::Bars => ChartType::BarStacked,
        ChartKind::Steps => ChartType::Line,
    });
    for position in 1..table.columns.len() as u16 {
        drawing
            .add_series()
            .set_name((name, 0, position))
            .set_categories((name, 1, 0, last, 0))
            .set_values((name, 1, position, last, position));
    }
    drawing.title().set_name(&chart.title);
    drawing.set_width(840).set_height(420).set_alt_text(&chart.description);
    if table.columns.first().is_some_and(|column| column.kind == ColumnKind::Day) {
        drawing.x_axis().set_date_axis(true);
    }
    if chart.kind == ChartKind::Bars {
        // Bars grow from the bottom; the largest is the first and stands on top.
        drawing.y_axis().set_reverse();
    }
    let sheet = book.worksheet_from_name(name)?;
    sheet.insert_chart(1, table.columns.len() as u16 + GAP, &drawing)?;
    Ok(())
}
