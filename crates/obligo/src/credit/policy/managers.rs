//! Credit managers (R9.2): who they are, who is whose senior, and how many buyers each has; the end of one.

use crate::edit::require_reason;
use crate::session::{Precondition, Session, sha256_hex};
use obligo_rules::calendar::Day;
use obligo_rules::credit_manager::{CreditManager, managers_in_range, managers_seen};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{Buyer, buyer_all};
use obligo_store::credit_manager::{credit_manager_all, credit_manager_end};
use obligo_store::user_account::user_key;
use obligo_store::{Tx, Written};
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
        let counts = buyers_of_managers(buyer_all(tx, as_of)?.values());
        managers_with(tx, as_of, &counts)
    })
}

/// How many buyers name which code.
#[must_use]
pub fn buyers_of_managers<'b>(buyers: impl Iterator<Item = &'b Buyer>) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for buyer in buyers.filter(|buyer| !buyer.credit_manager.is_empty()) {
        *counts.entry(&buyer.credit_manager).or_default() += 1;
    }
    counts.into_iter().map(|(code, count)| (code.to_owned(), count)).collect()
}

/// The same, where it is known already how many buyers name which code.
pub fn managers_with(
    tx: &Tx<'_>,
    as_of: AsOf,
    counts: &BTreeMap<String, usize>,
) -> Result<Vec<ManagerLine>, Problem> {
    let registered = credit_manager_all(tx, as_of)?;
    let known: BTreeSet<&str> = registered.iter().map(|manager| manager.code.as_str()).collect();
    let others = counts.keys().filter(|code| !known.contains(code.as_str()));
    let others = others.map(|code| CreditManager { code: code.clone(), ..CreditManager::default() });
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

/// What a credit manager says on a day, as a hash; empty where there is none.
#[must_use]
pub fn version(manager: Option<&CreditManager>) -> String {
    manager.map_or_else(String::new, |manager| {
        let said = [&manager.code, &manager.name, &manager.senior, &manager.user].map(String::as_str);
        sha256_hex(said.join("\u{1f}").as_bytes())[..16].to_owned()
    })
}

/// One that is registered on a day. Error: `credit-manager-not-found`.
pub fn manager(session: &mut Session, day: Day, code: &str) -> Result<CreditManager, Problem> {
    session.read(|tx| find(tx, day, code)?.ok_or_else(|| missing(code)))
}

fn find(tx: &Tx<'_>, day: Day, code: &str) -> Result<Option<CreditManager>, Problem> {
    Ok(credit_manager_all(tx, AsOf::at(day))?.into_iter().find(|manager| manager.code == code))
}

fn missing(code: &str) -> Problem {
    Problem::refused("credit-manager-not-found").with("credit_manager", code)
}

/// Holds as long as the credit manager of this code is on a day the version that was `seen`; a new one has none. Error: `record-changed`.
#[must_use]
pub fn manager_unchanged(day: Day, code: &str, seen: &str) -> Precondition {
    let (code, seen) = (code.to_owned(), seen.to_owned());
    Box::new(move |tx| {
        let is_same = version(find(tx, day, &code)?.as_ref()) == seen;
        if is_same { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    })
}

/// Ends a credit manager: registered for the last time on `last_day` (none: today). Earlier days still show it, buyers that name it keep the
/// code. Errors: `reason-missing`, `credit-manager-not-found`, `credit-manager-juniors`. Role: manager of the whole group.
pub fn end(session: &mut Session, code: &str, last_day: Option<Day>, reason: &str) -> Result<Value, Problem> {
    require_reason(reason)?;
    let last_day = last_day.unwrap_or(session.today());
    let gone_from = last_day.plus_days(1);
    let input = format!("credit-manager-end {code} {last_day} {reason}");
    let outcome = session.write("credit-manager-end", reason.trim(), &input, |tx, entry| {
        let manager = find(tx, last_day, code)?.ok_or_else(|| missing(code))?;
        let mut juniors = BTreeSet::new();
        for day in [gone_from, Day::LAST] {
            let all = credit_manager_all(tx, AsOf::at(day))?.into_iter();
            juniors.extend(all.filter(|junior| junior.senior == code).map(|junior| junior.code));
        }
        if !juniors.is_empty() {
            let juniors = juniors.into_iter().collect::<Vec<_>>().join(", ");
            let problem = Problem::refused("credit-manager-juniors").with("credit_manager", code);
            return Err(problem.with("juniors", juniors));
        }
        credit_manager_end(tx, entry, gone_from, &manager)?;
        let line = json!({ "credit_manager": code, "name": manager.name, "last_day": last_day.to_string() });
        Ok(Written::new(line.clone(), line))
    })?;
    Ok(outcome.result)
}
