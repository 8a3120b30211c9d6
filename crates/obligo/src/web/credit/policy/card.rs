//! What the credit policy recommends for one payer, with the reasons.

use super::wording::{amount, found};
use crate::credit::policy::recommended::Recommended;
use crate::web::parts::{Column, amount_cell, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::format_minor;
use obligo_rules::recommended_line::Recommendation;
use obligo_rules::risk_class::FactorPoints;

/// The card of a payer's page; nothing where the policy recommends nothing.
pub fn recommended_card(words: &Words, account: &str, recommended: &Recommended) -> Markup {
    let Recommendation { points, class, line, basis, payment_terms, .. } = &recommended.recommendation;
    if points.is_none() && line.is_none() && payment_terms.is_none() {
        return Markup::default();
    }
    let currency = recommended.currency;
    let money = |minor: Option<i64>| {
        minor.map_or_else(|| words.text("recommended-nothing"), |minor| amount(words, minor, currency))
    };
    let above = recommended.credit_limit.zip(*line).map(|(own, line)| own.saturating_sub(line));
    let basis = words.text(&format!("recommended-basis-{}", basis.code().replace('_', "-")));
    let evidence = &recommended.recommendation.evidence;
    let exceptions = format!("/credit/policy/exceptions?account={}", crate::web::parts::segment(account));
    html! {
        section.card id="recommended" {
            h2 { (words.text("credit-policy-line")) }
            dl.facts {
                dt { (words.text("credit-policy-line")) }
                dd { strong { (money(*line)) } @if line.is_some() { " " small.quiet { (basis) } } }
                dt { (words.text("buyer-credit-limit")) }
                dd {
                    (money(recommended.credit_limit))
                    @if let Some(above) = above.filter(|above| *above > 0) {
                        " " small.bad-text { (words.with("recommended-above-by", &[("amount", amount(words, above, currency))])) }
                    }
                }
                @if let Some(class) = class { dt { (words.text("credit-policy-class")) } dd { (class) } }
                @if let Some(points) = points { dt { (words.text("credit-policy-points")) } dd { (words.number(&points.to_string())) } }
                @if let Some(terms) = payment_terms { dt { (words.text("credit-policy-payment-terms")) } dd { (terms) } }
                @if !evidence.is_empty() {
                    dt { (words.text("credit-policy-evidence")) }
                    dd { @for (n, rule) in evidence.iter().enumerate() {
                        @if n > 0 { br; }
                        (words.text(&format!("evidence-{}", rule.kind.code().replace('_', "-")))) ": "
                        (words.count("credit-policy-months", rule.months as usize))
                    } }
                }
                @if let Some(handling) = &recommended.recommendation.handling {
                    dt { (words.text("credit-policy-handling")) } dd { (handling) }
                }
                dt { (words.text("credit-policy-way-exceptions")) }
                dd { a href=(exceptions) { (words.count("recommended-exceptions", recommended.recommendation.exceptions.len())) } }
            }
            @if !recommended.recommendation.factors.is_empty() { (factors(words, &recommended.recommendation.factors)) }
        }
    }
}

fn factors(words: &Words, all: &[FactorPoints]) -> Markup {
    let columns = [
        Column::text(words.text("credit-policy-factor")),
        Column::text(words.text("recommended-found")),
        Column::number(words.text("credit-policy-points")),
        Column::number(words.text("credit-policy-weight")),
    ];
    let number = |n: u32| format_minor(i64::from(n), 0);
    let row = |factor: &FactorPoints| {
        let value = factor.found.as_deref().map(|value| found(words, factor.measure, value));
        html! {
            td { (factor.factor) }
            td { (value.unwrap_or_else(|| words.text("credit-policy-unknown"))) }
            (amount_cell(words, Some(&number(factor.points))))
            (amount_cell(words, Some(&number(factor.weight))))
        }
    };
    let rows: Vec<Markup> = all.iter().map(row).collect();
    let title = words.text("credit-policy-factors");
    html! { details { summary { (title) } (table(&title, &columns, &rows, &Markup::default(), "")) } }
}
