//! The runs reports are made of: a final one as it was frozen, never computed again, or a preview.

use super::Making;
use super::definition::{Parameter, ParameterKind};
use super::values::preview_mark;
use crate::declaration::{DeclareRequest, declare};
use crate::frozen::reprint;
use crate::notification::{NotifyRequest, notify};
use crate::runs::entry;
use crate::session::point_in_time;
use crate::snapshot::{LoadedPolicy, Snapshot};
use crate::words::Words;
use obligo_reports::Mark;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, Scope};
use obligo_rules::cover::cover_at;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use serde_json::Value;
use std::collections::HashMap;

/// The final run a report shows.
pub const RUN: Parameter = Parameter::new("run", ParameterKind::Run, "Number of the final run to show");
/// The policy of a preview.
pub const POLICY: Parameter =
    Parameter::new("policy", ParameterKind::Policy, "Policy of a preview, for example ACR/A");
/// The key date of a preview.
pub const KEY_DATE: Parameter = Parameter::new("key_date", ParameterKind::Day, "Key date of a preview");
/// The buyers of a preview.
pub const BUYERS: Parameter =
    Parameter::new("buyers", ParameterKind::OneOf(&["named", "unnamed"]), "Which buyers a preview is about");
/// What a preview knows.
pub const KNOWN_AT: Parameter = Parameter::new(
    "known_at",
    ParameterKind::Day,
    "For a preview: only what had been recorded by the end of this date",
);

/// A run as reports show it.
pub struct ShownRun {
    /// What it was asked.
    pub parameters: Value,
    /// Its lines, in the order it printed them.
    pub lines: Vec<Value>,
    /// Its totals.
    pub totals: Value,
    /// Its number; `None` for a preview.
    pub run: Option<i64>,
    /// Its hash.
    pub sha256: String,
    /// Whether it was taken back (R8.4).
    pub is_reversed: bool,
    /// The day it was made final, or today.
    pub dated: Day,
    /// Master data as the run knew it.
    pub snapshot: Snapshot,
    /// The policy as the run knew it.
    pub policy: LoadedPolicy,
    /// What was known when it was planned: all that was recorded before it.
    pub planned_with: i64,
}

impl ShownRun {
    /// A text of its parameters.
    #[must_use]
    pub fn parameter(&self, name: &str) -> &str {
        self.parameters[name].as_str().unwrap_or("")
    }

    /// Currency of its amounts.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.policy.policy.currency
    }

    /// Key date.
    #[must_use]
    pub fn key_date(&self) -> Day {
        Day::parse_iso(self.parameter("key_date")).unwrap_or(self.snapshot.as_of.key_date)
    }

    /// What keeps it from passing for what was sent.
    pub fn mark(&self, words: &Words) -> Option<Mark> {
        match self.run {
            None => Some(preview_mark(words)),
            Some(_) if self.is_reversed => Some(Mark { text: words.text("report-reversed") }),
            Some(_) => None,
        }
    }

    /// What the foot of every page says.
    pub fn made_from(&self, words: &Words) -> String {
        let hash = ("sha256", self.sha256.clone());
        match self.run {
            Some(run) => words.with("report-from-run", &[("run", run.to_string()), hash]),
            None => words.with("report-from-preview", &[hash]),
        }
    }

    /// The insurer's numbers of the buyers, by account as lines name it.
    #[must_use]
    pub fn risk_numbers(&self) -> HashMap<String, &str> {
        let snapshot = &self.snapshot;
        let of_buyer = |buyer: &i64| (snapshot.account(*buyer).to_string(), risk_number(snapshot, *buyer));
        snapshot.covers.keys().map(of_buyer).collect()
    }
}

/// The insurer's number of a buyer, under its cover in force; empty without one.
pub fn risk_number(snapshot: &Snapshot, buyer: i64) -> &str {
    let rows = snapshot.covers.get(&buyer).map_or(&[][..], Vec::as_slice);
    let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
    let cover = cover_at(&covers, snapshot.as_of.key_date);
    rows.iter().find(|row| Some(&row.cover) == cover).map_or("", |row| row.risk_number.as_str())
}

/// The account of a line: `10021/0/D`.
#[must_use]
pub fn account_of(line: &Value) -> String {
    let text = |name: &str| line[name].as_str().unwrap_or("");
    format!("{}/{}/{}", text("account"), text("branch"), text("account_type"))
}

/// The run a request asks for. `kind` is `declare` or `notify`, `procedure` that of a declaration, `None` for any. Errors: `report-run-or-preview`,
/// `report-parameter-missing` (usage), `report-of-other-run`, `run-not-found`, and those of the run.
pub fn shown_run(making: &mut Making<'_>, kind: &str, procedure: Option<&str>) -> Result<ShownRun, Problem> {
    let request = making.request;
    let shown = match request.number("run") {
        Some(run) => {
            if request.values().any(|(name, _)| name != "run") {
                return Err(Problem::usage("report-run-or-preview").with("run", run));
            }
            final_run(making, run)?
        }
        None => of_preview(making, kind)?,
    };
    let is_procedure = procedure.is_none_or(|procedure| shown.parameter("procedure") == procedure);
    if shown.parameter("kind") != kind || !is_procedure {
        let fitting = fitting_report(&shown);
        let problem = match shown.run {
            Some(run) => Problem::refused("report-of-other-run").with("run", run),
            None => Problem::refused("report-of-other-procedure").with("policy", &shown.policy.policy.policy),
        };
        return Err(problem.with("report", request.definition.name).with("fitting", fitting));
    }
    Ok(shown)
}

/// The report that shows such a run.
#[must_use]
pub fn fitting_report(shown: &ShownRun) -> &'static str {
    report_of(shown.parameter("kind"), shown.parameter("procedure"))
}

/// The report that shows a run of this kind and procedure.
#[must_use]
pub fn report_of(kind: &str, procedure: &str) -> &'static str {
    match (kind, procedure) {
        ("notify", _) => "overdue-notification",
        (_, "turnover") => "turnover-declaration",
        _ => "balance-declaration",
    }
}

/// A final run as it was frozen. Error: `run-not-found`.
pub fn final_run(making: &mut Making<'_>, run: i64) -> Result<ShownRun, Problem> {
    making.session.read(|tx| {
        let mut lines = Vec::new();
        let row = reprint(tx, run, |line| {
            lines.push(parsed(line));
            Ok(())
        })?;
        // The last one holds the totals, which the record has too.
        lines.pop();
        let snapshot = Snapshot::load(tx, AsOf { key_date: row.key_date, known: row.entry })?;
        let parameters = parsed(&row.parameters);
        let policy = snapshot.policy(parameters["policy"].as_str().unwrap_or(""))?.clone();
        let recorded = entry(tx, row.entry)?.map(|entry| entry.recorded_at).unwrap_or_default();
        Ok(ShownRun {
            parameters,
            lines,
            totals: parsed(&row.totals),
            run: Some(run),
            sha256: row.sha256,
            is_reversed: row.reversed_entry.is_some(),
            dated: recorded.get(..10).and_then(Day::parse_iso).unwrap_or(row.key_date),
            snapshot,
            policy,
            planned_with: row.entry - 1,
        })
    })
}

fn of_preview(making: &mut Making<'_>, kind: &str) -> Result<ShownRun, Problem> {
    let request = making.request;
    let policy = request.needed("policy")?.to_owned();
    let key_date = request.needed_day("key_date")?;
    let known_at = request.day("known_at");
    let as_of = making.session.read(|tx| point_in_time(tx, key_date, known_at))?;
    let known = as_of.known;
    let result = if kind == "declare" {
        let buyers = BuyerKind::parse(request.needed("buyers")?).unwrap_or(BuyerKind::Named);
        let wanted = DeclareRequest { policy: policy.clone(), key_date, buyers, is_final: false, known };
        declare(making.session, &wanted)?
    } else {
        let wanted = NotifyRequest {
            policy: policy.clone(),
            key_date,
            scope: request.text("scope").and_then(Scope::parse).unwrap_or(Scope::All),
            exceeding: request.text("exceeding").map(|choice| choice == "yes"),
            repeat_from: request.day("repeat_from"),
            is_final: false,
            known,
        };
        notify(making.session, &wanted)?
    };
    let snapshot = making.session.read(|tx| Snapshot::load(tx, as_of))?;
    let policy = snapshot.policy(&policy)?.clone();
    Ok(ShownRun {
        parameters: result.document.parameters,
        lines: result.document.lines.iter().map(|line| parsed(line)).collect(),
        totals: result.document.totals,
        run: None,
        sha256: result.sha256,
        is_reversed: false,
        dated: making.session.today(),
        snapshot,
        policy,
        planned_with: known,
    })
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}
