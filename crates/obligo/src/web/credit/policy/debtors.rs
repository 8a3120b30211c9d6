//! What the credit policy says of orders, reminders and late interest, in words: for its page and for comparing two of them.

use super::wording::amount;
use crate::words::Words;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::reminder::{Charge, DaysAfter, ReminderLevel, RuleFor};

/// By how much an order may exceed a limit (R9.7).
pub fn order_tolerance(words: &Words, policy: &CreditPolicy) -> String {
    match policy.order_tolerance {
        0 => words.text("credit-policy-tolerance-none"),
        minor => {
            words.with("credit-policy-tolerance-of", &[("amount", amount(words, minor, policy.currency))])
        }
    }
}

/// The reminder levels (R9.8): for whom, which level, what happens.
pub fn levels(words: &Words, policy: &CreditPolicy) -> Vec<(String, String, Vec<String>)> {
    let terms = &policy.reminders;
    let of = |whom: &RuleFor| match whom {
        RuleFor::All => words.text("credit-policy-all"),
        RuleFor::Country(name) | RuleFor::Account(name) => name.clone(),
    };
    let rules = terms.rules.iter();
    rules
        .flat_map(|(whom, levels)| levels.iter().map(move |level| (whom, level)))
        .map(|(whom, level)| {
            let number = words.number(&level.level.to_string());
            (
                of(whom),
                words.with("credit-policy-level", &[("level", number)]),
                level_said(words, policy, level),
            )
        })
        .collect()
}

fn level_said(words: &Words, policy: &CreditPolicy, level: &ReminderLevel) -> Vec<String> {
    let after = match level.after {
        DaysAfter::Due => "credit-policy-after-due",
        DaysAfter::Reminder => "credit-policy-after-reminder",
    };
    let mut said = vec![words.count(after, usize::try_from(level.days).unwrap_or(0))];
    match level.charge {
        Charge::None => {}
        Charge::Fixed(minor) => {
            let charge = amount(words, minor, policy.reminders.currency);
            said.push(words.with("credit-policy-charge", &[("amount", charge)]));
        }
        Charge::Percent(percent) => {
            let percent = words.percent_of_100(&percent.to_string());
            said.push(words.with("credit-policy-charge-percent", &[("percent", percent)]));
        }
        Charge::Statutory => said.push(words.text("credit-policy-charge-by-law")),
    }
    if level.interest {
        said.push(words.text("credit-policy-with-interest"));
    }
    said
}

/// From which sums on, until when, and in which languages payers are reminded, and who never is.
pub fn reminder_terms(words: &Words, policy: &CreditPolicy) -> Vec<String> {
    let terms = &policy.reminders;
    let sum = |id: &str, minor: i64| words.with(id, &[("amount", amount(words, minor, terms.currency))]);
    let mut said = Vec::new();
    if terms.item_min > 0 {
        said.push(sum("credit-policy-lowest-item", terms.item_min));
    }
    if terms.payer_min > 0 {
        said.push(sum("credit-policy-lowest-payer", terms.payer_min));
    }
    let days = usize::try_from(terms.collection_days).unwrap_or(0);
    said.push(words.count("credit-policy-to-collection", days));
    if !terms.never.is_empty() {
        let accounts = terms.never.iter().cloned().collect::<Vec<_>>().join(", ");
        said.push(words.with("credit-policy-never", &[("accounts", accounts)]));
    }
    for (country, language) in &terms.languages {
        let language = words.text(&format!("settings-language-{language}"));
        said.push(
            words.with("credit-policy-letters-in", &[("country", country.clone()), ("language", language)]),
        );
    }
    said
}

/// How late interest is asked for.
pub fn interest(words: &Words, policy: &CreditPolicy) -> Vec<String> {
    let interest = &policy.interest;
    let mut said = vec![match (&interest.agreed, &interest.law) {
        (Some(rate), _) => words
            .with("credit-policy-interest-agreed", &[("percent", words.percent_of_100(&rate.to_string()))]),
        (None, Some(law)) => words.with("credit-policy-interest-law", &[("country", law.clone())]),
        (None, None) => words.text("credit-policy-interest-own"),
    }];
    if interest.compensation {
        said.push(words.text("credit-policy-compensation"));
    }
    said
}
