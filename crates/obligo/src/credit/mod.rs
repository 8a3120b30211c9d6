//! Credit control (R9): who is in the danger zone today, what is done about it, from an exceeded limit to a decision, and whether the next
//! order can be delivered under cover.

mod account;
mod authority;
pub mod collection;
pub mod decisions;
pub mod insured_buyer;
pub mod limit_requests;
pub mod orders;
pub mod payers;
pub mod policy;
mod records;
pub mod reminders;
pub mod timeline;
pub mod work_list;

pub use account::{account_asked, account_id, account_in};
pub use authority::require_decider;
pub use records::RecordsRequest;
