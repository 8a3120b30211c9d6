//! Who does what in which store, and when: the frame around every use case.

use crate::access::proposals::Approval;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::{Open, Outcome, Request, Store, Tx, Written, entry_known_at};
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;

/// What must still hold when a write begins: that nobody changed the record since it was read.
pub type Precondition = Box<dyn FnOnce(&Tx<'_>) -> Result<(), Problem> + Send>;

/// An open store with the person or program that acts on it.
pub struct Session {
    /// The store.
    pub store: Arc<Store>,
    /// Who acts.
    pub actor: String,
    /// When, ISO 8601 in UTC.
    pub now: String,
    /// Repeating a command under the same key does it once.
    pub idempotency_key: Option<String>,
    /// Check and show, write nothing.
    pub dry_run: bool,
    /// Checked inside the next write, before its work; its error refuses the write.
    pub precondition: Option<Precondition>,
    /// The proposal that the next write carries out.
    pub(crate) approval: Option<Approval>,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("actor", &self.actor).field("now", &self.now).finish_non_exhaustive()
    }
}

impl Session {
    /// Opens the store for writing commands, creating it on first use, or for reading ones.
    pub fn open(url: &str, mode: Open, actor: String, now: String) -> Result<Session, Problem> {
        Ok(Session::over(Arc::new(Store::open(url, mode)?), actor, now))
    }

    /// Somebody's session over a store that is open already.
    #[must_use]
    pub fn over(store: Arc<Store>, actor: String, now: String) -> Session {
        Session {
            store,
            actor,
            now,
            idempotency_key: None,
            dry_run: false,
            precondition: None,
            approval: None,
        }
    }

    /// Today, in UTC.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.get(..10).and_then(Day::parse_iso).unwrap_or(Day::LAST)
    }

    /// Writes through the door. `input` identifies what was asked, for the idempotency key.
    pub fn write<F>(&mut self, action: &str, reason: &str, input: &str, work: F) -> Result<Outcome, Problem>
    where
        F: FnOnce(&Tx<'_>, i64) -> Result<Written, Problem>,
    {
        let request = Request {
            actor: &self.actor,
            action,
            reason,
            idempotency_key: self.idempotency_key.as_deref(),
            input_hash: &sha256_hex(input.as_bytes()),
            recorded_at: &self.now,
            dry_run: self.dry_run,
        };
        let (precondition, approval) = (self.precondition.take(), self.approval.take());
        self.store.write(&request, |tx, entry| {
            precondition.map_or(Ok(()), |holds| holds(tx))?;
            let written = work(tx, entry)?;
            match approval {
                Some(approval) if written.is_recorded() => {
                    approval.settle(tx, entry, &self.actor, &self.now, written)
                }
                _ => Ok(written),
            }
        })
    }

    /// Reads one consistent snapshot.
    pub fn read<T>(&mut self, work: impl FnOnce(&Tx<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        self.store.read(work)
    }
}

/// The point in time of a list: valid at `as_of`, known at the end of `known_at`, or now.
pub fn point_in_time(tx: &Tx<'_>, as_of: Day, known_at: Option<Day>) -> Result<AsOf, Problem> {
    let known = match known_at {
        Some(day) => entry_known_at(tx, &format!("{day}T23:59:59.999Z"))?,
        None => AsOf::NOW,
    };
    Ok(AsOf { key_date: as_of, known })
}

/// SHA-256 as hexadecimal digits.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Hexadecimal digits of a digest.
#[must_use]
pub fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(digest.len() * 2), |mut text, byte| {
        use std::fmt::Write as _;
        let _ = write!(text, "{byte:02x}");
        text
    })
}
