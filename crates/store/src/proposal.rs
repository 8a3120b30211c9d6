//! Proposals that wait for a second person, and what became of them.

use crate::company::next_id;
use crate::tx::{Row, Tx};
use obligo_rules::problem::Problem;

const COLUMNS: &str = "proposal_id, action, payload, reason, proposed_by, proposed_at, state, decided_by, decided_at, \
                       decision_reason, result";

/// A proposal as stored. Instants in UTC.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProposalRow {
    /// Number.
    pub proposal_id: i64,
    /// What is proposed.
    pub action: String,
    /// Its parameters, JSON.
    pub payload: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub proposed_by: String,
    /// When.
    pub proposed_at: String,
    /// `open`, `approved`, `refused`, `withdrawn`.
    pub state: String,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<String>,
    /// Why so.
    pub decision_reason: String,
    /// What came of it, JSON.
    pub result: Option<String>,
}

/// How a proposal ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ProposalEnd<'a> {
    /// `approved`, `refused`, `withdrawn`.
    pub state: &'a str,
    /// Who decides.
    pub decided_by: &'a str,
    /// When, an instant in UTC.
    pub decided_at: &'a str,
    /// Why so.
    pub reason: &'a str,
    /// What came of it, JSON.
    pub result: Option<&'a str>,
}

fn of_row(row: &Row<'_>) -> ProposalRow {
    let text = |column: usize| row.text_opt(column).map(str::to_owned);
    ProposalRow {
        proposal_id: row.int(0),
        action: row.text(1).to_owned(),
        payload: row.text(2).to_owned(),
        reason: row.text(3).to_owned(),
        proposed_by: row.text(4).to_owned(),
        proposed_at: row.text(5).to_owned(),
        state: row.text(6).to_owned(),
        decided_by: text(7),
        decided_at: text(8),
        decision_reason: row.text(9).to_owned(),
        result: text(10),
    }
}

/// Adds an open proposal and returns its number.
pub fn proposal_add(tx: &Tx<'_>, entry: i64, proposal: &ProposalRow) -> Result<i64, Problem> {
    let id = next_id(tx, "proposal", "proposal_id")?;
    tx.exec(
        "INSERT INTO proposal (proposal_id, action, payload, reason, proposed_by, proposed_at, state, decision_reason, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, 'open', '', $7)",
        &[
            id.into(),
            (&proposal.action).into(),
            (&proposal.payload).into(),
            (&proposal.reason).into(),
            (&proposal.proposed_by).into(),
            (&proposal.proposed_at).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// Ends an open proposal; `false` if it is not open any more.
pub fn proposal_end(
    tx: &Tx<'_>,
    entry: i64,
    proposal_id: i64,
    end: ProposalEnd<'_>,
) -> Result<bool, Problem> {
    let ended = tx.exec(
        "UPDATE proposal SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, result = $6, entry = $7 \
         WHERE proposal_id = $1 AND state = 'open'",
        &[
            proposal_id.into(),
            end.state.into(),
            end.decided_by.into(),
            end.decided_at.into(),
            end.reason.into(),
            end.result.into(),
            entry.into(),
        ],
    )?;
    Ok(ended > 0)
}

/// The proposal with a number.
pub fn proposal_get(tx: &Tx<'_>, proposal_id: i64) -> Result<Option<ProposalRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM proposal WHERE proposal_id = $1");
    tx.one(&sql, &[proposal_id.into()], |row| Ok(of_row(row)))
}

/// Proposals, newest first; only open ones if asked for.
pub fn proposal_all(tx: &Tx<'_>, only_open: bool) -> Result<Vec<ProposalRow>, Problem> {
    let mut all = Vec::new();
    let sql = format!(
        "SELECT {COLUMNS} FROM proposal WHERE state = 'open' OR $1 = 0 ORDER BY proposal_id DESC LIMIT 1000"
    );
    tx.each(&sql, &[only_open.into()], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}
