//! Settings by key; the audit entries hold what they were.

use crate::tx::Tx;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// Writes a setting.
pub fn setting_put(tx: &Tx<'_>, entry: i64, key: &str, value: &str) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO setting (key, value, entry) VALUES ($1, $2, $3) \
         ON CONFLICT (key) DO UPDATE SET value = $2, entry = $3",
        &[key.into(), value.into(), entry.into()],
    )?;
    Ok(())
}

/// All settings written so far.
pub fn setting_all(tx: &Tx<'_>) -> Result<BTreeMap<String, String>, Problem> {
    let mut all = BTreeMap::new();
    tx.each("SELECT key, value FROM setting", &[], |row| {
        all.insert(row.text(0).to_owned(), row.text(1).to_owned());
        Ok(())
    })?;
    Ok(all)
}
