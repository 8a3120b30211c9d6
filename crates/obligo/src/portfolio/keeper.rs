//! Keeps the portfolio of today up to date beside the requests that read it.

use super::{DayStanding, Portfolio, trend};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::{Store, entry_last};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a reader waits for the figures after a change before it is given those from before it.
const PATIENCE: Duration = Duration::from_millis(1500);

/// A trend is not computed again before this many times as long as computing it took: on a big ledger it is no hurry.
const TREND_REST: u32 = 20;

/// Whether a portfolio holds all that is recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Freshness {
    /// It does.
    Current,
    /// Newer entries are being worked in.
    Computing,
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
        let is_current = |kept: &Portfolio| kept.as_of.known >= last && kept.as_of.key_date == day;
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
