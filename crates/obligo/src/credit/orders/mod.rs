//! Blocks of buyers, orders, order checks and releases (R9.6, R9.7).

pub mod authority;
pub mod blocks;
pub mod check;
pub mod effect;
pub mod enter;
pub mod figures;
pub mod list;
pub mod record;
pub mod release;
pub mod request;
pub mod wording;
