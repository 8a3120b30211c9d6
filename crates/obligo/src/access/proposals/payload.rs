//! The parameters of a proposal, and of the API's calls of the same name, read from JSON.

use crate::credit::decisions::{Decide, DecideRequest, Seen};
use crate::declaration::DeclareRequest;
use crate::edit::{DEADLINE_NAMES, EditRequest};
use crate::items::ItemName;
use crate::notification::NotifyRequest;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, InsuranceStatus, ReportingStatus, Scope};
use obligo_rules::edit::ItemEdit;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use serde_json::{Map, Value};

/// The version of the item that the proposer of a change saw.
pub const SEEN: &str = "seen";

/// A JSON object of which every key must be asked for.
struct Fields<'v> {
    all: &'v Map<String, Value>,
}

impl<'v> Fields<'v> {
    /// The object, if it has no other keys than these.
    fn of(payload: &'v Value, known: &[&str]) -> Result<Fields<'v>, Problem> {
        let all = payload.as_object().ok_or_else(|| wrong("payload", payload))?;
        match all.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(Problem::usage("proposal-payload-key")
                .at_column(key)
                .with("key", key)
                .with("known", known.join(", "))),
            None => Ok(Fields { all }),
        }
    }

    /// A value, if the key is there: `null` for "emptied".
    fn value(&self, key: &str) -> Option<&'v Value> {
        self.all.get(key)
    }

    fn text(&self, key: &'static str) -> Result<Option<&'v str>, Problem> {
        match self.value(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(wrong(key, other)),
        }
    }

    fn needed(&self, key: &'static str) -> Result<&'v str, Problem> {
        self.text(key)?.ok_or_else(|| wrong(key, &Value::Null))
    }

    fn flag(&self, key: &'static str) -> Result<Option<bool>, Problem> {
        match self.value(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Bool(on)) => Ok(Some(*on)),
            Some(other) => Err(wrong(key, other)),
        }
    }

    fn parsed<T>(&self, key: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Problem> {
        let read = |text: &str| parse(text).ok_or_else(|| wrong(key, &Value::from(text)));
        self.text(key)?.map(read).transpose()
    }

    /// A date to be set or, with `null`, emptied; nested as [`ItemEdit`] has it.
    #[allow(clippy::option_option)]
    fn date(&self, key: &'static str) -> Result<Option<Option<Day>>, Problem> {
        match self.value(key) {
            None => Ok(None),
            Some(Value::Null) => Ok(Some(None)),
            Some(_) => Ok(Some(self.parsed(key, Day::parse_iso)?)),
        }
    }
}

fn wrong(key: &str, value: &Value) -> Problem {
    let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Problem::usage("proposal-payload-value").at_column(key).of_value(&shown).with("key", key)
}

/// A final declaration: `{"kind": "declare", "policy", "key_date", "buyers"}`. Errors: `proposal-payload-key`, `proposal-payload-value`.
pub fn declare_request(payload: &Value) -> Result<DeclareRequest, Problem> {
    let fields = Fields::of(payload, &["kind", "policy", "key_date", "buyers"])?;
    if fields.needed("kind")? != "declare" {
        return Err(wrong("kind", &payload["kind"]));
    }
    let missing = |key: &'static str| move || wrong(key, &Value::Null);
    Ok(DeclareRequest {
        policy: fields.needed("policy")?.to_owned(),
        key_date: fields.parsed("key_date", Day::parse_iso)?.ok_or_else(missing("key_date"))?,
        buyers: fields.parsed("buyers", BuyerKind::parse)?.ok_or_else(missing("buyers"))?,
        is_final: true,
        known: AsOf::NOW,
    })
}

/// A final notification: `{"kind": "notify", "policy", "key_date", "scope", "exceeding", "repeat_from"}`; the last three may be left out.
/// Errors: as for [`declare_request`].
pub fn notify_request(payload: &Value) -> Result<NotifyRequest, Problem> {
    let known = ["kind", "policy", "key_date", "scope", "exceeding", "repeat_from"];
    let fields = Fields::of(payload, &known)?;
    let missing = || wrong("key_date", &Value::Null);
    Ok(NotifyRequest {
        policy: fields.needed("policy")?.to_owned(),
        key_date: fields.parsed("key_date", Day::parse_iso)?.ok_or_else(missing)?,
        scope: fields.parsed("scope", Scope::parse)?.unwrap_or(Scope::All),
        exceeding: fields.flag("exceeding")?,
        repeat_from: fields.parsed("repeat_from", Day::parse_iso)?,
        is_final: true,
        known: AsOf::NOW,
    })
}

/// An accepted excess: `{"account", "policy", "amount", "until", "from", "reference", "exposure", "insured_sum"}`; only account, amount and
/// last day are needed. Errors: as for [`declare_request`].
pub fn accept_request(payload: &Value, reason: &str, proposed_by: &str) -> Result<DecideRequest, Problem> {
    let known = ["account", "policy", "amount", "until", "from", "reference", "exposure", "insured_sum"];
    let fields = Fields::of(payload, &known)?;
    let missing = || wrong("until", &Value::Null);
    let given = |key: &'static str| fields.text(key).map(|text| text.unwrap_or("").to_owned());
    let (exposure, insured_sum) = (given("exposure")?, given("insured_sum")?);
    Ok(DecideRequest {
        account: fields.needed("account")?.to_owned(),
        policy: given("policy")?,
        decide: Decide::Accept {
            amount: fields.needed("amount")?.to_owned(),
            until: fields.parsed("until", Day::parse_iso)?.ok_or_else(missing)?,
        },
        from: fields.parsed("from", Day::parse_iso)?,
        reason: reason.to_owned(),
        reference: given("reference")?,
        seen: (!exposure.is_empty()).then_some(Seen { exposure, insured_sum }),
        proposed_by: proposed_by.to_owned(),
    })
}

/// A reversal: `{"run": N}`. Errors: as for [`declare_request`].
pub fn reversal_request(payload: &Value) -> Result<i64, Problem> {
    let fields = Fields::of(payload, &["run"])?;
    let run = fields.value("run").unwrap_or(&Value::Null);
    run.as_i64().ok_or_else(|| wrong("run", run))
}

/// A change of an item by hand: `{"item": NAME, …}` with the fields of the interchange contract that change; a date with `null` is emptied. The
/// version [`SEEN`] is no part of the change.
/// Errors: `item-name` and those of [`declare_request`].
pub fn edit_request(payload: &Value, reason: &str) -> Result<EditRequest, Problem> {
    let others =
        ["item", SEEN, "status", "insured", "reporting_status", "reported_on", "follow_up", "follow_up_on"];
    let known: Vec<&str> =
        others.into_iter().chain(["blocks_new", "receivable_start"]).chain(DEADLINE_NAMES).collect();
    let fields = Fields::of(payload, &known)?;
    let mut deadlines = [None; DEADLINE_NAMES.len()];
    for (deadline, name) in deadlines.iter_mut().zip(DEADLINE_NAMES) {
        *deadline = fields.date(name)?;
    }
    Ok(EditRequest {
        item: ItemName::parse(fields.needed("item")?)?,
        edit: ItemEdit {
            status: fields.parsed("status", InsuranceStatus::parse)?,
            insured: None,
            deadlines,
            reporting_status: fields.parsed("reporting_status", ReportingStatus::parse)?,
            reported_on: fields.date("reported_on")?,
            follow_up: fields.flag("follow_up")?,
            follow_up_on: fields.date("follow_up_on")?,
            blocks_new: fields.flag("blocks_new")?,
            receivable_start: fields.date("receivable_start")?,
        },
        insured: fields.text("insured")?.map(str::to_owned),
        reason: reason.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::{declare_request, edit_request, notify_request, reversal_request};
    use serde_json::json;

    #[test]
    fn parameters_are_read_strictly() {
        let edits = [
            (json!({ "item": "01/1/invoice", "insured": "5.00", "overdue_date": null }), None),
            (json!({ "item": "01/1/invoice", "follow_up": "yes" }), Some("proposal-payload-value")),
            (json!({ "item": "01/1/invoice", "status": "Q" }), Some("proposal-payload-value")),
            (json!({ "item": "01/1/invoice", "overdue_date": "soon" }), Some("proposal-payload-value")),
            (json!({ "item": "01/1/invoice", "amount": "5" }), Some("proposal-payload-key")),
            (json!({ "insured": "5" }), Some("proposal-payload-value")),
            (json!({ "item": "nonsense" }), Some("item-name")),
            (json!("item"), Some("proposal-payload-value")),
        ];
        for (payload, expected) in edits {
            assert_eq!(edit_request(&payload, "why").err().map(|p| p.code), expected, "{payload}");
        }
        let declare =
            json!({ "kind": "declare", "policy": "ACR/A", "key_date": "2024-01-31", "buyers": "named" });
        assert!(declare_request(&declare).unwrap().is_final);
        let notify = json!({ "kind": "notify", "policy": "ACR/A", "key_date": "2024-01-31" });
        assert!(notify_request(&notify).unwrap().is_final);
        assert_eq!(declare_request(&notify).unwrap_err().code, "proposal-payload-value");
        assert_eq!(notify_request(&declare).unwrap_err().code, "proposal-payload-key");
        assert_eq!(reversal_request(&json!({ "run": 7 })).unwrap(), 7);
        assert!(reversal_request(&json!({ "run": "7" })).is_err());
    }
}
