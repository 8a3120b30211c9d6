//! Collection (R9.8): items after their last reminder, or by decision, are handed over to somebody who collects. The history survives.

mod assign;
mod list;
mod withdraw;

pub use assign::{AssignRequest, assign};
pub use list::{Assignment, assignment, assignments, assignments_in, ready, ready_in};
pub use withdraw::{Ending, WithdrawRequest, withdraw};
