//! Settlements: what reduced an item's open amount, and returns that opened it again.

use crate::as_of::{AsOf, day_of, day_param};
use crate::tx::{Bulk, Param, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::codes::SettlementMethod;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use std::collections::HashMap;

/// A settlement. The amount is positive and moves the item towards zero; a return is negative.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settlement<'a> {
    /// Which item.
    pub item_id: i64,
    /// When.
    pub date: Day,
    /// Minor units of the item's currency.
    pub amount: i64,
    /// How.
    pub method: SettlementMethod,
    /// Reference.
    pub reference: &'a str,
    /// Number in the ledger it comes from; empty = none.
    pub settlement_no: &'a str,
    /// The n-th of its like in the file, for settlements without a number.
    pub occurrence: i64,
    /// Derived from an item's absence in a later snapshot.
    pub derived: bool,
}

/// Adds settlements in bulk.
pub struct SettlementWriter<'c> {
    bulk: Bulk<'c>,
    entry: i64,
}

impl<'c> SettlementWriter<'c> {
    /// A writer for settlements of one import.
    pub fn new(tx: &Tx<'c>, entry: i64) -> Result<SettlementWriter<'c>, Problem> {
        let bulk = tx.bulk(
            "INSERT INTO settlement (item_id, date, amount, method, reference, settlement_no, occurrence, derived, entry) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )?;
        Ok(SettlementWriter { bulk, entry })
    }

    /// Adds one.
    pub fn put(&mut self, s: &Settlement<'_>) -> Result<(), Problem> {
        self.bulk.put(&[
            Param::Int(s.item_id),
            day_param(s.date),
            Param::Int(s.amount),
            Param::Int(s.method as i64),
            Param::Text(s.reference),
            Param::Text(s.settlement_no),
            Param::Int(s.occurrence),
            Param::Int(s.derived.into()),
            Param::Int(self.entry),
        ])?;
        Ok(())
    }
}

/// Visits the settlements of an item, all of them, in order of date.
pub fn settlement_of(tx: &Tx<'_>, item_id: i64, visit: impl FnMut(&Settlement<'_>)) -> Result<(), Problem> {
    settlement_of_at(tx, item_id, AsOf { key_date: Day::LAST, known: i64::MAX }, visit)
}

/// Visits the settlements of an item dated by the key date and known, in order of date.
pub fn settlement_of_at(
    tx: &Tx<'_>,
    item_id: i64,
    as_of: AsOf,
    mut visit: impl FnMut(&Settlement<'_>),
) -> Result<(), Problem> {
    let [key_date, known] = as_of.params();
    tx.each(
        "SELECT item_id, date, amount, method, reference, settlement_no, occurrence, derived FROM settlement \
         WHERE item_id = $1 AND date <= $2 AND entry <= $3 ORDER BY date, settlement_id",
        &[Param::Int(item_id), key_date, known],
        |row| {
            visit(&Settlement {
                item_id: row.int(0),
                date: day_of(row.int(1)),
                amount: row.int(2),
                method: usize::try_from(row.int(3))
                    .ok()
                    .and_then(|n| SettlementMethod::ALL.get(n))
                    .copied()
                    .unwrap_or(SettlementMethod::Payment),
                reference: row.text(4),
                settlement_no: row.text(5),
                occurrence: row.int(6),
                derived: row.int(7) != 0,
            });
            Ok(())
        },
    )
}

/// What was settled of an item before a day, minor units of its currency.
pub fn settlement_sum_before(tx: &Tx<'_>, item_id: i64, day: Day) -> Result<i64, Problem> {
    let sum = tx.one(
        "SELECT coalesce(sum(amount), 0) FROM settlement WHERE item_id = $1 AND date < $2",
        &[Param::Int(item_id), day_param(day)],
        |row| Ok(row.int(0)),
    )?;
    Ok(sum.unwrap_or(0))
}

/// Whether any settlement is recorded.
pub fn settlement_any(tx: &Tx<'_>) -> Result<bool, Problem> {
    Ok(tx.one("SELECT 1 FROM settlement LIMIT 1", &[], |_| Ok(()))?.is_some())
}

/// Visits item, date and amount of the settlements dated by the key date and known, in order of date.
pub fn settlement_each(
    tx: &Tx<'_>,
    as_of: AsOf,
    mut visit: impl FnMut(i64, Day, i64),
) -> Result<(), Problem> {
    let sql = "SELECT item_id, date, amount FROM settlement WHERE date <= $1 AND entry <= $2";
    tx.each(sql, &as_of.params(), |row| {
        visit(row.int(0), day_of(row.int(1)), row.int(2));
        Ok(())
    })
}

/// A payment of a debit item or its return, with what tells how late it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaidPart {
    /// The item.
    pub item_id: i64,
    /// Its account.
    pub buyer_id: i64,
    /// Its net due date as first agreed.
    pub net_due_date: Day,
    /// Its currency.
    pub currency: Currency,
    /// When.
    pub date: Day,
    /// Minor units; negative for a return.
    pub amount: i64,
    /// Payment or return.
    pub method: SettlementMethod,
}

/// Visits the payments of debit items and their returns dated from `from` to the key date and known, in any order.
pub fn settlement_paid_each(
    tx: &Tx<'_>,
    as_of: AsOf,
    from: Day,
    mut visit: impl FnMut(PaidPart),
) -> Result<(), Problem> {
    let [key_date, known] = as_of.params();
    let is_return = SettlementMethod::Return as i64;
    tx.each(
        "SELECT s.item_id, i.buyer_id, i.net_due_date, i.currency, s.date, s.amount, s.method FROM settlement AS s \
         JOIN item AS i ON i.item_id = s.item_id \
         WHERE s.date >= $3 AND s.date <= $1 AND s.entry <= $2 AND s.method IN ($4, $5) AND i.amount > 0",
        &[
            key_date,
            known,
            day_param(from),
            Param::Int(SettlementMethod::Payment as i64),
            Param::Int(is_return),
        ],
        |row| {
            visit(PaidPart {
                item_id: row.int(0),
                buyer_id: row.int(1),
                net_due_date: day_of(row.int(2)),
                currency: Currency::parse(row.text(3)).unwrap_or(Currency::EUR),
                date: day_of(row.int(4)),
                amount: row.int(5),
                method: if row.int(6) == is_return {
                    SettlementMethod::Return
                } else {
                    SettlementMethod::Payment
                },
            });
            Ok(())
        },
    )
}

/// The oldest document date of the receivables that bills settled (R3), by company, account and the bill's document number, which the
/// settlements name as their reference.
pub fn settlement_bill_starts(tx: &Tx<'_>, known: i64) -> Result<HashMap<(i64, i64, String), Day>, Problem> {
    let mut starts = HashMap::new();
    tx.each(
        "SELECT i.company_id, i.buyer_id, s.reference, min(i.document_date) FROM settlement AS s \
         JOIN item AS i ON i.item_id = s.item_id WHERE s.method = $1 AND s.reference <> '' AND s.entry <= $2 \
         GROUP BY i.company_id, i.buyer_id, s.reference",
        &[Param::Int(SettlementMethod::Bill as i64), Param::Int(known)],
        |row| {
            starts.insert((row.int(0), row.int(1), row.text(2).to_owned()), day_of(row.int(3)));
            Ok(())
        },
    )?;
    Ok(starts)
}

/// Visits item, date, amount and number of the settlements of a company that have a number, all of them, in recorded order.
pub fn settlement_numbered_each(
    tx: &Tx<'_>,
    company_id: i64,
    mut visit: impl FnMut(i64, Day, i64, &str),
) -> Result<(), Problem> {
    tx.each(
        "SELECT s.item_id, s.date, s.amount, s.settlement_no FROM settlement AS s JOIN item AS i ON i.item_id = s.item_id \
         WHERE s.settlement_no <> '' AND i.company_id = $1 ORDER BY s.settlement_id",
        &[Param::Int(company_id)],
        |row| {
            visit(row.int(0), day_of(row.int(1)), row.int(2), row.text(3));
            Ok(())
        },
    )
}
