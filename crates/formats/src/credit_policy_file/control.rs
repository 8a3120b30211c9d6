//! `[[criterion]]`, `[actions]` and `[orders]`: what brings a buyer onto the work list, what can be done about it there, and what an order
//! may exceed.

use crate::toml_document::Section;
use obligo_rules::credit_policy::{ThresholdKind, threshold_kind, usual_criterion};
use obligo_rules::criterion::{Criterion, Measure};
use std::collections::BTreeMap;

/// Longest name of a criterion, longest text of an action code, in characters.
const NAME_MAX: usize = 60;
/// The criteria a file may add are as many as a work list can show.
const CRITERIA_MAX: usize = 50;
/// Longest time between two reminders of a limit request, in days.
const REMINDER_DAYS_MAX: u32 = 365;
/// R9.3
const ACTION_CODES: std::ops::RangeInclusive<u8> = 1..=99;

/// Puts the file's criteria in the place of the usual ones of the same name, and behind them where there is none.
pub(super) fn criteria(root: &Section<'_>, criteria: &mut Vec<Criterion>) {
    let measures: Vec<(&str, Measure)> =
        Measure::ALL.iter().map(|measure| (measure.code(), *measure)).collect();
    let mut names: Vec<String> = Vec::new();
    for (n, section) in root.sections("criterion").iter().enumerate() {
        section.required("measure");
        let measure = section.choice("measure", &measures);
        let written = section.short_text("name", NAME_MAX);
        let is_on = section.flag("on").unwrap_or(true);
        let threshold = measure.and_then(|measure| threshold(section, measure));
        if n >= CRITERIA_MAX {
            section.refuse("measure", "credit-policy-too-many", &[("limit", &CRITERIA_MAX.to_string())]);
            return;
        }
        let Some(measure) = measure else { continue };
        let name = written.unwrap_or_else(|| measure.code().to_owned());
        if names.contains(&name) {
            section.refuse("name", "credit-policy-name-twice", &[("name", &name)]);
            continue;
        }
        names.push(name.clone());
        let criterion = Criterion { name, is_on, threshold, ..usual_criterion(measure) };
        match criteria.iter_mut().find(|usual| usual.name == criterion.name) {
            Some(usual) if usual.measure != measure => {
                section.refuse("name", "credit-policy-name-twice", &[("name", &criterion.name)]);
            }
            Some(usual) => *usual = criterion,
            None => criteria.push(criterion),
        }
    }
}

fn threshold(section: &Section<'_>, measure: Measure) -> Option<i64> {
    let number = |range| section.number::<i64>("threshold", range);
    match threshold_kind(measure) {
        ThresholdKind::Amount => section.amount("threshold", 0),
        ThresholdKind::Days => number(0..=3650),
        ThresholdKind::Percent => number(1..=1000),
        ThresholdKind::Level => number(1..=99),
        ThresholdKind::None => {
            section.entry("threshold")?.refuse("credit-policy-no-threshold", &[("measure", measure.code())])
        }
    }
}

/// The company's own action codes, with what they mean.
pub(super) fn actions(root: &Section<'_>) -> BTreeMap<u8, String> {
    let mut actions = BTreeMap::new();
    for (key, entry) in root.free_keys("actions") {
        let code = key.parse::<u8>().ok().filter(|code| ACTION_CODES.contains(code));
        let text = entry.short_text(NAME_MAX);
        match code {
            Some(code) if code.to_string() == key => {
                actions.extend(text.map(|text| (code, text)));
            }
            _ => {
                entry.refuse::<()>("credit-policy-action-code", &[("code", &key)]);
            }
        }
    }
    actions
}

/// By how much an order may exceed a limit with a warning only, minor units of the policy's currency (R9.7).
pub(super) fn order_tolerance(root: &Section<'_>) -> i64 {
    root.section("orders").amount("tolerance", 0).unwrap_or(0)
}

/// `[limit_requests]`: every how many days an insurer is reminded of a request (R2.1).
pub(super) fn limit_request_reminder_days(root: &Section<'_>) -> Option<i32> {
    root.section("limit_requests").number("remind_every_days", 1..=REMINDER_DAYS_MAX)
}
