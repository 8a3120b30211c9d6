//! The rules of a credit policy in a reader's language.

use super::debtors::{interest, levels, order_tolerance, reminder_terms};
use crate::words::Words;
use obligo_rules::approval::{ApprovalStep, Approver};
use obligo_rules::credit_policy::{CreditPolicy, ThresholdKind, threshold_kind};
use obligo_rules::criterion::{Criterion, Measure};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::risk_class::{FactorMeasure, RiskClass, RiskFactor, Scale};

/// What a criterion measures.
pub fn measure(words: &Words, measure: Measure) -> String {
    words.text(&format!("criterion-{}", measure.code().replace('_', "-")))
}

/// The name of a criterion: its own, or what it measures.
pub fn criterion_name(words: &Words, criterion: &Criterion) -> String {
    if criterion.name == criterion.measure.code() {
        measure(words, criterion.measure)
    } else {
        criterion.name.clone()
    }
}

/// A criterion's threshold, or what counts where it has none.
pub fn threshold(words: &Words, criterion: &Criterion, currency: Currency) -> String {
    let kind = threshold_kind(criterion.measure);
    let found = criterion.threshold.or_else(|| criterion.measure.usual_threshold());
    let number = |n: i64| words.number(&n.to_string());
    match (kind, found) {
        (ThresholdKind::None, _) => "–".to_owned(),
        (ThresholdKind::Amount, Some(minor)) => amount(words, minor, currency),
        (ThresholdKind::Days, Some(days)) => {
            words.count("credit-policy-days", usize::try_from(days).unwrap_or(0))
        }
        (ThresholdKind::Percent, Some(percent)) => words.percent_of_100(&percent.to_string()),
        (ThresholdKind::Level, Some(level)) => words.with("credit-policy-level", &[("level", number(level))]),
        (_, None) => words.text("credit-policy-own-limit"),
    }
}

/// An amount of the policy.
pub fn amount(words: &Words, minor: i64, currency: Currency) -> String {
    words.money(&format_minor(minor, currency.exponent()), currency.code())
}

/// What a factor looks at.
pub fn factor_measure(words: &Words, factor: &RiskFactor) -> String {
    let name = words.text(&format!("factor-{}", factor.measure.code().replace('_', "-")));
    if factor.key.is_empty() { name } else { format!("{name}: {}", factor.key) }
}

/// What a factor found, as people say it.
pub fn found(words: &Words, measure: FactorMeasure, found: &str) -> String {
    match measure {
        FactorMeasure::Category => words.text(&format!("category-{found}")),
        FactorMeasure::Cover => words.text(&format!("cover-{}", found.replace('_', "-"))),
        _ => words.number(found),
    }
}

/// A factor's points, value by value.
pub fn scale(words: &Words, factor: &RiskFactor) -> Vec<String> {
    let says = |value: String, points: u32| {
        let points = words.number(&points.to_string());
        words.with("credit-policy-points-of", &[("value", value), ("points", points)])
    };
    let mut all: Vec<String> = match &factor.scale {
        Scale::Bands(bands) => bands
            .iter()
            .map(|band| {
                let from = words.number(&band.from.to_string());
                says(words.with("credit-policy-band", &[("from", from)]), band.points)
            })
            .collect(),
        Scale::Values { points, others } => {
            let named = points.iter().map(|(word, n)| says(found(words, factor.measure, word), *n));
            named.chain(others.map(|n| says(words.text("credit-policy-others"), n))).collect()
        }
    };
    all.push(says(words.text("credit-policy-unknown"), factor.unknown));
    all
}

/// The credit line of a class in words.
pub fn line(words: &Words, class: &RiskClass, currency: Currency) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(percent) = class.percent_of_insured_sum {
        let percent = words.percent_of_100(&percent.to_string());
        all.push(words.with("credit-policy-line-percent", &[("percent", percent)]));
    }
    if let Some(maximum) = class.maximum {
        let amount = amount(words, maximum, currency);
        all.push(words.with("credit-policy-line-maximum", &[("amount", amount)]));
    }
    if let Some(without) = class.without_cover {
        let amount = amount(words, without, currency);
        all.push(words.with("credit-policy-line-without", &[("amount", amount)]));
    }
    all
}

/// The evidence of a class in words.
pub fn evidence(words: &Words, class: &RiskClass) -> Vec<String> {
    let rule = |rule: &obligo_rules::risk_class::RequiredEvidence| {
        let kind = words.text(&format!("evidence-{}", rule.kind.code().replace('_', "-")));
        let months = words.count("credit-policy-months", rule.months as usize);
        let country = rule.country.as_ref().map_or_else(String::new, |country| format!(" ({country})"));
        format!("{kind}{country}: {months}")
    };
    class.evidence.iter().map(rule).collect()
}

/// Who approves.
pub fn approver(words: &Words, step: &ApprovalStep) -> String {
    let who = match &step.approver {
        Approver::Role(role) => words.text(&format!("settings-role-{role}")),
        Approver::User(user) => user.clone(),
    };
    if step.two_people { words.with("credit-policy-two-people", &[("who", who)]) } else { who }
}

/// Every rule of a policy as a line of text, for comparing two of them.
pub fn lines(words: &Words, policy: &CreditPolicy) -> String {
    let mut all = vec![
        format!("{}: {}", words.text("col-name"), policy.name),
        format!("{}: {}", words.text("col-currency"), policy.currency),
        format!("{}: {}", words.text("col-valid-from"), words.date(policy.valid_from)),
    ];
    let mut part = |heading: &str, name: String, said: Vec<String>| {
        all.push(format!("{} · {name}: {}", words.text(heading), said.join("; ")));
    };
    for criterion in &policy.criteria {
        let state = words.text(if criterion.is_on { "credit-policy-on" } else { "credit-policy-off" });
        let said = vec![state, threshold(words, criterion, policy.currency)];
        part("credit-policy-criterion", criterion_name(words, criterion), said);
    }
    for (code, text) in &policy.actions {
        part("credit-policy-action", code.to_string(), vec![text.clone()]);
    }
    for factor in &policy.factors {
        let weight = words.number(&factor.weight.to_string());
        let mut said =
            vec![factor_measure(words, factor), words.with("credit-policy-weight-of", &[("weight", weight)])];
        said.extend(scale(words, factor));
        part("credit-policy-factor", factor.name.clone(), said);
    }
    for class in &policy.classes {
        let points = words.number(&class.points_from.to_string());
        let mut said = vec![words.with("credit-policy-from-points", &[("points", points)])];
        said.extend(line(words, class, policy.currency));
        said.extend(class.payment_terms.clone());
        said.extend(evidence(words, class));
        said.extend(class.handling.clone());
        part("credit-policy-class", class.name.clone(), said);
    }
    for step in &policy.approval {
        let up_to = step.up_to.map(|minor| amount(words, minor, policy.currency));
        let up_to = up_to.unwrap_or_else(|| words.text("credit-policy-any-amount"));
        part("credit-policy-ladder", up_to, vec![approver(words, step)]);
    }
    let applies = |class: &Option<String>, country: Option<&String>| {
        let class = class.clone().unwrap_or_else(|| words.text("credit-policy-all-classes"));
        country.map_or(class.clone(), |country| format!("{class}, {country}"))
    };
    for terms in &policy.terms {
        let name = applies(&terms.class, terms.country.as_ref());
        part("credit-policy-terms", name, vec![terms.payment_terms.clone()]);
    }
    for rule in &policy.handling {
        let level = words.number(&rule.level.to_string());
        let said = vec![words.with("credit-policy-level", &[("level", level)]), rule.text.clone()];
        part("credit-policy-handling", applies(&rule.class, None), said);
    }
    part("credit-tab-orders", words.text("credit-policy-tolerance"), vec![order_tolerance(words, policy)]);
    for (whom, level, said) in levels(words, policy) {
        part("credit-tab-reminders", format!("{whom}, {level}"), said);
    }
    part("credit-tab-reminders", words.text("credit-policy-all"), reminder_terms(words, policy));
    part("reminder-interest", words.text("credit-policy-all"), interest(words, policy));
    all.join("\n") + "\n"
}
