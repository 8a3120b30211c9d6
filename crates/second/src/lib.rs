//! The second implementation of R2 to R8: slow, plain, and sharing nothing with the product. Tests run the same portfolio
//! through both and compare.
//!
//! It keeps rows as they were recorded and computes everything anew from them at each question. Read it beside the rules:
//! each file is one chapter, each function names its rule.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod allocate;
pub mod csv;
pub mod day;
pub mod deadline;
pub mod declare;
pub mod edit;
pub mod load;
pub mod model;
pub mod money;
pub mod notify;
pub mod policy;
pub mod policy_file;
mod runs;
mod status;
mod stop;
pub mod sum;
pub mod view;
pub mod world;

pub use day::Day;
pub use declare::{DeclareLine, DeclareResult};
pub use edit::Edit;
pub use model::*;
pub use notify::{NotifyLine, NotifyResult, Scope};
pub use policy::{Policy, Term};
pub use view::ItemView;
pub use world::{Refusal, World};
