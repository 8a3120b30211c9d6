//! A file that is the whole ledger of its companies: items gone from it are settled (`--snapshot`).

use super::{FileReport, Import};
use crate::planning::SettledItems;
use obligo_rules::calendar::Day;
use obligo_rules::codes::SettlementMethod;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::item::{ItemFacts, item_each};
use obligo_store::settlement::{Settlement, SettlementWriter};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Documents and companies of a file.
#[derive(Default)]
pub struct Seen {
    companies: HashSet<i64>,
    documents: HashSet<u128>,
}

impl Seen {
    /// Notes a document.
    pub fn note(&mut self, facts: &ItemFacts<'_>) {
        self.companies.insert(facts.company_id);
        self.documents.insert(identity(facts));
    }
}

/// Two independent 64-bit hashes of a document's identity: a clash is out of reach of any ledger.
fn identity(facts: &ItemFacts<'_>) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, facts.company_id, facts.document_no, facts.kind, facts.buyer_id).hash(&mut hasher);
        hasher.finish()
    };
    (u128::from(half(1)) << 64) | u128::from(half(2))
}

/// Settles on `day` what is open and gone from the file, marked as derived.
pub fn settle_gone(
    import: &mut Import<'_, '_, '_>,
    seen: &Seen,
    day: Day,
    report: &mut FileReport,
) -> Result<(), Problem> {
    let settled = SettledItems::load(import.tx, AsOf::at(Day::LAST))?;
    let mut gone: Vec<(i64, i64)> = Vec::new();
    item_each(
        import.tx,
        AsOf::at(day),
        |item, amount, _| settled.open(item, amount) != 0,
        |row| {
            if seen.companies.contains(&row.facts.company_id)
                && !seen.documents.contains(&identity(&row.facts))
            {
                gone.push((row.item_id, settled.open(row.item_id, row.facts.amount).abs()));
            }
            Ok(())
        },
    )?;
    let mut writer = SettlementWriter::new(import.tx, import.entry)?;
    for (item_id, amount) in &gone {
        writer.put(&Settlement {
            item_id: *item_id,
            date: day,
            amount: *amount,
            method: SettlementMethod::Payment,
            reference: "snapshot",
            settlement_no: "",
            occurrence: 1,
            derived: true,
        })?;
    }
    report.changed += gone.len() as u64;
    Ok(())
}
