//! The terms of reminders and of late interest in force on a day.

use crate::credit::policy;
use crate::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::late_interest::InterestTable;
use obligo_rules::problem::Problem;
use obligo_rules::reminder::{InterestPolicy, ReminderTerms};
use obligo_store::Tx;
use obligo_store::interest_rate::interest_rate_all;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// See the module.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Levels, lowest amounts, charges.
    pub reminders: ReminderTerms,
    /// How interest is asked for.
    pub interest: InterestPolicy,
    /// Rates by law, the program's with those of the house.
    pub rates: InterestTable,
}

impl Terms {
    /// As the credit policy of the day has them; the usual ones where there is none. Errors: those of reading them.
    pub fn in_force(tx: &Tx<'_>, day: Day) -> Result<Terms, Problem> {
        let policy = policy::in_force(tx, day)?;
        Ok(Terms { reminders: policy.reminders, interest: policy.interest, rates: rates(tx)? })
    }

    /// The country whose law applies to a payer of this one.
    #[must_use]
    pub fn law<'t>(&'t self, country: &'t str) -> &'t str {
        self.interest.law.as_deref().unwrap_or(country)
    }
}

/// Countries of whose law a rate was needed that is not known, each with the first such day.
#[derive(Clone, Debug, Default)]
pub struct RatesMissing(BTreeMap<String, Day>);

impl RatesMissing {
    /// Notes what one item lacks.
    pub fn note(&mut self, law: &str, unknown_from: Option<Day>) {
        if let Some(day) = unknown_from {
            let first = self.0.entry(law.to_owned()).or_insert(day);
            *first = day.min(*first);
        }
    }

    /// As `[{country, date}]`.
    #[must_use]
    pub fn json(&self) -> Value {
        let lines =
            self.0.iter().map(|(country, day)| json!({ "country": country, "date": day.to_string() }));
        Value::Array(lines.collect())
    }
}

/// Rates by law: the program's, with those of the house in their place.
pub fn rates(tx: &Tx<'_>) -> Result<InterestTable, Problem> {
    Ok(InterestTable::statutory().with(interest_rate_all(tx)?))
}

/// What people are told about rates that are not known, from the `rates_missing` of a result.
#[must_use]
pub fn rates_missing(words: &Words, done: &Value) -> Vec<String> {
    let lines = done["rates_missing"].as_array().into_iter().flatten();
    let told = lines.map(|line| {
        let country = line["country"].as_str().unwrap_or("").to_owned();
        let date = words.date_text(line["date"].as_str().unwrap_or(""));
        words.with("interest-rate-missing", &[("country", country), ("date", date)])
    });
    told.collect()
}
