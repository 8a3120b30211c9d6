//! Decisions on exceeded insurance limits (R9.4): only ever added.

use crate::as_of::{day_of, day_opt, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::excess::{ExcessDecision, ExcessDecisionKind};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

/// A decision as stored. Amounts in minor units of `currency`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExcessDecisionRow {
    /// Whose limit.
    pub buyer_id: i64,
    /// Under which policy.
    pub policy_id: u16,
    /// What the rules see.
    pub decision: ExcessDecision,
    /// The policy's currency.
    pub currency: Currency,
    /// Exposure when it was decided.
    pub exposure: Option<i64>,
    /// Insured sum when it was decided.
    pub insured_sum: Option<i64>,
    /// Why.
    pub reason: String,
    /// A document, such as the minutes it stands in.
    pub reference: String,
    /// Who proposed it; empty where the one who decided did it alone.
    pub proposed_by: String,
    /// Who decided.
    pub decided_by: String,
    /// The limit request that was made with it.
    pub limit_id: Option<i64>,
}

/// A decision with its recording.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExcessDecisionRecorded {
    /// The decision.
    pub row: ExcessDecisionRow,
    /// Audit entry.
    pub entry: i64,
    /// Instant, UTC.
    pub recorded_at: String,
}

const COLUMNS: &str = "d.decision_id, d.buyer_id, d.policy_id, d.kind, d.amount, d.currency, d.valid_from, d.valid_until, d.exposure, \
    d.insured_sum, d.reason, d.reference, d.proposed_by, d.decided_by, d.limit_id, d.entry, e.recorded_at";

fn of_row(row: &Row<'_>) -> ExcessDecisionRecorded {
    ExcessDecisionRecorded {
        row: ExcessDecisionRow {
            buyer_id: row.int(1),
            policy_id: u16::try_from(row.int(2)).unwrap_or(0),
            decision: ExcessDecision {
                id: row.int(0),
                // An unknown kind of a later program must not let anything count.
                kind: ExcessDecisionKind::parse(row.text(3)).unwrap_or(ExcessDecisionKind::Withdraw),
                amount: row.int_opt(4),
                from: day_of(row.int(6)),
                until: row.int_opt(7).map(day_of),
            },
            currency: Currency::parse(row.text(5)).unwrap_or(Currency::EUR),
            exposure: row.int_opt(8),
            insured_sum: row.int_opt(9),
            reason: row.text(10).to_owned(),
            reference: row.text(11).to_owned(),
            proposed_by: row.text(12).to_owned(),
            decided_by: row.text(13).to_owned(),
            limit_id: row.int_opt(14),
        },
        entry: row.int(15),
        recorded_at: row.text(16).to_owned(),
    }
}

/// Adds a decision and returns its number, which is given here.
pub fn excess_decision_add(tx: &Tx<'_>, entry: i64, row: &ExcessDecisionRow) -> Result<i64, Problem> {
    let id = next_id(tx, "excess_decision", "decision_id")?;
    let d = &row.decision;
    tx.exec(
        "INSERT INTO excess_decision (decision_id, buyer_id, policy_id, kind, amount, currency, valid_from, valid_until, exposure, \
         insured_sum, reason, reference, proposed_by, decided_by, limit_id, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        &[
            id.into(),
            row.buyer_id.into(),
            Param::Int(row.policy_id.into()),
            Param::Text(d.kind.code()),
            d.amount.into(),
            Param::Text(row.currency.code()),
            day_param(d.from),
            day_opt(d.until),
            row.exposure.into(),
            row.insured_sum.into(),
            (&row.reason).into(),
            (&row.reference).into(),
            (&row.proposed_by).into(),
            (&row.decided_by).into(),
            row.limit_id.into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// Every decision known, in recorded order.
pub fn excess_decision_all(tx: &Tx<'_>, known: i64) -> Result<Vec<ExcessDecisionRecorded>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!(
            "SELECT {COLUMNS} FROM excess_decision AS d JOIN entry AS e ON e.entry = d.entry WHERE d.entry <= $1 \
             ORDER BY d.decision_id"
        ),
        &[known.into()],
        |row| {
            all.push(of_row(row));
            Ok(())
        },
    )?;
    Ok(all)
}

/// The decisions of a buyer, in recorded order.
pub fn excess_decision_of_buyer(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<ExcessDecisionRecorded>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!(
            "SELECT {COLUMNS} FROM excess_decision AS d JOIN entry AS e ON e.entry = d.entry WHERE d.buyer_id = $1 \
             ORDER BY d.decision_id"
        ),
        &[buyer_id.into()],
        |row| {
            all.push(of_row(row));
            Ok(())
        },
    )?;
    Ok(all)
}
