//! What is known while an import runs, looked up by code.

use crate::credit::payers::account_named;
use obligo_formats::policy_file;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{AccountKey, Buyer, buyer_all, buyer_keys};
use obligo_store::company::{Company, company_all};
use obligo_store::policy::policy_all;
use obligo_store::run::{RunRow, run_all};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A policy as a record names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KnownPolicy {
    /// The store's number.
    pub number: u16,
    /// Its currency.
    pub currency: Currency,
}

/// Companies, policies, buyers and final runs as known now.
pub struct Book {
    /// Companies by code.
    pub companies: HashMap<String, Company>,
    /// Policies by code.
    pub policies: BTreeMap<String, KnownPolicy>,
    /// Buyers by number, as they stand now.
    pub buyers: BTreeMap<i64, Buyer>,
    /// Numbers by account key.
    pub keys: BTreeMap<AccountKey, i64>,
    /// Accounts by address number: branch, account type, number.
    accounts: HashMap<String, Vec<(String, String, i64)>>,
    /// Final runs.
    pub runs: Vec<RunRow>,
    /// Key date of the last standing final run of any policy.
    pub last_final: Option<Day>,
    only: Option<BTreeSet<String>>,
}

impl Book {
    /// Loads what is known.
    pub fn load(tx: &Tx<'_>) -> Result<Book, Problem> {
        let runs = run_all(tx)?;
        let last_final = runs.iter().filter(|r| r.reversed_entry.is_none()).map(|r| r.key_date).max();
        let mut book = Book {
            companies: HashMap::new(),
            policies: BTreeMap::new(),
            buyers: BTreeMap::new(),
            keys: BTreeMap::new(),
            accounts: HashMap::new(),
            runs,
            last_final,
            only: None,
        };
        book.refresh(tx, "companies")?;
        book.refresh(tx, "policies")?;
        book.refresh(tx, "buyers")?;
        Ok(book)
    }

    /// Looks again after a file of this kind.
    pub fn refresh(&mut self, tx: &Tx<'_>, kind: &str) -> Result<(), Problem> {
        let now = AsOf::at(Day::LAST);
        if kind == "companies" {
            self.companies = company_all(tx, now)?.into_values().map(|c| (c.company.clone(), c)).collect();
        }
        if kind == "policies" {
            self.policies.clear();
            for (code, text) in policy_all(tx, now)? {
                if let Ok(file) = policy_file::parse(&code, &text.terms) {
                    let currency = file.policy.currency;
                    self.policies.insert(code, KnownPolicy { number: text.policy_id, currency });
                }
            }
        }
        if kind == "buyers" {
            self.buyers = buyer_all(tx, now)?;
            self.keys = buyer_keys(tx)?;
            self.accounts.clear();
            for (key, id) in self.keys.iter().filter(|(key, _)| key.prospect.is_empty()) {
                let entry = (key.branch.clone(), key.account_type.clone(), *id);
                self.accounts.entry(key.account.clone()).or_default().push(entry);
            }
        }
        Ok(())
    }

    /// The same, for somebody who may write the documents of these companies only.
    #[must_use]
    pub fn only(self, companies: Option<BTreeSet<String>>) -> Book {
        Book { only: companies, ..self }
    }

    /// The company with this code. Errors: `company-not-found`; `company-not-yours` where the documents of others are not to be written.
    pub fn company(&self, record: &Record<'_>, column: usize) -> Result<&Company, Problem> {
        let code = record.required(column)?;
        self.company_of(code)
            .map_err(|problem| Problem { facts: problem.facts, ..record.problem(column, problem.code) })
    }

    /// The same by its code.
    pub fn company_of(&self, code: &str) -> Result<&Company, Problem> {
        if !self.is_yours(code) {
            return Err(Problem::refused("company-not-yours").with("company", code));
        }
        self.companies.get(code).ok_or_else(|| Problem::refused("company-not-found").with("company", code))
    }

    /// Whether the documents of this company may be written.
    #[must_use]
    pub fn is_yours(&self, code: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(code))
    }

    /// The policy with this code; an unknown one is refused, naming those that exist.
    pub fn policy(&self, record: &Record<'_>, column: usize) -> Result<KnownPolicy, Problem> {
        let code = record.required(column)?;
        self.policies.get(code).copied().ok_or_else(|| {
            let known = known_codes(self.policies.keys());
            record.problem(column, "policy-not-found").with("policy", code).with("known", known)
        })
    }

    /// The house currency of the policyholder: of the master, else of the first company (R1.1).
    #[must_use]
    pub fn house_currency(&self) -> Option<Currency> {
        let first = self.companies.values().min_by_key(|c| (!c.master, c.company_id))?;
        Currency::parse(&first.currency)
    }

    /// Branch, account type and number of the accounts with this address number.
    #[must_use]
    pub fn accounts_of(&self, number: &str) -> &[(String, String, i64)] {
        self.accounts.get(number).map_or(&[][..], Vec::as_slice)
    }

    /// Notes a buyer as it stands after a record; a prospect that became an account loses its old key.
    pub fn note_buyer(&mut self, buyer: Buyer) {
        if let Some(before) = self.buyers.get(&buyer.buyer_id)
            && before.key != buyer.key
        {
            self.keys.remove(&before.key);
        }
        let (key, id) = (&buyer.key, buyer.buyer_id);
        if self.keys.insert(key.clone(), id).is_none() && key.prospect.is_empty() {
            let entry = (key.branch.clone(), key.account_type.clone(), id);
            self.accounts.entry(key.account.clone()).or_default().push(entry);
        }
        self.buyers.insert(id, buyer);
    }

    /// The buyer a record names by address number, branch and account type (R1.4): left-out parts are filled in where there is one choice.
    pub fn buyer(
        &self,
        record: &Record<'_>,
        account: usize,
        branch: usize,
        account_type: usize,
    ) -> Result<i64, Problem> {
        let number = record.required(account)?;
        self.account(number, record.text(branch), record.text(account_type)).map_err(|problem| {
            let placed = record.problem(account, problem.code);
            Problem { facts: problem.facts, ..placed }
        })
    }

    /// The buyer with this address number, branch and account type; see [`Book::buyer`]. `@NAME` is a prospect (R1.9).
    pub fn account(&self, number: &str, branch: &str, account_type: &str) -> Result<i64, Problem> {
        if let Some(prospect) = number.strip_prefix('@') {
            let of_entity = AccountKey { prospect: prospect.to_owned(), ..AccountKey::default() };
            return self.keys.get(&of_entity).copied().map_or_else(|| self.became(prospect), Ok);
        }
        let all = self.accounts_of(number);
        let fits = |entry: &&(String, String, i64)| {
            (branch.is_empty() || entry.0 == branch) && (account_type.is_empty() || entry.1 == account_type)
        };
        let mut choices = all.iter().filter(fits);
        match (choices.next(), choices.next()) {
            (Some((_, _, id)), None) => Ok(*id),
            (None, _) => {
                let named = [number, branch, account_type].join("/");
                Err(Problem::refused("account-not-found").with("account", named.trim_end_matches('/')))
            }
            (Some(_), Some(_)) => {
                let choices: Vec<String> =
                    all.iter().filter(fits).map(|(b, t, _)| format!("{number}/{b}/{t}")).collect();
                Err(Problem::refused("account-ambiguous")
                    .with("account", number)
                    .with("choices", choices.join(", ")))
            }
        }
    }

    /// The buyer with this name, its account with parts left out where there is one choice, or `@NAME` or the bare name of a prospect. Errors:
    /// `account-not-found`, `account-ambiguous`, `prospect-not-found`.
    pub fn account_named(&self, name: &str) -> Result<i64, Problem> {
        let name = name.trim();
        if name.starts_with('@') {
            return self.account(name, "", "");
        }
        let [number, branch, account_type] = account_named(name);
        self.account(number, branch, account_type).or_else(|problem| {
            let prospect = AccountKey { prospect: name.to_owned(), ..AccountKey::default() };
            self.keys.get(&prospect).filter(|_| !name.is_empty()).copied().ok_or(problem)
        })
    }

    /// A prospect that has its account by now.
    fn became(&self, prospect: &str) -> Result<i64, Problem> {
        let mut of_entity = self.buyers.values().filter(|b| b.legal_entity == prospect);
        match of_entity.next() {
            Some(buyer) => Ok(buyer.buyer_id),
            None => Err(Problem::refused("prospect-not-found").with("legal_entity", prospect)),
        }
    }

    /// Whether any final run stands: only then can a fact be late (R8.6).
    #[must_use]
    pub fn has_final_runs(&self) -> bool {
        self.last_final.is_some()
    }
}

/// Codes for a message; `none` where there are none.
pub fn known_codes<'a>(codes: impl Iterator<Item = &'a String>) -> String {
    let codes: Vec<&str> = codes.map(String::as_str).collect();
    if codes.is_empty() { "none".to_owned() } else { codes.join(", ") }
}
