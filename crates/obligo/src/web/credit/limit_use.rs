//! How far limits are used: what was found beside what is allowed, as bar, figure and word.

use crate::web::parts::{Column, chip, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::credit_limit::{Band, LimitKind, Utilisation};
use obligo_rules::money::{Currency, format_minor};

/// The word of a band with its tone.
#[must_use]
pub fn band_chip(words: &Words, band: Band) -> Markup {
    let tone = match band {
        Band::Good => "good",
        Band::Cautious => "warn",
        Band::Exceeded => "bad",
    };
    chip(tone, &words.text(&format!("band-{}", band.code())))
}

/// A row for each limit that is set; where none is, that is said. Amounts in minor units of the currency.
#[must_use]
pub fn limit_use_table(words: &Words, caption: &str, used: &[Utilisation], currency: Currency) -> Markup {
    let columns = [
        Column::text(words.text("col-limit-kind")),
        Column::number(words.text("col-actual")),
        Column::number(words.text("col-allowed")),
        Column::number(words.text("col-used-percent")),
        Column::text(words.text("col-band")),
    ];
    let rows: Vec<Markup> = used
        .iter()
        .map(|used| {
            let figure = |value: i64| match used.kind {
                LimitKind::DaysOverdue => words.with("payer-days", &[("count", value.to_string())]),
                _ => words.money(&format_minor(value, currency.exponent()), currency.code()),
            };
            html! {
                td { (words.text(&format!("limit-kind-{}", used.kind.code().replace('_', "-")))) }
                td.number { (figure(used.actual)) }
                td.number { (figure(used.limit)) }
                td.number { @match used.percent() { Some(percent) => { (used_bar(used)) " " (words.number(&percent.to_string())) }, None => "–" } }
                td { (band_chip(words, used.band)) }
            }
        })
        .collect();
    table(caption, &columns, &rows, &Markup::default(), &words.text("payer-no-limits"))
}

/// The share used as a small bar; the figure beside it says it too.
fn used_bar(used: &Utilisation) -> Markup {
    let share = used.percent().unwrap_or(0).clamp(0, 100);
    let class = match used.band {
        Band::Good => "use-good",
        Band::Cautious => "use-cautious",
        Band::Exceeded => "use-exceeded",
    };
    html! {
        svg.use-bar.(class) width="48" height="10" aria-hidden="true" {
            rect.cover-track x="0.5" y="0.5" width="47" height="9" rx="2" {}
            @if share > 0 { rect.use-fill x="0.5" y="0.5" width=(share * 47 / 100) height="9" rx="2" {} }
        }
    }
}
