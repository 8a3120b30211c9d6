//! The accounts of a snapshot with their cover at its date, and the currency each is shown in.

use crate::planning::item_rate;
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::codes::CoverKind;
use obligo_rules::cover::cover_at;
use obligo_rules::money::{Currency, div_round};
use obligo_store::buyer::Buyer;
use obligo_store::cover::CoverRow;
use obligo_store::item::ItemRow;
use std::collections::HashMap;

/// An account with its cover at the date.
#[derive(Clone)]
pub struct Account<'a> {
    /// The account.
    pub buyer: &'a Buyer,
    /// Its cover at the date.
    pub cover: Option<&'a CoverRow>,
    /// The main buyer, if it is co-insured.
    pub main: Option<i64>,
    /// The policy of its cover, or of its main buyer's.
    pub policy: Option<&'a LoadedPolicy>,
}

impl Account<'_> {
    /// Kind of cover at the date.
    #[must_use]
    pub fn kind(&self) -> CoverKind {
        self.cover.map_or(CoverKind::None, |row| row.cover.kind)
    }

    /// Whether a search text is part of its account, name, legal entity or a number, whatever the case.
    #[must_use]
    pub fn is_found_by(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let buyer = self.buyer;
        let numbers = self.cover.map(|row| [&row.risk_number, &row.insurance_no]).into_iter().flatten();
        [&buyer.key.account, &buyer.key.prospect, &buyer.name, &buyer.legal_entity, &buyer.vat_id]
            .into_iter()
            .chain([&buyer.register_no, &buyer.lei])
            .chain(numbers)
            .any(|field| field.to_lowercase().contains(&text))
    }
}

/// The accounts of a snapshot with their covers at its date.
pub struct Accounts<'a> {
    by_id: HashMap<i64, Account<'a>>,
    nobody: Buyer,
    default_currency: Currency,
}

impl<'a> Accounts<'a> {
    /// Reads them from the snapshot.
    #[must_use]
    pub fn of(snapshot: &'a Snapshot) -> Accounts<'a> {
        let by_number: HashMap<u16, &LoadedPolicy> =
            snapshot.policies.values().map(|p| (p.number, p)).collect();
        let policy_of =
            |cover: Option<&CoverRow>| cover?.cover.policy.and_then(|n| by_number.get(&n).copied());
        let account = |buyer: &'a Buyer| {
            let cover = cover_row_at(snapshot, buyer.buyer_id);
            let main = cover.and_then(|row| row.cover.co_insured_under);
            let of_main = main.and_then(|main| policy_of(cover_row_at(snapshot, main)));
            (buyer.buyer_id, Account { buyer, cover, main, policy: policy_of(cover).or(of_main) })
        };
        let currencies: Vec<Currency> = snapshot.policies.values().map(|p| p.policy.currency).collect();
        Accounts {
            by_id: snapshot.buyers.values().map(account).collect(),
            nobody: Buyer::default(),
            default_currency: currencies.first().copied().unwrap_or(Currency::EUR),
        }
    }

    /// The account with this number; one not valid yet at the date is nobody's.
    #[must_use]
    pub fn get(&self, buyer_id: i64) -> Account<'_> {
        let nobody = Account { buyer: &self.nobody, cover: None, main: None, policy: None };
        self.by_id.get(&buyer_id).cloned().unwrap_or(nobody)
    }

    /// The cover of an account at the date.
    #[must_use]
    pub fn cover(&self, snapshot: &'a Snapshot, buyer_id: i64) -> Option<&'a CoverRow> {
        self.by_id.get(&buyer_id).map_or_else(|| cover_row_at(snapshot, buyer_id), |account| account.cover)
    }

    /// The currency of an account's line: its policy's, else its own.
    #[must_use]
    pub fn currency(&self, account: &Account<'_>) -> Currency {
        match account.policy {
            Some(loaded) => loaded.policy.currency,
            None => Currency::parse(&account.buyer.currency).unwrap_or(self.default_currency),
        }
    }

    /// An amount of an item in the currency of its account's line; `None` where no rate is known (R0.7).
    #[must_use]
    pub fn in_line_currency(&self, snapshot: &Snapshot, row: &ItemRow<'_>, minor: i64) -> Option<i64> {
        let account = self.get(row.facts.buyer_id);
        let to = self.currency(&account);
        let from = Currency::parse(row.facts.currency).unwrap_or(to);
        if from == to {
            return Some(minor);
        }
        let rate = match account.policy {
            Some(loaded) => item_rate(snapshot, &loaded.policy, row, &row.state, from),
            None => snapshot.rates.rate(to, from, row.facts.posting_date),
        };
        let (n, d) = rate.ok()?.fraction(from.exponent(), to.exponent());
        div_round(i128::from(minor) * n, d)
    }
}

fn cover_row_at(snapshot: &Snapshot, buyer_id: i64) -> Option<&CoverRow> {
    let rows = snapshot.covers.get(&buyer_id)?;
    let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
    let found = cover_at(&covers, snapshot.as_of.key_date)?;
    rows.iter().find(|row| row.cover == *found)
}
