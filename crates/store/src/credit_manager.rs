//! Credit managers and their seniors (R9.2).

use crate::as_of::AsOf;
use crate::tx::Tx;
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
    let key = [("credit_manager", manager.code.as_str().into())];
    let values = [
        ("name", manager.name.as_str().into()),
        ("senior", manager.senior.as_str().into()),
        ("user_name", manager.user.as_str().into()),
    ];
    version_put(tx, entry, "credit_manager_version", &key, valid_from, &values)
}

/// All credit managers as of a point in time, by code.
pub fn credit_manager_all(tx: &Tx<'_>, as_of: AsOf) -> Result<Vec<CreditManager>, Problem> {
    let mut all = BTreeMap::new();
    version_each(tx, "credit_manager_version", "credit_manager, name, senior, user_name", as_of, |row| {
        let manager = CreditManager {
            code: row.text(0).to_owned(),
            name: row.text(1).to_owned(),
            senior: row.text(2).to_owned(),
            user: row.text(3).to_owned(),
        };
        all.insert(manager.code.clone(), manager);
        Ok(())
    })?;
    Ok(all.into_values().collect())
}
