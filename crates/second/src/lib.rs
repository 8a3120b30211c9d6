//! second
