//! The numbers behind a picture, as a table that opens.

use crate::words::Words;
use maud::{Markup, html};

/// A table behind a picture. The first cell of a row names it, the others are figures; texts come written as the language writes
/// them. Nothing without rows.
#[must_use]
pub fn numbers_behind(words: &Words, caption: &str, headings: &[String], rows: &[Vec<String>]) -> Markup {
    if rows.is_empty() {
        return Markup::default();
    }
    html! {
        details.chart-numbers {
            summary { (words.text("chart-numbers")) }
            div.chart-table {
                table {
                    caption { (caption) }
                    thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
                    tbody {
                        @for row in rows {
                            tr {
                                @for (n, cell) in row.iter().enumerate() {
                                    @if n == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
