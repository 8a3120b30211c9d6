//! `[[reminder_level]]`, `[reminders]` and `[interest]`: when an overdue payer is reminded and what being late costs (R9.8).

use super::classes::rows;
use crate::toml_document::Section;
use obligo_rules::late_interest::Percent;
use obligo_rules::reminder::{
    Charge, DAYS_MAX, DaysAfter, InterestPolicy, LEVEL_MAX, ReminderLevel, ReminderTerms, RuleFor,
};
use std::collections::BTreeMap;

/// Longest account, in characters.
const ACCOUNT_MAX: usize = 100;
/// Letters of a country.
const COUNTRY_MAX: usize = 2;
/// Languages letters are written in.
const LANGUAGES: [(&str, &str); 4] = [("en", "en"), ("de", "de"), ("fr", "fr"), ("sv", "sv")];
const AFTER: [(&str, DaysAfter); 2] = [("due", DaysAfter::Due), ("reminder", DaysAfter::Reminder)];

/// What the file says of reminders in the place of the usual terms. A file with levels for everybody replaces all the usual ones.
pub(super) fn reminders(root: &Section<'_>, terms: &mut ReminderTerms) {
    let mut rules: BTreeMap<RuleFor, Vec<ReminderLevel>> = BTreeMap::new();
    for section in rows(root, "reminder_level") {
        let whom = whom(&section);
        let levels = rules.entry(whom).or_default();
        let Some(level) = level(&section) else { continue };
        if usize::from(level.level) != levels.len() + 1 {
            section.refuse("level", "credit-policy-order", &[]);
        }
        levels.push(level);
    }
    terms.rules.extend(rules);
    let section = root.section("reminders");
    let days = 0..=DAYS_MAX.unsigned_abs();
    terms.item_min = section.amount("lowest_item", 0).unwrap_or(terms.item_min);
    terms.payer_min = section.amount("lowest_payer", 0).unwrap_or(terms.payer_min);
    terms.collection_days = section.number("days_to_collection", days).unwrap_or(terms.collection_days);
    let never = section.entry("never").map(|entry| entry.elements()).unwrap_or_default();
    terms.never.extend(never.iter().filter_map(|entry| entry.short_text(ACCOUNT_MAX)));
    for (country, entry) in section.free_keys("languages") {
        if let Some(language) = entry.choice(&LANGUAGES) {
            terms.languages.insert(country, language.to_owned());
        }
    }
}

fn whom(section: &Section<'_>) -> RuleFor {
    let account = section.short_text("account", ACCOUNT_MAX);
    let country = section.short_text("country", COUNTRY_MAX);
    if let (Some(_), Some(entry)) = (&account, section.entry("country")) {
        entry.refuse::<()>("policy-either-key", &[("other", &section.path_of("account"))]);
    }
    account.map(RuleFor::Account).or(country.map(RuleFor::Country)).unwrap_or(RuleFor::All)
}

fn level(section: &Section<'_>) -> Option<ReminderLevel> {
    section.required("level");
    section.required("days");
    let level = section.number("level", 1..=u32::from(LEVEL_MAX));
    let days = section.number("days", 0..=DAYS_MAX.unsigned_abs());
    let after = section.choice("after", &AFTER);
    let charge = charge(section);
    let interest = section.flag("interest").unwrap_or(false);
    let level = level?;
    // Levels follow each other: the days of later ones are counted from the reminder before.
    let usual = if level == 1 { DaysAfter::Due } else { DaysAfter::Reminder };
    Some(ReminderLevel { level, days: days?, after: after.unwrap_or(usual), charge, interest })
}

/// One of the three ways to charge; none without them.
fn charge(section: &Section<'_>) -> Charge {
    let fixed = section.amount("charge", 0).map(Charge::Fixed);
    let percent = section.percent("charge_percent").and_then(Percent::from_decimal).map(Charge::Percent);
    let statutory = section.flag("charge_by_law").unwrap_or(false).then_some(Charge::Statutory);
    for (key, other) in
        [("charge_percent", "charge"), ("charge_by_law", "charge"), ("charge_by_law", "charge_percent")]
    {
        if let (Some(entry), Some(_)) = (section.entry(key), section.entry(other)) {
            entry.refuse::<()>("policy-either-key", &[("other", &section.path_of(other))]);
            break;
        }
    }
    fixed.or(percent).or(statutory).unwrap_or(Charge::None)
}

/// How late interest is asked for.
pub(super) fn interest(root: &Section<'_>) -> InterestPolicy {
    let section = root.section("interest");
    InterestPolicy {
        law: section.short_text("law", COUNTRY_MAX),
        agreed: section.percent("agreed_percent").and_then(Percent::from_decimal),
        compensation: section.flag("compensation").unwrap_or(false),
    }
}
