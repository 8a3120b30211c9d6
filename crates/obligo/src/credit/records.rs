//! Which records about buyers under policies a list is asked for.

use obligo_rules::calendar::Day;

/// Which records, as of when.
#[derive(Clone, Debug)]
pub struct RecordsRequest {
    /// Valid at.
    pub as_of: Day,
    /// Known at.
    pub known_at: Option<Day>,
    /// Policy code.
    pub policy: Option<String>,
    /// The account: its number, or whole as `1001/0/D`, `@ENTITY`.
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

    /// Whether records under this policy are asked for.
    #[must_use]
    pub fn is_under(&self, policy: &str) -> bool {
        self.policy.as_deref().is_none_or(|wanted| wanted == policy)
    }

    /// Whether a state is asked for; `counts` says whether it does without one being named.
    #[must_use]
    pub fn is_in(&self, state: &str, counts: bool) -> bool {
        self.state.as_deref().map_or(self.all || counts, |wanted| wanted == state)
    }
}
