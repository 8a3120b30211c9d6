//! The credit policy file (R9.9): TOML with what a company decided about granting credit. Read as the policy file is: all errors at once,
//! each with line, character and key.

mod approval;
mod classes;
mod control;
pub mod form;
mod reminders;
#[cfg(test)]
mod tests;

use crate::toml_document::{Document, Section};
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

pub use crate::toml_document::{PROBLEMS_MAX, SIZE_MAX};

/// Reads a credit policy file (R9.1, R9.9, R14.1, R14.2). `file` is the name the problems carry. Refused are files over [`SIZE_MAX`], text
/// that is no TOML, unknown and missing keys, values of the wrong type or out of range, and combinations the rules exclude; all problems
/// come at once, in the order of the file, at most [`PROBLEMS_MAX`]. Every problem has the key as its column and the fact `character`,
/// the place in the line from 1. What the file does not say is as in [`CreditPolicy::usual`].
pub fn parse(file: &str, text: &str) -> Result<CreditPolicy, Vec<Problem>> {
    Document::read(file, text, policy)
}

/// The policy of a file. Where something is missing or wrong the problem is with the document and the value returned means nothing.
fn policy(root: &Section<'_>) -> CreditPolicy {
    let currency = root.currency("currency");
    let mut policy = CreditPolicy::usual(currency.unwrap_or(Currency::EUR));
    let valid_from = root.required("valid_from").and_then(|entry| entry.date());
    policy.valid_from = valid_from.unwrap_or(policy.valid_from);
    policy.name = root.text("name").unwrap_or_default();
    control::criteria(root, &mut policy.criteria);
    policy.actions = control::actions(root);
    policy.factors = classes::factors(root);
    policy.classes = classes::classes(root);
    policy.approval = approval::ladder(root);
    policy.terms = classes::terms(root, &policy.classes);
    policy.handling = classes::handling(root, &policy.classes);
    policy.limit_request_reminder_days =
        control::limit_request_reminder_days(root).unwrap_or(policy.limit_request_reminder_days);
    reminders::reminders(root, &mut policy.reminders);
    policy.interest = reminders::interest(root);
    policy.order_tolerance = control::order_tolerance(root);
    policy
}
