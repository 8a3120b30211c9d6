//! What a payer owes with an order against a limit.

use super::frame::{Fill, block, patterns};
use super::scale::percent;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::{Currency, format_minor};

/// Exposure of a payer with an order. Amounts in minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExposureUse {
    /// Open items and bills.
    pub open: i64,
    /// Other orders and deliveries not invoiced.
    pub orders: i64,
    /// This order.
    pub this_order: i64,
    /// The limit compared with, if there is one.
    pub limit: Option<i64>,
}

/// Open items plain, other orders hatched, this order cross-hatched, one behind the other, and a mark at the limit. Below: the figures.
#[must_use]
pub fn exposure_bar(words: &Words, id: &str, currency: Currency, exposure: ExposureUse) -> Markup {
    let money = |minor: i64| words.money(&format_minor(minor, currency.exponent()), currency.code());
    let parts = [exposure.open, exposure.orders, exposure.this_order].map(|part| i128::from(part.max(0)));
    let total: i128 = parts.iter().sum();
    let limit = exposure.limit.map(|limit| i128::from(limit.max(0)));
    let length = total.max(limit.unwrap_or(0));
    let x = |amount: i128| if length == 0 { 0.0 } else { amount as f64 * 100.0 / length as f64 };
    let fills = [Fill::Insured, Fill::Uninsured, Fill::Over];
    let starts = [0, parts[0], parts[0] + parts[1]];
    let figures = [
        ("order-open", Some(exposure.open)),
        ("order-other-orders", Some(exposure.orders)),
        ("order-this", Some(exposure.this_order)),
        ("order-limit", exposure.limit),
    ];
    let label =
        figures.iter().filter_map(|(id, minor)| Some(format!("{} {}", words.text(id), money((*minor)?))));
    let label = label.collect::<Vec<_>>().join(", ");
    let is_over = limit.is_some_and(|limit| total > limit);
    html! {
        div.limit-bar.limit-over[is_over] {
            svg role="img" width="100%" height="18" aria-label=(label) {
                title { (label) }
                (patterns(id))
                rect.limit-track y="4" width=(percent(x(limit.unwrap_or(length)))) height="10" {}
                svg y="4" width="100%" height="10" {
                    @for ((fill, from), part) in fills.into_iter().zip(starts).zip(parts) {
                        @if part > 0 { (block(id, fill, (x(from), 0.0), (x(part), 100.0), "")) }
                    }
                }
                @if let Some(limit) = limit { line.limit-mark x1=(percent(x(limit))) x2=(percent(x(limit))) y1="0" y2="18" {} }
            }
            dl.limit-figures {
                @for (id, minor) in figures {
                    @if let Some(minor) = minor { div { dt { (words.text(id)) } dd { (money(minor)) } } }
                }
            }
        }
    }
}
