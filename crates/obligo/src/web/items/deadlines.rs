//! The deadlines of an item as a small time line with days left.

use super::columns::{explains, with_reasons};
use super::page::Shown;
use crate::edit::DEADLINE_NAMES;
use crate::item_names::field_message;
use crate::web::parts::chip;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::reason::Reason;

/// Days left from which on a deadline is near, and very near.
const NEAR: i32 = 14;
const VERY_NEAR: i32 = 3;

/// All dates of the item in their order, today among them.
pub fn card(words: &Words, shown: &Shown) -> Markup {
    let view = &shown.item.view;
    let insurance = &view.insurance;
    let of_document = [
        ("document_date", Some(view.document_date)),
        ("net_due_date", Some(view.net_due_date)),
        ("extended_due_date", view.extended_due_date),
        ("follow_up_on", insurance.follow_up_on),
    ];
    let fixed = DEADLINE_NAMES.into_iter().zip(insurance.deadlines.as_array());
    let mut dates: Vec<(Day, &str)> =
        of_document.into_iter().chain(fixed).filter_map(|(name, day)| Some((day?, name))).collect();
    // Of equal dates the one the rules name first stays first.
    dates.sort_by_key(|(day, _)| *day);
    let passed = dates.partition_point(|(day, _)| *day <= shown.as_of);
    let is_fixed = insurance.deadlines.max_term_date.is_some();
    html! {
        section.card {
            h2 { (words.text("deadlines-title")) }
            @if !is_fixed { p.quiet { (words.text("items-dates-later")) } }
            ol.time-line {
                @for (day, name) in &dates[..passed] { (date(words, shown, *day, name)) }
                li.now { span.date { (words.date(shown.as_of)) } strong { (words.text("items-today")) } }
                @for (day, name) in &dates[passed..] { (date(words, shown, *day, name)) }
            }
        }
    }
}

fn date(words: &Words, shown: &Shown, day: Day, name: &str) -> Markup {
    let left = day.days_since(shown.as_of);
    let is_deadline = !matches!(name, "document_date" | "base_period_end") && shown.item.view.open != 0;
    let tone = match is_deadline {
        true if left <= VERY_NEAR => "bad",
        true if left <= NEAR => "warn",
        _ => "quiet",
    };
    let text = match left {
        0 => words.text("items-today"),
        1.. => words.count("items-days-left", left.unsigned_abs() as usize),
        _ => words.count("items-days-ago", left.unsigned_abs() as usize),
    };
    let reasons: Vec<Reason> =
        shown.item.reasons.iter().filter(|reason| explains(reason, name)).cloned().collect();
    html! {
        li class=[(left <= 0).then_some("passed")] {
            span.date { (words.date(day)) }
            span.what { (with_reasons(words, &html! { (words.text(&field_message(name))) }, &reasons)) " " (chip(tone, &text)) }
        }
    }
}
