//! obligo: the use cases, and the faces that only translate. The thinking is in `obligo_rules`, the files in `obligo_formats`, the
//! ledger on disk in `obligo_store`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod access;
pub mod api;
pub mod buyer_reasons;
pub mod buyer_timeline;
pub mod buyer_trail;
pub mod buyers;
pub mod calendar_feed;
pub mod close_day;
pub mod co_insured;
pub mod deadlines;
pub mod declaration;
pub mod demo;
pub mod duty;
pub mod edit;
pub mod event;
pub mod explain;
pub mod frozen;
pub mod import;
pub mod import_map;
pub mod item_events;
pub mod items;
pub mod late_facts;
pub mod limits;
pub mod messages;
pub mod notification;
pub mod offers;
pub mod one_row;
pub mod planning;
pub mod policies;
pub mod portfolio;
pub mod reasons;
pub mod reexamine;
pub mod run_comparison;
pub mod runs;
pub mod serve;
pub mod session;
pub mod settled;
pub mod snapshot;
pub mod verify;
pub mod web;
pub mod webhooks;
pub mod words;
