//! Covers (R1.5 to R1.7) with the numbers at the insurer (R1.10).

use crate::as_of::{AsOf, day_of};
use crate::tx::{Param, Row, Tx};
use crate::version::{Recorded, known_by_buyer, version_put};
use obligo_rules::calendar::Day;
use obligo_rules::codes::CoverKind;
use obligo_rules::cover::Cover;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// A cover with what the rules do not need.
#[derive(Clone, PartialEq, Debug)]
pub struct CoverRow {
    /// Whose.
    pub buyer_id: i64,
    /// What the rules see.
    pub cover: Cover,
    /// The insurer's number of the buyer.
    pub risk_number: String,
    /// Why the buyer is not insured.
    pub reason: String,
    /// Number of this insurance (R1.10).
    pub insurance_no: String,
    /// User-defined status (R1.10).
    pub user_status: String,
}

/// Records a cover; one of the same first day replaces it.
pub fn cover_put(tx: &Tx<'_>, entry: i64, row: &CoverRow) -> Result<Recorded, Problem> {
    let cover = &row.cover;
    // A cover of the same first day is the version to compare with, an earlier one is another cover.
    let known = tx.one(
        "SELECT count(*) FROM cover WHERE buyer_id = $1 AND valid_from = $2 AND replaced_entry IS NULL",
        &[Param::Int(row.buyer_id), Param::Int(cover.valid_from.epoch_days().into())],
        |row| Ok(row.int(0) > 0),
    )?;
    let values = [
        ("policy_id", cover.policy.map(i64::from).into()),
        ("kind", cover.kind.code().into()),
        ("valid_until", cover.valid_until.into()),
        ("risk_number", row.risk_number.as_str().into()),
        ("co_insured_under", cover.co_insured_under.into()),
        ("declined_on", cover.declined_on.into()),
        ("recommended_limit", cover.recommended_limit.into()),
        ("recommended_from", cover.recommended_from.into()),
        ("reason", row.reason.as_str().into()),
        ("insurance_no", row.insurance_no.as_str().into()),
        ("user_status", row.user_status.as_str().into()),
    ];
    if known == Some(true) {
        return version_put(
            tx,
            entry,
            "cover",
            &[("buyer_id", row.buyer_id.into())],
            cover.valid_from,
            &values,
        );
    }
    let values: Vec<_> = values.into_iter().chain([("valid_from", cover.valid_from.into())]).collect();
    crate::version::insert_row(tx, "cover", entry, &[("buyer_id", row.buyer_id.into())], &values)?;
    Ok(Recorded::New)
}

/// All covers known, by buyer, in recorded order; those that begin after the key date included.
pub fn cover_all(tx: &Tx<'_>, known: i64) -> Result<BTreeMap<i64, Vec<CoverRow>>, Problem> {
    known_by_buyer(tx, "cover", COLUMNS, "buyer_id, valid_from, entry", known, |row| Some(cover_of_row(row)))
}

const COLUMNS: &str = "buyer_id, policy_id, kind, valid_from, valid_until, risk_number, co_insured_under, declined_on, \
    recommended_limit, recommended_from, reason, insurance_no, user_status";

fn cover_of_row(row: &Row<'_>) -> CoverRow {
    CoverRow {
        buyer_id: row.int(0),
        cover: Cover {
            policy: row.int_opt(1).and_then(|id| u16::try_from(id).ok()),
            kind: CoverKind::parse(row.text(2)).unwrap_or(CoverKind::None),
            valid_from: day_of(row.int(3)),
            valid_until: row.int_opt(4).map(day_of),
            co_insured_under: row.int_opt(6),
            declined_on: row.int_opt(7).map(day_of),
            recommended_limit: row.int_opt(8),
            recommended_from: row.int_opt(9).map(day_of),
        },
        risk_number: row.text(5).to_owned(),
        reason: row.text(10).to_owned(),
        insurance_no: row.text(11).to_owned(),
        user_status: row.text(12).to_owned(),
    }
}

/// The covers of one buyer with their audit entries, replaced ones too, in recorded order (R0.5).
pub fn cover_versions(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<(i64, CoverRow)>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS}, entry FROM cover WHERE buyer_id = $1 ORDER BY entry, valid_from"),
        &[Param::Int(buyer_id)],
        |row| {
            all.push((row.int(13), cover_of_row(row)));
            Ok(())
        },
    )?;
    Ok(all)
}

/// The covers of one buyer that stand now.
pub fn cover_of(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<CoverRow>, Problem> {
    Ok(cover_all(tx, AsOf::NOW)?.remove(&buyer_id).unwrap_or_default())
}

/// First day of the calendar, for facts without a beginning.
#[must_use]
pub fn always() -> Day {
    Day::LAST.plus_days(i32::MIN)
}
