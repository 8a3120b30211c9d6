//! Blocks of buyers, orders, order checks and releases (R9.6, R9.7).

pub mod blocks;
pub mod record;
