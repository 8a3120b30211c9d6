//! The demo's portfolio: a mid-size group's insured receivables over eighteen months, made up from a seed. Pure: the
//! same seed gives the same files, on every machine. Persons, firms, insurers and numbers are invented.

mod buyers;
mod credit_policy;
mod decisions;
mod ledger;
mod names;
mod noise;
mod numbers;
mod policies;
mod rates;
#[cfg(test)]
mod tests;
mod trade;
mod trouble;
mod write;

use decisions::Decisions;
use ledger::Ledger;
use obligo_rules::calendar::Day;
use rates::Rates;

/// One file of a scenario folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DemoFile {
    /// Its path in the folder, with `/`.
    pub name: String,
    /// What is in it, UTF-8.
    pub text: String,
}

/// The buyers the demo's story points at, as `account/branch/account_type`, and the days of its turns. The accounts
/// are the same for every seed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Landmarks {
    /// Pays later month after month, until it is insolvent; named, policy `ACR/A`.
    pub going_bad: &'static str,
    /// The going-bad buyer's limit is cut.
    pub limit_cut_on: Day,
    /// The going-bad buyer's limit is withdrawn.
    pub withdrawn_on: Day,
    /// Its overdue items are notified.
    pub notice_on: Day,
    /// Its open items go to collection.
    pub collection_on: Day,
    /// It is insolvent.
    pub insolvent_on: Day,
    /// Falls behind, passes exclusion dates, pays up; named, policy `ACR/E`.
    pub recovering: &'static str,
    /// The recovering buyer's limit is cut.
    pub recovering_cut_on: Day,
    /// The recovering buyer has a limit worth its business again.
    pub recovering_restored_on: Day,
    /// Its limit was cut below what it owes; named, policy `ACR/E`.
    pub limit_cut: &'static str,
    /// Its agency report expired and none followed; unnamed, policy `ACR/A`.
    pub unnamed_expired: &'static str,
    /// Has three co-insured branches; named, policy `ACR/A`.
    pub co_insured_main: &'static str,
    /// Owes most, in some months more than its limit; named, policy `ACR/A`.
    pub biggest: &'static str,
}

/// First day of trade of [`portfolio`].
pub const START: &str = "2025-01-01";

/// The seed whose portfolio the demo shows; the tests count its cases.
pub const SEED: u64 = 7;

/// Months of trade.
pub const MONTHS: i32 = trade::MONTHS;

/// The files of the scenario folder for eighteen months from [`START`] on.
#[must_use]
pub fn portfolio(seed: u64) -> Vec<DemoFile> {
    portfolio_from(seed, start())
}

/// The same for the months from the first of the month of `start` on.
#[must_use]
pub fn portfolio_from(seed: u64, start: Day) -> Vec<DemoFile> {
    let book = Book::new(seed, start.month_start());
    let Book { buyers, rates, ledger, decisions } = &book;
    let numbering = write::Numbering::new(ledger);
    let mut files = vec![
        ("companies.csv", write::companies()),
        ("insurers.csv", write::insurers()),
        ("buyers.csv", write::buyers(buyers, decisions, rates, ledger.end, seed)),
        ("covers.csv", write::covers(buyers, decisions)),
        ("limits.csv", write::limits(buyers, decisions)),
        ("evidence.csv", write::evidence(buyers, decisions)),
        ("rates.csv", write::rates(rates)),
        ("items.csv", write::items(ledger, buyers, &numbering)),
        ("settlements.csv", write::settlements(ledger, &numbering)),
        ("events.csv", write::events(ledger, buyers, &numbering)),
    ];
    files.extend(policies::policies(ledger.start));
    files.extend(credit_policy::credit_policy(ledger.start));
    files.into_iter().map(|(name, text)| DemoFile { name: name.to_owned(), text }).collect()
}

/// The buyers and days of the story in [`portfolio`].
#[must_use]
pub fn landmarks() -> Landmarks {
    landmarks_from(start())
}

/// The same for [`portfolio_from`].
#[must_use]
pub fn landmarks_from(start: Day) -> Landmarks {
    let start = start.month_start();
    let decline = trouble::decline(start);
    let (recovering_cut_on, recovering_restored_on) = trouble::recovery(start);
    Landmarks {
        going_bad: "102745/0/D",
        limit_cut_on: decline.limit_cut,
        withdrawn_on: decline.withdrawal,
        notice_on: decline.notice,
        collection_on: decline.collection,
        insolvent_on: decline.insolvency,
        recovering: "201355/0/D",
        recovering_cut_on,
        recovering_restored_on,
        limit_cut: "202215/0/D",
        unnamed_expired: "106395/0/D",
        co_insured_main: "103025/0/D",
        biggest: "100105/0/D",
    }
}

/// The month-ends of [`portfolio`], first to last, as `YYYY-MM-DD`.
#[must_use]
pub fn month_ends() -> Vec<String> {
    month_ends_from(start())
}

/// The same for [`portfolio_from`].
#[must_use]
pub fn month_ends_from(start: Day) -> Vec<String> {
    (0..MONTHS).map(|month| start.month_start().plus_months(month).month_end().to_string()).collect()
}

fn start() -> Day {
    Day::parse_iso(START).unwrap_or(Day::LAST)
}

/// The portfolio before it is written down.
struct Book {
    buyers: Vec<buyers::Buyer>,
    rates: Rates,
    ledger: Ledger,
    decisions: Decisions,
}

impl Book {
    fn new(seed: u64, start: Day) -> Book {
        let end = start.plus_months(MONTHS - 1).month_end();
        let buyers = buyers::buyers(seed);
        let rates = Rates::new(seed, start, end);
        let mut ledger = Ledger::new(start, end);
        trade::trade(&mut ledger, &buyers, &rates, seed);
        trouble::trouble(&mut ledger, &buyers, &rates, seed);
        let decisions = decisions::decisions(&ledger, &buyers, &rates, seed);
        Book { buyers, rates, ledger, decisions }
    }
}
