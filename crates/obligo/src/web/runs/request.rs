//! What a run is asked for, from the form to its preview and to the final run.

use crate::access::proposals::{Action, Submitted, submit};
use crate::access::users::User;
use crate::declaration::{DeclareRequest, declare};
use crate::frozen::{RunResult, check_order};
use crate::notification::{NotifyRequest, notify};
use crate::run_comparison::{RunComparison, compare_with, run_before};
use crate::serve::Call;
use crate::session::{Session, point_in_time};
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, Scope};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::entry_last;
use obligo_store::run::run_all;
use serde_json::{Value, json};

/// A run as asked for.
#[derive(Clone, Debug)]
pub struct NewRun {
    /// Policy code.
    pub policy: String,
    /// Key date.
    pub key_date: Day,
    /// Named or unnamed buyers for a declaration, `None` for a notification.
    pub buyers: Option<BuyerKind>,
    /// Which deadlines a notification is about.
    pub scope: Scope,
    /// Show amounts above the insured ones; `None` as the policy has it.
    pub exceeding: Option<bool>,
    /// Items reported from this day on are printed again.
    pub repeat_from: Option<Day>,
    /// Only what was recorded by the end of this day; for previews.
    pub known_at: Option<Day>,
}

/// A preview with what one wants to know before making it final.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What was asked.
    pub request: NewRun,
    /// The document.
    pub result: RunResult,
    /// How it differs from the last final run of its sequence; `None` where there is none.
    pub comparison: Option<RunComparison>,
    /// Why it cannot be made final (R8.4).
    pub obstacle: Option<Problem>,
    /// The last audit entry it could know of.
    known: i64,
}

impl NewRun {
    /// What the form asks. Errors: `query-date`, `proposal-payload-value` (usage).
    pub fn of_form(call: &Call) -> Result<NewRun, Problem> {
        let wrong = |name: &'static str| {
            let value = call.field(name).unwrap_or("");
            Problem::usage("proposal-payload-value").at_column(name).of_value(value).with("key", name)
        };
        let kind = call.field("kind").unwrap_or("");
        let buyers = match kind {
            "notify" => None,
            _ => Some(BuyerKind::parse(kind).ok_or_else(|| wrong("kind"))?),
        };
        let scope = call.field("scope").map_or(Some(Scope::All), Scope::parse);
        Ok(NewRun {
            policy: call.field("policy").ok_or_else(|| wrong("policy"))?.to_owned(),
            key_date: call.field_day("key_date")?.ok_or_else(|| wrong("key_date"))?,
            buyers,
            scope: scope.ok_or_else(|| wrong("scope"))?,
            exceeding: match call.field("exceeding") {
                Some("yes") => Some(true),
                Some("no") => Some(false),
                _ => None,
            },
            repeat_from: call.field_day("repeat_from")?,
            known_at: call.field_day("known_at")?,
        })
    }

    /// The query that fills in the form again.
    pub fn query(&self) -> String {
        let kind = ("kind", self.buyers.map_or("notify", BuyerKind::code).to_owned());
        query_of(std::iter::once(kind).chain(self.of_notification()).chain(self.of_any()))
    }

    /// The query of the report that shows its preview.
    pub fn report_query(&self) -> String {
        match self.buyers {
            Some(buyers) => {
                let buyers = ("buyers", buyers.code().to_owned());
                query_of(std::iter::once(buyers).chain(self.of_any()))
            }
            None => query_of(self.of_notification().chain(self.of_any())),
        }
    }

    fn of_any(&self) -> impl Iterator<Item = (&'static str, String)> {
        let known_at = self.known_at.map_or_else(String::new, |day| day.to_string());
        let key_date = self.key_date.to_string();
        [("policy", self.policy.clone()), ("key_date", key_date), ("known_at", known_at)].into_iter()
    }

    fn of_notification(&self) -> impl Iterator<Item = (&'static str, String)> {
        let exceeding = self.exceeding.map_or("", |on| if on { "yes" } else { "no" }).to_owned();
        let repeat_from = self.repeat_from.map_or_else(String::new, |day| day.to_string());
        let scope = self.scope.code().to_owned();
        [("scope", scope), ("exceeding", exceeding), ("repeat_from", repeat_from)].into_iter()
    }

    /// `declare` or `notify`.
    pub fn kind(&self) -> &'static str {
        if self.buyers.is_some() { "declare" } else { "notify" }
    }

    /// The payload of the final run, as the API and proposals have it.
    fn payload(&self) -> Value {
        let (policy, key_date) = (&self.policy, self.key_date.to_string());
        match self.buyers {
            Some(buyers) => {
                json!({ "kind": "declare", "policy": policy, "key_date": key_date, "buyers": buyers.code() })
            }
            None => json!({
                "kind": "notify",
                "policy": policy,
                "key_date": key_date,
                "scope": self.scope.code(),
                "exceeding": self.exceeding,
                "repeat_from": self.repeat_from.map(|day| day.to_string()),
            }),
        }
    }

    fn run(&self, session: &mut Session) -> Result<RunResult, Problem> {
        let known = match self.known_at {
            None => AsOf::NOW,
            day => session.read(|tx| Ok(point_in_time(tx, Day::LAST, day)?.known))?,
        };
        let (policy, key_date, is_final) = (self.policy.clone(), self.key_date, false);
        if let Some(buyers) = self.buyers {
            return declare(session, &DeclareRequest { policy, key_date, buyers, is_final, known });
        }
        let (scope, exceeding, repeat_from) = (self.scope, self.exceeding, self.repeat_from);
        notify(session, &NotifyRequest { policy, key_date, scope, exceeding, repeat_from, is_final, known })
    }

    /// Computes the preview; writes nothing (R8.1).
    pub fn preview(&self, session: &mut Session) -> Result<Preview, Problem> {
        let known = session.read(entry_last)?;
        let result = self.run(session)?;
        let buyers = self.buyers.map_or("", BuyerKind::code);
        let (comparison, obstacle) = session.read(|tx| {
            let runs = run_all(tx)?;
            let snapshot = Snapshot::load(tx, AsOf::at(self.key_date))?;
            let policy = snapshot.policy(&self.policy)?;
            let before = run_before(&runs, policy.number, self.kind(), buyers, self.key_date, None);
            let comparison =
                before.map(|before| compare_with(tx, before, &result.document.lines)).transpose()?;
            let order = check_order(&runs, policy, self.kind(), buyers, self.key_date);
            Ok((comparison, order.err()))
        })?;
        Ok(Preview { request: self.clone(), result, comparison, obstacle, known })
    }
}

impl Preview {
    /// Makes it final, or proposes that. What is frozen is what was shown: where something was recorded since and the run would come out
    /// otherwise, it is refused. Error: `run-preview-outdated`, and those of the run.
    pub fn make_final(&self, session: &mut Session, user: &User) -> Result<Submitted, Problem> {
        if self.request.known_at.is_some() {
            return Err(Problem::forbidden("run-preview-past"));
        }
        let mut known = session.read(entry_last)?;
        if known != self.known {
            let again = self.request.preview(session)?;
            if again.result.sha256 != self.result.sha256 {
                return Err(outdated());
            }
            known = again.known;
        }
        session.precondition =
            Some(Box::new(move |tx| if entry_last(tx)? == known { Ok(()) } else { Err(outdated()) }));
        submit(session, user, Action::FinalRun, &self.request.payload(), "")
    }
}

/// These fields as a query, empty ones left out.
fn query_of(fields: impl Iterator<Item = (&'static str, String)>) -> String {
    let given = fields.filter(|(_, value)| !value.is_empty());
    form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish()
}

fn outdated() -> Problem {
    Problem::refused("run-preview-outdated")
}
