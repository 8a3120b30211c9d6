//! The letters that limit requests were sent with (R2.1): only ever added.

use crate::tx::Tx;
use obligo_rules::problem::Problem;

/// Notes that a dispatch told the insurer of a request; once is enough.
pub fn limit_request_letter_add(
    tx: &Tx<'_>,
    entry: i64,
    limit_id: i64,
    dispatch_id: i64,
) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO limit_request_letter (limit_id, dispatch_id, entry) SELECT $1, $2, $3 \
         WHERE NOT EXISTS (SELECT 1 FROM limit_request_letter WHERE limit_id = $1 AND dispatch_id = $2)",
        &[limit_id.into(), dispatch_id.into(), entry.into()],
    )?;
    Ok(())
}

/// Requests with the dispatches that told of them, in the order these left.
pub fn limit_request_letters(tx: &Tx<'_>, known: i64) -> Result<Vec<(i64, i64)>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT limit_id, dispatch_id FROM limit_request_letter WHERE entry <= $1 ORDER BY dispatch_id, limit_id",
        &[known.into()],
        |row| {
            all.push((row.int(0), row.int(1)));
            Ok(())
        },
    )?;
    Ok(all)
}
