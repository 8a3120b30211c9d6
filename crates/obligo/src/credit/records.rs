//! Which records about buyers under policies a list is asked for.

use obligo_rules::calendar::Day;
use obligo_store::buyer::AccountKey;

/// Which records, as of when.
#[derive(Clone, Debug)]
pub struct RecordsRequest {
    /// Valid at.
    pub as_of: Day,
    /// Known at.
    pub known_at: Option<Day>,
    /// Policy code.
    pub policy: Option<String>,
    /// Address number, or the legal entity of a prospect.
    pub account: Option<String>,
    /// Only those in this state.
    pub state: Option<String>,
    /// Also those that no longer count.
    pub all: bool,
}

impl RecordsRequest {
    /// What counts on a day.
    #[must_use]
    pub fn at(as_of: Day) -> RecordsRequest {
        RecordsRequest { as_of, known_at: None, policy: None, account: None, state: None, all: false }
    }

    /// Whether a record of this account under this policy is asked for, whatever its state.
    #[must_use]
    pub fn is_of(&self, key: &AccountKey, policy: &str) -> bool {
        let account = if key.prospect.is_empty() { &key.account } else { &key.prospect };
        let is = |wanted: &Option<String>, value: &str| wanted.as_deref().is_none_or(|w| w == value);
        is(&self.policy, policy) && is(&self.account, account)
    }

    /// Whether a state is asked for; `counts` says whether it does without one being named.
    #[must_use]
    pub fn is_in(&self, state: &str, counts: bool) -> bool {
        self.state.as_deref().map_or(self.all || counts, |wanted| wanted == state)
    }
}
