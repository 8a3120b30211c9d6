//! The work list (R9.2, R9.3, R9.5): selection runs, and the work done on the payers they select. Work belongs to payers and items, never to
//! a run, so that a rerun loses none of it.

mod actions;
mod candidates;
mod desk;
mod follow_up;
mod index;
mod lines;
mod list;
mod notes;
mod run;
mod totals;
mod wording;

pub use actions::{NewAction, PayerAction, action_codes, actions_of, record_actions};
pub use candidates::FollowUps;
pub use desk::{Desk, desk, stopped_items};
pub use follow_up::{ItemDates, ItemDatesChange, item_dates, items_followed_up, set_item_dates};
pub use index::{WorkIndex, WorkIndexKeeper};
pub use lines::{WorkLine, reason_json, value_json};
pub use list::{WorkChoice, WorkList, WorkedLine, last_run, runs, work_list, work_list_with};
pub use notes::{NewNote, PayerNote, add_note, close_note, notes, notes_of};
pub use run::{ManagerRange, MonitorRequest, MonitorRun, monitor, monitor_with_progress};
pub use totals::totals_json;
pub use wording::{criterion_text, reason_text, value_text};
