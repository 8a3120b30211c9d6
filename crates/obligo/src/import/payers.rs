//! Checks of who pays for whom, once a file of buyers is read whole: a payer may stand below its customer (R9.2).

use super::Import;
use super::checks::Columns;
use crate::credit::payers::account_named;
use obligo_formats::schema::buyers as column;
use obligo_formats::table::Record;
use obligo_rules::payer::RollUp;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// Refuses payers that are no account, and customers that pay for one another in a circle. `lines` holds where each customer's payer stands
/// in the file. Problems: `account-not-found`, `account-ambiguous`, `payer-circle`.
pub(super) fn check_payers(import: &mut Import<'_, '_, '_>, lines: &BTreeMap<i64, u64>, columns: &Columns) {
    if lines.is_empty() {
        return;
    }
    let book = &import.book;
    let mut problems = Vec::new();
    let mut direct = BTreeMap::new();
    for buyer in book.buyers.values().filter(|buyer| !buyer.payer.is_empty()) {
        let [number, branch, account_type] = account_named(&buyer.payer);
        match (book.account(number, branch, account_type), lines.get(&buyer.buyer_id)) {
            (Ok(payer), _) => drop(direct.insert(buyer.buyer_id, payer)),
            (Err(problem), Some(line)) => {
                let placed = columns.problem(*line, column::PAYER, &buyer.payer, problem.code);
                problems.push((*line, Problem { facts: problem.facts, ..placed }));
            }
            (Err(_), None) => {}
        }
    }
    for circle in RollUp::of(&direct).circles {
        let line = circle.iter().filter_map(|buyer| Some((lines.get(buyer)?, buyer))).min();
        // A circle none of whose customers stands in the file was there before.
        let Some((line, buyer)) = line else { continue };
        let named = |id: &i64| book.buyers.get(id).map(|b| b.key.to_string()).unwrap_or_default();
        let chain: Vec<String> = circle.iter().chain(circle.first()).map(named).collect();
        let payer = book.buyers.get(buyer).map_or("", |b| b.payer.as_str());
        let problem = columns.problem(*line, column::PAYER, payer, "payer-circle");
        problems.push((*line, problem.with("accounts", chain.join(" → "))));
    }
    problems.sort_by_key(|(line, _)| *line);
    for (_, problem) in problems {
        import.refusal.push(problem);
    }
}

/// Refuses an account somebody else pays for: limits and groups are the payer's. Problem: `credit-limit-not-a-payer`.
pub(super) fn must_be_payer(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    at: usize,
    buyer_id: i64,
) -> Result<(), Problem> {
    let Some(buyer) = import.book.buyers.get(&buyer_id).filter(|buyer| !buyer.payer.is_empty()) else {
        return Ok(());
    };
    let [number, branch, account_type] = account_named(&buyer.payer);
    match import.book.account(number, branch, account_type) {
        Ok(payer) if payer != buyer_id => Err(record
            .problem(at, "credit-limit-not-a-payer")
            .with("account", &buyer.key)
            .with("payer", &buyer.payer)),
        _ => Ok(()),
    }
}
