//! Long work beside the requests: a run over a big ledger, a big import, a check of the chain. Its page shows how far it is, and reading
//! goes on meanwhile.

use crate::import::Refusal;
use crate::session::hex;
use obligo_rules::problem::Problem;
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Jobs running at once; more wait their turn.
const RUNNING_MAX: usize = 2;

/// Jobs kept, running and ended.
const KEPT_MAX: usize = 64;

/// Jobs kept of one person: each holds its result, which may be a run over a big ledger or files of an import.
const KEPT_PER_OWNER: usize = 12;

/// Jobs of one person that have not ended.
const PER_OWNER_MAX: usize = 4;

/// A job that ended is kept so long: overnight, not over a weekend, with the rows of a run and the files of an import it holds.
const KEPT_FOR: Duration = Duration::from_hours(24);

/// How far a job is, written by its work and read by its page.
#[derive(Debug, Default)]
pub struct JobProgress {
    done: AtomicU64,
    of: AtomicU64,
}

impl JobProgress {
    /// So much is done of so much.
    pub fn at(&self, done: u64, of: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }

    /// Done, and of how much; 0 of 0 while unknown.
    #[must_use]
    pub fn read(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }
}

/// Where a job stands.
#[derive(Clone)]
pub enum JobState {
    /// Waiting for its turn or under way.
    Running,
    /// Ended with a result, of the type its starter knows.
    Done(Arc<dyn Any + Send + Sync>),
    /// Refused; nothing was written.
    Failed(Arc<Refusal>),
}

impl fmt::Debug for JobState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            JobState::Running => "Running",
            JobState::Done(_) => "Done",
            JobState::Failed(_) => "Failed",
        })
    }
}

/// A job as its owner sees it.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its number, hard to guess.
    pub id: String,
    /// What it does, as its starter names it; tells pages which jobs are theirs.
    pub kind: &'static str,
    /// When it was started.
    pub started_at: String,
    /// Where it stands.
    pub state: JobState,
    /// How far it is.
    pub progress: Arc<JobProgress>,
}

impl Job {
    /// The result, if it ended with one of this type.
    #[must_use]
    pub fn result<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        match &self.state {
            JobState::Done(result) => Arc::clone(result).downcast().ok(),
            _ => None,
        }
    }
}

#[derive(Default)]
struct State {
    jobs: BTreeMap<u64, (String, Job)>,
    /// When jobs ended.
    ended: BTreeMap<u64, Instant>,
    running: usize,
    last: u64,
}

/// The jobs of a house.
#[derive(Default)]
pub struct Jobs {
    state: Mutex<State>,
    ended: Condvar,
}

impl fmt::Debug for Jobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jobs").finish_non_exhaustive()
    }
}

impl State {
    /// Lets go of jobs that ended long before `now`.
    fn expire(&mut self, now: Instant) {
        let is_expired = |ended: &Instant| now.saturating_duration_since(*ended) >= KEPT_FOR;
        let expired: Vec<u64> =
            self.ended.iter().filter(|(_, ended)| is_expired(ended)).map(|(n, _)| *n).collect();
        for number in expired {
            self.remove(number);
        }
    }

    fn remove(&mut self, number: u64) {
        self.jobs.remove(&number);
        self.ended.remove(&number);
    }

    /// The oldest job that has ended, of one person or of all.
    fn oldest_ended(&self, of: Option<&str>) -> Option<u64> {
        let is_of = |owner: &String| of.is_none_or(|of| of == owner);
        let mut ended = self.jobs.iter().filter(|(_, (owner, job))| is_of(owner) && !is_running(job));
        ended.next().map(|(number, _)| *number)
    }
}

/// What is to be started.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Sign-in name of the person whose job it is.
    pub owner: String,
    /// What it does.
    pub kind: &'static str,
    /// The key of the form that asked for it: the same form sent twice starts it once. May be empty.
    pub once: String,
    /// Now.
    pub now: String,
}

impl Jobs {
    /// Starts work on a thread of its own, and gives its number. Errors: `job-too-many` (forbidden).
    pub fn start<T: Any + Send + Sync>(
        self: &Arc<Self>,
        new: NewJob,
        work: impl FnOnce(&JobProgress) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<String, Problem> {
        let id = id_of(&new)?;
        let mut state = self.lock();
        if state.jobs.values().any(|(owner, job)| *owner == new.owner && job.id == id) {
            return Ok(id);
        }
        let unended =
            state.jobs.values().filter(|(owner, job)| *owner == new.owner && is_running(job)).count();
        if unended >= PER_OWNER_MAX {
            return Err(Problem::forbidden("job-too-many").with("count", unended));
        }
        while state.jobs.values().filter(|(owner, _)| *owner == new.owner).count() >= KEPT_PER_OWNER {
            let Some(oldest) = state.oldest_ended(Some(&new.owner)) else { break };
            state.remove(oldest);
        }
        while state.jobs.len() >= KEPT_MAX {
            let Some(oldest) = state.oldest_ended(None) else {
                return Err(Problem::forbidden("job-too-many").with("count", KEPT_MAX));
            };
            state.remove(oldest);
        }
        state.last += 1;
        let number = state.last;
        let progress = Arc::new(JobProgress::default());
        let job = Job {
            id: id.clone(),
            kind: new.kind,
            started_at: new.now,
            state: JobState::Running,
            progress: Arc::clone(&progress),
        };
        state.jobs.insert(number, (new.owner, job));
        drop(state);
        let jobs = Arc::clone(self);
        std::thread::spawn(move || {
            jobs.wait_for_turn();
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&progress)));
            jobs.end(
                number,
                match done {
                    Ok(Ok(result)) => JobState::Done(Arc::new(result)),
                    Ok(Err(refusal)) => JobState::Failed(Arc::new(refusal)),
                    Err(_) => JobState::Failed(Arc::new(Problem::unavailable("server-failed").into())),
                },
            );
        });
        Ok(id)
    }

    /// A job of this person.
    #[must_use]
    pub fn get(&self, owner: &str, id: &str) -> Option<Job> {
        let state = self.lock();
        let found = state.jobs.values().find(|(of, job)| of == owner && job.id == id);
        found.map(|(_, job)| job.clone())
    }

    /// A job of this person once it has ended, or as it stands when the time is up: short work answers at once.
    #[must_use]
    pub fn wait(&self, owner: &str, id: &str, patience: Duration) -> Option<Job> {
        let until = Instant::now() + patience;
        let mut state = self.lock();
        loop {
            let found = state.jobs.values().find(|(of, job)| of == owner && job.id == id);
            let job = found.map(|(_, job)| job.clone())?;
            let left = until.saturating_duration_since(Instant::now());
            if !is_running(&job) || left.is_zero() {
                return Some(job);
            }
            state = self.ended.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn wait_for_turn(&self) {
        let mut state = self.lock();
        while state.running >= RUNNING_MAX {
            state = self.ended.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.running += 1;
    }

    fn end(&self, number: u64, end: JobState) {
        let mut state = self.lock();
        state.running -= 1;
        if let Some((_, job)) = state.jobs.get_mut(&number) {
            job.state = end;
            state.ended.insert(number, Instant::now());
        }
        drop(state);
        self.ended.notify_all();
    }

    /// Jobs as they stand, without those that have expired.
    fn lock(&self) -> MutexGuard<'_, State> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.expire(Instant::now());
        state
    }
}

fn is_running(job: &Job) -> bool {
    matches!(job.state, JobState::Running)
}

/// The same form gives the same number; without a form's key every start is another job.
fn id_of(new: &NewJob) -> Result<String, Problem> {
    if new.once.is_empty() {
        let mut random = [0_u8; 12];
        getrandom::fill(&mut random).map_err(|why| Problem::unavailable("server-failed").with("why", why))?;
        return Ok(hex(&random));
    }
    Ok(crate::session::sha256_hex(format!("{}\n{}\n{}", new.owner, new.kind, new.once).as_bytes())[..24]
        .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(owner: &str, once: &str) -> NewJob {
        NewJob { owner: owner.into(), kind: "test", once: once.into(), now: "2024-05-01T08:00:00Z".into() }
    }

    #[test]
    fn a_form_sent_twice_starts_its_work_once() {
        let jobs = Arc::new(Jobs::default());
        let count = Arc::new(AtomicU64::new(0));
        let ids: Vec<String> = (0..2)
            .map(|_| {
                let count = Arc::clone(&count);
                jobs.start(new("anna", "k"), move |_| Ok(count.fetch_add(1, Ordering::SeqCst))).unwrap()
            })
            .collect();
        assert_eq!(ids[0], ids[1]);
        let job = jobs.wait("anna", &ids[0], Duration::from_secs(10)).unwrap();
        assert_eq!((*job.result::<u64>().unwrap(), count.load(Ordering::SeqCst)), (0, 1));
    }

    #[test]
    fn a_job_is_seen_by_its_owner_only_and_its_panic_ends_it() {
        let jobs = Arc::new(Jobs::default());
        let id = jobs.start(new("anna", ""), |_| -> Result<(), Refusal> { panic!("as a test") }).unwrap();
        assert!(jobs.get("bert", &id).is_none());
        let job = jobs.wait("anna", &id, Duration::from_secs(10)).unwrap();
        assert!(
            matches!(&job.state, JobState::Failed(refusal) if refusal.problems[0].code == "server-failed")
        );
    }

    #[test]
    fn of_one_person_the_last_jobs_are_kept_and_nobody_elses_go_for_them() {
        let jobs = Arc::new(Jobs::default());
        let ended = |owner: &str| {
            let id = jobs.start(new(owner, ""), |_| Ok(1)).unwrap();
            jobs.wait(owner, &id, Duration::from_secs(10)).unwrap();
            id
        };
        let of_bert = ended("bert");
        let of_anna: Vec<String> = (0..=KEPT_PER_OWNER).map(|_| ended("anna")).collect();
        assert!(jobs.get("anna", &of_anna[0]).is_none());
        assert!(of_anna[1..].iter().all(|id| jobs.get("anna", id).is_some()));
        assert!(jobs.get("bert", &of_bert).is_some());
    }

    #[test]
    fn a_job_that_ended_is_let_go_after_a_day_and_one_under_way_is_not() {
        let jobs = Arc::new(Jobs::default());
        let (open, wait) = std::sync::mpsc::channel::<()>();
        let ended = jobs.start(new("anna", "1"), |_| Ok(1)).unwrap();
        let _ = jobs.wait("anna", &ended, Duration::from_secs(10)).unwrap();
        let running = jobs.start(new("anna", "2"), move |_| Ok(wait.recv().is_ok())).unwrap();
        let now = Instant::now();
        jobs.lock().expire(now + Duration::from_hours(23));
        assert!(jobs.get("anna", &ended).is_some());
        jobs.lock().expire(now + KEPT_FOR);
        assert!(jobs.get("anna", &ended).is_none() && jobs.get("anna", &running).is_some());
        drop(open);
    }

    #[test]
    fn one_person_cannot_take_all_places() {
        let jobs = Arc::new(Jobs::default());
        let (open, wait) = std::sync::mpsc::channel::<()>();
        let wait = Arc::new(Mutex::new(wait));
        for _ in 0..PER_OWNER_MAX {
            let wait = Arc::clone(&wait);
            jobs.start(new("anna", ""), move |_| Ok(wait.lock().unwrap().recv().is_ok())).unwrap();
        }
        assert_eq!(jobs.start(new("anna", ""), |_| Ok(())).unwrap_err().code, "job-too-many");
        assert!(jobs.start(new("bert", ""), |_| Ok(())).is_ok());
        drop(open);
    }
}
