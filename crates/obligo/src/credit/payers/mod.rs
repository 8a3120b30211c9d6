//! Payers: who pays for whom, credit groups, own limits 1 to 4 and how far they are used (R9.1, R9.2).

mod behaviour;
mod book;
mod history;
mod limits;
mod lists;
mod roll_up;
pub mod standings;
mod tally;

pub use behaviour::{behaviour_of_payers, past_due_before};
pub use book::{GroupStanding, PayerBook};
pub use history::payment_history;
pub use limits::{CompanyOverride, CreditLimitBook};
pub use lists::{
    PayerFilter, PayersRequest, credit_groups, credit_limits, credit_limits_in, group_line, group_use,
    override_use, payer_line, payers, use_lines,
};
pub use roll_up::{Payers, account_named};
pub use standings::{PayerStanding, standing_of, standings, standings_with};
pub(crate) use tally::converted;
pub use tally::{Sums, Tally};
