//! What the store knows of a company's documents when a ledger is imported, small enough to hold for all of them.

use crate::planning::SettledItems;
use obligo_rules::calendar::Day;
use obligo_rules::codes::ItemKind;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::item::item_each;
use obligo_store::settlement::settlement_numbered_each;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A document on record.
#[derive(Clone, Copy, Debug)]
pub struct KnownItem {
    /// The store's number.
    pub item_id: i64,
    /// Whose.
    pub buyer_id: i64,
    /// What it is.
    pub kind: ItemKind,
    /// Its number, hashed.
    pub number: u64,
    /// Posting date.
    pub posted: Day,
    /// Net due date.
    pub due: Day,
    /// Minor units, debit positive.
    pub amount: i64,
    /// Its currency.
    pub currency: Currency,
}

/// A numbered settlement on record.
#[derive(Clone, Copy, Debug)]
pub struct KnownSettlement {
    /// Of which item.
    pub item_id: i64,
    /// The number of what settled it, without the ending of later corrections, hashed.
    pub root: u64,
    /// When.
    pub date: Day,
    /// Minor units; negative for returns.
    pub amount: i64,
}

/// A company's documents and what settled them.
pub struct Known {
    /// By [`document_key`].
    pub items: HashMap<u64, KnownItem>,
    /// Those with a number.
    pub settlements: Vec<KnownSettlement>,
    /// What was settled in all.
    pub settled: SettledItems,
}

/// A text as a number that is never 0; other texts have other numbers as far as any ledger goes.
#[must_use]
pub fn hashed(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish().max(1)
}

/// A document's identity in its company.
#[must_use]
pub fn document_key(buyer_id: i64, kind: ItemKind, number: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (buyer_id, kind, number).hash(&mut hasher);
    hasher.finish()
}

/// The n-th correction of a settlement is numbered `ROOT #n`.
#[must_use]
pub fn root_of(settlement_no: &str) -> &str {
    match settlement_no.rsplit_once(" #") {
        Some((root, n)) if !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) => root,
        _ => settlement_no,
    }
}

impl Known {
    /// Loads what is known of a company.
    pub fn load(tx: &Tx<'_>, company_id: i64) -> Result<Known, Problem> {
        let mut items = HashMap::new();
        item_each(
            tx,
            AsOf::at(Day::LAST),
            |_, _, _| true,
            |row| {
                let facts = &row.facts;
                if facts.company_id == company_id {
                    let number = hashed(facts.document_no);
                    let known = KnownItem {
                        item_id: row.item_id,
                        buyer_id: facts.buyer_id,
                        kind: facts.kind,
                        number,
                        posted: facts.posting_date,
                        due: facts.net_due_date,
                        amount: facts.amount,
                        currency: Currency::parse(facts.currency).unwrap_or(Currency::EUR),
                    };
                    items.insert(document_key(facts.buyer_id, facts.kind, number), known);
                }
                Ok(())
            },
        )?;
        let mut settlements = Vec::new();
        settlement_numbered_each(tx, company_id, |item_id, date, amount, number| {
            settlements.push(KnownSettlement { item_id, root: hashed(root_of(number)), date, amount });
        })?;
        let settled = SettledItems::load(tx, AsOf::at(Day::LAST))?;
        Ok(Known { items, settlements, settled })
    }

    /// The document on record with this identity.
    #[must_use]
    pub fn find(&self, buyer_id: i64, kind: ItemKind, number: u64) -> Option<&KnownItem> {
        self.items.get(&document_key(buyer_id, kind, number))
    }

    /// What is open of a document, minor units, debit positive.
    #[must_use]
    pub fn open(&self, item: &KnownItem) -> i64 {
        self.settled.open(item.item_id, item.amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_of_a_settlement_keep_its_root() {
        for (number, root) in [
            ("2026/BQ/002", "2026/BQ/002"),
            ("2026/BQ/002 #2", "2026/BQ/002"),
            ("A #x", "A #x"),
            ("A #", "A #"),
            ("", ""),
        ] {
            assert_eq!(root_of(number), root, "{number}");
        }
        assert_ne!(hashed(""), 0);
    }
}
