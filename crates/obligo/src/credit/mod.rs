//! Credit control (R9): from an exceeded limit to a decision.

pub mod orders;
