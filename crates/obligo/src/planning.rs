//! Loads what a run needs: master data as of a point in time, and the items of one policy's buyers as a ledger.

mod amounts;
mod pool;

pub use crate::settled::SettledItems;
pub(crate) use amounts::too_large;
pub use amounts::{Amounts, item_amounts, item_rate};

use crate::snapshot::Snapshot;
use obligo_rules::buyer::{BuyerHistory, buyer_case};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{Category, EventKind, ItemKind, SettlementMethod};
use obligo_rules::cover::{Cover, cover_at};
use obligo_rules::item::Item;
use obligo_rules::ledger::Ledger;
use obligo_rules::money::{Currency, Rate, div_round};
use obligo_rules::policy::{Cap, Policy, Reinstatement, StopEvent};
use obligo_rules::problem::Problem;
use obligo_rules::status::examine;
use obligo_rules::stop::{Stopper, stop_date};
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::change::{ChangesOf, change_each, change_states_at};
use obligo_store::item::{ItemRow, item_each, item_get};
use obligo_store::settlement::{settlement_bill_starts, settlement_of_at};
use obligo_store::state::ItemState;
use pool::Pool;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A ledger of one policy with what is needed to write its changes back.
pub struct LoadedLedger {
    /// What the rules see.
    pub ledger: Ledger,
    /// Items in another currency: the rate fixed with them, or to be fixed.
    pub foreign: HashMap<i64, ForeignItem>,
    /// Items changed since the key date; the run does not see those changes (R0.4).
    pub changed_since: HashSet<i64>,
    /// Bills that start at the oldest receivable they settled; the store does not keep that start.
    bill_starts: HashMap<i64, Day>,
}

/// The rate of an item in another currency.
#[derive(Clone, Copy, Debug)]
pub struct ForeignItem {
    /// Its currency.
    pub currency: Currency,
    /// Open amount in it.
    pub open: i64,
    /// Rate fixed at the first examination.
    pub fixed: Option<Rate>,
    /// Rate used.
    pub rate: Rate,
}

impl LoadedLedger {
    /// The state of the item at this position before the run.
    #[must_use]
    pub fn state_before(&self, position: usize) -> ItemState {
        let item = &self.ledger.items[position];
        ItemState {
            insurance: item.insurance,
            fixed_rate: self.foreign.get(&item.id).and_then(|f| f.fixed),
            receivable_start: item.receivable_start.filter(|_| !self.bill_starts.contains_key(&item.id)),
        }
    }

    /// The same with the insurance data of after the run; an examined foreign item keeps its rate from now on.
    #[must_use]
    pub fn state_after(&self, position: usize, after: obligo_rules::item::Insurance) -> ItemState {
        let before = self.state_before(position);
        let rate = self.foreign.get(&self.ledger.items[position].id).map(|f| f.rate);
        let fixed_rate = if after.deadlines.max_term_date.is_some() {
            before.fixed_rate.or(rate)
        } else {
            before.fixed_rate
        };
        ItemState { insurance: after, fixed_rate, ..before }
    }
}

/// Which items a ledger holds besides those open at the key date.
#[derive(Clone, Default, Debug)]
pub struct LedgerScope {
    /// Settled items posted on or after this day too (turnover, R4.6).
    pub posted_from: Option<Day>,
    /// Only these buyers, if given (late facts).
    pub only_buyers: Option<HashSet<i64>>,
    /// Runs, in their order, as if they had not been (late facts).
    pub before_runs: Vec<i64>,
    /// Only what is read of these accounts and items, if given: one page does not pass over the whole ledger.
    pub part: Option<LedgerPart>,
    /// Evidence renewed by the run being planned, by buyer (R2.4).
    pub renewed: HashMap<i64, obligo_rules::evidence::Evidence>,
}

/// The accounts and items of one main buyer, found before.
#[derive(Clone, Default, Debug)]
pub struct LedgerPart {
    /// The main buyer and every account that is or was co-insured under it.
    pub accounts: BTreeSet<i64>,
    /// The items that may be open or stop cover, in recorded order.
    pub items: Vec<i64>,
    /// All items of the accounts, settled ones too: where bills find the receivables they settled.
    pub all_items: Vec<i64>,
    /// States at the key date of those changed since.
    pub changed: HashMap<i64, ItemState>,
}

impl LedgerScope {
    /// Whether the turnover procedure counts an item posted on this day.
    fn is_in_period(&self, posted: Day) -> bool {
        self.posted_from.is_some_and(|from| posted >= from)
    }
}

/// Loads the ledger of a policy as of the snapshot's point in time.
pub fn load_ledger(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    policy: &Policy,
    policy_number: u16,
    scope: &LedgerScope,
) -> Result<LoadedLedger, Problem> {
    let as_of = snapshot.as_of;
    let pool = Pool::of(snapshot, policy, policy_number, scope);
    let (settled, mut changed) = match &scope.part {
        None => (SettledItems::load(tx, as_of)?, change_states_at(tx, as_of)?),
        Some(part) => (SettledItems::of(tx, as_of, &part.items)?, part.changed.clone()),
    };
    let mut undone: HashMap<i64, ItemState> = HashMap::new();
    for run in &scope.before_runs {
        change_each(tx, ChangesOf::Run(*run), |change| {
            undone.entry(change.item_id).or_insert(change.before);
            Ok(())
        })?;
    }
    changed.extend(undone);
    let mut loader = Loader {
        tx,
        snapshot,
        policy,
        policy_number,
        pool: &pool,
        scope,
        settled: &settled,
        loaded: LoadedLedger {
            ledger: Ledger::default(),
            foreign: HashMap::new(),
            changed_since: changed.keys().copied().collect(),
            bill_starts: HashMap::new(),
        },
        stoppers: vec![Vec::new(); pool.mains.len()],
        bills: Vec::new(),
        fractions: HashMap::new(),
    };
    loader.loaded.ledger.names.companies = snapshot.company_codes();
    loader.loaded.ledger.accounts.clone_from(&pool.accounts);
    let keeps_settled_flags = policy.stop.reinstatement == Reinstatement::OnConfirmation;
    let wanted = |item: i64, amount: i64, posted: Day| {
        keeps_settled_flags || settled.open(item, amount) != 0 || scope.is_in_period(posted)
    };
    match &scope.part {
        None => item_each(tx, as_of, wanted, |row| loader.add(row, changed.get(&row.item_id).copied()))?,
        Some(part) => {
            for item in &part.items {
                item_get(tx, *item, |row| {
                    let facts = &row.facts;
                    let is_known = facts.posting_date <= as_of.key_date && row.entry <= as_of.known;
                    if is_known && wanted(row.item_id, facts.amount, facts.posting_date) {
                        loader.add(row, changed.get(&row.item_id).copied())?;
                    }
                    Ok(())
                })?;
            }
        }
    }
    let starts = bill_starts(tx, &loader, as_of.known)?;
    loader.start_bills(&starts);
    loader.stop_by_events();
    let Loader { mut loaded, stoppers, .. } = loader;
    let convert = |minor: i64, currency: Currency| {
        let rate = snapshot.rates.rate(policy.currency, currency, as_of.key_date)?;
        let (n, d) = rate.fraction(currency.exponent(), policy.currency.exponent());
        div_round(i128::from(minor) * n, d).ok_or_else(|| too_large(minor, currency, policy.currency))
    };
    for (main, mut stoppers) in pool.mains.iter().zip(stoppers) {
        let mut history = snapshot.history(*main, policy_number);
        history.evidence.extend(scope.renewed.get(main).cloned());
        history.stoppers.append(&mut stoppers);
        if let Some(mut case) = buyer_case(policy, policy_number, &history, as_of.key_date, &convert)? {
            case.caps = caps_on(snapshot, policy, *main);
            loaded.ledger.cases.push(case);
        }
    }
    loaded.ledger.caps = policy.caps.iter().map(|cap| cap.amount).collect();
    loaded.ledger.group();
    stop_by_new_flags(policy, policy_number, &mut loaded.ledger);
    Ok(loaded)
}

/// Flags that people set before any run met the items stop cover from the dates that the run being planned fixes (R6.2).
fn stop_by_new_flags(policy: &Policy, policy_number: u16, ledger: &mut Ledger) {
    for position in 0..ledger.cases.len() {
        let case = &ledger.cases[position];
        let dates = ledger.items[ledger.range(position)].iter().filter_map(|item| {
            let flag = &item.insurance;
            let account = &ledger.accounts[item.account as usize];
            let is_new = flag.blocks_new && flag.deadlines.max_term_date.is_none() && item.open != 0;
            let after = is_new.then(|| examine(policy, policy_number, case, account, item))?;
            after.deadlines.max_term_date.map(|_| stop_date(policy, &after, item.net_due_date))
        });
        let from = dates.chain(case.uncovered_from).min();
        ledger.cases[position].uncovered_from = from;
    }
}

/// The caps of the policy that bound a main buyer (R2.6).
fn caps_on(snapshot: &Snapshot, policy: &Policy, main: i64) -> Vec<u32> {
    let Some(buyer) = snapshot.buyers.get(&main) else { return Vec::new() };
    let key = buyer.key.to_string();
    let bounds = |cap: &Cap| cap.country.as_deref() == Some(&buyer.country) || cap.buyers.contains(&key);
    (0..).zip(&policy.caps).filter(|(_, cap)| bounds(cap)).map(|(n, _)| n).collect()
}

/// Turns stored rows into items of the ledger.
struct Loader<'a, 'c> {
    tx: &'a Tx<'c>,
    snapshot: &'a Snapshot,
    policy: &'a Policy,
    policy_number: u16,
    pool: &'a Pool,
    scope: &'a LedgerScope,
    settled: &'a SettledItems,
    loaded: LoadedLedger,
    stoppers: Vec<Vec<Stopper>>,
    /// Bills without a receivable start: position, company, account.
    bills: Vec<(usize, i64, i64)>,
    fractions: HashMap<(Currency, String), (Rate, (i128, i128))>,
}

impl Loader<'_, '_> {
    fn add(&mut self, row: &ItemRow<'_>, changed: Option<ItemState>) -> Result<(), Problem> {
        let facts = &row.facts;
        let Some(account) = self.pool.by_buyer.get(&facts.buyer_id).copied() else { return Ok(()) };
        let state = changed.unwrap_or(row.state);
        let of_policy = state.insurance.policy;
        let in_account = &self.pool.accounts[account as usize];
        if !self.snapshot.is_insured_company(facts.company_id)
            || (of_policy != 0 && of_policy != self.policy_number)
            || (of_policy == 0 && !in_account.covered)
        {
            return Ok(());
        }
        let open = self.settled.open(row.item_id, facts.amount);
        if state.insurance.blocks_new && state.insurance.deadlines.max_term_date.is_some() {
            let from = stop_date(self.policy, &state.insurance, facts.net_due_date);
            let settled_on = if open == 0 { self.settled.last(row.item_id) } else { None };
            self.stoppers[in_account.case as usize].push(Stopper { from, settled_on });
        }
        // A settled item from before the period is here for its flag only; no run examines it (R4.6).
        if open == 0 && !self.scope.is_in_period(facts.posting_date) {
            return Ok(());
        }
        let currency = Currency::parse(facts.currency).unwrap_or(self.policy.currency);
        let fraction = if currency == self.policy.currency {
            (1, 1)
        } else {
            self.foreign_fraction(row, &state, currency, open)?
        };
        let Some(amounts) =
            item_amounts(facts.amount, facts.net_amount, open, self.policy.declaration.vat_insured, fraction)
        else {
            let problem = too_large(facts.amount, currency, self.policy.currency);
            return Err(problem.of_value(&crate::items::item_name(self.tx, row.item_id)?));
        };
        let is_open = |day| self.settled.is_open_at(self.tx, row, day);
        let (events, disputed) = self.snapshot.events.of_item(row, is_open)?;
        let ledger = &mut self.loaded.ledger;
        if facts.kind == ItemKind::Bill && state.receivable_start.is_none() {
            self.bills.push((ledger.items.len(), facts.company_id, facts.buyer_id));
        }
        let document = ledger.names.push(facts.document_no);
        ledger.documents.push(document);
        ledger.items.push(Item {
            id: row.item_id,
            account,
            company: self.snapshot.company_position(facts.company_id),
            kind: facts.kind,
            secured: facts.secured || self.snapshot.is_secured(facts.company_id, facts.payment_terms),
            disputed,
            residual: facts.origin.is_some(),
            document_date: facts.document_date,
            posting_date: facts.posting_date,
            net_due_date: facts.net_due_date,
            value_date: facts.value_date,
            receivable_start: state.receivable_start,
            amount: amounts.amount,
            open: amounts.open,
            insurable_open: amounts.insurable_open,
            events,
            insurance: state.insurance,
        });
        Ok(())
    }

    fn foreign_fraction(
        &mut self,
        row: &ItemRow<'_>,
        state: &ItemState,
        currency: Currency,
        open: i64,
    ) -> Result<(i128, i128), Problem> {
        let text = if row.facts.rate.is_empty() {
            row.facts.posting_date.to_string()
        } else {
            row.facts.rate.to_owned()
        };
        let text = state.fixed_rate.map_or(text, |rate| rate.to_string());
        let (rate, fraction) = if let Some(found) = self.fractions.get(&(currency, text.clone())) {
            *found
        } else {
            let rate = item_rate(self.snapshot, self.policy, row, state, currency)?;
            let fraction = rate.fraction(currency.exponent(), self.policy.currency.exponent());
            self.fractions.insert((currency, text), (rate, fraction));
            (rate, fraction)
        };
        self.loaded
            .foreign
            .insert(row.item_id, ForeignItem { currency, open, fixed: state.fixed_rate, rate });
        Ok(fraction)
    }

    /// A bill starts at the oldest receivable it settled (R3), unless a person said otherwise.
    fn start_bills(&mut self, starts: &HashMap<(i64, i64, String), Day>) {
        for (position, company, buyer) in &self.bills {
            let document = self.loaded.ledger.document_no(*position).to_owned();
            if let Some(start) = starts.get(&(*company, *buyer, document)) {
                self.loaded.bill_starts.insert(self.loaded.ledger.items[*position].id, *start);
                self.loaded.ledger.items[*position].receivable_start = Some(*start);
            }
        }
    }

    /// Events of the policy's list that stop cover (R6.4).
    fn stop_by_events(&mut self) {
        let listed = |event: EventKind| {
            let stop = match event {
                EventKind::Insolvency => StopEvent::Insolvency,
                EventKind::Collection => StopEvent::Collection,
                EventKind::Claim => StopEvent::Claim,
                _ => return false,
            };
            self.policy.stop.events.contains(&stop)
        };
        let mut open_since: BTreeMap<u32, Day> = BTreeMap::new();
        for item in self.loaded.ledger.items.iter().filter(|i| i.is_debit() && i.open != 0) {
            let case = self.pool.accounts[item.account as usize].case;
            let first = open_since.entry(case).or_insert(item.document_date);
            *first = (*first).min(item.document_date);
        }
        for event in self.snapshot.events.all.iter().filter(|e| listed(e.event)) {
            let Some(account) = self.pool.by_buyer.get(&event.buyer_id) else { continue };
            let case = self.pool.accounts[*account as usize].case;
            let settled_on = match event.item_id {
                Some(item) if self.loaded.ledger.items.iter().any(|i| i.id == item && i.open != 0) => None,
                Some(item) => Some(self.settled.last(item).unwrap_or(event.date)),
                None if open_since.get(&case).is_some_and(|first| *first <= event.date) => None,
                None => Some(event.date),
            };
            self.stoppers[case as usize].push(Stopper { from: event.date, settled_on });
        }
    }
}

/// The oldest receivable that each bill settled, where a bill without a start is in the ledger.
fn bill_starts(
    tx: &Tx<'_>,
    loader: &Loader<'_, '_>,
    known: i64,
) -> Result<HashMap<(i64, i64, String), Day>, Problem> {
    if loader.bills.is_empty() {
        return Ok(HashMap::new());
    }
    let Some(part) = &loader.scope.part else { return settlement_bill_starts(tx, known) };
    let mut starts: HashMap<(i64, i64, String), Day> = HashMap::new();
    for item in &part.all_items {
        let mut bills: Vec<String> = Vec::new();
        let as_of = AsOf { key_date: Day::LAST, known };
        settlement_of_at(tx, *item, as_of, |s| {
            if s.method == SettlementMethod::Bill && !s.reference.is_empty() {
                bills.push(s.reference.to_owned());
            }
        })?;
        if !bills.is_empty() {
            item_get(tx, *item, |row| {
                let facts = &row.facts;
                for bill in bills.drain(..) {
                    let start = starts.entry((facts.company_id, facts.buyer_id, bill));
                    let start = start.or_insert(facts.document_date);
                    *start = (*start).min(facts.document_date);
                }
                Ok(())
            })?;
        }
    }
    Ok(starts)
}

/// The main buyer of a co-insured account at a date, for callers outside a run.
#[must_use]
pub fn main_buyer_at(snapshot: &Snapshot, buyer: i64) -> Option<i64> {
    let covers: Vec<Cover> = snapshot.covers.get(&buyer)?.iter().map(|r| r.cover.clone()).collect();
    cover_at(&covers, snapshot.as_of.key_date)?.co_insured_under
}

/// Category of a buyer, [`Category::Company`] where the ledger names none.
#[must_use]
pub fn category_of(text: &str) -> Category {
    Category::parse(text).unwrap_or(Category::Company)
}

/// History of a main buyer as the snapshot knows it.
impl Snapshot {
    pub(crate) fn history(&self, main: i64, policy_number: u16) -> BuyerHistory {
        BuyerHistory {
            buyer_id: main,
            country: self.buyers.get(&main).map(|b| b.country.clone()).unwrap_or_default(),
            covers: self.covers.get(&main).into_iter().flatten().map(|r| r.cover.clone()).collect(),
            decisions: self.decisions(main, policy_number),
            evidence: self.evidence.get(&main).into_iter().flatten().map(|r| r.evidence.clone()).collect(),
            stoppers: Vec::new(),
            reinstatements: self.events.reinstatements(main),
        }
    }
}
