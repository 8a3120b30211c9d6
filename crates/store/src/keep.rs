//! The hatch beside the door: volatile rows that are no part of the ledger – sessions, sign-in attempts, one-time links, saved views.
//! They have no audit entry, and nothing else can be written here.

use crate::db::{Access, Session, Store};
use crate::migrate::VOLATILE_TABLES;
use crate::tx::Tx;
use obligo_rules::problem::Problem;
use std::time::Duration;

impl Store {
    /// Does `work` in one transaction that can write [`VOLATILE_TABLES`] only. An error or a panic leaves everything as it
    /// was. Waits for another write as the door does.
    ///
    /// Errors: those of `work`; `store-statement` for a statement that writes elsewhere; `store-locked`, `store-full`,
    /// `store-io`.
    pub fn keep<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        let session = self.session(Access::Write)?;
        session.run("BEGIN IMMEDIATE")?;
        kept(&session, work)
    }

    /// As [`Store::keep`], unless somebody writes just now: then nothing is done, at once. For what can be written a minute
    /// later as well.
    pub fn keep_if_free<T>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        let session = self.session(Access::Write)?;
        let set_wait = |wait: Duration| session.connection()?.busy_timeout(wait).map_err(|e| self.fault(&e));
        set_wait(Duration::ZERO)?;
        let begun = session.run("BEGIN IMMEDIATE");
        set_wait(self.wait())?;
        match begun {
            Ok(()) => kept(&session, work).map(Some),
            Err(problem) if problem.code == "store-locked" => Ok(None),
            Err(problem) => Err(problem),
        }
    }
}

fn kept<T>(session: &Session<'_>, work: impl FnOnce(&Tx<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
    let done = work(&session.tx()?.limited(VOLATILE_TABLES))?;
    session.run("COMMIT")?;
    Ok(done)
}
