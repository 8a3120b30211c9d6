//! Lines of selection runs: as the store keeps them, and as results show them.

use obligo_rules::calendar::Day;
use obligo_rules::criterion::{Fired, Measure, Value as Shown};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::selection::{Change, Reason, Selected};
use obligo_store::buyer::AccountKey;
use obligo_store::monitor_line::MonitorLineRow;
use serde_json::{Map, Value, json};

/// A payer of a run with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorkLine {
    /// Number of the run.
    pub run: i64,
    /// What the run said.
    pub selected: Selected,
    /// Account.
    pub key: AccountKey,
    /// Name.
    pub name: String,
}

impl WorkLine {
    /// The line as `obligo monitor --json` prints it.
    #[must_use]
    pub fn json(&self) -> Value {
        let selected = &self.selected;
        let amount = |minor: i64| format_minor(minor, selected.currency.exponent());
        let criteria: Vec<Value> =
            selected.reasons.iter().map(|reason| reason_json(reason, selected.currency)).collect();
        json!({
            "credit_manager": selected.credit_manager,
            "account": self.key.account,
            "branch": self.key.branch,
            "account_type": self.key.account_type,
            "name": self.name,
            "currency": selected.currency.code(),
            "criteria": criteria,
            "overdue": amount(selected.past_due),
            "outstanding": amount(selected.outstanding),
            "change": selected.change.code(),
        })
    }
}

/// A reason with its name and two values.
#[must_use]
pub fn reason_json(reason: &Reason, currency: Currency) -> Value {
    json!({
        "name": reason.fired.name,
        "actual": value_json(reason.fired.actual, currency),
        "limit": value_json(reason.fired.limit, currency),
    })
}

/// A value of a criterion: amounts and dates as texts, days, percentages and counts as numbers, null where there is nothing to compare.
#[must_use]
pub fn value_json(value: Shown, currency: Currency) -> Value {
    match value {
        Shown::Amount(minor) => json!(format_minor(minor, currency.exponent())),
        Shown::Days(number) | Shown::Percent(number) => json!(number),
        Shown::Count(number) => json!(number),
        Shown::Date(day) => json!(day.to_string()),
        Shown::None => Value::Null,
    }
}

/// A line as the store keeps it.
pub(super) fn row_of(run: i64, selected: &Selected) -> MonitorLineRow {
    let reasons: Vec<Value> = selected.reasons.iter().map(kept).collect();
    MonitorLineRow {
        run,
        payer_id: selected.payer,
        credit_manager: selected.credit_manager.clone(),
        currency: selected.currency.code().to_owned(),
        past_due: selected.past_due,
        outstanding: selected.outstanding,
        change: selected.change.code().to_owned(),
        waits_until: selected.waits_until,
        reasons: Value::Array(reasons).to_string(),
    }
}

fn kept(reason: &Reason) -> Value {
    let value = |value: Shown| match value {
        Shown::Amount(minor) => json!({ "amount": minor }),
        Shown::Days(days) => json!({ "days": days }),
        Shown::Percent(percent) => json!({ "percent": percent }),
        Shown::Count(count) => json!({ "count": count }),
        Shown::Date(day) => json!({ "date": day.to_string() }),
        Shown::None => Value::Null,
    };
    json!({
        "name": reason.fired.name,
        "measure": reason.fired.measure.code(),
        "actual": value(reason.fired.actual),
        "limit": value(reason.fired.limit),
        "since": reason.since,
    })
}

/// What a line of the store says.
pub(super) fn selected_of(row: &MonitorLineRow) -> Selected {
    let reasons: Vec<Map<String, Value>> = serde_json::from_str(&row.reasons).unwrap_or_default();
    Selected {
        payer: row.payer_id,
        credit_manager: row.credit_manager.clone(),
        currency: Currency::parse(&row.currency).unwrap_or(Currency::EUR),
        past_due: row.past_due,
        outstanding: row.outstanding,
        change: Change::parse(&row.change).unwrap_or(Change::Same),
        reasons: reasons.iter().filter_map(reason_of).collect(),
        waits_until: row.waits_until,
    }
}

fn reason_of(kept: &Map<String, Value>) -> Option<Reason> {
    let value = |name: &str| {
        let (kind, value) = kept.get(name)?.as_object()?.iter().next()?;
        let number = || value.as_i64().and_then(|n| i32::try_from(n).ok());
        Some(match kind.as_str() {
            "amount" => Shown::Amount(value.as_i64()?),
            "days" => Shown::Days(number()?),
            "percent" => Shown::Percent(number()?),
            "count" => Shown::Count(u32::try_from(value.as_i64()?).ok()?),
            "date" => Shown::Date(Day::parse_iso(value.as_str()?)?),
            _ => return None,
        })
    };
    Some(Reason {
        fired: Fired {
            name: kept.get("name")?.as_str()?.to_owned(),
            measure: Measure::parse(kept.get("measure")?.as_str()?)?,
            actual: value("actual").unwrap_or(Shown::None),
            limit: value("limit").unwrap_or(Shown::None),
        },
        since: kept.get("since")?.as_i64()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fr_06_a_line_is_read_as_it_was_kept_with_both_values_of_each_reason() {
        let values = [
            Shown::Amount(-123_456),
            Shown::Days(31),
            Shown::Percent(80),
            Shown::Count(2),
            Shown::Date(Day::LAST),
            Shown::None,
        ];
        let reason = |(n, actual): (usize, &Shown)| Reason {
            fired: Fired {
                name: format!("\"{n}\n"),
                measure: Measure::ALL[n],
                actual: *actual,
                limit: values[values.len() - 1 - n],
            },
            since: n as i64,
        };
        for change in Change::ALL {
            let selected = Selected {
                payer: 7,
                credit_manager: "KM1".to_owned(),
                currency: Currency::EUR,
                past_due: i64::MIN,
                outstanding: i64::MAX,
                change,
                reasons: values.iter().enumerate().map(reason).collect(),
                waits_until: Some(Day::LAST),
            };
            assert_eq!(selected_of(&row_of(3, &selected)), selected);
        }
    }
}
