//! The one door for all writes (R0.5): a transaction, who does what and why, an idempotency key, a dry run, and a
//! hash-chained audit entry. No feature changes the ledger on another way.

use crate::chain::{self, Entry};
use crate::db::{Access, Store};
use crate::fault::statement_fault;
use crate::instant::instant;
use crate::tx::Tx;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Who asks for a write, what and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Request<'a> {
    /// Who acts: a user's sign-in name. Not empty.
    pub actor: &'a str,
    /// What is done, noun first: `item-import`, `run-final`. Not empty.
    pub action: &'a str,
    /// Why, in the person's words; may be empty where no reason is asked for.
    pub reason: &'a str,
    /// The sender's key: the same key with the same action and input is done once, however often it is sent. Keys of
    /// several senders must differ.
    pub idempotency_key: Option<&'a str>,
    /// SHA-256 of what was put in, in hexadecimal.
    pub input_hash: &'a str,
    /// When, ISO 8601 in UTC (`2024-05-01T10:20:30Z`), kept in whole seconds. Never runs backwards: before the last
    /// entry's time, the last entry's time is kept.
    pub recorded_at: &'a str,
    /// Does everything but keep it.
    pub dry_run: bool,
}

/// What the work inside the door has done.
#[derive(Clone, PartialEq, Debug)]
pub struct Written {
    payload: Value,
    result: Value,
    record: bool,
}

impl Written {
    /// Something was changed: `payload` says what in the audit entry, `result` is the answer, kept for repetitions.
    #[must_use]
    pub fn new(payload: Value, result: Value) -> Written {
        Written { payload, result, record: true }
    }

    /// Adds a fact to what the audit entry says.
    #[must_use]
    pub fn noting(mut self, name: &str, value: Value) -> Written {
        if let Value::Object(payload) = &mut self.payload {
            payload.insert(name.to_owned(), value);
        }
        self
    }

    /// Whether an entry will be made.
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        self.record
    }

    /// The answer.
    #[must_use]
    pub fn result(&self) -> &Value {
        &self.result
    }

    /// There was nothing to record: whatever was written is rolled back and no entry is made.
    #[must_use]
    pub fn nothing(result: Value) -> Written {
        Written { payload: Value::Null, result, record: false }
    }
}

/// What came of a write.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// The audit entry; empty in a dry run and when there was nothing to record.
    pub entry: Option<i64>,
    /// The answer of the work.
    pub result: Value,
    /// The key was known: the answer is the one given then, nothing was done now.
    pub repeated: bool,
    /// It was a dry run: nothing was kept.
    pub dry_run: bool,
}

impl Store {
    /// Does `work` in one transaction, with the number of the audit entry it will belong to; then writes the entry and
    /// commits. An error of `work`, a panic, a dry run or [`Written::nothing`] leaves the ledger as it was. Writes do not
    /// nest: a write inside `work` would wait for itself.
    ///
    /// Errors: those of `work`; `door-actor-missing`, `store-instant` (usage); `door-key-reused` (forbidden);
    /// `store-locked`, `store-full`, `store-io` (unavailable).
    pub fn write(
        &self,
        request: &Request<'_>,
        work: impl FnOnce(&Tx<'_>, i64) -> Result<Written, Problem>,
    ) -> Result<Outcome, Problem> {
        if request.actor.is_empty() || request.action.is_empty() {
            return Err(Problem::usage("door-actor-missing"));
        }
        let asked_at = instant(request.recorded_at)?;
        let session = self.session(Access::Write)?;
        session.run("BEGIN IMMEDIATE")?;
        let tx = session.tx()?;
        if let Some(known) =
            request.idempotency_key.map(|key| repetition(&tx, request, key)).transpose()?.flatten()
        {
            return Ok(known);
        }
        let (last, last_at, previous_hash) = chain::last(&tx)?;
        let number = last + 1;
        let written = work(&tx, number)?;
        if !tx.is_open() {
            return Err(statement_fault(tx.path(), "the transaction was ended inside the door"));
        }
        if request.dry_run || !written.record {
            return Ok(Outcome {
                entry: None,
                result: written.result,
                repeated: false,
                dry_run: request.dry_run,
            });
        }
        let mut entry = Entry {
            entry: number,
            recorded_at: asked_at.max(last_at),
            actor: request.actor.to_owned(),
            action: request.action.to_owned(),
            reason: request.reason.to_owned(),
            idempotency_key: request.idempotency_key.map(str::to_owned),
            input_hash: request.input_hash.to_owned(),
            payload: written.payload.to_string(),
            result: written.result.to_string(),
            previous_hash,
            hash: String::new(),
        };
        entry.hash = entry.computed_hash();
        entry.insert(&tx)?;
        session.run("COMMIT")?;
        Ok(Outcome { entry: Some(number), result: written.result, repeated: false, dry_run: false })
    }
}

/// The answer already given for a key. Error: `door-key-reused` when it came with another action or input.
fn repetition(tx: &Tx<'_>, request: &Request<'_>, key: &str) -> Result<Option<Outcome>, Problem> {
    let known = tx.one(
        "SELECT entry, action, input_hash, result FROM entry WHERE idempotency_key = $1",
        &[key.into()],
        |row| Ok((row.int(0), row.text(1).to_owned(), row.text(2).to_owned(), row.text(3).to_owned())),
    )?;
    let Some((entry, action, input_hash, result)) = known else { return Ok(None) };
    if action != request.action || input_hash != request.input_hash {
        return Err(Problem::forbidden("door-key-reused").with("key", key).with("entry", entry));
    }
    let result = serde_json::from_str(&result)
        .map_err(|e| statement_fault(tx.path(), format!("the result of entry {entry}: {e}")))?;
    Ok(Some(Outcome { entry: Some(entry), result, repeated: true, dry_run: request.dry_run }))
}
