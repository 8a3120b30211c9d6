//! obligo
