//! The thinking of obligo: whether and how far each open item is insured, until when something must be reported,
//! and why. Pure: no clock, no file, no database, no network; everything needed comes as an argument, and the same
//! input gives the same output.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod calendar;
pub mod money;
pub mod problem;
