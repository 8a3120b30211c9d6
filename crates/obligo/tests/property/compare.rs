//! A story told to the program and to the second implementation; after each step both must say the same.

use super::dice::Dice;
use super::product::{Product, day};
use super::story::{Step, Story};
use obligo::frozen::RunResult;
use obligo::import::Refusal;
use obligo::items::ItemView;
use obligo_rules::codes::{InsuranceStatus, ReportingStatus};
use obligo_rules::edit::ItemEdit;
use obligo_second::money::exponent;
use obligo_second::{AccountKey, Day, DeclareResult, Edit, ItemKey, NotifyResult, World};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Where the two part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The step, none for the start.
    pub step: Option<usize>,
    /// What differs.
    pub what: &'static str,
    /// Both sides.
    pub text: String,
}

/// Refusals of a file that depend on the story so far, not on the file: the second implementation leaves them to the program.
const LEGITIMATE: [&str; 2] = ["cover-kind-changes-while-insured", "cover-overlaps"];

/// Plays a story on both sides.
pub fn agree(story: &Story) -> Result<(), Mismatch> {
    let refused = |step, refusal: &Refusal| Mismatch { step, what: "import refused", text: told(refusal) };
    let (product, start) = Product::of(story).map_err(|refusal| refused(None, &refusal))?;
    let world = World::load(&start).map_err(|text| Mismatch { step: None, what: "start", text })?;
    let mut both =
        Both { product, world, latest: Day::parse("2024-01-31").unwrap_or_default(), number: story.number };
    for (n, step) in story.steps.iter().enumerate() {
        both.step(step, n).map_err(|mismatch| Mismatch { step: Some(n), ..mismatch })?;
    }
    Ok(())
}

/// The first problems of a refusal, for people.
pub fn told(refusal: &Refusal) -> String {
    let lines: Vec<String> = refusal.problems.iter().take(5).map(|p| format!("{p:?}")).collect();
    lines.join("\n")
}

struct Both {
    product: Product,
    world: World,
    latest: Day,
    number: u64,
}

fn differ(what: &'static str, text: String) -> Mismatch {
    Mismatch { step: None, what, text }
}

impl Both {
    fn step(&mut self, step: &Step, n: usize) -> Result<(), Mismatch> {
        let mut look = vec![self.latest.plus_days(20)];
        match step {
            Step::Import(table) => match self.product.import(table) {
                Ok(_) => {
                    self.world
                        .import(table.kind, &table.text())
                        .map_err(|text| differ("second import", text))?;
                }
                Err(refusal) if refusal.problems.iter().all(|p| LEGITIMATE.contains(&p.code)) => {}
                Err(refusal) => return Err(differ("import refused", told(&refusal))),
            },
            Step::Declare { policy, key_date, named, is_final } => {
                let first = self.product.declare(policy, *key_date, *named, *is_final);
                let second = self.world.declare(policy, *key_date, *named, *is_final);
                match (first, second) {
                    (Ok(first), Ok(second)) => {
                        let (a, b) =
                            (declared_by_product(&first), declared_by_second(&second, self.decimals(policy)));
                        compare("declare", &a, &b)?;
                        self.ran(*is_final, *key_date, n, &mut look);
                    }
                    (Err(_), Err(_)) => {}
                    (a, b) => {
                        return Err(differ(
                            "declare refused",
                            format!("product {:?}\nsecond {:?}", a.err(), b.err()),
                        ));
                    }
                }
            }
            Step::Notify { policy, key_date, scope, repeat_from, exceeding, is_final } => {
                let first =
                    self.product.notify(policy, *key_date, *scope, *repeat_from, *exceeding, *is_final);
                let second =
                    self.world.notify(policy, *key_date, *scope, *repeat_from, *exceeding, *is_final);
                match (first, second) {
                    (Ok(first), Ok(second)) => {
                        let (a, b) =
                            (notified_by_product(&first), notified_by_second(&second, self.decimals(policy)));
                        compare("notify", &a, &b)?;
                        self.ran(*is_final, *key_date, n, &mut look);
                    }
                    (Err(_), Err(_)) => {}
                    (a, b) => {
                        return Err(differ(
                            "notify refused",
                            format!("product {:?}\nsecond {:?}", a.err(), b.err()),
                        ));
                    }
                }
            }
            Step::Reverse { back } => {
                let Some(position) = self.product.runs.len().checked_sub(1 + back) else { return Ok(()) };
                let run = self.product.runs[position];
                let first = self.product.reverse(run);
                // The program's runs also change reasons, which the second implementation does not keep: it may not see a touch.
                if first.as_ref().is_err_and(|problem| problem.code == "run-items-touched") {
                    return Ok(());
                }
                let second = self.world.reverse(u32::try_from(run).unwrap_or(0));
                if first.is_ok() != second.is_ok() {
                    return Err(differ(
                        "reverse",
                        format!("run {run}: product {first:?}\nsecond {second:?}"),
                    ));
                }
            }
            Step::Edit { item, what, dice } => self.edit(*item, what, *dice)?,
        }
        look.iter().try_for_each(|as_of| self.look(*as_of))
    }

    fn decimals(&self, policy: &str) -> u32 {
        self.world.policies.get(policy).map_or(2, |p| exponent(&p.currency))
    }

    fn ran(&mut self, is_final: bool, key_date: Day, n: usize, look: &mut Vec<Day>) {
        if is_final {
            self.latest = self.latest.max(key_date);
            let back = (self.number.wrapping_add(n as u64) % 70) as i32;
            *look = vec![key_date, key_date.plus_days(-back)];
        }
    }

    /// R0.4: the items of both sides as of a day.
    fn look(&mut self, as_of: Day) -> Result<(), Mismatch> {
        let views = self.product.items(as_of);
        let first = views.iter().map(seen_by_product).collect();
        let second = seen_by_second(&self.world, as_of);
        compare("items", &first, &second)
            .map_err(|m| Mismatch { text: format!("as of {as_of}\n{}", m.text), ..m })
    }

    fn edit(&mut self, item: usize, what: &str, dice: u64) -> Result<(), Mismatch> {
        if self.world.items.is_empty() {
            return Ok(());
        }
        let index = item % self.world.items.len();
        let key = self.world.items[index].key.clone();
        let views = self.world.items_as_of(Day::MAX);
        let Some(view) = views.iter().find(|v| v.item == key) else { return Ok(()) };
        let mut dice = Dice::new(dice);
        let (mut first, mut second, mut insured) = (ItemEdit::default(), Edit::default(), None);
        let statuses = if key.kind.is_debit() { "KMCIZSEO?" } else { "KDSEO?" };
        let letter = statuses.chars().nth(dice.below(statuses.len())).unwrap_or('?');
        let status = InsuranceStatus::parse(&letter.to_string());
        let policy = view.policy.as_ref().and_then(|p| self.world.policies.get(p));
        match what {
            "insured" => {
                let most = view.insurable_open.unwrap_or(0).max(0) as i64;
                let amount = dice.between(0, most + 1);
                let decimals = policy.map_or(2, |p| exponent(&p.currency));
                if policy.is_none() {
                    return Ok(());
                }
                insured = Some(written(amount.into(), decimals));
                second.insured = Some(amount.into());
            }
            "status" => (first.status, second.status) = (status, Some(letter)),
            "uninsure" => {
                (first.status, second.status) = (status, Some(letter));
                (insured, second.insured) = (Some("0".to_owned()), Some(0));
            }
            "follow-up" => {
                let on = Day::parse("2024-02-01").unwrap_or_default().plus_days(dice.between(0, 300) as i32);
                (first.follow_up, second.follow_up) = (Some(true), Some(true));
                (first.follow_up_on, second.follow_up_on) = (Some(Some(day(on))), Some(Some(on)));
            }
            "no-follow-up" => {
                (first.follow_up, second.follow_up) = (Some(false), Some(false));
                (first.follow_up_on, second.follow_up_on) = (Some(None), Some(None));
            }
            "reporting-status" => {
                let code = dice.pick(&["", "1", "2", "3", "A", "N", "E", "S"]);
                first.reporting_status = ReportingStatus::parse(code);
                second.reporting_status = Some(code.chars().next());
            }
            _ => {
                // Under `on_confirmation` a flag of a person ends differently from a run's in the second implementation.
                let confirmed = self.world.policies.values().any(|p| p.on_confirmation);
                if confirmed {
                    return Ok(());
                }
                let flag = dice.chance(60);
                (first.blocks_new, second.blocks_new) = (Some(flag), Some(flag));
            }
        }
        let (a, b) = (self.product.edit(&name(&key), first, insured), self.world.edit(&key, &second));
        if a.is_ok() == b.is_ok() {
            return Ok(());
        }
        Err(differ("edit", format!("{} {what} {second:?}\nproduct {a:?}\nsecond {b:?}", name(&key))))
    }
}

type Lines = BTreeMap<String, String>;

fn compare(what: &'static str, product: &Lines, second: &Lines) -> Result<(), Mismatch> {
    let keys: std::collections::BTreeSet<&String> = product.keys().chain(second.keys()).collect();
    let mut text = String::new();
    for key in keys {
        let (a, b) = (product.get(key), second.get(key));
        if a != b {
            let none = "-".to_owned();
            let (a, b) = (a.unwrap_or(&none), b.unwrap_or(&none));
            let _ = writeln!(text, "{key}\n  product {a}\n  second  {b}");
        }
    }
    if text.is_empty() { Ok(()) } else { Err(differ(what, text)) }
}

/// Minor units as the program writes them.
pub fn written(minor: i128, decimals: u32) -> String {
    let scale = 10_i128.pow(decimals);
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, fraction) = (minor.abs() / scale, minor.abs() % scale);
    if decimals == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction:0>width$}", width = decimals as usize)
    }
}

fn text<'v>(line: &'v Value, key: &str) -> &'v str {
    line[key].as_str().unwrap_or("-")
}

fn parsed(result: &RunResult) -> Vec<Value> {
    result.document.lines.iter().map(|l| serde_json::from_str(l).unwrap_or(Value::Null)).collect()
}

fn buyer(key: &AccountKey) -> String {
    format!("{}/{}/{}", key.account, key.branch, key.account_type)
}

/// An item's name on the command line.
pub fn name(key: &ItemKey) -> String {
    format!("{}/{}/{}@{}", key.company, key.document_no, key.kind.as_str(), buyer(&key.account))
}

/// The lines of the program's declaration by buyer.
pub fn declared_by_product(result: &RunResult) -> Lines {
    let figures =
        ["insured_sum", "receivables", "bills", "credits", "turnover", "time_premium_base", "declared"];
    let line = |line: &Value| {
        let key =
            format!("{}/{}/{}", text(line, "account"), text(line, "branch"), text(line, "account_type"));
        let shown: Vec<String> = figures
            .iter()
            .map(|f| {
                format!(
                    "{f} {}",
                    line[*f]
                        .as_str()
                        .filter(|t| t.bytes().any(|b| (b'1'..=b'9').contains(&b)))
                        .unwrap_or("0")
                )
            })
            .collect();
        (key, shown.join(" "))
    };
    parsed(result).iter().map(line).collect()
}

/// The same of the second implementation.
pub fn declared_by_second(result: &DeclareResult, decimals: u32) -> Lines {
    let line = |line: &obligo_second::DeclareLine| {
        let figures = [
            ("insured_sum", line.insured_sum),
            ("receivables", line.receivables),
            ("bills", line.bills),
            ("credits", line.credits),
            ("turnover", line.turnover),
            ("time_premium_base", line.time_premium_base),
            ("declared", line.declared),
        ];
        let shown: Vec<String> = figures
            .iter()
            .map(|(f, minor)| {
                format!("{f} {}", if *minor == 0 { "0".to_owned() } else { written(*minor, decimals) })
            })
            .collect();
        (buyer(&line.buyer), shown.join(" "))
    };
    result.lines.iter().map(line).collect()
}

/// The lines of the program's notification by item.
pub fn notified_by_product(result: &RunResult) -> Lines {
    let line = |line: &Value| {
        let account =
            format!("{}/{}/{}", text(line, "account"), text(line, "branch"), text(line, "account_type"));
        let key = format!(
            "{}/{}/{}@{account}",
            text(line, "company"),
            text(line, "document_no"),
            text(line, "kind")
        );
        let shown = format!(
            "open {} insured {} amount {} deadline {} before {} after {} blocks {} credit {}",
            text(line, "open"),
            text(line, "insured"),
            text(line, "amount"),
            text(line, "deadline"),
            text(line, "status_before"),
            text(line, "status_after"),
            line["blocks_new"],
            line["credit"]
        );
        (key, shown)
    };
    parsed(result).iter().map(line).collect()
}

fn letter(status: Option<char>) -> String {
    status.map_or(String::new(), String::from)
}

fn date(day: Option<Day>) -> String {
    day.map_or("-".to_owned(), |d| d.to_string())
}

/// The same of the second implementation.
pub fn notified_by_second(result: &NotifyResult, decimals: u32) -> Lines {
    let line = |line: &obligo_second::NotifyLine| {
        let shown = format!(
            "open {} insured {} amount {} deadline {} before {} after {} blocks {} credit {}",
            written(line.open_in_policy, decimals),
            written(line.insured, decimals),
            written(line.amount, decimals),
            date(line.deadline),
            letter(line.status_before),
            letter(line.status_after),
            line.blocks_new,
            line.credit
        );
        (name(&line.item), shown)
    };
    result.lines.iter().map(line).collect()
}

/// An item as the program lists it.
pub fn seen_by_product(view: &ItemView) -> (String, String) {
    let key = format!(
        "{}/{}/{}@{}/{}/{}",
        view.company,
        view.document_no,
        view.kind.code(),
        view.key.account,
        view.key.branch,
        view.key.account_type
    );
    let data = &view.insurance;
    let day = |day: Option<obligo_rules::calendar::Day>| day.map_or("-".to_owned(), |d| d.to_string());
    let dates: Vec<String> = data.deadlines.as_array().into_iter().map(day).collect();
    let shown = format!(
        "{} dated {} open {} insured {} dates {} reporting {} on {} follow-up {} {} blocks {}{}",
        data.status.code(),
        view.document_date,
        view.open,
        view.insured,
        dates.join(" "),
        data.reporting_status.code(),
        day(data.reported_on),
        data.follow_up,
        day(data.follow_up_on),
        data.blocks_new,
        insurable(data.policy != 0, view.insurable_open.map(i128::from))
    );
    (key, shown)
}

/// Insurable open amounts of items no run has examined are a guess of the list, not a figure of the rules.
fn insurable(examined: bool, amount: Option<i128>) -> String {
    if examined { format!(" insurable {}", amount.unwrap_or(0)) } else { String::new() }
}

/// Every item as the second implementation lists it.
pub fn seen_by_second(world: &World, as_of: Day) -> Lines {
    let shown = |view: obligo_second::ItemView| {
        let d = &view.dates;
        let dates = [
            d.max_term,
            d.overdue,
            d.exclusion,
            d.non_payment_report,
            d.collection,
            d.waiting_end,
            d.filing,
            d.base_end,
        ]
        .map(date);
        let status = if view.status == ' ' { '?' } else { view.status };
        let text = format!(
            "{status} dated {} open {} insured {} dates {} reporting {} on {} follow-up {} {} blocks {}{}",
            view.document_date,
            view.open,
            view.insured,
            dates.join(" "),
            letter(view.reporting_status),
            date(view.reported_on),
            view.follow_up,
            date(view.follow_up_on),
            view.blocks_new,
            insurable(view.policy.is_some(), view.insurable_open)
        );
        (name(&view.item), text)
    };
    world.items_as_of(as_of).into_iter().map(shown).collect()
}
