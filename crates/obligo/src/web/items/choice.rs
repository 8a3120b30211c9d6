//! What the query of the list chooses.

use crate::portfolio::{Cover, ItemChoice, ItemOrder, Portfolio};
use crate::serve::Call;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{InsuranceStatus, ItemKind, ReportingStatus};
use obligo_rules::problem::Problem;
use obligo_store::item::item_by_number_start;
use std::collections::BTreeSet;

/// Documents a search by number finds at most.
pub const FOUND_MAX: usize = 1000;

/// How far an item is covered, by its name in addresses.
pub const COVERS: [(Cover, &str); 3] = [(Cover::Full, "full"), (Cover::Part, "part"), (Cover::None, "none")];

/// What the query says, read once for every way to answer it.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The choice by numbers.
    pub choice: ItemChoice,
    /// Beginning of the document number; may be empty.
    pub document: String,
    /// Nothing can fit: an unknown company, policy or account.
    pub is_hopeless: bool,
    /// The search by number found more than [`FOUND_MAX`].
    pub is_cut: bool,
}

/// A point in time other than now, or items that are not open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Then {
    /// Valid at.
    pub as_of: Day,
    /// Known at the end of this day.
    pub known_at: Option<Day>,
    /// Settled items too.
    pub all: bool,
    /// What the next declaration would make of them (R5.5).
    pub projected: bool,
}

impl Then {
    /// What the query asks for; `None` for the open items of today. Error: `query-date`.
    pub fn of(call: &Call) -> Result<Option<Then>, Problem> {
        let then = Then {
            as_of: call.query_day("as_of")?.unwrap_or(call.today()),
            known_at: call.query_day("known_at")?,
            all: call.query("all").is_some(),
            projected: call.query("projected").is_some(),
        };
        let is_now = then.as_of == call.today() && then.known_at.is_none() && !then.all && !then.projected;
        Ok((!is_now).then_some(then))
    }
}

impl Asked {
    /// Reads the query. Error: `query-date`.
    pub fn of(call: &Call, portfolio: &Portfolio) -> Result<Asked, Problem> {
        let mut asked =
            Asked { document: call.query("document").unwrap_or("").to_owned(), ..Asked::default() };
        let choice = &mut asked.choice;
        choice.kinds = codes(call, "kind", ItemKind::parse, ItemKind::code);
        choice.statuses = codes(call, "status", InsuranceStatus::parse, InsuranceStatus::code);
        let reporting = |code: &str| ReportingStatus::parse(if code == "none" { "" } else { code });
        choice.reporting = codes(call, "reporting_status", reporting, ReportingStatus::code);
        let covers: BTreeSet<&str> = call.queries("cover").collect();
        choice.covers =
            COVERS.iter().filter(|(_, name)| covers.contains(name)).map(|(cover, _)| *cover).collect();
        choice.due_before = call.query_day("due_before")?;
        let order = |name: &str| ItemOrder::ALL.iter().find(|(_, n)| *n == name).map(|(order, _)| *order);
        choice.order = call.query("order").and_then(order).unwrap_or_default();
        choice.descending = call.query("descending").is_some();
        asked.choose_companies(call, portfolio);
        asked.choose_policies(call, portfolio);
        asked.choose_accounts(call, portfolio);
        Ok(asked)
    }

    fn choose_companies(&mut self, call: &Call, portfolio: &Portfolio) {
        let wanted: BTreeSet<&str> = call.queries("company").collect();
        if wanted.is_empty() && call.caller.sees_whole_group() {
            return;
        }
        let fits =
            |code: &str| (wanted.is_empty() || wanted.contains(code)) && call.caller.sees_company(code);
        let companies = portfolio.snapshot.companies.iter();
        self.choice.companies = companies.filter(|(_, c)| fits(&c.company)).map(|(id, _)| *id).collect();
        // No company at all must not read as every company.
        self.is_hopeless |= self.choice.companies.is_empty();
    }

    fn choose_policies(&mut self, call: &Call, portfolio: &Portfolio) {
        let wanted: BTreeSet<&str> = call.queries("policy").collect();
        let policies = portfolio.snapshot.policies.iter();
        self.choice.policies =
            policies.filter(|(code, _)| wanted.contains(code.as_str())).map(|(_, p)| p.number).collect();
        self.is_hopeless |= !wanted.is_empty() && self.choice.policies.is_empty();
    }

    /// An account by its key, with what is co-insured under it; else all of its address number; else those whose name holds the words.
    fn choose_accounts(&mut self, call: &Call, portfolio: &Portfolio) {
        let Some(wanted) = call.query("account") else { return };
        let buyers = || portfolio.snapshot.buyers.values();
        let mut found = BTreeSet::new();
        if let Some(id) = portfolio.buyer_id(wanted) {
            found.insert(id);
            found.extend(portfolio.co_insured_of(id));
        } else {
            found.extend(buyers().filter(|b| b.key.account == wanted).map(|b| b.buyer_id));
        }
        if found.is_empty() {
            let words = wanted.to_lowercase();
            found.extend(buyers().filter(|b| b.name.to_lowercase().contains(&words)).map(|b| b.buyer_id));
        }
        self.is_hopeless |= found.is_empty();
        self.choice.buyers = Some(found);
    }

    /// Narrows the choice to the documents whose number begins as asked.
    pub fn search(&mut self, call: &Call, portfolio: &Portfolio) -> Result<(), Problem> {
        if self.document.is_empty() {
            return Ok(());
        }
        let chosen = &self.choice.companies;
        let is_wanted = |id: &&i64| chosen.is_empty() || chosen.contains(*id);
        let companies: Vec<i64> = portfolio.snapshot.companies.keys().filter(is_wanted).copied().collect();
        let mut found: Vec<u32> = Vec::new();
        let mut count = 0;
        call.house.store.read(|tx| {
            for company in companies {
                item_by_number_start(tx, company, &self.document, FOUND_MAX as i64 + 1, |row| {
                    count += 1;
                    found.extend(portfolio.position_of(row.facts.buyer_id, row.item_id));
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        self.is_cut = count > FOUND_MAX;
        found.sort_unstable();
        self.choice.only = Some(found);
        Ok(())
    }
}

/// The codes of a field that there are, each once.
fn codes<T: Copy>(
    call: &Call,
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
    code: impl Fn(T) -> &'static str,
) -> BTreeSet<&'static str> {
    call.queries(name).filter_map(parse).map(code).collect()
}
