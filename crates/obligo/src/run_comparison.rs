//! How a run differs from the one before it in its sequence: buyer by buyer, or item by item.

use obligo_rules::calendar::Day;
use obligo_rules::money::{format_minor, parse_minor};
use obligo_rules::problem::Problem;
use obligo_store::run::{RunRow, run_lines_each};
use obligo_store::{Tx, run::run_all};
use serde_json::Value;
use std::collections::BTreeMap;

/// Decimals amounts are reckoned in here, enough for every currency.
const DECIMALS: u32 = 4;

/// What became of a line between two runs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LineChange {
    /// Only the later run has it.
    New,
    /// Both have it, with other figures.
    Changed,
    /// Only the earlier run has it.
    Gone,
}

impl LineChange {
    /// The code in messages and downloads.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            LineChange::New => "new",
            LineChange::Changed => "changed",
            LineChange::Gone => "gone",
        }
    }
}

/// A figure that differs: its column, and what the runs say; empty where a run has nothing.
pub type FigureChange = (&'static str, String, String);

/// A line that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineDifference {
    /// Account as `10021/0/D`, or item as `COMPANY/DOCUMENT/KIND`.
    pub key: String,
    /// Account it belongs to.
    pub account: String,
    /// Name of the buyer.
    pub name: String,
    /// What became of it.
    pub change: LineChange,
    /// What is reported of it, before and after; plain decimals in the policy's currency.
    pub amount: (String, String),
    /// After less before.
    pub difference: String,
    /// Every figure that differs, the reported amount left out.
    pub figures: Vec<FigureChange>,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunComparison {
    /// Number of the earlier run.
    pub run: i64,
    /// Its key date.
    pub key_date: Day,
    /// Lines that differ, the largest difference first.
    pub lines: Vec<LineDifference>,
    /// Lines that are the same in both.
    pub same: usize,
    /// Sum of what is reported: before, after, and after less before.
    pub total: (String, String, String),
}

impl RunComparison {
    /// How many lines are new, changed or gone.
    #[must_use]
    pub fn count(&self, change: LineChange) -> usize {
        self.lines.iter().filter(|line| line.change == change).count()
    }
}

/// Columns compared, the reported amount first.
fn figures_of(kind: &str) -> &'static [&'static str] {
    if kind == "declare" {
        &[
            "declared",
            "insured_sum",
            "receivables",
            "bills",
            "credits",
            "turnover",
            "time_premium_base",
            "insurable_open",
        ]
    } else {
        &["amount", "open", "insured", "status", "status_after", "deadline"]
    }
}

/// The standing final run of the sequence that a run is compared with: of a final run the last one before it, of a preview (`below` is
/// `None`) the last one up to its key date.
#[must_use]
pub fn run_before<'r>(
    runs: &'r [RunRow],
    policy_id: u16,
    kind: &str,
    buyers: &str,
    key_date: Day,
    below: Option<i64>,
) -> Option<&'r RunRow> {
    runs.iter()
        .filter(|r| r.policy_id == policy_id && r.kind == kind && r.buyers == buyers)
        .filter(|r| r.reversed_entry.is_none() && r.key_date <= key_date)
        .filter(|r| below.is_none_or(|run| r.run < run))
        .max_by_key(|r| (r.key_date, r.run))
}

/// Compares a final run with the one before it; `None` where it is the first. Error: `run-not-found`. Role: viewer.
pub fn compare_final(tx: &Tx<'_>, run: i64) -> Result<Option<RunComparison>, Problem> {
    let runs = run_all(tx)?;
    let row = runs
        .iter()
        .find(|r| r.run == run)
        .ok_or_else(|| Problem::refused("run-not-found").with("run", run))?;
    let before = run_before(&runs, row.policy_id, &row.kind, &row.buyers, row.key_date, Some(run));
    let Some(before) = before else { return Ok(None) };
    let mut lines = Vec::new();
    run_lines_each(tx, run, |text| {
        lines.push(text.to_owned());
        Ok(())
    })?;
    compare_with(tx, before, &lines).map(Some)
}

/// Compares the lines of a run with those of an earlier final one. Role: viewer.
pub fn compare_with(tx: &Tx<'_>, before: &RunRow, lines: &[String]) -> Result<RunComparison, Problem> {
    let mut earlier = Vec::new();
    run_lines_each(tx, before.run, |text| {
        earlier.push(text.to_owned());
        Ok(())
    })?;
    Ok(compare(before, &earlier, lines))
}

fn compare(before: &RunRow, earlier: &[String], later: &[String]) -> RunComparison {
    let figures = figures_of(&before.kind);
    let mut of_earlier = by_key(earlier, figures);
    let of_later = by_key(later, figures);
    let sum = |lines: &BTreeMap<String, Line>| {
        lines.values().fold(0_i64, |sum, line| sum.saturating_add(line.minor))
    };
    let (sum_before, sum_after) = (sum(&of_earlier), sum(&of_later));
    let mut lines = Vec::new();
    let mut same = 0;
    for (key, line) in of_later {
        match of_earlier.remove(&key) {
            Some(was) if was.figures == line.figures => same += 1,
            was => lines.push(difference(key, was, Some(line), figures)),
        }
    }
    lines.extend(of_earlier.into_iter().map(|(key, was)| difference(key, Some(was), None, figures)));
    lines.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.key.cmp(&b.1.key)));
    RunComparison {
        run: before.run,
        key_date: before.key_date,
        lines: lines.into_iter().map(|(_, line)| line).collect(),
        same,
        total: (plain(sum_before), plain(sum_after), plain(sum_after.saturating_sub(sum_before))),
    }
}

/// A line as far as it is compared.
struct Line {
    account: String,
    name: String,
    figures: Vec<String>,
    minor: i64,
}

fn by_key(texts: &[String], figures: &[&str]) -> BTreeMap<String, Line> {
    let lines = texts.iter().filter_map(|text| serde_json::from_str::<Value>(text).ok());
    lines.filter(|line| !is_silent(line)).map(|line| read(&line, figures)).collect()
}

/// A buyer with nothing to declare is listed all the same, and is as good as not there.
fn is_silent(line: &Value) -> bool {
    let amounts = ["receivables", "bills", "credits", "turnover", "time_premium_base", "declared"];
    line.get("declared").is_some() && amounts.iter().all(|name| minor(text(line, name)) == 0)
}

fn read(line: &Value, figures: &[&str]) -> (String, Line) {
    let account =
        format!("{}/{}/{}", text(line, "account"), text(line, "branch"), text(line, "account_type"));
    let key = match line.get("document_no").and_then(Value::as_str) {
        Some(document) => format!("{}/{document}/{}", text(line, "company"), text(line, "kind")),
        None => account.clone(),
    };
    let of_line: Vec<String> = figures.iter().map(|name| text(line, name).to_owned()).collect();
    let minor = if line["credit"] == true { 0 } else { of_line.first().map_or(0, |text| minor(text)) };
    (key, Line { account, name: text(line, "name").to_owned(), figures: of_line, minor })
}

fn difference(
    key: String,
    was: Option<Line>,
    is: Option<Line>,
    figures: &'static [&'static str],
) -> (u64, LineDifference) {
    let change = match (&was, &is) {
        (None, _) => LineChange::New,
        (_, None) => LineChange::Gone,
        _ => LineChange::Changed,
    };
    let figure = |line: &Option<Line>, n: usize| {
        line.as_ref().and_then(|line| line.figures.get(n)).cloned().unwrap_or_default()
    };
    let minor_of = |line: &Option<Line>| line.as_ref().map_or(0, |line| line.minor);
    let minor = minor_of(&is).saturating_sub(minor_of(&was));
    let differing = figures.iter().enumerate().skip(1).filter_map(|(n, name)| {
        let (before, after) = (figure(&was, n), figure(&is, n));
        (before != after && change == LineChange::Changed).then_some((*name, before, after))
    });
    let line = LineDifference {
        amount: (figure(&was, 0), figure(&is, 0)),
        figures: differing.collect(),
        difference: plain(minor),
        change,
        account: is.as_ref().or(was.as_ref()).map(|line| line.account.clone()).unwrap_or_default(),
        name: is.or(was).map(|line| line.name).unwrap_or_default(),
        key,
    };
    (minor.unsigned_abs(), line)
}

fn text<'v>(line: &'v Value, name: &str) -> &'v str {
    line.get(name).and_then(Value::as_str).unwrap_or("")
}

fn minor(amount: &str) -> i64 {
    parse_minor(amount, DECIMALS).unwrap_or(0)
}

/// Two decimals, more only where they are used.
fn plain(minor: i64) -> String {
    if minor % 100 == 0 { format_minor(minor / 100, 2) } else { format_minor(minor, DECIMALS) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(run: i64, key_date: &str, is_reversed: bool) -> RunRow {
        RunRow {
            run,
            kind: "declare".into(),
            policy_id: 1,
            buyers: "named".into(),
            key_date: Day::parse_iso(key_date).unwrap(),
            parameters: String::new(),
            totals: String::new(),
            sha256: String::new(),
            changes: 0,
            entry: run,
            reversed_entry: is_reversed.then_some(9),
        }
    }

    fn buyer(account: &str, declared: &str, sum: &str) -> String {
        format!(
            r#"{{"account":"{account}","branch":"0","account_type":"D","name":"N{account}","insured_sum":"{sum}","receivables":"{declared}","declared":"{declared}"}}"#
        )
    }

    #[test]
    fn lines_are_new_changed_gone_or_the_same() {
        let earlier = [
            buyer("1", "100.00", "500.00"),
            buyer("2", "50.00", "500.00"),
            buyer("3", "0.00", "500.00"),
            buyer("4", "7.00", "9.00"),
            buyer("6", "1.00", "1.00"),
        ];
        let later = [
            buyer("1", "130.50", "500.00"),
            buyer("2", "50.00", "500.00"),
            buyer("3", "20.00", "500.00"),
            buyer("5", "0.00", "500.00"),
            buyer("6", "1.00", "3.00"),
        ];
        let found = compare(&run(1, "2024-04-30", false), &earlier, &later);
        let told: Vec<String> = found
            .lines
            .iter()
            .map(|l| format!("{} {} {}→{} {}", l.key, l.change.code(), l.amount.0, l.amount.1, l.difference))
            .collect();
        assert_eq!(
            told,
            [
                "1/0/D changed 100.00→130.50 30.50",
                "3/0/D new →20.00 20.00",
                "4/0/D gone 7.00→ -7.00",
                "6/0/D changed 1.00→1.00 0.00",
            ]
        );
        assert_eq!(found.same, 1);
        assert_eq!(found.total, ("158.00".into(), "201.50".into(), "43.50".into()));
        assert_eq!(found.lines[3].figures, [("insured_sum", "1.00".to_owned(), "3.00".to_owned())]);
        assert_eq!(found.count(LineChange::Changed), 2);
    }

    #[test]
    fn items_are_compared_by_company_document_and_kind() {
        let item = |company: &str, amount: &str, after: &str, credit: bool| {
            format!(
                r#"{{"company":"{company}","document_no":"R1","kind":"invoice","account":"1","branch":"0","account_type":"D","amount":"{amount}","status_after":"{after}","credit":{credit}}}"#
            )
        };
        let before = RunRow { kind: "notify".into(), ..run(1, "2024-04-30", false) };
        let earlier = [item("01", "10.00", "1", false), item("02", "5.00", "1", false)];
        let later = [item("01", "10.00", "A", false), item("03", "-4.00", "", true)];
        let found = compare(&before, &earlier, &later);
        let told: Vec<_> = found.lines.iter().map(|l| (l.key.as_str(), l.change.code())).collect();
        assert_eq!(told, [("02/R1/invoice", "gone"), ("01/R1/invoice", "changed"), ("03/R1/invoice", "new")]);
        assert_eq!(found.lines[1].figures, [("status_after", "1".to_owned(), "A".to_owned())]);
        // Credits are shown and not summed (R7).
        assert_eq!(found.total.1, "10.00");
    }

    #[test]
    fn the_run_before_stands_and_is_of_the_same_sequence() {
        let unnamed = RunRow { buyers: "unnamed".into(), ..run(4, "2024-05-31", false) };
        let runs =
            [run(1, "2024-03-31", false), run(2, "2024-04-30", true), run(3, "2024-04-30", false), unnamed];
        let before = |key_date: &str, below| {
            let day = Day::parse_iso(key_date).unwrap();
            run_before(&runs, 1, "declare", "named", day, below).map(|r| r.run)
        };
        for (key_date, below, expected) in [
            ("2024-05-31", None, Some(3)),
            ("2024-04-30", None, Some(3)),
            ("2024-04-29", None, Some(1)),
            ("2024-03-30", None, None),
            ("2024-04-30", Some(3), Some(1)),
            ("2024-04-30", Some(2), Some(1)),
            ("2024-03-31", Some(1), None),
        ] {
            assert_eq!(before(key_date, below), expected, "{key_date} {below:?}");
        }
        assert_eq!(run_before(&runs, 2, "declare", "named", Day::LAST, None), None);
        assert_eq!(run_before(&runs, 1, "notify", "", Day::LAST, None), None);
    }
}
