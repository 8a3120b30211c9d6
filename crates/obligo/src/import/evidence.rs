//! Evidence on unnamed buyers (R2.3, R2.4).

use super::checks::{last_day, not_negative, whole_number};
use super::{FileReport, Import, Progress};
use crate::late_facts::LateFact;
use obligo_formats::schema::evidence as column;
use obligo_formats::table::Record;
use obligo_rules::codes::EvidenceKind;
use obligo_rules::evidence::Evidence;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::evidence::{EvidenceRow, evidence_add};
use std::path::Path;

/// A policy has at most three categories of payment experience (R2.4).
const CATEGORIES_MAX: u16 = 3;

/// Imports a file of evidence.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let row = read(import, record)?;
        let (buyer_id, date) = (row.buyer_id, row.evidence.date);
        if !evidence_add(import.tx, import.entry, &row)? {
            report.same += 1;
            return Ok(());
        }
        report.new += 1;
        if import.book.last_final.is_some_and(|last| date <= last) {
            import.late.push(LateFact { buyer_id, policy_id: None, date, what: "evidence" });
        }
        Ok(())
    })
}

fn read(import: &Import<'_, '_, '_>, record: &Record<'_>) -> Result<EvidenceRow, Problem> {
    let buyer_id = import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?;
    let kind = record.need(column::KIND, record.one_of(column::KIND)?.and_then(EvidenceKind::parse))?;
    let date = record.required_day(column::DATE)?;
    let positive = record.boolean(column::POSITIVE)?;
    let category = whole_number(record, column::CATEGORY, &(1..=CATEGORIES_MAX))?;
    // Bad experience has no category to be in.
    if kind == EvidenceKind::PaymentExperience && positive {
        record.need(column::CATEGORY, category)?;
    }
    let of_buyer = import.book.buyers.get(&buyer_id).and_then(|b| Currency::parse(&b.currency));
    let currency = of_buyer.or_else(|| import.book.house_currency()).unwrap_or(Currency::EUR);
    Ok(EvidenceRow {
        buyer_id,
        evidence: Evidence {
            kind,
            date,
            positive,
            category: category.map(|c| c as u8),
            valid_until: last_day(record, column::VALID_UNTIL, date)?,
        },
        amount: not_negative(record, column::AMOUNT, currency)?,
        source: record.text(column::SOURCE).to_owned(),
        run: None,
    })
}
