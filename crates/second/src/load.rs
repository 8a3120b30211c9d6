//! A scenario folder into a [`World`].

use crate::csv::{Row, Table};
use crate::day::Day;
use crate::model::{
    AccountKey, Buyer, Company, Cover, CoverKind, Event, Evidence, EvidenceKind, Item, ItemKey, ItemKind,
    Limit, Settlement,
};
use crate::money::{Ratio, exponent, parse_amount};
use crate::policy_file::read_policy;
use crate::world::World;
use std::path::Path;

impl World {
    /// Loads the files of a scenario folder, in the order in which they need each other. The error names file, row and
    /// column.
    pub fn load(folder: &Path) -> Result<World, String> {
        let mut world = World::default();
        let mut files: Vec<_> = match std::fs::read_dir(folder.join("policies")) {
            Ok(entries) => entries.filter_map(Result::ok).map(|e| e.path()).collect(),
            Err(_) => Vec::new(),
        };
        files.sort();
        for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "toml")) {
            let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
            world.put_policy(read_policy(&text).map_err(|e| format!("{}: {e}", file.display()))?);
        }
        for kind in
            ["companies", "buyers", "covers", "limits", "evidence", "rates", "items", "settlements", "events"]
        {
            let file = folder.join(format!("{kind}.csv"));
            if file.exists() {
                let text = std::fs::read_to_string(&file).map_err(|e| format!("{kind}.csv: {e}"))?;
                world.import(kind, &text).map_err(|e| format!("{kind}.csv: {e}"))?;
            }
        }
        Ok(world)
    }

    /// Adds the rows of one file of a kind; nothing is added if a row is bad.
    pub fn import(&mut self, kind: &str, text: &str) -> Result<(), String> {
        let table = Table::read(text);
        match kind {
            "companies" => self.add_companies(read(&table, company)?),
            "buyers" => self.add_buyers(read(&table, buyer)?),
            "covers" => self.add_covers(read(&table, |r| self.cover(r))?),
            "limits" => self.add_limits(read(&table, |r| self.limit(r))?),
            "evidence" => self.add_evidence(read(&table, |r| self.evidence_row(r))?),
            "rates" => {
                for row in table.rows() {
                    let (day, rate) = (row.need("date", Day::parse)?, row.need("rate", Ratio::parse)?);
                    self.rates.add(day, row.get("base"), row.get("currency"), rate);
                }
            }
            "items" => self.add_items(read(&table, |r| self.item(r))?),
            "settlements" => {
                let rows = read(&table, |r| self.settlement(r))?;
                self.add_settlements(rows)
                    .map_err(|row| format!("no item {} {}", row.company, row.document_no))?;
            }
            "events" => self.add_events(read(&table, |r| self.event(r))?),
            _ => {}
        }
        Ok(())
    }

    /// R1.4: fills in branch and account type where exactly one exists.
    fn account(&self, row: &Row) -> Result<AccountKey, String> {
        let key = AccountKey {
            account: row.get("account").to_owned(),
            branch: row.get("branch").to_owned(),
            account_type: row.get("account_type").to_owned(),
        };
        self.resolve(&key).ok_or_else(|| row.bad("account"))
    }

    fn resolve(&self, key: &AccountKey) -> Option<AccountKey> {
        let mut fits = self.buyers.keys().filter(|k| {
            k.account == key.account
                && (key.branch.is_empty() || k.branch == key.branch)
                && (key.account_type.is_empty() || k.account_type == key.account_type)
        });
        let first = fits.next();
        match (first, fits.next()) {
            (Some(only), None) => Some(only.clone()),
            (None, None) if key.account.starts_with('@') => {
                // A prospect whose account exists by now.
                let real = |b: &&Buyer| b.legal_entity == key.account[1..] && !b.key.account.starts_with('@');
                self.buyers.values().find(real).map(|b| b.key.clone())
            }
            _ => None,
        }
    }

    fn policy_decimals(&self, policy: &str) -> u32 {
        exponent(self.policies.get(policy).map_or("", |p| p.currency.as_str()))
    }

    fn cover(&self, row: &Row) -> Result<Cover, String> {
        let decimals = self.policy_decimals(row.get("policy"));
        let kind = |text: &str| match text {
            "named" => Some(CoverKind::Named),
            "unnamed" => Some(CoverKind::Unnamed),
            "co_insured" => Some(CoverKind::CoInsured),
            "none" => Some(CoverKind::None),
            _ => None,
        };
        let main = |text: &str| {
            let mut parts = text.split('/').map(str::to_owned);
            let key = AccountKey {
                account: parts.next()?,
                branch: parts.next().unwrap_or_default(),
                account_type: parts.next().unwrap_or_default(),
            };
            self.resolve(&key)
        };
        Ok(Cover {
            key: self.account(row)?,
            policy: row.get("policy").to_owned(),
            kind: row.need("kind", kind)?,
            valid_from: row.need("valid_from", Day::parse)?,
            valid_until: row.day("valid_until")?,
            co_insured_under: row.read("co_insured_under", main)?,
            declined_on: row.day("declined_on")?,
            recommended_limit: row.read("recommended_limit", |t| parse_amount(t, decimals))?,
            recommended_from: row.day("recommended_from")?,
        })
    }

    fn limit(&self, row: &Row) -> Result<Limit, String> {
        let currency = row.get("currency").to_owned();
        let decimals =
            if currency.is_empty() { self.policy_decimals(row.get("policy")) } else { exponent(&currency) };
        Ok(Limit {
            policy: row.get("policy").to_owned(),
            key: self.account(row)?,
            valid_from: row.day("valid_from")?,
            valid_until: row.day("valid_until")?,
            amount: row.read("amount", |t| parse_amount(t, decimals))?,
            currency,
            response: row.number("response")?,
            conditions_met: row.flag("conditions_met")?,
            max_term_months: row.number("max_term_months")?,
            max_term_months_value_dated: row.number("max_term_months_value_dated")?,
            max_term_months_bills: row.number("max_term_months_bills")?,
        })
    }

    fn evidence_row(&self, row: &Row) -> Result<Evidence, String> {
        let kind = |text: &str| match text {
            "agency_report" => Some(EvidenceKind::AgencyReport),
            "bank_reference" => Some(EvidenceKind::BankReference),
            "payment_experience" => Some(EvidenceKind::PaymentExperience),
            _ => None,
        };
        Ok(Evidence {
            key: self.account(row)?,
            kind: row.need("kind", kind)?,
            date: row.need("date", Day::parse)?,
            positive: row.flag("positive")?,
            category: row.number("category")?,
            valid_until: row.day("valid_until")?,
            renewed_by: None,
        })
    }

    fn item(&self, row: &Row) -> Result<Item, String> {
        let account = self.account(row)?;
        let company = row.get("company").to_owned();
        let house = self.companies.iter().find(|c| c.company == company).map(|c| c.currency.clone());
        let currency = match row.get("currency") {
            "" => house.ok_or_else(|| row.bad("currency"))?,
            given => given.to_owned(),
        };
        let decimals = exponent(&currency);
        let amount = row.need("amount", |t| parse_amount(t, decimals))?;
        let document_date = row.need("document_date", Day::parse)?;
        let mut terms = row.get("payment_terms").to_owned();
        if terms.is_empty() {
            terms = self.buyers.get(&account).map(|b| b.payment_terms.clone()).unwrap_or_default();
        }
        let net_due_date = match row.day("net_due_date")? {
            Some(day) => day,
            None => document_date.plus_days(days_of_terms(&terms).ok_or_else(|| row.bad("net_due_date"))?),
        };
        let origin = |text: &str| {
            let mut parts = text.split('/');
            let (company, number) = (parts.next()?.to_owned(), parts.next()?.to_owned());
            Some((company, number, ItemKind::parse(parts.next()?)?))
        };
        Ok(Item {
            key: ItemKey {
                company,
                document_no: row.get("document_no").to_owned(),
                kind: row.need("kind", ItemKind::parse)?,
                account,
            },
            document_date,
            posting_date: row.day("posting_date")?.unwrap_or(document_date),
            net_due_date,
            value_date: row.day("value_date")?,
            receivable_start: row.day("receivable_start")?,
            currency,
            amount,
            net_amount: row.read("net_amount", |t| parse_amount(t, decimals))?.unwrap_or(amount),
            payment_terms: terms,
            secured: row.flag("secured")?,
            disputed: row.flag("disputed")?,
            origin: row.read("origin", origin)?,
            rate: row.read("rate", Ratio::parse)?,
        })
    }

    fn settlement(&self, row: &Row) -> Result<Settlement, String> {
        let (company, document_no) = (row.get("company"), row.get("document_no"));
        let kind = row.need("kind", ItemKind::parse)?;
        let account = if row.get("account").is_empty() { None } else { Some(self.account(row)?) };
        let item = self.item_of(company, document_no, kind, account.as_ref());
        let decimals = item.map_or(2, |i| exponent(&self.items[i].currency));
        Ok(Settlement {
            company: company.to_owned(),
            document_no: document_no.to_owned(),
            kind,
            account,
            date: row.need("date", Day::parse)?,
            amount: row.need("amount", |t| parse_amount(t, decimals))?,
            method: row.get("method").to_owned(),
            reference: row.get("reference").to_owned(),
        })
    }

    fn event(&self, row: &Row) -> Result<Event, String> {
        Ok(Event {
            account: if row.get("account").is_empty() { None } else { Some(self.account(row)?) },
            company: row.get("company").to_owned(),
            document_no: row.get("document_no").to_owned(),
            kind: row.read("kind", ItemKind::parse)?,
            event: row.get("event").to_owned(),
            date: row.need("date", Day::parse)?,
        })
    }
}

fn read<T>(table: &Table, one: impl Fn(&Row) -> Result<T, String>) -> Result<Vec<T>, String> {
    table.rows().map(|row| one(&row)).collect()
}

fn company(row: &Row) -> Result<Company, String> {
    Ok(Company {
        company: row.get("company").to_owned(),
        currency: row.get("currency").to_owned(),
        insured_group: row.get("insured_group").to_owned(),
        master: row.flag("master")?,
        secured_terms: row.get("secured_terms").split_whitespace().map(str::to_owned).collect(),
    })
}

fn buyer(row: &Row) -> Result<Buyer, String> {
    let or = |text: &str, default: &str| if text.is_empty() { default.to_owned() } else { text.to_owned() };
    let account = row.need("account", |t| Some(t.to_owned()))?;
    // A prospect has neither branch nor account type.
    let prospect = account.starts_with('@');
    Ok(Buyer {
        key: AccountKey {
            account,
            branch: if prospect { String::new() } else { or(row.get("branch"), "0") },
            account_type: row.get("account_type").to_owned(),
        },
        country: row.get("country").to_owned(),
        category: row.get("category").to_owned(),
        legal_entity: row.get("legal_entity").to_owned(),
        payment_terms: row.get("payment_terms").to_owned(),
    })
}

/// The first number in the payment terms, as days: `30`, `30 days net`, `N30`.
fn days_of_terms(terms: &str) -> Option<i32> {
    let from = terms.find(|c: char| c.is_ascii_digit())?;
    let digits: String = terms[from..].chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}
