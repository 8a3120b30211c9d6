//! The thinking of obligo: whether and how far each open item is insured, until when something must be reported,
//! and why. Pure: no clock, no file, no database, no network; everything needed comes as an argument, and the same
//! input gives the same output.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod allocate;
pub mod approval;
pub mod buyer;
pub mod calendar;
mod cap;
pub mod clearing;
pub mod codes;
pub mod country;
pub mod cover;
pub mod credit_limit;
pub mod credit_manager;
pub mod credit_policy;
pub mod criterion;
pub mod deadline;
pub mod declare;
pub mod difference;
pub mod edit;
pub mod evidence;
pub mod excess;
pub mod follow_up_note;
pub mod identifier;
pub mod indemnity;
pub mod invoice_cover;
pub mod item;
pub mod late_interest;
pub mod ledger;
pub mod limit;
pub mod limit_request;
pub mod money;
pub mod nearest;
pub mod notify;
pub mod open_amounts;
pub mod order;
pub mod order_check;
pub mod payer;
pub mod payment_behaviour;
pub mod payment_terms;
pub mod policy;
pub mod policy_exception;
pub mod problem;
pub mod reason;
pub mod recommended_line;
pub mod reminder;
pub mod risk_class;
pub mod selection;
pub mod standing;
pub mod status;
pub mod stop;
