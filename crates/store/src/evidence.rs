//! Evidence on unnamed buyers (R2.3, R2.4).

use crate::as_of::{day_of, day_opt, day_param};
use crate::tx::{Param, Row, Tx};
use crate::version::known_by_buyer;
use obligo_rules::codes::EvidenceKind;
use obligo_rules::evidence::Evidence;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// A piece of evidence with what the rules do not need.
#[derive(Clone, PartialEq, Debug)]
pub struct EvidenceRow {
    /// On whom.
    pub buyer_id: i64,
    /// What the rules see.
    pub evidence: Evidence,
    /// Amount it names, minor units of the buyer's currency; information only.
    pub amount: Option<i64>,
    /// Who gave it.
    pub source: String,
    /// The declaration run that renewed it, if one did (R2.4).
    pub run: Option<i64>,
}

/// Records a piece of evidence unless it is on record just so; says whether it was new.
pub fn evidence_add(tx: &Tx<'_>, entry: i64, row: &EvidenceRow) -> Result<bool, Problem> {
    let e = &row.evidence;
    let params = [
        Param::Int(row.buyer_id),
        Param::Text(e.kind.code()),
        day_param(e.date),
        Param::Int(e.positive.into()),
        row.amount.into(),
        e.category.map_or(Param::Null, |c| Param::Int(c.into())),
        day_opt(e.valid_until),
        Param::Text(&row.source),
    ];
    let known = tx.one(
        "SELECT count(*) FROM evidence WHERE buyer_id = $1 AND kind = $2 AND date = $3 AND positive = $4 \
         AND coalesce(amount, -1) = coalesce($5, -1) AND coalesce(category, -1) = coalesce($6, -1) \
         AND coalesce(valid_until, -9999999) = coalesce($7, -9999999) AND source = $8 AND replaced_entry IS NULL",
        &params,
        |row| Ok(row.int(0) > 0),
    )?;
    if known == Some(true) {
        return Ok(false);
    }
    let mut all = params.to_vec();
    all.extend([row.run.into(), Param::Int(entry)]);
    tx.exec(
        "INSERT INTO evidence (buyer_id, kind, date, positive, amount, category, valid_until, source, run, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &all,
    )?;
    Ok(true)
}

/// Takes back what a run renewed, when the run is reversed (R8.4).
pub fn evidence_take_back(tx: &Tx<'_>, entry: i64, run: i64) -> Result<usize, Problem> {
    tx.exec(
        "UPDATE evidence SET replaced_entry = $1 WHERE run = $2 AND replaced_entry IS NULL",
        &[Param::Int(entry), Param::Int(run)],
    )
}

/// All evidence known, by buyer, in recorded order.
pub fn evidence_all(tx: &Tx<'_>, known: i64) -> Result<BTreeMap<i64, Vec<EvidenceRow>>, Problem> {
    known_by_buyer(tx, "evidence", COLUMNS, "buyer_id, entry, date", known, evidence_of_row)
}

const COLUMNS: &str = "buyer_id, kind, date, positive, amount, category, valid_until, source, run";

fn evidence_of_row(row: &Row<'_>) -> Option<EvidenceRow> {
    Some(EvidenceRow {
        buyer_id: row.int(0),
        evidence: Evidence {
            kind: EvidenceKind::parse(row.text(1))?,
            date: day_of(row.int(2)),
            positive: row.int(3) != 0,
            category: row.int_opt(5).and_then(|c| u8::try_from(c).ok()),
            valid_until: row.int_opt(6).map(day_of),
        },
        amount: row.int_opt(4),
        source: row.text(7).to_owned(),
        run: row.int_opt(8),
    })
}

/// The evidence on one buyer with its audit entries, in recorded order, also what a reversed run took back.
pub fn evidence_of_buyer(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<(i64, EvidenceRow)>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS}, entry FROM evidence WHERE buyer_id = $1 ORDER BY entry, date"),
        &[Param::Int(buyer_id)],
        |row| {
            all.extend(evidence_of_row(row).map(|evidence| (row.int(9), evidence)));
            Ok(())
        },
    )?;
    Ok(all)
}
