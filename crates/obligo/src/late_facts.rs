//! Late facts (R8.6): what was recorded after a final run it should have been known to.

use crate::declaration::{DeclareRequest, PlannedDeclaration, plan_in};
use crate::planning::LedgerScope;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, CoverKind, InsuranceStatus};
use obligo_rules::cover::{Cover, cover_at, cover_last_under};
use obligo_rules::ledger::{BuyerCase, Cancellation};
use obligo_rules::limit::limit_first_positive;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{AccountKey, buyer_keys};
use obligo_store::run::{RunRow, run_all};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Buyers compared at most in one import; beyond that the difference is not worked out.
const BUYERS_COMPARED: usize = 200;

/// Warnings given one by one; the rest is counted.
const WARNINGS_SHOWN: usize = 20;

/// Items named in one warning; the rest is counted.
const ITEMS_SHOWN: usize = 5;

/// The day a buyer's cover was withdrawn, if its sum is 0 now and was above 0 before.
#[must_use]
pub fn withdrawn_on(case: &BuyerCase) -> Option<Day> {
    if case.sum > 0 {
        return None;
    }
    match &case.cancellation {
        Cancellation::Unnamed { ended_on } => *ended_on,
        Cancellation::Named { decisions, declined_on } => {
            let first = limit_first_positive(decisions)?;
            let zero = case.decision.as_ref().filter(|d| d.counted_amount() == Some(0)).map(|d| d.valid_from);
            [zero, *declined_on].into_iter().flatten().filter(|day| *day >= first).min()
        }
    }
}

/// A fact just recorded that a final run may have missed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LateFact {
    /// Whose.
    pub buyer_id: i64,
    /// Under which policy, where the fact itself says so; else every policy the buyer has been under.
    pub policy_id: Option<u16>,
    /// The fact's date: `valid_from`, date of the evidence, posting date.
    pub date: Day,
    /// `decision`, `evidence` or `item`.
    pub what: &'static str,
}

/// What the facts recorded by audit entry `entry` would have changed in the last final run of their policies (R8.6): a warning per buyer, those
/// that change something first, at most 20 and then a count. Call after the facts are written, in the same transaction. Costs one look at the runs
/// where no final run stands on or after the facts' dates; at most 200 buyers are compared.
pub fn late_facts(tx: &Tx<'_>, entry: i64, facts: &[LateFact]) -> Result<Vec<Problem>, Problem> {
    let Some(earliest) = facts.iter().map(|f| f.date).min() else { return Ok(Vec::new()) };
    let runs = run_all(tx)?;
    let mut last_runs: BTreeMap<u16, Day> = BTreeMap::new();
    for run in runs.iter().filter(|r| r.reversed_entry.is_none()) {
        let last = last_runs.entry(run.policy_id).or_insert(run.key_date);
        *last = (*last).max(run.key_date);
    }
    last_runs.retain(|_, key_date| earliest <= *key_date);
    let mut found = Found::default();
    for (policy_id, key_date) in last_runs {
        let late = dedupe(facts, policy_id, key_date);
        if !late.is_empty() {
            compare(tx, entry, &runs, policy_id, key_date, &late, &mut found)?;
        }
    }
    Ok(found.warnings())
}

/// The late facts of a policy, once per buyer and kind of fact with its earliest date.
fn dedupe(facts: &[LateFact], policy_id: u16, key_date: Day) -> BTreeMap<(i64, &'static str), Day> {
    let mut late: BTreeMap<(i64, &'static str), Day> = BTreeMap::new();
    for fact in facts {
        if fact.date <= key_date && fact.policy_id.is_none_or(|policy| policy == policy_id) {
            let earliest = late.entry((fact.buyer_id, fact.what)).or_insert(fact.date);
            *earliest = (*earliest).min(fact.date);
        }
    }
    late
}

/// What was found for one main buyer under one policy.
struct Late {
    problem: Problem,
    changes: bool,
}

#[derive(Default)]
struct Found {
    late: Vec<Late>,
    compared: usize,
    not_compared: usize,
}

impl Found {
    fn warnings(mut self) -> Vec<Problem> {
        self.late.sort_by_key(|late| !late.changes);
        let more = self.late.len().saturating_sub(WARNINGS_SHOWN);
        let mut warnings: Vec<Problem> =
            self.late.into_iter().take(WARNINGS_SHOWN).map(|late| late.problem).collect();
        if more > 0 {
            warnings.push(Problem::refused("warning-late-facts-more").with("count", more));
        }
        if self.not_compared > 0 {
            let capped = Problem::refused("warning-late-facts-not-compared");
            warnings.push(capped.with("count", self.not_compared).with("limit", BUYERS_COMPARED));
        }
        warnings
    }
}

fn compare(
    tx: &Tx<'_>,
    entry: i64,
    runs: &[RunRow],
    policy_id: u16,
    key_date: Day,
    late: &BTreeMap<(i64, &'static str), Day>,
    found: &mut Found,
) -> Result<(), Problem> {
    let after = Snapshot::load(tx, AsOf::at(key_date))?;
    let Some(policy) = after.policy_code(policy_id).map(str::to_owned) else { return Ok(()) };
    // By main buyer, for co-insured accounts count towards its sum (R1.6).
    let mut by_main: BTreeMap<i64, BTreeSet<(Day, &'static str)>> = BTreeMap::new();
    for ((buyer, what), date) in late {
        if let Some(main) = main_under(&after, *buyer, policy_id, key_date) {
            by_main.entry(main).or_default().insert((*date, what));
        }
    }
    let room = BUYERS_COMPARED.saturating_sub(found.compared);
    found.not_compared += by_main.len().saturating_sub(room);
    let buyers: HashSet<i64> = by_main.keys().take(room).copied().collect();
    if buyers.is_empty() {
        return Ok(());
    }
    found.compared += buyers.len();
    let before = Snapshot::load(tx, AsOf { key_date, known: entry - 1 })?;
    let figures_after = figures(tx, &after, runs, &policy, policy_id, &buyers)?;
    let figures_before = if before.policies.contains_key(&policy) {
        figures(tx, &before, runs, &policy, policy_id, &buyers)?
    } else {
        HashMap::new()
    };
    let currency = after.policy(&policy)?.policy.currency;
    let nothing = Figures::default();
    // The version of a buyer that came with its late facts may begin after the run.
    let accounts: HashMap<i64, AccountKey> = buyer_keys(tx)?.into_iter().map(|(key, id)| (id, key)).collect();
    for (main, facts) in by_main.iter().filter(|(main, _)| buyers.contains(main)) {
        let was = figures_before.get(main).unwrap_or(&nothing);
        let would_be = figures_after.get(main).unwrap_or(&nothing);
        let difference = was.difference(would_be, currency);
        let changes = difference.is_some();
        let (date, what) = facts.first().copied().unwrap_or((key_date, "item"));
        let code = if changes { "warning-late-fact" } else { "warning-late-fact-same" };
        let mut problem = Problem::refused(code)
            .with("what", what)
            .with("date", date)
            .with("account", accounts.get(main).map(ToString::to_string).unwrap_or_default())
            .with("policy", &policy)
            .with("run_date", key_date);
        if let Some(difference) = difference {
            problem = problem
                .with("currency", currency.code())
                .with("declared_before", format_minor(was.declared, currency.exponent()))
                .with("declared_after", format_minor(would_be.declared, currency.exponent()))
                .with("count", difference.count)
                .with("items", difference.items);
        }
        found.late.push(Late { problem, changes });
    }
    Ok(())
}

/// The main buyer an account's facts count for under a policy at a date, if it has ever been under it by then.
fn main_under(snapshot: &Snapshot, buyer: i64, policy_id: u16, key_date: Day) -> Option<i64> {
    let covers_of =
        |buyer: i64| snapshot.covers.get(&buyer).into_iter().flatten().map(|row| row.cover.clone()).collect();
    let own: Vec<Cover> = covers_of(buyer);
    let co_insured = cover_at(&own, key_date).filter(|c| c.kind == CoverKind::CoInsured);
    let main = co_insured.and_then(|c| c.co_insured_under).unwrap_or(buyer);
    let covers: Vec<Cover> = if main == buyer { own } else { covers_of(main) };
    cover_last_under(&covers, policy_id, key_date).map(|_| main)
}

/// What is declared of a buyer, and its items by name with status and insured amount.
#[derive(Default)]
struct Figures {
    declared: i64,
    items: BTreeMap<String, (InsuranceStatus, i64)>,
}

struct Difference {
    count: usize,
    items: String,
}

impl Figures {
    /// The items that differ, as `name ? 0.00 → K 5000.00`; nothing if neither they nor the declared amount do.
    fn difference(&self, after: &Figures, currency: Currency) -> Option<Difference> {
        let unseen = (InsuranceStatus::Unexamined, 0);
        let names: BTreeSet<&String> = self.items.keys().chain(after.items.keys()).collect();
        let mut differing = Vec::new();
        for name in names {
            let was = self.items.get(name).copied().unwrap_or(unseen);
            let would_be = after.items.get(name).copied().unwrap_or(unseen);
            if was != would_be {
                let show = |(status, insured): (InsuranceStatus, i64)| {
                    format!("{} {}", status.code(), format_minor(insured, currency.exponent()))
                };
                differing.push(format!("{name} {} → {}", show(was), show(would_be)));
            }
        }
        if differing.is_empty() && self.declared == after.declared {
            return None;
        }
        let count = differing.len();
        differing.truncate(ITEMS_SHOWN);
        if count > ITEMS_SHOWN {
            differing.push("…".to_owned());
        }
        if count == 0 {
            differing.push("-".to_owned());
        }
        Some(Difference { count, items: differing.join("; ") })
    }
}

/// Declares these buyers at the snapshot's point in time, each in the declaration of its kind. Writes nothing.
fn figures(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    runs: &[RunRow],
    policy: &str,
    policy_id: u16,
    buyers: &HashSet<i64>,
) -> Result<HashMap<i64, Figures>, Problem> {
    let mut all = HashMap::new();
    let kinds: BTreeSet<BuyerKind> = buyers
        .iter()
        .filter_map(|buyer| {
            let covers: Vec<Cover> =
                snapshot.covers.get(buyer)?.iter().map(|row| row.cover.clone()).collect();
            match cover_last_under(&covers, policy_id, snapshot.as_of.key_date)?.kind {
                CoverKind::Unnamed => Some(BuyerKind::Unnamed),
                _ => Some(BuyerKind::Named),
            }
        })
        .collect();
    // Both sides start from where the runs of that day started: what they raised would hide a lower limit (R5.3).
    let of_day = |run: &&RunRow| run.policy_id == policy_id && run.key_date == snapshot.as_of.key_date;
    let standing = runs.iter().filter(of_day).filter(|run| run.reversed_entry.is_none());
    let before_runs: Vec<i64> = standing.map(|run| run.run).collect();
    for kind in kinds {
        let request = DeclareRequest {
            policy: policy.to_owned(),
            key_date: snapshot.as_of.key_date,
            buyers: kind,
            is_final: false,
            known: snapshot.as_of.known,
        };
        let scope = LedgerScope {
            only_buyers: Some(buyers.clone()),
            before_runs: before_runs.clone(),
            ..LedgerScope::default()
        };
        let planned = plan_in(tx, snapshot, runs, &request, scope)?;
        collect(&planned, &mut all);
    }
    Ok(all)
}

fn collect(planned: &PlannedDeclaration, all: &mut HashMap<i64, Figures>) {
    let ledger = &planned.loaded.ledger;
    let after: HashMap<u32, _> = planned.plan.changes.iter().map(|c| (c.position, c.after)).collect();
    for line in &planned.plan.buyers {
        let case = line.case as usize;
        let figures: &mut Figures = all.entry(ledger.cases[case].buyer_id).or_default();
        figures.declared = line.declared;
        for position in ledger.range(case) {
            let item = &ledger.items[position];
            let insurance = after.get(&(position as u32)).unwrap_or(&item.insurance);
            let insured = insurance.insured.min(item.insurable_open).max(0);
            let name =
                format!("{}/{}/{}", ledger.company(position), ledger.document_no(position), item.kind.code());
            figures.items.insert(name, (insurance.status, insured));
        }
    }
}
