//! What was true when webhooks were last told (volatile), so that each fact is told once.

use crate::tx::Tx;
use obligo_rules::problem::Problem;
use std::collections::BTreeSet;

/// Every fact: code of its event, and what identifies it.
pub fn fact_all(tx: &Tx<'_>) -> Result<BTreeSet<(String, String)>, Problem> {
    let mut all = BTreeSet::new();
    tx.each("SELECT event, fact FROM webhook_fact", &[], |row| {
        all.insert((row.text(0).to_owned(), row.text(1).to_owned()));
        Ok(())
    })?;
    Ok(all)
}

/// Adds a fact.
pub fn fact_add(tx: &Tx<'_>, event: &str, fact: &str) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO webhook_fact (event, fact) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        &[event.into(), fact.into()],
    )?;
    Ok(())
}

/// Removes a fact that is no longer true.
pub fn fact_remove(tx: &Tx<'_>, event: &str, fact: &str) -> Result<(), Problem> {
    tx.exec("DELETE FROM webhook_fact WHERE event = $1 AND fact = $2", &[event.into(), fact.into()])?;
    Ok(())
}

/// Removes all facts: the next ones are the ground everything later is compared with.
pub fn fact_clear(tx: &Tx<'_>) -> Result<(), Problem> {
    tx.exec("DELETE FROM webhook_fact", &[])?;
    Ok(())
}
