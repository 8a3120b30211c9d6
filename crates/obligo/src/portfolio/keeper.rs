//! Keeps the portfolio of today up to date beside the requests that read it.

use super::{DayStanding, Portfolio, trend};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::{Store, Tx, entry_actions_each, entry_last};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a reader waits for the figures after a change before it is given those from before it.
const PATIENCE: Duration = Duration::from_millis(1500);

/// A trend is not computed again before this many times as long as computing it took: on a big ledger it is no hurry.
const TREND_REST: u32 = 20;

/// Actions that change neither items nor master data: what checks of orders and the desk know of them they read from the store.
const BESIDE_THE_LEDGER: &[&str] = &[
    "order-enter",
    "order-release",
    "buyer-block",
    "buyer-unblock",
    "monitor",
    "payer-action",
    "item-follow-up",
    "follow-up-note-add",
    "follow-up-note-close",
    "note-add",
    "token-create",
    "user-password",
    "dispatch",
    "dispatch-end",
];

/// Whether a portfolio holds all that is recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Freshness {
    /// It does.
    Current,
    /// Newer entries are being worked in.
    Computing,
}

/// What a check of an order or the desk of a payer reads from memory.
#[derive(Clone)]
pub struct OrderFigures {
    /// The book.
    pub portfolio: Arc<Portfolio>,
    /// Whether it holds all that is recorded of items and master data.
    pub freshness: Freshness,
    /// Up to this entry that is known.
    until: i64,
}

impl OrderFigures {
    /// Whether items or master data were changed since.
    pub fn is_changed(&self, tx: &Tx<'_>) -> Result<bool, Problem> {
        let mut changed = false;
        entry_actions_each(tx, self.until, |action| changed |= !BESIDE_THE_LEDGER.contains(&action))?;
        Ok(changed)
    }
}

/// See the module.
pub struct Keeper {
    store: Arc<Store>,
    state: Mutex<State>,
    changed: Condvar,
    trend: Mutex<Trend>,
}

#[derive(Default)]
struct Trend {
    kept: Option<Arc<Vec<DayStanding>>>,
    /// Day and audit entry it was computed at.
    at: Option<(Day, i64)>,
    rest_until: Option<Instant>,
    computing: bool,
}

#[derive(Default)]
struct State {
    kept: Option<Arc<Portfolio>>,
    /// Up to this entry nothing changed the ledger since what is kept.
    same_ledger_until: i64,
    computing: bool,
    failed: Option<Problem>,
}

impl Keeper {
    /// Keeps portfolios of a store; nothing is computed before somebody asks.
    #[must_use]
    pub fn new(store: Arc<Store>) -> Arc<Keeper> {
        Arc::new(Keeper { store, state: Mutex::default(), changed: Condvar::new(), trend: Mutex::default() })
    }

    /// The portfolio of `day`. After a change it waits a moment for the new figures; are they not ready then, it gives the ones
    /// before. The first reader of all waits as long as it takes. Errors: those of computing it.
    pub fn current(self: &Arc<Self>, day: Day) -> Result<(Arc<Portfolio>, Freshness), Problem> {
        let last = self.store.read(entry_last)?;
        self.waited_for(day, |kept| kept.as_of.known >= last)
    }

    /// The portfolio of `day` for whoever reads orders, blocks, actions, notes and dates from the store: what only changed those does not make it
    /// old. Errors: those of computing it.
    pub fn for_orders(self: &Arc<Self>, day: Day) -> Result<OrderFigures, Problem> {
        let (kept, until) = {
            let state = self.lock();
            (state.kept.clone(), state.same_ledger_until)
        };
        if let Some(portfolio) = kept.filter(|kept| kept.as_of.key_date == day) {
            let known = OrderFigures { portfolio, freshness: Freshness::Current, until };
            let (changed, last) = self.store.read(|tx| Ok((known.is_changed(tx)?, entry_last(tx)?)))?;
            if !changed {
                let mut state = self.lock();
                if state.kept.as_ref().is_some_and(|now| Arc::ptr_eq(now, &known.portfolio)) {
                    state.same_ledger_until = state.same_ledger_until.max(last);
                }
                return Ok(OrderFigures { until: last, ..known });
            }
        }
        let (portfolio, freshness) = self.current(day)?;
        let until = portfolio.as_of.known;
        Ok(OrderFigures { portfolio, freshness, until })
    }

    fn waited_for(
        self: &Arc<Self>,
        day: Day,
        is_new: impl Fn(&Portfolio) -> bool,
    ) -> Result<(Arc<Portfolio>, Freshness), Problem> {
        let is_current = |kept: &Portfolio| kept.as_of.key_date == day && is_new(kept);
        let begun = Instant::now();
        let mut state = self.lock();
        loop {
            if let Some(kept) = &state.kept {
                if is_current(kept) {
                    return Ok((Arc::clone(kept), Freshness::Current));
                }
                if begun.elapsed() >= PATIENCE {
                    return Ok((Arc::clone(kept), Freshness::Computing));
                }
            }
            if let Some(problem) = state.failed.take() {
                return Err(problem);
            }
            if !state.computing {
                state.computing = true;
                let keeper = Arc::clone(self);
                std::thread::spawn(move || keeper.compute(day));
            }
            let wait = PATIENCE.saturating_sub(begun.elapsed()).max(Duration::from_millis(10));
            state = self.changed.wait_timeout(state, wait).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// What was insured of what was open at the last month ends; `None` until it is computed for the first time. It may lag behind
    /// the portfolio. Errors: those of reading the last entry.
    pub fn trend(self: &Arc<Self>, day: Day) -> Result<Option<Arc<Vec<DayStanding>>>, Problem> {
        let last = self.store.read(entry_last)?;
        let mut kept = self.trend.lock().unwrap_or_else(PoisonError::into_inner);
        let rests = kept.rest_until.is_some_and(|until| Instant::now() < until);
        if kept.at != Some((day, last)) && !kept.computing && !rests {
            kept.computing = true;
            let keeper = Arc::clone(self);
            std::thread::spawn(move || {
                let begun = Instant::now();
                let work = std::panic::AssertUnwindSafe(|| trend(&keeper.store, day));
                let computed = std::panic::catch_unwind(work);
                let mut kept = keeper.trend.lock().unwrap_or_else(PoisonError::into_inner);
                kept.computing = false;
                kept.rest_until = Some(Instant::now() + begun.elapsed() * TREND_REST);
                if let Ok(Ok(standings)) = computed {
                    kept.kept = Some(Arc::new(standings));
                    kept.at = Some((day, last));
                }
            });
        }
        Ok(kept.kept.clone())
    }

    fn compute(&self, day: Day) {
        // A panic in here must not leave everybody waiting.
        let changes = self.lock().kept.as_ref().map(|kept| Arc::clone(&kept.changes)).unwrap_or_default();
        let work = || Portfolio::compute_after(&self.store, day, &changes);
        let computed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
        let mut state = self.lock();
        state.computing = false;
        match computed {
            Ok(Ok(portfolio)) => {
                state.same_ledger_until = portfolio.as_of.known;
                state.kept = Some(Arc::new(portfolio));
                state.failed = None;
            }
            Ok(Err(problem)) => state.failed = Some(problem),
            Err(_) => state.failed = Some(Problem::unavailable("portfolio-failed")),
        }
        drop(state);
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
