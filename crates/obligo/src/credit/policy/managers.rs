//! Credit managers (R9.2): who they are, who is whose senior, and how many buyers each has.

use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::credit_manager::{CreditManager, managers_in_range, managers_seen};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::buyer_all;
use obligo_store::credit_manager::credit_manager_all;
use obligo_store::user_account::user_key;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A credit manager as a list shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ManagerLine {
    /// Code, name, senior, user.
    pub manager: CreditManager,
    /// Whether it was recorded; otherwise only buyers name it.
    pub is_registered: bool,
    /// Buyers that name it.
    pub buyers: usize,
    /// Buyers it sees: its own and those of all juniors.
    pub buyers_seen: usize,
}

impl ManagerLine {
    /// The line of the list and the API.
    #[must_use]
    pub fn json(&self) -> Value {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        json!({
            "credit_manager": self.manager.code,
            "name": self.manager.name,
            "senior": filled(&self.manager.senior),
            "user": filled(&self.manager.user),
            "registered": self.is_registered,
            "buyers": self.buyers,
            "buyers_seen": self.buyers_seen,
        })
    }
}

/// All credit managers at a point in time by code, those included that only buyers name. Role: viewer.
pub fn managers(session: &mut Session, as_of: AsOf) -> Result<Vec<ManagerLine>, Problem> {
    session.read(|tx| {
        let named = buyer_all(tx, as_of)?;
        lines_of(tx, as_of, named.values().map(|buyer| buyer.credit_manager.as_str()))
    })
}

/// The same, where the codes that buyers name are known already, one for each buyer.
pub fn lines_of<'b>(
    tx: &Tx<'_>,
    as_of: AsOf,
    named: impl Iterator<Item = &'b str>,
) -> Result<Vec<ManagerLine>, Problem> {
    let registered = credit_manager_all(tx, as_of)?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for code in named.filter(|code| !code.is_empty()) {
        *counts.entry(code).or_default() += 1;
    }
    let known: BTreeSet<&str> = registered.iter().map(|manager| manager.code.as_str()).collect();
    let others = counts.keys().filter(|code| !known.contains(**code));
    let others = others.map(|code| CreditManager { code: (*code).to_owned(), ..CreditManager::default() });
    let mut all: Vec<CreditManager> = registered.iter().cloned().chain(others).collect();
    all.sort_by(|a, b| a.code.cmp(&b.code));
    let buyers = |code: &str| counts.get(code).copied().unwrap_or(0);
    let line = |manager: CreditManager| ManagerLine {
        is_registered: known.contains(manager.code.as_str()),
        buyers: buyers(&manager.code),
        buyers_seen: managers_seen(&registered, &manager.code).iter().map(|code| buyers(code)).sum(),
        manager,
    };
    Ok(all.into_iter().map(line).collect())
}

/// The codes of a range such as `KM1..KM5` with all juniors of those in it; an empty end is open, one code alone is itself. `codes` are
/// those that buyers name. For the selection run (R9.2).
pub fn range(
    tx: &Tx<'_>,
    as_of: AsOf,
    codes: &BTreeSet<String>,
    range: &str,
) -> Result<BTreeSet<String>, Problem> {
    let registered = credit_manager_all(tx, as_of)?;
    let (from, to) = range.split_once("..").map_or((range, range), |(from, to)| (from.trim(), to.trim()));
    Ok(managers_in_range(&registered, codes, from, to))
}

/// The codes whose buyers a signed-in user sees as a credit manager: those of its code and of all juniors; `None` for somebody who is no
/// credit manager.
pub fn codes_of_user(tx: &Tx<'_>, day: Day, user: &str) -> Result<Option<BTreeSet<String>>, Problem> {
    let registered = credit_manager_all(tx, AsOf::at(day))?;
    let own: Vec<&CreditManager> = registered
        .iter()
        .filter(|manager| !manager.user.is_empty() && user_key(&manager.user) == user_key(user))
        .collect();
    if own.is_empty() {
        return Ok(None);
    }
    Ok(Some(own.iter().flat_map(|manager| managers_seen(&registered, &manager.code)).collect()))
}
