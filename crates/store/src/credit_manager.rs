//! Credit managers and their seniors (R9.2).

use crate::as_of::{AsOf, day_param};
use crate::tx::{Param, Tx};
use crate::version::{Recorded, version_each, version_put};
use obligo_rules::calendar::Day;
use obligo_rules::credit_manager::CreditManager;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// Records a credit manager from `valid_from` on.
pub fn credit_manager_put(
    tx: &Tx<'_>,
    entry: i64,
    valid_from: Day,
    manager: &CreditManager,
) -> Result<Recorded, Problem> {
    put(tx, entry, valid_from, manager, false)
}

/// Ends a credit manager: from `gone_from` on there is none of this code, whatever was planned for later.
pub fn credit_manager_end(
    tx: &Tx<'_>,
    entry: i64,
    gone_from: Day,
    manager: &CreditManager,
) -> Result<(), Problem> {
    tx.exec(
        "UPDATE credit_manager_version SET replaced_entry = $1 \
         WHERE credit_manager = $2 AND valid_from > $3 AND replaced_entry IS NULL",
        &[Param::Int(entry), manager.code.as_str().into(), day_param(gone_from)],
    )?;
    put(tx, entry, gone_from, manager, true).map(|_| ())
}

fn put(
    tx: &Tx<'_>,
    entry: i64,
    valid_from: Day,
    manager: &CreditManager,
    is_ended: bool,
) -> Result<Recorded, Problem> {
    let key = [("credit_manager", manager.code.as_str().into())];
    let values = [
        ("name", manager.name.as_str().into()),
        ("senior", manager.senior.as_str().into()),
        ("user_name", manager.user.as_str().into()),
        ("ended", is_ended.into()),
    ];
    version_put(tx, entry, "credit_manager_version", &key, valid_from, &values)
}

/// All credit managers as of a point in time, by code, without those that have ended.
pub fn credit_manager_all(tx: &Tx<'_>, as_of: AsOf) -> Result<Vec<CreditManager>, Problem> {
    let mut all = BTreeMap::new();
    version_each(
        tx,
        "credit_manager_version",
        "credit_manager, name, senior, user_name, ended",
        as_of,
        |row| {
            if row.int(4) != 0 {
                all.remove(row.text(0));
                return Ok(());
            }
            let manager = CreditManager {
                code: row.text(0).to_owned(),
                name: row.text(1).to_owned(),
                senior: row.text(2).to_owned(),
                user: row.text(3).to_owned(),
            };
            all.insert(manager.code.clone(), manager);
            Ok(())
        },
    )?;
    Ok(all.into_values().collect())
}
