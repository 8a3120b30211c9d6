//! Buyers blocked by hand (R9.6). A block stays on record; lifting it ends it.

use crate::as_of::{day_of, day_opt, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// A block as stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BuyerBlockRow {
    /// Number.
    pub block_id: i64,
    /// The payer blocked, with all customers it pays for.
    pub buyer_id: i64,
    /// First day.
    pub blocked_from: Day,
    /// Last day; `None` = until it is lifted.
    pub blocked_until: Option<Day>,
    /// Why.
    pub reason: String,
    /// By whom.
    pub blocked_by: String,
    /// When, an instant in UTC.
    pub blocked_at: String,
    /// How it was lifted, if it was.
    pub lifting: Option<LiftingRow>,
}

/// How a block was lifted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LiftingRow {
    /// First day without it.
    pub on: Day,
    /// By whom.
    pub by: String,
    /// When, an instant in UTC.
    pub at: String,
    /// Why.
    pub reason: String,
}

impl BuyerBlockRow {
    /// Whether the buyer is blocked by it on a day: from its first day to its last, both included, unless lifted by then.
    #[must_use]
    pub fn is_in_force(&self, day: Day) -> bool {
        let is_lifted = self.lifting.as_ref().is_some_and(|lifting| lifting.on <= day);
        self.blocked_from <= day && self.blocked_until.is_none_or(|until| day <= until) && !is_lifted
    }
}

const COLUMNS: &str = "block_id, buyer_id, blocked_from, blocked_until, reason, blocked_by, blocked_at, lifted_on, lifted_by, \
    lifted_at, lifted_reason";

fn block_of(row: &Row<'_>) -> BuyerBlockRow {
    let text = |column| row.text_opt(column).unwrap_or_default().to_owned();
    BuyerBlockRow {
        block_id: row.int(0),
        buyer_id: row.int(1),
        blocked_from: day_of(row.int(2)),
        blocked_until: row.int_opt(3).map(day_of),
        reason: row.text(4).to_owned(),
        blocked_by: row.text(5).to_owned(),
        blocked_at: row.text(6).to_owned(),
        lifting: row.int_opt(7).map(|on| LiftingRow {
            on: day_of(on),
            by: text(8),
            at: text(9),
            reason: text(10),
        }),
    }
}

/// Adds a block and returns its number. `block_id` and `lifting` of the row are not read.
pub fn buyer_block_add(tx: &Tx<'_>, entry: i64, block: &BuyerBlockRow) -> Result<i64, Problem> {
    let id = next_id(tx, "buyer_block", "block_id")?;
    tx.exec(
        "INSERT INTO buyer_block (block_id, buyer_id, blocked_from, blocked_until, reason, blocked_by, blocked_at, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            id.into(),
            block.buyer_id.into(),
            day_param(block.blocked_from),
            day_opt(block.blocked_until),
            (&block.reason).into(),
            (&block.blocked_by).into(),
            (&block.blocked_at).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// Lifts a block that was not lifted before; whether there was one.
pub fn buyer_block_lift(
    tx: &Tx<'_>,
    entry: i64,
    block_id: i64,
    lifting: &LiftingRow,
) -> Result<bool, Problem> {
    let changed = tx.exec(
        "UPDATE buyer_block SET lifted_on = $2, lifted_by = $3, lifted_at = $4, lifted_reason = $5, lifted_entry = $6 \
         WHERE block_id = $1 AND lifted_entry IS NULL",
        &[
            Param::Int(block_id),
            day_param(lifting.on),
            (&lifting.by).into(),
            (&lifting.at).into(),
            (&lifting.reason).into(),
            entry.into(),
        ],
    )?;
    Ok(changed > 0)
}

/// The blocks of a buyer, newest first.
pub fn buyer_block_of(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<BuyerBlockRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS} FROM buyer_block WHERE buyer_id = $1 ORDER BY block_id DESC"),
        &[buyer_id.into()],
        |row| {
            all.push(block_of(row));
            Ok(())
        },
    )?;
    Ok(all)
}

/// Every block, oldest first.
pub fn buyer_block_all(tx: &Tx<'_>) -> Result<Vec<BuyerBlockRow>, Problem> {
    let mut all = Vec::new();
    tx.each(&format!("SELECT {COLUMNS} FROM buyer_block ORDER BY block_id"), &[], |row| {
        all.push(block_of(row));
        Ok(())
    })?;
    Ok(all)
}

/// The buyers blocked on a day, in the order of their numbers.
pub fn buyer_block_in_force(tx: &Tx<'_>, day: Day) -> Result<Vec<i64>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT DISTINCT buyer_id FROM buyer_block WHERE blocked_from <= $1 AND (blocked_until IS NULL OR blocked_until >= $1) \
         AND (lifted_on IS NULL OR lifted_on > $1) ORDER BY buyer_id",
        &[day_param(day)],
        |row| {
            all.push(row.int(0));
            Ok(())
        },
    )?;
    Ok(all)
}
