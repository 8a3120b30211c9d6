//! A raw ledger read without the program: as interchange files for the second implementation, with limits made up for it.

use obligo_second::Day;
use obligo_second::csv::{Row, Table};
use obligo_second::money::divide_half_up;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::compare::written;

/// An invoice of the raw file; amount in cents.
pub struct Record {
    /// Company.
    pub company: String,
    /// Document number.
    pub number: String,
    /// Account.
    pub account: String,
    /// Name of the buyer.
    pub name: String,
    /// Country.
    pub country: String,
    /// Document date.
    pub dated: Day,
    /// Net due date.
    pub due: Day,
    /// Receivable start.
    pub start: Option<Day>,
    /// Amount.
    pub amount: i128,
    /// Disputed.
    pub disputed: bool,
    /// Payment terms.
    pub terms: String,
    /// When it was paid in full.
    pub settled: Option<Day>,
}

/// All invoices of a raw file.
pub struct Ledger {
    /// In the file's order.
    pub records: Vec<Record>,
}

/// The bucket of a due date.
pub fn bucket(due: Day, as_of: Day) -> &'static str {
    match as_of.0 - due.0 {
        ..=0 => "not_due",
        1..=30 => "1-30",
        31..=60 => "31-60",
        61..=90 => "61-90",
        _ => "over90",
    }
}

/// `month/day/year`.
pub fn american(text: &str) -> Day {
    let parts: Vec<i32> = text.split('/').map(|p| p.parse().unwrap()).collect();
    Day::of(parts[2], parts[0], parts[1]).unwrap()
}

/// `day-month-year`.
pub fn day_first(text: &str) -> Day {
    let parts: Vec<i32> = text.split('-').map(|p| p.parse().unwrap()).collect();
    Day::of(parts[2], parts[1], parts[0]).unwrap()
}

/// Thousandths of an amount with at most three decimals.
pub fn thousandths(text: &str) -> i128 {
    obligo_second::money::parse_amount(text, 3).unwrap()
}

/// Cents, rounded half away from zero.
pub fn cents(text: &str) -> i128 {
    divide_half_up(thousandths(text), 10)
}

/// The sample's country numbers, as its map file reads them.
pub fn ibm_country(number: &str) -> String {
    let known = [("391", "IT"), ("406", "AT"), ("770", "FR"), ("818", "EG"), ("897", "US")];
    known.iter().find(|(n, _)| *n == number).map(|(_, code)| (*code).to_owned()).unwrap()
}

impl Ledger {
    /// Reads a raw file.
    pub fn read(file: &Path, record: impl Fn(&Row) -> Record) -> Ledger {
        let text = std::fs::read_to_string(file).unwrap();
        Ledger { records: Table::read(&text).rows().map(|row| record(&row)).collect() }
    }

    /// `companies.csv`.
    pub fn companies(&self) -> String {
        let mut codes: Vec<&String> = self.records.iter().map(|r| &r.company).collect();
        codes.sort();
        codes.dedup();
        codes.iter().fold("company,name,currency\n".to_owned(), |text, c| text + &format!("{c},{c},USD\n"))
    }

    /// `buyers.csv`.
    pub fn buyers(&self) -> String {
        let mut text = "account,branch,account_type,name,country\n".to_owned();
        let mut seen = BTreeSet::new();
        for record in &self.records {
            if seen.insert(&record.account) {
                let _ = writeln!(text, "{},0,D,{},{}", record.account, record.name, record.country);
            }
        }
        text
    }

    /// `items.csv`.
    pub fn items(&self) -> String {
        let mut text =
            "company,document_no,kind,account,document_date,net_due_date,receivable_start,currency,amount,\
                        disputed,payment_terms\n"
                .to_owned();
        for r in &self.records {
            let start = r.start.map(|d| d.to_string()).unwrap_or_default();
            let _ = writeln!(
                text,
                "{},{},invoice,{},{},{},{start},USD,{},{},{}",
                r.company,
                r.number,
                r.account,
                r.dated,
                r.due,
                written(r.amount, 2),
                r.disputed,
                r.terms
            );
        }
        text
    }

    /// `settlements.csv`.
    pub fn settlements(&self) -> String {
        let mut text = "company,document_no,kind,date,amount,method,account\n".to_owned();
        for r in &self.records {
            if let Some(date) = r.settled {
                let amount = written(r.amount, 2);
                let _ = writeln!(
                    text,
                    "{},{},invoice,{date},{amount},payment,{}",
                    r.company, r.number, r.account
                );
            }
        }
        text
    }

    /// The most that was open of each account on any day on which something was posted.
    fn peaks(&self) -> BTreeMap<&str, i128> {
        let mut peaks = BTreeMap::new();
        let mut of_account: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
        for record in &self.records {
            of_account.entry(&record.account).or_default().push(record);
        }
        for (account, records) in of_account {
            let open = |day: Day| {
                let open = records.iter().filter(|r| r.dated <= day && r.settled.is_none_or(|s| s > day));
                open.map(|r| r.amount).sum::<i128>()
            };
            let peak = records.iter().map(|r| open(r.dated)).max().unwrap_or(0);
            peaks.insert(account, peak);
        }
        peaks
    }

    /// Covers, limits and evidence: the bigger half of the buyers is named with 70 % of its peak, the rest unnamed with an
    /// agency report.
    pub fn insurance(&self, policy: &str) -> [(&'static str, String); 3] {
        let first = self.records.iter().map(|r| r.dated).min().unwrap().plus_days(-30);
        let mut peaks: Vec<(&str, i128)> = self.peaks().into_iter().collect();
        peaks.sort_by_key(|(account, peak)| (std::cmp::Reverse(*peak), *account));
        let mut covers = "account,policy,kind,valid_from\n".to_owned();
        let mut limits = "policy,account,valid_from,amount,response\n".to_owned();
        let mut evidence = "account,kind,date,positive\n".to_owned();
        for (n, (account, peak)) in peaks.iter().enumerate() {
            if n < peaks.len().div_ceil(2) {
                let limit = written(peak * 7 / 10, 2);
                let _ = writeln!(covers, "{account},{policy},named,{first}");
                let _ = writeln!(limits, "{policy},{account},{first},{limit},2");
            } else {
                let _ = writeln!(covers, "{account},{policy},unnamed,{first}");
                let _ = writeln!(evidence, "{account},agency_report,{first},true");
            }
        }
        [("covers", covers), ("limits", limits), ("evidence", evidence)]
    }

    fn open_records(&self, as_of: Day) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(move |r| r.dated <= as_of && r.settled.is_none_or(|s| s > as_of))
    }

    /// Count and amount of what is open.
    pub fn open(&self, as_of: Day) -> (usize, i128) {
        (self.open_records(as_of).count(), self.open_records(as_of).map(|r| r.amount).sum())
    }

    /// Count and amount by days past due.
    pub fn ageing(&self, as_of: Day) -> BTreeMap<&'static str, (usize, i128)> {
        let mut buckets: BTreeMap<&'static str, (usize, i128)> = BTreeMap::new();
        for record in self.open_records(as_of) {
            let sum = buckets.entry(bucket(record.due, as_of)).or_default();
            *sum = (sum.0 + 1, sum.1 + record.amount);
        }
        buckets
    }
}
