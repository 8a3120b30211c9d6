//! The face for browsers.

pub mod charts;
