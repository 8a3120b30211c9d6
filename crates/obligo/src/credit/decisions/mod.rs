//! The decision on an exceeded insurance limit (R9.4): block the buyer, request more of the insurer, or accept the excess until a day. What
//! is accepted stays uninsured: it changes no item, only what credit control and the order check compare with.

mod authority;
mod decide;
mod list;
mod submit;

pub use authority::{may_accept_alone, require_alone, require_approver};
pub use decide::{Decide, DecideRequest, Seen, decide, payload_of, seen_at};
pub use list::{accepted_excesses, decisions, decisions_in};
pub use submit::submit_decision;
