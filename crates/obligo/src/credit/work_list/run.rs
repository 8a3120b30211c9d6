//! The selection run (R9.2): which payers need a decision on a key date, recorded, with the difference to the run before.

use super::candidates::FollowUps;
use super::lines::{WorkLine, row_of, selected_of};
use super::totals::totals_json;
use crate::credit::payers::standings::Figures;
use crate::credit::payers::{Payers, standings_with};
use crate::credit::policy::in_force;
use crate::session::{Session, sha256_hex};
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::credit_manager::managers_in_range;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::criterion::{Criterion, Measure};
use obligo_rules::money::{Currency, div_round};
use obligo_rules::problem::Problem;
use obligo_rules::selection::{Before, Candidate, Run, Selected, looked_at, selection, totals};
use obligo_store::as_of::AsOf;
use obligo_store::buyer::AccountKey;
use obligo_store::credit_manager::credit_manager_all;
use obligo_store::monitor_line::{
    MonitorLineRow, monitor_line_add, monitor_line_of_run, monitor_line_replace, monitor_line_standing,
};
use obligo_store::monitor_run::{
    MonitorRunRow, monitor_run_add, monitor_run_get, monitor_run_last, monitor_run_next,
};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Characters of a range of credit managers at most.
const RANGE_MAX: usize = 80;

/// A range of credit managers, both ends included; an empty end is open.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ManagerRange {
    /// First code.
    pub from: String,
    /// Last code.
    pub to: String,
}

impl ManagerRange {
    /// Reads `A..B`, `A..`, `..B` or `A`. Error: `managers-range` (usage).
    pub fn parse(text: &str) -> Result<ManagerRange, Problem> {
        let text = text.trim();
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let (from, to) = (from.trim().to_owned(), to.trim().to_owned());
        let is_range = (!from.is_empty() || !to.is_empty())
            && !to.contains("..")
            && (to.is_empty() || from <= to)
            && text.chars().count() <= RANGE_MAX;
        if is_range {
            Ok(ManagerRange { from, to })
        } else {
            Err(Problem::usage("managers-range").of_value(text))
        }
    }

    fn text(&self) -> String {
        format!("{}..{}", self.from, self.to)
    }
}

/// What a run is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MonitorRequest {
    /// Key date.
    pub key_date: Day,
    /// Credit managers whose payers, and whose juniors' payers, are looked at; all payers without.
    pub managers: Option<ManagerRange>,
}

/// What a run said.
#[derive(Clone, PartialEq, Debug)]
pub struct MonitorRun {
    /// Number.
    pub run: i64,
    /// Key date.
    pub key_date: Day,
    /// Totals.
    pub totals: Value,
    /// SHA-256 over its lines.
    pub sha256: String,
    /// Payers to work on, waiting and cleared ones, by account.
    pub lines: Vec<WorkLine>,
}

/// Days a selection may look ahead: what will be on the list soon, and no slip of the hand.
const AHEAD_MAX: i32 = 62;

/// Steps of a run as its progress tells them: master data, ledgers, payers, selection, recording.
const STEPS: u64 = 5;

/// Runs the selection and records it; what was recorded of earlier runs, actions, notes and dates stays. The work list shows it from now on
/// for the payers it looked at. Errors: those of [`standings_with`], `rate-missing` for a threshold. Roles: clerk, manager.
pub fn monitor(session: &mut Session, request: &MonitorRequest) -> Result<MonitorRun, Problem> {
    monitor_with_progress(session, request, &mut |_, _| {})
}

/// The same; `progress` gets the steps done and all.
pub fn monitor_with_progress(
    session: &mut Session,
    request: &MonitorRequest,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<MonitorRun, Problem> {
    let managers = request.managers.as_ref().map(ManagerRange::text).unwrap_or_default();
    let input = format!("monitor {} {managers}", request.key_date);
    let (run_by, run_at) = (session.actor.clone(), session.now.clone());
    let (today, is_trial) = (session.today(), session.dry_run);
    let mut found: Option<Found> = None;
    // Others write meanwhile: what they record shows in the next run. Only another run in between has the selection made again.
    let early = session.read(|tx| {
        in_order(tx, request.key_date, today, is_trial)?;
        find(tx, request, &mut |step| progress(step, STEPS))
    })?;
    let outcome = session.write("monitor", "", &input, |tx, entry| {
        in_order(tx, request.key_date, today, is_trial)?;
        let is_next = monitor_run_next(tx)? == early.run;
        let made = if is_next { early } else { find(tx, request, &mut |_| {})? };
        let rows: Vec<MonitorLineRow> = made.selected.iter().map(|one| row_of(made.run, one)).collect();
        let sums = totals_json(&totals(&made.selected));
        let sha256 = sha256_hex(text_of(request.key_date, &managers, &rows).as_bytes());
        monitor_line_replace(tx, made.run, made.looked_at.iter().copied())?;
        monitor_line_add(tx, &rows)?;
        let row = MonitorRunRow {
            run: made.run,
            key_date: request.key_date,
            managers: managers.clone(),
            totals: sums.to_string(),
            lines: rows.len() as i64,
            sha256: sha256.clone(),
            run_by,
            run_at,
        };
        monitor_run_add(tx, entry, &row)?;
        let facts = json!({
            "run": made.run, "key_date": request.key_date.to_string(), "managers": managers, "lines": rows.len(),
            "totals": sums, "sha256": sha256,
        });
        found = Some(made);
        Ok(Written::new(facts.clone(), facts))
    })?;
    let fact = |name: &str| outcome.result[name].as_str().unwrap_or_default().to_owned();
    let run = outcome.result["run"].as_i64().unwrap_or(0);
    let lines = match found {
        Some(found) => named(run, found.selected, &found.names),
        // The same request under the same key as before: what it said then.
        None => session.read(|tx| lines_of(tx, run))?,
    };
    let key_date = Day::parse_iso(&fact("key_date")).unwrap_or(request.key_date);
    Ok(MonitorRun { run, key_date, totals: outcome.result["totals"].clone(), sha256: fact("sha256"), lines })
}

/// A run of an earlier day would clear reasons that stand, and what was done about them with them: a key date is not before the last run's,
/// unless that looked ahead, and not far ahead itself. A trial may look back. Errors: `selection-date-ahead`, `selection-date-before`.
fn in_order(tx: &Tx<'_>, key_date: Day, today: Day, is_trial: bool) -> Result<(), Problem> {
    let refused = |code: &'static str, than: Day| {
        Err(Problem::refused(code).of_value(&key_date.to_string()).with("date", key_date).with("than", than))
    };
    let latest = today.plus_days(AHEAD_MAX);
    if key_date > latest {
        return refused("selection-date-ahead", latest);
    }
    let earliest = monitor_run_last(tx)?.map(|last| last.key_date.min(today));
    match earliest.filter(|earliest| key_date < *earliest && !is_trial) {
        Some(earliest) => refused("selection-date-before", earliest),
        None => Ok(()),
    }
}

/// Account and name by payer.
type Names = HashMap<i64, (AccountKey, String)>;

struct Found {
    run: i64,
    selected: Vec<Selected>,
    looked_at: Vec<i64>,
    names: Names,
}

fn find(tx: &Tx<'_>, request: &MonitorRequest, done: &mut dyn FnMut(u64)) -> Result<Found, Problem> {
    done(0);
    let snapshot = Snapshot::load(tx, AsOf::at(request.key_date))?;
    let policy = in_force(tx, request.key_date)?;
    let follow_ups = FollowUps::load(tx, &snapshot, &Payers::of(&snapshot))?;
    done(1);
    let figures = Figures::load(tx, &snapshot, None)?;
    done(2);
    let standings = standings_with(tx, &snapshot, &figures)?;
    done(3);
    let candidates: Vec<Candidate> = standings
        .into_iter()
        .map(|payer| Candidate {
            payer: payer.payer,
            waits_until: follow_ups.waits_until.get(&payer.payer).copied(),
            credit_manager: payer.credit_manager,
            currency: payer.currency,
            standing: payer.standing,
        })
        .collect();
    let mut before: BTreeMap<i64, Before> = BTreeMap::new();
    let mut key_dates: HashMap<i64, Day> = HashMap::new();
    let mut rows = Vec::new();
    monitor_line_standing(tx, |row| {
        rows.push(row);
        Ok(())
    })?;
    for row in rows {
        let key_date = match key_dates.get(&row.run) {
            Some(key_date) => *key_date,
            None => monitor_run_get(tx, row.run)?.map_or(request.key_date, |run| run.key_date),
        };
        key_dates.insert(row.run, key_date);
        before.insert(row.payer_id, Before { selected: selected_of(&row), key_date });
    }
    let managers = match &request.managers {
        None => None,
        Some(range) => {
            let codes: BTreeSet<String> = candidates
                .iter()
                .map(|candidate| candidate.credit_manager.clone())
                .filter(|code| !code.is_empty())
                .collect();
            let registered = credit_manager_all(tx, AsOf::at(request.key_date))?;
            Some(managers_in_range(&registered, &codes, &range.from, &range.to))
        }
    };
    let currencies: BTreeSet<Currency> = candidates.iter().map(|candidate| candidate.currency).collect();
    let mut criteria = BTreeMap::new();
    for currency in currencies {
        criteria.insert(currency, criteria_in(&snapshot, &policy, currency)?);
    }
    let run = Run {
        number: monitor_run_next(tx)?,
        key_date: request.key_date,
        criteria: &criteria,
        managers: managers.as_ref(),
    };
    let selected = selection(&run, &candidates, &before);
    let gone = selected.iter().map(|one| one.payer);
    let looked_at: BTreeSet<i64> =
        looked_at(&run, &candidates).map(|candidate| candidate.payer).chain(gone).collect();
    let names =
        snapshot.buyers.values().map(|buyer| (buyer.buyer_id, (buyer.key.clone(), buyer.name.clone())));
    done(4);
    Ok(Found {
        run: run.number,
        selected,
        // Only payers that stand in a line have one to replace.
        looked_at: looked_at.into_iter().filter(|payer| before.contains_key(payer)).collect(),
        names: names.collect(),
    })
}

/// The criteria with their amounts in a payer's currency, at the rate of the key date (R0.7). Error: `rate-missing`.
fn criteria_in(
    snapshot: &Snapshot,
    policy: &CreditPolicy,
    currency: Currency,
) -> Result<Vec<Criterion>, Problem> {
    let is_amount = |measure: Measure| {
        matches!(measure, Measure::PastDue | Measure::Outstanding | Measure::OutstandingAndOrders)
    };
    let mut all = policy.criteria.clone();
    if currency == policy.currency {
        return Ok(all);
    }
    for criterion in all.iter_mut().filter(|criterion| criterion.is_on && is_amount(criterion.measure)) {
        if let Some(threshold) = criterion.threshold {
            let rate = snapshot.rates.rate(currency, policy.currency, snapshot.as_of.key_date)?;
            let (n, d) = rate.fraction(policy.currency.exponent(), currency.exponent());
            let converted = i128::from(threshold).checked_mul(n).and_then(|product| div_round(product, d));
            criterion.threshold = Some(converted.unwrap_or(i64::MAX));
        }
    }
    Ok(all)
}

/// What the hash of a run is made of.
fn text_of(key_date: Day, managers: &str, rows: &[MonitorLineRow]) -> String {
    let mut text = format!("{key_date} {managers}\n");
    for row in rows {
        let MonitorLineRow { payer_id, credit_manager, currency, past_due, outstanding, change, .. } = row;
        text.push_str(
            &json!([payer_id, credit_manager, currency, past_due, outstanding, change, row.reasons])
                .to_string(),
        );
        text.push('\n');
    }
    text
}

fn named(run: i64, selected: Vec<Selected>, names: &Names) -> Vec<WorkLine> {
    let line = |selected: Selected| {
        let (key, name) = names.get(&selected.payer).cloned().unwrap_or_default();
        WorkLine { run, selected, key, name }
    };
    let mut lines: Vec<WorkLine> = selected.into_iter().map(line).collect();
    lines.sort_by(|a, b| a.key.cmp(&b.key));
    lines
}

fn lines_of(tx: &Tx<'_>, run: i64) -> Result<Vec<WorkLine>, Problem> {
    let key_date = monitor_run_get(tx, run)?.map_or(Day::LAST, |run| run.key_date);
    let buyers = obligo_store::buyer::buyer_all(tx, AsOf::at(key_date))?;
    let names: Names = buyers.into_values().map(|buyer| (buyer.buyer_id, (buyer.key, buyer.name))).collect();
    let mut selected = Vec::new();
    monitor_line_of_run(tx, run, |row| {
        selected.push(selected_of(&row));
        Ok(())
    })?;
    Ok(named(run, selected, &names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fr_07_a_range_of_credit_managers_has_two_ends_of_which_one_may_be_open() {
        for (text, expected) in [
            ("KM1..KM3", Some(("KM1", "KM3"))),
            (" KM1 .. KM3 ", Some(("KM1", "KM3"))),
            ("KM1", Some(("KM1", "KM1"))),
            ("KM1..", Some(("KM1", ""))),
            ("..KM3", Some(("", "KM3"))),
            ("KM3..KM1", None),
            ("..", None),
            ("", None),
            ("A..B..C", None),
        ] {
            let found = ManagerRange::parse(text).ok();
            let found = found.as_ref().map(|range| (range.from.as_str(), range.to.as_str()));
            assert_eq!(found, expected, "{text}");
        }
        assert!(ManagerRange::parse(&"9".repeat(100)).is_err());
    }
}
