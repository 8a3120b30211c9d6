//! Limit requests as a workflow (R2.1): drafted, sent, answered or withdrawn, one pending per buyer and policy. What is recorded are rows of
//! limit decisions; a request is read from them, so that imported histories and those entered by hand are the same thing.

mod answer;
mod letter;
mod list;

pub use answer::{AnswerRequest, answer};
pub use letter::{letter_left, letters_sent, name_letter};
pub use list::{
    GrantsOf, Requested, grant_ratios, grants_json, limit_requests, limit_requests_in, one,
    requests_of_snapshot,
};

use super::insured_buyer::{InsuredBuyer, insured_buyer, positive_amount};
use crate::edit::require_reason;
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::limit::LimitDecision;
use obligo_rules::limit_request::{LimitRecord, LimitRequest, LimitRequestState, limit_requests as read};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::limit::{LimitRow, limit_add, limit_of_buyer, limit_owner};
use obligo_store::policy::policy_codes;
use obligo_store::{Tx, Written};
use serde_json::{Value, json};

/// What is to be asked for.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct DraftRequest {
    /// Account, `1001`, `1001/0/D` or `@ENTITY`.
    pub account: String,
    /// Policy code; empty takes that of the buyer's cover.
    pub policy: String,
    /// Sum, a decimal point.
    pub amount: String,
    /// Currency; empty takes the policy's.
    pub currency: String,
    /// UN/EDIFACT 4505; 0 = empty.
    pub request: u8,
    /// Why; may be empty.
    pub reason: String,
}

/// What the rules see of a recorded row.
#[must_use]
pub fn record_of(row: &LimitRow) -> LimitRecord {
    let d = &row.decision;
    LimitRecord {
        id: d.id,
        valid_from: d.valid_from,
        requested_amount: row.requested_amount,
        requested_on: row.requested_on,
        request: row.request.parse().unwrap_or(0),
        response: d.response,
        amount: d.amount,
        decided_on: row.decided_on,
        currency: d.currency,
        top_up: d.top_up,
    }
}

/// The requests of a buyer under a policy, in the order they began.
pub fn requests_of(tx: &Tx<'_>, buyer_id: i64, policy_id: u16) -> Result<Vec<LimitRequest>, Problem> {
    let rows = limit_of_buyer(tx, buyer_id)?;
    let records: Vec<LimitRecord> =
        rows.iter().map(|(_, row)| row).filter(|row| row.policy_id == policy_id).map(record_of).collect();
    Ok(read(&records))
}

/// Drafts a request: the insurer does not know of it yet. Errors: `account-not-found`, `account-ambiguous`, `policy-not-found`,
/// `limit-policy-unclear`, `field-not-a-currency`, those of the amount, `limit-request-pending` (forbidden). Role: clerk.
pub fn draft(session: &mut Session, request: &DraftRequest) -> Result<Value, Problem> {
    let today = session.today();
    let input = format!("limit-request-draft {request:?}");
    let outcome = session.write("limit-request-draft", &request.reason, &input, |tx, entry| {
        let buyer = insured_buyer(tx, today, &request.account, Some(&request.policy))?;
        let currency = match request.currency.as_str() {
            "" => buyer.currency,
            code => Currency::parse(code).ok_or_else(|| {
                Problem::refused("field-not-a-currency").at_column("currency").of_value(code)
            })?,
        };
        let amount = positive_amount("amount", &request.amount, currency)?;
        let id = draft_in(tx, entry, &buyer, (amount, currency), request.request, today)?;
        let answer = told(&buyer.account, &buyer.policy, &drafted(id, amount, currency, today), today);
        Ok(Written::new(answer.clone(), answer))
    })?;
    Ok(outcome.result)
}

fn drafted(id: i64, amount: i64, currency: Currency, today: Day) -> LimitRequest {
    LimitRequest {
        id,
        last: id,
        amount,
        currency,
        top_up: false,
        request: 0,
        begun_on: today,
        sent_on: None,
        is_recorded_first: true,
        response: 0,
        granted: None,
        answered_on: None,
        withdrawn_on: None,
        replaced_on: None,
    }
}

/// Drafts a request within a write and returns its number. Error: `limit-request-pending` (forbidden), with the number, state and day of the
/// one that waits.
pub fn draft_in(
    tx: &Tx<'_>,
    entry: i64,
    buyer: &InsuredBuyer,
    (amount, currency): (i64, Currency),
    request: u8,
    today: Day,
) -> Result<i64, Problem> {
    none_pending(tx, buyer, today)?;
    let row = LimitRow {
        buyer_id: buyer.buyer_id,
        policy_id: buyer.policy_id,
        requested_amount: Some(amount),
        request: if request == 0 { String::new() } else { request.to_string() },
        ..empty_row(today, currency)
    };
    limit_add(tx, entry, &row)
}

/// Refuses where a request of the buyer waits already. Error: `limit-request-pending` (forbidden).
fn none_pending(tx: &Tx<'_>, buyer: &InsuredBuyer, today: Day) -> Result<(), Problem> {
    let requests = requests_of(tx, buyer.buyer_id, buyer.policy_id)?;
    let Some(pending) = requests.iter().find(|request| request.is_pending() && !request.top_up) else {
        return Ok(());
    };
    Err(self::pending(&buyer.account, pending, today))
}

/// The problem of asking while another request of the buyer waits: `limit-request-pending` (forbidden).
pub(crate) fn pending(account: &str, request: &LimitRequest, today: Day) -> Problem {
    Problem::forbidden("limit-request-pending")
        .with("account", account)
        .with("request", request.id)
        .with("state", request.state_at(today).code())
        .with("on", request.sent_on.unwrap_or(request.begun_on))
        .with("amount", format_minor(request.amount, request.currency.exponent()))
        .with("currency", request.currency.code())
}

/// Refuses to ask again where a request is with the insurer since another day. Errors: `limit-request-pending` (forbidden) and those of
/// finding the buyer.
pub fn none_sent(
    session: &mut Session,
    account: &str,
    policy: &str,
    requested_on: &str,
) -> Result<(), Problem> {
    let today = session.today();
    session.read(|tx| {
        let buyer = insured_buyer(tx, today, account, Some(policy))?;
        let requests = requests_of(tx, buyer.buyer_id, buyer.policy_id)?;
        let is_other = |request: &&LimitRequest| {
            let day = request.sent_on.map(|day| day.to_string());
            request.is_pending() && !request.top_up && day.is_some_and(|day| day != requested_on)
        };
        requests.iter().find(is_other).map_or(Ok(()), |request| Err(pending(&buyer.account, request, today)))
    })
}

/// A row that says nothing yet.
fn empty_row(today: Day, currency: Currency) -> LimitRow {
    LimitRow {
        buyer_id: 0,
        policy_id: 0,
        decision: LimitDecision {
            id: 0,
            valid_from: today,
            valid_until: None,
            amount: None,
            currency,
            response: 0,
            conditions_met: false,
            max_term_months: None,
            max_term_months_value_dated: None,
            max_term_months_bills: None,
            insured_percent: None,
            top_up: false,
        },
        requested_amount: None,
        requested_on: None,
        conditions: String::new(),
        decided_on: None,
        reference: String::new(),
        request: String::new(),
        reason: String::new(),
    }
}

/// A request with whose it is.
pub(crate) struct Found {
    pub(crate) buyer_id: i64,
    pub(crate) policy_id: u16,
    pub(crate) account: String,
    pub(crate) policy: String,
    pub(crate) request: LimitRequest,
}

/// The request with this number. Error: `limit-request-not-found`.
pub(crate) fn found(tx: &Tx<'_>, number: i64) -> Result<Found, Problem> {
    let missing = || Problem::refused("limit-request-not-found").with("request", number);
    let (buyer_id, policy_id) = limit_owner(tx, number)?.ok_or_else(missing)?;
    let request =
        requests_of(tx, buyer_id, policy_id)?.into_iter().find(|r| r.id == number).ok_or_else(missing)?;
    let keys = obligo_store::buyer::buyer_keys(tx)?;
    let account = keys.iter().find(|(_, id)| **id == buyer_id).map(|(key, _)| key.to_string());
    let policy = policy_codes(tx)?.get(&policy_id).cloned().unwrap_or_default();
    Ok(Found { buyer_id, policy_id, account: account.unwrap_or_default(), policy, request })
}

impl Found {
    /// Refuses a request that does not wait in this state any more. Error: `limit-request-state` (forbidden).
    pub(crate) fn is_waiting(&self, wanted: &[LimitRequestState]) -> Result<(), Problem> {
        let state = self.request.state_at(Day::LAST);
        if wanted.contains(&state) {
            return Ok(());
        }
        Err(Problem::forbidden("limit-request-state")
            .with("request", self.request.id)
            .with("account", &self.account)
            .with("state", state.code()))
    }

    fn row(&self, day: Day) -> LimitRow {
        let row = empty_row(day, self.request.currency);
        LimitRow {
            buyer_id: self.buyer_id,
            policy_id: self.policy_id,
            requested_amount: Some(self.request.amount),
            requested_on: self.request.sent_on,
            request: if self.request.request == 0 { String::new() } else { self.request.request.to_string() },
            decision: LimitDecision { top_up: self.request.top_up, ..row.decision },
            ..row
        }
    }
}

/// Marks a draft as sent on a day; a letter that is dispatched does so itself, see [`letter_left`]. Sending the same one again changes nothing.
/// Errors: `limit-request-not-found`, `limit-request-state` (forbidden), `limit-request-date-ahead`. Role: clerk.
pub fn send(session: &mut Session, number: i64, requested_on: Option<Day>) -> Result<Value, Problem> {
    let today = session.today();
    let day = requested_on.unwrap_or(today);
    let input = format!("limit-request-send {number} {day}");
    let outcome = session.write("limit-request-send", "", &input, |tx, entry| {
        let before = found(tx, number)?;
        if before.request.sent_on == Some(day) && before.request.is_pending() {
            return Ok(Written::nothing(before.told(today)));
        }
        before.is_waiting(&[LimitRequestState::Draft])?;
        not_ahead(day, today)?;
        send_in(tx, entry, &before, day)?;
        let answer = found(tx, number)?.told(day.max(today));
        Ok(Written::new(answer.clone(), answer))
    })?;
    Ok(outcome.result)
}

/// Refuses a day after today: what has not happened yet is not recorded. Error: `limit-request-date-ahead`.
pub(crate) fn not_ahead(day: Day, today: Day) -> Result<(), Problem> {
    if day <= today {
        return Ok(());
    }
    Err(Problem::refused("limit-request-date-ahead").of_value(&day.to_string()).with("today", today))
}

fn send_in(tx: &Tx<'_>, entry: i64, draft: &Found, day: Day) -> Result<i64, Problem> {
    limit_add(tx, entry, &LimitRow { requested_on: Some(day), ..draft.row(day) })
}

/// Takes a request back that is not answered. Errors: `reason-missing`, `limit-request-not-found`, `limit-request-state` (forbidden). Role:
/// clerk.
pub fn withdraw(session: &mut Session, number: i64, reason: &str) -> Result<Value, Problem> {
    require_reason(reason)?;
    let today = session.today();
    let input = format!("limit-request-withdraw {number}");
    let outcome = session.write("limit-request-withdraw", reason, &input, |tx, entry| {
        let before = found(tx, number)?;
        before.is_waiting(&[LimitRequestState::Draft, LimitRequestState::Sent])?;
        let row = before.row(today);
        let decision = LimitDecision { response: 11, ..row.decision };
        limit_add(tx, entry, &LimitRow { decision, decided_on: Some(today), ..row })?;
        let answer = found(tx, number)?.told(today);
        Ok(Written::new(answer.clone(), answer))
    })?;
    Ok(outcome.result)
}

impl Found {
    fn told(&self, day: Day) -> Value {
        told(&self.account, &self.policy, &self.request, day)
    }
}

/// A request as every face tells it; lists add what else they know.
pub(crate) fn told(account: &str, policy: &str, request: &LimitRequest, day: Day) -> Value {
    let money = |minor: i64| format_minor(minor, request.currency.exponent());
    let date = |date: Option<Day>| json!(date.map(|date| date.to_string()));
    json!({
        "request": request.id,
        "account": account,
        "policy": policy,
        "amount": money(request.amount),
        "currency": request.currency.code(),
        "top_up": request.top_up,
        "kind": (request.request != 0).then(|| request.request.to_string()),
        "state": request.state_at(day).code(),
        "begun_on": request.begun_on.to_string(),
        "sent_on": date(request.sent_on),
        "days_waiting": request.days_waiting(day),
        "response": (request.response != 0).then(|| request.response.to_string()),
        "granted": request.granted.map(money),
        "answered_on": date(request.answered_on),
        "withdrawn_on": date(request.withdrawn_on),
        "replaced_on": date(request.replaced_on),
    })
}
