//! Master data coming in: each wrong line is refused with its code and place, each right one is taken once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod cover;
mod desk;
mod facts;
mod who;
