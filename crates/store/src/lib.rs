//! The ledger on disk: schema, migrations, the one door for all writes, the hash-chained audit entries, backup and
//! restore. Callers pass SQL with `$1, $2 …` and never see the engine, so that another one can stand behind the same
//! calls.
//!
//! | file | what it holds |
//! |---|---|
//! | `db` | opening a store by its URL, reading one consistent snapshot |
//! | `tx` | statements inside a transaction: [`Param`], [`Row`], [`Tx`], [`Bulk`] |
//! | `door` | [`Store::write`], the only way to change anything (R0.5) |
//! | `keep` | [`Store::keep`], for the few volatile tables beside the ledger |
//! | `chain` | reading and verifying the audit entries, *known at* (R0.4) |
//! | `backup` | consistent copies while in use, and restoring them |
//! | `migrate` | `schema/NNNN_name.sql`, run in one transaction |
//! | `fault` | the engine's errors as problems a person can act on |
// The one error of the workspace is a record of facts; it is rare, so its size costs nothing.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod api_token;
pub mod as_of;
mod backup;
pub mod buyer;
pub mod buyer_block;
mod chain;
pub mod change;
pub mod collection;
pub mod company;
pub mod cover;
pub mod credit_group;
pub mod credit_limit;
pub mod credit_manager;
pub mod credit_policy;
mod db;
pub mod dispatch;
mod door;
pub mod event;
pub mod evidence;
pub mod excess_decision;
mod fault;
pub mod follow_up_note;
mod instant;
pub mod insurer;
pub mod interest_rate;
pub mod item;
pub mod item_follow_up;
mod keep;
pub mod layout;
pub mod limit;
pub mod limit_request_letter;
mod migrate;
pub mod monitor_line;
pub mod monitor_run;
pub mod note;
pub mod one_time_link;
pub mod order;
pub mod order_check;
pub mod order_state;
pub mod payer_action;
pub mod policy;
pub mod policy_exception;
pub mod proposal;
pub mod rate;
pub mod reminder;
pub mod run;
pub mod saved_view;
pub mod session;
pub mod setting;
pub mod settlement;
pub mod sign_in_attempt;
pub mod sign_in_flow;
pub mod state;
mod tx;
pub mod user_account;
pub mod version;
pub mod webhook;
pub mod webhook_delivery;
pub mod webhook_fact;

pub use backup::{Progress, backup, restore};
pub use chain::{
    ChainReport, Entry, EntryFilter, entries, entries_above, entry_actions_each, entry_known_at, entry_last,
    verify_chain,
};
pub use db::{Open, Store};
pub use door::{Outcome, Request, Written};
pub use migrate::{TABLES_WITH_ENTRY, TABLES_WITHOUT_ENTRY, VOLATILE_TABLES};
pub use tx::{Bulk, Param, Row, Tx};
