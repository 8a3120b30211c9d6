//! What is open by age, insured and uninsured.

use super::frame::{Fill, Frame, block, legend, money_grid};
use super::numbers::numbers_behind;
use super::scale::{MoneyAxis, percent};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::{Currency, format_minor};

/// What is open of one age. Amounts in minor units.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct AgeBucket {
    /// Insured part.
    pub insured: i64,
    /// Uninsured part.
    pub uninsured: i64,
}

/// Names of the ages, from not due to more than 90 days.
const AGES: [&str; 5] =
    ["chart-age-not-due", "chart-age-30", "chart-age-60", "chart-age-90", "chart-age-more"];

/// Open items by age: not due, 1–30, 31–60, 61–90, more than 90 days overdue; a column for each, the uninsured part on the insured one.
/// Negative parts (credits) stand below the line.
#[must_use]
pub fn ageing_chart(words: &Words, id: &str, currency: Currency, buckets: &[AgeBucket; 5]) -> Markup {
    let money = |minor: i64| words.money(&format_minor(minor, currency.exponent()), currency.code());
    let sum = |part: fn(&AgeBucket) -> i64, skip: usize| {
        buckets.iter().skip(skip).map(part).fold(0_i64, i64::saturating_add)
    };
    let (insured, uninsured) = (sum(|b| b.insured, 0), sum(|b| b.uninsured, 0));
    let overdue = sum(|b| b.insured.saturating_add(b.uninsured), 1);
    let frame = |unit: String, description: String| Frame {
        id,
        title: words.text("chart-ageing"),
        unit,
        description,
        height: 200,
        class: "plot-axes plot-no-last",
    };
    if buckets.iter().all(|b| *b == AgeBucket::default()) {
        return frame(String::new(), String::new()).nothing(words);
    }
    let ends = buckets.iter().flat_map(|b| {
        [
            b.insured.max(0).saturating_add(b.uninsured.max(0)),
            b.insured.min(0).saturating_add(b.uninsured.min(0)),
        ]
    });
    let axis = MoneyAxis::over(ends, currency);
    let names = [words.text("chart-insured"), words.text("chart-uninsured")];
    let inside = html! {
        (money_grid(words, &axis))
        @for (n, bucket) in buckets.iter().enumerate() {
            @let left = n as f64 * 20.0;
            @for (fill, amount, from) in [
                (Fill::Insured, bucket.insured, 0),
                (Fill::Uninsured, bucket.uninsured, if (bucket.insured < 0) == (bucket.uninsured < 0) { bucket.insured } else { 0 }),
            ] {
                @let (from, to) = (i128::from(from), i128::from(from.saturating_add(amount)));
                @let top = axis.y(from.max(to));
                @let height = axis.y(from.min(to)) - top;
                @let name = &names[usize::from(fill == Fill::Uninsured)];
                @if amount != 0 {
                    (block(id, fill, (left + 3.5, top), (13.0, height), &format!("{name}: {}", money(amount))))
                }
            }
            text.tick-day.tick-middle x=(percent(left + 10.0)) y="100%" dy="18" { (words.text(AGES[n])) }
        }
    };
    let legend = legend(
        id,
        &Markup::default(),
        &[
            (Fill::Insured, names[0].clone(), money(insured)),
            (Fill::Uninsured, names[1].clone(), money(uninsured)),
        ],
    );
    let [insured_name, uninsured_name] = names;
    let rows: Vec<Vec<String>> = buckets
        .iter()
        .zip(AGES)
        .map(|(b, age)| vec![words.text(age), money(b.insured), money(b.uninsured)])
        .collect();
    let headings = [words.text("chart-age"), insured_name, uninsured_name];
    let numbers = numbers_behind(words, &words.text("chart-ageing"), &headings, &rows);
    let description = words.with(
        "chart-ageing-description",
        &[("overdue", money(overdue)), ("insured", money(insured)), ("uninsured", money(uninsured))],
    );
    frame(axis.unit(words), description).figure(&inside, &legend, &numbers)
}
