//! Exceptions from the credit policy (R9.9): recorded with what differs, approver, reason and last day; ended ones stay to be seen.

use super::approve::check_approval;
use super::in_force;
use crate::credit::{account_asked, account_in};
use crate::edit::require_reason;
use crate::session::{Precondition, Session};
use obligo_rules::calendar::Day;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::money::{Currency, format_minor, parse_minor};
use obligo_rules::payment_terms::PaymentTerms;
use obligo_rules::policy_exception::{Differs, ExceptionState, PolicyException};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{buyer_get, buyer_key};
use obligo_store::policy_exception::{
    ExceptionRow, policy_exception_add, policy_exception_all, policy_exception_get, policy_exception_replace,
};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};

/// Longest words of an exception, in characters.
const WORDS_MAX: usize = 500;

/// An exception to be recorded.
#[derive(Clone, Debug)]
pub struct NewException {
    /// Buyer, `1001`, `1001/0/D` or `@ENTITY`.
    pub account: String,
    /// What differs.
    pub differs: Differs,
    /// What holds instead: name of a class, amount in the policy's currency as a plain decimal, payment terms, or words.
    pub value: String,
    /// Who approved it; `None`: whoever records it.
    pub approver: Option<String>,
    /// Why.
    pub reason: String,
    /// First day; `None`: today.
    pub valid_from: Option<Day>,
    /// Last day.
    pub valid_until: Day,
}

/// An exception as a list shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExceptionLine {
    /// As it is stored.
    pub row: ExceptionRow,
    /// The buyer's account.
    pub account: String,
    /// The buyer's name.
    pub name: String,
    /// How it stands on the key date.
    pub state: ExceptionState,
    /// Currency of a credit line.
    pub currency: Currency,
}

impl ExceptionLine {
    /// What holds instead: an amount as a plain decimal, otherwise as it was written.
    #[must_use]
    pub fn value(&self) -> String {
        let exception = &self.row.exception;
        match exception.value.parse() {
            Ok(minor) if exception.differs == Differs::CreditLine => {
                format_minor(minor, self.currency.exponent())
            }
            _ => exception.value.clone(),
        }
    }

    /// Its version: the audit entry that recorded it as it stands.
    #[must_use]
    pub fn version(&self) -> String {
        self.row.entry.to_string()
    }

    /// The line of the list and the API.
    #[must_use]
    pub fn json(&self) -> Value {
        let exception = &self.row.exception;
        let is_amount = exception.differs == Differs::CreditLine;
        json!({
            "exception": exception.id,
            "account": self.account,
            "name": self.name,
            "differs": exception.differs.code(),
            "value": self.value(),
            "currency": is_amount.then(|| self.currency.to_string()),
            "approver": self.row.approver,
            "reason": self.row.reason,
            "valid_from": exception.valid_from.to_string(),
            "valid_until": exception.valid_until.to_string(),
            "state": self.state.code(),
            "ended_reason": (!self.row.ended_reason.is_empty()).then(|| self.row.ended_reason.clone()),
        })
    }
}

/// Which exceptions are wanted.
#[derive(Clone, Debug, Default)]
pub struct ExceptionChoice {
    /// Of this buyer, `1001`, `1001/0/D` or `@ENTITY`.
    pub account: Option<String>,
    /// That stand so.
    pub state: Option<ExceptionState>,
}

/// Records an exception and returns its line. Errors: `account-not-found`, `reason-missing`, `exception-dates`,
/// `exception-class-unknown`, `exception-amount`, `policy-payment-terms`, `policy-text-length`, and those of
/// [`check_approval`]. Role: manager.
pub fn add(session: &mut Session, new: &NewException) -> Result<Value, Problem> {
    require_reason(&new.reason)?;
    let today = session.today();
    let valid_from = new.valid_from.unwrap_or(today);
    if new.valid_until < valid_from {
        return Err(Problem::refused("exception-dates").at_column("valid_until").with("from", valid_from));
    }
    let actor = session.actor.clone();
    let approver = new.approver.as_deref().map_or("", str::trim);
    let approver = if approver.is_empty() { actor.as_str() } else { approver };
    short("approver", approver)?;
    short("reason", new.reason.trim())?;
    let input = format!("exception-add {new:?}");
    let outcome = session.write("exception-add", new.reason.trim(), &input, |tx, entry| {
        let policy = in_force(tx, valid_from)?;
        let value = value_of(&policy, new.differs, new.value.trim())?;
        if let (Differs::CreditLine, Ok(amount)) = (new.differs, value.parse()) {
            check_approval(tx, &policy, amount, (approver, &actor))?;
        }
        let mut row = ExceptionRow {
            exception: PolicyException {
                id: 0,
                differs: new.differs,
                value,
                valid_from,
                valid_until: new.valid_until,
            },
            buyer_id: account_in(tx, &new.account)?,
            approver: approver.to_owned(),
            reason: new.reason.trim().to_owned(),
            ended_reason: String::new(),
            entry,
        };
        row.exception.id = policy_exception_add(tx, entry, &row)?;
        written(tx, row, today)
    })?;
    Ok(outcome.result)
}

/// Ends an exception early: it still holds on `last_day` (none: today), never longer than it did. Errors: `exception-not-found`,
/// `exception-ended`, `reason-missing`. Role: manager.
pub fn end(session: &mut Session, id: i64, last_day: Option<Day>, reason: &str) -> Result<Value, Problem> {
    require_reason(reason)?;
    short("reason", reason.trim())?;
    let today = session.today();
    let last_day = last_day.unwrap_or(today);
    let input = format!("exception-end {id} {last_day} {reason}");
    let outcome = session.write("exception-end", reason.trim(), &input, |tx, entry| {
        let missing = || Problem::refused("exception-not-found").with("exception", id);
        let mut row = policy_exception_get(tx, id)?.ok_or_else(missing)?;
        if row.exception.valid_until <= last_day {
            let ended = Problem::refused("exception-ended").with("exception", id);
            return Err(ended.with("date", row.exception.valid_until));
        }
        // One that has not begun never does.
        let before = row.exception.valid_from.plus_days(-1);
        row.exception.valid_until = last_day.max(before);
        reason.trim().clone_into(&mut row.ended_reason);
        policy_exception_replace(tx, entry, &row)?;
        written(tx, row, today)
    })?;
    Ok(outcome.result)
}

/// Holds as long as the exception is the one that was `seen`: the audit entry that recorded it. Error: `record-changed`.
#[must_use]
pub fn exception_unchanged(id: i64, seen: &str) -> Precondition {
    let seen = seen.to_owned();
    Box::new(move |tx| {
        let now = policy_exception_get(tx, id)?.map(|row| row.entry.to_string());
        // One that is not there is told by what wants to end it.
        if now.is_none_or(|now| now == seen) { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    })
}

/// One exception as it stands on a day. Error: `exception-not-found`. Role: viewer.
pub fn exception(session: &mut Session, id: i64, key_date: Day) -> Result<ExceptionLine, Problem> {
    session.read(|tx| {
        let missing = || Problem::refused("exception-not-found").with("exception", id);
        let row = policy_exception_get(tx, id)?.ok_or_else(missing)?;
        line(tx, row, key_date, AsOf::NOW)
    })
}

/// The exceptions as they stand on a key date, the newest first, ended ones included. Error: `account-not-found`. Role: viewer.
pub fn list(
    session: &mut Session,
    choice: &ExceptionChoice,
    as_of: AsOf,
) -> Result<Vec<ExceptionLine>, Problem> {
    session.read(|tx| {
        let buyer_id = account_asked(tx, choice.account.as_deref())?;
        let mut lines = Vec::new();
        for row in policy_exception_all(tx, as_of, buyer_id)?.into_iter().rev() {
            lines.push(line(tx, row, as_of.key_date, as_of.known)?);
        }
        let is_wanted = |line: &ExceptionLine| choice.state.is_none_or(|state| state == line.state);
        Ok(lines.into_iter().filter(is_wanted).collect())
    })
}

/// Amounts of a credit line are in the currency of the policy the exception was granted under.
fn line(tx: &Tx<'_>, row: ExceptionRow, key_date: Day, known: i64) -> Result<ExceptionLine, Problem> {
    let currency = match row.exception.differs {
        Differs::CreditLine => in_force(tx, row.exception.valid_from)?.currency,
        _ => Currency::EUR,
    };
    let name = buyer_get(tx, AsOf { key_date: Day::LAST, known }, row.buyer_id)?.unwrap_or_default().name;
    let account = buyer_key(tx, row.buyer_id)?.to_string();
    Ok(ExceptionLine { state: row.exception.state(key_date), row, account, name, currency })
}

fn written(tx: &Tx<'_>, row: ExceptionRow, today: Day) -> Result<Written, Problem> {
    let line = line(tx, row, today, AsOf::NOW)?.json();
    Ok(Written::new(line.clone(), line))
}

/// What holds instead, as it is stored.
fn value_of(policy: &CreditPolicy, differs: Differs, value: &str) -> Result<String, Problem> {
    match differs {
        Differs::RiskClass => {
            if policy.classes.iter().any(|class| class.name == value) {
                return Ok(value.to_owned());
            }
            let known: Vec<&str> = policy.classes.iter().map(|class| class.name.as_str()).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            Err(Problem::refused("exception-class-unknown")
                .of_value(value)
                .with("class", value)
                .with("known", known))
        }
        Differs::CreditLine => match parse_minor(value, policy.currency.exponent()) {
            Ok(minor) if minor >= 0 => Ok(minor.to_string()),
            _ => Err(Problem::refused("exception-amount")
                .at_column("value")
                .of_value(value)
                .with("currency", policy.currency)),
        },
        Differs::PaymentTerms if PaymentTerms::parse(value).is_none() => {
            Err(Problem::refused("policy-payment-terms")
                .of_value(value)
                .with("key", "value")
                .with("value", value))
        }
        Differs::PaymentTerms | Differs::Evidence | Differs::Handling => {
            short("value", value)?;
            Ok(value.to_owned())
        }
    }
}

fn short(key: &str, text: &str) -> Result<(), Problem> {
    if (1..=WORDS_MAX).contains(&text.chars().count()) {
        return Ok(());
    }
    Err(Problem::refused("policy-text-length").at_column(key).with("key", key).with("limit", WORDS_MAX))
}
