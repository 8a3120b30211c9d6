//! The records of the API: those of the interchange contract, value by value.

mod accounts;
mod house;
mod imports;
mod items;
mod policies;

use super::operation::{Field, Kind, field};

pub use accounts::{BUYER, COVER, EVIDENCE, LIMIT};
pub use house::{DELIVERY, DONE, ENTRY, NOTE, PROPOSAL, SETTINGS, TOKEN, USER, WEBHOOK};
pub use imports::IMPORTED;
pub use items::{DUTY, EXPLANATION, ITEM, ITEM_FIELDS};
pub use policies::{CHECK, COMPANY, INSURER, POLICY, RUN, RUN_DONE};

/// The address number of an account.
pub const ACCOUNT: Field = field("account", Kind::Text, "Address number.");
/// Its branch.
pub const BRANCH: Field = field("branch", Kind::Text, "Branch.");
/// Its type.
pub const ACCOUNT_TYPE: Field = field("account_type", Kind::Text, "Account type.");
/// A name.
pub const NAME: Field = field("name", Kind::Text, "Name.");
/// The legal entity it belongs to.
pub const LEGAL_ENTITY: Field = field("legal_entity", Kind::Text, "Legal entity.");
