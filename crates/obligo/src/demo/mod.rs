//! The demo: fills a throwaway store with a made-up group's portfolio, runs its months, and tells what came of it.

mod decisions;
mod orders;
mod own_limits;
pub mod portfolio;
mod reminders;
mod work_list;

use crate::close_day::close_day;
use crate::deadlines::{DeadlinesRequest, deadlines};
use crate::declaration::{DeclareRequest, declare};
use crate::import::{ImportRequest, Refusal, import};
use crate::items::{ItemFilter, ItemsRequest, items};
use crate::notification::{NotifyRequest, notify};
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, Scope};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use portfolio::{DemoFile, Landmarks, SEED};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The policies of the demo in the order of their runs.
pub const POLICIES: [&str; 3] = ["ACR/A", "ACR/E", "NKF/T"];

/// What a policy's items come to at a date; minor units of its currency.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    /// Open debit items, the insurable part.
    pub exposure: i64,
    /// Insured of it.
    pub insured: i64,
}

/// One month of one policy.
#[derive(Clone, Debug, Default)]
pub struct Month {
    /// Exposure and insured amount at its end.
    pub standing: Standing,
    /// Declared, as the runs print it, named and unnamed together.
    pub declared: i64,
    /// Items in the overdue notification.
    pub notified: u64,
    /// Number of the last of its runs.
    pub last_run: i64,
}

/// A buyer at a month's end.
#[derive(Clone, Debug, Default)]
pub struct BuyerMonth {
    /// Open and insured.
    pub standing: Standing,
    /// Insured sum.
    pub sum: String,
    /// Most severe reporting status of its open items.
    pub reporting_status: &'static str,
    /// New receivables are uncovered from this day.
    pub uncovered_from: Option<String>,
}

/// Why an amount is not insured: status, reason, items and amount by policy.
pub type Uninsured = BTreeMap<(String, &'static str, &'static str), (u64, i64)>;

/// What came of the demo.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Month-ends in order.
    pub month_ends: Vec<Day>,
    /// By policy and month.
    pub months: BTreeMap<&'static str, Vec<Month>>,
    /// What is not insured at the last month-end, and why.
    pub uninsured: Uninsured,
    /// What is due in the next 30 days.
    pub due: Vec<Value>,
    /// The buyers of the story, by account: name and months.
    pub buyers: BTreeMap<&'static str, (String, Vec<BuyerMonth>)>,
    /// Items imported.
    pub items: u64,
}

/// When the story ends, ISO 8601 in UTC: what is recorded of it is recorded then, whatever the day is.
#[must_use]
pub fn clock() -> String {
    let end = portfolio::month_ends().pop().unwrap_or_else(|| portfolio::START.to_owned());
    format!("{end}T09:00:00Z")
}

/// Writes the demo's files into a folder, where they can be looked at.
pub fn write_files(folder: &Path) -> Result<(), Problem> {
    for DemoFile { name, text } in portfolio::portfolio(SEED) {
        let path = folder.join(&name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text));
        written.map_err(|error| {
            Problem::unavailable("demo-unwritable").with("path", path.display()).with("why", error)
        })?;
    }
    Ok(())
}

/// Imports the folder, runs every month of every policy to the end, and gathers the story. `progress` gets months done and all.
pub fn run(
    session: &mut Session,
    folder: &Path,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Story, Refusal> {
    let request =
        ImportRequest { kind: "scenario".into(), files: vec![folder.to_owned()], ..ImportRequest::default() };
    let imported = import(session, &request, &mut |_, _| {})?;
    let mut story = Story {
        items: imported.files.iter().find(|f| f.kind == "items").map_or(0, |f| f.new),
        month_ends: portfolio::month_ends().iter().filter_map(|day| Day::parse_iso(day)).collect(),
        ..Story::default()
    };
    let marks = portfolio::landmarks();
    let total = story.month_ends.len() as u64;
    for (n, day) in story.month_ends.clone().into_iter().enumerate() {
        progress(n as u64, total);
        month(session, &mut story, &marks, day)?;
    }
    decisions::work(session, &story.month_ends)?;
    own_limits::set(session, &story.month_ends)?;
    work_list::work(session, &story.month_ends)?;
    orders::take(session, &story.month_ends)?;
    reminders::work(session, &story.month_ends)?;
    progress(total, total);
    if let Some(last) = story.month_ends.last().copied() {
        let request = DeadlinesRequest { from: last, to: last.plus_days(30), policy: None, known_at: None };
        deadlines(session, &request, &mut |line| {
            story.due.push(line);
            Ok(())
        })?;
    }
    Ok(story)
}

/// One month-end as the customer's documents order it: day-end close, overdue notification, declarations.
fn month(session: &mut Session, story: &mut Story, marks: &Landmarks, day: Day) -> Result<(), Problem> {
    close_day(session, day)?;
    let is_last = story.month_ends.last() == Some(&day);
    let mut sums: BTreeMap<String, (String, Option<String>)> = BTreeMap::new();
    for policy in POLICIES {
        let mut month = Month::default();
        let notified = notify(
            session,
            &NotifyRequest {
                policy: policy.into(),
                key_date: day,
                scope: Scope::All,
                exceeding: None,
                repeat_from: None,
                is_final: true,
                known: AsOf::NOW,
            },
        )?;
        month.notified = notified.document.totals["items"].as_u64().unwrap_or(0);
        for buyers in [BuyerKind::Named, BuyerKind::Unnamed] {
            let request = DeclareRequest {
                policy: policy.into(),
                key_date: day,
                buyers,
                is_final: true,
                known: AsOf::NOW,
            };
            let done = declare(session, &request)?;
            month.declared += minor(&done.document.totals["declared"]);
            month.last_run = done.run.unwrap_or(0);
            for line in done.document.lines.iter().filter_map(|l| serde_json::from_str::<Value>(l).ok()) {
                let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
                let account = format!("{}/{}/{}", text("account"), text("branch"), text("account_type"));
                sums.insert(
                    account,
                    (text("insured_sum"), line["uncovered_from"].as_str().map(str::to_owned)),
                );
            }
        }
        story.months.entry(policy).or_default().push(month);
    }
    let mut of_buyers: BTreeMap<&'static str, BuyerMonth> = BTreeMap::new();
    let tellers = [marks.going_bad, marks.recovering];
    let request = ItemsRequest {
        as_of: day,
        known_at: None,
        all: false,
        projected: false,
        filter: ItemFilter::default(),
    };
    items(session, &request, |view, _| {
        let Some(open) = view.insurable_open.filter(|_| view.kind.is_debit()) else { return Ok(()) };
        let account = view.key.to_string();
        let policy = POLICIES.into_iter().find(|p| view.policy.as_deref() == Some(*p));
        if let Some(month) = policy.and_then(|p| story.months.get_mut(p)).and_then(|months| months.last_mut())
        {
            month.standing.exposure += open;
            month.standing.insured += view.insured;
            if is_last && view.insured < open {
                let reason = if view.insurance.status == obligo_rules::codes::InsuranceStatus::Insurable {
                    view.insurance.insured_reason.code()
                } else {
                    view.insurance.status_reason.code()
                };
                let key = (policy.unwrap_or_default().to_owned(), view.insurance.status.code(), reason);
                let (count, amount) = story.uninsured.entry(key).or_default();
                *count += 1;
                *amount += open - view.insured;
            }
        }
        if let Some(teller) = tellers.into_iter().find(|t| **t == account) {
            let of_buyer = of_buyers.entry(teller).or_default();
            of_buyer.standing.exposure += open;
            of_buyer.standing.insured += view.insured;
            of_buyer.reporting_status = of_buyer.reporting_status.max(view.insurance.reporting_status.code());
            story.buyers.entry(teller).or_default().0.clone_from(&view.name);
        }
        Ok(())
    })?;
    for teller in tellers {
        let mut of_buyer = of_buyers.remove(teller).unwrap_or_default();
        if let Some((sum, uncovered)) = sums.get(teller) {
            of_buyer.sum.clone_from(sum);
            of_buyer.uncovered_from.clone_from(uncovered);
        }
        story.buyers.entry(teller).or_default().1.push(of_buyer);
    }
    Ok(())
}

/// An amount with two decimals as minor units: all currencies of the demo have two.
fn minor(amount: &Value) -> i64 {
    amount.as_str().and_then(|text| obligo_rules::money::parse_minor(text, 2).ok()).unwrap_or(0)
}
