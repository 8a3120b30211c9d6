//! The rules of a credit policy as tables.

use super::debtors::{interest, levels, order_tolerance, reminder_terms};
use super::wording::{
    amount, approver, criterion_name, evidence, factor_measure, line, measure, scale, threshold,
};
use crate::web::parts::{Column, chip, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::credit_policy::CreditPolicy;

/// Every part of a policy that has rules, each under its heading.
pub fn rules(words: &Words, policy: &CreditPolicy) -> Markup {
    html! {
        section.card { h2 { (words.text("credit-policy-criteria")) } (criteria(words, policy)) }
        section.card { h2 { (words.text("credit-policy-actions")) } (actions(words, policy)) }
        section.card { h2 { (words.text("credit-policy-factors")) } (factors(words, policy)) }
        section.card { h2 { (words.text("credit-policy-classes")) } (classes(words, policy)) }
        section.card { h2 { (words.text("credit-policy-ladder")) } (ladder(words, policy)) }
        @if !policy.terms.is_empty() {
            section.card { h2 { (words.text("credit-policy-terms")) } (terms(words, policy)) }
        }
        @if !policy.handling.is_empty() {
            section.card { h2 { (words.text("credit-policy-handling")) } (handling(words, policy)) }
        }
        section.card { h2 { (words.text("credit-tab-orders")) } p { (order_tolerance(words, policy)) } }
        section.card {
            h2 { (words.text("credit-tab-reminders")) }
            (reminder_levels(words, policy))
            ul { @for said in reminder_terms(words, policy) { li { (said) } } }
        }
        section.card {
            h2 { (words.text("reminder-interest")) }
            ul { @for said in interest(words, policy) { li { (said) } } }
        }
        section.card {
            h2 { (words.text("requests-title")) }
            p { (words.with("credit-policy-insurer-reminded", &[("days", policy.limit_request_reminder_days.to_string())])) }
        }
    }
}

fn drawn(words: &Words, caption: &str, columns: &[&str], rows: &[Markup]) -> Markup {
    let columns: Vec<Column> = columns.iter().map(|id| Column::text(words.text(id))).collect();
    table(&words.text(caption), &columns, rows, &Markup::default(), &words.text("credit-policy-part-none"))
}

/// Several texts under each other.
fn lines(all: &[String]) -> Markup {
    html! { @for (n, text) in all.iter().enumerate() { @if n > 0 { br; } (text) } }
}

fn criteria(words: &Words, policy: &CreditPolicy) -> Markup {
    let row = |criterion: &obligo_rules::criterion::Criterion| {
        let (tone, state) =
            if criterion.is_on { ("good", "credit-policy-on") } else { ("quiet", "credit-policy-off") };
        html! {
            td { (criterion_name(words, criterion)) }
            td { (measure(words, criterion.measure)) }
            td { (threshold(words, criterion, policy.currency)) }
            td { (chip(tone, &words.text(state))) }
        }
    };
    let rows: Vec<Markup> = policy.criteria.iter().map(row).collect();
    let columns =
        ["credit-policy-criterion", "credit-policy-measures", "credit-policy-threshold", "col-state"];
    drawn(words, "credit-policy-criteria", &columns, &rows)
}

fn actions(words: &Words, policy: &CreditPolicy) -> Markup {
    let row = |(code, text): (&u8, &String)| html! { td { (code) } td { (text) } };
    let rows: Vec<Markup> = policy.actions.iter().map(row).collect();
    drawn(words, "credit-policy-actions", &["credit-policy-action", "credit-policy-meaning"], &rows)
}

fn factors(words: &Words, policy: &CreditPolicy) -> Markup {
    let row = |factor: &obligo_rules::risk_class::RiskFactor| {
        html! {
            td { (factor.name) }
            td { (factor_measure(words, factor)) }
            td { (words.number(&factor.weight.to_string())) }
            td { (lines(&scale(words, factor))) }
        }
    };
    let rows: Vec<Markup> = policy.factors.iter().map(row).collect();
    let columns =
        ["credit-policy-factor", "credit-policy-measures", "credit-policy-weight", "credit-policy-points"];
    drawn(words, "credit-policy-factors", &columns, &rows)
}

fn classes(words: &Words, policy: &CreditPolicy) -> Markup {
    let row = |class: &obligo_rules::risk_class::RiskClass| {
        html! {
            td { (class.name) }
            td { (words.number(&class.points_from.to_string())) }
            td { (lines(&line(words, class, policy.currency))) }
            td { (class.payment_terms.as_deref().unwrap_or("–")) }
            td { (lines(&evidence(words, class))) }
            td { (class.handling.as_deref().unwrap_or("–")) }
        }
    };
    let rows: Vec<Markup> = policy.classes.iter().map(row).collect();
    let columns = [
        "credit-policy-class",
        "credit-policy-points-from",
        "credit-policy-line",
        "credit-policy-payment-terms",
        "credit-policy-evidence",
        "credit-policy-handling",
    ];
    drawn(words, "credit-policy-classes", &columns, &rows)
}

fn ladder(words: &Words, policy: &CreditPolicy) -> Markup {
    let row = |step: &obligo_rules::approval::ApprovalStep| {
        let up_to = step.up_to.map(|minor| amount(words, minor, policy.currency));
        html! {
            td { (up_to.unwrap_or_else(|| words.text("credit-policy-any-amount"))) }
            td { (approver(words, step)) }
        }
    };
    let rows: Vec<Markup> = policy.approval.iter().map(row).collect();
    drawn(words, "credit-policy-ladder", &["credit-policy-up-to", "col-approver"], &rows)
}

fn or_all(words: &Words, class: Option<&String>) -> String {
    class.cloned().unwrap_or_else(|| words.text("credit-policy-all-classes"))
}

fn terms(words: &Words, policy: &CreditPolicy) -> Markup {
    let row = |terms: &obligo_rules::credit_policy::StandardTerms| {
        html! {
            td { (or_all(words, terms.class.as_ref())) }
            td { (terms.country.clone().unwrap_or_else(|| words.text("credit-policy-all-countries"))) }
            td { (terms.payment_terms) }
        }
    };
    let rows: Vec<Markup> = policy.terms.iter().map(row).collect();
    let columns = ["credit-policy-class", "col-country", "credit-policy-payment-terms"];
    drawn(words, "credit-policy-terms", &columns, &rows)
}

fn handling(words: &Words, policy: &CreditPolicy) -> Markup {
    let row = |rule: &obligo_rules::credit_policy::Handling| {
        html! {
            td { (or_all(words, rule.class.as_ref())) }
            td { (words.number(&rule.level.to_string())) }
            td { (rule.text) }
        }
    };
    let rows: Vec<Markup> = policy.handling.iter().map(row).collect();
    let columns = ["credit-policy-class", "credit-policy-reminder-level", "credit-policy-handling"];
    drawn(words, "credit-policy-handling", &columns, &rows)
}

fn reminder_levels(words: &Words, policy: &CreditPolicy) -> Markup {
    let rows: Vec<Markup> = levels(words, policy)
        .into_iter()
        .map(|(whom, level, said)| html! { td { (whom) } td { (level) } td { (lines(&said)) } })
        .collect();
    let columns = ["credit-policy-whom", "credit-policy-reminder-level", "credit-policy-rule"];
    drawn(words, "credit-tab-reminders", &columns, &rows)
}
