//! The schema and how an older store reaches it: every step not yet taken, in one transaction.

use crate::fault::{fault, statement_fault};
use obligo_rules::problem::Problem;
use rusqlite::Connection;

/// Marks a file as an obligo store in its header ("oblg").
pub(crate) const APPLICATION_ID: i64 = 0x6F62_6C67;

/// The steps in order. A released step is never edited; a change of the schema is a new step.
const STEPS: &[Step] = &[
    Step { version: 1, name: "start", sql: include_str!("schema/0001_start.sql") },
    Step { version: 2, name: "people", sql: include_str!("schema/0002_people.sql") },
    Step { version: 3, name: "webhooks", sql: include_str!("schema/0003_webhooks.sql") },
    Step { version: 4, name: "postal addresses", sql: include_str!("schema/0004_postal_addresses.sql") },
    Step { version: 5, name: "sent", sql: include_str!("schema/0005_sent.sql") },
    Step { version: 6, name: "credit policy", sql: include_str!("schema/0006_credit_policy.sql") },
    Step { version: 7, name: "payers", sql: include_str!("schema/0007_payers.sql") },
    Step { version: 8, name: "work list", sql: include_str!("schema/0008_work_list.sql") },
    Step { version: 9, name: "decisions", sql: include_str!("schema/0009_decisions.sql") },
    Step { version: 10, name: "order checks", sql: include_str!("schema/0010_orders.sql") },
    Step { version: 11, name: "reminders", sql: include_str!("schema/0011_reminders.sql") },
];

struct Step {
    version: i64,
    name: &'static str,
    sql: &'static str,
}

/// Tables whose rows name the audit entry that recorded them (R0.5).
pub const TABLES_WITH_ENTRY: &[&str] = &[
    "entry",
    "company_version",
    "insurer_version",
    "policy_version",
    "buyer_version",
    "cover",
    "limit_decision",
    "evidence",
    "rate",
    "item",
    "settlement",
    "event",
    "orders",
    "order_state",
    "order_check",
    "buyer_block",
    "day_close",
    "run",
    "change",
    "user_account",
    "api_token",
    "setting",
    "proposal",
    "note",
    "webhook",
    "layout",
    "dispatch",
    "dispatch_file",
    "excess_decision",
    "monitor_run",
    "payer_action",
    "item_follow_up",
    "follow_up_note",
    "follow_up_note_end",
    "interest_rate",
    "reminder",
    "reminder_item",
    "collection_assignment",
    "collection_state",
    "credit_policy_version",
    "credit_manager_version",
    "policy_exception",
    "credit_limit",
    "credit_group",
    "credit_group_member",
    "limit_request_letter",
];

/// The few tables beside the [`VOLATILE_TABLES`] whose rows name no entry: bare identities, whose versions do, the lines of a run
/// or a note, which themselves do, and the schema's own steps.
pub const TABLES_WITHOUT_ENTRY: &[&str] =
    &["company", "policy", "buyer", "run_line", "monitor_line", "follow_up_note_item", "migration"];

/// Tables that [`crate::Store::keep`] may write: who is signed in, what makes a page comfortable, what still has to be told
/// to others. Losing their rows loses nothing of the ledger.
pub const VOLATILE_TABLES: &[&str] = &[
    "session",
    "sign_in_attempt",
    "sign_in_flow",
    "one_time_link",
    "api_token_use",
    "saved_view",
    "webhook_delivery",
    "webhook_fact",
];

/// What a database is, before anything in it is touched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Nature {
    /// No table at all.
    Empty,
    /// An obligo store with this schema version.
    Store(i64),
}

/// The schema version this program writes.
pub(crate) fn version_of_program() -> i64 {
    STEPS.iter().map(|step| step.version).max().unwrap_or(0)
}

/// What the database is. Errors: `store-not-a-store`, `store-too-new`, `store-damaged`, and those of reading it.
pub(crate) fn nature(connection: &Connection, path: &str) -> Result<Nature, Problem> {
    let number =
        |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(|e| fault(path, &e));
    let id = number("PRAGMA application_id")?;
    if id != APPLICATION_ID {
        if id == 0 && number("SELECT COUNT(*) FROM sqlite_master")? == 0 {
            return Ok(Nature::Empty);
        }
        return Err(Problem::unavailable("store-not-a-store")
            .with("path", path)
            .with("why", "other-program"));
    }
    if number("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'")? == 0 {
        return Err(Problem::unavailable("store-damaged").with("path", path).with("why", "no-versions"));
    }
    let version = number("SELECT COALESCE(MAX(version), 0) FROM migration")?;
    if version > version_of_program() {
        return Err(Problem::unavailable("store-too-new")
            .with("path", path)
            .with("store", version)
            .with("program", version_of_program()));
    }
    Ok(Nature::Store(version))
}

/// Brings the database to the program's schema; nothing happens when it is there.
pub(crate) fn migrate(connection: &Connection, path: &str) -> Result<(), Problem> {
    if nature(connection, path)? == Nature::Store(version_of_program()) {
        return Ok(());
    }
    let run = |sql: &str| connection.execute_batch(sql).map_err(|e| fault(path, &e));
    run("BEGIN IMMEDIATE")?;
    let done = take_steps(connection, path).and_then(|()| run("COMMIT"));
    if done.is_err() && !connection.is_autocommit() {
        run("ROLLBACK")?;
    }
    done
}

fn take_steps(connection: &Connection, path: &str) -> Result<(), Problem> {
    let run = |sql: &str| connection.execute_batch(sql).map_err(|e| fault(path, &e));
    // Asked again under the lock: another process may have taken the steps meanwhile.
    let from = match nature(connection, path)? {
        Nature::Store(version) => version,
        Nature::Empty => {
            run(&format!(
                "PRAGMA application_id = {APPLICATION_ID};
                 CREATE TABLE migration (version BIGINT PRIMARY KEY, name TEXT NOT NULL);"
            ))?;
            0
        }
    };
    for step in STEPS.iter().filter(|step| step.version > from) {
        connection.execute_batch(step.sql).map_err(|e| {
            statement_fault(path, format!("schema step {:04}_{}: {e}", step.version, step.name))
        })?;
        connection
            .execute("INSERT INTO migration (version, name) VALUES ($1, $2)", (step.version, step.name))
            .map_err(|e| fault(path, &e))?;
    }
    Ok(())
}
