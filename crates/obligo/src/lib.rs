//! obligo: the use cases, and the faces that only translate. The thinking is in `obligo_rules`, the files in `obligo_formats`, the
//! ledger on disk in `obligo_store`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod close_day;
pub mod declaration;
pub mod edit;
pub mod event;
pub mod frozen;
pub mod import;
pub mod items;
pub mod late_facts;
pub mod notification;
pub mod planning;
pub mod policies;
pub mod reexamine;
pub mod session;
pub mod snapshot;
pub mod verify;
