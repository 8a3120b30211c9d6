//! Reports as data, and the writers that turn one report into PDF, XLSX, CSV, JSON and SVG. What a report says is for the
//! use cases to compute; how its numbers and dates are written in the reader's language is [`Wording`].
//!
//! Every writer works from the same [`Report`], so that a figure on a printed page is the figure in the spreadsheet.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod chart;
pub mod csv;
pub mod failure;
pub mod json;
pub mod layout;
pub mod model;
pub mod pdf;
pub mod plain;
pub mod svg;
#[cfg(test)]
mod testing;
pub mod wording;
pub mod xlsx;

pub use model::{
    Alignment, Block, Chart, ChartKind, Column, ColumnKind, Fact, Letter, Mark, Point, Report, Row, RowKind,
    Series, Table, Value,
};
pub use wording::Wording;
