//! The next duties, the most urgent first, with days left and money at stake.

use super::View;
use crate::web::duty::{duty_columns, duty_row};
use crate::web::parts::table;
use maud::{Markup, html};

/// Rows shown here; the rest is on the page of deadlines.
const ROWS: usize = 12;

/// The section.
pub fn section(view: &View<'_>) -> Markup {
    let words = view.words;
    let columns = duty_columns(words);
    let rows: Vec<Markup> = view.duties.iter().take(ROWS).map(|duty| duty_row(words, duty)).collect();
    html! {
        section.card {
            div.head {
                h2 { (words.text("today-duties")) }
                @if view.duties.len() > ROWS { a href="/deadlines" { (words.count("today-duties-all", view.duties.len())) } }
            }
            (table(&words.text("today-duties"), &columns, &rows, &Markup::default(), &words.text("today-duties-none")))
        }
    }
}
