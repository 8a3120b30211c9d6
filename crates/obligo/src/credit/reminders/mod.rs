//! Reminders and late interest (R9.8): letters are proposed, edited and sent; what was sent stays.

mod answers;
mod draft;
mod edit;
pub mod interest;
mod ledger;
pub mod levels;
mod list;
mod propose;
mod send;
pub mod terms;

pub use draft::{Draft, DraftItem, Pricing};
pub use edit::{EditRequest, LANGUAGES, edit, reminder_unchanged, version, wrong_level};
pub use ledger::{DunningLedger, OpenItem, Party, item_at};
pub use list::{Listed, ReminderFilter, STATES, Shown, list, list_in, show, show_in};
pub use propose::{ProposeRequest, propose};
pub use send::{SendRequest, SendWay, send};
